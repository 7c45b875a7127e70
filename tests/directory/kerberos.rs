//! Signing in with a Kerberos ticket: the real library, Samba's own Kerberos server, tickets by kinit. Run by
//! `packaging/kerberos.sh test`; the program is asked in a process of its own, since Kerberos is set up by the environment.

use std::{
    fs,
    net::Ipv4Addr,
    path::{Path, PathBuf},
};

use readiness_tests::program;
use tempfile::TempDir;

use crate::{
    fake::{Fake, result_saying},
    samba::{CONNECTOR, Certificate, Domain, HOST, TESS, available},
    ticket::Kerberos,
};

const COLLECTS: [&str; 8] =
    ["collect", "directory", "--connector", CONNECTOR, "--test-user", TESS, "--to", "facts.json"];

/// A person at a machine that is set up for the domain.
struct Person {
    folder: TempDir,
    kerberos: Kerberos,
    server: String,
    resolve: String,
    root: PathBuf,
}

impl Person {
    /// At a machine that is told where the domain's Kerberos server is.
    fn at(domain: &Domain, host: &str, kerberos: Ipv4Addr) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self {
            kerberos: Kerberos::set_up(folder.path(), kerberos),
            folder,
            server: format!("ldaps://{host}"),
            resolve: format!("{host}={}", domain.address),
            root: domain.root_file(),
        }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Exit code and what was said.
    fn collects(&self) -> (Option<i32>, String) {
        self.wbready(&COLLECTS)
    }

    fn wbready(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let done = self.kerberos.run(program::path(), &[arguments, &self.way()[..]].concat(), "");
        (done.status.code(), String::from_utf8_lossy(&done.stderr).into_owned())
    }

    /// As [`Person::collects`], at a machine whose clock is this far off.
    fn collects_with_the_clock(&self, off: &str) -> (Option<i32>, String) {
        let program = program::path().to_str().expect("text");
        let done = self.kerberos.run("faketime", &[&["-f", off, program][..], &COLLECTS, &self.way()].concat(), "");
        (done.status.code(), String::from_utf8_lossy(&done.stderr).into_owned())
    }

    fn way(&self) -> [&str; 7] {
        let root = self.root.to_str().expect("text");
        ["--kerberos", "--server", &self.server, "--resolve", &self.resolve, "--root", root]
    }

    /// That it fails at the sign-in, for this reason.
    fn is_refused(&self, words: &str) {
        let (code, said) = self.collects();
        assert!(code == Some(2) && said.contains("with Kerberos") && said.contains(words), "{code:?} {said}");
        assert!(!self.path().join("facts.json").exists());
    }
}

#[test]
fn a_ticket_lets_in_and_says_what_is_wrong_with_it() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["kerberos", "closed-unit"]);
    let person = Person::at(&domain, HOST, domain.address);
    person.is_refused("there is no ticket");

    // A ticket that has run out is told from none.
    person.kerberos.sign_in(&["-l", "1s"]);
    while person.kerberos.run("klist", &["-s"], "").status.success() {
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    person.is_refused("the ticket has run out");

    person.kerberos.sign_in(&[]);
    let (code, said) = person.collects();
    assert_eq!(code, Some(0), "{said}");
    let facts: serde_json::Value =
        serde_json::from_slice(&fs::read(person.path().join("facts.json")).expect("facts")).expect("JSON");
    let seen = facts.to_string();
    // The same as with a password: see the story of a closed unit.
    assert!(seen.contains(r#""effect":"inheritance_stops""#) && seen.contains(r#""name":"lab.test""#), "{facts:#}");
    let (code, said) = person.wbready(&["scan", "--connector", CONNECTOR, "--csv", "users.csv"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(fs::read_to_string(person.path().join("users.csv")).expect("a table").contains("CN=Tess,OU=Staff"));
}

#[test]
fn a_kerberos_server_that_does_not_answer_is_named() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["kerberos"]);
    let person = Person::at(&domain, HOST, domain.address);
    person.kerberos.sign_in(&[]);
    // With the ticket in hand, nobody is at the address any more.
    Kerberos::set_up(person.path(), Ipv4Addr::new(127, 78, 255, 254));
    person.is_refused("no Kerberos server of the domain was found, or none answers");
}

#[test]
fn a_server_that_the_domain_does_not_know_by_this_name_is_named() {
    if !available() {
        return;
    }
    let domain = Domain::start(&["kerberos"], Certificate::OtherName);
    let person = Person::at(&domain, "other.lab.test", domain.address);
    person.kerberos.sign_in(&[]);
    person.is_refused("the domain knows no server of this name");
}

#[test]
fn samba_as_it_comes_wants_more_than_tls_and_says_so() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["kerberos-sealed"]);
    let person = Person::at(&domain, HOST, domain.address);
    person.kerberos.sign_in(&[]);
    let (code, said) = person.collects();
    assert!(code == Some(2) && said.contains("8 strongerAuthRequired"), "{code:?} {said}");
}

#[test]
fn a_clock_that_is_off_is_named() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["kerberos"]);
    let person = Person::at(&domain, HOST, domain.address);
    person.kerberos.sign_in(&[]);
    // First the domain's Kerberos server minds; with a ticket for the controller in hand, the controller itself does.
    for _ in 0..2 {
        for off in ["+20m", "-20m"] {
            let (code, said) = person.collects_with_the_clock(off);
            assert!(code == Some(2) && said.contains("five minutes are allowed"), "{off}: {code:?} {said}");
        }
        assert_eq!(person.collects().0, Some(0));
    }
}

/// Samba of this age does not mind; the answer is that of Windows Server with channel binding set to always.
#[test]
fn a_server_that_wants_another_channel_binding_is_named() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["kerberos"]);
    let words = "80090308: LdapErr: DSID-0C090597, comment: AcceptSecurityContext error, data 80090346, v4563";
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let fake = runtime.block_on(Fake::answering(vec![result_saying(0x61, 49, words)]));
    let mut person = Person::at(&domain, HOST, domain.address);
    person.kerberos.sign_in(&[]);
    person.server = format!("ldaps://{HOST}:{}", fake.address.port());
    person.resolve = format!("{HOST}={}", fake.address.ip());
    person.root = person.path().join("fake.der");
    fs::write(&person.root, &fake.root).expect("written");
    person.is_refused("(channel binding)");
}
