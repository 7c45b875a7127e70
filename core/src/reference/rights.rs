//! What Active Directory must grant and be: the rights of the connector account, well-known principals, the
//! password-policy control, the PDC emulator's ports, and the builds and levels of servers, forests and schemas.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::controller::{Control, FunctionalLevel, Minimums, OsBuild, Port, SchemaVersion};
use super::guid::Guid;
use super::table::{Confidence, Flaw, Table};

/// The table `rights.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rights {
    /// The day on which the table was checked against its sources.
    #[serde(deserialize_with = "super::table::date")]
    pub as_of: Date,
    /// Where the table as a whole comes from.
    pub source: String,
    /// What the source keys of the rows mean.
    pub sources: BTreeMap<String, String>,
    /// The `schemaIDGUID` of the class `user`, as an entry's inherited object type names it.
    pub user_class: Guid,
    /// The `schemaIDGUID` of the class `inetOrgPerson`.
    pub inet_org_person_class: Guid,
    /// The `schemaIDGUID` of the class `group`.
    pub group_class: Guid,
    /// The first and the last port that RPC hands out on a domain controller.
    pub rpc_dynamic_ports: (u16, u16),
    /// The lowest levels and versions that writeback works with.
    pub minimum: Minimums,
    /// The rights.
    #[serde(rename = "right")]
    pub rights: Vec<Right>,
    /// Attributes that many objects do not have.
    #[serde(rename = "sparse_attribute")]
    pub sparse_attributes: Vec<SparseAttribute>,
    /// Well-known principals.
    #[serde(rename = "principal")]
    pub principals: Vec<Principal>,
    /// The LDAP controls by which a domain controller shows that it enforces password policy on a reset.
    #[serde(rename = "policy_control")]
    pub policy_controls: Vec<Control>,
    /// The ports of the PDC emulator that the sync server needs.
    #[serde(rename = "port")]
    pub ports: Vec<Port>,
    /// Builds of Windows Server, oldest first.
    #[serde(rename = "os_build")]
    pub os_builds: Vec<OsBuild>,
    /// Functional levels, lowest first.
    #[serde(rename = "functional_level")]
    pub functional_levels: Vec<FunctionalLevel>,
    /// Versions of the directory schema, oldest first.
    #[serde(rename = "schema_version")]
    pub schema_versions: Vec<SchemaVersion>,
}

/// A right of the connector account.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Right {
    /// The key, such as `reset-password`; its words are `right-reset-password`.
    pub id: String,
    /// The right's or attribute's GUID, as an access control entry's object type names it.
    pub guid: Guid,
    /// What kind of access it is.
    pub kind: RightKind,
    /// The attribute, for [`RightKind::WriteProperty`].
    pub attribute: Option<String>,
    /// The property set that holds the attribute: an entry may name it instead.
    pub property_set: Option<Guid>,
    /// Where it must be granted.
    pub scope: RightScope,
    /// Whether writeback needs it. A right that is not required is shown and never fails anything.
    pub required: bool,
    /// The key of the source.
    pub source: String,
    /// How well the GUID is supported.
    #[serde(default)]
    pub confidence: Confidence,
}

impl Right {
    /// The Fluent message id of the right's name.
    #[must_use]
    pub fn message(&self) -> String {
        format!("right-{}", self.id)
    }
}

/// A kind of access.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RightKind {
    /// An extended right.
    ControlAccess,
    /// Writing an attribute.
    WriteProperty,
}

impl RightKind {
    /// The bit of the access mask.
    #[must_use]
    pub fn mask(self) -> u32 {
        match self {
            Self::ControlAccess => 0x100,
            Self::WriteProperty => 0x20,
        }
    }
}

/// Where a right must be granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RightScope {
    /// On users, by inheritance from the root of each domain or from a unit.
    DescendantUsers,
    /// On the root object of each domain of the forest.
    DomainRoot,
}

/// An attribute that many objects do not have, so that only the right to read it tells "none" from "not shown". The
/// GUIDs are those of the Active Directory schema.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SparseAttribute {
    /// Its LDAP display name.
    pub name: String,
    /// Its `schemaIDGUID`.
    pub guid: Guid,
    /// The property set that holds it: an entry may name it instead.
    pub property_set: Option<Guid>,
}

/// A well-known principal.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Principal {
    /// The key, such as `authenticated-users`; its name is the message `principal-authenticated-users`.
    pub id: String,
    /// The SID, for principals that have the same one everywhere.
    pub sid: Option<String>,
    /// The last part of the SID, for principals of a domain.
    pub rid: Option<u32>,
    /// Whether every account that signs in holds it, so that an entry for it counts for the connector account.
    #[serde(default)]
    pub everyone_holds: bool,
    /// Whether a connector account in it is over-privileged.
    #[serde(default)]
    pub privileged: bool,
    /// Whether the directory rewrites the access control list of its members, so that resets are refused by design.
    #[serde(default)]
    pub protected: bool,
}

