//! What can be done about the item shown.

use egui::{Align, Layout, Ui};
use readiness_core::assessment::Status;

use super::Shown;
use crate::desktop::{
    icons,
    theme::tokens,
    views::{Drafts, Form, ViewCommand},
    widgets::Button,
};

/// Below this width the words are short.
const SHORT: f32 = 560.0;

impl Shown<'_> {
    pub(super) fn action_bar(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let words = self.view.words;
        let item = self.view.item;
        let short = ui.available_width() < SHORT;
        let word = |id: &str| words.text(&if short { format!("{id}-short") } else { id.to_owned() });
        let open = drafts.form(&item.id);
        ui.spacing_mut().item_spacing.x = tokens().space.x2;

        let answer = word("ui-item-answer");
        // Where only a person can tell, answering is the one thing to do.
        let main = self.state.status == Status::NeedsYou && open.is_none();
        let button = Button::new(&answer).icon(icons::USER_CIRCLE).on(open == Some(Form::Answer));
        let button = if main { button.primary() } else { button };
        if ui.add(if short { button } else { button.key("A") }).clicked() {
            toggle(drafts, &item.id, Form::Answer, open);
        }

        let accept = word("ui-item-accept");
        let refused = words.text("ui-item-nothing-to-accept");
        let acceptable = matches!(self.state.original, Status::Fail | Status::CouldNotCheck | Status::Warn);
        let button = Button::new(&accept)
            .icon(icons::SHIELD_WARNING)
            .on(open == Some(Form::Exception))
            .refused((!acceptable).then_some(refused.as_str()));
        if ui.add(if short { button } else { button.key("E") }).clicked() {
            toggle(drafts, &item.id, Form::Exception, open);
        }

        let note = words.text("ui-item-note");
        let button = Button::new(&note).quiet().icon(icons::NOTE_PENCIL).on(open == Some(Form::Note));
        if ui.add(button).clicked() {
            toggle(drafts, &item.id, Form::Note, open);
        }

        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let looked = self.state.finding.is_some();
            let run = words.text(if looked { "ui-item-run" } else { "ui-item-run-first" });
            let manual = words.text("ui-item-no-check");
            let refused = if item.is_manual() { Some(manual.as_str()) } else { self.view.run_refused };
            let icon = if looked { icons::ARROW_CLOCKWISE } else { icons::PLAY };
            let button = Button::new(&run).icon(icon).refused(refused);
            if ui.add(if short { button } else { button.key("R") }).clicked() {
                commands.push(ViewCommand::Run(item.id.clone()));
            }
        });
    }
}

fn toggle(drafts: &mut Drafts, item: &str, form: Form, open: Option<Form>) {
    if open == Some(form) { drafts.close() } else { drafts.open(item, form) }
}
