//! Certificates that were revoked: lists made by OpenSSL's authority, given to who verifies.

use std::{fs, path::Path, thread, time::Duration};

use jiff::Timestamp;
use readiness_core::{
    assessment::Role,
    report::verify::{
        ListsError, Outcome, Revocation, RevocationList, TimeStamp, Trust, Verification, lists_from_file, verify_by,
    },
};
use readiness_tests::program::wbready;

use crate::{authority, made, time_stamps};

/// The authority publishes a list, read in both forms.
fn publish(folder: &Path, revoked: &str) -> Vec<RevocationList> {
    authority::publish(folder, revoked);
    let pem = lists_from_file(&fs::read(folder.join("list.pem")).expect("a list")).expect("sound");
    let der = lists_from_file(&fs::read(folder.join("list.crl")).expect("a list")).expect("sound");
    assert_eq!(pem, der);
    der
}

fn with(bytes: &[u8], lists: Vec<RevocationList>) -> Verification {
    let trust = Trust { roots: authority::roots(), lists };
    verify_by(bytes, &trust, Timestamp::now()).expect("a PDF")
}

#[test]
fn a_signer_whose_certificate_was_revoked_is_not_trusted() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let signed = made::signed_twice();
    let none = with(signed, publish(at, ""));
    assert_eq!(none.outcome, Outcome::Trusted);
    for signature in &none.signatures {
        let Revocation::Good(as_of) = signature.revocation else { panic!("{:?}", signature.revocation) };
        assert!((as_of.as_second() - Timestamp::now().as_second()).abs() < 600, "{as_of}");
    }

    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let revoked = with(signed, publish(at, "ec"));
    assert_eq!((revoked.outcome, revoked.changes.len()), (Outcome::NotTrusted, 0), "the file itself is intact");
    let [assessor, customer] = &revoked.signatures[..] else { panic!("two signatures") };
    assert!(assessor.trust.is_ok() && matches!(assessor.revocation, Revocation::Good(_)), "{assessor:?}");
    assert_eq!(customer.trust.as_ref().map_err(|why| why.id.as_str()), Err("verify-revoked"));
    assert!(matches!(&customer.revocation, Revocation::Revoked { name, .. } if name == "M. Berg"), "{customer:?}");

    // The same, as it is typed.
    fs::write(at.join("signed.pdf"), signed).expect("written");
    let root = authority::folder().join("ca.pem").display().to_string();
    let verify = |more: &[&str]| wbready(at, &[&["verify", "signed.pdf", "--root", &root][..], more].concat());
    let unlisted = verify(&[]);
    assert!(unlisted.code == 0 && unlisted.out.contains("Revocation: not checked"), "{}", unlisted.out);
    let listed = verify(&["--crl", "list.crl"]);
    assert_eq!(listed.code, 3, "{}", listed.out);
    assert!(listed.out.contains("The certificate of M. Berg was revoked on"), "{}", listed.out);
    let json: serde_json::Value = serde_json::from_str(&verify(&["--crl", "list.pem", "--json"]).out).expect("JSON");
    assert_eq!(json["signatures"][1]["revocation"]["name"], "M. Berg");
    for file in ["signed.pdf", "missing.crl"] {
        let refused = verify(&["--crl", file]);
        assert!(refused.code == 2 && refused.err.contains(file), "{refused:?}");
    }
}

#[test]
fn what_was_signed_before_the_revocation_stays_signed_when_a_trusted_server_saw_it() {
    let url = time_stamps::server(|question| (200, time_stamps::honest(question)));
    let stamped = time_stamps::with_time_stamp(made::report(), Role::Assessor, "rsa", &url).expect("stamped");
    // Both times are whole seconds.
    thread::sleep(Duration::from_millis(1100));
    let folder = tempfile::tempdir().expect("a folder");
    let list = publish(folder.path(), "rsa");
    let seen = with(&stamped, list.clone());
    assert_eq!(seen.outcome, Outcome::Trusted, "{:?}", seen.signatures);
    assert!(matches!(seen.signatures[0].revocation, Revocation::Revoked { .. }), "it is told all the same");
    // Without a time stamp it may have been signed at any time, whatever it states.
    assert_eq!(with(made::signed_once(), list).outcome, Outcome::NotTrusted);

    // A server whose own key may have been stolen could have stated any time.
    let folder = tempfile::tempdir().expect("a folder");
    let seen = with(&stamped, publish(folder.path(), "rsa tsa"));
    assert_eq!(seen.outcome, Outcome::NotTrusted);
    let TimeStamp::Stated { trust: Err(why), .. } = &seen.signatures[0].time_stamp else { panic!("{seen:?}") };
    assert_eq!(why.id, "verify-revoked");
}

#[test]
fn files_that_hold_no_list_are_refused() {
    assert_eq!(lists_from_file(b"not PEM"), Err(ListsError::Empty));
    assert!(matches!(lists_from_file(&[0x30, 0x82, 1, 2, 3]), Err(ListsError::Damaged { number: 1, .. })));
    let certificate = fs::read(authority::folder().join("ca.pem")).expect("a certificate");
    assert_eq!(lists_from_file(&certificate), Err(ListsError::Empty));
}
