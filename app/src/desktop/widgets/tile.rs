//! A tile with a count, which is a filter.

use egui::{Color32, CornerRadius, Painter, Pos2, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::{galley, ring};
use crate::desktop::theme::{Type, of, tokens};

const HEIGHT: f32 = 68.0;

/// A tile.
pub struct Tile<'a> {
    /// What is counted.
    pub caption: &'a str,
    /// What it means, on hovering.
    pub hint: &'a str,
    /// How many.
    pub count: usize,
    /// The filter is on.
    pub on: bool,
    /// Nobody needs to look: it stands back.
    pub faint: bool,
    /// Width in points.
    pub width: f32,
}

impl Tile<'_> {
    /// Draws it; `icon` draws its icon around a centre, on this fill. True when it is clicked.
    pub fn show(&self, ui: &mut Ui, icon: impl FnOnce(&Painter, Pos2, Color32)) -> bool {
        let palette = of(ui);
        let tokens = tokens();
        let (rect, response) = ui.allocate_exact_size(Vec2::new(self.width, HEIGHT), Sense::click());
        let painter = ui.painter();
        let fill = match (response.is_pointer_button_down_on(), response.hovered()) {
            (true, _) => palette.pressed,
            (_, true) => palette.hover,
            _ if self.faint => palette.canvas,
            _ => palette.surface,
        };
        let border = if self.on {
            Stroke::new(2.0, palette.accent.solid)
        } else {
            Stroke::new(tokens.stroke.hair, palette.line)
        };
        painter.rect(rect, CornerRadius::same(tokens.radius.lg), fill, border, StrokeKind::Inside);
        icon(painter, Pos2::new(rect.left() + 20.0, rect.top() + 20.0), fill);
        let caption = galley(ui, self.caption, Type::Caption, palette.text_2, self.width - 44.0);
        painter.galley(Pos2::new(rect.left() + 34.0, rect.top() + 12.0), caption, palette.text_2);
        let colour = if self.count == 0 { palette.text_3 } else { palette.text };
        let count = galley(ui, &self.count.to_string(), Type::H2, colour, self.width - 26.0);
        painter.galley(Pos2::new(rect.left() + 13.0, rect.top() + 32.0), count, colour);
        if response.has_focus() {
            ring(painter, palette, rect, tokens.radius.lg, false);
        }
        let spoken = format!("{}: {}", self.caption, self.count);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, self.on, &spoken));
        let clicked = response.clicked();
        response.on_hover_text(self.hint);
        clicked
    }
}
