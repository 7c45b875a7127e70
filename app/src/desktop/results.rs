//! What follows from the assessment at this time: computed once for each change, not for each frame.

use std::collections::{BTreeMap, HashMap};

use jiff::{Timestamp, civil::Date};
use readiness_core::{
    assessment::{Assessment, ItemState, Role, Standing, Status, Tally},
    checklist::{Checklist, ItemId, Section, Weight},
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
    /// Required items that stand in the way because what a person said of them has ended.
    pub lapsed: usize,
    /// The day on which the first exception of a required item ends.
    pub excepted_until: Option<Date>,
    /// The state that all of this follows from.
    pub of: Stamp,
    sections: HashMap<String, Vec<(Status, usize)>>,
    /// What is to be done, the most useful first.
    order: Vec<ItemId>,
    place: HashMap<ItemId, usize>,
}

/// A state of a document at a time, for caches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stamp {
    key: u64,
    revision: u64,
    hour: i64,
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
    /// An exception or an answer has ended by itself, so what was found counts again.
    pub lapsed: bool,
}

impl Stands {
    fn of(state: &ItemState<'_>) -> Self {
        Self {
            status: state.status,
            original: state.original,
            weight: state.weight,
            stale: state.stale,
            lapsed: lapsed(state),
        }
    }

    /// True when something is left to do about it.
    fn is_to_do(self) -> bool {
        !self.status.is_settled() || self.status == Status::Warn
    }
}

/// True when an exception or an answer has ended by itself, and the item is not settled without it.
pub fn lapsed(state: &ItemState<'_>) -> bool {
    let exception = state.exception_lapsed.is_some_and(|exception| exception.ended_at.is_none());
    !state.status.is_settled() && (exception || state.answer_lapsed.is_some())
}

impl Results {
    /// Those of this state, from the cache when it still fits.
    pub fn of(cached: Option<Self>, key: u64, revision: u64, assessment: &Assessment, now: Timestamp) -> Self {
        // Answers and exceptions end by the day; an hour is fine enough to notice.
        let of = Stamp { key, revision, hour: now.as_second() / 3600 };
        if let Some(cached) = cached.filter(|cached| cached.of == of) {
            return cached;
        }
        let checklist = assessment.checklist();
        let items: BTreeMap<ItemId, Stands> =
            checklist.items().map(|item| (item.id.clone(), Stands::of(&assessment.state(item, now)))).collect();
        let counts = |section: &Section| {
            let mut counts: BTreeMap<Status, usize> = BTreeMap::new();
            for stands in section.items.iter().filter_map(|item| items.get(&item.id)) {
                if stands.status != Status::Information {
                    *counts.entry(stands.status).or_default() += 1;
                }
            }
            counts.into_iter().collect()
        };
        let sections = checklist.sections.iter().map(|section| (section.id.clone(), counts(section))).collect();
        let order = to_do(checklist, &items);
        let covered = Role::ALL.map(|role| assessment.sign_off_of(role).map(|signed| assessment.covers(signed, now)));
        Self {
            tally: assessment.conclude(now),
            standing: assessment.standing(now),
            digest: assessment.digest().grouped(),
            covered,
            lapsed: items.values().filter(|stands| stands.lapsed && stands.weight == Weight::Required).count(),
            excepted_until: excepted_until(assessment, now),
            of,
            sections,
            place: order.iter().enumerate().map(|(place, item)| (item.clone(), place)).collect(),
            order,
            items,
        }
    }

    /// What an item stands at.
    pub fn status(&self, item: &str) -> Status {
        self.items.get(item).map_or(Status::NotRun, |stands| stands.status)
    }

    /// Items of a section by status, the most urgent first, those for information left out.
    pub fn of_section(&self, section: &Section) -> &[(Status, usize)] {
        self.sections.get(&section.id).map_or(&[], Vec::as_slice)
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

    /// The next thing to do: the one after the item shown, or else the most useful of all.
    pub fn next_open(&self, after: Option<&str>) -> Option<&ItemId> {
        let next = match after.and_then(|id| self.place.get(id)) {
            Some(place) => (place + 1) % self.order.len(),
            None => 0,
        };
        self.order.get(next)
    }
}

fn excepted_until(assessment: &Assessment, now: Timestamp) -> Option<Date> {
    let excepted = assessment.checklist().items().filter(|item| assessment.exceptions.contains_key(&item.id));
    let states = excepted.map(|item| assessment.state(item, now)).filter(|state| state.weight == Weight::Required);
    states.filter_map(|state| Some(state.exception?.until)).min()
}

/// What is to be done: required before advised, what failed before what is not known, and then in the order in which a
/// cause is looked for.
fn to_do(checklist: &Checklist, items: &BTreeMap<ItemId, Stands>) -> Vec<ItemId> {
    let rank: HashMap<&str, usize> =
        checklist.diagnosis.iter().enumerate().map(|(rank, item)| (item.as_str(), rank)).collect();
    let mut order: Vec<(&ItemId, Stands)> = checklist
        .items()
        .filter_map(|item| Some((&item.id, *items.get(&item.id)?)))
        .filter(|(_, stands)| stands.is_to_do())
        .collect();
    order.sort_by_key(|(item, stands)| {
        let urgency = match stands.status {
            Status::Fail => 0,
            Status::Warn => 2,
            _ => 1,
        };
        (stands.weight, urgency, rank.get(item.as_str()).copied().unwrap_or(usize::MAX))
    });
    order.into_iter().map(|(item, _)| item.clone()).collect()
}

#[cfg(test)]
mod tests {
    use readiness_core::{Subject, checklist::built_in, finding::Finding, msg};

    use super::*;

    fn results(findings: &[(&str, Finding)]) -> Results {
        let now = Timestamp::UNIX_EPOCH;
        let mut assessment = Assessment::new(built_in(), Subject::default(), now);
        let findings = findings.iter().map(|(item, finding)| ((*item).to_owned(), finding.clone()));
        assessment.take_findings(findings, now);
        Results::of(None, 1, 1, &assessment, now)
    }

    #[test]
    fn the_order_of_diagnosis_names_items_that_exist() {
        assert!(built_in().diagnosis.iter().all(|id| built_in().item(id).is_some()));
    }

    #[test]
    fn what_explains_the_most_comes_first_and_after_it_the_next() {
        let fail = || Finding::fail(msg!("unavailable-skipped"));
        // In the checklist the rights stand before the heartbeat; a cause is looked for the other way round.
        let results = results(&[
            ("directory.connector-rights", fail()),
            ("connectivity.heartbeat", fail()),
            ("connectivity.proxy", Finding::warn(msg!("unavailable-skipped"))),
        ]);
        let next = |after| results.next_open(after).map(String::as_str);
        assert_eq!(next(None), Some("connectivity.heartbeat"));
        assert_eq!(next(Some("connectivity.heartbeat")), Some("directory.connector-rights"));
        let third = next(Some("directory.connector-rights")).expect("there is more to do");
        assert_eq!(results.items[third].weight, Weight::Required, "{third}");
        let last = results.order.last().expect("there is something to do");
        assert_ne!(results.items[last].weight, Weight::Required, "{last}");
        assert_eq!(next(Some(last)), Some("connectivity.heartbeat"), "it goes round");
    }

    #[test]
    fn nothing_that_is_settled_is_to_be_done() {
        let results = results(&[("connectivity.heartbeat", Finding::pass(msg!("unavailable-skipped")))]);
        assert!(results.order.iter().all(|item| item != "connectivity.heartbeat"));
        assert_eq!(results.next_open(Some("connectivity.heartbeat")), results.order.first());
    }
}
