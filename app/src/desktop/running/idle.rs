//! The idle test of a run, lane by lane, as far as the window has heard of it.

use jiff::Timestamp;
use readiness_core::{
    collect::{IdleBegun, IdleLane, network::IdlePlan},
    facts::network::{Endpoint, IdleConnection, ProxyContext},
};

/// How long the idle test of the next run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IdleLength {
    /// Six minutes.
    #[default]
    Full,
    /// What the article asks for; such a test does not pass.
    Short,
    /// None; such a test does not pass.
    Skip,
}

impl IdleLength {
    /// Every length, the longest first.
    pub const ALL: [Self; 3] = [Self::Full, Self::Short, Self::Skip];

    /// The silences it stands for.
    pub fn plan(self) -> IdlePlan {
        match self {
            Self::Full => IdlePlan::full(),
            Self::Short => IdlePlan::short(),
            Self::Skip => IdlePlan::skip(),
        }
    }

    /// The id of its word.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Full => "ui-idle-full",
            Self::Short => "ui-idle-short",
            Self::Skip => "ui-idle-none",
        }
    }
}

/// The idle test.
#[derive(Debug, Clone)]
pub struct Idle {
    /// When it began.
    pub began: Timestamp,
    /// The relay that is used.
    pub endpoint: Endpoint,
    /// How the connections leave the machine.
    pub context: ProxyContext,
    /// Its connections, in order of silence, the control connection last.
    pub lanes: Vec<Lane>,
}

/// One connection.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// The planned silence, in seconds.
    pub silence_s: u32,
    /// It does not cross the suspected path.
    pub control: bool,
    /// How it stands.
    pub state: LaneState,
}

/// How a connection stands.
#[derive(Debug, Clone, PartialEq)]
pub enum LaneState {
    /// It is being opened.
    Opening,
    /// It has been silent since.
    Silent(Timestamp),
    /// It ended, or was left out.
    Ended(IdleConnection),
}

impl Lane {
    /// True until it has ended.
    pub fn goes_on(&self) -> bool {
        !matches!(self.state, LaneState::Ended(_))
    }

    /// Seconds until it must carry a request, negative when the answer is overdue; none when it is not silent.
    pub fn left_s(&self, now: Timestamp) -> Option<i64> {
        match self.state {
            LaneState::Silent(since) => Some(i64::from(self.silence_s) - now.duration_since(since).as_secs()),
            _ => None,
        }
    }
}

impl Idle {
    /// A test that begins.
    pub fn new(begun: IdleBegun, now: Timestamp) -> Self {
        let lane =
            |lane: IdleLane| Lane { silence_s: lane.silence_s, control: lane.control, state: LaneState::Opening };
        let IdleBegun { endpoint, context, lanes } = begun;
        Self { began: now, endpoint, context, lanes: lanes.into_iter().map(lane).collect() }
    }

    /// A connection is silent from now on.
    pub fn silent(&mut self, silent: IdleLane, now: Timestamp) {
        if let Some(lane) = self.lane(silent.silence_s, silent.control) {
            lane.state = LaneState::Silent(now);
        }
    }

    /// A connection has ended. A control connection may end with another silence than was planned.
    pub fn ended(&mut self, ended: IdleConnection) {
        if let Some(lane) = self.lane(ended.silence_s, ended.control) {
            lane.silence_s = ended.silence_s;
            lane.state = LaneState::Ended(ended);
        }
    }

    /// There is one control connection at most.
    fn lane(&mut self, silence_s: u32, control: bool) -> Option<&mut Lane> {
        self.lanes.iter_mut().find(|lane| lane.control == control && (control || lane.silence_s == silence_s))
    }

    /// The connections that have ended.
    pub fn connections(&self) -> Vec<IdleConnection> {
        let ended = self.lanes.iter().filter_map(|lane| match &lane.state {
            LaneState::Ended(ended) => Some(ended.clone()),
            _ => None,
        });
        ended.collect()
    }

    /// Seconds until the next connection must carry a request; none when all have ended or are late.
    pub fn next_in_s(&self, now: Timestamp) -> Option<i64> {
        self.lanes.iter().filter_map(|lane| lane.left_s(now)).filter(|left| *left > 0).min()
    }

    /// Seconds until the last connection must carry a request.
    pub fn left_s(&self, now: Timestamp) -> i64 {
        self.lanes.iter().filter_map(|lane| lane.left_s(now)).max().unwrap_or(0).max(0)
    }

    /// Connections that have carried their request or broke, of how many that are to be held; the control is not counted.
    pub fn answered(&self) -> (usize, usize) {
        let tested = || self.lanes.iter().filter(|lane| !lane.control);
        let ran = |lane: &&Lane| matches!(&lane.state, LaneState::Ended(ended) if ended.outcome.ran());
        (tested().filter(ran).count(), tested().filter(|lane| lane.goes_on() || ran(lane)).count())
    }
}

#[cfg(test)]
mod tests {
    use readiness_core::facts::network::{IdleOutcome, Purpose};

    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_000_000 + seconds).unwrap()
    }

    fn lane(silence_s: u32, control: bool) -> IdleLane {
        IdleLane { silence_s, control }
    }

    fn ended(silence_s: u32, control: bool, outcome: IdleOutcome) -> IdleConnection {
        IdleConnection { silence_s, control, outcome }
    }

    #[test]
    fn the_countdown_is_to_the_next_connection_that_is_still_silent() {
        let endpoint = Endpoint { host: "a".into(), port: 443, purpose: Purpose::Relay };
        let lanes = vec![lane(60, false), lane(180, false), lane(360, false), lane(360, true)];
        let mut idle = Idle::new(IdleBegun { endpoint, context: ProxyContext::default(), lanes: lanes.clone() }, at(0));
        assert_eq!((idle.next_in_s(at(0)), idle.answered()), (None, (0, 3)));
        lanes.into_iter().for_each(|lane| idle.silent(lane, at(2)));
        idle.ended(ended(60, false, IdleOutcome::Survived { answer_ms: 30, status: None }));
        assert_eq!((idle.next_in_s(at(146)), idle.left_s(at(146)), idle.answered()), (Some(36), 216, (1, 3)));
        // Shortened: the longest ends, and the control connection with a shorter silence than was planned.
        idle.ended(ended(360, false, IdleOutcome::Shortened));
        idle.ended(ended(180, true, IdleOutcome::Survived { answer_ms: 30, status: None }));
        assert_eq!((idle.left_s(at(146)), idle.answered(), idle.lanes[3].silence_s), (36, (1, 2), 180));
        assert_eq!((idle.next_in_s(at(400)), idle.left_s(at(400)), idle.connections().len()), (None, 0, 3));
    }
}
