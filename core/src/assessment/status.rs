//! What an item stands at, derived from the newest finding, the answer that holds and the exception that holds.
//!
//! The rules never flatter: the worse of finding and answer counts, nothing that is stale or past its end counts, and
//! an exception covers no more than what was accepted.

use jiff::Timestamp;

use super::{Answer, Assessment, Exception, HOLDS_DAYS, Judged, Outcome, answer::day_of};
use crate::{
    checklist::{Item, Weight},
    facts::{CLOCK_TOLERANCE, Unavailable},
    finding::Verdict,
};

/// What an item stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It was seen, or a person said, that it is not as it must be.
    Fail,
    /// It could not be seen, and nobody answered.
    CouldNotCheck,
    /// Only a person can tell, and nobody answered.
    NeedsYou,
    /// Nobody looked yet, or what was seen is about another subject.
    NotRun,
    /// It works, and should be better.
    Warn,
    /// A person accepted what was found.
    Excepted,
    /// It is as it must be.
    Pass,
    /// It does not apply.
    NotApplicable,
    /// It is for information and counts for nothing.
    Information,
}

impl Status {
    /// Every status, the most urgent first.
    pub const ALL: [Self; 9] = [
        Self::Fail,
        Self::CouldNotCheck,
        Self::NeedsYou,
        Self::NotRun,
        Self::Warn,
        Self::Excepted,
        Self::Pass,
        Self::NotApplicable,
        Self::Information,
    ];

    /// The id of the message with its word: `verdict-…`.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Fail => "verdict-fail",
            Self::CouldNotCheck => "verdict-could-not-check",
            Self::NeedsYou => "verdict-needs-you",
            Self::NotRun => "verdict-not-run",
            Self::Warn => "verdict-warn",
            Self::Excepted => "verdict-excepted",
            Self::Pass => "verdict-pass",
            Self::NotApplicable => "verdict-not-applicable",
            Self::Information => "verdict-information",
        }
    }

    /// The name used in files: `fail`, `could_not_check`, ….
    pub fn name(self) -> String {
        self.message_id().trim_start_matches("verdict-").replace('-', "_")
    }

    /// True when nothing stands in the way of Ready here.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Warn | Self::Excepted | Self::Pass | Self::NotApplicable | Self::Information)
    }
}

/// What an item stands at, and what that rests on.
#[derive(Debug, Clone)]
pub struct ItemState<'a> {
    /// What it stands at.
    pub status: Status,
    /// What it would stand at without the exception.
    pub original: Status,
    /// What finding and answer amount to, whatever the item's weight.
    pub seen: Status,
    /// Its weight now; an item may be required only while another fails.
    pub weight: Weight,
    /// The newest finding, also when stale.
    pub finding: Option<&'a Judged>,
    /// The finding is about another subject, so it does not count.
    pub stale: bool,
    /// The answer that holds.
    pub answer: Option<&'a Answer>,
    /// The newest answer is past its end, or about another subject.
    pub answer_lapsed: Option<&'a Answer>,
    /// The exception that holds and covers what was found.
    pub exception: Option<&'a Exception>,
    /// The newest exception, when it no longer holds or does not cover what is found now.
    pub exception_lapsed: Option<&'a Exception>,
}

impl Assessment {
    /// What an item stands at.
    pub fn state(&self, item: &Item, now: Timestamp) -> ItemState<'_> {
        let mut weight = item.weight;
        if !item.required_when_failing.is_empty() {
            let checklist = self.checklist();
            let fails = |id: &String| {
                checklist.item(id).is_some_and(|other| {
                    other.required_when_failing.is_empty() && self.state(other, now).status == Status::Fail
                })
            };
            if item.required_when_failing.iter().any(fails) {
                weight = Weight::Required;
            }
        }

        let subject = self.subject.digest();
        let finding = self.finding(&item.id);
        let stale = finding.is_some_and(|judged| judged.subject != subject);
        let newest_answer = self.answers.get(&item.id).and_then(|answers| answers.first());
        let answer = newest_answer.filter(|answer| answer.last_day() >= day_of(now) && answer.subject == subject);
        let found = match finding {
            Some(judged) if !stale => found(judged, now),
            _ if item.is_manual() => Status::NeedsYou,
            _ => Status::NotRun,
        };
        let seen = answered(found, answer);
        let mut original = seen;
        if weight == Weight::Advised && original == Status::Fail {
            original = Status::Warn;
        }
        if weight == Weight::Information {
            original = Status::Information;
        }

        let newest_exception = self.exceptions.get(&item.id).and_then(|exceptions| exceptions.first());
        let exception =
            newest_exception.filter(|exception| exception.holds(now) && covers(&exception.accepted, original));
        ItemState {
            status: if exception.is_some() { Status::Excepted } else { original },
            original,
            seen,
            weight,
            finding,
            stale,
            answer,
            answer_lapsed: newest_answer.filter(|_| answer.is_none()),
            exception,
            exception_lapsed: newest_exception.filter(|_| exception.is_none()),
        }
    }
}

/// What a finding alone amounts to.
fn found(judged: &Judged, now: Timestamp) -> Status {
    let seen_at = judged.finding.seen_at.unwrap_or(judged.at);
    let age = now.duration_since(seen_at);
    let days = age.as_hours() / 24;
    match &judged.finding.verdict {
        Verdict::Fail => Status::Fail,
        Verdict::CouldNotCheck(Unavailable::NeedsPerson) => Status::NeedsYou,
        Verdict::CouldNotCheck(Unavailable::NotLookedAt) => Status::NotRun,
        Verdict::CouldNotCheck(_) => Status::CouldNotCheck,
        // What was seen long ago may no longer be so. A failure stands until it is looked at again.
        _ if days > HOLDS_DAYS => Status::CouldNotCheck,
        // A clock was wrong, here or there, so nobody knows how old it is.
        _ if -age > CLOCK_TOLERANCE => Status::CouldNotCheck,
        Verdict::Pass => Status::Pass,
        Verdict::Warn => Status::Warn,
        Verdict::NotApplicable(_) => Status::NotApplicable,
    }
}

/// A finding together with an answer: the worse counts, and an answer closes only what no machine could.
fn answered(found: Status, answer: Option<&Answer>) -> Status {
    let Some(answer) = answer else { return found };
    match (answer.outcome, found) {
        (Outcome::Fail, _) => Status::Fail,
        (_, Status::Fail | Status::Warn | Status::Pass | Status::NotApplicable) => found,
        (Outcome::Pass, _) => Status::Pass,
        (Outcome::NotApplicable, _) => Status::NotApplicable,
    }
}

/// An exception covers what was accepted, and what is less than that.
fn covers(accepted: &str, now: Status) -> bool {
    match now {
        Status::Fail => accepted == "fail",
        Status::CouldNotCheck => accepted == "could_not_check" || accepted == "fail",
        Status::Warn => matches!(accepted, "warn" | "fail" | "could_not_check"),
        _ => false,
    }
}
