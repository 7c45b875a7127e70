//! `directory.pdc-emulator`: does the PDC emulator of every domain answer to the sync server?
//!
//! **Why.** Writeback sets the password on the PDC emulator, whichever controller is preferred for synchronisation.
//! **Passes** when the PDC emulator of every domain is found, is writable, and answers on every needed TCP port, seen
//! from the sync server. A port that the table does not require (464) is shown only.
//! **Warns** never.
//! **Fails** when a domain's PDC emulator could not be found, is read-only, or does not answer on a needed port.
//! **Can't tell** when domains, controllers or ports are unknown or incomplete, or were seen from elsewhere.
//! **Source.** Article, part 1; *Hybrid identity required ports and protocols*, 2025-04-09.

use super::{Case, Check, estate};
use crate::{
    Message,
    facts::{
        Sighting, Source, Unavailable,
        directory::{Domain, PortSeen},
        network::Break,
    },
    finding::Finding,
    msg,
    reference::{Port, Protocol},
};

pub const CHECK: Check = Check { id: "directory.pdc-emulator", looks_at: &[Source::Directory, Source::Network], judge };

fn judge(case: &Case<'_>) -> Finding {
    let domains = match estate::domains(case) {
        Ok(domains) => domains,
        Err(why) => return Finding::could_not_check(why),
    };
    let ports = ports(case);
    let seen: &[PortSeen] = ports.as_ref().map_or(&[], |ports| ports.value.as_slice());
    let finding = verdict(case, &domains, &ports, seen);
    let finding = match ports {
        Ok(ports) => finding.from(ports),
        Err(_) => finding,
    };
    case.unless_elsewhere(with_rows(case, finding.from(domains), &domains, seen))
}

/// The ports as the sync server sees them; failing that, as anybody does.
fn ports<'a>(case: &'a Case<'_>) -> Result<Sighting<'a, Vec<PortSeen>>, Unavailable> {
    let looks = case.facts.directory();
    match looks.clone().from(|vantage| case.closes(vantage)).newest(|facts| &facts.pdc_ports) {
        Err(Unavailable::NotLookedAt) => looks.newest(|facts| &facts.pdc_ports),
        answer => answer,
    }
}

fn verdict(
    case: &Case<'_>,
    domains: &[Domain],
    ports: &Result<Sighting<'_, Vec<PortSeen>>, Unavailable>,
    seen: &[PortSeen],
) -> Finding {
    let lost: Vec<&str> =
        domains.iter().filter(|domain| domain.pdc_emulator.is_none()).map(|domain| domain.dns_name.as_str()).collect();
    if !lost.is_empty() {
        return Finding::fail(msg!("directory-pdc-emulator-not-found", domains = lost));
    }
    let controllers = estate::controllers(case);
    let mut read_only = Vec::new();
    let mut unlisted = Vec::new();
    let mut closed = Vec::new();
    let mut untested = Vec::new();
    for domain in domains {
        let host = domain.pdc_emulator.as_deref().unwrap_or_default();
        let controller =
            controllers.as_ref().ok().and_then(|all| all.iter().find(|one| estate::same_host(&one.host, host)));
        match controller {
            Some(controller) if !controller.writable => read_only.push(host),
            Some(_) => {}
            None => unlisted.push(host),
        }
        let (broken, unknown) = missing(case, domain, host, seen);
        if !broken.is_empty() {
            closed.push(msg!("directory-pdc-emulator-place", host = host, domain = &domain.dns_name, ports = broken));
        }
        if !unknown.is_empty() {
            untested.push(msg!(
                "directory-pdc-emulator-place",
                host = host,
                domain = &domain.dns_name,
                ports = unknown
            ));
        }
    }
    let inconclusive = |why| Finding::could_not_check(Unavailable::Inconclusive { why });
    if !read_only.is_empty() {
        Finding::fail(msg!("directory-pdc-emulator-read-only", hosts = read_only))
    } else if !closed.is_empty() {
        let finding = Finding::fail(msg!("directory-pdc-emulator-closed", places = closed));
        let (first, last) = case.reference.rights.rpc_dynamic_ports;
        finding.advise(msg!("directory-pdc-emulator-open", first = first, last = last))
    } else if let Err(why) = ports {
        Finding::could_not_check(why.clone())
    } else if let Err(why) = controllers {
        Finding::could_not_check(why)
    } else if !unlisted.is_empty() {
        inconclusive(msg!("directory-pdc-emulator-unlisted", hosts = unlisted))
    } else if !untested.is_empty() {
        inconclusive(msg!("directory-pdc-emulator-untested", places = untested))
    } else {
        Finding::pass(msg!("directory-pdc-emulator-answers", count = domains.len()))
    }
}

