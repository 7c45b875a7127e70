//! `recovery.events`: are the last 48 hours of the log free of writeback errors that still stand?
//!
//! **Why.** Only the sync server's log says why a password was refused. The number alone misleads: 33004 speaks of a
//! privileged account and has stood for missing rights, a stale `adminCount`, a user flag and the SAM restriction.
//! **Passes** when there is no error, or each is followed by a success of the same kind, of the same user where it names one.
//! **Warns** when only warnings of relay or service still stand, or an event is there that no document names.
//! **Fails** when an error still stands. Each is explained and linked to the item that is its likeliest cause.
//! **Can't tell** when there is no log, the log is old or shorter than the window, or writeback wrote nothing in it.
//! **Source.** Troubleshooting guide, 4 Mar 2025; support articles on SSPR_0029 and 8023062C.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::{
    Case, Check,
    event_log::{Entry, Log},
};
use crate::{
    Message,
    facts::{Source, Unavailable},
    finding::{Evidence, Finding},
    msg, reference,
    reference::EventKind,
};

/// The check.
pub const CHECK: Check = Check { id: "recovery.events", looks_at: &[Source::Events], judge };

/// The window, in hours, counted back from the end of the log.
const WINDOW_H: i64 = 48;
/// An export that asks for the window may begin with the first event inside it.
const SLACK: SignedDuration = SignedDuration::from_hours(1);
/// How much of a message is shown: enough for the code, which stands near the beginning.
const SHOWN_CHARS: usize = 240;

/// Events of one number and code.
struct Group<'a> {
    known: Option<&'a reference::Event>,
    code: Option<&'a reference::ErrorCode>,
    count: usize,
    newest: Entry<'a>,
}

/// What the window holds.
struct Window<'a> {
    /// Errors that no later event settles.
    standing: Vec<Group<'a>>,
    /// Warnings of relay and service that no later event settles.
    warnings: Vec<Group<'a>>,
    /// Events of the writeback service that no document names.
    unknown: Vec<Group<'a>>,
    /// How many errors were settled.
    settled: usize,
    /// How many operations on passwords ended, well or not.
    operations: usize,
}

pub(super) fn judge(case: &Case<'_>) -> Finding {
    let window = window_of(case);
    let log = match Log::of(case).and_then(|log| log.no_older_than(window, case.now)) {
        Ok(log) => log,
        Err(why) => return Finding::could_not_check(why),
    };
    let seen = Window::of(case, &log, log.until() - window);
    let inconclusive = |why| Finding::could_not_check(Unavailable::Inconclusive { why });
    let host = &log.sighting.host;
    let finding = if !seen.standing.is_empty() {
        let count: usize = seen.standing.iter().map(|group| group.count).sum();
        explain(
            Finding::fail(msg!(
                "recovery-events-standing",
                count = count,
                events = numbers(&seen.standing),
                host = host
            )),
            &seen.standing,
        )
    } else if !log.speaks_of_writeback(case) {
        inconclusive(msg!("recovery-events-silent", host = host)).relate("connectivity.heartbeat")
    } else if log.length() + SLACK < window {
        inconclusive(msg!("recovery-events-short", length = log.length(), window = window))
    } else if !seen.warnings.is_empty() {
        explain(
            Finding::warn(msg!("recovery-events-warnings", events = numbers(&seen.warnings), host = host)),
            &seen.warnings,
        )
    } else if !seen.unknown.is_empty() {
        Finding::warn(msg!("recovery-events-unknown", events = numbers(&seen.unknown), host = host))
            .advise(msg!("recovery-events-advice-unknown"))
    } else if seen.settled > 0 {
        Finding::pass(msg!("recovery-events-settled", count = seen.settled, window = window))
    } else if seen.operations > 0 {
        Finding::pass(msg!("recovery-events-none", count = seen.operations, window = window))
    } else {
        Finding::pass(msg!("recovery-events-quiet", window = window)).relate("proof.reset")
    };
    let groups = seen.standing.iter().chain(&seen.warnings).chain(&seen.unknown);
    let finding = finding
        .from(log.sighting)
        .with("evidence-log-host", host)
        .with("evidence-log-from", log.sighting.from)
        .with("evidence-log-until", log.until())
        .with_evidence(groups.flat_map(evidence));
    case.unless_elsewhere(finding)
}

/// When the newest error that still stands was written.
pub(super) fn newest_standing(case: &Case<'_>, log: &Log<'_>) -> Option<Timestamp> {
    let window = Window::of(case, log, log.until() - window_of(case));
    window.standing.iter().map(|group| group.newest.event.at).max()
}

fn window_of(case: &Case<'_>) -> SignedDuration {
    let hours = case.parameter("window_hours", WINDOW_H);
    SignedDuration::from_hours(if (1..=24 * 365).contains(&hours) { hours } else { WINDOW_H })
}

