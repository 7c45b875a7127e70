//! Who the connector signs in as: the account that rights were looked up for, and whether it is known to be the one.
//! Rights of a guessed account prove nothing, neither when they are there nor when they are missing.

use super::{Case, server_view};
use crate::{
    facts::{
        Seen, Sighting, SourceFacts, Unavailable,
        directory::ConnectorAccount,
        sync_server::{Connector, ConnectorKind},
    },
    msg,
};

/// The connector account as far as it is known.
pub(super) struct Identity<'a> {
    /// The account.
    pub(super) account: Sighting<'a, ConnectorAccount>,
    /// Why it is not certain that the connector uses it.
    pub(super) doubt: Option<Unavailable>,
    /// The groups it is in that make it stronger than it needs to be.
    pub(super) privileged: Vec<&'a str>,
    /// Connectors of other forests, which this assessment does not look at.
    pub(super) other_connectors: Vec<&'a str>,
}

/// The newest account that was looked up.
pub(super) fn newest<'a>(case: &'a Case<'_>) -> Result<Identity<'a>, Unavailable> {
    let account = case.facts.directory().newest(|facts| &facts.connector_account)?;
    Ok(identity(case, account))
}

/// The account whose rights `rights` are: the one of the same look, for another look may have meant another account.
pub(super) fn of<'a, T>(case: &'a Case<'_>, rights: Sighting<'a, T>) -> Result<Identity<'a>, Unavailable> {
    if let SourceFacts::Directory(facts) = &rights.snapshot.what {
        match &facts.connector_account {
            Seen::Seen(value) => return Ok(identity(case, Sighting { value, snapshot: rights.snapshot })),
            Seen::Missing(Unavailable::NotLookedAt) => {}
            Seen::Missing(why) => return Err(why.clone()),
        }
    }
    newest(case)
}

fn identity<'a>(case: &'a Case<'_>, account: Sighting<'a, ConnectorAccount>) -> Identity<'a> {
    let configured = directory_connectors(case);
    let named: Vec<&str> = configured.iter().filter_map(|connector| connector.account.as_deref()).collect();
    let own =
        |connector: &Connector| connector.account.as_deref().is_some_and(|name| same_account(name, &account.name));
    let confirmed = named.iter().any(|name| same_account(name, &account.name));
    let known: &ConnectorAccount = account.value;
    let doubt = if logon_name(&known.name).is_empty() || !is_sid(&known.sid) {
        Some(msg!("connector-identity-incomplete"))
    } else if !confirmed && !named.is_empty() {
        Some(msg!("connector-identity-differs", account = &known.name, configured = named))
    } else if !confirmed && !known.by_evidence {
        Some(msg!("connector-identity-guessed", account = &known.name))
    } else {
        None
    };
    Identity {
        account,
        doubt: doubt.map(|why| Unavailable::Inconclusive { why }),
        privileged: (known.groups.iter())
            .filter(|group| case.reference.rights.principal(&group.sid).is_some_and(|known| known.privileged))
            .map(|group| group.name.as_str())
            .collect(),
        other_connectors: if configured.len() > 1 {
            configured.iter().filter(|connector| !own(connector)).map(|connector| connector.name.as_str()).collect()
        } else {
            Vec::new()
        },
    }
}

/// The connectors of the directory side, as far as the sync server told.
fn directory_connectors<'a>(case: &'a Case<'_>) -> Vec<&'a Connector> {
    server_view::newest(case, |facts| &facts.connectors)
        .map(|connectors| {
            connectors.value.iter().filter(|connector| connector.kind == ConnectorKind::Directory).collect()
        })
        .unwrap_or_default()
}

/// Whether two account names mean the same account: `CONTOSO\svc`, `contoso.local\svc`, `svc@contoso.local`, `svc`.
/// The domain is written in too many ways to be compared.
fn same_account(one: &str, other: &str) -> bool {
    !logon_name(one).is_empty() && logon_name(one).eq_ignore_ascii_case(logon_name(other))
}

fn logon_name(name: &str) -> &str {
    let name = name.rsplit('\\').next().unwrap_or_default();
    name.split('@').next().unwrap_or_default().trim()
}

/// Whether the text has the form of a security identifier.
pub(super) fn is_sid(text: &str) -> bool {
    let mut parts = text.split('-');
    parts.next().is_some_and(|head| head.eq_ignore_ascii_case("S"))
        && parts.clone().count() >= 3
        && parts.all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_recognised_in_each_way_of_writing_it() {
        for name in [r"CONTOSO\svc", r"contoso.local\SVC", "svc@contoso.local", "svc"] {
            assert!(same_account(name, r"CONTOSO\svc"), "{name}");
        }
        assert!(!same_account(r"CONTOSO\MSOL_1", r"CONTOSO\MSOL_2"));
        assert!(!same_account("", ""));
        assert!(!same_account(r"CONTOSO\", r"FABRIKAM\"));
    }

    #[test]
    fn only_security_identifiers_count_as_such() {
        assert!(is_sid("S-1-5-32-544"));
        assert!(is_sid("S-1-1-0"));
        for text in ["", "S-1-5", "S-1-5-x", "Domain Admins", "S-1-5-"] {
            assert!(!is_sid(text), "{text}");
        }
    }
}
