//! What Active Directory says: forest, domain controllers, policies, the connector account's rights, the test user.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Seen, network::Break};

/// One look at the directory.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct DirectoryFacts {
    /// The forest.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub forest: Seen<Forest>,
    /// Its domains.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub domains: Seen<Vec<Domain>>,
    /// All domain controllers.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub controllers: Seen<Vec<DomainController>>,
    /// Which ports of each PDC emulator answer. The vantage of the snapshot says from where.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub pdc_ports: Seen<Vec<PortSeen>>,
    /// The account with which the connector signs in to the directory.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub connector_account: Seen<ConnectorAccount>,
    /// The connector account's rights at each domain root.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub domain_rights: Seen<Vec<DomainRights>>,
    /// The object by which accounts are looked up the old way, in each domain.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub sam_servers: Seen<Vec<SamServer>>,
    /// The test user.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub test_user: Seen<DirectoryUser>,
    /// The connector account's rights on the test user itself.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub test_user_rights: Seen<Vec<RightSeen>>,
    /// Password policy of each domain.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub policies: Seen<Vec<PasswordPolicy>>,
    /// The fine-grained policy that applies to the test user; `{"seen": null}` when none does.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub fine_grained_policy: Seen<Option<FineGrainedPolicy>>,
    /// A domain controller's clock (`currentTime` of rootDSE) against the clock of the machine that looked.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub clock: Seen<super::network::ClockReading>,
}

/// The forest.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Forest {
    /// DNS name of the root domain.
    pub name: String,
    /// `forestFunctionality`: 2 = Windows Server 2003, 7 = 2016.
    pub functional_level: u32,
    /// `objectVersion` of the schema: 30 = Windows Server 2003.
    pub schema_version: u32,
}

/// A domain.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Domain {
    /// DNS name.
    pub dns_name: String,
    /// NetBIOS name.
    pub netbios_name: String,
    /// Host name of the PDC emulator; absent when the role holder could not be found.
    pub pdc_emulator: Option<String>,
}

/// A domain controller.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DomainController {
    /// Host name.
    pub host: String,
    /// DNS name of its domain.
    pub domain: String,
    /// `operatingSystem`.
    #[serde(default)]
    pub operating_system: String,
    /// `operatingSystemVersion`, such as `10.0 (20348)`.
    pub os_version: String,
    /// `operatingSystemServicePack`.
    #[serde(default)]
    pub service_pack: Option<String>,
    /// False for a read-only domain controller.
    pub writable: bool,
    /// `supportedControl` of its rootDSE.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub supported_controls: Seen<Vec<String>>,
}

/// A port of a PDC emulator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PortSeen {
    /// Domain of the PDC emulator.
    pub domain: String,
    /// Its host name.
    pub host: String,
    /// TCP port.
    pub port: u16,
    /// How it broke; absent when it answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broke: Option<Break>,
}

/// The account with which the connector signs in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ConnectorAccount {
    /// `DOMAIN\name`.
    pub name: String,
    /// Security identifier.
    pub sid: String,
    /// True when the name comes from the connector's own configuration, false when it was guessed from a pattern.
    pub by_evidence: bool,
    /// All groups it is in, directly or not.
    pub groups: Vec<Group>,
}

/// A group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Group {
    /// Security identifier.
    pub sid: String,
    /// Name.
    pub name: String,
}

/// The connector account's rights at one domain root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DomainRights {
    /// DNS name of the domain.
    pub domain: String,
    /// One entry for each right of [`Right::ALL`].
    pub rights: Vec<RightSeen>,
}

/// `CN=Server,CN=System` of one domain, which decides who may look up accounts the old way (`NetUserGetInfo`), as
/// writeback does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SamServer {
    /// DNS name of the domain.
    pub domain: String,
    /// The connector account's rights on it: one entry for each of [`SamRight::ALL`].
    pub rights: Vec<SamRightSeen>,
    /// Who is in Pre-Windows 2000 Compatible Access of this domain, through which Authenticated Users usually hold them.
    pub compatible_access: Seen<Vec<Group>>,
}

/// The rights on the samServer object that writeback needs (*Access rights and permissions of password writeback*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SamRight {
    /// List Contents.
    ListContents,
    /// Read All Properties.
    ReadProperties,
    /// Read Permissions.
    ReadPermissions,
}

