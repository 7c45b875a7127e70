//! The shortcut sheet, made from the command table, so that it cannot be wrong.

use egui::{Context, Pos2, Rect, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo};

use super::sheet;
use crate::desktop::{
    command::{Command, Group, Keys, ROWS, Row},
    forms::Forms,
    icons,
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
        let field = Field::new(&label).hide_label().hint(&label).icon(icons::MAGNIFYING_GLASS);
        let response = field.id(egui::Id::unique("keys-filter")).show(ui, &mut forms.keys_filter);
        if !std::mem::replace(&mut forms.palette.begun, true) {
            response.request_focus();
        }
        let wanted = forms.keys_filter.trim().to_lowercase();
        let fits = |row: &&Row| {
            let said = |text: String| text.to_lowercase().contains(&wanted);
            !row.keys.is_empty() && (said(words.text(row.label)) || row.keys.iter().any(|keys| said(keys.text())))
        };
        if !ROWS.iter().any(|row| fits(&row)) {
            widgets::label(ui, words.text("ui-keys-none"), Type::Body, palette.text_2);
        }
        let height = (ui.ctx().content_rect().height() - 290.0).max(160.0);
        ScrollArea::vertical().max_height(height).auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 14.0);
            ui.spacing_mut().item_spacing.x = 24.0;
            ui.columns(2, |cells| {
                for (index, group) in Group::ALL.into_iter().enumerate() {
                    let Some(ui) = cells.get_mut(index % 2) else { continue };
                    let rows: Vec<&Row> = ROWS.iter().filter(|row| row.group == group).filter(fits).collect();
                    if rows.is_empty() {
                        continue;
                    }
                    ui.spacing_mut().item_spacing = egui::vec2(8.0, 0.0);
                    ui.add_space(10.0);
                    widgets::label(ui, words.text(group.message_id()), Type::CaptionStrong, palette.text_3);
                    for shown in rows {
                        row(ui, &words.text(shown.label), shown.keys);
                    }
                    if group == Group::List && wanted.is_empty() {
                        ui.add_space(4.0);
                        ui.vertical(|ui| widgets::caption(ui, words.text("ui-keys-type-ahead")));
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

/// A command and its keys: the label gives way, the keys do not.
fn row(ui: &mut Ui, label: &str, keys: &[Keys]) {
    let palette = of(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 28.0), Sense::hover());
    let ((), left) = widgets::trailing(ui, label, rect, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for keys in keys {
            widgets::key_cap(ui, &keys.text());
        }
    });
    let galley = widgets::galley(ui, label, Type::Body, palette.text, left - rect.left() - 8.0);
    ui.painter().galley(Pos2::new(rect.left(), rect.center().y - galley.size().y / 2.0), galley, palette.text);
    let id = ui.scope_id().with(("shortcut", label));
    let response = ui.interact(Rect::from_min_max(rect.min, Pos2::new(left, rect.bottom())), id, Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, label));
}