impl<'a> Window<'a> {
    fn of(case: &'a Case<'_>, log: &Log<'a>, start: Timestamp) -> Self {
        let events = &case.reference.events;
        let heartbeat = events.events.iter().find(|event| event.kind == EventKind::Heartbeat);
        let of_writeback = |entry: &Entry<'_>| {
            heartbeat.is_some_and(|known| known.provider.eq_ignore_ascii_case(&entry.event.provider))
        };
        let (mut standing, mut warnings, mut unknown) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let (mut settled, mut operations) = (0, 0);
        for (place, entry) in log.entries.iter().copied().enumerate() {
            if entry.event.at < start {
                continue;
            }
            let Some(known) = entry.known else {
                if of_writeback(&entry) {
                    group(&mut unknown, entry, None);
                }
                continue;
            };
            let on_password = known.operation.is_some_and(reference::Operation::sets_a_password);
            if on_password && matches!(known.kind, EventKind::Success | EventKind::Failure) {
                operations += 1;
            }
            if !known.is_trouble() {
                continue;
            }
            let code = events.code_in(&entry.event.message);
            match (entry.is_error(), log.is_settled(place)) {
                (true, true) => settled += 1,
                (true, false) => group(&mut standing, entry, code),
                // A disabled user or a mistyped password is a warning about the user, not about writeback.
                (false, false) if !on_password => group(&mut warnings, entry, code),
                (false, _) => {}
            }
        }
        let sorted = |groups: BTreeMap<_, Group<'a>>| groups.into_values().collect();
        Self { standing: sorted(standing), warnings: sorted(warnings), unknown: sorted(unknown), settled, operations }
    }
}

type Groups<'a> = BTreeMap<(String, u32, Option<&'a str>), Group<'a>>;

fn group<'a>(groups: &mut Groups<'a>, entry: Entry<'a>, code: Option<&'a reference::ErrorCode>) {
    let key = (entry.event.provider.to_ascii_lowercase(), entry.event.id, code.map(|code| code.code.as_str()));
    let group = groups.entry(key).or_insert(Group { known: entry.known, code, count: 0, newest: entry });
    group.count += 1;
    group.newest = entry;
}

