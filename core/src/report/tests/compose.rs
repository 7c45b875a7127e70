//! What a report says of an assessment: never more than is held, never less than was found.

use jiff::ToSpan;

use super::*;
use crate::{
    assessment::{Attachment, Conclusion, Status, Task},
    report::{Cover, SignatureState},
};

fn cover(report: &Report) -> &Cover {
    let Block::Cover(cover) = &part(report, PartId::Cover).blocks[0] else { panic!("a cover") };
    cover
}

#[test]
fn the_parts_are_in_order_and_every_item_is_there() {
    let report = report(&mixed());
    let ids: Vec<String> = report.parts.iter().map(|part| part.id.anchor()).collect();
    assert_eq!(
        ids,
        [
            "part-cover",
            "part-summary",
            "part-section-configuration",
            "part-section-connectivity",
            "part-section-proof",
            "part-action-plan",
            "part-evidence",
            "part-sign-off"
        ]
    );
    let contents = report.contents();
    assert_eq!(contents.iter().filter(|entry| entry.level == 2).count(), 7);
    assert_eq!(item(&report, "connectivity.idle").head.number, "2.2");
    assert_eq!(report.meta.page(3, 31), "Page 3 of 31");
    assert_eq!(report.meta.digest_short().len(), 19);
}

#[test]
fn nothing_looked_at_is_incomplete_and_says_so() {
    let report = report(&empty());
    let cover = cover(&report);
    assert_eq!((cover.conclusion, cover.tone), (Conclusion::Incomplete, Status::CouldNotCheck));
    assert_eq!(cover.sentence, "Required items: 4 not run.");
    assert!(said(&cover.why).iter().any(|row| row[0] == "[Not run]" && row[1] == "4 items were not run"));
    assert!(cover.about_data.iter().any(|row| row.value.as_plain() == "Nothing has been looked at yet."));
    let idle = item(&report, "connectivity.idle");
    assert_eq!(sentence(idle), "Nobody has looked at this yet.");
    assert_eq!(idle.head.mark.word, "Not run");
    let Block::Matrix(matrix) = &part(&report, PartId::Summary).blocks[2] else { panic!("a matrix") };
    assert_eq!(matrix.columns.len(), 8, "not run has its own column");
    assert_eq!(matrix.total.all, 6, "information is not counted");
}

#[test]
fn a_failure_is_said_with_what_was_seen_and_what_to_do() {
    let report = report(&mixed());
    let cover = cover(&report);
    assert_eq!(cover.conclusion, Conclusion::NotReady);
    assert_eq!(cover.sentence, "Required items: 1 failed, 1 could not be checked, 1 needs you, 1 not run.");
    let why = said(&cover.why);
    assert_eq!(why[0][0], "[Failed]");
    assert_eq!(why[0][2], "The proxy asked for credentials.");
    let failed = item(&report, "connectivity.service-bus-host");
    assert!(!failed.compact);
    assert_eq!(sentence(failed), "The proxy asked for credentials.");
    assert!(failed.head.meta.contains(&"measured from SYNC01 (sync server)".to_owned()), "{:?}", failed.head.meta);
    let steps = failed.blocks.iter().find_map(|block| if let Block::Steps(steps) = block { Some(steps) } else { None });
    assert_eq!(steps.expect("steps")[0].text.as_plain(), "Let SYNC01 through.");
    assert!(table(&failed.blocks, TableKind::Rests).is_some());
}

#[test]
fn could_not_check_is_never_said_to_have_failed() {
    let report = report(&mixed());
    let rights = item(&report, "directory.connector-rights");
    assert_eq!(rights.head.mark.status, Status::CouldNotCheck);
    assert_eq!(sentence(rights), "There is no sign-in yet, so this could not be looked at.");
}

#[test]
fn an_advised_failure_is_a_warning_that_says_so() {
    let report = report(&mixed());
    let policy = item(&report, "directory.password-policy");
    assert_eq!(policy.head.mark.status, Status::Warn);
    let said = format!("{:?}", policy.blocks);
    assert!(said.contains("As it is only advised, it counts as a warning."), "{said}");
}