impl Principal {
    /// Whether `sid` is this principal: the well-known SID, or one of a domain (`S-1-5-21-…`) with its last part.
    #[must_use]
    pub fn is(&self, sid: &str) -> bool {
        self.sid.as_deref().is_some_and(|known| known.eq_ignore_ascii_case(sid))
            || self.rid.is_some_and(|rid| {
                sid.to_ascii_uppercase()
                    .strip_prefix("S-1-5-21-")
                    .is_some_and(|rest| rest.rsplit_once('-').is_some_and(|(_, last)| last == rid.to_string()))
            })
    }

    /// The Fluent message id of the principal's name.
    #[must_use]
    pub fn message(&self) -> String {
        format!("principal-{}", self.id)
    }
}

impl Rights {
    /// The right with this key.
    #[must_use]
    pub fn right(&self, id: &str) -> Option<&Right> {
        self.rights.iter().find(|right| right.id == id)
    }

    /// The rights that writeback needs in `scope`.
    pub fn required(&self, scope: RightScope) -> impl Iterator<Item = &Right> {
        self.rights.iter().filter(move |right| right.required && right.scope == scope)
    }

    /// The attribute of this name, where it is one that many objects do not have.
    #[must_use]
    pub fn sparse_attribute(&self, name: &str) -> Option<&SparseAttribute> {
        self.sparse_attributes.iter().find(|attribute| attribute.name == name)
    }

    /// The well-known principal that `sid` is.
    #[must_use]
    pub fn principal(&self, sid: &str) -> Option<&Principal> {
        self.principals.iter().find(|principal| principal.is(sid))
    }

    /// The control among `supported`, an answer's `supportedControl`, that shows password policy on a reset; the
    /// current one before a deprecated one.
    #[must_use]
    pub fn policy_control<S: AsRef<str>>(&self, supported: &[S]) -> Option<&Control> {
        let listed = |control: &&Control| supported.iter().any(|oid| oid.as_ref() == control.oid);
        self.policy_controls
            .iter()
            .filter(|control| !control.deprecated)
            .find(listed)
            .or_else(|| self.policy_controls.iter().find(listed))
    }

    /// The release of Windows Server with this build.
    #[must_use]
    pub fn os_build(&self, build: u32) -> Option<&OsBuild> {
        self.os_builds.iter().find(|row| row.build == build)
    }

    /// The name of a functional level.
    #[must_use]
    pub fn functional_level(&self, level: u32) -> Option<&FunctionalLevel> {
        self.functional_levels.iter().find(|row| row.level == level)
    }

    /// The name of a schema version.
    #[must_use]
    pub fn schema_version(&self, version: u32) -> Option<&SchemaVersion> {
        self.schema_versions.iter().find(|row| row.version == version)
    }
}

impl Table for Rights {
    const FILE: &'static str = "rights.toml";

    fn flaw(&self) -> Option<Flaw> {
        for right in &self.rights {
            if (right.kind == RightKind::WriteProperty) != right.attribute.is_some() {
                return Some(Flaw::at(
                    format!("\"{}\"", right.id),
                    "expected an attribute with kind = \"write-property\", and only there",
                ));
            }
        }
        for principal in &self.principals {
            if principal.sid.is_some() == principal.rid.is_some() {
                return Some(Flaw::at(format!("\"{}\"", principal.id), "expected either sid or rid"));
            }
        }
        if self.policy_controls.is_empty() || !self.ports.iter().any(|port| port.required) {
            return Some(Flaw::at("as_of", "expected a [[policy_control]] and a required [[port]]"));
        }
        for scope in [RightScope::DescendantUsers, RightScope::DomainRoot] {
            if self.required(scope).next().is_none() {
                return Some(Flaw::at("[[right]]", "expected a required [[right]] of each scope"));
            }
        }
        let used = (self.rights.iter().map(|row| row.source.as_str()))
            .chain(self.policy_controls.iter().map(|row| row.source.as_str()))
            .chain(self.ports.iter().map(|row| row.source.as_str()))
            .chain([self.minimum.source.as_str()]);
        Flaw::repeated(self.rights.iter().map(|row| &row.id))
            .or_else(|| Flaw::repeated(self.rights.iter().map(|row| row.guid.as_str())))
            .or_else(|| Flaw::repeated(self.sparse_attributes.iter().map(|row| &row.name)))
            .or_else(|| Flaw::repeated(self.principals.iter().map(|row| &row.id)))
            .or_else(|| Flaw::repeated(self.ports.iter().map(|row| format!("port = {}", row.port))))
            .or_else(|| Flaw::repeated(self.os_builds.iter().map(|row| format!("build = {}", row.build))))
            .or_else(|| Flaw::unsourced(&self.sources, used))
    }
}
