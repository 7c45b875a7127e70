//! Six tiles: how many items changed in which way. Each is a filter.

use egui::{CornerRadius, Pos2, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};
use readiness_core::assessment::compare::Comparison;

use crate::desktop::{
    forms::{CompareForm, Tile},
    icons::{self, Icon},
    model::Model,
    theme::{Look, Palette, Type, of, tokens},
    widgets,
};

const HEIGHT: f32 = 68.0;
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
    let words = &model.words;
    let palette = of(ui);
    let tokens = tokens();
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::click());
    let painter = ui.painter();
    let fill = match (response.is_pointer_button_down_on(), response.hovered()) {
        (true, _) => palette.pressed,
        (_, true) => palette.hover,
        _ if tile == Tile::Unchanged => palette.canvas,
        _ => palette.surface,
    };
    let border =
        if on { Stroke::new(2.0, palette.accent.solid) } else { Stroke::new(tokens.stroke.hair, palette.line) };
    painter.rect(rect, CornerRadius::same(tokens.radius.lg), fill, border, StrokeKind::Inside);
    let (icon, colour) = glyph(palette, tile);
    icon.paint(painter, icons::Variant::Regular, Pos2::new(rect.left() + 20.0, rect.top() + 20.0), 14.0, colour);
    let caption = words.text(match tile {
        Tile::Fixed => "ui-compare-tile-fixed",
        Tile::Regressed => "ui-compare-tile-regressed",
        Tile::Other => "ui-compare-tile-other",
        Tile::Answers => "ui-compare-tile-answers",
        Tile::Exceptions => "ui-compare-tile-exceptions",
        Tile::Unchanged => "ui-compare-tile-unchanged",
    });
    let galley = widgets::galley(ui, &caption, Type::Caption, palette.text_2, width - 44.0);
    painter.galley(Pos2::new(rect.left() + 34.0, rect.top() + 12.0), galley, palette.text_2);
    let colour = if count == 0 { palette.text_3 } else { palette.text };
    let galley = widgets::galley(ui, &count.to_string(), Type::H2, colour, width - 26.0);
    painter.galley(Pos2::new(rect.left() + 13.0, rect.top() + 32.0), galley, colour);
    if response.has_focus() {
        widgets::ring(painter, palette, rect, tokens.radius.lg, false);
    }
    let spoken = format!("{caption}: {count}");
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &spoken));
    let hint = words.text(match tile {
        Tile::Fixed => "ui-compare-tile-fixed-hint",
        Tile::Regressed => "ui-compare-tile-regressed-hint",
        Tile::Other => "ui-compare-tile-other-hint",
        Tile::Answers => "ui-compare-tile-answers-hint",
        Tile::Exceptions => "ui-compare-tile-exceptions-hint",
        Tile::Unchanged => "ui-compare-tile-unchanged-hint",
    });
    let clicked = response.clicked();
    response.on_hover_text(hint);
    clicked
}
