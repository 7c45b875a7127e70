//! What became of one item between two assessments.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::evidence::{FactChange, changes};
use crate::{
    Message,
    assessment::{Answer, ItemState, Outcome, Status},
    checklist::{ItemId, Weight},
    facts::Vantage,
    finding::Verdict,
    msg,
};

/// What became of an item. In the order in which changes are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It was seen to be better than it is seen to be now.
    Regressed,
    /// It was known, and is no longer.
    Lost,
    /// What was accepted counts again.
    ExceptionLapsed,
    /// People say something else of it.
    AnswerChanged,
    /// It was seen not to be as it must be, and is seen to be so now.
    Fixed,
    /// It failed, and works now, and should still be better.
    Improved,
    /// It was not known, and is now. Not the same as fixed.
    NewlyKnown,
    /// What is found is accepted now.
    ExceptionAdded,
    /// Only the later checklist has it.
    New,
    /// Only the earlier checklist has it.
    Removed,
    /// Something else about it changed: whether it applies, how much it counts, why it is not known.
    Other,
    /// It stands as it stood.
    Unchanged,
}

impl Change {
    /// Every change, in the order in which they are shown.
    pub const ALL: [Self; 12] = [
        Self::Regressed,
        Self::Lost,
        Self::ExceptionLapsed,
        Self::AnswerChanged,
        Self::Fixed,
        Self::Improved,
        Self::NewlyKnown,
        Self::ExceptionAdded,
        Self::New,
        Self::Removed,
        Self::Other,
        Self::Unchanged,
    ];

    /// The id of the message with its word: `change-…`.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Regressed => "change-regressed",
            Self::Lost => "change-lost",
            Self::ExceptionLapsed => "change-exception-lapsed",
            Self::AnswerChanged => "change-answer-changed",
            Self::Fixed => "change-fixed",
            Self::Improved => "change-improved",
            Self::NewlyKnown => "change-newly-known",
            Self::ExceptionAdded => "change-exception-added",
            Self::New => "change-new",
            Self::Removed => "change-removed",
            Self::Other => "change-other",
            Self::Unchanged => "change-unchanged",
        }
    }
}

/// Whether a change is for better or worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// For the worse.
    Worse,
    /// Neither.
    Neither,
    /// For the better.
    Better,
}

/// An item in one of the two assessments.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// What it stands at.
    pub status: Status,
    /// What it would stand at without an exception.
    pub original: Status,
    /// How much it counts.
    pub weight: Weight,
    /// What was found, or answered; none when nobody looked or answered.
    pub summary: Option<Message>,
    /// From where it was seen.
    pub measured_from: Option<Vantage>,
    /// When it was seen or answered.
    pub seen_at: Option<Timestamp>,
}

/// What became of an item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemChange {
    /// The item.
    pub item: ItemId,
    /// What became of it.
    pub change: Change,
    /// Whether that is better or worse.
    pub effect: Effect,
    /// What changed, in one sentence.
    pub what: Message,
    /// In the earlier assessment; none when it is new.
    pub before: Option<Side>,
    /// In the later one; none when it was removed.
    pub now: Option<Side>,
    /// The facts that changed.
    pub facts: Vec<FactChange>,
}

/// What became of an item that at least one of the two has.
pub(super) fn changed(id: &ItemId, before: Option<&ItemState<'_>>, now: Option<&ItemState<'_>>) -> ItemChange {
    let (change, effect) = match (before, now) {
        (Some(before), Some(now)) => {
            let effect = effect(before, now);
            (change(before, now, effect), effect)
        }
        (None, Some(now)) if !now.status.is_settled() => (Change::New, Effect::Worse),
        (None, _) => (Change::New, Effect::Neither),
        (Some(_), None) => (Change::Removed, Effect::Neither),
    };
    let what = what(change, before, now);
    let facts = match (before, now) {
        (Some(before), Some(now)) => changes(evidence(before), evidence(now)),
        _ => Vec::new(),
    };
    ItemChange { item: id.clone(), change, effect, what, before: before.map(side), now: now.map(side), facts }
}

fn evidence<'a>(state: &ItemState<'a>) -> &'a [crate::finding::Evidence] {
    state.finding.filter(|_| !state.stale).map_or(&[], |judged| &judged.finding.evidence)
}

/// What is known of an item, apart from how much it counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Pass,
    Warn,
    Fail,
    DoesNotApply,
    Not,
}

fn known(status: Status) -> Known {
    match status {
        Status::Pass => Known::Pass,
        Status::Warn => Known::Warn,
        Status::Fail => Known::Fail,
        Status::NotApplicable => Known::DoesNotApply,
        _ => Known::Not,
    }
}

fn change(before: &ItemState<'_>, now: &ItemState<'_>, effect: Effect) -> Change {
    use Known as K;
    let (was, is) = (known(before.seen), known(now.seen));
    let by_person = before.answer.map(said) != now.answer.map(said)
        && verdict(before).map(Verdict::name) == verdict(now).map(Verdict::name);
    let no_longer_accepted = before.exception.is_some() && now.exception.is_none();
    match (was, is) {
        (K::Pass | K::DoesNotApply, K::Warn | K::Fail) | (K::Warn, K::Fail) => Change::Regressed,
        (K::Pass | K::Warn | K::Fail | K::DoesNotApply, K::Not) => Change::Lost,
        _ if no_longer_accepted && is != K::Pass && is != K::DoesNotApply => Change::ExceptionLapsed,
        _ if by_person => Change::AnswerChanged,
        (K::Warn | K::Fail, K::Pass) => Change::Fixed,
        (K::Fail, K::Warn) => Change::Improved,
        (K::Not, K::Pass | K::Warn | K::Fail | K::DoesNotApply) => Change::NewlyKnown,
        _ if now.exception.is_some() && before.exception.is_none() => Change::ExceptionAdded,
        _ if was != is || before.original != now.original || before.weight != now.weight => Change::Other,
        _ if effect == Effect::Worse => Change::Other,
        _ => Change::Unchanged,
    }
}

