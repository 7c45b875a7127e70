//! The list of contents: parts and items with their pages, the same entries as the bookmarks.

use super::{
    flow::Flow,
    lines::{Span, single},
    prose::place_of,
    style::{H1, LINK, Style, mm},
    tags::Tag,
};
use crate::report::Report;

/// A report with more pages than this has a list of contents.
pub(crate) const PAGES_WITHOUT: usize = 8;

impl Flow<'_> {
    /// Draws the list on pages of its own.
    pub(crate) fn list_of_contents(&mut self, report: &Report) {
        let title = &report.meta.contents_title;
        self.start_part(title);
        self.heading(Tag::H1, &[Span::new(title, H1)], mm(20.0));
        self.y += mm(3.0);
        let style = Style { line: 16.0, ..self.running.body };
        for entry in report.contents() {
            let Some(place) = place_of(&entry.link) else { continue };
            let first = entry.level <= 1;
            let text = if first { style.strong() } else { style };
            self.space(if first { mm(2.0) } else { 0.0 });
            self.need(text.line * if first { 2.0 } else { 1.0 });
            let indent = if first { 0.0 } else { mm(6.0) };
            let number = self.page_of(&place).map(|page| page.to_string()).unwrap_or_default();
            let node = self.element(Tag::Paragraph);
            let (page, y) = (self.page, self.y);
            let line = single(self.canvas.faces, &entry.title, text, self.width() - indent - mm(15.0));
            let x = self.left + indent;
            self.canvas.text(page, node, x, y, &line);
            if let Some(target) = self.target(&entry.link) {
                let spans = [Span::link(&number, style.in_colour(LINK), target)];
                for line in self.wrap(&spans).iter().take(1) {
                    let x = self.right - line.width;
                    self.canvas.text(page, node, x, y, line);
                }
            }
            self.y += text.line;
        }
    }
}
