//! Names and texts that try to be more than text.

use super::{
    super::{csv, html, json, junit, markdown},
    formats::{nests, whole_tables},
    *,
};

const HOSTILE: &str =
    "=cmd|' /C calc'!A0\u{0}\u{202e}<script>alert(1)</script> | **x** [y](javascript:z) `q` \"&'\n# h\n]]>";

fn hostile() -> Assessment {
    let mut assessment = mixed();
    assessment.subject.organisation = HOSTILE.into();
    assessment.subject.assessor = HOSTILE.into();
    let failed = Finding::fail(seen(HOSTILE)).with("subject-tenant", HOSTILE).advise(seen(HOSTILE));
    found(&mut assessment, "connectivity.idle", failed);
    let words = Answer { who: HOSTILE.into(), why: HOSTILE.into(), ..answer(Outcome::Fail) };
    assessment.answer("proof.reset", words, now()).expect("answered");
    let until = "2026-12-31".parse().expect("a day");
    assessment.except("connectivity.service-bus-host", HOSTILE, HOSTILE, until, now()).expect("accepted");
    assessment.note("proof.unlock", HOSTILE, HOSTILE, now()).expect("noted");
    let file = crate::assessment::Attachment::new(&HOSTILE.replace('/', ""), b"\x89PNG".to_vec());
    assessment.attach(file).expect("attached");
    let checklist = assessment.checklist.own.as_mut().expect("its own");
    checklist.id = HOSTILE.into();
    let source = &mut checklist.sections[1].items[0].sources[0];
    source.url = "javascript:alert(1)".into();
    source.title = HOSTILE.into();
    let fix = &mut checklist.sections[0].items[0].fixes[0];
    fix.command = Some(HOSTILE.into());
    fix.link = Some("javascript:alert(1)".into());
    assessment
}

#[test]
fn html_keeps_it_text() {
    let page = html(&report(&hostile()));
    nests(&page);
    assert!(!page.contains("<script"));
    assert!(!page.contains("href=\"javascript"));
    assert!(page.contains("&lt;script&gt;"));
    assert!(!page.contains(['\u{0}', '\u{202e}']));
}

#[test]
fn markdown_keeps_it_text() {
    let text = markdown(&report(&hostile()));
    whole_tables(&text);
    // A bracket with a backslash before it is a bracket.
    let links = text.replace("\\]", "");
    let links: String = links.split("```").step_by(2).collect();
    assert!(!links.contains("](javascript") && !links.contains("](<javascript"));
    assert!(!text.contains(['\u{0}', '\u{202e}']));
    let outside_code: Vec<&str> = text.split("```").step_by(2).collect();
    assert!(outside_code.iter().all(|part| !part.replace("\\<", "").contains("<script")), "a tag outside of code");
    let is_heading = |line: &str| line.trim_start_matches(['>', ' ']).starts_with("# h");
    assert!(!outside_code.iter().flat_map(|part| part.lines()).any(is_heading), "a heading outside of code");
}

#[test]
fn junit_keeps_it_text() {
    let xml = junit(&hostile(), &english(), now());
    nests(&xml);
    assert!(!xml.contains("<script") && !xml.contains(['\u{0}', '\u{202e}']));
}

#[test]
fn csv_keeps_it_text() {
    let text = csv(&hostile(), &english(), now());
    assert!(!text.contains(['\u{0}', '\u{202e}']));
    assert!(text.contains("'=cmd"));
    assert!(!text.contains("\"=cmd") && !text.contains(",=cmd"));
}

#[test]
fn json_keeps_it_whole() {
    let value: serde_json::Value = serde_json::from_str(&json(&hostile(), &english(), now())).expect("JSON");
    assert_eq!(value["subject"]["organisation"], HOSTILE);
}
