//! The flow: content goes down the page and on to the next one. It keeps what must not be parted, remembers on which
//! page every place is, and closes and opens the boxes that a page's edge cuts.

use std::{collections::BTreeMap, rc::Rc};

use super::{
    canvas::{Area, Canvas, Frame, Stroke},
    lines::{Line, Span, wrap},
    style::{BOTTOM, LEFT, RIGHT, Running, TOP, mm},
    tags::{Node, Tag},
};

/// On which page and how far down a place is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Place {
    /// The page, from 0.
    pub(crate) page: usize,
    /// Distance from the top of the page.
    pub(crate) y: f32,
}

/// What an earlier pass found out. The first pass knows nothing and leaves room.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Known {
    /// Where every place is.
    pub(crate) places: BTreeMap<String, Place>,
    /// Number of pages.
    pub(crate) pages: usize,
    /// True when the report is long enough for a list of contents.
    pub(crate) contents: bool,
}

/// A box that is open: where its part on this page begins, and how it looks.
struct Opened {
    top: f32,
    at: usize,
    area: (f32, f32),
    look: Surround,
}

/// How a box around flowing content looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Surround {
    /// Fill, border and corners.
    pub(crate) frame: Frame,
    /// A bar along the left edge instead of a border.
    pub(crate) bar: Option<Stroke>,
    /// Space left and right of the content.
    pub(crate) pad_x: f32,
    /// Space above and below the content.
    pub(crate) pad_y: f32,
}

/// Content that flows from page to page.
pub(crate) struct Flow<'a> {
    /// The pages.
    pub(crate) canvas: Canvas<'a>,
    /// Styles of running text.
    pub(crate) running: Running,
    /// What an earlier pass found out.
    pub(crate) known: Rc<Known>,
    /// Where every place is, this time.
    pub(crate) places: BTreeMap<String, Place>,
    /// The page, from 0.
    pub(crate) page: usize,
    /// How far down.
    pub(crate) y: f32,
    /// Left edge of the content.
    pub(crate) left: f32,
    /// Right edge of the content.
    pub(crate) right: f32,
    /// The element that new ones go into.
    pub(crate) holder: Node,
    bottom: f32,
    top: f32,
    opened: Vec<Opened>,
}

impl<'a> Flow<'a> {
    /// An empty flow; [`Flow::start_part`] makes the first page.
    pub(crate) fn new(canvas: Canvas<'a>, known: Rc<Known>) -> Self {
        let running = Running::of(canvas.language);
        Self {
            canvas,
            running,
            known,
            places: BTreeMap::new(),
            page: 0,
            y: TOP,
            left: LEFT,
            right: RIGHT,
            holder: Node::DOCUMENT,
            bottom: BOTTOM,
            top: TOP,
            opened: Vec::new(),
        }
    }

    /// Begins a part on a new page.
    pub(crate) fn start_part(&mut self, part: &str) {
        self.page = self.canvas.add_page(part);
        self.y = TOP;
        self.top = TOP;
    }

    /// Goes on at the top of a new page of the same part.
    pub(crate) fn next_page(&mut self) {
        for at in (0..self.opened.len()).rev() {
            self.close_segment(at);
        }
        let part = self.canvas.pages[self.page].part.clone();
        self.page = self.canvas.add_page(&part);
        self.y = TOP;
        for opened in &mut self.opened {
            opened.top = self.y;
            opened.at = 0;
            self.y += opened.look.pad_y;
        }
        self.top = self.y;
    }

    /// Width of the content.
    pub(crate) fn width(&self) -> f32 {
        self.right - self.left
    }

    /// Height that is left on this page.
    pub(crate) fn room(&self) -> f32 {
        // Boxes that are open need room for their lower edge.
        self.bottom - self.y - self.opened.iter().map(|opened| opened.look.pad_y).sum::<f32>()
    }

    /// True when nothing stands on this page yet.
    pub(crate) fn at_top(&self) -> bool {
        self.y <= self.top + 0.1
    }

    /// Goes on a new page when this much does not fit on this one.
    pub(crate) fn need(&mut self, height: f32) {
        if height > self.room() && !self.at_top() {
            self.next_page();
        }
    }

    /// Leaves space, but not at the top of a page.
    pub(crate) fn space(&mut self, height: f32) {
        if !self.at_top() {
            self.y += height;
        }
    }

