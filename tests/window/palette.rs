//! The command palette: everything is found by its words, in both languages, and done by Enter.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use writeback_readiness::desktop::{Command, Page};

use crate::bench::Bench;

fn open(bench: &mut Bench, text: &str) {
    bench.press(Modifiers::COMMAND, Key::K);
    bench.settle();
    bench.window.event(egui::Event::Text(text.to_owned()));
    bench.settle();
}

#[test]
fn commands_are_found_and_done_and_those_that_cannot_be_done_say_why() {
    let mut bench = Bench::new("en");
    open(&mut bench, "sign-off");
    let refused = format!("Sign-off, {}", bench.model().words.text("ui-why-nothing-open"));
    assert!(bench.says(&refused));
    bench.press(Modifiers::NONE, Key::Enter);
    assert!(bench.model().over.is_some(), "what cannot be done is not done");
    bench.press(Modifiers::NONE, Key::Escape);
    assert!(bench.model().over.is_none());

    bench.begin("Contoso Ltd");
    open(&mut bench, "sign-off");
    bench.press(Modifiers::NONE, Key::Enter);
    assert_eq!((bench.model().page, bench.model().over.is_none()), (Page::SignOff, true));
}

#[test]
fn items_are_found_by_the_title_of_either_language() {
    for (language, text) in [("en", "心跳"), ("zh-CN", "heartbeat")] {
        let mut bench = Bench::new(language);
        bench.begin("Contoso");
        bench.until("the index is there", |bench| bench.model().index.is_some());
        open(&mut bench, &format!("#{text}"));
        bench.press(Modifiers::NONE, Key::Enter);
        assert_eq!(bench.model().selected.as_deref(), Some("connectivity.heartbeat"), "{language}");
    }
}

#[test]
fn prefixes_show_one_kind_only_and_nothing_found_says_so() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso");
    bench.until("the index is there", |bench| bench.model().index.is_some());
    open(&mut bench, "@");
    assert!(bench.says("Overview, Pages") && bench.says("Configuring"));
    assert!(!bench.says("Undo, "));
    bench.press(Modifiers::NONE, Key::Escape);
    open(&mut bench, "> heartbeat");
    assert!(bench.says("Nothing found for \"> heartbeat\"."));
    bench.press(Modifiers::NONE, Key::Escape);
}

#[test]
fn a_draft_is_offered_first() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso");
    let item = bench.model().selected.clone().unwrap();
    bench.press(Modifiers::NONE, Key::A);
    bench.fill("Why, or how you know", "I saw it.");
    bench.press(Modifiers::NONE, Key::Escape);
    bench.perform(Command::Select("connectivity.idle".to_owned()));
    open(&mut bench, "");
    bench.press(Modifiers::NONE, Key::Enter);
    assert_eq!(bench.model().selected, Some(item));
    bench.until("the text is still there", |bench| bench.window.query_all_by_value("I saw it.").next().is_some());
}

#[test]
fn arrows_choose_and_a_click_does() {
    let mut bench = Bench::new("en");
    open(&mut bench, "@");
    // Overview cannot be shown with nothing open, so it stands last; what can be shown comes first.
    bench.press(Modifiers::NONE, Key::ArrowDown);
    bench.press(Modifiers::NONE, Key::ArrowUp);
    bench.press(Modifiers::NONE, Key::Escape);
    open(&mut bench, "training");
    bench.window.get_all_by_label_contains("Training, File").next().unwrap().click();
    bench.settle();
    assert_eq!(bench.model().page, Page::Training);
}

#[test]
fn the_shortcut_sheet_lists_every_key_and_is_narrowed_by_typing() {
    let mut bench = Bench::sized("en", [1280.0, 2400.0]);
    bench.press(Modifiers::NONE, Key::F1);
    bench.settle();
    for row in writeback_readiness::desktop::ROWS.iter().filter(|row| !row.keys.is_empty()) {
        assert!(bench.says(&bench.model().words.text(row.label)), "{}", row.label);
        for keys in row.keys {
            assert!(bench.says(&keys.text()), "{}", keys.text());
        }
    }
    bench.window.event(egui::Event::Text("undo".to_owned()));
    bench.settle();
    assert!(bench.says("Undo") && !bench.says("Redo"));
}
