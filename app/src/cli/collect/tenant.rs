//! `wbready collect tenant`: sign in, ask Microsoft Graph, write the facts; say what stayed open and how to go on.

use std::{
    collections::BTreeSet,
    fs,
    io::{BufWriter, Read as _, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context as _, anyhow, bail};
use clap::Args;
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Language, Message, Secret, Words,
    assessment::file::{read_limited, write_atomic},
    collect::{
        Reporter,
        network::ProxyVariables,
        tenant::{
            Application, Certificate, CloudAddress, Graph, PopulationError, Prompt, Question, Registration, SignIn,
            TenantRequest, TenantSettings, look, open_questions, permissions, population, sign_in, tenant_name,
            ways_on,
        },
    },
    facts::{Facts, FactsFile, Seen, Snapshot, SourceFacts, Unavailable, Vantage, tenant::TenantFacts},
    msg,
    reference::{Cloud, Reference},
};
use tokio_util::sync::CancellationToken;

use crate::{
    cli::{data, inputs, outputs},
    live,
};

/// The most that is read of a secret or a token, in bytes.
const SECRET: u64 = 64 * 1024;

/// Arguments of `collect tenant`.
#[derive(Debug, Args)]
pub struct TenantArguments {
    /// The tenant: a domain of it, or its ID.
    #[arg(long, value_name = "T")]
    pub tenant: String,
    /// The application to sign in to. Default: Microsoft Graph Command Line Tools.
    #[arg(long, value_name = "ID")]
    pub client_id: Option<String>,
    /// The cloud the tenant lives in.
    #[arg(long, value_name = "global|gcc-high|dod|china", default_value_t)]
    pub cloud: Cloud,
    /// How to sign in.
    #[command(flatten)]
    pub how: How,
    /// User principal name of the administrator who enables writeback.
    #[arg(long, value_name = "UPN", default_value = "")]
    pub admin: String,
    /// User principal name of the test user.
    #[arg(long, value_name = "UPN", default_value = "")]
    pub test_user: String,
    /// Write the facts here ("-" is stdout).
    #[arg(long, value_name = "F.json")]
    pub to: PathBuf,
    /// Write licences and registration of all users here, one a line, for the scan of the directory.
    #[arg(long, value_name = "F.jsonl")]
    pub population: Option<PathBuf>,
    /// The way out: none, env, or a proxy's URL. Default: env.
    // Read later: a refusal of the argument parser would repeat the URL, which may hold a password.
    #[arg(long, value_name = "none|env|URL", default_value = "env", hide_default_value = true)]
    pub proxy: String,
    /// Trust these roots besides the machine's (PEM or DER).
    #[arg(long, value_name = "F.pem")]
    pub root: Vec<PathBuf>,
    /// The longest that one exchange may take, in seconds.
    #[arg(long, value_name = "S", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=300))]
    pub timeout: u64,
    /// The longest to wait in sum when the service is busy, in seconds.
    #[arg(long, value_name = "S", default_value_t = 120, value_parser = clap::value_parser!(u64).range(0..=3600))]
    pub patience: u64,
    /// Reference data that replaces the built-in tables, as for run.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Language of what is said.
    #[arg(long, value_name = "en|zh-CN", default_value = "en")]
    pub lang: Language,
}

/// Ways to sign in.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct How {
    /// Sign in with the browser of this machine.
    #[arg(long)]
    pub browser: bool,
    /// Sign in with a code, in a browser of any machine.
    #[arg(long)]
    pub device_code: bool,
    /// Sign in as the application, with the secret on stdin.
    #[arg(long)]
    pub secret_stdin: bool,
    /// Sign in as the application, with a certificate and its key (PEM).
    #[arg(long, value_name = "F")]
    pub certificate: Option<PathBuf>,
    /// Use the access token on stdin.
    #[arg(long)]
    pub token_stdin: bool,
}

