//! Checks: pure functions from facts to findings, one file each, and the one list of them. Nothing here looks, waits,
//! prints, knows a language, or takes the time.

mod access_denied;
mod account_admin_cloud;
mod account_admin_role;
mod account_test_user;
mod accounts;
mod attempts;
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
mod connector_identity;
mod directory_connector_account;
mod directory_connector_rights;
mod directory_functional_level;
mod directory_password_policy;
mod directory_pdc_emulator;
mod directory_policy_control;
mod directory_preferred_dc;
mod directory_reserved_names;
mod directory_sam_restriction;
mod directory_server_versions;
mod directory_test_user_rights;
mod estate;
mod event_log;
mod licence_admin;
mod licence_cloud_only_users;
mod licence_tenant_owns;
mod licence_test_user;
mod plans;
mod probes;
mod proof_path;
mod proof_reset;
mod recovery_events;
mod recovery_restart_writeback;
pub(crate) mod relay_names;
mod right_effects;
mod run_history;
mod sam_server;
mod sddl;
mod server_view;
mod survey;
mod sync_connector_signing;
mod sync_environment_prepared;
mod sync_full_import;
mod sync_full_synchronization;
mod sync_installed;
mod sync_known_defects;
mod sync_not_on_controller;
mod sync_not_staging;
mod sync_writeback_enabled;
mod tenant_reset_enabled;
mod tenant_test_user_registered;
mod tenant_writeback_switch;

#[cfg(test)]
mod event_samples;
mod idle_limits;
#[cfg(test)]
mod probe_samples;
#[cfg(test)]
mod testing;
mod way;

pub(crate) use directory_reserved_names::reserved_above;
pub use idle_limits::{IdleLimits, gateway_status};

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

    /// True when facts from this vantage close items that only the sync server's view closes. With several sync
    /// servers it is the one that the subject names; a subject that names none takes any.
    pub fn closes(&self, vantage: &Vantage) -> bool {
        let named = self.subject.sync_server.trim();
        match vantage.kind {
            VantageKind::SyncServer => named.is_empty() || estate::same_host(&vantage.name, named),
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
    account_admin_cloud::CHECK,
    account_admin_role::CHECK,
    account_test_user::CHECK,
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
    directory_connector_account::CHECK,
    directory_connector_rights::CHECK,
    directory_functional_level::CHECK,
    directory_password_policy::CHECK,
    directory_pdc_emulator::CHECK,
    directory_policy_control::CHECK,
    directory_preferred_dc::CHECK,
    directory_reserved_names::CHECK,
    directory_sam_restriction::CHECK,
    directory_server_versions::CHECK,
    directory_test_user_rights::CHECK,
    licence_admin::CHECK,
    licence_cloud_only_users::CHECK,
    licence_tenant_owns::CHECK,
    licence_test_user::CHECK,
    proof_path::CHECK,
    proof_reset::CHECK,
    recovery_events::CHECK,
    recovery_restart_writeback::CHECK,
    sync_connector_signing::CHECK,
    sync_environment_prepared::CHECK,
    sync_full_import::CHECK,
    sync_full_synchronization::CHECK,
    sync_installed::CHECK,
    sync_known_defects::CHECK,
    sync_not_on_controller::CHECK,
    sync_not_staging::CHECK,
    sync_writeback_enabled::CHECK,
    tenant_reset_enabled::CHECK,
    tenant_test_user_registered::CHECK,
    tenant_writeback_switch::CHECK,
];

/// The check with this id.
pub fn by_id(id: &str) -> Option<&'static Check> {
    ALL.iter().find(|check| check.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_server_that_is_named_closes_what_a_server_must() {
        let (facts, reference, parameters) = (Facts::default(), Reference::built_in(), Parameters::new());
        let closes = |named: &str, here: bool, vantage: Vantage| {
            let subject = Subject { sync_server: named.into(), this_is_sync_server: here, ..Subject::default() };
            let now = testing::now();
            let case = Case { facts: &facts, subject: &subject, reference: &reference, parameters: &parameters, now };
            case.closes(&vantage)
        };
        assert!(closes("SYNC01", false, Vantage::sync_server("sync01.contoso.local")));
        assert!(closes("", false, Vantage::sync_server("SYNC02")));
        assert!(closes("SYNC01", true, Vantage::workstation("WS07")));
        // The staging server beside it, and evidence that does not say where it is from.
        assert!(!closes("SYNC01", false, Vantage::sync_server("SYNC02")));
        assert!(!closes("SYNC01", false, Vantage::sync_server("")));
        assert!(!closes("SYNC01", false, Vantage::workstation("SYNC01")));
    }
}
