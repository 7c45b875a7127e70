//! Compares two assessments of one subject: item by item what became better, what became worse, and what changed
//! otherwise. Nothing is flattered: what was not known before is not fixed, and what is no longer known is worse.

mod evidence;
mod item;

pub use evidence::FactChange;
pub use item::{Change, Effect, ItemChange, Side};

use std::collections::BTreeMap;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Assessment, Conclusion};
use crate::{Message, checklist::ItemId, msg};

/// Why two assessments say little about each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "differs", rename_all = "kebab-case")]
pub enum Mismatch {
    /// They follow different checklists.
    Checklist {
        /// Id of the earlier one's.
        before: String,
        /// Id of the later one's.
        now: String,
    },
    /// They are about different tenants.
    Tenant {
        /// The earlier one's.
        before: String,
        /// The later one's.
        now: String,
    },
    /// They are about different forests.
    Forest {
        /// The earlier one's.
        before: String,
        /// The later one's.
        now: String,
    },
    /// They are about different clouds.
    Cloud {
        /// The earlier one's.
        before: String,
        /// The later one's.
        now: String,
    },
    /// One holds recorded facts, and the other real ones.
    Training,
}

impl Mismatch {
    /// The mismatch as a message: `compare-mismatch-…`.
    pub fn message(&self) -> Message {
        let (id, before, now) = match self {
            Self::Checklist { before, now } => ("compare-mismatch-checklist", before, now),
            Self::Tenant { before, now } => ("compare-mismatch-tenant", before, now),
            Self::Forest { before, now } => ("compare-mismatch-forest", before, now),
            Self::Cloud { before, now } => ("compare-mismatch-cloud", before, now),
            Self::Training => return msg!("compare-mismatch-training"),
        };
        msg!(id, before = before, now = now)
    }
}

/// Two assessments beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// When the earlier one is looked at: when it was last changed.
    pub before_at: Timestamp,
    /// The earlier one's conclusion at that time.
    pub before: Conclusion,
    /// When the later one is looked at.
    pub now_at: Timestamp,
    /// The later one's conclusion at that time.
    pub now: Conclusion,
    /// Why they say little about each other; empty when they compare well.
    pub mismatches: Vec<Mismatch>,
    /// Every item of both, in order of the later checklist, then what only the earlier one has.
    pub items: Vec<ItemChange>,
}

impl Comparison {
    /// Compares an earlier assessment, as it stood when it was last changed, with a later one as it stands at `now`:
    /// what has lapsed since counts against the later one.
    pub fn new(before: &Assessment, now: &Assessment, at: Timestamp) -> Self {
        let before_at = before.last_change().min(at);
        let mut items: Vec<ItemChange> = Vec::new();
        for item in now.checklist().items() {
            let earlier = before.checklist().item(&item.id).map(|item| before.state(item, before_at));
            items.push(item::changed(&item.id, earlier.as_ref(), Some(&now.state(item, at))));
        }
        for item in before.checklist().items().filter(|item| now.checklist().item(&item.id).is_none()) {
            items.push(item::changed(&item.id, Some(&before.state(item, before_at)), None));
        }
        Self {
            before_at,
            before: before.conclude(before_at).conclusion,
            now_at: at,
            now: now.conclude(at).conclusion,
            mismatches: mismatches(before, now),
            items,
        }
    }

    /// True when they are about the same subject and follow the same checklist.
    pub fn is_comparable(&self) -> bool {
        self.mismatches.is_empty()
    }

    /// True when an item, or the conclusion, is worse than it was.
    pub fn is_worse(&self) -> bool {
        conclusion_rank(self.now) > conclusion_rank(self.before)
            || self.items.iter().any(|item| item.effect == Effect::Worse)
    }

    /// Number of items by change.
    pub fn counts(&self) -> BTreeMap<Change, usize> {
        let mut counts = BTreeMap::new();
        for item in &self.items {
            *counts.entry(item.change).or_default() += 1;
        }
        counts
    }

    /// The items with this change, in order.
    pub fn with(&self, change: Change) -> impl Iterator<Item = &ItemChange> {
        self.items.iter().filter(move |item| item.change == change)
    }

    /// The change of an item.
    pub fn item(&self, id: &ItemId) -> Option<&ItemChange> {
        self.items.iter().find(|item| item.item == *id)
    }
}

/// The higher, the worse.
fn conclusion_rank(conclusion: Conclusion) -> u8 {
    match conclusion {
        Conclusion::Ready => 0,
        Conclusion::ReadyWithExceptions => 1,
        Conclusion::Incomplete => 2,
        Conclusion::NotReady => 3,
    }
}

fn mismatches(before: &Assessment, now: &Assessment) -> Vec<Mismatch> {
    let mut found = Vec::new();
    if before.checklist.id != now.checklist.id {
        let (before, now) = (before.checklist.id.clone(), now.checklist.id.clone());
        found.push(Mismatch::Checklist { before, now });
    }
    if before.training.is_some() != now.training.is_some() {
        found.push(Mismatch::Training);
    }
    // What one of them does not name cannot be told apart.
    let differs = |a: &str, b: &str| {
        let (a, b) = (a.trim(), b.trim());
        !a.is_empty() && !b.is_empty() && a.to_lowercase() != b.to_lowercase()
    };
    let (a, b) = (&before.subject, &now.subject);
    if differs(&a.tenant, &b.tenant) && !same_tenant(before, now) {
        found.push(Mismatch::Tenant { before: a.tenant.clone(), now: b.tenant.clone() });
    }
    if differs(&a.forest, &b.forest) {
        found.push(Mismatch::Forest { before: a.forest.clone(), now: b.forest.clone() });
    }
    if a.cloud != b.cloud {
        found.push(Mismatch::Cloud { before: a.cloud.to_string(), now: b.cloud.to_string() });
    }
    found
}

/// A tenant has many names. Two names are one tenant's when what was seen of either knows both by one id.
fn same_tenant(before: &Assessment, now: &Assessment) -> bool {
    [before, now].into_iter().any(|assessment| {
        assessment.facts.tenant().all().any(|(_, facts)| {
            let Ok(identity) = facts.identity.as_result() else { return false };
            let knows = |name: &str| {
                std::iter::once(&identity.id)
                    .chain(&identity.domains)
                    .any(|known| known.trim().eq_ignore_ascii_case(name.trim()))
            };
            knows(&before.subject.tenant) && knows(&now.subject.tenant)
        })
    })
}

impl Assessment {
    /// When anything in it happened last: a look, a judgement, an answer, an exception, a note, a sign-off.
    pub fn last_change(&self) -> Timestamp {
        let looks = self.facts.snapshots().iter().map(|snapshot| snapshot.seen_at);
        let findings = self.findings.values().flatten().map(|judged| judged.at);
        let answers = self.answers.values().flatten().map(|answer| answer.at);
        let exceptions = self.exceptions.values().flatten();
        let exceptions = exceptions.map(|exception| exception.ended_at.unwrap_or(exception.at).max(exception.at));
        let notes = self.notes.values().flatten().map(|note| note.at);
        let sign_offs = self.sign_offs.iter().map(|sign_off| sign_off.at);
        let errors = self.run_errors.iter().map(|error| error.at);
        let all = looks.chain(findings).chain(answers).chain(exceptions).chain(notes).chain(sign_offs).chain(errors);
        all.max().unwrap_or(self.created_at).max(self.created_at)
    }
}

#[cfg(test)]
mod tests;
