//! Reports to sign and to alter.

use std::sync::OnceLock;

use jiff::{Timestamp, ToSpan as _, tz::TimeZone};
use readiness_core::{
    Subject, Words,
    assessment::{Answer, Assessment, Attachment, Outcome, Role},
    checklist::{self, Checklist},
    report::{
        Report, ReportOptions, pdf,
        sign::{SignRequest, Signing},
    },
};

use crate::authority;

const LIST: &str = r#"
id = "mine"
edition = "1"
as_of = 2026-11-22
[[section]]
id = "before"
words.en.title = "Before we start"
[[section.item]]
id = "mine.window"
weight = "required"
words.en = { title = "A change window is agreed", ask = "Is it in the calendar?" }
"#;

/// The smallest PNG: one white pixel.
pub const PIXEL: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B, 0x55, 0x00, 0x00, 0x00, 0x0A, 0x49,
    0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xF8, 0x0F, 0x00, 0x01, 0x01, 0x01, 0x00, 0xB1, 0x38, 0xF6, 0x14, 0x00, 0x00,
    0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
];

/// When the reports were printed.
pub fn printed_at() -> Timestamp {
    static AT: OnceLock<Timestamp> = OnceLock::new();
    *AT.get_or_init(|| Timestamp::now() - 10.minutes())
}

/// A small assessment that is ready, with an attached picture.
pub fn assessment() -> Assessment {
    let list: Checklist = checklist::read("mine.toml", LIST.as_bytes()).expect("sound");
    let subject = Subject {
        organisation: "Contoso 康拓索".to_owned(),
        tenant: "contoso.com".to_owned(),
        assessor: "Northwind".to_owned(),
        ..Subject::default()
    };
    let now = printed_at() - 1.hour();
    let mut assessment = Assessment::new(&list, subject, now);
    let picture = assessment.attach(Attachment::new("窗口.png", PIXEL.to_vec())).expect("small");
    let answer = Answer {
        outcome: Outcome::Pass,
        who: "Lin Yue".to_owned(),
        title: String::new(),
        why: "it is in the calendar".to_owned(),
        at: now,
        seen_on: None,
        until: None,
        subject: String::new(),
        attachments: vec![picture],
        other: serde_json::Map::new(),
    };
    assessment.answer("mine.window", answer, now).expect("accepted");
    assessment
}

/// An assessment as a PDF to be signed.
pub fn print(assessment: &Assessment, language: &str) -> Vec<u8> {
    let words = Words::new(&language.parse().expect("a language"), TimeZone::UTC);
    let report = Report::compose(assessment, &words, &ReportOptions { now: printed_at() }).for_signature(&words);
    pdf::render(&report).expect("a PDF").into_file()
}

/// The small report in English.
pub fn report() -> &'static [u8] {
    static REPORT: OnceLock<Vec<u8>> = OnceLock::new();
    REPORT.get_or_init(|| print(&assessment(), "en"))
}

/// A request to sign now.
pub fn request(role: Role) -> SignRequest {
    // Certificates hold from when they were made, which must be before.
    authority::folder();
    let (who, title) = match role {
        Role::Assessor => ("Lin Yue", "Consultant"),
        Role::Customer => ("M. Berg 贝格", ""),
    };
    SignRequest { role, who: who.to_owned(), title: title.to_owned(), at: Timestamp::now(), time_stamp_server: None }
}

/// Signed with a key of the authority.
pub fn sign(pdf: &[u8], role: Role, key: &str) -> Vec<u8> {
    let signing = Signing::begin(pdf, &request(role), &authority::signer(key), Timestamp::now()).expect("signed");
    signing.finish().expect("fits")
}

/// The small report, signed by the assessor.
pub fn signed_once() -> &'static [u8] {
    static SIGNED: OnceLock<Vec<u8>> = OnceLock::new();
    SIGNED.get_or_init(|| sign(report(), Role::Assessor, "rsa"))
}

/// The small report, signed by both.
pub fn signed_twice() -> &'static [u8] {
    static SIGNED: OnceLock<Vec<u8>> = OnceLock::new();
    SIGNED.get_or_init(|| sign(signed_once(), Role::Customer, "ec"))
}
