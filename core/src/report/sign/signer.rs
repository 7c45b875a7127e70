//! Who signs: a key that makes signatures, and the certificates that say whose it is. The trait lets a key stay where it
//! is kept, such as in a smart card or the store of the system.

use ring::{
    rand::SystemRandom,
    signature::{
        ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P384_SHA384_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _, RsaKeyPair,
    },
};

use super::SignError;

/// The most certificates that are taken over into a signature.
pub(super) const LONGEST_CHAIN: usize = 8;

/// How a key signs. Older and weaker ways are not offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// RSA with PKCS#1 padding and SHA-256.
    RsaSha256,
    /// The curve P-256 with SHA-256.
    EcdsaP256Sha256,
    /// The curve P-384 with SHA-384.
    EcdsaP384Sha384,
}

/// Makes signatures with a key that it does not give away.
pub trait Signer {
    /// How it signs.
    fn scheme(&self) -> Scheme;
    /// Its certificates in DER, its own first, then those of its issuers as far as they are known.
    fn certificates(&self) -> &[Vec<u8>];
    /// Signs a message, which it hashes itself. ECDSA signatures are in DER.
    ///
    /// # Errors
    /// The key cannot be used.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError>;
}

/// A key in memory.
pub(super) enum Key {
    /// RSA, of 2048 bits or more.
    Rsa(Box<RsaKeyPair>),
    /// On a curve.
    Ecdsa(Box<EcdsaKeyPair>, Scheme),
}

impl Key {
    /// Reads a key in PKCS#8. `public` is the public key of its certificate, for keys that do not hold it themselves.
    pub(super) fn from_pkcs8(pkcs8: &[u8], public: &[u8]) -> Result<Self, SignError> {
        match RsaKeyPair::from_pkcs8(pkcs8) {
            Ok(key) => return Ok(Self::Rsa(Box::new(key))),
            Err(why) if why.to_string() == "TooSmall" => return Err(SignError::WeakKey),
            Err(_) => {}
        }
        let random = SystemRandom::new();
        for (algorithm, scheme, length) in [
            (&ECDSA_P256_SHA256_ASN1_SIGNING, Scheme::EcdsaP256Sha256, 32),
            (&ECDSA_P384_SHA384_ASN1_SIGNING, Scheme::EcdsaP384Sha384, 48),
        ] {
            if let Ok(key) = EcdsaKeyPair::from_pkcs8(algorithm, pkcs8, &random) {
                return Ok(Self::Ecdsa(Box::new(key), scheme));
            }
            let secret = secret_number(pkcs8, length);
            if let Some(Ok(key)) =
                secret.map(|secret| EcdsaKeyPair::from_private_key_and_public_key(algorithm, secret, public, &random))
            {
                return Ok(Self::Ecdsa(Box::new(key), scheme));
            }
        }
        Err(SignError::UnsupportedKey)
    }

    /// How it signs.
    pub(super) fn scheme(&self) -> Scheme {
        match self {
            Self::Rsa(_) => Scheme::RsaSha256,
            Self::Ecdsa(_, scheme) => *scheme,
        }
    }

    /// The public key as a certificate holds it.
    pub(super) fn public(&self) -> &[u8] {
        match self {
            Self::Rsa(key) => key.public_key().as_ref(),
            Self::Ecdsa(key, _) => key.public_key().as_ref(),
        }
    }

    /// Signs a message.
    pub(super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError> {
        let random = SystemRandom::new();
        match self {
            Self::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                key.sign(&ring::signature::RSA_PKCS1_SHA256, &random, message, &mut signature)
                    .map_err(|_| SignError::KeyFailed)?;
                Ok(signature)
            }
            Self::Ecdsa(key, _) => Ok(key.sign(&random, message).map_err(|_| SignError::KeyFailed)?.as_ref().to_vec()),
        }
    }
}

/// The secret number of a key on a curve, whose PKCS#8 form leaves out the public key: the one octet string of this
/// length inside of it.
fn secret_number(pkcs8: &[u8], length: usize) -> Option<&[u8]> {
    let head = [2, 1, 1, 4, u8::try_from(length).ok()?];
    let at = pkcs8.windows(head.len()).position(|window| window == head)? + head.len();
    pkcs8.get(at..at + length)
}
