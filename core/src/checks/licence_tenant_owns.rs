//! `licence.tenant-owns`: does the tenant own a licence that includes writeback, and use it?
//!
//! **Why.** Without Entra ID P1 or P2 the page for on-premises integration stays grey and users see SSPR_0012. Names of
//! products mislead, so the service plans inside decide.
//! **Passes** when an Enabled subscription for people carries an active plan and at least one unit is assigned.
//! **Warns** when only a subscription in the state Warning does, or only products for rooms and shared devices.
//! **Fails** when no unit is assigned, the plan is not active, the subscription is in any other state, or no owned
//! product carries such a plan.
//! **Can't tell** when the subscriptions could not be read.
//! **Source.** Article, part 1; licensing page, 2025-03-04; product and service plan list, 2025-12-30.

use super::{Case, Check, plans};
use crate::{
    Message,
    facts::{
        Source,
        tenant::{OwnedLicence, ServicePlan},
    },
    finding::Finding,
    msg,
    reference::Licences,
};

/// See the module.
pub const CHECK: Check = Check { id: "licence.tenant-owns", looks_at: &[Source::Tenant], judge };

/// A sentence names this many products; the evidence names all.
const NAMED: usize = 5;

/// A subscription that carries a plan which licenses writeback.
struct Carrier<'a> {
    licence: &'a OwnedLicence,
    plan: &'a ServicePlan,
    product: &'a str,
}

impl Carrier<'_> {
    fn is_for_people(&self, licences: &Licences) -> bool {
        self.licence.applies_to.eq_ignore_ascii_case("User") && !licences.is_device(&self.licence.sku_id)
    }

    fn is(&self, capability: &str) -> bool {
        self.licence.capability.eq_ignore_ascii_case(capability)
    }

    fn line(&self) -> Message {
        msg!(
            "licence-subscription",
            product = self.product,
            plan = &self.plan.name,
            status = &self.plan.status,
            state = &self.licence.capability,
            used = self.licence.consumed_units,
            owned = self.licence.enabled_units,
        )
    }
}

fn judge(case: &Case<'_>) -> Finding {
    let owned = match case.facts.tenant().newest(|facts| &facts.licences) {
        Ok(owned) => owned,
        Err(why) => return Finding::could_not_check(why),
    };
    let licences = &case.reference.licences;
    let carriers: Vec<_> = (owned.iter())
        .filter_map(|licence| {
            let plan = plans::licensing(&licence.plans, licences)?;
            Some(Carrier { licence, plan, product: product(licence, licences) })
        })
        .collect();
    let mut finding = judge_carriers(&carriers, licences).unwrap_or_else(|| without(owned.value, licences));
    for carrier in &carriers {
        finding = finding.with("evidence-licence-subscription", carrier.line());
    }
    finding.from(owned)
}

