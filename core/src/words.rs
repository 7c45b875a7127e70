//! Words: Fluent messages of one language, looked up when something is shown or printed. A language is a folder below
//! `assets/words`; its own name is the message `language-name`.

mod format;

use std::{
    borrow::Cow,
    collections::BTreeMap,
    fmt,
    str::FromStr,
    sync::{Arc, LazyLock, OnceLock},
};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use jiff::tz::TimeZone;
use rust_embed::RustEmbed;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use unic_langid::LanguageIdentifier;

use crate::{
    Message,
    checklist::{Item, Section},
    message::Arg,
};

#[derive(RustEmbed)]
#[folder = "../assets/words"]
struct Files;

/// A language that there are words for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language(String);

/// There are no words for this language.
#[derive(Debug, Error)]
#[error("there are no words for \"{wanted}\"; there are for {known}")]
pub struct UnknownLanguage {
    wanted: String,
    known: String,
}

impl Language {
    /// English, which every message exists in.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// Every language that has a folder, English first.
    pub fn all() -> Vec<Self> {
        let mut tags: Vec<String> = Files::iter().filter_map(|path| Some(path.split_once('/')?.0.to_owned())).collect();
        tags.sort_by_key(|tag| (tag != "en", tag.clone()));
        tags.dedup();
        tags.into_iter().map(Self).collect()
    }

    /// Its own name, such as `简体中文`. Only the file that says it is read: a list of languages needs no more of it.
    pub fn own_name(&self) -> String {
        let text = Files::get(&format!("{}/base.ftl", self.0)).map(|file| parse(&file.data));
        let mut bundle = FluentBundle::new_concurrent(Vec::new());
        if let Some(resource) = text {
            bundle.add_resource_overriding(resource);
        }
        let pattern = bundle.get_message("language-name").and_then(|message| message.value());
        match pattern {
            Some(pattern) => bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned(),
            None => self.0.clone(),
        }
    }

    /// The language tag, such as `zh-CN`.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The language that fits a locale of the operating system best, such as `zh_CN.UTF-8`. English when none does.
    pub fn for_locale(locale: &str) -> Self {
        let wanted = locale.split('.').next().unwrap_or_default().replace('_', "-").to_lowercase();
        let primary = wanted.split('-').next().unwrap_or_default().to_owned();
        let all = Self::all();
        all.iter()
            .find(|language| language.0.to_lowercase() == wanted)
            .or_else(|| all.iter().find(|language| language.0.split('-').next() == Some(primary.as_str())))
            .cloned()
            .unwrap_or_else(Self::english)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;
    fn from_str(wanted: &str) -> Result<Self, UnknownLanguage> {
        let all = Self::all();
        all.iter().find(|language| language.0.eq_ignore_ascii_case(wanted)).cloned().ok_or_else(|| UnknownLanguage {
            wanted: wanted.to_owned(),
            known: all.iter().map(Self::tag).collect::<Vec<_>>().join(", "),
        })
    }
}

impl TryFrom<String> for Language {
    type Error = UnknownLanguage;
    fn try_from(wanted: String) -> Result<Self, UnknownLanguage> {
        wanted.parse()
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.0
    }
}

/// The files of a language. They are parsed once: the screen, the report, English behind them and the names of all
/// languages share them.
fn files_of(language: &Language) -> &'static [Arc<FluentResource>] {
    static PARSED: LazyLock<BTreeMap<Language, OnceLock<Vec<Arc<FluentResource>>>>> =
        LazyLock::new(|| Language::all().into_iter().map(|language| (language, OnceLock::new())).collect());
    let parse = || {
        let folder = format!("{}/", language.tag());
        let files = Files::iter().filter(|path| path.starts_with(&folder)).filter_map(|path| Files::get(&path));
        files.map(|file| Arc::new(parse(&file.data))).collect()
    };
    PARSED.get(language).map_or(&[], |files| files.get_or_init(parse))
}

/// A file with mistakes still yields its sound messages; a test refuses the mistakes.
fn parse(file: &[u8]) -> FluentResource {
    let text = String::from_utf8_lossy(file).replace("\r\n", "\n");
    FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource)
}

/// All words of one language.
pub struct Words {
    language: Language,
    zone: TimeZone,
    bundle: FluentBundle<Arc<FluentResource>>,
    /// English, for what a young translation lacks.
    fallback: OnceLock<Box<Words>>,
}

impl Words {
    /// The words of a language. Times are shown in `zone`.
    pub fn new(language: &Language, zone: TimeZone) -> Self {
        let identifier: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // The marks would be visible in PDF text and in files.
        bundle.set_use_isolating(false);
        for file in files_of(language) {
            bundle.add_resource_overriding(Arc::clone(file));
        }
        Self { language: language.clone(), zone, bundle, fallback: OnceLock::new() }
    }

    fn fallback(&self) -> Option<&Self> {
        let english = Language::english();
        (self.language != english)
            .then(|| self.fallback.get_or_init(|| Box::new(Self::new(&english, self.zone.clone()))).as_ref())
    }