#[test]
fn an_exception_stands_beside_the_original_finding_until_it_lapses() {
    let mut assessment = ready();
    found(&mut assessment, "connectivity.idle", Finding::fail(seen("Lost after 100 s.")));
    let until = "2026-12-31".parse().expect("a day");
    assessment.except("connectivity.idle", "Maria Berg", "Replaced in December.", until, now()).expect("accepted");

    let held = report(&assessment);
    assert_eq!(cover(&held).conclusion, Conclusion::ReadyWithExceptions);
    assert_eq!(cover(&held).sentence, "Every required item is met or accepted; 1 exception holds until 31 Dec 2026.");
    let idle = item(&held, "connectivity.idle");
    assert_eq!(idle.head.mark.word, "Excepted");
    let exception = callout(idle, CalloutKind::Exception).expect("the exception");
    let (label, mark, text) = exception.original.as_ref().expect("the original finding");
    assert_eq!((label.as_str(), mark.word.as_str()), ("Original finding", "Failed"));
    assert_eq!(text.as_plain(), "Lost after 100 s.");
    let plan = said(table(&part(&held, PartId::ActionPlan).blocks, TableKind::Exceptions).expect("exceptions"));
    assert_eq!(plan, [["2.2", "Replaced in December.", "Maria Berg", "31 Dec 2026", "[Failed]"]]);

    let later = now().checked_add(24.hours() * 60).expect("a time");
    let lapsed = Report::compose(&assessment, &english(), &ReportOptions { now: later });
    assert_eq!(cover(&lapsed).conclusion, Conclusion::NotReady);
    let idle = item(&lapsed, "connectivity.idle");
    assert_eq!(idle.head.mark.word, "Failed");
    assert!(callout(idle, CalloutKind::Exception).is_none());
    let lapsed = callout(idle, CalloutKind::ExceptionLapsed).expect("the lapsed exception");
    assert_eq!(lapsed.text[0].as_plain(), "Its last day is past.");
}

#[test]
fn an_answer_is_shown_with_its_name_and_never_hides_a_finding() {
    let mut assessment = mixed();
    assessment.answer("proof.reset", answer(Outcome::Pass), now()).expect("answered");
    let first = report(&assessment);
    let reset = item(&first, "proof.reset");
    assert_eq!(reset.head.mark.word, "Pass");
    assert_eq!(sentence(reset), "Maria Berg says (22 Nov 2026): Met. I tried it.");
    assert!(reset.head.meta.contains(&"said by Maria Berg".to_owned()));
    let box_ = callout(reset, CalloutKind::Answer).expect("the answer");
    assert_eq!(box_.original.as_ref().expect("the finding").1.word, "Needs you");

    let mut assessment = ready();
    assessment.answer("proof.reset", answer(Outcome::Fail), now()).expect("answered");
    let report = report(&assessment);
    let reset = item(&report, "proof.reset");
    assert_eq!(reset.head.mark.word, "Failed");
    let box_ = callout(reset, CalloutKind::Answer).expect("the answer");
    assert_eq!(box_.original.as_ref().expect("the finding").1.word, "Pass");
}

#[test]
fn an_answer_past_its_end_does_not_count() {
    let mut assessment = mixed();
    assessment.answer("proof.reset", answer(Outcome::Pass), now()).expect("answered");
    let later = now().checked_add(24.hours() * 100).expect("a time");
    let report = Report::compose(&assessment, &english(), &ReportOptions { now: later });
    let reset = item(&report, "proof.reset");
    assert_eq!(reset.head.mark.word, "Needs you");
    assert!(callout(reset, CalloutKind::Answer).is_none());
    assert!(callout(reset, CalloutKind::AnswerLapsed).is_some());
}

#[test]
fn findings_about_another_subject_or_of_long_ago_do_not_count() {
    let mut assessment = ready();
    let later = now().checked_add(24.hours() * 100).expect("a time");
    let aged = Report::compose(&assessment, &english(), &ReportOptions { now: later });
    assert_eq!(cover(&aged).conclusion, Conclusion::Incomplete);
    let idle = item(&aged, "connectivity.idle");
    assert_eq!(idle.head.mark.word, "Could not check");
    assert!(sentence(idle).starts_with("This was last seen on 22 Nov 2026, too long ago"), "{}", sentence(idle));

    assessment.subject.tenant = "other.onmicrosoft.com".into();
    let stale = report(&assessment);
    assert_eq!(cover(&stale).conclusion, Conclusion::Incomplete);
    let idle = item(&stale, "connectivity.idle");
    assert_eq!(idle.head.mark.word, "Not run");
    assert!(sentence(idle).starts_with("This was found about another subject"), "{}", sentence(idle));
}

#[test]
fn a_sign_off_is_shown_and_becomes_stale() {
    let mut assessment = ready();
    assert_eq!(report(&assessment).meta.standing_words, "Draft, not signed off");
    sign(&mut assessment);
    let signed = report(&assessment);
    assert_eq!(signed.meta.standing_words, "Signed off, 22 Nov 2026");
    assert_eq!(signed.meta.mark, None);
    assert_eq!(cover(&signed).signatures.len(), 2);
    assert_eq!(cover(&signed).why_title, "What this rests on");

    found(&mut assessment, "connectivity.idle", Finding::fail(seen("Lost.")));
    let stale = report(&assessment);
    assert_eq!(stale.meta.mark.as_deref(), Some("STALE"));
    assert!(cover(&stale).signatures.is_empty());
    let boxes = part(&stale, PartId::SignOff).blocks.iter().find_map(|block| match block {
        Block::Signatures(boxes) => Some(boxes),
        _ => None,
    });
    assert!(boxes.expect("boxes").iter().all(|one| one.state == SignatureState::Stale));
}