/// The judgement over the carriers; none when none of them could ever license a person.
fn judge_carriers(carriers: &[Carrier<'_>], licences: &Licences) -> Option<Finding> {
    let people: Vec<_> = carriers.iter().filter(|carrier| carrier.is_for_people(licences)).collect();
    let Some(first) = people.first() else {
        let device = carriers.iter().find(|carrier| {
            licences.is_device(&carrier.licence.sku_id) && carrier.is("Enabled") && plans::is_active(carrier.plan)
        })?;
        return Some(Finding::warn(msg!("licence-tenant-owns-devices", product = device.product)));
    };
    let active: Vec<_> = people.iter().filter(|carrier| plans::is_active(carrier.plan)).collect();
    let with = |capability: &str, assigned: bool| {
        active.iter().find(|carrier| carrier.is(capability) && (carrier.licence.consumed_units > 0) == assigned)
    };
    Some(if let Some(carrier) = with("Enabled", true) {
        Finding::pass(msg!(
            "licence-tenant-owns-held",
            product = carrier.product,
            used = carrier.licence.consumed_units,
            owned = carrier.licence.enabled_units,
        ))
    } else if let Some(carrier) = with("Warning", true) {
        Finding::warn(msg!("licence-tenant-owns-expiring", product = carrier.product))
    } else if let Some(carrier) = with("Enabled", false).or_else(|| with("Warning", false)) {
        Finding::fail(msg!("licence-tenant-owns-unassigned", product = carrier.product))
    } else if let Some(carrier) = active.first() {
        Finding::fail(msg!(
            "licence-tenant-owns-suspended",
            product = carrier.product,
            state = &carrier.licence.capability
        ))
    } else {
        Finding::fail(msg!("licence-tenant-owns-inactive", product = first.product, state = &first.plan.status))
    })
}

/// Nothing owned licenses writeback: says what is owned instead.
fn without(owned: &[OwnedLicence], licences: &Licences) -> Finding {
    if owned.is_empty() {
        return Finding::fail(msg!("licence-tenant-owns-nothing"));
    }
    // Those that people take for a licence first; the free ones that every tenant collects last.
    let (known, others): (Vec<_>, Vec<_>) = owned.iter().partition(|licence| licences.sku(&licence.sku_id).is_some());
    let names: Vec<_> = known.iter().chain(&others).map(|licence| product(licence, licences)).collect();
    let named: Vec<_> = names.iter().take(NAMED).copied().collect();
    Finding::fail(msg!("licence-tenant-owns-none", products = named, count = names.len()))
        .with("evidence-licence-owned", names)
        .advise(msg!("licence-tenant-owns-not-by-name"))
}

/// The name a product is sold under, or its part number when the table does not list it.
fn product<'a>(licence: &'a OwnedLicence, licences: &'a Licences) -> &'a str {
    licences.sku(&licence.sku_id).map_or(licence.part_number.as_str(), |sku| sku.product.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, plan, said};
    use super::*;
    use crate::facts::{Seen, Unavailable, tenant::TenantFacts};

    const EMS: &str = "efccb6f7-5641-4e0e-bd10-b4976e1bf68e";
    const ROOMS: &str = "6070a4c8-34c6-4937-8dfb-39bbc6397a60";

    fn ems() -> OwnedLicence {
        OwnedLicence {
            sku_id: EMS.into(),
            part_number: "EMS".into(),
            capability: "Enabled".into(),
            applies_to: "User".into(),
            enabled_units: 25,
            consumed_units: 14,
            plans: vec![plan("41781fb2-bc02-4b7c-bd55-b576c07bb09d", "AAD_PREMIUM", "Success")],
        }
    }

    fn changed(change: impl FnOnce(&mut OwnedLicence)) -> OwnedLicence {
        let mut licence = ems();
        change(&mut licence);
        licence
    }

    fn judged(licences: Vec<OwnedLicence>) -> Finding {
        given().tenant(TenantFacts { licences: licences.into(), ..TenantFacts::default() }).judge(&CHECK)
    }

    #[test]
    fn an_enabled_subscription_with_an_assigned_unit_passes() {
        assert_eq!(said(&judged(vec![ems()])), ("pass", "licence-tenant-owns-held"));
        let beside_others = vec![changed(|licence| licence.capability = "Suspended".into()), ems()];
        assert_eq!(said(&judged(beside_others)), ("pass", "licence-tenant-owns-held"));
    }

    #[test]
    fn a_product_newer_than_the_table_passes_by_its_plan() {
        let suite = changed(|licence| licence.sku_id = "00000000-0000-0000-0000-00000000abcd".into());
        assert_eq!(said(&judged(vec![suite])), ("pass", "licence-tenant-owns-held"));
    }

    #[test]
    fn a_subscription_that_runs_out_warns() {
        let late = changed(|licence| licence.capability = "Warning".into());
        assert_eq!(said(&judged(vec![late])), ("warn", "licence-tenant-owns-expiring"));
    }

    #[test]
    fn rooms_and_shared_devices_alone_warn() {
        let rooms = changed(|licence| licence.sku_id = ROOMS.into());
        assert_eq!(said(&judged(vec![rooms.clone()])), ("warn", "licence-tenant-owns-devices"));
        let suspended = OwnedLicence { capability: "Suspended".into(), ..rooms };
        assert_eq!(said(&judged(vec![suspended])), ("fail", "licence-tenant-owns-none"));
    }

    #[test]
    fn units_in_stock_fail() {
        let stock = changed(|licence| licence.consumed_units = 0);
        assert_eq!(said(&judged(vec![stock])), ("fail", "licence-tenant-owns-unassigned"));
    }

    #[test]
    fn any_other_state_fails_known_or_not() {
        for state in ["Suspended", "Deleted", "LockedOut", "", "something new"] {
            let licence = changed(|licence| licence.capability = state.into());
            assert_eq!(said(&judged(vec![licence])), ("fail", "licence-tenant-owns-suspended"), "{state}");
        }
    }

    #[test]
    fn a_plan_that_is_switched_off_fails() {
        let off = changed(|licence| licence.plans[0].status = "Disabled".into());
        assert_eq!(said(&judged(vec![off])), ("fail", "licence-tenant-owns-inactive"));
    }

    #[test]
    fn a_plan_for_the_company_alone_fails() {
        for applies_to in ["Company", "", "something new"] {
            let company = changed(|licence| licence.applies_to = applies_to.into());
            assert_eq!(said(&judged(vec![company])), ("fail", "licence-tenant-owns-none"), "{applies_to}");
        }
    }

    #[test]
    fn business_standard_fails_by_its_own_name_whatever_its_part_number() {
        let standard = changed(|licence| {
            licence.sku_id = "f245ecc8-75af-4f8e-b61f-27d8114de5f3".into();
            licence.part_number = "O365_BUSINESS_PREMIUM".into();
            licence.plans = vec![plan("9aaf7827-d63c-4b61-89c3-182f06f82e5c", "EXCHANGE_S_STANDARD", "Success")];
        });
        let finding = judged(vec![standard]);
        assert_eq!(said(&finding), ("fail", "licence-tenant-owns-none"));
        let products = format!("{:?}", finding.summary.args["products"]);
        assert!(products.contains("Business Standard"), "{products}");
    }

    #[test]
    fn no_subscription_at_all_fails() {
        assert_eq!(said(&judged(vec![])), ("fail", "licence-tenant-owns-nothing"));
    }

    #[test]
    fn unread_subscriptions_are_not_checked() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let refused = TenantFacts { licences: Seen::Missing(Unavailable::NotSignedIn), ..TenantFacts::default() };
        assert_eq!(said(&given().tenant(refused).judge(&CHECK)), ("could_not_check", "unavailable-not-signed-in"));
    }
}
