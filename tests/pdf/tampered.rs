//! A report signed by both, altered in many ways: we and pyHanko find every one of them.

use std::fs;

use jiff::Timestamp;
use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, dictionary};
use readiness_core::{
    assessment::Standing,
    report::verify::{Outcome, verify},
};

use crate::{authority, judges, made};

fn find(bytes: &[u8], what: &[u8], from: usize) -> usize {
    bytes[from..].windows(what.len()).position(|window| window == what).expect("is there") + from
}

fn flipped(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut altered = bytes.to_vec();
    altered[at] ^= 1;
    altered
}

/// Appends an update that changes objects.
fn appended(bytes: &[u8], change: impl FnOnce(&mut IncrementalDocument, ObjectId)) -> Vec<u8> {
    let document = Document::load_mem(bytes).expect("sound");
    let root = document.trailer.get(b"Root").and_then(Object::as_reference).expect("a root");
    let mut update = IncrementalDocument::create_from(bytes.to_vec(), document);
    change(&mut update, root);
    let mut altered = Vec::new();
    update.save_to(&mut altered).expect("saved");
    altered
}

/// The dictionary of an object, copied into the update.
fn edit(update: &mut IncrementalDocument, id: ObjectId) -> &mut Dictionary {
    update.opt_clone_object_to_new_document(id).expect("copied");
    update.new_document.get_dictionary_mut(id).expect("a dictionary")
}

fn page(update: &IncrementalDocument, number: u32) -> ObjectId {
    update.get_prev_documents().get_pages()[&number]
}

fn in_catalog(update: &IncrementalDocument, root: ObjectId, key: &[u8]) -> ObjectId {
    let root = update.get_prev_documents().get_dictionary(root).expect("a root");
    root.get(key).and_then(Object::as_reference).expect("a reference")
}

fn field(update: &IncrementalDocument, root: ObjectId, number: usize) -> ObjectId {
    let form = in_catalog(update, root, b"AcroForm");
    let form = update.get_prev_documents().get_dictionary(form).expect("a form");
    form.get(b"Fields").and_then(Object::as_array).expect("fields")[number].as_reference().expect("a field")
}

/// An embedded file's stream, by place in the list of associated files.
fn attachment(update: &IncrementalDocument, root: ObjectId, number: usize) -> ObjectId {
    let document = update.get_prev_documents();
    let files = document.get_dictionary(root).expect("a root").get(b"AF").and_then(Object::as_array).expect("files");
    let file = document.get_dictionary(files[number].as_reference().expect("a file")).expect("a file");
    let embedded = file.get(b"EF").and_then(Object::as_dict).expect("a stream");
    embedded.get(b"F").and_then(Object::as_reference).expect("a stream")
}

/// Paints over the first page.
fn repainted(bytes: &[u8]) -> Vec<u8> {
    appended(bytes, |update, _| {
        let paint =
            update.new_document.add_object(Stream::new(Dictionary::new(), b"1 0 0 rg 0 0 300 300 re f".to_vec()));
        let page = page(update, 1);
        let page = edit(update, page);
        let before = page.get(b"Contents").expect("content").clone();
        let mut parts = match before {
            Object::Array(parts) => parts,
            one => vec![one],
        };
        parts.push(paint.into());
        page.set("Contents", parts);
    })
}

