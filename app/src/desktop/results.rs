//! What follows from the assessment at this time: computed once for each change, not for each frame.

use std::collections::BTreeMap;

use jiff::Timestamp;
use readiness_core::{
    assessment::{Assessment, Role, Standing, Status, Tally},
    checklist::{ItemId, Section, Weight},
};

/// What follows from the assessment.
#[derive(Debug, Clone)]
pub struct Results {
    /// The conclusion and what it rests on.
    pub tally: Tally,
    /// What each item stands at.
    pub items: BTreeMap<ItemId, Stands>,
    /// Whether it is signed off.
    pub standing: Standing,
    /// The digest that sign-offs are bound to, in groups.
    pub digest: String,
    /// For each role, whether its sign-off covers the assessment as it is; none: not signed.
    pub covered: [Option<bool>; 2],
    of: (u64, u64, i64),
}

/// What an item stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stands {
    /// What it stands at.
    pub status: Status,
    /// What it would stand at without an exception.
    pub original: Status,
    /// Its weight now.
    pub weight: Weight,
    /// What was found is about another subject.
    pub stale: bool,
}

impl Results {
    /// Those of this state, from the cache when it still fits.
    pub fn of(cached: Option<Self>, key: u64, revision: u64, assessment: &Assessment, now: Timestamp) -> Self {
        // Answers and exceptions end by the day; an hour is fine enough to notice.
        let of = (key, revision, now.as_second() / 3600);
        if let Some(cached) = cached.filter(|cached| cached.of == of) {
            return cached;
        }
        let items = assessment.checklist().items().map(|item| {
            let state = assessment.state(item, now);
            let stands =
                Stands { status: state.status, original: state.original, weight: state.weight, stale: state.stale };
            (item.id.clone(), stands)
        });
        let covered = Role::ALL.map(|role| assessment.sign_off_of(role).map(|signed| assessment.covers(signed, now)));
        Self {
            items: items.collect(),
            tally: assessment.conclude(now),
            standing: assessment.standing(now),
            digest: assessment.digest().grouped(),
            covered,
            of,
        }
    }

    /// What an item stands at.
    pub fn status(&self, item: &str) -> Status {
        self.items.get(item).map_or(Status::NotRun, |stands| stands.status)
    }

    /// Items of a section by status, the most urgent first, those for information left out.
    pub fn of_section(&self, section: &Section) -> Vec<(Status, usize)> {
        let mut counts: BTreeMap<Status, usize> = BTreeMap::new();
        for item in &section.items {
            let status = self.status(&item.id);
            if status != Status::Information {
                *counts.entry(status).or_default() += 1;
            }
        }
        counts.into_iter().collect()
    }

    /// How many items of a section are met, of how many.
    pub fn met_of(&self, section: &Section) -> (usize, usize) {
        let counts = self.of_section(section);
        let met = counts.iter().filter(|(status, _)| status.is_settled()).map(|(_, count)| count).sum();
        (met, counts.iter().map(|(_, count)| count).sum())
    }

    /// How many have signed it as it is.
    pub fn signed(&self) -> usize {
        self.covered.iter().filter(|covered| **covered == Some(true)).count()
    }

    /// The next required item that stands in the way, after the one shown.
    pub fn next_open(&self, after: Option<&str>) -> Option<ItemId> {
        let reasons = &self.tally.reasons;
        let place = after.and_then(|id| reasons.iter().position(|reason| reason.item == id));
        let next = place.map_or(0, |place| (place + 1) % reasons.len().max(1));
        reasons.get(next).map(|reason| reason.item.clone())
    }
}
