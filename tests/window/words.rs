//! Every message that the window says exists in every language, and no message is left over.

use std::{collections::BTreeSet, fs, path::Path};

use jiff::tz::TimeZone;
use readiness_core::{Language, Words};

fn source(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            source(&path, into);
        } else if path.extension().is_some_and(|end| end == "rs") {
            into.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

/// Ids between quotes that begin like this.
fn ids(source: &str, begin: &str) -> BTreeSet<String> {
    let quoted = format!("\"{begin}");
    source
        .match_indices(&quoted)
        .map(|(at, _)| &source[at + 1..])
        .filter_map(|rest| rest.split_once('"'))
        .map(|(id, _)| id.to_owned())
        // A name that is put together, and the name of a face.
        .filter(|id| !id.contains('{') && !id.ends_with('-') && id != "ui-strong")
        .collect()
}

#[test]
fn every_message_of_the_window_exists_and_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut text = String::new();
    source(&root.join("app/src/desktop"), &mut text);
    let mut used = ids(&text, "ui-");
    used.extend(ids(&text, "command-"));
    assert!(used.len() > 100, "the search for ids finds {} only", used.len());
    for language in Language::all() {
        let words = Words::new(&language, TimeZone::UTC);
        let missing: Vec<_> = used.iter().filter(|id| !words.has(id)).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
        let file = fs::read_to_string(root.join(format!("assets/words/{language}/window.ftl"))).unwrap();
        let written = file.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id);
        let unused: Vec<_> =
            written.filter(|id| (id.starts_with("ui-") || id.starts_with("command-")) && !used.contains(*id)).collect();
        assert!(unused.is_empty(), "{language}: nothing says {unused:?}");
    }
}
