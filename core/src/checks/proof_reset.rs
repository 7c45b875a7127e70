//! `proof.reset`: did the test user reset the password and sign in on-premises with it?
//!
//! **Why.** Only this shows the whole path at once: portal, relay, keys, rights, policy and directory.
//! **Passes** never by itself: whether the sign-in worked only a person knows. Events and audit log support the answer.
//! **Warns** never.
//! **Fails** when the newest reset of the test user that ended was not written back.
//! **Can't tell** otherwise, with what the logs show of this user as evidence. `OnPremisesSuccessCloudFailure` in the
//! audit log is a success of writeback, whatever its name.
//! **Source.** Event codes in the troubleshooting page of writeback, 2025-03-04; audit activity reference; public
//! report on the success with a cloud failure, 2024-04-22.

use super::{
    Case, Check,
    accounts::Named,
    attempts::{self, Attempt, Outcome},
};
use crate::{
    Message,
    facts::{Seen, Sighting, Source, Unavailable},
    finding::Finding,
    msg,
};

/// See the module.
pub const CHECK: Check =
    Check { id: "proof.reset", looks_at: &[Source::Person, Source::Events, Source::Tenant], judge };

fn judge(case: &Case<'_>) -> Finding {
    let user = match Named::TestUser.principal(case.subject) {
        Ok(user) => user,
        Err(why) => return Finding::could_not_check(why),
    };
    let table = &case.reference.events;
    // Every log counts, not only the newest: two sync servers each hold their own.
    let logs = case.facts.events();
    let logs: Vec<_> = (logs.all())
        .filter_map(|(snapshot, facts)| match &facts.log {
            Seen::Seen(log) => Some(Sighting { value: log, snapshot }),
            Seen::Missing(_) => None,
        })
        .collect();
    let audit = case.facts.tenant().newest(|facts| &facts.audit).ok();
    let in_events: Vec<_> = logs.iter().flat_map(|log| attempts::in_events(log.value, user, table)).collect();
    let in_audit = audit.map(|audit| attempts::in_audit(audit.value, user, table)).unwrap_or_default();
    let all: Vec<_> = in_events.iter().chain(&in_audit).copied().collect();

    let mut finding = match attempts::newest_ended(&all) {
        Some(attempt) if attempt.outcome == Outcome::NotWrittenBack => refused(case, user, attempt),
        Some(attempt) => {
            let advice = if attempt.outcome == Outcome::RefusedByCloud {
                msg!("proof-reset-cloud-refused", user = user, at = attempt.at)
            } else {
                msg!("proof-reset-written-back", user = user, at = attempt.at)
            };
            Finding::could_not_check(Unavailable::NeedsPerson).advise(advice)
        }
        None => Finding::could_not_check(Unavailable::NeedsPerson),
    };
    for log in &logs {
        let own = attempts::in_events(log.value, user, table);
        let seen = newest(&own)
            .unwrap_or_else(|| msg!("proof-attempt-none-in-log", host = &log.host, from = log.from, until = log.until));
        finding = finding.with("evidence-proof-events", seen).from(*log);
    }
    if let Some(audit) = audit {
        let seen = newest(&in_audit).unwrap_or_else(|| msg!("proof-attempt-none-in-audit"));
        finding = finding.with("evidence-proof-audit", seen).from(audit);
    }
    finding
}

/// The newest attempt was not written back.
fn refused(case: &Case<'_>, user: &str, attempt: Attempt<'_>) -> Finding {
    let mut finding =
        Finding::fail(msg!("proof-reset-not-written-back", user = user, at = attempt.at)).relate("recovery.events");
    if !attempt.text.trim().is_empty() {
        // Word for word: a paraphrase is worthless to support.
        finding = finding.with("evidence-proof-text", attempt.text);
    }
    if let Some(code) = case.reference.events.code_in(attempt.text) {
        finding = finding.with("evidence-proof-code", Message::new(code.message()));
        for item in code.items() {
            finding = finding.relate(item);
        }
    }
    finding
}

