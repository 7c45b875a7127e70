//! The directory roles of Microsoft Entra ID that matter for writeback, and what each is good for.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::guid::Guid;
use super::table::{Confidence, Flaw, Table};

/// The table `roles.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roles {
    /// The day on which the table was checked against its sources.
    #[serde(deserialize_with = "super::table::date")]
    pub as_of: Date,
    /// Where the table as a whole comes from.
    pub source: String,
    /// What the source keys of the rows mean.
    pub sources: BTreeMap<String, String>,
    /// The roles.
    #[serde(rename = "role")]
    pub roles: Vec<Role>,
}

/// A directory role.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The key, such as `hybrid-identity-administrator`; its name is the message `role-…`.
    pub id: String,
    /// The role's template id, the same in every tenant.
    pub template_id: Guid,
    /// What it is good for here.
    pub purposes: Vec<Purpose>,
    /// The key of the source.
    pub source: String,
    /// How well the template id is supported.
    #[serde(default)]
    pub confidence: Confidence,
}

impl Role {
    /// The Fluent message id of the role's name.
    #[must_use]
    pub fn message(&self) -> String {
        format!("role-{}", self.id)
    }
}

/// What a role is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Enabling writeback in the Connect wizard.
    EnableWriteback,
    /// Changing the writeback switch of the portal.
    PortalSwitch,
    /// Reading the registration report and the audit log.
    ReadReports,
    /// Reading the synchronisation features of the tenant.
    ReadSynchronization,
    /// The account with which Connect itself signs in; no person should hold it.
    SyncAccount,
}

impl Roles {
    /// The role with this template id.
    #[must_use]
    pub fn by_template(&self, template_id: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.template_id.matches(template_id))
    }

    /// The role with this key.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == id)
    }

    /// Whether the role with this template id serves `purpose`.
    #[must_use]
    pub fn serves(&self, template_id: &str, purpose: Purpose) -> bool {
        self.by_template(template_id).is_some_and(|role| role.purposes.contains(&purpose))
    }

    /// The roles that serve `purpose`.
    pub fn for_purpose(&self, purpose: Purpose) -> impl Iterator<Item = &Role> {
        self.roles.iter().filter(move |role| role.purposes.contains(&purpose))
    }
}

impl Table for Roles {
    const FILE: &'static str = "roles.toml";

    fn flaw(&self) -> Option<Flaw> {
        if self.for_purpose(Purpose::EnableWriteback).next().is_none() {
            return Some(Flaw::at("[[role]]", "expected a [[role]] with the purpose enable-writeback"));
        }
        Flaw::repeated(self.roles.iter().map(|role| &role.id))
            .or_else(|| Flaw::repeated(self.roles.iter().map(|role| role.template_id.as_str())))
            .or_else(|| Flaw::unsourced(&self.sources, self.roles.iter().map(|role| role.source.as_str())))
    }
}