fn all() -> Vec<(&'static str, Vec<u8>)> {
    let (once, twice) = (made::signed_once(), made::signed_twice());
    let middle = made::report().len() / 2;
    let contents = |from: usize| find(twice, b"/Contents<", from) + 10;
    let first = contents(made::report().len());
    let second = contents(once.len());
    let range = find(twice, b"/ByteRange[", once.len()) + 11;
    let xmp = find(twice, b"<wbr:digest>", 0) + 14;

    let mut garbage = twice.to_vec();
    garbage.extend(b"one more line\n");
    let mut hidden = twice.to_vec();
    hidden.extend(b"1 0 obj\n<< /Type /Catalog >>\nendobj\n");
    let mut swapped = twice.to_vec();
    let other: Vec<u8> = twice[first..first + 8000].to_vec();
    swapped[second..second + 8000].copy_from_slice(&other);
    let mut short = twice.to_vec();
    // The customer's signature says that it covers less than it does.
    let close = find(twice, b"]", range);
    let numbers = String::from_utf8(twice[range..close].to_vec()).expect("numbers");
    let mut numbers: Vec<usize> = numbers.split_whitespace().map(|number| number.parse().expect("a number")).collect();
    numbers[3] -= 40;
    let mut said = numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
    while said.len() < close - range {
        said.push(' ');
    }
    short[range..close].copy_from_slice(said.as_bytes());

    vec![
        ("byte-of-a-page", flipped(twice, middle)),
        ("byte-of-the-properties", flipped(twice, xmp)),
        ("byte-of-the-first-signature", flipped(twice, first + 900)),
        ("byte-of-the-second-signature", flipped(twice, second + 900)),
        ("byte-of-the-second-update", flipped(twice, find(twice, b"/Reason", once.len()) + 9)),
        ("covers-less", short),
        ("signature-of-the-other", swapped),
        ("cut-at-the-end", twice[..twice.len() - 100].to_vec()),
        ("cut-in-half", twice[..twice.len() / 2].to_vec()),
        ("garbage-appended", garbage),
        ("object-appended", hidden),
        ("page-repainted", repainted(twice)),
        ("page-repainted-between", {
            // A forged second revision: the page is painted over after the first signature, then signed again.
            repainted(once)
        }),
        ("attachment-swapped", {
            appended(twice, |update, root| {
                let file = attachment(update, root, 0);
                let kept = update.get_prev_documents().get_object(file).and_then(Object::as_stream).expect("a stream");
                let other = Stream::new(kept.dict.clone(), b"{}".to_vec());
                update.new_document.set_object(file, other);
            })
        }),
        ("attachment-renamed", {
            appended(twice, |update, root| {
                let names = update.new_document.add_object(dictionary! { "Names" => Vec::<Object>::new() });
                edit(update, root).set("Names", dictionary! { "EmbeddedFiles" => names });
            })
        }),
        ("signature-replaced", {
            appended(twice, |update, root| {
                let value = update.new_document.add_object(dictionary! { "Type" => "Sig" });
                let field = field(update, root, 1);
                edit(update, field).set("V", value);
            })
        }),
        ("look-replaced", {
            appended(twice, |update, root| {
                let form = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 9.into(), 9.into()] };
                let look = update.new_document.add_object(Stream::new(form, b"0 0 9 9 re f".to_vec()));
                let field = field(update, root, 0);
                edit(update, field).set("AP", dictionary! { "N" => look });
            })
        }),
        ("field-moved", {
            appended(twice, |update, root| {
                let field = field(update, root, 0);
                edit(update, field).set("Rect", vec![0.into(), 0.into(), 500.into(), 700.into()]);
            })
        }),
        ("cover-laid-over", {
            appended(twice, |update, _| {
                let note = dictionary! {
                    "Type" => "Annot", "Subtype" => "Square", "Rect" => vec![0.into(), 0.into(), 600.into(), 800.into()],
                    "IC" => vec![1.into(), 1.into(), 1.into()], "F" => 4,
                };
                let note = update.new_document.add_object(note);
                let page = page(update, 1);
                edit(update, page).set("Annots", vec![note.into()]);
            })
        }),
        ("title-changed", {
            appended(twice, |update, _| {
                let id = update.get_prev_documents().trailer.get(b"Info").and_then(Object::as_reference).expect("one");
                edit(update, id).set("Title", Object::string_literal("Ready"));
            })
        }),
        ("properties-replaced", {
            appended(twice, |update, root| {
                let id = in_catalog(update, root, b"Metadata");
                let packet = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
                update.new_document.set_object(id, Stream::new(packet, b"<x/>".to_vec()));
            })
        }),
        (
            "certification-removed",
            appended(twice, |update, root| {
                edit(update, root).remove(b"Perms");
            }),
        ),
        ("page-removed", {
            appended(twice, |update, root| {
                let pages = in_catalog(update, root, b"Pages");
                let pages = edit(update, pages);
                let kids = pages.get(b"Kids").and_then(Object::as_array).expect("pages")[1..].to_vec();
                pages.set("Count", kids.len() as i64);
                pages.set("Kids", kids);
            })
        }),
        ("pages-turned-round", {
            appended(twice, |update, root| {
                let pages = in_catalog(update, root, b"Pages");
                let pages = edit(update, pages);
                let mut kids = pages.get(b"Kids").and_then(Object::as_array).expect("pages").clone();
                kids.reverse();
                pages.set("Kids", kids);
            })
        }),
        ("page-scaled-away", {
            appended(twice, |update, _| {
                let page = page(update, 1);
                edit(update, page).set("MediaBox", vec![0.into(), 0.into(), 10.into(), 10.into()]);
            })
        }),
        ("script-added", {
            appended(twice, |update, root| {
                let action = dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
                edit(update, root).set("OpenAction", action);
            })
        }),
        ("fields-emptied", {
            appended(twice, |update, root| {
                let form = in_catalog(update, root, b"AcroForm");
                edit(update, form).set("Fields", Vec::<Object>::new());
            })
        }),
        (
            "language-changed",
            appended(twice, |update, root| {
                edit(update, root).set("Lang", Object::string_literal("de"));
            }),
        ),
        (
            "structure-removed",
            appended(twice, |update, root| {
                edit(update, root).remove(b"StructTreeRoot");
            }),
        ),
        ("letters-replaced", {
            appended(twice, |update, _| {
                let document = update.get_prev_documents();
                let font = document.objects.iter().find(|(_, object)| {
                    object
                        .as_dict()
                        .is_ok_and(|font| font.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Type0"))
                });
                let id = *font.expect("a font").0;
                edit(update, id).set("Encoding", Object::Name(b"Identity-V".to_vec()));
            })
        }),
    ]
}

