//! Where a chain leads, and the verifier that records what was presented. What the machine's own verifier refuses stays
//! refused: recording adds an eye, not a way around.

use std::sync::{Arc, Mutex, PoisonError};

use rustls::{
    CertificateError, DigitallySignedStruct, Error, RootCertStore, SignatureScheme,
    client::{
        WebPkiServerVerifier,
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
        verify_server_cert_signed_by_trust_anchor,
    },
    crypto::CryptoProvider,
    pki_types::{CertificateDer, ServerName, UnixTime},
    server::ParsedCertificate,
};
use x509_parser::prelude::{FromDer, X509Certificate};

use super::certificate;
use crate::facts::network::Trust;

/// The roots of the public programme, and the verifier of this machine with the roots given besides.
pub(in crate::collect) struct Roots {
    pub(super) provider: Arc<CryptoProvider>,
    public: RootCertStore,
    machine: Arc<dyn ServerCertVerifier>,
}

impl Roots {
    /// Reads this machine's roots, which takes some milliseconds.
    pub(in crate::collect) fn new(extra: &[CertificateDer<'static>]) -> Result<Self, Error> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let public = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let machine: Arc<dyn ServerCertVerifier> = match rustls_platform_verifier::Verifier::new_with_extra_roots(
            extra.iter().cloned(),
            Arc::clone(&provider),
        ) {
            Ok(verifier) => Arc::new(verifier),
            // A machine without any root of its own, such as a bare container, gets the public ones.
            Err(_) => {
                let mut all = public.clone();
                for root in extra {
                    all.add(root.clone())?;
                }
                WebPkiServerVerifier::builder_with_provider(Arc::new(all), Arc::clone(&provider))
                    .build()
                    .map_err(|error| Error::General(error.to_string()))?
            }
        };
        Ok(Self { provider, public, machine })
    }

    /// Where a chain leads, whatever else is wrong with it. A matter of record only: nothing is accepted by it.
    /// `accepted` tells that the machine's verifier was content with the chain. May block.
    pub(super) fn trust(
        &self,
        presented: &[CertificateDer<'_>],
        host: &ServerName<'_>,
        accepted: bool,
    ) -> Option<Trust> {
        let (leaf, between) = presented.split_first()?;
        // An expired chain leads where it led while it was valid.
        let at = within_validity(leaf, UnixTime::now());
        let public = ParsedCertificate::try_from(leaf).is_ok_and(|parsed| {
            let algorithms = self.provider.signature_verification_algorithms.all;
            verify_server_cert_signed_by_trust_anchor(&parsed, &self.public, between, at, algorithms).is_ok()
        });
        if public {
            return Some(Trust::PublicRoot);
        }
        let issuer = certificate::issuer(leaf);
        if accepted {
            return Some(Trust::LocalRoot { issuer });
        }
        Some(match self.machine.verify_server_cert(leaf, between, host, &[], at) {
            // A name is looked at once the chain holds.
            Ok(_)
            | Err(Error::InvalidCertificate(
                CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
            )) => Trust::LocalRoot { issuer },
            Err(_) => Trust::Untrusted { issuer },
        })
    }

    /// A verifier for one handshake.
    pub(super) fn recorder(&self) -> Arc<Recorder> {
        Arc::new(Recorder {
            machine: Arc::clone(&self.machine),
            presented: Mutex::default(),
            verdict: Mutex::default(),
        })
    }
}

/// `now`, moved into the validity of a certificate.
fn within_validity(leaf: &[u8], now: UnixTime) -> UnixTime {
    let Ok((_, read)) = X509Certificate::from_der(leaf) else { return now };
    let seconds = |time: x509_parser::time::ASN1Time| u64::try_from(time.timestamp()).unwrap_or_default();
    let (from, to) = (seconds(read.validity().not_before), seconds(read.validity().not_after));
    let at = now.as_secs().min(to).max(from);
    UnixTime::since_unix_epoch(std::time::Duration::from_secs(at))
}

/// Keeps the chain that was presented and passes on what the machine's verifier says.
#[derive(Debug)]
pub(super) struct Recorder {
    machine: Arc<dyn ServerCertVerifier>,
    presented: Mutex<Vec<CertificateDer<'static>>>,
    verdict: Mutex<Verdict>,
}

/// How far the machine's verifier is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Verdict {
    #[default]
    NotAsked,
    Asked,
    Accepted,
    Refused,
}

impl Recorder {
    /// The chain that was presented, leaf first; empty when none was.
    pub(super) fn presented(&self) -> Vec<CertificateDer<'static>> {
        self.presented.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// True while the machine's verifier is at work.
    pub(super) fn is_verifying(&self) -> bool {
        *self.verdict.lock().unwrap_or_else(PoisonError::into_inner) == Verdict::Asked
    }

