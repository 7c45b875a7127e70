//! `directory.connector-rights`: does the connector account hold the writeback rights in every domain?
//!
//! **Why.** Missing rights are among the commonest causes, and a domain that was added later is easily forgotten.
//! **Passes** when every domain's root gives all four rights to the account, to a group it is in, or to everybody.
//! **Warns** when they are there, and the account is in an administrators' group, so that they may be there for that
//! reason only.
//! **Fails** when a right is not granted, is denied, or inheritance stops it; names right, domain and account, and
//! gives the command. Change Password is not among the rights: the sources disagree, so it is never held against
//! anybody.
//! **Can't tell** when a descriptor or a domain was not read, or the account is only guessed.
//! **Source.** *Tutorial: Enable self-service password reset writeback*, 2023-09-13.

use super::{
    Case, Check, connector_identity, estate,
    right_effects::{self, Standing},
};
use crate::{
    Message,
    facts::{
        Source, Unavailable,
        directory::{DomainRights, Right, RightEffect},
    },
    finding::Finding,
    msg,
};

pub const CHECK: Check =
    Check { id: "directory.connector-rights", looks_at: &[Source::Directory, Source::SyncServer], judge };

fn judge(case: &Case<'_>) -> Finding {
    let domains = match case.facts.directory().newest(|facts| &facts.domain_rights) {
        Ok(domains) => domains,
        Err(why) => return Finding::could_not_check(why),
    };
    let identity = match connector_identity::of(case, domains) {
        Ok(identity) => identity,
        Err(why) => return Finding::could_not_check(why).from(domains),
    };
    let account = identity.account.name.as_str();
    let mut lacking = Vec::new();
    let mut denied = false;
    let mut unread = Vec::new();
    let mut commands = Vec::new();
    let mut rows = Vec::new();
    for domain in domains.iter() {
        for right in Right::ALL {
            let effect = right_effects::deciding(&domain.rights, right);
            let place = msg!("directory-right-in", right = Message::new(right.message_id()), domain = &domain.domain);
            match right_effects::standing(effect) {
                Standing::Held => {}
                Standing::Unknown => unread.push(place),
                Standing::Lacking => {
                    lacking.push(place);
                    denied |= matches!(effect, Some(RightEffect::Denied { .. }));
                    if matches!(effect, Some(RightEffect::NotGranted)) {
                        commands.extend(command(right, &domain.domain, account));
                    }
                }
            }
            let told = right_effects::told(Message::new(right.message_id()), effect);
            rows.push(msg!("directory-right-walk", domain = &domain.domain, walk = told));
        }
    }
    let mut finding = if let Some(doubt) = identity.doubt {
        Finding::could_not_check(doubt).relate("directory.connector-account")
    } else if !lacking.is_empty() {
        let mut finding =
            Finding::fail(msg!("directory-connector-rights-lacking", account = account, rights = lacking));
        for command in commands {
            finding = finding.advise(msg!("directory-connector-rights-grant", command = command));
        }
        if denied {
            finding = finding.advise(msg!("directory-connector-rights-denied"));
        }
        finding.advise(msg!("directory-connector-rights-wording"))
    } else if let Some(why) = uncovered(case, &domains) {
        Finding::could_not_check(why)
    } else if !unread.is_empty() {
        let why = msg!("directory-connector-rights-unread", account = account, rights = unread);
        Finding::could_not_check(Unavailable::Inconclusive { why })
    } else if !identity.privileged.is_empty() {
        let groups = identity.privileged.clone();
        Finding::warn(msg!("directory-connector-rights-by-privilege", account = account, groups = groups))
            .relate("directory.connector-account")
    } else {
        Finding::pass(msg!("directory-connector-rights-held", account = account, count = domains.len()))
    };
    if !identity.other_connectors.is_empty() {
        finding = finding.advise(msg!("connector-identity-other-forests", connectors = identity.other_connectors));
    }
    finding = finding.with("evidence-directory-connector-account", account);
    for row in rows {
        finding = finding.with("evidence-directory-connector-right", row);
    }
    finding.from(domains).from(identity.account)
}

