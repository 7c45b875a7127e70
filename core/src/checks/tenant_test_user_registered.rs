//! `tenant.test-user-registered`: has the test user registered enough methods?
//!
//! **Why.** Without them the reset stops with SSPR_0014 before anything reaches the sync server, whose event log then
//! stays empty and looks like a broken connection.
//! **Passes** when the registration report says that enough methods are registered, and names at least one.
//! **Warns** when it says that they are not. The report can lag some hours behind.
//! **Fails** never: it is advised.
//! **Can't tell** when the report could not be read, or contradicts itself.
//! **Source.** Troubleshooting page of self-service reset, 2025-06-06; `userRegistrationDetails` of Graph.

use super::{Case, Check, accounts::Named};
use crate::{
    facts::{Source, Unavailable},
    finding::Finding,
    msg,
};

/// See the module.
pub const CHECK: Check = Check { id: "tenant.test-user-registered", looks_at: &[Source::Tenant], judge };

fn judge(case: &Case<'_>) -> Finding {
    let user = match Named::TestUser.principal(case.subject) {
        Ok(user) => user,
        Err(why) => return Finding::could_not_check(why),
    };
    let registration = match Named::TestUser.in_tenant(case, |facts| &facts.test_user_reset) {
        Ok(registration) => registration,
        Err(why) => return Finding::could_not_check(why),
    };
    let count = registration.methods.len();
    let finding = match (registration.registered, count) {
        (true, 0) => Finding::could_not_check(Unavailable::Inconclusive {
            why: msg!("tenant-test-user-registered-without-methods", user = user),
        }),
        (true, _) => Finding::pass(msg!("tenant-test-user-registered-enough", user = user, count = count)),
        (false, 0) => Finding::warn(msg!("tenant-test-user-registered-none", user = user)),
        (false, _) => Finding::warn(msg!("tenant-test-user-registered-too-few", user = user, count = count)),
    };
    let finding = finding.with("evidence-tenant-test-user", user);
    let finding =
        if count == 0 { finding } else { finding.with("evidence-tenant-methods", registration.methods.clone()) };
    finding.from(registration)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, said};
    use super::*;
    use crate::facts::{
        Seen,
        tenant::{ResetRegistration, TenantFacts},
    };

    fn judged(registered: bool, methods: &[&str]) -> Finding {
        let methods = methods.iter().map(|method| (*method).to_owned()).collect();
        let registration = ResetRegistration { enabled: true, registered, methods, ..ResetRegistration::default() };
        given().tenant(TenantFacts { test_user_reset: registration.into(), ..TenantFacts::default() }).judge(&CHECK)
    }

    #[test]
    fn enough_methods_pass() {
        let finding = judged(true, &["mobilePhone", "email"]);
        assert_eq!(said(&finding), ("pass", "tenant-test-user-registered-enough"));
    }

    #[test]
    fn too_few_methods_and_none_warn() {
        assert_eq!(said(&judged(false, &["email"])), ("warn", "tenant-test-user-registered-too-few"));
        assert_eq!(said(&judged(false, &[])), ("warn", "tenant-test-user-registered-none"));
    }

    #[test]
    fn registered_without_any_method_is_not_believed() {
        assert_eq!(said(&judged(true, &[])), ("could_not_check", "unavailable-inconclusive"));
    }

    #[test]
    fn an_unread_report_is_not_checked() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let unread = TenantFacts { test_user_reset: Seen::Missing(Unavailable::LicenceMissing), ..Default::default() };
        assert_eq!(said(&given().tenant(unread).judge(&CHECK)).1, "unavailable-licence-missing");
        let unnamed = given().subject(|subject| subject.test_user = String::new());
        assert_eq!(said(&unnamed.judge(&CHECK)).1, "unavailable-not-configured");
    }
}