/// What of an answer counts as said.
fn said(answer: &Answer) -> (Outcome, &str, &str) {
    (answer.outcome, &answer.who, &answer.why)
}

fn verdict<'a>(state: &ItemState<'a>) -> Option<&'a Verdict> {
    state.finding.filter(|_| !state.stale).map(|judged| &judged.finding.verdict)
}

/// How much an item stands in the way.
fn gravity(status: Status) -> u8 {
    match status {
        Status::Pass | Status::NotApplicable | Status::Information | Status::Excepted => 0,
        Status::Warn => 1,
        Status::CouldNotCheck | Status::NeedsYou | Status::NotRun => 2,
        Status::Fail => 3,
    }
}

fn effect(before: &ItemState<'_>, now: &ItemState<'_>) -> Effect {
    let (was, is) = (gravity(before.original), gravity(now.original));
    let lapsed = before.exception.is_some() && now.exception.is_none() && is > 0;
    if is > was || lapsed && is >= was {
        return Effect::Worse;
    }
    if gravity(now.status) > gravity(before.status) && is >= 2 {
        // It was accepted, and stands in the way now.
        return Effect::Worse;
    }
    // A failure that can no longer be seen is no improvement.
    if is < was && is != 2 { Effect::Better } else { Effect::Neither }
}

fn side(state: &ItemState<'_>) -> Side {
    let finding = state.finding.filter(|_| !state.stale);
    let by_answer = state.answer.filter(|_| finding.is_none_or(|judged| by_word(&judged.finding.verdict, state)));
    Side {
        status: state.status,
        original: state.original,
        weight: state.weight,
        summary: match by_answer {
            Some(answer) => Some(answered(answer)),
            None => finding.map(|judged| judged.finding.summary.clone()),
        },
        measured_from: match by_answer {
            Some(_) => None,
            None => finding.and_then(|judged| judged.finding.measured_from.clone()),
        },
        seen_at: match by_answer {
            Some(answer) => Some(answer.at),
            None => finding.map(|judged| judged.finding.seen_at.unwrap_or(judged.at)),
        },
    }
}

/// True when the status rests on what a person says: the machine could not tell, or the person says worse.
fn by_word(verdict: &Verdict, state: &ItemState<'_>) -> bool {
    match verdict {
        Verdict::CouldNotCheck(_) => true,
        Verdict::Fail => false,
        _ => state.answer.is_some_and(|answer| answer.outcome == Outcome::Fail),
    }
}

fn answered(answer: &Answer) -> Message {
    msg!(
        "compare-answered",
        who = &answer.who,
        outcome = Message::new(format!("outcome-{}", answer.outcome.name())),
        at = answer.at,
        why = &answer.why
    )
}

fn what(change: Change, before: Option<&ItemState<'_>>, now: Option<&ItemState<'_>>) -> Message {
    match (change, before, now) {
        (Change::New, ..) => msg!("compare-only-now"),
        (Change::Removed, ..) => msg!("compare-only-before"),
        (Change::ExceptionLapsed, Some(before), Some(now)) => lapsed(before, now),
        (Change::ExceptionAdded, _, Some(now)) => match now.exception {
            Some(exception) => msg!("compare-accepted", who = &exception.who, until = exception.until),
            None => msg!("compare-same"),
        },
        (Change::AnswerChanged, _, Some(now)) => match now.answer {
            Some(answer) => answered(answer),
            None => answer_gone(now),
        },
        (Change::Lost, Some(_), Some(now)) if now.answer_lapsed.is_some() && verdict(now).is_none() => answer_gone(now),
        (Change::Unchanged, ..) => msg!("compare-same"),
        (Change::Other, Some(before), Some(now)) if before.weight != now.weight => {
            let weight = |weight| {
                Message::new(match weight {
                    Weight::Required => "weight-required",
                    Weight::Advised => "weight-advised",
                    Weight::Information => "weight-information",
                })
            };
            msg!("compare-weight", before = weight(before.weight), now = weight(now.weight))
        }
        (_, Some(before), Some(now)) => {
            let nothing = || msg!("compare-nothing-seen");
            let (before, now) =
                (side(before).summary.unwrap_or_else(nothing), side(now).summary.unwrap_or_else(nothing));
            if before == now { msg!("compare-now", now = now) } else { msg!("compare-was", now = now, before = before) }
        }
        _ => msg!("compare-same"),
    }
}

fn lapsed(before: &ItemState<'_>, now: &ItemState<'_>) -> Message {
    let Some(held) = before.exception else { return msg!("compare-same") };
    match now.exception_lapsed {
        Some(exception) if exception.ended_at.is_some() => msg!("compare-exception-ended", who = &exception.who),
        // It still runs, and what is found now is more than was accepted.
        Some(exception) if exception.until >= held.until && now.seen != before.seen => {
            msg!("compare-exception-exceeded", who = &exception.who)
        }
        _ => msg!("compare-exception-lapsed", until = held.until),
    }
}

fn answer_gone(now: &ItemState<'_>) -> Message {
    match now.answer_lapsed {
        Some(answer) => msg!("compare-answer-lapsed", who = &answer.who, until = answer.last_day()),
        None => msg!("compare-answer-gone"),
    }
}
