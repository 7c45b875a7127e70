//! A border between two regions that can be dragged. A double click puts it back.

use egui::{CursorIcon, Id, Pos2, Rangef, Rect, Sense, Stroke, Ui, Vec2};

use crate::desktop::theme::{of, tokens};

/// How far from the line it can be taken hold of, in points.
const HOLD: f32 = 3.0;

/// What was done with a border.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum DividerAct {
    /// It is being dragged to this place.
    Moved(f32),
    /// It was let go.
    Released,
    /// It is to go back to where it was designed to be.
    Reset,
}

/// A border at `x`, over what is on both sides of it: show it after them.
pub fn divider(ui: &Ui, id: &'static str, x: f32, y: Rangef) -> Option<DividerAct> {
    let palette = of(ui);
    let rect = Rect::from_x_y_ranges(Rangef::new(x - HOLD, x + HOLD), y);
    // Wide windows need no keyboard for this, and narrow ones have no border to drag: it is no stop for Tab.
    let response = ui.interact(rect, Id::unique(("divider", id)), Sense::CLICK | Sense::DRAG);
    let response = response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    if response.hovered() || response.dragged() {
        let painter = ui.painter();
        let x = painter.round_to_pixel_center(x - 0.5);
        painter.line_segment(
            [Pos2::new(x, y.min), Pos2::new(x, y.max)],
            Stroke::new(tokens().stroke.hair + 1.0, palette.line_strong),
        );
    }
    if response.double_clicked() {
        return Some(DividerAct::Reset);
    }
    if response.drag_stopped() {
        return Some(DividerAct::Released);
    }
    let moved = response.dragged() && response.drag_delta() != Vec2::ZERO;
    response.interact_pointer_pos().filter(|_| moved).map(|at| DividerAct::Moved(at.x))
}
