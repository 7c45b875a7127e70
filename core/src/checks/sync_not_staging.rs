//! `sync.not-staging`: is staging mode off on this server?
//!
//! **Why.** A server in staging mode imports and synchronises, and writes nothing back.
//! **Passes** when staging mode is off.
//! **Warns** never.
//! **Fails** when it is on: this server is the standby, whatever another server does.
//! **Can't tell** when the scheduler was not asked, or too long ago: roles are swapped.
//! **Source.** *Microsoft Entra Connect Sync: Staging server and disaster recovery*.

use super::{Case, Check, server_view};
use crate::{facts::Source, finding::Finding, msg};

pub const CHECK: Check = Check { id: "sync.not-staging", looks_at: &[Source::SyncServer], judge };

fn judge(case: &Case<'_>) -> Finding {
    let seen = match server_view::newest(case, |facts| &facts.scheduler) {
        Ok(seen) => seen,
        Err(why) => return Finding::could_not_check(why),
    };
    if let Err(why) = server_view::fresh(case, seen) {
        return Finding::could_not_check(why).from(seen);
    }
    let finding = if seen.staging {
        Finding::fail(msg!("sync-not-staging-standby")).advise(msg!("sync-not-staging-look-at-other"))
    } else {
        Finding::pass(msg!("sync-not-staging-active"))
    };
    let state = |on| msg!(if on { "sync-state-on" } else { "sync-state-off" });
    finding
        .with("evidence-sync-staging", state(seen.staging))
        .with("evidence-sync-scheduler", state(seen.enabled))
        .with("evidence-sync-scheduler-suspended", state(seen.suspended))
        .from(seen)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, said};
    use super::*;
    use crate::facts::{
        Seen, Unavailable,
        sync_server::{Scheduler, SyncServerFacts},
    };

    fn judged(scheduler: Seen<Scheduler>) -> Finding {
        given().sync_server(SyncServerFacts { scheduler, ..SyncServerFacts::default() }).judge(&CHECK)
    }

    #[test]
    fn staging_mode_decides() {
        let active = Scheduler { staging: false, enabled: true, suspended: false };
        assert_eq!(said(&judged(active.into())), ("pass", "sync-not-staging-active"));
        let standby = Scheduler { staging: true, enabled: true, suspended: false };
        assert_eq!(said(&judged(standby.into())), ("fail", "sync-not-staging-standby"));
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let missing = Seen::Missing(Unavailable::NotInEvidence { what: "Get-ADSyncScheduler".into() });
        assert_eq!(said(&judged(missing)), ("could_not_check", "unavailable-not-in-evidence"));
    }
}
