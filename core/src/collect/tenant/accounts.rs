//! The two accounts: where they come from, whether they are enabled, how they sign in.

use serde_json::Value;

use super::{organization::Domains, record::Record};
use crate::facts::{Unavailable, tenant::Account};

/// An account with what later questions need of it.
pub(super) struct Known {
    /// Object id.
    pub(super) id: String,
    pub(super) account: Account,
}

/// A text as one segment of a path.
pub(super) fn segment(text: &str) -> String {
    // A query pair is encoded more strictly than a path needs, and a plus sign would be read as itself in a path.
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

pub(super) fn path(upn: &str) -> String {
    format!(
        "/users/{}?$select=id,userPrincipalName,userType,accountEnabled,onPremisesSyncEnabled,\
         onPremisesImmutableId,onPremisesSecurityIdentifier,onPremisesDistinguishedName",
        segment(upn)
    )
}

/// Reads `/users/{id}`. Without domains it is not known how the account signs in.
pub(super) fn known(body: &Value, domains: Option<&Domains>) -> Result<Known, Unavailable> {
    let user = Record::new(body, "users")?;
    let upn = user.text("userPrincipalName")?;
    let external = upn.to_uppercase().contains("#EXT#");
    let guest = match user.maybe_text("userType")? {
        Some("Member") => external,
        Some("Guest") => true,
        // Accounts from before the property existed have none.
        None => external,
        Some(_) => return Err(user.odd("userType")),
    };
    let synced = user.maybe_flag("onPremisesSyncEnabled")?;
    // Who was synchronised once and is no more was not created in the cloud. Whether the source of authority was moved
    // would take a permission to write.
    let from_directory = synced == Some(false)
        || user.maybe_text("onPremisesSecurityIdentifier")?.is_some()
        || user.maybe_text("onPremisesDistinguishedName")?.is_some();
    let synchronised = synced == Some(true);
    let federated = domains.and_then(|domains| domains.federated(upn));
    Ok(Known {
        id: user.text("id")?.to_owned(),
        account: Account {
            upn: upn.to_owned(),
            enabled: user.flag("accountEnabled")?,
            synchronised,
            cloud_managed: from_directory && !synchronised,
            federated: federated.unwrap_or(false),
            federation_unknown: federated.is_none(),
            guest,
        },
    })
}