fn numbers(groups: &[Group<'_>]) -> Vec<String> {
    let mut numbers: Vec<String> = groups.iter().map(|group| group.newest.event.id.to_string()).collect();
    numbers.dedup();
    numbers
}

/// With what each group means for the person, and the items that are its likeliest causes: the code inside the text
/// knows better than the number around it.
fn explain(mut finding: Finding, groups: &[Group<'_>]) -> Finding {
    for group in groups {
        let remedy = match (group.code, group.known) {
            (Some(code), _) => format!("{}.remedy", code.message()),
            (None, Some(known)) => format!("{}.remedy", known.message()),
            (None, None) => continue,
        };
        let remedy = Message::new(remedy);
        if !finding.advice.contains(&remedy) {
            finding = finding.advise(remedy);
        }
    }
    let of_codes = groups.iter().filter_map(|group| group.code).flat_map(reference::ErrorCode::items);
    let of_events = groups.iter().filter_map(|group| group.known).flat_map(reference::Event::items);
    for item in of_codes.chain(of_events).filter(|item| *item != CHECK.id) {
        finding = finding.relate(item);
    }
    finding
}

fn evidence(group: &Group<'_>) -> Vec<Evidence> {
    let event = group.newest.event;
    let label = msg!("evidence-event", event = group.newest.said());
    let mut rows = vec![Evidence {
        label: label.clone(),
        value: msg!("event-seen", count = group.count, at = event.at, text = beginning(&event.message)),
    }];
    let meaning = match (group.code, group.known) {
        (Some(code), _) => Some(code.message()),
        (None, Some(known)) => Some(known.message()),
        (None, None) => None,
    };
    if let Some(id) = meaning {
        let value = Message::new(format!("{id}.meaning"));
        rows.push(Evidence { label: msg!("evidence-event-meaning", event = group.newest.said()), value });
    }
    rows
}

/// The beginning of a message in one line, word for word.
fn beginning(message: &str) -> String {
    let line = message.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN_CHARS) {
        Some((end, _)) => format!("{} [...]", line.get(..end).unwrap_or(&line)),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            event_samples::{adsync, adsync_says, log, log_until, writeback, writeback_says},
            testing::{given, minutes_ago, said},
        },
        *,
    };
    use crate::facts::{Seen, events::Event};

    fn of(events: Vec<Event>) -> Finding {
        given().events(log(events)).judge(&CHECK)
    }

    #[test]
    fn a_log_without_errors_passes() {
        assert_eq!(said(&of(vec![writeback(30, 31001), writeback(29, 31002)])), ("pass", "recovery-events-none"));
        assert_eq!(said(&of(vec![writeback(12, 31019)])), ("pass", "recovery-events-quiet"));
    }

    #[test]
    fn an_error_that_stands_fails_with_its_causes() {
        let finding = of(vec![writeback_says(
            30,
            33004,
            "Requesting user was denied access to perform the operation on a privileged account.",
        )]);
        assert_eq!(said(&finding), ("fail", "recovery-events-standing"));
        assert_eq!(finding.related[0], "directory.test-user-rights");
        assert!(finding.related.contains(&"directory.sam-restriction".to_owned()));
        assert_eq!(finding.advice[0].id, "code-privileged-account.remedy");
        assert!(finding.evidence.iter().any(|row| row.value.id == "code-privileged-account.meaning"));
    }

    #[test]
    fn the_code_knows_better_than_the_number() {
        let finding = of(vec![adsync_says(30, 6329, "BAIL: ... 0x80070005"), writeback(30, 33004)]);
        assert_eq!(finding.related[0], "directory.sam-restriction");
    }

    #[test]
    fn only_a_later_success_of_the_same_kind_settles() {
        let settled = of(vec![writeback(30, 31003), writeback(20, 31002)]);
        assert_eq!(said(&settled), ("pass", "recovery-events-settled"));
        let before = of(vec![writeback(30, 31002), writeback(20, 31003)]);
        assert_eq!(said(&before), ("fail", "recovery-events-standing"));
        let other_kind = of(vec![writeback(30, 31003), writeback(20, 31007)]);
        assert_eq!(said(&other_kind), ("fail", "recovery-events-standing"));
        let heard_again = of(vec![writeback(30, 31034), writeback(12, 31019)]);
        assert_eq!(said(&heard_again), ("pass", "recovery-events-settled"));
    }

    #[test]
    fn a_success_of_somebody_else_settles_nothing() {
        let start = |minutes, request, user| {
            let text =
                format!("TrackingId: {request}, PasswordResetRequestStart, Details: UserPrincipalName: {user}, x");
            writeback_says(minutes, 31001, &text)
        };
        let refused = writeback_says(29, 33004, "TrackingId: R1, ADPermissionsError, hr=80230626");
        let done = |minutes, user| {
            let text =
                format!("TrackingId: R2, PasswordResetSuccess, Details: cloudAnchor: a, UserPrincipalName: {user}");
            writeback_says(minutes, 31002, &text)
        };
        let other = of(vec![start(30, "R1", "omar@contoso.com"), refused.clone(), done(10, "tess@contoso.com")]);
        assert_eq!(said(&other), ("fail", "recovery-events-standing"));
        let same = of(vec![start(30, "R1", "omar@contoso.com"), refused, done(10, "Omar@contoso.com")]);
        assert_eq!(said(&same), ("pass", "recovery-events-settled"));
    }

    #[test]
    fn users_are_not_writeback_and_old_errors_are_past() {
        assert_eq!(of(vec![writeback(12, 31019), writeback(11, 33007)]).verdict.name(), "pass");
        assert_eq!(of(vec![writeback(3500, 31003), writeback(12, 31019)]).verdict.name(), "pass");
        assert_eq!(of(vec![writeback(12, 31019), adsync(11, 904)]).verdict.name(), "pass");
    }

    #[test]
    fn what_only_warns_or_is_unknown_warns() {
        let stopped = of(vec![writeback(30, 31019), writeback(20, 31016)]);
        assert_eq!(said(&stopped), ("warn", "recovery-events-warnings"));
        let unknown = of(vec![writeback(30, 31019), writeback(20, 33099)]);
        assert_eq!(said(&unknown), ("warn", "recovery-events-unknown"));
    }

    #[test]
    fn what_the_log_cannot_tell_is_not_passed() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        assert_eq!(said(&of(vec![])), ("could_not_check", "unavailable-inconclusive"));
        assert_eq!(said(&of(vec![adsync(30, 904)])), ("could_not_check", "unavailable-inconclusive"));
        let old = log_until(5000, vec![writeback(5001, 31019)]);
        assert_eq!(said(&given().events(old).judge(&CHECK)), ("could_not_check", "unavailable-too-old"));
        let mut short = log(vec![writeback(12, 31019)]);
        if let Seen::Seen(log) = &mut short.log {
            log.from = minutes_ago(600);
        }
        let finding = given().events(short).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
    }

    #[test]
    fn a_long_message_is_cut_between_characters() {
        let shown = beginning(&"密码\n ".repeat(500));
        assert!(shown.ends_with(" [...]") && shown.chars().count() == SHOWN_CHARS + 6);
    }
}
