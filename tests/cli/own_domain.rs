//! A machine that belongs to a domain need not be told which.

use std::{
    fs,
    io::Write as _,
    process::{Command, Stdio},
};

use readiness_tests::program;
use tempfile::tempdir;

#[cfg(unix)]
#[test]
fn the_domain_that_the_machine_joined_is_looked_at_when_none_is_named() {
    let folder = tempdir().expect("a folder");
    let settings = folder.path().join("krb5.conf");
    fs::write(&settings, "[libdefaults]\n  default_realm = JOINED.INVALID\n").expect("written");
    let mut running = Command::new(program::path())
        .args(["collect", "directory", "--bind", "you@joined.invalid", "--password-stdin", "--to", "seen.json"])
        .args(["--timeout", "1"])
        .current_dir(folder.path())
        .env("KRB5_CONFIG", &settings)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("wbready runs");
    running.stdin.take().expect("piped").write_all(b"password\n").expect("written");
    let done = running.wait_with_output().expect("it ends");
    let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    // The name of no domain that is anywhere: what is said of it shows that it was looked for.
    assert!(said.contains("joined.invalid") && !said.contains("which directory?"), "{said}");
    assert_ne!(done.status.code(), Some(0), "{said}");
}
