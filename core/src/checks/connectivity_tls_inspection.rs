//! `connectivity.tls-inspection`: does the traffic arrive with the certificates of its real hosts?
//!
//! **Why.** A device that opens TLS signs certificates itself. The engine refuses them, or works until the device's next
//! update; opening this traffic is not supported.
//! **Passes** when every chain that was presented leads to a public root, among them those of a relay and of the
//! password reset service.
//! **Fails** when a chain leads to a root that only this machine trusts, or to nobody it trusts.
//! **Can't tell** when no chain of a relay or of the password reset service was seen, or when one way is inspected,
//! another is not, and the way of the sync service is not known.
//! **Source.** Prerequisites, 29 Sep 2025; event 31034 in the troubleshooting guide, 4 Mar 2025.

use super::{
    Case, Check,
    probes::{self, Probed},
};
use crate::{
    facts::{
        Source, Unavailable,
        network::{Break, Probe, Purpose, Trust},
    },
    finding::{Evidence, Finding},
    msg,
};

/// The check.
pub const CHECK: Check = Check { id: "connectivity.tls-inspection", looks_at: &[Source::Network], judge };

const OVER_TLS: [Purpose; 4] = [Purpose::PasswordReset, Purpose::Relay, Purpose::SignIn, Purpose::Graph];

/// What a presented chain shows.
enum Chain<'a> {
    /// It leads to a public root.
    Public,
    /// It leads to a root that only this machine trusts.
    Local(&'a str),
    /// It leads to nobody this machine trusts.
    Untrusted(&'a str),
}

fn chain(probe: &Probe) -> Option<Chain<'_>> {
    match &probe.trust {
        Some(Trust::PublicRoot) => return Some(Chain::Public),
        Some(Trust::LocalRoot { issuer }) => return Some(Chain::Local(issuer)),
        Some(Trust::Untrusted { issuer }) => return Some(Chain::Untrusted(issuer)),
        None => {}
    }
    let issuer = || probe.chain.first().map_or("", |leaf| leaf.issuer.as_str());
    match probe.first_break()?.1 {
        Break::CertificateUnknownIssuer { issuer } => Some(Chain::Untrusted(issuer)),
        Break::CertificateSelfSigned => Some(Chain::Untrusted(issuer())),
        _ => None,
    }
}

fn judge(case: &Case<'_>) -> Finding {
    let probed = match Probed::of(case, &OVER_TLS) {
        Ok(probed) => probed,
        Err(why) => return Finding::could_not_check(why),
    };
    let mut local: Vec<(String, String)> = Vec::new();
    let mut untrusted: Vec<(String, String)> = Vec::new();
    let mut mixed: Vec<String> = Vec::new();
    let mut seen: Vec<Purpose> = Vec::new();
    let mut count = 0_usize;
    let mut looks = Vec::new();
    let mut rows = Vec::new();
    for host in probed.hosts(&OVER_TLS) {
        let Some(tried) = probed.tried(host, &OVER_TLS) else { continue };
        looks.push(tried.look);
        rows.extend(tried.every.iter().filter_map(|probe| evidence(probe)));
        let chains: Vec<_> = tried.deciding.iter().filter_map(|probe| Some((*probe, chain(probe)?))).collect();
        let publicly = chains.iter().filter(|(_, chain)| matches!(chain, Chain::Public)).count();
        if publicly > 0 && publicly < chains.len() {
            mixed.push(host.to_owned());
            continue;
        }
        for (probe, chain) in chains {
            match chain {
                Chain::Public => seen.push(probe.endpoint.purpose),
                Chain::Local(issuer) => note(&mut local, host, issuer),
                Chain::Untrusted(issuer) => note(&mut untrusted, host, issuer),
            }
        }
        count += usize::from(publicly > 0);
    }
    let unseen = |purpose: Purpose| !seen.contains(&purpose);
    let inconclusive = |why| Finding::could_not_check(Unavailable::Inconclusive { why });
    let mut finding = if let Some((_, issuer)) = local.first() {
        Finding::fail(msg!("connectivity-tls-inspection-resigned", hosts = hosts(&local), issuer = issuer))
            .advise(msg!("connectivity-tls-inspection-advice-exempt"))
    } else if let Some((_, issuer)) = untrusted.first() {
        Finding::fail(msg!("connectivity-tls-inspection-untrusted", hosts = hosts(&untrusted), issuer = issuer))
            .advise(msg!("connectivity-tls-inspection-advice-roots"))
    } else if !mixed.is_empty() {
        inconclusive(msg!("connectivity-tls-inspection-one-way-only", hosts = mixed)).relate("connectivity.proxy")
    } else if unseen(Purpose::Relay) {
        inconclusive(msg!("connectivity-tls-inspection-no-relay")).relate("connectivity.service-bus-host")
    } else if unseen(Purpose::PasswordReset) {
        inconclusive(msg!("connectivity-tls-inspection-no-password-reset")).relate("connectivity.password-reset-host")
    } else {
        Finding::pass(msg!("connectivity-tls-inspection-none", count = count))
    };
    finding = finding.with_evidence(rows);
    for look in looks {
        finding = finding.from(look);
    }
    case.unless_elsewhere(finding)
}

