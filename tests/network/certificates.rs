//! An authority of the lab, and the certificates it signs: good, expired, not yet valid, for another name, signed by
//! itself.

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose, date_time_ymd};
use rustls::{
    ServerConfig,
    pki_types::{CertificateDer, PrivateKeyDer},
};

/// The name that good certificates are for.
pub const HOST: &str = "relay.lab.test";
/// The common name of the authority.
pub const AUTHORITY: &str = "Lab Root";

/// An authority.
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    /// Its certificate.
    pub root: CertificateDer<'static>,
}

impl Authority {
    /// A new one, with a key of its own.
    pub fn new() -> Self {
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, AUTHORITY);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::DigitalSignature];
        let root = params.self_signed(&key).expect("a certificate").der().clone();
        Self { issuer: Issuer::new(params, key), root }
    }

    /// A certificate for [`HOST`], changed by `change`.
    pub fn server(&self, change: impl FnOnce(&mut CertificateParams)) -> Arc<ServerConfig> {
        let key = KeyPair::generate().expect("a key");
        let mut params = leaf(HOST);
        change(&mut params);
        let leaf = params.signed_by(&key, &self.issuer).expect("a certificate").der().clone();
        config(vec![leaf, self.root.clone()], &key)
    }

    /// A good certificate for [`HOST`].
    pub fn good(&self) -> Arc<ServerConfig> {
        self.server(|_| {})
    }

    /// A certificate for another name.
    pub fn for_name(&self, name: &str) -> Arc<ServerConfig> {
        self.server(|params| params.subject_alt_names = leaf(name).subject_alt_names)
    }

    /// A certificate that ended in 2020.
    pub fn expired(&self) -> Arc<ServerConfig> {
        self.server(|params| {
            params.not_before = date_time_ymd(2019, 1, 1);
            params.not_after = date_time_ymd(2020, 1, 1);
        })
    }

    /// A certificate that begins in 2090.
    pub fn not_yet_valid(&self) -> Arc<ServerConfig> {
        self.server(|params| {
            params.not_before = date_time_ymd(2090, 1, 1);
            params.not_after = date_time_ymd(2091, 1, 1);
        })
    }
}

/// A certificate for [`HOST`] that nobody but itself signed.
pub fn self_signed() -> Arc<ServerConfig> {
    let key = KeyPair::generate().expect("a key");
    let certificate = leaf(HOST).self_signed(&key).expect("a certificate").der().clone();
    config(vec![certificate], &key)
}

fn leaf(name: &str) -> CertificateParams {
    let mut params = CertificateParams::new(vec![name.to_owned()]).expect("a name");
    params.distinguished_name.push(DnType::CommonName, name);
    params
}

fn config(chain: Vec<CertificateDer<'static>>, key: &KeyPair) -> Arc<ServerConfig> {
    let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .expect("a matching key");
    Arc::new(config)
}
