//! Report and export: the language of the report, chosen apart from the screen's, and one row for each format.

use egui::{Align, Layout, Ui};
use readiness_core::{assessment::Standing, msg};

use super::{heading, icon};
use crate::desktop::{
    command::Command,
    export::Format,
    icons::{self, Icon},
    model::Model,
    theme::{Look, Type, of},
    widgets::{self, Button, Part, labelled, segmented},
    worker::Purpose,
};

pub(super) fn show(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let Some(results) = &model.results else { return };
    let words = &model.words;
    let palette = of(ui);
    heading(ui, &words.text("command-report"));
    widgets::card(ui, 16, |ui| {
        let label = words.text("ui-report-language");
        let own = words.say(&msg!("ui-report-screen", language = words.text("language-name")));
        let parts: Vec<_> =
            model.languages.iter().map(|(language, name)| Part::new(language.clone(), name.clone())).collect();
        let chosen = model.report_language().clone();
        let made = labelled(ui, &label, Some(&own), None, |ui| segmented(ui, &label, Some(&chosen), &parts));
        if let Some(language) = made {
            asked.push(Command::ReportIn(language));
        }
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let (look, text) = match results.standing {
                Standing::Training => (Look::CouldNotCheck, words.text("ui-report-training")),
                Standing::Draft => (Look::NotRun, words.text("ui-report-draft")),
                Standing::Stale => (Look::Warn, words.text("ui-report-stale")),
                Standing::SignedOff => (Look::Pass, words.say(&msg!("ui-signed-of", count = results.signed()))),
            };
            widgets::pill(ui, look, &text);
        });
        let colour = palette.text_2;
        if results.standing == Standing::Draft {
            widgets::label(ui, words.text("ui-report-draft-text"), Type::Caption, colour);
        }
    });
    widgets::card(ui, 4, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, format) in Format::ALL.into_iter().enumerate() {
            if index > 0 {
                let y = ui.cursor().min.y;
                widgets::row_line(ui.painter(), palette, ui.max_rect().x_range(), y);
            }
            row(ui, model, format, asked);
        }
    });
    widgets::caption(ui, words.text("ui-report-file-hint"));
}

fn glyph(format: Format) -> Icon {
    match format {
        Format::Pdf => icons::FILE_PDF,
        Format::Html => icons::FILE_HTML,
        Format::Markdown => icons::FILE_MD,
        Format::Json => icons::BRACKETS_CURLY,
        Format::Csv => icons::FILE_CSV,
        Format::Junit => icons::FILE_CODE,
    }
}

fn row(ui: &mut Ui, model: &Model, format: Format, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    ui.horizontal(|ui| {
        ui.set_height(56.0);
        ui.add_space(8.0);
        icon(ui, glyph(format), 20.0, palette.text_2);
        ui.add_space(4.0);
        let name = words.text(format.message_id());
        let saved = model.exported.iter().find(|exported| exported.format == format);
        let second = match saved {
            Some(exported) => words.say(&msg!(
                "ui-report-saved",
                time = words.time_of_day(exported.at),
                size = size(exported.size),
                path = exported.path.display().to_string()
            )),
            None => words.attribute(format.message_id(), "hint").unwrap_or_default(),
        };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(8.0);
            let save = words.text("ui-report-save");
            let spoken = words.say(&msg!("ui-report-save-as", format = name.as_str()));
            let mut button = Button::new(&save).name(&spoken);
            if format == Format::Pdf {
                button = button.primary();
            }
            if ui.add(button).clicked() {
                asked.push(Command::Export(format));
            }
            let typed = words.say(&msg!("ui-report-type-path", format = name.as_str()));
            if ui.add(widgets::IconButton::new(icons::KEYBOARD, &typed)).clicked() {
                asked.push(Command::TypePath(Purpose::Export(format)));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let room = ui.available_width();
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add_space(8.0);
                    widgets::one_line(ui, &name, Type::Strong, palette.text, room);
                    widgets::one_line(ui, &second, Type::Caption, palette.text_2, room);
                });
            });
        });
    });
}

/// `412 KB`.
fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KB", bytes.div_ceil(1024)),
        _ => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_written_with_their_unit() {
        assert_eq!(size(12), "12 B");
        assert_eq!(size(421_000), "412 KB");
        assert_eq!(size(1_572_864), "1.5 MB");
    }
}
