//! `wbready run`: look, judge, and say whether it is ready.

use std::{path::Path, process::ExitCode, sync::Arc};

use anyhow::{Context as _, bail};
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Subject, Words,
    assessment::{
        Assessment,
        file::{self, Hold},
    },
    collect::{
        directory::{DirectoryRequest, Start},
        network::{NetworkSettings, ProxySetting},
    },
    engine::{self, Collector, Plan, Scope, Work},
    facts::sync_server::ConnectorKind,
    scenario::Scenario,
};
use tokio_util::sync::CancellationToken;

use super::{arguments::RunArguments, data, directory::NO_ACCOUNT, inputs, outputs, progress::ProgressLine};
use crate::live;

pub fn run(arguments: RunArguments) -> anyhow::Result<ExitCode> {
    if arguments.account.is_named() && arguments.directory.is_empty() {
        bail!("--bind, --kerberos and --current-user say as whom to sign in to a --directory, and none is named");
    }
    let now = Timestamp::now();
    let scenario = arguments.scenario.as_deref().map(inputs::scenario).transpose()?;
    let _hold = arguments.save.as_deref().map(Hold::take).transpose()?;
    let mut assessment = begin(&arguments, scenario.as_ref(), now)?;
    if let Some(cloud) = arguments.cloud {
        assessment.subject.cloud = cloud;
    }
    let reference = Arc::new(data::reference(arguments.data.as_deref())?);
    if !arguments.facts.is_empty() {
        let accept_other = arguments.accept_other_tenant;
        assessment.import(inputs::facts(&arguments.facts, &assessment.subject, &reference, accept_other, now)?);
    }
    let plan = plan(&arguments, &assessment, now)?;
    let collectors: Vec<Arc<dyn Collector>> = match &scenario {
        Some(scenario) => scenario.collectors(now),
        None => {
            let network = network(&arguments)?;
            let directory = directory(&arguments, &assessment, &network)?;
            live::collectors(&assessment, &reference, network, live::SignIns { directory, ..live::SignIns::default() })
        }
    };

    let line = ProgressLine::new(Words::new(&arguments.outputs.lang, TimeZone::system()));
    let work = Work { plan, assessment: assessment.clone(), reference, collectors, clock: Timestamp::now };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no runtime")?;
    let outcome = runtime.block_on(async {
        let cancel = CancellationToken::new();
        let asked = cancel.clone();
        tokio::spawn(async move {
            if tokio::signal::ctrl_c().await.is_ok() {
                eprintln!("\nwbready: cancelled; what is finished is kept");
                asked.cancel();
            }
        });
        engine::run(work, move |event| line.show(&event), cancel).await
    });
    let cancelled = outcome.cancelled;
    assessment.take(outcome, Timestamp::now());
    if let Some(path) = &arguments.save {
        file::write(path, &assessment)?;
    }
    let code = outputs::write(&arguments.outputs, &assessment, Timestamp::now(), false)?;
    Ok(if cancelled { ExitCode::from(3) } else { code })
}

/// The assessment to go on with: the one named, the one that is already where it will be saved, or a new one.
fn begin(arguments: &RunArguments, scenario: Option<&Scenario>, now: Timestamp) -> anyhow::Result<Assessment> {
    let subject: Option<Subject> = arguments.subject.as_deref().map(inputs::subject).transpose()?;
    let existing = |path: &Path| path.exists().then(|| file::read(path)).transpose();
    let held = match (&arguments.failed_of, &arguments.save) {
        (Some(path), _) => Some(file::read(path)?),
        (None, Some(path)) => existing(path)?,
        (None, None) => None,
    };
    let mut assessment = match (held, scenario) {
        (Some(held), _) => {
            let training = scenario.map(|scenario| scenario.id.clone());
            if held.training != training {
                bail!("training and real assessments do not mix: save to another file");
            }
            if let Some(path) = &arguments.checklist
                && inputs::checklist(Some(path))? != *held.checklist()
            {
                bail!("{}: the assessment follows another checklist: save to another file", path.display());
            }
            held
        }
        (None, Some(scenario)) => scenario.assessment(&inputs::checklist(arguments.checklist.as_deref())?, now),
        (None, None) => Assessment::new(&inputs::checklist(arguments.checklist.as_deref())?, Subject::default(), now),
    };
    if let Some(subject) = subject {
        assessment.change_subject(subject);
    }
    Ok(assessment)
}

fn plan(arguments: &RunArguments, assessment: &Assessment, now: Timestamp) -> anyhow::Result<Plan> {
    if arguments.only.is_empty() {
        let scope = if arguments.failed_of.is_some() { Scope::NotMet } else { Scope::All };
        return Ok(Plan::new(assessment, &scope, now));
    }
    let checklist = assessment.checklist();
    let mut plan = Plan::default();
    for wanted in &arguments.only {
        let scope = if checklist.sections.iter().any(|section| section.id == *wanted) {
            Scope::Section(wanted.clone())
        } else if let Some(item) = checklist.item(wanted) {
            if item.is_manual() {
                bail!("item \"{wanted}\" is answered by a person: wbready answer F {wanted} ...");
            }
            Scope::Items(vec![wanted.clone()])
        } else {
            bail!("there is no item or section \"{wanted}\" (\"wbready checklist list\" names them)");
        };
        plan.extend(Plan::new(assessment, &scope, now));
    }
    Ok(plan)
}

/// How the directory is looked at, if it is.
fn directory(
    arguments: &RunArguments,
    assessment: &Assessment,
    network: &live::Network,
) -> anyhow::Result<Option<live::Directory>> {
    if arguments.directory.is_empty() {
        return Ok(None);
    }
    let sign_in = arguments.account.sign_in()?.context(NO_ACCOUNT)?;
    let mut starts = Vec::new();
    for text in &arguments.directory {
        let start = if text.contains("://") { text.parse().map(Start::Server) } else { Start::domain(text) };
        starts.push(start.context("--directory")?);
    }
    let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let request = DirectoryRequest {
        starts,
        sign_in,
        connector: arguments.connector.clone().or_else(|| configured_connector(assessment)),
        test_user: given(&assessment.subject.test_user),
    };
    let settings = NetworkSettings {
        step_timeout: network.settings.step_timeout,
        resolve: network.settings.resolve.clone(),
        extra_roots: network.settings.extra_roots.clone(),
        ..NetworkSettings::default()
    };
    Ok(Some(live::Directory { request, settings }))
}

/// The account of the directory's connector, as the sync server's evidence names it, where there is one such connector.
fn configured_connector(assessment: &Assessment) -> Option<String> {
    let facts = assessment.facts.about(&assessment.subject);
    let connectors = facts.sync_server().newest(|facts| &facts.connectors).ok()?;
    let mut of_directories = connectors.iter().filter(|connector| connector.kind == ConnectorKind::Directory);
    let only = of_directories.next()?;
    if of_directories.next().is_some() { None } else { only.account.clone() }
}

fn network(arguments: &RunArguments) -> anyhow::Result<live::Network> {
    let settings = NetworkSettings {
        step_timeout: std::time::Duration::from_secs(arguments.timeout),
        resolve: arguments.resolve.clone(),
        extra_roots: inputs::roots(&arguments.root)?,
        ..live::network_settings()
    };
    let mut ways = Vec::new();
    for text in &arguments.proxy {
        ways.push(text.parse::<ProxySetting>().context("--proxy")?);
    }
    if ways.is_empty() {
        ways = live::default_ways();
    }
    let idle = live::IdleOrder { plan: arguments.idle.clone(), ..live::IdleOrder::default() };
    Ok(live::Network { settings, ways, idle })
}
