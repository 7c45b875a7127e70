//! `connectivity.heartbeat`: is the relay alive, by the newest heartbeat in the sync server's events?
//!
//! **Why.** A heartbeat is written about every 5 minutes while writeback listens. It is the best single proof that name,
//! proxy, TLS, idle time and keys work together, and ranks above what the portal shows.
//! **Passes** when the newest heartbeat was younger than 15 minutes when the log was exported, with no later loss.
//! **Fails** when there is none, when it was older, or when the relay was lost or the service stopped after it.
//! **Can't tell** when there is no log, the log is old, empty or too short, or the service was restarted just before.
//! **Source.** Troubleshooting guide, 4 Mar 2025, events 31019, 31034, 31044 and 31016.

use jiff::SignedDuration;

use super::{
    Case, Check,
    event_log::{Entry, Log},
    relay_names,
};
use crate::{
    Message,
    facts::{Source, Unavailable},
    finding::Finding,
    msg,
};

/// The check.
pub const CHECK: Check = Check { id: "connectivity.heartbeat", looks_at: &[Source::Events], judge };

/// A log that ended longer ago says nothing of today's relay.
const LOG_LAST: SignedDuration = SignedDuration::from_hours(24);

pub(super) fn judge(case: &Case<'_>) -> Finding {
    let log = match Log::of(case).and_then(|log| log.no_older_than(LOG_LAST, case.now)) {
        Ok(log) => log,
        Err(why) => return Finding::could_not_check(why),
    };
    let finding = verdict(case, &log);
    let mut finding = finding
        .from(log.sighting)
        .with("evidence-log-host", &log.sighting.host)
        .with("evidence-log-from", log.sighting.from)
        .with("evidence-log-until", log.until());
    if let Some((_, newest)) = log.last(Entry::is_heartbeat) {
        finding = finding.with("evidence-heartbeat-newest", newest.event.at);
    }
    if let Some((_, loss)) = log.last(Entry::is_loss) {
        finding = finding.with("evidence-heartbeat-loss", loss.said());
    }
    let names = relay_names::named(log.sighting.value, case.reference, case.subject.cloud);
    if !names.is_empty() {
        finding =
            finding.with("evidence-heartbeat-relays", names.into_iter().map(|name| name.host).collect::<Vec<_>>());
    }
    case.unless_elsewhere(finding)
}

fn verdict(case: &Case<'_>, log: &Log<'_>) -> Finding {
    let stale_minutes = (i64::from(case.reference.events.heartbeat_stale_after_s) / 60).max(1);
    let allowed = SignedDuration::from_mins(case.parameter("max_age_minutes", stale_minutes).clamp(1, stale_minutes));
    let host = &log.sighting.host;
    let inconclusive = |why| Finding::could_not_check(Unavailable::Inconclusive { why });
    let failed = |summary: Message| {
        Finding::fail(summary)
            .advise(msg!("connectivity-heartbeat-advice-standby"))
            .relate("connectivity.service-bus-host")
            .relate("connectivity.idle")
    };
    if log.entries.is_empty() {
        return inconclusive(msg!("connectivity-heartbeat-log-empty", host = host));
    }
    let Some((place, newest)) = log.last(Entry::is_heartbeat) else {
        if log.length() < allowed {
            return inconclusive(msg!("connectivity-heartbeat-log-short", length = log.length()));
        }
        return failed(msg!("connectivity-heartbeat-none", host = host, length = log.length()))
            .relate("sync.writeback-enabled");
    };
    let age = log.until().duration_since(newest.event.at).max(SignedDuration::ZERO);
    if age > allowed {
        return failed(msg!(
            "connectivity-heartbeat-old",
            host = host,
            at = newest.event.at,
            age = age,
            allowed = allowed
        ));
    }
    match log.last(Entry::is_loss) {
        Some((later, loss)) if later > place => {
            let restarted = log.last(Entry::is_start).is_some_and(|(start, _)| start > later);
            if restarted {
                inconclusive(msg!("connectivity-heartbeat-restarted", host = host, at = newest.event.at))
            } else {
                failed(msg!("connectivity-heartbeat-then-loss", host = host, loss = loss.said(), at = newest.event.at))
            }
        }
        _ => Finding::pass(msg!("connectivity-heartbeat-fresh", host = host, at = newest.event.at, age = age)),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            event_samples::{adsync, log, log_until, writeback},
            testing::{given, said},
        },
        *,
    };
    use crate::facts::{Seen, events::EventFacts};

    #[test]
    fn a_fresh_heartbeat_passes() {
        let finding = given().events(log(vec![writeback(300, 31034), writeback(14, 31019)])).judge(&CHECK);
        assert_eq!(said(&finding), ("pass", "connectivity-heartbeat-fresh"));
    }

    #[test]
    fn an_old_or_missing_heartbeat_fails() {
        let finding = given().events(log(vec![writeback(40, 31019)])).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "connectivity-heartbeat-old"));
        let finding = given().events(log(vec![adsync(40, 904)])).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "connectivity-heartbeat-none"));
    }

    #[test]
    fn the_age_cannot_be_widened() {
        let finding = given().events(log(vec![writeback(40, 31019)])).parameter("max_age_minutes", 999).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "connectivity-heartbeat-old"));
    }

    #[test]
    fn a_later_loss_fails() {
        for id in [31034, 31044, 31016, 32002] {
            let finding = given().events(log(vec![writeback(14, 31019), writeback(12, id)])).judge(&CHECK);
            assert_eq!(said(&finding), ("fail", "connectivity-heartbeat-then-loss"), "{id}");
        }
        // The order in the file does not count.
        let finding = given().events(log(vec![writeback(12, 31034), writeback(14, 31019)])).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "connectivity-heartbeat-then-loss"));
    }

    #[test]
    fn a_restart_is_waited_out() {
        let restart = vec![writeback(14, 31019), writeback(13, 31016), writeback(12, 31015)];
        let finding = given().events(log(restart)).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
    }

    #[test]
    fn what_the_log_cannot_tell_is_not_passed() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let finding = given().events(log(vec![])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        let month_old = log_until(43_200, vec![writeback(43_202, 31019)]);
        assert_eq!(said(&given().events(month_old).judge(&CHECK)), ("could_not_check", "unavailable-too-old"));
        let ahead = log_until(-600, vec![writeback(-598, 31019)]);
        assert_eq!(said(&given().events(ahead).judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
        let mut short = log(vec![adsync(11, 904)]);
        if let Seen::Seen(log) = &mut short.log {
            log.from = super::super::testing::minutes_ago(12);
        }
        let finding = given().events(short).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        let refused = EventFacts { log: Seen::Missing(Unavailable::Refused { by: "SYNC01".into() }) };
        assert_eq!(said(&given().events(refused).judge(&CHECK)), ("could_not_check", "unavailable-refused"));
    }
}
