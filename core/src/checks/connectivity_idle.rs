//! `connectivity.idle`: does a silent connection to a relay live as long as writeback needs?
//!
//! **Why.** The relay's connection is silent for minutes at a time; firewalls and proxies forget such connections, and
//! neither end is told.
//! **Passes** when a connection that was silent for at least 180 s still carried a request.
//! **Warns** when it did, and one was lost by 360 s, which synchronisation needs, or a shorter one was lost.
//! **Fails** when a connection was reset or swallowed by 180 s, and nothing suggests that the far end itself ended it.
//! **Can't tell** when the far end closed it in good order, when the control connection met the same end, when the test
//! was shortened, skipped or cancelled, when it took another way than the sync service, or when the limit lies between
//! two tested silences.
//! **Source.** Article, part 2, step 4 (2 to 3 minutes); prerequisites, 29 Sep 2025, and connectivity guide,
//! 19 Jan 2023 (6 minutes for proxies).

use jiff::SignedDuration;

use super::{
    Case, Check,
    idle_limits::{IdleLimits, gateway_status},
    way::Way,
};
use crate::{
    Message,
    facts::{
        Source, Unavailable,
        network::{IdleConnection, IdleOutcome, IdleTest},
    },
    finding::{Evidence, Finding, Verdict},
    msg,
};

/// The check.
pub const CHECK: Check = Check { id: "connectivity.idle", looks_at: &[Source::Network], judge };

/// The silence that writeback must survive, in seconds.
const NEEDED_S: i64 = 180;
/// The silence that synchronisation through a proxy should survive, in seconds.
const ADVISED_S: i64 = 360;

fn judge(case: &Case<'_>) -> Finding {
    let test = match case.network(|facts| &facts.idle) {
        Ok(test) => test,
        Err(why) => return Finding::could_not_check(why),
    };
    let needed = seconds(case.parameter("needed_seconds", NEEDED_S));
    let advised = seconds(case.parameter("advised_seconds", ADVISED_S)).max(needed);
    let mut finding = match other_way(case, test.value, case.closes(test.vantage())) {
        Some(why) => inconclusive(why),
        None => {
            let limits = IdleLimits::of(&test.connections);
            unless_cut(verdict(&limits, test.value, needed, advised), &limits, test.value)
        }
    };
    finding = finding.with("evidence-idle-host", &test.endpoint.host).with("evidence-idle-way", test.context.message());
    finding = finding.with_evidence(test.connections.iter().map(evidence));
    case.unless_elsewhere(finding.from(test))
}

fn verdict(limits: &IdleLimits, test: &IdleTest, needed: i64, advised: i64) -> Finding {
    if let Some(lives) = limits.lives.filter(|lives| *lives >= needed) {
        return survived(limits, lives, needed, advised);
    }
    match limits.lost {
        Some(lost) if limits.far_end_may_have_ended(lost) => {
            return inconclusive(msg!("connectivity-idle-far-end", dead = span(lost)));
        }
        Some(lost) if lost <= needed => {
            let summary = match limits.lives {
                Some(lives) => {
                    msg!("connectivity-idle-lost", lives = span(lives), dead = span(lost), needed = span(needed))
                }
                None => msg!("connectivity-idle-lost-at-once", dead = span(lost), needed = span(needed)),
            };
            return Finding::fail(summary).advise(msg!("connectivity-idle-advice-owners"));
        }
        Some(lost) => {
            let why = match limits.lives {
                Some(lives) => {
                    msg!("connectivity-idle-between", lives = span(lives), dead = span(lost), needed = span(needed))
                }
                None => msg!("connectivity-idle-between-unknown", dead = span(lost), needed = span(needed)),
            };
            return inconclusive(why);
        }
        None => {}
    }
    if let Some(closed) = limits.closed {
        return inconclusive(msg!("connectivity-idle-closed-by-peer", dead = span(closed)));
    }
    let doubtful = test.connections.iter().any(|connection| gateway_status(&connection.outcome).is_some());
    if doubtful {
        return inconclusive(msg!("connectivity-idle-gateway-answered")).relate("connectivity.service-bus-host");
    }
    let not_opened = test.connections.iter().find_map(|connection| match &connection.outcome {
        IdleOutcome::NotOpened { step, broke } if !connection.control => Some((step, broke)),
        _ => None,
    });
    if let Some((step, broke)) = not_opened {
        let why = msg!("connectivity-idle-not-opened", step = step.message(), how = broke.message());
        return inconclusive(why).relate("connectivity.service-bus-host");
    }
    if let Some(why) = cut(limits, test) {
        return Finding::could_not_check(why);
    }
    match limits.finished.and_then(|longest| u32::try_from(longest).ok()) {
        Some(longest_s) => Finding::could_not_check(Unavailable::Shortened { longest_s }),
        None => Finding::could_not_check(Unavailable::NotLookedAt),
    }
}

