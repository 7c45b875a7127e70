//! The whole way in both languages, and the forms: what is typed is never lost.

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use readiness_core::{
    Message,
    assessment::{Answer, Assessment, Outcome, Role, Status, file},
    checklist::built_in,
    facts::FactsFile,
    scenario,
};
use writeback_readiness::desktop::{Page, SaveState};

use crate::bench::{Bench, now};

/// A switch that only a person can tell in every recorded case.
fn first_at(bench: &Bench, status: Status) -> String {
    let results = bench.model().results.as_ref().unwrap();
    let assessment = bench.model().assessment().unwrap();
    let items = assessment.checklist().items();
    items.map(|item| item.id.clone()).find(|id| results.status(id) == status).expect("an item at this status")
}

fn text(bench: &Bench, id: &str) -> String {
    bench.model().words.text(id)
}

/// Goes to an item as a person does: search, then click.
pub fn go(bench: &mut Bench, item: &str) {
    let title = {
        let model = bench.model();
        model.words.item_title(model.assessment().unwrap().checklist().item(item).unwrap())
    };
    bench.press(Modifiers::ALT, Key::Num2);
    let search = text(bench, "command-search");
    bench.fill_anew(&search, item);
    bench.press(Modifiers::NONE, Key::Enter);
    bench.until("the item is listed", |bench| bench.says(&title));
    bench.window.get_all_by_label_contains(&title).next().unwrap().click();
    bench.settle();
    assert_eq!(bench.model().selected.as_deref(), Some(item));
}

fn saved(bench: &Bench) -> bool {
    bench.model().document.as_ref().is_some_and(|document| document.save_state() == SaveState::Saved)
}

