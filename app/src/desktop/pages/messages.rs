//! What was said at the bottom right, with its time.

use egui::{Context, ScrollArea};

use super::sheet;
use crate::desktop::{
    command::Command,
    model::Model,
    theme::{Look, Type, of},
    toast::Tone,
    widgets::{self, Button},
};

pub(super) fn show(context: &Context, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    sheet::show(context, "messages", 560.0, asked, |ui, asked| {
        let palette = of(ui);
        widgets::label(ui, words.text("command-messages"), Type::H2, palette.text);
        if model.toasts.kept().is_empty() {
            widgets::paragraph(ui, &words.text("ui-messages-none"), false);
        }
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for toast in model.toasts.kept().iter().rev() {
                ui.horizontal(|ui| {
                    let look = match toast.tone {
                        Tone::Done => Look::Pass,
                        Tone::Note => Look::NeedsYou,
                        Tone::Trouble => Look::Fail,
                    };
                    let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(16.0), egui::Sense::hover());
                    widgets::paint_verdict(ui.painter(), palette, look, rect.center(), 14.0, palette.raised);
                    widgets::label(ui, words.time_of_day(toast.at), Type::MonoSmall, palette.text_3);
                    widgets::label(ui, words.say(&toast.message), Type::Body, palette.text);
                });
            }
        });
        ui.add_space(8.0);
        if ui.add(Button::new(&words.text("ui-close")).primary()).clicked() {
            asked.push(Command::Dismiss);
        }
    });
}
