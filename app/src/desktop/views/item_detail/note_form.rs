//! A person notes something.

use egui::Ui;

use super::{
    Shown,
    form::{frame, keys},
};
use crate::desktop::{
    views::{Drafts, Form, ViewCommand},
    widgets::{Button, Field},
};

impl Shown<'_> {
    pub(super) fn note_form(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let words = self.view.words;
        let item = &self.view.item.id;
        let focus = std::mem::take(&mut drafts.focus_field);
        let mut who = drafts.who.clone();
        let text = drafts.note(item);
        let (mut save, mut close) = keys(ui);
        let mut discard = false;
        frame(ui, |ui| {
            let label = words.text("ui-form-note");
            let note = Field::new(&label).multiline().limit(2_000).id(egui::Id::unique(("note", item))).show(ui, text);
            if focus {
                note.request_focus();
            }
            let label = words.text("ui-form-who");
            let optional = words.text("ui-form-optional");
            ui.scope(|ui| {
                ui.set_max_width(320.0);
                Field::new(&label).optional(&optional).limit(120).show(ui, &mut who);
            });
            ui.horizontal(|ui| {
                let text_save = words.text("ui-form-save-note");
                save |= ui.add(Button::new(&text_save).primary().key("Ctrl+Enter")).clicked();
                close |= ui.add(Button::new(&words.text("ui-form-cancel")).key("Esc")).clicked();
                if !text.is_empty() {
                    discard = ui.add(Button::new(&words.text("ui-form-discard")).quiet()).clicked();
                }
            });
        });
        if save && !text.trim().is_empty() {
            let text = text.trim().to_owned();
            commands.push(ViewCommand::Note { item: item.clone(), who: who.trim().to_owned(), text });
        }
        drafts.who = who;
        if discard {
            drafts.discard(item, Form::Note);
        } else if close {
            drafts.close();
        }
    }
}