/// New, facts of a recorded case, answer, exception, sign-off, report, reopen.
fn whole_way(language: &str, organisation: &str) {
    let mut bench = Bench::new(language);
    bench.begin(organisation);

    // The facts of a case that is half configured, as evidence that was collected elsewhere.
    let facts = scenario::by_id("half-configured").unwrap().facts(now()).unwrap();
    let path = bench.root.path().join("facts.json");
    std::fs::write(&path, serde_json::to_vec(&FactsFile::new(facts)).unwrap()).unwrap();
    bench.dialogs.paths.lock().unwrap().push_back(path);
    bench.press(Modifiers::COMMAND, Key::I);
    bench.until("the evidence is shown", |bench| bench.model().over.is_some());
    let take = text(&bench, "ui-import-take");
    bench.click(&take);
    bench.until("it is taken", |bench| !bench.model().assessment().unwrap().facts.is_empty());

    // Answer what only a person can tell.
    let item = first_at(&bench, Status::NeedsYou);
    go(&mut bench, &item);
    bench.press(Modifiers::NONE, Key::A);
    let (answer, met) = (text(&bench, "ui-form-answer"), text(&bench, "outcome-pass"));
    bench.click(&format!("{answer}: {met}"));
    let who = text(&bench, "ui-form-who");
    bench.fill(&who, "Maria Berg");
    let why = text(&bench, "ui-form-why");
    bench.fill(&why, "已在门户中查看 / seen in the portal");
    bench.press(Modifiers::COMMAND, Key::Enter);
    bench.until("the answer is taken", |bench| {
        bench.model().assessment().unwrap().answers.get(&item).is_some_and(|answers| answers[0].who == "Maria Berg")
    });
    assert_eq!(
        bench.model().assessment().unwrap().answers[&item][0].seen_on,
        Some(jiff::civil::Date::constant(2026, 11, 22))
    );

    // Accept something that failed.
    let failed = first_at(&bench, Status::Fail);
    go(&mut bench, &failed);
    bench.press(Modifiers::NONE, Key::E);
    let why = text(&bench, "ui-form-accept-why");
    bench.fill(&why, "The change is planned for the next maintenance window.");
    let mitigation = text(&bench, "ui-form-mitigation");
    bench.fill(&mitigation, "Nobody resets a password meanwhile.");
    let owner = text(&bench, "ui-form-owner");
    bench.fill(&owner, "Lin Yue");
    bench.press(Modifiers::COMMAND, Key::Enter);
    bench.until("the exception is taken", |bench| {
        bench.model().results.as_ref().unwrap().status(&failed) == Status::Excepted
    });
    assert_eq!(
        bench.model().assessment().unwrap().exceptions[&failed][0].mitigation,
        "Nobody resets a password meanwhile."
    );

    // Sign.
    bench.press(Modifiers::ALT, Key::Num4);
    for role in Role::ALL {
        let words = &bench.model().words;
        let role_word = words.text(role.message_id());
        let with = |id: &str| words.say(&Message::new(id).with("role", role_word.as_str()));
        let (name, read) = (with("ui-sign-name-of"), with("ui-sign-have-read"));
        let conclusion = bench.model().results.as_ref().unwrap().tally.conclusion;
        let sign = words.say(
            &Message::new("ui-sign-as-not")
                .with("role", role_word.as_str())
                .with("conclusion", words.text(conclusion.message_id())),
        );
        bench.fill(&name, "Lin Yue");
        bench.click_far(&read);
        bench.click_far(&sign);
    }
    bench.until("both have signed", |bench| bench.model().results.as_ref().unwrap().signed() == 2);

    // Save, and export.
    let place = bench.root.path().join("whole.readiness");
    bench.dialogs.paths.lock().unwrap().push_back(place.clone());
    bench.press(Modifiers::COMMAND, Key::S);
    bench.until("it is saved", saved);
    bench.press(Modifiers::COMMAND, Key::P);
    assert_eq!(bench.model().page, Page::Report);
    let report = bench.root.path().join("whole.pdf");
    bench.dialogs.paths.lock().unwrap().push_back(report.clone());
    let name = {
        let words = &bench.model().words;
        words.say(&Message::new("ui-report-save-as").with("format", words.text("ui-format-pdf")))
    };
    bench.click(&name);
    bench.until("the report is written", |bench| !bench.model().exported.is_empty());
    assert!(std::fs::read(&report).unwrap().starts_with(b"%PDF-"));
    let (open, folder) = (text(&bench, "ui-report-open"), text(&bench, "ui-report-folder"));
    assert!(bench.says(&open) && bench.says(&folder));

    // Reopen.
    bench.press(Modifiers::COMMAND, Key::W);
    bench.until("it is among the recent files", |bench| bench.says(organisation));
    bench.dialogs.paths.lock().unwrap().push_back(place);
    bench.press(Modifiers::COMMAND, Key::O);
    bench.until("it is open again", |bench| bench.model().document.is_some());
    assert_eq!(bench.model().results.as_ref().unwrap().signed(), 2, "the signatures still cover it");
    assert_eq!(bench.model().results.as_ref().unwrap().status(&failed), Status::Excepted);
}

#[test]
fn the_whole_way_in_english() {
    whole_way("en", "Contoso Ltd");
}

#[test]
fn the_whole_way_in_chinese() {
    whole_way("zh-CN", "北风贸易有限公司");
}

