//! What the network shows: for each endpoint every step from the name to the HTTP answer, the idle test, the clock.

mod breaks;
mod system_proxy;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Seen;
use crate::{Message, msg};
pub use breaks::Break;
pub use system_proxy::{Automatic, AutomaticTrouble, ProxyStore, SystemProxy};

/// One look at the network.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct NetworkFacts {
    /// One probe for each endpoint and proxy context.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub probes: Vec<Probe>,
    /// How long silent connections live.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub idle: Seen<IdleTest>,
    /// How far this machine's clock is from the servers'.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub clock: Seen<ClockReading>,
    /// The operating system's proxy setting, when it is one of the ways that were tried.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub system_proxy: Seen<SystemProxy>,
}

/// What an endpoint is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// The password reset service.
    PasswordReset,
    /// A Service Bus relay.
    Relay,
    /// Sign-in.
    SignIn,
    /// Microsoft Graph.
    Graph,
    /// Certificate revocation, over plain HTTP.
    Revocation,
}

/// Where a probe goes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Endpoint {
    /// Host name.
    pub host: String,
    /// TCP port.
    pub port: u16,
    /// What it is for.
    pub purpose: Purpose,
}

/// The way a probe leaves the machine.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
pub struct ProxyContext {
    /// Where the setting comes from.
    pub kind: ProxyKind,
    /// The proxy as `host:port`, never with credentials; absent when this context uses no proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// Where a proxy setting comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProxyKind {
    /// Straight out.
    #[default]
    None,
    /// Environment variables.
    Environment,
    /// The operating system's setting.
    System,
    /// A script (PAC) of the operating system's setting, which decided for this endpoint.
    Script,
    /// `machine.config` of .NET, which the sync service reads.
    MachineConfig,
    /// An address that was given.
    Explicit,
}

/// All steps of one attempt to reach one endpoint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Probe {
    /// Where it went.
    pub endpoint: Endpoint,
    /// How it left the machine.
    #[serde(default)]
    pub context: ProxyContext,
    /// When it began.
    pub started_at: Timestamp,
    /// Name resolution, of the proxy's name when there is a proxy.
    pub name: Step<NameSeen>,
    /// TCP connection. When it broke, the breakage that tells most of those in `attempts`.
    #[serde(default)]
    pub tcp: Step<TcpSeen>,
    /// Every address tried, when none of them answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attempts: Vec<TcpAttempt>,
    /// The proxy's answer to CONNECT; absent without a proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy: Option<Step<ProxySeen>>,
    /// TLS handshake; absent for plain HTTP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls: Option<Step<TlsSeen>>,
    /// The chain that was presented, leaf first; known even when it was not trusted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chain: Vec<Certificate>,
    /// Whether the chain leads to a public root; absent when no chain was presented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trust: Option<Trust>,
    /// HTTP answer.
    #[serde(default)]
    pub http: Step<HttpSeen>,
}

impl Probe {
    /// The first step that broke, with the breakage; `None` when the HTTP answer arrived.
    pub fn first_break(&self) -> Option<(StepName, &Break)> {
        fn of<T>(name: StepName, step: &Step<T>) -> Option<(StepName, &Break)> {
            if let StepResult::Broke(broke) = &step.result { Some((name, broke)) } else { None }
        }
        of(StepName::Name, &self.name)
            .or_else(|| of(StepName::Tcp, &self.tcp))
            .or_else(|| of(StepName::Proxy, self.proxy.as_ref()?))
            .or_else(|| of(StepName::Tls, self.tls.as_ref()?))
            .or_else(|| of(StepName::Http, &self.http))
    }

    /// The HTTP answer, when one arrived.
    pub fn answer(&self) -> Option<&HttpSeen> {
        if let StepResult::Done(answer) = &self.http.result { Some(answer) } else { None }
    }
}

/// The steps of a probe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StepName {
    /// Name resolution.
    Name,
    /// TCP connection.
    Tcp,
    /// CONNECT through a proxy.
    Proxy,
    /// TLS handshake.
    Tls,
    /// HTTP exchange.
    Http,
}

impl StepName {
    /// The step's name as a message: `step-tcp`.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Name => "step-name",
            Self::Tcp => "step-tcp",
            Self::Proxy => "step-proxy",
            Self::Tls => "step-tls",
            Self::Http => "step-http",
        })
    }
}

impl ProxyContext {
    /// The way as a message: "straight out", "through proxy.contoso.com:8080 (environment variables)".
    pub fn message(&self) -> Message {
        let kind = match self.kind {
            ProxyKind::None => return msg!("way-direct"),
            ProxyKind::Environment => "environment",
            ProxyKind::System => "system",
            ProxyKind::Script => "script",
            ProxyKind::MachineConfig => "machine-config",
            ProxyKind::Explicit => "explicit",
        };
        match &self.address {
            Some(address) => msg!(format!("way-{kind}"), address = address),
            None => msg!(format!("way-{kind}-direct")),
        }
    }
}