impl SamRight {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::ListContents, Self::ReadProperties, Self::ReadPermissions];

    /// The id of the message with its name: `sam-right-…`.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::ListContents => "sam-right-list-contents",
            Self::ReadProperties => "sam-right-read-properties",
            Self::ReadPermissions => "sam-right-read-permissions",
        }
    }
}

/// Whether a right on the samServer object is held, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SamRightSeen {
    /// The right.
    pub right: SamRight,
    /// Whether it is effective.
    pub effect: RightEffect,
}

/// The rights that writeback needs (*Enable password writeback*, 2023-09-13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Reset Password on users.
    ResetPassword,
    /// Write `lockoutTime` on users.
    WriteLockoutTime,
    /// Write `pwdLastSet` on users.
    WritePwdLastSet,
    /// Unexpire Password on the domain root.
    UnexpirePassword,
}

impl Right {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::ResetPassword, Self::WriteLockoutTime, Self::WritePwdLastSet, Self::UnexpirePassword];

    /// The id of the message with its name: `right-…`.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::ResetPassword => "right-reset-password",
            Self::WriteLockoutTime => "right-write-lockout-time",
            Self::WritePwdLastSet => "right-write-password-last-set",
            Self::UnexpirePassword => "right-unexpire-password",
        }
    }
}

/// Whether a right is held, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RightSeen {
    /// The right.
    pub right: Right,
    /// Whether it is effective.
    pub effect: RightEffect,
}

/// Whether a right is effective, with the access entry that decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub enum RightEffect {
    /// Granted.
    Granted {
        /// To whom, such as `CONTOSO\MSOL_1a2b` or `Authenticated Users`.
        to: String,
        /// Where the entry stands, as a distinguished name.
        at: String,
    },
    /// Denied.
    Denied {
        /// To whom.
        to: String,
        /// Where the entry stands.
        at: String,
    },
    /// No entry gives it.
    NotGranted,
    /// An entry above gives it, but inheritance stops on the way.
    InheritanceStops {
        /// Where, as a distinguished name.
        at: String,
    },
    /// An entry decides that only a domain controller can weigh: it has a condition, or is for a principal that exists
    /// only while somebody is signed in, or for a group that may or may not hold the account.
    Undecided {
        /// For whom the entry is.
        to: String,
        /// Where the entry stands.
        at: String,
    },
    /// The descriptor could not be read.
    Unreadable,
}

/// The test user as the directory knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DirectoryUser {
    /// Distinguished name.
    pub dn: String,
    /// `userPrincipalName`, so that a look at another user is never taken for this one; empty when it was not read.
    #[serde(default)]
    #[serde(skip_serializing_if = "String::is_empty")]
    pub upn: String,
    /// False when disabled.
    pub enabled: bool,
    /// Locked out.
    pub locked: bool,
    /// When the account expires, if it does.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schemars(schema_with = "crate::schema::required_or_null::<Timestamp>")]
    pub expires_at: Option<Timestamp>,
    /// `adminCount` is 1.
    pub admin_count: bool,
    /// Protected groups it is in now, by name. Empty with `admin_count` set means that the mark is stale.
    #[serde(default)]
    pub protected_groups: Vec<String>,
    /// "User cannot change password".
    pub cannot_change_password: bool,
    /// `pwdLastSet`; absent when the password must be changed at next sign-in.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schemars(schema_with = "crate::schema::required_or_null::<Timestamp>")]
    pub password_set_at: Option<Timestamp>,
    /// A smart card is required for sign-in, so a password is pointless.
    pub smart_card_required: bool,
    /// "Password never expires".
    #[serde(default)]
    pub password_never_expires: bool,
    /// False when the object's descriptor is protected from inheritance.
    pub inheritance_on: bool,
}

/// Password policy of a domain.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PasswordPolicy {
    /// DNS name of the domain.
    pub domain: String,
    /// Minimum password age, in seconds.
    pub minimum_age_s: u64,
    /// Minimum length.
    #[serde(default)]
    pub minimum_length: u32,
    /// Passwords remembered.
    #[serde(default)]
    pub history: u32,
    /// Complexity is required.
    #[serde(default)]
    pub complexity: bool,
}

/// A fine-grained password policy.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FineGrainedPolicy {
    /// Name.
    pub name: String,
    /// Minimum password age, in seconds.
    pub minimum_age_s: u64,
}
