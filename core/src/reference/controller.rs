//! What a domain controller must be and answer: builds and levels of Windows Server, the password-policy control and
//! the ports of the PDC emulator.

use serde::Deserialize;

use super::table::Confidence;

/// The lowest levels and versions that writeback works with.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minimums {
    /// `forestFunctionality` of the rootDSE.
    pub forest_level: u32,
    /// `domainControllerFunctionality` of the rootDSE.
    pub controller_level: u32,
    /// `objectVersion` of the schema.
    pub schema: u32,
    /// The build of Windows Server on a domain controller.
    pub controller_build: u32,
    /// The build of Windows Server on the sync server.
    pub sync_server_build: u32,
    /// The `Release` value of .NET Framework without which current builds of Connect do not install.
    pub dotnet_release: u32,
    /// The `Release` value of .NET Framework that the troubleshooting guide asks for.
    pub dotnet_release_advised: u32,
    /// The key of the source.
    pub source: String,
}

/// An LDAP control.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Control {
    /// The object identifier, as `supportedControl` lists it.
    pub oid: String,
    /// The name in Microsoft's headers.
    pub name: String,
    /// Whether a newer identifier has replaced it.
    #[serde(default)]
    pub deprecated: bool,
    /// The key of the source.
    pub source: String,
    /// How well this is supported.
    #[serde(default)]
    pub confidence: Confidence,
}

/// A port of the PDC emulator.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Port {
    /// The number.
    pub port: u16,
    /// The protocols it is used with.
    pub protocols: Vec<Protocol>,
    /// The service's name, the same in every language.
    pub service: String,
    /// Whether writeback needs it. A port that is not required is shown and never fails anything.
    pub required: bool,
    /// The key of the source.
    pub source: String,
}

/// A transport protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Protocol {
    /// TCP.
    Tcp,
    /// UDP.
    Udp,
}

/// A build of Windows Server.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OsBuild {
    /// The build number, the part in brackets of `operatingSystemVersion`.
    pub build: u32,
    /// The name, the same in every language.
    pub name: String,
    /// Whether the article of 2021 allowed it, with the latest service pack.
    #[serde(default)]
    pub allowed_by_article: bool,
    /// Whether this is the build of the latest service pack of its release, or its release never had one.
    #[serde(default = "yes")]
    pub latest_service_pack: bool,
}

/// A functional level of a forest, a domain or a domain controller.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FunctionalLevel {
    /// The number in the rootDSE.
    pub level: u32,
    /// The name, the same in every language.
    pub name: String,
}

/// A version of the directory schema.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchemaVersion {
    /// `objectVersion` of the schema.
    pub version: u32,
    /// The release of Windows Server that brought it.
    pub name: String,
}

fn yes() -> bool {
    true
}
