//! The colours of the document are those of sRGB: an output intent with a profile that is made here, from the primaries
//! and the curve of IEC 61966-2-1. It is a minimal ICC display profile of version 2.1.

use lopdf::{Dictionary, Document, Stream, dictionary};

use super::object::text;

/// Points of the curve; between them a reader interpolates.
const POINTS: u32 = 1024;
/// The profile connection space is lit by D50.
const WHITE: [f64; 3] = [0.9642, 1.0, 0.8249];
/// The primaries of sRGB, adapted to D50.
const PRIMARIES: [(&[u8; 4], [f64; 3]); 3] = [
    (b"rXYZ", [0.436_07, 0.222_49, 0.013_92]),
    (b"gXYZ", [0.385_15, 0.716_87, 0.097_08]),
    (b"bXYZ", [0.143_07, 0.060_61, 0.714_10]),
];

/// The output intent, with its profile added to the document.
pub(super) fn intent(document: &mut Document) -> Dictionary {
    let mut profile = Stream::new(dictionary! { "N" => 3 }, profile());
    // It stays plain if it cannot be compressed.
    let _ = profile.compress();
    let profile = document.add_object(profile);
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => text("sRGB IEC61966-2.1"),
        "RegistryName" => text("http://www.color.org"),
        "Info" => text("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    }
}

fn profile() -> Vec<u8> {
    let mut description = b"desc\0\0\0\0".to_vec();
    let words = b"sRGB IEC61966-2.1\0";
    description.extend((words.len() as u32).to_be_bytes());
    description.extend(words);
    // No Unicode and no Macintosh description: their counts and fixed space are zero.
    description.extend([0; 8 + 3 + 67]);
    let mut copyright = b"text\0\0\0\0".to_vec();
    copyright.extend(b"No copyright, public domain\0");
    let mut tags: Vec<(&[u8; 4], Vec<u8>)> =
        vec![(b"desc", description), (b"cprt", copyright), (b"wtpt", coordinates(WHITE))];
    tags.extend(PRIMARIES.map(|(name, primary)| (name, coordinates(primary))));
    let curve = curve();

    let count = tags.len() + 3;
    let start = 128 + 4 + 12 * count;
    let mut table = (count as u32).to_be_bytes().to_vec();
    let mut body: Vec<u8> = Vec::new();
    let mut place = |body: &mut Vec<u8>, names: &[&[u8; 4]], data: &[u8]| {
        body.resize(body.len().next_multiple_of(4), 0);
        let offset = (start + body.len()) as u32;
        body.extend(data);
        for name in names {
            table.extend(*name);
            table.extend(offset.to_be_bytes());
            table.extend((data.len() as u32).to_be_bytes());
        }
    };
    for (name, data) in &tags {
        place(&mut body, &[*name], data);
    }
    // The three channels share one curve.
    place(&mut body, &[b"rTRC", b"gTRC", b"bTRC"], &curve);
    body.resize(body.len().next_multiple_of(4), 0);

    let mut head = vec![0; 128];
    head[0..4].copy_from_slice(&((start + body.len()) as u32).to_be_bytes());
    head[8..12].copy_from_slice(&[2, 0x10, 0, 0]);
    head[12..16].copy_from_slice(b"mntr");
    head[16..20].copy_from_slice(b"RGB ");
    head[20..24].copy_from_slice(b"XYZ ");
    for (index, part) in [2026_u16, 1, 1, 0, 0, 0].iter().enumerate() {
        head[24 + 2 * index..26 + 2 * index].copy_from_slice(&part.to_be_bytes());
    }
    head[36..40].copy_from_slice(b"acsp");
    for (index, value) in WHITE.iter().enumerate() {
        head[68 + 4 * index..72 + 4 * index].copy_from_slice(&fixed(*value));
    }
    [head, table, body].concat()
}

/// A number with 16 bits after the point.
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65536.0).round() as i32).to_be_bytes()
}

fn coordinates(values: [f64; 3]) -> Vec<u8> {
    let mut data = b"XYZ \0\0\0\0".to_vec();
    data.extend(values.iter().flat_map(|value| fixed(*value)));
    data
}

fn curve() -> Vec<u8> {
    let mut data = b"curv\0\0\0\0".to_vec();
    data.extend(POINTS.to_be_bytes());
    for point in 0..POINTS {
        let x = f64::from(point) / f64::from(POINTS - 1);
        let light = if x <= 0.040_45 { x / 12.92 } else { ((x + 0.055) / 1.055).powf(2.4) };
        data.extend(((light * 65535.0).round() as u16).to_be_bytes());
    }
    data
}
