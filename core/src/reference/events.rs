//! What the sync server's event log, the portal and the audit log say about writeback: each event, code and activity
//! with the checklist item that is its likeliest cause.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::table::{Confidence, Flaw, Table};

/// The table `events.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Events {
    /// The day on which the table was checked against its sources.
    #[serde(deserialize_with = "super::table::date")]
    pub as_of: Date,
    /// Where the table as a whole comes from.
    pub source: String,
    /// What the source keys of the rows mean.
    pub sources: BTreeMap<String, String>,
    /// The seconds between two heartbeats of a healthy relay.
    pub heartbeat_every_s: u32,
    /// The age in seconds from which a newest heartbeat no longer proves the relay.
    pub heartbeat_stale_after_s: u32,
    /// The events.
    #[serde(rename = "event")]
    pub events: Vec<Event>,
    /// The codes and phrases, the more specific first.
    #[serde(rename = "code")]
    pub codes: Vec<ErrorCode>,
    /// The activities of the audit log.
    #[serde(rename = "audit")]
    pub audit: Vec<AuditActivity>,
}

/// An event of the Application log.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The event's provider, such as `PasswordResetService`.
    pub provider: String,
    /// The event's number.
    pub id: u32,
    /// The name in Microsoft's documents, the same in every language, where it has one. Its words are `event-31001`.
    pub name: Option<String>,
    /// How bad it is.
    pub severity: Severity,
    /// What kind of news it is.
    pub kind: EventKind,
    /// What it is about; none when it is about nothing that can fail.
    pub operation: Option<Operation>,
    /// The checklist item that is its likeliest cause; none when the event alone does not say.
    pub item: Option<String>,
    /// Other items that can be its cause, the likelier first.
    #[serde(default)]
    pub also: Vec<String>,
    /// The key of the source.
    pub source: String,
}

/// How bad an event or a code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Good news.
    Ok,
    /// Neither good nor bad.
    Info,
    /// It matters when it repeats, or to one user only.
    Warning,
    /// Something did not work.
    Error,
}

/// What kind of news an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// An operation began.
    Start,
    /// An operation was done.
    Success,
    /// An operation was not done.
    Failure,
    /// The writeback service started ([`Severity::Ok`]) or stopped ([`Severity::Warning`]).
    Service,
    /// The relay is alive.
    Heartbeat,
    /// Something to watch.
    Warning,
    /// Something to know.
    Info,
}

/// What an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// A person resets the own password.
    Reset,
    /// A person changes the own password.
    Change,
    /// An administrator resets a password.
    AdminReset,
    /// One of the three above; the event does not say which.
    Password,
    /// Writeback is being enabled.
    Onboarding,
    /// Writeback is being disabled.
    Offboarding,
    /// The connection to the relay.
    Relay,
    /// The writeback service on the sync server.
    Service,
    /// Accounts are being unlocked; the audit log only.
    Unlock,
    /// People register for reset; the audit log only.
    Registration,
}

impl Operation {
    /// Whether the operation sets a password.
    #[must_use]
    pub fn sets_a_password(self) -> bool {
        matches!(self, Self::Reset | Self::Change | Self::AdminReset | Self::Password)
    }
}

impl Event {
    /// The Fluent message id: its value names the event, `.meaning` explains it, `.remedy` says what to do.
    #[must_use]
    pub fn message(&self) -> String {
        format!("event-{}", self.id)
    }

    /// Whether it is bad news that stands until better news comes.
    #[must_use]
    pub fn is_trouble(&self) -> bool {
        self.severity >= Severity::Warning
    }

    /// Whether `later` shows that what this event reports has passed: a success of the same operation, a heartbeat
    /// after trouble with the relay, a start after trouble with the service.
    #[must_use]
    pub fn is_settled_by(&self, later: &Self) -> bool {
        let (Some(mine), Some(theirs)) = (self.operation, later.operation) else {
            return false;
        };
        let good = match later.kind {
            EventKind::Success | EventKind::Heartbeat => true,
            EventKind::Service => later.severity == Severity::Ok,
            _ => false,
        };
        let same = mine == theirs || (mine == Operation::Password && theirs.sets_a_password());
        good && same
    }

    /// Every item that can be the cause, the likeliest first.
    pub fn items(&self) -> impl Iterator<Item = &str> {
        self.item.iter().chain(&self.also).map(String::as_str)
    }
}

