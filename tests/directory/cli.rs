//! The command line, as a person uses it: collect, then judge.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use readiness_tests::program::{self, Done, wbready};

use crate::samba::{CONNECTOR, Domain, HOST, PASSWORD, TESS, available};

/// Collects with a password on standard input.
fn collect(domain: &Domain, folder: &Path, password: &str, more: &[&str]) -> Done {
    let server = format!("ldaps://{HOST}");
    signed_in(
        domain,
        folder,
        password,
        &[&["collect", "directory", "--server", &server, "--to", "facts.json"], more].concat(),
    )
}

/// Runs a command that signs in to the domain with a password on standard input.
fn signed_in(domain: &Domain, folder: &Path, password: &str, arguments: &[&str]) -> Done {
    let mut program = Command::new(program::path())
        .args(arguments)
        .args(["--bind", "Administrator@lab.test"])
        .args(["--password-stdin", "--root", domain.root_file().to_str().expect("text")])
        .args(["--resolve", &format!("{HOST}={}", domain.address), "--timeout", "60"])
        .current_dir(folder)
        .env("TZ", "UTC")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("wbready runs");
    let mut input = program.stdin.take().expect("piped");
    writeln!(input, "{password}").expect("it reads");
    drop(input);
    let output = program.wait_with_output().expect("it ends");
    Done {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

#[test]
fn what_was_collected_can_be_judged() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["closed-unit"]);
    let folder = tempfile::tempdir().expect("a folder");
    let refused = collect(&domain, folder.path(), "wrong", &[]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("does not let this account in: the name or the password is wrong"), "{}", refused.err);
    assert!(!folder.path().join("facts.json").exists(), "a refused look leaves no facts");

    let named = ["--connector", CONNECTOR, "--test-user", TESS];
    let done = collect(&domain, folder.path(), PASSWORD, &named);
    assert_eq!(done.code, 0, "{}", done.err);
    let facts = std::fs::read_to_string(folder.path().join("facts.json")).expect("facts");
    assert!(!facts.contains(PASSWORD) && !done.err.contains(PASSWORD));

    std::fs::write(folder.path().join("subject.toml"), format!("forest = \"lab.test\"\ntest_user = \"{TESS}\"\n"))
        .expect("written");
    let only = ["--only", "directory.test-user-rights", "--only", "directory.password-policy"];
    let arguments = [&["run", "--facts", "facts.json", "--subject", "subject.toml", "--md", "-"], &only[..]].concat();
    let judged = wbready(folder.path(), &arguments);
    assert!(judged.out.contains("OU=Staff,DC=lab,DC=test"), "{}\n{}", judged.out, judged.err);
    let other = "forest = \"other.test\"\n";
    std::fs::write(folder.path().join("subject.toml"), other).expect("written");
    let refused = wbready(folder.path(), &arguments);
    assert!(refused.err.contains("the evidence is of the forest lab.test"), "{}", refused.err);
}

#[test]
fn a_run_looks_at_the_directory_itself() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["closed-unit"]);
    let folder = tempfile::tempdir().expect("a folder");
    let subject = |forest: &str| {
        let text = format!("forest = \"{forest}\"\ntest_user = \"{TESS}\"\n");
        std::fs::write(folder.path().join("subject.toml"), text).expect("written");
    };
    let server = format!("ldaps://{HOST}");
    let run = |password: &str, more: &[&str]| {
        let only = ["--only", "directory.functional-level", "--only", "directory.test-user-rights", "--idle", "skip"];
        let how = ["run", "--directory", &server, "--subject", "subject.toml", "--json", "-"];
        let done = signed_in(&domain, folder.path(), password, &[&how, &only[..], more].concat());
        let json: serde_json::Value = serde_json::from_str(&done.out).unwrap_or_default();
        (done, json)
    };
    let said = |json: &serde_json::Value, id: &str| -> String {
        let items = json["items"].as_array().cloned().unwrap_or_default();
        let item = items.iter().find(|item| item["id"] == id).unwrap_or_else(|| panic!("{id}: {json}"));
        item["sentence"].as_str().unwrap_or_default().to_owned()
    };
    subject("lab.test");
    let (done, json) = run(PASSWORD, &["--connector", CONNECTOR, "--save", "a.readiness"]);
    assert!(!done.out.is_empty(), "{}", done.err);
    assert!(said(&json, "directory.functional-level").contains("Windows Server 2008 R2"), "{json:#}");
    let kept = std::fs::read_to_string(folder.path().join("a.readiness")).expect("saved");
    assert!(kept.contains("OU=Staff,DC=lab,DC=test") && !kept.contains(PASSWORD));
    assert!(!done.err.contains(PASSWORD));

    // A wrong password ends no run; it says why nothing is known.
    let (_, json) = run("wrong", &[]);
    let why = said(&json, "directory.functional-level");
    assert!(why.contains("does not let this account in"), "{why}");

    // Another forest than the subject's is not judged as if it were the subject's.
    subject("other.test");
    let (_, json) = run(PASSWORD, &[]);
    let why = said(&json, "directory.functional-level");
    assert!(why.contains("forest lab.test") && why.contains("other.test"), "{why}");

    for wrong in
        [&["--directory", "lab.test"][..], &["--scenario", "healthy", "--directory", "lab.test", "--bind", "a"][..]]
    {
        let refused = wbready(folder.path(), &[&["run"], wrong].concat());
        assert_eq!(refused.code, 2, "{wrong:?}");
    }
}
