//! A comparison for machines. Field names are stable: fields may be added, and `version` grows when one is changed or
//! removed.

use std::collections::BTreeMap;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::Compared;
use crate::{
    Words,
    assessment::{
        Conclusion,
        compare::{Change, Effect, ItemChange, Mismatch, Side},
    },
    checklist::{ItemId, Weight},
    facts::Vantage,
};

/// A comparison of two assessments.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct JsonComparison {
    /// Always `readiness-comparison`.
    pub format: &'static str,
    /// Major version of the format.
    pub version: u32,
    /// Language of the words.
    pub language: String,
    /// The earlier assessment, as it stood when it was last changed.
    pub before: JsonCompared,
    /// The later one, as it stands.
    pub now: JsonCompared,
    /// True when they are about the same subject and follow the same checklist.
    pub is_comparable: bool,
    /// Why they say little about each other.
    pub mismatches: Vec<Mismatch>,
    /// True when an item, or the conclusion, is worse than it was.
    pub is_worse: bool,
    /// Number of items by change; every change is named.
    pub counts: BTreeMap<&'static str, usize>,
    /// Every item.
    pub items: Vec<JsonComparedItem>,
}

/// One of the two assessments.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct JsonCompared {
    /// The time for which it speaks.
    pub at: Timestamp,
    /// Its conclusion at that time.
    pub conclusion: Conclusion,
    /// Its digest.
    pub digest: String,
    /// The organisation.
    pub organisation: String,
    /// The tenant.
    pub tenant: String,
    /// Edition of its checklist.
    pub edition: String,
    /// Id of the scenario, for training.
    pub training: Option<String>,
}

/// What became of an item.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct JsonComparedItem {
    /// Its id.
    pub id: ItemId,
    /// Its title.
    pub title: String,
    /// What became of it.
    pub change: Change,
    /// Whether that is better or worse.
    pub effect: Effect,
    /// Id of the message that says what changed.
    pub message: String,
    /// What changed, in words.
    pub what: String,
    /// In the earlier assessment; absent when it is new.
    pub before: Option<JsonComparedSide>,
    /// In the later one; absent when it was removed.
    pub now: Option<JsonComparedSide>,
    /// The facts that changed.
    pub facts: Vec<JsonComparedFact>,
}

/// An item in one of the two.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct JsonComparedSide {
    /// What it stands at.
    pub status: String,
    /// What it would stand at without an exception.
    pub original_status: String,
    /// How much it counts.
    pub weight: Weight,
    /// What was found or answered.
    pub summary: Option<String>,
    /// From where it was seen.
    pub measured_from: Option<Vantage>,
    /// When it was seen or answered.
    pub seen_at: Option<Timestamp>,
}

/// A fact that changed.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct JsonComparedFact {
    /// What was looked at.
    pub label: String,
    /// What was seen before.
    pub before: Option<String>,
    /// What is seen now.
    pub now: Option<String>,
}

/// The comparison as JSON, indented, with a line break at its end.
pub fn comparison_json(compared: &Compared<'_>) -> String {
    match serde_json::to_string_pretty(&JsonComparison::new(compared)) {
        Ok(text) => text + "\n",
        // Only a map with keys that are not strings cannot be written, and there is none in these types.
        Err(error) => format!("{}\n", serde_json::json!({ "error": error.to_string() })),
    }
}

impl JsonComparison {
    fn new(compared: &Compared<'_>) -> Self {
        let comparison = compared.comparison;
        let one = |assessment: &crate::assessment::Assessment, at, conclusion| JsonCompared {
            at,
            conclusion,
            digest: assessment.digest().hex().to_owned(),
            organisation: assessment.subject.organisation.clone(),
            tenant: assessment.subject.tenant.clone(),
            edition: assessment.checklist.edition.clone(),
            training: assessment.training.clone(),
        };
        let counts = comparison.counts();
        Self {
            format: "readiness-comparison",
            version: 1,
            language: compared.words.language().tag().to_owned(),
            before: one(compared.before, comparison.before_at, comparison.before),
            now: one(compared.now, comparison.now_at, comparison.now),
            is_comparable: comparison.is_comparable(),
            mismatches: comparison.mismatches.clone(),
            is_worse: comparison.is_worse(),
            counts: Change::ALL
                .into_iter()
                .map(|change| (name(change), counts.get(&change).copied().unwrap_or(0)))
                .collect(),
            items: comparison.items.iter().map(|item| JsonComparedItem::new(compared, item)).collect(),
        }
    }
}

/// The name of a change in files.
fn name(change: Change) -> &'static str {
    match change {
        Change::Regressed => "regressed",
        Change::Lost => "lost",
        Change::ExceptionLapsed => "exception_lapsed",
        Change::AnswerChanged => "answer_changed",
        Change::Fixed => "fixed",
        Change::Improved => "improved",
        Change::NewlyKnown => "newly_known",
        Change::ExceptionAdded => "exception_added",
        Change::New => "new",
        Change::Removed => "removed",
        Change::Other => "other",
        Change::Unchanged => "unchanged",
    }
}

impl JsonComparedItem {
    fn new(compared: &Compared<'_>, item: &ItemChange) -> Self {
        let words = compared.words;
        Self {
            id: item.item.clone(),
            title: compared.title(item),
            change: item.change,
            effect: item.effect,
            message: item.what.id.clone(),
            what: words.say(&item.what),
            before: item.before.as_ref().map(|side| JsonComparedSide::new(words, side)),
            now: item.now.as_ref().map(|side| JsonComparedSide::new(words, side)),
            facts: item
                .facts
                .iter()
                .map(|fact| JsonComparedFact {
                    label: words.say(&fact.label),
                    before: fact.before.as_ref().map(|value| words.say(value)),
                    now: fact.now.as_ref().map(|value| words.say(value)),
                })
                .collect(),
        }
    }
}

impl JsonComparedSide {
    fn new(words: &Words, side: &Side) -> Self {
        Self {
            status: side.status.name(),
            original_status: side.original.name(),
            weight: side.weight,
            summary: side.summary.as_ref().map(|summary| words.say(summary)),
            measured_from: side.measured_from.clone(),
            seen_at: side.seen_at,
        }
    }
}
