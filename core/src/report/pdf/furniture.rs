//! What stands on every page: running head and foot, and the mark in the left strip. Nothing is ever printed across
//! text; the strip is empty for that.

use super::{
    canvas::{Area, Canvas, Frame, Furniture, Stroke},
    lines::{Line, Span, single, wrap},
    style::{CAPTION, Cut, INK, INK_2, LEFT, MONO, RIGHT, RULE, Style, mm},
};
use crate::report::Meta;

const MARK: Area = Area::new(mm(5.0), mm(26.0), mm(8.0), mm(46.0));
const HEAD: f32 = mm(12.0);
const HEAD_RULE: f32 = mm(17.0);
const FOOT_RULE: f32 = mm(279.0);
const FOOT: f32 = mm(280.5);

impl Canvas<'_> {
    /// Draws heads, feet and marks, when the number of pages is known.
    pub(crate) fn furnish(&mut self, meta: &Meta) {
        let count = self.pages.len();
        for page in 0..count {
            if page > 0 {
                self.running_head(page, meta);
            }
            self.running_foot(page, count, meta);
            if let Some(word) = &meta.mark {
                self.strip(page, word);
            }
        }
    }

    fn running_head(&mut self, page: usize, meta: &Meta) {
        let width = RIGHT - LEFT;
        let part = single(self.faces, &self.pages[page].part.clone(), CAPTION, width * 0.4);
        let heading = single(self.faces, &meta.heading, CAPTION, width * 0.3);
        self.furniture(page, Furniture::Head, LEFT, HEAD, &heading);
        if !meta.organisation.trim().is_empty() {
            let (disc, side) = (mm(0.7), mm(1.4));
            let x = LEFT + heading.width + side;
            let frame = Frame { fill: Some(INK_2), border: None, radius: disc / 2.0 };
            self.frame(page, Area::new(x, HEAD + (CAPTION.line - disc) / 2.0, disc, disc), frame);
            let x = x + disc + side;
            let room = RIGHT - part.width - mm(6.0) - x;
            let organisation = single(self.faces, &meta.organisation, CAPTION, room);
            self.furniture(page, Furniture::Head, x, HEAD, &organisation);
        }
        self.furniture(page, Furniture::Head, RIGHT - part.width, HEAD, &part);
        self.stroke(page, (LEFT, HEAD_RULE), (RIGHT, HEAD_RULE), Stroke::solid(RULE, 0.5));
    }

    fn running_foot(&mut self, page: usize, count: usize, meta: &Meta) {
        self.stroke(page, (LEFT, FOOT_RULE), (RIGHT, FOOT_RULE), Stroke::solid(RULE, 0.5));
        let number = single(self.faces, &meta.page(page + 1, count), CAPTION, mm(40.0));
        self.furniture(page, Furniture::Foot, RIGHT - number.width, FOOT, &number);
        let digest = self.digest(meta);
        let middle = (LEFT + RIGHT - digest.width) / 2.0;
        let state = CAPTION.strong().in_colour(INK);
        let state = single(self.faces, &meta.standing_words, state, middle - LEFT - mm(4.0));
        self.furniture(page, Furniture::Foot, LEFT, FOOT, &state);
        self.furniture(page, Furniture::Foot, middle, FOOT, &digest);
    }

    fn digest(&self, meta: &Meta) -> Line {
        let code = Style { line: CAPTION.line, ..MONO }.in_colour(INK_2);
        let spans = [Span::new(&format!("{} ", meta.digest_label), CAPTION), Span::new(&meta.digest_short(), code)];
        wrap(self.faces, &spans, mm(70.0)).into_iter().next().unwrap_or_default()
    }

    fn strip(&mut self, page: usize, word: &str) {
        let frame = Frame { fill: None, border: Some(Stroke::solid(INK, 1.0)), radius: mm(1.0) };
        self.frame(page, MARK, frame);
        if self.language.starts_with("zh") {
            let style = Style { cut: Cut::Strong, size: 12.0, line: 12.0, colour: INK };
            self.stacked(page, MARK, word, style, 3.0);
        } else {
            let style = Style { cut: Cut::Strong, size: 10.0, line: 10.0, colour: INK };
            self.upward(page, MARK, word, style, 2.5);
        }
    }
}
