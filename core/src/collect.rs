//! Collectors: the only code that goes out into the world and returns facts. They take a cancellation token, report
//! progress by a callback, and never judge.

pub mod network;

use std::sync::Arc;

use crate::{
    Message,
    facts::network::{IdleConnection, Probe},
};

/// Something a collector says while it looks.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    /// What it does now, for a progress line.
    Doing(Message),
    /// A probe ended.
    Probed(Box<Probe>),
    /// Silent connections were opened; their planned silences in seconds.
    IdleStarted(Vec<u32>),
    /// A silent connection ended.
    IdleEnded(IdleConnection),
}

/// Where collectors report to. Called from any thread; must not block.
pub type Reporter = Arc<dyn Fn(Progress) + Send + Sync>;
