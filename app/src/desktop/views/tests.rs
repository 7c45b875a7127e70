//! Views are drawn without a window, in every language, and what assistive technology gets of them is read.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use egui::{
    Context, RawInput, Rect, Vec2,
    accesskit::{Action, Node, Role},
};
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Language, Message, Subject, Words,
    assessment::{Answer, Assessment, Outcome, Status},
    checklist::{Item, Weight, built_in},
    facts::{Unavailable, Vantage},
    finding::Finding,
    msg,
    reference::Reference,
};

use super::{Drafts, Filter, Form, ItemDetail, ItemList, Lines, Part};
use crate::desktop::{
    fonts,
    listed::{Found, Listed, Shown},
    results::Stamp,
    running::IdleLength,
    theme,
};

fn now() -> Timestamp {
    "2026-11-22T10:00:00Z".parse().expect("a time")
}

/// Items that count.
fn items() -> Vec<&'static Item> {
    built_in().items().filter(|item| item.weight == Weight::Required).take(8).collect()
}

/// An assessment with a finding of every kind, an answer, a lapsed exception and a note.
fn assessment() -> Assessment {
    let mut assessment = Assessment::new(built_in(), Subject::default(), now());
    let found = |finding: Finding| {
        let mut finding = finding.with("evidence-probe", 3_i64).advise(msg!("unavailable-skipped"));
        finding.measured_from = Some(Vantage::sync_server("SYNC01"));
        finding.seen_at = Some(now());
        finding
    };
    let said = || msg!("unavailable-skipped");
    let findings = [
        found(Finding::pass(said())),
        found(Finding::warn(said())),
        found(Finding::fail(said())),
        found(Finding::could_not_check(Unavailable::Skipped)),
        found(Finding::could_not_check(Unavailable::NeedsPerson)),
        found(Finding::not_applicable(said())),
    ];
    let items: Vec<String> = items().into_iter().map(|item| item.id.clone()).collect();
    assessment.take_findings(items.iter().cloned().zip(findings), now());
    let fails = &items[2];
    let until = now().to_zoned(TimeZone::UTC).date();
    assessment.except(fails, "M. Berg", "The server goes in a week.", until, now()).expect("it fails");
    assessment.note(fails, "Lin", "Ask the firewall team.", now()).expect("known");
    let answer = Answer {
        outcome: Outcome::Pass,
        who: "M. Berg".into(),
        title: String::new(),
        why: "I looked.".into(),
        at: now(),
        seen_on: None,
        until: None,
        subject: String::new(),
        attachments: Vec::new(),
        other: serde_json::Map::new(),
    };
    assessment.answer(&items[3], answer, now()).expect("a person may answer what could not be checked");
    assessment
}

/// Everything that a window would have set up.
fn context(language: &Language) -> Context {
    let ctx = Context::default();
    theme::apply(&ctx);
    fonts::install(&ctx, language);
    ctx.enable_accesskit();
    ctx
}

/// Draws with `draw` a few times and returns the nodes that assistive technology gets.
fn nodes(ctx: &Context, width: f32, mut draw: impl FnMut(&mut egui::Ui)) -> Vec<Node> {
    let mut nodes = Vec::new();
    for _ in 0..2 {
        let screen = Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(width, 700.0));
        let mut output = ctx.run_ui(RawInput { screen_rect: Some(screen), ..RawInput::default() }, |ui| draw(ui));
        output.textures_delta.clear();
        let update = output.platform_output.accesskit_update.expect("it is switched on");
        nodes = update.nodes.into_iter().map(|(_, node)| node).collect();
    }
    nodes
}

/// What is said of a node: its label, or its value.
fn said(node: &Node) -> &str {
    node.label().or(node.value()).unwrap_or_default()
}

fn every_control_is_named(nodes: &[Node], place: &str) {
    let mut controls = 0;
    for node in nodes {
        let says = said(node);
        assert!(!says.contains("ui-item-") && !says.contains("ui-form-"), "{place}: \"{says}\" has no words");
        let control = node.supports_action(Action::Click)
            && matches!(
                node.role(),
                Role::Button
                    | Role::Link
                    | Role::CheckBox
                    | Role::RadioButton
                    | Role::ListBoxOption
                    | Role::DisclosureTriangle
                    | Role::TextInput
                    | Role::MultilineTextInput
            );
        if control {
            controls += 1;
            assert!(node.label().is_some_and(|label| !label.is_empty()), "{place}: a {:?} has no name", node.role());
        }
    }
    assert!(controls > 3, "{place}: only {controls} controls");
}

