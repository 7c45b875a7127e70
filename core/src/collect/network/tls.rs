//! The TLS handshake: version, cipher and the presented chain, or why it broke.

use std::{io, sync::Arc};

use rustls::{CertificateError, ClientConfig, Error, client::Resumption, pki_types::ServerName};
use tokio::net::TcpStream;
use tokio_rustls::{TlsConnector, client::TlsStream};

use super::{breakage::of_io, certificate, trust::Roots};
use crate::facts::network::{Break, Certificate, TlsSeen, Trust};

/// What a handshake left behind, whether it worked or not.
#[derive(Debug, Default)]
pub(super) struct Presented {
    pub(super) chain: Vec<Certificate>,
    pub(super) trust: Option<Trust>,
}

/// Shakes hands with `host`. What was presented is written to `presented` even when the handshake broke after it. The
/// caller sets the deadline.
pub(super) async fn handshake(
    stream: TcpStream,
    host: &str,
    roots: &Roots,
    presented: &mut Presented,
) -> Result<(TlsStream<TcpStream>, TlsSeen), Break> {
    let other = |detail: String| Break::Other { detail };
    let name = ServerName::try_from(host.to_owned()).map_err(|error| other(error.to_string()))?;
    let recorder = roots.recorder();
    let mut config = ClientConfig::builder_with_provider(Arc::clone(&roots.provider))
        .with_safe_default_protocol_versions()
        .map_err(|error| other(error.to_string()))?
        .dangerous()
        .with_custom_certificate_verifier(recorder.clone())
        .with_no_client_auth();
    // A resumed session would present no chain.
    config.resumption = Resumption::disabled();
    let outcome = TlsConnector::from(Arc::new(config)).connect(name.clone(), stream).await;
    let chain = recorder.presented();
    presented.chain = certificate::chain(&chain);
    presented.trust = roots.trust(&chain, &name);
    let stream = outcome.map_err(|error| meaning(&error, chain.first().map(AsRef::as_ref), presented))?;
    let session = stream.get_ref().1;
    let version = match session.protocol_version() {
        Some(rustls::ProtocolVersion::TLSv1_3) => "TLS 1.3".to_owned(),
        Some(rustls::ProtocolVersion::TLSv1_2) => "TLS 1.2".to_owned(),
        other => format!("{other:?}"),
    };
    let cipher = session.negotiated_cipher_suite().map(|suite| format!("{:?}", suite.suite())).unwrap_or_default();
    Ok((stream, TlsSeen { version, cipher }))
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