#[test]
fn every_alteration_is_found_by_us_and_by_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let altered = all();
    assert!(altered.len() >= 20);
    let mut files = Vec::new();
    for (name, bytes) in &altered {
        assert_ne!(bytes.as_slice(), made::signed_twice(), "{name} alters nothing");
        let report = verify(bytes, &authority::roots(), Timestamp::now()).expect("a PDF");
        assert_eq!(report.outcome, Outcome::Altered, "{name}: {report:?}");
        assert!(!report.changes.is_empty(), "{name} is not named");
        assert_ne!(report.standing, Some(Standing::SignedOff), "{name} still counts as signed off");
        println!("{name}: {}", report.changes.iter().map(|change| change.id.as_str()).collect::<Vec<_>>().join(", "));
        assert!(report.into_assessment().is_err(), "{name} can be gone on with");
        let file = format!("{name}.pdf");
        fs::write(folder.path().join(&file), bytes).expect("written");
        files.push(file);
    }
    let Some(said) = judges::hanko(folder.path(), &files, &authority::folder().join("ca.pem")) else { return };
    for ((name, _), (valid, about)) in altered.iter().zip(said) {
        assert!(!valid, "{name}: pyHanko finds nothing: {about}");
    }
}

/// A page of a report that nobody signed is changed, and the file written anew: there is no signature to break.
#[test]
fn what_was_changed_in_an_unsigned_report_is_named() {
    let mut document = Document::load_mem(made::report()).expect("sound");
    let second = document.get_pages()[&2];
    let content = document.get_page_contents(second)[0];
    let stream = document.get_object_mut(content).and_then(Object::as_stream_mut).expect("content");
    stream.decompress().expect("plain");
    stream.content.extend(b"\n1 0 0 rg 0 0 300 300 re f");
    let mut repainted = Vec::new();
    document.save_modern(&mut repainted).expect("saved");
    repainted.push(b'\n');
    let seen = verify(&repainted, &[], Timestamp::now()).expect("a PDF");
    assert_eq!(seen.outcome, Outcome::Altered);
    assert_eq!(seen.changes, [readiness_core::msg!("verify-changed-page", page = 2_u32)], "{:?}", seen.changes);

    let mut document = Document::load_mem(made::report()).expect("sound");
    let root = document.trailer.get(b"Root").and_then(Object::as_reference).expect("a root");
    let mut other = made::assessment();
    other.subject.organisation = "Fabrikam".to_owned();
    let swapped = readiness_core::assessment::file::to_bytes(&other).expect("bytes");
    let files =
        document.get_dictionary(root).and_then(|root| root.get(b"AF")).and_then(Object::as_array).expect("files");
    let specification = document.get_dictionary(files[0].as_reference().expect("one")).expect("one").clone();
    let embedded = specification.get(b"EF").and_then(Object::as_dict).expect("one").get(b"F").expect("one").clone();
    let stream = document.get_object_mut(embedded.as_reference().expect("one")).and_then(Object::as_stream_mut);
    let stream = stream.expect("a stream");
    stream.dict.remove(b"Filter");
    stream.set_content(swapped);
    let mut altered = Vec::new();
    document.save_modern(&mut altered).expect("saved");
    altered.push(b'\n');
    let seen = verify(&altered, &[], Timestamp::now()).expect("a PDF");
    assert_eq!(seen.outcome, Outcome::Altered);
    assert_eq!(seen.changes, [readiness_core::msg!("verify-assessment-changed")], "{:?}", seen.changes);
}
