//! Which characters of a report no embedded font has, and where they come from. Said before the report is made, so that
//! nobody finds a box in place of a name on paper.

use jiff::Timestamp;
use readiness_core::{
    Words,
    assessment::Assessment,
    checklist::ItemId,
    report::{Letterhead, Report, ReportOptions, pdf},
};

/// The characters that would be printed as boxes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glyphs {
    /// The characters, each once.
    pub missing: Vec<char>,
    /// The items that say them.
    pub items: Vec<ItemId>,
    /// The subject says one of them.
    pub in_subject: bool,
}

/// Lays the report out and looks.
pub(super) fn look(assessment: &Assessment, words: &Words, letterhead: &Letterhead, now: Timestamp) -> Glyphs {
    let report = Report::compose(assessment, words, &ReportOptions { now }).on(letterhead, words);
    let missing = pdf::missing_glyphs(&report);
    if missing.is_empty() {
        return Glyphs::default();
    }
    let says = |what: Result<String, serde_json::Error>| {
        what.is_ok_and(|text| text.chars().any(|letter| missing.contains(&letter)))
    };
    let ids = assessment.checklist().items().map(|item| &item.id);
    let items = ids.filter(|id| {
        says(serde_json::to_string(&(
            assessment.answers.get(*id),
            assessment.exceptions.get(*id),
            assessment.notes.get(*id),
            assessment.findings.get(*id),
        )))
    });
    let items = items.cloned().collect();
    let in_subject = says(serde_json::to_string(&assessment.subject));
    Glyphs { missing, items, in_subject }
}
