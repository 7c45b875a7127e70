//! `sync.environment-prepared`: does the organisation synchronise, and lately?
//!
//! **Why.** Writeback finds its users through what synchronisation knows. A reset needs no cycle of its own, but an
//! engine that stopped hours ago writes nothing back either.
//! **Passes** when synchronisation is on and the last one ended at most 3 hours before the look.
//! **Warns** when it ended at most 24 hours before.
//! **Fails** when synchronisation is off, or the last one is older.
//! **Can't tell** when the tenant was not read, was read more than a day ago, or gives no sound time.
//! **Source.** Article, part 1; a cycle runs every 30 minutes unless set otherwise (scheduler page of Connect). No
//! document says what "recent" is: both limits are this program's own, far above the ordinary cycle.

use jiff::SignedDuration;

use super::{Case, Check};
use crate::{
    facts::{Source, Unavailable},
    finding::Finding,
    msg,
};

/// See the module.
pub const CHECK: Check = Check { id: "sync.environment-prepared", looks_at: &[Source::Tenant, Source::Person], judge };

/// Up to this age some cycles may have been missed for ordinary reasons, such as an update of the server.
const RECENT: SignedDuration = SignedDuration::from_hours(3);
/// A day without a cycle is no delay any more; whoever set so long an interval can say so beside the finding.
const STOPPED: SignedDuration = SignedDuration::from_hours(24);
/// Two clocks may differ by this much.
const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_mins(15);

fn judge(case: &Case<'_>) -> Finding {
    let synchronisation = match case.facts.tenant().newest(|facts| &facts.synchronisation) {
        Ok(synchronisation) => synchronisation,
        Err(why) => return Finding::could_not_check(why),
    };
    let seen_at = synchronisation.seen_at();
    let finding = match synchronisation.last_at {
        _ if !synchronisation.enabled => Finding::fail(msg!("sync-environment-prepared-off")).relate("sync.installed"),
        None => inconclusive(msg!("sync-environment-prepared-no-time")),
        Some(at) if at.duration_since(seen_at) > CLOCKS_DIFFER => {
            inconclusive(msg!("sync-environment-prepared-future", at = at))
        }
        Some(at) => {
            let age = seen_at.duration_since(at).max(SignedDuration::ZERO);
            let finding = if age > STOPPED {
                Finding::fail(msg!("sync-environment-prepared-stopped", at = at, age = age))
                    .relate("sync.installed")
                    .relate("connectivity.connect-version")
            } else if case.now.duration_since(seen_at) > STOPPED {
                Finding::could_not_check(Unavailable::TooOld { seen_at })
            } else if age > RECENT {
                Finding::warn(msg!("sync-environment-prepared-late", at = at, age = age)).relate("sync.installed")
            } else {
                Finding::pass(msg!("sync-environment-prepared-recent", at = at, age = age))
            };
            finding.with("evidence-tenant-last-sync", at)
        }
    };
    finding.from(synchronisation)
}

fn inconclusive(why: crate::Message) -> Finding {
    Finding::could_not_check(Unavailable::Inconclusive { why })
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::super::testing::{given, minutes_ago, now, said};
    use super::*;
    use crate::facts::{
        Seen,
        tenant::{Synchronisation, TenantFacts},
    };

    fn facts(enabled: bool, last_at: Option<Timestamp>) -> TenantFacts {
        TenantFacts { synchronisation: Synchronisation { enabled, last_at }.into(), ..TenantFacts::default() }
    }

    fn judged(enabled: bool, last_at: Option<Timestamp>) -> Finding {
        given().tenant(facts(enabled, last_at)).judge(&CHECK)
    }

    #[test]
    fn a_recent_synchronisation_passes() {
        assert_eq!(said(&judged(true, Some(minutes_ago(35)))), ("pass", "sync-environment-prepared-recent"));
        // Ten minutes ago was the look, so this is three hours before it.
        assert_eq!(said(&judged(true, Some(minutes_ago(190)))).0, "pass");
        assert_eq!(said(&judged(true, Some(now()))).0, "pass");
    }

    #[test]
    fn a_late_one_warns() {
        assert_eq!(said(&judged(true, Some(minutes_ago(191)))), ("warn", "sync-environment-prepared-late"));
    }

    #[test]
    fn one_older_than_a_day_fails() {
        let finding = judged(true, Some(minutes_ago(24 * 60 + 11)));
        assert_eq!(said(&finding), ("fail", "sync-environment-prepared-stopped"));
        assert_eq!(said(&judged(true, Some(Timestamp::MIN))).0, "fail");
    }

    #[test]
    fn switched_off_fails() {
        assert_eq!(said(&judged(false, Some(minutes_ago(20)))), ("fail", "sync-environment-prepared-off"));
        assert_eq!(said(&judged(false, None)), ("fail", "sync-environment-prepared-off"));
    }

    #[test]
    fn no_time_and_a_time_to_come_are_not_checked() {
        assert_eq!(said(&judged(true, None)), ("could_not_check", "unavailable-inconclusive"));
        let future = now() + SignedDuration::from_hours(2);
        assert_eq!(said(&judged(true, Some(future))), ("could_not_check", "unavailable-inconclusive"));
        assert_eq!(said(&judged(true, Some(Timestamp::MAX))).0, "could_not_check");
    }

    #[test]
    fn an_old_look_is_not_checked() {
        let finding = given().tenant_seen(minutes_ago(3 * 24 * 60), facts(true, Some(minutes_ago(3 * 24 * 60 + 20))));
        assert_eq!(said(&finding.judge(&CHECK)), ("could_not_check", "unavailable-too-old"));
    }

    #[test]
    fn an_unread_tenant_is_not_checked() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let why = Unavailable::PermissionMissing { permission: "Organization.Read.All".into() };
        let unread = TenantFacts { synchronisation: Seen::Missing(why), ..TenantFacts::default() };
        assert_eq!(said(&given().tenant(unread).judge(&CHECK)).1, "unavailable-permission-missing");
    }
}
