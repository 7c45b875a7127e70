//! Small objects of the file format: names, texts, numbers.

use lopdf::{Object, StringFormat};

use crate::report::pdf::canvas::rounded;

/// A name.
pub(in crate::report) fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// A text: ASCII as it is, anything else in UTF-16.
pub(in crate::report) fn text(text: &str) -> Object {
    if text.is_ascii() {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// An array of coordinates.
pub(in crate::report) fn numbers(numbers: &[f32]) -> Object {
    Object::Array(numbers.iter().map(|number| Object::Real(rounded(*number))).collect())
}
