//! A key that stays where it is kept: in the store of the system, or in a smart card behind it. What it signs with follows
//! from its certificate, and what it gives back is checked against the certificate before anything is written.

use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P384_SHA384_ASN1, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey,
    VerificationAlgorithm,
};
use x509_parser::{
    oid_registry::{OID_EC_P256, OID_KEY_TYPE_EC_PUBLIC_KEY, OID_NIST_EC_P384, OID_PKCS1_RSAENCRYPTION},
    prelude::{FromDer as _, X509Certificate},
    public_key::PublicKey,
    x509::SubjectPublicKeyInfo,
};

use super::{
    SignError,
    signer::{LONGEST_CHAIN, Scheme, Signer},
};

/// Signs where it is kept.
pub trait KeptKey {
    /// Signs a message by this scheme, and hashes it itself. ECDSA signatures are in DER.
    ///
    /// # Errors
    /// The key cannot be reached, or a person did not allow it.
    fn sign(&self, scheme: Scheme, message: &[u8]) -> Result<Vec<u8>, SignError>;
}

/// A key that is kept elsewhere, with its certificates.
pub struct KeptSigner {
    key: Box<dyn KeptKey>,
    scheme: Scheme,
    certificates: Vec<Vec<u8>>,
}

impl KeptSigner {
    /// Puts a key and its certificates together: those in DER, its own first, then those of its issuers.
    ///
    /// # Errors
    /// No certificate, one that cannot be read, or one whose key is weak or of a kind that is not offered.
    pub fn new(key: Box<dyn KeptKey>, mut certificates: Vec<Vec<u8>>) -> Result<Self, SignError> {
        certificates.truncate(LONGEST_CHAIN);
        let scheme = Scheme::of_certificate(certificates.first().ok_or(SignError::KeyWithoutCertificate)?)?;
        Ok(Self { key, scheme, certificates })
    }
}

impl Signer for KeptSigner {
    fn scheme(&self) -> Scheme {
        self.scheme
    }
    fn certificates(&self) -> &[Vec<u8>] {
        &self.certificates
    }
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError> {
        let signature = self.key.sign(self.scheme, message)?;
        let own = self.certificates.first().ok_or(SignError::KeyWithoutCertificate)?;
        let (_, own) = X509Certificate::from_der(own).map_err(|_| SignError::BadKeyFile)?;
        let public = own.public_key().subject_public_key.data.as_ref();
        UnparsedPublicKey::new(self.scheme.verification(), public)
            .verify(message, &signature)
            .map_err(|_| SignError::KeyFailed)?;
        Ok(signature)
    }
}

impl Scheme {
    /// How the key of this certificate signs, in DER.
    ///
    /// # Errors
    /// The certificate cannot be read, or its key is weak or of a kind that is not offered.
    pub fn of_certificate(certificate: &[u8]) -> Result<Self, SignError> {
        let (_, parsed) = X509Certificate::from_der(certificate).map_err(|_| SignError::BadKeyFile)?;
        Self::of_key(parsed.public_key())
    }

    fn of_key(key: &SubjectPublicKeyInfo<'_>) -> Result<Self, SignError> {
        let kind = &key.algorithm.algorithm;
        if *kind == OID_PKCS1_RSAENCRYPTION {
            return match key.parsed() {
                Ok(PublicKey::RSA(key)) if key.key_size() >= 2048 => Ok(Self::RsaSha256),
                Ok(PublicKey::RSA(_)) => Err(SignError::WeakKey),
                _ => Err(SignError::BadKeyFile),
            };
        }
        let curve = key.algorithm.parameters.as_ref().and_then(|curve| curve.as_oid().ok());
        match curve.filter(|_| *kind == OID_KEY_TYPE_EC_PUBLIC_KEY) {
            Some(curve) if curve == OID_EC_P256 => Ok(Self::EcdsaP256Sha256),
            Some(curve) if curve == OID_NIST_EC_P384 => Ok(Self::EcdsaP384Sha384),
            _ => Err(SignError::UnsupportedKey),
        }
    }

    fn verification(self) -> &'static dyn VerificationAlgorithm {
        match self {
            Self::RsaSha256 => &RSA_PKCS1_2048_8192_SHA256,
            Self::EcdsaP256Sha256 => &ECDSA_P256_SHA256_ASN1,
            Self::EcdsaP384Sha384 => &ECDSA_P384_SHA384_ASN1,
        }
    }
}

#[cfg(test)]
mod tests {
    use rcgen::{CertificateParams, KeyPair, PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384, PKCS_ED25519};

    use super::{super::signer::Key, *};

    /// A key that signs as a store does: the signer knows nothing of it but what it gives back.
    struct Kept(Key);

    impl KeptKey for Kept {
        fn sign(&self, scheme: Scheme, message: &[u8]) -> Result<Vec<u8>, SignError> {
            assert_eq!(scheme, self.0.scheme());
            self.0.sign(message)
        }
    }

    fn certified(pair: &KeyPair) -> Vec<u8> {
        CertificateParams::default().self_signed(pair).expect("a certificate").der().to_vec()
    }

    fn kept(pair: &KeyPair) -> Box<Kept> {
        Box::new(Kept(Key::from_pkcs8(&pair.serialize_der(), pair.public_key_raw()).expect("a key")))
    }

    #[test]
    fn the_certificate_says_how_its_key_signs() {
        for (algorithm, scheme) in
            [(&PKCS_ECDSA_P256_SHA256, Scheme::EcdsaP256Sha256), (&PKCS_ECDSA_P384_SHA384, Scheme::EcdsaP384Sha384)]
        {
            let pair = KeyPair::generate_for(algorithm).expect("a key");
            let signer = KeptSigner::new(kept(&pair), vec![certified(&pair)]).expect("a signer");
            assert_eq!(signer.scheme(), scheme);
            assert!(signer.sign(b"a report").is_ok());
        }
        let other = KeyPair::generate_for(&PKCS_ED25519).expect("a key");
        assert_eq!(Scheme::of_certificate(&certified(&other)), Err(SignError::UnsupportedKey));
        assert_eq!(Scheme::of_certificate(b"none"), Err(SignError::BadKeyFile));
    }

    #[test]
    fn a_signature_of_another_key_is_not_taken() {
        let [own, other] = [(); 2].map(|()| KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).expect("a key"));
        let signer = KeptSigner::new(kept(&other), vec![certified(&own)]).expect("a signer");
        assert_eq!(signer.sign(b"a report"), Err(SignError::KeyFailed));
        assert!(KeptSigner::new(kept(&own), Vec::new()).is_err());
    }
}
