//! The cover: whose assessment it is, the conclusion in a box of its colours, why, and what the assessment is about.

use super::{
    canvas::{Area, Frame, Stroke},
    flow::{Flow, Surround},
    grid::height,
    icons::tone,
    layout::LEAST,
    lines::{Line, Span, single, wrap},
    prose::CARD,
    style::{BOTTOM, CAPTION, CONCLUSION, INK, KICKER, LEAD, NAME, ORGANISATION, mm},
    table::DOTS,
    tags::Tag,
};
use crate::report::{Cover, CoverSignature, KeyValue};

const ICON: f32 = mm(18.0);
const GAP: f32 = mm(6.0);
/// The place of the logo.
const LOGO_WIDTH: f32 = mm(60.0);
const LOGO_HEIGHT: f32 = mm(13.0);

/// Space between the parts of the cover.
#[derive(Clone, Copy)]
struct Air {
    /// From the top of the page to the name.
    top: f32,
    /// Below the name.
    large: f32,
    /// Between the other parts, beside the space that a heading has.
    small: f32,
}

const AIRY: Air = Air { top: mm(52.0), large: mm(12.0), small: mm(3.0) };
const CLOSE: Air = Air { top: mm(42.0), large: mm(6.0), small: 0.0 };

impl Flow<'_> {
    /// Draws the cover.
    pub(crate) fn cover(&mut self, cover: &Cover) {
        let least = self.letterhead(cover) + mm(4.0);
        // First the air gives way and then the reasons, so that the cover stays one page. Where a reason is cut, the page
        // that it leads to says all of it.
        let ways = [(AIRY, usize::MAX), (AIRY, 4), (AIRY, 3), (CLOSE, 3), (CLOSE, 2), (CLOSE, 1)];
        let fits = |(air, most): &(Air, usize)| {
            air.top.max(least) + self.measure(|flow| flow.cover_body(cover, *air, *most)) <= BOTTOM
        };
        let (air, most) = ways.into_iter().find(fits).unwrap_or((CLOSE, 1));
        self.y = air.top.max(least);
        self.cover_body(cover, air, most);
    }

    fn cover_body(&mut self, cover: &Cover, air: Air, most: usize) {
        self.paragraph(&[Span::new(&cover.kicker, KICKER)]);
        self.y += mm(1.0);
        let lines = self.two_lines(&cover.organisation);
        let node = self.element(Tag::H1);
        self.set(node, &lines);
        for line in &cover.customer {
            self.paragraph(&[Span::new(line, CAPTION)]);
        }
        self.y += air.large;
        self.conclusion(cover);
        self.y += air.small;
        if !cover.why.rows.is_empty() {
            self.block_heading(2, &cover.why_title, false, LEAST);
            self.limited_table(&cover.why, most, DOTS);
        }
        self.y += air.small;
        self.about(cover);
        self.signatures_given(&cover.signatures, air);
    }

    /// Logo and name of the consultant on the left; state, date and how to reach them on the right. Returns where it ends.
    fn letterhead(&mut self, cover: &Cover) -> f32 {
        let (top, tall) = (mm(18.0), mm(11.0));
        let faces = self.canvas.faces;
        let state = if cover.state.is_empty() { String::new() } else { format!("{}, ", cover.state) };
        let state = if self.canvas.language.starts_with("zh") { state.replace(", ", "，") } else { state };
        let words = [Span::new(&state, CAPTION.strong().in_colour(INK)), Span::new(&cover.date, CAPTION)];
        let half = self.width() / 2.0;
        let name = single(faces, &cover.assessor, NAME, half - GAP);
        let node = self.element(Tag::Paragraph);
        let (page, left) = (self.page, self.left);
        // A name alone stands in the middle of its row, and below a logo.
        let below = self.logo(cover, top);
        let y = below.map_or(top + (tall - name.height) / 2.0, |bottom| bottom + mm(1.0));
        self.canvas.text(page, node, left, y, &name);
        let end = y + name.height;
        let mut right = wrap(faces, &words, half);
        let mut y = if cover.contact.is_empty() { top + (tall - height(&right)) / 2.0 } else { top };
        right.extend(cover.contact.iter().flat_map(|line| wrap(faces, &[Span::new(line, CAPTION)], half)));
        let node = self.element(Tag::Paragraph);
        for line in &right {
            let x = self.right - line.width;
            self.canvas.text(page, node, x, y, line);
            y += line.height;
        }
        end.max(y)
    }

    /// Draws the logo and returns where it ends.
    fn logo(&mut self, cover: &Cover, top: f32) -> Option<f32> {
        let logo = cover.logo.as_ref()?;
        let image = self.canvas.images.get(&logo.sha256)?;
        let (width, height) = (image.width as f32, image.height as f32);
        let scale = (LOGO_WIDTH / width).min(LOGO_HEIGHT / height);
        let area = Area::new(self.left, top, width * scale, height * scale);
        let holder = self.holder;
        self.canvas.image(self.page, holder, &logo.caption, area, &logo.sha256);
        Some(top + area.height)
    }

    /// A name in at most two large lines; a longer one is set smaller, and at last cut.
    fn two_lines(&self, name: &str) -> Vec<Line> {
        for size in [ORGANISATION.size, 22.0, 18.0] {
            let style = super::style::Style { size, line: size * 9.0 / 7.0, ..ORGANISATION };
            let lines = self.wrap(&[Span::new(name, style)]);
            if lines.len() <= 2 {
                return lines;
            }
        }
        let style = super::style::Style { size: 18.0, line: 23.0, ..ORGANISATION };
        let mut lines = self.wrap(&[Span::new(name, style)]);
        let first: usize = lines[0].runs.iter().map(|run| run.shown.chars().count()).sum();
        let rest: String = super::faces::clean(name).chars().skip(first).collect();
        lines.truncate(1);
        lines.push(single(self.canvas.faces, &rest, style, self.width()));
        lines
    }

    fn conclusion(&mut self, cover: &Cover) {
        let tone = tone(cover.tone);
        let (pad_x, pad_y) = (mm(7.0), mm(6.0));
        let text_left = self.left + pad_x + ICON + GAP;
        let width = self.right - pad_x - text_left;
        let faces = self.canvas.faces;
        let word = wrap(faces, &[Span::new(&cover.conclusion_word, CONCLUSION.in_colour(tone.fg))], width);
        let sentence = wrap(faces, &[Span::new(&cover.sentence, LEAD)], width);
        let text = height(&word) + height(&sentence);
        let tall = (text.max(ICON) + 2.0 * pad_y).max(mm(28.0));
        let (page, top) = (self.page, self.y);
        let frame = Frame { fill: Some(tone.soft), border: Some(Stroke::solid(tone.fg, 1.25)), radius: mm(2.5) };
        self.canvas.frame(page, Area::new(self.left, top, self.width(), tall), frame);
        let icon = self.canvas.icons.status(cover.tone);
        let corner = (self.left + pad_x, top + (tall - ICON) / 2.0);
        self.canvas.icon(page, None, &icon, corner, ICON, tone.fg);
        let mut y = top + (tall - text) / 2.0;
        for lines in [&word, &sentence] {
            let node = self.element(Tag::Paragraph);
            for line in lines {
                self.canvas.text(page, node, text_left, y, line);
                y += line.height;
            }
        }
        self.y = top + tall;
    }

    /// Two tables side by side: what is assessed, and by what it was seen.
    fn about(&mut self, cover: &Cover) {
        if cover.about.is_empty() && cover.about_data.is_empty() {
            return;
        }
        let (key, column) = (mm(25.0), mm(81.0));
        let (left, right) = (self.left, self.right);
        let sides = [(left, left + column, &cover.about), (right - column, right, &cover.about_data)];
        let cell = self.running.cell;
        let tall = (sides.iter())
            .map(|(from, to, rows)| {
                self.measure(|flow| flow.within(*from, *to, |flow| flow.key_values(rows, key, cell)))
            })
            .fold(0.0, f32::max);
        // The heading stays with its tables; it is 6 + 5.7 + 2 high with its space.
        if tall <= mm(200.0) {
            self.need(tall + mm(13.7));
        }
        self.block_heading(2, &cover.about_title, false, LEAST);
        if tall > mm(200.0) {
            // Names as long as pages: one below the other, over as many pages as it takes.
            let all: Vec<KeyValue> = cover.about.iter().chain(&cover.about_data).cloned().collect();
            self.key_values(&all, key, cell);
            return;
        }
        let top = self.y;
        for (from, to, rows) in sides {
            self.y = top;
            self.within(from, to, |flow| flow.key_values(rows, key, cell));
        }
        self.y = top + tall;
    }

    /// Who signed and when.
    fn signatures_given(&mut self, signatures: &[CoverSignature], air: Air) {
        if signatures.is_empty() {
            return;
        }
        self.y += air.small + mm(6.0);
        let bold = self.running.cell.strong();
        let one = |flow: &mut Flow<'_>, index: usize| {
            if let Some(signature) = signatures.get(index) {
                flow.paragraph(&[Span::new(&signature.caption, CAPTION)]);
                flow.paragraph(&[Span::new(&signature.text, bold)]);
            }
        };
        let top = self.y;
        let (left, right) = (self.left, self.right);
        let middle = left + (right - left) / 2.0;
        let look = Surround { pad_x: 0.0, pad_y: 0.0, ..CARD };
        let sides = [(left + CARD.pad_x, middle - mm(2.0)), (middle + mm(2.0), right - CARD.pad_x)];
        let heights = [0, 1].map(|index| {
            let (from, to) = sides[index];
            self.measure(|flow| flow.within(from, to, |flow| one(flow, index)))
        });
        let tall = heights[0].max(heights[1]) + 2.0 * CARD.pad_y;
        self.need(tall);
        let top = if self.at_top() { self.y } else { top };
        self.canvas.frame(self.page, Area::new(left, top, right - left, tall), look.frame);
        for (index, (from, to)) in sides.into_iter().enumerate() {
            self.y = top + CARD.pad_y;
            self.within(from, to, |flow| one(flow, index));
        }
        self.y = top + tall;
    }
}
