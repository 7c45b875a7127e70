//! What is not signed, and why.

use jiff::{Timestamp, ToSpan as _, tz::TimeZone};
use readiness_core::{
    Language, Secret, Words,
    assessment::Role,
    report::{
        Report, ReportOptions, pdf,
        sign::{Pkcs12Signer, SelfSigner, SignError, SignRequest, Signing},
    },
    scenario,
};

use crate::{authority, made};

fn begin(pdf: &[u8], request: &SignRequest, key: &str) -> SignError {
    match Signing::begin(pdf, request, &authority::signer(key), Timestamp::now()) {
        Ok(_) => panic!("signed with {key}"),
        Err(why) => why,
    }
}

/// Every refusal has words in every language.
fn said(error: &SignError) {
    for language in Language::all() {
        let words = Words::new(&language, TimeZone::UTC).say(&error.message());
        assert!(words.contains(' ') || words.chars().count() > 5, "{words}");
        assert_ne!(words, error.message().id);
    }
}

#[test]
fn keys_that_cannot_be_used() {
    let open = |file: &[u8], password: &str| match Pkcs12Signer::open(file, &Secret::new(password.to_owned())) {
        Ok(_) => panic!("opened"),
        Err(why) => why,
    };
    for (file, password, wanted) in [
        (authority::key_file("rsa"), "wrong", SignError::WrongPassword),
        (authority::key_file("legacy"), "wrong", SignError::WrongPassword),
        (authority::key_file("rsa"), "", SignError::WrongPassword),
        (authority::key_file("no-key"), authority::PASSWORD, SignError::NoKey),
        (authority::key_file("no-certificate"), authority::PASSWORD, SignError::KeyWithoutCertificate),
        (authority::key_file("weak"), authority::PASSWORD, SignError::WeakKey),
        (b"no key file".to_vec(), authority::PASSWORD, SignError::BadKeyFile),
        (authority::key_file("rsa")[..500].to_vec(), authority::PASSWORD, SignError::BadKeyFile),
        (Vec::new(), "", SignError::BadKeyFile),
    ] {
        let why = open(&file, password);
        assert_eq!(why, wanted);
        said(&why);
    }
}

#[test]
fn certificates_that_do_not_hold() {
    let request = made::request(Role::Assessor);
    for (key, wanted) in [("expired", "verify-expired"), ("encipher", "verify-not-for-signing")] {
        let why = begin(made::report(), &request, key);
        assert_eq!(why.message().id, wanted);
        said(&why);
    }
    let tomorrow = SelfSigner::make("Lin Yue", "", Timestamp::now() + 48.hours()).expect("made");
    let Err(why) = Signing::begin(made::report(), &request, &tomorrow, Timestamp::now()) else { panic!("signed") };
    assert_eq!(why.message().id, "verify-not-yet-valid");
    said(&why);
    // A certificate that holds from today does not cover yesterday, and a report cannot be signed before it was printed.
    let early = SignRequest { at: made::printed_at() - 1.hour(), ..request.clone() };
    assert!(matches!(begin(made::report(), &early, "rsa"), SignError::TooEarly(_)));
    let late = SignRequest { at: Timestamp::now() + (24 * 400).hours(), ..request };
    let why = begin(made::report(), &late, "rsa");
    // The answer holds 90 days: what the pages conclude does not hold then.
    assert!(matches!(why, SignError::NoLongerHolds | SignError::Stale), "{why:?}");
}

#[test]
fn the_order_and_the_field() {
    let customer = made::request(Role::Customer);
    let assessor = made::request(Role::Assessor);
    for (pdf, request, wanted) in [
        (made::report(), &customer, SignError::AssessorFirst),
        (made::signed_once(), &assessor, SignError::AlreadySigned),
        (made::signed_twice(), &customer, SignError::AlreadySigned),
        (&b"plain text"[..], &assessor, SignError::NotAReport),
        (made::report(), &SignRequest { who: " ".to_owned(), ..assessor.clone() }, SignError::NoName),
    ] {
        let why = begin(pdf, request, "rsa");
        assert_eq!(why, wanted);
        said(&why);
    }
    let mut altered = made::report().to_vec();
    let middle = altered.len() / 2;
    altered[middle] ^= 1;
    let why = begin(&altered, &assessor, "rsa");
    assert!(matches!(why, SignError::Altered(_)), "{why:?}");
    said(&why);
}

#[test]
fn training_and_what_changed_after_its_sign_off() {
    let scenario = scenario::by_id("all-well").expect("built in");
    let training = scenario.assessment(readiness_core::checklist::built_in(), made::printed_at());
    let words = Words::new(&Language::english(), TimeZone::UTC);
    let report = Report::compose(&training, &words, &ReportOptions { now: made::printed_at() });
    let training = pdf::render(&report).expect("a PDF").into_file();
    assert_eq!(begin(&training, &made::request(Role::Assessor), "rsa"), SignError::Training);

    let mut stale = made::assessment();
    stale.sign_off(Role::Assessor, "Lin Yue", "", made::printed_at()).expect("signed off");
    stale.notes.entry("mine.window".to_owned()).or_default();
    stale.subject.organisation = "Fabrikam".to_owned();
    let stale = made::print(&stale, "en");
    let why = begin(&stale, &made::request(Role::Assessor), "rsa");
    assert_eq!(why, SignError::Stale);
    said(&why);
}
