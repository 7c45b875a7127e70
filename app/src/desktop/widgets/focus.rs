//! The focus ring: always painted, also after a click, so that a keyboard user never has to search.

use egui::{CornerRadius, Painter, Rect, Stroke, StrokeKind};

use crate::desktop::theme::{Palette, tokens};

/// Paints a ring around a control, or inside it for rows that touch their neighbours.
pub fn ring(painter: &Painter, palette: &Palette, rect: Rect, radius: u8, inside: bool) {
    let stroke = Stroke::new(tokens().stroke.focus, palette.accent.focus);
    if inside {
        painter.rect_stroke(rect, CornerRadius::same(radius), stroke, StrokeKind::Inside);
    } else {
        let rect = rect.expand(tokens().stroke.focus_gap);
        painter.rect_stroke(rect, CornerRadius::same(radius.saturating_add(2)), stroke, StrokeKind::Outside);
    }
}
