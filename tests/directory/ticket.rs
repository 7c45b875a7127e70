//! What a machine that belongs to the lab's domain has of Kerberos: where its server is, and a ticket by kinit.

use std::{
    ffi::OsStr,
    fs,
    io::Write as _,
    net::Ipv4Addr,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use crate::samba::PASSWORD;

/// The settings and the ticket of one person, in a folder.
pub struct Kerberos {
    folder: PathBuf,
}

impl Kerberos {
    /// The variable that names the settings. Kerberos is set up by the environment, so whoever uses it is a process of its
    /// own.
    pub const SETTINGS: &str = "KRB5_CONFIG";

    /// Says where the domain's Kerberos server is.
    pub fn set_up(folder: &Path, server: Ipv4Addr) -> Self {
        let settings = format!(
            "[libdefaults]\ndefault_realm = LAB.TEST\ndns_lookup_kdc = false\ndns_lookup_realm = false\n\
             dns_canonicalize_hostname = false\nrdns = false\n[realms]\nLAB.TEST = {{\nkdc = {server}\n}}\n\
             [domain_realm]\n.lab.test = LAB.TEST\n"
        );
        fs::write(folder.join("krb5.conf"), settings).expect("written");
        Self { folder: folder.to_owned() }
    }

    /// A program that uses them.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.folder)
            .env(Self::SETTINGS, self.folder.join("krb5.conf"))
            .env("KRB5CCNAME", self.folder.join("tickets"))
            .env("TZ", "UTC");
        command
    }

    /// Runs a program that uses them.
    pub fn run(&self, program: impl AsRef<OsStr>, arguments: &[&str], input: &str) -> Output {
        let mut command = self.command(program);
        let piped = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().expect("it runs");
        child.stdin.take().expect("piped").write_all(input.as_bytes()).expect("it reads");
        child.wait_with_output().expect("it ends")
    }

    /// Gets a ticket of the lab's administrator.
    pub fn sign_in(&self, more: &[&str]) {
        let done = self.run("kinit", &[more, &["Administrator@LAB.TEST"]].concat(), &format!("{PASSWORD}\n"));
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
}
