//! What counts as fixed, and what does not.

use jiff::{SignedDuration, Timestamp, civil::date};

use super::{super::*, *};
use crate::{
    checklist,
    facts::{Unavailable, Vantage},
    finding::Finding,
};

const LIST: &str = r#"
id = "mine"
edition = "1"
as_of = 2026-11-22
[[section]]
id = "s"
words.en.title = "S"
[[section.item]]
id = "auto"
weight = "required"
looks_at = ["network"]
check = "connectivity.idle"
words.en.title = "A machine can tell"
[[section.item]]
id = "manual"
weight = "required"
words.en.title = "Only a person can tell"
"#;

fn at(day: i64) -> Timestamp {
    let first: Timestamp = "2026-10-01T12:00:00Z".parse().expect("a time");
    first + SignedDuration::from_hours(24 * day)
}

fn empty() -> Assessment {
    let checklist = checklist::read("mine.toml", LIST.as_bytes()).expect("sound");
    Assessment::new(&checklist, Subject { tenant: "contoso.com".into(), ..Subject::default() }, at(0))
}

fn found(finding: Finding, day: i64) -> Assessment {
    let mut assessment = empty();
    assessment.take_findings([("auto".to_owned(), finding)], at(day));
    assessment
}

fn answered(outcome: Outcome, why: &str, day: i64) -> Assessment {
    let mut assessment = empty();
    let answer = Answer {
        outcome,
        who: "Lin Yue".into(),
        title: String::new(),
        why: why.into(),
        at: at(day),
        seen_on: None,
        until: None,
        subject: String::new(),
        attachments: Vec::new(),
        other: serde_json::Map::new(),
    };
    assessment.answer("manual", answer, at(day)).expect("allowed");
    assessment
}

fn excepted(finding: Finding, until: jiff::civil::Date) -> Assessment {
    let mut assessment = found(finding, 0);
    assessment.except("auto", "M. Berg", "planned", until, at(0)).expect("allowed");
    assessment
}

fn pass() -> Finding {
    Finding::pass(msg!("x"))
}
fn warn() -> Finding {
    Finding::warn(msg!("x"))
}
fn fail() -> Finding {
    Finding::fail(msg!("x"))
}
fn unknown() -> Finding {
    Finding::could_not_check(Unavailable::NotSignedIn)
}

fn told(before: &Assessment, now: &Assessment, item: &str, day: i64) -> (Change, Effect) {
    let comparison = Comparison::new(before, now, at(day));
    let change = comparison.item(&item.to_owned()).expect("it is there");
    (change.change, change.effect)
}

#[test]
fn every_pair_of_findings_is_named_for_what_it_is() {
    use Change as C;
    use Effect as E;
    for (before, now, change, effect) in [
        (fail(), pass(), C::Fixed, E::Better),
        (warn(), pass(), C::Fixed, E::Better),
        (fail(), warn(), C::Improved, E::Better),
        (pass(), fail(), C::Regressed, E::Worse),
        (pass(), warn(), C::Regressed, E::Worse),
        (warn(), fail(), C::Regressed, E::Worse),
        // What was not known before is not fixed.
        (unknown(), pass(), C::NewlyKnown, E::Better),
        (unknown(), warn(), C::NewlyKnown, E::Better),
        (unknown(), fail(), C::NewlyKnown, E::Worse),
        // What is no longer known is not as good as it was; and a failure nobody sees any more is not repaired.
        (pass(), unknown(), C::Lost, E::Worse),
        (warn(), unknown(), C::Lost, E::Worse),
        (fail(), unknown(), C::Lost, E::Neither),
        (fail(), fail(), C::Unchanged, E::Neither),
        (pass(), pass(), C::Unchanged, E::Neither),
        (pass(), Finding::not_applicable(msg!("x")), C::Other, E::Neither),
        (Finding::not_applicable(msg!("x")), fail(), C::Regressed, E::Worse),
    ] {
        let names = (before.verdict.name(), now.verdict.name());
        assert_eq!(told(&found(before, 0), &found(now, 1), "auto", 1), (change, effect), "{names:?}");
    }
}

#[test]
fn looking_the_first_time_is_newly_known_and_never_fixed() {
    assert_eq!(told(&empty(), &found(pass(), 1), "auto", 1), (Change::NewlyKnown, Effect::Better));
    assert_eq!(told(&found(pass(), 0), &empty(), "auto", 1), (Change::Lost, Effect::Worse));
}

#[test]
fn the_earlier_one_is_taken_as_it_stood_and_the_later_one_as_it_stands() {
    // What was seen 200 days before counted then. It does not count any more.
    let old = found(pass(), 0);
    assert_eq!(told(&old, &found(pass(), 200), "auto", 200), (Change::Unchanged, Effect::Neither));
    assert_eq!(told(&old, &old, "auto", 200), (Change::Lost, Effect::Worse));
    assert_eq!(told(&old, &old, "auto", 1), (Change::Unchanged, Effect::Neither));
}

