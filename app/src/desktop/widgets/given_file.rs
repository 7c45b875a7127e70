//! A file that was given, with a button at the right end that lets go of it.

use egui::{Ui, Vec2};

use super::{IconButton, both_ends, one_line};
use crate::desktop::{
    icons,
    theme::{Type, of},
};

/// Height of the row, in points.
const HEIGHT: f32 = 28.0;

/// Shows the names of what the file holds, in one line; its path is told to who points at it. `forget` is the name of the
/// button. Returns true when it was pressed.
pub fn given_file(ui: &mut Ui, names: &str, path: &str, forget: &str) -> bool {
    let (_, room) = ui.allocate_space(Vec2::new(ui.available_width(), HEIGHT));
    let name = |ui: &mut Ui| {
        let width = ui.available_width();
        one_line(ui, names, Type::Body, of(ui).text, width).on_hover_text(path);
    };
    both_ends(ui, forget, room, name, |ui| ui.add(IconButton::new(icons::X, forget).small()).clicked())
}
