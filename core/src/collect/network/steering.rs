//! Steering of an idle test that goes on: a person may shorten it or skip the rest.

use std::sync::Arc;

use tokio::sync::watch;

/// A handle to an idle test. Clones steer the same test; what was cut is never put back.
#[derive(Debug, Clone)]
pub struct IdleSteering(Arc<watch::Sender<Limit>>);

/// The longest silence that is still wanted, in seconds; `None` as planned.
type Limit = Option<u32>;

impl Default for IdleSteering {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(None)))
    }
}

impl IdleSteering {
    /// Ends every connection that is planned to be silent for longer. One that has been silent for longer ends at once.
    pub fn shorten_to(&self, seconds: u32) {
        self.0.send_if_modified(|limit| {
            let shorter = limit.is_none_or(|now| seconds < now);
            if shorter {
                *limit = Some(seconds);
            }
            shorter
        });
    }

    /// Ends the test now. What ended before keeps its outcome.
    pub fn skip(&self) {
        self.shorten_to(0);
    }

    /// True once the test was skipped.
    pub fn is_skipped(&self) -> bool {
        *self.0.borrow() == Some(0)
    }

    /// To how many seconds the test was shortened; `None` as planned.
    pub fn limit_s(&self) -> Option<u32> {
        *self.0.borrow()
    }

    /// Waits until a silence of so many seconds is no longer wanted; gives the longest that is. Never ends otherwise.
    pub(super) async fn cut(&self, silence_s: u32) -> u32 {
        let mut limits = self.0.subscribe();
        let cut = limits.wait_for(|limit| limit.is_some_and(|limit| limit < silence_s)).await.map(|limit| *limit);
        match cut {
            Ok(Some(limit)) => limit,
            // The sender lives as long as `self`.
            _ => std::future::pending().await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_test_becomes_shorter_and_never_longer() {
        let steering = IdleSteering::default();
        assert_eq!(steering.limit_s(), None);
        steering.shorten_to(180);
        steering.clone().shorten_to(300);
        assert_eq!((steering.limit_s(), steering.cut(181).await, steering.is_skipped()), (Some(180), 180, false));
        steering.skip();
        assert_eq!((steering.is_skipped(), steering.cut(1).await), (true, 0));
    }
}
