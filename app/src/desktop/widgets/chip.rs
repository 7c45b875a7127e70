//! Chips: short facts in a rounded border, and filters that can be removed.

use egui::{CornerRadius, Pos2, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo};

use crate::desktop::{
    icons::{self, Icon, Variant},
    theme::{Type, of, tokens},
};

/// A chip with one or more short facts.
#[must_use = "add it with ui.add"]
pub struct Chip<'a> {
    icon: Option<Icon>,
    parts: Vec<&'a str>,
    clickable: bool,
}

impl<'a> Chip<'a> {
    /// A chip with one fact.
    pub fn new(text: &'a str) -> Self {
        Self { icon: None, parts: vec![text], clickable: false }
    }

    /// With an icon.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With one more fact, after a disc.
    pub fn and(mut self, text: &'a str) -> Self {
        self.parts.push(text);
        self
    }

    /// It leads somewhere.
    pub fn clickable(mut self) -> Self {
        self.clickable = true;
        self
    }
}

impl Widget for Chip<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        const GAP: f32 = 17.0;
        let palette = of(ui);
        let tokens = tokens();
        let colour = palette.text_2;
        let parts: Vec<_> =
            self.parts.iter().map(|text| super::galley(ui, text, Type::Caption, colour, f32::INFINITY)).collect();
        let icon = self.icon.map_or(0.0, |_| tokens.size.icon_small + 4.0);
        let texts: f32 = parts.iter().map(|part| part.size().x).sum();
        #[expect(clippy::cast_precision_loss, reason = "a chip has few parts")]
        let gaps = GAP * (parts.len() - 1) as f32;
        let size = Vec2::new(20.0 + icon + texts + gaps, tokens.size.chip);
        let sense = if self.clickable { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        let painter = ui.painter();
        let fill = if self.clickable && response.hovered() { palette.hover } else { palette.surface };
        painter.rect(
            rect,
            CornerRadius::same(tokens.radius.round),
            fill,
            Stroke::new(tokens.stroke.hair, palette.line),
            StrokeKind::Inside,
        );
        let mut x = rect.left() + 10.0;
        if let Some(icon) = self.icon {
            let centre = Pos2::new(x + tokens.size.icon_small / 2.0, rect.center().y);
            icon.paint(painter, Variant::Regular, centre, tokens.size.icon_small, colour);
            x += tokens.size.icon_small + 4.0;
        }
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                painter.circle_filled(Pos2::new(x + GAP / 2.0, rect.center().y), 1.5, palette.text_3);
                x += GAP;
            }
            let width = part.size().x;
            painter.galley(Pos2::new(x, rect.center().y - part.size().y / 2.0), part, colour);
            x += width;
        }
        if response.has_focus() {
            super::ring(painter, palette, rect, tokens.radius.round, false);
        }
        let role = if self.clickable { Role::Link } else { Role::Label };
        response.widget_info(|| WidgetInfo::labeled(role, true, self.parts.join(", ")));
        response
    }
}

/// A filter that is set; a click removes it. `remove` is what assistive technology says, such as "Remove filter: Failed".
pub fn filter_chip(ui: &mut Ui, text: &str, remove: &str) -> Response {
    let palette = of(ui);
    let tokens = tokens();
    let colour = palette.accent.text;
    let galley = super::galley(ui, text, Type::Caption, colour, f32::INFINITY);
    let size = Vec2::new(10.0 + galley.size().x + 6.0 + 10.0 + 9.0, tokens.size.button_small);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let painter = ui.painter();
    let fill = if response.hovered() { palette.accent.soft_border } else { palette.accent.soft };
    painter.rect(
        rect,
        CornerRadius::same(tokens.radius.md),
        fill,
        Stroke::new(tokens.stroke.hair, palette.accent.soft_border),
        StrokeKind::Inside,
    );
    let x = rect.left() + 10.0;
    let width = galley.size().x;
    painter.galley(Pos2::new(x, rect.center().y - galley.size().y / 2.0), galley, colour);
    icons::X.paint(painter, Variant::Bold, Pos2::new(x + width + 11.0, rect.center().y), 10.0, colour);
    if response.has_focus() {
        super::ring(painter, palette, rect, tokens.radius.md, false);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, remove));
    response.on_hover_text(remove)
}
