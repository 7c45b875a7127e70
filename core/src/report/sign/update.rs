//! The update of the file that a signature is: the field with its look and its value, appended to bytes that stay as they
//! are. The first signature certifies the document and allows no more than further signing; the last one locks it.

use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, StringFormat, dictionary};

use super::{SignError, SignOffBy};
use crate::report::{
    pdf::{
        finish::{
            object::{name, text},
            properties::pdf_date,
        },
        signature_look::SignatureLook,
    },
    verify::document::{self, text_of},
};

/// Room for the signature in bytes. One with a chain of certificates and a time stamp takes about six thousand.
const ROOM: usize = 16 * 1024;

/// Key of our own in the signature dictionary: what the signer stands by.
pub(in crate::report) const SIGN_OFF: &[u8] = b"WBR_SignOff";

/// A file with an empty place for the signature.
pub(super) struct Update {
    bytes: Vec<u8>,
    /// First byte of the place, a `<`, and the byte after its `>`.
    place: (usize, usize),
}

impl Update {
    /// Appends the update.
    pub(super) fn append(
        pdf: &[u8],
        sign_off: &SignOffBy,
        look: impl FnOnce((f32, f32)) -> SignatureLook,
    ) -> Result<Self, SignError> {
        let broken = |_: lopdf::Error| SignError::NotAReport;
        let previous = document::load(pdf).ok_or(SignError::NotAReport)?;
        let root: ObjectId = previous.trailer.get(b"Root").and_then(Object::as_reference).map_err(broken)?;
        let form: ObjectId =
            previous.get_dictionary(root).and_then(|root| root.get(b"AcroForm")?.as_reference()).map_err(broken)?;
        let field = field(&previous, form, sign_off.role_name()).ok_or(SignError::NoField)?;
        let widget = previous.get_dictionary(field).map_err(broken)?;
        if widget.has(b"V") {
            return Err(SignError::AlreadySigned);
        }
        let locks = widget.has(b"Lock");
        let corners: Vec<f32> = widget
            .get(b"Rect")
            .and_then(Object::as_array)
            .map_err(broken)?
            .iter()
            .filter_map(|corner| corner.as_float().ok())
            .collect();
        let [left, bottom, right, top] = corners[..] else { return Err(SignError::NotAReport) };
        let certifies = !previous.get_dictionary(root).map_err(broken)?.has(b"Perms");

        let mut update = IncrementalDocument::create_from(pdf.to_vec(), previous);
        let value = update.new_document.add_object(value(sign_off, certifies, locks.then_some(root)));
        let look = look((right - left, top - bottom)).draw(&mut update.new_document)?;
        update.opt_clone_object_to_new_document(field).map_err(broken)?;
        update.opt_clone_object_to_new_document(form).map_err(broken)?;
        let widget = update.new_document.get_dictionary_mut(field).map_err(broken)?;
        widget.set("V", value);
        widget.set("AP", dictionary! { "N" => look });
        // Signatures exist, and the file may only be appended to.
        update.new_document.get_dictionary_mut(form).map_err(broken)?.set("SigFlags", 3);
        if certifies {
            update.opt_clone_object_to_new_document(root).map_err(broken)?;
            let catalog = update.new_document.get_dictionary_mut(root).map_err(broken)?;
            catalog.set("Perms", dictionary! { "DocMDP" => value });
        }
        let mut bytes = Vec::new();
        update.save_to(&mut bytes).map_err(|_| SignError::TooLarge)?;
        bytes.push(b'\n');
        Self::with_place(bytes, pdf.len())
    }

