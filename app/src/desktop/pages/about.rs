//! About: version, renderer, tables and their dates, and a text for support.

use egui::{Context, ScrollArea, Vec2};
use readiness_core::{checklist::built_in, msg, reference::Reference};

use super::{sheet, start};
use crate::desktop::{
    command::Command,
    icons,
    model::Model,
    theme::{Look, Type, of},
    widgets::{self, Button, key_value},
};

/// Width of the keys.
const KEYS: f32 = 160.0;

/// The commit this was built of, when whoever built it said so.
const COMMIT: Option<&str> = option_env!("READINESS_COMMIT");

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
                widgets::label(ui, version(model), Type::Body, palette.text_2);
                widgets::label(ui, words.text("ui-about-licence"), Type::Caption, palette.text_3);
            });
        });
        ui.add_space(8.0);
        let rows = rows(model);
        let height = (ui.ctx().content_rect().height() - 280.0).max(120.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.set_width(ui.available_width());
            for (key, value) in &rows {
                key_value(ui, key, value, KEYS);
            }
            let folder = model.settings_folder.display().to_string();
            key_value(ui, &words.text("ui-about-settings"), &folder, KEYS);
            ui.add_space(8.0);
            widgets::label(ui, words.text("ui-about-data"), Type::Strong, palette.text);
            key_value(ui, &words.text("ui-about-origin"), &words.say(&model.reference.origin.message()), KEYS);
            for (file, day) in model.reference.dates() {
                let stale = Reference::is_stale(day, model.today());
                let name = words.text(table_name(file));
                key_value(ui, &name, &words.date(day), KEYS);
                if stale {
                    widgets::pill(ui, Look::Warn, &words.text("ui-about-stale"));
                }
            }
        });
        ui.add_space(12.0);
        ui.horizontal_wrapped(|ui| {
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
            if ui.add(Button::new(&words.text("ui-about-licences"))).clicked() {
                asked.push(Command::Licences);
            }
            if ui.add(Button::new(&words.text("ui-about-open-settings")).icon(icons::FOLDER_OPEN)).clicked() {
                asked.push(Command::ShowFile(model.settings_folder.clone()));
            }
        });
    });
}

fn version(model: &Model) -> String {
    let words = &model.words;
    match COMMIT {
        Some(commit) => words.say(&msg!("ui-about-version-of", version = env!("CARGO_PKG_VERSION"), commit = commit)),
        None => words.say(&msg!("ui-about-version", version = env!("CARGO_PKG_VERSION"))),
    }
}

/// The id of the name of a table.
pub(super) fn table_name(file: &str) -> &'static str {
    match file {
        "endpoints.toml" => "ui-table-endpoints",
        "connect-versions.toml" => "ui-table-versions",
        "licences.toml" => "ui-table-licences",
        "roles.toml" => "ui-table-roles",
        "rights.toml" => "ui-table-rights",
        "permissions.toml" => "ui-table-permissions",
        _ => "ui-table-events",
    }
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
    let commit = COMMIT.map(|commit| format!(" {commit}")).unwrap_or_default();
    let mut text = format!("writeback-readiness {}{commit} ({})\n", env!("CARGO_PKG_VERSION"), std::env::consts::OS);
    for (key, value) in rows {
        text.push_str(&format!("{key}: {value}\n"));
    }
    text.push_str(&format!(
        "{}: {}\n",
        model.words.text("ui-about-origin"),
        model.words.say(&model.reference.origin.message())
    ));
    for (file, day) in model.reference.dates() {
        text.push_str(&format!("{file}: {day}\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_table_has_a_name_of_its_own() {
        let names: BTreeSet<&str> = Reference::FILES.into_iter().map(table_name).collect();
        assert_eq!(names.len(), Reference::FILES.len());
    }
}
