//! People sign with a certificate of the system's store. The store is given, as the world outside the window is; the
//! keys behind it and everything after them are real.

use std::{
    fs,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use egui_kittest::kittest::Queryable as _;
use jiff::Timestamp;
use readiness_core::{
    Message,
    assessment::Role,
    msg,
    report::{
        sign::{KeptKey, KeptSigner, Pkcs12Signer, Scheme, SignError, Signer},
        verify::{Outcome, verify},
    },
};
use writeback_readiness::certificate_store::CertificateStore;

use crate::{
    authority,
    bench::Bench,
    names,
    sign::{refused, say, sign, signed, text, to_sign},
    verify::well_said,
};

/// A store with the keys of these files.
#[derive(Default)]
struct Store {
    holds: Mutex<Vec<&'static str>>,
    /// What a key says instead of signing.
    refuses: Mutex<Option<SignError>>,
    read: AtomicUsize,
}

/// A key that only the store knows.
struct Kept(Pkcs12Signer, Option<SignError>);

impl KeptKey for Kept {
    fn sign(&self, _scheme: Scheme, message: &[u8]) -> Result<Vec<u8>, SignError> {
        self.1.clone().map_or_else(|| self.0.sign(message), Err)
    }
}

impl CertificateStore for Store {
    fn certificates(&self) -> Result<Vec<Vec<u8>>, Message> {
        self.read.fetch_add(1, Ordering::Relaxed);
        let holds = self.holds.lock().unwrap();
        if holds.contains(&"broken") {
            return Err(msg!("store-unreadable", why = "Error code 80070005"));
        }
        Ok(holds.iter().map(|name| authority::signer(name).certificates()[0].clone()).collect())
    }

    fn signer(&self, certificate: &[u8]) -> Result<Box<dyn Signer>, SignError> {
        let holds = self.holds.lock().unwrap();
        let mut keys = holds.iter().map(|name| authority::signer(name));
        let key = keys.find(|key| key.certificates()[0] == certificate).ok_or(SignError::NoKey)?;
        let chain = key.certificates().to_vec();
        Ok(Box::new(KeptSigner::new(Box::new(Kept(key, self.refuses.lock().unwrap().clone())), chain)?))
    }
}

/// A small assessment on its sign-off page, on a machine with this store, which is chosen to sign with.
fn beside(language: &str, holds: &[&'static str]) -> (Bench, Arc<Store>) {
    // The certificates hold from when they were made, which is before the store is read.
    authority::folder();
    let store = Arc::new(Store { holds: Mutex::new(holds.to_vec()), ..Store::default() });
    let mut bench = to_sign(Bench::beside_store(language, Arc::clone(&store) as Arc<dyn CertificateStore>));
    assert_eq!(store.read.load(Ordering::Relaxed), 0, "nobody asked for it");
    let name = say(&bench, "ui-sign-name-of", Role::Assessor);
    bench.fill_anew(&name, "Lin Yue");
    let with = say(&bench, "ui-sign-with", Role::Assessor);
    let choice = text(&bench, "ui-sign-with-stored");
    bench.click(&format!("{with}: {choice}"));
    bench.until("the store was read", |bench| bench.says_message("ui-stored-again"));
    (bench, store)
}

fn pick(bench: &mut Bench, name: &str) {
    bench.window.get_by_label_contains(name).scroll_to_me();
    bench.settle();
    bench.window.get_by_label_contains(name).click();
    bench.settle();
}

fn agree(bench: &mut Bench) {
    let read = say(bench, "ui-sign-have-read", Role::Assessor);
    bench.click_far(&read);
}

#[test]
fn a_certificate_of_the_store_signs_and_the_file_verifies() {
    for (language, name, key) in [("en", "Lin Yue, ", "rsa"), ("zh-CN", "M. Berg", "ec384")] {
        let (mut bench, _) = beside(language, &["rsa", "ec384", "expired", "encipher"]);
        for cannot in ["Expired", "Encipher"] {
            assert!(!bench.says(cannot), "{cannot} cannot sign, and is offered");
        }
        agree(&mut bench);
        assert!(bench.says_message("ui-why-no-stored"), "none of two is chosen");
        pick(&mut bench, name);
        assert!(!bench.says_message("ui-why-no-stored"));
        well_said(&mut bench, "the form with a certificate of the store");
        names::check(&bench, "the form with a certificate of the store");
        let path = sign(&mut bench, Role::Assessor, "stored.pdf");
        signed(&mut bench, &path);
        let found = verify(&fs::read(&path).unwrap(), &authority::roots(), Timestamp::now()).unwrap();
        assert_eq!(found.outcome, Outcome::Trusted, "{:?}", found.changes);
        let certificate = found.signatures[0].certificate.as_ref().unwrap();
        let der = authority::signer(key).certificates()[0].clone();
        assert_eq!(Some(certificate), readiness_core::report::verify::Certificate::read(&der).as_ref());
    }
}

#[test]
fn what_keeps_the_store_from_signing_is_said_and_leaves_no_file() {
    let (mut bench, store) = beside("en", &["rsa"]);
    agree(&mut bench);
    // The only one there is needs no choice.
    assert!(!bench.says_message("ui-why-no-stored"));
    for (why, said) in [
        (SignError::Cancelled, "The key was not allowed to sign."),
        (SignError::KeyOutOfReach("Error code 80090016".to_owned()), "Error code 80090016"),
    ] {
        *store.refuses.lock().unwrap() = Some(why);
        let path = sign(&mut bench, Role::Assessor, "not.pdf");
        refused(&mut bench, said, &path);
    }
    // The card is taken out after the list was read.
    *store.holds.lock().unwrap() = Vec::new();
    let path = sign(&mut bench, Role::Assessor, "not.pdf");
    refused(&mut bench, "no private key", &path);
    bench.click_far("Read again");
    bench.until("it is empty", |bench| bench.says_message("store-empty"));
    assert!(bench.says_message("ui-why-no-stored"), "what is gone is chosen no longer");
    *store.holds.lock().unwrap() = vec!["broken"];
    bench.click_far("Read again");
    bench.until("it says why", |bench| bench.says("Error code 80070005"));
    well_said(&mut bench, "a store that cannot be read");
}

#[test]
fn without_a_store_there_is_no_such_choice() {
    let bench = to_sign(Bench::today("en", None));
    let with = say(&bench, "ui-sign-with", Role::Assessor);
    let [file, stored] = ["ui-sign-with-certificate", "ui-sign-with-stored"].map(|id| text(&bench, id));
    assert!(bench.window.query_by_label(&format!("{with}: {file}")).is_some());
    assert!(bench.window.query_by_label(&format!("{with}: {stored}")).is_none());
}
