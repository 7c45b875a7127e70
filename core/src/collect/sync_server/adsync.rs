//! What the cmdlets of the module `ADSync` answer. One script of ours asks them; it takes no input, so that nothing can
//! be put into it.

use std::collections::BTreeMap;

use base64::Engine as _;
use jiff::Timestamp;
use serde::Deserialize;

use crate::facts::{
    Seen, Unavailable,
    sync_server::{Connector, ConnectorKind, RunResult, Scheduler, SyncServerFacts, WritebackState},
};

const SCRIPT: &str = include_str!("adsync.ps1");

/// Windows PowerShell, below the system's folder. PowerShell 7 does not load the module.
pub(super) const PROGRAM: &str = r"System32\WindowsPowerShell\v1.0\powershell.exe";

/// The group that may ask.
const GROUP: &str = "ADSyncAdmins";

/// Its arguments: the script as one that no policy of files has a say in.
pub(super) fn arguments() -> Vec<String> {
    let utf16: Vec<u8> = SCRIPT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let script = base64::engine::general_purpose::STANDARD.encode(utf16);
    ["-NoLogo", "-NoProfile", "-NonInteractive", "-OutputFormat", "Text", "-EncodedCommand", &script]
        .map(str::to_owned)
        .to_vec()
}

#[derive(Deserialize)]
struct Told {
    module: Answer<String>,
    #[serde(default)]
    scheduler: Option<Answer<ToldScheduler>>,
    #[serde(default)]
    connectors: Option<Answer<ToldConnector>>,
    #[serde(default)]
    runs: Option<Answer<ToldRun>>,
    #[serde(default)]
    writeback: Option<Answer<ToldWriteback>>,
}

/// What a question was answered with, or why not.
#[derive(Deserialize)]
#[serde(untagged)]
enum Answer<T> {
    Given { answer: Vec<T> },
    Refused { error: String, kind: String, id: String },
}

#[derive(Deserialize)]
struct ToldScheduler {
    staging: bool,
    enabled: bool,
    suspended: bool,
}

#[derive(Deserialize)]
struct ToldConnector {
    name: String,
    r#type: String,
    subtype: String,
    connectivity: BTreeMap<String, String>,
    global: BTreeMap<String, String>,
    partitions: Vec<ToldPartition>,
}

#[derive(Deserialize)]
struct ToldPartition {
    selected: bool,
    preferred: Vec<String>,
    parameters: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct ToldRun {
    connector: String,
    profile: String,
    result: String,
    complete: bool,
    started: Option<Timestamp>,
    ended: Option<Timestamp>,
}

#[derive(Deserialize)]
struct ToldWriteback {
    enabled: Option<bool>,
}

/// Puts what was printed into the facts. What is not in it stays open, with the reason.
pub(super) fn take(facts: &mut SyncServerFacts, printed: &Result<Vec<u8>, Unavailable>) {
    let told = match printed {
        Ok(bytes) => parse(bytes),
        Err(why) => Err(why.clone()),
    };
    let (scheduler, connectors, runs, writeback) = match told {
        Err(why) => (Err(why.clone()), Err(why.clone()), Err(why.clone()), Err(why)),
        Ok(told) => {
            let module = given(Some(told.module)).map(|_| ());
            let or_module = |asked: &Result<(), Unavailable>| asked.clone();
            (
                or_module(&module).and_then(|()| given(told.scheduler)).and_then(scheduler),
                or_module(&module).and_then(|()| given(told.connectors)).and_then(connectors_of),
                or_module(&module).and_then(|()| given(told.runs)).and_then(runs_of),
                or_module(&module).and_then(|()| given(told.writeback)).and_then(writeback_of),
            )
        }
    };
    facts.scheduler = Seen::of(scheduler);
    facts.connectors = Seen::of(connectors);
    facts.runs = Seen::of(runs);
    facts.writeback = Seen::of(writeback);
}

/// What stands between the marks. A PowerShell that does nothing and says so with success prints none.
fn parse(bytes: &[u8]) -> Result<Told, Unavailable> {
    let malformed = |what: &str| Unavailable::Malformed { what: format!("PowerShell: {what}") };
    let text = String::from_utf8_lossy(bytes);
    let (_, rest) = text.split_once("<<<readiness").ok_or_else(|| malformed("it printed nothing"))?;
    let (json, _) = rest.split_once("readiness>>>").ok_or_else(|| malformed("its answer breaks off"))?;
    serde_json::from_str(json.trim()).map_err(|error| malformed(&error.to_string()))
}

fn given<T>(answer: Option<Answer<T>>) -> Result<Vec<T>, Unavailable> {
    match answer {
        Some(Answer::Given { answer }) => Ok(answer),
        Some(Answer::Refused { error, kind, id }) => Err(refusal(&error, &kind, &id)),
        None => Err(Unavailable::NotInEvidence { what: "PowerShell".to_owned() }),
    }
}

/// Kinds and ids are the same in every language of Windows; texts are not.
fn refusal(error: &str, kind: &str, id: &str) -> Unavailable {
    let denied = kind.contains("UnauthorizedAccess") || kind.contains("Security") || kind.contains("AccessDenied");
    if denied || id.contains("Unauthorized") || error.contains(GROUP) {
        return Unavailable::RoleMissing { role: GROUP.to_owned() };
    }
    if id.contains("Modules_ModuleNotFound") || id.contains("CommandNotFound") {
        return Unavailable::UnsupportedHere { what: "ADSync".to_owned() };
    }
    let first = error.lines().next().unwrap_or_default();
    Unavailable::Malformed { what: format!("ADSync: {}", first.chars().take(200).collect::<String>()) }
}

fn scheduler(told: Vec<ToldScheduler>) -> Result<Scheduler, Unavailable> {
    match told.as_slice() {
        [one] => Ok(Scheduler { staging: one.staging, enabled: one.enabled, suspended: one.suspended }),
        _ => Err(Unavailable::Malformed { what: "Get-ADSyncScheduler".to_owned() }),
    }
}

fn connectors_of(told: Vec<ToldConnector>) -> Result<Vec<Connector>, Unavailable> {
    Ok(told.into_iter().filter_map(connector).collect())
}

/// Connectors to other places than Active Directory and Entra have no part in writeback.
fn connector(told: ToldConnector) -> Option<Connector> {
    if told.r#type != "AD" {
        let is_entra = told.subtype.contains("Azure Active Directory") || told.name.ends_with("AAD");
        return is_entra.then_some(Connector {
            name: told.name,
            kind: ConnectorKind::Entra,
            account: None,
            sign_and_seal: None,
            only_preferred: None,
            preferred_controllers: Vec::new(),
        });
    }
    let text = |name: &str| told.connectivity.get(name).map(|value| value.trim()).filter(|value| !value.is_empty());
    let account = text("forest-login-user").map(|user| match text("forest-login-domain") {
        Some(domain) if !user.contains(['\\', '@']) => format!("{domain}\\{user}"),
        _ => user.to_owned(),
    });
    let selected: Vec<&ToldPartition> = told.partitions.iter().filter(|partition| partition.selected).collect();
    let mut preferred_controllers: Vec<String> =
        selected.iter().flat_map(|partition| partition.preferred.iter().cloned()).collect();
    preferred_controllers.dedup();
    Some(Connector {
        account,
        sign_and_seal: sign_and_seal(&told, &selected),
        only_preferred: only_preferred(&selected),
        preferred_controllers,
        kind: ConnectorKind::Directory,
        name: told.name,
    })
}

