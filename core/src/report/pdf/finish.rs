//! The finishing pass: takes the drawn pages as objects and adds what makes a document of them: links, fields, structure,
//! bookmarks, page labels, properties and language. The same input gives the same bytes.

mod annotations;
pub(in crate::report) mod associated;
mod colour;
pub(in crate::report) mod object;
mod outline;
mod pack;
pub(in crate::report) mod properties;
mod structure;

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::{PdfError, layout::Laid};
use crate::report::Report;
use annotations::Annotations;

/// Makes the file of drawn pages.
pub(crate) fn finish(mut document: Document, laid: &Laid<'_>, report: &Report) -> Result<Vec<u8>, PdfError> {
    document.version = "1.7".to_owned();
    let pages: Vec<ObjectId> = document.get_pages().values().copied().collect();
    if pages.len() != laid.canvas.pages.len() {
        return Err(PdfError::Shape("the pages"));
    }
    let root = reference(&document, b"Root").ok_or(PdfError::Shape("the catalog"))?;
    let page_tree = document.get_dictionary(root)?.get(b"Pages")?.clone();

    let annotations = Annotations::add(&mut document, laid, &pages)?;
    let structure = structure::add(&mut document, &laid.canvas, &pages, &annotations);
    show_images(&mut document, laid, &pages)?;
    let files = associated::add(&mut document, report);
    let outline = outline::add(&mut document, report, laid, &pages);
    pack::streams(&mut document);

    let identity = identity(&document, report);
    // In the place of the drawing library's own, so that every object is in use and no number is left out.
    let information = reference(&document, b"Info").ok_or(PdfError::Shape("the properties"))?;
    document.set_object(information, properties::information(report));
    let intent = colour::intent(&mut document);
    let metadata = document.add_object(properties::metadata(report, &identity));
    let mut catalog = dictionary! {
        "Type" => "Catalog",
        "Pages" => page_tree,
        "PageLayout" => "OneColumn",
        "PageMode" => "UseOutlines",
        "PageLabels" => dictionary! { "Nums" => vec![0.into(), dictionary! { "S" => "D" }.into()] },
        "Lang" => object::text(&report.language),
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => structure,
        "Metadata" => metadata,
        "OutputIntents" => vec![intent.into()],
    };
    if !files.is_empty() {
        let names = files.iter().flat_map(|(name, id)| [object::text(name), (*id).into()]).collect::<Vec<_>>();
        catalog.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } });
        catalog.set("AF", files.iter().map(|(_, id)| (*id).into()).collect::<Vec<Object>>());
    }
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    if !annotations.fields.is_empty() {
        let fields: Vec<Object> = annotations.fields.iter().map(|(id, _)| Object::Reference(*id)).collect();
        let form = document.add_object(dictionary! { "Fields" => fields, "SigFlags" => 0 });
        catalog.set("AcroForm", form);
    }
    document.set_object(root, catalog);
    let id = Object::String(identity.to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);

    let mut file = Vec::new();
    document.save_modern(&mut file).map_err(|why| PdfError::Write(why.to_string()))?;
    file.push(b'\n');
    Ok(file)
}

/// Puts the attached images where the pages look for them: all pages share one list.
fn show_images(document: &mut Document, laid: &Laid<'_>, pages: &[ObjectId]) -> Result<(), PdfError> {
    let mut list = Dictionary::new();
    for (name, image) in laid.canvas.images.all() {
        list.set(name, document.add_object(image.stream.clone()));
    }
    let (Some(page), false) = (pages.first(), list.is_empty()) else { return Ok(()) };
    let resources = document.get_dictionary(*page)?.get(b"Resources")?.as_reference()?;
    let shared = document.get_dictionary(resources)?.get(b"XObject")?.as_reference()?;
    document.set_object(shared, list);
    Ok(())
}

fn reference(document: &Document, key: &[u8]) -> Option<ObjectId> {
    document.trailer.get(key).ok()?.as_reference().ok()
}

/// An identity that follows from the content, so that the same report is the same file.
fn identity(document: &Document, report: &Report) -> [u8; 16] {
    let mut hash = Sha256::new();
    for object in document.objects.values() {
        if let Object::Stream(stream) = object {
            hash.update(&stream.content);
        }
    }
    hash.update(&report.title);
    hash.update(&report.meta.digest);
    hash.update(report.meta.printed_at.to_string());
    let mut identity = [0; 16];
    identity.copy_from_slice(&hash.finalize()[..16]);
    identity
}
