//! What the server that runs Entra Connect says of itself.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Seen;
use crate::reference::ConnectVersion;

/// One look at the sync server.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SyncServerFacts {
    /// The machine.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub machine: Seen<Machine>,
    /// Entra Connect; `{"seen": null}` when it is not installed.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub connect: Seen<Option<Connect>>,
    /// `Get-ADSyncScheduler`.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub scheduler: Seen<Scheduler>,
    /// `Get-ADSyncConnector`.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub connectors: Seen<Vec<Connector>>,
    /// `Get-ADSyncRunProfileResult`, newest first. The history is purged after days.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub runs: Seen<Vec<RunResult>>,
    /// `Get-ADSyncAADPasswordResetConfiguration`.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub writeback: Seen<WritebackState>,
    /// TLS and .NET settings of the registry.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub tls: Seen<TlsSettings>,
    /// Proxy settings.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub proxy: Seen<ProxySettings>,
    /// `RestrictRemoteSam`.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub sam_restriction: Seen<SamRestriction>,
}

/// The machine.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Machine {
    /// Host name.
    pub host: String,
    /// Operating system, as it names itself.
    #[serde(default)]
    pub operating_system: String,
    /// It is itself a domain controller.
    pub is_domain_controller: bool,
}

/// Entra Connect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Connect {
    /// Version.
    pub version: ConnectVersion,
    /// State of the service `ADSync`, such as `Running`, as Windows names it.
    pub service_state: String,
}

/// The scheduler.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Scheduler {
    /// `StagingModeEnabled`.
    pub staging: bool,
    /// `SyncCycleEnabled`.
    #[serde(default)]
    pub enabled: bool,
    /// `SchedulerSuspended`.
    #[serde(default)]
    pub suspended: bool,
}

/// Which side a connector is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConnectorKind {
    /// Active Directory.
    Directory,
    /// Microsoft Entra.
    Entra,
}

/// A connector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Connector {
    /// Name.
    pub name: String,
    /// Which side it is for.
    pub kind: ConnectorKind,
    /// The account it signs in with (`forest-login-user`), for the directory side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// LDAP is signed and encrypted, in all three places; absent when unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_and_seal: Option<bool>,
    /// "Only use preferred domain controllers"; absent when unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_preferred: Option<bool>,
    /// The preferred domain controllers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub preferred_controllers: Vec<String>,
}

/// One run of a run profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RunResult {
    /// Name of the connector.
    pub connector: String,
    /// Name of the profile, such as `Full Import`.
    pub profile: String,
    /// Result, such as `success` or `completed-no-objects`.
    pub result: String,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended; absent while it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
}

/// State of password writeback on the Entra connector.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WritebackState {
    /// Enabled.
    pub enabled: bool,
}

/// TLS and .NET settings. A registry value that is absent is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TlsSettings {
    /// `SchUseStrongCrypto`, 64 bit.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schemars(schema_with = "crate::schema::required_or_null::<u32>")]
    pub strong_crypto_64: Option<u32>,
    /// `SchUseStrongCrypto`, 32 bit.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schemars(schema_with = "crate::schema::required_or_null::<u32>")]
    pub strong_crypto_32: Option<u32>,
    /// `SystemDefaultTlsVersions`, 64 bit.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schemars(schema_with = "crate::schema::required_or_null::<u32>")]
    pub system_default_64: Option<u32>,
    /// `SystemDefaultTlsVersions`, 32 bit.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schemars(schema_with = "crate::schema::required_or_null::<u32>")]
    pub system_default_32: Option<u32>,
    /// SCHANNEL TLS 1.2 client `Enabled`.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schemars(schema_with = "crate::schema::required_or_null::<u32>")]
    pub schannel_client_enabled: Option<u32>,
    /// SCHANNEL TLS 1.2 client `DisabledByDefault`.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schemars(schema_with = "crate::schema::required_or_null::<u32>")]
    pub schannel_client_disabled_by_default: Option<u32>,
    /// `Release` of .NET Framework 4: 461808 = 4.7.2, 528040 = 4.8.
    pub dotnet_release: Option<u32>,
    /// Build of the operating system: 14393 = Windows Server 2016.
    pub os_build: Option<u32>,
}

/// Proxy settings of the sync server. Addresses never hold credentials.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ProxySettings {
    /// `proxyaddress` of `machine.config`, which the sync service uses.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schemars(schema_with = "crate::schema::required_or_null::<String>")]
    pub machine_config: Option<String>,
    /// `usesystemdefault` of `machine.config`.
    #[serde(default)]
    pub machine_config_uses_system: bool,
    /// WinHTTP, which the sync service does not use.
    #[serde(default)]
    pub win_http: Option<String>,
    /// The system proxy of the account that looked.
    #[serde(default)]
    pub system: Option<String>,
}

/// The policy that restricts remote calls to the account database.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SamRestriction {
    /// The value of `RestrictRemoteSam` (SDDL); absent when not set.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schemars(schema_with = "crate::schema::required_or_null::<String>")]
    pub sddl: Option<String>,
    /// Whether it lets the connector account in; absent when this could not be worked out.
    #[serde(default)]
    pub allows_connector: Option<bool>,
}
