//! A key with its certificates from a PKCS#12 file, modern or old.

use p12_keystore::Pkcs12Archive;
use x509_parser::prelude::{FromDer as _, X509Certificate};

use super::{
    SignError,
    signer::{Key, LONGEST_CHAIN, Scheme, Signer},
};
use crate::Secret;

/// The largest file, in bytes.
pub const LARGEST: u64 = 4 * 1024 * 1024;

/// A key from a file. It is forgotten with this value.
pub struct Pkcs12Signer {
    key: Key,
    certificates: Vec<Vec<u8>>,
}

impl Pkcs12Signer {
    /// Opens a file with its password.
    ///
    /// # Errors
    /// A wrong password, a damaged file, no key, a key without its certificate, or a key that is too weak.
    pub fn open(file: &[u8], password: &Secret) -> Result<Self, SignError> {
        let archive = Pkcs12Archive::from_pkcs12(file, password.expose()).map_err(|why| refusal(&why))?;
        if archive.keys.is_empty() {
            return Err(SignError::NoKey);
        }
        let all: Vec<&[u8]> = archive.certs.iter().map(|bag| bag.cert.as_der()).collect();
        let mut problem = SignError::KeyWithoutCertificate;
        for bag in &archive.keys {
            for certificate in &all {
                let Ok((_, parsed)) = X509Certificate::from_der(certificate) else { continue };
                let public = parsed.public_key().subject_public_key.data.as_ref();
                match Key::from_pkcs8(bag.key.as_der(), public) {
                    Ok(key) if key.public() == public => {
                        return Ok(Self { key, certificates: chain(certificate, &all) });
                    }
                    Ok(_) => {}
                    Err(why) => problem = why,
                }
            }
        }
        Err(problem)
    }
}

impl Signer for Pkcs12Signer {
    fn scheme(&self) -> Scheme {
        self.key.scheme()
    }
    fn certificates(&self) -> &[Vec<u8>] {
        &self.certificates
    }
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError> {
        self.key.sign(message)
    }
}

/// The certificate, its issuer, the issuer's issuer, as far as the file has them.
fn chain(leaf: &[u8], all: &[&[u8]]) -> Vec<Vec<u8>> {
    let mut chain = vec![leaf.to_vec()];
    while chain.len() < LONGEST_CHAIN {
        let last = chain[chain.len() - 1].clone();
        let Ok((_, child)) = X509Certificate::from_der(&last) else { break };
        let issuer = all.iter().find(|candidate| {
            let sound = X509Certificate::from_der(candidate).ok();
            sound.is_some_and(|(_, parsed)| parsed.subject().as_raw() == child.issuer().as_raw())
        });
        match issuer {
            Some(issuer) if !chain.iter().any(|known| known == issuer) => chain.push(issuer.to_vec()),
            _ => break,
        }
    }
    chain
}

/// A wrong password shows in the checksum, and where there is none, in what was decrypted.
fn refusal(why: &p12_keystore::error::Error) -> SignError {
    use p12_keystore::error::Error;
    match why {
        Error::MacError(_) | Error::Pkcs5Error(_) | Error::UnpadError => SignError::WrongPassword,
        Error::UnsupportedEncryptionScheme | Error::UnsupportedMacAlgorithm => SignError::UnsupportedKey,
        _ => SignError::BadKeyFile,
    }
}
