//! Six tiles: how many items changed in which way. Each is a filter.

use egui::Ui;
use readiness_core::assessment::compare::Comparison;

use crate::desktop::{
    forms::{CompareForm, Tile},
    icons::{self, Icon},
    model::Model,
    theme::{Look, Palette, of},
    widgets,
};

const GAP: f32 = 8.0;

pub(super) fn show(ui: &mut Ui, model: &Model, comparison: &Comparison, form: &mut CompareForm) {
    let counts = comparison.counts();
    let columns = if ui.available_width() < super::NARROW { 3 } else { 6 };
    let width = (ui.available_width() - GAP * (columns as f32 - 1.0)) / columns as f32;
    for tiles in Tile::ALL.chunks(columns) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for tile in tiles {
                let count =
                    counts.iter().filter(|(change, _)| Tile::of(**change) == *tile).map(|(_, count)| *count).sum();
                if one(ui, model, *tile, count, form.tiles.contains(tile), width) {
                    form.toggle(*tile);
                }
            }
        });
    }
}

/// Icon and colour of a tile.
pub(super) fn glyph(palette: &Palette, tile: Tile) -> (Icon, egui::Color32) {
    match tile {
        Tile::Fixed => (icons::CHECK_CIRCLE, palette.verdict(Look::Pass).icon),
        Tile::Regressed => (icons::TREND_DOWN, palette.verdict(Look::Fail).icon),
        Tile::Other => (icons::PLUS_CIRCLE, palette.verdict(Look::NeedsYou).icon),
        Tile::Answers => (icons::USER_CIRCLE, palette.verdict(Look::Excepted).icon),
        Tile::Exceptions => (icons::HOURGLASS_LOW, palette.verdict(Look::Warn).icon),
        Tile::Unchanged => (icons::EQUALS, palette.text_3),
    }
}

fn one(ui: &mut Ui, model: &Model, tile: Tile, count: usize, on: bool, width: f32) -> bool {
    let id = match tile {
        Tile::Fixed => "ui-compare-tile-fixed",
        Tile::Regressed => "ui-compare-tile-regressed",
        Tile::Other => "ui-compare-tile-other",
        Tile::Answers => "ui-compare-tile-answers",
        Tile::Exceptions => "ui-compare-tile-exceptions",
        Tile::Unchanged => "ui-compare-tile-unchanged",
    };
    let (caption, hint) = (model.words.text(id), model.words.text(&format!("{id}-hint")));
    let (icon, colour) = glyph(of(ui), tile);
    let faint = tile == Tile::Unchanged;
    widgets::Tile { caption: &caption, hint: &hint, count, on, faint, width }.show(ui, |painter, centre, _| {
        icon.paint(painter, icons::Variant::Regular, centre, 14.0, colour);
    })
}
