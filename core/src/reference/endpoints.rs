//! The hosts that writeback and this program need, per cloud, and the one name that must never be tried.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::table::{Confidence, Flaw, Table};

/// One of the clouds that Microsoft runs Entra in. GCC tenants live in [`Cloud::Global`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "kebab-case")]
pub enum Cloud {
    /// The commercial cloud, GCC included.
    #[default]
    Global,
    /// US Government, GCC High.
    GccHigh,
    /// US Government, Department of Defense.
    Dod,
    /// China, operated by 21Vianet.
    China,
}

impl Cloud {
    /// Every cloud.
    pub const ALL: [Self; 4] = [Self::Global, Self::GccHigh, Self::Dod, Self::China];

    /// The name in files and on the command line: `global`, `gcc-high`, `dod`, `china`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::GccHigh => "gcc-high",
            Self::Dod => "dod",
            Self::China => "china",
        }
    }

    /// The Fluent message id of the cloud's name.
    #[must_use]
    pub fn message(self) -> String {
        format!("cloud-{self}")
    }
}

/// The text names no cloud.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected global, gcc-high, dod or china, found `{0}`")]
pub struct UnknownCloud(pub String);

impl FromStr for Cloud {
    type Err = UnknownCloud;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|cloud| cloud.as_str() == text).ok_or_else(|| UnknownCloud(text.to_owned()))
    }
}

