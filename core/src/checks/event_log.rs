//! The event log as checks read it: in order of time, each event beside its row of the reference table, and refused
//! when its clock cannot be right.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::{Case, server_view};
use crate::{
    Message,
    facts::{
        CLOCK_TOLERANCE, Sighting, Unavailable,
        events::{Event, EventLog},
    },
    msg, reference,
    reference::{EventKind, Operation, Severity},
};

/// The event log of the sync server.
pub(super) struct Log<'a> {
    /// Where the log was seen.
    pub(super) sighting: Sighting<'a, EventLog>,
    /// The events, oldest first.
    pub(super) entries: Vec<Entry<'a>>,
    /// For each of them the names of the user it is about, in lower case; empty when it names nobody.
    users: Vec<Vec<String>>,
}

/// One event with what the reference table knows of it.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    /// The event.
    pub(super) event: &'a Event,
    /// Its row; none when no document names it.
    pub(super) known: Option<&'a reference::Event>,
}

impl<'a> Log<'a> {
    /// The newest log.
    ///
    /// # Errors
    /// The reason why there is none, or that its clock runs ahead of the time of judgement.
    pub(super) fn of(case: &'a Case<'_>) -> Result<Self, Unavailable> {
        let sighting = server_view::of_log(case)?;
        let log = sighting.value;
        let newest = log.events.iter().map(|event| event.at).max().unwrap_or(log.until);
        if log.until > case.now + CLOCK_TOLERANCE || newest > log.until + CLOCK_TOLERANCE || log.from > log.until {
            return Err(Unavailable::Inconclusive { why: msg!("event-log-clock", at = newest.max(log.until)) });
        }
        let mut entries: Vec<_> = (log.events.iter())
            .map(|event| Entry { event, known: case.reference.events.by_id(&event.provider, event.id) })
            .collect();
        entries.sort_by_key(|entry| entry.event.at);
        let users = users_of(&entries);
        Ok(Self { sighting, entries, users })
    }

    /// Refuses a log that ended longer ago than `age`.
    pub(super) fn no_older_than(self, age: SignedDuration, now: Timestamp) -> Result<Self, Unavailable> {
        let until = self.until();
        if now.duration_since(until) > age { Err(Unavailable::TooOld { seen_at: until }) } else { Ok(self) }
    }

    /// The end of the log: when it was exported.
    pub(super) fn until(&self) -> Timestamp {
        self.sighting.until
    }

    /// How much time the log covers.
    pub(super) fn length(&self) -> SignedDuration {
        self.until().duration_since(self.sighting.from)
    }

    /// The newest event that satisfies `wanted`, with its place in the order of time.
    pub(super) fn last(&self, wanted: impl Fn(&Entry<'a>) -> bool) -> Option<(usize, Entry<'a>)> {
        self.entries.iter().copied().enumerate().rfind(|(_, entry)| wanted(entry))
    }

    /// Whether a later event shows that the trouble at this place has passed. Trouble with the password of a user that is
    /// known is settled by that user's success only: another's says nothing of a protected or denied account.
    pub(super) fn is_settled(&self, place: usize) -> bool {
        let Some(trouble) = self.entries.get(place).and_then(|entry| entry.known) else { return false };
        let on_password = trouble.operation.is_some_and(Operation::sets_a_password);
        let names = self.users.get(place).filter(|names| on_password && !names.is_empty());
        self.entries.iter().zip(&self.users).skip(place + 1).any(|(later, users)| {
            later.known.is_some_and(|later| trouble.is_settled_by(later))
                && names.is_none_or(|names| names.iter().any(|name| users.contains(name)))
        })
    }

    /// Whether the log holds anything that the writeback service wrote.
    pub(super) fn speaks_of_writeback(&self, case: &Case<'_>) -> bool {
        let events = &case.reference.events.events;
        let Some(heartbeat) = events.iter().find(|event| event.kind == EventKind::Heartbeat) else { return false };
        self.entries.iter().any(|entry| entry.event.provider.eq_ignore_ascii_case(&heartbeat.provider))
    }
}

/// Whom each event is about: by the names it gives itself, and by those of events of the same request.
fn users_of(entries: &[Entry<'_>]) -> Vec<Vec<String>> {
    let named: Vec<(Option<String>, Vec<String>)> = entries
        .iter()
        .map(|entry| {
            let value = |name| value_after(&entry.event.message, name);
            let users = ["UserPrincipalName:", "cloudAnchor:"].into_iter().filter_map(value).collect();
            (value("TrackingId:"), users)
        })
        .collect();
    let mut by_request: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (request, users) in &named {
        if let Some(request) = request {
            by_request.entry(request).or_default().extend(users.iter().cloned());
        }
    }
    named
        .iter()
        .map(|(request, users)| request.as_deref().and_then(|request| by_request.get(request)).unwrap_or(users).clone())
        .collect()
}

/// The word behind `name`, in lower case, as the writeback service writes it: `TrackingId: 8fe74aed-…, PasswordReset…`.
fn value_after(message: &str, name: &str) -> Option<String> {
    let (_, rest) = message.split_once(name)?;
    let word = rest.trim_start().split([',', ' ', ';', '\r', '\n']).next().unwrap_or_default();
    (!word.is_empty()).then(|| word.to_lowercase())
}

impl Entry<'_> {
    /// Whether it is this kind of news about this operation.
    pub(super) fn is(&self, operation: Operation, kind: EventKind) -> bool {
        self.known.is_some_and(|known| known.operation == Some(operation) && known.kind == kind)
    }

    /// Whether the relay is alive.
    pub(super) fn is_heartbeat(&self) -> bool {
        self.is(Operation::Relay, EventKind::Heartbeat)
    }

    /// Whether the writeback service started.
    pub(super) fn is_start(&self) -> bool {
        self.is(Operation::Service, EventKind::Service) && self.known.is_some_and(|known| !known.is_trouble())
    }

    /// Whether the relay was lost or the writeback service stopped or did not start.
    pub(super) fn is_loss(&self) -> bool {
        self.known.is_some_and(|known| {
            let stands = matches!(known.operation, Some(Operation::Relay | Operation::Service));
            stands && known.is_trouble() && matches!(known.kind, EventKind::Failure | EventKind::Service)
        })
    }

    /// Whether the relay was lost.
    pub(super) fn is_relay_loss(&self) -> bool {
        self.is_loss() && self.known.is_some_and(|known| known.operation == Some(Operation::Relay))
    }

    /// The event by number and name.
    pub(super) fn said(&self) -> Message {
        let number = self.event.id.to_string();
        match self.known {
            Some(known) => msg!("event-named", id = number, name = Message::new(known.message())),
            None => msg!("event-unnamed", id = number, provider = &self.event.provider),
        }
    }

    /// Whether it says that something did not work, other than a user's own state.
    pub(super) fn is_error(&self) -> bool {
        self.known.is_some_and(|known| known.severity == Severity::Error)
    }
}
