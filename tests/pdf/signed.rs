//! Two people sign, and others agree.

use std::fs;

use jiff::Timestamp;
use readiness_core::{
    assessment::{Role, Standing},
    report::{
        sign::{SelfSigner, Signing},
        verify::{Outcome, Printed, Revocation, TimeStamp, verify},
    },
};

use crate::{authority, judges, made};

#[test]
fn two_people_sign_and_everybody_agrees() {
    let folder = tempfile::tempdir().expect("a folder");
    let (report, once, twice) = (made::report(), made::signed_once(), made::signed_twice());
    assert!(once.starts_with(report) && twice.starts_with(once), "what was there stays as it is");

    let unsigned = verify(report, &authority::roots(), Timestamp::now()).expect("a PDF");
    assert_eq!((unsigned.outcome, unsigned.changes.len()), (Outcome::NotTrusted, 0));
    assert_eq!(unsigned.printed, Printed::Same);
    assert_eq!(unsigned.standing, Some(Standing::Draft));

    let half = verify(once, &authority::roots(), Timestamp::now()).expect("a PDF");
    assert_eq!((half.outcome, half.standing), (Outcome::Trusted, Some(Standing::Draft)), "{:?}", half.changes);

    let both = verify(twice, &authority::roots(), Timestamp::now()).expect("a PDF");
    assert_eq!((both.outcome, both.standing), (Outcome::Trusted, Some(Standing::SignedOff)), "{both:?}");
    assert_eq!(both.printed, Printed::Same);
    assert_eq!(both.digest, made::assessment().digest().hex());
    let [assessor, customer] = &both.signatures[..] else { panic!("two signatures") };
    assert_eq!((assessor.role, assessor.who.as_str()), (Some(Role::Assessor), "Lin Yue"));
    assert_eq!((customer.role, customer.who.as_str()), (Some(Role::Customer), "M. Berg 贝格"));
    assert_eq!(assessor.title, "Consultant");
    assert_eq!((&assessor.time_stamp, &assessor.revocation), (&TimeStamp::None, &Revocation::NotChecked));
    assert_eq!(assessor.certificate.as_ref().map(|one| one.issuer_name.as_str()), Some("Test Root"));
    // The save file: the assessment comes back, with who signed it.
    let back = both.into_assessment().expect("intact");
    assert_eq!(back.sign_offs.len(), 2);
    assert_eq!(back.attachments, made::assessment().attachments);
    assert_eq!(back.standing(Timestamp::now()), Standing::SignedOff);

    // Nobody knows the root: intact, and not trusted.
    let stranger = verify(twice, &[], Timestamp::now()).expect("a PDF");
    assert_eq!(stranger.outcome, Outcome::NotTrusted);
    assert_eq!(stranger.signatures[0].trust.as_ref().map_err(|why| why.id.as_str()), Err("verify-unknown-issuer"));

    fs::write(folder.path().join("once.pdf"), once).expect("written");
    fs::write(folder.path().join("twice.pdf"), twice).expect("written");
    let root = authority::folder().join("ca.pem");
    if let Some(said) = judges::hanko(folder.path(), &["once.pdf".to_owned(), "twice.pdf".to_owned()], &root) {
        assert!(said.iter().all(|(valid, _)| *valid), "{said:?}");
    }
    if let Some((_, text)) = judges::run("pdfsig", &["twice.pdf"], folder.path()) {
        assert_eq!(text.matches("Signature is Valid.").count(), 2, "{text}");
        assert!(text.contains("M. Berg"), "{text}");
    }
    if let Some((well, text)) = judges::run("qpdf", &["--check", "twice.pdf"], folder.path()) {
        assert!(well, "{text}");
    }
}

#[test]
fn every_kind_of_key_signs() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut files = Vec::new();
    for (assessor, customer) in [("legacy", "ec384"), ("ec", "rsa")] {
        let twice = made::sign(&made::sign(made::report(), Role::Assessor, assessor), Role::Customer, customer);
        let both = verify(&twice, &authority::roots(), Timestamp::now()).expect("a PDF");
        assert_eq!((both.outcome, both.standing), (Outcome::Trusted, Some(Standing::SignedOff)), "{:?}", both.changes);
        let name = format!("{assessor}-{customer}.pdf");
        fs::write(folder.path().join(&name), twice).expect("written");
        files.push(name);
    }
    if let Some(said) = judges::hanko(folder.path(), &files, &authority::folder().join("ca.pem")) {
        assert!(said.iter().all(|(valid, _)| *valid), "{said:?}");
    }
}

#[test]
fn a_certificate_of_ones_own_proves_no_name() {
    let now = Timestamp::now();
    let signer = SelfSigner::make("Lin Yue", "Northwind", now).expect("made");
    let signing = Signing::begin(made::report(), &made::request(Role::Assessor), &signer, now).expect("signed");
    let signed = signing.finish().expect("fits");
    let report = verify(&signed, &authority::roots(), now).expect("a PDF");
    assert_eq!(report.outcome, Outcome::NotTrusted);
    let signature = report.signature_of(Role::Assessor).expect("a signature");
    assert_eq!(signature.integrity, Ok(()));
    assert_eq!(signature.trust.as_ref().map_err(|why| why.id.as_str()), Err("verify-self-signed"));
    // Who gets the certificate by another way can trust it by itself.
    let root = readiness_core::report::sign::Signer::certificates(&signer)[0].clone().into();
    assert_eq!(verify(&signed, &[root], now).expect("a PDF").outcome, Outcome::Trusted);
}

#[test]
fn a_sign_off_inside_of_the_program_is_kept_beside_the_signatures() {
    let mut assessment = made::assessment();
    assessment.sign_off(Role::Assessor, "Lin Yue", "", made::printed_at()).expect("signed off");
    let report = made::print(&assessment, "zh-CN");
    let signed = made::sign(&report, Role::Assessor, "rsa");
    let seen = verify(&signed, &authority::roots(), Timestamp::now()).expect("a PDF");
    assert_eq!(seen.outcome, Outcome::Trusted, "{:?}", seen.changes);
    assert_eq!(seen.assessment.expect("inside").sign_offs.len(), 2);
}
