//! What silent connections tell about how long such a connection lives.

use crate::facts::network::{IdleConnection, IdleOutcome};

/// Two connections met the same end when no more than so many seconds lie between.
const SAME_S: i64 = 10;

/// What the connections tell about the life of a silent connection, in seconds.
#[derive(Debug, Clone)]
pub struct IdleLimits {
    /// The longest silence that was survived.
    pub lives: Option<i64>,
    /// The shortest silence by which the path had lost a connection.
    pub lost: Option<i64>,
    /// The shortest silence by which the far end, or something in its name, had closed one in good order.
    pub closed: Option<i64>,
    /// The silence by which the control connection may have ended too.
    control_ended: Option<i64>,
    /// The longest silence of a connection that ran to its end.
    pub finished: Option<i64>,
}

impl IdleLimits {
    /// What these connections tell.
    pub fn of(connections: &[IdleConnection]) -> Self {
        let tested = || connections.iter().filter(|connection| !connection.control);
        let lost = |connection: &IdleConnection| match connection.outcome {
            IdleOutcome::Reset { after_ms } => Some(whole_seconds(after_ms).min(connection.silence_s.into())),
            IdleOutcome::Dropped { .. } => Some(i64::from(connection.silence_s)),
            _ => None,
        };
        let closed = |connection: &IdleConnection| match connection.outcome {
            IdleOutcome::ClosedByPeer { after_ms } => Some(whole_seconds(after_ms).min(connection.silence_s.into())),
            _ => None,
        };
        let silence = |connection: &IdleConnection| i64::from(connection.silence_s);
        let survived = |connection: &&IdleConnection| {
            matches!(connection.outcome, IdleOutcome::Survived { .. }) && gateway_status(&connection.outcome).is_none()
        };
        let ran = |connection: &&IdleConnection| connection.outcome.ran();
        // When a dropped connection died is not known, so it may have been at once.
        let ended = |connection: &IdleConnection| match connection.outcome {
            IdleOutcome::Dropped { .. } => Some(0),
            _ => lost(connection).or_else(|| closed(connection)),
        };
        let control = connections.iter().filter(|connection| connection.control);
        Self {
            lives: tested().filter(survived).map(silence).max(),
            lost: tested().filter_map(lost).min(),
            closed: tested().filter_map(closed).min(),
            control_ended: control.filter_map(ended).min(),
            finished: tested().filter(ran).map(silence).max(),
        }
    }

    /// Whether a loss by `lost` may be the far end's own doing: it closed another connection no later in good order, or
    /// the control connection, which does not cross the suspected path, met the same end.
    pub fn far_end_may_have_ended(&self, lost: i64) -> bool {
        self.closed.is_some_and(|closed| closed <= lost)
            || self.control_ended.is_some_and(|ended| ended <= lost + SAME_S)
    }
}

/// The status of an answer that no relay gives to a stranger. A device on the way gave it, in the relay's place or
/// because it lost the far half of the connection, so nothing is known of the relay. A relay asks for a token (401) or
/// does not know the path (404).
pub fn gateway_status(outcome: &IdleOutcome) -> Option<u16> {
    match outcome {
        IdleOutcome::Survived { status: Some(status), .. } if !matches!(status, 401 | 404) => Some(*status),
        _ => None,
    }
}

/// Whole seconds, rounded up: the connection was dead by then.
fn whole_seconds(ms: u64) -> i64 {
    i64::try_from(ms.div_ceil(1000)).unwrap_or(i64::MAX)
}
