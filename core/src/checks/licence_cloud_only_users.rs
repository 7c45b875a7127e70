//! `licence.cloud-only-users`: which owned plans cover cloud-only users and are of no use for writeback?
//!
//! **Why.** The article's line for cloud-only users is often read as "any paid Office 365 plan is enough". Such a plan
//! covers a reset in the cloud; nothing is written back with it.
//! **Passes**, **Warns** and **Fails** never: it is information, shown and never counted.
//! **Can't tell** when the subscriptions could not be read.
//! **Source.** Article, part 1 (cloud-only users); licensing page, 2025-03-04.

use super::{Case, Check, plans};
use crate::{facts::Source, finding::Finding, msg};

/// See the module.
pub const CHECK: Check = Check { id: "licence.cloud-only-users", looks_at: &[Source::Tenant], judge };

fn judge(case: &Case<'_>) -> Finding {
    let owned = match case.facts.tenant().newest(|facts| &facts.licences) {
        Ok(owned) => owned,
        Err(why) => return Finding::could_not_check(why),
    };
    let licences = &case.reference.licences;
    // The table lists the paid ones; what it does not list is mostly free and would only hide them.
    let (known, others): (Vec<_>, Vec<_>) = (owned.iter())
        .filter(|licence| plans::licensing(&licence.plans, licences).is_none())
        .partition(|licence| licences.sku(&licence.sku_id).is_some());
    let products: Vec<_> =
        known.iter().filter_map(|licence| Some(licences.sku(&licence.sku_id)?.product.as_str())).collect();
    let mut finding = if products.is_empty() {
        Finding::not_applicable(msg!("licence-cloud-only-users-none"))
    } else {
        Finding::not_applicable(msg!("licence-cloud-only-users-found", products = products, count = known.len()))
    };
    if !others.is_empty() {
        let names: Vec<_> = others.iter().map(|licence| licence.part_number.as_str()).collect();
        finding = finding.with("evidence-licence-others", names);
    }
    finding.from(owned)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, plan, said};
    use super::*;
    use crate::facts::tenant::{OwnedLicence, ServicePlan, TenantFacts};

    fn judged(sku: &str, plans: Vec<ServicePlan>) -> Finding {
        let licence = OwnedLicence {
            sku_id: sku.into(),
            part_number: "PART".into(),
            capability: "Enabled".into(),
            applies_to: "User".into(),
            enabled_units: 1,
            consumed_units: 1,
            plans,
        };
        given().tenant(TenantFacts { licences: vec![licence].into(), ..TenantFacts::default() }).judge(&CHECK)
    }

    #[test]
    fn a_paid_plan_that_does_not_cover_writeback_is_named_and_not_counted() {
        let finding = judged("6fd2c87f-b296-42f0-b197-1e91e994b900", vec![]);
        assert_eq!(said(&finding), ("not_applicable", "licence-cloud-only-users-found"));
        assert!(format!("{:?}", finding.summary.args["products"]).contains("Office 365 E3"));
    }

    #[test]
    fn free_products_are_evidence_only() {
        let finding = judged("f30db892-07e9-47e9-837c-80727f46fd3d", vec![]);
        assert_eq!(said(&finding), ("not_applicable", "licence-cloud-only-users-none"));
        assert_eq!(finding.evidence.len(), 1);
    }

    #[test]
    fn a_product_with_p1_is_not_among_them() {
        let p1 = plan("41781fb2-bc02-4b7c-bd55-b576c07bb09d", "AAD_PREMIUM", "Success");
        let finding = judged("efccb6f7-5641-4e0e-bd10-b4976e1bf68e", vec![p1]);
        assert_eq!(said(&finding), ("not_applicable", "licence-cloud-only-users-none"));
        assert!(finding.evidence.is_empty());
    }

    #[test]
    fn unread_subscriptions_are_not_checked() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
    }
}
