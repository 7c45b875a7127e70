//! The TLS handshake: version, cipher and the presented chain, or why it broke.

use std::{io, sync::Arc, time::Duration};

use rustls::{
    CertificateError, ClientConfig, Error,
    client::Resumption,
    pki_types::{CertificateDer, ServerName},
};
use tokio::{
    net::TcpStream,
    runtime::Handle,
    task::spawn_blocking,
    time::{Instant, timeout},
};
use tokio_rustls::{TlsConnector, client::TlsStream};
use tokio_util::sync::CancellationToken;

use super::{
    breakage::{millis, of_io, with_wait},
    certificate,
    trust::{Recorder, Roots},
};
use crate::facts::network::{Break, Certificate, Step, StepResult, TlsSeen, Trust};

/// What a handshake left behind, whether it worked or not.
#[derive(Debug, Default)]
pub(super) struct Presented {
    pub(super) chain: Vec<Certificate>,
    pub(super) trust: Option<Trust>,
}

/// How much longer than a step the machine's verifier may take. On Windows it asks revocation hosts, for ten seconds at
/// most, and then does without them; a firewall that drops port 80 must not look like a server that is silent.
const VERIFYING: Duration = Duration::from_secs(12);

/// Shakes hands with `host` within `limit`. What was presented is known even when the handshake broke after it.
pub(super) async fn handshake(
    stream: TcpStream,
    host: &str,
    roots: &Arc<Roots>,
    limit: Duration,
) -> (Presented, Step<(TlsStream<TcpStream>, TlsSeen)>) {
    let began = Instant::now();
    let recorder = roots.recorder();
    let step = |result| Step { took_ms: millis(began.elapsed()), result };
    let (connector, name) = match prepared(host, roots, &recorder) {
        Ok(prepared) => prepared,
        Err(detail) => return (Presented::default(), step(StepResult::Broke(Break::Other { detail }))),
    };
    let outcome = shaken(connector, name.clone(), stream, &recorder, limit).await;
    let (chain, presented) = what_was_presented(roots, &recorder, name).await;
    let result = match outcome {
        Ok(Ok(stream)) => {
            let seen = session(&stream);
            StepResult::Done((stream, seen))
        }
        Ok(Err(error)) => {
            StepResult::Broke(with_wait(meaning(&error, chain.first().map(AsRef::as_ref), &presented), began))
        }
        Err(broke) => StepResult::Broke(broke),
    };
    (presented, step(result))
}

/// The client's side of one handshake that another library makes, and what it means when that breaks.
pub(in crate::collect) struct Handshake {
    roots: Arc<Roots>,
    recorder: Arc<Recorder>,
    config: Arc<ClientConfig>,
    name: ServerName<'static>,
}

impl Handshake {
    /// For one connection to `host`.
    pub(in crate::collect) fn new(host: &str, roots: &Arc<Roots>) -> Result<Self, String> {
        let recorder = roots.recorder();
        let (config, name) = configured(host, roots, &recorder)?;
        Ok(Self { roots: Arc::clone(roots), recorder, config, name })
    }

    /// The setting for the library.
    pub(in crate::collect) fn config(&self) -> Arc<ClientConfig> {
        Arc::clone(&self.config)
    }

    /// What broke it.
    pub(in crate::collect) async fn broke(&self, error: &io::Error) -> Break {
        let (chain, presented) = what_was_presented(&self.roots, &self.recorder, self.name.clone()).await;
        meaning(error, chain.first().map(AsRef::as_ref), &presented)
    }
}

fn prepared(
    host: &str,
    roots: &Roots,
    recorder: &Arc<Recorder>,
) -> Result<(TlsConnector, ServerName<'static>), String> {
    configured(host, roots, recorder).map(|(config, name)| (TlsConnector::from(config), name))
}

fn configured(
    host: &str,
    roots: &Roots,
    recorder: &Arc<Recorder>,
) -> Result<(Arc<ClientConfig>, ServerName<'static>), String> {
    let name = ServerName::try_from(host.to_owned()).map_err(|error| error.to_string())?;
    let mut config = ClientConfig::builder_with_provider(Arc::clone(&roots.provider))
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .dangerous()
        .with_custom_certificate_verifier(Arc::clone(recorder) as _)
        .with_no_client_auth();
    // A resumed session would present no chain.
    config.resumption = Resumption::disabled();
    Ok((Arc::new(config), name))
}

