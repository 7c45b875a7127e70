//! The keyboard: which commands were asked for by key, and titles that are typed in the list. What a field or a sheet
//! needs stays with it.

use egui::{Event, ImeEvent, Key};

use super::App;
use crate::desktop::{
    command::{Command, Here, Place, ROWS, Row},
    page::Page,
    region::Region,
};

/// Seconds without a letter after which a title begins anew.
const PAUSE_S: f64 = 1.0;

/// A title that is being typed in the list.
#[derive(Default)]
pub(super) struct TypeAhead {
    text: String,
    until_s: f64,
}

/// What the keyboard did before this frame.
#[derive(Default)]
pub(super) struct Before {
    /// A text field had the focus. Esc takes it away before anybody can ask.
    typing: bool,
    /// An input method composes.
    composing: bool,
}

impl App {
    /// Commands whose keys were pressed.
    pub(super) fn pressed(&mut self, context: &egui::Context) -> Vec<Command> {
        self.hear_input_method(context);
        let here = self.here(context);
        let over = self.model.over.is_some() || context.any_popup_open();
        let listing = here.region == Some(Region::List) && !here.typing && !over;
        let mut ahead = std::mem::take(&mut self.type_ahead);
        if self.now_s > ahead.until_s {
            ahead.text.clear();
        }
        let begun = listing && !ahead.text.is_empty();
        let mut asked = Vec::new();
        let mut spent = false;
        context.input_mut(|input| {
            let plain = !input.modifiers.command && !input.modifiers.alt;
            input.events.retain(|event| {
                match event {
                    // A letter that is a command begins no title; a capital one does.
                    Event::Text(text) if listing && plain && !spent && (begun || !text.trim().is_empty()) => {
                        ahead.text.push_str(&text.to_lowercase());
                        ahead.until_s = self.now_s + PAUSE_S;
                        asked.extend(self.title_that_begins(&ahead.text));
                        return false;
                    }
                    Event::Copy if listing => {
                        asked.push(Command::CopyItem);
                        return false;
                    }
                    _ => {}
                }
                if is_escape(event) {
                    let command = self.escaped(here, over);
                    let taken = command.is_some();
                    asked.extend(command);
                    return !taken;
                }
                let Some((row, types_text)) = row_of(event, here) else { return true };
                if (begun && types_text && types_letter(event)) || (over && !works_over(&row.command)) {
                    return true;
                }
                spent = true;
                asked.push(row.command.clone());
                false
            });
        });
        self.type_ahead = ahead;
        self.go_in(context, here, over);
        asked
    }

    /// Remembers what the next frame needs to know. For the end of a frame.
    pub(super) fn remember_keyboard(&mut self, context: &egui::Context) {
        self.before.typing = context.text_edit_focused();
    }

    fn here(&self, context: &egui::Context) -> Here {
        let form = self.model.selected.as_deref().is_some_and(|item| self.forms.drafts.form(item).is_some());
        let checklist = self.model.page == Page::Checklist;
        let nothing = context.memory(|memory| memory.focused()).is_none();
        let regions = &self.forms.regions;
        Here {
            typing: context.text_edit_focused() || self.before.composing,
            checklist,
            region: if nothing { regions.main().filter(|_| checklist) } else { regions.focused() },
            form: form && checklist,
        }
    }

    fn hear_input_method(&mut self, context: &egui::Context) {
        context.input(|input| {
            for event in &input.events {
                if let Event::Ime(event) = event {
                    self.before.composing = match event {
                        ImeEvent::Preedit { text, .. } => !text.is_empty(),
                        _ => false,
                    };
                }
            }
        });
    }

    /// What Esc does, one step at a time: what lies over the page and fields come first, and take it themselves.
    fn escaped(&self, here: Here, over: bool) -> Option<Command> {
        if over || here.typing || self.before.typing || here.form {
            return None;
        }
        if self.model.side_open {
            return Some(Command::ToggleSide);
        }
        if here.region == Some(Region::Detail) || (here.checklist && self.model.reading) {
            return Some(Command::FocusList);
        }
        if !self.model.marked.is_empty() && here.region == Some(Region::List) {
            return Some(Command::Unmark);
        }
        self.model.is_running().then_some(Command::Cancel)
    }

    /// The first Tab of a page goes to what the page is about.
    fn go_in(&mut self, context: &egui::Context, here: Here, over: bool) {
        let nothing = context.memory(|memory| memory.focused()).is_none();
        let tab = context.input(|input| input.modifiers.is_none() && input.key_pressed(Key::Tab));
        if !nothing || !tab || over || here.typing {
            return;
        }
        if self.model.page == Page::Subject {
            self.forms.focus_first = true;
        } else if let Some(main) = self.forms.regions.main() {
            self.forms.regions.want(main);
        } else {
            return;
        }
        context.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
    }

    /// Shows the next listed item whose title, or a word of it, begins like this.
    fn title_that_begins(&self, text: &str) -> Option<Command> {
        let index = self.model.index.as_ref()?;
        let shown = &self.model.shown;
        let checklist = self.model.assessment()?.checklist();
        // While a title goes on, the item shown may still fit.
        let first = self.model.selected.as_deref().and_then(|item| shown.place(item)).unwrap_or(0);
        let first = if text.chars().count() == 1 { first + 1 } else { first };
        let in_turn = || (0..shown.len()).map(|step| (first + step) % shown.len());
        let item_at = |place: usize| shown.item(checklist, place);
        let whole = in_turn().find(|place| item_at(*place).is_some_and(|item| index.title_begins(&item.id, text)));
        let found = whole
            .or_else(|| in_turn().find(|place| item_at(*place).is_some_and(|item| index.word_begins(&item.id, text))));
        found.and_then(item_at).map(|item| Command::ShowRow(item.id.clone()))
    }
}

/// The command that an event presses here, and whether its key types something. What works in one place comes first.
fn row_of(event: &Event, here: Here) -> Option<(&'static Row, bool)> {
    let fits = |row: &Row, everywhere: bool| {
        row.keys
            .iter()
            .find(|keys| {
                (keys.place() == Place::Everywhere) == everywhere && keys.pressed_by(event) && keys.works(here)
            })
            .filter(|_| !(here.typing && row.fields_first))
            .map(|keys| keys.types_text())
    };
    [false, true]
        .into_iter()
        .find_map(|everywhere| ROWS.iter().find_map(|row| fits(row, everywhere).map(|types_text| (row, types_text))))
}

/// True for commands that work while something lies over the page.
fn works_over(command: &Command) -> bool {
    matches!(command, Command::Shortcuts | Command::About | Command::Palette) || command.is_for_window()
}

fn is_escape(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Escape, pressed: true, modifiers, .. } if modifiers.is_none())
}

/// True for keys that write a letter, a digit, a mark or a space.
fn types_letter(event: &Event) -> bool {
    matches!(event, Event::Key { key, .. } if key.name().chars().count() == 1 || *key == Key::Space)
}