#[test]
fn what_is_typed_survives_another_item_and_a_crash_of_a_saved_assessment() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso Ltd");
    let place = bench.root.path().join("kept.readiness");
    bench.dialogs.paths.lock().unwrap().push_back(place.clone());
    bench.press(Modifiers::COMMAND, Key::S);
    bench.until("it is saved", saved);
    go(&mut bench, "proof.reset");
    bench.press(Modifiers::NONE, Key::A);
    bench.fill("Why, or how you know", "half a sentence");
    go(&mut bench, "connectivity.idle");
    assert!(!bench.says("half a sentence"));
    go(&mut bench, "proof.reset");
    bench.press(Modifiers::NONE, Key::A);
    let field = |bench: &Bench| bench.field("Why, or how you know").0;
    assert_eq!(field(&bench), "half a sentence");
    let recovery = bench.root.path().join("recovery");
    let kept = |folder: &std::path::Path| {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries.filter(|entry| entry.path().extension().is_some_and(|end| end == "typed")).count()
    };
    bench.until("it is kept", |_| kept(&recovery) == 1);

    let mut bench = Bench::at(bench.kill(), "en", [1280.0, 800.0]);
    bench.dialogs.paths.lock().unwrap().push_back(place);
    bench.press(Modifiers::COMMAND, Key::O);
    bench.until("it is said", |bench| bench.says("A text that was not saved is back in its form."));
    go(&mut bench, "proof.reset");
    bench.press(Modifiers::NONE, Key::A);
    assert_eq!(field(&bench), "half a sentence");
    bench.click("Discard draft");
    bench.until("nothing is kept any more", |bench| kept(&bench.root.path().join("recovery")) == 0);
}

#[test]
fn what_is_typed_into_work_without_a_file_comes_back_with_it() {
    let mut bench = Bench::new("zh-CN");
    bench.begin("北风贸易");
    bench.until("it is in the recovery folder", |bench| !bench.model().document.as_ref().unwrap().is_dirty());
    go(&mut bench, "proof.reset");
    bench.press(Modifiers::NONE, Key::A);
    bench.fill("理由或依据", "半句话");
    let recovery = bench.root.path().join("recovery");
    bench.until("it is kept", |_| {
        let entries = std::fs::read_dir(&recovery).into_iter().flatten().flatten();
        entries.into_iter().any(|entry| entry.path().extension().is_some_and(|end| end == "typed"))
    });
    let mut bench = Bench::at(bench.kill(), "zh-CN", [1280.0, 800.0]);
    bench.until("the work is offered", |bench| bench.says("恢复"));
    bench.click("恢复");
    bench.until("it is open", |bench| bench.model().document.is_some());
    bench.until("the text is back", |bench| bench.says("段尚未保存的文字已恢复到表单中"));
}

#[test]
fn mistakes_are_said_when_a_field_is_left_and_the_first_one_gets_the_cursor() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso Ltd");
    go(&mut bench, "proof.reset");
    bench.press(Modifiers::NONE, Key::A);
    assert!(!bench.says("Say how you know."), "nobody is scolded before they have typed");
    for field in ["Valid until", "Why, or how you know", "Who"] {
        bench.enter(field);
    }
    assert!(bench.says("Say how you know."));
    bench.fill("Who", "M. Berg");
    bench.click("Your answer: Met");
    bench.press(Modifiers::COMMAND, Key::Enter);
    assert!(bench.field("Why, or how you know").1);
    assert!(bench.model().assessment().unwrap().answers.is_empty());
}

#[test]
fn an_exception_is_changed_ended_and_renewed() {
    let mut bench = Bench::new("en");
    bench.press(Modifiers::COMMAND, Key::L);
    let case = bench
        .model()
        .words
        .say(&Message::new("ui-training-start").with("case", bench.model().words.text("scenario-half-configured")));
    bench.click_far(&case);
    bench.run_all();
    let failed = first_at(&bench, Status::Fail);
    go(&mut bench, &failed);
    bench.press(Modifiers::NONE, Key::E);
    bench.fill("Why it is acceptable", "too short");
    bench.fill("Owner", "Lin Yue");
    bench.press(Modifiers::COMMAND, Key::Enter);
    assert!(bench.says("Say in at least 20 characters"));
    bench.fill("Why it is acceptable", " but this is long enough now");
    bench.press(Modifiers::COMMAND, Key::Enter);
    bench.until("it is accepted", |bench| bench.model().results.as_ref().unwrap().status(&failed) == Status::Excepted);

    bench.press(Modifiers::NONE, Key::E);
    bench.click("Change");
    bench.click_far("Until: 180 days");
    bench.press(Modifiers::COMMAND, Key::Enter);
    let until = |bench: &Bench| bench.model().assessment().unwrap().exceptions[&failed][0].until.to_string();
    bench.until("it holds longer", |bench| until(bench) == "2027-05-21");

    bench.press(Modifiers::NONE, Key::E);
    bench.click("End now");
    bench.until("what was found counts again", |bench| {
        bench.model().results.as_ref().unwrap().status(&failed) == Status::Fail
    });
    bench.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(bench.model().results.as_ref().unwrap().status(&failed), Status::Excepted, "the end can be taken back");
}

