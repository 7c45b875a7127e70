//! The list: what is searched and filtered, what every count leads to, and what a long list costs.

use std::sync::Arc;

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readiness_core::{
    Subject,
    assessment::{Assessment, Status},
    checklist,
};
use writeback_readiness::desktop::{Command, Sample, Settings};

use crate::bench::Bench;

/// A window over a checklist of so many items, in ten sections.
fn long(items: usize) -> Bench {
    let mut text = String::from("id = \"long\"\nedition = \"1\"\nas_of = 2026-11-22\n");
    for section in 0..10 {
        text += &format!("[[section]]\nid = \"s{section}\"\nwords.en.title = \"Section {section}\"\n");
        for item in 0..items / 10 {
            text += &format!(
                "[[section.item]]\nid = \"i.{section}.{item}\"\nweight = \"required\"\nlooks_at = [\"network\"]\ncheck = \"connectivity.idle\"\nwords.en.title = \"Item {item} of {section}\"\n"
            );
        }
    }
    let list = Arc::new(checklist::read("long.toml", text.as_bytes()).unwrap());
    let make = move |now| Assessment::new(&list, Subject::default(), now);
    let sample = Sample { id: "long".to_owned(), make: Arc::new(make) };
    let mut bench = Bench::with_samples(vec![sample]);
    bench.perform(Command::OpenScenario("long".to_owned()));
    bench.settle();
    bench
}

fn rows(bench: &Bench) -> usize {
    let role = egui::accesskit::Role::ListBoxOption;
    let nodes = bench.window.root().children_recursive();
    nodes
        .filter(|node| {
            node.accesskit_node().role() == role
                && node.accesskit_node().label().is_some_and(|name| name.starts_with("Item "))
        })
        .count()
}

#[test]
fn ten_thousand_items_make_no_more_rows_than_can_be_seen() {
    let few = {
        let mut bench = long(100);
        bench.perform(Command::List(writeback_readiness::desktop::views::Filter::default()));
        bench.settle();
        rows(&bench)
    };
    let mut bench = long(10_000);
    bench.perform(Command::List(writeback_readiness::desktop::views::Filter::default()));
    bench.settle();
    assert_eq!(bench.model().shown.len(), 10_000);
    assert_eq!(rows(&bench), few);
    bench.press(Modifiers::NONE, Key::End);
    assert_eq!(bench.model().selected.as_deref(), Some("i.9.999"));
    assert!(bench.says("Item 999 of 9, "), "the last row can be seen");
    bench.press(Modifiers::NONE, Key::PageUp);
    assert!(bench.model().selected.as_deref() != Some("i.9.999"));

    // Searching goes on beside the window.
    bench.fill("Search", "i.7.77");
    bench.until("it is found", |bench| bench.model().shown.len() == 11);
    bench.press(Modifiers::NONE, Key::Enter);
    bench.until("the first is shown", |bench| bench.model().selected.as_deref() == Some("i.7.77"));
}

#[test]
fn a_search_goes_over_evidence_and_titles_sections_with_their_counts() {
    let mut bench = Bench::new("en");
    bench.perform(Command::OpenScenario("half-configured".to_owned()));
    bench.press(Modifiers::NONE, Key::F5);
    bench.until("the run has ended", |bench| bench.model().running.as_ref().is_some_and(|run| !run.goes_on()));
    bench.fill("Search", "proxy.contoso.local");
    let all = bench.model().assessment().unwrap().checklist().items().count();
    bench.until("some are found", |bench| bench.model().found.is_some() && bench.model().shown.len() < all);
    let found: Vec<String> = bench.model().listed_items().map(|item| item.id.clone()).collect();
    assert!(found.contains(&"connectivity.proxy".to_owned()), "{found:?}");
    // Esc empties the field and goes back to the list.
    bench.press(Modifiers::NONE, Key::Escape);
    bench.until("the search is over", |bench| bench.model().found.is_none());

    bench.fill("Search", "password");
    bench.until("several sections are listed", |bench| bench.says("Configuration, ") && bench.says("Proof, "));
    assert!(
        bench
            .window
            .query_all_by_label_contains("Configuration, ")
            .any(|node| { node.accesskit_node().role() == egui::accesskit::Role::Heading })
    );
}

#[test]
fn every_count_of_the_bar_leads_to_exactly_these_items() {
    let mut bench = Bench::new("en");
    bench.perform(Command::OpenScenario("half-configured".to_owned()));
    bench.press(Modifiers::NONE, Key::F5);
    bench.until("the run has ended", |bench| bench.model().running.as_ref().is_some_and(|run| !run.goes_on()));
    let reasons = bench.model().results.as_ref().unwrap().tally.reason_messages();
    assert!(reasons.len() > 1);
    for (status, message) in reasons {
        let text = bench.model().words.say(&message);
        bench.click(&text);
        bench.settle();
        let wanted = bench.model().results.as_ref().unwrap().tally.required[&status];
        assert_eq!(bench.model().shown.len(), wanted, "{text}");
        let first = bench.model().listed_items().next().unwrap().id.clone();
        assert_eq!(bench.model().selected, Some(first), "{text}");
    }
    let zero = [Status::NotRun].iter().all(|status| bench.model().results.as_ref().unwrap().tally.count(*status) > 0);
    assert_eq!(bench.says(" not run"), zero, "zero counts are left out");
}

#[test]
fn marked_items_run_together() {
    let mut bench = Bench::new("en");
    bench.perform(Command::OpenScenario("half-configured".to_owned()));
    bench.perform(Command::ShowSection("connectivity".to_owned()));
    bench.settle();
    bench.press(Modifiers::NONE, Key::Space);
    bench.press(Modifiers::NONE, Key::ArrowDown);
    bench.press(Modifiers::NONE, Key::Space);
    assert!(bench.says("2 marked"));
    bench.press(Modifiers::NONE, Key::R);
    bench.until("they have run", |bench| bench.model().running.as_ref().is_some_and(|run| !run.goes_on()));
    assert_eq!(bench.model().running.as_ref().unwrap().plan.items.len(), 2);
    assert!(bench.model().marked.is_empty());
}

#[test]
fn two_windows_keep_each_others_recent_files_and_choices() {
    let mut one = Bench::new("en");
    let root = Arc::clone(&one.root);
    let folder = root.path().to_owned();
    let mut two = Bench::beside(&one, "en");
    for (bench, name, command) in [(&mut one, "one", Command::ThemeDark), (&mut two, "two", Command::Zoom(125))] {
        bench.begin(name);
        let path = folder.join(format!("{name}.readiness"));
        bench.perform(Command::SaveTo(path.clone()));
        bench.until("it is saved", |bench| bench.model().recent.files.iter().any(|file| file.path == path));
        bench.perform(command);
    }
    // Both list both, whoever wrote last.
    two.until("both are listed", |bench| bench.model().recent.files.len() == 2);
    one.close();
    two.close();
    let settings: Settings =
        serde_json::from_slice(&std::fs::read(folder.join("config/settings.json")).unwrap()).unwrap();
    assert_eq!((settings.theme, settings.zoom), (writeback_readiness::desktop::Theme::Dark, Some(125)));
}
