//! `connectivity.revocation`: can the sync server look up over port 80 whether a certificate was revoked?
//!
//! **Why.** Windows fetches revocation lists over plain HTTP; where only 443 is open, connections stall or are refused.
//! **Passes** when every known revocation host answers on port 80.
//! **Warns** when one does not, or when a proxy or a portal answered in its place.
//! **Can't tell** when nobody looked, a documented host was not tried, or 403 came through a proxy.
//! **Source.** Connectivity guide, 19 Jan 2023; prerequisites of cloud sync, 9 Apr 2025.

use super::{
    Case, Check,
    probes::{self, Reached},
    survey::{self, Survey},
};
use crate::{
    Message,
    facts::{
        Source, Unavailable,
        network::{Probe, Purpose},
    },
    finding::Finding,
    msg,
};

/// The check.
pub const CHECK: Check = Check { id: "connectivity.revocation", looks_at: &[Source::Network], judge };

fn judge(case: &Case<'_>) -> Finding {
    let cloud = case.reference.endpoints.cloud(case.subject.cloud);
    let hosts = survey::wanted(&cloud.revocation);
    if hosts.is_empty() {
        let why = msg!("connectivity-revocation-none-known", cloud = Message::new(cloud.cloud.message()));
        return Finding::could_not_check(Unavailable::Inconclusive { why });
    }
    let survey = match Survey::of(case, hosts, &[Purpose::Revocation], plain_host) {
        Ok(survey) => survey,
        Err(why) => return Finding::could_not_check(why),
    };
    let bad = survey.every_bad();
    let finding = if let Some(first) = bad.first() {
        let finding =
            Finding::warn(msg!("connectivity-revocation-broken", hosts = survey::names(&bad), why = first.why()))
                .advise(msg!("connectivity-revocation-advice-winhttp"));
        if bad.iter().any(|row| row.cause() == Some("connectivity.proxy")) {
            finding.relate("connectivity.proxy")
        } else {
            finding
        }
    } else if let Some(why) = survey.unclear() {
        Finding::could_not_check(Unavailable::Inconclusive { why: why.clone() })
    } else {
        Finding::pass(msg!("connectivity-revocation-answers", count = survey.reached()))
    };
    case.unless_elsewhere(survey.supports(finding))
}

/// Any answer of the host itself will do: its root may well refuse to be listed.
fn plain_host(probe: &Probe) -> Reached {
    if let Some((step, broke)) = probe.first_break() {
        return probes::broken(step, broke);
    }
    let Some(answer) = probe.answer() else { return Reached::Unclear(msg!("probe-unfinished")) };
    let status = answer.status;
    if status == 403 && probe.context.address.is_some() {
        return Reached::Unclear(msg!("connectivity-revocation-forbidden", host = &probe.endpoint.host));
    }
    let led_away = (300..400).contains(&status)
        && answer.headers.get("location").is_some_and(|to| leads_away(to, &probe.endpoint.host));
    if probes::is_gatekeeper(status) || led_away {
        return Reached::Between(msg!("probe-other-page", status = status.to_string()));
    }
    Reached::Yes
}

/// Whether an absolute address leads to a host that is neither this one nor a neighbour below the same domain.
fn leads_away(to: &str, host: &str) -> bool {
    let Some((_, rest)) = to.split_once("://") else { return false };
    let target = rest.split(['/', ':', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let domain = |name: &str| {
        let mut labels = name.rsplit('.');
        (labels.next().map(str::to_owned), labels.next().map(str::to_owned))
    };
    domain(&target) != domain(&host.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            probe_samples::{answers, breaks, network, proxied},
            testing::{given, said},
        },
        *,
    };
    use crate::{
        facts::network::{Break, StepName, StepResult},
        reference::Reference,
    };

    const FIRST: &str = "mscrl.microsoft.com";

    fn first_is(probe: Probe) -> Vec<Probe> {
        let reference = Reference::built_in();
        let hosts = &reference.endpoints.cloud(Default::default()).revocation;
        let others = hosts.iter().filter(|host| host.host != FIRST);
        others.map(|host| answers(&host.host, Purpose::Revocation, 404)).chain([probe]).collect()
    }

    fn redirected(to: &str) -> Probe {
        let mut probe = answers(FIRST, Purpose::Revocation, 302);
        if let StepResult::Done(answer) = &mut probe.http.result {
            answer.headers.insert("location".into(), to.into());
        }
        probe
    }

    #[test]
    fn any_answer_of_the_host_passes() {
        for probe in [
            answers(FIRST, Purpose::Revocation, 200),
            answers(FIRST, Purpose::Revocation, 403),
            redirected("https://www.microsoft.com/pki/"),
            redirected("/start"),
        ] {
            let finding = given().network(network(first_is(probe))).judge(&CHECK);
            assert_eq!(said(&finding), ("pass", "connectivity-revocation-answers"));
        }
    }

    #[test]
    fn silence_and_strangers_warn() {
        for probe in [
            breaks(FIRST, Purpose::Revocation, StepName::Tcp, Break::TimedOut { after_ms: 5000 }),
            answers(FIRST, Purpose::Revocation, 407),
            answers(FIRST, Purpose::Revocation, 511),
            redirected("http://portal.hotel.example/login"),
        ] {
            let finding = given().network(network(first_is(probe))).judge(&CHECK);
            assert_eq!(said(&finding), ("warn", "connectivity-revocation-broken"));
        }
    }

    #[test]
    fn a_refusal_through_a_proxy_may_be_anybodys() {
        let probe = proxied(answers(FIRST, Purpose::Revocation, 403), "proxy:8080");
        let finding = given().network(network(first_is(probe))).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
    }

    #[test]
    fn what_was_not_tried_is_not_passed() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let finding = given().network(network(vec![answers("www.microsoft.com", Purpose::Revocation, 200)]));
        assert_eq!(said(&finding.judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
        let seen = first_is(answers(FIRST, Purpose::Revocation, 200));
        let finding = given().network_from_workstation(network(seen)).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-other-vantage"));
    }
}
