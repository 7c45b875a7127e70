//! Facts of the network: probes step by step, chains, silent connections, the clock.

use jiff::{SignedDuration, Timestamp};

use super::{Walk, text, texts};
use crate::{
    Message,
    facts::network::{
        ClockReading, IdleConnection, IdleOutcome, NetworkFacts, Probe, Purpose, Step, StepName, StepResult, Trust,
    },
    msg,
};

pub(super) fn walk(facts: &NetworkFacts, walk: &mut Walk<'_>) {
    for probe in &facts.probes {
        walk_probe(probe, walk);
    }
    const IDLE: &[&str] = &["connectivity.idle"];
    walk.question(&facts.idle, "report-fact-idle-test", IDLE, |walk, test| {
        for connection in &test.connections {
            let silence = SignedDuration::from_secs(connection.silence_s.into());
            let id = if connection.control { "report-fact-idle-control" } else { "report-fact-idle" };
            let looked_at = msg!(id, host = &test.endpoint.host, silence = silence);
            walk.row(looked_at, idle_outcome(connection), IDLE);
        }
        if test.connections.is_empty() {
            walk.row(msg!("report-fact-idle-test"), msg!("report-seen-none"), IDLE);
        }
    });
    const PROXY: &[&str] = &["connectivity.proxy"];
    walk.question(&facts.system_proxy, "report-fact-system-proxy", PROXY, |walk, setting| {
        walk.row(msg!("report-fact-system-proxy"), setting.message(), PROXY);
    });
    const CLOCK: &[&str] = &["connectivity.clock"];
    walk.question(&facts.clock, "report-fact-clock-any", CLOCK, |walk, clock| {
        walk.row(msg!("report-fact-clock", host = &clock.host), clock_seen(clock), CLOCK);
    });
}

/// What became of a silent connection.
pub(in super::super) fn idle_outcome(connection: &IdleConnection) -> Message {
    let span = |ms: u64| SignedDuration::from_millis(i64::try_from(ms).unwrap_or(i64::MAX));
    match &connection.outcome {
        IdleOutcome::Survived { answer_ms, status: Some(status) } if is_gateway(*status) => {
            msg!("report-idle-gateway", status = status.to_string(), after = span(*answer_ms))
        }
        IdleOutcome::Survived { answer_ms, status: Some(status) } => {
            msg!("report-idle-answered", status = status.to_string(), after = span(*answer_ms))
        }
        IdleOutcome::Survived { answer_ms, status: None } => msg!("report-idle-survived", after = span(*answer_ms)),
        IdleOutcome::Reset { after_ms } => msg!("report-idle-reset", after = span(*after_ms)),
        IdleOutcome::ClosedByPeer { after_ms } => msg!("report-idle-closed", after = span(*after_ms)),
        IdleOutcome::Dropped { waited_ms } => msg!("report-idle-dropped", waited = span(*waited_ms)),
        IdleOutcome::NotOpened { step, broke } => {
            msg!("report-idle-not-opened", step = step.message(), why = broke.message())
        }
        IdleOutcome::Cancelled => msg!("report-idle-cancelled"),
        IdleOutcome::Shortened => msg!("report-idle-shortened"),
        IdleOutcome::Skipped => msg!("report-idle-skipped"),
    }
}

/// True for a status that a device on the way gives when it lost the far half of a connection.
pub(in super::super) fn is_gateway(status: u16) -> bool {
    matches!(status, 502..=504)
}

/// How far a clock is off.
pub(super) fn clock_seen(clock: &ClockReading) -> Message {
    let ahead = SignedDuration::from_secs(clock.ahead_s).abs();
    let within = SignedDuration::from_secs(clock.uncertainty_s.into());
    let id = match clock.ahead_s {
        0 => "report-clock-same",
        1.. => "report-clock-ahead",
        _ => "report-clock-behind",
    };
    msg!(id, by = ahead, within = within)
}

fn checks(purpose: Purpose) -> &'static [&'static str] {
    match purpose {
        Purpose::PasswordReset => &["connectivity.password-reset-host"],
        Purpose::Relay => &["connectivity.service-bus-host"],
        Purpose::SignIn | Purpose::Graph => &["connectivity.sign-in-hosts"],
        Purpose::Revocation => &["connectivity.revocation"],
    }
}

