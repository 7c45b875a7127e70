//! Keys and values in two fixed columns, so that nothing jumps when the language changes.

use egui::{Rect, Ui, UiBuilder, Vec2};

use crate::desktop::theme::{Type, of};

/// One row: the key in `width` points, the value beside it.
pub fn key_value(ui: &mut Ui, key: &str, value: &str, width: f32) {
    key_value_with(ui, key, width, |ui| {
        let palette = of(ui);
        super::label(ui, value, Type::Body, palette.text);
    });
}

/// Several rows.
pub fn key_value_rows<'a>(ui: &mut Ui, rows: impl IntoIterator<Item = (&'a str, &'a str)>, width: f32) {
    for (key, value) in rows {
        key_value(ui, key, value, width);
    }
}

fn key_value_with(ui: &mut Ui, key: &str, width: f32, value: impl FnOnce(&mut Ui)) {
    let palette = of(ui);
    let start = ui.cursor().min;
    let whole = ui.available_width();
    let column =
        |left: f32, width: f32| Rect::from_min_size(start + Vec2::new(left, 0.0), Vec2::new(width, f32::INFINITY));
    let mut left = ui.new_child(UiBuilder::new().max_rect(column(0.0, width)));
    left.add_space(2.0);
    super::label(&mut left, key, Type::Caption, palette.text_3);
    let mut right = ui.new_child(UiBuilder::new().max_rect(column(width + 12.0, whole - width - 12.0)));
    value(&mut right);
    let height = left.min_rect().height().max(right.min_rect().height());
    ui.allocate_space(Vec2::new(whole, height));
}
