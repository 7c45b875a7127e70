//! The icons of statuses and steps, read from the icon faces as outlines and drawn as filled paths, so that no text
//! stands where a picture is. Filled shapes are judged, open shapes are not; the shape alone tells the status.

use ttf_parser::{Face, OutlineBuilder};

use super::style::{Colour, WHITE};
use crate::{assessment::Status, fonts, report::StepMark};

/// How a status looks: fill behind it, and text, icon and border.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tone {
    /// Text, icon and border.
    pub(crate) fg: Colour,
    /// Fill.
    pub(crate) soft: Colour,
}

/// The colours of a status.
pub(crate) fn tone(status: Status) -> Tone {
    let (fg, soft) = match status {
        Status::Pass => (Colour(0x04, 0x64, 0x43), Colour(0xE8, 0xF9, 0xEF)),
        Status::Warn => (Colour(0x7C, 0x4E, 0x0F), Colour(0xFF, 0xF5, 0xDE)),
        Status::Fail => (Colour(0x97, 0x09, 0x11), Colour(0xFE, 0xEF, 0xEF)),
        Status::CouldNotCheck => (Colour(0x5F, 0x33, 0x81), Colour(0xF7, 0xF1, 0xFD)),
        Status::NeedsYou => (Colour(0x22, 0x53, 0xB5), Colour(0xED, 0xF3, 0xFE)),
        Status::Excepted => (Colour(0x0C, 0x5E, 0x6E), Colour(0xE7, 0xF6, 0xFA)),
        Status::NotApplicable | Status::Information => (Colour(0x55, 0x5B, 0x66), Colour(0xF1, 0xF2, 0xF5)),
        Status::NotRun => (Colour(0x5C, 0x62, 0x6C), WHITE),
    };
    Tone { fg, soft }
}

/// Which icon face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    Bold,
    Fill,
}

/// A shape in a square of side 1, origin at the top left: closed rings of points. A `true` point steers a curve.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shape {
    /// The rings.
    pub(crate) rings: Vec<Vec<(f32, f32, bool)>>,
}

impl Shape {
    /// The same shape, smaller about its middle.
    fn within(mut self, scale: f32) -> Self {
        let toward = |at: f32| 0.5 + (at - 0.5) * scale;
        for (x, y, _) in self.rings.iter_mut().flatten() {
            (*x, *y) = (toward(*x), toward(*y));
        }
        self
    }
}

/// The parts of an icon, back to front.
#[derive(Debug, Clone)]
pub(crate) struct Icon {
    /// Each part; true when it is drawn in the colour of the paper.
    pub(crate) parts: Vec<(Shape, bool)>,
}

/// All icons of the report.
pub(crate) struct Icons {
    bold: Face<'static>,
    fill: Face<'static>,
}

impl Icons {
    /// Reads the icon faces.
    pub(crate) fn new() -> Result<Self, super::PdfError> {
        let read =
            |name, file| Face::parse(file, 0).map_err(|why| super::PdfError::Font { name, why: why.to_string() });
        Ok(Self {
            bold: read("Phosphor-Bold", fonts::icons_bold())?,
            fill: read("Phosphor-Fill", fonts::icons_fill())?,
        })
    }

    /// The icon of a status.
    pub(crate) fn status(&self, status: Status) -> Icon {
        let (weight, code) = match status {
            Status::Pass => (Weight::Fill, '\u{E184}'),
            Status::Warn => (Weight::Fill, '\u{E4E0}'),
            Status::Fail => (Weight::Fill, '\u{E38E}'),
            Status::CouldNotCheck => (Weight::Bold, '\u{E3E8}'),
            Status::NeedsYou => (Weight::Bold, '\u{E18A}'),
            Status::Excepted => (Weight::Fill, '\u{E412}'),
            Status::NotApplicable => (Weight::Bold, '\u{E32C}'),
            Status::NotRun => (Weight::Bold, '\u{E602}'),
            Status::Information => (Weight::Bold, '\u{E2CE}'),
        };
        let mut parts = vec![(self.shape(weight, code), false)];
        match status {
            Status::Fail => parts.push((cross(), true)),
            Status::NeedsYou => parts.push((self.shape(Weight::Fill, '\u{E4C2}').within(0.54), false)),
            _ => {}
        }
        Icon { parts }
    }

    /// The icon of a step.
    pub(crate) fn step(&self, mark: StepMark) -> Icon {
        self.status(step_status(mark))
    }

    fn shape(&self, weight: Weight, code: char) -> Shape {
        let face = match weight {
            Weight::Bold => &self.bold,
            Weight::Fill => &self.fill,
        };
        let unit = f32::from(face.units_per_em());
        let mut outline = Outline { shape: Shape::default(), unit, top: f32::from(face.ascender()), at: (0.0, 0.0) };
        if let Some(glyph) = face.glyph_index(code) {
            face.outline_glyph(glyph, &mut outline);
        }
        outline.shape
    }
}

/// The status whose look a step takes.
pub(crate) fn step_status(mark: StepMark) -> Status {
    match mark {
        StepMark::Done => Status::Pass,
        StepMark::Broke => Status::Fail,
        StepMark::NotReached => Status::NotRun,
    }
}

/// Two strokes from corner to corner, as wide as the strokes of the other icons (22 of 256).
fn cross() -> Shape {
    let (near, far, half) = (0.36, 0.64, 11.0 / 256.0 / std::f32::consts::SQRT_2);
    let stroke = |(x1, y1): (f32, f32), (x2, y2): (f32, f32)| {
        // Half a stroke to the side, at a right angle. Both strokes turn the same way, so where they cross stays filled.
        let (dx, dy) = (half * (y1 - y2).signum(), half * (x2 - x1).signum());
        vec![(x1 + dx, y1 + dy, false), (x2 + dx, y2 + dy, false), (x2 - dx, y2 - dy, false), (x1 - dx, y1 - dy, false)]
    };
    Shape { rings: vec![stroke((near, near), (far, far)), stroke((near, far), (far, near))] }
}

/// Takes an outline of quadratic or cubic curves in font units.
struct Outline {
    shape: Shape,
    unit: f32,
    top: f32,
    at: (f32, f32),
}

impl Outline {
    fn push(&mut self, x: f32, y: f32, steers: bool) {
        let point = (x / self.unit, (self.top - y) / self.unit, steers);
        if let Some(ring) = self.shape.rings.last_mut() {
            ring.push(point);
        }
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.shape.rings.push(Vec::new());
        self.push(x, y, false);
        self.at = (x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push(x, y, false);
        self.at = (x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        // The file knows only cubic curves; this one is the same curve.
        let (x0, y0) = self.at;
        let third = |from: f32, to: f32| from + (to - from) * 2.0 / 3.0;
        self.curve_to(third(x0, x1), third(y0, y1), third(x, x1), third(y, y1), x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.push(x1, y1, true);
        self.push(x2, y2, true);
        self.push(x, y, false);
        self.at = (x, y);
    }

    fn close(&mut self) {
        let Some(first) = self.shape.rings.last().and_then(|ring| ring.first().copied()) else { return };
        if let Some(ring) = self.shape.rings.last_mut() {
            ring.push(first);
        }
    }
}
