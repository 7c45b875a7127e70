//! The rules that keep an assessment honest: what counts, what lapses, what a person may not do, what a file survives.

use jiff::{SignedDuration, Timestamp, civil::date};

use super::{file::FileError, *};
use crate::{
    checklist::{self, Weight},
    facts::Unavailable,
    finding::Finding,
    msg,
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
[[section.item]]
id = "advised"
weight = "advised"
words.en.title = "It would be better"
[[section.item]]
id = "info"
weight = "information"
words.en.title = "Good to know"
[[section.item]]
id = "again"
weight = "information"
required_when_failing = ["auto"]
words.en.title = "Only when the first fails"
"#;

fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().expect("a time")
}

fn later(days: i64) -> Timestamp {
    now() + SignedDuration::from_hours(24 * days)
}

fn empty() -> Assessment {
    let checklist = checklist::read("mine.toml", LIST.as_bytes()).expect("sound");
    let subject = Subject { tenant: "contoso.com".into(), ..Subject::default() };
    Assessment::new(&checklist, subject, now())
}

fn found(finding: Finding) -> Assessment {
    let mut assessment = empty();
    assessment.take_findings([("auto".to_owned(), finding)], now());
    assessment
}

fn answer(outcome: Outcome) -> Answer {
    Answer {
        outcome,
        who: "Lin Yue".into(),
        title: String::new(),
        why: "seen in the portal".into(),
        at: now(),
        seen_on: None,
        until: None,
        subject: String::new(),
        attachments: Vec::new(),
        other: serde_json::Map::new(),
    }
}

fn status(assessment: &Assessment, item: &str, at: Timestamp) -> Status {
    let item = assessment.checklist().item(item).expect("it is there").clone();
    assessment.state(&item, at).status
}

fn conclusion(assessment: &Assessment, at: Timestamp) -> Conclusion {
    assessment.conclude(at).conclusion
}

fn passed() -> Finding {
    Finding::pass(msg!("x"))
}

fn failed() -> Finding {
    Finding::fail(msg!("x"))
}

fn unknown() -> Finding {
    Finding::could_not_check(Unavailable::NotSignedIn)
}

/// Everything required is met.
fn ready() -> Assessment {
    let mut assessment = found(passed());
    assessment.answer("manual", answer(Outcome::Pass), now()).expect("allowed");
    assessment
}

#[test]
fn nothing_known_is_incomplete_never_ready() {
    let assessment = empty();
    assert_eq!(status(&assessment, "auto", now()), Status::NotRun);
    assert_eq!(status(&assessment, "manual", now()), Status::NeedsYou);
    assert_eq!(status(&assessment, "info", now()), Status::Information);
    assert_eq!(conclusion(&assessment, now()), Conclusion::Incomplete);
}

#[test]
fn ready_needs_every_required_item_and_nothing_else() {
    assert_eq!(conclusion(&ready(), now()), Conclusion::Ready);
    assert_eq!(conclusion(&found(passed()), now()), Conclusion::Incomplete);
    let mut advised_against = ready();
    advised_against.answer("advised", answer(Outcome::Fail), now()).expect("allowed");
    assert_eq!(status(&advised_against, "advised", now()), Status::Warn);
    assert_eq!(conclusion(&advised_against, now()), Conclusion::Ready);
}

#[test]
fn a_finding_of_the_future_proves_nothing_and_its_failure_stands() {
    let seen = |finding: Finding, days: i64| Finding { seen_at: Some(later(days)), ..finding };
    assert_eq!(status(&found(seen(passed(), 0)), "auto", now()), Status::Pass);
    assert_eq!(status(&found(seen(passed(), 1)), "auto", now()), Status::CouldNotCheck);
    assert_eq!(status(&found(seen(failed(), 1)), "auto", now()), Status::Fail);
}

#[test]
fn what_could_not_be_checked_stands_in_the_way_until_a_person_answers() {
    let mut assessment = found(unknown());
    assessment.answer("manual", answer(Outcome::Pass), now()).expect("allowed");
    assert_eq!(conclusion(&assessment, now()), Conclusion::Incomplete);
    assessment.answer("auto", answer(Outcome::Pass), now()).expect("allowed");
    assert_eq!(conclusion(&assessment, now()), Conclusion::Ready);
}

#[test]
fn all_not_applicable_proves_nothing() {
    let mut assessment = found(unknown());
    for item in ["auto", "manual"] {
        assessment.answer(item, answer(Outcome::NotApplicable), now()).expect("allowed");
    }
    assert_eq!(conclusion(&assessment, now()), Conclusion::Incomplete);
}

