//! Answers of Graph that were saved by other means: Graph Explorer, `Invoke-MgGraphRequest -OutputType Json`, curl. Each
//! file says by its `@odata.context` which question it answers.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::Value;
use thiserror::Error;

use super::{
    CloudAddress,
    accounts::{self, Known},
    audit, features, licences,
    organization::{self, Domains},
    registration, roles,
};
use crate::{
    Subject,
    facts::{
        Seen, Snapshot, SourceFacts, Unavailable, Vantage,
        tenant::{ResetRegistration, RoleHeld, TenantFacts},
    },
    reference::Reference,
};

/// A file that may hold an answer of Graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Its name, for errors.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// When it was written.
    pub at: Timestamp,
}

/// Why files were refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ExportedError {
    /// Not an answer that is known.
    #[error("{name}: expected an answer of Microsoft Graph to one of the questions, found the context \"{context}\"")]
    UnknownContext {
        /// The file.
        name: String,
        /// What it says it is.
        context: String,
    },
    /// Of another cloud.
    #[error("{name}: the answer is not from {graph}, the Graph of the subject's cloud")]
    OtherCloud {
        /// The file.
        name: String,
        /// The Graph that was expected.
        graph: String,
    },
    /// Whose the answers are is not said.
    #[error("the answers do not say whose they are: add the one to GET /organization")]
    NoOrganization,
    /// Two files answer the same.
    #[error("{name}: the same question is answered twice")]
    Twice {
        /// The second file.
        name: String,
    },
    /// An account that the subject does not name.
    #[error("{name}: the account is neither the subject's administrator nor its test user")]
    OtherAccount {
        /// The file.
        name: String,
    },
}

impl Exported {
    /// The answer in it; none when it is no answer of Graph.
    fn answer(&self) -> Option<(String, Value)> {
        let value: Value = serde_json::from_str(&text(&self.bytes)?).ok()?;
        let context = value.get("@odata.context")?.as_str()?.to_owned();
        Some((context, value))
    }

    /// True when it is an answer of Graph.
    pub fn is_answer(&self) -> bool {
        self.answer().is_some()
    }
}

/// Windows PowerShell writes UTF-16 when its output is redirected.
fn text(bytes: &[u8]) -> Option<String> {
    let units = |bytes: &[u8], read: fn([u8; 2]) -> u16| -> Vec<u16> {
        bytes.chunks_exact(2).filter_map(|pair| Some(read(pair.try_into().ok()?))).collect()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => String::from_utf16(&units(rest, u16::from_le_bytes)).ok(),
        [0xfe, 0xff, rest @ ..] => String::from_utf16(&units(rest, u16::from_be_bytes)).ok(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }
}

/// What a file answers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Organization,
    Licences,
    Domains,
    Account,
    Plans(String),
    Registration,
    Audit,
    Assigned,
    Eligible,
    Features,
    Health,
}

impl Kind {
    /// By the part of the context behind `$metadata#`.
    fn of(context: &str) -> Option<Self> {
        let (_, what) = context.split_once("$metadata#")?;
        // The fields that were selected stand in brackets.
        let head = what.split(['(', '/']).next().unwrap_or_default();
        Some(match head {
            "subscribedSkus" => Self::Licences,
            "organization" => Self::Organization,
            "domains" => Self::Domains,
            "users" if what.contains("/licenseDetails") => {
                let id = what.split('\'').nth(1)?;
                Self::Plans(id.to_lowercase())
            }
            "users" if what.ends_with("/$entity") => Self::Account,
            _ if what.contains("userRegistrationDetails") => Self::Registration,
            _ if what.starts_with("auditLogs/directoryAudits") => Self::Audit,
            _ if what.starts_with("roleManagement/directory/roleAssignments") => Self::Assigned,
            _ if what.starts_with("roleManagement/directory/roleEligibilitySchedules") => Self::Eligible,
            _ if what.starts_with("directory/onPremisesSynchronization") => Self::Features,
            _ if what.starts_with("admin/serviceAnnouncement/healthOverviews") => Self::Health,
            _ => return None,
        })
    }
}

