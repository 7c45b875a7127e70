//! Event logs as the tests of the event checks need them: exported ten minutes ago, reaching back three days.

use super::testing::minutes_ago;
use crate::facts::events::{Event, EventFacts, EventLog};

fn event(minutes: i64, provider: &str, id: u32, message: &str) -> Event {
    Event { at: minutes_ago(minutes), provider: provider.into(), id, message: message.into() }
}

/// An event of the writeback service, some minutes ago.
pub(super) fn writeback(minutes: i64, id: u32) -> Event {
    event(minutes, "PasswordResetService", id, "")
}

/// The same with a text.
pub(super) fn writeback_says(minutes: i64, id: u32, message: &str) -> Event {
    event(minutes, "PasswordResetService", id, message)
}

/// An event of the synchronisation engine.
pub(super) fn adsync(minutes: i64, id: u32) -> Event {
    event(minutes, "ADSync", id, "")
}

/// The same with a text.
pub(super) fn adsync_says(minutes: i64, id: u32, message: &str) -> Event {
    event(minutes, "ADSync", id, message)
}

/// A log with these events.
pub(super) fn log(events: Vec<Event>) -> EventFacts {
    log_until(10, events)
}

/// A log that was exported some minutes ago.
pub(super) fn log_until(minutes: i64, events: Vec<Event>) -> EventFacts {
    let (from, until) = (minutes_ago(minutes + 3 * 24 * 60), minutes_ago(minutes));
    EventFacts { log: EventLog { host: "SYNC01".into(), from, until, events }.into() }
}
