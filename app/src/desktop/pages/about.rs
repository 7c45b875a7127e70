//! About: version, renderer, tables and their dates, and a text for support.

use egui::{Context, Vec2};
use readiness_core::{checklist::built_in, msg, reference::Reference};

use super::{sheet, start};
use crate::desktop::{
    command::Command,
    icons,
    model::Model,
    theme::{Look, Type, of},
    widgets::{self, Button, key_value},
};

pub(super) fn show(context: &Context, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    sheet::show(context, "about", 560.0, asked, |ui, asked| {
        let palette = of(ui);
        ui.horizontal(|ui| {
            let (tile, _) = ui.allocate_exact_size(Vec2::splat(56.0), egui::Sense::hover());
            start::app_icon(ui, tile);
            ui.add_space(8.0);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                widgets::label(ui, words.text("app-name"), Type::H2, palette.text);
                let version = words.say(&msg!("ui-about-version", version = env!("CARGO_PKG_VERSION")));
                widgets::label(ui, version, Type::Body, palette.text_2);
                widgets::label(ui, words.text("ui-about-licence"), Type::Caption, palette.text_3);
            });
        });
        ui.add_space(12.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        let rows = rows(model);
        for (key, value) in &rows {
            key_value(ui, key, value, 160.0);
        }
        ui.add_space(8.0);
        widgets::label(ui, words.text("ui-about-data"), Type::Strong, palette.text);
        let mut stale = false;
        for (file, day) in model.reference.dates() {
            stale |= Reference::is_stale(day, model.today());
            key_value(ui, file, &words.date(day), 160.0);
        }
        if stale {
            let text = words.text("ui-about-stale");
            widgets::pill(ui, Look::Warn, &text);
        }
        ui.add_space(16.0);
        ui.horizontal(|ui| {
            let close = ui.add(Button::new(&words.text("ui-close")).primary());
            if ui.memory(|memory| memory.focused().is_none()) {
                close.request_focus();
            }
            if close.clicked() {
                asked.push(Command::Dismiss);
            }
            if ui.add(Button::new(&words.text("ui-about-copy")).icon(icons::COPY)).clicked() {
                asked.push(Command::Copy(support(model, &rows)));
            }
        });
    });
}

fn rows(model: &Model) -> Vec<(String, String)> {
    let words = &model.words;
    vec![
        (words.text("ui-about-renderer"), model.renderer.clone()),
        (words.text("ui-menu-language"), words.text("language-name")),
        (words.text("ui-menu-zoom"), format!("{} %", model.settings.zoom())),
        (words.text("ui-about-checklist"), format!("{} {}", built_in().id, built_in().edition)),
    ]
}

/// What support asks for: no names, no addresses, no findings.
fn support(model: &Model, rows: &[(String, String)]) -> String {
    let mut text = format!("writeback-readiness {} ({})\n", env!("CARGO_PKG_VERSION"), std::env::consts::OS);
    for (key, value) in rows {
        text.push_str(&format!("{key}: {value}\n"));
    }
    for (file, day) in model.reference.dates() {
        text.push_str(&format!("{file}: {day}\n"));
    }
    text
}