    /// Remembers this place, so that links and bookmarks can lead to it.
    pub(crate) fn place(&mut self, name: &str) {
        let here = Place { page: self.page, y: self.y };
        self.places.entry(name.to_owned()).or_insert(here);
    }

    /// Number of the page of a place, from 1, as the pass before found it.
    pub(crate) fn page_of(&self, name: &str) -> Option<usize> {
        self.known.places.get(name).map(|place| place.page + 1)
    }

    /// A new element.
    pub(crate) fn element(&mut self, tag: Tag) -> Node {
        let holder = self.holder;
        self.canvas.tags.add(holder, tag)
    }

    /// Breaks spans to the width of the content.
    pub(crate) fn wrap(&self, spans: &[Span]) -> Vec<Line> {
        wrap(self.canvas.faces, spans, self.width())
    }

    /// Sets a paragraph. A page's edge parts neither its first nor its last line from the rest.
    pub(crate) fn paragraph(&mut self, spans: &[Span]) {
        let lines = self.wrap(spans);
        if !lines.is_empty() {
            let node = self.element(Tag::Paragraph);
            self.set(node, &lines);
        }
    }

    /// Sets lines as a part of an element.
    pub(crate) fn set(&mut self, node: Node, lines: &[Line]) {
        for (index, line) in lines.iter().enumerate() {
            let left = lines.len() - index;
            let together = if (index == 0 && left > 1) || left == 2 { 2.0 } else { 1.0 };
            self.need(line.height * together);
            let (page, x, y) = (self.page, self.left, self.y);
            self.canvas.text(page, node, x, y, line);
            self.y += line.height;
        }
    }

    /// Sets a heading and keeps it with what follows.
    pub(crate) fn heading(&mut self, tag: Tag, spans: &[Span], follows: f32) {
        let lines = self.wrap(spans);
        let height: f32 = lines.iter().map(|line| line.height).sum();
        self.need(height + follows);
        if !lines.is_empty() {
            let node = self.element(tag);
            self.set(node, &lines);
        }
    }

    /// Sets content with less width.
    pub(crate) fn within<T>(&mut self, left: f32, right: f32, content: impl FnOnce(&mut Self) -> T) -> T {
        let before = (self.left, self.right);
        (self.left, self.right) = (left, right);
        let made = content(self);
        (self.left, self.right) = before;
        made
    }

    /// Sets content in a box, which goes on over as many pages as the content.
    pub(crate) fn boxed(&mut self, look: Surround, content: impl FnOnce(&mut Self)) {
        let area = (self.left, self.right);
        self.opened.push(Opened { top: self.y, at: self.canvas.pages[self.page].ops.len(), area, look });
        self.y += look.pad_y;
        let top = std::mem::replace(&mut self.top, self.y);
        let page = self.page;
        self.within(area.0 + look.pad_x, area.1 - look.pad_x, content);
        self.y += look.pad_y;
        self.close_segment(self.opened.len() - 1);
        self.opened.pop();
        // Behind a box that began on this page, the page is no longer empty.
        self.top = if self.page == page { top } else { TOP };
    }

    /// The height that content takes, without drawing it.
    pub(crate) fn measure(&self, content: impl FnOnce(&mut Flow<'a>)) -> f32 {
        let canvas = self.canvas.blank();
        let mut trial = Flow::new(canvas, Rc::clone(&self.known));
        trial.start_part("");
        trial.bottom = f32::MAX;
        // Not at the top, so that leading space counts.
        trial.top = TOP - mm(10.0);
        (trial.left, trial.right) = (self.left, self.right);
        content(&mut trial);
        trial.y - TOP
    }

    /// Sets content that a page's edge does not cut, unless it is taller than a page.
    pub(crate) fn together(&mut self, content: impl Fn(&mut Flow<'a>)) {
        let height = self.measure(&content);
        if height <= BOTTOM - TOP {
            self.need(height);
        }
        content(self);
    }

    /// Draws the part of an open box that is on this page.
    fn close_segment(&mut self, index: usize) {
        let Opened { top, at, area: (left, right), look } = &self.opened[index];
        let area = Area::new(*left, *top, right - left, self.y.min(self.bottom) - top);
        let (at, look) = (*at, *look);
        if let Some(bar) = look.bar {
            let x = area.x + bar.width / 2.0;
            self.canvas.stroke(self.page, (x, area.y), (x, area.y + area.height), bar);
        }
        if look.frame.fill.is_some() || look.frame.border.is_some() {
            self.canvas.frame_behind(self.page, at, area, look.frame);
        }
    }
}
