//! Attached images as the file format wants them. JPEG goes in as it is; PNG goes in as it is where the format knows its
//! way of packing, and is unpacked otherwise, and laid on white where it is transparent. What cannot be shown, or is too
//! large to be unpacked safely, is only named.

use std::{collections::BTreeMap, io::Cursor};

use lopdf::{Dictionary, Object, Stream, dictionary};

use crate::report::{Block, Report};

/// Most pixels of an image: more than any screen has, and little enough to unpack.
const MOST_PIXELS: u64 = 40_000_000;

/// An image.
pub(crate) struct Image {
    /// Width in pixels.
    pub(crate) width: u32,
    /// Height in pixels.
    pub(crate) height: u32,
    /// The object.
    pub(crate) stream: Stream,
}

/// The images that a report shows, by SHA-256.
#[derive(Default)]
pub(crate) struct Images {
    images: BTreeMap<String, Image>,
}

impl Images {
    /// Reads the images that are shown somewhere.
    pub(crate) fn of(report: &Report) -> Self {
        let mut images = BTreeMap::new();
        let blocks = report.parts.iter().flat_map(|part| &part.blocks).flat_map(|block| match block {
            Block::Item(item) => item.blocks.as_slice(),
            block => std::slice::from_ref(block),
        });
        for block in blocks {
            let Block::Pictures(pictures) = block else { continue };
            for picture in pictures {
                if let Some(image) = report.file(&picture.sha256).and_then(|file| read(&file.data)) {
                    images.insert(picture.sha256.clone(), image);
                }
            }
        }
        if let Some(logo) = report.letterhead.as_ref().and_then(|letterhead| letterhead.logo.as_ref())
            && let Some(image) = read(logo.data())
        {
            images.insert(logo.sha256(), image);
        }
        Self { images }
    }

    /// An image.
    pub(crate) fn get(&self, sha256: &str) -> Option<&Image> {
        self.images.get(sha256)
    }

    /// Every image with its name in the file.
    pub(crate) fn all(&self) -> impl Iterator<Item = (String, &Image)> {
        self.images.iter().map(|(sha256, image)| (name(sha256), image))
    }
}

/// The name of an image in the file.
pub(crate) fn name(sha256: &str) -> String {
    format!("Im{}", sha256.chars().filter(char::is_ascii_hexdigit).take(16).collect::<String>())
}

/// Width and height in pixels of an image that can be printed.
pub(crate) fn size(data: &[u8]) -> Option<(u32, u32)> {
    read(data).map(|image| (image.width, image.height))
}

fn read(data: &[u8]) -> Option<Image> {
    let image = if data.starts_with(&[0xFF, 0xD8, 0xFF]) { jpeg(data) } else { png(data) };
    image.filter(|image| image.width > 0 && image.height > 0)
}

fn described(width: u32, height: u32, space: Object, bits: u8) -> Dictionary {
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(width),
        "Height" => i64::from(height),
        "ColorSpace" => space,
        "BitsPerComponent" => i64::from(bits),
    }
}

fn space(components: u8) -> &'static str {
    if components == 1 { "DeviceGray" } else { "DeviceRGB" }
}

/// Reads size and colours from the frame header; the rest is passed on.
fn jpeg(data: &[u8]) -> Option<Image> {
    let mut at = 2;
    loop {
        let head = data.get(at..at + 4)?;
        if head[0] != 0xFF {
            return None;
        }
        let length = usize::from(u16::from_be_bytes([head[2], head[3]]));
        if matches!(head[1], 0xC0..=0xC2) {
            let frame = data.get(at + 4..at + 10)?;
            let height = u32::from(u16::from_be_bytes([frame[1], frame[2]]));
            let width = u32::from(u16::from_be_bytes([frame[3], frame[4]]));
            // Four components are inks, which programs write in two ways.
            if frame[0] != 8 || !matches!(frame[5], 1 | 3) {
                return None;
            }
            let mut dictionary = described(width, height, space(frame[5]).into(), 8);
            dictionary.set("Filter", "DCTDecode");
            return Some(Image { width, height, stream: Stream::new(dictionary, data.to_vec()) });
        }
        at += 2 + length;
    }
}

/// The chunks of a PNG file that matter here.
#[derive(Default)]
struct Chunks<'a> {
    header: &'a [u8],
    palette: &'a [u8],
    pixels: Vec<u8>,
    /// Some colours are transparent.
    transparent: bool,
    ended: bool,
}

