//! The one HTTP client that carries secrets: it follows no redirect, knows no proxy but the one it is given, verifies
//! every certificate, and reads no more than it was told to.

use std::{sync::Arc, time::Duration};

use reqwest::{Client, NoProxy, Proxy, RequestBuilder, redirect::Policy};
use rustls::{ClientConfig, RootCertStore, pki_types::CertificateDer};
use rustls_platform_verifier::Verifier;
use thiserror::Error;
use tokio_util::sync::CancellationToken;

use crate::collect::network::ProxyVariables;

/// The largest answer that is read, in bytes: a full page of audit entries has some megabytes.
const LARGEST: usize = 32 * 1024 * 1024;

/// How the tenant is asked.
#[derive(Clone)]
pub struct TenantSettings {
    /// The longest that one exchange may take.
    pub step_timeout: Duration,
    /// The most that one run waits in sum when the service asks to come back later.
    pub wait_budget: Duration,
    /// The first pause when the service fails without saying how long to wait; it doubles each time.
    pub first_pause: Duration,
    /// The longest that a person is waited for at sign-in.
    pub sign_in_timeout: Duration,
    /// Roots that are trusted besides those of this machine.
    pub extra_roots: Vec<CertificateDer<'static>>,
    /// The way out. Given, never read here.
    pub variables: ProxyVariables,
}

impl Default for TenantSettings {
    fn default() -> Self {
        Self {
            step_timeout: Duration::from_secs(30),
            wait_budget: Duration::from_secs(120),
            first_pause: Duration::from_millis(500),
            sign_in_timeout: Duration::from_secs(300),
            extra_roots: Vec::new(),
            variables: ProxyVariables::default(),
        }
    }
}

/// Why the client could not be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ClientError {
    /// The proxy's address is not one. It may hold a password and is not repeated.
    #[error("the proxy's address cannot be used: expected http://proxy.contoso.com:8080")]
    Proxy,
    /// TLS cannot be set up.
    #[error("TLS cannot be set up: {0}")]
    Tls(String),
}

/// What broke before there was an answer. Never repeats what was sent or received.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(super) enum Breakage {
    /// Nothing answers, or the connection broke.
    #[error("{0} did not answer")]
    Unreachable(String),
    /// No answer in time.
    #[error("no answer within {} ms", .0.as_millis())]
    TimedOut(Duration),
    /// More than is read.
    #[error("the answer is too large")]
    TooLarge,
    /// The run was cancelled.
    #[error("cancelled")]
    Cancelled,
}

/// An answer.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) content_type: String,
    pub(super) retry_after: Option<Duration>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// True when the answer says that it is JSON. A proxy's page does not.
    pub(super) fn is_json(&self) -> bool {
        let kind = self.content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        kind == "application/json" || kind.ends_with("+json")
    }
}

/// See the module.
#[derive(Clone)]
pub(super) struct Http {
    client: Client,
    step_timeout: Duration,
    cancel: CancellationToken,
}

impl Http {
    pub(super) fn new(settings: &TenantSettings, cancel: CancellationToken) -> Result<Self, ClientError> {
        let tls = |error: &dyn std::fmt::Display| ClientError::Tls(error.to_string());
        let mut client = Client::builder()
            .tls_backend_preconfigured(verified(&settings.extra_roots).map_err(|error| tls(&error))?)
            .redirect(Policy::none())
            .no_proxy()
            .user_agent("writeback-readiness");
        // Only https goes through it: plain http is spoken with loopback addresses alone.
        let ProxyVariables { https, all, no, .. } = &settings.variables;
        if let Some(address) = https.as_ref().or(all.as_ref()) {
            let address = if address.contains("://") { address.clone() } else { format!("http://{address}") };
            let proxy = Proxy::https(address).map_err(|_| ClientError::Proxy)?;
            client = client.proxy(proxy.no_proxy(no.as_deref().and_then(NoProxy::from_string)));
        }
        let client = client.build().map_err(|error| tls(&error))?;
        Ok(Self { client, step_timeout: settings.step_timeout, cancel })
    }

    pub(super) fn client(&self) -> &Client {
        &self.client
    }

    /// Sends, and reads the whole answer.
    pub(super) async fn send(&self, request: RequestBuilder) -> Result<Answer, Breakage> {
        let exchange = tokio::time::timeout(self.step_timeout, exchange(request));
        match self.cancel.run_until_cancelled(exchange).await {
            None => Err(Breakage::Cancelled),
            Some(Err(_)) => Err(Breakage::TimedOut(self.step_timeout)),
            Some(Ok(answer)) => answer,
        }
    }

    /// The future's outcome, unless the run is cancelled first.
    pub(super) async fn until_cancelled<F: Future>(&self, future: F) -> Result<F::Output, Breakage> {
        self.cancel.run_until_cancelled(future).await.ok_or(Breakage::Cancelled)
    }

    /// Waits, unless the run is cancelled.
    pub(super) async fn pause(&self, length: Duration) -> Result<(), Breakage> {
        self.until_cancelled(tokio::time::sleep(length)).await
    }
}

async fn exchange(request: RequestBuilder) -> Result<Answer, Breakage> {
    let (client, request) = request.build_split();
    let request = request.map_err(|_| Breakage::Unreachable(String::new()))?;
    let host = request.url().host_str().unwrap_or_default().to_owned();
    let broken = |_| Breakage::Unreachable(host.clone());
    let mut answer = client.execute(request).await.map_err(broken)?;
    let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let content_type = header("content-type").to_owned();
    // Seconds; a date is not sent by Graph.
    let retry_after = header("retry-after").trim().parse().ok().map(Duration::from_secs);
    let status = answer.status().as_u16();
    let mut body = Vec::new();
    while let Some(part) = answer.chunk().await.map_err(broken)? {
        if body.len() + part.len() > LARGEST {
            return Err(Breakage::TooLarge);
        }
        body.extend_from_slice(&part);
    }
    Ok(Answer { status, content_type, retry_after, body })
}

/// TLS that trusts what this machine trusts, and the roots given besides.
fn verified(extra: &[CertificateDer<'static>]) -> Result<ClientConfig, rustls::Error> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(Arc::clone(&provider)).with_safe_default_protocol_versions()?;
    Ok(match Verifier::new_with_extra_roots(extra.iter().cloned(), provider) {
        Ok(verifier) => config.dangerous().with_custom_certificate_verifier(Arc::new(verifier)).with_no_client_auth(),
        // A machine without any root of its own, such as a bare container, gets the public ones.
        Err(_) => {
            let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
            for root in extra {
                roots.add(root.clone())?;
            }
            config.with_root_certificates(roots).with_no_client_auth()
        }
    })
}
