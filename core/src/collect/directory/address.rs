//! Where a look begins: a domain, or a server with the way of securing the connection; and the controllers that DNS
//! names for a domain.

use std::{fmt, str::FromStr};

use thiserror::Error;
use url::{Host, Url};

/// Where to begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Start {
    /// The DNS name of a domain: its controllers are looked up in DNS.
    Domain(String),
    /// A server.
    Server(Server),
}

/// A server and how its connection is secured. Unprotected connections are never used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// Host name, which the certificate must be for.
    pub host: String,
    /// Port.
    pub port: u16,
    /// How the connection is secured.
    pub security: Security,
}

/// How a connection is secured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// TLS from the start (`ldaps`).
    Tls,
    /// StartTLS, before anything else is said.
    StartTls,
}

/// The text names neither a domain nor a server.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StartError {
    /// It is no URL of a server. The text is not repeated: it may hold a password.
    #[error("expected ldaps://HOST[:PORT] or ldap://HOST[:PORT] (StartTLS), without a name or a path")]
    NotServer,
    /// It is no DNS name.
    #[error("expected the DNS name of a domain such as contoso.local, found \"{0}\"")]
    NotDomain(String),
}

impl Server {
    /// The usual ways into a controller: LDAPS, and StartTLS where nothing listens for that.
    pub(super) fn usual(host: &str) -> [Self; 2] {
        [(636, Security::Tls), (389, Security::StartTls)].map(|(port, security)| Self {
            host: host.trim_end_matches('.').to_owned(),
            port,
            security,
        })
    }
}

impl Start {
    /// A domain by its DNS name.
    ///
    /// # Errors
    /// It is no DNS name.
    pub fn domain(text: &str) -> Result<Self, StartError> {
        let name = text.trim().trim_end_matches('.');
        let sound = !name.is_empty()
            && name.len() <= 253
            && name.split('.').all(|label| {
                (1..=63).contains(&label.len()) && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
            });
        if sound { Ok(Self::Domain(name.to_lowercase())) } else { Err(StartError::NotDomain(text.to_owned())) }
    }
}

impl FromStr for Server {
    type Err = StartError;

    fn from_str(text: &str) -> Result<Self, StartError> {
        let refused = || StartError::NotServer;
        let url = Url::parse(text.trim()).map_err(|_| refused())?;
        let (usual, security) = match url.scheme() {
            "ldaps" => (636, Security::Tls),
            "ldap" => (389, Security::StartTls),
            _ => return Err(refused()),
        };
        let host = match url.host() {
            Some(Host::Domain(name)) if !name.is_empty() => name.trim_end_matches('.').to_owned(),
            Some(Host::Ipv4(address)) => address.to_string(),
            Some(Host::Ipv6(address)) => address.to_string(),
            _ => return Err(refused()),
        };
        let plain = url.username().is_empty() && url.password().is_none() && matches!(url.path(), "" | "/");
        if !plain || url.query().is_some() {
            return Err(refused());
        }
        Ok(Self { host, port: url.port().unwrap_or(usual), security })
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.host.contains(':') {
            write!(f, "[{}]:{}", self.host, self.port)
        } else {
            write!(f, "{}:{}", self.host, self.port)
        }
    }
}

/// The DNS name that the `DC=` parts of a distinguished name spell.
pub(super) fn domain_of(dn: &str) -> String {
    let labels: Vec<&str> = parts(dn)
        .filter_map(|part| part.trim().split_once('=').filter(|(kind, _)| kind.eq_ignore_ascii_case("DC")))
        .map(|(_, label)| label)
        .collect();
    labels.join(".")
}

/// The distinguished name of the object above; none for a name of one part.
pub(super) fn parent(dn: &str) -> Option<&str> {
    let first = parts(dn).next()?.len();
    dn.get(first + 1..)
}

/// Whether two distinguished names are the same, as far as case and spaces around parts go.
pub(super) fn same_dn(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

/// A distinguished name in the one form that all its ways of writing have in common.
pub(super) fn folded(dn: &str) -> String {
    parts(dn).map(|part| part.trim().to_lowercase()).collect::<Vec<_>>().join(",")
}

/// A key by which names sort as in a tree: what is above comes before what is below.
pub(super) fn from_the_root(dn: &str) -> Vec<String> {
    let mut parts: Vec<String> = parts(dn).map(|part| part.trim().to_lowercase()).collect();
    parts.reverse();
    parts
}

/// The parts of a distinguished name, split at commas that are not escaped (RFC 4514).
fn parts(dn: &str) -> impl Iterator<Item = &str> {
    let mut escaped = false;
    dn.split(move |c| {
        let splits = c == ',' && !escaped;
        escaped = c == '\\' && !escaped;
        splits
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_are_named_by_url_and_never_unprotected() {
        let server = |text: &str| text.parse::<Server>().map(|server| (server.to_string(), server.security));
        assert_eq!(server("ldaps://dc1.lab.test"), Ok(("dc1.lab.test:636".into(), Security::Tls)));
        assert_eq!(server("ldap://dc1.lab.test:3389/"), Ok(("dc1.lab.test:3389".into(), Security::StartTls)));
        assert_eq!(server("ldaps://[::1]"), Ok(("[::1]:636".into(), Security::Tls)));
        for text in ["", "dc1", "http://dc1", "ldaps://", "ldaps://me:secret@dc1", "ldaps://dc1/o=x", "ldapi://x"] {
            assert!(text.parse::<Server>().is_err(), "{text}");
        }
    }

    #[test]
    fn domains_are_dns_names() {
        assert_eq!(Start::domain("Contoso.Local."), Ok(Start::Domain("contoso.local".into())));
        for text in ["", ".", "a..b", "a b", "ldap://x", "x/y", &"a".repeat(64)] {
            assert!(Start::domain(text).is_err(), "{text}");
        }
    }

    #[test]
    fn distinguished_names_are_split_where_nothing_is_escaped() {
        let dn = r"CN=Tess\, Ess\\,OU=A\+B \#,DC=contoso,DC=local";
        assert_eq!(parent(dn), Some(r"OU=A\+B \#,DC=contoso,DC=local"));
        assert_eq!(domain_of(dn), "contoso.local");
        assert_eq!(parent("DC=local"), None);
        assert!(same_dn("CN=A, DC=x", "cn=a,dc=X"));
        assert!(!same_dn(r"CN=A\,DC=x", "CN=A,DC=x"));
        let mut names = ["OU=A,OU=B,DC=x", "DC=x", "OU=C,DC=x", "OU=b, DC=X"];
        names.sort_by_key(|dn| from_the_root(dn));
        assert_eq!(names, ["DC=x", "OU=b, DC=X", "OU=A,OU=B,DC=x", "OU=C,DC=x"]);
    }
}
