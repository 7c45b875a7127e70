//! How the command line reaches a directory: the options that every command has which looks at one.

use std::{
    io::{BufRead as _, Read as _, stdin},
    path::PathBuf,
    time::Duration,
};

use anyhow::{Context as _, anyhow, bail};
use clap::Args;
use readiness_core::{
    Secret,
    collect::{
        directory::{DirectoryRequest, SignIn, Start, WithoutKerberos},
        network::{NetworkSettings, ResolveOverride},
    },
};

use super::inputs;
use crate::live;

/// How to reach a directory.
#[derive(Debug, Args)]
pub struct Connection {
    /// A domain whose controllers are looked up in DNS. All domains of its forest are looked at; several may be named,
    /// of one forest, and the first that lets us in is asked. Without it and --server: this machine's own domain.
    #[arg(long, value_name = "D")]
    pub domain: Vec<String>,
    /// A server: ldaps://HOST[:PORT], or ldap://HOST[:PORT] with StartTLS. Unprotected connections are never used. Of
    /// several, each is the way into its own domain.
    // Read later: a refusal of the argument parser would repeat the URL, which may hold a password.
    #[arg(long, value_name = "URL")]
    pub server: Vec<String>,
    /// As whom.
    #[command(flatten)]
    pub account: Account,
    /// Trust these roots besides the machine's (PEM or DER).
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

/// What is said when nobody said as whom.
pub const NO_ACCOUNT: &str = "as whom? expected --bind NAME --password-stdin, --kerberos or --current-user";

/// What is said when nobody said which directory, and the machine does not say it either.
const NO_DIRECTORY: &str = "which directory? expected --domain D or --server URL; this machine belongs to no domain";

/// As whom to sign in to a directory.
#[derive(Debug, Args)]
pub struct Account {
    /// Sign in to the directory as this account: user principal name or DOMAIN\name. Any account of the domain can read
    /// most of it.
    #[arg(long, value_name = "NAME", requires = "password_stdin", conflicts_with_all = ["kerberos", "current_user"])]
    pub bind: Option<String>,
    /// Read the password for the directory from the first line of standard input. It is never stored.
    #[arg(long, requires = "bind")]
    pub password_stdin: bool,
    /// Sign in to the directory with the Kerberos ticket that kinit got, over TLS all the same.
    #[arg(long, conflicts_with = "current_user")]
    pub kerberos: bool,
    /// On Windows: sign in to the directory as the user who runs this.
    #[arg(long)]
    pub current_user: bool,
}

impl Account {
    /// Whether anything was said of it.
    pub fn is_named(&self) -> bool {
        self.bind.is_some() || self.kerberos || self.current_user
    }

    /// The sign-in, with the password from the first line of standard input; none when nothing was said of it.
    pub fn sign_in(&self) -> anyhow::Result<Option<SignIn>> {
        if self.current_user && !cfg!(windows) {
            bail!("--current-user is for Windows; here, get a ticket with kinit and say --kerberos");
        }
        if self.kerberos || self.current_user {
            let sign_in = SignIn::as_current_user().map_err(|error @ WithoutKerberos| {
                anyhow!(
                    "{error}; build it with `cargo build --features kerberos` (packaging/kerberos.sh), or use --bind"
                )
            })?;
            return Ok(Some(sign_in));
        }
        let Some(name) = &self.bind else { return Ok(None) };
        if name.trim().is_empty() {
            bail!("--bind: expected the name of an account");
        }
        Ok(Some(SignIn::with_password(name, password()?)))
    }
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
        if starts.is_empty() {
            let own = live::own_domain().context(NO_DIRECTORY)?;
            starts.push(Start::domain(&own).context("this machine's own domain")?);
        }
        let settings = NetworkSettings {
            step_timeout: Duration::from_secs(self.timeout),
            resolve: self.resolve,
            extra_roots: inputs::roots(&self.root)?,
            ..NetworkSettings::default()
        };
        let sign_in = self.account.sign_in()?.context(NO_ACCOUNT)?;
        Ok((DirectoryRequest { starts, sign_in, connector: self.connector, test_user: None }, settings))
    }
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
