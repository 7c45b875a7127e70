//! Attached pictures, two a row, each with its name and number below it.

use super::{
    canvas::{Area, Frame, Stroke},
    flow::Flow,
    grid::height,
    lines::{Span, wrap},
    style::{CAPTION, RULE, mm},
    tags::Tag,
};
use crate::report::Picture;

const WIDTH: f32 = mm(82.0);

impl Flow<'_> {
    /// Draws attached pictures.
    pub(crate) fn attached_pictures(&mut self, pictures: &[Picture]) {
        let faces = self.canvas.faces;
        for pair in pictures.chunks(2) {
            let captions: Vec<_> =
                pair.iter().map(|picture| wrap(faces, &[Span::new(&picture.caption, CAPTION)], WIDTH)).collect();
            let tall = captions.iter().map(|lines| height(lines)).fold(0.0, f32::max) + mm(4.0);
            self.need(tall);
            let top = self.y;
            for (index, lines) in captions.iter().enumerate() {
                let x = if index == 0 { self.left } else { self.right - WIDTH };
                let frame = Frame { fill: None, border: Some(Stroke::solid(RULE, 0.5)), radius: mm(1.5) };
                self.canvas.frame(self.page, Area::new(x, top, WIDTH, tall), frame);
                let node = self.element(Tag::Paragraph);
                let mut y = top + mm(2.0);
                for line in lines {
                    self.canvas.text(self.page, node, x + mm(3.0), y, line);
                    y += line.height;
                }
            }
            self.y = top + tall + mm(3.0);
        }
    }
}