/// The needed ports that broke, and those nobody tried.
fn missing(case: &Case<'_>, domain: &Domain, host: &str, seen: &[PortSeen]) -> (Vec<u16>, Vec<u16>) {
    let mut broken = Vec::new();
    let mut unknown = Vec::new();
    for row in tcp(case).filter(|row| row.required) {
        let mut tries = tries(seen, domain, host).filter(|try_| try_.port == row.port).peekable();
        if tries.peek().is_none() {
            unknown.push(row.port);
        } else if tries.any(|try_| try_.broke.is_some()) {
            broken.push(row.port);
        }
    }
    (broken, unknown)
}

fn tcp<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a Port> {
    case.reference.rights.ports.iter().filter(|row| row.protocols.contains(&Protocol::Tcp))
}

fn tries<'a>(seen: &'a [PortSeen], domain: &Domain, host: &str) -> impl Iterator<Item = &'a PortSeen> {
    seen.iter()
        .filter(move |one| estate::same_name(&one.domain, &domain.dns_name) && estate::same_host(&one.host, host))
}

fn with_rows(case: &Case<'_>, mut finding: Finding, domains: &[Domain], seen: &[PortSeen]) -> Finding {
    for domain in domains {
        let Some(host) = domain.pdc_emulator.as_deref() else { continue };
        finding = finding.with(
            "evidence-directory-pdc-emulator",
            msg!("directory-pdc-emulator-of", host = host, domain = &domain.dns_name),
        );
        for one in tries(seen, domain, host) {
            let row = tcp(case).find(|row| row.port == one.port);
            let label = match row {
                Some(row) if row.required => "evidence-directory-pdc-port",
                _ => "evidence-directory-pdc-port-extra",
            };
            let service = row.map_or("TCP", |row| row.service.as_str());
            let how = one.broke.as_ref().map_or_else(|| msg!("directory-port-answers"), how);
            let value = msg!("directory-pdc-emulator-port", host = host, port = one.port, service = service, how = how);
            finding = finding.with(label, value);
        }
    }
    finding
}

