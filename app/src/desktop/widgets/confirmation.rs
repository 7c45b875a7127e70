//! The question asked before something is lost that cannot be brought back. The safe choice has the focus.

use egui::{Align, Color32, Context, CornerRadius, Frame, Id, Key, Layout, Margin, Modal, Stroke};

use super::Button;
use crate::desktop::theme::{Type, of, of_context, tokens};

/// The scrim behind a modal: black, 40 %.
const SCRIM: u8 = 102;

/// A question with two answers.
#[derive(Debug, Clone)]
pub struct Confirmation<'a> {
    /// The question, with the object's name.
    pub title: &'a str,
    /// What would be lost.
    pub text: &'a str,
    /// The verb of the act.
    pub act: &'a str,
    /// The verb of the safe choice.
    pub safe: &'a str,
}

/// What was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Do it.
    Act,
    /// Leave it.
    Safe,
}

impl Confirmation<'_> {
    /// Asks over everything else. Esc and a click outside are the safe choice.
    pub fn show(&self, ctx: &Context) -> Option<Choice> {
        let palette = of_context(ctx);
        let tokens = tokens();
        let frame = Frame::NONE
            .fill(palette.raised)
            .stroke(Stroke::new(tokens.stroke.hair, palette.floating_border()))
            .corner_radius(CornerRadius::same(tokens.radius.xl))
            .shadow(palette.shadow)
            .inner_margin(Margin::same(24));
        let modal = Modal::new(Id::unique(("confirmation", self.title)))
            .backdrop_color(Color32::from_black_alpha(SCRIM))
            .frame(frame)
            .show(ctx, |ui| {
                ui.set_width(tokens.size.modal_width - 48.0);
                let palette = of(ui);
                super::label(ui, self.title, Type::H3, palette.text);
                super::label(ui, self.text, Type::Body, palette.text_2);
                ui.add_space(tokens.space.x3);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let act = ui.add(Button::new(self.act)).clicked();
                    let safe = ui.add(Button::new(self.safe).primary());
                    if ui.memory(|memory| memory.focused().is_none()) {
                        safe.request_focus();
                    }
                    match (act, safe.clicked()) {
                        (true, _) => Some(Choice::Act),
                        (_, true) => Some(Choice::Safe),
                        _ => None,
                    }
                })
                .inner
            });
        let escaped = ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape));
        if escaped || modal.backdrop_response.clicked() { Some(Choice::Safe) } else { modal.inner }
    }
}
