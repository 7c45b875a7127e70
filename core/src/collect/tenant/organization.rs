//! The organisation: who the tenant is, whether it synchronises, how its domains sign in.

use std::collections::BTreeMap;

use serde_json::Value;

use super::record::{Record, malformed};
use crate::facts::{
    Unavailable,
    tenant::{Synchronisation, TenantIdentity},
};

pub(super) const ORGANIZATION: &str =
    "/organization?$select=id,displayName,verifiedDomains,onPremisesSyncEnabled,onPremisesLastSyncDateTime";

pub(super) const DOMAINS: &str = "/domains?$select=id,authenticationType,isVerified";

fn only(body: &Value) -> Result<Record<'_>, Unavailable> {
    match Record::all(body, "organization")?.as_slice() {
        [one] => Ok(*one),
        _ => Err(malformed("organization", "value")),
    }
}

/// Reads who the tenant is from `/organization`.
pub(super) fn identity(body: &Value) -> Result<TenantIdentity, Unavailable> {
    let one = only(body)?;
    let domains = one.records("verifiedDomains")?;
    Ok(TenantIdentity {
        id: one.text("id")?.to_owned(),
        name: one.blank_text("displayName")?,
        domains: domains.iter().map(|domain| domain.text("name").map(str::to_owned)).collect::<Result<_, _>>()?,
    })
}

/// Reads its synchronisation: null means that it never synchronised.
pub(super) fn synchronisation(body: &Value) -> Result<Synchronisation, Unavailable> {
    let one = only(body)?;
    Ok(Synchronisation {
        enabled: one.maybe_flag("onPremisesSyncEnabled")?.unwrap_or(false),
        last_at: one.maybe_time("onPremisesLastSyncDateTime")?,
    })
}

/// Which domains sign in through federation; those of which that is not understood are left out.
pub(super) struct Domains(BTreeMap<String, bool>);

impl Domains {
    /// Reads `/domains`.
    pub(super) fn read(body: &Value) -> Result<Self, Unavailable> {
        let mut domains = BTreeMap::new();
        for domain in Record::all(body, "domains")? {
            let federated = match domain.maybe_text("authenticationType")? {
                Some("Managed") => false,
                Some("Federated") => true,
                _ => continue,
            };
            domains.insert(domain.text("id")?.to_lowercase(), federated);
        }
        Ok(Self(domains))
    }

    /// Whether the domain of a user principal name is federated; none when that is not known.
    pub(super) fn federated(&self, upn: &str) -> Option<bool> {
        let (_, domain) = upn.rsplit_once('@')?;
        self.0.get(&domain.to_lowercase()).copied()
    }
}
