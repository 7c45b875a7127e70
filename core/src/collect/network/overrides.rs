//! Names that lead to given addresses: for private clouds whose names the resolver here does not know, and for tests.

use std::{
    net::{IpAddr, SocketAddr},
    str::FromStr,
};

use thiserror::Error;

/// A host that leads to a given address. Written `HOST=IP` or `HOST=IP:PORT`, an IPv6 address with a port in brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResolveOverride {
    /// The host, in lower case.
    pub host: String,
    /// Where it leads.
    pub address: IpAddr,
    /// The port to connect to instead of the endpoint's.
    pub port: Option<u16>,
}

/// The text is not such a rule.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("expected HOST=IP or HOST=IP:PORT, found `{0}`")]
pub struct ResolveOverrideError(String);

impl ResolveOverride {
    /// The socket address for `host`, when this rule is about it.
    pub fn applies_to(&self, host: &str, port: u16) -> Option<SocketAddr> {
        host.trim_end_matches('.')
            .eq_ignore_ascii_case(&self.host)
            .then(|| SocketAddr::new(self.address, self.port.unwrap_or(port)))
    }
}

impl FromStr for ResolveOverride {
    type Err = ResolveOverrideError;

    fn from_str(text: &str) -> Result<Self, ResolveOverrideError> {
        let wrong = || ResolveOverrideError(text.to_owned());
        let (host, address) = text.trim().split_once('=').ok_or_else(wrong)?;
        let host = host.trim().trim_end_matches('.').to_ascii_lowercase();
        if host.is_empty() || !host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte)) {
            return Err(wrong());
        }
        let bare = address.trim();
        if let Ok(address) = bare.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>() {
            return Ok(Self { host, address, port: None });
        }
        let address: SocketAddr = bare.parse().map_err(|_| wrong())?;
        Ok(Self { host, address: address.ip(), port: Some(address.port()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read() {
        let rule: ResolveOverride = "Relay.Example.com=10.0.0.1".parse().expect("a rule");
        assert_eq!(rule.applies_to("relay.example.COM.", 443), Some("10.0.0.1:443".parse().expect("an address")));
        assert_eq!(rule.applies_to("other.example.com", 443), None);
        let rule: ResolveOverride = "relay=127.0.0.1:8443".parse().expect("a rule");
        assert_eq!(rule.applies_to("relay", 443), Some("127.0.0.1:8443".parse().expect("an address")));
        let rule: ResolveOverride = "relay=[::1]:8443".parse().expect("a rule");
        assert_eq!(rule.applies_to("relay", 443), Some("[::1]:8443".parse().expect("an address")));
        let rule: ResolveOverride = "relay=::1".parse().expect("a rule");
        assert_eq!(rule.applies_to("relay", 443), Some("[::1]:443".parse().expect("an address")));
    }

    #[test]
    fn other_texts_are_refused_with_what_was_expected() {
        for text in ["", "relay", "=10.0.0.1", "relay=", "relay=name", "relay=10.0.0.1:x", "re lay=10.0.0.1"] {
            let error = text.parse::<ResolveOverride>().expect_err(text);
            assert!(error.to_string().contains("HOST=IP:PORT"), "{error}");
        }
    }
}
