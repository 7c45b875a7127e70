//! `directory.preferred-dc`: do preferred domain controllers, if used, include the PDC emulator?
//!
//! **Why.** The PDC emulator is contacted for writeback all the same; a list without it, and a firewall rule made after
//! that list, let synchronisation work and writeback not.
//! **Passes** when "only use preferred domain controllers" is off on every directory connector, or every list names
//! the PDC emulators.
//! **Warns** when a list leaves a PDC emulator out.
//! **Fails** never.
//! **Can't tell** when the setting, the list's domains or their PDC emulators are unknown; then a person looks.
//! **Source.** Article, part 1, note; *General password writeback troubleshooting steps*, 2023-11-03.

use super::{Case, Check, estate, server_view};
use crate::{
    facts::{
        Source, Unavailable,
        directory::Domain,
        sync_server::{Connector, ConnectorKind},
    },
    finding::Finding,
    msg,
};

pub const CHECK: Check = Check { id: "directory.preferred-dc", looks_at: &[Source::SyncServer, Source::Person], judge };

fn judge(case: &Case<'_>) -> Finding {
    let connectors = match server_view::newest(case, |facts| &facts.connectors) {
        Ok(connectors) => connectors,
        Err(why) => return Finding::could_not_check(why),
    };
    let inconclusive = |why| Finding::could_not_check(Unavailable::Inconclusive { why }).from(connectors);
    let own: Vec<&Connector> = connectors.iter().filter(|one| one.kind == ConnectorKind::Directory).collect();
    if own.is_empty() {
        return inconclusive(msg!("sync-connectors-no-directory"));
    }
    let restricted: Vec<&Connector> = own.iter().copied().filter(|one| one.only_preferred == Some(true)).collect();
    let unknown: Vec<&str> =
        own.iter().filter(|one| one.only_preferred.is_none()).map(|one| one.name.as_str()).collect();

    let mut finding = match left_out(case, &own, &restricted) {
        Ok(hosts) if !hosts.is_empty() => Finding::warn(msg!("directory-preferred-dc-leaves-out", hosts = hosts))
            .advise(msg!("directory-preferred-dc-contacted-anyway"))
            .relate("directory.pdc-emulator"),
        _ if !unknown.is_empty() => {
            return inconclusive(msg!("directory-preferred-dc-unknown", connectors = unknown));
        }
        Err(why) => return Finding::could_not_check(why).from(connectors),
        Ok(_) if restricted.is_empty() => Finding::pass(msg!("directory-preferred-dc-off")),
        Ok(_) => Finding::pass(msg!("directory-preferred-dc-named")),
    };
    for connector in restricted {
        let hosts = connector.preferred_controllers.clone();
        finding = finding.with(
            "evidence-directory-preferred-controllers",
            msg!("directory-preferred-dc-list", connector = &connector.name, count = hosts.len(), hosts = hosts),
        );
    }
    finding.from(connectors)
}

/// The PDC emulators that a restricted connector's list leaves out.
fn left_out<'a>(
    case: &'a Case<'_>,
    all: &[&Connector],
    restricted: &[&Connector],
) -> Result<Vec<&'a str>, Unavailable> {
    let mut hosts = Vec::new();
    if restricted.is_empty() {
        return Ok(hosts);
    }
    let domains = estate::domains(case)?.value;
    for connector in restricted {
        let mut any = false;
        for domain in domains.iter().filter(|domain| all.len() == 1 || serves(connector, domain)) {
            any = true;
            let Some(pdc) = domain.pdc_emulator.as_deref() else {
                let why = msg!("directory-preferred-dc-no-pdc", domain = &domain.dns_name);
                return Err(Unavailable::Inconclusive { why });
            };
            if !connector.preferred_controllers.iter().any(|host| estate::same_host(host, pdc)) {
                hosts.push(pdc);
            }
        }
        // A connector of a forest that nobody looked at: its PDC emulators are not known.
        if !any {
            let why = msg!("directory-preferred-dc-other-forest", connector = &connector.name);
            return Err(Unavailable::Inconclusive { why });
        }
    }
    Ok(hosts)
}

/// Whether the domain is the connector's: connectors are named after their forest.
fn serves(connector: &Connector, domain: &Domain) -> bool {
    let name = connector.name.to_ascii_lowercase();
    let domain = domain.dns_name.to_ascii_lowercase();
    domain == name || domain.strip_suffix(&name).is_some_and(|head| head.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Given, given, said};
    use super::*;
    use crate::facts::{Seen, directory::DirectoryFacts, sync_server::SyncServerFacts};

    fn connector(name: &str, only_preferred: Option<bool>, preferred: &[&str]) -> Connector {
        Connector {
            name: name.into(),
            kind: ConnectorKind::Directory,
            account: None,
            sign_and_seal: None,
            only_preferred,
            preferred_controllers: preferred.iter().map(|host| (*host).to_owned()).collect(),
        }
    }

    fn with(connectors: Vec<Connector>) -> Given {
        given().sync_server(SyncServerFacts { connectors: connectors.into(), ..SyncServerFacts::default() })
    }

    fn domains(pdc: Option<&str>) -> DirectoryFacts {
        let domain =
            Domain { dns_name: "contoso.local".into(), pdc_emulator: pdc.map(str::to_owned), ..Domain::default() };
        DirectoryFacts { domains: vec![domain].into(), ..DirectoryFacts::default() }
    }

    #[test]
    fn passes_when_the_setting_is_off_or_names_the_pdc_emulator() {
        let off = with(vec![connector("contoso.local", Some(false), &[])]);
        assert_eq!(said(&off.judge(&CHECK)), ("pass", "directory-preferred-dc-off"));
        let named = with(vec![connector("contoso.local", Some(true), &["dc02", "DC01"])])
            .directory(domains(Some("dc01.contoso.local")));
        assert_eq!(said(&named.judge(&CHECK)), ("pass", "directory-preferred-dc-named"));
    }

    #[test]
    fn warns_when_the_pdc_emulator_is_left_out() {
        for preferred in [&["dc02.contoso.local"][..], &[]] {
            let given = with(vec![connector("contoso.local", Some(true), preferred)])
                .directory(domains(Some("dc01.contoso.local")));
            assert_eq!(said(&given.judge(&CHECK)), ("warn", "directory-preferred-dc-leaves-out"));
        }
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let judged = |connectors, directory: Option<DirectoryFacts>| {
            let given = with(connectors);
            let given = match directory {
                Some(facts) => given.directory(facts),
                None => given,
            };
            given.judge(&CHECK).verdict.name()
        };
        let on = || connector("contoso.local", Some(true), &["dc01"]);
        assert_eq!(judged(vec![], None), "could_not_check");
        assert_eq!(judged(vec![connector("contoso.local", None, &[])], None), "could_not_check");
        assert_eq!(judged(vec![on()], None), "could_not_check");
        assert_eq!(judged(vec![on()], Some(domains(None))), "could_not_check");
        let other_forest = connector("fabrikam.local", Some(true), &["dc01.fabrikam.local"]);
        assert_eq!(judged(vec![on(), other_forest], Some(domains(Some("dc01")))), "could_not_check");
        let missing = DirectoryFacts { domains: Seen::Missing(Unavailable::NotSignedIn), ..DirectoryFacts::default() };
        assert_eq!(judged(vec![on()], Some(missing)), "could_not_check");
    }
}
