//! What the probes of one endpoint add up to. An endpoint is probed once for each proxy context; the context that the
//! sync service uses decides when it is known, and otherwise the best of them.

use super::{Case, way::Way};
use crate::{
    Message,
    facts::{
        Sighting, Unavailable,
        network::{Break, NetworkFacts, Probe, Purpose, StepName, StepResult, Trust},
    },
    finding::Evidence,
    message::Arg,
    msg,
};

/// The looks that may speak of endpoints: the sync server's own when there is one, and only failing that others.
pub(super) struct Probed<'a> {
    looks: Vec<Sighting<'a, NetworkFacts>>,
    /// The way of the sync service, when these looks are the server's own and its settings are known.
    pub(super) way: Option<Way>,
}

impl<'a> Probed<'a> {
    /// The looks at endpoints of these purposes.
    ///
    /// # Errors
    /// That nobody looked.
    pub(super) fn of(case: &'a Case<'_>, purposes: &[Purpose]) -> Result<Self, Unavailable> {
        let looks = |closing: bool| -> Vec<Sighting<'a, NetworkFacts>> {
            let looks = case.facts.network().from(|vantage| !closing || case.closes(vantage));
            looks
                .all()
                .filter(|(_, facts)| facts.probes.iter().any(|probe| purposes.contains(&probe.endpoint.purpose)))
                .map(|(snapshot, value)| Sighting { value, snapshot })
                .collect()
        };
        let own = looks(true);
        if !own.is_empty() {
            return Ok(Self { looks: own, way: Way::of_service(case) });
        }
        let others = looks(false);
        if others.is_empty() { Err(Unavailable::NotLookedAt) } else { Ok(Self { looks: others, way: None }) }
    }

    /// The hosts of these purposes that were probed, each once.
    pub(super) fn hosts(&self, purposes: &[Purpose]) -> Vec<&'a str> {
        let mut hosts: Vec<&'a str> = Vec::new();
        for probe in self.looks.iter().flat_map(|look| &look.value.probes) {
            let host = probe.endpoint.host.as_str();
            if purposes.contains(&probe.endpoint.purpose) && !hosts.iter().any(|known| same_host(known, host)) {
                hosts.push(host);
            }
        }
        hosts
    }

    /// The newest probes of this host, one for each context; `None` when it was not probed.
    pub(super) fn tried(&self, host: &str, purposes: &[Purpose]) -> Option<Tried<'a>> {
        for look in &self.looks {
            let mut every: Vec<&'a Probe> = Vec::new();
            for probe in &look.value.probes {
                if !same_host(&probe.endpoint.host, host) || !purposes.contains(&probe.endpoint.purpose) {
                    continue;
                }
                match every.iter_mut().find(|known| known.context == probe.context) {
                    Some(known) if known.started_at <= probe.started_at => *known = probe,
                    Some(_) => {}
                    None => every.push(probe),
                }
            }
            if !every.is_empty() {
                let takes = |probe: &&Probe| self.way.as_ref().is_none_or(|way| way.is(&probe.context));
                let deciding = every.iter().copied().filter(takes).collect();
                return Some(Tried { look: *look, every, deciding, way: self.way.clone() });
            }
        }
        None
    }
}

fn same_host(one: &str, other: &str) -> bool {
    one.trim_end_matches('.').eq_ignore_ascii_case(other.trim_end_matches('.'))
}

/// The newest probes of one endpoint.
pub(super) struct Tried<'a> {
    /// The look they came from.
    pub(super) look: Sighting<'a, NetworkFacts>,
    /// One for each context.
    pub(super) every: Vec<&'a Probe>,
    /// Those whose context decides.
    pub(super) deciding: Vec<&'a Probe>,
    way: Option<Way>,
}

impl<'a> Tried<'a> {
    /// How the endpoint was reached on the deciding way, or on the best of them.
    pub(super) fn reached(&self, grade: impl Fn(&'a Probe) -> Reached) -> Reached {
        let untried = || Reached::Unclear(self.way.as_ref().map_or_else(|| msg!("probe-unfinished"), Way::untried));
        self.deciding.iter().map(|probe| grade(probe)).min_by_key(Reached::rank).unwrap_or_else(untried)
    }
}

/// Whether an endpoint was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reached {
    /// It answered.
    Yes,
    /// It cannot be told; why.
    Unclear(Message),
    /// Something in between answered; what shows it.
    Between(Message),
    /// A step broke; which and how, and the item that is the likely cause.
    No(Message, Option<&'static str>),
}

impl Reached {
    fn rank(&self) -> u8 {
        match self {
            Self::Yes => 0,
            Self::Unclear(_) => 1,
            Self::Between(_) => 2,
            Self::No(..) => 3,
        }
    }

    /// Whether it was seen not to be reached.
    pub(super) fn is_bad(&self) -> bool {
        matches!(self, Self::Between(_) | Self::No(..))
    }

