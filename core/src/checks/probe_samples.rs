//! Probes as the tests of the network checks need them.

use super::testing::minutes_ago;
use crate::facts::{
    network::{
        Break, Endpoint, HttpSeen, NameSeen, NetworkFacts, Probe, ProxyContext, ProxyKind, ProxySeen, Purpose, Step,
        StepName, StepResult, TcpSeen, TlsSeen, Trust,
    },
    sync_server::{ProxySettings, SyncServerFacts},
};

fn done<T>(value: T) -> Step<T> {
    Step { took_ms: 12, result: StepResult::Done(value) }
}

fn broke<T>(how: &Break) -> Step<T> {
    Step { took_ms: 12, result: StepResult::Broke(how.clone()) }
}

/// A probe whose every step worked, over TLS with a public root.
pub(super) fn answers(host: &str, purpose: Purpose, status: u16) -> Probe {
    let plain = purpose == Purpose::Revocation;
    Probe {
        endpoint: Endpoint { host: host.into(), port: if plain { 80 } else { 443 }, purpose },
        context: ProxyContext::default(),
        started_at: minutes_ago(10),
        name: done(NameSeen { addresses: vec!["192.0.2.7".into()] }),
        tcp: done(TcpSeen { address: "192.0.2.7:443".into(), attempts: vec![] }),
        proxy: None,
        attempts: vec![],
        tls: (!plain).then(|| done(TlsSeen { version: "TLS 1.3".into(), cipher: String::new() })),
        chain: vec![],
        trust: (!plain).then_some(Trust::PublicRoot),
        http: done(HttpSeen { status, ..Default::default() }),
    }
}

/// A probe that broke at this step.
pub(super) fn breaks(host: &str, purpose: Purpose, step: StepName, how: Break) -> Probe {
    let mut probe = answers(host, purpose, 200);
    probe.http = Step::default();
    if step <= StepName::Tls {
        probe.trust = None;
        probe.tls = probe.tls.map(|_| Step::default());
    }
    if step == StepName::Name {
        probe.tcp = Step::default();
    }
    match step {
        StepName::Name => probe.name = broke(&how),
        StepName::Tcp => probe.tcp = broke(&how),
        StepName::Proxy => probe.proxy = Some(broke(&how)),
        StepName::Tls => probe.tls = Some(broke(&how)),
        StepName::Http => probe.http = broke(&how),
    }
    probe
}

/// A relay's answer to a stranger.
pub(super) fn relay(host: &str) -> Probe {
    let mut probe = answers(host, Purpose::Relay, 401);
    probe.http = done(HttpSeen {
        status: 401,
        headers: [("server".to_owned(), "Microsoft-HTTPAPI/2.0".to_owned())].into(),
        body_start: "<Error><Code>401</Code><Detail>MissingToken: The security token is missing.</Detail></Error>"
            .into(),
    });
    probe
}

/// The same probe through a proxy that the system names.
pub(super) fn proxied(mut probe: Probe, address: &str) -> Probe {
    probe.context = ProxyContext { kind: ProxyKind::System, address: Some(address.into()) };
    probe.proxy.get_or_insert_with(|| done(ProxySeen { status: 200 }));
    probe
}

/// The same probe behind a device that signs certificates itself.
pub(super) fn resigned(mut probe: Probe) -> Probe {
    probe.trust = Some(Trust::LocalRoot { issuer: "Contoso Inspection".into() });
    probe
}

/// A look with these probes.
pub(super) fn network(probes: Vec<Probe>) -> NetworkFacts {
    NetworkFacts { probes, ..Default::default() }
}

/// The proxy settings of a server whose sync service uses this proxy.
pub(super) fn service_proxy(machine_config: Option<&str>) -> SyncServerFacts {
    let settings = ProxySettings { machine_config: machine_config.map(str::to_owned), ..Default::default() };
    SyncServerFacts { proxy: settings.into(), ..Default::default() }
}
