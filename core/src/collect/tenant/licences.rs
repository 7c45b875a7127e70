//! Licences: what the tenant owns and what an account holds.

use serde_json::Value;

use super::record::Record;
use crate::facts::{
    Unavailable,
    tenant::{OwnedLicence, ServicePlan},
};

pub(super) const OWNED: &str =
    "/subscribedSkus?$select=skuId,skuPartNumber,capabilityStatus,appliesTo,consumedUnits,prepaidUnits,servicePlans";

/// Path of an account's licences.
pub(super) fn held_path(account: &str) -> String {
    format!("/users/{}/licenseDetails?$select=skuId,skuPartNumber,servicePlans", super::accounts::segment(account))
}

/// Reads `/subscribedSkus`.
pub(super) fn owned(body: &Value) -> Result<Vec<OwnedLicence>, Unavailable> {
    Record::all(body, "subscribedSkus")?
        .iter()
        .map(|sku| {
            let units = sku.maybe_record("prepaidUnits")?;
            Ok(OwnedLicence {
                sku_id: sku.text("skuId")?.to_owned(),
                part_number: sku.blank_text("skuPartNumber")?,
                capability: sku.blank_text("capabilityStatus")?,
                applies_to: sku.blank_text("appliesTo")?,
                enabled_units: units.map_or(Ok(0), |units| units.count("enabled"))?,
                consumed_units: sku.count("consumedUnits")?,
                plans: plans(sku)?,
            })
        })
        .collect()
}

/// Reads `/users/{id}/licenseDetails`: the plans of all licences.
pub(super) fn held(body: &Value) -> Result<Vec<ServicePlan>, Unavailable> {
    let mut held = Vec::new();
    for licence in Record::all(body, "licenseDetails")? {
        held.extend(plans(&licence)?);
    }
    Ok(held)
}

fn plans(licence: &Record<'_>) -> Result<Vec<ServicePlan>, Unavailable> {
    licence
        .records("servicePlans")?
        .iter()
        .map(|plan| {
            Ok(ServicePlan {
                id: plan.text("servicePlanId")?.to_owned(),
                name: plan.blank_text("servicePlanName")?,
                status: plan.blank_text("provisioningStatus")?,
            })
        })
        .collect()
}
