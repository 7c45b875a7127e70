//! What every format says of an assessment: each item with its number, what it stands at, and the sentence for it.
//! Nothing is flattered: what is stale, too old, lapsed or unanswered is said to be so.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::blocks::Mark;
use crate::{
    Message, Words,
    assessment::{Assessment, Conclusion, HOLDS_DAYS, ItemState, Judged, Outcome, Standing, Status, Tally},
    checklist::{Item, Section, Weight},
    facts::{Unavailable, Vantage},
    finding::Verdict,
    msg,
};

/// An assessment with every item's place and state, to be said in one language at one time.
pub(super) struct Survey<'a> {
    pub assessment: &'a Assessment,
    pub words: &'a Words,
    pub now: Timestamp,
    pub tally: Tally,
    pub standing: Standing,
    pub digest: crate::assessment::Digest,
    pub items: Vec<Placed<'a>>,
}

/// An item with its place and state.
pub(super) struct Placed<'a> {
    pub section: &'a Section,
    /// "2".
    pub section_number: String,
    pub item: &'a Item,
    /// "2.3".
    pub number: String,
    pub state: ItemState<'a>,
}

impl<'a> Survey<'a> {
    pub fn new(assessment: &'a Assessment, words: &'a Words, now: Timestamp) -> Self {
        let mut items = Vec::new();
        for (section_index, section) in assessment.checklist().sections.iter().enumerate() {
            let section_number = (section_index + 1).to_string();
            for (index, item) in section.items.iter().enumerate() {
                items.push(Placed {
                    section,
                    section_number: section_number.clone(),
                    item,
                    number: format!("{section_number}.{}", index + 1),
                    state: assessment.state(item, now),
                });
            }
        }
        Self {
            assessment,
            words,
            now,
            tally: assessment.conclude(now),
            standing: assessment.standing(now),
            digest: assessment.digest(),
            items,
        }
    }

    pub fn say(&self, message: &Message) -> String {
        self.words.say(message)
    }

    pub fn text(&self, id: &str) -> String {
        self.words.text(id)
    }

