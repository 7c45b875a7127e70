//! `connectivity.relay-names`: do the outbound rules follow the relays when they move?
//!
//! **Why.** Relay names are not stable. A rule with a list of hosts works today, fails now and then, and breaks later.
//! **Warns** when a relay appears only in errors, when the relay was lost and found again several times within a day, or
//! when a relay of the tenant cannot be reached.
//! **Can't tell** otherwise: no machine sees how a rule is written, so a person answers; the names seen are shown.
//! **Source.** Troubleshooting guide, 4 Mar 2025; public reports of resets that depended on the relay host.

use jiff::SignedDuration;

use super::{
    Case, Check,
    connectivity_service_bus_host::answers_as_relay,
    event_log::Log,
    relay_names::{self, RelayName},
    survey::{self, Survey},
};
use crate::{
    facts::{
        Source, Unavailable,
        network::{Probe, Purpose},
    },
    finding::{Evidence, Finding},
    msg,
    reference::Confidence,
};

/// The check.
pub const CHECK: Check = Check { id: "connectivity.relay-names", looks_at: &[Source::Events, Source::Network], judge };

/// A log that ended longer ago does not show today's names.
const LOG_LAST: SignedDuration = SignedDuration::from_hours(7 * 24);
/// The stretch at the end of the log in which losses are counted.
const LOSSES_WITHIN: SignedDuration = SignedDuration::from_hours(24);
/// One loss may be a restart; more come and go with the host that is picked.
const LOSSES_TOLERATED: usize = 1;

fn judge(case: &Case<'_>) -> Finding {
    let log = match Log::of(case).and_then(|log| log.no_older_than(LOG_LAST, case.now)) {
        Ok(log) => log,
        Err(why) => return Finding::could_not_check(why),
    };
    let names = relay_names::named(log.sighting.value, case.reference, case.subject.cloud);
    let unheard: Vec<&str> =
        (names.iter()).filter(|name| name.heartbeats == 0).map(|name| name.host.as_str()).collect();
    let losses = losses(&log);
    let grade = |probe: &Probe| answers_as_relay(&case.reference.endpoints, probe);
    let wanted = names.iter().map(|name| (name.host.clone(), Confidence::Documented)).collect();
    let survey = Survey::of(case, wanted, &[Purpose::Relay], grade).ok();
    let unreached = survey.as_ref().map(Survey::bad).unwrap_or_default();

    let finding = if !unheard.is_empty() {
        Finding::warn(msg!("connectivity-relay-names-unheard", hosts = unheard))
            .advise(msg!("connectivity-relay-names-advice-wildcard"))
    } else if let Some(first) = unreached.first() {
        Finding::warn(msg!("connectivity-relay-names-unreached", hosts = survey::names(&unreached), why = first.why()))
            .advise(msg!("connectivity-relay-names-advice-wildcard"))
    } else if losses > LOSSES_TOLERATED {
        Finding::warn(msg!("connectivity-relay-names-intermittent", count = losses))
            .advise(msg!("connectivity-relay-names-advice-wildcard"))
            .relate("connectivity.idle")
    } else {
        Finding::could_not_check(Unavailable::NeedsPerson)
    };
    let rules: Vec<String> = case.reference.endpoints.cloud(case.subject.cloud).relay_rules().collect();
    let finding =
        finding.from(log.sighting).with("evidence-relay-rules", rules).with_evidence(names.iter().map(evidence));
    match survey {
        Some(survey) => survey.supports(finding),
        None => finding,
    }
}

/// How often in the last day of the log a relay that had been heard was lost.
fn losses(log: &Log<'_>) -> usize {
    let start = log.until() - LOSSES_WITHIN;
    let mut heard = false;
    let mut losses = 0;
    for entry in log.entries.iter().filter(|entry| entry.event.at >= start) {
        if entry.is_heartbeat() {
            heard = true;
        } else if entry.is_relay_loss() && heard {
            heard = false;
            losses += 1;
        }
    }
    losses
}

fn evidence(name: &RelayName) -> Evidence {
    let value = match (name.last_heartbeat, name.last_trouble) {
        (Some(heard), None) => msg!("connectivity-relay-names-heard", count = name.heartbeats, at = heard),
        (Some(heard), Some(lost)) => {
            msg!(
                "connectivity-relay-names-heard-and-lost",
                count = name.heartbeats,
                at = heard,
                losses = name.troubles,
                lost = lost
            )
        }
        (None, Some(lost)) => msg!("connectivity-relay-names-lost", losses = name.troubles, lost = lost),
        (None, None) => msg!("probe-unfinished"),
    };
    Evidence { label: msg!("evidence-relay-name", host = &name.host), value }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            event_samples::{log, log_until, writeback_says},
            probe_samples::{breaks, network, relay},
            testing::{given, said},
        },
        *,
    };
    use crate::facts::{
        events::Event,
        network::{Break, StepName},
    };

    const OLD: &str = "ssprdedicatedsbprodncu.servicebus.windows.net";
    const NEW: &str = "g7-prod-ch3-012-sb.servicebus.windows.net";

    fn heard(minutes: i64, host: &str) -> Event {
        writeback_says(minutes, 31019, host)
    }

    fn lost(minutes: i64, host: &str) -> Event {
        writeback_says(minutes, 31034, host)
    }

    #[test]
    fn healthy_names_still_need_a_person() {
        for events in [vec![], vec![heard(12, OLD)], vec![heard(600, OLD), lost(300, OLD), heard(12, OLD)]] {
            let finding = given().events(log(events)).network(network(vec![relay(OLD)])).judge(&CHECK);
            assert_eq!(said(&finding), ("could_not_check", "unavailable-needs-person"));
        }
    }

    #[test]
    fn a_name_that_is_only_lost_warns() {
        let finding = given().events(log(vec![heard(600, OLD), lost(12, NEW)])).judge(&CHECK);
        assert_eq!(said(&finding), ("warn", "connectivity-relay-names-unheard"));
    }

    #[test]
    fn coming_and_going_warns() {
        let events = vec![heard(600, OLD), lost(500, OLD), heard(400, OLD), lost(300, OLD), heard(12, OLD)];
        let finding = given().events(log(events)).judge(&CHECK);
        assert_eq!(said(&finding), ("warn", "connectivity-relay-names-intermittent"));
        let days_ago = vec![heard(4000, OLD), lost(3900, OLD), heard(3800, OLD), lost(3700, OLD), heard(12, OLD)];
        assert_eq!(given().events(log(days_ago)).judge(&CHECK).verdict.name(), "could_not_check");
    }

    #[test]
    fn a_relay_out_of_reach_warns_although_the_well_known_one_answers() {
        let broke = breaks(NEW, Purpose::Relay, StepName::Tcp, Break::TimedOut { after_ms: 5000 });
        let finding = given().events(log(vec![heard(12, NEW)])).network(network(vec![relay(OLD), broke]));
        assert_eq!(said(&finding.judge(&CHECK)), ("warn", "connectivity-relay-names-unreached"));
    }

    #[test]
    fn without_a_recent_log_nothing_is_said() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let month_old = log_until(43_200, vec![heard(43_202, OLD)]);
        assert_eq!(said(&given().events(month_old).judge(&CHECK)), ("could_not_check", "unavailable-too-old"));
    }
}
