//! Why a scan cannot be kept, or not be gone on with.

use std::{io, path::PathBuf};

use readiness_core::{Message, msg, population::ScanHead};
use thiserror::Error;

/// Why a scan cannot be kept, or not be gone on with.
#[derive(Debug, Error)]
pub enum KeepTrouble {
    /// The system's error.
    #[error("{}: {error}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// There is what is finished of a scan that ended early, which would be written over.
    #[error("{} holds what is finished of a scan that ended early", .0.display())]
    Unfinished(PathBuf),
    /// It is no record of a scan.
    #[error("{} is no record of a scan", .0.display())]
    NoRecord(PathBuf),
    /// A line of it is not as this program writes it.
    #[error("{}:{line}: {what}", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Line, counted from 1.
        line: usize,
        /// What is wrong.
        what: String,
    },
    /// It is of another version.
    #[error("{} has version {version}", path.display())]
    Version {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: u32,
    },
    /// There is nothing to go on with.
    #[error("the scan in {} is whole", .0.display())]
    Whole(PathBuf),
    /// It is a scan of something else. Findings of two different scans do not add up to one.
    #[error("that scan was of something else")]
    Other(Box<ScanHead>),
}

impl KeepTrouble {
    /// The reason in words.
    #[must_use]
    pub fn message(&self) -> Message {
        let file = |path: &PathBuf| path.display().to_string();
        match self {
            Self::File { path, error } => msg!("scan-file", file = file(path), why = error.to_string()),
            Self::Unfinished(path) => msg!("scan-unfinished", file = file(path)),
            Self::NoRecord(path) => msg!("scan-no-record", file = file(path)),
            Self::Malformed { path, line, what } => {
                msg!("scan-malformed", file = file(path), line = *line, why = what)
            }
            Self::Version { path, version } => {
                msg!("scan-version", file = file(path), version = i64::from(*version))
            }
            Self::Whole(path) => msg!("scan-whole", file = file(path)),
            Self::Other(head) => msg!(
                "scan-other",
                forest = &head.forest,
                bases = head.bases.clone(),
                connector = &head.connector,
                tenant = head.tenant.as_deref().unwrap_or("-")
            ),
        }
    }

    /// The trouble inside of an error that a scan's writing ended with, if it is one of ours.
    #[must_use]
    pub fn inside(error: &io::Error) -> Option<&Self> {
        error.get_ref()?.downcast_ref()
    }
}
