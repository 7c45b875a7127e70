//! Tests of undo, redo and the state of saving.

use readiness_core::{
    checklist::built_in,
    engine::Outcome,
    facts::{Snapshot, SourceFacts, Vantage},
    finding::Finding,
    msg,
};

use super::*;

fn now() -> Timestamp {
    "2026-11-22T10:00:00Z".parse().unwrap()
}

fn document() -> Document {
    Document::unnamed(1, Assessment::new(built_in(), Subject::default(), now()))
}

fn rename(document: &mut Document, name: &str) {
    document
        .edit("ui-edit-subject", 0.0, |assessment| {
            let subject = Subject { organisation: name.to_owned(), tenant: name.to_owned(), ..Subject::default() };
            assessment.change_subject(subject);
            Ok(())
        })
        .unwrap();
}

fn a_run() -> Outcome {
    let item = built_in().items().next().unwrap().id.clone();
    let mut outcome = Outcome { findings: vec![(item, Finding::fail(msg!("x")))], ..Outcome::default() };
    outcome.facts.add(Snapshot {
        vantage: Vantage::workstation("WS"),
        seen_at: now(),
        took_ms: 1,
        about: None,
        what: SourceFacts::Events(Box::default()),
    });
    outcome
}

#[test]
fn every_edit_can_be_taken_back_and_done_again() {
    let mut document = document();
    rename(&mut document, "a");
    rename(&mut document, "b");
    document.undo(0.0);
    assert_eq!(document.assessment().subject.organisation, "a");
    document.undo(0.0);
    assert_eq!(document.assessment().subject.organisation, "");
    document.undo(0.0);
    document.redo(0.0);
    document.redo(0.0);
    assert_eq!(document.assessment().subject.organisation, "b");
}

#[test]
fn undo_never_takes_back_what_was_seen() {
    let mut document = document();
    rename(&mut document, "a");
    let subject = document.assessment().subject.clone();
    document.take(a_run(), subject, now(), 0.0);
    document.undo(0.0);
    assert_eq!(document.assessment().subject.organisation, "");
    assert_eq!(document.assessment().facts.snapshots().len(), 1);
    assert_eq!(document.assessment().findings.len(), 1);
    document.redo(0.0);
    assert_eq!(document.assessment().findings.values().next().unwrap().len(), 1, "a result is taken once");
}

#[test]
fn results_belong_to_the_subject_they_were_measured_for() {
    let mut document = document();
    rename(&mut document, "old");
    let old = document.assessment().subject.clone();
    rename(&mut document, "new");
    document.take(a_run(), old.clone(), now(), 0.0);
    let judged = document.assessment().findings.values().next().unwrap()[0].clone();
    assert_eq!(judged.subject, old.digest());
    assert_eq!(document.assessment().subject.organisation, "new");
}

#[test]
fn a_refused_edit_changes_nothing() {
    let mut document = document();
    let refused = document.edit("ui-edit-note", 0.0, |assessment| {
        assessment.subject.organisation = "half done".to_owned();
        Err(EditError::NoName)
    });
    assert!(refused.is_err());
    assert_eq!(document.assessment().subject.organisation, "");
    assert_eq!(document.undo_label(), None);
}

#[test]
fn an_edit_is_written_when_it_has_settled() {
    let mut document = document();
    assert_eq!(document.save_state(), SaveState::Empty);
    rename(&mut document, "a");
    assert!(matches!(document.due(0.5), Err(Some(_))));
    let writing = document.due(1.5).ok().unwrap();
    rename(&mut document, "b");
    document.written(writing.revision);
    assert!(document.is_dirty(), "the later edit is not written yet");
    let writing = document.due(9.0).ok().unwrap();
    document.written(writing.revision);
    assert!(!document.is_dirty());
}

#[test]
fn trouble_is_shown_until_writing_works() {
    let mut document = document();
    rename(&mut document, "a");
    let writing = document.write_now();
    document.not_written("disk full".to_owned(), 2.0);
    assert_eq!(document.save_state(), SaveState::Trouble("disk full".to_owned()));
    assert!(document.is_dirty());
    document.written(writing.revision);
    assert_eq!(document.save_state(), SaveState::Unnamed);
}
