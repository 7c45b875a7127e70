//! The directory as the window sees it: the scan that goes on, what a scan found, and the records of scans that are kept on
//! this machine. Of the users a scan found, the window holds where their lines are and the few that can be seen.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    sync::Arc,
};

use jiff::Timestamp;
use readiness_core::{
    Message,
    population::{Outcome, ScanHead, ScannedUser},
};
use tokio_util::sync::CancellationToken;

use super::{verified::GivenRoots, worker::Listing};

/// The most users whose lines are held at a time.
const HELD: usize = 400;

/// The directory.
#[derive(Default)]
pub struct Directory {
    /// Tells news of the newest scan apart from those of one before.
    pub number: u64,
    /// The scan that goes on.
    pub going: Option<Going>,
    /// Why the last scan did not begin.
    pub refused: Option<Message>,
    /// What a scan found.
    pub found: Option<Found>,
    /// Records of scans on this machine, the newest in front.
    pub kept: Vec<KeptScan>,
    /// Roots that are trusted besides the machine's. They count until the assessment is closed.
    pub roots: Option<GivenRoots>,
    /// A file with the users of the tenant.
    pub population: Option<PathBuf>,
}

/// A scan that goes on.
#[derive(Debug)]
pub struct Going {
    /// When it began.
    pub began: Timestamp,
    /// What it does now.
    pub doing: Option<Message>,
    /// Units that hold users, and users in them, once they were listed.
    pub listed: Option<(usize, usize)>,
    /// Users by what is to be expected.
    pub outcomes: BTreeMap<Outcome, usize>,
    /// Ends it.
    pub cancel: CancellationToken,
}

impl Going {
    /// Users that were looked at.
    pub fn users(&self) -> usize {
        self.outcomes.values().sum()
    }

    /// How many have this outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.outcomes.get(&outcome).copied().unwrap_or_default()
    }
}

/// A record of a scan on this machine.
#[derive(Debug, Clone)]
pub struct KeptScan {
    /// Its file.
    pub path: PathBuf,
    /// What was scanned.
    pub head: ScanHead,
    /// It came to its end.
    pub whole: bool,
}

/// Which users are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ScanFilter {
    /// Those with one of these outcomes; none: all but those for whom it would work.
    pub outcomes: BTreeSet<Outcome>,
    /// Those with this cause.
    pub cause: Option<String>,
    /// Those in this unit.
    pub unit: Option<String>,
    /// Those whose names hold this.
    pub text: String,
}

impl ScanFilter {
    /// True when users with this outcome are listed.
    pub fn shows(&self, outcome: Outcome) -> bool {
        if self.outcomes.is_empty() { outcome != Outcome::Works } else { self.outcomes.contains(&outcome) }
    }

    /// Turns an outcome on or off.
    pub fn toggle(&mut self, outcome: Outcome) {
        if !self.outcomes.remove(&outcome) {
            self.outcomes.insert(outcome);
        }
    }
}

/// What a scan found, and which of its users are listed.
pub struct Found {
    /// Tells news about it apart from those about another.
    pub number: u64,
    /// What is in its record.
    pub listing: Arc<Listing>,
    /// Why the scan ended before its end, when it did just now.
    pub why: Option<Message>,
    /// The users that are listed, as places in the record; none until they were looked for.
    pub listed: Option<Arc<Vec<u32>>>,
    /// What was looked for last.
    pub asked: Option<ScanFilter>,
    /// What those that are listed were looked for by.
    pub listed_by: Option<ScanFilter>,
    /// Lines that were asked for.
    pub wanted: Vec<u32>,
    rows: BTreeMap<u32, Arc<ScannedUser>>,
}

impl Found {
    /// What is in a record.
    pub fn new(number: u64, listing: Arc<Listing>, why: Option<Message>) -> Self {
        Self {
            number,
            listing,
            why,
            listed: None,
            asked: None,
            listed_by: None,
            wanted: Vec::new(),
            rows: BTreeMap::new(),
        }
    }

    /// True when those are listed that were looked for last, and no line is waited for.
    pub fn is_current(&self) -> bool {
        self.asked.is_some() && self.asked == self.listed_by && self.wanted.is_empty()
    }

    /// How many users are listed.
    pub fn count(&self) -> usize {
        self.listed.as_ref().map_or(0, |listed| listed.len())
    }

    /// The user at a place of the list; none until the line was read.
    pub fn user(&self, place: usize) -> Option<&Arc<ScannedUser>> {
        self.rows.get(self.listed.as_ref()?.get(place)?)
    }

    /// Lines that are seen and were neither read nor asked for.
    pub fn missing(&self, seen: std::ops::Range<usize>) -> Vec<u32> {
        let listed = self.listed.as_ref().map(|listed| listed.as_slice()).unwrap_or_default();
        let seen = listed.get(seen.start.min(listed.len())..seen.end.min(listed.len())).unwrap_or_default();
        let unknown = seen.iter().filter(|number| !self.rows.contains_key(number) && !self.wanted.contains(number));
        unknown.copied().collect()
    }

    /// Takes lines that were read. Where there are too many, those that were not asked for now are let go.
    pub fn take(&mut self, rows: Vec<(u32, ScannedUser)>) {
        if self.rows.len() + rows.len() > HELD {
            self.rows.retain(|number, _| self.wanted.contains(number));
        }
        self.wanted.clear();
        self.rows.extend(rows.into_iter().map(|(number, user)| (number, Arc::new(user))));
    }
}
