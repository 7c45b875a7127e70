//! Toasts at the bottom right: what has just happened. The list belongs to the caller, who also lets them go.

use egui::{Align, Align2, Area, Context, CornerRadius, Frame, Id, Layout, Margin, Order, Sense, Stroke, Vec2};

use super::IconButton;
use crate::desktop::{
    icons,
    theme::{Look, Type, of_context, tokens},
};

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// A number of its own.
    pub id: u64,
    /// `Pass` for what is done, `Warn`, `Fail` for what did not work, `NeedsYou` for information.
    pub look: Look,
    /// What happened.
    pub text: String,
    /// What can be done about it, such as "Undo".
    pub action: Option<String>,
}

/// What was done with a toast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToastAct {
    /// Its action was chosen.
    Act(u64),
    /// It was closed.
    Close(u64),
    /// The pointer is on it, so it must not go yet.
    Hold(u64),
}

/// Shows the newest three, above the bars of the page, which are `below` points high together; `close` is the word of the close button.
pub fn toasts(ctx: &Context, toasts: &[Toast], below: f32, close: &str) -> Vec<ToastAct> {
    let palette = of_context(ctx);
    let tokens = tokens();
    let mut acts = Vec::new();
    let mut bottom = -16.0 - below;
    for toast in toasts.iter().rev().take(3) {
        let area = Area::new(Id::unique(("toast", toast.id)))
            .order(Order::Foreground)
            .anchor(Align2::RIGHT_BOTTOM, Vec2::new(-16.0, bottom))
            .show(ctx, |ui| {
                Frame::NONE
                    .fill(palette.raised)
                    .stroke(Stroke::new(tokens.stroke.hair, palette.floating_border()))
                    .corner_radius(CornerRadius::same(tokens.radius.lg))
                    .shadow(palette.shadow)
                    .inner_margin(Margin { left: 14, right: 8, top: 8, bottom: 8 })
                    .show(ui, |ui| {
                        ui.set_width(tokens.size.toast_width - 22.0);
                        ui.horizontal(|ui| {
                            let (icon, _) = ui.allocate_exact_size(Vec2::splat(16.0), Sense::hover());
                            super::paint_verdict(
                                ui.painter(),
                                palette,
                                toast.look,
                                icon.center(),
                                16.0,
                                palette.raised,
                            );
                            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                                if ui.add(IconButton::new(icons::X, close).small()).clicked() {
                                    acts.push(ToastAct::Close(toast.id));
                                }
                                if let Some(action) = &toast.action
                                    && super::link(ui, action, Type::Body).clicked()
                                {
                                    acts.push(ToastAct::Act(toast.id));
                                }
                                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                                    super::label(ui, toast.text.as_str(), Type::Body, palette.text);
                                });
                            });
                        });
                    });
            })
            .response;
        if area.contains_pointer() {
            acts.push(ToastAct::Hold(toast.id));
        }
        bottom -= area.rect.height() + 8.0;
    }
    acts
}
