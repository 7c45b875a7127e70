//! Synchronisation features and the health of the service: shown, never judged.

use serde_json::Value;

use super::record::{Record, malformed};
use crate::facts::{
    Unavailable,
    tenant::{Features, ServiceHealth},
};

pub(super) const FEATURES: &str = "/directory/onPremisesSynchronization?$select=id,features";

pub(super) const HEALTH: &str = "/admin/serviceAnnouncement/healthOverviews?$select=id,service,status";

/// Reads `/directory/onPremisesSynchronization`.
pub(super) fn read(body: &Value) -> Result<Features, Unavailable> {
    let rows = Record::all(body, "onPremisesSynchronization")?;
    let [row] = rows.as_slice() else { return Err(malformed("onPremisesSynchronization", "value")) };
    let Some(features) = row.maybe_record("features")? else {
        return Err(malformed("onPremisesSynchronization", "features"));
    };
    Ok(Features {
        password_writeback_enabled: features.maybe_flag("passwordWritebackEnabled")?,
        password_sync_enabled: features.maybe_flag("passwordSyncEnabled")?,
        force_change_enabled: features.maybe_flag("userForcePasswordChangeOnLogonEnabled")?,
    })
}

/// Reads `/admin/serviceAnnouncement/healthOverviews`.
pub(super) fn health(body: &Value) -> Result<Vec<ServiceHealth>, Unavailable> {
    Record::all(body, "healthOverviews")?
        .iter()
        .map(|row| Ok(ServiceHealth { service: row.text("service")?.to_owned(), status: row.blank_text("status")? }))
        .collect()
}
