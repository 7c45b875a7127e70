//! Keys of a command: which, how they are written, and whether they are dead while somebody types.

use egui::{Key, Modifiers};

/// One key with what is held down beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keys {
    modifiers: Modifiers,
    key: Key,
}

impl Keys {
    /// A key alone.
    pub const fn plain(key: Key) -> Self {
        Self { modifiers: Modifiers::NONE, key }
    }

    /// With Ctrl (Cmd on a Mac).
    pub const fn ctrl(key: Key) -> Self {
        Self { modifiers: Modifiers::COMMAND, key }
    }

    /// With Ctrl and Shift.
    pub const fn ctrl_shift(key: Key) -> Self {
        Self { modifiers: Modifiers::COMMAND.plus(Modifiers::SHIFT), key }
    }

    /// With Shift.
    pub const fn shift(key: Key) -> Self {
        Self { modifiers: Modifiers::SHIFT, key }
    }

    /// With Alt.
    pub const fn alt(key: Key) -> Self {
        Self { modifiers: Modifiers::ALT, key }
    }

    /// True when it types something, so that it must not act while a field has focus.
    pub fn types_text(self) -> bool {
        let function = matches!(self.key, Key::F1 | Key::F2 | Key::F3 | Key::F4 | Key::F5 | Key::F6 | Key::Escape);
        !function && !self.modifiers.command && !self.modifiers.alt
    }

    /// True when this event presses it. Keys that some keyboards need Shift for are taken with and without.
    pub fn pressed_by(self, event: &egui::Event) -> bool {
        let egui::Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
        let shifted = matches!(self.key, Key::Questionmark | Key::Slash | Key::Plus | Key::Equals);
        let held = if shifted { Modifiers { shift: self.modifiers.shift, ..*modifiers } } else { *modifiers };
        *key == self.key && held.matches_exact(self.modifiers)
    }

    /// As written in menus: `Ctrl+Shift+S`.
    pub fn text(self) -> String {
        let mut text = String::new();
        for (held, name) in
            [(self.modifiers.command, "Ctrl+"), (self.modifiers.alt, "Alt+"), (self.modifiers.shift, "Shift+")]
        {
            if held {
                text.push_str(name);
            }
        }
        text + match self.key {
            Key::Slash => "/",
            Key::Questionmark => "?",
            Key::Escape => "Esc",
            Key::Plus => "+",
            Key::Minus => "-",
            Key::Equals => "=",
            Key::Num0 => "0",
            Key::Comma => ",",
            other => other.name(),
        }
    }
}