#[test]
fn a_rare_character_is_named_before_the_report_is_made() {
    let mut bench = Bench::new("en");
    bench.window.ctx.set_missing_glyph_policy(egui::MissingGlyphPolicy::Tofu);
    // A hanzi of extension B, which no embedded font has.
    bench.begin("Contoso \u{2A6D5}");
    bench.press(Modifiers::COMMAND, Key::P);
    bench.until("it is named", |bench| bench.says("1 character has no glyph"));
    assert!(bench.says("U+2A6D5"));
    bench.click("Show where");
    assert_eq!(bench.model().page, Page::Subject);
}

#[test]
fn evidence_is_a_table_that_copies_rows_and_shows_what_is_kept() {
    let mut bench = Bench::new("en");
    bench.press(Modifiers::COMMAND, Key::T);
    bench.run_all();
    go(&mut bench, "connectivity.service-bus-host");
    assert!(bench.says("What the finding rests on"), "where nothing is to be repaired, the evidence is unfolded");
    bench.window.get_all_by_role(egui::accesskit::Role::Row).next().expect("a row").focus();
    bench.settle();
    bench.window.event(Event::Copy);
    bench.window.step();
    let copied = bench.window.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("a row was copied");
    assert_eq!(copied.matches('\t').count(), 4, "{copied}");
    bench.click("Show raw");
    assert!(bench.says("\"looked_at\""));
    bench.click("Show table");
    assert!(bench.says("What the finding rests on"));
}

#[test]
fn what_could_not_be_checked_names_the_way_out() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso Ltd");
    // An item that needs a tenant which is not named: the way out is the subject.
    let mut assessment = Assessment::new(built_in(), bench.model().assessment().unwrap().subject.clone(), now());
    let item = "tenant.writeback-switch";
    let why = readiness_core::facts::Unavailable::NotConfigured { what: "tenant".to_owned() };
    let unseen = readiness_core::facts::Unavailable::NotLookedAt;
    let findings = [(item, why), ("sync.not-staging", unseen)]
        .map(|(item, why)| (item.to_owned(), readiness_core::finding::Finding::could_not_check(why)));
    assessment.take_findings(findings, now());
    let place = bench.root.path().join("unknown.readiness");
    file::write(&place, &assessment).unwrap();
    bench.dialogs.paths.lock().unwrap().push_back(place);
    bench.press(Modifiers::COMMAND, Key::O);
    bench.until("it is open", |bench| !bench.model().assessment().unwrap().findings.is_empty());
    go(&mut bench, item);
    assert!(bench.says("Fill it in, then run again, or answer by hand."));
    bench.click("Open the subject");
    assert_eq!(bench.model().page, Page::Subject);
    // A run from here does not look at the sync server.
    bench.press(Modifiers::ALT, Key::Num2);
    go(&mut bench, "sync.not-staging");
    assert!(bench.says("On the sync server, run"));
    bench.click("Import evidence");
}

#[test]
fn an_answer_of_the_future_is_refused() {
    let mut assessment = Assessment::new(built_in(), readiness_core::Subject::default(), now());
    let answer = Answer {
        outcome: Outcome::Pass,
        who: "M. Berg".into(),
        title: String::new(),
        why: "I will look.".into(),
        at: now(),
        seen_on: Some(jiff::civil::Date::constant(2026, 12, 1)),
        until: None,
        subject: String::new(),
        attachments: Vec::new(),
        other: serde_json::Map::new(),
    };
    assert!(assessment.answer("proof.reset", answer, now()).is_err());
}
