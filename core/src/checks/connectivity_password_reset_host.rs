//! `connectivity.password-reset-host`: does the password reset service answer the sync server?
//!
//! **Why.** Writeback registers itself with this service; without it, enabling ends in 32001, 32011 or 32013.
//! **Passes** when name, TCP 443, TLS with a verified certificate and the HTTP answer of every documented host worked.
//! **Warns** when a host that only published address lists name does not answer.
//! **Fails** when a step broke, or something in between answered.
//! **Can't tell** when nobody looked, when a host was not tried on the way of the sync service, or when no document
//! names the host of this cloud and it does not answer.
//! **Source.** Article, part 2, step 2; troubleshooting guide, 4 Mar 2025.

use super::{
    Case, Check, probes,
    survey::{self, Survey},
};
use crate::{
    facts::{Source, Unavailable, network::Purpose},
    finding::Finding,
    msg,
};

/// The check.
pub const CHECK: Check = Check { id: "connectivity.password-reset-host", looks_at: &[Source::Network], judge };

fn judge(case: &Case<'_>) -> Finding {
    let cloud = case.reference.endpoints.cloud(case.subject.cloud);
    let hosts = survey::wanted(&cloud.password_reset);
    if hosts.is_empty() {
        let why =
            msg!("connectivity-password-reset-host-none-known", cloud = crate::Message::new(cloud.cloud.message()));
        return Finding::could_not_check(Unavailable::Inconclusive { why });
    }
    let survey = match Survey::of(case, hosts, &[Purpose::PasswordReset], probes::web_host) {
        Ok(survey) => survey,
        Err(why) => return Finding::could_not_check(why),
    };
    let bad = survey.bad();
    let observed = survey.observed_bad();
    let finding = if let Some(first) = bad.first() {
        let (hosts, why) = (survey::names(&bad), first.why());
        if !survey.has_documents() {
            // No document names the host, so its silence proves nothing.
            let why = msg!("connectivity-password-reset-host-undocumented", hosts = hosts, why = why);
            Finding::could_not_check(Unavailable::Inconclusive { why })
        } else if first.is_between() {
            Finding::fail(msg!("connectivity-password-reset-host-interference", hosts = hosts, why = why))
        } else {
            Finding::fail(msg!("connectivity-password-reset-host-broken", hosts = hosts, why = why))
        }
    } else if let Some(why) = survey.unclear() {
        Finding::could_not_check(Unavailable::Inconclusive { why: why.clone() })
    } else if !observed.is_empty() {
        Finding::warn(msg!("connectivity-password-reset-host-observed-broken", hosts = survey::names(&observed)))
    } else {
        Finding::pass(msg!("connectivity-password-reset-host-answers", count = survey.reached()))
    };
    let finding = survey::relate(survey::relate(finding, &bad), &observed);
    case.unless_elsewhere(survey.supports(finding))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            probe_samples::{answers, breaks, network, proxied, resigned, service_proxy},
            testing::{given, said},
        },
        *,
    };
    use crate::{
        facts::network::{Break, Probe, StepName},
        reference::Cloud,
    };

    const BARE: &str = "passwordreset.microsoftonline.com";
    const API: &str = "api.passwordreset.microsoftonline.com";

    fn both(bare: Probe) -> Vec<Probe> {
        vec![bare, answers(API, Purpose::PasswordReset, 200)]
    }

    #[test]
    fn an_answer_passes() {
        for status in [200, 302, 404] {
            let finding = given().network(network(both(answers(BARE, Purpose::PasswordReset, status)))).judge(&CHECK);
            assert_eq!(said(&finding), ("pass", "connectivity-password-reset-host-answers"));
        }
    }

    #[test]
    fn a_workstation_closes_nothing_unless_it_is_the_server() {
        let seen = || network(both(answers(BARE, Purpose::PasswordReset, 200)));
        let finding = given().network_from_workstation(seen()).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-other-vantage"));
        let here = given().subject(|subject| subject.this_is_sync_server = true);
        assert_eq!(here.network_from_workstation(seen()).judge(&CHECK).verdict.name(), "pass");
    }

    #[test]
    fn a_workstation_does_not_hide_what_the_server_saw() {
        let finding = given()
            .network(network(both(breaks(BARE, Purpose::PasswordReset, StepName::Tcp, Break::Refused))))
            .network_from_workstation(network(both(answers(BARE, Purpose::PasswordReset, 200))))
            .judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "connectivity-password-reset-host-broken"));
    }

    #[test]
    fn the_step_that_broke_is_told() {
        let broke = Break::TimedOut { after_ms: 5000 };
        let finding =
            given().network(network(both(breaks(BARE, Purpose::PasswordReset, StepName::Tcp, broke)))).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "connectivity-password-reset-host-broken"));
        assert!(finding.evidence.iter().any(|row| row.label.id == "evidence-probe-broke"));
    }

    #[test]
    fn a_certificate_of_the_house_is_interference() {
        let finding =
            given().network(network(both(resigned(answers(BARE, Purpose::PasswordReset, 200))))).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "connectivity-password-reset-host-interference"));
        assert!(finding.related.contains(&"connectivity.tls-inspection".to_owned()));
    }

    #[test]
    fn a_host_that_no_document_names_warns_at_most() {
        let api = breaks(API, Purpose::PasswordReset, StepName::Name, Break::NameNotFound);
        let finding = given().network(network(vec![answers(BARE, Purpose::PasswordReset, 200), api])).judge(&CHECK);
        assert_eq!(said(&finding), ("warn", "connectivity-password-reset-host-observed-broken"));
    }

    #[test]
    fn a_cloud_without_a_documented_host_is_not_failed() {
        let host = "passwordreset.microsoftonline.us";
        let government = || given().subject(|subject| subject.cloud = Cloud::GccHigh);
        let broke = breaks(host, Purpose::PasswordReset, StepName::Tcp, Break::Refused);
        let finding = government().network(network(vec![broke])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        let answer = answers(host, Purpose::PasswordReset, 200);
        assert_eq!(government().network(network(vec![answer])).judge(&CHECK).verdict.name(), "pass");
    }

    #[test]
    fn what_was_not_tried_is_not_passed() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let finding = given().network(network(vec![])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-not-looked-at"));
        let finding = given().network(network(vec![answers(API, Purpose::PasswordReset, 200)])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        let mut unfinished = answers(BARE, Purpose::PasswordReset, 200);
        unfinished.http = Default::default();
        let finding = given().network(network(both(unfinished))).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
    }

    #[test]
    fn the_way_of_the_sync_service_decides() {
        let direct = || breaks(BARE, Purpose::PasswordReset, StepName::Tcp, Break::Refused);
        let through = || proxied(answers(BARE, Purpose::PasswordReset, 200), "proxy:8080");
        let api = || proxied(answers(API, Purpose::PasswordReset, 200), "proxy:8080");
        let any = given().network(network(vec![direct(), through(), api()])).judge(&CHECK);
        assert_eq!(any.verdict.name(), "pass");
        let proxy = given()
            .sync_server(service_proxy(Some("http://PROXY:8080/")))
            .network(network(vec![direct(), through(), api()]))
            .judge(&CHECK);
        assert_eq!(proxy.verdict.name(), "pass");
        let straight =
            given().sync_server(service_proxy(None)).network(network(vec![direct(), through(), api()])).judge(&CHECK);
        assert_eq!(said(&straight), ("fail", "connectivity-password-reset-host-broken"));
        let untried = given().sync_server(service_proxy(Some("other:3128"))).network(network(vec![through(), api()]));
        assert_eq!(said(&untried.judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
    }
}
