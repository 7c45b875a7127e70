//! `sync.writeback-enabled`: is password writeback enabled in Connect?
//!
//! **Why.** This is the switch on the server's side; it creates the keys and the relay of the tenant.
//! **Passes** when it is enabled on the Entra connector.
//! **Warns** never.
//! **Fails** when it is disabled.
//! **Can't tell** when the sync server was not asked, or too long ago; then a person looks in the wizard.
//! **Source.** *Tutorial: Enable self-service password reset writeback*, 2023-09-13.

use super::{Case, Check, server_view};
use crate::{facts::Source, finding::Finding, msg};

pub const CHECK: Check = Check { id: "sync.writeback-enabled", looks_at: &[Source::SyncServer, Source::Person], judge };

fn judge(case: &Case<'_>) -> Finding {
    let seen = match server_view::newest(case, |facts| &facts.writeback) {
        Ok(seen) => seen,
        Err(why) => return Finding::could_not_check(why),
    };
    if let Err(why) = server_view::fresh(case, seen) {
        return Finding::could_not_check(why).from(seen);
    }
    let finding = if seen.enabled {
        Finding::pass(msg!("sync-writeback-enabled-on"))
    } else {
        Finding::fail(msg!("sync-writeback-enabled-off"))
            .advise(msg!("sync-writeback-enabled-wording"))
            .relate("connectivity.tls12")
            .relate("connectivity.proxy")
    };
    let state = if seen.enabled { "sync-state-on" } else { "sync-state-off" };
    finding.with("evidence-sync-writeback-state", msg!(state)).from(seen)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, said};
    use super::*;
    use crate::facts::{
        Seen, Unavailable,
        sync_server::{SyncServerFacts, WritebackState},
    };

    fn judged(writeback: Seen<WritebackState>) -> Finding {
        given().sync_server(SyncServerFacts { writeback, ..SyncServerFacts::default() }).judge(&CHECK)
    }

    #[test]
    fn the_switch_decides() {
        assert_eq!(said(&judged(WritebackState { enabled: true }.into())), ("pass", "sync-writeback-enabled-on"));
        assert_eq!(said(&judged(WritebackState { enabled: false }.into())), ("fail", "sync-writeback-enabled-off"));
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let refused = Seen::Missing(Unavailable::RoleMissing { role: "ADSyncAdmins".into() });
        assert_eq!(said(&judged(refused)), ("could_not_check", "unavailable-role-missing"));
    }
}
