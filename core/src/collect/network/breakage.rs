//! From what the operating system and the TLS library say to a typed [`Break`], and the clockwork around one step.

use std::{future::Future, io, time::Duration};

use tokio::time::{Instant, timeout};

use crate::facts::network::{Break, Step, StepResult};

/// What an I/O error means for the step in which it came.
pub(super) fn of_io(error: &io::Error) -> Break {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::ConnectionRefused => Break::Refused,
        Kind::ConnectionReset | Kind::ConnectionAborted => Break::Reset,
        // A local firewall forbids with "permission denied".
        Kind::HostUnreachable | Kind::NetworkUnreachable | Kind::PermissionDenied | Kind::AddrNotAvailable => {
            Break::HostUnreachable
        }
        Kind::UnexpectedEof | Kind::BrokenPipe | Kind::WriteZero | Kind::NotConnected => Break::Closed,
        // The system gave up by itself; how long it took is for `with_wait` to say.
        Kind::TimedOut => Break::TimedOut { after_ms: 0 },
        _ => Break::Other { detail: error.to_string() },
    }
}

/// Tells how long was waited, where the system gave up before the deadline.
pub(super) fn with_wait(broke: Break, began: Instant) -> Break {
    match broke {
        Break::TimedOut { after_ms: 0 } => Break::TimedOut { after_ms: millis(began.elapsed()) },
        other => other,
    }
}

/// Runs one step within its deadline and notes how long it took.
pub(super) async fn timed<T>(limit: Duration, work: impl Future<Output = Result<T, Break>>) -> Step<T> {
    let began = Instant::now();
    let result = match timeout(limit, work).await {
        Ok(Ok(seen)) => StepResult::Done(seen),
        Ok(Err(broke)) => StepResult::Broke(with_wait(broke, began)),
        Err(_) => StepResult::Broke(Break::TimedOut { after_ms: millis(limit) }),
    };
    Step { took_ms: millis(began.elapsed()), result }
}

/// Whole milliseconds.
pub(super) fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
