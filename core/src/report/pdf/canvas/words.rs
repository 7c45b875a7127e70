//! Text on the canvas: lines that are already broken are placed, marked by language, and made into links.

use printpdf::{FontId, Op, PdfFontHandle, Pt, TextItem, TextMatrix};

use super::{Area, Canvas, Furniture, LinkArea, path, rounded};
use crate::report::pdf::{
    lines::{Line, Run, Target},
    style::{PAGE_HEIGHT, Style},
    tags::{Kid, Node, Tag},
};

/// The part of an em that is above the baseline, in the face of the hanzi.
const ABOVE: f32 = 0.88;

impl Canvas<'_> {
    /// Draws a line as a part of an element. `top` is the top of the line, not of its letters.
    pub(crate) fn text(&mut self, page: usize, node: Node, x: f32, top: f32, line: &Line) {
        let base = baseline(top, line);
        for runs in line
            .runs
            .chunk_by(|a, b| a.hanzi == b.hanzi && a.target == b.target && a.actual.is_none() && b.actual.is_none())
        {
            let first = &runs[0];
            let holder = match &first.target {
                Some(target) => self.link(page, node, target, area(runs, x, top, line)),
                None => node,
            };
            let language = match (first.hanzi, self.language.starts_with("zh")) {
                (true, false) => Some("zh-CN"),
                (false, true) if has_words(runs) => Some("en"),
                _ => None,
            };
            let ops = show(runs, x, base);
            self.mark(page, holder, language, first.actual.as_deref(), ops);
            if let Some(Kid::Link { index, .. }) = self.tags.all()[holder.index()].kids.first().copied() {
                self.pages[page].links[index].words.push_str(&words(runs));
            }
        }
        self.note(page, x, top, line);
    }

    /// Draws a line that belongs to no element.
    pub(crate) fn furniture(&mut self, page: usize, kind: Furniture, x: f32, top: f32, line: &Line) {
        if line.runs.is_empty() {
            return;
        }
        let ops = show(&line.runs, x, baseline(top, line));
        self.artifact(page, kind, ops);
        self.note(page, x, top, line);
    }

    /// Draws a word that reads from bottom to top, centred in an area, with space between its letters.
    pub(crate) fn upward(&mut self, page: usize, area: Area, word: &str, style: Style, tracking: f32) {
        let glyphs: Vec<_> = word.chars().map(|c| self.faces.glyph(style.cut, c)).collect();
        let Some(first) = glyphs.first() else { return };
        let length = glyphs.iter().map(|g| g.width * style.size + tracking).sum::<f32>() - tracking;
        // Capitals are 0.73 of the size high; the middle of the capitals is in the middle of the box.
        let x = area.x + area.width / 2.0 + 0.73 * style.size / 2.0;
        let y = PAGE_HEIGHT - (area.y + area.height / 2.0 + length / 2.0);
        let ops = [
            Op::SaveGraphicsState,
            Op::StartTextSection,
            Op::SetFillColor { col: path::colour(style.colour) },
            Op::SetFont { font: font(first.face.tag()), size: Pt(style.size) },
            Op::SetCharacterSpacing { multiplier: tracking },
            Op::SetTextMatrix { matrix: TextMatrix::Raw([0.0, 1.0, -1.0, 0.0, rounded(x), rounded(y)]) },
            Op::ShowText { items: vec![TextItem::Text(glyphs.iter().map(|g| g.shown).collect())] },
            Op::EndTextSection,
            Op::RestoreGraphicsState,
        ];
        self.artifact(page, Furniture::Repeated, ops);
    }

    /// Draws a word with its characters upright, one below the other, centred in an area.
    pub(crate) fn stacked(&mut self, page: usize, area: Area, word: &str, style: Style, gap: f32) {
        let glyphs: Vec<_> = word.chars().map(|c| self.faces.glyph(style.cut, c)).collect();
        let count = glyphs.len() as f32;
        let mut top = area.y + (area.height - count * style.size - (count - 1.0) * gap) / 2.0;
        for glyph in glyphs {
            let x = area.x + (area.width - glyph.width * style.size) / 2.0;
            let ops = [
                Op::StartTextSection,
                Op::SetFillColor { col: path::colour(style.colour) },
                Op::SetFont { font: font(glyph.face.tag()), size: Pt(style.size) },
                Op::SetTextCursor { pos: path::point(x, top + ABOVE * style.size) },
                Op::ShowText { items: vec![TextItem::Text(glyph.shown.to_string())] },
                Op::EndTextSection,
            ];
            self.artifact(page, Furniture::Repeated, ops);
            top += style.size + gap;
        }
    }

    /// A new link element with its annotation.
    fn link(&mut self, page: usize, parent: Node, target: &Target, area: Area) -> Node {
        let node = self.tags.add(parent, Tag::Link);
        let links = &mut self.pages[page].links;
        links.push(LinkArea { area, target: target.clone(), words: String::new() });
        let index = links.len() - 1;
        self.tags.hold(node, Kid::Link { page, index });
        node
    }

    fn note(&mut self, page: usize, x: f32, top: f32, line: &Line) {
        self.pages[page].texts.push(Area::new(x, top, line.width, line.height));
    }
}

fn baseline(top: f32, line: &Line) -> f32 {
    top + (line.height - line.size) / 2.0 + ABOVE * line.size
}

fn area(runs: &[Run], x: f32, top: f32, line: &Line) -> Area {
    let width = runs.iter().map(|run| run.width).sum();
    Area::new(x + runs[0].x, top, width, line.height)
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.actual.as_deref().unwrap_or(&run.shown)).collect()
}

/// False for digits and marks, which belong to any language.
fn has_words(runs: &[Run]) -> bool {
    runs.iter().any(|run| run.shown.chars().any(char::is_alphabetic))
}

fn font(tag: &str) -> PdfFontHandle {
    PdfFontHandle::External(FontId(tag.to_owned()))
}

/// Shows runs that follow each other, so that one place is enough for all of them.
fn show(runs: &[Run], x: f32, base: f32) -> Vec<Op> {
    let mut ops = vec![Op::StartTextSection, Op::SetTextCursor { pos: path::point(x + runs[0].x, base) }];
    let mut colour = None;
    for run in runs {
        if colour != Some(run.style.colour) {
            ops.push(Op::SetFillColor { col: path::colour(run.style.colour) });
            colour = Some(run.style.colour);
        }
        ops.push(Op::SetFont { font: font(run.face.tag()), size: Pt(run.style.size) });
        ops.push(Op::ShowText { items: vec![TextItem::Text(run.shown.clone())] });
    }
    ops.push(Op::EndTextSection);
    ops
}
