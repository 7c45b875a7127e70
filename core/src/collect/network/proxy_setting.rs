//! The ways out: none, the environment's proxy, the system's, a given one. Credentials stay in memory; only
//! `host:port` ever reaches the facts.

use std::{fmt, str::FromStr, sync::Arc};

use thiserror::Error;
use url::Url;

use super::system_proxy;
use crate::{
    Secret,
    facts::network::{Endpoint, ProxyContext, ProxyKind, SystemProxy},
};

/// One way out. Written `none`, `env`, `system`, or an address such as `http://name:password@proxy.contoso.com:8080`.
#[derive(Debug, Clone, Default)]
pub enum ProxySetting {
    /// Straight out.
    #[default]
    None,
    /// What the variables of the environment say; see [`ProxyVariables`].
    Environment,
    /// What the operating system's setting says. A system that has none is not probed this way.
    System,
    /// The proxy that `machine.config` of .NET names.
    MachineConfig(ProxyAddress),
    /// A given proxy.
    Explicit(ProxyAddress),
}

/// A proxy's address with optional credentials.
#[derive(Clone)]
pub struct ProxyAddress {
    host: String,
    port: u16,
    credentials: Option<Arc<ProxyCredentials>>,
}

/// A name and a password for a proxy.
pub(super) struct ProxyCredentials {
    pub(super) name: String,
    pub(super) password: Secret,
}

/// The values of the proxy variables. Not `Debug`, for they may hold credentials.
#[derive(Clone, Default)]
pub struct ProxyVariables {
    /// `HTTPS_PROXY`.
    pub https: Option<String>,
    /// `HTTP_PROXY`.
    pub http: Option<String>,
    /// `ALL_PROXY`, for what the other two do not say.
    pub all: Option<String>,
    /// `NO_PROXY`: hosts that are reached straight out.
    pub no: Option<String>,
}

/// Why a proxy setting was refused. Does not repeat the text, which may hold a password.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProxySettingError {
    /// It is not an address.
    #[error("expected none, env, system, or an address such as http://proxy.contoso.com:8080")]
    NotAnAddress,
    /// It is a kind of proxy that is not supported.
    #[error("expected an http:// proxy, found {0}://")]
    OtherScheme(String),
}

impl ProxyAddress {
    /// A proxy without credentials.
    pub fn new(host: impl Into<String>, port: u16) -> Self {
        Self { host: host.into(), port, credentials: None }
    }

    /// The same proxy with credentials, which are sent to it as Basic authentication.
    #[must_use]
    pub fn with_credentials(mut self, name: impl Into<String>, password: Secret) -> Self {
        self.credentials = Some(Arc::new(ProxyCredentials { name: name.into(), password }));
        self
    }

    /// Host name or address.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Port.
    pub fn port(&self) -> u16 {
        self.port
    }

    pub(super) fn credentials(&self) -> Option<&ProxyCredentials> {
        self.credentials.as_deref()
    }
}

/// `host:port`, never the credentials.
impl fmt::Display for ProxyAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.host.contains(':') {
            write!(f, "[{}]:{}", self.host, self.port)
        } else {
            write!(f, "{}:{}", self.host, self.port)
        }
    }
}

impl fmt::Debug for ProxyAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ProxyAddress({self})")
    }
}

impl FromStr for ProxyAddress {
    type Err = ProxySettingError;

    fn from_str(text: &str) -> Result<Self, ProxySettingError> {
        let text = text.trim();
        let url = if text.contains("://") { Url::parse(text) } else { Url::parse(&format!("http://{text}")) };
        let url = url.map_err(|_| ProxySettingError::NotAnAddress)?;
        if url.scheme() != "http" {
            return Err(ProxySettingError::OtherScheme(url.scheme().to_owned()));
        }
        if !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some() {
            return Err(ProxySettingError::NotAnAddress);
        }
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(ProxySettingError::NotAnAddress)?;
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let proxy = Self::new(host, url.port_or_known_default().unwrap_or(80));
        if url.username().is_empty() && url.password().is_none() {
            return Ok(proxy);
        }
        Ok(proxy.with_credentials(decoded(url.username()), Secret::new(decoded(url.password().unwrap_or_default()))))
    }
}

impl FromStr for ProxySetting {
    type Err = ProxySettingError;

    fn from_str(text: &str) -> Result<Self, ProxySettingError> {
        match text.trim() {
            "none" => Ok(Self::None),
            "env" => Ok(Self::Environment),
            "system" => Ok(Self::System),
            address => address.parse().map(Self::Explicit),
        }
    }
}

/// What this machine's settings say.
pub(super) struct Given<'a> {
    pub(super) variables: &'a ProxyVariables,
    /// The operating system's setting, when it was read.
    pub(super) system: Option<&'a SystemProxy>,
    /// What its script decided.
    pub(super) decisions: &'a system_proxy::Decisions,
    /// Going straight out is tried anyway.
    pub(super) straight_out: bool,
}

/// The way one probe takes.
#[derive(Debug, Clone)]
pub(super) struct Way {
    pub(super) context: ProxyContext,
    pub(super) proxy: Option<ProxyAddress>,
    /// Set when the setting cannot be used; then nothing is sent at all, for straight out would be another way.
    pub(super) unusable: Option<String>,
}

impl Way {
    pub(super) fn new(kind: ProxyKind, proxy: Option<ProxyAddress>) -> Self {
        let address = proxy.as_ref().map(ToString::to_string);
        Self { context: ProxyContext { kind, address }, proxy, unusable: None }
    }

    /// Straight out.
    pub(super) fn direct() -> Self {
        Self::new(ProxyKind::None, None)
    }
}

