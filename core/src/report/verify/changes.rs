//! What an update changed. A signature may fill its own empty field, note in the form that signatures exist, and, for the
//! first, certify the document; a security store for later checking may be added. Everything else is named.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{
    document::{catalog, fields, text},
    embedded::Binding,
};
use crate::{Message, msg};

/// Keys of a field that signing it may add or change.
const OF_FIELD: [&[u8]; 5] = [b"V", b"AP", b"F", b"M", b"MK"];
/// Keys of the form.
const OF_FORM: [&[u8]; 4] = [b"SigFlags", b"DR", b"DA", b"NeedAppearances"];
/// Keys of the catalog: each may be added, and not be changed.
const OF_CATALOG: [&[u8]; 3] = [b"Perms", b"DSS", b"Extensions"];

/// What an update did.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Fields that were signed by it.
    pub(super) signed: BTreeSet<ObjectId>,
    /// What it must not do.
    pub(super) forbidden: Vec<Message>,
}

/// Compares a revision with the one before it.
pub(super) fn between(before: &Document, after: &Document) -> Changes {
    let mut changes = Changes::default();
    let places = Places::of(before);
    if before.trailer.get(b"Root").ok() != after.trailer.get(b"Root").ok() {
        changes.forbidden.push(msg!("verify-changed-structure"));
    }
    for (id, old) in &before.objects {
        match after.objects.get(id) {
            Some(new) if same(old, new) => {}
            Some(new) => changes.judge(&places, before, after, *id, old, new),
            None => changes.forbidden.push(places.name(*id)),
        }
    }
    changes.forbidden.dedup();
    changes
}

impl Changes {
    fn judge(
        &mut self,
        places: &Places,
        before: &Document,
        after: &Document,
        id: ObjectId,
        old: &Object,
        new: &Object,
    ) {
        let (Ok(was), Ok(is)) = (old.as_dict(), new.as_dict()) else {
            // A new packet of properties is fine as long as it binds the pages to the same assessment.
            let bound =
                Some(id) == places.metadata && Binding::of(before).is_some_and(|b| Binding::of(after) == Some(b));
            if !bound {
                self.forbidden.push(places.name(id));
            }
            return;
        };
        if places.fields.contains(&id) {
            let filled = !was.has(b"V") && is.has(b"V");
            if filled && differing(was, is).iter().all(|key| OF_FIELD.contains(&key.as_slice())) {
                self.signed.insert(id);
            } else {
                self.forbidden.push(msg!("verify-changed-field", field = text(was, b"T").unwrap_or_default()));
            }
        } else if Some(id) == places.form {
            if differing(was, is).iter().any(|key| !OF_FORM.contains(&key.as_slice())) {
                self.forbidden.push(msg!("verify-changed-form"));
            }
        } else if Some(id) == places.catalog {
            for key in differing(was, is) {
                if was.has(&key) || !OF_CATALOG.contains(&key.as_slice()) {
                    self.forbidden.push(places.entry(&key));
                }
            }
        } else if Some(id) == places.information {
            let dates: [&[u8]; 2] = [b"ModDate", b"Producer"];
            if differing(was, is).iter().any(|key| !dates.contains(&key.as_slice())) {
                self.forbidden.push(msg!("verify-changed-properties"));
            }
        } else {
            self.forbidden.push(places.name(id));
        }
    }
}

/// Keys whose values differ.
fn differing(was: &Dictionary, is: &Dictionary) -> Vec<Vec<u8>> {
    let mut keys: BTreeSet<Vec<u8>> = was.iter().map(|(key, _)| key.clone()).collect();
    keys.extend(is.iter().map(|(key, _)| key.clone()));
    keys.retain(|key| match (was.get(key), is.get(key)) {
        (Ok(was), Ok(is)) => !same(was, is),
        _ => true,
    });
    keys.into_iter().collect()
}

/// Equal as values; where a stream begins in the file does not count.
pub(super) fn same(a: &Object, b: &Object) -> bool {
    match (a, b) {
        (Object::Stream(a), Object::Stream(b)) => a.content == b.content && same_dictionary(&a.dict, &b.dict),
        (Object::Dictionary(a), Object::Dictionary(b)) => same_dictionary(a, b),
        (Object::Array(a), Object::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Object::String(a, _), Object::String(b, _)) => a == b,
        (a, b) => a == b,
    }
}

fn same_dictionary(a: &Dictionary, b: &Dictionary) -> bool {
    a.len() == b.len() && a.iter().all(|(key, value)| b.get(key).is_ok_and(|other| same(value, other)))
}

/// What the objects of a document are for, to name a change.
struct Places {
    catalog: Option<ObjectId>,
    form: Option<ObjectId>,
    metadata: Option<ObjectId>,
    information: Option<ObjectId>,
    fields: BTreeSet<ObjectId>,
    pages: BTreeMap<ObjectId, u32>,
    files: BTreeSet<ObjectId>,
}

impl Places {
    fn of(document: &Document) -> Self {
        let root = catalog(document);
        let reference = |key: &[u8]| root?.1.get(key).ok()?.as_reference().ok();
        let mut pages = BTreeMap::new();
        for (number, page) in document.get_pages() {
            pages.insert(page, number);
            for content in document.get_page_contents(page) {
                pages.insert(content, number);
            }
        }
        let mut files = BTreeSet::new();
        for (id, object) in &document.objects {
            let kind = match object {
                Object::Dictionary(dictionary) => dictionary.get(b"Type"),
                Object::Stream(stream) => stream.dict.get(b"Type"),
                _ => continue,
            };
            if kind.and_then(Object::as_name).is_ok_and(|kind| kind == b"Filespec" || kind == b"EmbeddedFile") {
                files.insert(*id);
            }
        }
        Self {
            catalog: root.map(|(id, _)| id),
            form: reference(b"AcroForm"),
            metadata: reference(b"Metadata"),
            information: document.trailer.get(b"Info").and_then(Object::as_reference).ok(),
            fields: fields(document).into_iter().map(|(id, _)| id).collect(),
            pages,
            files,
        }
    }

    /// Names what was changed when this object was.
    fn name(&self, id: ObjectId) -> Message {
        if let Some(page) = self.pages.get(&id) {
            return msg!("verify-changed-page", page = *page);
        }
        if self.files.contains(&id) {
            return msg!("verify-changed-file");
        }
        if Some(id) == self.metadata {
            return msg!("verify-changed-properties");
        }
        msg!("verify-changed-structure")
    }

    /// Names what was changed when this entry of the catalog was.
    fn entry(&self, key: &[u8]) -> Message {
        match key {
            b"Names" | b"AF" => msg!("verify-changed-file"),
            b"Pages" => msg!("verify-changed-pages"),
            b"AcroForm" => msg!("verify-changed-form"),
            b"Metadata" => msg!("verify-changed-properties"),
            _ => msg!("verify-changed-structure"),
        }
    }
}