/// The newest attempt of a source, in words.
fn newest(attempts: &[Attempt<'_>]) -> Option<Message> {
    let attempt = attempts.iter().max_by_key(|attempt| (attempt.at, attempt.outcome))?;
    Some(match attempt.outcome {
        Outcome::Started => msg!("proof-attempt-started", at = attempt.at),
        Outcome::WrittenBack => msg!("proof-attempt-written-back", at = attempt.at),
        Outcome::RefusedByCloud => msg!("proof-attempt-refused-by-cloud", at = attempt.at),
        Outcome::NotWrittenBack => msg!("proof-attempt-not-written-back", at = attempt.at),
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{audit, given, minutes_ago, said};
    use super::*;
    use crate::facts::{
        events::{Event, EventFacts, EventLog},
        tenant::{AuditEntry, TenantFacts},
    };

    const TRACKED: &str = "TrackingId: 6e1ff3d8-0a1b-4c2d-8e3f-0123456789ab";

    fn event(minutes: i64, id: u32, text: &str) -> Event {
        Event {
            at: minutes_ago(minutes),
            provider: "PasswordResetService".into(),
            id,
            message: format!("{TRACKED}, {text}"),
        }
    }

    fn log(events: Vec<Event>) -> EventFacts {
        let log = EventLog { host: "SYNC01".into(), from: minutes_ago(6000), until: minutes_ago(10), events };
        EventFacts { log: log.into() }
    }

    fn entry(minutes: i64, success: bool, reason: &str) -> AuditEntry {
        AuditEntry {
            success,
            reason: reason.into(),
            target: "TESS@contoso.com".into(),
            ..audit(minutes_ago(minutes), "Reset password (self-service)")
        }
    }

    fn audited(entries: Vec<AuditEntry>) -> TenantFacts {
        TenantFacts { audit: entries.into(), ..TenantFacts::default() }
    }

    fn shows(finding: &Finding, id: &str) -> bool {
        finding.evidence.iter().any(|row| row.value.id == id)
    }

    #[test]
    fn start_and_success_support_the_person_and_pass_nothing() {
        // Only the start names the user; the success is known by its tracking id.
        let events = log(vec![event(21, 31001, "for tess@contoso.com"), event(20, 31002, "done")]);
        let finding = given().events(events).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-needs-person"));
        assert_eq!(finding.advice[0].id, "proof-reset-written-back");
        assert!(shows(&finding, "proof-attempt-written-back"));
        let finding = given().tenant(audited(vec![entry(20, true, "")])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-needs-person"));
        assert!(shows(&finding, "proof-attempt-written-back"));
    }

    #[test]
    fn a_newest_attempt_that_was_refused_fails() {
        let events = log(vec![event(31, 31002, "tess@contoso.com"), event(20, 31003, "tess@contoso.com")]);
        assert_eq!(said(&given().events(events).judge(&CHECK)), ("fail", "proof-reset-not-written-back"));
        let finding = given().tenant(audited(vec![entry(20, false, "OnPremisesConnectivityError")])).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "proof-reset-not-written-back"));
        assert!(finding.related.iter().any(|item| item == "connectivity.service-bus-host"));
    }

    #[test]
    fn a_later_success_settles_an_earlier_refusal_across_sources() {
        let events = log(vec![event(60, 31003, "tess@contoso.com")]);
        let finding = given().events(events).tenant(audited(vec![entry(20, true, "")])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-needs-person"));
    }

    #[test]
    fn a_refusal_by_the_cloud_alone_is_no_failure_of_writeback() {
        for success in [true, false] {
            let finding =
                given().tenant(audited(vec![entry(20, success, "OnPremisesSuccessCloudFailure")])).judge(&CHECK);
            assert_eq!(said(&finding), ("could_not_check", "unavailable-needs-person"));
            assert_eq!(finding.advice[0].id, "proof-reset-cloud-refused");
        }
    }

    #[test]
    fn other_users_other_operations_and_open_attempts_prove_nothing() {
        let mut other = event(20, 31003, "contess@contoso.com");
        other.message = other.message.replace("6e1ff3d8", "00000000");
        let change = event(20, 31008, "tess@contoso.com");
        for event in [other, change] {
            let finding = given().events(log(vec![event])).judge(&CHECK);
            assert_eq!(said(&finding), ("could_not_check", "unavailable-needs-person"));
            assert!(shows(&finding, "proof-attempt-none-in-log"));
        }
        let open = given().events(log(vec![event(20, 31001, "tess@contoso.com")])).judge(&CHECK);
        assert_eq!(said(&open), ("could_not_check", "unavailable-needs-person"));
        assert!(shows(&open, "proof-attempt-started"));
    }

    #[test]
    fn nothing_seen_needs_a_person_and_no_name_a_name() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-needs-person"));
        let finding = given().tenant(audited(vec![])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-needs-person"));
        assert!(shows(&finding, "proof-attempt-none-in-audit"));
        let unnamed = given().subject(|subject| subject.test_user = String::new());
        assert_eq!(said(&unnamed.judge(&CHECK)), ("could_not_check", "unavailable-not-configured"));
    }
}
