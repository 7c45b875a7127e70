//! Everything is said, in every language, and nothing is worded that nobody says.

use std::{collections::BTreeSet, fs, path::Path};

use super::{super::*, evidence::everything, *};

/// The texts of a report: every string in it, and what is left when they are taken out.
fn texts(report: &Report) -> (Vec<String>, String) {
    let shown = format!("{:?}", Report { files: Vec::new(), save_file: None, ..report.clone() });
    let (mut texts, mut rest) = (Vec::new(), String::new());
    let mut inside = None;
    let mut chars = shown.chars();
    while let Some(c) = chars.next() {
        match (&mut inside, c) {
            (None, '"') => inside = Some(String::new()),
            (None, c) => rest.push(c),
            (Some(_), '"') => {
                texts.extend(inside.take());
                rest.push('"');
            }
            (Some(text), '\\') => text.extend(chars.next()),
            (Some(text), c) => text.push(c),
        }
    }
    (texts, rest)
}

fn samples() -> Vec<Assessment> {
    let mut signed = ready();
    sign(&mut signed);
    let mut training = mixed();
    training.training = Some("proxy".into());
    let mut answered = mixed();
    answered.answer("proof.reset", answer(Outcome::NotApplicable), now()).expect("answered");
    answered.note("proof.reset", "Lin", "A note.", now()).expect("noted");
    let until = "2026-12-31".parse().expect("a day");
    answered.except("connectivity.service-bus-host", "M", "W", until, now()).expect("accepted");
    vec![empty(), ready(), mixed(), everything(), signed, training, answered]
}

#[test]
fn no_message_id_is_left_unsaid() {
    for words in [english(), chinese()] {
        for assessment in samples() {
            let report = Report::compose(&assessment, &words, &ReportOptions { now: now() });
            for text in texts(&report).0 {
                assert!(!text.contains("{$"), "{}: an argument is missing in \"{text}\"", words.language());
                for token in text.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')) {
                    let unsaid = token.contains('-') && (token.starts_with("report-") || words.has(token));
                    assert!(!unsaid, "{}: {token} in \"{text}\"", words.language());
                }
            }
        }
    }
}

#[test]
fn every_language_gives_the_same_structure() {
    for assessment in samples() {
        let options = ReportOptions { now: now() };
        let shape = |words: &Words| texts(&Report::compose(&assessment, words, &options)).1;
        assert_eq!(shape(&english()), shape(&chinese()));
    }
}

fn sources(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|end| end == "rs") {
            into.push_str(&fs::read_to_string(&path).expect("text"));
        }
    }
}

#[test]
fn every_message_of_the_report_is_worded_and_every_word_is_used() {
    let mut code = String::new();
    sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/report")), &mut code);
    let used: BTreeSet<&str> = code
        .split('"')
        .filter(|text| {
            text.starts_with("report-")
                && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        })
        .filter(|text| !["report-", "report-xyz"].contains(text))
        .collect();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/words/en/report.ftl");
    let file = fs::read_to_string(file).expect("words");
    let worded: BTreeSet<&str> = file
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id)
        .filter(|id| id.starts_with("report-"))
        .collect();
    let unworded: Vec<_> = used.difference(&worded).collect();
    let unused: Vec<_> = worded.difference(&used).collect();
    assert!(unworded.is_empty() && unused.is_empty(), "not worded: {unworded:?}; not used: {unused:?}");
}

#[test]
fn times_are_in_the_zone_that_is_named() {
    let zone = TimeZone::get("Europe/Zurich").unwrap_or_else(|_| TimeZone::fixed(jiff::tz::offset(1)));
    let words = Words::new(&Language::english(), zone);
    let report = Report::compose(&mixed(), &words, &ReportOptions { now: now() });
    assert!(report.meta.zone.contains("Europe/Zurich") || report.meta.zone.contains("+01"), "{}", report.meta.zone);
    let meta = &item(&report, "connectivity.service-bus-host").head.meta;
    assert!(meta.contains(&"22 Nov 2026, 13:00".to_owned()), "{meta:?}");
}

#[test]
fn every_scenario_is_said_in_every_language() {
    use crate::{checklist::built_in, engine::judge, reference::Reference, scenario};
    let reference = Reference::built_in();
    for scenario in scenario::all() {
        let mut assessment = scenario.assessment(built_in(), now());
        assessment.facts = scenario.facts(now()).expect("facts");
        let wanted: Vec<_> = built_in().items().map(|item| item.id.clone()).collect();
        let findings = judge(built_in(), &wanted, &assessment.facts, &assessment.subject, &reference, now());
        assessment.take_findings(findings, now());
        for language in Language::all() {
            let words = Words::new(&language, TimeZone::UTC);
            let report = Report::compose(&assessment, &words, &ReportOptions { now: now() });
            for text in texts(&report).0 {
                // An argument that was not given is printed as its name.
                assert!(!text.contains("{$"), "{language}: {text}");
                for token in text.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')) {
                    let unsaid = token.matches('-').count() > 1 && words.has(token);
                    assert!(!unsaid, "{}, {language}: {token} in \"{text}\"", scenario.id);
                }
            }
            let page = html(&report);
            super::formats::nests(&page);
            super::formats::whole_tables(&markdown(&report));
        }
    }
}
