//! The sound report that fuzzing begins with.

use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Subject, Words,
    assessment::{Assessment, Role},
    checklist,
    report::{
        Report, ReportOptions, pdf,
        sign::{SelfSigner, SignRequest, Signing},
    },
};

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

/// When the report is printed, signed and verified.
pub fn now() -> Timestamp {
    "2026-11-25T12:00:00Z".parse().expect("a time")
}

/// A small report, the same bytes every time.
pub fn report() -> Vec<u8> {
    let list = checklist::read("mine.toml", LIST.as_bytes()).expect("sound");
    let subject = Subject { organisation: "Contoso".to_owned(), ..Subject::default() };
    let assessment = Assessment::new(&list, subject, now());
    let words = Words::new(&"en".parse().expect("a language"), TimeZone::UTC);
    let report = Report::compose(&assessment, &words, &ReportOptions { now: now() }).for_signature(&words);
    pdf::render(&report).expect("a PDF").into_file()
}

/// The report, signed with a key of this run.
pub fn signed(report: &[u8]) -> Vec<u8> {
    let request = SignRequest {
        role: Role::Assessor,
        who: "Lin Yue".to_owned(),
        title: String::new(),
        at: now(),
        time_stamp_server: None,
    };
    let signer = SelfSigner::make("Lin Yue", "", now()).expect("a certificate");
    Signing::begin(report, &request, &signer, now()).expect("signed").finish().expect("fits")
}
