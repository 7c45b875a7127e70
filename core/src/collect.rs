//! Collectors: the only code that goes out into the world and returns facts. They take a cancellation token, report
//! progress by a callback, and never judge.

pub mod directory;
pub mod network;
pub mod sync_server;
mod system_roots;
pub mod tenant;
mod time_stamp;

pub use system_roots::system_roots;
pub use time_stamp::{ask_time_stamp, is_time_stamp_address};

use std::sync::Arc;

use crate::{
    Message,
    facts::network::{Endpoint, IdleConnection, Probe, ProxyContext},
};

/// Something a collector says while it looks.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    /// What it does now, for a progress line.
    Doing(Message),
    /// A probe ended.
    Probed(Box<Probe>),
    /// The idle test begins.
    IdleStarted(IdleBegun),
    /// A connection of the idle test is open, and silent from now on.
    IdleSilent(IdleLane),
    /// A connection of the idle test ended, or was left out.
    IdleEnded(IdleConnection),
}

/// An idle test that begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdleBegun {
    /// The relay that is used.
    pub endpoint: Endpoint,
    /// How the connections leave the machine; the control connection goes straight out.
    pub context: ProxyContext,
    /// The connections, in order of silence, the control connection last.
    pub lanes: Vec<IdleLane>,
}

/// A connection of an idle test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdleLane {
    /// The planned silence, in seconds. A control connection's becomes shorter when the test is shortened.
    pub silence_s: u32,
    /// True for a connection that does not cross the suspected path.
    pub control: bool,
}

/// Where collectors report to. Called from any thread; must not block.
pub type Reporter = Arc<dyn Fn(Progress) + Send + Sync>;
