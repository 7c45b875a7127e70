//! Which service plan of a list licenses writeback, and what it means for a named account. Plans decide, by id; names
//! of products mislead.

use super::{Case, accounts::Named};
use crate::{
    facts::tenant::{ServicePlan, TenantFacts},
    facts::{Seen, Unavailable},
    finding::Finding,
    msg,
    reference::Licences,
};

/// Whether a plan is switched on and ready.
pub(super) fn is_active(plan: &ServicePlan) -> bool {
    plan.status.eq_ignore_ascii_case("Success")
}

/// The plan in the list that licenses writeback, an active one if there is one.
pub(super) fn licensing<'a>(plans: &'a [ServicePlan], licences: &Licences) -> Option<&'a ServicePlan> {
    let qualifying = || plans.iter().filter(|plan| licences.qualifies(&plan.id));
    qualifying().find(|plan| is_active(plan)).or_else(|| qualifying().next())
}

/// What is said of a named account's licence.
pub(super) struct Wording {
    /// It holds an active plan.
    pub held: &'static str,
    /// It holds a plan that is not active.
    pub inactive: &'static str,
    /// It holds plans, none of which licenses writeback.
    pub other: &'static str,
    /// It holds no licence at all.
    pub none: &'static str,
}

/// Judges whether a named account holds a plan that licenses writeback.
pub(super) fn judge_holder(
    case: &Case<'_>,
    who: Named,
    plans: fn(&TenantFacts) -> &Seen<Vec<ServicePlan>>,
    wording: &Wording,
) -> Finding {
    let user = match who.principal(case.subject) {
        Ok(user) => user,
        Err(why) => return Finding::could_not_check(why),
    };
    let held = match who.in_tenant(case, plans) {
        Ok(held) => held,
        Err(why) => return Finding::could_not_check(why),
    };
    let finding = match licensing(held.value, &case.reference.licences) {
        Some(plan) if is_active(plan) => {
            Finding::pass(msg!(wording.held, user = user, plan = &plan.name)).with("evidence-licence-plan", &plan.name)
        }
        // A blank state was not seen to be anything.
        Some(plan) if plan.status.trim().is_empty() => {
            Finding::could_not_check(Unavailable::Malformed { what: format!("provisioningStatus ({})", plan.name) })
        }
        Some(plan) => Finding::fail(msg!(wording.inactive, user = user, plan = &plan.name, state = &plan.status))
            .with("evidence-licence-plan", &plan.name)
            .with("evidence-licence-plan-state", &plan.status),
        None if held.is_empty() => Finding::fail(msg!(wording.none, user = user)).relate("licence.tenant-owns"),
        None => Finding::fail(msg!(wording.other, user = user, count = held.len()))
            .with("evidence-licence-plans-held", held.iter().map(|plan| plan.name.as_str()).collect::<Vec<_>>())
            .relate("licence.tenant-owns"),
    };
    finding.with("evidence-licence-account", user).from(held)
}
