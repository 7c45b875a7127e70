//! The table of commands: one row each, in the order of the shortcut sheet.

use egui::Key;

use super::{Command, Keys, Place};
use crate::desktop::tenant::Way;

/// A heading of the shortcut sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Files.
    File,
    /// Edits.
    Edit,
    /// Runs.
    Run,
    /// The list of items.
    List,
    /// The item shown.
    Item,
    /// Pages.
    Page,
    /// The window.
    Window,
}

impl Group {
    /// Every group, in order.
    pub const ALL: [Self; 7] = [Self::List, Self::Window, Self::Item, Self::File, Self::Run, Self::Edit, Self::Page];

    /// The id of its heading.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::File => "ui-keys-file",
            Self::Edit => "ui-keys-edit",
            Self::Run => "ui-keys-run",
            Self::List => "ui-keys-list",
            Self::Item => "ui-keys-item",
            Self::Page => "ui-keys-page",
            Self::Window => "ui-keys-window",
        }
    }
}

/// A command as people meet it.
#[derive(Debug)]
pub struct Row {
    /// The command.
    pub command: Command,
    /// Id of its label; the attribute `hint` says what it does.
    pub label: &'static str,
    /// Its keys, the one to show first.
    pub keys: &'static [Keys],
    /// Its heading.
    pub group: Group,
    /// Its keys belong to a text field that has focus.
    pub fields_first: bool,
}

const fn row(command: Command, label: &'static str, group: Group, keys: &'static [Keys]) -> Row {
    Row { command, label, keys, group, fields_first: false }
}

/// On the checklist, wherever the focus is.
const fn here(key: Key) -> Keys {
    Keys::plain(key).at(Place::Checklist)
}

const fn list(key: Key) -> Keys {
    Keys::plain(key).at(Place::List)
}

const fn detail(key: Key) -> Keys {
    Keys::plain(key).at(Place::Detail)
}

