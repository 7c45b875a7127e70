//! Two assessments beside each other: which, and what became of each item. Worked out once for each change of either.

use std::{path::PathBuf, sync::Arc};

use jiff::Timestamp;
use readiness_core::assessment::{Assessment, compare::Comparison};

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The earlier one.
    A,
    /// The later one.
    B,
}

/// An assessment to compare.
#[derive(Debug, Clone)]
pub enum Chosen {
    /// The one that is open.
    This,
    /// One of a file, which is only read.
    File(PathBuf, Arc<Assessment>),
}

/// Two assessments, and what became of each item.
#[derive(Debug, Clone)]
pub struct Compared {
    /// The earlier one; none until one is chosen.
    pub a: Option<Chosen>,
    /// The later one.
    pub b: Option<Chosen>,
    /// What became of each item; none until both are chosen.
    pub made: Option<Made>,
}

/// A comparison with what it was made of.
#[derive(Debug, Clone)]
pub struct Made {
    /// The earlier assessment.
    pub before: Arc<Assessment>,
    /// The later one.
    pub now: Arc<Assessment>,
    /// What became of each item.
    pub comparison: Arc<Comparison>,
    at_hour: i64,
}

impl Default for Compared {
    fn default() -> Self {
        Self { a: None, b: Some(Chosen::This), made: None }
    }
}

impl Compared {
    /// The one in a place.
    pub fn get(&self, slot: Slot) -> Option<&Chosen> {
        match slot {
            Slot::A => self.a.as_ref(),
            Slot::B => self.b.as_ref(),
        }
    }

    /// Puts one into a place.
    pub fn choose(&mut self, slot: Slot, chosen: Chosen) {
        match slot {
            Slot::A => self.a = Some(chosen),
            Slot::B => self.b = Some(chosen),
        }
    }

    /// Makes the earlier one the later one.
    pub fn swap(&mut self) {
        std::mem::swap(&mut self.a, &mut self.b);
    }

    /// Brings up to date what became of each item.
    pub fn refresh(&mut self, open: Option<&Arc<Assessment>>, now: Timestamp) {
        let assessment = |chosen: &Option<Chosen>| match chosen {
            Some(Chosen::This) => open.cloned(),
            Some(Chosen::File(_, assessment)) => Some(Arc::clone(assessment)),
            None => None,
        };
        let (Some(before), Some(after)) = (assessment(&self.a), assessment(&self.b)) else {
            self.made = None;
            return;
        };
        // Answers and exceptions end by the day; an hour is fine enough to notice.
        let at_hour = now.as_second() / 3600;
        let holds = self.made.as_ref().is_some_and(|made| {
            Arc::ptr_eq(&made.before, &before) && Arc::ptr_eq(&made.now, &after) && made.at_hour == at_hour
        });
        if !holds {
            let comparison = Arc::new(Comparison::new(&before, &after, now));
            self.made = Some(Made { before, now: after, comparison, at_hour });
        }
    }
}
