//! `sync.known-defects`: does the installed version have no known writeback defect?
//!
//! **Why.** Some builds refuse writeback by themselves, and looking for missing rights is lost time then.
//! **Passes** when the table of versions lists the version, no defect of it, and is not outdated.
//! **Warns** when a defect is known, the version was recalled, or the table does not know the version or is outdated.
//! **Fails** never.
//! **Can't tell** when the installed version was not seen.
//! **Source.** *Microsoft Entra Connect: Version release history*; the table says from which day.

use jiff::tz::TimeZone;

use super::{Case, Check, server_view};
use crate::{
    Message,
    facts::{Source, Unavailable},
    finding::Finding,
    msg,
    reference::{Reference, VersionStanding},
};

pub const CHECK: Check = Check { id: "sync.known-defects", looks_at: &[Source::SyncServer], judge };

fn judge(case: &Case<'_>) -> Finding {
    let seen = match server_view::newest(case, |facts| &facts.connect) {
        Ok(seen) => seen,
        Err(why) => return Finding::could_not_check(why),
    };
    let Some(connect) = seen.value else {
        let why = msg!("sync-known-defects-not-installed");
        return Finding::could_not_check(Unavailable::Inconclusive { why }).relate("sync.installed").from(seen);
    };
    let table = &case.reference.versions;
    let today = case.now.to_zoned(TimeZone::UTC).date();
    let version = connect.version;
    let defects: Vec<_> = table.defects_of(version).collect();
    let newest = table.newest().version.to_string();
    let upgrade = msg!("sync-known-defects-upgrade", version = newest);

    let finding = if table.judge(version, today) == VersionStanding::Recalled {
        Finding::warn(msg!("sync-known-defects-recalled", version = version.to_string())).advise(upgrade)
    } else if !defects.is_empty() {
        let names: Vec<Message> = defects.iter().map(|defect| Message::new(defect.message())).collect();
        let mut finding =
            Finding::warn(msg!("sync-known-defects-found", version = version.to_string(), defects = names))
                .advise(upgrade);
        for item in defects.iter().flat_map(|defect| &defect.mistaken_for) {
            finding = finding.relate(item);
        }
        finding
    } else if table.release(version).is_none() {
        Finding::warn(msg!("sync-known-defects-unlisted", version = version.to_string(), date = table.as_of))
    } else if Reference::is_stale(table.as_of, today) {
        Finding::warn(msg!("sync-known-defects-old-table", version = version.to_string(), date = table.as_of))
    } else {
        Finding::pass(msg!("sync-known-defects-none", version = version.to_string()))
    };
    finding.with("evidence-sync-version", version.to_string()).with("evidence-sync-table-date", table.as_of).from(seen)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, said};
    use super::*;
    use crate::facts::{
        Seen,
        sync_server::{Connect, SyncServerFacts},
    };

    fn judged(version: &str) -> Finding {
        let connect = Connect { version: version.parse().unwrap(), service_state: "Running".into() };
        let facts = SyncServerFacts { connect: Seen::Seen(Some(connect)), ..SyncServerFacts::default() };
        given().sync_server(facts).judge(&CHECK)
    }

    #[test]
    fn passes_for_a_listed_version_without_defects() {
        for version in ["2.6.92.0", "2.6.3.0"] {
            assert_eq!(said(&judged(version)), ("pass", "sync-known-defects-none"), "{version}");
        }
    }

    #[test]
    fn warns_for_defects_and_names_what_they_are_mistaken_for() {
        for version in ["1.2.65.0", "2.1.1.0", "2.1.18.9", "2.3.8.0", "2.5.190.0"] {
            assert_eq!(said(&judged(version)), ("warn", "sync-known-defects-found"), "{version}");
        }
        assert!(judged("2.1.16.0").related.contains(&"directory.connector-rights".to_owned()));
    }

    #[test]
    fn warns_for_recalled_and_unlisted_versions() {
        assert_eq!(said(&judged("2.6.79.0")), ("warn", "sync-known-defects-recalled"));
        for version in ["2.9.0.0", "2.6.50.0"] {
            assert_eq!(said(&judged(version)), ("warn", "sync-known-defects-unlisted"), "{version}");
        }
    }

    #[test]
    fn warns_when_the_table_is_outdated() {
        let connect = Connect { version: "2.6.92.0".parse().unwrap(), service_state: "Running".into() };
        let facts = SyncServerFacts { connect: Seen::Seen(Some(connect)), ..SyncServerFacts::default() };
        let mut all = crate::facts::Facts::default();
        let now = super::super::testing::now() + jiff::SignedDuration::from_hours(24 * 365);
        all.add(crate::facts::Snapshot {
            vantage: crate::facts::Vantage::sync_server("SYNC01"),
            seen_at: now,
            took_ms: 1,
            about: None,
            what: crate::facts::SourceFacts::SyncServer(Box::new(facts)),
        });
        let case = Case {
            facts: &all,
            subject: &crate::Subject::default(),
            reference: &Reference::built_in(),
            parameters: &Default::default(),
            now,
        };
        assert_eq!(said(&judge(&case)), ("warn", "sync-known-defects-old-table"));
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let absent = SyncServerFacts { connect: Seen::Seen(None), ..SyncServerFacts::default() };
        assert_eq!(said(&given().sync_server(absent).judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
    }
}