/// A code or phrase that identifies a cause inside a longer text.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErrorCode {
    /// The key, such as `80230619`; its words are `code-80230619`.
    pub code: String,
    /// The phrases that give it away, compared whole and without regard to case.
    pub patterns: Vec<String>,
    /// Where it is seen.
    pub seen_in: Vec<SeenIn>,
    /// How bad it is.
    pub severity: Severity,
    /// The checklist item that is its likeliest cause; none when the code alone does not say.
    pub item: Option<String>,
    /// Other items that can be its cause, the likelier first.
    #[serde(default)]
    pub also: Vec<String>,
    /// The key of the source.
    pub source: String,
    /// How well its meaning is supported.
    #[serde(default)]
    pub confidence: Confidence,
}

/// Where a code is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeenIn {
    /// The text of an event on the sync server.
    Event,
    /// The page that a person sees who resets a password.
    Portal,
    /// The audit log of the tenant.
    Audit,
    /// The Connect wizard.
    Wizard,
}

impl ErrorCode {
    /// The Fluent message id: its value names the code, `.meaning` explains it, `.remedy` says what to do.
    #[must_use]
    pub fn message(&self) -> String {
        format!("code-{}", self.code)
    }

    /// Whether `text` holds one of the patterns.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let text = text.to_ascii_lowercase();
        self.patterns.iter().any(|pattern| holds(&text, &pattern.to_ascii_lowercase()))
    }

    /// Every item that can be the cause, the likeliest first.
    pub fn items(&self) -> impl Iterator<Item = &str> {
        self.item.iter().chain(&self.also).map(String::as_str)
    }
}

/// Whether `text` holds `pattern` as whole words, so that a code is not found inside a longer number. The `0x` of a
/// hexadecimal number may stand in front.
fn holds(text: &str, pattern: &str) -> bool {
    let joins = |c: char| c.is_ascii_alphanumeric();
    text.match_indices(pattern).any(|(at, found)| {
        let before = text.get(..at).unwrap_or_default();
        let before = before.strip_suffix("0x").unwrap_or(before);
        let after = text.get(at + found.len()..).unwrap_or_default();
        !before.ends_with(joins) && !after.starts_with(joins)
    })
}

/// An activity of the tenant's audit log.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditActivity {
    /// `activityDisplayName`, compared without regard to case.
    pub activity: String,
    /// What it is about.
    pub operation: Operation,
    /// The key of the source.
    pub source: String,
}

impl Events {
    /// The event of this provider with this number.
    #[must_use]
    pub fn by_id(&self, provider: &str, id: u32) -> Option<&Event> {
        self.events.iter().find(|event| event.id == id && event.provider.eq_ignore_ascii_case(provider))
    }

    /// The first code that `text` holds: the table lists the more specific first.
    #[must_use]
    pub fn code_in(&self, text: &str) -> Option<&ErrorCode> {
        self.codes.iter().find(|code| code.is_in(text))
    }

    /// Every code that `text` holds, the more specific first.
    pub fn codes_in(&self, text: &str) -> impl Iterator<Item = &ErrorCode> {
        self.codes.iter().filter(move |code| code.is_in(text))
    }

    /// The code with this key.
    #[must_use]
    pub fn code(&self, code: &str) -> Option<&ErrorCode> {
        self.codes.iter().find(|row| row.code == code)
    }

    /// The audit activity with this display name.
    #[must_use]
    pub fn activity(&self, name: &str) -> Option<&AuditActivity> {
        self.audit.iter().find(|row| row.activity.eq_ignore_ascii_case(name.trim()))
    }

    /// The providers, each once, for asking an event log.
    #[must_use]
    pub fn providers(&self) -> Vec<&str> {
        let mut providers: Vec<_> = self.events.iter().map(|event| event.provider.as_str()).collect();
        providers.sort_unstable();
        providers.dedup();
        providers
    }
}

impl Table for Events {
    const FILE: &'static str = "events.toml";

    fn flaw(&self) -> Option<Flaw> {
        if self.heartbeat_stale_after_s <= self.heartbeat_every_s {
            return Some(Flaw::at("heartbeat_stale_after_s", "expected more than heartbeat_every_s"));
        }
        if let Some(code) = self
            .codes
            .iter()
            .find(|code| code.patterns.is_empty() || code.patterns.iter().any(|text| text.trim().is_empty()))
        {
            return Some(Flaw::at(format!("\"{}\"", code.code), "expected patterns that are not empty"));
        }
        let used = (self.events.iter().map(|row| row.source.as_str()))
            .chain(self.codes.iter().map(|row| row.source.as_str()))
            .chain(self.audit.iter().map(|row| row.source.as_str()));
        // The words of an event go by its number alone, so numbers must differ across providers too.
        Flaw::repeated(self.events.iter().map(|event| format!("id = {}", event.id)))
            .or_else(|| Flaw::repeated(self.codes.iter().map(|code| &code.code)))
            .or_else(|| Flaw::repeated(self.audit.iter().map(|row| &row.activity)))
            .or_else(|| Flaw::unsourced(&self.sources, used))
    }
}
