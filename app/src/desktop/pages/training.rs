//! Training: the strip that is on every page, and the library of recorded cases.

use egui::{CentralPanel, Frame, Margin, Ui};
use readiness_core::msg;

use super::{bar, heading, icon};
use crate::desktop::{
    command::Command,
    icons,
    model::Model,
    page::Page,
    theme::{Look, Type, of, tokens},
    widgets::{self, Button},
};

/// The strip over every page.
pub(super) fn strip(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let colours = of(ui).verdict(Look::CouldNotCheck);
    bar("training", tokens().size.training_strip, colours.soft).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.add_space(16.0);
            icon(ui, icons::GRADUATION_CAP, 14.0, colours.fg);
            widgets::label(ui, model.words.text("ui-training-strip"), Type::CaptionStrong, colours.fg);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add_space(16.0);
                if widgets::link(ui, &model.words.text("ui-training-leave"), Type::Caption).clicked() {
                    asked.push(if model.document.is_some() { Command::Close } else { Command::Go(Page::Start) });
                }
            });
        });
        let rect = ui.max_rect();
        widgets::row_line(ui.painter(), of(ui), rect.x_range(), rect.bottom() - 0.5);
    });
}

/// The library.
pub(super) fn show(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    let fill = of(ui).canvas;
    CentralPanel::default().frame(Frame::NONE.fill(fill)).show(ui, |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::symmetric(24, 20)).show(ui, |ui| {
                heading(ui, &words.text("ui-training-cases"));
                let palette = of(ui);
                widgets::label(ui, words.text("ui-training-about"), Type::Body, palette.text_2);
                ui.add_space(8.0);
                let columns = ((ui.available_width() / 320.0) as usize).clamp(1, 4);
                for row in model.samples.chunks(columns) {
                    ui.columns(columns, |cells| {
                        for (cell, sample) in cells.iter_mut().zip(row) {
                            let id = format!("scenario-{}", sample.id);
                            let title = words.text(&id);
                            widgets::card(cell, 16, |ui| {
                                ui.set_min_height(120.0);
                                widgets::label(ui, title.as_str(), Type::Strong, palette.text);
                                let about = words.attribute(&id, "about").unwrap_or_default();
                                widgets::label(ui, about, Type::Caption, palette.text_2);
                                let name = words.say(&msg!("ui-training-start", case = title.as_str()));
                                if ui.add(Button::new(&words.text("ui-training-open")).name(&name)).clicked() {
                                    asked.push(Command::OpenScenario(sample.id.clone()));
                                }
                            });
                        }
                    });
                    ui.add_space(8.0);
                }
            });
        });
    });
}
