//! Parts beside each other, each as wide as it needs to be; the last one takes the rest, or a row of its own.

use egui::{Rect, Ui, UiBuilder, Vec2};

/// The least room for the last part; with less it goes below the others.
const LEAST: f32 = 200.0;

/// Shows parts of these widths beside each other, and one more in the room that is left, `lower` points below their top.
/// `part` is called with the number of each.
pub fn beside(ui: &mut Ui, widths: &[f32], lower: f32, mut part: impl FnMut(&mut Ui, usize)) {
    let gap = 16.0;
    let start = ui.cursor().min;
    let whole = ui.available_width();
    let mut x = 0.0;
    let mut height: f32 = 0.0;
    let mut show = |ui: &mut Ui, index: usize, at: Vec2, width: f32| {
        let room = Rect::from_min_size(start + at, Vec2::new(width.max(0.0), f32::INFINITY));
        let mut cell = ui.new_child(UiBuilder::new().max_rect(room).id_salt(("beside", index)));
        part(&mut cell, index);
        cell.min_rect().height()
    };
    for (index, width) in widths.iter().enumerate() {
        height = height.max(show(ui, index, Vec2::new(x, 0.0), width.min(whole - x)));
        x += width + gap;
    }
    if whole - x >= LEAST {
        height = height.max(lower + show(ui, widths.len(), Vec2::new(x, lower), whole - x));
    } else {
        height += gap / 2.0;
        height += show(ui, widths.len(), Vec2::new(0.0, height), whole);
    }
    ui.allocate_space(Vec2::new(whole, height));
}
