//! `directory.functional-level`: do forest level, schema and NetBIOS names meet what Connect asks for?
//!
//! **Why.** Connect needs forest functional level and schema of Windows Server 2003 or later, and cannot resolve a
//! domain whose NetBIOS name holds a dot.
//! **Passes** when level and schema reach the table's minimum and no domain's NetBIOS name holds a dot.
//! **Warns** never.
//! **Fails** when one of the three is not met.
//! **Can't tell** when the forest or its domains are unknown, or a NetBIOS name or the schema's version is missing.
//! **Source.** *Prerequisites for Microsoft Entra Connect*, 2025-09-29.

use super::{Case, Check, estate};
use crate::{
    facts::{Source, Unavailable},
    finding::Finding,
    msg,
};

pub const CHECK: Check = Check { id: "directory.functional-level", looks_at: &[Source::Directory], judge };

fn judge(case: &Case<'_>) -> Finding {
    let rights = &case.reference.rights;
    let forest = match case.facts.directory().newest(|facts| &facts.forest) {
        Ok(forest) => forest,
        Err(why) => return Finding::could_not_check(why),
    };
    let inconclusive = |why| Finding::could_not_check(Unavailable::Inconclusive { why });
    let level_name = |level: u32| rights.functional_level(level).map_or(level.to_string(), |row| row.name.clone());
    let schema_name = |version: u32| match rights.schema_version(version) {
        Some(row) => format!("{version} ({})", row.name),
        None => version.to_string(),
    };
    let domains = estate::domains(case);
    let dotted: Vec<&str> = (domains.iter().flat_map(|domains| domains.value))
        .map(|domain| domain.netbios_name.as_str())
        .filter(|name| name.contains('.'))
        .collect();
    let unnamed: Vec<&str> = (domains.iter().flat_map(|domains| domains.value))
        .filter(|domain| domain.netbios_name.trim().is_empty())
        .map(|domain| domain.dns_name.as_str())
        .collect();
    // No schema has the version 0, so the record is incomplete and its level may be missing as well.
    let finding = if forest.schema_version == 0 {
        inconclusive(msg!("directory-functional-level-unknown"))
    } else if forest.functional_level < rights.minimum.forest_level {
        Finding::fail(msg!(
            "directory-functional-level-low",
            level = level_name(forest.functional_level),
            needed = level_name(rights.minimum.forest_level),
        ))
    } else if forest.schema_version < rights.minimum.schema {
        Finding::fail(msg!(
            "directory-functional-level-schema-low",
            schema = schema_name(forest.schema_version),
            needed = schema_name(rights.minimum.schema),
        ))
    } else if !dotted.is_empty() {
        Finding::fail(msg!("directory-functional-level-dotted", names = dotted))
    } else if let Err(why) = &domains {
        Finding::could_not_check(why.clone())
    } else if !unnamed.is_empty() {
        inconclusive(msg!("directory-functional-level-no-netbios", domains = unnamed))
    } else {
        Finding::pass(msg!(
            "directory-functional-level-met",
            level = level_name(forest.functional_level),
            schema = schema_name(forest.schema_version),
        ))
    };
    let mut finding = finding
        .from(forest)
        .with("evidence-directory-forest-level", level_name(forest.functional_level))
        .with("evidence-directory-schema-version", schema_name(forest.schema_version));
    if let Ok(domains) = domains {
        finding = finding.from(domains);
        for domain in domains.iter() {
            let value =
                msg!("directory-functional-level-domain", domain = &domain.dns_name, netbios = &domain.netbios_name);
            finding = finding.with("evidence-directory-netbios-name", value);
        }
    }
    finding
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Given, given, said};
    use super::*;
    use crate::facts::directory::{DirectoryFacts, Domain, Forest};

    fn with(functional_level: u32, schema_version: u32, netbios: &[&str]) -> Given {
        let domains: Vec<_> = netbios
            .iter()
            .map(|name| Domain {
                dns_name: "contoso.local".into(),
                netbios_name: (*name).to_owned(),
                ..Domain::default()
            })
            .collect();
        given().directory(DirectoryFacts {
            forest: Forest { name: "contoso.local".into(), functional_level, schema_version }.into(),
            domains: domains.into(),
            ..DirectoryFacts::default()
        })
    }

    #[test]
    fn passes_from_2003_on() {
        for (level, schema) in [(2, 30), (7, 88), (10, 91), (11, 99)] {
            let finding = with(level, schema, &["CONTOSO"]).judge(&CHECK);
            assert_eq!(said(&finding), ("pass", "directory-functional-level-met"), "{level}");
        }
    }

    #[test]
    fn fails_for_level_schema_and_dot() {
        assert_eq!(said(&with(1, 30, &["A"]).judge(&CHECK)), ("fail", "directory-functional-level-low"));
        assert_eq!(said(&with(2, 13, &["A"]).judge(&CHECK)), ("fail", "directory-functional-level-schema-low"));
        let dotted = with(7, 88, &["A", "CORP.NET"]).judge(&CHECK);
        assert_eq!(said(&dotted), ("fail", "directory-functional-level-dotted"));
    }

    #[test]
    fn what_was_not_seen_neither_passes_nor_fails() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        assert_eq!(said(&with(0, 0, &["A"]).judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
        assert_eq!(said(&with(7, 88, &[]).judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
        assert_eq!(said(&with(7, 88, &["A", " "]).judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
        let forest = Forest { name: "contoso.local".into(), functional_level: 7, schema_version: 88 };
        let only_forest = DirectoryFacts { forest: forest.into(), ..DirectoryFacts::default() };
        assert_eq!(
            said(&given().directory(only_forest).judge(&CHECK)),
            ("could_not_check", "unavailable-not-looked-at")
        );
    }
}
