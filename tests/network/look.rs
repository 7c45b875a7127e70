//! One look through the collector, with the lab's names and roots.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use readiness_core::{
    collect::{
        Progress, Reporter,
        network::{IdlePlan, NetworkRequest, NetworkSettings, ProxySetting, ResolveOverride, collect},
    },
    facts::network::{Break, Endpoint, NetworkFacts, Probe, Purpose, StepName},
};
use tokio_util::sync::CancellationToken;

use crate::{certificates::Authority, fault_server::FaultServer};

/// A step's deadline where a test waits for it to pass.
pub const SHORT: Duration = Duration::from_secs(1);
/// A step's deadline where it must not pass even on a busy machine.
pub const LONG: Duration = Duration::from_secs(60);

/// A relay of the lab.
pub fn relay(host: &str) -> Endpoint {
    Endpoint { host: host.to_owned(), port: 443, purpose: Purpose::Relay }
}

/// Settings under which `host` leads to `address` and the authority is trusted.
pub fn settings(
    step_timeout: Duration,
    names: &[(&str, SocketAddr)],
    authority: Option<&Authority>,
) -> NetworkSettings {
    let rule = |&(host, address): &(&str, SocketAddr)| ResolveOverride {
        host: host.to_owned(),
        address: address.ip(),
        port: Some(address.port()),
    };
    NetworkSettings {
        step_timeout,
        resolve: names.iter().map(rule).collect(),
        extra_roots: authority.map(|authority| authority.root.clone()).into_iter().collect(),
        ..NetworkSettings::default()
    }
}

/// A request without idle test and clock.
pub fn request(endpoints: Vec<Endpoint>, contexts: Vec<ProxySetting>) -> NetworkRequest {
    NetworkRequest { endpoints, contexts, idle: IdlePlan::skip(), ..NetworkRequest::default() }
}

/// A reporter that says nothing.
pub fn quiet() -> Reporter {
    Arc::new(|_| {})
}

/// A reporter that keeps everything it is told.
pub fn noted() -> (Reporter, Arc<Mutex<Vec<Progress>>>) {
    let notes: Arc<Mutex<Vec<Progress>>> = Arc::default();
    let kept = Arc::clone(&notes);
    (Arc::new(move |progress| kept.lock().expect("no panic before").push(progress)), notes)
}

/// Looks, quietly and to the end.
pub async fn look(request: &NetworkRequest, settings: &NetworkSettings) -> NetworkFacts {
    collect(request, settings, quiet(), CancellationToken::new()).await
}

/// Probes one relay that leads to a server, straight out.
pub async fn probe(host: &str, server: &FaultServer, limit: Duration, authority: Option<&Authority>) -> Probe {
    let request = request(vec![relay(host)], vec![ProxySetting::None]);
    let mut facts = look(&request, &settings(limit, &[(host, server.address)], authority)).await;
    assert_eq!(facts.probes.len(), 1);
    facts.probes.remove(0)
}

/// The step that broke, and how. Checks that what was not reached is written so.
#[track_caller]
pub fn broke(probe: &Probe) -> (StepName, Break) {
    let (step, broke) = probe.first_break().unwrap_or_else(|| panic!("nothing broke: {probe:#?}"));
    assert!(probe.answer().is_none(), "a broken probe has an answer: {probe:#?}");
    (step, broke.clone())
}
