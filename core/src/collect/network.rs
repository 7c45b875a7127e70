//! The network collector: for every endpoint and every way out, each step from the name to the HTTP answer; silent
//! connections to a relay; the clock. All endpoints are probed at once, every step has its own deadline, and the whole
//! look can be cancelled, keeping the probes that ended. Nothing is judged here, and TLS verification is never off.

mod breakage;
mod certificate;
mod clock;
mod collector;
mod connect;
mod http;
mod idle;
mod overrides;
mod plain;
mod plan;
mod probe;
mod proxy_setting;
pub(super) mod resolve;
mod roots;
mod steering;
mod system_proxy;
pub(super) mod tcp;
pub(super) mod tls;
pub(super) mod trust;

use std::{net::SocketAddr, sync::Arc, time::Duration};

use futures_util::{StreamExt, stream};
use rustls::pki_types::CertificateDer;
use tokio_util::sync::CancellationToken;

use super::{Progress, Reporter};
use crate::{
    facts::{
        Seen, Unavailable,
        network::{ClockReading, Endpoint, IdleTest, NetworkFacts, Probe, Purpose, SystemProxy},
    },
    msg,
};
use probe::{Instruments, is_plain};
use proxy_setting::{Given, Way};
use resolve::Names;
use system_proxy::Decisions;
use trust::Roots;

pub use collector::NetworkCollector;
pub use overrides::{ResolveOverride, ResolveOverrideError};
pub use plan::{IdlePlan, IdlePlanError};
pub use proxy_setting::{ProxyAddress, ProxySetting, ProxySettingError, ProxyVariables};
pub use roots::{RootsError, roots_from_file};
pub use steering::IdleSteering;
pub use system_proxy::DesktopSettings;

/// What to look at.
#[derive(Debug, Clone, Default)]
pub struct NetworkRequest {
    /// Where the probes go. Port 80 and [`Purpose::Revocation`](crate::facts::network::Purpose) mean plain HTTP,
    /// everything else TLS.
    pub endpoints: Vec<Endpoint>,
    /// The ways out; each endpoint is probed once for each. The first one carries the idle test.
    pub contexts: Vec<ProxySetting>,
    /// The silences of the idle test. It uses the first endpoint that is a relay.
    pub idle: IdlePlan,
    /// Shortens or skips the idle test while it goes on.
    pub steering: IdleSteering,
    /// Only the idle test: endpoints are not probed.
    pub idle_alone: bool,
    /// Whether to read the servers' clocks.
    pub clock: bool,
}

/// How to look.
#[derive(Clone)]
pub struct NetworkSettings {
    /// The longest that one step of a probe may take.
    pub step_timeout: Duration,
    /// Names that lead to given addresses instead of what name resolution says.
    pub resolve: Vec<ResolveOverride>,
    /// Roots that are trusted besides those of this machine. A chain that leads to one is
    /// [`Trust::LocalRoot`](crate::facts::network::Trust).
    pub extra_roots: Vec<CertificateDer<'static>>,
    /// The most probes at a time.
    pub concurrency: usize,
    /// A name server to ask instead of this machine's resolver.
    pub name_server: Option<SocketAddr>,
    /// The proxy variables of the environment, for [`ProxySetting::Environment`]. Given, never read here.
    pub variables: ProxyVariables,
    /// Where a desktop keeps its proxy setting, for [`ProxySetting::System`].
    pub desktop: DesktopSettings,
}

impl Default for NetworkSettings {
    fn default() -> Self {
        Self {
            step_timeout: Duration::from_secs(5),
            resolve: Vec::new(),
            extra_roots: Vec::new(),
            // Enough that two hundred endpoints that answer nothing take no longer than ten, where the system allows a
            // program that many open files.
            concurrency: if cfg!(target_os = "macos") { 64 } else { 200 },
            name_server: None,
            variables: ProxyVariables::default(),
            desktop: DesktopSettings::default(),
        }
    }
}

/// Looks at the network.
///
/// Reports every probe and every silent connection when it ends. Cancelling ends the look at once: probes that ended
/// are in the result, the others are not, and an idle connection that was still silent is
/// [`IdleOutcome::Cancelled`](crate::facts::network::IdleOutcome).
pub async fn collect(
    request: &NetworkRequest,
    settings: &NetworkSettings,
    report: Reporter,
    cancel: CancellationToken,
) -> NetworkFacts {
    let instruments =
        Instruments { settings, names: Names::new(settings), roots: Roots::new(&settings.extra_roots).map(Arc::new) };
    let (system_proxy, decisions) = system_proxy_seen(request, settings, &cancel).await;
    let given = Given {
        variables: &settings.variables,
        system: system_proxy.as_result().ok(),
        decisions: &decisions,
        straight_out: request.contexts.iter().any(|setting| matches!(setting, ProxySetting::None)),
    };
    let (probed, idle) = tokio::join!(
        probes(&instruments, request, &given, &report, &cancel),
        idle_test(&instruments, request, &given, &report, &cancel)
    );
    let (probes, readings): (Vec<_>, Vec<_>) = probed.into_iter().unzip();
    let clock = if request.clock { clock_seen(&probes, readings, &cancel) } else { Seen::default() };
    NetworkFacts { probes, idle, clock, system_proxy }
}

