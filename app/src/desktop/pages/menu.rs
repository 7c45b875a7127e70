//! Rows of menus.

use egui::{Color32, CornerRadius, Pos2, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::desktop::{
    command::Command,
    icons::{self, Variant},
    model::Model,
    theme::{Type, of, tokens},
    widgets,
};

/// How wide a menu is.
pub(super) const WIDTH: f32 = 260.0;

/// A command of the table.
pub(super) fn command(ui: &mut Ui, model: &Model, command: &Command, asked: &mut Vec<Command>) {
    let Some(row) = command.row() else { return };
    let words = &model.words;
    let key = row.keys.first().map(|keys| keys.text()).unwrap_or_default();
    let why = model.why_not(command).map(|why| words.text(why));
    if line(ui, &words.text(row.label), &key, false, why.as_deref()) {
        asked.push(command.clone());
    }
}

/// A choice of which one is on.
pub(super) fn choice(ui: &mut Ui, text: &str, on: bool) -> bool {
    line(ui, text, "", on, None)
}

/// A caption over rows.
pub(super) fn head(ui: &mut Ui, text: &str) {
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.add_space(12.0);
        widgets::caption(ui, text);
    });
}

/// A line between groups.
pub(super) fn split(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(WIDTH, 9.0), Sense::hover());
    widgets::row_line(ui.painter(), of(ui), rect.x_range(), rect.center().y);
}

fn line(ui: &mut Ui, text: &str, key: &str, on: bool, refused: Option<&str>) -> bool {
    let palette = of(ui);
    let sense = if refused.is_none() { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(WIDTH, 32.0), sense);
    let painter = ui.painter().clone();
    let fill = match (refused.is_none(), response.is_pointer_button_down_on(), response.hovered()) {
        (true, true, _) => palette.pressed,
        (true, _, true) => palette.hover,
        _ => Color32::TRANSPARENT,
    };
    painter.rect_filled(rect, CornerRadius::same(tokens().radius.md), fill);
    let colour = if refused.is_none() { palette.text } else { palette.disabled };
    let galley = widgets::galley(ui, text, Type::Body, colour, WIDTH - 90.0);
    painter.galley(Pos2::new(rect.left() + 12.0, rect.center().y - galley.size().y / 2.0), galley, colour);
    if on {
        let at = Pos2::new(rect.right() - 20.0, rect.center().y);
        icons::CHECK.paint(&painter, Variant::Bold, at, 14.0, palette.accent.text);
    } else if !key.is_empty() {
        let galley = widgets::galley(ui, key, Type::Caption, palette.text_3, 90.0);
        let at = Pos2::new(rect.right() - 12.0 - galley.size().x, rect.center().y - galley.size().y / 2.0);
        painter.galley(at, galley, palette.text_3);
    }
    if response.has_focus() {
        widgets::ring(&painter, palette, rect, tokens().radius.md, true);
    }
    response.widget_info(|| WidgetInfo::selected(Role::MenuItem, refused.is_none(), on, text));
    let clicked = response.clicked();
    if let Some(why) = refused {
        response.on_hover_text(why);
    }
    if clicked {
        ui.close();
    }
    clicked
}
