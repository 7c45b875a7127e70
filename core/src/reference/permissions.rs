//! The permissions of Microsoft Graph that the tenant collector asks for: each with the questions it answers, and all
//! of them to read.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::guid::Guid;
use super::table::{Flaw, Table};

/// The table `permissions.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Permissions {
    /// The day on which the table was checked against its sources.
    #[serde(deserialize_with = "super::table::date")]
    pub as_of: Date,
    /// Where the table as a whole comes from.
    pub source: String,
    /// What the source keys of the rows mean.
    pub sources: BTreeMap<String, String>,
    /// The application that people sign in to when they name none of their own.
    pub default_client: Guid,
    /// The permissions, the one to name first when a question needs several.
    #[serde(rename = "permission")]
    pub permissions: Vec<Permission>,
}

/// A permission.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Permission {
    /// Its name, such as `Organization.Read.All`. The reason for it is the message `permission-organization-read-all`.
    pub name: String,
    /// The questions that it answers.
    pub reads: Vec<String>,
    /// Whether it is asked for. Without, its questions are put all the same, and answered where it was granted.
    pub asked: bool,
    /// Whether an administrator has to consent when a person signs in. For applications one always has to.
    pub admin_consent: bool,
    /// The role that a person needs besides, by its English name.
    #[serde(default)]
    pub role: Option<String>,
    /// Whether an application without a person can hold it.
    pub application: bool,
    /// The key of the source.
    pub source: String,
}

impl Permission {
    /// The Fluent message id of why it is asked for.
    #[must_use]
    pub fn message(&self) -> String {
        format!("permission-{}", self.name.to_lowercase().replace('.', "-"))
    }
}

impl Permissions {
    /// The permissions that answer a question.
    pub fn for_question(&self, key: &str) -> impl Iterator<Item = &Permission> {
        self.permissions.iter().filter(move |row| row.reads.iter().any(|read| read == key))
    }
}

impl Table for Permissions {
    const FILE: &'static str = "permissions.toml";

    fn flaw(&self) -> Option<Flaw> {
        if let Some(row) = self.permissions.iter().find(|row| !row.name.contains(".Read.")) {
            return Some(Flaw::at(&row.name, "expected a permission to read, such as User.Read.All"));
        }
        Flaw::repeated(self.permissions.iter().map(|row| &row.name))
            .or_else(|| Flaw::unsourced(&self.sources, self.permissions.iter().map(|row| row.source.as_str())))
    }
}
