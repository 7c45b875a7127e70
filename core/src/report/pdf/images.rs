//! Attached images as the file format wants them. JPEG goes in as it is; PNG goes in as it is unless it is transparent,
//! then it is laid on white. What cannot be shown, or is too large to be unpacked safely, is only named.

use std::collections::BTreeMap;

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
    let (bits, kind, interlaced) = (header[8], header[9], header[12] != 0);
    if interlaced || u64::from(width) * u64::from(height) > MOST_PIXELS || !matches!(bits, 1 | 2 | 4 | 8) {
        return None;
    }
    let components: u8 = match kind {
        0 | 3 => 1,
        2 => 3,
        4 => 2,
        6 => 4,
        _ => return None,
    };
    let packed = dictionary! {
        "Filter" => "FlateDecode",
        "DecodeParms" => dictionary! {
            "Predictor" => 15,
            "Colors" => i64::from(components),
            "BitsPerComponent" => i64::from(bits),
            "Columns" => i64::from(width),
        },
    };
    let row = (width as usize * usize::from(components) * usize::from(bits)).div_ceil(8);
    let expected = row * height as usize;
    let stream = Stream::new(packed.clone(), chunks.pixels);
    // Each row has one more byte, which names its filter.
    let pixels = stream.decompressed_content_with_limit(expected + height as usize).ok()?;
    if pixels.len() < expected {
        return None;
    }
    let stream = match kind {
        0 | 2 | 3 => {
            let space = match kind {
                3 => indexed(chunks.palette)?,
                _ => space(components).into(),
            };
            let mut dictionary = described(width, height, space, bits);
            dictionary.extend(&packed);
            Stream::new(dictionary, stream.content)
        }
        _ => on_white(&pixels[..expected], components, width, height),
    };
    Some(Image { width, height, stream })
}

fn indexed(palette: &[u8]) -> Option<Object> {
    let last = i64::try_from(palette.len() / 3).ok()?.checked_sub(1).filter(|last| (0..256).contains(last))?;
    let colours = Object::String(palette.to_vec(), lopdf::StringFormat::Hexadecimal);
    Some(Object::Array(vec!["Indexed".into(), "DeviceRGB".into(), last.into(), colours]))
}

/// Lays pixels with a last component of opacity on white.
fn on_white(pixels: &[u8], components: u8, width: u32, height: u32) -> Stream {
    let colours = usize::from(components) - 1;
    let mut opaque = Vec::with_capacity(pixels.len());
    for pixel in pixels.chunks_exact(colours + 1) {
        let opacity = u32::from(pixel[colours]);
        for value in &pixel[..colours] {
            let laid = (u32::from(*value) * opacity + 255 * (255 - opacity) + 127) / 255;
            opaque.push(laid as u8);
        }
    }
    Stream::new(described(width, height, space(colours as u8).into(), 8), opaque)
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
        for end in [0, 8, 20, 40, whole.len() - 5] {
            assert!(read(&whole[..end]).is_none(), "cut at {end}");
        }
        assert!(read(b"\xFF\xD8\xFF\xE0\x00\x00").is_none());
        assert!(read(b"not an image").is_none());
    }
}
