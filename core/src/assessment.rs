//! The assessment: everything held about one subject. What machines found, what people answered and accepted, and who
//! stands by it. The conclusion is derived from it, never stored.

mod answer;
mod attachment;
pub mod compare;
mod conclusion;
mod digest;
mod edit;
pub mod file;
mod redact;
mod sign_off;
mod status;

pub use answer::{Answer, Exception, Note, Outcome, Task};
pub use attachment::{Attachment, LARGEST as LARGEST_ATTACHMENT};
pub use conclusion::{Conclusion, Reason, Tally};
pub use digest::Digest;
pub(crate) use digest::sha256_hex;
pub use edit::EditError;
pub use redact::{RedactError, RedactedFrom};
pub use sign_off::{Role, SignOff, Standing};
pub use status::{ItemState, Status};

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Subject,
    checklist::{Checklist, ItemId, built_in},
    facts::{Facts, Source, Unavailable},
    finding::Finding,
    reference::Origin,
};

/// Days for which a finding, or an answer without an end, holds. After that it must be looked at again.
pub const HOLDS_DAYS: i64 = 90;

/// How many findings of one item are kept.
const HISTORY: usize = 20;

/// Everything held about one subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Assessment {
    /// Always `readiness-assessment`.
    pub format: String,
    /// Major version of the format. This program reads version 1.
    pub version: u32,
    /// When it was begun.
    pub created_at: Timestamp,
    /// The program that wrote it last, such as `0.1.0`.
    pub program: String,
    /// The checklist it follows.
    pub checklist: ChecklistUsed,
    /// Who and what is assessed.
    pub subject: Subject,
    /// Id of the scenario its facts come from, for training. Such an assessment cannot be signed off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training: Option<String>,
    /// Dates of the reference tables that the findings were judged by.
    #[serde(default)]
    pub reference: BTreeMap<String, Date>,
    /// Where those tables come from.
    #[serde(default, skip_serializing_if = "Origin::is_built_in")]
    pub data: Origin,
    /// What was seen.
    #[serde(default)]
    pub facts: Facts,
    /// What checks found, by item, newest first.
    #[serde(default)]
    pub findings: BTreeMap<ItemId, Vec<Judged>>,
    /// What people answered, by item, newest first.
    #[serde(default)]
    pub answers: BTreeMap<ItemId, Vec<Answer>>,
    /// What people accepted, by item, newest first.
    #[serde(default)]
    pub exceptions: BTreeMap<ItemId, Vec<Exception>>,
    /// What people noted, by item, newest first.
    #[serde(default)]
    pub notes: BTreeMap<ItemId, Vec<Note>>,
    /// Who will repair what by when, by item.
    #[serde(default)]
    pub tasks: BTreeMap<ItemId, Task>,
    /// Files attached to answers, by SHA-256 in hexadecimal.
    #[serde(default)]
    pub attachments: BTreeMap<String, Attachment>,
    /// What went wrong in runs.
    #[serde(default)]
    pub run_errors: Vec<RunError>,
    /// Who stands by it.
    #[serde(default)]
    pub sign_offs: Vec<SignOff>,
    /// Fields that a newer program wrote.
    #[serde(flatten)]
    pub other: serde_json::Map<String, serde_json::Value>,
}

/// The checklist an assessment follows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChecklistUsed {
    /// Its id.
    pub id: String,
    /// Its edition.
    pub edition: String,
    /// The whole checklist when it is not the built-in one, so that the file can be opened anywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Checklist>,
}

/// A finding, with what is needed to know later whether it still holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Judged {
    /// When it was judged.
    pub at: Timestamp,
    /// Digest of the subject it is about; another subject makes it stale.
    pub subject: String,
    /// The finding.
    #[serde(flatten)]
    pub finding: Finding,
}

/// Something that went wrong in a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RunError {
    /// When.
    pub at: Timestamp,
    /// Where.
    pub source: Source,
    /// What.
    pub why: Unavailable,
}

impl Assessment {
    /// An empty assessment that follows a checklist.
    pub fn new(checklist: &Checklist, subject: Subject, now: Timestamp) -> Self {
        let own = (checklist != built_in()).then(|| checklist.clone());
        Self {
            format: "readiness-assessment".to_owned(),
            version: 1,
            created_at: now,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            checklist: ChecklistUsed { id: checklist.id.clone(), edition: checklist.edition.clone(), own },
            subject,
            training: None,
            reference: BTreeMap::new(),
            data: Origin::BuiltIn,
            facts: Facts::default(),
            findings: BTreeMap::new(),
            answers: BTreeMap::new(),
            exceptions: BTreeMap::new(),
            notes: BTreeMap::new(),
            tasks: BTreeMap::new(),
            attachments: BTreeMap::new(),
            run_errors: Vec::new(),
            sign_offs: Vec::new(),
            other: serde_json::Map::new(),
        }
    }

    /// The checklist it follows.
    pub fn checklist(&self) -> &Checklist {
        self.checklist.own.as_ref().unwrap_or_else(|| built_in())
    }

    /// The newest finding of an item.
    pub fn finding(&self, item: &str) -> Option<&Judged> {
        self.findings.get(item)?.first()
    }

    /// Takes facts that were seen of the subject as it is now.
    pub fn import(&mut self, facts: Facts) {
        self.facts.extend(facts.marked(&self.subject));
    }

    /// Takes the findings of a run. Older ones are kept as history.
    pub fn take_findings(&mut self, findings: impl IntoIterator<Item = (ItemId, Finding)>, now: Timestamp) {
        let subject = self.subject.digest();
        for (item, finding) in findings {
            let history = self.findings.entry(item).or_default();
            history.insert(0, Judged { at: now, subject: subject.clone(), finding });
            history.truncate(HISTORY);
        }
    }
}

#[cfg(test)]
mod tests;
