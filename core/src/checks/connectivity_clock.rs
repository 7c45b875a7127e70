//! `connectivity.clock`: does this machine's clock agree with the servers'?
//!
//! **Why.** Kerberos tolerates 5 minutes, and tokens have a beginning and an end. A wrong clock shows as refused
//! sign-ins and invalid certificates, never as "wrong time".
//! **Passes** when every reading, its uncertainty included, is within 5 minutes.
//! **Warns** when a reading is certainly beyond.
//! **Can't tell** when no clock was read, or a reading is too inexact to decide.
//! **Source.** Kerberos default tolerance of 5 minutes; Windows Time service documents.

use jiff::SignedDuration;

use super::{Case, Check, server_view};
use crate::{
    facts::{Sighting, Source, Unavailable, network::ClockReading},
    finding::{Evidence, Finding},
    msg,
};

/// The check.
pub const CHECK: Check = Check { id: "connectivity.clock", looks_at: &[Source::Network, Source::Directory], judge };

/// How far clocks may differ, in seconds.
const TOLERANCE_S: i64 = 300;

fn judge(case: &Case<'_>) -> Finding {
    let tolerance = case.parameter("tolerance_seconds", TOLERANCE_S).clamp(1, TOLERANCE_S);
    let network = case.network(|facts| &facts.clock);
    let directory = server_view::of_directory(case, |facts| &facts.clock);
    let mut readings: Vec<Sighting<'_, ClockReading>> = Vec::new();
    let mut missing = Unavailable::NotLookedAt;
    for reading in [network, directory] {
        match reading {
            Ok(reading) => readings.push(reading),
            Err(Unavailable::NotLookedAt) => {}
            Err(why) => missing = why,
        }
    }
    if readings.is_empty() {
        return Finding::could_not_check(missing);
    }
    // The sync server's clock is meant; another machine's says something only where there is nothing better.
    if readings.iter().any(|reading| case.closes(reading.vantage())) {
        readings.retain(|reading| case.closes(reading.vantage()));
    }
    let worst = readings.iter().max_by_key(|reading| reading.ahead_s.saturating_abs());
    let beyond = worst.filter(|reading| least(reading) > tolerance);
    let unsure = readings.iter().find(|reading| most(reading) > tolerance);
    let allowed = SignedDuration::from_secs(tolerance);
    let mut finding = if let Some(reading) = beyond {
        let id = if reading.ahead_s > 0 { "connectivity-clock-ahead" } else { "connectivity-clock-behind" };
        Finding::warn(msg!(id, by = off(reading), host = &reading.host, allowed = allowed))
    } else if let Some(reading) = unsure {
        let why = msg!(
            "connectivity-clock-inexact",
            host = &reading.host,
            exact = SignedDuration::from_secs(reading.uncertainty_s.into()),
            allowed = allowed
        );
        Finding::could_not_check(Unavailable::Inconclusive { why })
    } else {
        Finding::pass(msg!("connectivity-clock-agrees", count = readings.len(), allowed = allowed))
    };
    for reading in readings {
        let id =
            if reading.ahead_s < 0 { "connectivity-clock-reading-behind" } else { "connectivity-clock-reading-ahead" };
        let exact = SignedDuration::from_secs(reading.uncertainty_s.into());
        finding = finding.from(reading).with_evidence([Evidence {
            label: msg!("evidence-clock", host = &reading.host),
            value: msg!(id, by = off(&reading), exact = exact),
        }]);
    }
    case.unless_elsewhere(finding)
}

/// The difference without its sign.
fn off(reading: &ClockReading) -> SignedDuration {
    SignedDuration::from_secs(reading.ahead_s.saturating_abs())
}

/// The least that the difference can be, in seconds.
fn least(reading: &ClockReading) -> i64 {
    reading.ahead_s.saturating_abs().saturating_sub(reading.uncertainty_s.into())
}

/// The most that the difference can be, in seconds.
fn most(reading: &ClockReading) -> i64 {
    reading.ahead_s.saturating_abs().saturating_add(reading.uncertainty_s.into())
}

#[cfg(test)]
mod tests {
    use super::{
        super::testing::{given, said},
        *,
    };
    use crate::facts::{Seen, directory::DirectoryFacts, network::NetworkFacts};

    fn reading(ahead_s: i64, uncertainty_s: u32) -> Seen<ClockReading> {
        ClockReading { host: "login.microsoftonline.com".into(), ahead_s, uncertainty_s }.into()
    }

    fn network(ahead_s: i64, uncertainty_s: u32) -> NetworkFacts {
        NetworkFacts { clock: reading(ahead_s, uncertainty_s), ..Default::default() }
    }

    fn directory(ahead_s: i64) -> DirectoryFacts {
        DirectoryFacts { clock: reading(ahead_s, 1), ..Default::default() }
    }

    #[test]
    fn clocks_that_agree_pass() {
        for ahead in [0, 40, -299] {
            assert_eq!(said(&given().network(network(ahead, 1)).judge(&CHECK)), ("pass", "connectivity-clock-agrees"));
        }
        assert_eq!(said(&given().directory(directory(3)).judge(&CHECK)), ("pass", "connectivity-clock-agrees"));
    }

    #[test]
    fn clocks_that_differ_warn() {
        assert_eq!(said(&given().network(network(302, 1)).judge(&CHECK)), ("warn", "connectivity-clock-ahead"));
        assert_eq!(said(&given().network(network(-3600, 1)).judge(&CHECK)), ("warn", "connectivity-clock-behind"));
        assert_eq!(said(&given().network(network(i64::MIN, 1)).judge(&CHECK)), ("warn", "connectivity-clock-behind"));
        let finding = given().network(network(0, 1)).directory(directory(400)).judge(&CHECK);
        assert_eq!(said(&finding), ("warn", "connectivity-clock-ahead"));
    }

    #[test]
    fn the_tolerance_cannot_be_widened() {
        let finding = given().network(network(302, 1)).parameter("tolerance_seconds", 9999).judge(&CHECK);
        assert_eq!(finding.verdict.name(), "warn");
    }

    #[test]
    fn an_inexact_or_missing_reading_is_not_passed() {
        let finding = given().network(network(290, 60)).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let silent = Unavailable::Unreachable { target: "dc1".into() };
        let facts = NetworkFacts { clock: Seen::Missing(silent), ..Default::default() };
        assert_eq!(said(&given().network(facts).judge(&CHECK)), ("could_not_check", "unavailable-unreachable"));
        let finding = given().network_from_workstation(network(0, 1)).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-other-vantage"));
    }
}