/// One probe in one row: what each step saw, until it broke.
fn walk_probe(probe: &Probe, walk: &mut Walk<'_>) {
    let endpoint = &probe.endpoint;
    for attempt in probe.tcp_attempts() {
        let looked_at = msg!("report-fact-tcp-attempt", address = &attempt.address, host = &endpoint.host);
        let (at, took) = (probe.started_at, Some(attempt.took_ms));
        walk.timed(at, took, looked_at, attempt.broke.message(), checks(endpoint.purpose));
    }
    let mut steps = Steps::default();
    steps.step(StepName::Name, &probe.name, |name| texts(&name.addresses));
    steps.step(StepName::Tcp, &probe.tcp, |tcp| text(&tcp.address));
    if let Some(proxy) = &probe.proxy {
        steps.step(StepName::Proxy, proxy, |seen| msg!("report-seen-status", status = seen.status.to_string()));
    }
    if let Some(tls) = &probe.tls {
        steps.step(StepName::Tls, tls, |seen| text(&seen.version));
    }
    steps.step(StepName::Http, &probe.http, |answer| {
        let server = answer.headers.get("server").map(String::as_str).unwrap_or_default();
        if server.is_empty() {
            msg!("report-seen-status", status = answer.status.to_string())
        } else {
            msg!("report-seen-status-by", status = answer.status.to_string(), server = server)
        }
    });
    let host = format!("{}:{}", endpoint.host, endpoint.port);
    let looked_at = msg!("report-fact-probe", host = host, way = probe.context.message());
    let seen = steps.seen.unwrap_or_else(|| msg!("report-seen-none"));
    walk.timed(probe.started_at, Some(steps.took_ms), looked_at, seen, checks(endpoint.purpose));
    let took = SignedDuration::from_millis(i64::try_from(steps.took_ms).unwrap_or(i64::MAX));
    walk_chain(probe, probe.started_at.checked_add(took).unwrap_or(probe.started_at), walk);
}

/// What the steps of a probe saw, one after the other.
#[derive(Default)]
struct Steps {
    seen: Option<Message>,
    took_ms: u64,
}

impl Steps {
    fn step<T>(&mut self, name: StepName, step: &Step<T>, done: impl FnOnce(&T) -> Message) {
        let seen = match &step.result {
            StepResult::Done(value) => done(value),
            StepResult::Broke(broke) => broke.message(),
            // The step that broke is the fact; that the next ones were not tried follows from it.
            StepResult::NotReached => return,
        };
        self.took_ms = self.took_ms.saturating_add(step.took_ms);
        let seen = msg!("report-seen-step", step = name.message(), seen = seen);
        self.seen = Some(match self.seen.take() {
            None => seen,
            Some(before) => msg!("report-seen-then", before = before, then = seen),
        });
    }
}

fn walk_chain(probe: &Probe, at: Timestamp, walk: &mut Walk<'_>) {
    const CHAIN: &[&str] = &["connectivity.tls-inspection"];
    let Some(leaf) = probe.chain.first() else { return };
    let trust = match &probe.trust {
        Some(Trust::PublicRoot) => msg!("report-trust-public"),
        Some(Trust::LocalRoot { issuer }) => msg!("report-trust-local", issuer = issuer),
        Some(Trust::Untrusted { issuer }) => msg!("report-trust-none", issuer = issuer),
        None => msg!("report-unknown"),
    };
    let seen = msg!(
        "report-seen-certificate",
        subject = &leaf.subject,
        issuer = &leaf.issuer,
        from = leaf.not_before,
        until = leaf.not_after,
        trust = trust
    );
    let host = format!("{}:{}", probe.endpoint.host, probe.endpoint.port);
    let looked_at = msg!("report-fact-certificate", host = host, way = probe.context.message());
    walk.timed(at, None, looked_at, seen, CHAIN);
}

impl Probe {
    /// The addresses that were tried before one answered.
    fn tcp_attempts(&self) -> &[crate::facts::network::TcpAttempt] {
        if let StepResult::Done(tcp) = &self.tcp.result { &tcp.attempts } else { &[] }
    }
}
