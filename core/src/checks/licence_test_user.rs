//! `licence.test-user`: does the test user hold Entra ID P1 or P2?
//!
//! **Why.** A reset by a user without the licence can end with SSPR_0012, or work today and stop later; a test only says
//! something about writeback when the licence question is out of the way.
//! **Passes** when a plan of the account that licenses writeback is in the state Success.
//! **Warns** never.
//! **Fails** when no such plan is held, or only one in another state.
//! **Can't tell** when the account is not named, or its licences could not be read.
//! **Source.** Article, part 1 (one test user with an appropriate licence); licensing page, 2025-03-04.

use super::{Case, Check, accounts::Named, plans};
use crate::{facts::Source, finding::Finding};

/// See the module.
pub const CHECK: Check = Check { id: "licence.test-user", looks_at: &[Source::Tenant], judge };

const WORDING: plans::Wording = plans::Wording {
    held: "licence-test-user-held",
    inactive: "licence-test-user-inactive",
    other: "licence-test-user-other",
    none: "licence-test-user-none",
};

fn judge(case: &Case<'_>) -> Finding {
    plans::judge_holder(case, Named::TestUser, |facts| &facts.test_user_plans, &WORDING)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, plan, said};
    use super::*;
    use crate::facts::tenant::{Account, ServicePlan, TenantFacts};

    const P1: &str = "41781fb2-bc02-4b7c-bd55-b576c07bb09d";
    const P2: &str = "EEC0EB4F-6444-4F95-ABA0-50C24D67F998";

    fn held(plans: Vec<ServicePlan>) -> TenantFacts {
        TenantFacts { test_user_plans: plans.into(), ..TenantFacts::default() }
    }

    #[test]
    fn an_active_plan_passes_beside_one_that_is_switched_off() {
        let plans = vec![plan(P1, "AAD_PREMIUM", "Disabled"), plan(P2, "AAD_PREMIUM_P2", "Success")];
        assert_eq!(said(&given().tenant(held(plans)).judge(&CHECK)), ("pass", "licence-test-user-held"));
    }

    #[test]
    fn a_plan_that_is_switched_off_or_pending_fails() {
        for state in ["Disabled", "PendingInput", "something new"] {
            let finding = given().tenant(held(vec![plan(P1, "AAD_PREMIUM", state)])).judge(&CHECK);
            assert_eq!(said(&finding), ("fail", "licence-test-user-inactive"), "{state}");
        }
    }

    #[test]
    fn a_plan_that_only_bears_the_name_fails() {
        let disguised = plan("de377cbc-0019-4ec2-b77c-3f223947e102", "AAD_PREMIUM", "Success");
        assert_eq!(said(&given().tenant(held(vec![disguised])).judge(&CHECK)), ("fail", "licence-test-user-other"));
        assert_eq!(said(&given().tenant(held(vec![])).judge(&CHECK)), ("fail", "licence-test-user-none"));
    }

    #[test]
    fn nothing_known_of_this_very_user_is_not_checked() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let mut facts = held(vec![plan(P1, "AAD_PREMIUM", "Success")]);
        facts.test_user = Account { upn: "other@contoso.com".into(), ..Account::default() }.into();
        assert_eq!(said(&given().tenant(facts).judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let unnamed = given().subject(|subject| subject.test_user = String::new());
        assert_eq!(said(&unnamed.judge(&CHECK)), ("could_not_check", "unavailable-not-configured"));
    }
}
