//! Prints that leave chapters out: they say so, stay bound to the whole assessment, and are signed like any other.

use std::fs;

use jiff::{Timestamp, tz::TimeZone};
use lopdf::Document;
use readiness_core::{
    Words,
    assessment::{Role, file},
    report::{
        Chapter, Report, ReportOptions, pdf,
        verify::{Outcome, Printed, verify},
    },
};
use readiness_tests::program::wbready;

use crate::{authority, made};

fn print(left_out: &[Chapter]) -> Vec<u8> {
    let words = Words::new(&"en".parse().expect("a language"), TimeZone::UTC);
    let report = Report::compose(&made::assessment(), &words, &ReportOptions { now: made::printed_at() });
    pdf::render(&report.without(left_out, &words).for_signature(&words)).expect("a PDF").into_file()
}

fn text(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("sound");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).expect("text").chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn what_is_left_out_is_said_and_the_rest_is_bound_to_the_whole_assessment() {
    assert_eq!(print(&[]), made::report(), "a report that leaves nothing out is as it was");
    let short = print(&Chapter::ALL);
    let said = text(&short);
    assert!(said.contains("LeftoutPagesofitemsthataremet,Actionplan,Evidence"), "{said}");

    let signed = made::sign(&made::sign(&short, Role::Assessor, "rsa"), Role::Customer, "ec");
    let seen = verify(&signed, &authority::roots(), Timestamp::now()).expect("a PDF");
    assert_eq!((seen.outcome, &seen.printed), (Outcome::Trusted, &Printed::Same), "{:?}", seen.changes);
    // What the pages leave out is inside all the same.
    let back = seen.into_assessment().expect("intact");
    assert_eq!(back.answers, made::assessment().answers);
    assert_eq!(back.attachments, made::assessment().attachments);
}

#[test]
fn a_print_that_says_less_of_what_it_leaves_out_is_noticed() {
    let short = print(&[Chapter::ActionPlan]);
    let name = b"<wbr:leftOut>action-plan";
    let at = short.windows(name.len()).position(|window| window == name).expect("is said") + 13;
    for said in ["           ", "met-items  ", "   evidence", "no-such-one"] {
        let mut altered = short.clone();
        altered[at..at + 11].copy_from_slice(said.as_bytes());
        let seen = verify(&altered, &[], Timestamp::now()).expect("a PDF");
        assert_eq!(seen.outcome, Outcome::Altered, "{said}");
    }
}

#[test]
fn the_command_line_leaves_out_and_refuses_what_it_does_not_know() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    file::write(&at.join("a.readiness"), &made::assessment()).expect("written");
    let report = |chapters: &str| {
        wbready(at, &["report", "a.readiness", "--leave-out", chapters, "--pdf", "r.pdf", "--md", "r.md"])
    };
    let done = report("evidence,met-items");
    assert_eq!(done.code, 0, "{}", done.err);
    let markdown = fs::read_to_string(at.join("r.md")).expect("written");
    assert!(markdown.contains("Left out") && markdown.contains("\n# Action plan\n"), "{markdown}");
    assert!(!markdown.contains("\n# Evidence\n"), "{markdown}");
    let verified = wbready(at, &["verify", "r.pdf"]);
    assert!(verified.code == 3 && verified.out.contains("exactly those"), "{}", verified.out);
    let refused = report("cover");
    assert!(refused.code == 2 && refused.err.contains("met-items, action-plan, evidence"), "{}", refused.err);
}
