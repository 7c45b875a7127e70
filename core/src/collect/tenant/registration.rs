//! The test user's registration for self-service reset.

use serde_json::Value;

use super::record::Record;
use crate::facts::{Unavailable, tenant::ResetRegistration};

pub(super) const SELECT: &str =
    "id,userPrincipalName,isSsprEnabled,isSsprRegistered,isSsprCapable,isAdmin,methodsRegistered";

pub(super) fn path(id: &str) -> String {
    format!("/reports/authenticationMethods/userRegistrationDetails/{}?$select={SELECT}", super::accounts::segment(id))
}

/// Reads a row of `userRegistrationDetails`, and whose it is.
pub(super) fn read(body: &Value) -> Result<(String, ResetRegistration), Unavailable> {
    let row = Record::new(body, "userRegistrationDetails")?;
    let registration = ResetRegistration {
        enabled: row.flag("isSsprEnabled")?,
        registered: row.flag("isSsprRegistered")?,
        capable: row.flag("isSsprCapable")?,
        is_admin: row.flag("isAdmin")?,
        methods: row.texts("methodsRegistered")?,
    };
    Ok((row.text("id")?.to_lowercase(), registration))
}
