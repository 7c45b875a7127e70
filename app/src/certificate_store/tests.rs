//! Which certificates a store offers, and which one is meant.

use rcgen::{
    CertificateParams, DnType, KeyPair, KeyUsagePurpose, PKCS_ECDSA_P256_SHA256, PKCS_ED25519, SignatureAlgorithm,
    date_time_ymd,
};

use super::*;

/// A store that holds what it was given.
struct Holds(Vec<Vec<u8>>);

impl CertificateStore for Holds {
    fn certificates(&self) -> Result<Vec<Vec<u8>>, Message> {
        Ok(self.0.clone())
    }

    fn signer(&self, _certificate: &[u8]) -> Result<Box<dyn Signer>, SignError> {
        Err(SignError::Cancelled)
    }
}

/// A certificate in this name that holds until the end of a year.
fn named(name: &str, year: i32) -> Vec<u8> {
    made(name, year, &PKCS_ECDSA_P256_SHA256, &[KeyUsagePurpose::DigitalSignature])
}

fn made(name: &str, year: i32, algorithm: &'static SignatureAlgorithm, uses: &[KeyUsagePurpose]) -> Vec<u8> {
    let mut parameters = CertificateParams::default();
    parameters.distinguished_name.push(DnType::CommonName, name);
    parameters.not_after = date_time_ymd(year, 12, 31);
    parameters.key_usages = uses.to_vec();
    let pair = KeyPair::generate_for(algorithm).expect("a key");
    parameters.self_signed(&pair).expect("a certificate").der().to_vec()
}

fn now() -> Timestamp {
    "2026-11-26T10:00:00Z".parse().expect("a time")
}

fn found(held: &[Vec<u8>]) -> Vec<StoredCertificate> {
    read(&Holds(held.to_vec()), now()).expect("a store")
}

#[test]
fn a_store_says_what_can_sign_now_and_why_the_rest_cannot() {
    let [old, new] = [2025, 2028].map(|year| named("Lin Yue", year));
    let other = made("Berg", 2028, &PKCS_ED25519, &[]);
    let seals = made("Seal", 2028, &PKCS_ECDSA_P256_SHA256, &[KeyUsagePurpose::KeyEncipherment]);
    let found = found(&[old.clone(), new.clone(), other, seals, new.clone(), b"no certificate".to_vec()]);
    let told: Vec<_> = found
        .iter()
        .map(|one| (one.certificate.name.as_str(), one.refused.as_ref().map(|why| why.id.as_str())))
        .collect();
    assert_eq!(
        told,
        [
            ("Berg", Some("sign-unsupported-key")),
            ("Lin Yue", None),
            ("Lin Yue", Some("verify-expired")),
            ("Seal", Some("verify-not-for-signing")),
        ]
    );
    assert_eq!(found[1].der, new);
}

#[test]
fn one_is_meant_by_its_thumbprint_or_by_its_name() {
    let (yue, test, old) = (named("Lin Yue", 2028), named("Lin Yue Test", 2028), named("Anna Old", 2025));
    let found = found(&[yue.clone(), test.clone(), old.clone()]);
    let thumbprint = &found.iter().find(|one| one.der == test).expect("it is there").certificate.thumbprint;
    assert_eq!(thumbprint.len(), 40);
    let spaced: Vec<String> =
        thumbprint.to_lowercase().as_bytes().chunks(2).map(|pair| String::from_utf8_lossy(pair).into_owned()).collect();
    for (selector, der) in [
        (thumbprint.clone(), &test),
        // As the dialog of Windows hands it out.
        (format!("\u{200e}{}", spaced.join(" ")), &test),
        ("lin yue".to_owned(), &yue),
        (" Yue Test".to_owned(), &test),
    ] {
        assert_eq!(choose(&found, &selector).map(|one| &one.der), Ok(der), "{selector}");
    }
    for (selector, id) in [
        ("Lin", "store-several"),
        ("Anna", "store-refused"),
        ("Berg", "store-no-such"),
        ("", "store-no-such"),
        ("AA BB", "store-no-such"),
    ] {
        assert_eq!(choose(&found, selector).expect_err(selector).id, id, "{selector}");
    }
}

#[test]
fn a_renewed_certificate_is_meant_by_the_name_of_both() {
    let [old, new] = [2025, 2028].map(|year| named("Lin Yue", year));
    assert_eq!(choose(&found(&[old, new.clone()]), "Lin Yue").map(|one| &one.der), Ok(&new));
    let both = [2027, 2028].map(|year| named("Lin Yue", year));
    let refusal = choose(&found(&both), "Lin Yue").expect_err("two are meant");
    let words = readiness_core::Words::new(&readiness_core::Language::english(), jiff::tz::TimeZone::UTC);
    let said = words.say(&refusal);
    for one in found(&both) {
        assert!(said.contains(&one.certificate.thumbprint), "{said}");
    }
}
