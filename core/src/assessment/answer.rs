//! What people say: answers, exceptions, notes, tasks.

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::HOLDS_DAYS;

/// What a person says of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It is as it must be.
    Pass,
    /// It is not.
    Fail,
    /// It does not apply here.
    NotApplicable,
}

impl Outcome {
    /// `pass`, `fail`, `not-applicable`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// What a person says of an item, with name and reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// What they say.
    pub outcome: Outcome,
    /// Who says it.
    pub who: String,
    /// Their role, if given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// How they know.
    pub why: String,
    /// When they said it.
    pub at: Timestamp,
    /// The day on which they saw it; absent: the day on which they said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_on: Option<Date>,
    /// The last day it holds; absent: [`HOLDS_DAYS`] days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Digest of the subject it is about; another subject makes it stale.
    #[serde(default)]
    pub subject: String,
    /// SHA-256 of attached files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<String>,
    /// Fields that a newer program wrote.
    #[serde(flatten)]
    pub other: serde_json::Map<String, serde_json::Value>,
}

impl Answer {
    /// The last day on which it holds, in UTC.
    pub fn last_day(&self) -> Date {
        self.until.unwrap_or_else(|| day_of(self.at).saturating_add(jiff::Span::new().days(HOLDS_DAYS)))
    }
}

/// A person accepts a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Exception {
    /// Who accepts it, and owns the risk.
    pub who: String,
    /// Why it is acceptable.
    pub why: String,
    /// What reduces the risk meanwhile, if anything.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mitigation: String,
    /// When it was accepted.
    pub at: Timestamp,
    /// The last day it holds.
    pub until: Date,
    /// What was accepted: `warn`, `fail` or `could_not_check`. Anything worse is not covered.
    pub accepted: String,
    /// It was ended before its time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
    /// Fields that a newer program wrote.
    #[serde(flatten)]
    pub other: serde_json::Map<String, serde_json::Value>,
}

impl Exception {
    /// True while it holds.
    pub fn holds(&self, now: Timestamp) -> bool {
        self.ended_at.is_none() && day_of(now) <= self.until
    }
}

/// A remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// Who wrote it.
    #[serde(default)]
    pub who: String,
    /// What they wrote.
    pub text: String,
    /// When.
    pub at: Timestamp,
}

/// Who repairs an item, and by when.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Task {
    /// Who.
    pub owner: String,
    /// By when.
    pub due: Option<Date>,
}

/// The day of a point in time, in UTC: expiry must not depend on where a file is opened.
pub(super) fn day_of(time: Timestamp) -> Date {
    time.to_zoned(jiff::tz::TimeZone::UTC).date()
}
