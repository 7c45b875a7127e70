//! The ways in which a step of a probe breaks, and how each is said.

use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Message, msg};

/// How a step broke.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Break {
    /// The name does not exist (NXDOMAIN).
    NameNotFound,
    /// The name exists and has no address.
    NameHasNoAddress,
    /// The name server refused to answer.
    NameRefused,
    /// No name server answered in time.
    NameTimedOut {
        /// How long was waited, in milliseconds.
        after_ms: u64,
    },
    /// Name resolution broke in another way.
    NameOther {
        /// The resolver's words.
        detail: String,
    },
    /// Nothing answered in time.
    TimedOut {
        /// How long was waited, in milliseconds.
        after_ms: u64,
    },
    /// The connection was refused.
    Refused,
    /// The connection was reset.
    Reset,
    /// The far end closed the connection where an answer was due.
    Closed,
    /// No route to the host or network, or forbidden by a filter on the way.
    HostUnreachable,
    /// The proxy asks for credentials (407).
    ProxyAsksForCredentials {
        /// The schemes offered, such as `Negotiate, NTLM`.
        scheme: String,
    },
    /// The proxy does not allow this host (403).
    ProxyForbids,
    /// The proxy answered CONNECT with another status.
    ProxyAnswered {
        /// HTTP status.
        status: u16,
    },
    /// The proxy said yes to CONNECT and sent a page of its own instead of the tunnel.
    ProxyPage {
        /// HTTP status.
        status: u16,
    },
    /// The proxy setting itself cannot be used.
    ProxyUnusable {
        /// What is wrong with it.
        detail: String,
    },
    /// What answered at the proxy's address does not speak HTTP.
    ProxyNotHttp,
    /// The answer to the TLS greeting was not TLS (a captive portal, plain HTTP).
    NotTls,
    /// The far end ended the handshake with an alert.
    TlsAlert {
        /// The alert's name.
        alert: String,
    },
    /// The certificate is past its end.
    CertificateExpired {
        /// When it ended, if known.
        on: Option<Timestamp>,
    },
    /// The certificate is not valid yet.
    CertificateNotYetValid {
        /// When it begins, if known.
        from: Option<Timestamp>,
    },
    /// The certificate is for other names.
    CertificateOtherName {
        /// The names it is for.
        names: Vec<String>,
    },
    /// The certificate is signed by nobody this machine trusts.
    CertificateUnknownIssuer {
        /// The issuer, in short.
        issuer: String,
    },
    /// The certificate is signed by itself.
    CertificateSelfSigned,
    /// The certificate was revoked.
    CertificateRevoked,
    /// The certificate is not acceptable for another reason.
    CertificateOther {
        /// The verifier's words.
        detail: String,
    },
    /// The HTTP answer could not be understood.
    HttpMalformed {
        /// What was wrong.
        detail: String,
    },
    /// Anything else.
    Other {
        /// The system's words.
        detail: String,
    },
}

impl Break {
    /// The breakage as one sentence: `break-…`.
    pub fn message(&self) -> Message {
        let wait = |ms: u64| SignedDuration::from_millis(i64::try_from(ms).unwrap_or(i64::MAX));
        match self {
            Self::NameNotFound => msg!("break-name-not-found"),
            Self::NameHasNoAddress => msg!("break-name-has-no-address"),
            Self::NameRefused => msg!("break-name-refused"),
            Self::NameTimedOut { after_ms } => msg!("break-name-timed-out", after = wait(*after_ms)),
            Self::NameOther { detail } => msg!("break-name-other", detail = detail),
            Self::TimedOut { after_ms } => msg!("break-timed-out", after = wait(*after_ms)),
            Self::Refused => msg!("break-refused"),
            Self::Reset => msg!("break-reset"),
            Self::Closed => msg!("break-closed"),
            Self::HostUnreachable => msg!("break-host-unreachable"),
            Self::ProxyAsksForCredentials { scheme } if scheme.is_empty() => {
                msg!("break-proxy-asks-for-credentials-unnamed")
            }
            Self::ProxyAsksForCredentials { scheme } => msg!("break-proxy-asks-for-credentials", scheme = scheme),
            Self::ProxyForbids => msg!("break-proxy-forbids"),
            // A status is a name, not an amount: as a number it would be grouped.
            Self::ProxyAnswered { status } => msg!("break-proxy-answered", status = status.to_string()),
            Self::ProxyPage { status } => msg!("break-proxy-page", status = status.to_string()),
            Self::ProxyUnusable { detail } => msg!("break-proxy-unusable", detail = detail),
            Self::ProxyNotHttp => msg!("break-proxy-not-http"),
            Self::NotTls => msg!("break-not-tls"),
            Self::TlsAlert { alert } => msg!("break-tls-alert", alert = alert),
            Self::CertificateExpired { on: Some(on) } => msg!("break-certificate-expired-on", on = *on),
            Self::CertificateExpired { on: None } => msg!("break-certificate-expired"),
            Self::CertificateNotYetValid { from: Some(from) } => {
                msg!("break-certificate-not-yet-valid-from", from = *from)
            }
            Self::CertificateNotYetValid { from: None } => msg!("break-certificate-not-yet-valid"),
            Self::CertificateOtherName { names } if names.is_empty() => msg!("break-certificate-no-name"),
            Self::CertificateOtherName { names } => msg!("break-certificate-other-name", names = shortened(names)),
            Self::CertificateUnknownIssuer { issuer } => msg!("break-certificate-unknown-issuer", issuer = issuer),
            Self::CertificateSelfSigned => msg!("break-certificate-self-signed"),
            Self::CertificateRevoked => msg!("break-certificate-revoked"),
            Self::CertificateOther { detail } => msg!("break-certificate-other", detail = detail),
            Self::HttpMalformed { detail } => msg!("break-http-malformed", detail = detail),
            Self::Other { detail } => msg!("break-other", detail = detail),
        }
    }
}

