//! Reference data in a file: made, verified, refused; and data for which nobody vouches, which the report says.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use readiness_tests::program;
use ring::{rand::SystemRandom, signature::Ed25519KeyPair};
use tempfile::tempdir;

/// Runs the program as somebody whose files are below `folder`.
fn wbready(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(program::path())
        .args(arguments)
        .current_dir(folder)
        .env("TZ", "UTC")
        .env("HOME", folder)
        .env("XDG_DATA_HOME", folder.join("own"))
        .output()
        .expect("wbready runs")
}

fn said(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// A folder with the built-in table of events, and a key.
fn prepare(folder: &Path) {
    fs::create_dir(folder.join("tables")).expect("a folder");
    let events = include_str!("../../assets/reference/events.toml");
    fs::write(folder.join("tables/events.toml"), events).expect("written");
    let key = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).expect("a key");
    fs::write(folder.join("key.der"), key.as_ref()).expect("written");
}

#[test]
fn what_a_stranger_signed_is_not_used() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    prepare(at);
    let sign = ["data", "sign", "--tables", "tables", "--issued", "2027-03-01", "--key", "key.der", "--out"];
    let (code, out, err) = said(&wbready(at, &[&sign[..], &["mine.readiness-data"]].concat()));
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("public key "), "{out}");

    for job in ["verify", "install"] {
        let (code, out, err) = said(&wbready(at, &["data", job, "mine.readiness-data"]));
        assert_eq!((code, out.as_str()), (Some(1), ""), "{job}");
        assert!(err.contains("which this program does not trust"), "{job}: {err}");
    }
    let (code, _, err) = said(&wbready(at, &["run", "--scenario", "all-well", "--data", "mine.readiness-data"]));
    assert!(code == Some(2) && err.contains("does not trust"), "{code:?} {err}");
    assert!(!at.join("own").exists(), "nothing was installed");
    let (code, out, _) = said(&wbready(at, &["data", "remove"]));
    assert_eq!((code, out.as_str()), (Some(0), "none was installed\n"));

    // What is no data file, or not there.
    let (code, _, err) = said(&wbready(at, &["data", "verify", "key.der"]));
    assert!(code == Some(1) && err.contains("no data file"), "{code:?} {err}");
    assert_eq!(wbready(at, &["data", "verify", "nothing.readiness-data"]).status.code(), Some(2));
    for (option, wrong) in [("--key", "tables/events.toml"), ("--out", "mine.pdf"), ("--tables", "own")] {
        let mut arguments: Vec<&str> = sign.iter().copied().chain(["again.readiness-data"]).collect();
        let place = arguments.iter().position(|argument| *argument == option).expect("an option") + 1;
        arguments[place] = wrong;
        assert_eq!(wbready(at, &arguments).status.code(), Some(2), "{option}");
    }
    assert!(!at.join("again.readiness-data").exists() && !at.join("mine.pdf").exists());
}

#[test]
fn the_report_says_by_which_data_was_judged() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    prepare(at);
    let report = |more: &[&str]| {
        let run = ["run", "--scenario", "half-configured", "--md", "-"];
        said(&wbready(at, &[&run[..], more].concat())).1
    };
    assert!(report(&[]).contains("Built into the program"));
    let unsigned = report(&["--data", "tables"]);
    assert!(unsigned.contains("Unsigned data from a folder (events.toml), for which nobody vouches"), "{unsigned}");
    assert!(!unsigned.contains("Built into the program"));

    if program::is_of_windows() {
        // Its folder is not a matter of the environment.
        return;
    }
    // An installed file that cannot be used is named, and the built-in tables are used.
    let own = at.join("own/writeback-readiness");
    fs::create_dir_all(&own).expect("a folder");
    fs::write(own.join("reference.readiness-data"), "writeback-readiness-data 1\n").expect("written");
    let (code, out, err) = said(&wbready(at, &["--version"]));
    assert_eq!(code, Some(0));
    assert!(err.contains("is not used: It is no data file"), "{err}");
    assert!(out.contains("events.toml ") && !out.contains("igned"), "{out}");
}

#[test]
fn a_directory_is_signed_in_to_as_somebody() {
    let folder = tempdir().expect("a folder");
    let at = folder.path();
    let collect = ["collect", "directory", "--server", "ldaps://127.0.0.1:1", "--to", "f.json"];
    for (account, words) in [
        (&[][..], "as whom?"),
        (&["--current-user"], if program::is_of_windows() { "" } else { "is for Windows" }),
        (&["--kerberos", "--bind", "me", "--password-stdin"], "cannot be used with"),
    ] {
        let (code, _, err) = said(&wbready(at, &[&collect[..], account].concat()));
        assert!(code == Some(2) && err.contains(words), "{account:?}: {code:?} {err}");
    }
    if !program::is_of_windows() && !cfg!(feature = "kerberos") {
        let (code, _, err) = said(&wbready(at, &[&collect[..], &["--kerberos"]].concat()));
        assert!(code == Some(2) && err.contains("built without Kerberos") && err.contains("--bind"), "{code:?} {err}");
    }
    for run in [
        &["run", "--kerberos"][..],
        &["run", "--directory", "lab.test"],
        &["run", "--scenario", "all-well", "--kerberos"],
    ] {
        assert_eq!(wbready(at, run).status.code(), Some(2), "{run:?}");
    }
}
