//! Literals in, verdict out: what the tests of the checks share.

use std::sync::LazyLock;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::{Case, Check, Parameters};
use crate::{
    Language, Subject, Words,
    facts::{
        Facts, Snapshot, SourceFacts, Vantage,
        directory::DirectoryFacts,
        events::EventFacts,
        network::NetworkFacts,
        sync_server::SyncServerFacts,
        tenant::{AuditEntry, ServicePlan, TenantFacts},
    },
    finding::Finding,
    message::Arg,
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
    fn add(self, vantage: Vantage, what: SourceFacts) -> Self {
        self.add_seen(minutes_ago(10), vantage, what)
    }

    fn add_seen(mut self, seen_at: Timestamp, vantage: Vantage, what: SourceFacts) -> Self {
        self.facts.add(Snapshot { vantage, seen_at, took_ms: 1, about: None, what });
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

    pub fn tenant_seen(self, seen_at: Timestamp, facts: TenantFacts) -> Self {
        self.add_seen(seen_at, Vantage::workstation("WS07"), SourceFacts::Tenant(Box::new(facts)))
    }

    pub fn directory_seen(self, seen_at: Timestamp, facts: DirectoryFacts) -> Self {
        self.add_seen(seen_at, Vantage::sync_server("SYNC01"), SourceFacts::Directory(Box::new(facts)))
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

    /// The finding of a check. Everything in it can be said in every language.
    pub fn judge(self, check: &Check) -> Finding {
        let finding = (check.judge)(&Case {
            facts: &self.facts,
            subject: &self.subject,
            reference: &Reference::built_in(),
            parameters: &self.parameters,
            now: now(),
        });
        assert_sayable(&finding);
        finding
    }
}

static LANGUAGES: LazyLock<Vec<Words>> =
    LazyLock::new(|| Language::all().iter().map(|language| Words::new(language, TimeZone::UTC)).collect());

/// Panics when a message of the finding is in no file, or asks for an argument that it is not given.
fn assert_sayable(finding: &Finding) {
    let rows = finding.evidence.iter().flat_map(|row| [&row.label, &row.value]);
    for message in [&finding.summary].into_iter().chain(&finding.advice).chain(rows) {
        for words in LANGUAGES.iter() {
            let mut ids = vec![&message.id];
            message.args.values().for_each(|arg| inner_ids(arg, &mut ids));
            for id in ids {
                assert!(words.has(id), "{} has no words for {id}", words.language());
            }
            let said = words.say(message);
            // A placeable that could not be filled is said as itself.
            assert!(!said.contains("{$") && !said.contains("{ $"), "{}: {said}", words.language());
        }
    }
}

/// The messages inside an argument.
fn inner_ids<'a>(arg: &'a Arg, ids: &mut Vec<&'a String>) {
    match arg {
        Arg::Message(message) => {
            ids.push(&message.id);
            message.args.values().for_each(|arg| inner_ids(arg, ids));
        }
        Arg::List(list) => list.iter().for_each(|arg| inner_ids(arg, ids)),
        _ => {}
    }
}

/// A service plan.
pub fn plan(id: &str, name: &str, status: &str) -> ServicePlan {
    ServicePlan { id: id.to_owned(), name: name.to_owned(), status: status.to_owned() }
}

/// An entry of the audit log that tells of a success.
pub fn audit(at: Timestamp, activity: &str) -> AuditEntry {
    AuditEntry {
        at,
        activity: activity.to_owned(),
        success: true,
        reason: String::new(),
        target: String::new(),
        service: String::new(),
    }
}

/// Verdict name and summary id, which is what most tests compare: `("fail", "licence-tenant-owns-none")`.
pub fn said(finding: &Finding) -> (&'static str, &str) {
    (finding.verdict.name(), finding.summary.id.as_str())
}