impl fmt::Display for Cloud {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The table `endpoints.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endpoints {
    /// The day on which the table was checked against its sources.
    #[serde(deserialize_with = "super::table::date")]
    pub as_of: Date,
    /// Where the table as a whole comes from.
    pub source: String,
    /// What the source keys of the rows mean.
    pub sources: BTreeMap<String, String>,
    /// Names that must not be probed.
    pub never_probe: Vec<NeverProbe>,
    /// The status with which a relay answers a stranger: 401.
    pub relay_status: u16,
    /// Words in a relay's answer to a stranger, any of which identifies it; compared without regard to case.
    pub relay_markers: Vec<String>,
    #[serde(rename = "cloud")]
    clouds: Vec<CloudEndpoints>,
}

/// A name that stands in documents and must not be probed.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeverProbe {
    /// The name; names below it are meant too.
    pub host: String,
    /// The Fluent message id of the reason.
    pub reason: String,
    /// The key of the source.
    pub source: String,
}

/// The hosts of one cloud. All are reached on port 443, those for revocation on port 80.
///
/// A list can be empty where no source names a host; a check must then say that it could not check.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloudEndpoints {
    /// The cloud.
    pub cloud: Cloud,
    /// The base address for sign-in, without a final slash.
    pub authority: String,
    /// The base address of Microsoft Graph, without a version and without a final slash.
    pub graph: String,
    /// The base address of the administration portal that deep links start with, without a final slash.
    pub portal: String,
    /// The hosts of password reset.
    pub password_reset: Vec<Host>,
    /// The suffixes, from the first dot, below which the password reset hosts live.
    pub password_reset_suffixes: Vec<String>,
    /// The Service Bus relay.
    pub relay: Relay,
    /// The hosts of sign-in and of the synchronisation service.
    pub sign_in: Vec<Host>,
    /// The hosts of Microsoft Graph.
    pub graph_hosts: Vec<Host>,
    /// The hosts that answer whether a certificate was revoked, over plain HTTP on port 80.
    pub revocation: Vec<Host>,
}

/// The Service Bus relay of one cloud.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relay {
    /// Names seen in public documents. Reaching them proves little: a tenant's own names stand in its events.
    pub well_known: Vec<Host>,
    /// The suffixes, from the first dot, below which every relay name lies.
    pub suffixes: Vec<String>,
}

/// A host that can be probed.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Host {
    /// The full name; never a wildcard.
    pub host: String,
    /// The key of the source.
    pub source: String,
    /// How well the name is supported.
    #[serde(default)]
    pub confidence: Confidence,
}

impl Endpoints {
    /// The hosts of `cloud`.
    ///
    /// # Panics
    /// Never: a table without every cloud is refused when it is read.
    #[must_use]
    #[expect(clippy::expect_used, reason = "`flaw` refuses a table that lacks a cloud")]
    pub fn cloud(&self, cloud: Cloud) -> &CloudEndpoints {
        self.clouds.iter().find(|endpoints| endpoints.cloud == cloud).expect("every cloud is in the table")
    }

    /// Why `host` must not be probed, if so.
    #[must_use]
    pub fn never_probe(&self, host: &str) -> Option<&NeverProbe> {
        let host = plain(host);
        self.never_probe.iter().find(|row| host == row.host || host.ends_with(&format!(".{}", row.host)))
    }

    /// The cloud whose relays bear names like `host`, so that a tenant's cloud shows in its events.
    /// GCC High and the Department of Defense share one suffix; the first is returned.
    #[must_use]
    pub fn cloud_of_relay(&self, host: &str) -> Option<Cloud> {
        self.clouds.iter().find(|row| row.is_relay(host)).map(|row| row.cloud)
    }

    /// Whether an HTTP answer is the one that a relay gives to a stranger.
    #[must_use]
    pub fn is_relay_answer(&self, status: u16, body: &str) -> bool {
        let body = body.to_ascii_lowercase();
        status == self.relay_status
            && self.relay_markers.iter().any(|marker| body.contains(&marker.to_ascii_lowercase()))
    }
}

impl CloudEndpoints {
    /// Whether `host` bears a relay's name in this cloud.
    #[must_use]
    pub fn is_relay(&self, host: &str) -> bool {
        let host = plain(host);
        self.relay
            .suffixes
            .iter()
            .any(|suffix| host.strip_suffix(suffix.as_str()).is_some_and(|namespace| !namespace.is_empty()))
    }

    /// The names to allow outbound, as a firewall rule writes them, such as `*.servicebus.windows.net`.
    pub fn relay_rules(&self) -> impl Iterator<Item = String> {
        self.relay.suffixes.iter().map(|suffix| format!("*{suffix}"))
    }
}

/// The name in lower case, without a final dot.
fn plain(host: &str) -> String {
    host.trim().trim_end_matches('.').to_ascii_lowercase()
}

impl Table for Endpoints {
    const FILE: &'static str = "endpoints.toml";

    fn flaw(&self) -> Option<Flaw> {
        if let Some(cloud) =
            Cloud::ALL.into_iter().find(|cloud| self.clouds.iter().filter(|row| row.cloud == *cloud).count() != 1)
        {
            return Some(Flaw::at(
                format!("cloud = \"{cloud}\""),
                format!("expected one [[cloud]] with cloud = \"{cloud}\""),
            ));
        }
        for row in &self.clouds {
            let hosts = [&row.password_reset, &row.relay.well_known, &row.sign_in, &row.graph_hosts, &row.revocation];
            for host in hosts.into_iter().flatten() {
                if !is_host(&host.host) {
                    return Some(Flaw::at(&host.host, "expected a full host name, no wildcard"));
                }
                if self.never_probe(&host.host).is_some() {
                    return Some(Flaw::at(&host.host, "expected a host that never_probe does not list"));
                }
                if let Some(flaw) = Flaw::unsourced(&self.sources, [host.source.as_str()]) {
                    return Some(flaw);
                }
            }
            let suffixes = row.relay.suffixes.iter().chain(&row.password_reset_suffixes);
            for suffix in suffixes {
                if !suffix.strip_prefix('.').is_some_and(is_host) {
                    return Some(Flaw::at(suffix, "expected a suffix such as .servicebus.windows.net"));
                }
            }
            for base in [&row.authority, &row.graph, &row.portal] {
                if !base.strip_prefix("https://").is_some_and(is_host) && !is_loopback(base) {
                    return Some(Flaw::at(base, "expected https:// and a host, no final slash"));
                }
            }
        }
        Flaw::unsourced(&self.sources, self.never_probe.iter().map(|row| row.source.as_str()))
    }
}

/// A lab on this machine, the only one that may be without TLS.
fn is_loopback(base: &str) -> bool {
    base.strip_prefix("http://127.0.0.1:").is_some_and(|port| port.parse::<u16>().is_ok())
}

fn is_host(text: &str) -> bool {
    text.contains('.')
        && text.split('.').all(|label| {
            !label.is_empty()
                && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        })
}
