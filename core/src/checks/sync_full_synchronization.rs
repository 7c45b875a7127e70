//! `sync.full-synchronization`: has a full synchronisation succeeded on every connector, after its full import?
//!
//! **Why.** The import only reads; the synchronisation joins what was read. One from before the import does not count.
//! **Passes** when each connector's newest successful full import is followed by a full synchronisation with result
//! `success`.
//! **Warns** when what followed only came to its end with something left undone.
//! **Fails** when the history reaches back to the import and shows no full synchronisation after it, or only such that
//! did not come to their end.
//! **Can't tell** when the import itself is no longer in the history, or a synchronisation still runs.
//! **Source.** Article, part 1; *Microsoft Entra Connect Sync: Scheduler*, 2025-04-09.

use super::{
    Case, Check,
    run_history::{self, Ending},
    sync_full_import,
};
use crate::{
    facts::{Source, Unavailable, sync_server::RunResult},
    finding::Finding,
    msg,
};

pub const CHECK: Check =
    Check { id: "sync.full-synchronization", looks_at: &[Source::SyncServer, Source::Person], judge };

const PROFILE: &str = "Full Synchronization";

fn judge(case: &Case<'_>) -> Finding {
    let connectors = match run_history::connectors(case) {
        Ok(connectors) => connectors,
        Err(why) => return Finding::could_not_check(why),
    };
    let runs = match run_history::runs(case) {
        Ok(runs) => runs,
        Err(why) => return Finding::could_not_check(why).from(connectors),
    };
    let mut not_after = Vec::new();
    let mut broken = Vec::new();
    let mut running = Vec::new();
    let mut purged = Vec::new();
    let mut incomplete = Vec::new();
    let mut rows = Vec::new();
    for connector in connectors.value {
        let name = connector.name.as_str();
        let imports = run_history::of(runs.value, connector, sync_full_import::PROFILE);
        let all = run_history::of(runs.value, connector, PROFILE);
        if let Some(run) = all.first() {
            let result = if run.result.is_empty() { "-" } else { run.result.as_str() };
            rows.push(msg!("sync-run", connector = name, profile = PROFILE, result = result, at = run.started_at));
        }
        let Some(imported) = run_history::newest_success(&imports) else {
            purged.push(name);
            continue;
        };
        let after: Vec<&RunResult> = all.into_iter().filter(|run| run.started_at >= imported).collect();
        let ended = |wanted| after.iter().any(|run| run_history::ending(run) == wanted);
        if ended(Ending::Succeeded) {
            continue;
        }
        let list = if ended(Ending::Running) {
            &mut running
        } else if ended(Ending::Incomplete) {
            &mut incomplete
        } else if after.is_empty() {
            &mut not_after
        } else {
            &mut broken
        };
        list.push(name);
    }
    let mut finding = if !broken.is_empty() {
        Finding::fail(msg!("sync-full-synchronization-broken", connectors = broken))
    } else if !not_after.is_empty() {
        Finding::fail(msg!("sync-full-synchronization-not-after", connectors = not_after))
    } else if !purged.is_empty() {
        Finding::could_not_check(Unavailable::HistoryPurged)
            .with("evidence-sync-no-import", purged)
            .advise(msg!("sync-full-synchronization-ask"))
            .relate("sync.full-import")
    } else if !running.is_empty() {
        let why = msg!("sync-full-synchronization-running", connectors = running);
        Finding::could_not_check(Unavailable::Inconclusive { why })
    } else if !incomplete.is_empty() {
        Finding::warn(msg!("sync-full-synchronization-incomplete", connectors = incomplete))
    } else {
        Finding::pass(msg!("sync-full-synchronization-succeeded", count = connectors.len()))
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
        sync_server::{Connector, ConnectorKind, SyncServerFacts},
    };

    const IMPORT: &str = "Full Import";

    fn connectors() -> Vec<Connector> {
        [("contoso.local", ConnectorKind::Directory), ("c - AAD", ConnectorKind::Entra)]
            .map(|(name, kind)| Connector {
                name: name.into(),
                kind,
                account: None,
                sign_and_seal: None,
                only_preferred: None,
                preferred_controllers: vec![],
            })
            .to_vec()
    }

    fn run(connector: &str, profile: &str, result: &str, minutes: i64) -> RunResult {
        RunResult {
            connector: connector.into(),
            profile: profile.into(),
            result: result.into(),
            started_at: minutes_ago(minutes),
            ended_at: (result != "in-progress").then(|| minutes_ago(minutes - 1)),
        }
    }

    fn with(runs: Vec<RunResult>) -> Given {
        given().sync_server(SyncServerFacts {
            connectors: connectors().into(),
            runs: runs.into(),
            ..SyncServerFacts::default()
        })
    }

    /// The Entra connector is in order; the directory connector has these runs.
    fn judged(directory: &[(&str, &str, i64)]) -> Finding {
        let mut runs: Vec<_> = directory
            .iter()
            .map(|(profile, result, minutes)| run("contoso.local", profile, result, *minutes))
            .collect();
        runs.push(run("c - AAD", IMPORT, "success", 100));
        runs.push(run("c - AAD", PROFILE, "success", 50));
        with(runs).judge(&CHECK)
    }

    #[test]
    fn passes_when_it_followed_the_import() {
        let finding = judged(&[(IMPORT, "success", 90), (PROFILE, "success", 60)]);
        assert_eq!(said(&finding), ("pass", "sync-full-synchronization-succeeded"));
        let again =
            judged(&[(IMPORT, "success", 90), (PROFILE, "success", 60), (PROFILE, "completed-sync-errors", 40)]);
        assert_eq!(again.verdict.name(), "pass");
    }

    #[test]
    fn warns_when_something_was_left_undone() {
        let finding = judged(&[(IMPORT, "success", 90), (PROFILE, "completed-sync-errors", 60)]);
        assert_eq!(said(&finding), ("warn", "sync-full-synchronization-incomplete"));
    }

    #[test]
    fn fails_when_it_came_before_the_import_or_not_at_all() {
        let before = judged(&[(PROFILE, "success", 95), (IMPORT, "success", 90)]);
        assert_eq!(said(&before), ("fail", "sync-full-synchronization-not-after"));
        let during = judged(&[(IMPORT, "success", 90), (PROFILE, "success", 90)]);
        assert_eq!(said(&during), ("fail", "sync-full-synchronization-not-after"));
        let never = judged(&[(IMPORT, "success", 90)]);
        assert_eq!(said(&never), ("fail", "sync-full-synchronization-not-after"));
        let older = judged(&[(IMPORT, "success", 200), (PROFILE, "success", 150), (IMPORT, "success", 90)]);
        assert_eq!(said(&older), ("fail", "sync-full-synchronization-not-after"));
        let broken = judged(&[(IMPORT, "success", 90), (PROFILE, "stopped-extension-dll-exception", 60)]);
        assert_eq!(said(&broken), ("fail", "sync-full-synchronization-broken"));
    }

    #[test]
    fn a_purged_history_is_no_failure() {
        let without_import = judged(&[(PROFILE, "success", 60)]);
        assert_eq!(said(&without_import), ("could_not_check", "unavailable-history-purged"));
        assert_eq!(said(&with(vec![]).judge(&CHECK)), ("could_not_check", "unavailable-history-purged"));
        let import_broke = judged(&[(IMPORT, "no-start-connection", 90), (PROFILE, "success", 60)]);
        assert_eq!(import_broke.verdict.name(), "could_not_check");
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let running = judged(&[(IMPORT, "success", 90), (PROFILE, "in-progress", 5)]);
        assert_eq!(said(&running), ("could_not_check", "unavailable-inconclusive"));
        let no_connectors = SyncServerFacts {
            connectors: vec![].into(),
            runs: vec![run("a", PROFILE, "success", 5)].into(),
            ..SyncServerFacts::default()
        };
        assert_eq!(
            said(&given().sync_server(no_connectors).judge(&CHECK)),
            ("could_not_check", "unavailable-inconclusive")
        );
        let no_runs =
            SyncServerFacts { connectors: connectors().into(), runs: Seen::default(), ..SyncServerFacts::default() };
        assert_eq!(said(&given().sync_server(no_runs).judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
    }
}
