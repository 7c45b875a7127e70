//! One probe: the steps from the name to the HTTP answer, each timed, each within its own deadline.

use std::{net::SocketAddr, sync::Arc};

use jiff::Timestamp;
use tokio::{net::TcpStream, time::Instant};
use tokio_rustls::client::TlsStream;

use super::{
    NetworkSettings,
    breakage::{millis, timed, with_wait},
    clock,
    connect::{self, Tunnel},
    http::{self, host_header},
    plain::{self, Target},
    proxy_setting::Way,
    resolve::Names,
    tcp,
    tls::{self, Presented},
    trust::Roots,
};
use crate::facts::network::{
    Break, ClockReading, Endpoint, NameSeen, Probe, ProxySeen, Purpose, Step, StepName, StepResult, TcpSeen, TlsSeen,
};

/// What every probe of one look uses.
pub(super) struct Instruments<'a> {
    pub(super) settings: &'a NetworkSettings,
    pub(super) names: Names,
    pub(super) roots: Result<Arc<Roots>, rustls::Error>,
}

/// A step broke, and where.
pub(super) type Broken = (StepName, Break);

/// True when plain HTTP is spoken at an endpoint.
pub(super) fn is_plain(endpoint: &Endpoint) -> bool {
    endpoint.purpose == Purpose::Revocation || endpoint.port == 80
}

/// What is asked for. A relay lists its public services at `/`; any other path needs a token, and the relay says so.
pub(super) fn path(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Relay => "/writeback-readiness",
        Purpose::PasswordReset | Purpose::SignIn | Purpose::Graph | Purpose::Revocation => "/",
    }
}

