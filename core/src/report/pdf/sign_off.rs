//! The sign-off: the conclusion beside the digest that signatures are bound to, and the two boxes for signatures. A box
//! can be signed with a pen or digitally: the form field has exactly its rectangle.

use super::{
    canvas::{Area, Field, Frame, Stroke},
    flow::Flow,
    grid::height,
    icons::tone,
    lines::{Line, Span, single, wrap},
    pill,
    style::{CAPTION, CONCLUSION_SMALL, DIGEST, H3, INK, INK_2, RULE, Style, mm},
    tags::{Kid, Node, Tag},
};
use crate::{
    assessment::Status,
    report::{Mark, SignatureBox, SignatureState, Stand, sign::field_of},
};

const ICON: f32 = mm(12.0);
const BOX_WIDTH: f32 = mm(80.0);
const BOX_HEIGHT: f32 = mm(48.0);
const PAD: f32 = mm(4.0);

impl Flow<'_> {
    /// Draws the conclusion beside the digest.
    pub(crate) fn stand(&mut self, stand: &Stand) {
        let tone = tone(stand.tone);
        let faces = self.canvas.faces;
        let (left, middle) = (self.left + PAD, self.left + mm(72.0));
        let words = middle - left - ICON - mm(8.0);
        let mut column = wrap(faces, &[Span::new(&stand.conclusion_word, CONCLUSION_SMALL.in_colour(tone.fg))], words);
        column.extend(wrap(faces, &[Span::new(&stand.sentence, CAPTION.in_colour(INK))], words));
        let digest_width = self.right - PAD - middle;
        let mut digest = wrap(faces, &[Span::new(&stand.digest_label, CAPTION)], digest_width);
        for half in halves(&stand.digest) {
            digest.extend(wrap(faces, &[Span::new(&half, DIGEST)], digest_width));
        }
        let inner = height(&column).max(height(&digest)).max(ICON);
        let tall = inner + 2.0 * PAD;
        self.space(mm(4.0));
        self.need(tall);
        let (page, top) = (self.page, self.y);
        let frame = Frame { fill: None, border: Some(Stroke::solid(RULE, 0.5)), radius: mm(1.5) };
        self.canvas.frame(page, Area::new(self.left, top, self.width(), tall), frame);
        let icon = self.canvas.icons.status(stand.tone);
        let corner = (left, top + (tall - ICON) / 2.0);
        self.canvas.icon(page, None, &icon, corner, ICON, tone.fg);
        for (x, lines) in [(left + ICON + mm(4.0), column), (middle, digest)] {
            let node = self.element(Tag::Paragraph);
            let mut y = top + (tall - height(&lines)) / 2.0;
            for line in &lines {
                self.canvas.text(page, node, x, y, line);
                y += line.height;
            }
        }
        self.y = top + tall + mm(6.0);
    }

    /// Draws the boxes for signatures, two in a row.
    pub(crate) fn signatures(&mut self, boxes: &[SignatureBox]) {
        for pair in boxes.chunks(2) {
            let (left, right) = (self.left, self.right);
            let sides = [(left, left + BOX_WIDTH), (right - BOX_WIDTH, right)];
            let tall = (pair.iter().zip(sides))
                .map(|(one, (from, to))| self.measure(|flow| flow.within(from, to, |flow| flow.signature_rows(one))))
                .fold(0.0, f32::max);
            self.need(pill::HEIGHT + mm(2.0) + BOX_HEIGHT + tall.min(mm(120.0)));
            let (page, top) = (self.page, self.y);
            let mut end = top;
            for (one, (from, to)) in pair.iter().zip(sides) {
                self.y = top;
                // Long rows may have gone on to a new page; the second box still stands beside the first.
                self.page = page;
                self.within(from, to, |flow| flow.signature(one));
                end = if self.page == page { self.y.max(end) } else { self.y };
            }
            self.y = end + mm(6.0);
        }
    }

    fn signature(&mut self, one: &SignatureBox) {
        let status = match one.state {
            SignatureState::Signed => Status::Pass,
            SignatureState::NotSigned => Status::NotRun,
            SignatureState::Stale => Status::Warn,
        };
        let state = Mark { status, word: one.state_word.clone() };
        // A box that is going to be signed says nothing of its state: that is for the signature.
        let width = if state.word.is_empty() { 0.0 } else { pill::width(&self.canvas, &state) };
        let node = self.element(Tag::Paragraph);
        let caption = single(self.canvas.faces, &one.caption, H3, self.width() - width - mm(2.0));
        let (page, left, top) = (self.page, self.left, self.y);
        self.canvas.text(page, node, left, top + (pill::HEIGHT - caption.height) / 2.0, &caption);
        let corner = (self.right - width, top);
        if !state.word.is_empty() {
            pill::draw(&mut self.canvas, page, node, corner, &state);
        }
        self.y += pill::HEIGHT + mm(1.5);
        let area = Area::new(left, self.y, self.width(), BOX_HEIGHT);
        match &one.signature {
            Some(signature) => {
                let frame = Frame { fill: None, border: Some(Stroke::solid(INK, 1.0)), radius: mm(1.5) };
                let inner = Area::new(area.x + 0.5, area.y + 0.5, area.width - 1.0, area.height - 1.0);
                self.canvas.frame(page, inner, frame);
                let name = Style { size: 13.0, line: 18.0, ..H3 };
                let lines = [
                    (&signature.caption, CAPTION),
                    (&signature.who, name),
                    (&signature.when, CAPTION.in_colour(INK)),
                    (&signature.digest, CAPTION.in_colour(INK)),
                ];
                let node = self.element(Tag::Paragraph);
                self.inside(node, area, &lines);
            }
            None => self.unsigned(one, area),
        }
        self.field(one, area);
        self.y = area.y + BOX_HEIGHT + mm(1.0);
        self.signature_rows(one);
    }

    /// An empty box: dashes and a line to write on.
    fn unsigned(&mut self, one: &SignatureBox, area: Area) {
        let page = self.page;
        let frame = Frame { fill: None, border: Some(Stroke::dashed(INK_2, 1.0)), radius: mm(1.5) };
        // The border lies inside of the field, so that a signature covers it.
        let inner = Area::new(area.x + 0.5, area.y + 0.5, area.width - 1.0, area.height - 1.0);
        self.canvas.frame(page, inner, frame);
        let node = self.element(Tag::Paragraph);
        self.inside(node, area, &[(&one.field_caption, CAPTION)]);
        let y = area.y + area.height - mm(15.0);
        let (from, to) = (area.x + PAD, area.x + area.width - PAD);
        self.canvas.stroke(page, (from, y), (to, y), Stroke::solid(INK, 0.75));
        let caption = wrap(self.canvas.faces, &[Span::new(&one.line_caption, CAPTION)], to - from);
        let mut at = y + mm(1.0);
        for line in fitting(&caption, mm(13.0)) {
            self.canvas.text(page, node, from, at, line);
            at += line.height;
        }
    }

    /// The form field, also over a sign-off that was only typed in: a digital signature can be added to it.
    fn field(&mut self, one: &SignatureBox, area: Area) {
        let form = self.element(Tag::Form);
        self.canvas.tags.hold(form, Kid::Field(self.canvas.fields.len()));
        let words = if one.field_caption.is_empty() { &one.caption } else { &one.field_caption };
        let name = field_of(one.role).to_owned();
        self.canvas.fields.push(Field { name, words: words.clone(), page: self.page, area });
    }

    /// Sets short texts inside of a box from its top, as many lines as fit.
    fn inside(&mut self, node: Node, area: Area, texts: &[(&String, Style)]) {
        let faces = self.canvas.faces;
        let lines: Vec<Line> = (texts.iter())
            .flat_map(|(words, style)| wrap(faces, &[Span::new(words, *style)], area.width - 2.0 * PAD))
            .collect();
        let mut y = area.y + mm(3.0);
        for line in fitting(&lines, area.height - mm(5.0)) {
            self.canvas.text(self.page, node, area.x + PAD, y, line);
            y += line.height;
        }
    }

    fn signature_rows(&mut self, one: &SignatureBox) {
        self.key_values(&one.rows, mm(24.0), self.running.cell);
    }
}

/// The lines that fit into a height.
fn fitting(lines: &[Line], room: f32) -> &[Line] {
    let mut used = 0.0;
    let count = lines.iter().take_while(|line| {
        used += line.height;
        used <= room
    });
    &lines[..count.count()]
}

/// A digest in two lines of eight groups.
fn halves(digest: &str) -> Vec<String> {
    let groups: Vec<&str> = digest.split_whitespace().collect();
    groups.chunks(8).map(|half| half.join(" ")).collect()
}