/// One step of a probe.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Step<T> {
    /// How long it took, in milliseconds.
    #[serde(default)]
    pub took_ms: u64,
    /// How it ended.
    pub result: StepResult<T>,
}

impl<T> Default for Step<T> {
    fn default() -> Self {
        Self { took_ms: 0, result: StepResult::NotReached }
    }
}

/// How a step ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StepResult<T> {
    /// It worked.
    Done(T),
    /// It broke.
    Broke(Break),
    /// An earlier step broke, so this one was not tried.
    NotReached,
}

/// The addresses a name led to.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NameSeen {
    /// The addresses, in the order the system gave them.
    pub addresses: Vec<String>,
}

/// A TCP connection.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TcpSeen {
    /// The address that answered, with port.
    pub address: String,
    /// Addresses that were tried before and did not answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attempts: Vec<TcpAttempt>,
}

/// An address that did not answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TcpAttempt {
    /// The address, with port.
    pub address: String,
    /// How it broke.
    pub broke: Break,
    /// How long it took, in milliseconds.
    pub took_ms: u64,
}

/// A proxy's answer to CONNECT.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ProxySeen {
    /// HTTP status of the answer.
    pub status: u16,
}

/// A TLS session.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TlsSeen {
    /// Protocol version, such as `TLS 1.3`.
    pub version: String,
    /// Cipher suite.
    pub cipher: String,
}

/// One certificate of a chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Certificate {
    /// Subject, as a distinguished name.
    pub subject: String,
    /// Issuer, as a distinguished name.
    pub issuer: String,
    /// Start of validity.
    pub not_before: Timestamp,
    /// End of validity.
    pub not_after: Timestamp,
    /// DNS names it is for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// SHA-256 of the certificate, in hexadecimal.
    pub sha256: String,
}

/// Where a chain leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// To a root of the public programme.
    PublicRoot,
    /// To a root that only this machine (or the person who gave it) trusts.
    LocalRoot {
        /// Who signed the server's certificate, in short.
        issuer: String,
    },
    /// Nowhere that this machine trusts.
    Untrusted {
        /// Who signed the server's certificate, in short.
        issuer: String,
    },
}

/// An HTTP answer, with the few headers that tell a relay from a proxy's page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HttpSeen {
    /// Status.
    pub status: u16,
    /// Headers of interest, lower-case names: server, via, location, www-authenticate, content-type, date, x-cache.
    #[serde(default)]
    pub headers: std::collections::BTreeMap<String, String>,
    /// The first 512 bytes of the body, as text.
    #[serde(default)]
    pub body_start: String,
}

/// Connections opened together, kept silent for different times, and then used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct IdleTest {
    /// The relay that was used.
    pub endpoint: Endpoint,
    /// How it left the machine.
    #[serde(default)]
    pub context: ProxyContext,
    /// One entry for each connection, in order of silence.
    pub connections: Vec<IdleConnection>,
}

/// One silent connection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct IdleConnection {
    /// The planned silence, in seconds.
    pub silence_s: u32,
    /// True for a connection that does not cross the suspected path.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub control: bool,
    /// What became of it.
    pub outcome: IdleOutcome,
}

/// What became of a silent connection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum IdleOutcome {
    /// It carried a request after its silence.
    Survived {
        /// How long the answer took, in milliseconds.
        answer_ms: u64,
        /// HTTP status of the answer. A gateway's status (502, 503, 504) may come from a device on the way that lost
        /// the far half of the connection.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        status: Option<u16>,
    },
    /// It was reset.
    Reset {
        /// How long after the silence began, in milliseconds.
        after_ms: u64,
    },
    /// The far end closed it in good order.
    ClosedByPeer {
        /// How long after the silence began, in milliseconds.
        after_ms: u64,
    },
    /// The request was written and nothing came back: the path forgot the connection.
    Dropped {
        /// How long was waited for the answer, in milliseconds.
        waited_ms: u64,
    },
    /// It could not be opened in the first place.
    NotOpened {
        /// The step that broke.
        step: StepName,
        /// How.
        broke: Break,
    },
    /// It was cancelled before its time.
    Cancelled,
    /// It was left out, or ended before its time, because the test was shortened.
    Shortened,
    /// It was ended before its time because the test was skipped.
    Skipped,
}

impl IdleOutcome {
    /// True when it ran to an end of its own: neither a person nor a broken opening ended it.
    pub fn ran(&self) -> bool {
        !matches!(self, Self::NotOpened { .. } | Self::Cancelled | Self::Shortened | Self::Skipped)
    }
}

/// The difference between this machine's clock and a server's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ClockReading {
    /// The server whose clock was read.
    pub host: String,
    /// This machine's clock minus the server's, in seconds.
    pub ahead_s: i64,
    /// How exact the reading is, in seconds (an HTTP date counts whole seconds, and the answer was on its way).
    pub uncertainty_s: u32,
}
