//! Every key of the command table does what its row says. A command without an entry here fails the test, so the table
//! and the keyboard cannot drift apart.

use egui::{Key, Modifiers, accesskit::Toggled};
use egui_kittest::kittest::NodeT as _;
use readiness_core::assessment::Outcome;
use writeback_readiness::desktop::{Command, Over, Page, Place, ROWS, Theme};

use crate::{bench::Bench, patient::PATIENT};

/// What a key must have done. `at` is the item that was shown before.
type Effect = fn(&Bench, at: &str) -> bool;

fn over(bench: &Bench, wanted: fn(&Over) -> bool) -> bool {
    bench.model().over.as_ref().is_some_and(wanted)
}

fn chosen(bench: &Bench, outcome: Outcome) -> bool {
    use egui_kittest::kittest::Queryable as _;
    let words = &bench.model().words;
    let name = format!("{}: {}", words.text("ui-form-answer"), words.text(&format!("outcome-{}", outcome.name())));
    let node = bench.window.query_by_label(&name);
    node.is_some_and(|node| node.accesskit_node().toggled() == Some(Toggled::True))
}

fn effect(command: &Command) -> Effect {
    match command {
        Command::New => |bench, _| bench.model().page == Page::Subject,
        Command::Open | Command::Import => |bench, _| over(bench, |over| matches!(over, Over::PathField(_))),
        Command::Save | Command::SaveAs => |bench, _| over(bench, |over| matches!(over, Over::PathField(_))),
        Command::Sample => |bench, _| bench.model().page == Page::Checklist && bench.place() == Some(0),
        Command::Training => |bench, _| bench.model().page == Page::Training,
        Command::Close => |bench, _| bench.model().page == Page::Start && bench.model().document.is_none(),
        Command::Quit => |bench, _| bench.sent(&egui::ViewportCommand::Close),
        Command::Undo => |bench, _| bench.model().why_not(&Command::Redo).is_none(),
        Command::Redo => |bench, _| bench.model().why_not(&Command::Redo).is_some(),
        Command::Search => |bench, _| bench.focused() == Some(bench.model().words.text("command-search")),
        Command::RunAll | Command::RunNotMet | Command::RunSection | Command::RunItem => {
            |bench, _| bench.model().running.is_some()
        }
        Command::RunBlock => |bench, _| bench.model().run_block.is_some(),
        Command::Cancel => |bench, _| bench.model().running.as_ref().is_some_and(|run| run.is_cancelled()),
        Command::Previous => |bench, _| bench.place() == Some(4) && bench.row_has_focus(),
        Command::Next => |bench, _| bench.place() == Some(6) && bench.row_has_focus(),
        Command::First => |bench, _| bench.place() == Some(0) && bench.row_has_focus(),
        Command::Last => |bench, _| bench.place() == Some(bench.model().shown.len() - 1) && bench.row_has_focus(),
        Command::PageUp => |bench, _| bench.place() == Some(0),
        Command::PageDown => |bench, _| bench.place().is_some_and(|place| place > 8) && bench.row_has_focus(),
        Command::PreviousSection => |bench, _| section(bench) == Some(0),
        Command::NextSection => |bench, _| section(bench) == Some(2),
        Command::OpenItem => |bench, _| bench.focused().is_some() && !bench.row_has_focus(),
        Command::FocusList => |bench, _| bench.row_has_focus(),
        Command::FocusSide => |bench, _| bench.focused() == Some(bench.model().words.text("command-overview")),
        Command::Mark => |bench, at| bench.model().marked.iter().eq([at]),
        Command::MarkAll => |bench, _| bench.model().marked.len() == bench.model().shown.len(),
        Command::NextOpen => |bench, at| bench.model().selected.as_deref() != Some(at) && bench.row_has_focus(),
        Command::AnswerItem => |bench, _| bench.says_message("ui-form-answer"),
        Command::AnswerMet => |bench, _| chosen(bench, Outcome::Pass),
        Command::AnswerNotMet => |bench, _| chosen(bench, Outcome::Fail),
        Command::AnswerNotApplicable => |bench, _| chosen(bench, Outcome::NotApplicable),
        Command::AcceptItem => |bench, _| bench.says_message("ui-form-original-stays"),
        Command::NoteItem => |bench, _| bench.says_message("ui-form-save-note"),
        Command::CopyItem => |bench, _| {
            let title = bench.model().item().map(|item| bench.model().words.item_title(item)).unwrap_or_default();
            bench.copied().is_some_and(|text| text.starts_with(&format!("{title}: ")))
        },
        // What scrolls can be seen only in pictures; that the key is taken is seen from the focus, which stays.
        Command::ScrollUp | Command::ScrollDown | Command::ScrollPageUp | Command::ScrollPageDown => |bench, at| {
            bench.model().selected.as_deref() == Some(at) && bench.focused().is_some() && !bench.row_has_focus()
        },
        Command::Overview => |bench, _| bench.model().page == Page::Overview,
        Command::Checklist => |bench, _| bench.model().page == Page::Checklist,
        Command::EditSubject => |bench, _| bench.model().page == Page::Subject,
        Command::SignOff => |bench, _| bench.model().page == Page::SignOff,
        Command::Report => |bench, _| bench.model().page == Page::Report,
        Command::Compare => |bench, _| bench.model().page == Page::Compare,
        Command::Verify => |bench, _| bench.model().page == Page::Verify,
        Command::Tenant => |bench, _| bench.model().page == Page::Tenant,
        Command::Directory => |bench, _| bench.model().page == Page::Directory,
        Command::ChooseA | Command::ChooseB => |bench, _| over(bench, |over| matches!(over, Over::PathField(_))),
        Command::SwapCompared => |bench, _| bench.model().compared.a.is_some(),
        Command::Palette => |bench, _| over(bench, |over| matches!(over, Over::Palette)),
        Command::NextRegion => |bench, _| bench.focused().is_some() && !bench.row_has_focus(),
        Command::PreviousRegion => |bench, _| bench.focused() == Some(bench.model().words.text("command-overview")),
        Command::Narrower => |bench, _| bench.model().settings.list_width == Some(356),
        Command::Wider => |bench, _| bench.model().settings.list_width == Some(396),
        Command::ToggleSide => |bench, _| bench.model().side_closed,
        Command::ZoomIn => |bench, _| bench.model().settings.zoom() == 110,
        Command::ZoomOut => |bench, _| bench.model().settings.zoom() == 90,
        Command::ZoomReset => |bench, _| bench.model().settings.zoom() == 100,
        Command::ThemeDark => |bench, _| bench.model().settings.theme == Theme::Dark,
        Command::Shortcuts => |bench, _| over(bench, |over| matches!(over, Over::Shortcuts)),
        other => panic!("{other:?} has keys, and nothing here says what they must do"),
    }
}

