//! A certificate with its key, and the signed statement by which an application proves that it holds it.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::Timestamp;
use ring::{
    digest,
    rand::{SecureRandom as _, SystemRandom},
    signature::{self, KeyPair as _, RsaKeyPair},
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _};
use thiserror::Error;
use x509_parser::prelude::{FromDer as _, X509Certificate};

use crate::{Message, Secret};

/// A statement is valid this long, in seconds.
const VALID_S: i64 = 300;

/// A certificate and its private key.
pub struct Certificate {
    thumbprint: String,
    key: RsaKeyPair,
}

/// Why a certificate cannot be used. Never repeats what is in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CertificateError {
    /// There is no certificate in it.
    #[error("expected a block that begins with -----BEGIN CERTIFICATE-----")]
    NoCertificate,
    /// There is no key in it.
    #[error("expected a block that begins with -----BEGIN PRIVATE KEY-----")]
    NoKey,
    /// The key is protected by a password.
    #[error("the private key is encrypted; expected one that is not")]
    Encrypted,
    /// The key is not one that Entra takes.
    #[error("expected an RSA key of 2048 bits or more")]
    NotRsa,
    /// Key and certificate do not belong together.
    #[error("the private key is not the certificate's")]
    OtherKey,
    /// Signing failed.
    #[error("signing failed")]
    NotSigned,
}

impl CertificateError {
    /// The reason in words.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::NoCertificate => "certificate-none",
            Self::NoKey => "certificate-no-key",
            Self::Encrypted => "certificate-encrypted",
            Self::NotRsa => "certificate-not-rsa",
            Self::OtherKey => "certificate-other-key",
            Self::NotSigned => "certificate-not-signed",
        })
    }
}

impl Certificate {
    /// Reads a PEM file that holds the certificate and its key.
    ///
    /// # Errors
    /// One of the two is missing or cannot be used, or they do not belong together.
    pub fn from_pem(pem: &[u8]) -> Result<Self, CertificateError> {
        let certificate = CertificateDer::from_pem_slice(pem).map_err(|_| CertificateError::NoCertificate)?;
        let encrypted = b"-----BEGIN ENCRYPTED PRIVATE KEY-----";
        let key = PrivateKeyDer::from_pem_slice(pem).map_err(|_| {
            let is_encrypted = pem.windows(encrypted.len()).any(|part| part == encrypted);
            if is_encrypted { CertificateError::Encrypted } else { CertificateError::NoKey }
        })?;
        let key = match &key {
            PrivateKeyDer::Pkcs8(key) => RsaKeyPair::from_pkcs8(key.secret_pkcs8_der()),
            PrivateKeyDer::Pkcs1(key) => RsaKeyPair::from_der(key.secret_pkcs1_der()),
            _ => return Err(CertificateError::NotRsa),
        }
        .map_err(|_| CertificateError::NotRsa)?;
        let (_, read) = X509Certificate::from_der(&certificate).map_err(|_| CertificateError::NoCertificate)?;
        if read.public_key().subject_public_key.data.as_ref() != key.public_key().as_ref() {
            return Err(CertificateError::OtherKey);
        }
        let thumbprint = URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, &certificate));
        Ok(Self { thumbprint, key })
    }

    /// A statement that the bearer is the application, for one audience (RFC 7523, signed with PS256).
    pub(super) fn assertion(&self, client_id: &str, audience: &str) -> Result<Secret, CertificateError> {
        let random = SystemRandom::new();
        let mut id = [0u8; 16];
        random.fill(&mut id).map_err(|_| CertificateError::NotSigned)?;
        let now = Timestamp::now().as_second();
        let header = serde_json::json!({ "alg": "PS256", "typ": "JWT", "x5t#S256": self.thumbprint });
        let claims = serde_json::json!({
            "aud": audience,
            "iss": client_id,
            "sub": client_id,
            "jti": URL_SAFE_NO_PAD.encode(id),
            "nbf": now - 60,
            "exp": now + VALID_S,
        });
        let part = |value: &serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(&header), part(&claims));
        let mut signature = vec![0; self.key.public().modulus_len()];
        self.key
            .sign(&signature::RSA_PSS_SHA256, &random, signed.as_bytes(), &mut signature)
            .map_err(|_| CertificateError::NotSigned)?;
        Ok(Secret::new(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))))
    }
}