impl Instruments<'_> {
    /// Probes one endpoint on one way. The clock is read when a verified answer bears a date.
    pub(super) async fn probe(&self, endpoint: &Endpoint, way: &Way) -> (Probe, Option<ClockReading>) {
        let mut probe = begun(endpoint, way);
        if is_plain(endpoint) {
            // What broke is in the probe.
            let _ = self.plain(&mut probe, way).await;
            return (probe, None);
        }
        let Ok(mut stream) = self.open(&mut probe, way).await else { return (probe, None) };
        let host = host_header(&endpoint.host, endpoint.port, 443);
        let limit = self.settings.step_timeout;
        let began = Instant::now();
        let exchanged = http::get(&mut stream, &host, path(endpoint.purpose), limit).await;
        let reading = exchanged.as_ref().ok().and_then(|exchange| clock::reading(&endpoint.host, exchange));
        let result = match exchanged {
            Ok(exchange) => StepResult::Done(exchange.answer),
            Err(broke) => StepResult::Broke(with_wait(broke, began)),
        };
        probe.http = Step { took_ms: millis(began.elapsed()), result };
        (probe, reading)
    }

    /// Opens a verified TLS connection, writing every step into the probe.
    pub(super) async fn open(&self, probe: &mut Probe, way: &Way) -> Result<TlsStream<TcpStream>, Broken> {
        let endpoint = probe.endpoint.clone();
        let limit = self.settings.step_timeout;
        let (mut stream, _) = self.line(probe, way).await?;
        let mut page = None;
        if let Some(proxy) = &way.proxy {
            let step = timed(limit, connect::connect(&mut stream, proxy, &endpoint.host, endpoint.port)).await;
            let (step, tunnel) = split(step, |tunnel: Tunnel| (tunnel.seen.clone(), tunnel));
            let tunnel = tunnel.map_err(|broke| (StepName::Proxy, broke));
            probe.proxy = Some(step);
            page = Some(tunnel?).filter(|tunnel| tunnel.page_likely);
        }
        let (presented, shaken) = match &self.roots {
            Ok(roots) => tls::handshake(stream, &endpoint.host, roots, limit).await,
            Err(error) => {
                let result = StepResult::Broke(Break::Other { detail: error.to_string() });
                (Presented::default(), Step { took_ms: 0, result })
            }
        };
        probe.chain = presented.chain;
        probe.trust = presented.trust;
        let (step, stream) = split(shaken, |(stream, seen): (TlsStream<TcpStream>, TlsSeen)| (seen, stream));
        if let (Some(tunnel), StepResult::Broke(Break::NotTls)) = (page, &step.result) {
            let broke = Break::ProxyPage { status: tunnel.seen.status };
            if let Some(proxy) = &mut probe.proxy {
                proxy.result = StepResult::<ProxySeen>::Broke(broke.clone());
            }
            return Err((StepName::Proxy, broke));
        }
        probe.tls = Some(step);
        stream.map_err(|broke| (StepName::Tls, broke))
    }

    /// Name and TCP, of the proxy when there is one.
    async fn line(&self, probe: &mut Probe, way: &Way) -> Result<(TcpStream, SocketAddr), Broken> {
        if let Some(detail) = &way.unusable {
            let broke = Break::ProxyUnusable { detail: detail.clone() };
            probe.proxy = Some(Step { took_ms: 0, result: StepResult::Broke(broke.clone()) });
            return Err((StepName::Proxy, broke));
        }
        let limit = self.settings.step_timeout;
        let (host, port) = match &way.proxy {
            Some(proxy) => (proxy.host().to_owned(), proxy.port()),
            None => (probe.endpoint.host.clone(), probe.endpoint.port),
        };
        let began = Instant::now();
        // Name resolution keeps its deadline itself, so that it can say that it was the name.
        let resolved = self.names.resolve(&host, port).await;
        let step = Step { took_ms: millis(began.elapsed()), result: into_result(resolved) };
        let (step, addresses) = split(step, |addresses: Vec<SocketAddr>| {
            let written = addresses.iter().map(|address| address.ip().to_string()).collect();
            (NameSeen { addresses: written }, addresses)
        });
        probe.name = step;
        let addresses = addresses.map_err(|broke| (StepName::Name, broke))?;
        let began = Instant::now();
        let connected = tcp::connect(&addresses, limit).await.map_err(|none| {
            probe.attempts = none.attempts;
            none.broke
        });
        let step = Step { took_ms: millis(began.elapsed()), result: into_result(connected) };
        let (step, stream) = split(step, |(stream, seen): (TcpStream, TcpSeen)| (seen, stream));
        probe.tcp = step;
        let stream = stream.map_err(|broke| (StepName::Tcp, broke))?;
        let address = stream.peer_addr().map_err(|error| (StepName::Tcp, super::breakage::of_io(&error)))?;
        Ok((stream, address))
    }

    async fn plain(&self, probe: &mut Probe, way: &Way) -> Result<(), Broken> {
        let (stream, address) = self.line(probe, way).await?;
        drop(stream);
        let endpoint = probe.endpoint.clone();
        let target = Target {
            host: &endpoint.host,
            port: endpoint.port,
            path: path(endpoint.purpose),
            address,
            proxy: way.proxy.as_ref(),
        };
        let began = Instant::now();
        let got = match &self.roots {
            Ok(roots) => plain::get(&target, roots, self.settings.step_timeout).await,
            Err(error) => Err(Break::Other { detail: error.to_string() }),
        };
        let took_ms = millis(began.elapsed());
        match got {
            // Only a proxy says 407.
            Err(broke @ Break::ProxyAsksForCredentials { .. }) => {
                probe.proxy = Some(Step { took_ms, result: StepResult::Broke(broke) });
            }
            got => probe.http = Step { took_ms, result: into_result(got) },
        }
        Ok(())
    }
}

/// A probe of which no step was taken yet.
pub(super) fn begun(endpoint: &Endpoint, way: &Way) -> Probe {
    let plain = is_plain(endpoint);
    Probe {
        endpoint: endpoint.clone(),
        context: way.context.clone(),
        started_at: Timestamp::now(),
        name: Step::default(),
        tcp: Step::default(),
        attempts: Vec::new(),
        proxy: (way.proxy.is_some() && !plain).then(Step::default),
        tls: (!plain).then(Step::default),
        chain: Vec::new(),
        trust: None,
        http: Step::default(),
    }
}

fn into_result<T>(result: Result<T, Break>) -> StepResult<T> {
    match result {
        Ok(seen) => StepResult::Done(seen),
        Err(broke) => StepResult::Broke(broke),
    }
}

/// Parts what a step saw, which is kept in the facts, from what the next step needs.
fn split<T, Seen, Next>(step: Step<T>, part: impl FnOnce(T) -> (Seen, Next)) -> (Step<Seen>, Result<Next, Break>) {
    let took_ms = step.took_ms;
    match step.result {
        StepResult::Done(whole) => {
            let (seen, next) = part(whole);
            (Step { took_ms, result: StepResult::Done(seen) }, Ok(next))
        }
        StepResult::Broke(broke) => (Step { took_ms, result: StepResult::Broke(broke.clone()) }, Err(broke)),
        StepResult::NotReached => {
            let broke = Break::Other { detail: "not reached".to_owned() };
            (Step { took_ms, result: StepResult::NotReached }, Err(broke))
        }
    }
}
