//! Signing and verifying as a user types it; exit codes, and that secrets stay where they are.

use std::{fs, path::Path, process::Command};

use readiness_core::assessment::file;
use readiness_tests::program::{self, Done, wbready};

use crate::{authority, made, time_stamps};

const VARIABLE: &str = "WBREADY_TEST_PASSWORD";

fn with_password(folder: &Path, arguments: &[&str]) -> Done {
    let output = Command::new(program::path())
        .args(arguments)
        .current_dir(folder)
        .env("TZ", "UTC")
        .env(VARIABLE, authority::PASSWORD)
        .output()
        .expect("wbready runs");
    Done {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

#[test]
fn sign_verify_and_open_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    file::write(&at.join("a.readiness"), &made::assessment()).expect("written");
    for name in ["ca.pem", "rsa.p12", "ec.p12"] {
        fs::copy(authority::folder().join(name), at.join(name)).expect("copied");
    }
    let report = wbready(at, &["report", "a.readiness", "--pdf", "r.pdf", "--for-signature"]);
    assert_eq!(report.code, 0, "{}", report.err);
    let unsigned = wbready(at, &["verify", "r.pdf"]);
    assert_eq!(unsigned.code, 3, "{} {}", unsigned.out, unsigned.err);
    assert!(unsigned.out.starts_with("Intact, and not digitally signed."), "{}", unsigned.out);

    let url = time_stamps::server(|question| (200, time_stamps::honest(question)));
    let assessor = ["--role", "assessor", "--who", "Lin Yue", "--p12", "rsa.p12", "--password-env", VARIABLE];
    let once = with_password(at, &[&["sign", "r.pdf", "--tsa", &url, "--out", "1.pdf"][..], &assessor[..]].concat());
    assert_eq!((once.code, once.out.as_str(), once.err.as_str()), (0, "", ""));
    let customer = ["--role", "customer", "--who", "M. Berg", "--p12", "ec.p12", "--password-env", VARIABLE];
    let twice = with_password(at, &[&["sign", "1.pdf", "--out", "2.pdf"][..], &customer[..]].concat());
    assert_eq!(twice.code, 0, "{}", twice.err);

    let verified = wbready(at, &["verify", "2.pdf", "--root", "ca.pem"]);
    assert_eq!(verified.code, 0, "{} {}", verified.out, verified.err);
    for wanted in ["Intact, signed, and the signers are trusted.", "Signed off by both", "Lin Yue", "Test Clock"] {
        assert!(verified.out.contains(wanted), "{}", verified.out);
    }
    let chinese = wbready(at, &["verify", "2.pdf", "--lang", "zh-CN"]);
    assert_eq!(chinese.code, 3, "{}", chinese.err);
    assert!(chinese.out.starts_with("完好，但并非所有签署人都可信。"), "{}", chinese.out);
    let json = wbready(at, &["verify", "2.pdf", "--root", "ca.pem", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!((&json["outcome"], &json["standing"]), (&"trusted".into(), &"signed_off".into()));
    assert_eq!(json["signatures"].as_array().map(Vec::len), Some(2));

    // The PDF is the save file.
    let again = wbready(at, &["report", "2.pdf", "--json", "-"]);
    assert_eq!(again.code, 0, "{}", again.err);
    assert!(again.out.contains("\"signed_off\""), "{}", again.out);

    let mut altered = fs::read(at.join("2.pdf")).expect("there");
    let middle = altered.len() / 3;
    altered[middle] ^= 1;
    fs::write(at.join("bad.pdf"), altered).expect("written");
    let bad = wbready(at, &["verify", "bad.pdf", "--root", "ca.pem"]);
    assert_eq!(bad.code, 1, "{}", bad.out);
    assert!(bad.out.starts_with("Altered or damaged."), "{}", bad.out);
    let opened = wbready(at, &["report", "bad.pdf"]);
    assert!(opened.code == 2 && opened.err.contains("bad.pdf"), "{}", opened.err);
    for arguments in
        [&["verify", "missing.pdf"][..], &["verify", "a.readiness"], &["verify", "r.pdf", "--root", "r.pdf"]]
    {
        let refused = wbready(at, arguments);
        assert!(refused.code == 2 && !refused.err.is_empty(), "{arguments:?}: {refused:?}");
    }
}

#[test]
fn secrets_stay_where_they_are_and_nothing_is_half_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    fs::write(at.join("r.pdf"), made::report()).expect("written");
    let keys = authority::folder();
    let key = |name: &str| keys.join(name).display().to_string();
    let common = ["--role", "assessor", "--who", "Lin Yue", "--out", "out.pdf"];
    let mut said = String::new();
    let mut run = |arguments: &[&str]| {
        let done = with_password(at, &[&["sign", "r.pdf"][..], &common[..], arguments].concat());
        said += &done.out;
        said += &done.err;
        done.code
    };
    let (rsa, weak, missing) = (key("rsa.p12"), key("weak.p12"), key("ca.pem"));
    let refused: [&[&str]; 6] = [
        &["--p12", &rsa],
        &["--p12", &rsa, "--password-env", "NO_SUCH_VARIABLE"],
        &["--p12", &weak, "--password-env", VARIABLE],
        &["--p12", &missing, "--password-env", VARIABLE],
        &["--p12", &rsa, "--password-env", VARIABLE, "--tsa", "http://127.0.0.1:9/"],
        &["--p12", &rsa, "--password-env", VARIABLE, "--tsa", "gopher://x"],
    ];
    for arguments in refused {
        assert_eq!(run(arguments), 2, "{arguments:?}");
        let left: Vec<_> = fs::read_dir(at).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
        assert_eq!(left, ["r.pdf"], "{arguments:?} left something behind");
    }
    assert_eq!(run(&["--p12", &rsa, "--password-env", VARIABLE]), 0, "signed");
    assert!(!said.contains(authority::PASSWORD), "{said}");
    // Neither the password nor a part of the private key is in anything that was written.
    let pem = fs::read_to_string(keys.join("rsa.key")).expect("a key");
    let secret: Vec<&str> = pem.lines().filter(|line| !line.starts_with('-')).skip(8).take(8).collect();
    let der = Command::new("openssl").args(["rsa", "-in", "rsa.key", "-outform", "DER"]).current_dir(&keys).output();
    let der = der.expect("openssl runs").stdout;
    // The private exponent lies in the middle of the key, after the public modulus.
    let middle = &der[der.len() / 3..der.len() / 3 + 24];
    for entry in fs::read_dir(at).expect("a folder").flatten() {
        let bytes = fs::read(entry.path()).expect("a file");
        for part in secret.iter().map(|line| line.as_bytes()).chain([middle, authority::PASSWORD.as_bytes()]) {
            assert!(!bytes.windows(part.len()).any(|window| window == part), "{:?}", entry.path());
        }
    }

    #[cfg(not(windows))]
    for arguments in [
        &["sign", "--list-certificates"][..],
        &["sign", "r.pdf", "--store-certificate", "Lin", "--role", "assessor", "--who", "Lin", "--out", "own.pdf"],
    ] {
        let none = wbready(at, arguments);
        assert_eq!((none.code, none.out.as_str()), (2, ""), "{arguments:?}");
        assert!(none.err.contains("There is no certificate store of Windows here."), "{}", none.err);
    }
    for arguments in [
        &["sign", "r.pdf", "--list-certificates"][..],
        &[
            "sign",
            "r.pdf",
            "--store-certificate",
            "Lin",
            "--self-signed",
            "--role",
            "assessor",
            "--who",
            "L",
            "--out",
            "o",
        ],
        &["sign", "r.pdf", "--role", "assessor", "--who", "L", "--out", "o"],
        &["sign", "--self-signed", "--role", "assessor", "--who", "L", "--out", "o"],
    ] {
        let usage = wbready(at, arguments);
        assert!(usage.code == 2 && usage.err.contains("Usage:"), "{arguments:?}: {}", usage.err);
    }

    let own =
        wbready(at, &["sign", "r.pdf", "--self-signed", "--role", "assessor", "--who", "Lin", "--out", "own.pdf"]);
    assert_eq!(own.code, 0, "{}", own.err);
    assert!(own.err.contains("not who signed"), "{}", own.err);
    assert_eq!(wbready(at, &["verify", "own.pdf"]).code, 3);
}

#[test]
fn an_assessment_is_printed_and_signed_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    file::write(&at.join("a.readiness"), &made::assessment()).expect("written");
    fs::write(at.join("paper.toml"), "consultant = \"Berg & Yue\"\ncustomer = [\"Contoso\"]\n").expect("written");
    fs::write(at.join("noise.pdf"), "no PDF").expect("written");
    let sign = |arguments: &[&str]| {
        wbready(at, &[&["sign", "--self-signed", "--role", "assessor", "--who", "林悦"], arguments].concat())
    };
    let signed = sign(&["a.readiness", "--letterhead", "paper.toml", "--lang", "zh-CN", "--out", "1.pdf"]);
    assert_eq!(signed.code, 0, "{}", signed.err);

    // Who verifies prints it again, to the byte.
    let verified = wbready(at, &["verify", "1.pdf", "--json"]);
    assert_eq!(verified.code, 3, "{} {}", verified.out, verified.err);
    let verified: serde_json::Value = serde_json::from_str(&verified.out).expect("JSON");
    assert_eq!((&verified["pages"], &verified["language"]), (&"same".into(), &"zh-CN".into()), "{verified}");
    assert_eq!(verified["signatures"][0]["who"], "林悦");

    for (arguments, wanted) in [
        (&["1.pdf", "--letterhead", "paper.toml", "--out", "2.pdf"][..], "1.pdf"),
        (&["noise.pdf", "--out", "2.pdf"], "noise.pdf"),
        (&["a.readiness", "--letterhead", "none.toml", "--out", "2.pdf"], "none.toml"),
    ] {
        let refused = sign(arguments);
        assert!(refused.code == 2 && refused.err.contains(wanted), "{arguments:?}: {refused:?}");
        assert!(!at.join("2.pdf").exists());
    }
}