fn chunks(data: &[u8]) -> Option<Chunks<'_>> {
    let mut rest = data.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let mut chunks = Chunks::default();
    while let Some((head, after)) = rest.split_at_checked(8) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let (body, after) = after.split_at_checked(length)?;
        match &head[4..] {
            b"IHDR" => chunks.header = body,
            b"PLTE" => chunks.palette = body,
            b"tRNS" => chunks.transparent = true,
            b"IDAT" => chunks.pixels.extend_from_slice(body),
            b"IEND" => {
                chunks.ended = true;
                break;
            }
            _ => {}
        }
        rest = after.get(4..)?;
    }
    chunks.ended.then_some(chunks)
}

fn png(data: &[u8]) -> Option<Image> {
    let chunks = chunks(data)?;
    let header: &[u8; 13] = chunks.header.try_into().ok()?;
    let width = u32::from_be_bytes([header[0], header[1], header[2], header[3]]);
    let height = u32::from_be_bytes([header[4], header[5], header[6], header[7]]);
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return None;
    }
    let (bits, kind, interlaced) = (header[8], header[9], header[12] != 0);
    let stream = match (bits, kind) {
        (1 | 2 | 4 | 8, 0 | 2 | 3) if !interlaced && !chunks.transparent => {
            as_it_is(chunks, width, height, bits, kind)?
        }
        _ => unpacked(data)?,
    };
    Some(Image { width, height, stream })
}

/// The pixels as the file has them packed: both formats pack alike.
fn as_it_is(chunks: Chunks<'_>, width: u32, height: u32, bits: u8, kind: u8) -> Option<Stream> {
    let components = if kind == 2 { 3 } else { 1 };
    let mut dictionary = match kind {
        3 => described(width, height, indexed(chunks.palette)?, bits),
        _ => described(width, height, space(components).into(), bits),
    };
    dictionary.extend(&dictionary! {
        "Filter" => "FlateDecode",
        "DecodeParms" => dictionary! {
            "Predictor" => 15,
            "Colors" => i64::from(components),
            "BitsPerComponent" => i64::from(bits),
            "Columns" => i64::from(width),
        },
    });
    let stream = Stream::new(dictionary, chunks.pixels);
    let row = (width as usize * usize::from(components) * usize::from(bits)).div_ceil(8);
    let expected = row * height as usize;
    // Each row has one more byte, which names its filter.
    let pixels = stream.decompressed_content_with_limit(expected + height as usize).ok()?;
    (pixels.len() >= expected).then_some(stream)
}

/// Pixels of eight bits, laid on white where they are transparent.
fn unpacked(data: &[u8]) -> Option<Stream> {
    let most = MOST_PIXELS as usize * 8;
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(data), png::Limits { bytes: most });
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    // The pixels are what is shown; they are whole or not without the checksums.
    decoder.ignore_checksums(true);
    let mut reader = decoder.read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let read = reader.next_frame(&mut pixels).ok()?;
    pixels.truncate(read.buffer_size());
    let colours: u8 = match read.color_type {
        png::ColorType::Grayscale | png::ColorType::GrayscaleAlpha => 1,
        _ => 3,
    };
    if read.color_type.samples() > usize::from(colours) {
        pixels = on_white(&pixels, usize::from(colours));
    }
    Some(Stream::new(described(read.width, read.height, space(colours).into(), 8), pixels))
}

fn indexed(palette: &[u8]) -> Option<Object> {
    let last = i64::try_from(palette.len() / 3).ok()?.checked_sub(1).filter(|last| (0..256).contains(last))?;
    let colours = Object::String(palette.to_vec(), lopdf::StringFormat::Hexadecimal);
    Some(Object::Array(vec!["Indexed".into(), "DeviceRGB".into(), last.into(), colours]))
}

