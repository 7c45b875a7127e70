//! Data files as people hand them over: good, altered, old, of a stranger, and hostile.

use jiff::{ToSpan as _, civil::date};
use ring::{rand::SystemRandom, signature::Ed25519KeyPair};

use super::*;

const ISSUED: Date = date(2027, 3, 1);

fn key() -> Vec<u8> {
    Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).expect("a key").as_ref().to_vec()
}

/// The built-in table of events, as if checked on this day.
fn events(day: &str) -> (String, String) {
    let text = include_str!("../../../../assets/reference/events.toml");
    let old = Reference::built_in().events.as_of.to_string();
    assert!(text.contains(&format!("as_of = {old}")));
    ("events.toml".to_owned(), text.replacen(&old, day, 1))
}

fn made(tables: Vec<(String, String)>) -> (Vec<u8>, Signer) {
    let (file, public_key) = DataFile::sign(tables, ISSUED, &key()).expect("signed");
    (file, Signer { name: "The maintainers", public_key })
}

#[test]
fn a_signed_file_replaces_what_it_holds_and_says_so() {
    let (bytes, signer) = made(vec![events("2027-02-28")]);
    let file = DataFile::read(&bytes, &[signer]).expect("read");
    let reference = file.reference().expect("sound");
    assert_eq!(reference.events.as_of, date(2027, 2, 28));
    assert_eq!(reference.endpoints, Reference::built_in().endpoints);
    let Origin::Signed { tables, issued, signer, sha256 } = reference.origin else { panic!("{file:?}") };
    assert_eq!(
        (tables.as_slice(), issued, signer.as_str()),
        (&["events.toml".to_owned()][..], ISSUED, "The maintainers")
    );
    assert_eq!(sha256, file.sha256);
    assert_eq!(sha256.len(), 64);
}

#[test]
fn only_those_who_are_trusted_may_sign() {
    let (bytes, signer) = made(vec![events("2027-02-28")]);
    let (_, stranger) = made(vec![events("2027-02-28")]);
    for trusted in [&[][..], &[stranger][..]] {
        let refused = DataFile::read(&bytes, trusted);
        assert_eq!(refused, Err(DataFileError::UnknownSigner(signer.key_id())));
    }
    assert!(DataFile::read(&bytes, &[stranger, signer]).is_ok());
    // A stranger who puts the name of a trusted key there.
    let (forged, stranger) = made(vec![events("2027-02-28")]);
    let forged = String::from_utf8(forged).expect("text").replacen(&stranger.key_id(), &signer.key_id(), 1);
    assert_eq!(DataFile::read(forged.as_bytes(), &[signer]), Err(DataFileError::Altered));
}

#[test]
fn every_byte_of_the_content_is_signed() {
    let (bytes, signer) = made(vec![events("2027-02-28")]);
    let begins = bytes.windows(2).position(|pair| pair == b"\n\n").expect("an empty line") + 2;
    for at in (begins..bytes.len()).step_by(97).chain([bytes.len() - 1]) {
        let mut altered = bytes.clone();
        altered[at] ^= 1;
        assert_eq!(DataFile::read(&altered, &[signer]), Err(DataFileError::Altered), "{at}");
    }
    assert_eq!(DataFile::read(&[&bytes[..], b" "].concat(), &[signer]), Err(DataFileError::Altered));
    for length in 0..begins {
        assert!(DataFile::read(&bytes[..length], &[signer]).is_err(), "{length}");
    }
}

#[test]
fn older_data_than_the_built_in_is_refused() {
    let built_in = Reference::built_in().events.as_of;
    let before = built_in.saturating_sub(1.day());
    let refused = DataFile::sign([events(&before.to_string())], ISSUED, &key());
    let expected = DataFileError::Older { table: "events.toml".into(), found: before, built_in };
    assert_eq!(refused.map(drop), Err(expected));
    assert!(DataFile::sign([events(&built_in.to_string())], ISSUED, &key()).is_ok());
}

#[test]
fn what_cannot_be_used_is_refused_with_the_reason() {
    let refused = |tables: Vec<(String, String)>| match DataFile::sign(tables, ISSUED, &key()) {
        Err(DataFileError::Unsound(why)) => why,
        other => panic!("{other:?}"),
    };
    assert!(refused(vec![]).contains("at least one table"));
    assert!(refused(vec![("passwords.toml".into(), String::new())]).contains("passwords.toml"));
    assert!(refused(vec![("events.toml".into(), "as_of = 2027-01-01".into())]).contains("events.toml, line"));
    assert!(refused(vec![events("2027-03-02")]).contains("later than the file"));
    let no_key = DataFile::sign([events("2027-02-28")], ISSUED, b"no key");
    assert_eq!(no_key.map(drop), Err(DataFileError::NotAKey));
}

#[test]
fn other_files_are_told_from_data_files() {
    let (bytes, signer) = made(vec![events("2027-02-28")]);
    let text = String::from_utf8(bytes).expect("text");
    let read = |text: String| DataFile::read(text.as_bytes(), &[signer]);
    for other in ["", "{}", "%PDF-1.7", "writeback-readiness-data", "writeback-readiness-data 1\n"] {
        assert_eq!(read(other.into()), Err(DataFileError::NotADataFile), "{other:?}");
    }
    assert_eq!(read(text.replacen("data 1", "data 2", 1)), Err(DataFileError::Newer));
    assert_eq!(read(text.replacen("data 1", "data 12", 1)), Err(DataFileError::Newer));
    assert_eq!(read(text.replacen("\n\n", "\n", 1)), Err(DataFileError::NotADataFile));
    assert_eq!(read(text.replacen("signature: ", "signature: ?", 1)), Err(DataFileError::NotADataFile));
    assert_eq!(read(text.replacen("key: ", &format!("key: {}", "a".repeat(300)), 1)), Err(DataFileError::NotADataFile));
    assert_eq!(read(" ".repeat(DataFile::LARGEST + 1)), Err(DataFileError::TooLarge));
}

#[test]
fn a_key_is_taken_as_openssl_writes_it() {
    let der = key();
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(&der));
    let of = |key: &[u8]| DataFile::sign([events("2027-02-28")], ISSUED, key).expect("signed").1;
    assert_eq!(of(&der), of(pem.as_bytes()));
}

#[test]
fn the_maintainers_have_a_key_that_is_one() {
    for signer in Signer::MAINTAINERS {
        // A point that is none would let no signature pass; then nobody could sign.
        assert!(!signer.name.is_empty() && signer.public_key != [0; 32]);
    }
}
