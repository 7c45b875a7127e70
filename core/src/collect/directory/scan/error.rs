//! Why a scan ends before its end.

use std::io;

use thiserror::Error;

use crate::{Message, collect::directory::Trouble, facts::Unavailable};

/// Why a scan ended before its end.
#[derive(Debug, Error)]
pub enum ScanError {
    /// No server let us in.
    #[error("no server let us in")]
    Trouble(Trouble),
    /// What the scan rests on is not known, or can no longer be asked.
    #[error("what the scan rests on is not known")]
    Unavailable(Unavailable),
    /// There is no such base.
    #[error("there is no such base")]
    Base(Message),
    /// What was found could not be written.
    #[error(transparent)]
    Write(#[from] io::Error),
    /// A person cancelled.
    #[error("cancelled")]
    Cancelled,
}

impl ScanError {
    /// The reason in words; none for the system's errors.
    #[must_use]
    pub fn message(&self) -> Option<Message> {
        match self {
            Self::Trouble(trouble) => Some(trouble.message()),
            Self::Unavailable(why) => Some(why.message()),
            Self::Base(message) => Some(message.clone()),
            Self::Cancelled => Some(Unavailable::Cancelled.message()),
            Self::Write(_) => None,
        }
    }
}

impl From<Trouble> for ScanError {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<Unavailable> for ScanError {
    fn from(why: Unavailable) -> Self {
        Self::Unavailable(why)
    }
}
