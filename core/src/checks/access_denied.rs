//! Whether the sync server's event log speaks of access denied, which makes a risk a fault.

use jiff::{SignedDuration, Timestamp};

use super::{Case, estate::same_host};
use crate::facts::{Sighting, events::EventLog};

/// The key of the code in the table of events.
const CODE: &str = "80070005";
/// How far back from the end of the log an event still counts.
const RECENT: SignedDuration = SignedDuration::from_hours(48);

/// The newest event within the last 48 hours of the log that was refused with "access denied", with the log.
pub(super) fn newest<'a>(case: &'a Case<'_>) -> Option<(Sighting<'a, EventLog>, Timestamp)> {
    let log = case.facts.events().newest(|facts| &facts.log).ok()?;
    let server = &case.subject.sync_server;
    if !server.is_empty() && !log.host.is_empty() && !same_host(&log.host, server) {
        return None;
    }
    let code = case.reference.events.code(CODE)?;
    let at = (log.events.iter())
        .filter(|event| log.until.duration_since(event.at) <= RECENT && code.is_in(&event.message))
        .map(|event| event.at)
        .max()?;
    Some((log, at))
}
