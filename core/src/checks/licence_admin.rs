//! `licence.admin`: does the administrator who enables writeback hold Entra ID P1 or P2?
//!
//! **Why.** The password reset pages and the audit entries can stay hidden from an administrator without a licence, so
//! it looks as if the feature were missing.
//! **Passes** when a plan of the account that licenses writeback is in the state Success.
//! **Warns** never.
//! **Fails** when no such plan is held, or only one in another state.
//! **Can't tell** when the account is not named, or its licences could not be read.
//! **Source.** Article, part 1 (one administrator account with an appropriate licence); troubleshooting page of
//! self-service reset, 2025-06-06.

use super::{Case, Check, accounts::Named, plans};
use crate::{facts::Source, finding::Finding};

/// See the module.
pub const CHECK: Check = Check { id: "licence.admin", looks_at: &[Source::Tenant], judge };

const WORDING: plans::Wording = plans::Wording {
    held: "licence-admin-held",
    inactive: "licence-admin-inactive",
    other: "licence-admin-other",
    none: "licence-admin-none",
};

fn judge(case: &Case<'_>) -> Finding {
    plans::judge_holder(case, Named::Administrator, |facts| &facts.admin_plans, &WORDING)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, plan, said};
    use super::*;
    use crate::facts::{
        Unavailable,
        tenant::{Account, ServicePlan, TenantFacts},
    };

    const P1: &str = "41781fb2-bc02-4b7c-bd55-b576c07bb09d";

    fn held(plans: Vec<ServicePlan>) -> TenantFacts {
        TenantFacts { admin_plans: plans.into(), ..TenantFacts::default() }
    }

    #[test]
    fn an_active_plan_passes() {
        let finding = given().tenant(held(vec![plan(P1, "AAD_PREMIUM", "Success")])).judge(&CHECK);
        assert_eq!(said(&finding), ("pass", "licence-admin-held"));
    }

    #[test]
    fn a_plan_that_is_switched_off_fails() {
        let finding = given().tenant(held(vec![plan(P1, "AAD_PREMIUM", "Disabled")])).judge(&CHECK);
        assert_eq!(said(&finding), ("fail", "licence-admin-inactive"));
    }

    #[test]
    fn other_plans_and_none_at_all_fail() {
        let workloads = plan("84c289f0-efcb-486f-8581-07f44fc9efad", "AAD_WRKLDID_P1", "Success");
        assert_eq!(said(&given().tenant(held(vec![workloads])).judge(&CHECK)), ("fail", "licence-admin-other"));
        assert_eq!(said(&given().tenant(held(vec![])).judge(&CHECK)), ("fail", "licence-admin-none"));
    }

    #[test]
    fn a_missing_licence_list_or_name_or_state_is_not_checked() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let unread = TenantFacts {
            admin_plans: crate::facts::Seen::Missing(Unavailable::PermissionMissing {
                permission: "LicenseAssignment.Read.All".into(),
            }),
            ..TenantFacts::default()
        };
        assert_eq!(said(&given().tenant(unread).judge(&CHECK)).1, "unavailable-permission-missing");
        let unnamed = given().subject(|subject| subject.admin = " ".into());
        let finding = unnamed.tenant(held(vec![plan(P1, "AAD_PREMIUM", "Success")])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-not-configured"));
        let finding = given().tenant(held(vec![plan(P1, "AAD_PREMIUM", "")])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-malformed"));
    }

    #[test]
    fn the_licence_of_another_administrator_does_not_count() {
        let mut facts = held(vec![plan(P1, "AAD_PREMIUM", "Success")]);
        facts.admin = Account { upn: "former@contoso.com".into(), ..Account::default() }.into();
        assert_eq!(said(&given().tenant(facts).judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
    }
}
