//! Keys of a command: which, where they work, how they are written, and whether they are dead while somebody types.

use egui::{Key, Modifiers};

use crate::desktop::region::Region;

/// Where keys work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// With the focus in the list of items.
    List,
    /// With the focus in the side.
    Side,
    /// With the focus in the item shown, and nothing being filled in there.
    Detail,
    /// On the checklist, wherever the focus is.
    Checklist,
    /// Everywhere.
    Everywhere,
}

/// Where the keyboard is now.
#[derive(Debug, Clone, Copy, Default)]
pub struct Here {
    /// A text field has the focus, or an input method composes.
    pub typing: bool,
    /// The checklist is shown.
    pub checklist: bool,
    /// The region with the focus; the page's main one when nothing has it.
    pub region: Option<Region>,
    /// A form is open in the item shown.
    pub form: bool,
}

/// One key with what is held down beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keys {
    modifiers: Modifiers,
    key: Key,
    place: Place,
}

impl Keys {
    const fn held(modifiers: Modifiers, key: Key) -> Self {
        Self { modifiers, key, place: Place::Everywhere }
    }

    /// A key alone.
    pub const fn plain(key: Key) -> Self {
        Self::held(Modifiers::NONE, key)
    }

    /// With Ctrl (Cmd on a Mac).
    pub const fn ctrl(key: Key) -> Self {
        Self::held(Modifiers::COMMAND, key)
    }

    /// With Ctrl and Shift.
    pub const fn ctrl_shift(key: Key) -> Self {
        Self::held(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
    }

    /// With Shift.
    pub const fn shift(key: Key) -> Self {
        Self::held(Modifiers::SHIFT, key)
    }

    /// With Alt.
    pub const fn alt(key: Key) -> Self {
        Self::held(Modifiers::ALT, key)
    }

    /// Only there.
    #[must_use]
    pub const fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    /// Where it works.
    pub fn place(self) -> Place {
        self.place
    }

    /// The key, without what is held down.
    pub fn key(self) -> Key {
        self.key
    }

    /// What is held down.
    pub fn modifiers(self) -> Modifiers {
        self.modifiers
    }

    /// True when it works here.
    pub fn works(self, here: Here) -> bool {
        let there = match self.place {
            Place::List => here.region == Some(Region::List),
            Place::Side => here.region == Some(Region::Side),
            Place::Detail => here.region == Some(Region::Detail) && !here.form,
            Place::Checklist => here.checklist,
            Place::Everywhere => true,
        };
        there && !(here.typing && self.types_text())
    }

    /// True when it types something or moves a cursor, so that it must not act while a field has focus.
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
            Key::Comma => ",",
            Key::OpenBracket => "[",
            Key::CloseBracket => "]",
            Key::ArrowUp => "\u{2191}",
            Key::ArrowDown => "\u{2193}",
            Key::ArrowLeft => "\u{2190}",
            Key::ArrowRight => "\u{2192}",
            Key::PageUp => "PgUp",
            Key::PageDown => "PgDn",
            other => other.name(),
        }
    }
}
