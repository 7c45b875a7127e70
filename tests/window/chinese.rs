//! No English is left on the Chinese screen: every page, sheet, form and item is walked, and what assistive technology
//! gets of it is read.

use std::collections::BTreeSet;

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::NodeT as _;
use readiness_core::{
    Language, Message, Words,
    assessment::{Assessment, Status},
    checklist::Item,
    facts::FactsFile,
    scenario,
};
use writeback_readiness::desktop::{Over, Page};

use crate::bench::{Bench, now};

/// Words that are in nearly every English sentence and in no name.
const TELLTALES: [&str; 26] = [
    "the", "of", "and", "is", "not", "by", "with", "was", "has", "from", "to", "for", "or", "are", "be", "this", "it",
    "an", "could", "until", "that", "which", "no", "item", "items", "checked",
];

/// What is English in every language: titles of documents, commands, names of licences.
pub struct Allowed {
    texts: Vec<String>,
    /// English messages that are said in other words in Chinese.
    translated: BTreeSet<String>,
}

impl Allowed {
    pub fn of(assessment: &Assessment) -> Self {
        let mut texts = Vec::new();
        for item in assessment.checklist().items() {
            texts.extend(item.sources.iter().map(|source| source.title.clone()));
            texts.extend(item.fixes.iter().filter_map(|fix| fix.command.as_ref()).map(|text| text.trim().to_owned()));
        }
        let english = Words::new(&Language::english(), jiff::tz::TimeZone::UTC);
        let chinese = Words::new(&"zh-CN".parse().unwrap(), jiff::tz::TimeZone::UTC);
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/words/en");
        let mut translated = BTreeSet::new();
        for file in std::fs::read_dir(root).unwrap().flatten() {
            let text = std::fs::read_to_string(file.path()).unwrap();
            for id in text.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id.trim()) {
                if id.starts_with('#') || id.starts_with('.') || !english.has(id) {
                    continue;
                }
                let (en, zh) = (english.text(id), chinese.text(id));
                if en != zh && en.chars().count() > 2 {
                    translated.insert(en);
                }
            }
        }
        assert!(translated.len() > 500, "only {} messages", translated.len());
        Self { texts, translated }
    }

    /// Why this text should not be on a Chinese screen.
    fn offence(&self, text: &str) -> Option<String> {
        let text = text.trim();
        if self.texts.iter().any(|allowed| text.contains(allowed.as_str()) || allowed.contains(text)) {
            return None;
        }
        // The state of a service, as Windows names it.
        if self.translated.contains(text) && text != "Running" {
            return Some(format!("\"{text}\" is English"));
        }
        // What a server or a console says is quoted as it says it.
        let own: String =
            text.split('\u{201c}').map(|part| part.split('\u{201d}').next_back().unwrap_or(part)).collect();
        // So is what an event says, up to its end.
        let own = ["TrackingId", "BAIL: "].iter().fold(own.as_str(), |own, mark| own.split(mark).next().unwrap_or(own));
        let words: Vec<&str> = own.split(|c: char| !c.is_ascii_alphanumeric() && c != '\'').collect();
        let told = words.iter().filter(|word| TELLTALES.contains(word)).count();
        (told >= 2).then(|| format!("\"{text}\" reads like English"))
    }
}

pub fn read(bench: &Bench, allowed: &Allowed, place: &str) {
    let mut offences = BTreeSet::new();
    let mut texts = 0;
    for node in bench.window.root().children_recursive() {
        let node = node.accesskit_node();
        // A line of a text is part of it, and may begin or end within what is quoted.
        if node.role() == Role::TextRun {
            continue;
        }
        for text in [node.label(), node.value()].into_iter().flatten() {
            texts += 1;
            offences.extend(allowed.offence(&text));
        }
    }
    assert!(texts > 3, "{place}: nothing can be read");
    assert!(offences.is_empty(), "{place}: {offences:#?}");
}

/// Opens every part of the detail that unfolds.
fn unfold(bench: &mut Bench) {
    use egui_kittest::kittest::Queryable as _;
    for id in ["ui-item-why", "ui-item-evidence", "ui-item-article-says", "ui-item-history", "ui-item-notes"] {
        let name = bench.model().words.text(id);
        if let Some(row) = bench.window.query_by_label(&name) {
            row.click();
            bench.settle();
        }
    }
}

