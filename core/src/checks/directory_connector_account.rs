//! `directory.connector-account`: is the connector account known, and no stronger than it needs to be?
//!
//! **Why.** All rights belong to one account. Guessing it by its name judges the wrong one, and an account in Domain
//! Admins makes tests green while it hides the real fault.
//! **Passes** when the account is known from the connector's own configuration and is in no privileged group.
//! **Warns** when it is in one, or when the rights were looked up for another account than the connector uses.
//! **Fails** never.
//! **Can't tell** when the account is unknown or only guessed, or its groups could not be read: every account is in
//! one.
//! **Source.** *Configure AD DS connector account permissions*, 2024-12-05.

use super::{Case, Check, connector_identity};
use crate::{
    facts::{Source, Unavailable},
    finding::Finding,
    msg,
};

pub const CHECK: Check =
    Check { id: "directory.connector-account", looks_at: &[Source::SyncServer, Source::Directory], judge };

fn judge(case: &Case<'_>) -> Finding {
    let identity = match connector_identity::newest(case) {
        Ok(identity) => identity,
        Err(why) => return Finding::could_not_check(why),
    };
    let account = identity.account;
    let inconclusive = |why| Finding::could_not_check(Unavailable::Inconclusive { why });
    let mut finding = if !identity.privileged.is_empty() {
        let groups = identity.privileged.clone();
        Finding::warn(msg!("directory-connector-account-privileged", account = &account.name, groups = groups))
            .advise(msg!("directory-connector-account-masks"))
            .relate("directory.connector-rights")
    } else if let Some(Unavailable::Inconclusive { why }) =
        identity.doubt.as_ref().filter(|why| is(why, "connector-identity-differs"))
    {
        Finding::warn(why.clone()).advise(msg!("directory-connector-account-look-again"))
    } else if let Some(why) = identity.doubt {
        Finding::could_not_check(why).advise(msg!("directory-connector-account-by-evidence"))
    } else if account.groups.is_empty() || account.groups.iter().any(|group| !connector_identity::is_sid(&group.sid)) {
        inconclusive(msg!("directory-connector-account-groups-unread", account = &account.name))
    } else {
        Finding::pass(msg!("directory-connector-account-known", account = &account.name))
    };
    if !identity.other_connectors.is_empty() {
        finding = finding.advise(msg!("connector-identity-other-forests", connectors = identity.other_connectors));
    }
    let groups: Vec<&str> = account.groups.iter().map(|group| group.name.as_str()).collect();
    finding = finding
        .with("evidence-directory-connector-account", account.name.as_str())
        .with("evidence-directory-connector-sid", account.sid.as_str());
    if !groups.is_empty() {
        finding = finding.with("evidence-directory-connector-groups", groups);
    }
    finding.from(account)
}

fn is(why: &Unavailable, id: &str) -> bool {
    matches!(why, Unavailable::Inconclusive { why } if why.id == id)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Given, given, said};
    use super::*;
    use crate::facts::{
        Seen,
        directory::{ConnectorAccount, DirectoryFacts, Group},
        sync_server::{Connector, ConnectorKind, SyncServerFacts},
    };

    fn account(groups: &[(&str, &str)]) -> ConnectorAccount {
        ConnectorAccount {
            name: r"CONTOSO\MSOL_1a2b".into(),
            sid: "S-1-5-21-1-2-3-1105".into(),
            by_evidence: true,
            groups: groups.iter().map(|(sid, name)| Group { sid: (*sid).into(), name: (*name).into() }).collect(),
        }
    }

    fn plain() -> ConnectorAccount {
        account(&[("S-1-5-21-1-2-3-513", "Domain Users")])
    }

    fn with(account: ConnectorAccount) -> Given {
        given().directory(DirectoryFacts { connector_account: account.into(), ..DirectoryFacts::default() })
    }

    fn connector(name: &str, account: &str) -> Connector {
        Connector {
            name: name.into(),
            kind: ConnectorKind::Directory,
            account: Some(account.into()),
            sign_and_seal: None,
            only_preferred: None,
            preferred_controllers: vec![],
        }
    }

    fn server(connectors: Vec<Connector>) -> SyncServerFacts {
        SyncServerFacts { connectors: connectors.into(), ..SyncServerFacts::default() }
    }

    #[test]
    fn passes_when_known_by_evidence_and_ordinary() {
        assert_eq!(said(&with(plain()).judge(&CHECK)), ("pass", "directory-connector-account-known"));
        let confirmed_by_server = with(ConnectorAccount { by_evidence: false, ..plain() })
            .sync_server(server(vec![connector("contoso.local", "MSOL_1A2B")]));
        assert_eq!(confirmed_by_server.judge(&CHECK).verdict.name(), "pass");
    }

    #[test]
    fn other_forests_are_named() {
        let finding = with(plain())
            .sync_server(server(vec![connector("a", r"CONTOSO\MSOL_1a2b"), connector("b", r"FAB\svc")]))
            .judge(&CHECK);
        assert_eq!(finding.advice[0].id, "connector-identity-other-forests");
    }

    #[test]
    fn warns_for_each_privileged_group() {
        for sid in ["S-1-5-21-1-2-3-512", "S-1-5-21-1-2-3-519", "S-1-5-32-544"] {
            let finding = with(account(&[(sid, "Admins")])).judge(&CHECK);
            assert_eq!(said(&finding), ("warn", "directory-connector-account-privileged"), "{sid}");
        }
        let guessed = ConnectorAccount { by_evidence: false, ..account(&[("S-1-5-32-544", "Administrators")]) };
        assert_eq!(with(guessed).judge(&CHECK).verdict.name(), "warn");
    }

    #[test]
    fn warns_when_the_connector_uses_another_account() {
        let finding = with(plain()).sync_server(server(vec![connector("a", r"CONTOSO\svc-sync")])).judge(&CHECK);
        assert_eq!(said(&finding), ("warn", "connector-identity-differs"));
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let mut strange = plain();
        strange.groups[0].sid = "Domain Users".into();
        for unknown in [
            ConnectorAccount { by_evidence: false, ..plain() },
            ConnectorAccount { name: String::new(), ..plain() },
            ConnectorAccount { sid: "?".into(), ..plain() },
            account(&[]),
            strange,
            ConnectorAccount::default(),
        ] {
            assert_eq!(said(&with(unknown).judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
        }
        let refused = DirectoryFacts {
            connector_account: Seen::Missing(Unavailable::NotConfigured { what: "forest".into() }),
            ..DirectoryFacts::default()
        };
        assert_eq!(said(&given().directory(refused).judge(&CHECK)), ("could_not_check", "unavailable-not-configured"));
    }
}
