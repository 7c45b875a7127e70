//! People sign reports in the window: with a certificate, with one of their own, and what they are told when it comes to
//! nothing.

use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
};

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use jiff::Timestamp;
use readiness_core::{
    assessment::{Role, Standing, file},
    msg,
    report::verify::{Outcome, Printed, verify},
};
use writeback_readiness::desktop::{Command, Page, Signable};

use crate::{
    authority,
    bench::Bench,
    made,
    verify::{look_at, looked, put, well_said},
};

/// A small assessment is open, and its sign-off page is shown.
pub fn to_sign(mut bench: Bench) -> Bench {
    let path = bench.root.path().join("Contoso.readiness");
    file::write(&path, &made::assessment()).unwrap();
    bench.dialogs.paths.lock().unwrap().push_back(path);
    bench.press(Modifiers::COMMAND, Key::O);
    bench.until("it is open", |bench| bench.model().document.is_some());
    bench.press(Modifiers::ALT, Key::Num4);
    bench
}

pub fn say(bench: &Bench, id: &str, role: Role) -> String {
    let words = &bench.model().words;
    words.say(&msg!(id, role = words.text(role.message_id())))
}

pub fn text(bench: &Bench, id: &str) -> String {
    bench.model().words.text(id)
}

/// Fills in who signs, and with which key; an empty name of a key stands for one of their own.
fn fill(bench: &mut Bench, role: Role, who: &str, key: &str, password: &str) {
    let name = say(bench, "ui-sign-name-of", role);
    bench.fill_anew(&name, who);
    let with = say(bench, "ui-sign-with", role);
    let choice = if key.is_empty() { "ui-sign-with-self-signed" } else { "ui-sign-with-certificate" };
    let choice = text(bench, choice);
    bench.click(&format!("{with}: {choice}"));
    if !key.is_empty() {
        let path = authority::folder().join(format!("{key}.p12"));
        bench.dialogs.paths.lock().unwrap().push_back(path);
        let browse = text(bench, "ui-signing-browse");
        bench.click_far(&browse);
        bench.settle();
        let field = text(bench, "ui-signing-password");
        bench.fill_anew(&field, password);
    }
    let read = say(bench, "ui-sign-have-read", role);
    bench.click_far(&read);
}

/// Signs into a file of this name.
pub fn sign(bench: &mut Bench, role: Role, name: &str) -> PathBuf {
    let path = bench.root.path().join(name);
    bench.dialogs.paths.lock().unwrap().push_back(path.clone());
    let button = say(bench, "ui-signing-as", role);
    bench.click_far(&button);
    path
}

/// Waits for the file, and for the page that shows it.
pub fn signed(bench: &mut Bench, path: &Path) {
    bench.until("it is signed", |bench| {
        let report = bench.model().verified.report.as_ref();
        bench.model().signing.is_none() && report.is_some_and(|report| report.path == path)
    });
    looked(bench);
    assert_eq!(bench.model().page, Page::Verify);
}

/// Waits until the window says why nothing was signed, and asserts that there is no file.
pub fn refused(bench: &mut Bench, why: &str, path: &Path) {
    bench.until(&format!("it says: {why}"), |bench| bench.says(why));
    let lead = text(bench, "ui-signing-refused");
    assert!(bench.says(&lead));
    assert!(!path.exists(), "a file was written although {why}");
}

#[test]
fn the_assessor_signs_with_a_certificate_and_the_file_verifies() {
    for language in ["en", "zh-CN"] {
        let mut bench = to_sign(Bench::today(language, None));
        let language_of_report = text(&bench, "language-name");
        fill(&mut bench, Role::Assessor, "Lin Yue", "rsa", authority::PASSWORD);
        well_said(&mut bench, "the form with a certificate");
        assert!(bench.says(&language_of_report));
        let path = sign(&mut bench, Role::Assessor, "signed");
        let path = path.with_extension("pdf");
        signed(&mut bench, &path);

        let bytes = fs::read(&path).unwrap();
        let found = verify(&bytes, &authority::roots(), Timestamp::now()).unwrap();
        assert_eq!((found.outcome, found.printed.clone()), (Outcome::Trusted, Printed::Same), "{:?}", found.changes);
        assert_eq!((found.language.as_str(), found.for_signature), (language, true));
        let signature = found.signature_of(Role::Assessor).unwrap();
        assert_eq!(signature.who, "Lin Yue");
        // The signer's word counts in the assessment too.
        let assessment = bench.model().assessment().unwrap();
        assert_eq!(assessment.sign_off_of(Role::Assessor).map(|one| one.who.as_str()), Some("Lin Yue"));
        assert_eq!(assessment.digest().hex(), found.digest);

        // The password is in nothing that was written, and in no field any more.
        bench.press(Modifiers::ALT, Key::Num4);
        let root = std::sync::Arc::clone(&bench.root);
        bench.close();
        let secret = authority::PASSWORD.as_bytes();
        let mut folders = vec![root.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap().flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                } else {
                    let bytes = fs::read(entry.path()).unwrap();
                    assert!(!bytes.windows(secret.len()).any(|part| part == secret), "{:?}", entry.path());
                }
            }
        }
    }
}

