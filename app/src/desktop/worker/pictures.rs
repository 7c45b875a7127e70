//! Pictures: what was pasted becomes a PNG, and what is attached gets a small picture of itself. Every picture is hostile
//! until it is decoded, so its size and its memory have limits.

use std::io::Cursor;

use egui::ColorImage;
use image::{ImageFormat, ImageReader, Limits, RgbaImage, imageops::FilterType};
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    assessment::{Attachment, EditError},
    msg,
};

use super::Trouble;
use crate::desktop::views::Attached;

/// A small picture is at most this wide and high, in pixels: a tile at twice its size.
const SMALL: (u32, u32) = (144, 112);

/// The largest side of a picture that is decoded, in pixels.
const LARGEST_SIDE: u32 = 16_384;

/// The most memory that decoding may take, in bytes.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

/// The largest attachment, in bytes.
const LARGEST: usize = readiness_core::assessment::LARGEST_ATTACHMENT;

/// A file with its small picture, when it is a picture that can be decoded.
///
/// # Errors
/// It is larger than an attachment may be.
pub(super) fn attached(name: &str, bytes: Vec<u8>) -> Result<Attached, Trouble> {
    let file = Attachment::new(name, bytes);
    if file.data.len() > LARGEST {
        return Err(Trouble::new(EditError::TooLarge(file.name).message()));
    }
    let small = small(&file);
    Ok(Attached::new(file, small))
}

/// A picture from the clipboard as a PNG that is named after the time.
///
/// # Errors
/// It has no pixels, or is larger than an attachment may be.
pub(super) fn pasted(picture: &ColorImage, at: Timestamp, zone: &TimeZone) -> Result<Attached, Trouble> {
    let name = at.to_zoned(zone.clone()).strftime("picture-%Y%m%d-%H%M%S.png").to_string();
    let refused = || Trouble::new(msg!("ui-trouble-picture", name = &name));
    let [width, height] = picture.size.map(|side| u32::try_from(side).unwrap_or(0));
    let pixels: Vec<u8> = picture.pixels.iter().flat_map(|pixel| pixel.to_srgba_unmultiplied()).collect();
    let pixels = RgbaImage::from_raw(width, height, pixels).filter(|_| width > 0 && height > 0).ok_or_else(refused)?;
    let mut bytes = Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, ImageFormat::Png).map_err(|_| refused())?;
    attached(&name, bytes.into_inner())
}

/// A small picture of a file. None when it is no picture, or none that can be decoded within the limits.
pub(super) fn small(file: &Attachment) -> Option<ColorImage> {
    let format = match file.media_type.as_str() {
        "image/png" => ImageFormat::Png,
        "image/jpeg" => ImageFormat::Jpeg,
        _ => return None,
    };
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(file.data.as_slice()), format);
    reader.limits(limits);
    let picture = reader.decode().ok()?;
    let picture = picture.resize(SMALL.0, SMALL.1, FilterType::Triangle).to_rgba8();
    let size = [picture.width(), picture.height()].map(|side| usize::try_from(side).unwrap_or(0));
    Some(ColorImage::from_rgba_unmultiplied(size, picture.as_raw()))
}

#[cfg(test)]
mod tests {
    use egui::Color32;

    use super::*;

    #[test]
    fn what_was_pasted_is_a_png_with_the_same_pixels_and_a_small_picture() {
        let mut picture = ColorImage::filled([600, 300], Color32::from_rgb(10, 200, 30));
        picture.pixels[0] = Color32::from_rgb(255, 0, 0);
        let at = "2026-11-22T10:00:00Z".parse().unwrap();
        let made = pasted(&picture, at, &TimeZone::UTC).unwrap();
        assert_eq!(made.file.name, "picture-20261122-100000.png");
        assert_eq!(made.file.media_type, "image/png");
        let back = image::load_from_memory(&made.file.data).unwrap().to_rgba8();
        assert_eq!(back.dimensions(), (600, 300));
        assert_eq!(back.get_pixel(0, 0).0, [255, 0, 0, 255]);
        assert_eq!(back.get_pixel(599, 299).0, [10, 200, 30, 255]);
        assert_eq!(made.small.unwrap().size, [144, 72]);
    }

    #[test]
    fn a_picture_that_is_none_is_attached_without_a_small_one() {
        let broken = attached("x.png", [&[0x89, b'P', b'N', b'G'][..], &[0; 40]].concat()).unwrap();
        assert!(broken.small.is_none());
        assert!(attached("x.txt", b"text".to_vec()).unwrap().small.is_none());
        assert!(attached("big.bin", vec![0; LARGEST + 1]).is_err());
    }
}