fn select(bench: &mut Bench, item: &Item) {
    let search = bench.model().words.text("command-search");
    bench.fill_anew(&search, &item.id);
    bench.press(Modifiers::NONE, Key::Enter);
    use egui_kittest::kittest::Queryable as _;
    let title = bench.model().words.item_title(item);
    bench.until("the item is listed", |bench| bench.says(&title));
    bench.window.get_all_by_label_contains(&title).next().expect("it is listed").click();
    bench.settle();
    assert_eq!(bench.model().selected.as_deref(), Some(item.id.as_str()), "search: {:?}", bench.field(&search));
}

#[test]
fn no_english_is_left_on_the_chinese_screen() {
    let mut bench = Bench::new("zh-CN");
    bench.begin("北风贸易");
    let allowed = Allowed::of(bench.model().assessment().unwrap());
    bench.press(Modifiers::COMMAND, Key::W);
    bench.settle();
    read(&bench, &allowed, "start");
    bench.press(Modifiers::COMMAND, Key::L);
    read(&bench, &allowed, "training");

    // Work of one's own, from nothing, with every sheet.
    bench.begin("北风贸易");
    for (key, page) in [
        (Key::Num1, Page::Overview),
        (Key::Num2, Page::Checklist),
        (Key::Num3, Page::Subject),
        (Key::Num4, Page::SignOff),
        (Key::Num5, Page::Report),
        (Key::Num7, Page::Verify),
        (Key::Num9, Page::Directory),
    ] {
        bench.press(Modifiers::ALT, key);
        read(&bench, &allowed, &format!("empty {page:?}"));
    }
    bench.press(Modifiers::NONE, Key::F1);
    read(&bench, &allowed, "shortcuts");
    bench.press(Modifiers::NONE, Key::Escape);
    bench.press(Modifiers::COMMAND, Key::S);
    bench.until("a path can be typed", |bench| matches!(bench.model().over, Some(Over::PathField(_))));
    read(&bench, &allowed, "path");
    bench.press(Modifiers::NONE, Key::Escape);
    let facts = scenario::by_id("half-configured").unwrap().facts(now()).unwrap();
    let path = bench.root.path().join("facts.json");
    std::fs::write(&path, serde_json::to_vec(&FactsFile::new(facts)).unwrap()).unwrap();
    bench.dialogs.paths.lock().unwrap().push_back(path);
    bench.press(Modifiers::COMMAND, Key::I);
    bench.until("the evidence is shown", |bench| matches!(bench.model().over, Some(Over::Import(_))));
    read(&bench, &allowed, "import");
    let take = bench.model().words.text("ui-import-take");
    bench.click(&take);
    bench.until("it is taken", |bench| !bench.model().assessment().unwrap().facts.is_empty());
    for key in [Key::Num1, Key::Num2, Key::Num4, Key::Num5] {
        bench.press(Modifiers::ALT, key);
        read(&bench, &allowed, &format!("with facts {key:?}"));
    }
    let more = bench.model().words.text("ui-more");
    for (row, place) in [("command-about", "about"), ("command-messages", "messages")] {
        bench.click(&more);
        read(&bench, &allowed, "more");
        let name = bench.model().words.text(row);
        bench.click(&name);
        read(&bench, &allowed, place);
        bench.press(Modifiers::NONE, Key::Escape);
    }

    // Every item, with everything unfolded, and each of its forms.
    bench.press(Modifiers::ALT, Key::Num2);
    unfold(&mut bench);
    let items: Vec<Item> = bench.model().assessment().unwrap().checklist().items().cloned().collect();
    let mut tried = BTreeSet::new();
    for item in &items {
        select(&mut bench, item);
        read(&bench, &allowed, &item.id);
        let status = bench.model().results.as_ref().unwrap().status(&item.id);
        // The forms of an item depend on what it stands at.
        if !tried.insert(status) {
            continue;
        }
        for key in [Key::A, Key::E, Key::M] {
            if key == Key::E && !matches!(status, Status::Fail | Status::Warn | Status::CouldNotCheck) {
                continue;
            }
            bench.press(Modifiers::NONE, key);
            bench.press(Modifiers::COMMAND, Key::Enter);
            read(&bench, &allowed, &format!("{} {key:?}", item.id));
            bench.press(Modifiers::NONE, Key::Escape);
        }
    }
}

#[test]
fn english_would_be_noticed() {
    let bench = {
        let mut bench = Bench::new("en");
        bench.begin("Contoso");
        bench
    };
    let allowed = Allowed::of(bench.model().assessment().unwrap());
    assert!(allowed.offence("Answer by hand").is_some());
    assert!(allowed.offence("2 items could not be checked").is_some());
    assert!(allowed.offence("Microsoft Entra Connect 2.5.79.0").is_none());
    let words = &bench.model().words;
    assert!(allowed.offence(&words.say(&Message::new("ui-way-run"))).is_some());
}