/// The handshake, in a thread of its own: the machine's verifier may block, and must not hold up the other probes.
async fn shaken(
    connector: TlsConnector,
    name: ServerName<'static>,
    stream: TcpStream,
    recorder: &Recorder,
    limit: Duration,
) -> Result<io::Result<TlsStream<TcpStream>>, Break> {
    let given_up = CancellationToken::new();
    // Dropped together with this future, so that the thread does not outlive the probe by long.
    let _guard = given_up.clone().drop_guard();
    let runtime = Handle::current();
    let mut thread =
        spawn_blocking(move || runtime.block_on(given_up.run_until_cancelled(connector.connect(name, stream))));
    let timed_out = Break::TimedOut { after_ms: millis(limit) };
    let joined = match timeout(limit, &mut thread).await {
        Ok(joined) => joined,
        Err(_) if recorder.is_verifying() => timeout(VERIFYING, &mut thread).await.map_err(|_| timed_out.clone())?,
        Err(_) => return Err(timed_out),
    };
    match joined {
        Ok(outcome) => outcome.ok_or(timed_out),
        Err(error) => Err(Break::Other { detail: error.to_string() }),
    }
}

async fn what_was_presented(
    roots: &Arc<Roots>,
    recorder: &Recorder,
    name: ServerName<'static>,
) -> (Vec<CertificateDer<'static>>, Presented) {
    let (roots, chain, accepted) = (Arc::clone(roots), recorder.presented(), recorder.accepted());
    let kept = certificate::chain(&chain);
    let asked = chain.clone();
    let trust = spawn_blocking(move || roots.trust(&asked, &name, accepted)).await.unwrap_or_default();
    (chain, Presented { chain: kept, trust })
}

fn session(stream: &TlsStream<TcpStream>) -> TlsSeen {
    let session = stream.get_ref().1;
    let version = match session.protocol_version() {
        Some(rustls::ProtocolVersion::TLSv1_3) => "TLS 1.3".to_owned(),
        Some(rustls::ProtocolVersion::TLSv1_2) => "TLS 1.2".to_owned(),
        other => format!("{other:?}"),
    };
    let cipher = session.negotiated_cipher_suite().map(|suite| format!("{:?}", suite.suite())).unwrap_or_default();
    TlsSeen { version, cipher }
}

fn meaning(error: &io::Error, leaf: Option<&[u8]>, presented: &Presented) -> Break {
    let Some(error) = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>()) else { return of_io(error) };
    match error {
        Error::InvalidCertificate(refusal) => refused(refusal, leaf.unwrap_or_default(), presented),
        Error::AlertReceived(alert) => Break::TlsAlert { alert: alert_name(&format!("{alert:?}")) },
        // Before a certificate came, bytes that make no sense are those of another protocol.
        Error::InvalidMessage(_) if leaf.is_none() => Break::NotTls,
        other => Break::Other { detail: other.to_string() },
    }
}

fn refused(refusal: &CertificateError, leaf: &[u8], presented: &Presented) -> Break {
    use CertificateError as Refusal;
    let first = presented.chain.first();
    match refusal {
        Refusal::Expired | Refusal::ExpiredContext { .. } => {
            Break::CertificateExpired { on: first.map(|leaf| leaf.not_after) }
        }
        Refusal::NotValidYet | Refusal::NotValidYetContext { .. } => {
            Break::CertificateNotYetValid { from: first.map(|leaf| leaf.not_before) }
        }
        Refusal::NotValidForName | Refusal::NotValidForNameContext { .. } => {
            Break::CertificateOtherName { names: first.map(|leaf| leaf.names.clone()).unwrap_or_default() }
        }
        Refusal::Revoked => Break::CertificateRevoked,
        // A certificate that signs itself is refused as unknown, or as an authority in a server's place.
        _ if certificate::names_itself(leaf) => Break::CertificateSelfSigned,
        Refusal::UnknownIssuer => Break::CertificateUnknownIssuer { issuer: certificate::issuer(leaf) },
        other => Break::CertificateOther { detail: other.to_string() },
    }
}

/// `HandshakeFailure` as the standard writes it: `handshake_failure`.
fn alert_name(name: &str) -> String {
    let mut written = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !written.is_empty() && !written.ends_with(|c: char| c.is_ascii_uppercase()) {
            written.push('_');
        }
        written.push(letter);
    }
    written.to_ascii_lowercase()
}
