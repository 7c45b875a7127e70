//! The service plans that license writeback, and the products that people buy and that hold such a plan or don't.
//! Only plans decide: product names mislead, and new products appear before any table lists them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::guid::Guid;
use super::table::{Confidence, Flaw, Table};

/// The table `licences.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licences {
    /// The day on which the table was checked against its sources.
    #[serde(deserialize_with = "super::table::date")]
    pub as_of: Date,
    /// Where the table as a whole comes from.
    pub source: String,
    /// What the source keys of the rows mean.
    pub sources: BTreeMap<String, String>,
    /// The service plans.
    #[serde(rename = "plan")]
    pub plans: Vec<ServicePlan>,
    /// The products.
    #[serde(rename = "sku")]
    pub skus: Vec<Sku>,
}

/// A service plan.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServicePlan {
    /// The plan's name in Microsoft Graph, such as `AAD_PREMIUM`.
    pub name: String,
    /// Its `servicePlanId`.
    pub id: Guid,
    /// Whether it licenses writeback.
    pub qualifies: bool,
    /// The key of the source.
    pub source: String,
    /// How well this is supported.
    #[serde(default)]
    pub confidence: Confidence,
}

/// A product.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sku {
    /// Its `skuPartNumber`, as published; some hold stray spaces, so never compare by it.
    pub part_number: String,
    /// Its `skuId`.
    pub id: Guid,
    /// The name that it is sold under. A proper name: the same in every language.
    pub product: String,
    /// The qualifying plans in it; empty when it does not license writeback.
    #[serde(default)]
    pub plans: Vec<Plan>,
    /// Whether it is sold for a room or a shared device and so is no evidence of a person's licence.
    #[serde(default)]
    pub device: bool,
}

/// A qualifying plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Plan {
    /// Microsoft Entra ID P1, `AAD_PREMIUM`.
    P1,
    /// Microsoft Entra ID P2, `AAD_PREMIUM_P2`.
    P2,
}

impl Licences {
    /// Whether the service plan licenses writeback. An unknown plan does not.
    #[must_use]
    pub fn qualifies(&self, plan: &str) -> bool {
        self.plan(plan).is_some_and(|row| row.qualifies)
    }

    /// The service plan with this `servicePlanId`.
    #[must_use]
    pub fn plan(&self, id: &str) -> Option<&ServicePlan> {
        self.plans.iter().find(|row| row.id.matches(id))
    }

    /// The product with this `skuId`, if the table lists it.
    #[must_use]
    pub fn sku(&self, id: &str) -> Option<&Sku> {
        self.skus.iter().find(|row| row.id.matches(id))
    }

    /// Whether the product is one for rooms and shared devices.
    #[must_use]
    pub fn is_device(&self, sku: &str) -> bool {
        self.sku(sku).is_some_and(|row| row.device)
    }
}

impl Sku {
    /// Whether a person who holds it is licensed for writeback.
    #[must_use]
    pub fn qualifies(&self) -> bool {
        !self.device && !self.plans.is_empty()
    }
}

impl Table for Licences {
    const FILE: &'static str = "licences.toml";

    fn flaw(&self) -> Option<Flaw> {
        if !self.plans.iter().any(|plan| plan.qualifies) {
            return Some(Flaw::at("[[plan]]", "expected a [[plan]] with qualifies = true"));
        }
        Flaw::repeated(self.plans.iter().map(|row| row.id.as_str()))
            .or_else(|| Flaw::repeated(self.skus.iter().map(|row| row.id.as_str())))
            .or_else(|| Flaw::unsourced(&self.sources, self.plans.iter().map(|row| row.source.as_str())))
    }
}
