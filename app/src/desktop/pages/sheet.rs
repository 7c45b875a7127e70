//! Sheets: what lies over a page until it is closed.

use egui::{Color32, Context, CornerRadius, Frame, Id, Key, Margin, Modal, Modifiers, Stroke, Ui};

use crate::desktop::{
    command::Command,
    theme::{of_context, tokens},
};

/// A sheet of this width. Esc and a click outside close it.
pub(super) fn show(
    context: &Context,
    name: &'static str,
    width: f32,
    asked: &mut Vec<Command>,
    content: impl FnOnce(&mut Ui, &mut Vec<Command>),
) {
    let palette = of_context(context);
    let frame = Frame::NONE
        .fill(palette.raised)
        .stroke(Stroke::new(tokens().stroke.hair, palette.floating_border()))
        .corner_radius(CornerRadius::same(tokens().radius.xl))
        .shadow(palette.shadow)
        .inner_margin(Margin::same(24));
    let screen = context.content_rect();
    let modal = Modal::new(Id::unique(("sheet", name)))
        .backdrop_color(Color32::from_black_alpha(102))
        .frame(frame)
        .show(context, |ui| {
            ui.set_width((width - 48.0).min(screen.width() - 80.0));
            ui.set_max_height(screen.height() - 120.0);
            content(ui, asked);
        });
    let escaped = context.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if escaped || modal.backdrop_response.clicked() {
        asked.push(Command::Dismiss);
    }
}