fn flag(value: &str) -> Option<bool> {
    match value.trim().to_ascii_lowercase().as_str() {
        "1" | "true" => Some(true),
        "0" | "false" => Some(false),
        _ => None,
    }
}

/// On in the connector and in every selected partition; off as soon as it is off in one place; else unknown.
fn sign_and_seal(told: &ToldConnector, selected: &[&ToldPartition]) -> Option<bool> {
    const NAME: &str = "sign-and-seal";
    let own = [&told.connectivity, &told.global].into_iter().filter_map(|place| place.get(NAME));
    let own: Vec<Option<bool>> = own.map(|value| flag(value)).collect();
    let theirs: Vec<Option<bool>> =
        selected.iter().map(|partition| partition.parameters.get(NAME).and_then(|value| flag(value))).collect();
    let all = || own.iter().chain(&theirs);
    if all().any(|place| *place == Some(false)) {
        return Some(false);
    }
    let on = !own.is_empty() && !theirs.is_empty() && all().all(|place| *place == Some(true));
    on.then_some(true)
}

/// "Only use preferred domain controllers" is `dc-failover` switched off.
fn only_preferred(selected: &[&ToldPartition]) -> Option<bool> {
    let failover: Option<Vec<bool>> = selected
        .iter()
        .map(|partition| partition.parameters.get("dc-failover").and_then(|value| flag(value)))
        .collect();
    let failover = failover.filter(|all| !all.is_empty())?;
    Some(failover.iter().any(|on| !on))
}

fn runs_of(told: Vec<ToldRun>) -> Result<Vec<RunResult>, Unavailable> {
    let mut runs = Vec::new();
    for run in told {
        let started_at =
            run.started.ok_or_else(|| Unavailable::Malformed { what: "Get-ADSyncRunProfileResult".to_owned() })?;
        let ended_at = run.ended.filter(|_| run.complete);
        runs.push(RunResult {
            connector: run.connector,
            profile: run.profile,
            result: run.result,
            started_at,
            ended_at,
        });
    }
    runs.sort_by_key(|run| std::cmp::Reverse(run.started_at));
    Ok(runs)
}

fn writeback_of(told: Vec<ToldWriteback>) -> Result<WritebackState, Unavailable> {
    let states: Option<Vec<bool>> = told.iter().map(|one| one.enabled).collect();
    match states.as_deref() {
        // Several connectors to the cloud: it is on when it is on for all of them.
        Some([first, rest @ ..]) => Ok(WritebackState { enabled: *first && rest.iter().all(|on| *on) }),
        _ => Err(Unavailable::Malformed { what: "Get-ADSyncAADPasswordResetConfiguration".to_owned() }),
    }
}
