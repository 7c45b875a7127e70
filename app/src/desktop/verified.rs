//! The report on the page Verify: a PDF that was opened to be looked at, and the roots and revocation lists that a person
//! gives for it. It takes nothing's place; what is open stays open.

use std::{path::PathBuf, sync::Arc};

use readiness_core::{
    Message,
    report::verify::{Outcome, RevocationList, Root, Trust, Verification},
};

/// What the page shows.
#[derive(Debug, Clone, Default)]
pub struct Verified {
    /// The report; none until one is chosen.
    pub report: Option<Report>,
    /// Roots that a person gave. They count until the window is closed and are written nowhere.
    pub roots: Vec<GivenRoots>,
    /// Revocation lists that a person gave; likewise.
    pub lists: Vec<GivenLists>,
    /// Tells news of the newest look apart from those of one before.
    pub number: u64,
}

/// A report that is looked at.
#[derive(Debug, Clone)]
pub struct Report {
    /// Its file.
    pub path: PathBuf,
    /// What is known of it.
    pub state: State,
}

/// What is known of a report.
#[derive(Debug, Clone)]
pub enum State {
    /// The worker looks at it.
    Looking,
    /// It was looked at.
    Looked(Box<Looked>),
    /// It could not be looked at: why.
    Refused(Message),
}

/// A report that was looked at.
#[derive(Debug, Clone)]
pub struct Looked {
    /// The file as it was then: what is signed is what was looked at.
    pub bytes: Arc<Vec<u8>>,
    /// What was found.
    pub found: Verification,
}

/// A file that a person gave.
#[derive(Debug, Clone)]
pub struct Given<T> {
    /// The file.
    pub path: PathBuf,
    /// What is in it.
    pub all: Vec<T>,
    /// Whose it is: the names of the authorities.
    pub names: Vec<String>,
}

/// A file of roots.
pub type GivenRoots = Given<Root>;

/// A file of revocation lists.
pub type GivenLists = Given<RevocationList>;

impl<T> Given<T> {
    /// Puts a file among those that were given, in the place of the same one.
    pub fn put(self, among: &mut Vec<Self>) {
        among.retain(|other| other.path != self.path);
        among.push(self);
    }
}

impl Verified {
    /// What was found, and the bytes it was found in.
    pub fn looked(&self) -> Option<&Looked> {
        match &self.report.as_ref()?.state {
            State::Looked(looked) => Some(looked),
            _ => None,
        }
    }

    /// What was found in a report that is intact, so that it can be gone on with.
    pub fn intact(&self) -> Option<&Looked> {
        self.looked().filter(|looked| looked.found.outcome != Outcome::Altered)
    }

    /// All that a person gave.
    pub fn trust(&self) -> Trust {
        Trust {
            roots: self.roots.iter().flat_map(|given| given.all.iter().cloned()).collect(),
            lists: self.lists.iter().flat_map(|given| given.all.iter().cloned()).collect(),
        }
    }
}
