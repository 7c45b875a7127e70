//! What was open lately, and the area to drop files on.

use egui::{Color32, CornerRadius, Key, Modifiers, Pos2, Rect, Role, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo};
use readiness_core::msg;

use crate::desktop::{
    command::Command,
    icons,
    model::Model,
    pages::icon,
    recent::RecentFile,
    theme::{Look, Type, of, tokens},
    widgets::{self, IconButton},
};

pub(super) fn show(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    ui.spacing_mut().interact_size.y = Type::Strong.line();
    ui.horizontal(|ui| {
        widgets::label(ui, words.text("ui-start-recent"), Type::Strong, palette.text);
        if !model.recent.files.is_empty() {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if widgets::link(ui, &words.text("ui-start-clear"), Type::Caption).clicked() {
                    asked.push(Command::ForgetAllRecent);
                }
            });
        }
    });
    if model.recent.files.is_empty() {
        widgets::card(ui, 16, |ui| widgets::paragraph(ui, &words.text("ui-start-empty"), false));
    } else {
        widgets::card(ui, 1, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, file) in model.recent.files.iter().take(7).enumerate() {
                if index > 0 {
                    let line = ui.cursor().min.y;
                    widgets::row_line(ui.painter(), palette, ui.max_rect().x_range(), line);
                }
                recent_row(ui, model, file, asked);
            }
        });
    }
    drop_area(ui, model);
}

fn recent_row(ui: &mut Ui, model: &Model, file: &RecentFile, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 52.0), Sense::click());
    let painter = ui.painter().clone();
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(tokens().radius.md), palette.hover);
    }
    let name = if file.organisation.is_empty() { words.text("ui-unnamed") } else { file.organisation.clone() };
    let colour = if file.missing { palette.text_3 } else { palette.text };
    let left = rect.left() + 14.0;
    let pills = rect.left() + rect.width() * 0.42;
    let galley = widgets::galley(ui, &name, Type::Strong, colour, pills - left - 12.0);
    painter.galley(Pos2::new(left, rect.top() + 7.0), galley, colour);
    let place = file.path.display().to_string();
    let short = widgets::shorten_middle(ui, &place, Type::Caption, pills - left - 12.0);
    let galley = widgets::galley(ui, &short, Type::Caption, palette.text_3, pills - left - 4.0);
    painter.galley(Pos2::new(left, rect.top() + 29.0), galley, palette.text_3);

    let (look, word) = match (file.missing, file.conclusion) {
        (true, _) => (Look::NotRun, words.text("ui-start-missing")),
        (false, Some(conclusion)) => (Look::from(conclusion), words.text(conclusion.message_id())),
        (false, None) => (Look::NotRun, words.text("verdict-not-run")),
    };
    let state = state_of(model, file);
    let cells = Rect::from_min_max(Pos2::new(pills, rect.top()), rect.max);
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(cells).layout(layout), |ui| {
        widgets::pill(ui, look, &word);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(6.0);
            let forget = words.say(&msg!("ui-start-forget", name = name.as_str()));
            if ui.add(IconButton::new(icons::X, &forget).small()).clicked() {
                asked.push(Command::ForgetRecent(file.path.clone()));
            }
            widgets::label(
                ui,
                words.date(file.at.to_zoned(words.zone().clone()).date()),
                Type::Caption,
                palette.text_2,
            );
            if ui.available_width() > 110.0 {
                ui.add_space(8.0);
                let width = ui.available_width();
                widgets::one_line(ui, &state, Type::Caption, palette.text_2, width - 8.0);
            }
        });
    });
    if response.has_focus() {
        widgets::ring(&painter, palette, rect, tokens().radius.md, true);
    }
    let spoken = format!("{name}, {word}, {place}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    let removed = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete));
    if removed {
        asked.push(Command::ForgetRecent(file.path.clone()));
    } else if response.clicked() {
        // One that is not there is looked for.
        asked.push(if file.missing { Command::Open } else { Command::OpenPath(file.path.clone()) });
    }
    response.on_hover_text(if file.missing { words.text("ui-start-locate") } else { place });
}

fn state_of(model: &Model, file: &RecentFile) -> String {
    let words = &model.words;
    if file.missing {
        return words.text("ui-start-not-found");
    }
    let parts = [("reason-fail", file.failed), ("reason-needs-you", file.needs_you), ("reason-not-run", file.not_run)];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .take(2)
        .map(|(id, count)| words.say(&msg!(id, count = count)))
        .collect();
    words.list(&said)
}

fn drop_area(ui: &mut Ui, model: &Model) {
    let palette = of(ui);
    let dragged = ui.input(|input| !input.raw.hovered_files.is_empty());
    ui.add_space(4.0);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 56.0), Sense::hover());
    let painter = ui.painter().clone();
    let (fill, colour, width) = if dragged {
        (palette.accent.soft, palette.accent.focus, tokens().stroke.focus)
    } else {
        (Color32::TRANSPARENT, palette.line_strong, tokens().stroke.hair)
    };
    painter.rect_filled(rect, CornerRadius::same(tokens().radius.lg), fill);
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    painter.extend(egui::Shape::dashed_line(&corners, Stroke::new(width, colour), 4.0, 3.0));
    ui.scope_builder(
        UiBuilder::new().max_rect(rect.shrink(12.0)).layout(egui::Layout::left_to_right(egui::Align::Center)),
        |ui| {
            let text = model.words.text("ui-start-drop");
            let wide = widgets::galley(ui, &text, Type::Body, palette.text_3, rect.width() - 60.0).size().x + 24.0;
            ui.add_space(((rect.width() - 24.0 - wide) / 2.0).max(0.0));
            icon(ui, icons::DOWNLOAD_SIMPLE, 16.0, palette.text_3);
            widgets::one_line(ui, &text, Type::Body, palette.text_3, rect.width() - 60.0);
        },
    );
}
