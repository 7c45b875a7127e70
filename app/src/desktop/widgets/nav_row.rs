//! Rows of the side: pages, and sections with their tally. On the narrow rail only the icon or the number stays.

use egui::{Color32, CornerRadius, Pos2, Rect, Response, Role, Sense, Ui, Vec2, Widget, WidgetInfo};

use crate::desktop::{
    icons::{Icon, Variant},
    theme::{Look, Type, of, tokens},
};

/// Distance of a row from the edges of the side.
const INSET: f32 = 8.0;

/// A page.
#[must_use = "add it with ui.add"]
pub struct NavRow<'a> {
    icon: Icon,
    text: &'a str,
    selected: bool,
    rail: bool,
}

impl<'a> NavRow<'a> {
    /// A page with its icon.
    pub fn new(icon: Icon, text: &'a str, selected: bool) -> Self {
        Self { icon, text, selected, rail: false }
    }

    /// Only the icon; the text becomes a tooltip.
    pub fn rail(mut self, rail: bool) -> Self {
        self.rail = rail;
        self
    }
}

impl Widget for NavRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let (rect, response, colour) = row(ui, tokens().size.row_nav, self.selected);
        let painter = ui.painter();
        if self.rail {
            self.icon.paint(painter, Variant::Regular, rect.center(), tokens().size.icon_timeline, colour);
        } else {
            let centre = Pos2::new(rect.left() + 16.0, rect.center().y);
            self.icon.paint(painter, Variant::Regular, centre, tokens().size.icon, colour);
            let role = if self.selected { Type::Strong } else { Type::Body };
            let galley = super::galley(ui, self.text, role, colour, rect.width() - 40.0);
            painter.galley(Pos2::new(rect.left() + 32.0, rect.center().y - galley.size().y / 2.0), galley, colour);
        }
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, self.selected, self.text));
        if self.rail { response.on_hover_text(self.text) } else { response }
    }
}

/// A section with how far it is.
#[must_use = "add it with ui.add"]
pub struct SectionRow<'a> {
    /// Short title.
    pub title: &'a str,
    /// Its place in the checklist, from 1.
    pub number: usize,
    /// Items by look.
    pub counts: &'a [(Look, usize)],
    /// "7/11".
    pub short: &'a str,
    /// "7 of 11 met, 2 failed".
    pub spoken: &'a str,
    /// It is the one that is shown.
    pub selected: bool,
    /// Only the number and the worst verdict; the rest becomes a tooltip.
    pub rail: bool,
}

impl Widget for SectionRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let palette = of(ui);
        let height = if self.rail { tokens().size.row_nav + 4.0 } else { tokens().size.row_section };
        let (rect, response, colour) = row(ui, height, self.selected);
        let painter = ui.painter().clone();
        let role = if self.selected { Type::Strong } else { Type::Body };
        if self.rail {
            let galley = super::galley(ui, &self.number.to_string(), role, colour, rect.width());
            painter.galley(rect.center() - galley.size() / 2.0, galley, colour);
            if let Some(worst) = super::tally_bar::worst(self.counts) {
                let behind = if self.selected { palette.accent.soft } else { palette.sidebar };
                let at = rect.right_top() + Vec2::new(-9.0, 9.0);
                super::paint_verdict(&painter, palette, worst, at, 12.0, behind);
            }
        } else {
            let galley = super::galley(ui, self.title, role, colour, rect.width() - 16.0);
            painter.galley(Pos2::new(rect.left() + 8.0, rect.top() + 4.0), galley, colour);
            let bar = Rect::from_min_size(
                Pos2::new(rect.left() + 8.0, rect.bottom() - 14.0),
                Vec2::new(rect.width() - 16.0 - 42.0, 4.0),
            );
            super::tally_bar::paint(&painter, palette, self.counts, bar);
            let caption = if self.selected { palette.text_2 } else { palette.text_3 };
            let galley = super::galley(ui, self.short, Type::Caption, caption, 42.0);
            let at = Pos2::new(rect.right() - 8.0 - galley.size().x, rect.bottom() - 12.0 - galley.size().y / 2.0);
            painter.galley(at, galley, caption);
        }
        let spoken = format!("{}, {}", self.title, self.spoken);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, self.selected, &spoken));
        response.on_hover_text(if self.rail { &spoken } else { self.spoken })
    }
}

/// A caption over a group of rows.
pub fn label_row(ui: &mut Ui, text: &str) -> Response {
    let palette = of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 28.0), Sense::hover());
    let galley = super::galley(ui, text, Type::Caption, palette.text_3, rect.width() - 32.0);
    let at = Pos2::new(rect.left() + 2.0 * INSET, rect.bottom() - 4.0 - galley.size().y);
    ui.painter().galley(at, galley, palette.text_3);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    response
}

fn row(ui: &mut Ui, height: f32, selected: bool) -> (Rect, Response, Color32) {
    let palette = of(ui);
    let (outer, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::click());
    let rect = outer.shrink2(Vec2::new(INSET, 0.0));
    let radius = tokens().radius.md;
    let fill = if selected {
        palette.accent.soft
    } else if response.is_pointer_button_down_on() {
        palette.pressed
    } else if response.hovered() {
        palette.hover
    } else {
        Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, CornerRadius::same(radius), fill);
    if response.has_focus() {
        super::ring(ui.painter(), palette, rect, radius, true);
    }
    let colour = if selected { palette.accent.text } else { palette.text };
    (rect, response, colour)
}