pub fn collect(arguments: TenantArguments) -> anyhow::Result<ExitCode> {
    let words = Words::new(&arguments.lang, TimeZone::system());
    let reference = data::reference(arguments.data.as_deref())?;
    let tenant = tenant_name(&arguments.tenant).context("--tenant")?.to_owned();
    let row = reference.endpoints.cloud(arguments.cloud);
    let client_id = client_id(&arguments, &reference)?;
    let wanted = Question::of(&BTreeSet::new());
    let registration = Registration {
        address: CloudAddress::new(row)?,
        tenant: tenant.clone(),
        client_id,
        permissions: permissions(&reference.permissions, &wanted).iter().map(|row| row.name.clone()).collect(),
    };
    let settings = settings(&arguments)?;
    let how = how(&arguments.how, &words)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no runtime")?;
    runtime.block_on(async {
        let cancel = CancellationToken::new();
        let asked = cancel.clone();
        tokio::spawn(async move {
            if tokio::signal::ctrl_c().await.is_ok() {
                asked.cancel();
            }
        });
        let prompt = |prompt: Prompt| ask_person(&words, prompt);
        let session = match sign_in(registration.clone(), how, &settings, &prompt, cancel.clone()).await {
            Ok(session) => session,
            Err(refused) => {
                let said = words.say(&refused.message());
                if refused.is_consent() {
                    let names: Vec<&str> = registration.permissions.iter().map(String::as_str).collect();
                    let link = registration.address.consent_link(&tenant, &registration.client_id, &names);
                    bail!("{said} {}", words.say(&msg!("way-on-consent", link = link)));
                }
                bail!(said);
            }
        };
        let graph = Graph::new(session, &settings, cancel)?;
        let request = TenantRequest {
            tenant: tenant.clone(),
            admin: arguments.admin.trim().to_owned(),
            test_user: arguments.test_user.trim().to_owned(),
            checks: BTreeSet::new(),
        };
        let seen_at = Timestamp::now();
        let started = std::time::Instant::now();
        let silent: Reporter = Arc::new(|_| {});
        let facts = look(&graph, &request, &reference, &silent).await;
        // Evidence of another tenant is not even written down.
        if let Seen::Missing(why @ Unavailable::WrongTenant { wanted, .. }) = &facts.identity {
            let way = words.say(&msg!("way-on-wrong-tenant", wanted = wanted));
            bail!("{} {way}", words.say(&why.message()));
        }
        let complete = say_what_is_open(&words, &facts, &registration, &reference, arguments.cloud);
        let snapshot = Snapshot {
            vantage: Vantage::workstation(live::host_name()),
            seen_at,
            took_ms: u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
            about: None,
            what: SourceFacts::Tenant(Box::new(facts)),
        };
        write_facts(&arguments.to, snapshot)?;
        if let Some(path) = &arguments.population {
            write_population(path, &graph, &reference, &words).await?;
        }
        Ok(ExitCode::from(if complete { 0 } else { 3 }))
    })
}

fn client_id(arguments: &TenantArguments, reference: &Reference) -> anyhow::Result<String> {
    let as_application = arguments.how.secret_stdin || arguments.how.certificate.is_some();
    match &arguments.client_id {
        Some(id) if !id.trim().is_empty() => Ok(id.trim().to_owned()),
        _ if as_application => bail!("--client-id: an application signs in as itself, so its ID is needed"),
        _ => Ok(reference.permissions.default_client.as_str().to_owned()),
    }
}

fn settings(arguments: &TenantArguments) -> anyhow::Result<TenantSettings> {
    let extra_roots = inputs::roots(&arguments.root)?;
    let variables = match arguments.proxy.trim() {
        "none" => ProxyVariables::default(),
        "env" => live::proxy_variables(),
        url => ProxyVariables { https: Some(url.to_owned()), ..ProxyVariables::default() },
    };
    Ok(TenantSettings {
        step_timeout: std::time::Duration::from_secs(arguments.timeout),
        wait_budget: std::time::Duration::from_secs(arguments.patience),
        extra_roots,
        variables,
        ..TenantSettings::default()
    })
}

