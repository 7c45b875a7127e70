//! `sync.not-on-controller`: is the sync server no domain controller?
//!
//! **Why.** On a domain controller the sync service meets restrictions that show as access denied with all documented
//! rights in place.
//! **Passes** when the server says that it is none, and the directory does not list it as one.
//! **Warns** when it is one.
//! **Fails** when it is one and the event log speaks of access denied: then it is not only a risk.
//! **Can't tell** when the server did not tell its role.
//! **Source.** *Troubleshoot error SSPR_0029*, 2022-08-17.

use super::{Case, Check, access_denied, estate, server_view};
use crate::{
    facts::{Source, Unavailable},
    finding::Finding,
    msg,
};

pub const CHECK: Check =
    Check { id: "sync.not-on-controller", looks_at: &[Source::SyncServer, Source::Directory], judge };

fn judge(case: &Case<'_>) -> Finding {
    let machine = server_view::newest(case, |facts| &facts.machine);
    let host = match &machine {
        Ok(machine) => machine.host.as_str(),
        Err(_) => case.subject.sync_server.as_str(),
    };
    let listed = (case.facts.directory().newest(|facts| &facts.controllers).ok())
        .filter(|controllers| controllers.iter().any(|controller| estate::same_host(&controller.host, host)));
    let says_so = machine.as_ref().is_ok_and(|machine| machine.is_domain_controller);
    let mut finding = if says_so || listed.is_some() {
        match access_denied::newest(case) {
            Some((log, at)) => Finding::fail(msg!("sync-not-on-controller-denied", host = host, at = at))
                .relate("directory.sam-restriction")
                .from(log),
            None => Finding::warn(msg!("sync-not-on-controller-is-one", host = host)),
        }
    } else {
        match &machine {
            Err(why) => Finding::could_not_check(why.clone()),
            Ok(machine) if machine.host.trim().is_empty() => {
                Finding::could_not_check(Unavailable::Inconclusive { why: msg!("sync-not-on-controller-no-name") })
            }
            Ok(_) => Finding::pass(msg!("sync-not-on-controller-member", host = host)),
        }
    };
    if let Ok(machine) = machine {
        finding = finding.from(machine);
        if !machine.operating_system.is_empty() {
            finding = finding.with("evidence-sync-operating-system", machine.operating_system.as_str());
        }
    }
    match listed {
        Some(controllers) => finding.with("evidence-sync-listed-as-controller", host).from(controllers),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Given, given, minutes_ago, said};
    use super::*;
    use crate::facts::{
        directory::{DirectoryFacts, DomainController},
        events::{Event, EventFacts, EventLog},
        sync_server::{Machine, SyncServerFacts},
    };

    fn with(host: &str, is_domain_controller: bool) -> Given {
        let machine = Machine { host: host.into(), is_domain_controller, ..Machine::default() };
        given().sync_server(SyncServerFacts { machine: machine.into(), ..SyncServerFacts::default() })
    }

    fn controllers(host: &str) -> DirectoryFacts {
        let controller = DomainController { host: host.into(), ..DomainController::default() };
        DirectoryFacts { controllers: vec![controller].into(), ..DirectoryFacts::default() }
    }

    fn denied(host: &str) -> EventFacts {
        let event =
            Event { at: minutes_ago(60), provider: "ADSync".into(), id: 6329, message: "ERROR_ACCESS_DENIED".into() };
        let log = EventLog { host: host.into(), from: minutes_ago(999), until: minutes_ago(10), events: vec![event] };
        EventFacts { log: log.into() }
    }

    #[test]
    fn passes_on_a_member_server() {
        assert_eq!(said(&with("SYNC01", false).judge(&CHECK)), ("pass", "sync-not-on-controller-member"));
        let finding = with("SYNC01", false).directory(controllers("dc01.contoso.local")).events(denied("SYNC01"));
        assert_eq!(finding.judge(&CHECK).verdict.name(), "pass");
    }

    #[test]
    fn warns_on_a_controller() {
        assert_eq!(said(&with("SYNC01", true).judge(&CHECK)), ("warn", "sync-not-on-controller-is-one"));
        let listed = with("SYNC01", false).directory(controllers("sync01.contoso.local"));
        assert_eq!(said(&listed.judge(&CHECK)), ("warn", "sync-not-on-controller-is-one"));
        let only_listed = given().directory(controllers("sync01.contoso.local"));
        assert_eq!(said(&only_listed.judge(&CHECK)), ("warn", "sync-not-on-controller-is-one"));
        let other_log = with("SYNC01", true).events(denied("SYNC02"));
        assert_eq!(other_log.judge(&CHECK).verdict.name(), "warn");
    }

    #[test]
    fn fails_on_a_controller_with_access_denied() {
        let finding = with("SYNC01", true).events(denied("sync01.contoso.local")).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "sync-not-on-controller-denied"));
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let only_directory = given().directory(controllers("dc01.contoso.local")).judge(&CHECK);
        assert_eq!(said(&only_directory), ("could_not_check", "unavailable-not-looked-at"));
        assert_eq!(said(&with("", false).judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
    }
}