/// How a port did not answer.
fn how(broke: &Break) -> Message {
    match broke {
        Break::NameNotFound | Break::NameHasNoAddress | Break::NameRefused | Break::NameTimedOut { .. } => {
            msg!("directory-port-name-not-found")
        }
        Break::TimedOut { .. } => msg!("directory-port-silent"),
        Break::Refused => msg!("directory-port-refused"),
        Break::Reset | Break::Closed => msg!("directory-port-reset"),
        Break::HostUnreachable => msg!("directory-port-unreachable"),
        Break::NameOther { detail } | Break::Other { detail } => msg!("directory-port-other", detail = detail),
        _ => msg!("directory-port-no-connection"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Given, given, said};
    use super::*;
    use crate::facts::{
        Seen,
        directory::{DirectoryFacts, DomainController},
    };

    const NEEDED: [u16; 5] = [53, 88, 135, 389, 445];

    fn port(port: u16, broke: Option<Break>) -> PortSeen {
        PortSeen { domain: "contoso.local".into(), host: "dc01.contoso.local".into(), port, broke }
    }

    fn healthy() -> DirectoryFacts {
        DirectoryFacts {
            domains: Seen::Seen(vec![Domain {
                dns_name: "contoso.local".into(),
                netbios_name: "CONTOSO".into(),
                pdc_emulator: Some("DC01.contoso.local".into()),
            }]),
            controllers: Seen::Seen(vec![DomainController {
                host: "dc01.contoso.local".into(),
                domain: "contoso.local".into(),
                writable: true,
                ..DomainController::default()
            }]),
            pdc_ports: Seen::Seen(NEEDED.iter().map(|number| port(*number, None)).collect()),
            ..DirectoryFacts::default()
        }
    }

    fn changed(change: impl FnOnce(&mut DirectoryFacts)) -> Given {
        let mut facts = healthy();
        change(&mut facts);
        given().directory(facts)
    }

    #[test]
    fn passes_when_all_ports_answer_to_the_sync_server() {
        assert_eq!(said(&given().directory(healthy()).judge(&CHECK)), ("pass", "directory-pdc-emulator-answers"));
    }

    #[test]
    fn an_extra_port_that_is_closed_changes_nothing() {
        let given = changed(|facts| {
            let Seen::Seen(ports) = &mut facts.pdc_ports else { unreachable!() };
            ports.push(port(464, Some(Break::Refused)));
        });
        assert_eq!(given.judge(&CHECK).verdict.name(), "pass");
    }

    #[test]
    fn a_workstation_never_closes_it() {
        let finding = given().directory_from_workstation(healthy()).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-other-vantage"));
        let finding = given()
            .directory_from_workstation(healthy())
            .subject(|subject| subject.this_is_sync_server = true)
            .judge(&CHECK);
        assert_eq!(finding.verdict.name(), "pass");
    }

    #[test]
    fn each_needed_port_that_is_closed_fails() {
        for number in NEEDED {
            let given = changed(|facts| {
                let Seen::Seen(ports) = &mut facts.pdc_ports else { unreachable!() };
                ports.retain(|one| one.port != number);
                ports.push(port(number, Some(Break::TimedOut { after_ms: 3000 })));
            });
            assert_eq!(said(&given.judge(&CHECK)), ("fail", "directory-pdc-emulator-closed"), "{number}");
        }
    }

    #[test]
    fn fails_without_a_pdc_emulator_or_with_a_read_only_one() {
        let lost = changed(|facts| {
            facts.domains = vec![Domain { dns_name: "contoso.local".into(), ..Domain::default() }].into();
        });
        assert_eq!(said(&lost.judge(&CHECK)), ("fail", "directory-pdc-emulator-not-found"));
        let read_only = changed(|facts| {
            let Seen::Seen(controllers) = &mut facts.controllers else { unreachable!() };
            controllers[0].writable = false;
        });
        assert_eq!(said(&read_only.judge(&CHECK)), ("fail", "directory-pdc-emulator-read-only"));
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        let nothing = given().judge(&CHECK);
        assert_eq!(said(&nothing), ("could_not_check", "unavailable-not-looked-at"));
        let no_domains = changed(|facts| facts.domains = vec![].into());
        assert_eq!(said(&no_domains.judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
        let no_ports = changed(|facts| facts.pdc_ports = Seen::default());
        assert_eq!(said(&no_ports.judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let empty_ports = changed(|facts| facts.pdc_ports = vec![].into());
        assert_eq!(said(&empty_ports.judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
        let one_port_left_out = changed(|facts| {
            let Seen::Seen(ports) = &mut facts.pdc_ports else { unreachable!() };
            ports.pop();
        });
        assert_eq!(said(&one_port_left_out.judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
        let no_controllers = changed(|facts| facts.controllers = Seen::Missing(Unavailable::NotSignedIn));
        assert_eq!(said(&no_controllers.judge(&CHECK)), ("could_not_check", "unavailable-not-signed-in"));
        let unlisted = changed(|facts| {
            let Seen::Seen(controllers) = &mut facts.controllers else { unreachable!() };
            controllers[0].host = "dc02.contoso.local".into();
        });
        assert_eq!(said(&unlisted.judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
        let second_domain = changed(|facts| {
            let Seen::Seen(domains) = &mut facts.domains else { unreachable!() };
            let mut other = domains[0].clone();
            other.dns_name = "child.contoso.local".into();
            domains.push(other);
        });
        assert_eq!(second_domain.judge(&CHECK).verdict.name(), "could_not_check");
    }
}