#[test]
fn every_control_of_every_item_and_form_is_named_in_every_language() {
    let assessment = assessment();
    let items = items();
    let reference = Reference::built_in();
    for language in Language::all() {
        let ctx = context(&language);
        let words = Words::new(&language, TimeZone::UTC);
        for (index, item) in items.iter().enumerate() {
            let mut drafts = Drafts::default();
            for part in [Part::Why, Part::Evidence, Part::Article, Part::History, Part::Notes] {
                drafts.set_open(part, true);
            }
            match index % 4 {
                0 => drafts.open(&item.id, Form::Answer),
                1 => drafts.open(&item.id, Form::Note),
                2 => drafts.open(&item.id, Form::Exception),
                _ => {}
            }
            let nodes = nodes(&ctx, 584.0, |ui| {
                let detail = ItemDetail {
                    assessment: &assessment,
                    item,
                    words: &words,
                    now: now(),
                    running: None,
                    run_refused: None,
                    reference: &reference,
                    revision: (1, 0),
                    run: None,
                    idle_length: IdleLength::default(),
                    neighbours: (true, false),
                };
                detail.show(ui, &mut drafts);
            });
            every_control_is_named(&nodes, &format!("{language}, {}", item.id));
            let title = words.item_title(item);
            assert!(nodes.iter().any(|node| said(node) == title), "{language}: {} has no title", item.id);
        }
    }
}

#[test]
fn a_row_says_its_verdict_in_words() {
    let assessment = assessment();
    let items = items();
    for language in Language::all() {
        let ctx = context(&language);
        let words = Words::new(&language, TimeZone::UTC);
        let mut drafts = Drafts::default();
        let found = Found { number: 1, items: Arc::new(items.iter().map(|item| item.id.clone()).collect()) };
        let listed = Listed::default();
        let shown = Shown::of(Shown::default(), Stamp::default(), &assessment, &listed, Some(&found), now());
        let nodes = nodes(&ctx, 376.0, |ui| {
            let list = ItemList {
                assessment: &assessment,
                words: &words,
                lines: &Lines::default(),
                now: now(),
                heading: "x",
                met: (1, 8),
                met_of: &|_| (1, 8),
                shown: &shown,
                counts: &BTreeMap::new(),
                selected: Some(&items[0].id),
                marked: &BTreeSet::from([items[2].id.clone()]),
                running: &|item| (item == items[1].id).then(|| "12".to_owned()),
                filter: &Filter { statuses: [Status::Fail].into(), ..Filter::default() },
                dense: false,
            };
            list.show(ui, &mut drafts);
        });
        every_control_is_named(&nodes, &language.to_string());
        let rows: Vec<&Node> = nodes.iter().filter(|node| node.role() == Role::ListBoxOption).collect();
        assert_eq!(rows.len(), items.len());
        for item in &items {
            let status = assessment.state(item, now()).status;
            let word = if item.id == items[1].id { "verdict-running" } else { status.message_id() };
            let title = words.item_title(item);
            let row = rows.iter().find(|row| said(row).starts_with(&title)).expect("a row for each item");
            assert!(said(row).contains(&words.text(word)), "{language}: {}", said(row));
        }
    }
}

#[test]
fn a_failed_check_cannot_be_answered_away_in_the_form() {
    let assessment = assessment();
    let item = items()[2];
    let reference = Reference::built_in();
    let words = Words::new(&Language::english(), TimeZone::UTC);
    let mut drafts = Drafts::default();
    drafts.open_answer(&item.id, None);
    let nodes = nodes(&context(&Language::english()), 584.0, |ui| {
        let detail = ItemDetail {
            assessment: &assessment,
            item,
            words: &words,
            now: now(),
            running: None,
            run_refused: None,
            reference: &reference,
            revision: (1, 0),
            run: None,
            idle_length: IdleLength::default(),
            neighbours: (true, true),
        };
        detail.show(ui, &mut drafts);
    });
    let part = |outcome: &str| {
        let name = format!("{}: {}", words.text("ui-form-answer"), words.text(outcome));
        nodes.iter().find(|node| said(node) == name).unwrap_or_else(|| panic!("no {name}")).is_disabled()
    };
    assert!(part("outcome-pass") && part("outcome-not-applicable") && !part("outcome-fail"));
    let caution = words.say(&Message::new("ui-item-failed-check"));
    assert!(nodes.iter().any(|node| said(node).contains(&caution)));
}
