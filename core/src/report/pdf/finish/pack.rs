//! Packing of streams. An attached file is much larger than all pages together, so the work is shared among the processors,
//! and the packing is the common one: the last percent of size would cost half of the time that a report takes.

use std::{io::Write as _, sync::Mutex, thread};

use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Document, Object, Stream};

/// Packs every stream that is not packed and may be. The same streams give the same bytes, however many processors there
/// are.
pub(super) fn streams(document: &mut Document) {
    let mut plain: Vec<&mut Stream> = document
        .objects
        .values_mut()
        .filter_map(|object| match object {
            Object::Stream(stream) if stream.allows_compression && !stream.dict.has(b"Filter") => Some(stream),
            _ => None,
        })
        .collect();
    // The largest first: begun last, it would be waited for alone.
    plain.sort_by_key(|stream| std::cmp::Reverse(stream.content.len()));
    let workers = thread::available_parallelism().map_or(1, usize::from).min(plain.len());
    let queue = Mutex::new(plain.into_iter());
    let work = || {
        while let Some(stream) = queue.lock().ok().and_then(|mut queue| queue.next()) {
            pack(stream);
        }
    };
    thread::scope(|scope| {
        for _ in 1..workers {
            scope.spawn(work);
        }
        work();
    });
}

/// A stream that would not get shorter stays as it is.
fn pack(stream: &mut Stream) {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    let Ok(packed) = encoder.write_all(&stream.content).and_then(|()| encoder.finish()) else { return };
    // What the entry in the dictionary takes.
    if packed.len() + "/Filter/FlateDecode".len() < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
}
