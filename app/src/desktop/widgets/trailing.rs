//! What stands at the right end of a row, made from left to right: so the Tab key and assistive technology go in the
//! order in which it is read.

use egui::{Align, Id, Layout, Pos2, Rect, Ui, UiBuilder};

fn width_id(ui: &Ui, name: &str) -> Id {
    ui.scope_id().with(("trailing", name))
}

/// Shows `content` at the right end of `room`, centred in its height. Returns where it begins as well.
///
/// How wide it is shows only afterwards, so a frame in which that has changed is drawn once more before anybody sees it.
pub fn trailing<R>(ui: &mut Ui, name: &str, room: Rect, content: impl FnOnce(&mut Ui) -> R) -> (R, f32) {
    let id = width_id(ui, name);
    let before: Option<f32> = ui.data(|data| data.get_temp(id));
    let left = before.map_or(room.left(), |width| (room.right() - width).max(room.left()));
    // One point of air: a label as wide as its room would wrap.
    let rect = Rect::from_min_max(Pos2::new(left, room.top()), Pos2::new(room.right() + 1.0, room.bottom()));
    let layout = Layout::left_to_right(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect).layout(layout));
    let inner = content(&mut child);
    let used = child.min_rect().width();
    if before.is_none_or(|width| (width - used).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, used));
        ui.ctx().request_discard("the right end of a row has another width");
    }
    (inner, left)
}

/// A row with something at both ends, made in the order in which it is read: `start` from the left in the room that
/// `end` leaves, then `end` at the right end.
pub fn both_ends<R>(
    ui: &mut Ui,
    name: &str,
    room: Rect,
    start: impl FnOnce(&mut Ui),
    end: impl FnOnce(&mut Ui) -> R,
) -> R {
    let width: f32 = ui.data(|data| data.get_temp(width_id(ui, name))).unwrap_or_default();
    let right = (room.right() - width - ui.spacing().item_spacing.x).max(room.left());
    let rect = Rect::from_min_max(room.min, Pos2::new(right, room.bottom()));
    let layout = Layout::left_to_right(Align::Center);
    start(&mut ui.new_child(UiBuilder::new().id_salt((name, "start")).max_rect(rect).layout(layout)));
    trailing(ui, name, room, end).0
}
