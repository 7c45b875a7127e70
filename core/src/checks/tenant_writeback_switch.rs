//! `tenant.writeback-switch`: is "Write back passwords to your on-premises directory" on?
//!
//! **Why.** Writeback needs two switches, one in the Connect wizard and this one in the tenant, and no supported
//! interface reads this one.
//! **Passes** never by itself: a person confirms.
//! **Warns** never.
//! **Fails** when the newest audit entry about it disables writeback.
//! **Can't tell** otherwise: a newest entry that enables it supports the person's answer, and none proves nothing, for
//! entries are kept for days or weeks. `passwordWritebackEnabled` is no longer in use and only shown.
//! **Source.** Writeback tutorial, 2023-09-13; audit activity reference; synchronisation features, 2025-04-09.

use super::{Case, Check};
use crate::{
    facts::{Source, Unavailable, tenant::AuditEntry},
    finding::Finding,
    msg,
    reference::Operation,
};

/// See the module.
pub const CHECK: Check = Check { id: "tenant.writeback-switch", looks_at: &[Source::Tenant, Source::Person], judge };

fn judge(case: &Case<'_>) -> Finding {
    let looks = case.facts.tenant();
    let finding = match looks.newest(|facts| &facts.audit) {
        Err(why) => Finding::could_not_check(why),
        Ok(audit) => match newest_turn(case, audit.value) {
            None => Finding::could_not_check(Unavailable::NeedsPerson)
                .with("evidence-tenant-switch-audit", msg!("tenant-writeback-switch-no-entry"))
                .from(audit),
            Some((entry, Operation::Offboarding)) => {
                Finding::fail(msg!("tenant-writeback-switch-disabled", at = entry.at))
                    .with("evidence-tenant-switch-audit", &entry.activity)
                    .from(audit)
            }
            Some((entry, _)) => Finding::could_not_check(Unavailable::NeedsPerson)
                .with("evidence-tenant-switch-audit", msg!("tenant-writeback-switch-enabled", at = entry.at))
                .advise(msg!("tenant-writeback-switch-confirm", at = entry.at))
                .from(audit),
        },
    };
    let feature = looks.newest(|facts| &facts.features).ok().and_then(|features| features.password_writeback_enabled);
    match feature {
        Some(true) => finding.with("evidence-tenant-writeback-feature", msg!("tenant-writeback-feature-true")),
        Some(false) => finding.with("evidence-tenant-writeback-feature", msg!("tenant-writeback-feature-false")),
        None => finding,
    }
}

/// The newest entry that turned writeback on or off. When two share a time, the one that turned it off counts.
fn newest_turn<'a>(case: &Case<'_>, audit: &'a [AuditEntry]) -> Option<(&'a AuditEntry, Operation)> {
    (audit.iter())
        .filter(|entry| entry.success)
        .filter_map(|entry| Some((entry, case.reference.events.activity(&entry.activity)?.operation)))
        .filter(|(_, operation)| matches!(operation, Operation::Onboarding | Operation::Offboarding))
        .max_by_key(|(entry, operation)| (entry.at, *operation == Operation::Offboarding))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{audit, given, minutes_ago, said};
    use super::*;
    use crate::facts::{
        Seen,
        tenant::{Features, TenantFacts},
    };

    const ENABLE: &str = "Enable password writeback for directory";
    const DISABLE: &str = "Disable password writeback for directory";

    fn judged(entries: Vec<AuditEntry>) -> Finding {
        given().tenant(TenantFacts { audit: entries.into(), ..TenantFacts::default() }).judge(&CHECK)
    }

    fn shows(finding: &Finding, id: &str) -> bool {
        finding.evidence.iter().any(|row| row.value.id == id)
    }

    #[test]
    fn a_newest_entry_that_enables_supports_the_person_and_passes_nothing() {
        let finding = judged(vec![audit(minutes_ago(60), DISABLE), audit(minutes_ago(30), ENABLE)]);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-needs-person"));
        assert!(shows(&finding, "tenant-writeback-switch-enabled"));
    }

    #[test]
    fn a_newest_entry_that_disables_fails_in_any_order_of_the_list() {
        let off = audit(minutes_ago(30), DISABLE);
        let on = audit(minutes_ago(60), ENABLE);
        for entries in [vec![off.clone(), on.clone()], vec![on.clone(), off.clone()]] {
            assert_eq!(said(&judged(entries)), ("fail", "tenant-writeback-switch-disabled"));
        }
        let same_time = vec![audit(minutes_ago(30), ENABLE), off];
        assert_eq!(said(&judged(same_time)), ("fail", "tenant-writeback-switch-disabled"));
    }

    #[test]
    fn an_attempt_to_disable_that_was_refused_does_not_count() {
        let refused = AuditEntry { success: false, ..audit(minutes_ago(30), DISABLE) };
        let finding = judged(vec![refused, audit(minutes_ago(60), ENABLE)]);
        assert!(shows(&finding, "tenant-writeback-switch-enabled"));
    }

    #[test]
    fn no_entry_proves_nothing() {
        for entries in [vec![], vec![audit(minutes_ago(5), "Reset password (self-service)")]] {
            let finding = judged(entries);
            assert_eq!(said(&finding), ("could_not_check", "unavailable-needs-person"));
            assert!(shows(&finding, "tenant-writeback-switch-no-entry"));
        }
    }

    #[test]
    fn an_unread_log_is_not_checked_and_the_dead_feature_is_only_shown() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        for (value, id) in [(true, "tenant-writeback-feature-true"), (false, "tenant-writeback-feature-false")] {
            let facts = TenantFacts {
                audit: Seen::Missing(Unavailable::NotSignedIn),
                features: Features { password_writeback_enabled: Some(value), ..Features::default() }.into(),
                ..TenantFacts::default()
            };
            let finding = given().tenant(facts).judge(&CHECK);
            assert_eq!(said(&finding), ("could_not_check", "unavailable-not-signed-in"));
            assert!(shows(&finding, id));
        }
    }
}
