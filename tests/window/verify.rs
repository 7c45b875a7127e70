//! Reports that are looked at: by dialog, by dropping, as the program's argument; intact, altered, and of others.

use std::{fs, path::PathBuf};

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use readiness_core::{assessment::Role, msg, report::verify::Outcome};
use writeback_readiness::desktop::{Command, Page, SaveState, VerifiedState};

use crate::{
    authority,
    bench::Bench,
    chinese::{self, Allowed},
    made, names, quiet,
};

/// A file in the bench's folder.
pub fn put(bench: &Bench, name: &str, bytes: &[u8]) -> PathBuf {
    let path = bench.root.path().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// Opens a file by the dialog and waits until it was looked at.
pub fn look_at(bench: &mut Bench, path: PathBuf) {
    bench.dialogs.paths.lock().unwrap().push_back(path);
    bench.press(Modifiers::COMMAND, Key::O);
    looked(bench);
}

/// Waits until the report was looked at.
pub fn looked(bench: &mut Bench) {
    bench.until("it was looked at", |bench| {
        let report = bench.model().verified.report.as_ref();
        report.is_some_and(|report| !matches!(report.state, VerifiedState::Looking))
    });
    bench.settle();
}

/// What holds of every page: controls have names, nothing is drawn for nothing, no English is left over.
pub fn well_said(bench: &mut Bench, place: &str) {
    names::check(bench, place);
    quiet::quiet(bench, place);
    if bench.model().words.language().tag() == "zh-CN" {
        chinese::read(bench, &Allowed::of(&made::assessment()), place);
    }
}

#[test]
fn a_signed_report_is_verified_trusted_and_gone_on_with() {
    for (language, intact, not_trusted, trusted) in [
        (
            "en",
            "Intact, but not every signer is trusted.",
            "Not trusted",
            "Intact, signed, and the signers are trusted.",
        ),
        ("zh-CN", "完好，但并非所有签署人都可信。", "不受信任", "完好，已签名，且签署人可信。"),
    ] {
        let mut bench = Bench::today(language, None);
        let signed = made::sign(&made::print(&made::assessment(), language), Role::Assessor, "rsa");
        let path = put(&bench, "signed.pdf", &signed);
        look_at(&mut bench, path.clone());
        assert_eq!(bench.model().page, Page::Verify);
        for said in [intact, not_trusted, "Lin Yue (Consultant)", "O=Northwind, CN=Lin Yue", "CN=Test Root"] {
            assert!(bench.says(said), "{language}: {said}");
        }
        assert!(bench.model().document.is_none(), "looking opens nothing");
        well_said(&mut bench, "a signed report");

        bench.dialogs.paths.lock().unwrap().push_back(authority::folder().join("ca.pem"));
        let name = bench.model().words.text("command-choose-roots");
        bench.click_far(&name);
        bench.until("the signer is trusted", |bench| bench.says(trusted));
        assert!(bench.says("Test Root \u{203A} Lin Yue"), "the chain, root first");

        let name = bench.model().words.text("command-continue-report");
        bench.click_far(&name);
        bench.until("it is open", |bench| bench.model().document.is_some());
        let document = bench.model().document.as_ref().unwrap();
        assert_eq!((document.path(), document.save_state()), (None, SaveState::Unnamed));
        bench.press(Modifiers::ALT, Key::Num4);
        let word = bench.model().words.text("ui-sign-signed");
        assert!(bench.says(&word) && bench.says("Lin Yue"), "{language}: the signature has become a sign-off");
        assert_eq!(bench.model().results.as_ref().unwrap().signed(), 1);
        assert_eq!(fs::read(&path).unwrap(), signed, "the report stays as it is");
    }
}

#[test]
fn a_signer_whose_certificate_was_revoked_is_named_once_the_list_is_given() {
    for (language, revoked) in [("en", "The certificate of Lin Yue was revoked on"), ("zh-CN", "Lin Yue")] {
        let mut bench = Bench::today(language, None);
        authority::publish(bench.root.path(), "rsa");
        let signed = made::sign(&made::print(&made::assessment(), language), Role::Assessor, "rsa");
        let path = put(&bench, "signed.pdf", &signed);
        bench.perform(Command::TrustRoots(authority::folder().join("ca.pem")));
        look_at(&mut bench, path);
        let outcome = |bench: &Bench| bench.model().verified.looked().map(|looked| looked.found.outcome);
        bench.until("it is trusted", |bench| outcome(bench) == Some(Outcome::Trusted));

        let list = bench.root.path().join("list.crl");
        bench.dialogs.paths.lock().unwrap().push_back(list);
        let name = bench.model().words.text("command-choose-lists");
        bench.click_far(&name);
        bench.until("it is not trusted", |bench| outcome(bench) == Some(Outcome::NotTrusted));
        let trust = &bench.model().verified.looked().unwrap().found.signatures[0].trust;
        let why = trust.clone().unwrap_err();
        let why = bench.model().words.say(&why);
        assert!(why.starts_with(revoked) || language != "en", "{why}");
        assert!(bench.says(&why), "{language} does not say {why}");
        well_said(&mut bench, "a revoked signer");

        let forget = bench.model().words.say(&msg!("ui-verify-lists-forget", name = "Test Root"));
        bench.click_far(&forget);
        bench.until("it is trusted again", |bench| outcome(bench) == Some(Outcome::Trusted));

        let wrong = put(&bench, "wrong.crl", b"no list");
        bench.perform(Command::LookIntoLists(wrong));
        bench.until("it is refused", |bench| bench.says("wrong.crl"));
        assert!(bench.model().verified.lists.is_empty(), "nothing is taken of it");
    }
}

#[test]
fn what_was_altered_is_named_and_not_gone_on_with() {
    for (language, altered) in
        [("en", "Altered or damaged. Do not rely on it."), ("zh-CN", "已被更改或已损坏，请勿采信。")]
    {
        let mut bench = Bench::today(language, None);
        bench.begin("Fabrikam");
        // The first page's own content, so that the words can name it.
        let mut bytes = made::print(&made::assessment(), language);
        let mut document = lopdf::Document::load_mem(&bytes).unwrap();
        let first = document.get_pages()[&1];
        let content = document.get_page_content(first);
        document.change_page_content(first, [content, b" 0 0 10 10 re f".to_vec()].concat()).unwrap();
        bytes.clear();
        document.save_to(&mut bytes).unwrap();
        let path = put(&bench, "altered.pdf", &bytes);
        bench.perform(Command::Dropped(path));
        looked(&mut bench);
        assert!(bench.says(altered), "{language}");
        let found = &bench.model().verified.looked().unwrap().found;
        assert_eq!(found.outcome, Outcome::Altered);
        for change in &found.changes {
            let change = bench.model().words.say(change);
            assert!(bench.says(&change), "{language} does not say {change}");
        }
        well_said(&mut bench, "an altered report");
        let name = bench.model().words.text("command-continue-report");
        bench.click_far(&name);
        assert_eq!(bench.model().assessment().unwrap().subject.organisation, "Fabrikam", "what is open stays open");
        assert!(bench.model().recent.files.is_empty(), "what is altered is no file to go on with");
    }
}

#[test]
fn files_that_are_no_reports_are_refused_in_words() {
    let mut bench = Bench::today("en", None);
    bench.begin("Fabrikam");
    let half = &made::report()[..made::report().len() / 2];
    let mut foreign = Vec::new();
    let mut document = lopdf::Document::with_version("1.7");
    let pages = document.add_object(lopdf::dictionary! { "Type" => "Pages", "Kids" => vec![], "Count" => 0 });
    let catalog = document.add_object(lopdf::dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    document.save_to(&mut foreign).unwrap();
    for (name, bytes, said) in [
        ("half.pdf", half, "The file ends too early."),
        ("foreign.pdf", &foreign, "This is not a report of Writeback Readiness."),
        ("text.pdf", b"plain text", "This is not a PDF."),
        ("empty.pdf", b"", "This is not a PDF."),
    ] {
        let path = put(&bench, name, bytes);
        look_at(&mut bench, path);
        assert!(bench.says(said), "{name} does not say {said}");
    }
    bench.perform(Command::OpenPath("/no/such/file.pdf".into()));
    looked(&mut bench);
    assert!(bench.says("cannot be read"), "a missing file is named");
    assert_eq!(bench.model().assessment().unwrap().subject.organisation, "Fabrikam");
}

#[test]
fn a_report_comes_as_argument_from_the_palette_and_from_the_recent_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("twice.pdf");
    fs::write(&path, made::signed_twice()).unwrap();
    let mut bench = Bench::today("en", Some(path.clone()));
    looked(&mut bench);
    assert_eq!(bench.model().page, Page::Verify);
    assert!(bench.says("Signed off by both") && bench.says("M. Berg 贝格"), "both have signed");
    assert_eq!(bench.model().verified.looked().unwrap().found.next_to_sign(), None::<Role>);
    bench.click("Back to the start page");
    assert!(bench.says("Contoso 康拓索"), "it is among the recent files");
    bench.press(Modifiers::COMMAND, Key::K);
    bench.fill("Find a command, an item or a file", "twice");
    bench.press(Modifiers::NONE, Key::Enter);
    bench.until("it is looked at again", |bench| bench.model().page == Page::Verify);
    looked(&mut bench);
    // What it came to can be given on.
    bench.window.get_by_label("Copy result").click();
    let copied = (0..4).any(|_| {
        bench.window.step();
        bench.window.output().platform_output.commands.iter().any(
            |command| matches!(command, egui::OutputCommand::CopyText(text) if text.contains("Signed off by both")),
        )
    });
    assert!(copied, "the result is copied");
}
