//! The command line, as a person uses it: collect, then judge.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use readiness_tests::program::{self, Done, wbready};

use crate::samba::{CONNECTOR, Domain, HOST, TESS, available};

const PASSWORD: &str = "Passw0rd!Lab";

/// Collects with a password on standard input.
fn collect(domain: &Domain, folder: &Path, password: &str, more: &[&str]) -> Done {
    let mut program = Command::new(program::path())
        .args(["collect", "directory", "--server", &format!("ldaps://{HOST}"), "--bind", "Administrator@lab.test"])
        .args(["--password-stdin", "--root", domain.root_file().to_str().expect("text")])
        .args(["--resolve", &format!("{HOST}={}", domain.address), "--timeout", "60"])
        .args(["--to", "facts.json"])
        .args(more)
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
