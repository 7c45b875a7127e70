//! The report for machines. Field names are stable: fields may be added, and `version` grows when one is changed or
//! removed. Ids of messages stand beside the words, so that a program need not read a sentence.

mod shape;

pub use shape::{
    JsonAnswer, JsonChecklist, JsonEvidence, JsonException, JsonFinding, JsonItem, JsonReport, JsonRunError,
    JsonSignOff, JsonSubject, JsonTask,
};

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::survey::{Placed, Survey};
use crate::{
    Words,
    assessment::{Assessment, Conclusion, Standing, Status},
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
            data: assessment.data.clone(),
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
