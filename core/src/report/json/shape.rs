//! The fields of the report for machines.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    assessment::{Conclusion, Outcome, Role},
    checklist::Weight,
    facts::{Source, Unavailable, Vantage},
    reference::Origin,
};

/// The report for machines.
#[derive(Debug, Serialize, JsonSchema)]
pub struct JsonReport {
    /// Always `readiness-report`.
    pub format: &'static str,
    /// Version of this format: 1.
    pub version: u32,
    /// Language of all words in it.
    pub language: String,
    /// Time zone of the times within words. Times in fields of their own are in UTC.
    pub zone: String,
    /// The program that wrote it.
    pub program: String,
    /// The time for which it speaks.
    pub printed_at: Timestamp,
    /// When the assessment was begun.
    pub created_at: Timestamp,
    /// `training`, `draft`, `stale` or `signed_off`.
    pub standing: &'static str,
    /// SHA-256 that sign-offs are bound to, 64 hexadecimal digits.
    pub digest: String,
    /// Id of the scenario, for training.
    pub training: Option<String>,
    /// Who and what is assessed.
    pub subject: JsonSubject,
    /// Id and edition of the checklist.
    pub checklist: JsonChecklist,
    /// Dates of the reference tables.
    pub reference: BTreeMap<String, Date>,
    /// Where they come from.
    pub data: Origin,
    /// `ready`, `ready_with_exceptions`, `not_ready` or `incomplete`.
    pub conclusion: Conclusion,
    /// True for `ready` and `ready_with_exceptions` only.
    pub is_ready: bool,
    /// The conclusion and what it rests on, in words.
    pub conclusion_words: String,
    /// Number of items by status. Every status is there, also with 0.
    pub counts: BTreeMap<String, usize>,
    /// The same, of required items only.
    pub required: BTreeMap<String, usize>,
    /// Ids of the required items that stand in the way, the most urgent first.
    pub in_the_way: Vec<String>,
    /// Every item, in the order of the checklist.
    pub items: Vec<JsonItem>,
    /// What could not be looked at.
    pub run_errors: Vec<JsonRunError>,
    /// Sign-offs, oldest first.
    pub sign_offs: Vec<JsonSignOff>,
}

/// Who and what is assessed.
#[derive(Debug, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "the fields of Subject")]
pub struct JsonSubject {
    pub organisation: String,
    pub tenant: String,
    pub cloud: String,
    pub forest: String,
    pub sync_server: String,
    pub test_user: String,
    pub admin: String,
    pub assessor: String,
}

/// The checklist.
#[derive(Debug, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "they say themselves")]
pub struct JsonChecklist {
    pub id: String,
    pub edition: String,
}

/// An item.
#[derive(Debug, Serialize, JsonSchema)]
pub struct JsonItem {
    /// Its id, which is stable.
    pub id: String,
    /// Its number in this checklist: `2.3`.
    pub number: String,
    /// Id of its section.
    pub section: String,
    /// Its title.
    pub title: String,
    /// `required`, `advised` or `information`, as it counts now.
    pub weight: Weight,
    /// `fail`, `could_not_check`, `needs_you`, `not_run`, `warn`, `excepted`, `pass`, `not_applicable`, `information`.
    pub status: String,
    /// What it would stand at without an exception.
    pub original_status: String,
    /// One sentence: what was seen or said, with the reason when it does not count.
    pub sentence: String,
    /// The newest finding, also when it no longer counts.
    pub finding: Option<JsonFinding>,
    /// The newest answer, also when it no longer holds.
    pub answer: Option<JsonAnswer>,
    /// The newest exception, also when it no longer holds.
    pub exception: Option<JsonException>,
    /// Who repairs it, by when.
    pub task: Option<JsonTask>,
}

/// A finding.
#[derive(Debug, Serialize, JsonSchema)]
pub struct JsonFinding {
    /// `pass`, `warn`, `fail`, `could_not_check` or `not_applicable`.
    pub verdict: &'static str,
    /// Why it could not be checked: a reason such as `not-signed-in`.
    pub reason: Option<String>,
    /// Id of the message that sums it up.
    pub message: String,
    /// The message in words.
    pub summary: String,
    /// What it rests on.
    pub evidence: Vec<JsonEvidence>,
    /// What to do, in words.
    pub advice: Vec<String>,
    /// When it was judged.
    pub judged_at: Timestamp,
    /// When the oldest fact it rests on was seen.
    pub seen_at: Option<Timestamp>,
    /// From where it was seen.
    pub measured_from: Option<Vantage>,
    /// It is about another subject, so it does not count.
    pub is_stale: bool,
}

/// A row of evidence.
#[derive(Debug, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "they say themselves")]
pub struct JsonEvidence {
    pub label: String,
    pub value: String,
}

/// An answer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct JsonAnswer {
    /// What they say.
    pub outcome: Outcome,
    /// Who.
    pub who: String,
    /// Their role.
    pub title: String,
    /// How they know.
    pub why: String,
    /// When.
    pub at: Timestamp,
    /// The last day it holds.
    pub until: Date,
    /// False when it is past its end, or about another subject.
    pub holds: bool,
    /// SHA-256 of attached files.
    pub attachments: Vec<String>,
}

/// An exception.
#[derive(Debug, Serialize, JsonSchema)]
pub struct JsonException {
    /// Who accepts it.
    pub who: String,
    /// Why.
    pub why: String,
    /// When.
    pub at: Timestamp,
    /// The last day it holds.
    pub until: Date,
    /// What was accepted: `warn`, `fail` or `could_not_check`.
    pub accepted: String,
    /// False when it is past its end, was ended, or does not cover what is found now.
    pub holds: bool,
}

/// Who repairs an item.
#[derive(Debug, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "they say themselves")]
pub struct JsonTask {
    pub owner: String,
    pub due: Option<Date>,
}

/// Something that could not be looked at.
#[derive(Debug, Serialize, JsonSchema)]
pub struct JsonRunError {
    /// When.
    pub at: Timestamp,
    /// Where.
    pub source: Source,
    /// The typed reason.
    pub why: Unavailable,
    /// The reason in words.
    pub words: String,
}

/// A sign-off.
#[derive(Debug, Serialize, JsonSchema)]
pub struct JsonSignOff {
    /// In which role.
    pub role: Role,
    /// Who.
    pub who: String,
    /// Their title.
    pub title: String,
    /// When.
    pub at: Timestamp,
    /// What they signed.
    pub digest: String,
    /// True when it covers the assessment as it is now.
    pub covers: bool,
}
