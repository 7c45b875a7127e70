//! `directory.sam-restriction`: may the connector account call the SAM remotely?
//!
//! **Why.** The best hidden cause: all rights are right and a reset still ends with SSPR_0029, because hardening limits
//! who may call the SAM, or who may look up accounts through it.
//! **Passes** when `RestrictRemoteSam` is absent on the sync server, or its entries let the connector account in, and the
//! account holds List Contents, Read All Properties and Read Permissions on the samServer object of every domain.
//! **Warns** never.
//! **Fails** when the policy was found not to let the account in, or a right on a samServer object is lacking.
//! **Can't tell** when either was not read, or the policy's entries name only groups of which it is not known whether
//! the account is in them: the value that hardening guides ask for is such a one.
//! **Source.** *Troubleshoot error SSPR_0029*, 2022-08-17; *Access rights and permissions for password writeback*.

use super::{Case, Check, access_denied, connector_identity, sam_server::SamServers, sddl, server_view};
use crate::{
    facts::{Source, Unavailable},
    finding::{Finding, Verdict},
    msg,
};

pub const CHECK: Check =
    Check { id: "directory.sam-restriction", looks_at: &[Source::SyncServer, Source::Directory], judge };

fn judge(case: &Case<'_>) -> Finding {
    let policy = policy(case);
    match SamServers::of(case) {
        Ok(servers) => {
            let finding = match &servers.unknown {
                _ if policy.verdict == Verdict::Fail => policy,
                _ if !servers.lacking.is_empty() => {
                    Finding::fail(msg!("directory-sam-server-lacking", rights = servers.lacking.clone()))
                        .advise(msg!("directory-sam-server-restore"))
                        .relate("directory.connector-account")
                }
                Some(why) if policy.verdict == Verdict::Pass => Finding::could_not_check(why.clone()),
                _ => policy,
            };
            servers.shown_in(finding)
        }
        Err(why) if policy.verdict == Verdict::Pass => {
            Finding::could_not_check(why).advise(msg!("directory-sam-server-look"))
        }
        Err(_) => policy,
    }
}

/// What the policy on the sync server amounts to.
fn policy(case: &Case<'_>) -> Finding {
    let restriction = match server_view::newest(case, |facts| &facts.sam_restriction) {
        Ok(restriction) => restriction,
        Err(why) => return Finding::could_not_check(why),
    };
    let Some(value) = restriction.sddl.as_deref() else {
        let finding = Finding::pass(msg!("directory-sam-restriction-absent"));
        return with_denials(case, finding).from(restriction);
    };
    let identity = connector_identity::newest(case).ok();
    let shown = identity.as_ref().filter(|identity| identity.doubt.is_none()).is_some_and(|identity| {
        let mut sids: Vec<&str> = identity.account.groups.iter().map(|group| group.sid.as_str()).collect();
        sids.push(&identity.account.sid);
        let everybody = (case.reference.rights.principals.iter()).filter(|row| row.everyone_holds);
        sids.extend(everybody.filter_map(|row| row.sid.as_deref()));
        sddl::admits(value, &sids)
    });
    let finding = match restriction.allows_connector {
        Some(false) => Finding::fail(msg!("directory-sam-restriction-excludes", value = value))
            .advise(msg!("directory-sam-restriction-compliant"))
            .relate("directory.connector-account"),
        Some(true) => with_denials(case, Finding::pass(msg!("directory-sam-restriction-allows"))),
        None if shown => with_denials(case, Finding::pass(msg!("directory-sam-restriction-allows"))),
        None => {
            let why = msg!("directory-sam-restriction-unclear", value = value);
            Finding::could_not_check(Unavailable::Inconclusive { why })
                .advise(msg!("directory-sam-restriction-compliant"))
        }
    };
    let finding = finding.with("evidence-directory-restrict-remote-sam", value).from(restriction);
    match identity {
        Some(identity) => {
            let name = identity.account.name.as_str();
            finding.with("evidence-directory-connector-account", name).from(identity.account)
        }
        None => finding,
    }
}