fn section(bench: &Bench) -> Option<usize> {
    let model = bench.model();
    let shown = model.listed.section.as_deref()?;
    model.assessment()?.checklist().sections.iter().position(|section| section.id == shown)
}

/// A window in which the command can be done, with the focus where its keys work.
fn prepare(command: &Command, at: Place) -> Bench {
    let mut bench = Bench::new("en");
    bench.begin(PATIENT);
    match command {
        Command::Cancel => {
            bench.press(Modifiers::NONE, Key::F5);
            bench.until("it runs", |bench| bench.model().is_running());
        }
        Command::RunBlock => {
            bench.press(Modifiers::NONE, Key::F5);
            bench.press(Modifiers::NONE, Key::Escape);
            bench.until("the run is over", |bench| !bench.model().is_running());
        }
        Command::Undo | Command::Redo => {
            let item = bench.model().selected.clone().unwrap();
            bench.perform(Command::Note(item, "Lin".to_owned(), "Ask the firewall team.".to_owned()));
            if *command == Command::Redo {
                bench.perform(Command::Undo);
            }
        }
        Command::AcceptItem => {
            // Recorded facts with failures.
            bench.perform(Command::OpenScenario("relay-blocked".to_owned()));
            bench.press(Modifiers::NONE, Key::F5);
            bench.until("it has run", |bench| bench.model().running.as_ref().is_some_and(|run| !run.goes_on()));
            bench.press(Modifiers::NONE, Key::N);
        }
        Command::RunItem | Command::RunSection => {
            bench.perform(Command::Select("connectivity.idle".to_owned()));
        }
        Command::PreviousSection | Command::NextSection => {
            let second = bench.model().assessment().unwrap().checklist().sections[1].id.clone();
            bench.perform(Command::ShowSection(second));
        }
        Command::Checklist => bench.perform(Command::Overview),
        Command::ChooseA | Command::ChooseB | Command::SwapCompared => bench.perform(Command::Compare),
        Command::ZoomReset => bench.perform(Command::ZoomIn),
        _ => {
            // The sixth of a long section: there is room above and below.
            let item = bench.model().listed_items().nth(5).unwrap().id.clone();
            bench.perform(Command::Select(item));
        }
    }
    if bench.model().page == Page::Checklist {
        bench.perform(Command::FocusList);
        bench.settle();
        assert!(bench.row_has_focus(), "{command:?}: the row has no focus but {:?}", bench.focused());
    }
    match at {
        Place::Detail => bench.perform(Command::OpenItem),
        Place::Side => bench.perform(Command::FocusSide),
        Place::List | Place::Checklist | Place::Everywhere => {}
    }
    bench.settle();
    bench
}

/// Every `of`th key of the table, beginning with one of them: so that the tests run beside each other.
fn every_key(from: usize, of: usize) {
    let keys = ROWS.iter().flat_map(|row| row.keys.iter().map(move |keys| (row, keys)));
    let mut tried = 0;
    for (row, keys) in keys.skip(from).step_by(of) {
        let effect = effect(&row.command);
        let mut bench = prepare(&row.command, keys.place());
        let at = bench.model().selected.clone().unwrap_or_default();
        let focus = bench.focused();
        assert_eq!(bench.model().why_not(&row.command), None, "{:?} cannot be done here", row.command);
        let is_unseen = matches!(
            row.command,
            Command::ScrollUp | Command::ScrollDown | Command::ScrollPageUp | Command::ScrollPageDown
        );
        assert!(is_unseen || !effect(&bench, &at), "{:?}: it is so before the key", row.command);
        bench.press(keys.modifiers(), keys.key());
        bench.until(&format!("{:?} by {} at {focus:?}", row.command, keys.text()), |bench| effect(bench, &at));
        tried += 1;
    }
    assert!(tried > 12, "only {tried} keys");
}

#[test]
fn every_key_of_the_table_performs_its_command_1() {
    every_key(0, 4);
}

#[test]
fn every_key_of_the_table_performs_its_command_2() {
    every_key(1, 4);
}

#[test]
fn every_key_of_the_table_performs_its_command_3() {
    every_key(2, 4);
}

#[test]
fn every_key_of_the_table_performs_its_command_4() {
    every_key(3, 4);
}
