//! The layout: all parts of a report on pages. It is done again until every page number that is printed is right.

use std::{collections::BTreeMap, rc::Rc};

use super::{
    canvas::{Canvas, Materials},
    contents::PAGES_WITHOUT,
    flow::{Flow, Known, Place},
    style::mm,
};
use crate::report::{Block, Meta, PartId, Report};

/// Pages with everything on them.
pub(crate) struct Laid<'a> {
    /// The pages.
    pub(crate) canvas: Canvas<'a>,
    /// Where every place is.
    pub(crate) places: BTreeMap<String, Place>,
}

/// Sets the report on pages.
pub(crate) fn lay<'a>(report: &'a Report, materials: &'a Materials) -> Laid<'a> {
    // The first pass leaves room for every number. It guesses whether there is a list of contents: with a right guess the
    // second pass, which knows the places, finds them where they were and is the last. A report that never settles would
    // still be printed.
    let guess = report.contents().len() > PAGES_WITHOUT;
    let mut known = Rc::new(Known { contents: guess, ..Known::default() });
    for _ in 0..4 {
        let (canvas, places) = pass(report, materials, &known);
        let pages = canvas.pages.len();
        // Once it is known to be long it stays so: the list itself may be the page that makes it long.
        let contents = (known.contents && known.pages > 0) || pages > PAGES_WITHOUT;
        let found = Known { places, pages, contents };
        if found == *known {
            return furnished(canvas, found.places, &report.meta);
        }
        known = Rc::new(found);
    }
    let (canvas, places) = pass(report, materials, &known);
    furnished(canvas, places, &report.meta)
}

fn furnished<'a>(mut canvas: Canvas<'a>, places: BTreeMap<String, Place>, meta: &Meta) -> Laid<'a> {
    canvas.furnish(meta);
    Laid { canvas, places }
}

fn pass<'a>(report: &'a Report, materials: &'a Materials, known: &Rc<Known>) -> (Canvas<'a>, BTreeMap<String, Place>) {
    let mut flow = Flow::new(Canvas::new(materials, &report.language), Rc::clone(known));
    let has_cover = report.parts.first().is_some_and(|part| part.id == PartId::Cover);
    if known.contents && !has_cover {
        flow.list_of_contents(report);
    }
    for part in &report.parts {
        flow.start_part(&part.title);
        flow.place(&part.id.anchor());
        if matches!(part.id, PartId::Section(_)) {
            flow.block_heading(1, &part.title, false, LEAST);
            flow.y += mm(2.0);
        }
        flow.blocks(&part.blocks, &report.meta, Within::Part);
        if part.id == PartId::Cover && known.contents {
            flow.list_of_contents(report);
        }
    }
    if report.parts.is_empty() {
        flow.start_part(&report.title);
    }
    (flow.canvas, flow.places)
}

/// Height that is left below a heading for running text.
pub(crate) const LEAST: f32 = mm(22.0);
/// A heading is kept with what follows up to this height.
const MOST: f32 = mm(120.0);
/// A list of keys and values up to this height is not parted.
const SHORT_LIST: f32 = mm(60.0);

/// What blocks are a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    /// A part of the report.
    Part,
    /// An item.
    Item,
    /// An item of which little is to be said: a large heading would outshout the titles of such items.
    CompactItem,
}

impl Flow<'_> {
    /// Draws blocks, one below the other, each heading on the page of what follows it.
    pub(crate) fn blocks(&mut self, blocks: &[Block], meta: &Meta, within: Within) {
        for (index, block) in blocks.iter().enumerate() {
            let Block::Heading(level, words) = block else {
                self.block(block, meta);
                continue;
            };
            let level = if within == Within::CompactItem { 3 } else { *level };
            let follows = blocks.get(index + 1).map_or(LEAST, |next| self.start_of_block(next, meta));
            self.block_heading(level, words, within != Within::Part, follows.clamp(LEAST, MOST));
        }
    }

    /// Height that a block needs to begin.
    fn start_of_block(&self, block: &Block, meta: &Meta) -> f32 {
        match block {
            Block::Table(table) => self.start_of_table(table),
            Block::Steps(steps) => self.measure(|flow| flow.steps(&steps[..steps.len().min(1)])),
            Block::KeyValues(_)
            | Block::Callout(_)
            | Block::Comparison(_)
            | Block::Timeline(_)
            | Block::IdleLanes(_)
            | Block::RightWalk(_)
            | Block::Certificates(_) => self.measure(|flow| flow.block(block, meta)),
            _ => LEAST,
        }
    }

    /// Draws a block.
    fn block(&mut self, block: &Block, meta: &Meta) {
        match block {
            Block::Heading(level, words) => self.block_heading(*level, words, false, LEAST),
            Block::Paragraph(text) => self.prose(text),
            Block::Table(table) => self.table(table, &meta.in_full_elsewhere),
            Block::Steps(steps) => self.steps(steps),
            Block::KeyValues(rows) => {
                let list = |flow: &mut Self| flow.key_values(rows, mm(40.0), flow.running.cell);
                let tall = self.measure(list);
                if tall <= SHORT_LIST {
                    self.need(tall);
                }
                list(self);
                self.y += mm(2.0);
            }
            Block::Callout(callout) => self.callout(callout),
            Block::Comparison(comparison) => self.comparison(comparison),
            Block::Timeline(timeline) => self.timeline(timeline),
            Block::IdleLanes(lanes) => self.idle_lanes(lanes),
            Block::RightWalk(walk) => self.right_walk(walk),
            Block::Certificates(chain) => self.certificates(chain),
            Block::Pictures(pictures) => self.attached_pictures(pictures),
            Block::Cover(cover) => self.cover(cover),
            Block::Matrix(matrix) => self.matrix(matrix),
            Block::Item(item) => self.item(item, meta),
            Block::Stand(stand) => self.stand(stand),
            Block::Signatures(boxes) => self.signatures(boxes),
        }
    }
}
