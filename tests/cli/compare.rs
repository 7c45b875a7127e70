//! Two assessments beside each other, as scripts and people ask for it.

use std::{fs, path::Path};

use readiness_tests::program::wbready;
use tempfile::tempdir;

fn run(at: &Path, scenario: &str, file: &str) {
    let done = wbready(at, &["run", "--scenario", scenario, "--save", file]);
    assert!(done.code == 1 || done.code == 3, "{}", done.err);
}

#[test]
fn what_became_better_and_worse_is_told_with_exit_codes() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    run(at, "rights-missing", "a.readiness");
    run(at, "all-well", "b.readiness");
    let better = wbready(at, &["compare", "a.readiness", "b.readiness"]);
    assert_eq!(better.code, 0, "{} {}", better.out, better.err);
    assert!(better.out.contains("Nothing is worse than it was.") && better.out.contains("\nFixed ("), "{}", better.out);
    assert!(better.out.contains("[Failed -> Pass]") && better.out.contains("(directory.test-user-rights)"));

    let worse = wbready(at, &["compare", "b.readiness", "a.readiness", "--json", "-", "--pdf", "c.pdf"]);
    assert_eq!(worse.code, 1, "{}", worse.err);
    let json: serde_json::Value = serde_json::from_str(&worse.out).expect("JSON and nothing else");
    assert_eq!((&json["format"], &json["is_worse"]), (&"readiness-comparison".into(), &true.into()));
    assert!(json["counts"]["regressed"].as_u64().expect("a number") > 0);
    let items = json["items"].as_array().expect("items");
    let rights = items.iter().find(|item| item["id"] == "directory.test-user-rights").expect("there");
    assert_eq!((&rights["change"], &rights["effect"]), (&"regressed".into(), &"worse".into()));
    assert!(!rights["facts"].as_array().expect("facts").is_empty());
    assert!(fs::read(at.join("c.pdf")).expect("written").starts_with(b"%PDF-1.7"));

    let same = wbready(at, &["compare", "a.readiness", "a.readiness", "--lang", "zh-CN"]);
    assert_eq!(same.code, 0, "{}", same.out);
    assert!(same.out.contains("没有任何检查项比之前更差。") && same.out.contains("项均无变化。"), "{}", same.out);
}

#[test]
fn what_could_not_be_seen_any_more_is_worse_and_not_fixed() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    run(at, "all-well", "seen.readiness");
    run(at, "nothing-reachable", "blind.readiness");
    let lost = wbready(at, &["compare", "seen.readiness", "blind.readiness"]);
    assert_eq!(lost.code, 1, "{}", lost.out);
    assert!(lost.out.contains("\nNo longer known (") && !lost.out.contains("\nFixed ("), "{}", lost.out);
    let known = wbready(at, &["compare", "blind.readiness", "seen.readiness"]);
    assert_eq!(known.code, 0, "{}", known.out);
    assert!(known.out.contains("\nNewly known (") && !known.out.contains("\nFixed ("), "{}", known.out);
}

#[test]
fn other_subjects_and_bad_files_are_refused() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    run(at, "all-well", "a.readiness");
    run(at, "forest-added-later", "other.readiness");
    let refused = wbready(at, &["compare", "a.readiness", "other.readiness"]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{}", refused.err);
    assert!(refused.err.contains("two forests") && refused.err.contains("--accept-other-subject"), "{}", refused.err);
    let all_the_same = wbready(at, &["compare", "a.readiness", "other.readiness", "--accept-other-subject"]);
    assert!(all_the_same.code < 2 && all_the_same.out.contains("two forests"), "{}", all_the_same.out);
    fs::write(at.join("bad.readiness"), "{").expect("written");
    let bad = wbready(at, &["compare", "a.readiness", "bad.readiness"]);
    assert!(bad.code == 2 && bad.err.contains("bad.readiness:1"), "{}", bad.err);
}
