//! The dated tables that the checks judge by: hosts, Connect versions, licences, roles, directory rights and events.
//! They are data in `assets/reference/`, built in, and can be replaced one by one: by a signed data file, or by files
//! that the caller has read, which nobody signed.

mod controller;
mod data_file;
mod endpoints;
mod events;
mod guid;
mod licences;
mod origin;
mod permissions;
mod rights;
mod roles;
mod table;
mod version;
mod versions;

use jiff::civil::Date;

pub use controller::{Control, FunctionalLevel, Minimums, OsBuild, Port, Protocol, SchemaVersion};
pub use data_file::{DataFile, DataFileError, Signer};
pub use endpoints::{Cloud, CloudEndpoints, Endpoints, Host, NeverProbe, Relay, UnknownCloud};
pub use events::{AuditActivity, ErrorCode, Event, EventKind, Events, Operation, SeenIn, Severity};
pub use guid::{Guid, MalformedGuid};
pub use licences::{Licences, Plan, ServicePlan, Sku};
pub use origin::Origin;
pub use permissions::{Permission, Permissions};
pub use rights::{Principal, Right, RightKind, RightScope, Rights, SparseAttribute};
pub use roles::{Purpose, Role, Roles};
pub use table::{Confidence, ReferenceError};
pub use version::{ConnectVersion, MalformedVersion};
pub use versions::{
    CloudSyncAgent, ConnectVersions, Defect, HardMinimum, Release, ReleaseState, Threshold, VersionStanding,
};

use crate::assessment::sha256_hex;
use table::{Table, read};

/// All reference tables, each with its own date.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// Hosts and base addresses of each cloud: `endpoints.toml`.
    pub endpoints: Endpoints,
    /// Releases of Entra Connect, their support and their defects: `connect-versions.toml`.
    pub versions: ConnectVersions,
    /// Service plans and products: `licences.toml`.
    pub licences: Licences,
    /// Directory roles of Microsoft Entra ID: `roles.toml`.
    pub roles: Roles,
    /// Permissions of Microsoft Graph: `permissions.toml`.
    pub permissions: Permissions,
    /// Rights, controls, ports and versions of Active Directory: `rights.toml`.
    pub rights: Rights,
    /// Events, error codes and audit activities: `events.toml`.
    pub events: Events,
    /// Where they come from.
    pub origin: Origin,
}

impl Reference {
    /// The number of days after which a table deserves a warning that it may be outdated.
    pub const STALE_AFTER_DAYS: i32 = 180;

    /// The names that [`Reference::from_files`] knows.
    pub const FILES: [&'static str; 7] = [
        Endpoints::FILE,
        ConnectVersions::FILE,
        Licences::FILE,
        Roles::FILE,
        Permissions::FILE,
        Rights::FILE,
        Events::FILE,
    ];

    /// The tables that were compiled in.
    ///
    /// # Panics
    /// Never in a tested build: the tables are constants, and a unit test reads them through this function.
    #[must_use]
    #[expect(clippy::expect_used, reason = "constant input, read by the unit test `built_in_tables_are_sound`")]
    pub fn built_in() -> Self {
        Self::read_built_in().expect("the built-in reference tables are sound")
    }

    /// The built-in tables, with those replaced that `files` holds, as (name, text). Nobody vouches for them, and they may
    /// be older than the built-in ones: this is for development, and their origin says so.
    /// A folder in front of the name is ignored, so a caller can hand over what it read from a data folder.
    ///
    /// # Errors
    /// When a name is not one of [`Reference::FILES`] or comes twice, and when a text is not a sound table; the error
    /// names the file, the line and what was expected.
    pub fn from_files(files: impl IntoIterator<Item = (String, String)>) -> Result<Self, ReferenceError> {
        let mut reference = Self::read_built_in()?;
        let (mut seen, mut told) = (Vec::new(), Vec::new());
        for (path, text) in files {
            let name = path.rsplit(['/', '\\']).next().unwrap_or(&path).to_owned();
            match name.as_str() {
                Endpoints::FILE => reference.endpoints = read(&text)?,
                ConnectVersions::FILE => reference.versions = read(&text)?,
                Licences::FILE => reference.licences = read(&text)?,
                Roles::FILE => reference.roles = read(&text)?,
                Permissions::FILE => reference.permissions = read(&text)?,
                Rights::FILE => reference.rights = read(&text)?,
                Events::FILE => reference.events = read(&text)?,
                _ => return Err(ReferenceError::UnknownFile { file: path }),
            }
            if seen.contains(&name) {
                return Err(ReferenceError::Repeated { file: name });
            }
            told.extend([name.as_bytes(), &[0], sha256_hex(text.as_bytes()).as_bytes()].concat());
            seen.push(name);
        }
        if !seen.is_empty() {
            reference.origin = Origin::Unsigned { tables: seen, sha256: sha256_hex(&told) };
        }
        Ok(reference)
    }

    /// Each table's file name and date, in the order of [`Reference::FILES`].
    #[must_use]
    pub fn dates(&self) -> [(&'static str, Date); 7] {
        [
            (Endpoints::FILE, self.endpoints.as_of),
            (ConnectVersions::FILE, self.versions.as_of),
            (Licences::FILE, self.licences.as_of),
            (Roles::FILE, self.roles.as_of),
            (Permissions::FILE, self.permissions.as_of),
            (Rights::FILE, self.rights.as_of),
            (Events::FILE, self.events.as_of),
        ]
    }

    /// Whether a table of date `as_of` is so old on `today` that a finding that rests on it should say so.
    #[must_use]
    pub fn is_stale(as_of: Date, today: Date) -> bool {
        // Differences of civil dates are in days unless asked otherwise, so this cannot overflow.
        (today - as_of).get_days() > Self::STALE_AFTER_DAYS
    }

    fn read_built_in() -> Result<Self, ReferenceError> {
        Ok(Self {
            endpoints: read(built_in_text!("endpoints.toml"))?,
            versions: read(built_in_text!("connect-versions.toml"))?,
            licences: read(built_in_text!("licences.toml"))?,
            roles: read(built_in_text!("roles.toml"))?,
            permissions: read(built_in_text!("permissions.toml"))?,
            rights: read(built_in_text!("rights.toml"))?,
            events: read(built_in_text!("events.toml"))?,
            origin: Origin::BuiltIn,
        })
    }
}

/// The text of a file in `assets/reference/`.
macro_rules! built_in_text {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/reference/", $name))
    };
}
use built_in_text;

#[cfg(test)]
mod tests;
