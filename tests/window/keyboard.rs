//! Keys where they could be meant for something else: letters while somebody types, titles that are typed, Esc, Tab.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{AccessKitNode, Queryable as _};
use writeback_readiness::desktop::Command;

use crate::{bench::Bench, patient::PATIENT};

#[test]
fn plain_keys_are_letters_while_somebody_types() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso Ltd");
    let at = bench.model().selected.clone();
    bench.press(Modifiers::NONE, Key::Slash);
    bench.settle();
    for key in [Key::N, Key::A, Key::E, Key::R, Key::C, Key::Num1, Key::OpenBracket, Key::Questionmark] {
        bench.press(Modifiers::NONE, key);
        assert_eq!(bench.model().selected, at, "{key:?}");
        assert!(bench.model().over.is_none() && bench.model().running.is_none(), "{key:?}");
    }
    assert!(!bench.says_message("ui-form-answer"));
    // An input method that composes has no field of its own here, and letters are dead all the same.
    bench.press(Modifiers::NONE, Key::Escape);
    bench.settle();
    let preedit = egui::ImeEvent::Preedit { text: "ni".to_owned(), active_range_chars: None };
    bench.window.event(egui::Event::Ime(preedit));
    bench.press(Modifiers::NONE, Key::A);
    assert!(!bench.says_message("ui-form-answer"));
    bench.window.event(egui::Event::Ime(egui::ImeEvent::Commit("你".to_owned())));
    bench.settle();
    bench.press(Modifiers::NONE, Key::A);
    bench.until("the form is open", |bench| bench.says_message("ui-form-answer"));
}

#[test]
fn a_capital_letter_goes_to_the_next_title_that_begins_with_it() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso Ltd");
    bench.until("the index is there", |bench| bench.model().index.is_some());
    bench.perform(Command::FocusList);
    bench.settle();
    let titles = |bench: &Bench| -> Vec<String> {
        bench.model().listed_items().map(|item| bench.model().words.item_title(item)).collect()
    };
    let wanted = titles(&bench).iter().position(|title| title.starts_with("Self")).expect("there is one");
    for event in ["S", "e", "l"] {
        bench.window.event(egui::Event::Text(event.to_owned()));
    }
    bench.settle();
    assert_eq!(bench.place(), Some(wanted));
    assert!(bench.row_has_focus());
}

#[test]
fn esc_goes_back_one_step_at_a_time() {
    let mut bench = Bench::new("en");
    bench.begin(PATIENT);
    bench.press(Modifiers::NONE, Key::F5);
    bench.until("it runs", |bench| bench.model().is_running());
    let cancelled = |bench: &Bench| bench.model().running.as_ref().is_some_and(|run| run.is_cancelled());
    bench.perform(Command::FocusList);
    bench.settle();
    bench.press(Modifiers::NONE, Key::Space);
    assert_eq!(bench.model().marked.len(), 1);
    bench.press(Modifiers::NONE, Key::ArrowRight);
    bench.press(Modifiers::COMMAND, Key::K);
    assert!(bench.model().over.is_some());
    bench.press(Modifiers::NONE, Key::Escape);
    assert!(bench.model().over.is_none() && !cancelled(&bench), "the palette goes first");
    bench.press(Modifiers::NONE, Key::A);
    bench.until("the form is open", |bench| bench.says_message("ui-form-answer"));
    bench.press(Modifiers::NONE, Key::Escape);
    assert!(!bench.says_message("ui-form-answer") && !cancelled(&bench), "then the form");
    bench.perform(Command::OpenItem);
    bench.settle();
    bench.press(Modifiers::NONE, Key::Escape);
    assert!(bench.row_has_focus() && !cancelled(&bench), "then from the item to the list");
    bench.press(Modifiers::NONE, Key::Escape);
    assert!(bench.model().marked.is_empty() && !cancelled(&bench), "then the marks");
    bench.press(Modifiers::NONE, Key::Escape);
    assert!(cancelled(&bench), "and at last the run");
}

#[test]
fn the_first_tab_goes_to_what_the_page_is_about() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso Ltd");
    let no_focus = |bench: &mut Bench| {
        bench.window.ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
        bench.settle();
    };
    no_focus(&mut bench);
    bench.press(Modifiers::NONE, Key::Tab);
    assert!(bench.row_has_focus(), "{:?}", bench.focused());
    bench.press(Modifiers::ALT, Key::Num3);
    no_focus(&mut bench);
    bench.press(Modifiers::NONE, Key::Tab);
    assert_eq!(bench.focused(), Some(bench.model().words.text("subject-organisation")));
}

#[test]
fn a_page_that_is_opened_by_its_key_is_in_sight_in_the_side() {
    let mut bench = Bench::sized("en", [720.0, 400.0]);
    bench.begin("Contoso Ltd");
    let row = |bench: &Bench| {
        let rows = |node: &AccessKitNode<'_>| node.label().is_some_and(|name| name == "Verify");
        bench.window.get_all_by(rows).next().expect("the row").rect()
    };
    assert!(row(&bench).bottom() > 400.0, "there is room for all rows: {:?}", row(&bench));
    bench.press(Modifiers::ALT, Key::Num7);
    bench.settle();
    assert!(row(&bench).bottom() < 400.0 - 64.0, "{:?}", row(&bench));
}
