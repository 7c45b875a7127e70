//! What people do, from the first click to the file.

use egui::{Key, Modifiers};
use readiness_core::{
    assessment::{Conclusion, Status, file},
    facts::FactsFile,
    scenario,
};
use writeback_readiness::desktop::{Page, SaveState};

use crate::{
    bench::{Bench, now},
    patient::PATIENT,
};

fn answer_first_manual(bench: &mut Bench, why: &str) -> String {
    let item = {
        let assessment = bench.model().assessment().unwrap();
        assessment
            .checklist()
            .items()
            .find(|item| item.id == "proof.reset")
            .or_else(|| assessment.checklist().items().find(|item| item.is_manual()))
            .unwrap()
            .id
            .clone()
    };
    let title = {
        let model = bench.model();
        model.words.item_title(model.assessment().unwrap().checklist().item(&item).unwrap())
    };
    bench.fill("Search", &item);
    bench.press(Modifiers::NONE, Key::Enter);
    bench.until("the item is listed", |bench| bench.says(&title));
    {
        use egui_kittest::kittest::Queryable as _;
        bench.window.get_all_by_label_contains(&title).next().unwrap().click();
    }
    bench.settle();
    assert_eq!(bench.model().selected.as_deref(), Some(item.as_str()));
    bench.press(Modifiers::NONE, Key::A);
    bench.click("Your answer: Met");
    bench.fill("Who", "M. Berg");
    bench.fill("Why, or how you know", why);
    bench.press(Modifiers::COMMAND, Key::Enter);
    bench.until("the answer is taken", |bench| !bench.model().assessment().unwrap().answers.is_empty());
    item
}

#[test]
fn new_answer_undo_redo_save_reopen() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso Ltd");
    assert_eq!(bench.model().page, Page::Checklist);
    let item = answer_first_manual(&mut bench, "I saw it in the portal.");

    bench.press(Modifiers::COMMAND, Key::Z);
    assert!(bench.model().assessment().unwrap().answers.get(&item).is_none_or(Vec::is_empty));
    bench.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(bench.model().assessment().unwrap().answers[&item][0].who, "M. Berg");

    let path = bench.root.path().join("Contoso.readiness");
    bench.dialogs.paths.lock().unwrap().push_back(path.clone());
    bench.press(Modifiers::COMMAND, Key::S);
    bench.until("it is saved", |bench| {
        bench.model().document.as_ref().is_some_and(|document| document.save_state() == SaveState::Saved)
    });
    let saved = file::read(&path).unwrap();
    assert_eq!(saved.answers[&item][0].why, "I saw it in the portal.");

    bench.press(Modifiers::COMMAND, Key::W);
    assert_eq!(bench.model().page, Page::Start);
    bench.until("it is among the recent files", |bench| bench.says("Contoso Ltd"));
    bench.dialogs.paths.lock().unwrap().push_back(path);
    bench.press(Modifiers::COMMAND, Key::O);
    bench.until("it is open again", |bench| bench.model().document.is_some());
    assert_eq!(bench.model().assessment().unwrap().answers[&item][0].who, "M. Berg");
    assert!(bench.says("All changes saved"));
}

#[test]
fn what_has_no_file_is_offered_after_a_kill() {
    let mut bench = Bench::new("en");
    bench.begin("Northwind");
    bench.until("it is in the recovery folder", |bench| {
        bench.model().document.as_ref().is_some_and(|document| !document.is_dirty())
    });
    let mut bench = Bench::at(bench.kill(), "en", [1280.0, 800.0]);
    bench.until("the work is offered", |bench| bench.says("Unsaved work found."));
    bench.click("Recover");
    bench.until("it is open", |bench| bench.model().document.is_some());
    assert_eq!(bench.model().assessment().unwrap().subject.organisation, "Northwind");
}

#[test]
fn a_bad_file_costs_nothing_that_is_open() {
    let mut bench = Bench::new("en");
    bench.begin("Fabrikam");
    let bad = bench.root.path().join("bad.readiness");
    std::fs::write(&bad, "{ \"format\": 3").unwrap();
    bench.dialogs.paths.lock().unwrap().push_back(bad.clone());
    bench.press(Modifiers::COMMAND, Key::O);
    bench.until("it is refused with its place", |bench| bench.says("bad.readiness, line 1"));
    assert_eq!(bench.model().assessment().unwrap().subject.organisation, "Fabrikam");
    assert_eq!(std::fs::read_to_string(bad).unwrap(), "{ \"format\": 3");
}

#[test]
fn a_file_that_another_window_holds_is_not_opened() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso");
    let path = bench.root.path().join("held.readiness");
    bench.dialogs.paths.lock().unwrap().push_back(path.clone());
    bench.press(Modifiers::COMMAND, Key::S);
    bench.until("it is saved", |bench| {
        bench.model().document.as_ref().is_some_and(|document| document.save_state() == SaveState::Saved)
    });
    let mut other = Bench::new("en");
    other.dialogs.paths.lock().unwrap().push_back(path);
    other.press(Modifiers::COMMAND, Key::O);
    other.until("it says where the file is open", |bench| bench.says("open in another window"));
    assert!(other.model().document.is_none());
}