impl ProxySetting {
    /// The way to an endpoint; `None` when this machine has no such setting, or when a script would have to decide.
    pub(super) fn way(&self, endpoint: &Endpoint, plain: bool, given: &Given<'_>) -> Option<Way> {
        match self {
            Self::None => Some(Way::direct()),
            Self::System => system_proxy::way((given.system?, given.decisions), endpoint, plain, given.straight_out),
            Self::MachineConfig(proxy) => Some(Way::new(ProxyKind::MachineConfig, Some(proxy.clone()))),
            Self::Explicit(proxy) => Some(Way::new(ProxyKind::Explicit, Some(proxy.clone()))),
            Self::Environment => Some(given.variables.way(endpoint, plain)),
        }
    }
}

impl ProxyVariables {
    fn way(&self, endpoint: &Endpoint, plain: bool) -> Way {
        let (name, own) = if plain { ("HTTP_PROXY", &self.http) } else { ("HTTPS_PROXY", &self.https) };
        let given = |value: &Option<String>| value.clone().filter(|value| !value.trim().is_empty());
        let named = given(own).map(|value| (name, value)).or_else(|| Some(("ALL_PROXY", given(&self.all)?)));
        let excluded = self.no.as_deref().is_some_and(|rules| excludes(rules, &endpoint.host, endpoint.port));
        let Some((name, value)) = named.filter(|_| !excluded) else { return Way::new(ProxyKind::Environment, None) };
        match value.parse::<ProxyAddress>() {
            Ok(proxy) => Way::new(ProxyKind::Environment, Some(proxy)),
            Err(error) => Way { unusable: Some(format!("{name}: {error}")), ..Way::new(ProxyKind::Environment, None) },
        }
    }
}

/// Whether the rules of `NO_PROXY` name a host: `*`, a name and all below it, or either with a port.
fn excludes(rules: &str, host: &str, port: u16) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    rules.split([',', ' ']).map(str::trim).filter(|rule| !rule.is_empty()).any(|rule| {
        let (name, only) = match rule.rsplit_once(':') {
            Some((name, digits)) if !name.contains(':') => (name, digits.parse::<u16>().ok()),
            _ => (rule, None),
        };
        let name = name.trim_start_matches("*.").trim_start_matches('.').to_ascii_lowercase();
        let same = name == "*" || host == name || host.strip_suffix(&name).is_some_and(|head| head.ends_with('.'));
        same && only.is_none_or(|only| only == port)
    })
}

/// Undoes `%40` and the like.
fn decoded(text: &str) -> String {
    url::form_urlencoded::parse(format!("x={}", text.replace('+', "%2B").replace('&', "%26")).as_bytes())
        .next()
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::network::Purpose;

    fn relay() -> Endpoint {
        Endpoint { host: "relay.servicebus.windows.net".into(), port: 443, purpose: Purpose::Relay }
    }

    #[test]
    fn addresses_are_read_and_credentials_are_not_shown() {
        let setting: ProxySetting = "http://DOMAIN%5Cann:p%40ss+w&rd@Proxy.Contoso.com:8080".parse().expect("a proxy");
        assert_eq!(format!("{setting:?}"), "Explicit(ProxyAddress(proxy.contoso.com:8080))");
        let ProxySetting::Explicit(proxy) = setting else { panic!("it was an address") };
        let credentials = proxy.credentials().expect("credentials");
        assert_eq!((credentials.name.as_str(), credentials.password.expose()), ("DOMAIN\\ann", "p@ss+w&rd"));
        let bare: ProxyAddress = "10.0.0.1:3128".parse().expect("a proxy");
        assert_eq!((bare.to_string().as_str(), bare.credentials().is_none()), ("10.0.0.1:3128", true));
        assert_eq!("[::1]:3128".parse::<ProxyAddress>().expect("a proxy").to_string(), "[::1]:3128");
    }

    #[test]
    fn a_refused_text_is_not_repeated() {
        for text in ["http://ann:secret@", "http://ann:secret@proxy/path", "socks5://ann:secret@proxy:1080", ""] {
            let error = text.parse::<ProxySetting>().expect_err(text).to_string();
            assert!(!error.contains("secret") && !error.contains("ann"), "{error}");
        }
    }

    #[test]
    fn variables_lead_to_a_proxy_unless_excluded() {
        let mut variables = ProxyVariables { https: Some("http://p:1".into()), ..ProxyVariables::default() };
        let address = |variables: &ProxyVariables, plain| variables.way(&relay(), plain).context.address;
        assert_eq!(address(&variables, false).as_deref(), Some("p:1"));
        assert_eq!(address(&variables, true), None);
        variables.all = Some("http://a:2".into());
        assert_eq!(address(&variables, true).as_deref(), Some("a:2"));
        for rules in ["*", "windows.net", ".windows.net", "x, *.windows.net", "relay.servicebus.windows.net:443"] {
            variables.no = Some(rules.into());
            assert_eq!(address(&variables, false), None, "{rules}");
        }
        for rules in ["", "dows.net", "relay.servicebus.windows.net:80", "other"] {
            variables.no = Some(rules.into());
            assert_eq!(address(&variables, false).as_deref(), Some("p:1"), "{rules}");
        }
    }

    #[test]
    fn an_unusable_variable_is_not_taken_for_straight_out() {
        let variables = ProxyVariables { https: Some("socks5://p:1".into()), ..ProxyVariables::default() };
        let way = variables.way(&relay(), false);
        assert!(way.proxy.is_none() && way.unusable.expect("a reason").starts_with("HTTPS_PROXY"));
    }
}
