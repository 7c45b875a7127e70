//! What the sync server says of itself. A workstation that answers the same questions speaks of itself, so its answers
//! neither close nor fail an item; and with several servers the one that the subject names decides. What anybody can
//! see of the directory and the log is taken from the server first, and from elsewhere failing that.

use jiff::{SignedDuration, Timestamp};

use super::Case;
use crate::facts::{
    Seen, Sighting, Unavailable, directory::DirectoryFacts, events::EventLog, sync_server::SyncServerFacts,
};

/// Days after which the state of something that changes by itself is no longer believed.
const FRESH_DAYS: i64 = 7;

/// The newest answer of the sync server to a question about itself.
pub(super) fn newest<'a, T>(
    case: &'a Case<'_>,
    question: impl Fn(&'a SyncServerFacts) -> &'a Seen<T> + Copy,
) -> Result<Sighting<'a, T>, Unavailable> {
    match case.facts.sync_server().from(|vantage| case.closes(vantage)).newest(question) {
        Err(Unavailable::NotLookedAt) => match case.facts.sync_server().newest(question) {
            Ok(elsewhere) if !case.closes(elsewhere.vantage()) => {
                Err(Unavailable::OtherVantage { seen_from: elsewhere.vantage().clone() })
            }
            _ => Err(Unavailable::NotLookedAt),
        },
        answer => answer,
    }
}

/// The sighting, unless it is older than the item's `fresh_days`: a service that ran last month proves nothing today.
pub(super) fn fresh<'a, T>(case: &Case<'_>, sighting: Sighting<'a, T>) -> Result<Sighting<'a, T>, Unavailable> {
    let days = case.parameter("fresh_days", FRESH_DAYS).clamp(1, 366);
    if age(case.now, sighting.seen_at()) > SignedDuration::from_hours(days * 24) {
        return Err(Unavailable::TooOld { seen_at: sighting.seen_at() });
    }
    Ok(sighting)
}

fn age(now: Timestamp, seen_at: Timestamp) -> SignedDuration {
    now.duration_since(seen_at)
}

/// A fact of the directory, as the sync server sees it. Whoever uses it must end with [`Case::unless_elsewhere`].
pub(super) fn of_directory<'a, T>(
    case: &'a Case<'_>,
    question: impl Fn(&'a DirectoryFacts) -> &'a Seen<T> + Copy,
) -> Result<Sighting<'a, T>, Unavailable> {
    match case.facts.directory().from(|vantage| case.closes(vantage)).newest(question) {
        Err(Unavailable::NotLookedAt) => case.facts.directory().newest(question),
        answer => answer,
    }
}

/// The sync server's event log. Whoever uses it must end with [`Case::unless_elsewhere`].
pub(super) fn of_log<'a>(case: &'a Case<'_>) -> Result<Sighting<'a, EventLog>, Unavailable> {
    match case.facts.events().from(|vantage| case.closes(vantage)).newest(|facts| &facts.log) {
        Err(Unavailable::NotLookedAt) => case.facts.events().newest(|facts| &facts.log),
        answer => answer,
    }
}