/// A sentence bears a few names; large certificates carry a hundred.
fn shortened(names: &[String]) -> Vec<String> {
    const SHOWN: usize = 4;
    let mut shown: Vec<String> = names.iter().take(SHOWN).cloned().collect();
    if names.len() > SHOWN {
        shown.push("...".to_owned());
    }
    shown
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::{Language, Words};

    /// One of each kind and of each way of saying it.
    fn every() -> Vec<Break> {
        let text = || "text".to_owned();
        let time = Timestamp::UNIX_EPOCH;
        vec![
            Break::NameNotFound,
            Break::NameHasNoAddress,
            Break::NameRefused,
            Break::NameTimedOut { after_ms: 5_000 },
            Break::NameOther { detail: text() },
            Break::TimedOut { after_ms: 5_000 },
            Break::Refused,
            Break::Reset,
            Break::Closed,
            Break::HostUnreachable,
            Break::ProxyAsksForCredentials { scheme: text() },
            Break::ProxyAsksForCredentials { scheme: String::new() },
            Break::ProxyForbids,
            Break::ProxyAnswered { status: 503 },
            Break::ProxyPage { status: 200 },
            Break::ProxyUnusable { detail: text() },
            Break::ProxyNotHttp,
            Break::NotTls,
            Break::TlsAlert { alert: text() },
            Break::CertificateExpired { on: Some(time) },
            Break::CertificateExpired { on: None },
            Break::CertificateNotYetValid { from: Some(time) },
            Break::CertificateNotYetValid { from: None },
            Break::CertificateOtherName { names: vec![text()] },
            Break::CertificateOtherName { names: Vec::new() },
            Break::CertificateUnknownIssuer { issuer: text() },
            Break::CertificateSelfSigned,
            Break::CertificateRevoked,
            Break::CertificateOther { detail: text() },
            Break::HttpMalformed { detail: text() },
            Break::Other { detail: text() },
        ]
    }

    #[test]
    fn every_breakage_has_a_sentence_of_its_own_in_every_language() {
        for language in Language::all() {
            let words = Words::new(&language, TimeZone::UTC);
            let mut said = std::collections::BTreeSet::new();
            for broke in every() {
                let message = broke.message();
                assert!(words.has(&message.id), "{language} lacks {}", message.id);
                let sentence = words.say(&message);
                assert!(!sentence.contains('{'), "{language}: {sentence} lacks an argument");
                for argument in message.args.values() {
                    assert!(sentence.contains(&words.arg(argument)), "{language}: {sentence} leaves {argument:?} out");
                }
                assert!(said.insert(sentence.clone()), "{language}: {sentence} is said for two breakages");
            }
        }
    }

    #[test]
    fn a_hundred_names_become_a_few() {
        let names = (0..100).map(|n| format!("n{n}.example.com")).collect();
        let words = Words::new(&Language::english(), TimeZone::UTC);
        let said = words.say(&Break::CertificateOtherName { names }.message());
        assert!(said.contains("n3.example.com, ...") && !said.contains("n4.example.com"), "{said}");
    }
}
