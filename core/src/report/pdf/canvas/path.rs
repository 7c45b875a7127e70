//! Shapes: boxes with round corners, rules, lines and icons.

use printpdf::{
    Color, CurTransMat, Line, LineDashPattern, LinePoint, Op, PaintMode, Point, Polygon, PolygonRing, Pt, Rgb,
    WindingOrder, XObjectId, XObjectTransform,
};

use super::{Area, Canvas, Furniture, rounded};
use crate::report::pdf::{
    icons::{Icon, Shape},
    images,
    style::{Colour, PAGE_HEIGHT, WHITE},
    tags::Node,
};

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stroke {
    /// Its colour.
    pub(crate) colour: Colour,
    /// Its width.
    pub(crate) width: f32,
    /// True for dashes.
    pub(crate) dashed: bool,
}

impl Stroke {
    /// A solid line.
    pub(crate) const fn solid(colour: Colour, width: f32) -> Self {
        Self { colour, width, dashed: false }
    }

    /// A dashed line.
    pub(crate) const fn dashed(colour: Colour, width: f32) -> Self {
        Self { colour, width, dashed: true }
    }
}

/// How a box is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Frame {
    /// Its fill.
    pub(crate) fill: Option<Colour>,
    /// Its border.
    pub(crate) border: Option<Stroke>,
    /// Radius of its corners.
    pub(crate) radius: f32,
}

/// A colour for the file.
pub(super) fn colour(Colour(r, g, b): Colour) -> Color {
    let part = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb { r: part(r), g: part(g), b: part(b), icc_profile: None })
}

/// A point for the file, whose origin is at the bottom.
pub(super) fn point(x: f32, y: f32) -> Point {
    Point { x: Pt(rounded(x)), y: Pt(rounded(PAGE_HEIGHT - y)) }
}

fn polygon(rings: &[Vec<(f32, f32, bool)>], mode: PaintMode) -> Op {
    let ring = |points: &Vec<(f32, f32, bool)>| PolygonRing {
        points: points.iter().map(|(x, y, steers)| LinePoint { p: point(*x, *y), bezier: *steers }).collect(),
    };
    Op::DrawPolygon {
        polygon: Polygon { rings: rings.iter().map(ring).collect(), mode, winding_order: WindingOrder::NonZero },
    }
}

/// The outline of a box. A quarter of a circle is a curve whose handles are 0.5523 of the radius long.
fn outline(area: Area, radius: f32) -> Vec<(f32, f32, bool)> {
    let Area { x, y, width, height } = area;
    let (right, bottom) = (x + width, y + height);
    let r = radius.min(width / 2.0).min(height / 2.0);
    if r <= 0.0 {
        return vec![(x, y, false), (right, y, false), (right, bottom, false), (x, bottom, false)];
    }
    let h = r * (1.0 - 0.5523);
    vec![
        (x + r, y, false),
        (right - r, y, false),
        (right - h, y, true),
        (right, y + h, true),
        (right, y + r, false),
        (right, bottom - r, false),
        (right, bottom - h, true),
        (right - h, bottom, true),
        (right - r, bottom, false),
        (x + r, bottom, false),
        (x + h, bottom, true),
        (x, bottom - h, true),
        (x, bottom - r, false),
        (x, y + r, false),
        (x, y + h, true),
        (x + h, y, true),
        (x + r, y, false),
    ]
}

fn stroke_ops(stroke: Stroke) -> Vec<Op> {
    let mut ops =
        vec![Op::SetOutlineColor { col: colour(stroke.colour) }, Op::SetOutlineThickness { pt: Pt(stroke.width) }];
    if stroke.dashed {
        ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, &[3.0, 2.0]) });
    }
    ops
}

/// The operators of a box.
pub(super) fn frame_ops(area: Area, frame: Frame) -> Vec<Op> {
    let rings = [outline(area, frame.radius)];
    let mut ops = vec![Op::SaveGraphicsState];
    if let Some(fill) = frame.fill {
        ops.push(Op::SetFillColor { col: colour(fill) });
    }
    if let Some(border) = frame.border {
        ops.extend(stroke_ops(border));
    }
    let mode = match (frame.fill, frame.border) {
        (Some(_), Some(_)) => PaintMode::FillStroke,
        (Some(_), None) => PaintMode::Fill,
        (None, Some(_)) => PaintMode::Stroke,
        (None, None) => return Vec::new(),
    };
    ops.push(polygon(&rings, mode));
    ops.push(Op::RestoreGraphicsState);
    ops
}

impl Canvas<'_> {
    /// Draws a box over what is there.
    pub(crate) fn frame(&mut self, page: usize, area: Area, frame: Frame) {
        self.artifact(page, Furniture::Layout, frame_ops(area, frame));
    }

    /// Draws a box behind everything since the page had `at` operators.
    pub(crate) fn frame_behind(&mut self, page: usize, at: usize, area: Area, frame: Frame) {
        self.artifact_behind(page, at, frame_ops(area, frame));
    }

    /// Draws a line.
    pub(crate) fn stroke(&mut self, page: usize, from: (f32, f32), to: (f32, f32), stroke: Stroke) {
        let ends = [from, to].map(|(x, y)| LinePoint { p: point(x, y), bezier: false });
        let mut ops = vec![Op::SaveGraphicsState];
        ops.extend(stroke_ops(stroke));
        ops.push(Op::DrawLine { line: Line { points: ends.to_vec(), is_closed: false } });
        ops.push(Op::RestoreGraphicsState);
        self.artifact(page, Furniture::Layout, ops);
    }

    /// Draws an attached image as a picture that says `alt`.
    pub(crate) fn image(&mut self, page: usize, parent: Node, alt: &str, area: Area, sha256: &str) {
        let [left, bottom, ..] = area.in_file().map(rounded);
        let matrix = CurTransMat::Raw([rounded(area.width), 0.0, 0.0, rounded(area.height), left, bottom]);
        let ops = [
            Op::SaveGraphicsState,
            Op::SetTransformationMatrix { matrix },
            Op::UseXobject { id: XObjectId(images::name(sha256)), transform: XObjectTransform::default() },
            Op::RestoreGraphicsState,
        ];
        let figure = self.tags.add_figure(parent, alt, area.in_file());
        self.mark(page, figure, None, None, ops);
    }

    /// Draws an icon as a picture that says `alt`, or as an artifact when no element holds it.
    pub(crate) fn icon(
        &mut self,
        page: usize,
        holder: Option<(Node, &str)>,
        icon: &Icon,
        (x, y): (f32, f32),
        side: f32,
        ink: Colour,
    ) {
        let ops: Vec<Op> = (icon.parts.iter())
            .flat_map(|(shape, paper)| {
                let fill = if *paper { WHITE } else { ink };
                [Op::SetFillColor { col: colour(fill) }, polygon(&placed(shape, x, y, side), PaintMode::Fill)]
            })
            .collect();
        match holder {
            Some((parent, alt)) => {
                let figure = self.tags.add_figure(parent, alt, Area::new(x, y, side, side).in_file());
                self.mark(page, figure, None, None, ops);
            }
            None => self.artifact(page, Furniture::Layout, ops),
        }
    }
}

fn placed(shape: &Shape, x: f32, y: f32, side: f32) -> Vec<Vec<(f32, f32, bool)>> {
    let at = |(px, py, steers): &(f32, f32, bool)| (x + px * side, y + py * side, *steers);
    shape.rings.iter().map(|ring| ring.iter().map(at).collect()).collect()
}