/// All probes, at most `concurrency` at a time, in the order of the request.
async fn probes(
    instruments: &Instruments<'_>,
    request: &NetworkRequest,
    given: &Given<'_>,
    report: &Reporter,
    cancel: &CancellationToken,
) -> Vec<(Probe, Option<ClockReading>)> {
    // Owned endpoints: a stream over borrowed ones is not provably `Send`, and collectors run as tasks.
    if request.idle_alone {
        return Vec::new();
    }
    let plan: Vec<(Endpoint, Way)> = request
        .contexts
        .iter()
        .flat_map(|setting| request.endpoints.iter().map(move |endpoint| (setting, endpoint)))
        .filter_map(|(setting, endpoint)| Some((endpoint.clone(), way(setting, endpoint, given)?)))
        .collect();
    report(Progress::Doing(msg!("collect-probing", count = plan.len())));
    let mut running = stream::iter(plan.into_iter().enumerate())
        .map(|(index, (endpoint, way))| async move { (index, instruments.probe(&endpoint, &way).await) })
        .buffer_unordered(instruments.settings.concurrency.max(1));
    let mut ended = Vec::new();
    while let Some(Some((index, (probe, reading)))) = cancel.run_until_cancelled(running.next()).await {
        report(Progress::Probed(Box::new(probe.clone())));
        ended.push((index, (probe, reading)));
    }
    ended.sort_by_key(|(index, _)| *index);
    ended.into_iter().map(|(_, probed)| probed).collect()
}

/// The relay that the idle test uses.
fn relay(request: &NetworkRequest) -> Option<&Endpoint> {
    request.endpoints.iter().find(|endpoint| endpoint.purpose == Purpose::Relay && !is_plain(endpoint))
}

/// The idle test, or why there is none.
async fn idle_test(
    instruments: &Instruments<'_>,
    request: &NetworkRequest,
    given: &Given<'_>,
    report: &Reporter,
    cancel: &CancellationToken,
) -> Seen<IdleTest> {
    if request.idle.is_skipped() {
        return Seen::Missing(Unavailable::Skipped);
    }
    let Some(relay) = relay(request) else {
        return Seen::Missing(Unavailable::Inconclusive { why: msg!("collect-no-relay") });
    };
    let way = request.contexts.iter().find_map(|setting| way(setting, relay, given));
    let Some(way) = way else {
        return Seen::Missing(Unavailable::Inconclusive { why: msg!("collect-no-way") });
    };
    let longest = jiff::SignedDuration::from_secs(request.idle.longest_s().into());
    report(Progress::Doing(msg!("collect-idle", host = &relay.host, longest = longest)));
    Seen::Seen(idle::test(instruments, relay, &way, request, report, cancel).await)
}

/// The operating system's setting, when it is one of the ways to try, and what its script decided for the endpoints.
async fn system_proxy_seen(
    request: &NetworkRequest,
    settings: &NetworkSettings,
    cancel: &CancellationToken,
) -> (Seen<SystemProxy>, Decisions) {
    if !request.contexts.iter().any(|setting| matches!(setting, ProxySetting::System)) {
        return (Seen::default(), Decisions::default());
    }
    let asked: Vec<Endpoint> = match request.idle_alone {
        true => relay(request).cloned().into_iter().collect(),
        false => request.endpoints.clone(),
    };
    let read = cancel.run_until_cancelled(system_proxy::read(settings, &asked)).await;
    read.unwrap_or((Seen::Missing(Unavailable::Cancelled), Decisions::default()))
}

fn way(setting: &ProxySetting, endpoint: &Endpoint, given: &Given<'_>) -> Option<Way> {
    setting.way(endpoint, is_plain(endpoint), given)
}

/// The most exact reading, or why there is none.
fn clock_seen(probes: &[Probe], readings: Vec<Option<ClockReading>>, cancel: &CancellationToken) -> Seen<ClockReading> {
    if let Some(reading) = clock::best(readings.into_iter().flatten()) {
        return Seen::Seen(reading);
    }
    if cancel.is_cancelled() {
        return Seen::Missing(Unavailable::Cancelled);
    }
    let verified = probes.iter().filter(|probe| probe.tls.is_some());
    Seen::Missing(match verified.clone().find(|probe| probe.answer().is_some()) {
        Some(probe) => Unavailable::Inconclusive { why: msg!("collect-no-date", host = &probe.endpoint.host) },
        None => match verified.map(|probe| probe.endpoint.host.clone()).next() {
            Some(target) => Unavailable::Unreachable { target },
            None => Unavailable::NotLookedAt,
        },
    })
}
