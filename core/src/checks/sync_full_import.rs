//! `sync.full-import`: has a full import succeeded on every connector?
//!
//! **Why.** Writeback follows the links between the connector spaces, which are complete only when every connector has
//! been imported in full.
//! **Passes** when the history shows a full import with result `success` for each connector, directory and Entra.
//! **Warns** when one only came to its end with something left undone, or a later one did not succeed.
//! **Fails** when the history of a connector shows full imports and none of them came to its end.
//! **Can't tell** when the history holds none for a connector: it is purged after days, and then a person tells.
//! **Source.** Article, part 1; *Microsoft Entra Connect Sync: Scheduler*, 2025-04-09.

use super::{
    Case, Check,
    run_history::{self, Ending},
};
use crate::{
    facts::{Source, Unavailable},
    finding::Finding,
    msg,
};

pub const CHECK: Check = Check { id: "sync.full-import", looks_at: &[Source::SyncServer, Source::Person], judge };

/// The profile, which has the same name in every language of Connect.
pub(super) const PROFILE: &str = "Full Import";

fn judge(case: &Case<'_>) -> Finding {
    let connectors = match run_history::connectors(case) {
        Ok(connectors) => connectors,
        Err(why) => return Finding::could_not_check(why),
    };
    let runs = match run_history::runs(case) {
        Ok(runs) => runs,
        Err(why) => return Finding::could_not_check(why).from(connectors),
    };
    let mut broken = Vec::new();
    let mut running = Vec::new();
    let mut purged = Vec::new();
    let mut incomplete = Vec::new();
    let mut since = Vec::new();
    let mut rows = Vec::new();
    for connector in connectors.value {
        let name = connector.name.as_str();
        let own = run_history::of(runs.value, connector, PROFILE);
        let endings: Vec<Ending> = own.iter().map(|run| run_history::ending(run)).collect();
        if let Some(run) = own.first() {
            let result = if run.result.is_empty() { "-" } else { run.result.as_str() };
            rows.push(msg!("sync-run", connector = name, profile = PROFILE, result = result, at = run.started_at));
        }
        if run_history::newest_success(&own).is_some() {
            if endings.iter().find(|ending| **ending != Ending::Running) != Some(&Ending::Succeeded) {
                since.push(name);
            }
        } else if endings.contains(&Ending::Running) {
            running.push(name);
        } else if endings.contains(&Ending::Incomplete) {
            incomplete.push(name);
        } else if endings.is_empty() {
            purged.push(name);
        } else {
            broken.push(name);
        }
    }
    let mut finding = if !broken.is_empty() {
        Finding::fail(msg!("sync-full-import-broken", connectors = broken))
    } else if !purged.is_empty() {
        Finding::could_not_check(Unavailable::HistoryPurged)
            .with("evidence-sync-no-run", purged)
            .advise(msg!("sync-full-import-ask"))
    } else if !running.is_empty() {
        let why = msg!("sync-full-import-running", connectors = running);
        Finding::could_not_check(Unavailable::Inconclusive { why })
    } else if !incomplete.is_empty() {
        Finding::warn(msg!("sync-full-import-incomplete", connectors = incomplete))
    } else if !since.is_empty() {
        Finding::warn(msg!("sync-full-import-not-since", connectors = since))
    } else {
        Finding::pass(msg!("sync-full-import-succeeded", count = connectors.len()))
    };
    for row in rows {
        finding = finding.with("evidence-sync-run", row);
    }
    finding.from(runs).from(connectors)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Given, given, minutes_ago, said};
    use super::*;
    use crate::facts::{
        Seen,
        sync_server::{Connector, ConnectorKind, RunResult, SyncServerFacts},
    };

    fn connector(name: &str, kind: ConnectorKind) -> Connector {
        Connector {
            name: name.into(),
            kind,
            account: None,
            sign_and_seal: None,
            only_preferred: None,
            preferred_controllers: vec![],
        }
    }

    fn both() -> Vec<Connector> {
        vec![connector("contoso.local", ConnectorKind::Directory), connector("c - AAD", ConnectorKind::Entra)]
    }

    fn run(connector: &str, result: &str, minutes: i64) -> RunResult {
        RunResult {
            connector: connector.into(),
            profile: "Full Import".into(),
            result: result.into(),
            started_at: minutes_ago(minutes),
            ended_at: (result != "in-progress").then(|| minutes_ago(minutes - 1)),
        }
    }

    fn with(connectors: Vec<Connector>, runs: Vec<RunResult>) -> Given {
        given().sync_server(SyncServerFacts {
            connectors: connectors.into(),
            runs: runs.into(),
            ..SyncServerFacts::default()
        })
    }

    fn judged(directory: &[(&str, i64)]) -> Finding {
        let mut runs: Vec<_> =
            directory.iter().map(|(result, minutes)| run("Contoso.local", result, *minutes)).collect();
        runs.push(run("c - AAD", "success", 100));
        with(both(), runs).judge(&CHECK)
    }

    #[test]
    fn passes_when_every_connector_has_one() {
        assert_eq!(said(&judged(&[("success", 90)])), ("pass", "sync-full-import-succeeded"));
        assert_eq!(judged(&[("stopped-server", 900), ("success", 90)]).verdict.name(), "pass");
        assert_eq!(judged(&[("success", 90), ("in-progress", 20)]).verdict.name(), "pass");
    }

    #[test]
    fn warns_when_something_was_left_undone() {
        for result in ["completed-warnings", "completed-no-objects", "completed-transient-objects"] {
            assert_eq!(said(&judged(&[(result, 90)])), ("warn", "sync-full-import-incomplete"), "{result}");
        }
        let later = judged(&[("success", 900), ("no-start-connection", 90)]);
        assert_eq!(said(&later), ("warn", "sync-full-import-not-since"));
    }

    #[test]
    fn fails_when_none_came_to_its_end() {
        for result in ["no-start-connection", "stopped-extension-dll-exception", "whatever"] {
            assert_eq!(said(&judged(&[(result, 90)])), ("fail", "sync-full-import-broken"), "{result}");
        }
    }

    #[test]
    fn a_purged_history_is_no_failure() {
        assert_eq!(said(&judged(&[])), ("could_not_check", "unavailable-history-purged"));
        assert_eq!(said(&with(both(), vec![]).judge(&CHECK)), ("could_not_check", "unavailable-history-purged"));
        let delta = RunResult { profile: "Delta Import".into(), ..run("contoso.local", "success", 90) };
        let finding = with(both(), vec![delta, run("c - AAD", "success", 90)]).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-history-purged"));
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        assert_eq!(said(&judged(&[("in-progress", 5)])), ("could_not_check", "unavailable-inconclusive"));
        let one_sided = |kind| with(vec![connector("a", kind)], vec![run("a", "success", 90)]).judge(&CHECK);
        for kind in [ConnectorKind::Directory, ConnectorKind::Entra] {
            assert_eq!(said(&one_sided(kind)), ("could_not_check", "unavailable-inconclusive"));
        }
        let none = with(vec![], vec![run("a", "success", 90)]).judge(&CHECK);
        assert_eq!(said(&none), ("could_not_check", "unavailable-inconclusive"));
        let no_runs = SyncServerFacts {
            connectors: both().into(),
            runs: Seen::Missing(Unavailable::NotInEvidence { what: "runs".into() }),
            ..SyncServerFacts::default()
        };
        assert_eq!(
            said(&given().sync_server(no_runs).judge(&CHECK)),
            ("could_not_check", "unavailable-not-in-evidence")
        );
        let endless = RunResult { ended_at: None, ..run("contoso.local", "success", 90) };
        let finding = with(both(), vec![endless, run("c - AAD", "success", 90)]).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
    }
}
