//! A row of the item list: verdict, title, second line, vantage. One row is one node for assistive technology.

use egui::{Color32, CornerRadius, Id, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::desktop::{
    icons::{self, Icon, Variant},
    theme::{Look, Type, job, of, tokens},
};

/// A row of the item list.
#[must_use = "call show"]
pub struct ListRow<'a> {
    /// Its id, made from the item's id, so that the focus stays with the item.
    pub id: Id,
    /// Where it is.
    pub rect: Rect,
    /// What the item stands at.
    pub look: Look,
    /// The title.
    pub title: &'a str,
    /// First part of the second line in the colour of the verdict; empty for items that are met.
    pub word: &'a str,
    /// Rest of the second line.
    pub second: &'a str,
    /// The second line is in the colour of captions, as for items that are met.
    pub faint: bool,
    /// Icon at the right, from where it was seen.
    pub place: Option<Icon>,
    /// There is unsaved text about it.
    pub draft: bool,
    /// It is about another subject than the one assessed now.
    pub stale: bool,
    /// It is the one that is shown.
    pub selected: bool,
    /// It is marked for a run of several.
    pub marked: bool,
    /// Tab stops here: the list is one stop, and the arrows move inside.
    pub reachable: bool,
    /// Everything above in words.
    pub spoken: &'a str,
    /// Its place in the list, from 1, and how many there are.
    pub of: (usize, usize),
}

impl ListRow<'_> {
    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = of(ui);
        let tokens = tokens();
        let rect = self.rect;
        let height = rect.height();
        let sense = if self.reachable { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect, self.id, sense);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, self.selected, self.spoken));
        ui.ctx().accesskit_node_builder(self.id, |node| {
            node.set_position_in_set(self.of.0);
            node.set_size_of_set(self.of.1);
        });
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let focused = response.has_focus();
        let fill = if self.selected || self.marked {
            palette.accent.soft
        } else if response.is_pointer_button_down_on() {
            palette.pressed
        } else if response.hovered() {
            palette.hover
        } else {
            Color32::TRANSPARENT
        };
        let painter = ui.painter().clone();
        painter.rect_filled(rect, CornerRadius::ZERO, fill);
        if self.selected && !focused {
            let bar = Rect::from_min_size(rect.min, Vec2::new(tokens.stroke.bar, rect.height()));
            painter.rect_filled(bar, CornerRadius::ZERO, palette.accent.solid);
        }

        let behind = if fill == Color32::TRANSPARENT { palette.canvas } else { fill };
        let top = rect.top() + (height - 38.0) / 2.0;
        let centre = Pos2::new(rect.left() + 14.0 + tokens.size.icon_row / 2.0, top + 10.0);
        super::paint_verdict(&painter, palette, self.look, centre, tokens.size.icon_row, behind);

        let left = rect.left() + 42.0;
        let mut right = rect.right() - 14.0;
        if let Some(place) = self.place {
            let centre = Pos2::new(right - tokens.size.icon_small / 2.0, rect.center().y);
            place.paint(&painter, Variant::Regular, centre, tokens.size.icon_small, palette.text_3);
            right -= tokens.size.icon_small + 8.0;
        }
        if self.marked {
            let centre = Pos2::new(right - 7.0, top + 10.0);
            icons::CHECK.paint(&painter, Variant::Bold, centre, 14.0, palette.accent.text);
            right -= 20.0;
        }
        if self.draft {
            let centre = Pos2::new(right - 6.0, top + 10.0);
            icons::PENCIL_SIMPLE.paint(&painter, Variant::Bold, centre, 12.0, palette.accent.text);
            right -= 18.0;
        }

        let role = if self.selected { Type::Strong } else { Type::Body };
        let title = super::galley(ui, self.title, role, palette.text, right - left);
        let cut = title.elided;
        painter.galley(Pos2::new(left, top), title, palette.text);
        let mut x = left;
        if self.stale {
            icons::CLOCK.paint(&painter, Variant::Bold, Pos2::new(x + 6.0, top + 29.0), 12.0, palette.text_3);
            x += 16.0;
        }
        if !self.word.is_empty() {
            let colour = if self.stale { palette.text_3 } else { palette.verdict(self.look).fg };
            let word = super::galley(ui, self.word, Type::CaptionStrong, colour, right - x);
            let width = word.size().x;
            painter.galley(Pos2::new(x, top + 21.0), word, colour);
            x += width;
            if !self.second.is_empty() {
                painter.circle_filled(Pos2::new(x + 8.0, top + 29.0), 1.5, palette.text_3);
                x += 17.0;
            }
        }
        let colour = if self.faint || self.stale { palette.text_3 } else { palette.text_2 };
        let mut second = job([(self.second, Type::Caption, colour)], (right - x).max(0.0));
        second.wrap.max_rows = 1;
        second.wrap.break_anywhere = true;
        let second = painter.layout_job(second);
        let cut = cut || second.elided;
        painter.galley(Pos2::new(x, top + 21.0), second, colour);

        if focused {
            super::ring(&painter, palette, rect, tokens.radius.md, true);
        }
        if cut { response.on_hover_text(format!("{}\n{}", self.title, self.second)) } else { response }
    }
}
