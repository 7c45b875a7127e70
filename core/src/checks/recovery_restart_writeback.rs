//! `recovery.restart-writeback`: was writeback disabled and enabled again since the trouble began?
//!
//! **Why.** Off and on registers the tenant's relay anew and makes new keys. It repairs neither rights nor a firewall.
//! **Passes** when the events show the whole row after the newest error: disabled, enabled, service started.
//! **Fails** when writeback was disabled and not enabled since, when disabling was refused, when the row is not complete,
//! or when trouble stands and no such row follows it.
//! **Does not apply** while neither the heartbeat nor the events show trouble.
//! **Can't tell** when there is no usable log; then a person answers.
//! **Source.** Article, part 3; troubleshooting guide, 4 Mar 2025, events 31012 to 31014, 31004, 31005, 31015.

use jiff::{SignedDuration, Timestamp};

use super::{Case, Check, connectivity_heartbeat, event_log::Log, recovery_events};
use crate::{
    facts::Source,
    finding::{Finding, Verdict},
    msg,
    reference::{EventKind, Operation},
};

/// The check.
pub const CHECK: Check = Check { id: "recovery.restart-writeback", looks_at: &[Source::Person, Source::Events], judge };

/// A log that ended longer ago does not show what was done since.
const LOG_LAST: SignedDuration = SignedDuration::from_hours(48);

/// The newest row of disabling and enabling.
struct Row {
    disabled: Option<Timestamp>,
    refused: Option<Timestamp>,
    enabled: Option<Timestamp>,
    started: Option<Timestamp>,
}

impl Row {
    fn of(log: &Log<'_>) -> Self {
        let newest = |operation, kind| log.last(|entry| entry.is(operation, kind));
        let disabled = newest(Operation::Offboarding, EventKind::Success);
        let refused = newest(Operation::Offboarding, EventKind::Failure);
        let after = disabled.as_ref().map(|(place, _)| *place);
        let enabled = newest(Operation::Onboarding, EventKind::Success).filter(|(place, _)| Some(*place) > after);
        let since = enabled.as_ref().map(|(place, _)| *place).or(after);
        let started = log.last(|entry| entry.is_start()).filter(|(place, _)| Some(*place) > since);
        Self {
            refused: refused.filter(|(place, _)| Some(*place) > after).map(|(_, entry)| entry.event.at),
            disabled: disabled.map(|(_, entry)| entry.event.at),
            enabled: enabled.map(|(_, entry)| entry.event.at),
            started: started.map(|(_, entry)| entry.event.at),
        }
    }
}

fn judge(case: &Case<'_>) -> Finding {
    let log = match Log::of(case).and_then(|log| log.no_older_than(LOG_LAST, case.now)) {
        Ok(log) => log,
        Err(why) => return Finding::could_not_check(why),
    };
    let row = Row::of(&log);
    let events = recovery_events::judge(case);
    let heartbeat = connectivity_heartbeat::judge(case);
    let trouble = [&events, &heartbeat].into_iter().find(|finding| finding.verdict == Verdict::Fail);
    let unseen = [&events, &heartbeat].into_iter().find_map(|finding| match &finding.verdict {
        Verdict::CouldNotCheck(why) => Some(why.clone()),
        _ => None,
    });
    let newest = recovery_events::newest_standing(case, &log);
    let finding = match (row.disabled, row.enabled) {
        (Some(at), None) => Finding::fail(msg!("recovery-restart-writeback-left-off", at = at)),
        (Some(at), Some(enabled)) if newest.is_none_or(|newest| newest < enabled) => match row.started {
            Some(started) => {
                Finding::pass(msg!("recovery-restart-writeback-done", off = at, on = enabled, started = started))
            }
            None => Finding::fail(msg!("recovery-restart-writeback-not-started", on = enabled)),
        },
        _ => match (trouble, unseen) {
            (Some(_), _) => match row.refused {
                Some(at) => Finding::fail(msg!("recovery-restart-writeback-refused", at = at))
                    .relate("account.admin-cloud")
                    .relate("account.admin-role"),
                None => Finding::fail(msg!("recovery-restart-writeback-not-since"))
                    .advise(msg!("recovery-restart-writeback-advice-first")),
            },
            (None, Some(why)) => Finding::could_not_check(why),
            (None, None) => Finding::not_applicable(msg!("recovery-restart-writeback-not-needed")),
        },
    };
    let mut finding = finding.from(log.sighting).with("evidence-log-until", log.until());
    let rows = [
        ("evidence-restart-disabled", row.disabled),
        ("evidence-restart-refused", row.refused),
        ("evidence-restart-enabled", row.enabled),
        ("evidence-restart-started", row.started),
    ];
    for (label, at) in rows {
        if let Some(at) = at {
            finding = finding.with(label, at);
        }
    }
    case.unless_elsewhere(finding)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            event_samples::{log, log_until, writeback},
            testing::{given, said},
        },
        *,
    };
    use crate::facts::events::Event;

    fn of(events: Vec<Event>) -> Finding {
        given().events(log(events)).judge(&CHECK)
    }

    /// Disabling and enabling that began so many minutes ago.
    fn row(minutes: i64) -> Vec<Event> {
        let ids = [31012, 31013, 31017, 31018, 31004, 31005, 31015];
        ids.into_iter().enumerate().map(|(index, id)| writeback(minutes - index as i64, id)).collect()
    }

    fn trouble(minutes: i64) -> Vec<Event> {
        vec![writeback(minutes, 32004)]
    }

    #[test]
    fn off_and_on_after_the_trouble_passes() {
        assert_eq!(said(&of([trouble(60), row(40)].concat())), ("pass", "recovery-restart-writeback-done"));
    }

    #[test]
    fn trouble_without_off_and_on_since_fails() {
        assert_eq!(said(&of(trouble(60))), ("fail", "recovery-restart-writeback-not-since"));
        assert_eq!(said(&of([row(600), trouble(60)].concat())), ("fail", "recovery-restart-writeback-not-since"));
        // A heartbeat that is missing is trouble too.
        assert_eq!(said(&of(vec![writeback(90, 31019)])), ("fail", "recovery-restart-writeback-not-since"));
    }

    #[test]
    fn a_row_that_is_not_complete_fails() {
        let left_off = vec![writeback(60, 31012), writeback(59, 31013), writeback(12, 31019)];
        assert_eq!(said(&of(left_off)), ("fail", "recovery-restart-writeback-left-off"));
        let mut no_start = row(40);
        no_start.pop();
        assert_eq!(said(&of([trouble(60), no_start].concat())), ("fail", "recovery-restart-writeback-not-started"));
        let refused = vec![writeback(60, 31012), writeback(59, 31014)];
        assert_eq!(said(&of(refused)), ("fail", "recovery-restart-writeback-refused"));
    }

    #[test]
    fn without_trouble_it_does_not_apply() {
        assert_eq!(said(&of(vec![writeback(12, 31019)])), ("not_applicable", "recovery-restart-writeback-not-needed"));
    }

    #[test]
    fn without_a_usable_log_a_person_answers() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        assert_eq!(said(&of(vec![])), ("could_not_check", "unavailable-inconclusive"));
        let old = log_until(5000, row(5100));
        assert_eq!(said(&given().events(old).judge(&CHECK)), ("could_not_check", "unavailable-too-old"));
    }
}
