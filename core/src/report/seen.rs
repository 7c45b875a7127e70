//! What was seen of one item, for a screen: every fact that its check judges, and the picture that the report draws of
//! it. The same rows and the same pictures as in the report, so that screen and paper cannot differ.

use jiff::Timestamp;
use serde::Serialize;

use super::{
    blocks::Block,
    compose::Pictures,
    evidence::{self, FactRow},
};
use crate::{Message, Words, assessment::Assessment, checklist::Item, facts::Vantage};

/// One fact of an item.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeenFact {
    /// When it was seen.
    pub at: Timestamp,
    /// How long it took, in milliseconds, when that is known of this very fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub took_ms: Option<u64>,
    /// From where.
    pub from: Vantage,
    /// It is of the newest look at its source from this place.
    pub newest: bool,
    /// What was looked at.
    pub looked_at: Message,
    /// What was seen, or why nothing was.
    pub seen: Message,
}

impl From<FactRow> for SeenFact {
    fn from(row: FactRow) -> Self {
        let FactRow { at, took_ms, vantage, newest, looked_at, seen, .. } = row;
        Self { at, took_ms, from: vantage, newest, looked_at, seen }
    }
}

/// The facts that the check of this item judges, those of the newest looks first, otherwise in the order in which they
/// were seen. Empty for an item that only a person can tell.
pub fn facts_of(assessment: &Assessment, item: &Item, words: &Words) -> Vec<SeenFact> {
    let Some(check) = item.check.as_deref() else { return Vec::new() };
    let rows = evidence::rows(&assessment.facts, words.zone()).into_iter();
    let mut facts: Vec<SeenFact> = rows.filter(|row| row.checks.contains(&check)).map(SeenFact::from).collect();
    facts.sort_by_key(|fact| !fact.newest);
    facts
}

/// The pictures of an item: the steps of a probe, silent connections, rights, the chain.
pub fn pictures_of(assessment: &Assessment, item: &Item, words: &Words) -> Vec<Block> {
    Pictures { assessment, words }.of(item)
}
