//! Lines between regions, one crisp pixel wide, and the disc between short facts.

use egui::{Painter, Rangef, Sense, Stroke, Ui, Vec2};

use crate::desktop::theme::{Palette, of, tokens};

/// A horizontal line at `y`.
pub fn row_line(painter: &Painter, palette: &Palette, x: impl Into<Rangef>, y: f32) {
    painter.hline(x, painter.round_to_pixel_center(y), Stroke::new(tokens().stroke.hair, palette.line));
}

/// A vertical line at `x`.
pub fn column_line(painter: &Painter, palette: &Palette, x: f32, y: impl Into<Rangef>) {
    painter.vline(painter.round_to_pixel_center(x), y, Stroke::new(tokens().stroke.hair, palette.line));
}

/// The disc between two short facts in a row. It is painted, so every language looks the same and nobody hears it.
pub fn sep(ui: &mut Ui) {
    let gap = ui.spacing().item_spacing.x;
    let (rect, _) = ui.allocate_exact_size(Vec2::new((17.0 - 2.0 * gap).max(3.0), 16.0), Sense::hover());
    ui.painter().circle_filled(rect.center(), 1.5, of(ui).text_3);
}
