//! Reading a file that may be hostile: limits on what is unpacked, nothing repaired, and small helpers to ask for values.

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

/// The most bytes that one stream may unpack to.
pub(in crate::report) const LARGEST_STREAM: usize = 512 * 1024 * 1024;

/// Reads a document; none when it is damaged or encrypted.
pub(in crate::report) fn load(bytes: &[u8]) -> Option<Document> {
    let options = LoadOptions { strict: true, max_decompressed_size: Some(LARGEST_STREAM), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).ok()?;
    (!document.is_encrypted() && !document.trailer.has(b"Encrypt")).then_some(document)
}

/// A text of the file: UTF-16 with a mark, or plain.
pub(in crate::report) fn text_of(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(wide) => {
            let units: Vec<u16> =
                wide.chunks(2).map(|two| u16::from_be_bytes([two[0], *two.get(1).unwrap_or(&0)])).collect();
            Some(String::from_utf16_lossy(&units))
        }
        None => Some(String::from_utf8_lossy(bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes)).into_owned()),
    }
}

/// The text of a key.
pub(super) fn text(dictionary: &Dictionary, key: &[u8]) -> Option<String> {
    text_of(dictionary.get(key).ok()?)
}

/// The value of a key, followed when it is a reference.
pub(super) fn value<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    Some(document.dereference(dictionary.get(key).ok()?).ok()?.1)
}

/// The dictionary of a key, followed when it is a reference.
pub(super) fn dictionary<'a>(document: &'a Document, holder: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    value(document, holder, key)?.as_dict().ok()
}

/// The document's root and its number.
pub(super) fn catalog(document: &Document) -> Option<(ObjectId, &Dictionary)> {
    let id = document.trailer.get(b"Root").ok()?.as_reference().ok()?;
    Some((id, document.get_dictionary(id).ok()?))
}

/// The signature fields of the form, each with its number; fields below fields are not made by this program.
pub(super) fn fields(document: &Document) -> Vec<(ObjectId, &Dictionary)> {
    let list = || {
        let (_, root) = catalog(document)?;
        value(document, dictionary(document, root, b"AcroForm")?, b"Fields")?.as_array().ok()
    };
    let ids = list().into_iter().flatten().filter_map(|field| field.as_reference().ok());
    ids.filter_map(|id| Some((id, document.get_dictionary(id).ok()?))).collect()
}
