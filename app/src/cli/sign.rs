//! `wbready sign`: a person's signature under a report. Nothing is written unless everything went well; the password and
//! the key are forgotten with the process.

use std::{
    io::{self, BufRead as _, Read as _},
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context as _, anyhow, bail};
use clap::Args;
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Language, Message, Secret, Words,
    assessment::{
        Role,
        file::{self, read_limited, write_atomic},
    },
    collect,
    report::{
        Report, ReportOptions,
        sign::{LARGEST_KEY_FILE, Pkcs12Signer, SelfSigner, SignError, SignRequest, Signer, Signing},
        verify,
    },
};

use super::{
    arguments::parse_role,
    inputs,
    outputs::{self, print},
};
use crate::certificate_store::{self, CertificateStore};

/// The longest password, in bytes.
const LONGEST_PASSWORD: u64 = 4096;

/// Arguments of `sign`.
#[derive(Debug, Args)]
pub struct SignArguments {
    /// The report; or an assessment, which is printed for it.
    #[arg(value_name = "REPORT.pdf|F.readiness", required_unless_present = "list_certificates")]
    pub file: Option<PathBuf>,
    /// In which role. The assessor signs first.
    #[arg(
        long,
        value_name = "assessor|customer",
        value_parser = parse_role,
        required_unless_present = "list_certificates"
    )]
    pub role: Option<Role>,
    /// Who you are.
    #[arg(long, value_name = "W", required_unless_present = "list_certificates")]
    pub who: Option<String>,
    /// Your title.
    #[arg(long, value_name = "T", default_value = "")]
    pub title: String,
    /// Your key with its certificate (PKCS#12).
    #[arg(long, value_name = "F", required_unless_present_any = ["store_certificate", "self_signed", "list_certificates"])]
    pub p12: Option<PathBuf>,
    /// Sign with a certificate of the Windows store. Its key never leaves the store.
    #[arg(long, value_name = "THUMBPRINT|NAME", conflicts_with_all = ["p12", "password_stdin", "password_env"])]
    pub store_certificate: Option<String>,
    /// List the certificates of the Windows store that can sign now, and sign nothing.
    #[arg(
        long,
        conflicts_with_all = ["file", "role", "who", "p12", "store_certificate", "self_signed", "tsa", "at", "letterhead", "out"]
    )]
    pub list_certificates: bool,
    /// Make a certificate for this signature instead. It does not prove who signed.
    #[arg(long, conflicts_with_all = ["p12", "store_certificate", "password_stdin", "password_env"])]
    pub self_signed: bool,
    /// Read the password of the key file from the first line of stdin.
    #[arg(long, conflicts_with = "password_env")]
    pub password_stdin: bool,
    /// Read the password of the key file from this environment variable.
    #[arg(long, value_name = "VAR")]
    pub password_env: Option<String>,
    /// Get a time stamp from this server (RFC 3161).
    #[arg(long, value_name = "URL")]
    pub tsa: Option<String>,
    /// The time that the signature states (default: now), such as 2026-11-22T13:05:00Z.
    #[arg(long, value_name = "TIME")]
    pub at: Option<Timestamp>,
    /// On whose paper an assessment is printed: consultant, contact, customer, logo.
    #[arg(long, value_name = "F.toml")]
    pub letterhead: Option<PathBuf>,
    /// Where to write the signed report.
    #[arg(long, value_name = "F.pdf", required_unless_present = "list_certificates")]
    pub out: Option<PathBuf>,
    /// Language of messages, and of the report that an assessment is printed as.
    #[arg(long, value_name = "en|zh-CN", default_value = "en")]
    pub lang: Language,
}