#[test]
fn a_run_over_recorded_facts_ends_with_a_conclusion_and_keeps_its_mark() {
    let mut bench = Bench::new("en");
    bench.press(Modifiers::COMMAND, Key::T);
    assert!(bench.says("TRAINING: recorded facts, not your tenant"));
    // The sample is a finished example: it runs by itself.
    bench.until("the run has ended", |bench| bench.model().running.as_ref().is_some_and(|run| !run.goes_on()));
    let results = bench.model().results.as_ref().unwrap();
    assert_ne!(results.tally.conclusion, Conclusion::NotReady, "{:?}", results.tally.reasons);
    assert!(results.tally.count(Status::Pass) > 0);
    // Training is never signed.
    bench.press(Modifiers::ALT, Key::Num4);
    assert!(bench.says("Training cannot be signed off."));
}

#[test]
fn a_dialog_that_cannot_open_is_replaced_by_a_path_field() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso");
    bench.press(Modifiers::COMMAND, Key::S);
    bench.until("a path can be typed", |bench| bench.says("Path of the file"));
    bench.click("Save");
    bench.until("it is saved under the proposed name", |bench| {
        bench.model().document.as_ref().is_some_and(|document| document.save_state() == SaveState::Saved)
    });
    assert!(bench.root.path().join("Contoso.readiness").is_file());
}

#[test]
fn both_roles_sign_and_an_edit_makes_the_signatures_stale() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso");
    bench.press(Modifiers::ALT, Key::Num4);
    for (role, who) in [("Assessor", "Lin Yue"), ("Customer", "Maria Berg")] {
        bench.fill(&format!("Name ({role})"), who);
        bench.click(&format!("I have read the findings and stand by them ({role})."));
        bench.click(&format!("Sign as {role}: Incomplete"));
    }
    let signed = |bench: &Bench| bench.model().results.as_ref().unwrap().signed();
    bench.until("both have signed", |bench| signed(bench) == 2);
    bench.press(Modifiers::ALT, Key::Num3);
    bench.fill("Assessed by", "Northwind Consulting");
    bench.press(Modifiers::COMMAND, Key::Enter);
    bench.until("the signatures are stale", |bench| signed(bench) == 0);
    bench.press(Modifiers::ALT, Key::Num4);
    assert!(bench.says("Changed after it was signed."));
}

#[test]
fn the_language_changes_while_it_runs() {
    let mut bench = Bench::new("en");
    bench.click("English");
    bench.click("简体中文");
    bench.until("it speaks Chinese", |bench| bench.says("新建评估"));
    assert!(!bench.says("New assessment"));
    bench.begin("北风贸易");
    assert!(bench.says("北风贸易"));
}

#[test]
fn the_report_is_written_in_its_own_language() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso");
    bench.press(Modifiers::COMMAND, Key::P);
    bench.click("Language of the report: 简体中文");
    for (name, file, marks) in [
        ("Save: PDF report", "r.pdf", "%PDF-"),
        ("Save: HTML report", "r.html", "未完成"),
        ("Save: CSV action plan", "r.csv", "未运行"),
    ] {
        let path = bench.root.path().join(file);
        bench.dialogs.paths.lock().unwrap().push_back(path.clone());
        bench.click_far(name);
        bench.until(name, |bench| bench.model().exported.iter().any(|exported| exported.path == path));
        let bytes = std::fs::read(&path).unwrap();
        assert!(String::from_utf8_lossy(&bytes).contains(marks), "{file} does not say {marks}");
    }
    assert!(bench.says("The screen stays in English."));
}

#[test]
fn a_run_says_how_far_it_is_and_ends_when_it_is_cancelled() {
    let mut bench = Bench::new("en");
    bench.begin(PATIENT);
    bench.press(Modifiers::NONE, Key::F5);
    bench.until("the idle test counts down", |bench| bench.says("0 of 5 answered, next in 0:30"));
    assert!(bench.says("You can keep working."));
    bench.press(Modifiers::NONE, Key::Escape);
    bench.until("the run has ended", |bench| bench.model().running.as_ref().is_some_and(|run| !run.goes_on()));
    bench.until("it says so", |bench| bench.says("finished results are kept"));
    assert_eq!(bench.model().results.as_ref().unwrap().tally.count(Status::Pass), 0);
}

#[test]
fn an_import_is_shown_before_it_is_taken_and_can_be_taken_back() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso");
    let facts = scenario::by_id("all-well").unwrap().facts(now()).unwrap();
    let looks = facts.snapshots().len();
    let path = bench.root.path().join("facts.json");
    std::fs::write(&path, serde_json::to_vec(&FactsFile::new(facts)).unwrap()).unwrap();
    bench.dialogs.paths.lock().unwrap().push_back(path);
    bench.press(Modifiers::COMMAND, Key::I);
    bench.until("it is shown", |bench| bench.model().over.is_some());
    assert!(bench.model().assessment().unwrap().facts.is_empty(), "nothing is taken before somebody says so");
    bench.click("Import");
    bench.until("it is taken", |bench| bench.model().assessment().unwrap().facts.snapshots().len() == looks);
    bench.press(Modifiers::COMMAND, Key::Z);
    assert!(bench.model().assessment().unwrap().facts.is_empty());
}
