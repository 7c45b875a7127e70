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
const TALLEST: f32 = mm(110.0);
/// Side of a pixel when a picture is smaller than its place: 150 in an inch.
const PIXEL: f32 = 72.0 / 150.0;
/// Height of the frame of what cannot be shown.
const EMPTY: f32 = mm(12.0);

impl Flow<'_> {
    /// Draws attached pictures.
    pub(crate) fn attached_pictures(&mut self, pictures: &[Picture]) {
        let faces = self.canvas.faces;
        self.space(mm(2.0));
        for pair in pictures.chunks(2) {
            let captions: Vec<_> =
                pair.iter().map(|picture| wrap(faces, &[Span::new(&picture.caption, CAPTION)], WIDTH)).collect();
            let sizes: Vec<(f32, f32)> = pair.iter().map(|picture| self.size_of(picture)).collect();
            let tall = sizes.iter().map(|size| size.1).fold(0.0, f32::max);
            let below = captions.iter().map(|lines| height(lines)).fold(0.0, f32::max) + mm(1.5);
            self.need(tall + below);
            let (page, top) = (self.page, self.y);
            for (index, picture) in pair.iter().enumerate() {
                let x = if index == 0 { self.left } else { self.right - WIDTH };
                let area = Area::new(x, top, sizes[index].0, sizes[index].1);
                if self.canvas.images.get(&picture.sha256).is_some() {
                    let holder = self.holder;
                    self.canvas.image(page, holder, &picture.caption, area, &picture.sha256);
                }
                let frame = Frame { fill: None, border: Some(Stroke::solid(RULE, 0.5)), radius: 0.0 };
                self.canvas.frame(page, area, frame);
                let node = self.element(Tag::Paragraph);
                let mut y = top + tall + mm(1.0);
                for line in &captions[index] {
                    self.canvas.text(page, node, x, y, line);
                    y += line.height;
                }
            }
            self.y = top + tall + below + mm(3.0);
        }
    }

    fn size_of(&self, picture: &Picture) -> (f32, f32) {
        let Some(image) = self.canvas.images.get(&picture.sha256) else { return (WIDTH, EMPTY) };
        let (width, height) = (image.width as f32 * PIXEL, image.height as f32 * PIXEL);
        let scale = (WIDTH / width).min(TALLEST / height).min(1.0);
        (width * scale, height * scale)
    }
}