pub fn sign(arguments: &SignArguments) -> anyhow::Result<ExitCode> {
    let words = Words::new(&arguments.lang, TimeZone::system());
    let said = |message: &Message| anyhow!("{}", words.say(message));
    let refused = |error: SignError| said(&error.message());
    let now = Timestamp::now();
    if arguments.list_certificates {
        return list(&words, now);
    }
    let (Some(path), Some(role), Some(who), Some(out)) =
        (&arguments.file, arguments.role, &arguments.who, &arguments.out)
    else {
        bail!("say the report, --role, --who and --out");
    };
    if let Some(url) = &arguments.tsa
        && !collect::is_time_stamp_address(url)
    {
        return Err(said(&readiness_core::msg!("sign-time-stamp-address")));
    }
    let bytes = read_limited(path, verify::LARGEST)?;
    let signer = signer(arguments, who, &words, now)?;
    let request = SignRequest {
        role,
        who: who.clone(),
        title: arguments.title.clone(),
        at: arguments.at.unwrap_or(now),
        time_stamp_server: arguments.tsa.clone(),
    };
    let place = || path.display().to_string();
    let signing = if verify::is_pdf(&bytes) {
        if arguments.letterhead.is_some() {
            bail!("--letterhead is for an assessment; {} is printed already", path.display());
        }
        Signing::begin(&bytes, &request, signer.as_ref(), now)
    } else {
        let assessment = file::parse(path, &bytes)?;
        let letterhead = inputs::letterhead(arguments.letterhead.as_deref(), &words)?;
        let report = Report::compose(&assessment, &words, &ReportOptions { now: request.at });
        let rendered = outputs::render(&report.on(&letterhead, &words).for_signature(&words))?;
        Signing::begin_printed(&rendered, &request, signer.as_ref(), now)
    };
    let mut signing = signing.map_err(refused).with_context(place)?;
    // From here on the key is not needed.
    drop(signer);
    if let Some(url) = &arguments.tsa {
        let query = signing.time_stamp_query().map_err(refused)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("no runtime")?;
        let answer = runtime.block_on(collect::ask_time_stamp(url, query.der().to_vec()));
        let answer = answer.map_err(|why| said(&why)).with_context(|| url.clone())?;
        signing.add_time_stamp(&query, &answer, Timestamp::now()).map_err(refused).with_context(|| url.clone())?;
    }
    if signing.says_draft() {
        eprintln!("wbready: {}", words.text("sign-says-draft"));
    }
    if arguments.self_signed {
        eprintln!("wbready: {}", words.text("sign-self-signed-proves"));
    }
    write_atomic(out, &signing.finish().map_err(refused)?)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints what can sign now, a line each.
fn list(words: &Words, now: Timestamp) -> anyhow::Result<ExitCode> {
    let found = certificate_store::read(store(words)?.as_ref(), now).map_err(|why| anyhow!("{}", words.say(&why)))?;
    let lines: Vec<String> =
        found.iter().filter(|one| one.refused.is_none()).map(|one| words.say(&one.message()) + "\n").collect();
    if lines.is_empty() {
        eprintln!("wbready: {}", words.text("store-empty"));
    }
    print(&lines.concat())?;
    Ok(ExitCode::SUCCESS)
}

fn store(words: &Words) -> anyhow::Result<Arc<dyn CertificateStore>> {
    certificate_store::of_the_system().ok_or_else(|| anyhow!("{}", words.text("store-none-here")))
}

fn signer(arguments: &SignArguments, who: &str, words: &Words, now: Timestamp) -> anyhow::Result<Box<dyn Signer>> {
    let said = |message: &Message| anyhow!("{}", words.say(message));
    let refused = |error: SignError| said(&error.message());
    if let Some(selector) = &arguments.store_certificate {
        let store = store(words)?;
        let found = certificate_store::read(store.as_ref(), now).map_err(|why| said(&why))?;
        let chosen = certificate_store::choose(&found, selector).map_err(|why| said(&why))?;
        return store.signer(&chosen.der).map_err(refused);
    }
    let Some(path) = &arguments.p12 else {
        let at = arguments.at.unwrap_or(now).min(now);
        return Ok(Box::new(SelfSigner::make(who, "", at).map_err(refused)?));
    };
    let password = password(arguments)?;
    let file = read_limited(path, LARGEST_KEY_FILE)?;
    let signer = Pkcs12Signer::open(&file, &password).map_err(refused);
    Ok(Box::new(signer.with_context(|| path.display().to_string())?))
}

/// The password of the key file. It is never an argument: those are seen by every user of the machine.
fn password(arguments: &SignArguments) -> anyhow::Result<Secret> {
    if let Some(variable) = &arguments.password_env {
        // The error of the library would repeat what the variable holds.
        return match std::env::var(variable) {
            Ok(password) => Ok(Secret::new(password)),
            Err(std::env::VarError::NotPresent) => bail!("--password-env: there is no variable {variable}"),
            Err(std::env::VarError::NotUnicode(_)) => bail!("--password-env: {variable} is not text"),
        };
    }
    if !arguments.password_stdin {
        bail!("say where the password of the key file comes from: --password-stdin or --password-env VAR");
    }
    let mut line = String::with_capacity(256);
    io::stdin().lock().take(LONGEST_PASSWORD).read_line(&mut line).context("--password-stdin")?;
    while line.ends_with(['\n', '\r']) {
        line.pop();
    }
    Ok(Secret::new(line))
}
