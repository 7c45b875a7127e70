//! A link: the colour of links, underlined under the pointer.

use egui::{Color32, CursorIcon, Pos2, Response, Role, Sense, Stroke, Ui, WidgetInfo};

use crate::desktop::theme::{Type, of, tokens};

/// A link in a role of text.
pub fn link(ui: &mut Ui, text: &str, role: Type) -> Response {
    link_named(ui, text, text, role)
}

/// A link that assistive technology calls by another name, when several links share their words.
pub fn link_named(ui: &mut Ui, text: &str, name: &str, role: Type) -> Response {
    let colour = of(ui).accent.text;
    painted(ui, text, name, role, colour)
}

/// A link of another colour, for what matters less.
pub fn link_in(ui: &mut Ui, text: &str, role: Type, colour: Color32) -> Response {
    painted(ui, text, text, role, colour)
}

fn painted(ui: &mut Ui, text: &str, name: &str, role: Type, colour: Color32) -> Response {
    let palette = of(ui);
    let galley = super::galley(ui, text, role, Color32::PLACEHOLDER, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
    let colour = if ui.is_enabled() { colour } else { palette.text_3 };
    let painter = ui.painter();
    painter.galley(rect.min, galley, colour);
    if response.hovered() {
        let y = painter.round_to_pixel_center(rect.bottom() - 2.0);
        painter.line_segment(
            [Pos2::new(rect.left(), y), Pos2::new(rect.right(), y)],
            Stroke::new(tokens().stroke.hair, colour),
        );
    }
    if response.has_focus() {
        super::ring(painter, palette, rect, tokens().radius.sm, false);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), name));
    response.on_hover_cursor(CursorIcon::PointingHand)
}
