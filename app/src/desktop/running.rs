//! A run, as far as the window has heard of it, and the handles that steer it.

mod idle;

pub use idle::{Idle, IdleLength, Lane, LaneState};

use std::collections::{BTreeMap, HashSet};

use jiff::Timestamp;
use readiness_core::{
    Message, Subject,
    checklist::ItemId,
    collect::{
        Progress,
        network::{IdlePlan, IdleSteering},
    },
    engine::{Plan, RunEvent, Scope},
    facts::{Source, Unavailable},
    finding::Verdict,
};
use tokio_util::sync::CancellationToken;

/// A run that goes on, or the last one.
#[derive(Debug)]
pub struct Running {
    /// What was asked for.
    pub scope: Scope,
    /// What that comes to.
    pub plan: Plan,
    /// Whom it is about.
    pub subject: Subject,
    /// When it began.
    pub began: Timestamp,
    /// One line for each collector.
    pub lines: BTreeMap<Source, Line>,
    /// The idle test, when there is one.
    pub idle: Option<Idle>,
    /// Items judged so far.
    pub judged: BTreeMap<ItemId, &'static str>,
    /// It is over.
    pub ended: Option<Ended>,
    waiting: HashSet<ItemId>,
    handles: Handles,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Everything was looked at.
    Finished,
    /// A person ended it.
    Cancelled,
    /// The engine stopped.
    Stopped,
}

/// A collector.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// What it does now.
    pub doing: Option<Message>,
    /// Hosts tried.
    pub probed: usize,
    /// How it ended.
    pub ended: Option<LineEnd>,
}

/// How a collector ended.
#[derive(Debug, Clone, PartialEq)]
pub enum LineEnd {
    /// Done, after this many milliseconds.
    Done(u64),
    /// It stopped without an answer.
    Stopped(Unavailable),
}

/// What steers a run.
#[derive(Debug, Clone, Default)]
pub struct Handles {
    /// Ends it early.
    pub cancel: CancellationToken,
    /// Shortens or skips its idle test.
    pub idle: IdleSteering,
}

/// `2:31`.
pub fn minutes(seconds: i64) -> String {
    let seconds = seconds.max(0);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

impl Running {
    /// A run that begins.
    pub fn new(scope: Scope, plan: Plan, subject: Subject, began: Timestamp, handles: Handles) -> Self {
        let waiting = plan.items.iter().cloned().collect();
        let lines = plan.sources.iter().map(|source| (*source, Line::default())).collect();
        Self { scope, plan, subject, began, lines, idle: None, judged: BTreeMap::new(), ended: None, waiting, handles }
    }

    /// Takes an event in.
    pub fn hear(&mut self, event: RunEvent, now: Timestamp) {
        match event {
            RunEvent::Planned(plan) => self.plan = plan,
            RunEvent::Progress(source, progress) => {
                let line = self.lines.entry(source).or_default();
                match progress {
                    Progress::Doing(message) => line.doing = Some(message),
                    Progress::Probed(_) => line.probed += 1,
                    Progress::IdleStarted(begun) => self.idle = Some(Idle::new(begun, now)),
                    Progress::IdleSilent(lane) => self.idle.iter_mut().for_each(|idle| idle.silent(lane, now)),
                    Progress::IdleEnded(ended) => {
                        self.idle.iter_mut().for_each(|idle| idle.ended(ended.clone()));
                    }
                }
            }
            RunEvent::Collected { source, took_ms } => {
                // That one of its collectors stopped is still so.
                self.lines.entry(source).or_default().ended.get_or_insert(LineEnd::Done(took_ms));
                if source == Source::Network {
                    self.idle = None;
                }
            }
            RunEvent::Stopped { source, why } => {
                self.lines.entry(source).or_default().ended = Some(LineEnd::Stopped(why));
            }
            RunEvent::Judged(item, finding) => {
                self.waiting.remove(&item);
                self.judged.insert(item, Verdict::name(&finding.verdict));
            }
            // What it brought goes into the document.
            RunEvent::Brought(_) => {}
            RunEvent::Finished { cancelled } => {
                self.idle = None;
                self.ended = Some(if cancelled { Ended::Cancelled } else { Ended::Finished });
            }
        }
    }

    /// Ends it early; what is finished stays.
    pub fn cancel(&self) {
        self.handles.cancel.cancel();
    }

    /// Ends what is planned to be silent for longer than the article asks for. What ended keeps its outcome.
    pub fn shorten_idle(&self) {
        self.handles.idle.shorten_to(IdlePlan::SHORT_S);
    }

    /// Ends the idle test. What ended keeps its outcome.
    pub fn skip_idle(&self) {
        self.handles.idle.skip();
    }

    /// True while there is something that shortening would end.
    pub fn can_shorten_idle(&self) -> bool {
        let longer = |lane: &Lane| lane.goes_on() && !lane.control && lane.silence_s > IdlePlan::SHORT_S;
        let limited = self.handles.idle.limit_s().is_some_and(|limit| limit <= IdlePlan::SHORT_S);
        self.can_skip_idle() && !limited && self.idle.as_ref().is_some_and(|idle| idle.lanes.iter().any(longer))
    }

    /// True while the idle test goes on and nobody has ended it.
    pub fn can_skip_idle(&self) -> bool {
        self.goes_on()
            && !self.is_cancelled()
            && !self.handles.idle.is_skipped()
            && self.idle.as_ref().is_some_and(|idle| idle.lanes.iter().any(Lane::goes_on))
    }

    /// True once it was asked to end.
    pub fn is_cancelled(&self) -> bool {
        self.handles.cancel.is_cancelled()
    }

    /// True while it goes on.
    pub fn goes_on(&self) -> bool {
        self.ended.is_none()
    }

    /// True while this item waits for judgement.
    pub fn is_waiting(&self, item: &str) -> bool {
        self.goes_on() && self.waiting.contains(item)
    }

    /// Collectors that are done, of how many.
    pub fn collectors_done(&self) -> (usize, usize) {
        (self.lines.values().filter(|line| line.ended.is_some()).count(), self.lines.len())
    }

    /// Progress from 0 to 1: collectors take the time, judging takes none.
    pub fn progress(&self) -> f32 {
        let (done, all) = self.collectors_done();
        if self.ended.is_some() || all == 0 { 1.0 } else { done as f32 / all as f32 }
    }

    /// How many items were judged to be this.
    pub fn found(&self, verdict: &str) -> usize {
        self.judged.values().filter(|found| **found == verdict).count()
    }
}

#[cfg(test)]
mod tests {
    use readiness_core::{finding::Finding, msg};

    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_000_000 + seconds).unwrap()
    }

    #[test]
    fn items_wait_until_they_are_judged_or_the_run_ends() {
        let plan =
            Plan { items: vec!["a".to_owned(), "b".to_owned()], sources: [Source::Network].into(), ..Plan::default() };
        let mut run = Running::new(Scope::All, plan, Subject::default(), at(0), Handles::default());
        assert_eq!(run.progress(), 0.0);
        run.hear(RunEvent::Collected { source: Source::Network, took_ms: 5 }, at(1));
        run.hear(RunEvent::Judged("a".to_owned(), Box::new(Finding::pass(msg!("x")))), at(1));
        assert!(!run.is_waiting("a") && run.is_waiting("b"));
        run.hear(RunEvent::Finished { cancelled: true }, at(2));
        assert!(!run.is_waiting("b"));
        assert_eq!(run.ended, Some(Ended::Cancelled));
    }
}
