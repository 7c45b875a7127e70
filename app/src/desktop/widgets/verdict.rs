//! The verdict as an icon and as a pill. The icon stands alone only where its word is said to assistive technology and
//! in a tooltip.

use egui::{Color32, CornerRadius, Painter, Pos2, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::desktop::{
    icons::{self, Variant},
    theme::{Look, Palette, Type, of, tokens},
};

/// Share of the failed octagon that its x takes.
const CROSS: f32 = 0.62;

/// Steps of one turn of the running notch; it is redrawn ten times a second.
const NOTCH_STEPS: f64 = 12.0;

/// Paints the icon of a verdict around `centre`. `behind` is the colour of what it lies on.
pub fn paint_verdict(painter: &Painter, palette: &Palette, look: Look, centre: Pos2, size: f32, behind: Color32) {
    let colour = palette.verdict(look).icon;
    let (icon, variant) = look.icon();
    match look {
        Look::Running => {
            let turn = painter.ctx().input(|input| (input.time * 10.0).floor() / NOTCH_STEPS);
            #[expect(clippy::cast_possible_truncation, reason = "an angle needs no more")]
            let angle = (turn.fract() * std::f64::consts::TAU) as f32;
            let galley = icon.galley(painter, variant, size, colour);
            let middle = galley.size() / 2.0;
            let turned = egui::emath::Rot2::from_angle(angle) * middle;
            let mut shape = egui::epaint::TextShape::new(centre - turned, galley, colour);
            shape.angle = angle;
            painter.add(shape);
            painter.ctx().request_repaint_after(std::time::Duration::from_millis(100));
        }
        Look::Fail => {
            icon.paint(painter, variant, centre, size, colour);
            icons::X.paint(painter, Variant::Bold, centre, size * CROSS, behind);
        }
        _ => {
            icon.paint(painter, variant, centre, size, colour);
        }
    }
}

/// The icon of a verdict, with its word for assistive technology and in a tooltip.
pub fn verdict_icon(ui: &mut Ui, look: Look, word: &str, size: f32, behind: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    paint_verdict(ui.painter(), of(ui), look, rect.center(), size, behind);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, word));
    response.on_hover_text(word)
}

/// The pill of a verdict: icon and word.
pub fn pill(ui: &mut Ui, look: Look, word: &str) -> Response {
    pill_text(ui, look, word, Sense::hover())
}

/// A pill with any text, such as a conclusion with a number. With [`Sense::click`] it is a button.
pub fn pill_text(ui: &mut Ui, look: Look, text: &str, sense: Sense) -> Response {
    let palette = of(ui);
    let colours = palette.verdict(look);
    let tokens = tokens();
    let word = super::galley(ui, text, Type::CaptionStrong, colours.fg, f32::INFINITY);
    let icon = tokens.size.icon_small;
    let size = Vec2::new(8.0 + icon + 6.0 + word.size().x + 8.0, tokens.size.pill);
    let (rect, response) = ui.allocate_exact_size(size, sense);
    let painter = ui.painter();
    let border = if sense.senses_click() && response.hovered() { colours.fg } else { colours.border };
    painter.rect(
        rect,
        CornerRadius::same(tokens.radius.md),
        colours.soft,
        Stroke::new(tokens.stroke.hair, border),
        StrokeKind::Inside,
    );
    let centre = Pos2::new(rect.left() + 8.0 + icon / 2.0, rect.center().y);
    paint_verdict(painter, palette, look, centre, icon, colours.soft);
    let at = Pos2::new(rect.left() + 8.0 + icon + 6.0, rect.center().y - word.size().y / 2.0);
    painter.galley(at, word, colours.fg);
    if response.has_focus() {
        super::ring(painter, palette, rect, tokens.radius.md, false);
    }
    let role = if sense.senses_click() { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, text));
    response
}
