//! The forest as a whole: which domains there are, which controllers serve them, and when two names mean the same
//! machine. A list that leaves a domain out is no proof for that domain.

use super::Case;
use crate::{
    facts::{
        Sighting, Unavailable,
        directory::{Domain, DomainController},
    },
    msg,
};

/// The domains of the forest: at least one, each with a name.
pub(super) fn domains<'a>(case: &'a Case<'_>) -> Result<Sighting<'a, Vec<Domain>>, Unavailable> {
    let domains = case.facts.directory().newest(|facts| &facts.domains)?;
    if domains.is_empty() || domains.iter().any(|domain| domain.dns_name.trim().is_empty()) {
        return Err(Unavailable::Inconclusive { why: msg!("directory-estate-no-domains") });
    }
    Ok(domains)
}

/// The domain controllers of the forest: at least one for each domain that is known.
pub(super) fn controllers<'a>(case: &'a Case<'_>) -> Result<Sighting<'a, Vec<DomainController>>, Unavailable> {
    let controllers = case.facts.directory().newest(|facts| &facts.controllers)?;
    if controllers.is_empty() {
        return Err(Unavailable::Inconclusive { why: msg!("directory-estate-no-controllers") });
    }
    let domains = domains(case)?;
    let without = uncovered(&domains, |name| controllers.iter().any(|controller| same_name(&controller.domain, name)));
    if without.is_empty() {
        Ok(controllers)
    } else {
        Err(Unavailable::Inconclusive { why: msg!("directory-estate-domain-without-controllers", domains = without) })
    }
}

/// The names of the domains for which `covered` is not true.
pub(super) fn uncovered(domains: &[Domain], covered: impl Fn(&str) -> bool) -> Vec<&str> {
    domains.iter().map(|domain| domain.dns_name.as_str()).filter(|name| !covered(name)).collect()
}

/// Whether two DNS names are the same. An empty name is never the same as another.
pub(super) fn same_name(one: &str, other: &str) -> bool {
    let (one, other) = (bare(one), bare(other));
    !one.is_empty() && one.eq_ignore_ascii_case(other)
}

/// Whether two host names mean the same machine; either may be given without its domain.
pub(super) fn same_host(one: &str, other: &str) -> bool {
    let short = |name: &str| !name.contains('.');
    let label = |name: &str| name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let (one, other) = (bare(one), bare(other));
    same_name(one, other) || (!one.is_empty() && (short(one) || short(other)) && label(one) == label(other))
}

fn bare(name: &str) -> &str {
    name.trim().trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_compared_with_and_without_their_domain() {
        assert!(same_host("DC01", "dc01.contoso.local"));
        assert!(same_host("dc01.contoso.local.", "DC01.contoso.local"));
        assert!(!same_host("dc01.contoso.local", "dc01.fabrikam.local"));
        assert!(!same_host("", ""));
        assert!(!same_host("", "dc01"));
        assert!(!same_name("", ""));
    }
}