/// Why it is not known that the rights of every domain were read.
fn uncovered(case: &Case<'_>, rights: &[DomainRights]) -> Option<Unavailable> {
    let domains = match estate::domains(case) {
        Ok(domains) => domains,
        Err(why) => return Some(why),
    };
    let without = estate::uncovered(&domains, |name| rights.iter().any(|seen| estate::same_name(&seen.domain, name)));
    let why = msg!("directory-connector-rights-domain-unread", domains = without.clone());
    (!without.is_empty()).then_some(Unavailable::Inconclusive { why })
}

/// The command that grants a right at the root of a domain. None when a name holds anything that a shell could take
/// for more than a name: evidence comes from other machines, and people paste what they are shown.
fn command(right: Right, domain: &str, account: &str) -> Option<String> {
    let plain = |text: &str, also: &str| {
        !text.is_empty() && text.chars().all(|one| one.is_alphanumeric() || also.contains(one))
    };
    if !plain(domain, ".-") || !plain(account, r"\-_.") {
        return None;
    }
    let root = domain.split('.').map(|part| format!("DC={part}")).collect::<Vec<_>>().join(",");
    let (inherit, what) = match right {
        Right::ResetPassword => (" /I:S", "CA;Reset Password;user"),
        Right::WriteLockoutTime => (" /I:S", "WP;lockoutTime;user"),
        Right::WritePwdLastSet => (" /I:S", "WP;pwdLastSet;user"),
        Right::UnexpirePassword => ("", "CA;Unexpire Password"),
    };
    Some(format!("dsacls \"{root}\"{inherit} /G \"{account}:{what}\""))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Given, given, said};
    use super::*;
    use crate::facts::{
        Seen,
        directory::{ConnectorAccount, DirectoryFacts, Domain, Group, RightSeen},
        sync_server::{Connector, ConnectorKind, SyncServerFacts},
    };

    fn granted() -> RightEffect {
        RightEffect::Granted { to: r"CONTOSO\MSOL_1a2b".into(), at: "DC=contoso,DC=local".into() }
    }

    fn rights(change: Option<(Right, RightEffect)>) -> Vec<RightSeen> {
        let effect = |right| match &change {
            Some((changed, effect)) if *changed == right => effect.clone(),
            _ => granted(),
        };
        Right::ALL.into_iter().map(|right| RightSeen { right, effect: effect(right) }).collect()
    }

    fn account() -> ConnectorAccount {
        ConnectorAccount {
            name: r"CONTOSO\MSOL_1a2b".into(),
            sid: "S-1-5-21-1-2-3-1105".into(),
            by_evidence: true,
            groups: vec![Group { sid: "S-1-5-21-1-2-3-513".into(), name: "Domain Users".into() }],
        }
    }

    fn facts(rights: Vec<RightSeen>) -> DirectoryFacts {
        DirectoryFacts {
            domains: vec![Domain { dns_name: "contoso.local".into(), ..Domain::default() }].into(),
            domain_rights: vec![DomainRights { domain: "contoso.local".into(), rights }].into(),
            connector_account: account().into(),
            ..DirectoryFacts::default()
        }
    }

    fn with(rights: Vec<RightSeen>) -> Given {
        given().directory(facts(rights))
    }

    fn changed(change: impl FnOnce(&mut DirectoryFacts)) -> Finding {
        let mut facts = facts(rights(None));
        change(&mut facts);
        given().directory(facts).judge(&CHECK)
    }

    #[test]
    fn passes_when_every_right_is_granted_in_every_domain() {
        assert_eq!(said(&with(rights(None)).judge(&CHECK)), ("pass", "directory-connector-rights-held"));
        let by_everybody = RightEffect::Granted { to: "Authenticated Users".into(), at: "DC=contoso,DC=local".into() };
        let finding = with(rights(Some((Right::UnexpirePassword, by_everybody)))).judge(&CHECK);
        assert_eq!(finding.verdict.name(), "pass");
    }

    #[test]
    fn warns_when_the_account_is_an_administrator() {
        let finding = changed(|facts| {
            let mut account = account();
            account.groups.push(Group { sid: "S-1-5-21-1-2-3-512".into(), name: "Domain Admins".into() });
            facts.connector_account = account.into();
        });
        assert_eq!(said(&finding), ("warn", "directory-connector-rights-by-privilege"));
    }

    #[test]
    fn each_right_that_is_lacking_fails_with_its_command() {
        for (right, command) in [
            (
                Right::ResetPassword,
                r#"dsacls "DC=contoso,DC=local" /I:S /G "CONTOSO\MSOL_1a2b:CA;Reset Password;user""#,
            ),
            (
                Right::WriteLockoutTime,
                r#"dsacls "DC=contoso,DC=local" /I:S /G "CONTOSO\MSOL_1a2b:WP;lockoutTime;user""#,
            ),
            (Right::WritePwdLastSet, r#"dsacls "DC=contoso,DC=local" /I:S /G "CONTOSO\MSOL_1a2b:WP;pwdLastSet;user""#),
            (Right::UnexpirePassword, r#"dsacls "DC=contoso,DC=local" /G "CONTOSO\MSOL_1a2b:CA;Unexpire Password""#),
        ] {
            let finding = with(rights(Some((right, RightEffect::NotGranted)))).judge(&CHECK);
            assert_eq!(said(&finding), ("fail", "directory-connector-rights-lacking"), "{right:?}");
            assert_eq!(finding.advice[0], msg!("directory-connector-rights-grant", command = command));
        }
    }

    #[test]
    fn a_denial_and_a_stop_fail_without_a_command() {
        let denied = RightEffect::Denied { to: "Everyone".into(), at: "DC=contoso,DC=local".into() };
        let stopped = RightEffect::InheritanceStops { at: "OU=x".into() };
        for (effect, advice) in
            [(denied, "directory-connector-rights-denied"), (stopped, "directory-connector-rights-wording")]
        {
            let finding = with(rights(Some((Right::ResetPassword, effect)))).judge(&CHECK);
            assert_eq!(said(&finding), ("fail", "directory-connector-rights-lacking"));
            assert_eq!(finding.advice[0].id, advice);
        }
    }

    #[test]
    fn no_command_is_made_of_names_that_are_more_than_names() {
        for name in [r#"CONTOSO\x" & calc"#, r"CONTOSO\x$(calc)", "CONTOSO\\x`", "", "a;b"] {
            assert_eq!(command(Right::ResetPassword, "contoso.local", name), None, "{name}");
            assert_eq!(command(Right::ResetPassword, name, "svc"), None, "{name}");
        }
    }

    #[test]
    fn rights_of_a_guessed_account_neither_pass_nor_fail() {
        for effect in [None, Some((Right::ResetPassword, RightEffect::NotGranted))] {
            let mut facts = facts(rights(effect));
            facts.connector_account = ConnectorAccount { by_evidence: false, ..account() }.into();
            let finding = given().directory(facts).judge(&CHECK);
            assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        }
        let connector = Connector {
            name: "contoso.local".into(),
            kind: ConnectorKind::Directory,
            account: Some(r"CONTOSO\svc".into()),
            sign_and_seal: None,
            only_preferred: None,
            preferred_controllers: vec![],
        };
        let server = SyncServerFacts { connectors: vec![connector].into(), ..SyncServerFacts::default() };
        let other = with(rights(None)).sync_server(server).judge(&CHECK);
        assert_eq!(said(&other), ("could_not_check", "unavailable-inconclusive"));
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let no_account = changed(|facts| facts.connector_account = Seen::Missing(Unavailable::NotSignedIn));
        assert_eq!(said(&no_account), ("could_not_check", "unavailable-not-signed-in"));
        assert_eq!(with(vec![]).judge(&CHECK).verdict.name(), "could_not_check");
        for right in Right::ALL {
            let finding = with(rights(Some((right, RightEffect::Unreadable)))).judge(&CHECK);
            assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"), "{right:?}");
            let finding = with(rights(None).into_iter().filter(|seen| seen.right != right).collect()).judge(&CHECK);
            assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"), "{right:?}");
        }
        let no_domain = changed(|facts| facts.domain_rights = vec![].into());
        assert_eq!(said(&no_domain), ("could_not_check", "unavailable-inconclusive"));
        let domains_unknown = changed(|facts| facts.domains = Seen::default());
        assert_eq!(said(&domains_unknown), ("could_not_check", "unavailable-not-looked-at"));
        let second_domain = changed(|facts| {
            let Seen::Seen(domains) = &mut facts.domains else { unreachable!() };
            domains.push(Domain { dns_name: "child.contoso.local".into(), ..Domain::default() });
        });
        assert_eq!(said(&second_domain), ("could_not_check", "unavailable-inconclusive"));
    }
}