fn note(list: &mut Vec<(String, String)>, host: &str, issuer: &str) {
    if !list.iter().any(|(known, _)| known == host) {
        list.push((host.to_owned(), issuer.to_owned()));
    }
}

fn hosts(list: &[(String, String)]) -> Vec<String> {
    list.iter().map(|(host, _)| host.clone()).collect()
}

fn evidence(probe: &Probe) -> Option<Evidence> {
    let value = match chain(probe)? {
        Chain::Public => match probe.chain.first() {
            Some(leaf) => msg!("connectivity-tls-inspection-chain-public-by", issuer = &leaf.issuer),
            None => msg!("connectivity-tls-inspection-chain-public"),
        },
        Chain::Local(issuer) => msg!("connectivity-tls-inspection-chain-local", issuer = issuer),
        Chain::Untrusted(issuer) => msg!("connectivity-tls-inspection-chain-untrusted", issuer = issuer),
    };
    Some(Evidence { label: probes::label("evidence-probe-chain", probe), value })
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            probe_samples::{answers, breaks, network, proxied, relay, resigned, service_proxy},
            testing::{given, said},
        },
        *,
    };
    use crate::facts::network::StepName;

    const RELAY: &str = "ssprdedicatedsbprodncu.servicebus.windows.net";
    const RESET: &str = "passwordreset.microsoftonline.com";
    const LOGIN: &str = "login.microsoftonline.com";

    fn reset() -> Probe {
        answers(RESET, Purpose::PasswordReset, 200)
    }

    #[test]
    fn public_chains_pass() {
        let finding = given().network(network(vec![relay(RELAY), reset()])).judge(&CHECK);
        assert_eq!(said(&finding), ("pass", "connectivity-tls-inspection-none"));
        // An expired certificate of the real host is no inspection.
        let mut expired = breaks(LOGIN, Purpose::SignIn, StepName::Tls, Break::CertificateExpired { on: None });
        expired.trust = Some(Trust::PublicRoot);
        let finding = given().network(network(vec![relay(RELAY), reset(), expired])).judge(&CHECK);
        assert_eq!(finding.verdict.name(), "pass");
    }

    #[test]
    fn a_certificate_of_the_house_fails() {
        let finding = given().network(network(vec![resigned(relay(RELAY)), reset()])).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "connectivity-tls-inspection-resigned"));
        let login = resigned(answers(LOGIN, Purpose::SignIn, 200));
        let finding = given().network(network(vec![relay(RELAY), reset(), login])).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "connectivity-tls-inspection-resigned"));
        let elsewhere = network(vec![resigned(relay(RELAY)), reset()]);
        assert_eq!(given().network_from_workstation(elsewhere).judge(&CHECK).verdict.name(), "fail");
    }

    #[test]
    fn an_unknown_issuer_fails() {
        let unknown = Break::CertificateUnknownIssuer { issuer: "Contoso Inspection".into() };
        for how in [unknown, Break::CertificateSelfSigned] {
            let probe = breaks(RELAY, Purpose::Relay, StepName::Tls, how);
            let finding = given().network(network(vec![probe, reset()])).judge(&CHECK);
            assert_eq!(said(&finding), ("fail", "connectivity-tls-inspection-untrusted"));
        }
    }

    #[test]
    fn one_inspected_way_of_two_is_inconclusive_until_the_way_is_known() {
        let probes = || network(vec![relay(RELAY), resigned(proxied(relay(RELAY), "proxy:8080")), reset()]);
        let finding = given().network(probes()).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        let straight = given().sync_server(service_proxy(None)).network(probes()).judge(&CHECK);
        assert_eq!(straight.verdict.name(), "pass");
        let inspected = given().sync_server(service_proxy(Some("proxy:8080"))).network(probes()).judge(&CHECK);
        assert_eq!(said(&inspected), ("fail", "connectivity-tls-inspection-resigned"));
    }

    #[test]
    fn unseen_chains_are_not_passed() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let silent = breaks(RELAY, Purpose::Relay, StepName::Tcp, Break::Refused);
        for probes in [vec![relay(RELAY)], vec![reset()], vec![silent, reset()]] {
            let finding = given().network(network(probes)).judge(&CHECK);
            assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        }
        let mut untold = relay(RELAY);
        untold.trust = None;
        let finding = given().network(network(vec![untold, reset()])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        let finding = given().network_from_workstation(network(vec![relay(RELAY), reset()])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-other-vantage"));
    }
}
