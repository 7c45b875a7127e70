//! The index that searches go over: for each item its titles in every language, and everything that is said of it. Made
//! by the worker, for with thousands of items it takes longer than a frame.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use readiness_core::{
    Words,
    assessment::Assessment,
    checklist::{Checklist, Item, ItemId},
};

use super::results::Stamp;

/// The index of one state of an assessment.
#[derive(Debug, Default)]
pub struct Index {
    /// The state.
    pub of: Stamp,
    entries: Vec<Entry>,
    places: HashMap<ItemId, usize>,
}

/// An item, in lower case.
#[derive(Debug)]
struct Entry {
    item: ItemId,
    /// The title in the language of the screen first.
    titles: Vec<String>,
    text: String,
}

impl Index {
    /// The index of an assessment. `words` are those of the screen, `others` those of the other languages.
    pub fn new(of: Stamp, assessment: &Assessment, words: &Words, others: &[Words], now: Timestamp) -> Self {
        let items = assessment.checklist().items();
        let entries: Vec<Entry> = items
            .map(|item| Entry {
                item: item.id.clone(),
                titles: std::iter::once(words)
                    .chain(others.iter().filter(|other| other.language() != words.language()))
                    .map(|words| words.item_title(item).to_lowercase())
                    .collect(),
                text: text_of(assessment, item, words, now).to_lowercase(),
            })
            .collect();
        let places = entries.iter().enumerate().map(|(place, entry)| (entry.item.clone(), place)).collect();
        Self { of, entries, places }
    }

    /// Items of which everything that is said, taken together, holds each of these words.
    pub fn find(&self, wanted: &str) -> HashSet<ItemId> {
        let wanted = wanted.to_lowercase();
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        let says = |entry: &Entry, word: &str| {
            entry.item.contains(word)
                || entry.titles.iter().any(|title| title.contains(word))
                || entry.text.contains(word)
        };
        let found = self.entries.iter().filter(|entry| wanted.iter().all(|word| says(entry, word)));
        found.map(|entry| entry.item.clone()).collect()
    }

    /// Places in the checklist of items whose id or title holds each of these words, in lower case: those whose title
    /// begins like that first. At most `most`.
    pub fn with_title(&self, wanted: &[&str], most: usize) -> Vec<usize> {
        let says = |entry: &Entry| {
            wanted.iter().all(|word| entry.item.contains(word) || entry.titles.iter().any(|title| title.contains(word)))
        };
        let begins =
            |entry: &Entry| wanted.first().is_some_and(|word| entry.titles.iter().any(|title| title.starts_with(word)));
        let mut found: Vec<usize> =
            (0..self.entries.len()).filter(|place| self.entries.get(*place).is_some_and(says)).collect();
        found.sort_by_key(|place| !self.entries.get(*place).is_some_and(begins));
        found.truncate(most);
        found
    }

    /// The item at a place that [`Self::with_title`] found.
    pub fn item<'a>(&self, checklist: &'a Checklist, place: usize) -> Option<&'a Item> {
        checklist.item(&self.entries.get(place)?.item)
    }

    /// True when the title in the language of the screen begins like this, in lower case.
    pub fn title_begins(&self, item: &str, text: &str) -> bool {
        self.title(item).is_some_and(|title| title.starts_with(text))
    }

    /// True when a word of the title in the language of the screen begins like this, in lower case.
    pub fn word_begins(&self, item: &str, text: &str) -> bool {
        let at_word = |(at, _): (usize, &str), title: &str| {
            title[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric())
        };
        self.title(item).is_some_and(|title| title.match_indices(text).any(|found| at_word(found, title)))
    }

    fn title(&self, item: &str) -> Option<&str> {
        let entry = self.entries.get(*self.places.get(item)?)?;
        entry.titles.first().map(String::as_str)
    }
}

/// Everything that is said of an item: why it matters, what was found with its evidence, what people said of it, and the
/// steps of the repair.
fn text_of(assessment: &Assessment, item: &Item, words: &Words, now: Timestamp) -> String {
    let state = assessment.state(item, now);
    let mut parts = vec![words.item_why(item), words.item_ask(item), words.text(state.status.message_id())];
    parts.extend(words.item_article(item));
    parts.extend((0..item.fixes.len()).map(|index| words.item_fix(item, index)));
    parts.extend(item.fixes.iter().filter_map(|fix| fix.command.clone()));
    if let Some(judged) = state.finding {
        let finding = &judged.finding;
        parts.push(words.say(&finding.summary));
        parts.extend(finding.evidence.iter().flat_map(|row| [words.say(&row.label), words.say(&row.value)]));
        parts.extend(finding.measured_from.as_ref().map(|place| words.say(&place.message())));
    }
    for answer in state.answer.into_iter().chain(state.answer_lapsed) {
        parts.extend([answer.who.clone(), answer.why.clone()]);
    }
    for exception in state.exception.into_iter().chain(state.exception_lapsed) {
        parts.extend([exception.who.clone(), exception.why.clone()]);
    }
    parts.join("\n")
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;
    use readiness_core::{Language, Subject, checklist::built_in, finding::Finding, msg};

    use super::*;

    fn index() -> Index {
        let now = Timestamp::UNIX_EPOCH;
        let words = |language: &Language| Words::new(language, TimeZone::UTC);
        let mut assessment = Assessment::new(built_in(), Subject::default(), now);
        let finding = Finding::fail(msg!("unavailable-skipped")).with("evidence-probe", "proxy17.contoso.local");
        assessment.take_findings([("connectivity.proxy".to_owned(), finding)], now);
        let others: Vec<Words> = Language::all().iter().map(words).collect();
        Index::new(Stamp::default(), &assessment, &words(&Language::english()), &others, now)
    }

    #[test]
    fn evidence_is_searched_and_all_words_must_be_there() {
        let index = index();
        assert_eq!(index.find("PROXY17.contoso"), HashSet::from(["connectivity.proxy".to_owned()]));
        assert_eq!(index.find("proxy17 no-such-word"), HashSet::new());
        assert_eq!(index.find("connectivity.heartbeat failed not"), HashSet::new());
        assert_eq!(index.find("").len(), built_in().items().count());
    }

    #[test]
    fn titles_of_every_language_are_found() {
        let index = index();
        let chinese = Words::new(&"zh-CN".parse().expect("a language"), TimeZone::UTC);
        let item = built_in().item("connectivity.heartbeat").expect("it is built in");
        let title = chinese.item_title(item).to_lowercase();
        let found = index.with_title(&[&title], 9);
        assert_eq!(found.iter().filter_map(|place| index.item(built_in(), *place)).next(), Some(item));
    }

    #[test]
    fn a_title_begins_with_its_first_word_and_with_others() {
        let index = index();
        let words = Words::new(&Language::english(), TimeZone::UTC);
        let item = built_in().item("connectivity.heartbeat").expect("it is built in");
        let title = words.item_title(item).to_lowercase();
        let last = title.split(' ').next_back().expect("a word");
        assert!(index.title_begins(&item.id, &title[..4]) && !index.title_begins(&item.id, last));
        assert!(index.word_begins(&item.id, last) && !index.word_begins(&item.id, &last[1..]));
    }
}
