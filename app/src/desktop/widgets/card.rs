//! Cards: a surface with a hair border. Cards are never nested.

use egui::{Color32, CornerRadius, Frame, InnerResponse, Margin, Stroke, Ui};

use crate::desktop::theme::{of, tokens};

/// A card as wide as the room there is.
pub fn card<R>(ui: &mut Ui, margin: impl Into<Margin>, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let border = of(ui).line;
    card_with_border(ui, margin, border, content)
}

/// A card with a border of its own, as for the form that is open.
pub fn card_with_border<R>(
    ui: &mut Ui,
    margin: impl Into<Margin>,
    border: Color32,
    content: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let tokens = tokens();
    Frame::NONE
        .fill(of(ui).surface)
        .stroke(Stroke::new(tokens.stroke.hair, border))
        .corner_radius(CornerRadius::same(tokens.radius.lg))
        .inner_margin(margin)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui)
        })
}
