//! Checkbox and switch.

use egui::{CornerRadius, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::desktop::{
    icons::{self, Variant},
    theme::{Type, of, tokens},
};

/// A box with a tick and its words.
pub fn checkbox(ui: &mut Ui, checked: &mut bool, text: &str) -> Response {
    let palette = of(ui);
    let tokens = tokens();
    let side = tokens.size.checkbox;
    let room = ui.available_width() - side - 8.0;
    let words = ui.painter().layout_job(crate::desktop::theme::job([(text, Type::Body, palette.text)], room));
    let size = Vec2::new(side + 8.0 + words.size().x, words.size().y.max(tokens.size.hit_min));
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *checked = !*checked;
        response.mark_changed();
    }
    let first_line = rect.top() + (rect.height() - words.size().y) / 2.0 + Type::Body.line() / 2.0;
    let square = Rect::from_center_size(Pos2::new(rect.left() + side / 2.0, first_line), Vec2::splat(side));
    let (fill, border) = match (*checked, response.is_pointer_button_down_on(), response.hovered()) {
        (true, _, _) => (palette.accent.solid, palette.accent.solid),
        (_, true, _) => (palette.pressed, palette.control_border),
        (_, _, true) => (palette.hover, palette.control_border),
        _ => (palette.raised, palette.control_border),
    };
    let painter = ui.painter();
    let radius = CornerRadius::same(tokens.radius.sm);
    painter.rect(square, radius, fill, Stroke::new(tokens.stroke.hair, border), StrokeKind::Inside);
    if *checked {
        icons::CHECK.paint(painter, Variant::Bold, square.center(), 12.0, palette.accent.on_solid);
    }
    painter.galley(Pos2::new(rect.left() + side + 8.0, rect.center().y - words.size().y / 2.0), words, palette.text);
    if response.has_focus() {
        super::ring(painter, palette, square, tokens.radius.sm, false);
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, *checked, text));
    response
}

/// A switch with its words, for what takes effect at once.
pub fn switch(ui: &mut Ui, on: &mut bool, text: &str) -> Response {
    let palette = of(ui);
    let tokens = tokens();
    let [width, height] = tokens.size.switch;
    let words = super::galley(ui, text, Type::Body, palette.text, ui.available_width() - width - 8.0);
    let size = Vec2::new(width + 8.0 + words.size().x, tokens.size.hit_min);
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    let track = Rect::from_center_size(Pos2::new(rect.left() + width / 2.0, rect.center().y), Vec2::new(width, height));
    let painter = ui.painter();
    let radius = CornerRadius::same(10);
    let hair = tokens.stroke.hair;
    if *on {
        painter.rect_filled(track, radius, palette.accent.solid);
        painter.circle_filled(track.right_center() - Vec2::new(height / 2.0, 0.0), 7.0, palette.accent.on_solid);
    } else {
        let fill = if response.hovered() { palette.hover } else { palette.surface };
        painter.rect(track, radius, fill, Stroke::new(hair, palette.control_border), StrokeKind::Inside);
        painter.circle_filled(track.left_center() + Vec2::new(height / 2.0, 0.0), 6.0, palette.control_border);
    }
    painter.galley(Pos2::new(track.right() + 8.0, rect.center().y - words.size().y / 2.0), words, palette.text);
    if response.has_focus() {
        super::ring(painter, palette, track, tokens.radius.round, false);
    }
    response.widget_info(|| WidgetInfo::selected(Role::Switch, true, *on, text));
    response
}