    /// The language.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The time zone in which times are shown.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Says a message, or an attribute of one (`event-31034.remedy`). An unknown id is said as the id itself, so that
    /// nothing is lost; a test finds such ids.
    pub fn say(&self, message: &Message) -> String {
        let mut args = FluentArgs::new();
        for (name, arg) in &message.args {
            args.set(name.clone(), self.value(arg));
        }
        let (id, attribute) = split(&message.id);
        self.find(id, attribute, Some(&args)).unwrap_or_else(|| message.id.clone())
    }

    /// Says a message without arguments.
    pub fn text(&self, id: &str) -> String {
        self.find(id, None, None).unwrap_or_else(|| id.to_owned())
    }

    /// An attribute of a message, such as `why` of an item.
    pub fn attribute(&self, id: &str, attribute: &str) -> Option<String> {
        self.find(id, Some(attribute), None)
    }

    /// True when this very language has the message, or the attribute of it (`event-31034.remedy`).
    pub fn has(&self, id: &str) -> bool {
        match split(id) {
            (id, None) => self.bundle.has_message(id),
            (id, Some(name)) => {
                self.bundle.get_message(id).is_some_and(|message| message.get_attribute(name).is_some())
            }
        }
    }

    /// An argument as text.
    pub fn arg(&self, arg: &Arg) -> String {
        match self.value(arg) {
            FluentValue::String(text) => text.into_owned(),
            FluentValue::Number(number) => number.as_string().into_owned(),
            _ => String::new(),
        }
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => FluentValue::String(Cow::Owned(text.clone())),
            Arg::Count(count) => FluentValue::from(*count),
            Arg::Time(time) => FluentValue::from(self.date_time(*time)),
            Arg::Day(day) => FluentValue::from(self.date(*day)),
            Arg::Millis(millis) => FluentValue::from(self.duration(*millis)),
            Arg::Message(message) => FluentValue::from(self.say(message)),
            Arg::List(list) => FluentValue::from(self.list(&list.iter().map(|arg| self.arg(arg)).collect::<Vec<_>>())),
        }
    }

    fn find(&self, id: &str, attribute: Option<&str>, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let own = self.bundle.get_message(id).and_then(|message| match attribute {
            None => message.value(),
            Some(name) => Some(message.get_attribute(name)?.value()),
        });
        match own {
            Some(pattern) => {
                let mut errors = Vec::new();
                Some(self.bundle.format_pattern(pattern, args, &mut errors).into_owned())
            }
            None => self.fallback()?.find(id, attribute, args),
        }
    }

    /// Title of a section: its own words, or the built-in ones.
    pub fn section_title(&self, section: &Section) -> String {
        match own_words(&section.words, &self.language) {
            Some(words) => words.title.clone(),
            None => self.text(&format!("section-{}", section.id)),
        }
    }

    /// A section's name where there is little room: one word or two.
    pub fn section_short(&self, section: &Section) -> String {
        let short = self.attribute(&format!("section-{}", section.id), "short");
        short.filter(|_| section.words.is_empty()).unwrap_or_else(|| self.section_title(section))
    }

    /// Title of an item.
    pub fn item_title(&self, item: &Item) -> String {
        match own_words(&item.words, &self.language) {
            Some(words) => words.title.clone(),
            None => self.text(&item.message_id()),
        }
    }

    /// Why an item matters; empty when nothing is said.
    pub fn item_why(&self, item: &Item) -> String {
        match own_words(&item.words, &self.language) {
            Some(words) => words.why.clone(),
            None => self.attribute(&item.message_id(), "why").unwrap_or_default(),
        }
    }

    /// The question a person answers; empty when nothing is said.
    pub fn item_ask(&self, item: &Item) -> String {
        match own_words(&item.words, &self.language) {
            Some(words) => words.ask.clone(),
            None => self.attribute(&item.message_id(), "ask").unwrap_or_default(),
        }
    }

    /// Text of step `index` (from 0) of an item's repair.
    pub fn item_fix(&self, item: &Item, index: usize) -> String {
        match own_words(&item.words, &self.language) {
            Some(words) => words.fix.get(index).cloned().unwrap_or_default(),
            None => self.attribute(&item.message_id(), &format!("fix-{}", index + 1)).unwrap_or_default(),
        }
    }

    /// The article's wording of an item, when the item is of the article.
    pub fn item_article(&self, item: &Item) -> Option<String> {
        self.attribute(&item.message_id(), "article")
    }

    /// What today's documents say, where they differ or add.
    pub fn item_today(&self, item: &Item) -> Option<String> {
        self.attribute(&item.message_id(), "today")
    }
}

/// A message id, and the attribute behind its dot.
fn split(id: &str) -> (&str, Option<&str>) {
    id.split_once('.').map_or((id, None), |(id, attribute)| (id, Some(attribute)))
}

/// A checklist's own words in a language, or in any language it has.
fn own_words<'a, T>(words: &'a std::collections::BTreeMap<String, T>, language: &Language) -> Option<&'a T> {
    words.get(language.tag()).or_else(|| words.get("en")).or_else(|| words.values().next())
}

#[cfg(test)]
mod tests;
