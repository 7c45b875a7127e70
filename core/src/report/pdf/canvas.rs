//! The canvas: pages that take text, boxes, rules and icons at given places, each marked as part of an element or as an
//! artifact. It knows nothing of what the report says and never moves to a new page by itself.

mod mark;
mod path;
mod words;

use printpdf::Op;

use super::{
    PdfError,
    faces::Faces,
    icons::Icons,
    images::Images,
    lines::Target,
    style::{PAGE_HEIGHT, mm},
    tags::Tags,
};
use crate::report::Report;

pub(crate) use mark::Furniture;
pub(crate) use path::{Frame, Stroke};

/// A rectangle; the origin is the top left corner of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    /// Left edge.
    pub(crate) x: f32,
    /// Top edge.
    pub(crate) y: f32,
    /// Width.
    pub(crate) width: f32,
    /// Height.
    pub(crate) height: f32,
}

impl Area {
    /// From the top left corner.
    pub(crate) const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    /// Left, bottom, right, top in the file's own coordinates, whose origin is at the bottom.
    pub(crate) fn in_file(self) -> [f32; 4] {
        let top = PAGE_HEIGHT - self.y;
        [self.x, top - self.height, self.x + self.width, top]
    }
}

/// A link on a page.
#[derive(Debug, Clone)]
pub(crate) struct LinkArea {
    /// Where to click.
    pub(crate) area: Area,
    /// Where it leads.
    pub(crate) target: Target,
    /// What it says, for readers that see no page.
    pub(crate) words: String,
}

/// An empty field for a signature.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// Its name in the file.
    pub(crate) name: String,
    /// What it is for.
    pub(crate) words: String,
    /// The page, from 0.
    pub(crate) page: usize,
    /// Where it is.
    pub(crate) area: Area,
}

/// A page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    /// What is drawn.
    pub(crate) ops: Vec<Op>,
    /// Its links.
    pub(crate) links: Vec<LinkArea>,
    /// Number of marked pieces so far.
    pub(crate) marked: i64,
    /// Where the text is, apart from the mark in the left strip.
    pub(crate) texts: Vec<Area>,
    /// Name of the part, for the running head.
    pub(crate) part: String,
}

/// What is drawn with.
pub(crate) struct Materials {
    /// The faces.
    pub(crate) faces: Faces,
    /// The icons.
    pub(crate) icons: Icons,
    /// The attached images.
    pub(crate) images: Images,
}

impl Materials {
    /// What this report is drawn with.
    pub(crate) fn of(report: &Report) -> Result<Self, PdfError> {
        Ok(Self { faces: Faces::new(&report.language)?, icons: Icons::new()?, images: Images::of(report) })
    }
}

/// Pages and the structure of what is on them.
pub(crate) struct Canvas<'a> {
    /// The faces.
    pub(crate) faces: &'a Faces,
    /// The icons.
    pub(crate) icons: &'a Icons,
    /// The attached images.
    pub(crate) images: &'a Images,
    /// Language of the document.
    pub(crate) language: &'a str,
    /// The pages.
    pub(crate) pages: Vec<Page>,
    /// The structure.
    pub(crate) tags: Tags,
    /// The fields.
    pub(crate) fields: Vec<Field>,
}

/// Side of the icon that stands in a row of a table.
pub(crate) const ROW_ICON: f32 = mm(3.4);

impl<'a> Canvas<'a> {
    /// No page yet.
    pub(crate) fn new(materials: &'a Materials, language: &'a str) -> Self {
        let Materials { faces, icons, images } = materials;
        Self { faces, icons, images, language, pages: Vec::new(), tags: Tags::new(), fields: Vec::new() }
    }

    /// An empty canvas with the same materials.
    pub(crate) fn blank(&self) -> Self {
        let Self { faces, icons, images, language, .. } = self;
        Self { faces, icons, images, language, pages: Vec::new(), tags: Tags::new(), fields: Vec::new() }
    }

    /// A new last page, of the part with this name.
    pub(crate) fn add_page(&mut self, part: &str) -> usize {
        self.pages.push(Page { part: part.to_owned(), ..Page::default() });
        self.pages.len() - 1
    }
}

/// A coordinate as it is written to the file: hundredths of a point are finer than any printer.
pub(crate) fn rounded(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