    /// True when the machine's verifier was content with the chain.
    pub(super) fn accepted(&self) -> bool {
        *self.verdict.lock().unwrap_or_else(PoisonError::into_inner) == Verdict::Accepted
    }

    fn note(&self, verdict: Verdict) {
        *self.verdict.lock().unwrap_or_else(PoisonError::into_inner) = verdict;
    }
}

impl ServerCertVerifier for Recorder {
    fn verify_server_cert(
        &self,
        leaf: &CertificateDer<'_>,
        between: &[CertificateDer<'_>],
        host: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let chain = std::iter::once(leaf).chain(between).map(|der| der.clone().into_owned()).collect();
        *self.presented.lock().unwrap_or_else(PoisonError::into_inner) = chain;
        self.note(Verdict::Asked);
        let answer = self.machine.verify_server_cert(leaf, between, host, ocsp, now);
        self.note(if answer.is_ok() { Verdict::Accepted } else { Verdict::Refused });
        answer
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.machine.verify_tls12_signature(message, leaf, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.machine.verify_tls13_signature(message, leaf, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.machine.supported_verify_schemes()
    }
}

#[cfg(test)]
mod tests {
    use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};

    use super::*;

    type Authority = CertifiedIssuer<'static, KeyPair>;

    fn authority(name: &str) -> Authority {
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key")).expect("a certificate")
    }

    fn leaf(authority: &Authority, change: impl FnOnce(&mut CertificateParams)) -> Vec<CertificateDer<'static>> {
        let mut params = CertificateParams::new(vec!["host.test".to_owned()]).expect("a name");
        change(&mut params);
        let key = KeyPair::generate().expect("a key");
        vec![params.signed_by(&key, authority).expect("a certificate").der().clone()]
    }

    /// Roots of which `public` stands for the public programme, while the machine trusts both.
    fn roots(public: &Authority, local: &Authority) -> Roots {
        let store = |authorities: &[&Authority]| {
            let mut store = RootCertStore::empty();
            for authority in authorities {
                store.add(authority.der().clone()).expect("a root");
            }
            store
        };
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let machine =
            WebPkiServerVerifier::builder_with_provider(Arc::new(store(&[public, local])), Arc::clone(&provider))
                .build()
                .expect("a verifier");
        Roots { provider, public: store(&[public]), machine }
    }

    #[test]
    fn public_local_and_no_trust_are_told_apart_whatever_else_is_wrong() {
        let (public, local, stranger) = (authority("Public"), authority("Inspection"), authority("Stranger"));
        let roots = roots(&public, &local);
        let expired = |params: &mut CertificateParams| {
            params.not_before = date_time_ymd(2019, 1, 1);
            params.not_after = date_time_ymd(2020, 1, 1);
        };
        let other_name = |params: &mut CertificateParams| {
            params.subject_alt_names =
                CertificateParams::new(vec!["other.test".into()]).expect("a name").subject_alt_names;
        };
        let host = ServerName::try_from("host.test").expect("a name");
        let issuer = |name: &str| name.to_owned();
        for (from, expected) in [
            (&public, Trust::PublicRoot),
            (&local, Trust::LocalRoot { issuer: issuer("Inspection") }),
            (&stranger, Trust::Untrusted { issuer: issuer("Stranger") }),
        ] {
            for chain in [leaf(from, |_| {}), leaf(from, expired), leaf(from, other_name)] {
                assert_eq!(roots.trust(&chain, &host, false), Some(expected.clone()));
            }
        }
        assert_eq!(roots.trust(&[], &host, false), None);
        let unreadable = [CertificateDer::from(b"no certificate".to_vec())];
        assert_eq!(roots.trust(&unreadable, &host, false), Some(Trust::Untrusted { issuer: String::new() }));
    }

    #[test]
    fn the_recorder_refuses_what_the_machine_refuses() {
        let (public, local, stranger) = (authority("Public"), authority("Inspection"), authority("Stranger"));
        let roots = roots(&public, &local);
        let host = ServerName::try_from("host.test").expect("a name");
        let verdict = |from: &Authority, recorder: &Recorder| {
            recorder.verify_server_cert(&leaf(from, |_| {})[0], &[], &host, &[], UnixTime::now())
        };
        let recorder = roots.recorder();
        assert!(verdict(&local, &recorder).is_ok());
        assert!(verdict(&stranger, &recorder).is_err());
        assert_eq!(recorder.presented().len(), 1);
    }
}