/// Every command with a label.
pub static ROWS: &[Row] = &[
    row(Command::New, "command-new", Group::File, &[Keys::ctrl(Key::N)]),
    row(Command::Open, "command-open", Group::File, &[Keys::ctrl(Key::O)]),
    row(Command::Save, "command-save", Group::File, &[Keys::ctrl(Key::S)]),
    row(Command::SaveAs, "command-save-as", Group::File, &[Keys::ctrl_shift(Key::S)]),
    row(Command::Import, "command-import", Group::File, &[Keys::ctrl(Key::I)]),
    row(Command::Sample, "command-sample", Group::File, &[Keys::ctrl(Key::T)]),
    row(Command::Training, "command-training", Group::File, &[Keys::ctrl(Key::L)]),
    row(Command::Close, "command-close", Group::File, &[Keys::ctrl(Key::W)]),
    row(Command::Quit, "command-quit", Group::File, &[Keys::ctrl(Key::Q)]),
    Row {
        command: Command::Undo,
        label: "command-undo",
        keys: &[Keys::ctrl(Key::Z)],
        group: Group::Edit,
        fields_first: true,
    },
    Row {
        command: Command::Redo,
        label: "command-redo",
        keys: &[Keys::ctrl_shift(Key::Z), Keys::ctrl(Key::Y)],
        group: Group::Edit,
        fields_first: true,
    },
    row(Command::Search, "command-search", Group::Edit, &[Keys::plain(Key::Slash), Keys::ctrl(Key::F)]),
    row(Command::RunAll, "command-run-all", Group::Run, &[Keys::plain(Key::F5)]),
    row(Command::RunNotMet, "command-run-not-met", Group::Run, &[Keys::shift(Key::F5)]),
    row(Command::RunSection, "command-run-section", Group::Run, &[Keys::ctrl(Key::R)]),
    row(Command::RunItem, "command-run-item", Group::Run, &[here(Key::R)]),
    row(Command::RunBlock, "command-run-block", Group::Run, &[Keys::ctrl(Key::J)]),
    row(Command::Cancel, "command-cancel", Group::Run, &[Keys::plain(Key::Escape)]),
    row(Command::ShortenIdle, "command-idle-shorten", Group::Run, &[]),
    row(Command::SkipIdle, "command-idle-skip", Group::Run, &[]),
    row(
        Command::Previous,
        "command-previous",
        Group::List,
        &[list(Key::ArrowUp), Keys::alt(Key::ArrowUp).at(Place::Checklist)],
    ),
    row(
        Command::Next,
        "command-next",
        Group::List,
        &[list(Key::ArrowDown), Keys::alt(Key::ArrowDown).at(Place::Checklist)],
    ),
    row(Command::First, "command-first", Group::List, &[list(Key::Home)]),
    row(Command::Last, "command-last", Group::List, &[list(Key::End)]),
    row(Command::PageUp, "command-page-up", Group::List, &[list(Key::PageUp)]),
    row(Command::PageDown, "command-page-down", Group::List, &[list(Key::PageDown)]),
    row(Command::PreviousSection, "command-previous-section", Group::List, &[here(Key::OpenBracket)]),
    row(Command::NextSection, "command-next-section", Group::List, &[here(Key::CloseBracket)]),
    row(Command::OpenItem, "command-open-item", Group::List, &[list(Key::Enter), list(Key::ArrowRight)]),
    row(Command::FocusSide, "command-focus-side", Group::List, &[list(Key::ArrowLeft)]),
    row(Command::Mark, "command-mark", Group::List, &[list(Key::Space)]),
    row(Command::MarkAll, "command-mark-all", Group::List, &[Keys::ctrl(Key::A).at(Place::List)]),
    row(Command::NextOpen, "command-next-open", Group::List, &[Keys::plain(Key::N)]),
    row(Command::AnswerItem, "command-answer", Group::Item, &[here(Key::A)]),
    row(Command::AnswerMet, "command-answer-met", Group::Item, &[here(Key::Num1)]),
    row(Command::AnswerNotMet, "command-answer-not-met", Group::Item, &[here(Key::Num2)]),
    row(Command::AnswerNotApplicable, "command-answer-not-applicable", Group::Item, &[here(Key::Num3)]),
    row(Command::AcceptItem, "command-accept", Group::Item, &[here(Key::E)]),
    row(Command::NoteItem, "command-note", Group::Item, &[here(Key::M)]),
    row(Command::CopyItem, "command-copy-item", Group::Item, &[here(Key::C)]),
    row(Command::ScrollUp, "command-scroll-up", Group::Item, &[detail(Key::ArrowUp)]),
    row(Command::ScrollDown, "command-scroll-down", Group::Item, &[detail(Key::ArrowDown)]),
    row(Command::ScrollPageUp, "command-scroll-page-up", Group::Item, &[detail(Key::PageUp)]),
    row(Command::ScrollPageDown, "command-scroll-page-down", Group::Item, &[detail(Key::PageDown)]),
    row(
        Command::FocusList,
        "command-focus-list",
        Group::Item,
        &[detail(Key::ArrowLeft), detail(Key::Escape), Keys::plain(Key::ArrowRight).at(Place::Side)],
    ),
    row(Command::Overview, "command-overview", Group::Page, &[Keys::alt(Key::Num1)]),
    row(Command::Checklist, "command-checklist", Group::Page, &[Keys::alt(Key::Num2)]),
    row(Command::EditSubject, "command-subject", Group::Page, &[Keys::alt(Key::Num3)]),
    row(Command::SignOff, "command-sign-off", Group::Page, &[Keys::alt(Key::Num4)]),
    row(Command::Report, "command-report", Group::Page, &[Keys::ctrl(Key::P), Keys::alt(Key::Num5)]),
    row(Command::Compare, "command-compare", Group::Page, &[Keys::alt(Key::Num6)]),
    row(Command::ChooseA, "command-compare-a", Group::Page, &[Keys::alt(Key::A)]),
    row(Command::ChooseB, "command-compare-b", Group::Page, &[Keys::alt(Key::B)]),
    row(Command::SwapCompared, "command-compare-swap", Group::Page, &[Keys::alt(Key::S)]),
    row(Command::ExportComparison, "command-compare-export", Group::Page, &[]),
    row(Command::Verify, "command-verify", Group::Page, &[Keys::alt(Key::Num7)]),
    row(Command::ContinueReport, "command-continue-report", Group::Page, &[]),
    row(Command::ChooseRoots, "command-choose-roots", Group::Page, &[]),
    row(Command::ChooseLists, "command-choose-lists", Group::Page, &[]),
    row(Command::Tenant, "command-tenant", Group::Page, &[Keys::alt(Key::Num8)]),
    row(Command::SignIn(Way::Browser), "command-sign-in-browser", Group::Page, &[]),
    row(Command::SignIn(Way::Code), "command-sign-in-code", Group::Page, &[]),
    row(Command::SignIn(Way::Kept), "command-sign-in-kept", Group::Page, &[]),
    row(Command::ForgetSignIn, "command-forget-sign-in", Group::Page, &[]),
    row(Command::CancelSignIn, "command-cancel-sign-in", Group::Page, &[]),
    row(Command::SignOut, "command-sign-out", Group::Page, &[]),
    row(Command::Directory, "command-directory", Group::Page, &[Keys::alt(Key::Num9)]),
    row(Command::ScanUsers, "command-scan-users", Group::Page, &[]),
    row(Command::CollectDirectory, "command-collect-directory", Group::Page, &[]),
    row(Command::CancelScan, "command-cancel-scan", Group::Page, &[]),
    row(Command::ExportScan, "command-export-scan", Group::Page, &[]),
    row(Command::CopyScanned, "command-copy-scanned", Group::Page, &[]),
    row(Command::OpenScan, "command-open-scan", Group::Page, &[]),
    row(Command::Palette, "command-palette", Group::Window, &[Keys::ctrl(Key::K)]),
    row(Command::NextRegion, "command-next-region", Group::Window, &[Keys::plain(Key::F6)]),
    row(Command::PreviousRegion, "command-previous-region", Group::Window, &[Keys::shift(Key::F6)]),
    row(Command::ToggleSide, "command-side", Group::Window, &[Keys::ctrl(Key::B)]),
    Row {
        command: Command::Narrower,
        label: "command-narrower",
        keys: &[Keys::ctrl_shift(Key::ArrowLeft)],
        group: Group::Window,
        fields_first: true,
    },
    Row {
        command: Command::Wider,
        label: "command-wider",
        keys: &[Keys::ctrl_shift(Key::ArrowRight)],
        group: Group::Window,
        fields_first: true,
    },
    row(Command::Messages, "command-messages", Group::Window, &[]),
    row(Command::ZoomIn, "command-zoom-in", Group::Window, &[Keys::ctrl(Key::Plus), Keys::ctrl(Key::Equals)]),
    row(Command::ZoomOut, "command-zoom-out", Group::Window, &[Keys::ctrl(Key::Minus)]),
    row(Command::ZoomReset, "command-zoom-reset", Group::Window, &[Keys::ctrl(Key::Num0)]),
    row(Command::ThemeSystem, "command-theme-system", Group::Window, &[]),
    row(Command::ThemeLight, "command-theme-light", Group::Window, &[]),
    row(Command::ThemeDark, "command-theme-dark", Group::Window, &[]),
    row(
        Command::Shortcuts,
        "command-shortcuts",
        Group::Window,
        &[Keys::plain(Key::F1), Keys::plain(Key::Questionmark)],
    ),
    row(Command::About, "command-about", Group::Window, &[]),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use jiff::tz::TimeZone;
    use readiness_core::{Language, Words};

    use super::*;

    #[test]
    fn no_two_commands_share_a_key_in_one_place() {
        let mut seen = HashSet::new();
        for keys in ROWS.iter().flat_map(|row| row.keys) {
            assert!(seen.insert((keys.place(), keys.text())), "{} is taken twice", keys.text());
        }
        // What works everywhere would be shadowed by what works in one place. Esc is: it goes step by step.
        for keys in ROWS.iter().flat_map(|row| row.keys).filter(|keys| keys.place() != Place::Everywhere) {
            let shadows = seen.contains(&(Place::Everywhere, keys.text()));
            assert!(!shadows || keys.text() == "Esc", "{} works everywhere too", keys.text());
        }
    }

    #[test]
    fn every_row_has_words_in_every_language() {
        for language in Language::all() {
            let words = Words::new(&language, TimeZone::UTC);
            for row in ROWS {
                assert!(words.has(row.label), "{language}: {}", row.label);
                assert!(words.attribute(row.label, "hint").is_some(), "{language}: {}.hint", row.label);
            }
            for group in Group::ALL {
                assert!(words.has(group.message_id()), "{language}: {}", group.message_id());
            }
        }
    }

    #[test]
    fn plain_letters_are_dead_while_somebody_types() {
        assert!(Keys::plain(Key::A).types_text());
        assert!(Keys::plain(Key::Slash).types_text());
        assert!(Keys::plain(Key::ArrowUp).types_text());
        assert!(!Keys::plain(Key::F5).types_text());
        assert!(!Keys::ctrl(Key::S).types_text());
    }
}