#[test]
fn a_failure_cannot_be_answered_away_and_a_person_can_make_a_pass_worse() {
    let mut assessment = found(failed());
    assert_eq!(assessment.answer("auto", answer(Outcome::Pass), now()), Err(EditError::FailedCheck));
    assert_eq!(assessment.answer("auto", answer(Outcome::NotApplicable), now()), Err(EditError::FailedCheck));
    assert_eq!(conclusion(&assessment, now()), Conclusion::NotReady);

    let mut assessment = ready();
    assessment.answer("auto", answer(Outcome::Fail), now()).expect("allowed");
    assert_eq!(conclusion(&assessment, now()), Conclusion::NotReady);

    // An answer given while nothing could be seen does not outlive a failure that is seen later.
    let mut assessment = found(unknown());
    assessment.answer("auto", answer(Outcome::Pass), now()).expect("allowed");
    assessment.take_findings([("auto".to_owned(), failed())], later(1));
    assert_eq!(status(&assessment, "auto", later(1)), Status::Fail);
}

#[test]
fn answers_and_findings_lapse() {
    let assessment = ready();
    assert_eq!(conclusion(&assessment, later(HOLDS_DAYS)), Conclusion::Ready);
    assert_eq!(status(&assessment, "manual", later(HOLDS_DAYS + 1)), Status::NeedsYou);
    assert_eq!(status(&assessment, "auto", later(HOLDS_DAYS + 1)), Status::CouldNotCheck);
    assert_eq!(status(&found(failed()), "auto", later(1000)), Status::Fail);

    let mut assessment = empty();
    let until = Answer { until: Some(date(2026, 11, 24)), ..answer(Outcome::Pass) };
    assessment.answer("manual", until, now()).expect("allowed");
    assert_eq!(status(&assessment, "manual", later(2)), Status::Pass);
    assert_eq!(status(&assessment, "manual", later(3)), Status::NeedsYou);
}

#[test]
fn another_subject_makes_findings_and_answers_stale() {
    let mut assessment = ready();
    assessment.change_subject(Subject { tenant: "fabrikam.com".into(), ..assessment.subject.clone() });
    assert_eq!(status(&assessment, "auto", now()), Status::NotRun);
    assert_eq!(status(&assessment, "manual", now()), Status::NeedsYou);
    // A printed name is not what findings are about.
    let mut assessment = ready();
    assessment.change_subject(Subject { organisation: "New name".into(), ..assessment.subject.clone() });
    assert_eq!(conclusion(&assessment, now()), Conclusion::Ready);
}

#[test]
fn exceptions_cover_what_was_accepted_and_lapse() {
    let mut assessment = found(unknown());
    assessment.answer("manual", answer(Outcome::Pass), now()).expect("allowed");
    assessment.except("auto", "M. Berg", "planned", date(2026, 12, 1), now()).expect("allowed");
    assert_eq!(status(&assessment, "auto", now()), Status::Excepted);
    assert_eq!(conclusion(&assessment, now()), Conclusion::ReadyWithExceptions);
    assert_eq!(conclusion(&assessment, later(9)), Conclusion::ReadyWithExceptions);
    assert_eq!(conclusion(&assessment, later(10)), Conclusion::Incomplete);

    // What is found worse later is not covered by what was accepted before.
    assessment.take_findings([("auto".to_owned(), failed())], now());
    assert_eq!(conclusion(&assessment, now()), Conclusion::NotReady);
    assessment.except("auto", "M. Berg", "planned", date(2026, 12, 1), now()).expect("allowed");
    assert_eq!(conclusion(&assessment, now()), Conclusion::ReadyWithExceptions);
    let item = assessment.checklist().item("auto").expect("there").clone();
    assert_eq!(assessment.state(&item, now()).original, Status::Fail, "the original stays beside it");
    assessment.end_exception("auto", now());
    assert_eq!(conclusion(&assessment, now()), Conclusion::NotReady);
}

#[test]
fn only_findings_can_be_accepted_by_somebody_for_a_reason_within_a_year() {
    let day = date(2026, 12, 1);
    assert_eq!(found(passed()).except("auto", "M", "y", day, now()), Err(EditError::NothingToAccept));
    assert_eq!(empty().except("manual", "M", "y", day, now()), Err(EditError::NothingToAccept));
    let mut assessment = found(failed());
    assert_eq!(assessment.except("auto", " ", "y", day, now()), Err(EditError::NoName));
    assert_eq!(assessment.except("auto", "M", " ", day, now()), Err(EditError::NoReason));
    assert_eq!(
        assessment.except("auto", "M", "y", date(2026, 11, 21), now()),
        Err(EditError::PastDate(date(2026, 11, 21)))
    );
    assert_eq!(assessment.except("auto", "M", "y", date(2028, 1, 1), now()), Err(EditError::TooFar(date(2028, 1, 1))));
    assert_eq!(assessment.except("no", "M", "y", day, now()), Err(EditError::NoSuchItem("no".into())));
}

#[test]
fn an_item_may_be_required_only_while_another_fails() {
    let assessment = found(failed());
    let item = assessment.checklist().item("again").expect("there").clone();
    assert_eq!(assessment.state(&item, now()).weight, Weight::Required);
    assert_eq!(status(&assessment, "again", now()), Status::NeedsYou);
    assert_eq!(status(&ready(), "again", now()), Status::Information);
}

