//! The files that travel inside of the PDF: the assessment itself, and what was attached to it. They are associated with
//! the document, so that archives keep them.

use lopdf::{Document, ObjectId, Stream, dictionary};

use super::{
    object::{name, text},
    properties::pdf_date,
};
use crate::report::Report;

/// Name of the embedded assessment.
pub(in crate::report) const ASSESSMENT: &str = "assessment.readiness";

/// Name of the embedded letterhead. Attached files have a number before their names, so none is called like it.
pub(in crate::report) const LETTERHEAD: &str = "letterhead.json";

/// Adds the files and returns their specifications, sorted by name as the name tree wants it.
pub(super) fn add(document: &mut Document, report: &Report) -> Vec<(String, ObjectId)> {
    let Some(assessment) = &report.save_file else { return Vec::new() };
    let date = pdf_date(report.meta.printed_at);
    let mut put = |file: &str, kind: &str, about: &str, relationship: &str, data: &[u8]| {
        let parameters = dictionary! { "Size" => data.len() as i64, "ModDate" => text(&date) };
        let stream = dictionary! { "Type" => "EmbeddedFile", "Subtype" => name(kind), "Params" => parameters };
        let stream = document.add_object(Stream::new(stream, data.to_vec()));
        let specification = dictionary! {
            "Type" => "Filespec",
            "F" => text(file),
            "UF" => text(file),
            "Desc" => text(about),
            "AFRelationship" => name(relationship),
            "EF" => dictionary! { "F" => stream, "UF" => stream },
        };
        (file.to_owned(), document.add_object(specification))
    };
    let mut files = vec![put(ASSESSMENT, "application/json", &report.meta.heading, "Data", &assessment.json)];
    if let Some(json) = report.letterhead.as_ref().and_then(|letterhead| letterhead.to_json()) {
        files.push(put(LETTERHEAD, "application/json", &report.meta.heading, "Supplement", &json));
    }
    for file in &report.files {
        // The number makes the name unique; a separator in it would be a folder to some reader.
        let own = file.name.replace(['/', '\\', ':'], "_");
        let kind = media_type(&file.media_type);
        files.push(put(&format!("{} {own}", file.number), kind, &file.name, "Supplement", &file.data));
    }
    files.sort_by_key(|(file, _)| sort_key(file));
    files
}

/// A media type is printed as a name; one that a person's program made up is not.
fn media_type(given: &str) -> &str {
    let sound = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    match given.split_once('/') {
        Some((kind, sub)) if sound(kind) && sound(sub) => given,
        _ => "application/octet-stream",
    }
}

/// Name trees are sorted by the bytes of their keys as written.
fn sort_key(file: &str) -> Vec<u8> {
    match text(file) {
        lopdf::Object::String(bytes, _) => bytes,
        _ => Vec::new(),
    }
}
