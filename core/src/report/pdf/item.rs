//! An item: its head with the verdict, and everything said about it. Items of which little is to be said follow each
//! other closely; the others begin on a new page unless more than half of it is free.

use super::{
    canvas::{Area, Frame, Stroke},
    flow::Flow,
    grid::height,
    layout::Within,
    lines::{Span, wrap},
    pill,
    style::{BOTTOM, CAPTION, H1, H2, INK_2, RULE, TOP, mm},
    tags::Tag,
};
use crate::report::{Item, ItemHead, Meta};

/// Space between two short items, with a rule in its middle.
const BETWEEN: f32 = mm(8.0);

impl Flow<'_> {
    /// Draws an item.
    pub(crate) fn item(&mut self, item: &Item, meta: &Meta) {
        if item.compact {
            let tall = self.measure(|flow| flow.compact(item, meta));
            if !self.at_top() && !self.below_title() && BETWEEN + tall > self.room() {
                self.next_page();
            }
            if !self.at_top() && !self.below_title() {
                self.y += BETWEEN / 2.0;
                self.rule(Stroke::solid(RULE, 0.5));
                self.y += BETWEEN / 2.0;
            }
            self.compact(item, meta);
        } else {
            if !self.at_top() && self.room() < (BOTTOM - TOP) / 2.0 {
                self.next_page();
            }
            if !self.at_top() && !self.below_title() {
                self.y += mm(12.0);
            }
            self.item_head(&item.head, false);
            self.y += mm(3.0);
            self.blocks(&item.blocks, meta, Within::Item);
        }
    }

    fn compact(&mut self, item: &Item, meta: &Meta) {
        self.item_head(&item.head, true);
        self.y += mm(1.5);
        self.blocks(&item.blocks, meta, Within::CompactItem);
    }

    fn item_head(&mut self, head: &ItemHead, compact: bool) {
        let style = if compact { H2 } else { H1 };
        let title = format!("{} {}", head.number, head.title);
        let pill_width = pill::width(&self.canvas, &head.mark);
        let lines = wrap(self.canvas.faces, &[Span::new(&title, style)], self.width() - pill_width - mm(4.0));
        let caption = if compact { 0.0 } else { CAPTION.line };
        self.need(caption + height(&lines) + mm(30.0));
        self.place(&format!("item-{}", head.id));
        if !compact && !self.below_title() {
            // Nearer to the title than to what stands above.
            self.paragraph(&[Span::new(&head.section, CAPTION)]);
        }
        let top = self.y;
        let node = self.element(Tag::H2);
        self.set(node, &lines);
        let node = self.element(Tag::Paragraph);
        let level = top + (style.line - pill::HEIGHT) / 2.0;
        let corner = (self.right - pill_width, level);
        pill::draw(&mut self.canvas, self.page, node, corner, &head.mark);
        self.y += mm(0.5);
        self.phrases(&head.meta);
    }

    /// True when only the title of the part stands above.
    fn below_title(&self) -> bool {
        !self.at_top() && self.y <= TOP + H1.line + mm(3.5)
    }

    /// Phrases in a row, with a small disc between two.
    fn phrases(&mut self, phrases: &[String]) {
        let (disc, side) = (mm(0.7), mm(1.4));
        let node = self.element(Tag::Paragraph);
        let mut x = self.left;
        let shown: Vec<&String> = phrases.iter().filter(|phrase| !phrase.trim().is_empty()).collect();
        for phrase in shown {
            let lines = self.wrap(&[Span::new(phrase, CAPTION)]);
            let Some(first) = lines.first() else { continue };
            let separated = x > self.left;
            if separated && (lines.len() > 1 || x + disc + 2.0 * side + first.width > self.right) {
                self.y += CAPTION.line;
                self.need(CAPTION.line);
                x = self.left;
            } else if separated {
                let y = self.y + (CAPTION.line - disc) / 2.0;
                let frame = Frame { fill: Some(INK_2), border: None, radius: disc / 2.0 };
                self.canvas.frame(self.page, Area::new(x + side, y, disc, disc), frame);
                x += disc + 2.0 * side;
            }
            let (last, before) = (lines.len() - 1, lines.iter().enumerate());
            for (index, line) in before {
                self.need(line.height);
                self.canvas.text(self.page, node, x, self.y, line);
                if index < last {
                    self.y += line.height;
                }
            }
            x += lines[last].width;
        }
        self.y += CAPTION.line;
    }
}
