//! Links and signature fields as annotations of their pages. Each gets a key, by which the structure finds it.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::object::{name, numbers, text};
use crate::report::pdf::{
    PdfError,
    canvas::{Field, LinkArea},
    layout::Laid,
    lines::Target,
    style::{PAGE_HEIGHT, mm},
};

/// An annotation with its key in the structure.
pub(super) type Keyed = (ObjectId, i64);

/// All annotations.
pub(super) struct Annotations {
    /// The links of each page.
    pub(super) links: Vec<Vec<Keyed>>,
    /// The fields.
    pub(super) fields: Vec<Keyed>,
    /// The first key that is free.
    pub(super) next: i64,
}

impl Annotations {
    /// Adds all annotations to their pages.
    pub(super) fn add(document: &mut Document, laid: &Laid<'_>, pages: &[ObjectId]) -> Result<Self, PdfError> {
        // Keys below the number of pages are those of the pages themselves.
        let mut next = pages.len() as i64;
        let mut key = || {
            next += 1;
            next - 1
        };
        let canvas = &laid.canvas;
        let mut links = Vec::with_capacity(pages.len());
        for page in &canvas.pages {
            let mut of_page = Vec::with_capacity(page.links.len());
            for link in &page.links {
                let key = key();
                let annotation = link_annotation(link, key, laid, pages);
                of_page.push((document.add_object(annotation), key));
            }
            links.push(of_page);
        }
        let mut fields = Vec::new();
        for (index, field) in canvas.fields.iter().enumerate() {
            let key = key();
            let last = index + 1 == canvas.fields.len() && canvas.fields.len() > 1;
            let widget = widget(document, field, key, pages[field.page], last);
            fields.push((document.add_object(widget), key));
        }
        for (index, page) in pages.iter().enumerate() {
            let of_fields = canvas.fields.iter().zip(&fields).filter(|(field, _)| field.page == index);
            let all: Vec<Object> =
                links[index].iter().chain(of_fields.map(|(_, keyed)| keyed)).map(|(id, _)| (*id).into()).collect();
            let page = document.get_dictionary_mut(*page)?;
            page.set("StructParents", index as i64);
            page.set("Tabs", name("S"));
            if all.is_empty() {
                page.remove(b"Annots");
            } else {
                page.set("Annots", all);
            }
        }
        Ok(Self { links, fields, next })
    }
}

fn link_annotation(link: &LinkArea, key: i64, laid: &Laid<'_>, pages: &[ObjectId]) -> Dictionary {
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => numbers(&link.area.in_file()),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => 4,
        "Contents" => text(&link.words),
        "StructParent" => key,
    };
    match &link.target {
        Target::Address(address) => {
            // A URI is ASCII; what is not is written the way browsers write it.
            let action = dictionary! { "S" => "URI", "URI" => text(&ascii_address(address)) };
            annotation.set("A", action);
        }
        Target::Place(place) => {
            if let Some(place) = laid.places.get(place) {
                annotation.set("Dest", destination(pages[place.page], place.y));
            }
        }
    }
    annotation
}

/// A place on a page, a little above what it names.
pub(super) fn destination(page: ObjectId, y: f32) -> Object {
    let top = (PAGE_HEIGHT - y + mm(4.0)).min(PAGE_HEIGHT);
    Object::Array(vec![page.into(), name("XYZ"), Object::Null, Object::Real(top.round()), Object::Null])
}

fn ascii_address(address: &str) -> String {
    let mut written = String::new();
    for byte in address.bytes() {
        match byte {
            0x21..=0x7E => written.push(char::from(byte)),
            _ => written.push_str(&format!("%{byte:02X}")),
        }
    }
    written
}

/// An empty signature field. The last one to sign locks the document.
fn widget(document: &mut Document, field: &Field, key: i64, page: ObjectId, locks: bool) -> Dictionary {
    let look = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => numbers(&[0.0, 0.0, field.area.width, field.area.height]),
        "Resources" => Dictionary::new(),
    };
    let look = document.add_object(Stream::new(look, Vec::new()));
    let mut widget = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => text(&field.name),
        "TU" => text(&field.words),
        "P" => page,
        "Rect" => numbers(&field.area.in_file()),
        // Print, and locked in place.
        "F" => 132,
        "AP" => dictionary! { "N" => look },
        "StructParent" => key,
    };
    if locks {
        widget.set("Lock", dictionary! { "Type" => "SigFieldLock", "Action" => "All" });
    }
    widget
}
