//! `connectivity.service-bus-host`: does every relay of the tenant answer as a relay answers a stranger?
//!
//! **Why.** Every password travels through a Service Bus relay, whose hosts are not in the Microsoft 365 address list.
//! **Passes** when every relay that the events name (failing that, every documented one) answers 401 with a message
//! about a missing token, over a certificate that leads to a public root.
//! **Fails** when a step broke, or something in between answered: another status, a page, another issuer.
//! **Can't tell** when nobody looked, when no relay is known, when the tenant's own relays were not tried, or when a
//! relay's web server answers that the path does not exist.
//! **Source.** Article, part 2, step 3 (with its misprint); troubleshooting guide, 4 Mar 2025.

use jiff::SignedDuration;

use super::{
    Case, Check,
    event_log::Log,
    probes::{self, Reached},
    relay_names,
    survey::{self, Survey, Wanted},
};
use crate::{
    Message,
    facts::{
        Source, Unavailable,
        network::{Probe, Purpose},
    },
    finding::Finding,
    msg,
    reference::{Confidence, Endpoints},
};

/// The check.
pub const CHECK: Check = Check { id: "connectivity.service-bus-host", looks_at: &[Source::Network], judge };

/// Relays move, so names from a log that ended longer ago prove nothing.
const NAMES_LAST: SignedDuration = SignedDuration::from_hours(7 * 24);
/// A relay that was not named for so long, while others were, is no longer the tenant's.
const NAMED_WITHIN: SignedDuration = SignedDuration::from_hours(48);
/// The web server that Service Bus answers with. A proxy's page does not bear its name.
const RELAY_SERVER: &str = "microsoft-httpapi";

fn judge(case: &Case<'_>) -> Finding {
    let cloud = case.reference.endpoints.cloud(case.subject.cloud);
    let own = match own_relays(case) {
        Ok(own) => own,
        Err(why) => return told(case, Finding::could_not_check(why)),
    };
    let has_own = !own.is_empty();
    let hosts: Vec<Wanted> = if has_own {
        own.into_iter().map(|host| (host, Confidence::Documented)).collect()
    } else {
        survey::wanted(&cloud.relay.well_known)
    };
    if hosts.is_empty() {
        let why = msg!("connectivity-service-bus-host-none-known", cloud = Message::new(cloud.cloud.message()));
        return told(case, Finding::could_not_check(Unavailable::Inconclusive { why }));
    }
    let names: Vec<String> = hosts.iter().map(|(host, _)| host.clone()).collect();
    let grade = |probe: &Probe| answers_as_relay(&case.reference.endpoints, probe);
    let survey = match Survey::of(case, hosts, &[Purpose::Relay], grade) {
        Ok(survey) => survey,
        Err(why) => return told(case, Finding::could_not_check(why)),
    };
    let bad = survey.bad();
    let mut finding = if has_own && survey.is_untried() {
        let why = msg!("connectivity-service-bus-host-own-untried", hosts = names);
        Finding::could_not_check(Unavailable::Inconclusive { why })
    } else if let Some(first) = bad.first() {
        let (hosts, why) = (survey::names(&bad), first.why());
        let id = if first.is_between() {
            "connectivity-service-bus-host-interference"
        } else {
            "connectivity-service-bus-host-broken"
        };
        survey::relate(Finding::fail(msg!(id, hosts = hosts, why = why)), &bad).relate("connectivity.relay-names")
    } else if let Some(why) = survey.unclear() {
        Finding::could_not_check(Unavailable::Inconclusive { why: why.clone() })
    } else if has_own {
        Finding::pass(msg!("connectivity-service-bus-host-answers", count = survey.reached()))
    } else {
        Finding::pass(msg!("connectivity-service-bus-host-well-known-answer", count = survey.reached()))
            .advise(msg!("connectivity-service-bus-host-advice-heartbeat"))
            .relate("connectivity.heartbeat")
    };
    finding = survey.supports(finding);
    case.unless_elsewhere(told(case, finding))
}

/// The relays that recent events name.
fn own_relays(case: &Case<'_>) -> Result<Vec<String>, Unavailable> {
    // Without a usable log the well-known names stand in, so its absence is no reason to stop.
    let Ok(log) = Log::of(case).and_then(|log| log.no_older_than(NAMES_LAST, case.now)) else {
        return Ok(Vec::new());
    };
    let (subject, reference) = (case.subject.cloud, case.reference);
    if let Some(other) = relay_names::other_cloud(log.sighting.value, reference, subject) {
        let (seen, wanted) = (Message::new(other.message()), Message::new(subject.message()));
        return Err(Unavailable::Inconclusive {
            why: msg!("connectivity-service-bus-host-other-cloud", seen = seen, subject = wanted),
        });
    }
    let names = relay_names::named(log.sighting.value, reference, subject);
    let Some(newest) = names.iter().filter_map(relay_names::RelayName::last_named).max() else { return Ok(Vec::new()) };
    Ok((names.into_iter())
        .filter(|name| name.last_named().is_some_and(|at| newest.duration_since(at) <= NAMED_WITHIN))
        .map(|name| name.host)
        .collect())
}

