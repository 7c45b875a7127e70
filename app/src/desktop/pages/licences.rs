//! Licences: fonts, icons, and every crate that this program is built of, with its version.

use egui::{Context, ScrollArea};

use super::sheet;
use crate::desktop::{
    command::Command,
    icons,
    model::Model,
    theme::{Type, of},
    widgets::{self, Button, key_value},
};

/// One line for each crate: name, version, licence, with tabs between. Made by `build.rs`.
const CRATES: &str = include_str!(concat!(env!("OUT_DIR"), "/licences.tsv"));

/// Fonts and icons: name, licence.
const FACES: [(&str, &str); 4] = [
    ("Noto Sans SC", "SIL OFL 1.1"),
    ("Source Sans 3", "SIL OFL 1.1"),
    ("Hack", "MIT, Bitstream Vera"),
    ("Phosphor Icons", "MIT"),
];

pub(super) fn show(context: &Context, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    sheet::show(context, "licences", 640.0, asked, |ui, asked| {
        let palette = of(ui);
        widgets::label(ui, words.text("ui-about-licences"), Type::H2, palette.text);
        let height = (ui.ctx().content_rect().height() - 260.0).max(120.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.set_width(ui.available_width());
            widgets::label(ui, words.text("ui-about-faces"), Type::Strong, palette.text);
            for (name, licence) in FACES {
                key_value(ui, name, licence, 220.0);
            }
            ui.add_space(8.0);
            widgets::label(ui, words.text("ui-about-crates"), Type::Strong, palette.text);
            for line in CRATES.lines() {
                let mut cells = line.split('\t');
                let (name, version) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
                key_value(ui, &format!("{name} {version}"), cells.next().unwrap_or_default(), 220.0);
            }
        });
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            if ui.add(Button::new(&words.text("ui-close")).primary()).clicked() {
                asked.push(Command::Dismiss);
            }
            if ui.add(Button::new(&words.text("ui-about-copy-licences")).icon(icons::COPY)).clicked() {
                asked.push(Command::Copy(CRATES.to_owned()));
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_has_a_version_and_a_licence() {
        let lines: Vec<Vec<&str>> = CRATES.lines().map(|line| line.split('\t').collect()).collect();
        assert!(lines.len() > 100, "only {} crates", lines.len());
        assert!(lines.iter().any(|line| line.first() == Some(&"egui")));
        for line in lines {
            assert!(line.len() == 3 && line.iter().all(|cell| !cell.is_empty()), "{line:?}");
        }
    }
}
