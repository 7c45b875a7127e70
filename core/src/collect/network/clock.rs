//! The clock: an HTTP date against this machine's time, with how exact that can be.

use jiff::{SignedDuration, Timestamp, fmt::rfc2822};

use super::http::Exchange;
use crate::facts::network::ClockReading;

/// What a verified answer says about this machine's clock; `None` when it bears no date, or one out of a cache.
pub(super) fn reading(host: &str, exchange: &Exchange) -> Option<ClockReading> {
    if exchange.from_cache {
        return None;
    }
    let date = exchange.answer.headers.get("date")?;
    let server = rfc2822::parse(date).ok()?.timestamp();
    Some(difference(host, server, exchange.sent_at, exchange.answered_at))
}

/// An HTTP date counts whole seconds, so the server's time was up to one second later; and the answer was made at some
/// time between the request and its arrival.
fn difference(host: &str, server: Timestamp, sent: Timestamp, answered: Timestamp) -> ClockReading {
    // A clock that was set back meanwhile makes the journey look negative.
    let journey = answered.duration_since(sent).max(SignedDuration::ZERO);
    let made = sent.saturating_add(journey / 2).unwrap_or(sent);
    let ahead = made.duration_since(server) - SignedDuration::from_millis(500);
    let journey_s = journey.as_millis().div_euclid(1000) + 1;
    ClockReading {
        host: host.to_owned(),
        ahead_s: i64::try_from((ahead.as_millis() + 500).div_euclid(1000)).unwrap_or(i64::MAX),
        uncertainty_s: u32::try_from(1 + journey_s).unwrap_or(u32::MAX),
    }
}

/// The most exact of several readings.
pub(super) fn best(readings: impl Iterator<Item = ClockReading>) -> Option<ClockReading> {
    readings.min_by_key(|reading| reading.uncertainty_s)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    #[test]
    fn the_difference_is_within_its_uncertainty() {
        let server = at("2026-11-20T14:00:00Z");
        let same = difference("h", server, at("2026-11-20T14:00:00.4Z"), at("2026-11-20T14:00:00.5Z"));
        assert_eq!((same.ahead_s, same.uncertainty_s), (0, 2));
        let ahead = difference("h", server, at("2026-11-20T14:05:00.9Z"), at("2026-11-20T14:05:01.1Z"));
        assert_eq!(ahead.ahead_s, 301);
        let behind = difference("h", server, at("2026-11-20T13:59:30.4Z"), at("2026-11-20T13:59:36.4Z"));
        assert_eq!((behind.ahead_s, behind.uncertainty_s), (-27, 8));
    }

    #[test]
    fn a_clock_set_back_on_the_way_is_no_panic() {
        let server = at("2026-11-20T14:00:00Z");
        assert_eq!(difference("h", server, server, at("2026-11-20T13:00:00Z")).uncertainty_s, 2);
    }
}