/// Lays pixels with a last component of opacity on white.
fn on_white(pixels: &[u8], colours: usize) -> Vec<u8> {
    let mut opaque = Vec::with_capacity(pixels.len());
    for pixel in pixels.chunks_exact(colours + 1) {
        let opacity = u32::from(pixel[colours]);
        for value in &pixel[..colours] {
            let laid = (u32::from(*value) * opacity + 255 * (255 - opacity) + 127) / 255;
            opaque.push(laid as u8);
        }
    }
    opaque
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PNG file of these rows, each with its filter byte.
    fn file(width: u32, height: u32, kind: u8, rows: &[u8]) -> Vec<u8> {
        let mut packed = Stream::new(Dictionary::new(), rows.to_vec());
        packed.compress().unwrap();
        // What does not get shorter stays as it is.
        assert!(packed.dict.has(b"Filter"));
        let chunk = |name: &[u8; 4], body: &[u8]| {
            let length = u32::try_from(body.len()).unwrap().to_be_bytes();
            [&length[..], name, body, &[0; 4]].concat()
        };
        let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, kind, 0, 0, 0]].concat();
        let parts = [chunk(b"IHDR", &header), chunk(b"IDAT", &packed.content), chunk(b"IEND", &[])];
        [&b"\x89PNG\r\n\x1a\n"[..], &parts.concat()].concat()
    }

    /// Rows of the same pixel, without a filter.
    fn rows(width: usize, height: usize, pixel: &[u8]) -> Vec<u8> {
        (0..height).flat_map(|_| [vec![0], pixel.repeat(width)].concat()).collect()
    }

    #[test]
    fn a_transparent_image_is_laid_on_white() {
        let image = read(&file(40, 30, 6, &rows(40, 30, &[200, 100, 0, 0]))).unwrap();
        assert_eq!((image.width, image.height), (40, 30));
        assert_eq!(image.stream.content, vec![255; 40 * 30 * 3]);
        let image = read(&file(40, 30, 6, &rows(40, 30, &[200, 100, 0, 255]))).unwrap();
        assert_eq!(image.stream.content[..3], [200, 100, 0]);
    }

    /// An image by a writer of others, of these rows without filters.
    fn written(kind: png::ColorType, depth: png::BitDepth, transparent: Option<&[u8]>, pixels: &[u8]) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, 2, 1);
        encoder.set_color(kind);
        encoder.set_depth(depth);
        if kind == png::ColorType::Indexed {
            encoder.set_palette(vec![200, 100, 0, 1, 2, 3]);
        }
        if let Some(transparent) = transparent {
            encoder.set_trns(transparent.to_vec());
        }
        encoder.write_header().unwrap().write_image_data(pixels).unwrap();
        file
    }

    #[test]
    fn every_way_that_others_write_images_is_shown() {
        use png::{BitDepth::*, ColorType::*};
        let shown = |file: Vec<u8>| {
            let image = read(&file).unwrap();
            assert_eq!((image.width, image.height), (2, 1));
            image.stream.content
        };
        let (dark, light) = ([0x12, 0xFF, 0x34, 0xFF, 0x56, 0xFF], [0xFF; 6]);
        let deep = written(Rgb, Sixteen, None, &[dark, light].concat());
        assert_eq!(shown(deep), [0x12, 0x34, 0x56, 0xFF, 0xFF, 0xFF], "sixteen bits");
        let clear = written(Rgba, Sixteen, None, &[&dark[..], &[0; 2], &light, &[0xFF; 2]].concat());
        assert_eq!(shown(clear), [0xFF; 6], "sixteen bits and clear");
        assert_eq!(shown(written(GrayscaleAlpha, Eight, None, &[7, 0, 7, 255])), [255, 7], "grey and clear");
        let palette = written(Indexed, Eight, Some(&[0, 255]), &[0, 1]);
        assert_eq!(shown(palette), [255, 255, 255, 1, 2, 3], "a clear colour of a palette");
    }

    #[test]
    fn an_opaque_image_goes_in_as_it_is() {
        let image = read(&file(40, 30, 2, &rows(40, 30, &[1, 2, 3]))).unwrap();
        assert_eq!(image.stream.dict.get(b"Filter").unwrap().as_name().unwrap(), b"FlateDecode");
        assert_eq!(image.stream.dict.get(b"ColorSpace").unwrap().as_name().unwrap(), b"DeviceRGB");
    }

    #[test]
    fn what_lies_about_its_size_is_not_shown() {
        let pixels = rows(40, 30, &[1, 2, 3]);
        assert!(read(&file(40, 31, 2, &pixels)).is_none(), "too few rows");
        assert!(read(&file(2, 2, 2, &rows(4000, 300, &[7, 7, 7]))).is_none(), "more than it says");
        assert!(read(&file(1_000_000, 1_000_000, 2, &pixels)).is_none(), "too large");
        let whole = file(40, 30, 2, &pixels);
        let clear = file(40, 30, 6, &rows(40, 30, &[1, 2, 3, 4]));
        for whole in [&whole, &clear] {
            for end in [0, 8, 20, 40, whole.len() - 5] {
                assert!(read(&whole[..end]).is_none(), "cut at {end}");
            }
        }
        assert!(read(&file(40, 31, 6, &rows(40, 30, &[1, 2, 3, 4]))).is_none(), "too few clear rows");
        assert!(read(b"\xFF\xD8\xFF\xE0\x00\x00").is_none());
        assert!(read(b"not an image").is_none());
    }
}
