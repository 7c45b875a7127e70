//! Assessments made by hand, as reports.

mod compose;
mod evidence;
mod formats;
mod hostile;
mod words;

use jiff::{Timestamp, tz::TimeZone};
use serde_json::json;

use super::{Block, Callout, CalloutKind, Item, Part, PartId, Report, ReportOptions, Row, Table, TableKind};
use crate::{
    Language, Subject, Words,
    assessment::{Answer, Assessment, Outcome, Role},
    checklist::{Checklist, read},
    facts::{Unavailable, Vantage},
    finding::Finding,
    msg,
};

/// 22 Nov 2026, 12:00 UTC.
fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().expect("a time")
}

fn english() -> Words {
    Words::new(&Language::english(), TimeZone::UTC)
}

fn chinese() -> Words {
    Words::new(&"zh-CN".parse().expect("Chinese"), TimeZone::UTC)
}

/// Items of the built-in checklist, so that they have words; the checks are named without being there.
const CHECKLIST: &str = r#"
id = "sample"
edition = "1"
as_of = 2026-11-22
[[section]]
id = "configuration"
[[section.item]]
id = "directory.connector-rights"
weight = "required"
[[section.item.fix]]
command = "whoami\nwhoami /all"
link = "https://example.com/a?b=c&d=e"
[[section.item]]
id = "directory.password-policy"
weight = "advised"
[[section.item]]
id = "licence.premium-feature"
weight = "information"
[[section]]
id = "connectivity"
[[section.item]]
id = "connectivity.service-bus-host"
weight = "required"
from_server = true
[[section.item.source]]
title = "A document"
url = "https://example.com/doc"
date = 2025-03-04
[[section.item]]
id = "connectivity.idle"
weight = "required"
needs = ["connectivity.service-bus-host"]
[[section]]
id = "proof"
[[section.item]]
id = "proof.reset"
weight = "required"
[[section.item]]
id = "proof.unlock"
weight = "advised"
"#;

const MANUAL: [&str; 2] = ["proof.unlock", "licence.premium-feature"];

fn checklist() -> Checklist {
    let mut checklist = read("sample.toml", CHECKLIST.as_bytes()).expect("sound");
    for item in checklist.sections.iter_mut().flat_map(|section| &mut section.items) {
        if !MANUAL.contains(&item.id.as_str()) {
            item.check = Some(item.id.clone());
        }
    }
    checklist
}

/// Nothing was looked at yet.
fn empty() -> Assessment {
    let subject = Subject {
        organisation: "Contoso Ltd".into(),
        tenant: "contoso.onmicrosoft.com".into(),
        sync_server: "SYNC01".into(),
        assessor: "Northwind".into(),
        ..Subject::default()
    };
    serde_json::from_value(json!({
        "format": "readiness-assessment", "version": 1, "created_at": "2026-11-20T08:00:00Z", "program": "0.1.0",
        "checklist": { "id": "sample", "edition": "1", "own": checklist() },
        "subject": subject,
    }))
    .expect("an assessment")
}

fn seen(text: &str) -> crate::Message {
    msg!("evidence-value", value = text)
}

fn from_server(mut finding: Finding) -> Finding {
    finding.measured_from = Some(Vantage::sync_server("SYNC01"));
    finding.seen_at = Some(now());
    finding
}

fn found(assessment: &mut Assessment, item: &str, finding: Finding) {
    assessment.take_findings([(item.to_owned(), from_server(finding))], now());
}

/// Everything required passes.
fn ready() -> Assessment {
    let mut assessment = empty();
    for item in ["directory.connector-rights", "connectivity.service-bus-host", "connectivity.idle", "proof.reset"] {
        let finding = Finding::pass(seen("All is well.")).with("subject-tenant", "a").with("subject-forest", "b");
        found(&mut assessment, item, finding);
    }
    assessment
}

/// One of each: failed, could not check, warned, unanswered, not run.
fn mixed() -> Assessment {
    let mut assessment = empty();
    let failed = Finding::fail(seen("The proxy asked for credentials."))
        .with("subject-sync-server", "SYNC01")
        .advise(seen("Let SYNC01 through."))
        .relate("directory.connector-rights");
    found(&mut assessment, "connectivity.service-bus-host", failed);
    found(&mut assessment, "directory.connector-rights", Finding::could_not_check(Unavailable::NotSignedIn));
    found(&mut assessment, "directory.password-policy", Finding::fail(seen("The minimum age is 1 day.")));
    found(&mut assessment, "proof.reset", Finding::could_not_check(Unavailable::NeedsPerson));
    assessment
}

fn answer(outcome: Outcome) -> Answer {
    Answer {
        outcome,
        who: "Maria Berg".into(),
        title: "Head of Identity".into(),
        why: "I tried it.".into(),
        at: now(),
        seen_on: None,
        until: None,
        subject: String::new(),
        attachments: Vec::new(),
        other: serde_json::Map::new(),
    }
}

fn report(assessment: &Assessment) -> Report {
    Report::compose(assessment, &english(), &ReportOptions { now: now() })
}

fn part(report: &Report, id: PartId) -> &Part {
    report.parts.iter().find(|part| part.id == id).expect("the part")
}

fn item<'a>(report: &'a Report, id: &str) -> &'a Item {
    let blocks = report.parts.iter().flat_map(|part| &part.blocks);
    let mut items = blocks.filter_map(|block| if let Block::Item(item) = block { Some(item.as_ref()) } else { None });
    items.find(|item| item.head.id == id).expect("the item")
}

fn callout(item: &Item, kind: CalloutKind) -> Option<&Callout> {
    item.blocks.iter().find_map(|block| match block {
        Block::Callout(callout) if callout.kind == kind => Some(callout),
        _ => None,
    })
}

fn table(blocks: &[Block], kind: TableKind) -> Option<&Table> {
    blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.kind == kind => Some(table),
        _ => None,
    })
}

/// The cells of a table's rows as text; `[…]` for a status, `_` for a line, `#` for a box.
fn said(table: &Table) -> Vec<Vec<String>> {
    let rows = table.rows.iter().map(|row| match row {
        Row::Group(title) => vec![title.clone()],
        Row::Cells { cells, .. } => cells
            .iter()
            .map(|cell| match cell {
                super::Cell::Empty => String::new(),
                super::Cell::Text(text) => text.as_plain(),
                super::Cell::Status(mark) => format!("[{}]", mark.word),
                super::Cell::Page(link) => format!("{link:?}"),
                super::Cell::Line => "_".to_owned(),
                super::Cell::Box => "#".to_owned(),
            })
            .collect(),
    });
    rows.collect()
}

/// The first sentence of an item.
fn sentence(item: &Item) -> String {
    let Some(Block::Paragraph(text)) = item.blocks.first() else { panic!("an item begins with a sentence") };
    text.runs[0].text.clone()
}

fn sign(assessment: &mut Assessment) {
    for role in Role::ALL {
        assessment.sign_off(role, "Lin Yue", "Consultant", now()).expect("signed");
    }
}
