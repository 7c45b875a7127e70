//! Which look answers a question about the sync server: the newest that its own view gave, and only failing that the
//! newest from anywhere else, which must never close an item.

use super::Case;
use crate::facts::{
    Seen, Sighting, Unavailable, directory::DirectoryFacts, events::EventLog, sync_server::SyncServerFacts,
};

/// A fact of the sync server. Whoever uses it must end with [`Case::unless_elsewhere`].
pub(super) fn of_server<'a, T>(
    case: &'a Case<'_>,
    question: impl Fn(&'a SyncServerFacts) -> &'a Seen<T> + Copy,
) -> Result<Sighting<'a, T>, Unavailable> {
    match case.facts.sync_server().from(|vantage| case.closes(vantage)).newest(question) {
        Err(Unavailable::NotLookedAt) => case.facts.sync_server().newest(question),
        answer => answer,
    }
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