#[test]
fn what_keeps_from_signing_is_said_with_what_helps_and_leaves_no_file() {
    let mut bench = to_sign(Bench::today("en", None));
    fill(&mut bench, Role::Assessor, "Lin Yue", "rsa", "wrong");
    let path = sign(&mut bench, Role::Assessor, "not.pdf");
    refused(&mut bench, "The password does not open the key file. Type it again.", &path);
    let field = text(&bench, "ui-signing-password");
    assert_eq!(bench.field(&field).0, "", "the password is typed each time");
    well_said(&mut bench, "the refused form");
    for (key, why) in [
        ("expired", "Sign with another certificate."),
        ("no-certificate", "Export both together."),
        ("no-key", "Export it again together with its private key."),
        ("weak", "use another certificate."),
    ] {
        let file = text(&bench, "ui-signing-key-file");
        let place = authority::folder().join(format!("{key}.p12"));
        bench.fill_anew(&file, &place.display().to_string());
        bench.fill_anew(&field, authority::PASSWORD);
        let path = sign(&mut bench, Role::Assessor, "not.pdf");
        refused(&mut bench, why, &path);
    }
    // A later state is another one than what was read.
    let key = bench.model().document.as_ref().unwrap().key;
    let path = bench.root.path().join("not.pdf");
    bench.perform(Command::SignReportTo(Signable::Assessment { key, revision: 99 }, Role::Assessor, path.clone()));
    refused(&mut bench, "Read it again, and sign it then.", &path);
    let own = bench.root.path().join("Contoso.readiness");
    let before = fs::read(&own).unwrap();
    let revision = bench.model().document.as_ref().unwrap().revision();
    bench.perform(Command::SignReportTo(Signable::Assessment { key, revision }, Role::Assessor, own.clone()));
    bench.until("it says so", |bench| bench.says("the file of the assessment itself"));
    assert_eq!(fs::read(own).unwrap(), before);
}

#[test]
fn a_time_stamp_server_that_is_down_or_slow_costs_nothing() {
    let mut bench = to_sign(Bench::today("en", None));
    fill(&mut bench, Role::Assessor, "Lin Yue", "", "");
    assert!(bench.says("It proves that the file was not changed since, not who signed."));
    let server = text(&bench, "ui-signing-server");
    bench.fill_anew(&server, "clock.example");
    assert!(bench.says("This is no address of a time-stamp server"), "a mistake is said before anything is asked");
    bench.fill_anew(&server, "http://127.0.0.1:9/");
    let path = sign(&mut bench, Role::Assessor, "not.pdf");
    refused(&mut bench, "The time-stamp server cannot be reached", &path);
    assert!(bench.says("leave the field empty to sign without a time stamp"));

    // One that takes the question and never answers.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", silent.local_addr().unwrap());
    bench.fill_anew(&server, &address);
    let path = sign(&mut bench, Role::Assessor, "not.pdf");
    bench.until("the server is asked", |bench| bench.says(&format!("{address} is asked for a time stamp")));
    bench.click_far("Cancel signing");
    refused(&mut bench, "It was cancelled.", &path);
    drop(silent);
    assert_eq!(bench.model().settings.time_stamp_server, address, "the address is remembered");

    // Without one it is signed, by nobody known.
    bench.enter(&server);
    bench.press(Modifiers::COMMAND, Key::A);
    bench.press(Modifiers::NONE, Key::Backspace);
    let path = sign(&mut bench, Role::Assessor, "own.pdf");
    signed(&mut bench, &path);
    assert!(bench.says("Lin Yue vouches for itself"));
    let found = verify(&fs::read(&path).unwrap(), &[], Timestamp::now()).unwrap();
    assert_eq!(found.outcome, Outcome::NotTrusted);
    assert_eq!(found.signatures[0].certificate.as_ref().unwrap().subject, "CN=Lin Yue, O=Northwind");
}

#[test]
fn the_customer_signs_what_the_assessor_has_signed() {
    for language in ["en", "zh-CN"] {
        let mut bench = Bench::today(language, None);
        let first = put(&bench, "signed.pdf", made::signed_once());
        look_at(&mut bench, first.clone());
        let button = say(&bench, "ui-signing-this", Role::Customer);
        bench.click_far(&button);
        fill(&mut bench, Role::Customer, "M. Berg 贝格", "ec", authority::PASSWORD);
        names_only(&bench);
        let path = sign(&mut bench, Role::Customer, "both.pdf");
        signed(&mut bench, &path);
        let bytes = fs::read(&path).unwrap();
        assert!(bytes.starts_with(made::signed_once()), "what the assessor signed stays as it is");
        assert_eq!(fs::read(&first).unwrap(), made::signed_once());
        let both = verify(&bytes, &authority::roots(), Timestamp::now()).unwrap();
        assert_eq!((both.outcome, both.standing), (Outcome::Trusted, Some(Standing::SignedOff)), "{:?}", both.changes);
        assert_eq!(both.signature_of(Role::Customer).unwrap().who, "M. Berg 贝格");
        assert!(bench.model().verified.looked().unwrap().found.next_to_sign().is_none());
        assert!(bench.window.query_by_label(&button).is_none(), "nobody is left to sign");
    }
}

fn names_only(bench: &Bench) {
    crate::names::check(bench, "the customer's form");
}
