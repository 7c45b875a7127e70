//! Asking a time-stamp server (RFC 3161 over HTTP). Plain HTTP is allowed: the answer is signed, and judged by whoever
//! asked. A server that is down, slow or talkative gives an error in words.

use std::{sync::Arc, time::Duration};

use reqwest::{Client, header::CONTENT_TYPE, redirect::Policy};
use rustls::ClientConfig;
use rustls_platform_verifier::BuilderVerifierExt as _;

use crate::{Message, msg};

/// The longest that a server may take.
const LIMIT: Duration = Duration::from_secs(20);
/// The largest answer, in bytes. A time stamp with its certificates has a tenth of that.
const LARGEST: usize = 256 * 1024;

/// True for an address that can be asked. One with a name or a password in it is none: the address is printed in the
/// signed box, for everybody to read.
pub fn is_time_stamp_address(url: &str) -> bool {
    let bare = |url: &url::Url| url.username().is_empty() && url.password().is_none();
    url::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host() && bare(&url))
}

/// Sends a question and returns the answer as it came.
///
/// # Errors
/// In words: no address, not reachable, or no answer to a question of this kind.
pub async fn ask_time_stamp(url: &str, question: Vec<u8>) -> Result<Vec<u8>, Message> {
    if !is_time_stamp_address(url) {
        return Err(msg!("sign-time-stamp-address"));
    }
    let unreachable = |why: String| msg!("sign-time-stamp-unreachable", why = why);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_platform_verifier())
        .map_err(|error| unreachable(error.to_string()))?
        .with_no_client_auth();
    let client = Client::builder()
        .tls_backend_preconfigured(tls)
        .redirect(Policy::none())
        .timeout(LIMIT)
        .user_agent("writeback-readiness")
        .build()
        .map_err(|error| unreachable(error.to_string()))?;
    let broke = |error: reqwest::Error| {
        // The client wraps what broke in several layers; the innermost tells.
        let mut inner: &dyn std::error::Error = &error;
        while let Some(deeper) = inner.source() {
            inner = deeper;
        }
        unreachable(inner.to_string())
    };
    let request = client.post(url).header(CONTENT_TYPE, "application/timestamp-query").body(question);
    let mut answer = request.send().await.map_err(broke)?;
    if !answer.status().is_success() {
        return Err(msg!("sign-time-stamp-status", status = answer.status().as_u16()));
    }
    let mut bytes = Vec::new();
    while let Some(part) = answer.chunk().await.map_err(broke)? {
        bytes.extend_from_slice(&part);
        if bytes.len() > LARGEST {
            return Err(msg!("sign-time-stamp-too-large"));
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::is_time_stamp_address;

    #[test]
    fn an_address_holds_no_password() {
        assert!(is_time_stamp_address("http://clock.example/tsa") && is_time_stamp_address("https://clock.example"));
        for wrong in ["", "clock.example", "ftp://clock.example", "http://", "https://me:geheim@clock.example/"] {
            assert!(!is_time_stamp_address(wrong), "{wrong}");
        }
    }
}
