//! Checks: pure functions from facts to findings, one file each, and the one list of them. Nothing here looks, waits,
//! prints, knows a language, or takes the time.

mod connectivity_clock;
mod connectivity_connect_version;
mod connectivity_heartbeat;
mod connectivity_idle;
mod connectivity_password_reset_host;
mod connectivity_proxy;
mod connectivity_relay_names;
mod connectivity_revocation;
mod connectivity_service_bus_host;
mod connectivity_sign_in_hosts;
mod connectivity_tls12;
mod connectivity_tls_inspection;
mod event_log;
#[cfg(test)]
mod event_samples;
mod idle_limits;
#[cfg(test)]
mod probe_samples;
mod probes;
mod recovery_events;
mod recovery_restart_writeback;
pub(crate) mod relay_names;
mod server_view;
mod survey;
#[cfg(test)]
mod testing;
mod way;

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::{
    facts::{Facts, Seen, Sighting, Source, Unavailable, Vantage, VantageKind, network::NetworkFacts},
    finding::Finding,
    reference::Reference,
    subject::Subject,
};

/// A check.
#[derive(Clone, Copy)]
pub struct Check {
    /// Its id, which is the id of the built-in item it judges.
    pub id: &'static str,
    /// Where its facts come from.
    pub looks_at: &'static [Source],
    /// Its judgement.
    pub judge: fn(&Case<'_>) -> Finding,
}

/// Everything a check may know.
pub struct Case<'a> {
    /// What was seen.
    pub facts: &'a Facts,
    /// Who and what is assessed.
    pub subject: &'a Subject,
    /// Tables that change with time.
    pub reference: &'a Reference,
    /// The item's parameters.
    pub parameters: &'a Parameters,
    /// The time of judgement.
    pub now: Timestamp,
}

/// An item's parameters: whole numbers by name, with units in the name (`needed_seconds`).
pub type Parameters = BTreeMap<String, i64>;

impl Case<'_> {
    /// A parameter, or the check's own value when the item does not set it.
    pub fn parameter(&self, name: &str, otherwise: i64) -> i64 {
        self.parameters.get(name).copied().unwrap_or(otherwise)
    }

    /// True when facts from this vantage close items that only the sync server's view closes.
    pub fn closes(&self, vantage: &Vantage) -> bool {
        match vantage.kind {
            VantageKind::SyncServer => true,
            VantageKind::Workstation => self.subject.this_is_sync_server,
            VantageKind::Person => false,
        }
    }

    /// The newest answer of the network that closes server items; failing that, the newest from anywhere. Whoever uses
    /// the second must end with [`Case::unless_elsewhere`], so that it never passes.
    pub fn network<'a, T>(
        &'a self,
        question: impl Fn(&'a NetworkFacts) -> &'a Seen<T> + Copy,
    ) -> Result<Sighting<'a, T>, Unavailable> {
        match self.facts.network().from(|vantage| self.closes(vantage)).newest(question) {
            Err(Unavailable::NotLookedAt) => self.facts.network().newest(question),
            answer => answer,
        }
    }

    /// Turns a pass into "could not check" when it was seen from a place that does not close the item. Warnings and
    /// failures stand: they were seen.
    pub fn unless_elsewhere(&self, mut finding: Finding) -> Finding {
        let Some(vantage) = finding.measured_from.clone() else { return finding };
        if matches!(finding.verdict, crate::finding::Verdict::Pass) && !self.closes(&vantage) {
            let why = Unavailable::OtherVantage { seen_from: vantage };
            finding.summary = why.message();
            finding.verdict = crate::finding::Verdict::CouldNotCheck(why);
        }
        finding
    }
}

/// Every check. A test walks this list.
pub const ALL: &[Check] = &[
    connectivity_clock::CHECK,
    connectivity_connect_version::CHECK,
    connectivity_heartbeat::CHECK,
    connectivity_idle::CHECK,
    connectivity_password_reset_host::CHECK,
    connectivity_proxy::CHECK,
    connectivity_relay_names::CHECK,
    connectivity_revocation::CHECK,
    connectivity_service_bus_host::CHECK,
    connectivity_sign_in_hosts::CHECK,
    connectivity_tls12::CHECK,
    connectivity_tls_inspection::CHECK,
    recovery_events::CHECK,
    recovery_restart_writeback::CHECK,
];

/// The check with this id.
pub fn by_id(id: &str) -> Option<&'static Check> {
    ALL.iter().find(|check| check.id == id)
}