/// One look at the tenant, put together from saved answers. It was seen when the oldest file was written.
///
/// # Errors
/// A file is no answer that is known, or of another cloud, or it is not said whose the answers are.
pub fn exported(
    files: &[Exported],
    subject: &Subject,
    reference: &Reference,
    host: &str,
) -> Result<Snapshot, ExportedError> {
    let row = reference.endpoints.cloud(subject.cloud);
    let graph = CloudAddress::new(row).ok();
    let mut answers: BTreeMap<Kind, Value> = BTreeMap::new();
    let mut accounts: Vec<(String, Value)> = Vec::new();
    for file in files {
        let name = || file.name.clone();
        let unknown = |context: &str| ExportedError::UnknownContext {
            name: file.name.clone(),
            context: context.chars().take(120).collect(),
        };
        let (context, value) = file.answer().ok_or_else(|| unknown(""))?;
        let url = url::Url::parse(&context).map_err(|_| unknown(&context))?;
        if !graph.as_ref().is_some_and(|graph| graph.is_graph(&url)) {
            return Err(ExportedError::OtherCloud { name: name(), graph: row.graph.clone() });
        }
        match Kind::of(&context).ok_or_else(|| unknown(&context))? {
            Kind::Account => accounts.push((name(), value)),
            kind => {
                if answers.insert(kind, value).is_some() {
                    return Err(ExportedError::Twice { name: name() });
                }
            }
        }
    }
    if !answers.contains_key(&Kind::Organization) {
        return Err(ExportedError::NoOrganization);
    }
    let evidence = Evidence { answers, reference };
    let mut facts = TenantFacts {
        identity: evidence.read(&Kind::Organization, "/organization", organization::identity),
        synchronisation: evidence.read(&Kind::Organization, "/organization", organization::synchronisation),
        licences: evidence.read(&Kind::Licences, "/subscribedSkus", licences::owned),
        audit: evidence.read(&Kind::Audit, "/auditLogs/directoryAudits", audit::read),
        features: evidence.read(&Kind::Features, features::FEATURES, features::read),
        health: evidence.read(&Kind::Health, features::HEALTH, features::health),
        ..TenantFacts::default()
    };
    for (name, value) in accounts {
        evidence.account(&name, &value, subject, &mut facts)?;
    }
    Ok(Snapshot {
        vantage: Vantage::workstation(host),
        seen_at: files.iter().map(|file| file.at).min().unwrap_or(Timestamp::MIN),
        took_ms: 0,
        about: None,
        what: SourceFacts::Tenant(Box::new(facts)),
    })
}

struct Evidence<'a> {
    answers: BTreeMap<Kind, Value>,
    reference: &'a Reference,
}

