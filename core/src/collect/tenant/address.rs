//! Where a cloud's sign-in and its Graph live, and which addresses a token may be sent to: these two and no other.

use std::net::IpAddr;

use thiserror::Error;
use url::{Host, Url};

use crate::reference::CloudEndpoints;

/// The two base addresses of a cloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloudAddress {
    authority: Url,
    graph: Url,
}

/// Why an address cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AddressError {
    /// It is not an address, or neither https nor loopback.
    #[error("{0}: expected https://, or http:// on a loopback address")]
    NotSafe(String),
    /// The tenant is not named by a domain or an id.
    #[error("\"{0}\": expected a domain of the tenant or its id")]
    NotATenant(String),
}

impl CloudAddress {
    /// The addresses of a row of the reference data.
    ///
    /// # Errors
    /// One is neither https nor plain http on a loopback address.
    pub fn new(row: &CloudEndpoints) -> Result<Self, AddressError> {
        Ok(Self { authority: safe(&row.authority)?, graph: safe(&row.graph)? })
    }

    /// Address of an endpoint of the sign-in service, such as `oauth2/v2.0/token`.
    pub(super) fn sign_in(&self, tenant: &str, endpoint: &str) -> Url {
        below(&self.authority, std::iter::once(tenant).chain(endpoint.split('/')))
    }

    /// Where an administrator consents to these permissions for the whole tenant.
    pub fn consent_link(&self, tenant: &str, client_id: &str, permissions: &[&str]) -> String {
        let mut url = self.sign_in(tenant, "v2.0/adminconsent");
        let scopes: Vec<String> = permissions.iter().map(|name| self.scope(name)).collect();
        url.query_pairs_mut()
            .append_pair("client_id", client_id)
            .append_pair("scope", &scopes.join(" "))
            .append_pair("redirect_uri", "http://localhost");
        url.into()
    }

    /// A permission as this cloud's sign-in wants it written. Tokens of one cloud are worth nothing in another.
    pub(super) fn scope(&self, permission: &str) -> String {
        format!("{}/{permission}", self.graph.as_str().trim_end_matches('/'))
    }

    /// Address below Graph; `path` begins with a slash and holds its query.
    pub(super) fn graph(&self, path: &str) -> Option<Url> {
        Url::parse(&format!("{}/v1.0{path}", self.graph.as_str().trim_end_matches('/')))
            .ok()
            .filter(|url| self.is_graph(url))
    }

    /// True when a token for Graph may be sent there: same scheme, host and port.
    pub(super) fn is_graph(&self, url: &Url) -> bool {
        url.origin() == self.graph.origin() && url.username().is_empty() && url.password().is_none()
    }

    /// Host and port of the sign-in service: what tells one cloud from another.
    pub fn authority(&self) -> &str {
        self.authority.authority()
    }

    /// Host of Graph, for messages.
    pub(super) fn graph_host(&self) -> &str {
        self.graph.host_str().unwrap_or_default()
    }
}

/// Refuses what names no single tenant: signing in to "common" would take any.
///
/// # Errors
/// It is empty, or not written like a domain or an id.
pub fn tenant_name(text: &str) -> Result<&str, AddressError> {
    let text = text.trim();
    let written_well = !text.is_empty()
        && text.len() <= 255
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
        && !text.starts_with('.');
    let anyone = ["common", "organizations", "consumers"].iter().any(|word| text.eq_ignore_ascii_case(word));
    if written_well && !anyone { Ok(text) } else { Err(AddressError::NotATenant(text.to_owned())) }
}

fn safe(text: &str) -> Result<Url, AddressError> {
    let refused = || AddressError::NotSafe(text.to_owned());
    let url = Url::parse(text).map_err(|_| refused())?;
    let plain = url.username().is_empty() && url.password().is_none() && url.query().is_none();
    if plain && (url.scheme() == "https" || (url.scheme() == "http" && is_loopback(&url))) {
        Ok(url)
    } else {
        Err(refused())
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => IpAddr::V4(address).is_loopback(),
        Some(Host::Ipv6(address)) => IpAddr::V6(address).is_loopback(),
        _ => false,
    }
}

fn below<'a>(base: &Url, segments: impl Iterator<Item = &'a str>) -> Url {
    let mut url = base.clone();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(segments);
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::{Cloud, Reference};

    fn address(cloud: Cloud) -> CloudAddress {
        CloudAddress::new(Reference::built_in().endpoints.cloud(cloud)).expect("sound")
    }

    #[test]
    fn every_cloud_has_its_own_addresses_and_scopes() {
        let graphs = Cloud::ALL.map(|cloud| address(cloud).scope("User.Read.All"));
        assert_eq!(graphs[0], "https://graph.microsoft.com/User.Read.All");
        assert_eq!(graphs[2], "https://dod-graph.microsoft.us/User.Read.All");
        let token = address(Cloud::China).sign_in("contoso.cn", "oauth2/v2.0/token");
        assert_eq!(token.as_str(), "https://login.chinacloudapi.cn/contoso.cn/oauth2/v2.0/token");
    }

    #[test]
    fn a_token_goes_to_its_own_host_only() {
        let global = address(Cloud::Global);
        for (url, own) in [
            ("https://graph.microsoft.com/v1.0/users?$skiptoken=x", true),
            ("https://graph.microsoft.us/v1.0/users", false),
            ("http://graph.microsoft.com/v1.0/users", false),
            ("https://graph.microsoft.com:444/v1.0/users", false),
            ("https://graph.microsoft.com@evil.test/v1.0/users", false),
            ("https://evil.test/graph.microsoft.com", false),
        ] {
            assert_eq!(global.is_graph(&Url::parse(url).expect("an address")), own, "{url}");
        }
    }

    #[test]
    fn plain_http_is_for_loopback_only() {
        for (text, sound) in [
            ("http://127.0.0.1:8080", true),
            ("http://[::1]:8080", true),
            ("https://graph.microsoft.com", true),
            ("http://graph.microsoft.com", false),
            ("http://127.0.0.1.evil.test", false),
            ("http://10.0.0.1", false),
            ("file:///etc/passwd", false),
        ] {
            assert_eq!(safe(text).is_ok(), sound, "{text}");
        }
    }

    #[test]
    fn a_tenant_is_one_tenant() {
        for name in ["contoso.com", "11111111-2222-3333-4444-555555555555"] {
            assert!(tenant_name(name).is_ok(), "{name}");
        }
        for name in ["", "common", "Organizations", "a/b", "contoso.com?x", ".."] {
            assert!(tenant_name(name).is_err(), "{name}");
        }
    }
}