    pub fn placed(&self, item: &str) -> Option<&Placed<'a>> {
        self.items.iter().find(|placed| placed.item.id == item)
    }

    /// The items that stand at one of these.
    pub fn at(&self, statuses: &[Status]) -> Vec<&Placed<'a>> {
        self.items.iter().filter(|placed| statuses.contains(&placed.state.status)).collect()
    }

    pub fn mark(&self, status: Status) -> Mark {
        Mark { status, word: self.text(status.message_id()) }
    }

    pub fn title(&self, placed: &Placed<'_>) -> String {
        self.words.item_title(placed.item)
    }

    /// "2 Password writeback connectivity".
    pub fn section_title(&self, number: &str, section: &Section) -> String {
        format!("{number} {}", self.words.section_title(section))
    }

    pub fn weight(&self, weight: Weight) -> String {
        self.text(match weight {
            Weight::Required => "weight-required",
            Weight::Advised => "weight-advised",
            Weight::Information => "weight-information",
        })
    }

    pub fn outcome(&self, outcome: Outcome) -> String {
        self.text(&format!("outcome-{}", outcome.name()))
    }

    pub fn vantage(&self, vantage: &Vantage) -> String {
        self.say(&vantage.message()).trim().to_owned()
    }

    /// The day of a point in time, in the report's zone.
    pub fn day(&self, time: Timestamp) -> String {
        self.words.date(time.to_zoned(self.words.zone().clone()).date())
    }

    /// The zone of all times: `Europe/Zurich`, `UTC`, `+02:00`.
    pub fn zone(&self) -> String {
        let zone = self.words.zone();
        match zone.iana_name() {
            Some(name) => name.to_owned(),
            None => zone.to_offset(self.now).to_string(),
        }
    }

    /// The status whose look the conclusion takes.
    pub fn tone(&self) -> Status {
        match self.tally.conclusion {
            Conclusion::Ready => Status::Pass,
            Conclusion::ReadyWithExceptions => Status::Excepted,
            Conclusion::NotReady => Status::Fail,
            Conclusion::Incomplete => Status::CouldNotCheck,
        }
    }

    pub fn conclusion_word(&self) -> String {
        self.text(self.tally.conclusion.message_id())
    }

    /// One sentence below the conclusion.
    pub fn conclusion_sentence(&self) -> String {
        let counts: Vec<String> = self.tally.reason_messages().iter().map(|(_, message)| self.say(message)).collect();
        match self.tally.conclusion {
            Conclusion::Ready => self.text("report-every-required-met"),
            Conclusion::ReadyWithExceptions => {
                let held = self.items.iter().filter(|placed| placed.state.weight == Weight::Required);
                let ends: Vec<_> = held.filter_map(|placed| Some(placed.state.exception?.until)).collect();
                let until = ends.iter().min().map(|day| self.words.date(*day)).unwrap_or_default();
                self.say(&msg!("report-every-required-met-or-accepted", count = ends.len(), until = until))
            }
            Conclusion::Incomplete if self.tally.reasons.is_empty() => self.text("report-nothing-passed"),
            Conclusion::Incomplete | Conclusion::NotReady => {
                self.say(&msg!("report-required-counts", counts = self.words.list(&counts)))
            }
        }
    }

    /// "Draft, not signed off".
    pub fn standing_words(&self) -> String {
        match self.standing {
            Standing::Training => self.text("report-standing-training"),
            Standing::Draft => self.text("report-standing-draft"),
            Standing::Stale => self.text("report-standing-stale"),
            Standing::SignedOff => {
                let last = self.assessment.sign_offs.iter().map(|sign_off| sign_off.at).max().unwrap_or(self.now);
                self.say(&msg!("report-standing-signed-off", date = self.day(last)))
            }
        }
    }

    /// True when what was found was seen too long ago to count.
    fn is_aged(&self, judged: &Judged) -> bool {
        let seen_at = judged.finding.seen_at.unwrap_or(judged.at);
        !matches!(judged.finding.verdict, Verdict::Fail | Verdict::CouldNotCheck(_))
            && self.now.duration_since(seen_at).as_hours() / 24 > HOLDS_DAYS
    }

    /// What a finding alone amounts to, as found.
    pub fn found(&self, judged: &Judged) -> Status {
        match &judged.finding.verdict {
            Verdict::Pass => Status::Pass,
            Verdict::Warn => Status::Warn,
            Verdict::Fail => Status::Fail,
            Verdict::CouldNotCheck(Unavailable::NeedsPerson) => Status::NeedsYou,
            Verdict::CouldNotCheck(Unavailable::NotLookedAt) => Status::NotRun,
            Verdict::CouldNotCheck(_) => Status::CouldNotCheck,
            Verdict::NotApplicable(_) => Status::NotApplicable,
        }
    }

    /// True when the status rests on what a person says, and not on what was seen.
    pub fn rests_on_answer(&self, placed: &Placed<'_>) -> bool {
        let Some(answer) = placed.state.answer else { return false };
        match placed.state.finding.filter(|judged| !placed.state.stale && !self.is_aged(judged)) {
            None => true,
            Some(judged) => match &judged.finding.verdict {
                Verdict::Fail => false,
                Verdict::CouldNotCheck(_) => true,
                _ => answer.outcome == Outcome::Fail,
            },
        }
    }

    /// What a machine found, with the reason why it does not count when it does not.
    pub fn finding_sentence(&self, placed: &Placed<'_>) -> Option<String> {
        let judged = placed.state.finding?;
        let finding = self.say(&judged.finding.summary);
        Some(if placed.state.stale {
            self.say(&msg!("report-finding-stale", finding = finding))
        } else if self.is_aged(judged) {
            let at = self.day(judged.finding.seen_at.unwrap_or(judged.at));
            self.say(&msg!("report-finding-aged", at = at, finding = finding))
        } else {
            finding
        })
    }

    /// What is to be said of an item in one sentence.
    pub fn sentence(&self, placed: &Placed<'_>) -> String {
        if let Some(answer) = placed.state.answer.filter(|_| self.rests_on_answer(placed)) {
            let answered = msg!(
                "report-answered",
                who = &answer.who,
                outcome = self.outcome(answer.outcome),
                on = self.day(answer.at),
                why = &answer.why
            );
            // Who only attached a file gave no reason in words.
            return self.say(&answered).trim_end().to_owned();
        }
        if let Some(finding) = self.finding_sentence(placed) {
            return finding;
        }
        if let Some(answer) = placed.state.answer_lapsed {
            return self.say(&msg!("report-answer-lapsed-sentence", who = &answer.who, on = self.day(answer.at)));
        }
        self.text(if placed.item.is_manual() { "report-not-answered" } else { "unavailable-not-looked-at" })
    }

    /// When an item was last seen or answered.
    pub fn seen_at(&self, placed: &Placed<'_>) -> Option<Timestamp> {
        match placed.state.answer.filter(|_| self.rests_on_answer(placed)) {
            Some(answer) => Some(answer.at),
            None => placed.state.finding.map(|judged| judged.finding.seen_at.unwrap_or(judged.at)),
        }
    }

    /// From where the status was seen: a place, or the person who answered.
    pub fn measured_from(&self, placed: &Placed<'_>) -> Option<String> {
        match placed.state.answer.filter(|_| self.rests_on_answer(placed)) {
            Some(answer) => Some(answer.who.clone()),
            None => placed.state.finding?.finding.measured_from.as_ref().map(|vantage| self.vantage(vantage)),
        }
    }

    /// The places from which facts were seen, each once.
    pub fn vantages(&self) -> Vec<String> {
        let mut known = BTreeSet::new();
        let snapshots = self.assessment.facts.snapshots().iter();
        snapshots.map(|one| self.vantage(&one.vantage)).filter(|name| known.insert(name.clone())).collect()
    }

    /// True when an advised item was seen not to be met, which counts as a warning only.
    pub fn is_softened(&self, placed: &Placed<'_>) -> bool {
        placed.state.weight == Weight::Advised
            && !placed.state.stale
            && (placed.state.finding.is_some_and(|judged| judged.finding.verdict == Verdict::Fail)
                || placed.state.answer.is_some_and(|answer| answer.outcome == Outcome::Fail))
    }
}