impl Evidence<'_> {
    /// Reads an answer. A list that goes on in a page that is not here is not whole, so it was not read; what nobody
    /// saved was not asked.
    fn read<T>(&self, kind: &Kind, path: &str, read: impl FnOnce(&Value) -> Result<T, Unavailable>) -> Seen<T> {
        let Some(body) = self.answers.get(kind) else { return Seen::default() };
        if body.get("@odata.nextLink").is_some() {
            let path = path.split('?').next().unwrap_or_default();
            return Seen::Missing(Unavailable::NotInEvidence { what: format!("{path} (nextLink)") });
        }
        match read(body) {
            Ok(value) => Seen::Seen(value),
            Err(why) => Seen::Missing(why),
        }
    }

    fn account(
        &self,
        name: &str,
        value: &Value,
        subject: &Subject,
        facts: &mut TenantFacts,
    ) -> Result<(), ExportedError> {
        let domains = self.read(&Kind::Domains, "/domains", Domains::read);
        let upn = value.get("userPrincipalName").and_then(Value::as_str).unwrap_or_default().to_lowercase();
        let is = |wanted: &str| !wanted.trim().is_empty() && wanted.trim().to_lowercase() == upn;
        let (is_admin, is_test_user) = (is(&subject.admin), is(&subject.test_user));
        if !is_admin && !is_test_user {
            return Err(ExportedError::OtherAccount { name: name.to_owned() });
        }
        let known = accounts::known(value, domains.as_result().ok());
        let id = value.get("id").and_then(Value::as_str).unwrap_or_default().to_lowercase();
        let plans = [&id, &upn].into_iter().find_map(|whose| {
            let kind = Kind::Plans(whose.clone());
            self.answers.contains_key(&kind).then(|| self.read(&kind, "/licenseDetails", licences::held))
        });
        let account = || match &known {
            Ok(known) => Seen::Seen(known.account.clone()),
            Err(why) => Seen::Missing(why.clone()),
        };
        if is_admin {
            facts.admin = account();
            facts.admin_plans = plans.clone().unwrap_or_default();
            facts.admin_roles = self.roles(&known);
        }
        if is_test_user {
            facts.test_user = account();
            facts.test_user_plans = plans.unwrap_or_default();
            facts.test_user_reset = self.registration(&id);
        }
        Ok(())
    }

    /// A saved list of assignments may have been filtered by anything, so only what is in it counts.
    fn roles(&self, admin: &Result<Known, Unavailable>) -> Seen<Vec<RoleHeld>> {
        let Ok(admin) = admin else { return Seen::default() };
        let path = "/roleManagement/directory/roleAssignments";
        let assigned = match self.read(&Kind::Assigned, path, roles::holdings) {
            Seen::Seen(assigned) => assigned,
            Seen::Missing(why) => return Seen::Missing(why),
        };
        let eligible = match self.read(&Kind::Eligible, path, roles::holdings) {
            Seen::Seen(eligible) => eligible,
            Seen::Missing(_) => Vec::new(),
        };
        let held = roles::held(&admin.id, &assigned, &eligible, &[], &BTreeMap::new(), |template| {
            self.reference.roles.by_template(template).map_or_else(|| template.to_owned(), roles::name)
        });
        if held.is_empty() {
            return Seen::Missing(Unavailable::NotInEvidence { what: format!("{path} ({})", admin.account.upn) });
        }
        Seen::Seen(held)
    }

    fn registration(&self, id: &str) -> Seen<ResetRegistration> {
        let path = "/reports/authenticationMethods/userRegistrationDetails";
        let missing = || Unavailable::NotInEvidence { what: format!("{path}/{id}") };
        self.read(&Kind::Registration, path, |body| {
            // One row, or a list with that row in it.
            let rows =
                body.get("value").and_then(Value::as_array).map_or_else(|| vec![body], |rows| rows.iter().collect());
            let of_user = |row: &&Value| {
                row.get("id").and_then(Value::as_str).is_some_and(|found| found.eq_ignore_ascii_case(id))
            };
            registration::read(rows.into_iter().find(of_user).ok_or_else(missing)?)
                .map(|(_, registration)| registration)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_context_tells_the_question() {
        let kind = |what: &str| Kind::of(&format!("https://graph.microsoft.com/v1.0/$metadata#{what}"));
        assert_eq!(kind("subscribedSkus(skuId,servicePlans)"), Some(Kind::Licences));
        assert_eq!(kind("users(id,userPrincipalName)/$entity"), Some(Kind::Account));
        assert_eq!(kind("users('AB')/licenseDetails"), Some(Kind::Plans("ab".into())));
        assert_eq!(kind("reports/authenticationMethods/userRegistrationDetails/$entity"), Some(Kind::Registration));
        assert_eq!(kind("users"), None, "a list of users says nothing of the two accounts");
        assert_eq!(kind("applications"), None);
        assert_eq!(Kind::of("nonsense"), None);
    }

    #[test]
    fn text_is_read_as_powershell_writes_it() {
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain("{}".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(text(&wide).as_deref(), Some("{}"));
        assert_eq!(text(b"\xef\xbb\xbf{}").as_deref(), Some("{}"));
        assert_eq!(text(b"\xff\xff"), None);
    }
}
