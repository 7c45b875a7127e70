//! `sync.installed`: is Connect installed and its service running?
//!
//! **Why.** The service ADSync holds the connection to the relay; when it stands still, nothing is written back.
//! **Passes** when Connect is installed and its service runs.
//! **Warns** never.
//! **Fails** when Connect is not installed, or its service is stopped or paused.
//! **Can't tell** when it was not seen on the sync server, was seen too long ago, was just starting, or its state is
//! not one that Windows names.
//! **Source.** Article, part 1; *Troubleshoot self-service password reset writeback*, 2025-03-04.

use super::{Case, Check, server_view};
use crate::{
    facts::{Source, Unavailable},
    finding::Finding,
    msg,
};

pub const CHECK: Check = Check { id: "sync.installed", looks_at: &[Source::SyncServer], judge };

fn judge(case: &Case<'_>) -> Finding {
    let seen = match server_view::newest(case, |facts| &facts.connect) {
        Ok(seen) => seen,
        Err(why) => return Finding::could_not_check(why),
    };
    if let Err(why) = server_view::fresh(case, seen) {
        return Finding::could_not_check(why).from(seen);
    }
    let Some(connect) = seen.value else {
        return Finding::fail(msg!("sync-installed-not-there")).advise(msg!("sync-installed-cloud-sync")).from(seen);
    };
    let version = connect.version.to_string();
    let state = connect.service_state.trim();
    let finding = match state.to_ascii_lowercase().as_str() {
        "running" => Finding::pass(msg!("sync-installed-running", version = &version)),
        "stopped" | "stoppending" | "stop_pending" | "paused" | "pausepending" | "pause_pending" => {
            Finding::fail(msg!("sync-installed-stopped", version = &version, state = state))
                .advise(msg!("sync-installed-wording"))
        }
        "startpending" | "start_pending" | "continuepending" | "continue_pending" => {
            let why = msg!("sync-installed-starting", state = state);
            Finding::could_not_check(Unavailable::Inconclusive { why })
        }
        _ => {
            let why = msg!("sync-installed-unknown-state", state = state);
            Finding::could_not_check(Unavailable::Inconclusive { why })
        }
    };
    finding.with("evidence-sync-version", version).with("evidence-sync-service-state", state).from(seen)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Given, given, said};
    use super::*;
    use crate::{
        facts::{
            Facts, Seen, Snapshot, SourceFacts, Vantage,
            sync_server::{Connect, SyncServerFacts},
        },
        reference::{ConnectVersion, Reference},
    };

    fn facts(connect: Option<&str>) -> SyncServerFacts {
        let connect =
            connect.map(|state| Connect { version: ConnectVersion(2, 6, 92, 0), service_state: state.to_owned() });
        SyncServerFacts { connect: Seen::Seen(connect), ..SyncServerFacts::default() }
    }

    fn with(connect: Option<&str>) -> Given {
        given().sync_server(facts(connect))
    }

    #[test]
    fn passes_when_it_runs() {
        for state in ["Running", "RUNNING"] {
            assert_eq!(said(&with(Some(state)).judge(&CHECK)), ("pass", "sync-installed-running"));
        }
    }

    #[test]
    fn fails_when_it_is_not_there_or_stands_still() {
        assert_eq!(said(&with(None).judge(&CHECK)), ("fail", "sync-installed-not-there"));
        for state in ["Stopped", "StopPending", "Paused", "PausePending", "STOP_PENDING"] {
            assert_eq!(said(&with(Some(state)).judge(&CHECK)), ("fail", "sync-installed-stopped"), "{state}");
        }
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        for state in ["", "4", "StartPending", "ContinuePending", "Runningg"] {
            let finding = with(Some(state)).judge(&CHECK);
            assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"), "{state}");
        }
        let refused = SyncServerFacts {
            connect: Seen::Missing(Unavailable::Refused { by: "SYNC01".into() }),
            ..SyncServerFacts::default()
        };
        let finding = given().sync_server(refused).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-refused"));
    }

    /// Looks from several places and times, which the test bench does not offer.
    fn judged(looks: Vec<(Vantage, i64, SyncServerFacts)>, this_is_sync_server: bool) -> Finding {
        let now = super::super::testing::now();
        let mut facts = Facts::default();
        for (vantage, hours, look) in looks {
            let seen_at = now - jiff::SignedDuration::from_hours(hours);
            facts.add(Snapshot {
                vantage,
                seen_at,
                took_ms: 1,
                about: None,
                what: SourceFacts::SyncServer(Box::new(look)),
            });
        }
        let subject =
            crate::Subject { sync_server: "sync01.contoso.local".into(), this_is_sync_server, ..Default::default() };
        judge(&Case {
            facts: &facts,
            subject: &subject,
            reference: &Reference::built_in(),
            parameters: &Default::default(),
            now,
        })
    }

    #[test]
    fn a_workstation_speaks_only_of_itself() {
        for state in [Some("Running"), None] {
            let look = || vec![(Vantage::workstation("WS07"), 1, facts(state))];
            assert_eq!(said(&judged(look(), false)), ("could_not_check", "unavailable-other-vantage"));
        }
        let look = vec![(Vantage::workstation("WS07"), 1, facts(Some("Running")))];
        assert_eq!(judged(look, true).verdict.name(), "pass");
    }

    #[test]
    fn of_two_servers_the_one_that_is_named_decides() {
        let finding = judged(
            vec![
                (Vantage::sync_server("SYNC02"), 1, facts(Some("Running"))),
                (Vantage::sync_server("SYNC01"), 2, facts(Some("Stopped"))),
            ],
            false,
        );
        assert_eq!(said(&finding), ("fail", "sync-installed-stopped"));
    }

    #[test]
    fn an_old_look_proves_nothing() {
        for state in [Some("Running"), None] {
            let look = vec![(Vantage::sync_server("SYNC01"), 24 * 8, facts(state))];
            assert_eq!(said(&judged(look, false)), ("could_not_check", "unavailable-too-old"));
        }
    }
}
