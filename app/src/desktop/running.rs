//! A run, as far as the window has heard of it.

use std::collections::{BTreeMap, HashSet};

use jiff::Timestamp;
use readiness_core::{
    Message, Subject,
    checklist::ItemId,
    collect::Progress,
    engine::{Plan, RunEvent, Scope},
    facts::{Source, Unavailable, network::IdleConnection},
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
    cancel: CancellationToken,
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

/// The idle test.
#[derive(Debug, Clone)]
pub struct Idle {
    /// When the silence began.
    pub began: Timestamp,
    /// Planned silences, in seconds.
    pub planned: Vec<u32>,
    /// Connections that have ended.
    pub ended: Vec<IdleConnection>,
}

impl Idle {
    /// Seconds until the next connection must carry a request; none when all have ended or are late.
    pub fn next_in_s(&self, now: Timestamp) -> Option<i64> {
        let silent_s = now.duration_since(self.began).as_secs();
        let open = self
            .planned
            .iter()
            .filter(|planned| !self.ended.iter().any(|ended| !ended.control && ended.silence_s == **planned));
        open.map(|planned| i64::from(*planned) - silent_s).filter(|left| *left > 0).min()
    }

    /// Seconds until the last connection must carry a request.
    pub fn left_s(&self, now: Timestamp) -> i64 {
        let silent_s = now.duration_since(self.began).as_secs();
        self.planned.iter().max().map_or(0, |longest| (i64::from(*longest) - silent_s).max(0))
    }
}

impl Running {
    /// A run that begins.
    pub fn new(scope: Scope, plan: Plan, subject: Subject, began: Timestamp, cancel: CancellationToken) -> Self {
        let waiting = plan.items.iter().cloned().collect();
        let lines = plan.sources.iter().map(|source| (*source, Line::default())).collect();
        Self { scope, plan, subject, began, lines, idle: None, judged: BTreeMap::new(), ended: None, waiting, cancel }
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
                    Progress::IdleStarted(planned) => self.idle = Some(Idle { began: now, planned, ended: Vec::new() }),
                    Progress::IdleEnded(connection) => {
                        if let Some(idle) = &mut self.idle {
                            idle.ended.push(connection);
                        }
                    }
                }
            }
            RunEvent::Collected { source, took_ms } => {
                self.lines.entry(source).or_default().ended = Some(LineEnd::Done(took_ms));
                if source == Source::Network {
                    self.idle = None;
                }
            }
            RunEvent::Stopped { source, why } => {
                self.lines.entry(source).or_default().ended = Some(LineEnd::Stopped(why));
                if source == Source::Network {
                    self.idle = None;
                }
            }
            RunEvent::Judged(item, finding) => {
                self.waiting.remove(&item);
                self.judged.insert(item, Verdict::name(&finding.verdict));
            }
            RunEvent::Finished { cancelled } => {
                self.idle = None;
                self.ended = Some(if cancelled { Ended::Cancelled } else { Ended::Finished });
            }
        }
    }

    /// Ends it early; what is finished stays.
    pub fn cancel(&self) {
        self.cancel.cancel();
    }

    /// True once it was asked to end.
    pub fn is_cancelled(&self) -> bool {
        self.cancel.is_cancelled()
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
    use readiness_core::{facts::network::IdleOutcome, finding::Finding, msg};

    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_000_000 + seconds).unwrap()
    }

    #[test]
    fn the_countdown_is_to_the_next_open_connection() {
        let survived = IdleConnection {
            silence_s: 60,
            control: false,
            outcome: IdleOutcome::Survived { answer_ms: 30, status: None },
        };
        let idle = Idle { began: at(0), planned: vec![60, 180, 360], ended: vec![survived] };
        assert_eq!(idle.next_in_s(at(144)), Some(36));
        assert_eq!(idle.left_s(at(144)), 216);
        assert_eq!(idle.next_in_s(at(400)), None);
        assert_eq!(idle.left_s(at(400)), 0);
    }

    #[test]
    fn items_wait_until_they_are_judged_or_the_run_ends() {
        let plan =
            Plan { items: vec!["a".to_owned(), "b".to_owned()], sources: [Source::Network].into(), ..Plan::default() };
        let mut run = Running::new(Scope::All, plan, Subject::default(), at(0), CancellationToken::new());
        assert_eq!(run.progress(), 0.0);
        run.hear(RunEvent::Collected { source: Source::Network, took_ms: 5 }, at(1));
        run.hear(RunEvent::Judged("a".to_owned(), Box::new(Finding::pass(msg!("x")))), at(1));
        assert!(!run.is_waiting("a") && run.is_waiting("b"));
        run.hear(RunEvent::Finished { cancelled: true }, at(2));
        assert!(!run.is_waiting("b"));
        assert_eq!(run.ended, Some(Ended::Cancelled));
    }
}
