//! Audit entries about writeback and resets.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::record::Record;
use crate::{
    facts::{Unavailable, tenant::AuditEntry},
    reference::Events,
};

/// Entries are kept for up to 30 days; none older is asked for.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Newest first, those activities alone that the table knows.
pub(super) fn path(events: &Events, now: Timestamp) -> String {
    let since = (now.checked_sub(KEPT).unwrap_or(now)).strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let activities: Vec<String> = (events.audit.iter())
        .map(|row| format!("activityDisplayName eq '{}'", row.activity.replace('\'', "''")))
        .collect();
    let filter = format!("activityDateTime ge {since} and ({})", activities.join(" or "));
    format!(
        "/auditLogs/directoryAudits?$filter={}&$orderby=activityDateTime%20desc&$top=500&$select=\
         activityDateTime,activityDisplayName,result,resultReason,loggedByService,targetResources",
        super::accounts::segment(&filter)
    )
}

/// Reads `/auditLogs/directoryAudits`. A result that is not known counts as no success.
pub(super) fn read(body: &Value) -> Result<Vec<AuditEntry>, Unavailable> {
    let mut entries = Record::all(body, "directoryAudits")?
        .iter()
        .map(|entry| {
            // Entries about the directory itself have no target, or one without a name.
            let targets = entry.maybe_records("targetResources")?;
            let target = targets
                .iter()
                .find_map(|target| target.maybe_text("userPrincipalName").ok().flatten().filter(|upn| !upn.is_empty()));
            Ok(AuditEntry {
                at: entry.time("activityDateTime")?,
                activity: entry.text("activityDisplayName")?.to_owned(),
                success: entry.maybe_text("result")? == Some("success"),
                reason: entry.blank_text("resultReason")?,
                target: target.unwrap_or_default().to_owned(),
                service: entry.blank_text("loggedByService")?,
            })
        })
        .collect::<Result<Vec<_>, Unavailable>>()?;
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    Ok(entries)
}
