//! The report as SARIF 2.1.0 (OASIS), for those who collect the results of many tools. Each item is a rule and a result;
//! what is not known is `open` or `review`, never `pass`, and what was accepted is a suppressed failure.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{
    json::standing_name,
    printable::printable,
    survey::{Placed, Survey},
};
use crate::{
    Words,
    assessment::{Assessment, Conclusion, Status},
    checklist::Weight,
};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The report as SARIF, indented, with a line break at its end.
pub fn sarif(assessment: &Assessment, words: &Words, now: Timestamp) -> String {
    let survey = Survey::new(assessment, words, now);
    let log = json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run(&survey)] });
    // A value of this library is always written.
    format!("{log:#}\n")
}

fn run(survey: &Survey<'_>) -> Value {
    let assessment = survey.assessment;
    let conclusion = survey.tally.conclusion;
    json!({
        "tool": { "driver": {
            "name": "Writeback Readiness",
            "version": assessment.program,
            "language": language(survey),
            "rules": survey.items.iter().map(|placed| rule(survey, placed)).collect::<Vec<_>>(),
        }},
        "language": language(survey),
        "columnKind": "unicodeCodePoints",
        "automationDetails": {
            "id": format!("{}/{}", assessment.checklist.id, survey.digest.hex()),
            "description": { "text": printable(&survey.conclusion_sentence()) },
        },
        "results": survey.items.iter().enumerate().map(|(index, placed)| result(survey, index, placed)).collect::<Vec<_>>(),
        "properties": {
            "organisation": printable(&assessment.subject.organisation),
            "conclusion": conclusion.message_id().trim_start_matches("conclusion-").replace('-', "_"),
            "conclusionWords": survey.conclusion_word(),
            "isReady": matches!(conclusion, Conclusion::Ready | Conclusion::ReadyWithExceptions),
            "standing": standing_name(survey.standing),
            "digest": survey.digest.hex(),
            "training": assessment.training,
            "printedAt": survey.now.to_string(),
        },
    })
}

/// SARIF wants a language with an upper-case region, as ours are.
fn language(survey: &Survey<'_>) -> String {
    survey.words.language().tag().to_owned()
}

fn rule(survey: &Survey<'_>, placed: &Placed<'_>) -> Value {
    let why = survey.words.item_why(placed.item);
    let title = survey.title(placed);
    let mut rule = json!({
        "id": placed.item.id,
        "name": placed.item.id,
        "shortDescription": { "text": printable(&title) },
        "fullDescription": { "text": printable(if why.is_empty() { &title } else { &why }) },
        "defaultConfiguration": { "level": level(placed.item.weight) },
        "properties": { "section": placed.section.id, "number": placed.number },
    });
    let fixes: Vec<String> =
        (0..placed.item.fixes.len()).map(|index| survey.words.item_fix(placed.item, index)).collect();
    let help = fixes.into_iter().filter(|fix| !fix.is_empty()).collect::<Vec<_>>().join("\n");
    if !help.is_empty() {
        rule["help"] = json!({ "text": printable(&help) });
    }
    if let Some(document) = placed.item.sources.first().filter(|document| document.url.starts_with("https://")) {
        rule["helpUri"] = json!(document.url);
    }
    rule
}

fn level(weight: Weight) -> &'static str {
    match weight {
        Weight::Required => "error",
        Weight::Advised => "warning",
        Weight::Information => "note",
    }
}

fn result(survey: &Survey<'_>, index: usize, placed: &Placed<'_>) -> Value {
    let state = &placed.state;
    // A level other than none is for failures only.
    let (kind, level) = match if state.exception.is_some() { state.original } else { state.status } {
        Status::Fail => ("fail", level(state.weight)),
        Status::Warn => ("fail", "warning"),
        Status::CouldNotCheck | Status::NotRun => ("open", "none"),
        Status::NeedsYou => ("review", "none"),
        Status::Pass | Status::Excepted => ("pass", "none"),
        Status::NotApplicable => ("notApplicable", "none"),
        Status::Information => ("informational", "none"),
    };
    let place = survey.measured_from(placed);
    let mut result = json!({
        "ruleId": placed.item.id,
        "ruleIndex": index,
        "kind": kind,
        "level": level,
        "message": { "text": printable(&survey.sentence(placed)) },
        "partialFingerprints": { "item/v1": format!("{}/{}", survey.assessment.subject.digest(), placed.item.id) },
        "properties": {
            "status": state.status.name(),
            "statusWords": survey.text(state.status.message_id()),
            "required": state.weight == Weight::Required,
            "seenAt": survey.seen_at(placed).map(|at| at.to_string()),
        },
    });
    if let Some(place) = place {
        result["locations"] =
            json!([{ "logicalLocations": [{ "fullyQualifiedName": printable(&place), "kind": "resource" }] }]);
    }
    if let Some(exception) = state.exception {
        result["suppressions"] = json!([{
            "kind": "external",
            "status": "accepted",
            "justification": printable(&exception.why),
            "properties": { "who": printable(&exception.who), "until": exception.until.to_string() },
        }]);
    }
    result
}
