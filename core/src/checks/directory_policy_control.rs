//! `directory.policy-control`: does every candidate domain controller offer the password policy control?
//!
//! **Why.** Writeback sets the password together with this LDAP control; a controller without it answers "The server
//! does not contain the LDAP password policy control", and which one is asked can change from day to day.
//! **Passes** when every writable controller lists the current or the deprecated control.
//! **Warns** never.
//! **Fails** when one answered and lists neither.
//! **Can't tell** when the list of controllers is empty or leaves a domain out, or a controller was not asked.
//! **Source.** *Troubleshoot self-service password reset writeback*, 2025-03-04.

use super::{Case, Check, estate};
use crate::{
    facts::{Source, Unavailable, directory::DomainController},
    finding::Finding,
    msg,
};

pub const CHECK: Check = Check { id: "directory.policy-control", looks_at: &[Source::Directory], judge };

fn judge(case: &Case<'_>) -> Finding {
    let listed = match case.facts.directory().newest(|facts| &facts.controllers) {
        Ok(listed) => listed,
        Err(why) => return Finding::could_not_check(why),
    };
    let mut without = Vec::new();
    let mut deprecated = Vec::new();
    let mut silent: Vec<(&str, Unavailable)> = Vec::new();
    let mut rows = Vec::new();
    // A read-only controller never takes a password, so what it offers does not matter.
    let candidates: Vec<&DomainController> = listed.value.iter().filter(|controller| controller.writable).collect();
    for controller in &candidates {
        let host = controller.host.as_str();
        match controller.supported_controls.as_result() {
            Err(why) => {
                silent.push((host, why.clone()));
                rows.push(msg!("directory-policy-control-not-seen", host = host, why = why.message()));
            }
            // Every controller lists some controls; an empty list was not the whole answer.
            Ok(controls) if controls.is_empty() => {
                let why = msg!("directory-policy-control-empty", host = host);
                rows.push(why.clone());
                silent.push((host, Unavailable::Inconclusive { why }));
            }
            Ok(controls) => match case.reference.rights.policy_control(controls) {
                Some(control) => {
                    if control.deprecated {
                        deprecated.push(host);
                    }
                    rows.push(msg!("directory-policy-control-has", host = host, control = &control.oid));
                }
                None => {
                    without.push(host);
                    rows.push(msg!("directory-policy-control-lacks", host = host));
                }
            },
        }
    }
    let mut finding = if !without.is_empty() {
        Finding::fail(msg!("directory-policy-control-missing", count = without.len(), hosts = without))
            .relate("directory.server-versions")
    } else if let Err(why) = estate::controllers(case) {
        Finding::could_not_check(why)
    } else if let Some((_, why)) = silent.first() {
        Finding::could_not_check(why.clone())
    } else if candidates.is_empty() {
        Finding::could_not_check(Unavailable::Inconclusive { why: msg!("directory-policy-control-no-candidate") })
    } else if deprecated.is_empty() {
        Finding::pass(msg!("directory-policy-control-offered", count = candidates.len()))
    } else {
        Finding::pass(msg!("directory-policy-control-deprecated", hosts = deprecated))
    };
    for row in rows {
        finding = finding.with("evidence-directory-policy-control", row);
    }
    finding.from(listed)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Given, given, said};
    use super::*;
    use crate::facts::{
        Seen,
        directory::{DirectoryFacts, Domain},
    };

    const CURRENT: &str = "1.2.840.113556.1.4.2239";
    const DEPRECATED: &str = "1.2.840.113556.1.4.2066";
    const OTHER: &str = "1.2.840.113556.1.4.319";

    fn controller(writable: bool, controls: Seen<Vec<String>>) -> DomainController {
        DomainController {
            host: "dc01.contoso.local".into(),
            domain: "contoso.local".into(),
            writable,
            supported_controls: controls,
            ..DomainController::default()
        }
    }

    fn lists(controls: &[&str]) -> DomainController {
        controller(true, controls.iter().map(|oid| (*oid).to_owned()).collect::<Vec<_>>().into())
    }

    fn with(controllers: Vec<DomainController>) -> Given {
        given().directory(DirectoryFacts {
            domains: vec![Domain { dns_name: "contoso.local".into(), ..Domain::default() }].into(),
            controllers: controllers.into(),
            ..DirectoryFacts::default()
        })
    }

    #[test]
    fn passes_with_either_control() {
        let finding = with(vec![lists(&[OTHER, CURRENT]), lists(&[CURRENT, DEPRECATED])]).judge(&CHECK);
        assert_eq!(said(&finding), ("pass", "directory-policy-control-offered"));
        let finding = with(vec![lists(&[CURRENT]), lists(&[DEPRECATED])]).judge(&CHECK);
        assert_eq!(said(&finding), ("pass", "directory-policy-control-deprecated"));
    }

    #[test]
    fn a_read_only_controller_is_no_candidate() {
        let read_only = controller(false, vec![OTHER.to_owned()].into());
        assert_eq!(with(vec![lists(&[CURRENT]), read_only]).judge(&CHECK).verdict.name(), "pass");
    }

    #[test]
    fn fails_when_one_controller_lacks_it_even_if_another_is_silent() {
        let silent = controller(true, Seen::Missing(Unavailable::Unreachable { target: "dc02".into() }));
        let finding = with(vec![silent, lists(&[CURRENT]), lists(&[OTHER])]).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "directory-policy-control-missing"));
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        assert_eq!(said(&with(vec![]).judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
        let silent = controller(true, Seen::Missing(Unavailable::Unreachable { target: "dc02".into() }));
        let finding = with(vec![lists(&[CURRENT]), silent]).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-unreachable"));
        let not_asked = controller(true, Seen::default());
        assert_eq!(with(vec![lists(&[CURRENT]), not_asked]).judge(&CHECK).verdict.name(), "could_not_check");
        assert_eq!(with(vec![lists(&[CURRENT]), lists(&[])]).judge(&CHECK).verdict.name(), "could_not_check");
        let read_only = controller(false, vec![CURRENT.to_owned()].into());
        assert_eq!(with(vec![read_only]).judge(&CHECK).verdict.name(), "could_not_check");
    }
}
