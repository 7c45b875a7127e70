//! Walls: what must not be there, and what must be current.

use std::{
    fs,
    path::{Path, PathBuf},
};

use readiness_core::{
    assessment::Assessment,
    checklist::Checklist,
    facts::FactsFile,
    report::{JsonComparison, JsonReport},
    schema,
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sources(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, into: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, into);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                into.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths);
    assert!(paths.len() > 5, "{folder}: too few sources to be true");
    paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).expect("text");
            let name = path.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
            (name, text)
        })
        .collect()
}

/// Lines of code (not of tests or comments) of `folder` that hold one of `words`, outside `except`.
fn offenders(folder: &str, words: &[&str], except: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, text) in sources(folder) {
        if except.iter().any(|part| name.contains(part)) || name.ends_with("tests.rs") || name.contains("/tests/") {
            continue;
        }
        for (index, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("#[cfg(test)]") {
                break;
            }
            let code = line.trim_start();
            if !code.starts_with("//") && words.iter().any(|word| code.contains(word)) {
                found.push(format!("{name}:{}: {code}", index + 1));
            }
        }
    }
    found
}

fn none(found: Vec<String>) {
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn core_knows_no_window_no_terminal_and_no_process() {
    none(offenders(
        "core/src",
        &["egui", "eframe", "clap::", "rfd::", "println!", "eprintln!", "std::env::", "process::exit", "use std::env"],
        &[],
    ));
}

#[test]
fn core_goes_out_only_in_collectors_and_files_only_in_the_assessment_file() {
    none(offenders(
        "core/src",
        &["std::fs", "tokio::fs", "tokio::net", "std::net::Tcp", "reqwest::", "hickory_resolver::", "std::process"],
        &["core/src/collect/", "core/src/assessment/file.rs"],
    ));
}

#[test]
fn core_is_given_the_time() {
    none(offenders(
        "core/src",
        &["Timestamp::now", "SystemTime::now", "Zoned::now", "std::time::Instant::now"],
        &["core/src/collect/"],
    ));
}

/// The engine judges everything else while the idle test goes on.
#[test]
fn only_its_own_check_judges_by_the_idle_test() {
    none(offenders("core/src/checks/", &["facts.idle", ".idle."], &["connectivity_idle", "idle_limits"]));
}

#[test]
fn verification_of_certificates_cannot_be_switched_off() {
    none(offenders("core/src", &["danger_accept", "ServerCertVerified::assertion"], &[]));
    none(offenders("app/src", &["danger_accept", "ServerCertVerified::assertion", ".dangerous()"], &[]));
}

#[test]
fn views_do_not_hold_the_assessment_mutably_and_the_window_never_waits() {
    none(offenders("app/src/desktop", &["&mut Assessment"], &["document", "perform", "edit"]));
    none(offenders(
        "app/src/desktop",
        &[".await", "block_on", "blocking_recv", "thread::sleep"],
        &["worker", "dialogs"],
    ));
}

#[test]
fn the_published_schemas_are_current() {
    for (name, schema) in [
        ("checklist", schema::of::<Checklist>()),
        ("facts", schema::of::<FactsFile>()),
        ("assessment", schema::of::<Assessment>()),
        ("comparison", schema::of::<JsonComparison>()),
        ("report", schema::of::<JsonReport>()),
    ] {
        let path = root().join(format!("assets/schema/{name}.schema.json"));
        let text = schema::text(schema);
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(&path, &text).expect("written");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(
            kept == text,
            "assets/schema/{name}.schema.json is not current: set UPDATE_EXPECTED=1 and run this test"
        );
    }
}

#[test]
fn no_source_file_is_unfinished() {
    for folder in ["core/src", "app/src"] {
        none(offenders(folder, &["todo!(", "unimplemented!(", "dbg!("], &[]));
    }
}
