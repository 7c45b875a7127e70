//! `proof.path`: are passwords reset in a way that writes back?
//!
//! **Why.** The commonest misunderstanding: the password was changed in the cloud only, by a way that never writes back,
//! and writeback is blamed although nothing was sent to the sync server.
//! **Passes** never by itself: which ways are in use only people know.
//! **Warns** when the audit log holds a "Reset user password" of the core directory without an entry of the
//! self-service reset service for the same user at that time.
//! **Fails** never: it is advised.
//! **Can't tell** otherwise: the absence of such entries proves nothing, for they are kept for days or weeks.
//! **Source.** Supported operations in the concept page of writeback, 2025-03-04; public report, 2023-01-24.

use jiff::SignedDuration;

use super::{
    Case, Check,
    accounts::{Named, same_principal},
};
use crate::{
    facts::{Source, Unavailable, tenant::AuditEntry},
    finding::Finding,
    msg,
    reference::Operation,
};

/// See the module.
pub const CHECK: Check = Check { id: "proof.path", looks_at: &[Source::Person, Source::Tenant], judge };

/// Two services log the same reset within this time of each other.
const TOGETHER: SignedDuration = SignedDuration::from_mins(10);
/// A sentence names this many users.
const NAMED: usize = 5;

fn judge(case: &Case<'_>) -> Finding {
    let audit = match case.facts.tenant().newest(|facts| &facts.audit) {
        Ok(audit) => audit,
        // A person is asked first, so the missing log is no reason of its own.
        Err(Unavailable::NotLookedAt) => return Finding::could_not_check(Unavailable::NeedsPerson),
        Err(why) => return Finding::could_not_check(why),
    };
    let mut alone: Vec<_> = alone(case, audit.value).collect();
    alone.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    let Some(newest) = alone.first() else {
        return Finding::could_not_check(Unavailable::NeedsPerson)
            .with("evidence-proof-path", msg!("proof-path-none-seen", count = audit.len()))
            .from(audit);
    };
    let mut users: Vec<&str> = Vec::new();
    for entry in &alone {
        if !users.iter().any(|known| same_principal(known, &entry.target)) {
            users.push(&entry.target);
        }
    }
    let named: Vec<_> = users.iter().take(NAMED).copied().collect();
    Finding::warn(msg!("proof-path-cloud-only", count = alone.len(), at = newest.at, users = named))
        .with("evidence-proof-path-users", users)
        .from(audit)
}

/// The resets that only the core directory logged. In the table its activity has no more specific operation than
/// [`Operation::Password`], because the entry is written whichever way the password was reset.
fn alone<'a>(case: &Case<'a>, audit: &'a [AuditEntry]) -> impl Iterator<Item = &'a AuditEntry> {
    let operation = |entry: &AuditEntry| case.reference.events.activity(&entry.activity).map(|row| row.operation);
    let (core, service): (Vec<_>, Vec<_>) = (audit.iter())
        .filter(|entry| operation(entry).is_some_and(Operation::sets_a_password))
        .partition(|entry| operation(entry) == Some(Operation::Password));
    // The administrator's own account is meant to be one of the cloud, where this way is the right one.
    let cloud_admin = Named::Administrator
        .in_tenant(case, |facts| &facts.admin)
        .ok()
        .filter(|account| !account.synchronised)
        .map(|account| account.value.upn.as_str());
    core.into_iter()
        .filter(|entry| entry.success && !entry.target.trim().is_empty())
        .filter(move |entry| !cloud_admin.is_some_and(|admin| same_principal(admin, &entry.target)))
        .filter(move |entry| {
            !service.iter().any(|other| {
                same_principal(&other.target, &entry.target) && other.at.duration_since(entry.at).abs() <= TOGETHER
            })
        })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{audit, given, minutes_ago, said};
    use super::*;
    use crate::facts::{
        Seen,
        tenant::{Account, TenantFacts},
    };

    const CORE: &str = "Reset user password";
    const BY_ADMIN: &str = "Reset password (by admin)";

    fn entry(minutes: i64, activity: &str, target: &str) -> AuditEntry {
        AuditEntry { target: target.into(), ..audit(minutes_ago(minutes), activity) }
    }

    fn facts(entries: Vec<AuditEntry>) -> TenantFacts {
        TenantFacts { audit: entries.into(), ..TenantFacts::default() }
    }

    #[test]
    fn a_reset_that_only_the_core_directory_knows_warns() {
        let finding = given().tenant(facts(vec![entry(60, CORE, "tess@contoso.com")])).judge(&CHECK);
        assert_eq!(said(&finding), ("warn", "proof-path-cloud-only"));
        assert_eq!(finding.summary.args["at"], minutes_ago(60).into());
    }

    #[test]
    fn one_by_the_reset_service_for_another_user_or_hours_later_is_no_counterpart() {
        for other in [entry(59, BY_ADMIN, "tom@contoso.com"), entry(240, BY_ADMIN, "tess@contoso.com")] {
            let finding = given().tenant(facts(vec![entry(60, CORE, "tess@contoso.com"), other])).judge(&CHECK);
            assert_eq!(said(&finding), ("warn", "proof-path-cloud-only"));
        }
    }

    #[test]
    fn a_reset_with_its_counterpart_needs_a_person() {
        for activity in [BY_ADMIN, "Reset password (self-service)"] {
            let pair = vec![entry(60, CORE, "tess@contoso.com"), entry(59, activity, "Tess@contoso.com")];
            let finding = given().tenant(facts(pair)).judge(&CHECK);
            assert_eq!(said(&finding), ("could_not_check", "unavailable-needs-person"), "{activity}");
        }
    }

    #[test]
    fn refused_resets_and_the_cloud_administrators_own_do_not_count() {
        let refused = AuditEntry { success: false, ..entry(60, CORE, "tess@contoso.com") };
        assert_eq!(said(&given().tenant(facts(vec![refused])).judge(&CHECK)).0, "could_not_check");
        let mut own = facts(vec![entry(60, CORE, "admin@contoso.onmicrosoft.com")]);
        own.admin = Account { upn: "admin@contoso.onmicrosoft.com".into(), ..Account::default() }.into();
        assert_eq!(said(&given().tenant(own.clone()).judge(&CHECK)).0, "could_not_check");
        own.admin =
            Account { upn: "admin@contoso.onmicrosoft.com".into(), synchronised: true, ..Account::default() }.into();
        assert_eq!(said(&given().tenant(own).judge(&CHECK)).0, "warn");
    }

    #[test]
    fn an_empty_or_missing_log_passes_nothing() {
        let needs_person = ("could_not_check", "unavailable-needs-person");
        assert_eq!(said(&given().judge(&CHECK)), needs_person);
        assert_eq!(said(&given().tenant(facts(vec![])).judge(&CHECK)), needs_person);
        let unread = TenantFacts { audit: Seen::Missing(Unavailable::LicenceMissing), ..TenantFacts::default() };
        assert_eq!(said(&given().tenant(unread).judge(&CHECK)), ("could_not_check", "unavailable-licence-missing"));
    }
}