#[test]
fn any_change_makes_a_sign_off_stale() {
    let mut assessment = ready();
    assert_eq!(assessment.standing(now()), Standing::Draft);
    assessment.sign_off(Role::Assessor, "Lin Yue", "", now()).expect("allowed");
    assert_eq!(assessment.standing(now()), Standing::Draft);
    assessment.sign_off(Role::Customer, "M. Berg", "", now()).expect("allowed");
    assert_eq!(assessment.standing(now()), Standing::SignedOff);
    // The conclusion that was signed no longer holds once an answer lapses.
    assert_eq!(assessment.standing(later(HOLDS_DAYS + 1)), Standing::Stale);

    let mut changed = assessment.clone();
    changed.note("auto", "Lin", "one more word", now()).expect("allowed");
    assert_eq!(changed.standing(now()), Standing::Stale);
    let mut changed = assessment.clone();
    changed.subject.assessor = "Somebody else".into();
    assert_eq!(changed.standing(now()), Standing::Stale);
    let mut changed = assessment.clone();
    changed.attach(Attachment::new("a.txt", b"a".to_vec())).expect("allowed");
    assert_eq!(changed.standing(now()), Standing::Stale);
    let mut training = assessment;
    training.training = Some("all-well".into());
    assert_eq!(training.standing(now()), Standing::Training);
    assert_eq!(training.sign_off(Role::Assessor, "Lin", "", now()), Err(EditError::Training));
}

#[test]
fn a_file_keeps_everything_also_what_it_does_not_know() {
    let folder = std::env::temp_dir().join(format!("readiness-file-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("a.readiness");
    let mut assessment = ready();
    assessment.attach(Attachment::new("shot.png", vec![0x89, b'P', b'N', b'G', 1])).expect("allowed");
    assessment.other.insert("colour_of_the_future".into(), serde_json::json!({"deep": [1, 2]}));
    assessment.findings.insert("an.item.of.the.future".into(), Vec::new());
    file::write(&path, &assessment).expect("written");
    let read = file::read(&path).expect("read");
    assert_eq!(read, assessment);
    assert_eq!(read.digest(), assessment.digest());

    let held = file::Hold::take(&path).expect("free");
    assert!(matches!(file::Hold::take(&path), Err(FileError::Held { .. })));
    drop(held);
    file::Hold::take(&path).expect("free again");
    std::fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn a_signature_covers_what_is_read_again_also_when_looks_are_of_the_same_second() {
    let mut assessment = empty();
    assessment.facts = crate::scenario::by_id("half-configured").expect("recorded").facts(now()).expect("sound");
    assert!(assessment.facts.snapshots().len() > 2);
    assessment.sign_off(Role::Assessor, "Lin Yue", "", now()).expect("a person may");
    let bytes = file::to_bytes(&assessment).expect("written");
    let again = file::parse(std::path::Path::new("a.readiness"), &bytes).expect("sound");
    assert_eq!(again.facts, assessment.facts);
    assert!(again.covers(&again.sign_offs[0], now()));
}

#[test]
fn damaged_files_are_refused_with_place_and_reason_and_left_alone() {
    let whole = String::from_utf8(file::to_bytes(&ready()).expect("bytes")).expect("text");
    let refusal = |text: &str| {
        file::parse(std::path::Path::new("a.readiness"), text.as_bytes()).expect_err("must be refused").to_string()
    };
    assert!(refusal("").starts_with("a.readiness:1: "));
    assert!(refusal("{}").contains("readiness-assessment"));
    assert!(refusal(&whole[..whole.len() / 2]).starts_with("a.readiness:"));
    assert!(refusal(&whole.replace("\"version\": 1", "\"version\": 2")).contains("newer program"));
    assert!(refusal(&whole.replace("\"outcome\": \"pass\"", "\"outcome\": 7")).contains("a.readiness:"));
    let mut tampered = ready();
    tampered.attachments.insert("00".repeat(32), Attachment::new("a.txt", b"a".to_vec()));
    let text = String::from_utf8(file::to_bytes(&tampered).expect("bytes")).expect("text");
    assert!(refusal(&text).contains("not the file that was attached"));
}

#[test]
fn a_file_that_is_read_keeps_the_digest_that_was_signed() {
    for scenario in crate::scenario::all() {
        let mut assessment = scenario.assessment(checklist::built_in(), now());
        assessment.import(scenario.facts(now()).expect("facts"));
        let mut digest = assessment.digest();
        for round in 0..2 {
            let bytes = file::to_bytes(&assessment).expect("bytes");
            assessment = file::parse("a.readiness".as_ref(), &bytes).expect("sound");
            assert_eq!(assessment.digest(), digest, "{}, reading {round}", scenario.id);
            digest = assessment.digest();
        }
    }
}
