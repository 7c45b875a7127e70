//! What is read from top to bottom: headings, paragraphs, steps with commands, keys with values, callouts, and the two
//! boxes that set the article beside today's document.

use super::{
    canvas::{Area, Frame, Stroke},
    flow::{Flow, Surround},
    lines::{Span, Target, wrap},
    pill,
    style::{CAPTION, CODE_FILL, H2, H3, INK, INK_2, LINK, MONO, ROW_RULE, RULE, Style, mm},
    tags::Tag,
};
use crate::report::{Callout, Comparison, KeyValue, Link, Look, Step, Text};

/// Name of the place that a link leads to.
pub(crate) fn place_of(link: &Link) -> Option<String> {
    match link {
        Link::Item(id) => Some(format!("item-{id}")),
        Link::Part(part) => Some(part.anchor()),
        Link::Evidence(number) => Some(format!("evidence-{number}")),
        Link::Web(_) => None,
    }
}

/// A box of hair lines.
pub(crate) const CARD: Surround = Surround {
    frame: Frame { fill: None, border: Some(Stroke::solid(RULE, 0.5)), radius: mm(1.5) },
    bar: None,
    pad_x: mm(4.0),
    pad_y: mm(3.0),
};

const CODE: Surround = Surround {
    frame: Frame { fill: Some(CODE_FILL), border: Some(Stroke::solid(RULE, 0.5)), radius: mm(1.0) },
    bar: None,
    pad_x: mm(2.5),
    pad_y: mm(1.0),
};

const SIDE_BAR: Surround = Surround {
    frame: Frame { fill: None, border: None, radius: 0.0 },
    bar: Some(Stroke::solid(INK, 2.0)),
    pad_x: mm(4.0),
    pad_y: mm(1.0),
};

