//! The rows of the table: its head, the head of a group, and an item.

use egui::{Pos2, Role, Sense, Ui, Vec2, WidgetInfo};
use readiness_core::{
    assessment::{
        Status,
        compare::{Change, ItemChange, Side},
    },
    msg,
    report::Compared,
};

use super::tiles;
use crate::desktop::{
    forms::Tile,
    icons::{self, Variant},
    model::Model,
    theme::{Look, Type, of, tokens},
    widgets,
};

const PAD: f32 = 14.0;
const ITEM: f32 = 232.0;
const PILLS: f32 = 296.0;

pub(super) fn head(ui: &mut Ui, model: &Model, narrow: bool) {
    let words = &model.words;
    let palette = of(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 32.0), Sense::hover());
    let mut columns = vec![("ui-compare-column-item", 0.0), ("ui-compare-column-pair", ITEM + 12.0)];
    if !narrow {
        columns.push(("ui-compare-column-what", ITEM + 12.0 + PILLS + 12.0));
    }
    for (id, x) in columns {
        let galley = widgets::galley(ui, &words.text(id), Type::Caption, palette.text_3, rect.width());
        ui.painter().galley(Pos2::new(rect.left() + PAD + x, rect.top() + 8.0), galley, palette.text_3);
    }
}

/// The head of a group. True when it is clicked.
pub(super) fn group(ui: &mut Ui, model: &Model, change: Change, count: usize, folded: bool) -> bool {
    let palette = of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 32.0), Sense::click());
    let painter = ui.painter();
    painter.rect_filled(rect, 0, if response.hovered() { palette.hover } else { palette.sunken });
    widgets::row_line(painter, palette, rect.x_range(), rect.top());
    let y = rect.center().y;
    let caret = if folded { icons::CARET_RIGHT } else { icons::CARET_DOWN };
    caret.paint(painter, Variant::Bold, Pos2::new(rect.left() + 20.0, y), 12.0, palette.text_3);
    let (icon, colour) = tiles::glyph(palette, Tile::of(change));
    icon.paint(painter, Variant::Regular, Pos2::new(rect.left() + 38.0, y), 14.0, colour);
    let word = model.words.text(change.message_id());
    let galley = widgets::galley(ui, &word, Type::CaptionStrong, palette.text, rect.width());
    let after = rect.left() + 51.0 + galley.size().x + 8.0;
    painter.galley(Pos2::new(rect.left() + 51.0, y - galley.size().y / 2.0), galley, palette.text);
    let galley = widgets::galley(ui, &count.to_string(), Type::Caption, palette.text_3, 60.0);
    painter.galley(Pos2::new(after, y - galley.size().y / 2.0), galley, palette.text_3);
    if response.has_focus() {
        widgets::ring(painter, palette, rect, 0, true);
    }
    let spoken = model.words.say(&msg!("ui-compare-group", change = word, count = count));
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, !folded, &spoken));
    response.clicked()
}

/// An item. True when it is clicked.
pub(super) fn item(ui: &mut Ui, compared: &Compared<'_>, item: &ItemChange, open: bool, narrow: bool) -> bool {
    let words = compared.words;
    let palette = of(ui);
    let height = if narrow { 64.0 } else { 44.0 };
    let (rect, response) = ui
        .push_id(("compare", &item.item), |ui| {
            ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::click())
        })
        .inner;
    let title = compared.title(item);
    let what = words.say(&item.what);
    let word = |side: &Option<Side>| match side {
        Some(side) => words.text(side.status.message_id()),
        None => words.text("ui-compare-absent"),
    };
    let (before, now) = (word(&item.before), word(&item.now));
    let spoken = words.list(&[title.clone(), format!("{before} \u{2192} {now}"), what.clone()]);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, open, &spoken));
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let painter = ui.painter().clone();
    let fill = match (open, response.is_pointer_button_down_on(), response.hovered()) {
        (true, ..) => palette.accent.soft,
        (_, true, _) => palette.pressed,
        (_, _, true) => palette.hover,
        _ => palette.surface,
    };
    painter.rect_filled(rect, 0, fill);
    widgets::row_line(&painter, palette, rect.x_range(), rect.top());
    let left = rect.left() + PAD;
    let galley = widgets::galley(ui, &title, Type::Body, palette.text, ITEM);
    painter.galley(Pos2::new(left, rect.top() + 4.0), galley, palette.text);
    let galley = widgets::galley(ui, &compared.section(item), Type::Caption, palette.text_3, ITEM);
    painter.galley(Pos2::new(left, rect.top() + 24.0), galley, palette.text_3);
    let x = left + ITEM + 12.0;
    let pill = |ui: &mut Ui, x: f32, side: &Option<Side>, text: &str| -> f32 {
        let Some(side) = side else {
            let galley = widgets::galley(ui, text, Type::Caption, palette.text_3, 120.0);
            let width = galley.size().x;
            ui.painter().galley(Pos2::new(x, rect.top() + 22.0 - galley.size().y / 2.0), galley, palette.text_3);
            return x + width;
        };
        paint_pill(ui, side.status, text, Pos2::new(x, rect.top() + 10.0))
    };
    let end = pill(ui, x, &item.before, &before);
    let arrow = Pos2::new(end + 16.0, rect.top() + 22.0);
    icons::ARROW_RIGHT.paint(&painter, Variant::Regular, arrow, 14.0, palette.text_3);
    pill(ui, end + 32.0, &item.now, &now);
    let caret = if open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
    caret.paint(&painter, Variant::Bold, Pos2::new(rect.right() - 20.0, rect.top() + 22.0), 12.0, palette.text_3);
    let (x, y, role) = if narrow {
        (left, rect.top() + 43.0, Type::Caption)
    } else {
        (left + ITEM + 12.0 + PILLS + 12.0, rect.top() + 12.0, Type::Body)
    };
    let galley = widgets::galley(ui, &what, role, palette.text_2, rect.right() - 36.0 - x);
    painter.galley(Pos2::new(x, y), galley, palette.text_2);
    if response.has_focus() {
        widgets::ring(&painter, palette, rect, tokens().radius.md, true);
    }
    response.clicked()
}

/// Paints a pill that is no control of its own, and returns where it ends.
fn paint_pill(ui: &Ui, status: Status, text: &str, at: Pos2) -> f32 {
    let palette = of(ui);
    let look = Look::from(status);
    let colours = palette.verdict(look);
    let tokens = tokens();
    let word = widgets::galley(ui, text, Type::CaptionStrong, colours.fg, f32::INFINITY);
    let icon = tokens.size.icon_small;
    let size = Vec2::new(8.0 + icon + 6.0 + word.size().x + 8.0, tokens.size.pill);
    let rect = egui::Rect::from_min_size(at, size);
    ui.painter().rect(
        rect,
        egui::CornerRadius::same(tokens.radius.md),
        colours.soft,
        egui::Stroke::new(tokens.stroke.hair, colours.border),
        egui::StrokeKind::Inside,
    );
    let centre = Pos2::new(rect.left() + 8.0 + icon / 2.0, rect.center().y);
    widgets::paint_verdict(ui.painter(), palette, look, centre, icon, colours.soft);
    let text = Pos2::new(rect.left() + 14.0 + icon, rect.center().y - word.size().y / 2.0);
    ui.painter().galley(text, word, colours.fg);
    rect.right()
}
