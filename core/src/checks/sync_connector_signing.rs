//! `sync.connector-signing`: does the connector sign and encrypt its LDAP traffic?
//!
//! **Why.** Active Directory sets a password only over an encrypted connection; otherwise a reset ends with 8023062C
//! while imports go on.
//! **Passes** when "Sign and Encrypt LDAP Traffic" is on in all places of every directory connector.
//! **Warns** when it is off somewhere.
//! **Fails** never.
//! **Can't tell** when there is no directory connector in the list, or the setting of one is unknown.
//! **Source.** *Troubleshoot error code 8023062C*, 2022-02-11.

use super::{Case, Check, server_view};
use crate::{
    facts::{
        Source, Unavailable,
        sync_server::{Connector, ConnectorKind},
    },
    finding::Finding,
    msg,
};

pub const CHECK: Check = Check { id: "sync.connector-signing", looks_at: &[Source::SyncServer], judge };

fn judge(case: &Case<'_>) -> Finding {
    let connectors = match server_view::newest(case, |facts| &facts.connectors) {
        Ok(connectors) => connectors,
        Err(why) => return Finding::could_not_check(why),
    };
    let inconclusive = |why| Finding::could_not_check(Unavailable::Inconclusive { why });
    let own: Vec<&Connector> =
        connectors.value.iter().filter(|connector| connector.kind == ConnectorKind::Directory).collect();
    let set_to = |wanted| -> Vec<&str> {
        own.iter().filter(|one| one.sign_and_seal == wanted).map(|one| one.name.as_str()).collect()
    };
    let (off, unknown) = (set_to(Some(false)), set_to(None));
    let mut finding = if own.is_empty() {
        inconclusive(msg!("sync-connectors-no-directory"))
    } else if !off.is_empty() {
        Finding::warn(msg!("sync-connector-signing-off", connectors = off))
    } else if !unknown.is_empty() {
        inconclusive(msg!("sync-connector-signing-unknown", connectors = unknown))
    } else {
        Finding::pass(msg!("sync-connector-signing-on", count = own.len()))
    };
    for connector in own {
        let state = match connector.sign_and_seal {
            Some(true) => "sync-state-on",
            Some(false) => "sync-state-off",
            None => "sync-state-unknown",
        };
        let value = msg!("sync-connector-state", connector = &connector.name, state = msg!(state));
        finding = finding.with("evidence-sync-signing", value);
    }
    finding.from(connectors)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, said};
    use super::*;
    use crate::facts::{Seen, sync_server::SyncServerFacts};

    fn judged(settings: &[(ConnectorKind, Option<bool>)]) -> Finding {
        let connectors: Vec<_> = settings
            .iter()
            .map(|(kind, sign_and_seal)| Connector {
                name: "contoso.local".into(),
                kind: *kind,
                account: None,
                sign_and_seal: *sign_and_seal,
                only_preferred: None,
                preferred_controllers: vec![],
            })
            .collect();
        given()
            .sync_server(SyncServerFacts { connectors: connectors.into(), ..SyncServerFacts::default() })
            .judge(&CHECK)
    }

    const AD: ConnectorKind = ConnectorKind::Directory;

    #[test]
    fn passes_when_every_directory_connector_signs() {
        let finding = judged(&[(AD, Some(true)), (AD, Some(true)), (ConnectorKind::Entra, None)]);
        assert_eq!(said(&finding), ("pass", "sync-connector-signing-on"));
    }

    #[test]
    fn warns_when_one_does_not() {
        let finding = judged(&[(AD, Some(true)), (AD, Some(false)), (AD, None)]);
        assert_eq!(said(&finding), ("warn", "sync-connector-signing-off"));
    }

    #[test]
    fn what_was_not_seen_does_not_pass() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        assert_eq!(said(&judged(&[])), ("could_not_check", "unavailable-inconclusive"));
        let only_entra = judged(&[(ConnectorKind::Entra, Some(true))]);
        assert_eq!(said(&only_entra), ("could_not_check", "unavailable-inconclusive"));
        assert_eq!(said(&judged(&[(AD, Some(true)), (AD, None)])), ("could_not_check", "unavailable-inconclusive"));
        let missing = SyncServerFacts { connectors: Seen::Missing(Unavailable::NotSignedIn), ..Default::default() };
        assert_eq!(said(&given().sync_server(missing).judge(&CHECK)), ("could_not_check", "unavailable-not-signed-in"));
    }
}
