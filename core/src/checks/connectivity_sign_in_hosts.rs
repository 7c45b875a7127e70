//! `connectivity.sign-in-hosts`: do the cloud's sign-in, synchronisation and Graph hosts answer the sync server?
//!
//! **Why.** Without them the wizard gets no token and asks for other credentials, although the password is right.
//! **Passes** when every documented host answers over TLS with a verified certificate.
//! **Warns** when a host that only published lists name does not answer.
//! **Fails** when a step broke at a documented host, or something in between answered.
//! **Can't tell** when nobody looked, or a host was not tried on the way of the sync service.
//! **Source.** Connectivity guide, 19 Jan 2023; national clouds of Microsoft Graph.

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
pub const CHECK: Check = Check { id: "connectivity.sign-in-hosts", looks_at: &[Source::Network], judge };

fn judge(case: &Case<'_>) -> Finding {
    let cloud = case.reference.endpoints.cloud(case.subject.cloud);
    let hosts = survey::wanted(cloud.sign_in.iter().chain(&cloud.graph_hosts));
    if hosts.is_empty() {
        return Finding::could_not_check(Unavailable::NotLookedAt);
    }
    let survey = match Survey::of(case, hosts, &[Purpose::SignIn, Purpose::Graph], probes::web_host) {
        Ok(survey) => survey,
        Err(why) => return Finding::could_not_check(why),
    };
    let bad = survey.bad();
    let observed = survey.observed_bad();
    let finding = if let Some(first) = bad.first() {
        let id = if first.is_between() {
            "connectivity-sign-in-hosts-interference"
        } else {
            "connectivity-sign-in-hosts-broken"
        };
        Finding::fail(msg!(id, hosts = survey::names(&bad), why = first.why()))
            .advise(msg!("connectivity-sign-in-hosts-advice-credentials"))
    } else if let Some(why) = survey.unclear() {
        Finding::could_not_check(Unavailable::Inconclusive { why: why.clone() })
    } else if !observed.is_empty() {
        Finding::warn(msg!("connectivity-sign-in-hosts-observed-broken", hosts = survey::names(&observed)))
    } else {
        Finding::pass(msg!("connectivity-sign-in-hosts-answer", count = survey.reached()))
    };
    let finding = survey::relate(survey::relate(finding, &bad), &observed);
    case.unless_elsewhere(survey.supports(finding))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            probe_samples::{answers, breaks, network, resigned},
            testing::{given, said},
        },
        *,
    };
    use crate::{
        facts::network::{Break, Probe, StepName},
        reference::{Cloud, Reference},
    };

    const LOGIN: &str = "login.microsoftonline.com";
    const GRAPH: &str = "graph.microsoft.com";

    /// Every host of the cloud answers, except that this probe stands in for its own.
    fn all_but(cloud: Cloud, probe: Option<Probe>) -> Vec<Probe> {
        let reference = Reference::built_in();
        let row = reference.endpoints.cloud(cloud);
        let sign_in = row.sign_in.iter().map(|host| answers(&host.host, Purpose::SignIn, 200));
        let graph = row.graph_hosts.iter().map(|host| answers(&host.host, Purpose::Graph, 405));
        let others =
            sign_in.chain(graph).filter(|other| Some(&other.endpoint) != probe.as_ref().map(|one| &one.endpoint));
        others.chain(probe.clone()).collect()
    }

    #[test]
    fn every_host_answers() {
        let finding = given().network(network(all_but(Cloud::Global, None))).judge(&CHECK);
        assert_eq!(said(&finding), ("pass", "connectivity-sign-in-hosts-answer"));
    }

    #[test]
    fn one_broken_host_fails() {
        for (host, purpose) in [(LOGIN, Purpose::SignIn), (GRAPH, Purpose::Graph)] {
            let probe = breaks(host, purpose, StepName::Proxy, Break::ProxyForbids);
            let finding = given().network(network(all_but(Cloud::Global, Some(probe)))).judge(&CHECK);
            assert_eq!(said(&finding), ("fail", "connectivity-sign-in-hosts-broken"));
            assert_eq!(finding.related, ["connectivity.proxy"]);
        }
    }

    #[test]
    fn a_certificate_of_the_house_is_interference() {
        let probe = resigned(answers(LOGIN, Purpose::SignIn, 200));
        let finding = given().network(network(all_but(Cloud::Global, Some(probe)))).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "connectivity-sign-in-hosts-interference"));
    }

    #[test]
    fn hosts_of_reports_fail_nothing() {
        let retired =
            breaks("provisioningapi.microsoftonline.com", Purpose::SignIn, StepName::Name, Break::NameNotFound);
        let finding = given().network(network(all_but(Cloud::Global, Some(retired)))).judge(&CHECK);
        assert_eq!(finding.verdict.name(), "pass");
        let china = given().subject(|subject| subject.cloud = Cloud::China);
        let listed = breaks("login.partner.microsoftonline.cn", Purpose::SignIn, StepName::Tcp, Break::Refused);
        let finding = china.network(network(all_but(Cloud::China, Some(listed)))).judge(&CHECK);
        assert_eq!(said(&finding), ("warn", "connectivity-sign-in-hosts-observed-broken"));
    }

    #[test]
    fn what_was_not_tried_is_not_passed() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let only = vec![answers(LOGIN, Purpose::SignIn, 200)];
        let finding = given().network(network(only)).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        let finding = given().network_from_workstation(network(all_but(Cloud::Global, None))).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-other-vantage"));
    }
}