/// Why the test was not what it was to be: a person skipped the rest, shortened it, or cancelled the run.
fn cut(limits: &IdleLimits, test: &IdleTest) -> Option<Unavailable> {
    let has = |outcome: &IdleOutcome| test.connections.iter().any(|connection| connection.outcome == *outcome);
    if has(&IdleOutcome::Skipped) {
        return Some(Unavailable::Skipped);
    }
    if has(&IdleOutcome::Shortened) {
        let longest_s = limits.finished.and_then(|longest| u32::try_from(longest).ok()).unwrap_or_default();
        return Some(Unavailable::Shortened { longest_s });
    }
    has(&IdleOutcome::Cancelled).then_some(Unavailable::Cancelled)
}

/// A loss was seen however early the test ended. That all is well was not: what a person left out never passes.
fn unless_cut(finding: Finding, limits: &IdleLimits, test: &IdleTest) -> Finding {
    match cut(limits, test) {
        Some(why) if matches!(finding.verdict, Verdict::Pass | Verdict::Warn) => Finding::could_not_check(why),
        _ => finding,
    }
}

/// A connection lived long enough. What became of the others decides whether that is all.
fn survived(limits: &IdleLimits, lives: i64, needed: i64, advised: i64) -> Finding {
    match limits.lost {
        Some(lost) if limits.far_end_may_have_ended(lost) => {}
        Some(lost) if lost <= lives => {
            return Finding::warn(msg!("connectivity-idle-uneven", lives = span(lives), dead = span(lost)))
                .advise(msg!("connectivity-idle-advice-owners"));
        }
        Some(lost) if lost <= advised => {
            return Finding::warn(msg!(
                "connectivity-idle-short-of-advised",
                lives = span(lives),
                dead = span(lost),
                advised = span(advised)
            ))
            .advise(msg!("connectivity-idle-advice-owners"));
        }
        _ => {}
    }
    Finding::pass(msg!("connectivity-idle-survives", lives = span(lives), needed = span(needed)))
}

/// Why the test does not speak for the sync service, when it took another way.
fn other_way(case: &Case<'_>, test: &IdleTest, own_view: bool) -> Option<Message> {
    let way = Way::of_service(case).filter(|_| own_view)?;
    (!way.is(&test.context)).then(|| way.untried())
}

fn evidence(connection: &IdleConnection) -> Evidence {
    let label = if connection.control { "evidence-idle-control" } else { "evidence-idle-connection" };
    let millis = |ms: u64| SignedDuration::from_millis(i64::try_from(ms).unwrap_or(i64::MAX));
    let value = match &connection.outcome {
        IdleOutcome::Survived { answer_ms, .. } => match gateway_status(&connection.outcome) {
            Some(status) => msg!("connectivity-idle-outcome-gateway", status = status.to_string()),
            None => msg!("connectivity-idle-outcome-survived", took = millis(*answer_ms)),
        },
        IdleOutcome::Reset { after_ms } => msg!("connectivity-idle-outcome-reset", after = millis(*after_ms)),
        IdleOutcome::ClosedByPeer { after_ms } => msg!("connectivity-idle-outcome-closed", after = millis(*after_ms)),
        IdleOutcome::Dropped { waited_ms } => msg!("connectivity-idle-outcome-dropped", waited = millis(*waited_ms)),
        IdleOutcome::NotOpened { step, broke } => {
            msg!("connectivity-idle-outcome-not-opened", step = step.message(), how = broke.message())
        }
        IdleOutcome::Cancelled => msg!("connectivity-idle-outcome-cancelled"),
        IdleOutcome::Shortened => msg!("connectivity-idle-outcome-shortened"),
        IdleOutcome::Skipped => msg!("connectivity-idle-outcome-skipped"),
    };
    Evidence { label: msg!(label, silence = span(connection.silence_s.into())), value }
}

fn inconclusive(why: Message) -> Finding {
    Finding::could_not_check(Unavailable::Inconclusive { why })
}

/// A parameter that makes no sense must not let a shorter silence pass.
fn seconds(parameter: i64) -> i64 {
    if (1..=86_400).contains(&parameter) { parameter } else { NEEDED_S }
}

