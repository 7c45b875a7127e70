//! The pill: a verdict as icon and word in a box of its colours.

use super::{
    canvas::{Area, Canvas, Frame, Stroke},
    icons::tone,
    lines::{Line, single},
    style::{Cut, INK, Style, mm},
    tags::Node,
};
use crate::report::Mark;

/// Height of the box.
pub(crate) const HEIGHT: f32 = mm(5.4);
const ICON: f32 = mm(3.7);
const PAD: f32 = mm(1.5);
const GAP: f32 = mm(1.1);
const WIDEST: f32 = mm(60.0);
const WORD: Style = Style { cut: Cut::Strong, size: 8.5, line: 11.0, colour: INK };

fn word(canvas: &Canvas<'_>, mark: &Mark) -> Line {
    single(canvas.faces, &mark.word, WORD.in_colour(tone(mark.status).fg), WIDEST)
}

/// Width of the pill of a status.
pub(crate) fn width(canvas: &Canvas<'_>, mark: &Mark) -> f32 {
    PAD * 2.0 + ICON + GAP + word(canvas, mark).width
}

/// Draws a pill with its top left corner at a point.
pub(crate) fn draw(canvas: &mut Canvas<'_>, page: usize, node: Node, (x, y): (f32, f32), mark: &Mark) {
    let (line, tone) = (word(canvas, mark), tone(mark.status));
    let frame = Frame { fill: Some(tone.soft), border: Some(Stroke::solid(tone.fg, 0.75)), radius: mm(1.2) };
    let full = PAD * 2.0 + ICON + GAP + line.width;
    canvas.frame(page, Area::new(x, y, full, HEIGHT), frame);
    let icon = canvas.icons.status(mark.status);
    canvas.icon(page, None, &icon, (x + PAD, y + (HEIGHT - ICON) / 2.0), ICON, tone.fg);
    canvas.text(page, node, x + PAD + ICON + GAP, y + (HEIGHT - line.height) / 2.0, &line);
}
