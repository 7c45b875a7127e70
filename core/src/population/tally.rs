//! Users counted: by what is to be expected, by cause, by unit.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Outcome, ScannedUser, UnreadPlace};

/// What a scan found, counted. It grows with the number of units and of places that causes lie in, not of users.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Users that were looked at.
    pub users: usize,
    /// By what is to be expected.
    pub outcomes: BTreeMap<Outcome, usize>,
    /// By cause. A user with several counts for each.
    pub causes: BTreeMap<String, CauseTally>,
    /// By unit.
    pub units: BTreeMap<String, UnitTally>,
    /// Places that could not be looked at, or not wholly.
    pub unread: Vec<UnreadPlace>,
}

/// How many users a cause has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CauseTally {
    /// Users.
    pub users: usize,
    /// Users by the place where the cause lies, for causes that many users share.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub places: BTreeMap<String, usize>,
}

/// The users of one unit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitTally {
    /// Users.
    pub users: usize,
    /// By what is to be expected.
    pub outcomes: BTreeMap<Outcome, usize>,
}

impl UnitTally {
    /// How many have this outcome.
    #[must_use]
    pub fn count(&self, outcome: Outcome) -> usize {
        self.outcomes.get(&outcome).copied().unwrap_or_default()
    }
}

impl Tally {
    /// Counts a user.
    pub fn take(&mut self, user: &ScannedUser) {
        self.users += 1;
        *self.outcomes.entry(user.outcome).or_default() += 1;
        for (at, cause) in user.causes.iter().enumerate() {
            let key = cause.key();
            let tally = self.causes.entry(key.to_owned()).or_default();
            // A cause that comes twice, such as two things that could not be read, is one user all the same.
            if !user.causes[..at].iter().any(|other| other.key() == key) {
                tally.users += 1;
            }
            if let Some(place) = cause.place(&user.dn) {
                *tally.places.entry(place.to_owned()).or_default() += 1;
            }
        }
        let unit = self.units.entry(user.unit.clone()).or_default();
        unit.users += 1;
        *unit.outcomes.entry(user.outcome).or_default() += 1;
    }

    /// How many have this outcome.
    #[must_use]
    pub fn count(&self, outcome: Outcome) -> usize {
        self.outcomes.get(&outcome).copied().unwrap_or_default()
    }
}
