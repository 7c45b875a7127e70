//! The report for machines. Field names are stable: fields may be added, and `version` grows when one is changed or
//! removed. Ids of messages stand beside the words, so that a program need not read a sentence.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::Serialize;

use super::survey::{Placed, Survey};
use crate::{
    Words,
    assessment::{Assessment, Conclusion, Outcome, Role, Standing, Status},
    checklist::Weight,
    facts::{Source, Unavailable, Vantage},
};

/// The report as JSON, indented, with a line break at its end.
pub fn json(assessment: &Assessment, words: &Words, now: Timestamp) -> String {
    let document = JsonReport::new(&Survey::new(assessment, words, now));
    match serde_json::to_string_pretty(&document) {
        Ok(text) => text + "\n",
        // Only a map with keys that are not strings cannot be written, and there is none in these types.
        Err(error) => format!("{}\n", serde_json::json!({ "error": error.to_string() })),
    }
}

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

/// The name of a standing in files.
pub(super) fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Training => "training",
        Standing::Draft => "draft",
        Standing::Stale => "stale",
        Standing::SignedOff => "signed_off",
    }
}

impl JsonReport {
    fn new(survey: &Survey<'_>) -> Self {
        let assessment = survey.assessment;
        let subject = &assessment.subject;
        let counts = |by: &BTreeMap<Status, usize>| {
            Status::ALL.iter().map(|status| (status.name(), by.get(status).copied().unwrap_or(0))).collect()
        };
        let words = format!("{}: {}", survey.conclusion_word(), survey.conclusion_sentence());
        Self {
            format: "readiness-report",
            version: 1,
            language: survey.words.language().tag().to_owned(),
            zone: survey.zone(),
            program: assessment.program.clone(),
            printed_at: survey.now,
            created_at: assessment.created_at,
            standing: standing_name(survey.standing),
            digest: survey.digest.hex().to_owned(),
            training: assessment.training.clone(),
            subject: JsonSubject {
                organisation: subject.organisation.clone(),
                tenant: subject.tenant.clone(),
                cloud: subject.cloud.to_string(),
                forest: subject.forest.clone(),
                sync_server: subject.sync_server.clone(),
                test_user: subject.test_user.clone(),
                admin: subject.admin.clone(),
                assessor: subject.assessor.clone(),
            },
            checklist: JsonChecklist {
                id: assessment.checklist.id.clone(),
                edition: assessment.checklist.edition.clone(),
            },
            reference: assessment.reference.clone(),
            conclusion: survey.tally.conclusion,
            is_ready: matches!(survey.tally.conclusion, Conclusion::Ready | Conclusion::ReadyWithExceptions),
            conclusion_words: words,
            counts: counts(&survey.tally.counts),
            required: counts(&survey.tally.required),
            in_the_way: survey.tally.reasons.iter().map(|reason| reason.item.clone()).collect(),
            items: survey.items.iter().map(|placed| JsonItem::new(survey, placed)).collect(),
            run_errors: assessment
                .run_errors
                .iter()
                .map(|error| JsonRunError {
                    at: error.at,
                    source: error.source,
                    why: error.why.clone(),
                    words: survey.say(&error.why.message()),
                })
                .collect(),
            sign_offs: assessment
                .sign_offs
                .iter()
                .map(|sign_off| JsonSignOff {
                    role: sign_off.role,
                    who: sign_off.who.clone(),
                    title: sign_off.title.clone(),
                    at: sign_off.at,
                    digest: sign_off.digest.clone(),
                    covers: survey.standing != Standing::Training && assessment.covers(sign_off, survey.now),
                })
                .collect(),
        }
    }
}

impl JsonItem {
    fn new(survey: &Survey<'_>, placed: &Placed<'_>) -> Self {
        let state = &placed.state;
        let finding = state.finding.map(|judged| {
            let finding = &judged.finding;
            JsonFinding {
                verdict: finding.verdict.name(),
                reason: reason_name(&finding.verdict),
                message: finding.summary.id.clone(),
                summary: survey.say(&finding.summary),
                evidence: finding
                    .evidence
                    .iter()
                    .map(|row| JsonEvidence { label: survey.say(&row.label), value: survey.say(&row.value) })
                    .collect(),
                advice: finding.advice.iter().map(|advice| survey.say(advice)).collect(),
                judged_at: judged.at,
                seen_at: finding.seen_at,
                measured_from: finding.measured_from.clone(),
                is_stale: state.stale,
            }
        });
        let answer = state.answer.or(state.answer_lapsed).map(|answer| JsonAnswer {
            outcome: answer.outcome,
            who: answer.who.clone(),
            title: answer.title.clone(),
            why: answer.why.clone(),
            at: answer.at,
            until: answer.last_day(),
            holds: state.answer.is_some(),
            attachments: answer.attachments.clone(),
        });
        let exception = state.exception.or(state.exception_lapsed).map(|exception| JsonException {
            who: exception.who.clone(),
            why: exception.why.clone(),
            at: exception.at,
            until: exception.until,
            accepted: exception.accepted.clone(),
            holds: state.exception.is_some(),
        });
        let task = survey.assessment.tasks.get(&placed.item.id);
        Self {
            id: placed.item.id.clone(),
            number: placed.number.clone(),
            section: placed.section.id.clone(),
            title: survey.title(placed),
            weight: state.weight,
            status: state.status.name(),
            original_status: state.original.name(),
            sentence: survey.sentence(placed),
            finding,
            answer,
            exception,
            task: task.map(|task| JsonTask { owner: task.owner.clone(), due: task.due }),
        }
    }
}

/// The tag of the reason, as files name it.
fn reason_name(verdict: &crate::finding::Verdict) -> Option<String> {
    let crate::finding::Verdict::CouldNotCheck(why) = verdict else { return None };
    let value = serde_json::to_value(why).ok()?;
    Some(value.get("reason")?.as_str()?.to_owned())
}
