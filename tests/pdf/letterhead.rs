//! The letterhead: printed on the cover, carried by the PDF, and held against the pages when it is verified.

use std::fs;

use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Words,
    assessment::{Role, file},
    report::{
        Letterhead, Logo, Report, ReportOptions, html, markdown, pdf,
        verify::{Outcome, Printed, verify},
    },
};
use readiness_tests::program::wbready;

use crate::{authority, judges, made};

/// A logo of 60 by 20 pixels.
fn logo() -> Vec<u8> {
    let row = [&[0][..], &[20, 90, 160].repeat(60)].concat();
    let mut raw = Vec::new();
    // Stored, not packed: blocks of zlib with their length, so that no library is needed.
    let rows = row.repeat(20);
    raw.extend([0x78, 0x01, 1]);
    let length = u16::try_from(rows.len()).expect("small");
    raw.extend(length.to_le_bytes());
    raw.extend((!length).to_le_bytes());
    raw.extend(&rows);
    let (a, b) = rows.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65521;
        (a, (b + a) % 65521)
    });
    raw.extend(((b << 16) | a).to_be_bytes());
    let crc = |bytes: &[u8]| {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
        })
    };
    let chunk = |name: &[u8; 4], body: &[u8]| {
        let named = [name, body].concat();
        let length = u32::try_from(body.len()).expect("small").to_be_bytes();
        [&length[..], &named, &crc(&named).to_be_bytes()].concat()
    };
    let header = [&60_u32.to_be_bytes()[..], &20_u32.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &header), &chunk(b"IDAT", &raw), &chunk(b"IEND", &[])].concat()
}

fn paper() -> Letterhead {
    Letterhead {
        consultant: "Northwind 咨询 GmbH".to_owned(),
        contact: vec!["Hafenstraße 1, Hamburg".to_owned(), "identity@northwind.example".to_owned()],
        customer: vec!["Attn. M. Berg".to_owned()],
        logo: Some(Logo::new(logo()).expect("a picture")),
    }
}

fn composed(language: &str, letterhead: &Letterhead) -> Report {
    let words = Words::new(&language.parse().expect("a language"), TimeZone::UTC);
    let report = Report::compose(&made::assessment(), &words, &ReportOptions { now: made::printed_at() });
    report.on(letterhead, &words).for_signature(&words)
}

#[test]
fn what_is_printed_on_a_letterhead_verifies_and_is_signed_by_both() {
    for language in ["en", "zh-CN"] {
        let bytes = pdf::render(&composed(language, &paper())).expect("a PDF").into_file();
        let found = verify(&bytes, &[], Timestamp::now()).expect("a PDF");
        assert_eq!((found.outcome, found.printed, found.changes), (Outcome::NotTrusted, Printed::Same, Vec::new()));
        // The assessment does not know of it: the digest is the same on every paper.
        assert_eq!(found.digest, made::assessment().digest().hex());
        let twice = made::sign(&made::sign(&bytes, Role::Assessor, "rsa"), Role::Customer, "ec");
        assert_eq!(verify(&twice, &authority::roots(), Timestamp::now()).expect("a PDF").outcome, Outcome::Trusted);

        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("paper.pdf"), &twice).expect("written");
        if let Some((_, text)) = judges::run("pdftotext", &["-l", "1", "paper.pdf", "-"], folder.path()) {
            for line in ["Northwind", "Hafenstraße 1, Hamburg", "identity@northwind.example", "Attn. M. Berg"] {
                assert!(text.contains(line), "{text}");
            }
        }
        if let Some((well, text)) = judges::run("qpdf", &["--check", "paper.pdf"], folder.path()) {
            assert!(well, "{text}");
        }
    }
}

#[test]
fn another_letterhead_under_the_same_pages_is_noticed() {
    // Pages printed on one paper, in a file that carries another.
    for other in [
        Some(Letterhead { contact: vec!["identity@northwind.test".to_owned()], ..paper() }),
        Some(Letterhead { logo: Some(Logo::new(made::PIXEL.to_vec()).expect("a picture")), ..paper() }),
        None,
    ] {
        let report = Report { letterhead: other, ..composed("en", &paper()) };
        let found = verify(pdf::render(&report).expect("a PDF").file(), &[], Timestamp::now()).expect("a PDF");
        assert_eq!((found.outcome, &found.printed), (Outcome::Altered, &Printed::Differs));
        assert!(found.into_assessment().is_err());
    }
}

#[test]
fn the_command_line_prints_on_a_letterhead_and_refuses_what_cannot_be_printed() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    file::write(&at.join("a.readiness"), &made::assessment()).expect("written");
    fs::write(at.join("logo.png"), logo()).expect("written");
    let toml = |text: &str| fs::write(at.join("paper.toml"), text).expect("written");
    toml(
        "consultant = \"Northwind 咨询 GmbH\"\ncontact = [\"Hafenstraße 1\"]\ncustomer = [\"Attn. M. Berg\"]\nlogo = \"logo.png\"\n",
    );
    let arguments =
        ["report", "a.readiness", "--pdf", "r.pdf", "--html", "r.html", "--md", "r.md", "--letterhead", "paper.toml"];
    let done = wbready(at, &arguments);
    assert_eq!(done.code, 0, "{}", done.err);
    let verified = wbready(at, &["verify", "r.pdf"]);
    assert_eq!(verified.code, 3, "{} {}", verified.out, verified.err);
    assert!(verified.out.contains("exactly those that the assessment in the file prints"), "{}", verified.out);
    let page = fs::read_to_string(at.join("r.html")).expect("there");
    assert!(page.contains("Hafenstraße 1") && page.contains("class=\"logo\" src=\"data:image/png;base64,"), "{page}");
    assert!(fs::read_to_string(at.join("r.md")).expect("there").contains("Attn. M. Berg"));
    for name in ["r.pdf", "r.html", "r.md"] {
        fs::remove_file(at.join(name)).expect("there");
    }

    fs::write(at.join("bad.png"), b"\x89PNG\r\n\x1a\nnot").expect("written");
    fs::write(at.join("large.png"), vec![0; 1024 * 1024 + 1]).expect("written");
    for (text, said) in [
        ("logo = \"bad.png\"", "no PNG or JPEG"),
        ("logo = \"large.png\"", "larger than 1 MiB"),
        ("logo = \"missing.png\"", "missing.png"),
        ("contact = [\"1\", \"2\", \"3\", \"4\"]", "more than 3 lines"),
        ("consultant = 3", "paper.toml:1:"),
        ("colour = \"red\"", "colour"),
    ] {
        toml(text);
        let refused = wbready(at, &arguments);
        assert!(refused.code == 2 && refused.err.contains(said), "{text}: {refused:?}");
        assert!(!at.join("r.pdf").exists() && !at.join("r.html").exists(), "{text} left something behind");
    }
}

#[test]
fn a_report_without_a_letterhead_is_as_it_was() {
    let plain = composed("en", &Letterhead::default());
    assert!(plain.letterhead.is_none());
    assert!(!html(&plain).contains("class=\"logo\"") && !markdown(&plain).contains("Attn."));
    let bytes = pdf::render(&plain).expect("a PDF").into_file();
    assert!(!bytes.windows(15).any(|part| part == b"letterhead.json"));
}
