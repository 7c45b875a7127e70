//! Everything in the tables has words, the same in both languages.

use std::collections::BTreeMap;

use fluent_syntax::ast::Entry;

use super::*;

/// The message ids of one language's file, each with its attributes.
fn words(text: &str) -> BTreeMap<String, Vec<String>> {
    let resource = fluent_syntax::parser::parse(text).unwrap();
    let mut words = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let id = message.id.name.to_owned();
            let attributes = message.attributes.iter().map(|attribute| attribute.id.name.to_owned()).collect();
            assert!(words.insert(id.clone(), attributes).is_none(), "{id} comes twice");
        }
    }
    words
}

fn all_words() -> [BTreeMap<String, Vec<String>>; 2] {
    [
        words(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/words/en/reference.ftl"))),
        words(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/words/zh-CN/reference.ftl"))),
    ]
}

#[test]
fn both_languages_have_the_same_words() {
    let [english, chinese] = all_words();
    assert_eq!(english, chinese);
}

#[test]
fn everything_in_the_tables_has_words() {
    let reference = Reference::built_in();
    let [english, _] = all_words();
    let explained = (reference.events.events.iter().map(Event::message))
        .chain(reference.events.codes.iter().map(ErrorCode::message))
        .chain(reference.versions.defects.iter().map(Defect::message));
    for id in explained {
        assert_eq!(english.get(&id).unwrap_or_else(|| panic!("{id}")), &["meaning", "remedy"], "{id}");
    }
    let named = (reference.roles.roles.iter().map(Role::message))
        .chain(reference.rights.rights.iter().map(Right::message))
        .chain(reference.rights.principals.iter().map(Principal::message))
        .chain(reference.endpoints.never_probe.iter().map(|row| row.reason.clone()))
        .chain(reference.versions.releases.iter().flat_map(|row| row.notes.clone()))
        .chain(reference.versions.thresholds.iter().map(|row| row.note.clone()))
        .chain(Cloud::ALL.map(Cloud::message));
    for id in named {
        assert!(english.contains_key(&id), "{id}");
    }
}
