//! Comparing, and handing over: from the page to the files, in both languages.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use readiness_core::{
    assessment::{Assessment, compare::Change, file},
    checklist::{ItemId, built_in},
    engine::judge,
    facts::{Facts, Source},
    reference::Reference,
    scenario,
};
use writeback_readiness::desktop::Page;

use crate::bench::{Bench, now};

/// A scenario as it is after a run, as a file.
fn played(bench: &Bench, id: &str, name: &str) -> std::path::PathBuf {
    judged(bench, id, name, |_| true, |_| true)
}

/// The same with some of its facts and some of its items: a report of few pages.
fn judged(
    bench: &Bench,
    id: &str,
    name: &str,
    fact: impl Fn(Source) -> bool,
    item: impl Fn(&str) -> bool,
) -> std::path::PathBuf {
    let scenario = scenario::by_id(id).unwrap();
    let mut assessment: Assessment = scenario.assessment(built_in(), now());
    let mut facts = Facts::default();
    for look in scenario.facts(now()).unwrap().snapshots().iter().filter(|look| fact(look.what.source())) {
        facts.add(look.clone());
    }
    assessment.import(facts);
    let items: Vec<ItemId> = built_in().items().map(|one| one.id.clone()).filter(|id| item(id)).collect();
    let facts = assessment.facts.clone();
    let found = judge(built_in(), &items, &facts, &assessment.subject, &Reference::built_in(), now());
    assessment.take_findings(found, now());
    let path = bench.root.path().join(name);
    file::write(&path, &assessment).unwrap();
    path
}

fn open(bench: &mut Bench, path: std::path::PathBuf) {
    bench.dialogs.paths.lock().unwrap().push_back(path);
    bench.press(Modifiers::COMMAND, Key::O);
    bench.until("it is open", |bench| bench.model().document.is_some());
}

#[test]
fn an_earlier_file_is_compared_with_what_is_open() {
    for (language, fixed, choose) in [("en", "Fixed: ", "Choose a file"), ("zh-CN", "已修复: ", "选择文件")] {
        let mut bench = Bench::new(language);
        let before = played(&bench, "rights-missing", "before.readiness");
        let after = played(&bench, "all-well", "after.readiness");
        open(&mut bench, after);
        bench.press(Modifiers::ALT, Key::Num6);
        assert_eq!(bench.model().page, Page::Compare);
        assert!(bench.model().compared.made.is_none());
        bench.dialogs.paths.lock().unwrap().push_back(before);
        bench.click(choose);
        bench.until("they are compared", |bench| bench.model().compared.made.is_some());
        let count = bench.model().compared.made.as_ref().unwrap().comparison.with(Change::Fixed).count();
        assert!(count > 0);
        bench.until("the tile counts", |bench| bench.says(&format!("{fixed}{count}")));

        // A row opens in place and tells both sides.
        let title = {
            let model = bench.model();
            let item = built_in().item("directory.test-user-rights").unwrap();
            model.words.item_title(item)
        };
        let comma = if language == "en" { "," } else { "、" };
        bench.window.get_by_label_contains(&format!("{title}{comma}")).click();
        bench.settle();
        assert!(bench.says("A: ") && bench.says("B: "), "the row is open");

        // Swapped, what was fixed has regressed.
        bench.press(Modifiers::ALT, Key::S);
        bench.until("they are swapped", |bench| {
            let made = bench.model().compared.made.as_ref().unwrap();
            made.comparison.is_worse() && made.comparison.with(Change::Regressed).count() > 0
        });

        let path = bench.root.path().join("comparison.json");
        bench.dialogs.paths.lock().unwrap().push_back(path.clone());
        let export = bench.model().words.text("command-compare-export");
        bench.click(&export);
        bench.until("it is written", |_| path.exists());
        let json: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        assert_eq!(json["is_worse"], true);
    }
}

#[test]
fn tiles_and_filter_narrow_the_rows() {
    let mut bench = Bench::new("en");
    let before = played(&bench, "rights-missing", "before.readiness");
    let after = played(&bench, "all-well", "after.readiness");
    open(&mut bench, after);
    bench.press(Modifiers::ALT, Key::Num6);
    bench.dialogs.paths.lock().unwrap().push_back(before);
    bench.press(Modifiers::ALT, Key::A);
    bench.until("they are compared", |bench| bench.model().compared.made.is_some());
    // The key of the last tile shows what did not change, and nothing else.
    bench.press(Modifiers::NONE, Key::Num6);
    let rows = |bench: &Bench| bench.window.query_all_by_label_contains(" \u{2192} ").count();
    let unchanged = bench.model().compared.made.as_ref().unwrap().comparison.with(Change::Unchanged).count();
    assert_eq!(rows(&bench), unchanged);
    bench.press(Modifiers::NONE, Key::Num6);
    assert!(rows(&bench) < unchanged);
    bench.fill("Filter rows", "no such words");
    bench.until("nothing is left", |bench| bench.says("No row matches."));
}

#[test]
fn a_bad_file_to_compare_costs_nothing() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso");
    bench.press(Modifiers::ALT, Key::Num6);
    let bad = bench.root.path().join("bad.readiness");
    std::fs::write(&bad, "{ \"format\": 3").unwrap();
    bench.dialogs.paths.lock().unwrap().push_back(bad);
    bench.click("Choose a file");
    bench.until("it is refused with its place", |bench| bench.says("bad.readiness, line 1"));
    assert!(bench.model().compared.made.is_none() && bench.model().document.is_some());
}

#[test]
fn everything_is_handed_over_from_the_report_page() {
    let mut bench = Bench::new("en");
    let file = judged(
        &bench,
        "half-configured",
        "half.readiness",
        |source| matches!(source, Source::Network | Source::Directory | Source::SyncServer),
        |id| matches!(id, "connectivity.service-bus-host" | "directory.connector-rights"),
    );
    open(&mut bench, file);
    bench.press(Modifiers::COMMAND, Key::P);
    bench.click("Language of the report: 简体中文");
    for (name, file, marks) in [
        ("Save: XLSX action plan", "plan.xlsx", "PK"),
        ("Save: Calendar", "plan.ics", "BEGIN:VCALENDAR"),
        ("Save: SARIF", "r.sarif", "\"2.1.0\""),
        ("Save: Change request: firewall", "firewall.md", "变更申请"),
        ("Save: Change request: directory", "directory.md", "dsacls"),
    ] {
        let path = bench.root.path().join(file);
        bench.dialogs.paths.lock().unwrap().push_back(path.clone());
        bench.window.get_by_label(name).scroll_to_me();
        bench.settle();
        bench.click(name);
        bench.until(name, |bench| bench.model().exported.iter().any(|exported| exported.path == path));
        let bytes = std::fs::read(&path).unwrap();
        assert!(String::from_utf8_lossy(&bytes).contains(marks), "{file} does not say {marks}");
    }
}
