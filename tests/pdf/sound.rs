//! What other programs say of the file itself: archival (PDF/A-3a), accessible (PDF/UA-1), and without faults.

use std::{fs, path::Path, process::Command};

use jiff::tz::TimeZone;
use readiness_core::{
    Words, checklist,
    engine::judge,
    reference::Reference,
    report::{Report, ReportOptions, pdf},
    scenario,
};

use crate::{judges, made};

/// A long report with every kind of page.
fn long(language: &str) -> Vec<u8> {
    let scenario = scenario::by_id("half-configured").expect("built in");
    let list = checklist::built_in();
    let now = made::printed_at();
    let mut assessment = scenario.assessment(list, now);
    assessment.import(scenario.facts(now).expect("facts"));
    let items: Vec<String> = list.items().filter(|item| item.check.is_some()).map(|item| item.id.clone()).collect();
    let found = judge(list, &items, &assessment.facts, &assessment.subject, &Reference::built_in(), now);
    assessment.take_findings(found, now);
    let words = Words::new(&language.parse().expect("a language"), TimeZone::UTC);
    pdf::render(&Report::compose(&assessment, &words, &ReportOptions { now })).expect("a PDF").into_file()
}

#[test]
fn validators_find_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [
        ("en.pdf", long("en")),
        ("zh.pdf", long("zh-CN")),
        ("small.pdf", made::report().to_vec()),
        ("signed.pdf", made::signed_twice().to_vec()),
    ];
    for (name, bytes) in &files {
        fs::write(folder.path().join(name), bytes).expect("written");
        if let Some((well, text)) = judges::run("qpdf", &["--check", name], folder.path()) {
            assert!(well && !text.contains("WARNING"), "{name}: {text}");
        }
    }
    let Some(python) = judges::python() else { return };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("pdf/sound.py");
    let judged = Command::new(python)
        .arg(script)
        .args(files.iter().map(|(name, _)| name))
        .current_dir(folder.path())
        .output()
        .expect("python runs");
    let text = String::from_utf8_lossy(&judged.stdout).into_owned() + &String::from_utf8_lossy(&judged.stderr);
    println!("{text}");
    assert!(judged.status.success(), "{text}");
    assert!(text.contains("negative controls: "), "{text}");
}
