//! What the Application event log of the sync server holds.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Seen;

/// One look at the event log.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct EventFacts {
    /// The log.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub log: Seen<EventLog>,
}

/// A stretch of the event log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EventLog {
    /// The server it is from.
    pub host: String,
    /// Start of the stretch: nothing is known of what came before.
    pub from: Timestamp,
    /// End of the stretch: when it was exported.
    pub until: Timestamp,
    /// Events of the providers PasswordResetService, ADSync and Directory Synchronization, oldest first.
    pub events: Vec<Event>,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// When.
    pub at: Timestamp,
    /// Provider.
    pub provider: String,
    /// Id.
    pub id: u32,
    /// The message, word for word: a paraphrase is worthless to support.
    #[serde(default)]
    pub message: String,
}
