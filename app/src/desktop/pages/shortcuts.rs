//! The shortcut sheet, made from the command table, so that it cannot be wrong.

use egui::{Align, Context, Layout, ScrollArea};

use super::sheet;
use crate::desktop::{
    command::{Command, Group, ROWS},
    forms::Forms,
    model::Model,
    theme::{Type, of},
    widgets::{self, Button, Field},
};

pub(super) fn show(context: &Context, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let words = &model.words;
    sheet::show(context, "shortcuts", 760.0, asked, |ui, asked| {
        let palette = of(ui);
        widgets::label(ui, words.text("command-shortcuts"), Type::H2, palette.text);
        let label = words.text("ui-keys-search");
        Field::new(&label)
            .hide_label()
            .hint(&label)
            .id(egui::Id::unique("keys-filter"))
            .show(ui, &mut forms.keys_filter);
        let wanted = forms.keys_filter.trim().to_lowercase();
        let height = (ui.ctx().content_rect().height() - 260.0).max(160.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 14.0);
            ui.spacing_mut().item_spacing.x = 24.0;
            ui.columns(2, |cells| {
                for (index, group) in Group::ALL.into_iter().enumerate() {
                    let Some(ui) = cells.get_mut(index % 2) else { continue };
                    let rows: Vec<_> = ROWS
                        .iter()
                        .filter(|row| row.group == group && !row.keys.is_empty())
                        .filter(|row| words.text(row.label).to_lowercase().contains(&wanted))
                        .collect();
                    if rows.is_empty() {
                        continue;
                    }
                    ui.spacing_mut().item_spacing = egui::vec2(8.0, 2.0);
                    ui.add_space(8.0);
                    widgets::label(ui, words.text(group.message_id()), Type::Strong, palette.text);
                    for row in rows {
                        ui.horizontal(|ui| {
                            ui.set_height(28.0);
                            widgets::label(ui, words.text(row.label), Type::Body, palette.text_2);
                            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                                for keys in row.keys.iter().rev() {
                                    widgets::key_cap(ui, &keys.text());
                                }
                            });
                        });
                    }
                }
            });
        });
        ui.add_space(8.0);
        if ui.add(Button::new(&words.text("ui-close")).primary()).clicked() {
            asked.push(Command::Dismiss);
        }
    });
}
