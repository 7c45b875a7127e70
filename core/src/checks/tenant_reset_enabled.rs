//! `tenant.reset-enabled`: is self-service password reset enabled for the test user?
//!
//! **Why.** The scope is none, one group, or all. A user outside still sees the form and then gets a message about
//! length, complexity, age or history, which sends the search to the password policy.
//! **Passes** never by itself: no supported interface reads the scope, so a person confirms it.
//! **Warns** never.
//! **Fails** when the registration report says that the test user is not enabled.
//! **Can't tell** when the user is enabled (a person confirms the scope), is an administrator (another policy applies),
//! or the report could not be read. `allowedToUseSSPR` is about administrators and is not looked at.
//! **Source.** Article, part 1; policies of self-service reset, 2025-05-15; `userRegistrationDetails` of Graph.

use super::{Case, Check, accounts::Named};
use crate::{
    facts::{Source, Unavailable},
    finding::Finding,
    msg,
};

/// See the module.
pub const CHECK: Check = Check { id: "tenant.reset-enabled", looks_at: &[Source::Tenant, Source::Person], judge };

fn judge(case: &Case<'_>) -> Finding {
    let user = match Named::TestUser.principal(case.subject) {
        Ok(user) => user,
        Err(why) => return Finding::could_not_check(why),
    };
    let registration = match Named::TestUser.in_tenant(case, |facts| &facts.test_user_reset) {
        Ok(registration) => registration,
        Err(why) => return Finding::could_not_check(why),
    };
    let finding = if registration.is_admin {
        let why = msg!("tenant-reset-enabled-administrator", user = user);
        Finding::could_not_check(Unavailable::Inconclusive { why }).relate("account.test-user")
    } else if registration.enabled {
        Finding::could_not_check(Unavailable::NeedsPerson)
            .advise(msg!("tenant-reset-enabled-confirm-scope", user = user))
            .with("evidence-tenant-reset", msg!("tenant-reset-enabled-in-scope", user = user))
    } else {
        Finding::fail(msg!("tenant-reset-enabled-out-of-scope", user = user))
    };
    finding.with("evidence-tenant-test-user", user).from(registration)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, said};
    use super::*;
    use crate::facts::{
        Seen,
        tenant::{Account, ResetRegistration, TenantFacts},
    };

    fn judged(enabled: bool, is_admin: bool) -> Finding {
        let registration =
            ResetRegistration { enabled, is_admin, registered: true, capable: enabled, ..ResetRegistration::default() };
        given().tenant(TenantFacts { test_user_reset: registration.into(), ..TenantFacts::default() }).judge(&CHECK)
    }

    #[test]
    fn a_user_in_scope_leaves_the_scope_to_a_person_and_shows_what_was_seen() {
        let finding = judged(true, false);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-needs-person"));
        assert!(finding.evidence.iter().any(|row| row.value.id == "tenant-reset-enabled-in-scope"));
    }

    #[test]
    fn a_user_out_of_scope_fails() {
        assert_eq!(said(&judged(false, false)), ("fail", "tenant-reset-enabled-out-of-scope"));
    }

    #[test]
    fn an_administrator_says_nothing_either_way() {
        for enabled in [true, false] {
            assert_eq!(said(&judged(enabled, true)), ("could_not_check", "unavailable-inconclusive"));
        }
    }

    #[test]
    fn an_unread_report_is_not_checked() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let why = Unavailable::RoleMissing { role: "Reports Reader".into() };
        let unread = TenantFacts { test_user_reset: Seen::Missing(why), ..TenantFacts::default() };
        assert_eq!(said(&given().tenant(unread).judge(&CHECK)).1, "unavailable-role-missing");
        let other = TenantFacts {
            test_user: Account { upn: "tom@contoso.com".into(), ..Account::default() }.into(),
            test_user_reset: ResetRegistration { enabled: true, ..ResetRegistration::default() }.into(),
            ..TenantFacts::default()
        };
        assert_eq!(said(&given().tenant(other).judge(&CHECK)).1, "unavailable-not-looked-at");
        let unnamed = given().subject(|subject| subject.test_user = String::new());
        assert_eq!(said(&unnamed.judge(&CHECK)).1, "unavailable-not-configured");
    }
}