    /// Finds the place and tells the signature what it covers: everything but the place.
    fn with_place(mut bytes: Vec<u8>, from: usize) -> Result<Self, SignError> {
        let find = |what: &[u8], from: usize| {
            bytes[from..].windows(what.len()).position(|window| window == what).map(|at| at + from)
        };
        let zeros = vec![b'0'; 2 * ROOM];
        let start = find(&zeros, from).ok_or(SignError::TooLarge)? - 1;
        let end = start + 2 * ROOM + 2;
        let range = find(b"/ByteRange", from).ok_or(SignError::TooLarge)?;
        let open = find(b"[", range).ok_or(SignError::TooLarge)?;
        let close = find(b"]", open).ok_or(SignError::TooLarge)?;
        let mut covered = format!("[0 {start} {end} {}", bytes.len() - end);
        // The placeholder is wider than any number of a file that fits into memory.
        while covered.len() < close - open {
            covered.push(' ');
        }
        covered.push(']');
        bytes
            .get_mut(open..=close)
            .filter(|place| place.len() == covered.len())
            .ok_or(SignError::TooLarge)?
            .copy_from_slice(covered.as_bytes());
        Ok(Self { bytes, place: (start, end) })
    }

    /// What the signature covers.
    pub(super) fn covered(&self) -> [&[u8]; 2] {
        [&self.bytes[..self.place.0], &self.bytes[self.place.1..]]
    }

    /// Puts the signature in.
    pub(super) fn fill(mut self, signature: &[u8]) -> Result<Vec<u8>, SignError> {
        if signature.len() > ROOM {
            return Err(SignError::TooLarge);
        }
        let hexadecimal: String = signature.iter().map(|byte| format!("{byte:02X}")).collect();
        let first = self.place.0 + 1;
        self.bytes[first..first + hexadecimal.len()].copy_from_slice(hexadecimal.as_bytes());
        Ok(self.bytes)
    }
}

/// The field with this name.
fn field(document: &Document, form: ObjectId, wanted: &str) -> Option<ObjectId> {
    let fields = document.get_dictionary(form).ok()?.get(b"Fields").ok()?.as_array().ok()?;
    fields.iter().filter_map(|field| field.as_reference().ok()).find(|id| {
        let name = document.get_dictionary(*id).and_then(|field| field.get(b"T")).ok();
        name.and_then(text_of).as_deref() == Some(wanted)
    })
}

fn value(sign_off: &SignOffBy, certifies: bool, locks: Option<ObjectId>) -> Dictionary {
    let wide = Object::Integer(9_999_999_999);
    let mut value = dictionary! {
        "Type" => "Sig",
        "Filter" => "Adobe.PPKLite",
        "SubFilter" => "ETSI.CAdES.detached",
        "ByteRange" => vec![0.into(), wide.clone(), wide.clone(), wide],
        "Contents" => Object::String(vec![0; ROOM], StringFormat::Hexadecimal),
        "M" => text(&pdf_date(sign_off.at)),
        "Name" => text(&sign_off.who),
        "Reason" => text(&sign_off.reason),
    };
    value.set(
        SIGN_OFF,
        dictionary! {
            "Role" => text(sign_off.role_name()),
            "Who" => text(&sign_off.who),
            "Title" => text(&sign_off.title),
            "At" => text(&sign_off.at.to_string()),
            "Digest" => text(&sign_off.digest),
            "Conclusion" => text(&sign_off.conclusion),
        },
    );
    let mut references: Vec<Object> = Vec::new();
    let mut reference = |method: &str, mut parameters: Dictionary, data: Option<ObjectId>| {
        parameters.set("Type", "TransformParams");
        parameters.set("V", name("1.2"));
        let mut reference =
            dictionary! { "Type" => "SigRef", "TransformMethod" => name(method), "TransformParams" => parameters };
        if let Some(data) = data {
            reference.set("Data", data);
        }
        references.push(reference.into());
    };
    if certifies {
        reference("DocMDP", dictionary! { "P" => 2 }, None);
    }
    if let Some(root) = locks {
        reference("FieldMDP", dictionary! { "Action" => "All" }, Some(root));
    }
    if !references.is_empty() {
        value.set("Reference", references);
    }
    value
}
