//! From where something was seen. A workstation's view never silently closes a requirement of the server.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Message, msg};

/// From where something was seen.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Vantage {
    /// What kind of place it is.
    pub kind: VantageKind,
    /// The machine's or the person's name.
    #[serde(default)]
    pub name: String,
    /// True when the facts come from a scenario and stand for such a place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub simulated: bool,
}

/// The kinds of vantage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VantageKind {
    /// The machine this program runs on.
    Workstation,
    /// The server that runs Entra Connect.
    SyncServer,
    /// A person said so.
    Person,
}

impl Vantage {
    /// The machine this program runs on.
    pub fn workstation(name: impl Into<String>) -> Self {
        Self { kind: VantageKind::Workstation, name: name.into(), simulated: false }
    }

    /// The server that runs Entra Connect.
    pub fn sync_server(name: impl Into<String>) -> Self {
        Self { kind: VantageKind::SyncServer, name: name.into(), simulated: false }
    }

    /// "SYNC01 (sync server)", "WS07 (this workstation)", with a word when it is simulated.
    pub fn message(&self) -> Message {
        let kind = match self.kind {
            VantageKind::Workstation => "workstation",
            VantageKind::SyncServer => "sync-server",
            VantageKind::Person => "person",
        };
        let simulated = if self.simulated { "-simulated" } else { "" };
        msg!(format!("vantage-{kind}{simulated}"), name = &self.name)
    }
}
