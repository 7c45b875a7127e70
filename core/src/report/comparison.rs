//! A comparison said in one language: as text for a terminal, as JSON, and as the blocks of a report.

mod blocks;
mod json;
mod text;

pub use blocks::comparison_report;
pub use json::{JsonComparedFact, JsonComparedItem, JsonComparedSide, JsonComparison, comparison_json};
pub use text::comparison_text;

use crate::{
    Words,
    assessment::{
        Assessment,
        compare::{Comparison, ItemChange},
    },
    checklist::{Item, Section},
};

/// Two assessments, what became of each item, and the words to say it with.
pub struct Compared<'a> {
    /// The earlier assessment.
    pub before: &'a Assessment,
    /// The later one.
    pub now: &'a Assessment,
    /// What became of each item.
    pub comparison: &'a Comparison,
    /// Language and time zone.
    pub words: &'a Words,
}

impl<'a> Compared<'a> {
    /// An item with its section: the later checklist's, or the earlier one's when it was removed.
    fn placed(&self, change: &ItemChange) -> Option<(&'a Section, &'a Item)> {
        [self.now, self.before].into_iter().find_map(|assessment| {
            let checklist = assessment.checklist();
            Some((checklist.section_of(&change.item)?, checklist.item(&change.item)?))
        })
    }

    /// The title of an item.
    pub fn title(&self, change: &ItemChange) -> String {
        self.placed(change).map_or_else(|| change.item.clone(), |(_, item)| self.words.item_title(item))
    }

    /// The title of an item's section.
    pub fn section(&self, change: &ItemChange) -> String {
        self.placed(change).map(|(section, _)| self.words.section_title(section)).unwrap_or_default()
    }

    fn organisation(&self) -> String {
        let names = [self.now, self.before].map(|assessment| assessment.subject.organisation.trim().to_owned());
        let named = names.into_iter().find(|name| !name.is_empty());
        named.unwrap_or_else(|| self.words.text("report-organisation-unnamed"))
    }
}
