//! The table of commands: one row each, in the order of the shortcut sheet.

use egui::Key;

use super::{Command, Keys};

/// A heading of the shortcut sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Files.
    File,
    /// Edits.
    Edit,
    /// Runs.
    Run,
    /// Items.
    Item,
    /// Pages.
    Page,
    /// The window.
    Window,
}

impl Group {
    /// Every group, in order.
    pub const ALL: [Self; 6] = [Self::File, Self::Edit, Self::Run, Self::Item, Self::Page, Self::Window];

    /// The id of its heading.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::File => "ui-keys-file",
            Self::Edit => "ui-keys-edit",
            Self::Run => "ui-keys-run",
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
    row(Command::RunItem, "command-run-item", Group::Run, &[Keys::plain(Key::R)]),
    row(Command::Cancel, "command-cancel", Group::Run, &[Keys::plain(Key::Escape)]),
    row(Command::ShortenIdle, "command-idle-shorten", Group::Run, &[]),
    row(Command::SkipIdle, "command-idle-skip", Group::Run, &[]),
    row(Command::AnswerItem, "command-answer", Group::Item, &[Keys::plain(Key::A)]),
    row(Command::AcceptItem, "command-accept", Group::Item, &[Keys::plain(Key::E)]),
    row(Command::NoteItem, "command-note", Group::Item, &[Keys::plain(Key::M)]),
    row(Command::Previous, "command-previous", Group::Item, &[Keys::alt(Key::ArrowUp)]),
    row(Command::Next, "command-next", Group::Item, &[Keys::alt(Key::ArrowDown)]),
    row(Command::NextOpen, "command-next-open", Group::Item, &[Keys::plain(Key::N)]),
    row(Command::Overview, "command-overview", Group::Page, &[Keys::alt(Key::Num1)]),
    row(Command::Checklist, "command-checklist", Group::Page, &[Keys::alt(Key::Num2)]),
    row(Command::EditSubject, "command-subject", Group::Page, &[Keys::alt(Key::Num3)]),
    row(Command::SignOff, "command-sign-off", Group::Page, &[Keys::alt(Key::Num4)]),
    row(Command::Report, "command-report", Group::Page, &[Keys::ctrl(Key::P), Keys::alt(Key::Num5)]),
    row(Command::ToggleSide, "command-side", Group::Window, &[Keys::ctrl(Key::B)]),
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
    fn no_two_commands_share_a_key() {
        let mut seen = HashSet::new();
        for row in ROWS {
            for keys in row.keys {
                assert!(seen.insert(keys.text()), "{} is taken twice", keys.text());
            }
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