/// Names the places that this value says nothing about, when the log speaks of access denied all the same.
fn with_denials(case: &Case<'_>, finding: Finding) -> Finding {
    match access_denied::newest(case) {
        Some((log, at)) => finding
            .with("evidence-directory-access-denied", at)
            .advise(msg!("directory-sam-restriction-elsewhere"))
            .from(log),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Given, given, minutes_ago, said};
    use super::*;
    use crate::facts::{
        Seen,
        directory::{ConnectorAccount, DirectoryFacts, Domain, Group, RightEffect, SamRight, SamRightSeen, SamServer},
        events::{Event, EventFacts, EventLog},
        sync_server::{SamRestriction, SyncServerFacts},
    };

    const COMPLIANT: &str = "O:BAG:BAD:(A;;RC;;;BA)";
    const WIDENED: &str = "O:BAG:BAD:(A;;RC;;;BA)(A;;RC;;;S-1-5-21-1-2-3-1105)";

    fn with(sddl: Option<&str>, allows_connector: Option<bool>) -> Given {
        let restriction = SamRestriction { sddl: sddl.map(str::to_owned), allows_connector };
        given().sync_server(SyncServerFacts { sam_restriction: restriction.into(), ..SyncServerFacts::default() })
    }

    fn held(right: SamRight) -> SamRightSeen {
        let to = r"NT AUTHORITY\Authenticated Users".to_owned();
        let at = "CN=Server,CN=System,DC=contoso,DC=local".to_owned();
        SamRightSeen { right, effect: RightEffect::Granted { to, at } }
    }

    fn account(by_evidence: bool) -> DirectoryFacts {
        let account = ConnectorAccount {
            name: r"CONTOSO\MSOL_1a2b".into(),
            sid: "S-1-5-21-1-2-3-1105".into(),
            by_evidence,
            groups: vec![Group { sid: "S-1-5-21-1-2-3-513".into(), name: "Domain Users".into() }],
        };
        let domain = "contoso.local".to_owned();
        let everybody = Group { sid: "S-1-5-11".into(), name: r"NT AUTHORITY\Authenticated Users".into() };
        let server = SamServer {
            domain: domain.clone(),
            rights: SamRight::ALL.map(held).to_vec(),
            compatible_access: vec![everybody].into(),
        };
        DirectoryFacts {
            connector_account: account.into(),
            domains: vec![Domain { dns_name: domain, ..Domain::default() }].into(),
            sam_servers: vec![server].into(),
            ..DirectoryFacts::default()
        }
    }

    #[test]
    fn passes_when_absent_or_wide_enough() {
        let absent = with(None, None).directory(account(true)).judge(&CHECK);
        assert_eq!(said(&absent), ("pass", "directory-sam-restriction-absent"));
        let said_so = with(Some(WIDENED), Some(true)).directory(account(true)).judge(&CHECK);
        assert_eq!(said(&said_so), ("pass", "directory-sam-restriction-allows"));
        let worked_out = with(Some(WIDENED), None).directory(account(true)).judge(&CHECK);
        assert_eq!(said(&worked_out), ("pass", "directory-sam-restriction-allows"));
    }

    #[test]
    fn fails_when_the_account_is_kept_out() {
        let finding = with(Some(COMPLIANT), Some(false)).directory(account(true)).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "directory-sam-restriction-excludes"));
    }

    /// Facts with the first right on the samServer object as it is said.
    fn with_first(effect: RightEffect) -> DirectoryFacts {
        let mut facts = account(true);
        if let Seen::Seen(servers) = &mut facts.sam_servers {
            servers[0].rights[0].effect = effect;
        }
        facts
    }

    #[test]
    fn a_right_that_lacks_on_the_old_way_fails_whatever_the_policy_says() {
        let denied = || RightEffect::Denied { to: "Everyone".into(), at: "CN=Server,CN=System,DC=x".into() };
        for effect in [RightEffect::NotGranted, denied()] {
            for policy in [with(None, None), with(Some(COMPLIANT), None), given()] {
                let finding = policy.directory(with_first(effect.clone())).judge(&CHECK);
                assert_eq!(said(&finding), ("fail", "directory-sam-server-lacking"));
                assert_eq!(finding.evidence.iter().filter(|row| row.label.id.ends_with("sam-server")).count(), 3);
            }
        }
        let both = with(Some(COMPLIANT), Some(false)).directory(with_first(denied())).judge(&CHECK);
        assert_eq!(said(&both), ("fail", "directory-sam-restriction-excludes"));
        // Of an account that is only guessed nothing is known.
        let guessed = DirectoryFacts { connector_account: account(false).connector_account, ..with_first(denied()) };
        let finding = with(None, None).directory(guessed).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
    }

    #[test]
    fn without_the_old_way_of_every_domain_nothing_passes() {
        let absent = |directory| said_of(&with(None, None).directory(directory).judge(&CHECK));
        fn said_of(finding: &Finding) -> (&'static str, String) {
            (finding.verdict.name(), finding.summary.id.clone())
        }
        let unclear = ("could_not_check", "unavailable-inconclusive".to_owned());
        assert_eq!(absent(with_first(RightEffect::Unreadable)), unclear);
        let perhaps = RightEffect::Undecided { to: "BUILTIN\\x".into(), at: "CN=Server".into() };
        assert_eq!(absent(with_first(perhaps)), unclear);
        let mut second = account(true);
        if let Seen::Seen(domains) = &mut second.domains {
            domains.push(Domain { dns_name: "emea.contoso.local".into(), ..Domain::default() });
        }
        assert_eq!(absent(second), unclear);
        let unread = DirectoryFacts { sam_servers: Seen::default(), ..account(true) };
        assert_eq!(absent(unread), ("could_not_check", "unavailable-not-looked-at".to_owned()));
    }

    #[test]
    fn what_was_not_seen_neither_passes_nor_fails() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        for given in [
            with(Some(COMPLIANT), None).directory(account(true)),
            with(Some(WIDENED), None),
            with(Some(WIDENED), None).directory(account(false)),
            with(Some(""), None).directory(account(true)),
        ] {
            assert_eq!(said(&given.judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
        }
        let refused = SyncServerFacts {
            sam_restriction: Seen::Missing(Unavailable::NotInEvidence { what: "RestrictRemoteSam".into() }),
            ..SyncServerFacts::default()
        };
        assert_eq!(
            said(&given().sync_server(refused).judge(&CHECK)),
            ("could_not_check", "unavailable-not-in-evidence")
        );
    }

    #[test]
    fn access_denied_in_the_log_points_elsewhere() {
        let denied = |minutes, message: &str| {
            let event =
                Event { at: minutes_ago(minutes), provider: "ADSync".into(), id: 6329, message: message.to_owned() };
            let log = EventLog {
                host: "SYNC01".into(),
                from: minutes_ago(9999),
                until: minutes_ago(10),
                events: vec![event],
            };
            let finding =
                with(None, None).directory(account(true)).events(EventFacts { log: log.into() }).judge(&CHECK);
            finding.advice.len()
        };
        assert_eq!(denied(30, "Failed to acquire user information. ERROR_ACCESS_DENIED"), 1);
        assert_eq!(denied(30, "All is well"), 0);
        assert_eq!(denied(3000, "ERROR_ACCESS_DENIED"), 0);
    }
}
