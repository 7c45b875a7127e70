//! A segmented control: a few choices of which one is on.

use egui::{Color32, CornerRadius, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::desktop::theme::{Type, of, tokens};

/// One choice.
#[derive(Debug, Clone)]
pub struct Part<T> {
    /// What it stands for.
    pub value: T,
    /// Its words.
    pub text: String,
    /// Why it cannot be chosen now; shown as a tooltip.
    pub refused: Option<String>,
}

impl<T> Part<T> {
    /// A choice that can be made.
    pub fn new(value: T, text: impl Into<String>) -> Self {
        Self { value, text: text.into(), refused: None }
    }

    /// The same choice, which cannot be made now for this reason.
    #[must_use]
    pub fn refused(mut self, why: Option<String>) -> Self {
        self.refused = why;
        self
    }
}

/// Shows the choices and returns the one that was made now. `name` is what the choice is about.
pub fn segmented<T: Clone + PartialEq>(ui: &mut Ui, name: &str, chosen: Option<&T>, parts: &[Part<T>]) -> Option<T> {
    const HEIGHT: f32 = 28.0;
    let palette = of(ui);
    let tokens = tokens();
    // As wide as in the Medium face, so that nothing moves when another one is chosen.
    let widths: Vec<f32> = parts
        .iter()
        .map(|part| {
            super::galley(ui, &part.text, Type::CaptionStrong, Color32::PLACEHOLDER, f32::INFINITY).size().x + 22.0
        })
        .collect();
    let (rect, _) = ui.allocate_exact_size(Vec2::new(widths.iter().sum(), HEIGHT), Sense::hover());
    let painter = ui.painter().clone();
    painter.rect_filled(rect, CornerRadius::same(tokens.radius.md), palette.raised);
    let mut x = rect.left();
    let mut made = None;
    let mut ring = None;
    let group = ui.auto_id_with(name);
    for (index, (part, width)) in parts.iter().zip(widths).enumerate() {
        let cell = Rect::from_min_size(Pos2::new(x, rect.top()), Vec2::new(width, HEIGHT));
        x += width;
        let enabled = part.refused.is_none() && ui.is_enabled();
        let sense = if enabled { Sense::click() } else { Sense::hover() };
        let response = ui.interact(cell, group.with(index), sense);
        let on = chosen == Some(&part.value);
        let fill = match (on || response.is_pointer_button_down_on(), response.hovered() && enabled) {
            (true, _) => palette.pressed,
            (_, true) => palette.hover,
            _ => Color32::TRANSPARENT,
        };
        let (first, last) = (index == 0, index + 1 == parts.len());
        let radius = |here: bool| if here { tokens.radius.md } else { 0 };
        let corners = CornerRadius { nw: radius(first), sw: radius(first), ne: radius(last), se: radius(last) };
        painter.rect_filled(cell, corners, fill);
        if !last {
            super::column_line(&painter, palette, cell.right(), cell.y_range());
        }
        let (role, colour) = match (enabled, on) {
            (false, _) => (Type::Caption, palette.disabled),
            (_, true) => (Type::CaptionStrong, palette.text),
            _ => (Type::Caption, palette.text_2),
        };
        let galley = super::galley(ui, &part.text, role, colour, width);
        painter.galley(cell.center() - galley.size() / 2.0, galley, colour);
        if response.has_focus() {
            ring = Some(cell);
        }
        let spoken = format!("{name}: {}", part.text);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, on, &spoken));
        if response.clicked() {
            made = Some(part.value.clone());
        }
        if let Some(why) = &part.refused {
            response.on_hover_text(why);
        }
    }
    painter.rect_stroke(
        rect,
        CornerRadius::same(tokens.radius.md),
        Stroke::new(tokens.stroke.hair, palette.line_strong),
        StrokeKind::Inside,
    );
    if let Some(cell) = ring {
        super::ring(&painter, palette, cell, tokens.radius.md, true);
    }
    made
}
