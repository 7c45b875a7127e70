//! One GET over plain HTTP, straight out or through a proxy: the hosts that answer whether a certificate was revoked.
//! There is no chain to look at and no tunnel to open, so an ordinary HTTP client does.

use std::{error::Error as _, io, net::SocketAddr, sync::Arc, time::Duration};

use reqwest::{Client, Proxy, redirect::Policy};
use rustls::{ClientConfig, RootCertStore};

use super::{
    ProxyAddress,
    breakage::of_io,
    connect::asks_for_credentials,
    http::{BODY_START, of_interest, text},
    trust::Roots,
};
use crate::facts::network::{Break, HttpSeen};

/// Where a plain request goes.
pub(super) struct Target<'a> {
    pub(super) host: &'a str,
    /// Port of the request's address.
    pub(super) port: u16,
    pub(super) path: &'a str,
    /// The address that answered, of the proxy when there is one.
    pub(super) address: SocketAddr,
    pub(super) proxy: Option<&'a ProxyAddress>,
}

/// Sends a GET and reads the answer within `limit`. Redirects are not followed.
pub(super) async fn get(target: &Target<'_>, roots: &Roots, limit: Duration) -> Result<HttpSeen, Break> {
    let other = |error: &dyn std::fmt::Display| Break::Other { detail: error.to_string() };
    // The client wants TLS to be settled although only plain HTTP is spoken: without any root it could not be used.
    let tls = ClientConfig::builder_with_provider(Arc::clone(&roots.provider))
        .with_safe_default_protocol_versions()
        .map_err(|error| other(&error))?
        .with_root_certificates(RootCertStore::empty())
        .with_no_client_auth();
    let mut client = Client::builder()
        .tls_backend_preconfigured(tls)
        .redirect(Policy::none())
        .no_proxy()
        .http1_only()
        .user_agent("writeback-readiness")
        .pool_max_idle_per_host(0);
    // Where it was seen to answer, it is asked.
    let port = match target.proxy {
        None => {
            client = client.resolve(target.host, target.address);
            target.address.port()
        }
        Some(proxy) => {
            let mut through = Proxy::http(format!("http://{}", target.address)).map_err(|error| other(&error))?;
            if let Some(given) = proxy.credentials() {
                through = through.basic_auth(&given.name, given.password.expose());
            }
            client = client.proxy(through);
            target.port
        }
    };
    let client = client.build().map_err(|error| other(&error))?;
    let url = format!("http://{}{}", super::http::host_header(target.host, port, 80), target.path);
    let deadline = tokio::time::Instant::now() + limit;
    let timed_out = |_| Break::TimedOut { after_ms: super::breakage::millis(limit) };
    let mut answer = tokio::time::timeout_at(deadline, client.get(url).send())
        .await
        .map_err(timed_out)?
        .map_err(|error| meaning(&error))?;
    if answer.status().as_u16() == 407 {
        let offers = answer.headers().get_all("proxy-authenticate").iter().filter_map(|offer| offer.to_str().ok());
        return Err(asks_for_credentials(offers));
    }
    let headers = of_interest(answer.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes())));
    let mut body = Vec::new();
    while body.len() < BODY_START {
        match tokio::time::timeout_at(deadline, answer.chunk()).await {
            Ok(Ok(Some(part))) => body.extend_from_slice(&part),
            _ => break,
        }
    }
    Ok(HttpSeen { status: answer.status().as_u16(), headers, body_start: text(&body, BODY_START) })
}

/// The client wraps what broke in several layers; the innermost tells.
fn meaning(error: &reqwest::Error) -> Break {
    let mut innermost: &(dyn std::error::Error + 'static) = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    if let Some(error) = innermost.downcast_ref::<io::Error>() {
        return of_io(error);
    }
    let detail = innermost.to_string();
    if detail.contains("connection closed") {
        return Break::Closed;
    }
    if error.source().is_some() && !error.is_builder() {
        return Break::HttpMalformed { detail };
    }
    Break::Other { detail }
}