#[test]
fn training_has_no_place_to_sign() {
    let mut assessment = ready();
    sign(&mut assessment);
    assessment.training = Some("healthy".into());
    let report = report(&assessment);
    assert_eq!(report.meta.mark.as_deref(), Some("TRAINING"));
    assert_eq!(report.meta.standing_words, "Training, not a real customer");
    assert!(cover(&report).signatures.is_empty());
    let blocks = &part(&report, PartId::SignOff).blocks;
    assert!(!blocks.iter().any(|block| matches!(block, Block::Signatures(_))));
    let remark = blocks.iter().find_map(|block| if let Block::Callout(callout) = block { Some(callout) } else { None });
    assert_eq!(remark.expect("a remark").title, "Training cannot be signed off.");
}

#[test]
fn the_plan_names_owner_and_day_or_leaves_a_line() {
    let mut assessment = mixed();
    let due = Some("2026-11-20".parse().expect("a day"));
    assessment.tasks.insert("connectivity.service-bus-host".into(), Task { owner: "J. Okafor".into(), due });
    let report = report(&assessment);
    let plan = said(table(&part(&report, PartId::ActionPlan).blocks, TableKind::ActionPlan).expect("a plan"));
    let by = |number: &str| plan.iter().find(|row| row[3] == number).expect("a row");
    assert_eq!(by("2.1")[1..], ["[Failed]", "Let SYNC01 through.", "2.1", "J. Okafor", "20 Nov 2026 (overdue)", "#"]);
    assert_eq!(by("1.1")[4..], ["_", "_", "#"]);
    assert_eq!(by("2.2")[1], "[Not run]", "what was not run is to be run");
    assert_eq!(plan[0][0], "1");
    // 2.1 names 1.1 as its cause, and 2.2 needs 2.1: 1.1 unblocks both.
    assert_eq!(plan[0][3], "1.1");
    assert_eq!(plan[1][3], "2.1");
}

#[test]
fn files_are_listed_with_who_added_them_and_pictures_are_shown() {
    let mut assessment = mixed();
    let file = Attachment::new("C:\\x\\scope.png", vec![0x89, b'P', b'N', b'G', 1, 2]);
    let hash = assessment.attach(file).expect("attached");
    let with = Answer { attachments: vec![hash.clone()], ..answer(Outcome::Pass) };
    assessment.answer("proof.reset", with, now()).expect("answered");
    let report = report(&assessment);
    let files = said(table(&part(&report, PartId::Evidence).blocks, TableKind::Files).expect("files"));
    assert_eq!(files[0][0], "A-01");
    assert_eq!(files[0][1], "scope.png, added by Maria Berg");
    assert_eq!((files[0][2].as_str(), files[0][4].as_str()), ("1 KiB", "3.1"));
    assert_eq!(files[0][3].len(), 39);
    assert!(item(&report, "proof.reset").blocks.iter().any(|block| matches!(block, Block::Pictures(_))));
    assert_eq!(report.file(&hash).expect("the file").data.len(), 6);
}

#[test]
fn passing_items_are_compact_and_history_is_told() {
    let mut assessment = ready();
    let report_of_ready = report(&assessment);
    let idle = item(&report_of_ready, "connectivity.idle");
    assert!(idle.compact);
    assert_eq!(said(table(&idle.blocks, TableKind::Rests).expect("facts")), [["Tenant", "a"], ["Forest", "b"]]);
    found(&mut assessment, "connectivity.idle", Finding::fail(seen("Lost.")));
    found(&mut assessment, "connectivity.idle", Finding::fail(seen("Lost again.")));
    let report = report(&assessment);
    let idle = item(&report, "connectivity.idle");
    assert_eq!(idle.head.meta.last().expect("history"), "Failed, 2 times in a row since 22 Nov 2026");
    assert_eq!(said(table(&idle.blocks, TableKind::History).expect("history")).len(), 2);
}

#[test]
fn many_failures_leave_room_on_the_cover() {
    let mut text =
        "id = \"many\"\nedition = \"1\"\nas_of = 2026-11-22\n[[section]]\nid = \"s\"\nwords.en.title = \"S\"\n"
            .to_owned();
    for n in 0..9 {
        text.push_str(&format!("[[section.item]]\nid = \"a.{n}\"\nweight = \"required\"\nwords.en.title = \"T{n}\"\n"));
    }
    let mut assessment = empty();
    assessment.checklist.own = Some(read("many.toml", text.as_bytes()).expect("sound"));
    for n in 0..8 {
        found(&mut assessment, &format!("a.{n}"), Finding::fail(seen("Bad.")));
    }
    let report = report(&assessment);
    let why = said(&cover(&report).why);
    assert_eq!(why.len(), 6);
    assert_eq!(why[4][1], "and 4 more failed");
    assert_eq!(why[5][1], "1 item waits for a person");
}
