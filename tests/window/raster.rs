//! Draws the window's frames into memory: the same pixels on every machine, with no window, no driver and no GPU.

use std::collections::HashMap;

use dream_soft_render::{ClipRect, Color, Mesh, SoftwareRenderer, TextureId, Vertex};
use egui::{ImageData, TexturesDelta, epaint::Primitive};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// A rasteriser and the textures that it was given.
#[derive(Default)]
pub struct Raster {
    renderer: SoftwareRenderer,
    textures: HashMap<egui::TextureId, TextureId>,
}

impl Raster {
    fn take(&mut self, delta: &mut TexturesDelta) -> Result<(), dream_soft_render::Error> {
        for (id, parts) in delta.set.drain() {
            for part in parts {
                let ImageData::Color(image) = &part.image;
                let [width, height] = image.size;
                let pixels: Vec<u8> = image.pixels.iter().flat_map(|pixel| pixel.to_array()).collect();
                match (part.pos, self.textures.get(&id)) {
                    (Some([x, y]), Some(&texture)) => {
                        self.renderer.update_texture(texture, x, y, width, height, &pixels)?;
                    }
                    (_, held) => {
                        if let Some(&old) = held {
                            self.renderer.free_texture(old)?;
                        }
                        self.textures.insert(id, self.renderer.create_texture(width, height, &pixels)?);
                    }
                }
            }
        }
        for id in delta.free.drain() {
            if let Some(texture) = self.textures.remove(&id) {
                self.renderer.free_texture(texture)?;
            }
        }
        Ok(())
    }

    fn draw(&mut self, context: &egui::Context, output: &egui::FullOutput) -> Result<RgbaImage, String> {
        let scale = context.pixels_per_point();
        let size = context.content_rect().size() * scale;
        let (width, height) = (size.x.round() as u32, size.y.round() as u32);
        let pieces = context.tessellate(output.shapes.clone(), scale);
        let told = |error: dream_soft_render::Error| error.to_string();
        let mut frame = self.renderer.begin_frame(width as usize, height as usize).map_err(told)?;
        frame.clear(Color::from_rgb(0, 0, 0));
        for piece in pieces {
            let Primitive::Mesh(mesh) = piece.primitive else {
                return Err("a paint callback cannot be drawn".to_owned());
            };
            let vertices: Vec<Vertex> = mesh
                .vertices
                .iter()
                .map(|vertex| {
                    let [r, g, b, a] = vertex.color.to_array();
                    Vertex::new(
                        [vertex.pos.x * scale, vertex.pos.y * scale],
                        [vertex.uv.x, vertex.uv.y],
                        Color::from_rgba_premultiplied(r, g, b, a),
                    )
                })
                .collect();
            let edge = |at: f32| (at * scale).round().max(0.0) as u32;
            let (min, max) = (piece.clip_rect.min, piece.clip_rect.max);
            let clip = ClipRect::new(edge(min.x), edge(min.y), edge(max.x), edge(max.y));
            let texture = self.textures.get(&mesh.texture_id).copied();
            frame.mesh(Mesh { vertices: &vertices, indices: &mesh.indices, texture }, clip).map_err(told)?;
        }
        RgbaImage::from_raw(width, height, frame.surface().pixels.clone()).ok_or_else(|| "no picture".to_owned())
    }
}

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.take(delta).expect("the textures of a frame can be held");
    }

    fn render(&mut self, context: &egui::Context, output: &egui::FullOutput) -> Result<RgbaImage, String> {
        self.draw(context, output)
    }
}