fn span(seconds: i64) -> SignedDuration {
    SignedDuration::from_secs(seconds)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            probe_samples::service_proxy,
            testing::{Given, given, said},
        },
        *,
    };
    use crate::facts::network::{Break, Endpoint, NetworkFacts, ProxyContext, Purpose, StepName};

    const SURVIVED: IdleOutcome = IdleOutcome::Survived { answer_ms: 40, status: Some(401) };
    const DROPPED: IdleOutcome = IdleOutcome::Dropped { waited_ms: 10_000 };
    const SHORTENED: (&str, &str) = ("could_not_check", "unavailable-shortened");
    const INCONCLUSIVE: (&str, &str) = ("could_not_check", "unavailable-inconclusive");

    fn connection((silence_s, outcome): &(u32, IdleOutcome)) -> IdleConnection {
        IdleConnection { silence_s: *silence_s, control: false, outcome: outcome.clone() }
    }

    fn test(connections: &[(u32, IdleOutcome)]) -> NetworkFacts {
        let endpoint = Endpoint { host: "a.servicebus.windows.net".into(), port: 443, purpose: Purpose::Relay };
        let connections = connections.iter().map(connection).collect();
        let test = IdleTest { endpoint, context: ProxyContext::default(), connections };
        NetworkFacts { idle: test.into(), ..Default::default() }
    }

    fn with_control(connections: &[(u32, IdleOutcome)], control: (u32, IdleOutcome)) -> NetworkFacts {
        let mut facts = test(connections);
        if let crate::facts::Seen::Seen(test) = &mut facts.idle {
            test.connections.push(IdleConnection { control: true, ..connection(&control) });
        }
        facts
    }

    fn of(connections: &[(u32, IdleOutcome)]) -> Given {
        given().network(test(connections))
    }

    fn closed(after_s: u64) -> IdleOutcome {
        IdleOutcome::ClosedByPeer { after_ms: after_s * 1000 }
    }

    fn reset(after_s: u64) -> IdleOutcome {
        IdleOutcome::Reset { after_ms: after_s * 1000 }
    }

    #[test]
    fn a_long_life_passes() {
        assert_eq!(said(&of(&[(180, SURVIVED)]).judge(&CHECK)), ("pass", "connectivity-idle-survives"));
        assert_eq!(said(&of(&[(60, SURVIVED), (360, SURVIVED)]).judge(&CHECK)), ("pass", "connectivity-idle-survives"));
        assert_eq!(said(&of(&[(360, SURVIVED), (600, DROPPED)]).judge(&CHECK)), ("pass", "connectivity-idle-survives"));
        // The far end may end what is silent for so long.
        assert_eq!(
            said(&of(&[(180, SURVIVED), (360, closed(240))]).judge(&CHECK)),
            ("pass", "connectivity-idle-survives")
        );
    }

    #[test]
    fn the_needed_silence_is_a_parameter() {
        let shorter = of(&[(120, SURVIVED)]).parameter("needed_seconds", 120);
        assert_eq!(said(&shorter.judge(&CHECK)), ("pass", "connectivity-idle-survives"));
        for nonsense in [0, -1, i64::MAX] {
            let nothing = of(&[(1, SURVIVED)]).parameter("needed_seconds", nonsense);
            assert_eq!(said(&nothing.judge(&CHECK)), SHORTENED);
        }
    }

    #[test]
    fn short_of_the_advised_silence_warns() {
        let finding = of(&[(180, SURVIVED), (360, DROPPED)]).judge(&CHECK);
        assert_eq!(said(&finding), ("warn", "connectivity-idle-short-of-advised"));
        let finding = of(&[(120, DROPPED), (180, SURVIVED)]).judge(&CHECK);
        assert_eq!(said(&finding), ("warn", "connectivity-idle-uneven"));
    }

    #[test]
    fn a_loss_fails_with_its_interval() {
        let finding = of(&[(60, SURVIVED), (120, SURVIVED), (180, DROPPED)]).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "connectivity-idle-lost"));
        assert_eq!(finding.summary.args["lives"], span(120).into());
        assert_eq!(finding.summary.args["dead"], span(180).into());
        let finding = of(&[(60, SURVIVED), (180, reset(121))]).judge(&CHECK);
        assert_eq!(
            (said(&finding), &finding.summary.args["dead"]),
            (("fail", "connectivity-idle-lost"), &span(121).into())
        );
        assert_eq!(said(&of(&[(60, reset(30))]).judge(&CHECK)), ("fail", "connectivity-idle-lost-at-once"));
        let apart = with_control(&[(60, SURVIVED), (180, DROPPED)], (180, SURVIVED));
        assert_eq!(said(&given().network(apart).judge(&CHECK)), ("fail", "connectivity-idle-lost"));
    }

    #[test]
    fn what_the_far_end_may_have_done_is_not_blamed_on_the_path() {
        assert_eq!(said(&of(&[(120, SURVIVED), (180, closed(150))]).judge(&CHECK)), INCONCLUSIVE);
        assert_eq!(said(&of(&[(120, closed(100)), (180, DROPPED)]).judge(&CHECK)), INCONCLUSIVE);
        for control in [DROPPED, reset(170), closed(170)] {
            let same = with_control(&[(120, SURVIVED), (180, DROPPED)], (180, control));
            assert_eq!(said(&given().network(same).judge(&CHECK)), INCONCLUSIVE);
        }
        let outlived = with_control(&[(60, SURVIVED), (180, reset(121))], (360, closed(300)));
        assert_eq!(said(&given().network(outlived).judge(&CHECK)), ("fail", "connectivity-idle-lost"));
        for status in [200, 403, 407, 502, 504] {
            let gateway = IdleOutcome::Survived { answer_ms: 40, status: Some(status) };
            assert_eq!(said(&of(&[(180, gateway)]).judge(&CHECK)), INCONCLUSIVE, "{status}");
        }
    }

    #[test]
    fn a_limit_between_two_silences_is_inconclusive() {
        assert_eq!(said(&of(&[(120, SURVIVED), (240, DROPPED)]).judge(&CHECK)), INCONCLUSIVE);
        assert_eq!(said(&of(&[(240, DROPPED)]).judge(&CHECK)), INCONCLUSIVE);
    }

    #[test]
    fn a_test_that_did_not_reach_the_needed_silence_does_not_pass() {
        assert_eq!(said(&of(&[(120, SURVIVED)]).judge(&CHECK)), SHORTENED);
        assert_eq!(said(&of(&[]).judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let cancelled = of(&[(60, SURVIVED), (180, IdleOutcome::Cancelled)]).judge(&CHECK);
        assert_eq!(said(&cancelled), ("could_not_check", "unavailable-cancelled"));
        let skipped = NetworkFacts { idle: crate::facts::Seen::Missing(Unavailable::Skipped), ..Default::default() };
        let finding = given().network(skipped).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-skipped"));
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let shut = IdleOutcome::NotOpened { step: StepName::Tcp, broke: Break::Refused };
        let finding = of(&[(180, shut)]).judge(&CHECK);
        assert_eq!((said(&finding), finding.related.len()), (INCONCLUSIVE, 1));
        // The control connection alone says nothing about the path.
        let control = with_control(&[], (180, SURVIVED));
        assert_eq!(given().network(control).judge(&CHECK).verdict.name(), "could_not_check");
    }

    #[test]
    fn a_test_that_a_person_cut_never_passes() {
        use IdleOutcome::{Cancelled, Shortened, Skipped};
        for (cut, why) in [
            (Shortened, "unavailable-shortened"),
            (Skipped, "unavailable-skipped"),
            (Cancelled, "unavailable-cancelled"),
        ] {
            // Three minutes were survived, which a whole test passes with, and a loss that it would warn of.
            for connections in [
                [(60, SURVIVED), (180, SURVIVED), (360, cut.clone())],
                [(60, DROPPED), (180, SURVIVED), (360, cut.clone())],
                [(60, SURVIVED), (120, SURVIVED), (180, cut.clone())],
            ] {
                assert_eq!(said(&of(&connections).judge(&CHECK)), ("could_not_check", why));
            }
            // What was lost was lost.
            let finding = of(&[(60, SURVIVED), (180, DROPPED), (360, cut)]).judge(&CHECK);
            assert_eq!(said(&finding), ("fail", "connectivity-idle-lost"));
        }
        let both = of(&[(180, SURVIVED), (360, Shortened), (400, Skipped)]).judge(&CHECK);
        assert_eq!(said(&both), ("could_not_check", "unavailable-skipped"));
        let shortened = of(&[(180, SURVIVED), (360, Shortened)]).judge(&CHECK);
        assert_eq!(shortened.summary.args["longest"], span(180).into());
    }

    #[test]
    fn another_place_or_another_way_does_not_pass() {
        let finding = given().network_from_workstation(test(&[(180, SURVIVED)])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-other-vantage"));
        let finding = of(&[(180, SURVIVED)]).sync_server(service_proxy(Some("proxy:8080"))).judge(&CHECK);
        assert_eq!(said(&finding), INCONCLUSIVE);
        let finding = of(&[(180, SURVIVED)]).sync_server(service_proxy(None)).judge(&CHECK);
        assert_eq!(finding.verdict.name(), "pass");
    }
}
