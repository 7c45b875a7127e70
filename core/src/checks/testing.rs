//! Literals in, verdict out: what the tests of the checks share.

use jiff::{SignedDuration, Timestamp};

use super::{Case, Check, Parameters};
use crate::{
    Subject,
    facts::{
        Facts, Snapshot, SourceFacts, Vantage, directory::DirectoryFacts, events::EventFacts, network::NetworkFacts,
        sync_server::SyncServerFacts, tenant::TenantFacts,
    },
    finding::Finding,
    reference::Reference,
};

/// The time of judgement in every test: 22 Nov 2026, 12:00 UTC.
pub fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().expect("a time")
}

/// Some minutes before [`now`].
pub fn minutes_ago(minutes: i64) -> Timestamp {
    now() - SignedDuration::from_mins(minutes)
}

/// Facts being put together. Everything is seen ten minutes ago, from the sync server SYNC01 unless said otherwise.
#[derive(Default)]
pub struct Given {
    facts: Facts,
    parameters: Parameters,
    subject: Subject,
}

/// Nothing is known yet.
pub fn given() -> Given {
    let subject = Subject {
        organisation: "Contoso".into(),
        tenant: "contoso.onmicrosoft.com".into(),
        forest: "contoso.local".into(),
        sync_server: "SYNC01".into(),
        test_user: "tess@contoso.com".into(),
        admin: "admin@contoso.onmicrosoft.com".into(),
        ..Subject::default()
    };
    Given { subject, ..Given::default() }
}

impl Given {
    fn add(mut self, vantage: Vantage, what: SourceFacts) -> Self {
        self.facts.add(Snapshot { vantage, seen_at: minutes_ago(10), took_ms: 1, what });
        self
    }

    pub fn network(self, facts: NetworkFacts) -> Self {
        self.add(Vantage::sync_server("SYNC01"), SourceFacts::Network(Box::new(facts)))
    }

    pub fn network_from_workstation(self, facts: NetworkFacts) -> Self {
        self.add(Vantage::workstation("WS07"), SourceFacts::Network(Box::new(facts)))
    }

    pub fn tenant(self, facts: TenantFacts) -> Self {
        self.add(Vantage::workstation("WS07"), SourceFacts::Tenant(Box::new(facts)))
    }

    pub fn directory(self, facts: DirectoryFacts) -> Self {
        self.add(Vantage::sync_server("SYNC01"), SourceFacts::Directory(Box::new(facts)))
    }

    pub fn directory_from_workstation(self, facts: DirectoryFacts) -> Self {
        self.add(Vantage::workstation("WS07"), SourceFacts::Directory(Box::new(facts)))
    }

    pub fn sync_server(self, facts: SyncServerFacts) -> Self {
        self.add(Vantage::sync_server("SYNC01"), SourceFacts::SyncServer(Box::new(facts)))
    }

    pub fn events(self, facts: EventFacts) -> Self {
        self.add(Vantage::sync_server("SYNC01"), SourceFacts::Events(Box::new(facts)))
    }

    pub fn parameter(mut self, name: &str, value: i64) -> Self {
        self.parameters.insert(name.to_owned(), value);
        self
    }

    pub fn subject(mut self, change: impl FnOnce(&mut Subject)) -> Self {
        change(&mut self.subject);
        self
    }

    /// The finding of a check.
    pub fn judge(self, check: &Check) -> Finding {
        (check.judge)(&Case {
            facts: &self.facts,
            subject: &self.subject,
            reference: &Reference::built_in(),
            parameters: &self.parameters,
            now: now(),
        })
    }
}

/// Verdict name and summary id, which is what most tests compare: `("fail", "licence-tenant-owns-none")`.
pub fn said(finding: &Finding) -> (&'static str, &str) {
    (finding.verdict.name(), finding.summary.id.as_str())
}