fn how(how: &How, words: &Words) -> anyhow::Result<SignIn> {
    if how.browser {
        let done = words.say(&msg!("sign-in-done"));
        return Ok(SignIn::Browser {
            done: format!("<!doctype html><meta charset=utf-8><title>wbready</title><p>{done}</p>"),
        });
    }
    if how.device_code {
        return Ok(SignIn::DeviceCode);
    }
    if let Some(path) = &how.certificate {
        let pem = Secret::new(String::from_utf8(read_limited(path, 1024 * 1024)?).unwrap_or_default());
        let certificate = Certificate::from_pem(pem.expose().as_bytes())
            .map_err(|error| anyhow!("{}: {}", path.display(), words.say(&error.message())))?;
        return Ok(SignIn::Application(Application::Certificate(Arc::new(certificate))));
    }
    let secret = secret_from_stdin()?;
    Ok(if how.secret_stdin { SignIn::Application(Application::Secret(secret)) } else { SignIn::Token(secret) })
}

fn secret_from_stdin() -> anyhow::Result<Secret> {
    // Room for all of it at once: a text that grows leaves copies behind.
    let mut text = String::with_capacity(usize::try_from(SECRET).unwrap_or(0) + 1);
    std::io::stdin().lock().take(SECRET).read_to_string(&mut text).map_err(|_| anyhow!("stdin could not be read"))?;
    let all = Secret::new(text);
    let secret = Secret::new(all.expose().trim().trim_start_matches('\u{feff}').to_owned());
    if secret.is_empty() {
        bail!("stdin is empty: expected the secret or token there");
    }
    Ok(secret)
}

fn ask_person(words: &Words, prompt: Prompt) {
    match prompt {
        Prompt::Browser { url } => {
            eprintln!("{}", words.say(&msg!("sign-in-go-to", url = &url)));
            // It may wait for a text browser to end, and need not work: the address was printed.
            std::thread::spawn(move || webbrowser::open(&url).is_ok());
        }
        Prompt::DeviceCode { url, code } => {
            eprintln!("{}", words.say(&msg!("sign-in-enter-code", url = url, code = code)));
        }
    }
}

/// Says what stayed open, and the ways on. True when nothing that is judged did.
fn say_what_is_open(
    words: &Words,
    facts: &TenantFacts,
    registration: &Registration,
    reference: &Reference,
    cloud: Cloud,
) -> bool {
    let mut complete = true;
    for (question, why) in open_questions(facts) {
        // What is only shown is no gap.
        if matches!(question, Question::Features | Question::Health) {
            continue;
        }
        complete = false;
        let name = Message::new(format!("question-{}", question.key()));
        eprintln!("{}", words.say(&msg!("question-open", question = name, why = why.message())));
        for way in ways_on(question, why, registration, reference, cloud) {
            eprintln!("    {}", words.say(&way));
        }
    }
    complete
}

fn write_facts(path: &Path, snapshot: Snapshot) -> anyhow::Result<()> {
    let mut facts = Facts::default();
    facts.add(snapshot);
    let text = serde_json::to_string_pretty(&FactsFile::new(facts))? + "\n";
    if path == Path::new("-") {
        return outputs::print(&text);
    }
    write_atomic(path, text.as_bytes())?;
    Ok(())
}

/// Writes beside the file and moves it there when it is whole.
async fn write_population(path: &Path, graph: &Graph, reference: &Reference, words: &Words) -> anyhow::Result<()> {
    let beside = path.with_extension("part");
    let file = fs::File::create(&beside).with_context(|| beside.display().to_string())?;
    let out = std::cell::RefCell::new(BufWriter::new(file));
    let line = |text: serde_json::Result<String>| writeln!(out.borrow_mut(), "{}", text?);
    let written = population(
        graph,
        reference,
        |head| line(serde_json::to_string(head)),
        |user| line(serde_json::to_string(user)),
    )
    .await;
    let end = written.map(|count| line(Ok(format!("{{\"end\":{count}}}"))));
    let done = match end {
        Ok(Ok(())) => {
            out.into_inner().into_inner().map_err(|error| error.into_error()).and_then(|file| file.sync_all())
        }
        Ok(Err(error)) => Err(error),
        Err(PopulationError::Write(error)) => Err(error),
        Err(PopulationError::Unavailable(why)) => {
            let _ = fs::remove_file(&beside);
            bail!("{}: {}", path.display(), words.say(&why.message()));
        }
    };
    done.and_then(|()| fs::rename(&beside, path)).with_context(|| path.display().to_string())
}