#[test]
fn exceptions_come_and_go() {
    let until = date(2026, 10, 20);
    let plain = found(fail(), 0);
    assert_eq!(told(&plain, &excepted(fail(), until), "auto", 1), (Change::ExceptionAdded, Effect::Neither));
    assert_eq!(
        told(&excepted(fail(), until), &excepted(fail(), until), "auto", 1),
        (Change::Unchanged, Effect::Neither)
    );
    assert_eq!(
        told(&excepted(fail(), until), &excepted(fail(), until), "auto", 60),
        (Change::ExceptionLapsed, Effect::Worse)
    );
    assert_eq!(told(&excepted(fail(), until), &found(pass(), 1), "auto", 1), (Change::Fixed, Effect::Better));
    let mut worse = excepted(warn(), date(2027, 1, 1));
    worse.take_findings([("auto".to_owned(), fail())], at(1));
    assert_eq!(told(&excepted(warn(), until), &worse, "auto", 1), (Change::Regressed, Effect::Worse));
    // Accepted, and then no longer visible: the exception for a failure covers that it cannot be seen.
    let mut blind = excepted(fail(), until);
    blind.take_findings([("auto".to_owned(), unknown())], at(1));
    assert_eq!(told(&excepted(fail(), until), &blind, "auto", 1), (Change::Lost, Effect::Neither));
}

#[test]
fn what_people_say_is_told_apart_from_what_was_seen() {
    let yes = answered(Outcome::Pass, "seen in the portal", 0);
    assert_eq!(told(&empty(), &yes, "manual", 1), (Change::AnswerChanged, Effect::Better));
    assert_eq!(
        told(&yes, &answered(Outcome::Pass, "asked again", 1), "manual", 1),
        (Change::AnswerChanged, Effect::Neither)
    );
    assert_eq!(told(&yes, &answered(Outcome::Fail, "it is off", 1), "manual", 1), (Change::Regressed, Effect::Worse));
    assert_eq!(told(&yes, &yes, "manual", 1), (Change::Unchanged, Effect::Neither));
    // Ninety days later nobody has said it again.
    assert_eq!(told(&yes, &yes, "manual", 100), (Change::Lost, Effect::Worse));
    let comparison = Comparison::new(&yes, &yes, at(100));
    assert_eq!(comparison.item(&"manual".to_owned()).expect("there").what.id, "compare-answer-lapsed");
}

#[test]
fn items_that_only_one_of_them_has_are_new_or_removed() {
    let mut longer = empty();
    let mut checklist = longer.checklist().clone();
    let mut extra = checklist.sections[0].items[0].clone();
    extra.id = "extra".into();
    checklist.sections[0].items.push(extra);
    longer.checklist.own = Some(checklist);
    assert_eq!(told(&empty(), &longer, "extra", 1), (Change::New, Effect::Worse));
    assert_eq!(told(&longer, &empty(), "extra", 1), (Change::Removed, Effect::Neither));
}

#[test]
fn worse_is_worse_in_an_item_or_in_the_conclusion() {
    let comparison = Comparison::new(&found(fail(), 0), &found(pass(), 1), at(1));
    assert!(!comparison.is_worse());
    assert_eq!((comparison.before, comparison.now), (Conclusion::NotReady, Conclusion::Incomplete));
    assert!(Comparison::new(&found(pass(), 0), &found(fail(), 1), at(1)).is_worse());
    assert!(!Comparison::new(&found(pass(), 0), &found(pass(), 1), at(1)).is_worse());
    let total: usize = comparison.counts().values().sum();
    assert_eq!(total, 2);
}

#[test]
fn other_subjects_do_not_compare() {
    let other = |change: fn(&mut Assessment)| {
        let mut other = empty();
        change(&mut other);
        Comparison::new(&empty(), &other, at(1)).mismatches
    };
    assert!(other(|_| ()).is_empty());
    assert!(other(|one| one.subject.tenant = " CONTOSO.com ".into()).is_empty());
    assert!(other(|one| one.subject.tenant.clear()).is_empty());
    assert!(matches!(other(|one| one.subject.tenant = "fabrikam.com".into())[..], [Mismatch::Tenant { .. }]));
    assert!(matches!(other(|one| one.checklist.id = "theirs".into())[..], [Mismatch::Checklist { .. }]));
    assert_eq!(other(|one| one.training = Some("all-well".into())), [Mismatch::Training]);
}

#[test]
fn the_facts_that_changed_are_named() {
    let before = fail().with("evidence-version", "2.1.16.0").with("evidence-host", "SYNC01");
    let now = pass().with("evidence-version", "2.5.3.0").with("evidence-host", "SYNC01").with("evidence-port", "443");
    let mut before = found(before, 0);
    before.findings.get_mut("auto").expect("there")[0].finding.measured_from = Some(Vantage::workstation("WS07"));
    let comparison = Comparison::new(&before, &found(now, 1), at(1));
    let change = comparison.item(&"auto".to_owned()).expect("there");
    let labels: Vec<(&str, bool, bool)> =
        change.facts.iter().map(|fact| (fact.label.id.as_str(), fact.before.is_some(), fact.now.is_some())).collect();
    assert_eq!(labels, [("evidence-version", true, true), ("evidence-port", false, true)]);
    assert!(change.before.as_ref().expect("there").measured_from.is_some());
}
