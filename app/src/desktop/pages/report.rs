//! Report and export: the language of the report, chosen apart from the screen's, and one row for each format.

mod letterhead;

use egui::{Key, Modifiers, Ui};
use readiness_core::{assessment::Standing, msg, report::Chapter};

use super::{heading, icon};
use crate::desktop::{
    command::Command,
    export::Format,
    forms::Forms,
    icons::{self, Icon},
    model::{Exported, Model},
    theme::{Look, Type, of},
    widgets::{self, Banner, Button, Part, labelled, segmented},
    worker::Purpose,
};

pub(super) fn show(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let Some(results) = &model.results else { return };
    let words = &model.words;
    let palette = of(ui);
    heading(ui, &words.text("command-report"));
    widgets::card(ui, 16, |ui| {
        language(ui, model, asked);
        ui.add_space(4.0);
        content(ui, model, asked);
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
    letterhead::show(ui, model, &mut forms.paper, asked);
    missing_glyphs(ui, model, asked);
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) {
        asked.push(Command::Export(Format::Pdf));
    }
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

/// The language of the report, which is chosen apart from the screen's.
pub(super) fn language(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    let label = words.text("ui-report-language");
    let own = words.say(&msg!("ui-report-screen", language = words.text("language-name")));
    let parts: Vec<_> =
        model.languages.iter().map(|(language, name)| Part::new(language.clone(), name.clone())).collect();
    let chosen = model.report_language().clone();
    let made = labelled(ui, &label, Some(&own), None, |ui| segmented(ui, &label, Some(&chosen), &parts));
    if let Some(language) = made {
        asked.push(Command::ReportIn(language));
    }
}

/// Which chapters are printed. What is left out is said on the cover, and carried by the PDF all the same.
fn content(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    labelled(ui, &words.text("ui-report-content"), Some(&words.text("ui-report-content-about")), None, |ui| {
        for chapter in Chapter::ALL {
            let mut printed = !model.left_out.contains(&chapter);
            if widgets::checkbox(ui, &mut printed, &words.text(chapter.message_id())).changed() {
                asked.push(Command::Print(chapter, printed));
            }
        }
    });
}

/// How many characters are named; the rest is counted.
const NAMED: usize = 12;

/// Characters that the report would print as boxes, said before it is made.
fn missing_glyphs(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    let Some(document) = &model.document else { return };
    let of = (document.key, document.revision(), model.report_language().clone());
    let Some((_, glyphs)) = model.glyphs.as_ref().filter(|(known, glyphs)| *known == of && !glyphs.missing.is_empty())
    else {
        return;
    };
    let named: Vec<String> =
        glyphs.missing.iter().take(NAMED).map(|letter| format!("{letter} (U+{:04X})", u32::from(*letter))).collect();
    let count = glyphs.missing.len();
    let lead = words.say(&msg!("ui-report-no-glyph", count = count, letters = words.list(&named)));
    let text = words.text("ui-report-no-glyph-text");
    let show = words.text("ui-report-show-where");
    let place = match glyphs.items.first() {
        Some(item) => Some(Command::Select(item.clone())),
        None if glyphs.in_subject => Some(Command::EditSubject),
        None => None,
    };
    let banner = Banner::new(Look::Warn, &lead, &text);
    let banner = if place.is_some() { banner.action(&show) } else { banner };
    if banner.show(ui).is_some() {
        asked.extend(place);
    }
}

fn glyph(format: Format) -> Icon {
    match format {
        Format::Pdf => icons::FILE_PDF,
        Format::Html => icons::FILE_HTML,
        Format::Markdown => icons::FILE_MD,
        Format::Json => icons::BRACKETS_CURLY,
        Format::Csv => icons::FILE_CSV,
        Format::Junit | Format::Sarif => icons::FILE_CODE,
        Format::Xlsx => icons::FILE_XLS,
        Format::Calendar => icons::CALENDAR_PLUS,
        Format::Request(_) => icons::ENVELOPE,
        Format::Twin => icons::EYE_SLASH,
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
            Some(exported) => {
                words.say(&msg!("ui-report-saved", time = words.time_of_day(exported.at), size = size(exported.size)))
            }
            None => words.attribute(format.message_id(), "hint").unwrap_or_default(),
        };
        let mut from_start = Vec::new();
        let room = ui.available_rect_before_wrap();
        widgets::both_ends(
            ui,
            format.message_id(),
            room,
            |ui| {
                let room = ui.available_width();
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add_space(8.0);
                    widgets::one_line(ui, &name, Type::Strong, palette.text, room);
                    match saved {
                        None => {
                            widgets::one_line(ui, &second, Type::Caption, palette.text_2, room);
                        }
                        Some(exported) => saved_line(ui, model, exported, &name, &second, &mut from_start),
                    }
                });
            },
            |ui| {
                let typed = words.say(&msg!("ui-report-type-path", format = name.as_str()));
                if ui.add(widgets::IconButton::new(icons::KEYBOARD, &typed)).clicked() {
                    asked.push(Command::TypePath(Purpose::Export(format)));
                }
                let save = words.text("ui-report-save");
                let spoken = words.say(&msg!("ui-report-save-as", format = name.as_str()));
                let mut button = Button::new(&save).name(&spoken);
                if format == Format::Pdf {
                    button = button.primary();
                }
                if ui.add(button).clicked() {
                    asked.push(Command::Export(format));
                }
                ui.add_space(8.0);
            },
        );
        asked.append(&mut from_start);
    });
}

/// When it was saved, with links that open it and its folder.
fn saved_line(ui: &mut Ui, model: &Model, exported: &Exported, name: &str, saved: &str, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    widgets::row(ui, Type::Caption.line(), |ui| {
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(12.0), egui::Sense::hover());
        icons::CHECK.paint(ui.painter(), icons::Variant::Bold, rect.center(), 12.0, palette.verdict(Look::Pass).icon);
        widgets::label(ui, saved, Type::Caption, palette.text_2).on_hover_text(exported.path.display().to_string());
        widgets::sep(ui);
        let spoken = words.say(&msg!("ui-report-open-of", format = name));
        if widgets::link_named(ui, &words.text("ui-report-open"), &spoken, Type::Caption).clicked() {
            asked.push(Command::ShowFile(exported.path.clone()));
        }
        widgets::sep(ui);
        let spoken = words.say(&msg!("ui-report-folder-of", format = name));
        if widgets::link_named(ui, &words.text("ui-report-folder"), &spoken, Type::Caption).clicked()
            && let Some(folder) = exported.path.parent()
        {
            asked.push(Command::ShowFile(folder.to_owned()));
        }
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
