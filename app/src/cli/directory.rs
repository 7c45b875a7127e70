//! How the command line reaches a directory: the options that every command has which looks at one.

use std::{
    io::{BufRead as _, Read as _, stdin},
    path::PathBuf,
    time::Duration,
};

use anyhow::{Context as _, bail};
use clap::Args;
use readiness_core::{
    Secret,
    assessment::file::read_limited,
    collect::{
        directory::{DirectoryRequest, SignIn, Start},
        network::{NetworkSettings, ResolveOverride, roots_from_pem},
    },
};

/// How to reach a directory.
#[derive(Debug, Args)]
pub struct Connection {
    /// A domain whose controllers are looked up in DNS.
    #[arg(long, value_name = "D", required_unless_present = "server")]
    pub domain: Vec<String>,
    /// A server: ldaps://HOST[:PORT], or ldap://HOST[:PORT] with StartTLS. Unprotected connections are never used.
    // Read later: a refusal of the argument parser would repeat the URL, which may hold a password.
    #[arg(long, value_name = "URL")]
    pub server: Vec<String>,
    /// Sign in as this account: user principal name or DOMAIN\name. Any account of the domain can read most of it.
    #[arg(long, value_name = "NAME", requires = "password_stdin")]
    pub bind: String,
    /// Read the password from the first line of standard input. It is never stored.
    #[arg(long, required = true)]
    pub password_stdin: bool,
    /// Trust these roots besides the machine's (PEM).
    #[arg(long, value_name = "F.pem")]
    pub root: Vec<PathBuf>,
    /// The account the connector signs in with, to look up its rights. Default: the only account named MSOL_...
    #[arg(long, value_name = "NAME")]
    pub connector: Option<String>,
    /// Let a name lead to an address.
    #[arg(long, value_name = "HOST=IP[:PORT]")]
    pub resolve: Vec<ResolveOverride>,
    /// The longest that one step of the way into a server may take, in seconds.
    #[arg(long, value_name = "S", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=300))]
    pub timeout: u64,
}

impl Connection {
    /// Reads the options, the roots, and the password.
    pub fn open(self) -> anyhow::Result<(DirectoryRequest, NetworkSettings)> {
        let mut starts = Vec::new();
        for server in &self.server {
            starts.push(Start::Server(server.parse().context("--server")?));
        }
        for domain in &self.domain {
            starts.push(Start::domain(domain).context("--domain")?);
        }
        let mut settings = NetworkSettings {
            step_timeout: Duration::from_secs(self.timeout),
            resolve: self.resolve,
            ..NetworkSettings::default()
        };
        for path in &self.root {
            let pem = read_limited(path, 4 * 1024 * 1024)?;
            settings.extra_roots.extend(roots_from_pem(&pem).with_context(|| path.display().to_string())?);
        }
        let sign_in = sign_in(self.bind)?;
        Ok((DirectoryRequest { starts, sign_in, connector: self.connector, test_user: None }, settings))
    }
}

/// The account, with the password from the first line of standard input.
pub fn sign_in(name: String) -> anyhow::Result<SignIn> {
    if name.trim().is_empty() {
        bail!("--bind: expected the name of an account");
    }
    Ok(SignIn { name, password: password()? })
}

/// The first line of standard input, without its end.
fn password() -> anyhow::Result<Secret> {
    /// More than any directory takes.
    const LONGEST: u64 = 4096;
    let mut text = String::with_capacity(usize::try_from(LONGEST)?);
    stdin().lock().take(LONGEST).read_line(&mut text).context("--password-stdin")?;
    while text.ends_with(['\n', '\r']) {
        text.pop();
    }
    if text.is_empty() {
        bail!("--password-stdin: expected the password as the first line of standard input, found nothing");
    }
    Ok(Secret::new(text))
}