    /// Why it was not reached; `None` when it was.
    pub(super) fn why(&self) -> Option<&Message> {
        match self {
            Self::Yes => None,
            Self::Unclear(why) | Self::Between(why) | Self::No(why, _) => Some(why),
        }
    }
}

/// The broken step of a probe, or the answer that came over a trusted TLS session.
pub(super) fn over_tls(probe: &Probe) -> Result<&crate::facts::network::HttpSeen, Reached> {
    if let Some((step, broke)) = probe.first_break() {
        return Err(broken(step, broke));
    }
    let secured = probe.tls.as_ref().is_some_and(|step| matches!(step.result, StepResult::Done(_)));
    let Some(answer) = probe.answer().filter(|_| secured) else {
        return Err(Reached::Unclear(msg!("probe-unfinished")));
    };
    match &probe.trust {
        Some(Trust::LocalRoot { issuer } | Trust::Untrusted { issuer }) => {
            Err(Reached::Between(msg!("probe-resigned", issuer = issuer)))
        }
        Some(Trust::PublicRoot) | None => Ok(answer),
    }
}

/// A web host is reached when an HTTP answer of its own came over a trusted TLS session.
pub(super) fn web_host(probe: &Probe) -> Reached {
    match over_tls(probe) {
        Ok(answer) if is_gatekeeper(answer.status) => {
            Reached::Between(msg!("probe-other-page", status = answer.status.to_string()))
        }
        Ok(_) => Reached::Yes,
        Err(reached) => reached,
    }
}

/// 407 is what a proxy says, 511 what a portal says; no host behind them does.
pub(super) fn is_gatekeeper(status: u16) -> bool {
    matches!(status, 407 | 511)
}

/// That this step broke.
pub(super) fn broken(step: StepName, broke: &Break) -> Reached {
    Reached::No(msg!("probe-broke", step = step.message(), how = broke.message()), cause(broke))
}

/// The item that this breakage speaks for.
fn cause(broke: &Break) -> Option<&'static str> {
    match broke {
        Break::ProxyAsksForCredentials { .. }
        | Break::ProxyForbids
        | Break::ProxyAnswered { .. }
        | Break::ProxyPage { .. }
        | Break::ProxyUnusable { .. }
        | Break::ProxyNotHttp => Some("connectivity.proxy"),
        Break::NotTls
        | Break::CertificateOtherName { .. }
        | Break::CertificateUnknownIssuer { .. }
        | Break::CertificateSelfSigned => Some("connectivity.tls-inspection"),
        Break::CertificateExpired { .. } | Break::CertificateNotYetValid { .. } => Some("connectivity.clock"),
        Break::TlsAlert { .. } => Some("connectivity.tls12"),
        Break::CertificateRevoked | Break::CertificateOther { .. } => Some("connectivity.revocation"),
        _ => None,
    }
}

/// A label that names a probe's host and way.
pub(super) fn label(id: &str, probe: &Probe) -> Message {
    msg!(id, host = &probe.endpoint.host, way = probe.context.message())
}

/// What one probe saw: a row with the steps that worked, and a row with the step that broke.
pub(super) fn evidence(probe: &Probe) -> Vec<Evidence> {
    let mut rows = Vec::new();
    let steps = steps(probe);
    if !steps.is_empty() {
        rows.push(Evidence { label: label("evidence-probe", probe), value: msg!("evidence-value", value = steps) });
    }
    if let Some((step, broke)) = probe.first_break() {
        rows.push(Evidence {
            label: label("evidence-probe-broke", probe).with("step", step.message()),
            value: broke.message(),
        });
    }
    if !probe.attempts.is_empty() {
        let addresses: Vec<&str> = probe.attempts.iter().take(8).map(|attempt| attempt.address.as_str()).collect();
        rows.push(Evidence {
            label: label("evidence-probe-attempts", probe),
            value: msg!("evidence-value", value = addresses),
        });
    }
    rows
}

fn steps(probe: &Probe) -> Vec<Arg> {
    let took = |ms: u64| Arg::Millis(i64::try_from(ms).unwrap_or(i64::MAX));
    let mut steps: Vec<Arg> = Vec::new();
    if let StepResult::Done(name) = &probe.name.result {
        let addresses: Vec<&str> = name.addresses.iter().take(3).map(String::as_str).collect();
        steps.push(msg!("probe-step-name", addresses = addresses, took = took(probe.name.took_ms)).into());
    }
    if let StepResult::Done(tcp) = &probe.tcp.result {
        steps.push(msg!("probe-step-tcp", address = &tcp.address, took = took(probe.tcp.took_ms)).into());
    }
    if let Some(step) = &probe.proxy
        && let StepResult::Done(proxy) = &step.result
    {
        steps.push(msg!("probe-step-proxy", status = proxy.status.to_string(), took = took(step.took_ms)).into());
    }
    if let Some(step) = &probe.tls
        && let StepResult::Done(tls) = &step.result
    {
        steps.push(msg!("probe-step-tls", version = &tls.version, took = took(step.took_ms)).into());
    }
    if let StepResult::Done(http) = &probe.http.result {
        steps.push(msg!("probe-step-http", status = http.status.to_string(), took = took(probe.http.took_ms)).into());
    }
    steps
}