impl Flow<'_> {
    /// Where a link leads, when that place exists.
    pub(crate) fn target(&self, link: &Link) -> Option<Target> {
        match (link, place_of(link)) {
            (Link::Web(address), _) => Some(Target::Address(address.clone())),
            // The first pass knows no place yet, and believes every link.
            (_, Some(place)) if self.known.pages == 0 || self.known.places.contains_key(&place) => {
                Some(Target::Place(place))
            }
            _ => None,
        }
    }

    /// Text as spans in a style. Links take the colour of links unless they are `quiet`, as in tables.
    pub(crate) fn spans(&self, text: &Text, style: Style, quiet: bool) -> Vec<Span> {
        (text.runs.iter())
            .map(|run| {
                let look = match run.look {
                    Look::Plain => style,
                    Look::Strong => style.strong(),
                    Look::Code => style.mono(),
                };
                match run.link.as_ref().and_then(|link| self.target(link)) {
                    Some(target) if quiet => Span::link(&run.text, look, target),
                    Some(target) => Span::link(&run.text, look.in_colour(LINK), target),
                    None => Span::new(&run.text, look),
                }
            })
            .collect()
    }

    /// A heading within a part, on the page of what follows it, which needs so much height to begin. Level 1 is the title
    /// of the part.
    pub(crate) fn block_heading(&mut self, level: u8, words: &str, within_item: bool, follows: f32) {
        let (style, before) = match level {
            0 | 1 => (super::style::H1, 0.0),
            2 => (H2, mm(6.0)),
            _ => (H3, mm(3.0)),
        };
        let tag = match (level, within_item) {
            (0 | 1, _) => Tag::H1,
            (2, false) => Tag::H2,
            _ => Tag::H3,
        };
        self.space(before);
        self.heading(tag, &[Span::new(words, style)], follows);
        self.y += mm(if level <= 1 { 1.0 } else { 2.0 });
    }

    /// A paragraph of running text.
    pub(crate) fn prose(&mut self, text: &Text) {
        if text.is_empty() {
            return;
        }
        let spans = self.spans(text, self.running.body, false);
        self.paragraph(&spans);
        self.y += mm(2.0);
    }

    /// Numbered steps, each with its command and its link.
    pub(crate) fn steps(&mut self, steps: &[Step]) {
        for (index, step) in steps.iter().enumerate() {
            let number = format!("{}.", index + 1);
            self.together(|flow| flow.step(&number, step));
        }
    }

    fn step(&mut self, number: &str, step: &Step) {
        let body = self.running.body;
        self.need(body.line);
        let node = self.element(Tag::Paragraph);
        let label = wrap(self.canvas.faces, &[Span::new(number, body.strong())], mm(7.0));
        let (page, x, y) = (self.page, self.left, self.y);
        for line in label.iter().take(1) {
            self.canvas.text(page, node, x, y, line);
        }
        self.within(self.left + mm(7.0), self.right, |flow| {
            let spans = flow.spans(&step.text, body, false);
            let lines = flow.wrap(&spans);
            flow.set(node, &lines);
            if let Some(code) = &step.code {
                flow.y += mm(1.0);
                flow.code(code);
            }
            if let Some(address) = &step.link {
                flow.y += mm(0.5);
                let target = Target::Address(address.clone());
                flow.paragraph(&[Span::link(address, CAPTION.in_colour(LINK), target)]);
            }
        });
        self.y = self.y.max(y + if self.page == page { body.line } else { 0.0 });
        self.y += mm(2.0);
    }

    /// A command to copy; long lines are wrapped, never cut.
    pub(crate) fn code(&mut self, code: &str) {
        self.boxed(CODE, |flow| flow.paragraph(&[Span::new(code.trim_end(), MONO)]));
    }

    /// Keys with values, one below the other with rules between them.
    pub(crate) fn key_values(&mut self, rows: &[KeyValue], key: f32, style: Style) {
        for row in rows {
            self.key_value(row, key, style, true);
        }
    }

    /// A key with its value.
    pub(crate) fn key_value(&mut self, row: &KeyValue, key: f32, style: Style, ruled: bool) {
        let pad = if ruled { mm(1.5) } else { 0.0 };
        let spans = self.spans(&row.value, style, false);
        let faces = self.canvas.faces;
        let keys = wrap(faces, &[Span::new(&row.key, style.in_colour(INK_2))], key - mm(2.0));
        let tall = keys.iter().map(|line| line.height).sum::<f32>().max(style.line);
        self.need(tall.max(style.line) + 2.0 * pad);
        let node = self.element(Tag::Paragraph);
        self.y += pad;
        let (page, top, x) = (self.page, self.y, self.left);
        let mut y = top;
        for line in &keys {
            self.canvas.text(page, node, x, y, line);
            y += line.height;
        }
        self.within(self.left + key, self.right, |flow| {
            let lines = flow.wrap(&spans);
            flow.set(node, &lines);
        });
        if self.page == page {
            self.y = self.y.max(top + tall);
        }
        self.y += pad;
        if ruled {
            self.rule(Stroke::solid(ROW_RULE, 0.5));
        }
    }

    /// An answer, an exception or a remark, with a bar at its side.
    pub(crate) fn callout(&mut self, callout: &Callout) {
        self.space(mm(3.0));
        self.need(mm(20.0));
        self.boxed(SIDE_BAR, |flow| {
            let body = flow.running.body;
            if !callout.title.is_empty() {
                flow.heading(Tag::Paragraph, &[Span::new(&callout.title, H3)], mm(8.0));
                flow.y += mm(1.0);
            }
            for row in &callout.rows {
                flow.key_value(row, mm(32.0), flow.running.cell, false);
            }
            for (index, text) in callout.text.iter().filter(|text| !text.is_empty()).enumerate() {
                flow.y += mm(if index == 0 && callout.rows.is_empty() { 0.0 } else { 1.0 });
                let spans = flow.spans(text, body, false);
                flow.paragraph(&spans);
            }
            if let Some((label, mark, seen)) = &callout.original {
                flow.y += mm(2.0);
                flow.need(pill::HEIGHT);
                let caption = wrap(flow.canvas.faces, &[Span::new(label, CAPTION)], flow.width() / 2.0);
                let node = flow.element(Tag::Paragraph);
                let mut x = flow.left;
                for line in caption.iter().take(1) {
                    let y = flow.y + (pill::HEIGHT - line.height) / 2.0;
                    flow.canvas.text(flow.page, node, x, y, line);
                    x += line.width + mm(2.0);
                }
                pill::draw(&mut flow.canvas, flow.page, node, (x, flow.y), mark);
                flow.y += pill::HEIGHT + mm(1.0);
                let spans = flow.spans(seen, flow.running.cell, false);
                flow.paragraph(&spans);
            }
        });
        self.y += mm(3.0);
    }

    /// The article beside today's document. One above the other when they are long.
    pub(crate) fn comparison(&mut self, comparison: &Comparison) {
        self.space(mm(3.0));
        let article = |flow: &mut Flow<'_>| {
            flow.paragraph(&[Span::new(&comparison.article_title, CAPTION)]);
            let spans = flow.spans(&comparison.article, flow.running.body, false);
            flow.paragraph(&spans);
        };
        let today = |flow: &mut Flow<'_>| {
            flow.paragraph(&[Span::new(&comparison.today_title, CAPTION)]);
            let spans = flow.spans(&comparison.today, flow.running.body, false);
            flow.paragraph(&spans);
            for document in &comparison.documents {
                flow.y += mm(0.5);
                let spans = flow.spans(document, CAPTION, false);
                flow.paragraph(&spans);
            }
        };
        self.side_by_side(CARD, mm(6.0), article, today);
        self.y += mm(3.0);
    }

    /// Two boxes of the same height, side by side; one above the other when they would fill more than half a page.
    pub(crate) fn side_by_side(
        &mut self,
        look: Surround,
        gap: f32,
        first: impl Fn(&mut Flow<'_>),
        second: impl Fn(&mut Flow<'_>),
    ) {
        let (left, right) = (self.left, self.right);
        let width = (right - left - gap) / 2.0;
        let heights = [(left, left + width), (right - width, right)].map(|(left, right)| {
            move |flow: &mut Flow<'_>, content: &dyn Fn(&mut Flow<'_>)| {
                flow.within(left + look.pad_x, right - look.pad_x, |flow| flow.measure(|trial| content(trial)))
            }
        });
        let tall = heights[0](self, &first).max(heights[1](self, &second)) + 2.0 * look.pad_y;
        if tall > mm(120.0) {
            self.boxed(look, |flow| first(flow));
            self.y += gap / 2.0;
            self.boxed(look, |flow| second(flow));
            return;
        }
        self.need(tall);
        let top = self.y;
        for (x, content) in [(left, &first as &dyn Fn(&mut Flow<'_>)), (right - width, &second)] {
            self.canvas.frame(self.page, Area::new(x, top, width, tall), look.frame);
            self.y = top + look.pad_y;
            self.within(x + look.pad_x, x + width - look.pad_x, |flow| content(flow));
        }
        self.y = top + tall;
    }
}