/// A relay asks a stranger for a token; nothing else on the way does so in these words.
pub(super) fn answers_as_relay(endpoints: &Endpoints, probe: &Probe) -> Reached {
    let answer = match probes::over_tls(probe) {
        Ok(answer) => answer,
        Err(reached) => return reached,
    };
    if endpoints.is_relay_answer(answer.status, &answer.body_start) {
        return Reached::Yes;
    }
    let server = answer.headers.get("server").map(|server| server.to_ascii_lowercase()).unwrap_or_default();
    let status = answer.status.to_string();
    // The root of a namespace and a wrong path may be answered so by a real relay.
    if answer.status == 404 && server.starts_with(RELAY_SERVER) {
        return Reached::Unclear(msg!("connectivity-service-bus-host-wrong-path", host = &probe.endpoint.host));
    }
    if server.is_empty() {
        Reached::Between(msg!("probe-other-page", status = status))
    } else {
        Reached::Between(msg!("probe-other-page-of", status = status, server = server))
    }
}

/// The finding with the article's misprint, which is never probed, and why.
fn told(case: &Case<'_>, mut finding: Finding) -> Finding {
    for row in &case.reference.endpoints.never_probe {
        finding = finding.with("evidence-relay-misprint", Message::new(&row.reason));
    }
    finding
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            probe_samples::{answers, breaks, network, relay, resigned},
            testing::{given, minutes_ago, said},
        },
        *,
    };
    use crate::{
        facts::{
            events::{Event, EventFacts, EventLog},
            network::{Break, NetworkFacts, StepName},
        },
        reference::Cloud,
    };

    const NCU: &str = "ssprdedicatedsbprodncu.servicebus.windows.net";
    const SCU: &str = "ssprdedicatedsbprodscu.servicebus.windows.net";
    const OWN: &str = "g7-prod-ch3-012-sb.servicebus.windows.net";

    fn with_ncu(probe: Probe) -> NetworkFacts {
        network(vec![probe, relay(SCU)])
    }

    fn heartbeat_of(host: &str) -> EventFacts {
        let event = Event {
            at: minutes_ago(12),
            provider: "PasswordResetService".into(),
            id: 31019,
            message: format!("Namespace: {host}"),
        };
        let log =
            EventLog { host: "SYNC01".into(), from: minutes_ago(3000), until: minutes_ago(10), events: vec![event] };
        EventFacts { log: log.into() }
    }

    #[test]
    fn a_relays_answer_passes() {
        let finding = given().network(with_ncu(relay(NCU))).judge(&CHECK);
        assert_eq!(said(&finding), ("pass", "connectivity-service-bus-host-well-known-answer"));
        let finding = given().events(heartbeat_of(OWN)).network(network(vec![relay(OWN)])).judge(&CHECK);
        assert_eq!(said(&finding), ("pass", "connectivity-service-bus-host-answers"));
    }

    #[test]
    fn the_misprint_is_told() {
        let finding = given().network(with_ncu(relay(NCU))).judge(&CHECK);
        assert!(finding.evidence.iter().any(|row| row.label.id == "evidence-relay-misprint"));
    }

    #[test]
    fn a_page_of_something_else_is_interference() {
        for status in [200, 302, 401, 403, 502, 503] {
            let finding = given().network(with_ncu(answers(NCU, Purpose::Relay, status))).judge(&CHECK);
            assert_eq!(said(&finding), ("fail", "connectivity-service-bus-host-interference"), "{status}");
        }
        let finding = given().network(with_ncu(resigned(relay(NCU)))).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "connectivity-service-bus-host-interference"));
    }

    #[test]
    fn a_broken_step_fails() {
        let probe = breaks(NCU, Purpose::Relay, StepName::Tls, Break::Reset);
        let finding = given().network(with_ncu(probe)).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "connectivity-service-bus-host-broken"));
    }

    #[test]
    fn a_name_of_a_report_fails_nothing() {
        let reported = "ssprdedicatedsbprodfra-1.servicebus.windows.net";
        let broke = breaks(reported, Purpose::Relay, StepName::Name, Break::NameNotFound);
        let finding = given().network(network(vec![relay(NCU), relay(SCU), broke])).judge(&CHECK);
        assert_eq!(finding.verdict.name(), "pass");
    }

    #[test]
    fn a_wrong_path_is_inconclusive() {
        let mut probe = relay(NCU);
        if let crate::facts::network::StepResult::Done(answer) = &mut probe.http.result {
            answer.status = 404;
            answer.body_start = "Not Found".into();
        }
        let finding = given().network(with_ncu(probe)).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        // Any proxy can say 404 too.
        let finding = given().network(with_ncu(answers(NCU, Purpose::Relay, 404))).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "connectivity-service-bus-host-interference"));
    }

    #[test]
    fn the_tenants_own_relays_rank_above_the_well_known_ones() {
        let well_known = || with_ncu(relay(NCU));
        let finding = given().events(heartbeat_of(OWN)).network(well_known()).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        let mut seen = well_known();
        seen.probes.push(breaks(OWN, Purpose::Relay, StepName::Tcp, Break::TimedOut { after_ms: 5000 }));
        let finding = given().events(heartbeat_of(OWN)).network(seen).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "connectivity-service-bus-host-broken"));
    }

    #[test]
    fn an_unknown_relay_is_not_judged() {
        let government = given().subject(|subject| subject.cloud = Cloud::GccHigh);
        let finding = government.network(with_ncu(relay(NCU))).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        let china = heartbeat_of("ssprdedicatedsbmcprodcne.servicebus.chinacloudapi.cn");
        let finding = given().events(china).network(with_ncu(relay(NCU))).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
    }

    #[test]
    fn what_was_not_tried_is_not_passed() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let finding = given().network(network(vec![relay(NCU)])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        let finding = given().network_from_workstation(with_ncu(relay(NCU))).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-other-vantage"));
        let mut plain = relay(NCU);
        plain.tls = None;
        let finding = given().network(with_ncu(plain)).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
    }
}
