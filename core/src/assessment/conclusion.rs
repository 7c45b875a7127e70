//! The conclusion: derived from what every item stands at, never stored.

use std::collections::BTreeMap;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Assessment, Status};
use crate::{
    Message,
    checklist::{ItemId, Weight},
    msg,
};

/// Whether password writeback is ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// Every required item is met.
    Ready,
    /// Every required item is met or accepted, and at least one is accepted.
    ReadyWithExceptions,
    /// A required item is not met.
    NotReady,
    /// No required item fails, and at least one is not known.
    Incomplete,
}

impl Conclusion {
    /// The id of the message with its word: `conclusion-…`.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Ready => "conclusion-ready",
            Self::ReadyWithExceptions => "conclusion-ready-with-exceptions",
            Self::NotReady => "conclusion-not-ready",
            Self::Incomplete => "conclusion-incomplete",
        }
    }
}

/// The conclusion with what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// The conclusion.
    pub conclusion: Conclusion,
    /// Number of items by status, all weights.
    pub counts: BTreeMap<Status, usize>,
    /// Number of items by status, required ones only.
    pub required: BTreeMap<Status, usize>,
    /// Required items that stand in the way, the most urgent first, otherwise in order of the checklist.
    pub reasons: Vec<Reason>,
}

/// A required item that stands in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The item.
    pub item: ItemId,
    /// What it stands at.
    pub status: Status,
}

impl Tally {
    /// Number of items with this status, all weights.
    pub fn count(&self, status: Status) -> usize {
        self.counts.get(&status).copied().unwrap_or(0)
    }

    /// Number of items that count: all but those for information.
    pub fn judged_of(&self) -> (usize, usize) {
        let all: usize = Status::ALL[..8].iter().map(|status| self.count(*status)).sum();
        (all - self.count(Status::NotRun) - self.count(Status::NeedsYou), all)
    }

    /// "4 failed", "2 could not be checked", …: one message for each status that stands in the way, with its number.
    pub fn reason_messages(&self) -> Vec<(Status, Message)> {
        let number = |status: Status| self.required.get(&status).copied().unwrap_or(0);
        [
            (Status::Fail, "reason-fail"),
            (Status::CouldNotCheck, "reason-could-not-check"),
            (Status::NeedsYou, "reason-needs-you"),
            (Status::NotRun, "reason-not-run"),
            (Status::Excepted, "reason-excepted"),
        ]
        .into_iter()
        .filter(|(status, _)| number(*status) > 0)
        .map(|(status, id)| (status, msg!(id, count = number(status))))
        .collect()
    }
}

impl Assessment {
    /// The conclusion and what it rests on.
    pub fn conclude(&self, now: Timestamp) -> Tally {
        let mut counts: BTreeMap<Status, usize> = BTreeMap::new();
        let mut required: BTreeMap<Status, usize> = BTreeMap::new();
        let mut reasons = Vec::new();
        for item in self.checklist().items() {
            let state = self.state(item, now);
            *counts.entry(state.status).or_default() += 1;
            if state.weight == Weight::Required {
                *required.entry(state.status).or_default() += 1;
                if !state.status.is_settled() {
                    reasons.push(Reason { item: item.id.clone(), status: state.status });
                }
            }
        }
        reasons.sort_by_key(|reason| reason.status);
        let number = |status: Status| required.get(&status).copied().unwrap_or(0);
        let conclusion = if number(Status::Fail) > 0 {
            Conclusion::NotReady
        } else if !reasons.is_empty() || number(Status::Pass) == 0 {
            // A checklist in which nothing required passes proves nothing.
            Conclusion::Incomplete
        } else if number(Status::Excepted) > 0 {
            Conclusion::ReadyWithExceptions
        } else {
            Conclusion::Ready
        };
        Tally { conclusion, counts, required, reasons }
    }
}
