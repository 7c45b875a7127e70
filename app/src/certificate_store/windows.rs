//! The stores "My" of the current user and of the machine.

use std::collections::BTreeSet;

use readiness_core::{
    Message, msg,
    report::sign::{KeptKey, KeptSigner, Scheme, SignError, Signer},
};
use rustls::{SignatureScheme, sign::SigningKey as _};
use rustls_cng::{
    cert::CertContext,
    error::CngError,
    signer::CngSigningKey,
    store::{CertStore, CertStoreType},
};

use super::CertificateStore;

/// `CRYPT_E_NO_KEY_PROPERTY`: the certificate has no private key.
const NO_KEY: u32 = 0x8009_200b;
/// `ERROR_FILE_NOT_FOUND`: there is no such store.
const NOT_THERE: u32 = 2;
/// `ERROR_CANCELLED`, `NTE_USER_CANCELLED`, `SCARD_W_CANCELLED_BY_USER`: the person closed the question of Windows.
const CANCELLED: [u32; 4] = [1223, 0x8007_04c7, 0x8009_0036, 0x8010_006e];

/// The certificate store of Windows.
pub(super) struct WindowsStore;

impl CertificateStore for WindowsStore {
    fn certificates(&self) -> Result<Vec<Vec<u8>>, Message> {
        // A key that cannot be had without a question is there all the same: its card may not be in the reader.
        let has_key = |one: &CertContext| !matches!(one.acquire_key(true).err(), Some(CngError::WindowsError(NO_KEY)));
        let all = contexts().map_err(|why| msg!("store-unreadable", why = why.to_string()))?;
        let held: BTreeSet<Vec<u8>> = all.iter().filter(|one| has_key(one)).map(|one| one.as_der().to_vec()).collect();
        Ok(held.into_iter().collect())
    }

    fn signer(&self, certificate: &[u8]) -> Result<Box<dyn Signer>, SignError> {
        let all = contexts().map_err(|why| refusal(&why))?;
        let mut last = SignError::NoKey;
        // The same one may lie in both stores, and its key be reached through one of them.
        for one in all.iter().filter(|one| one.as_der() == certificate) {
            match one.acquire_key(false).and_then(CngSigningKey::new) {
                Ok(key) => {
                    let chain = one.as_chain_der().ok().filter(|chain| !chain.is_empty());
                    let chain = chain.unwrap_or_else(|| vec![certificate.to_vec()]);
                    return Ok(Box::new(KeptSigner::new(Box::new(WindowsKey(key)), chain)?));
                }
                Err(why) => last = refusal(&why),
            }
        }
        Err(last)
    }
}

/// What both stores hold. That of the machine may be closed to a person, and is then left out; one that nobody has put
/// anything into may not be there yet.
fn contexts() -> Result<Vec<CertContext>, CngError> {
    let held = |store| CertStore::open(store, "My").and_then(|store| store.find_all());
    let mut all = match held(CertStoreType::CurrentUser) {
        Err(CngError::WindowsError(NOT_THERE)) => Vec::new(),
        found => found?,
    };
    all.extend(held(CertStoreType::LocalMachine).unwrap_or_default());
    Ok(all)
}

/// A key in a key store of Windows.
struct WindowsKey(CngSigningKey);

impl KeptKey for WindowsKey {
    fn sign(&self, scheme: Scheme, message: &[u8]) -> Result<Vec<u8>, SignError> {
        let offered = match scheme {
            Scheme::RsaSha256 => SignatureScheme::RSA_PKCS1_SHA256,
            Scheme::EcdsaP256Sha256 => SignatureScheme::ECDSA_NISTP256_SHA256,
            Scheme::EcdsaP384Sha384 => SignatureScheme::ECDSA_NISTP384_SHA384,
        };
        let signer = self.0.choose_scheme(&[offered]).ok_or(SignError::UnsupportedKey)?;
        signer.sign(message).map_err(|error| match error {
            rustls::Error::Other(other) => match other.0.downcast_ref::<CngError>() {
                Some(why) => refusal(why),
                None => SignError::KeyOutOfReach(other.to_string()),
            },
            other => SignError::KeyOutOfReach(other.to_string()),
        })
    }
}

fn refusal(why: &CngError) -> SignError {
    match why {
        CngError::WindowsError(code) if CANCELLED.contains(code) => SignError::Cancelled,
        CngError::WindowsError(NO_KEY) => SignError::NoKey,
        CngError::UnsupportedKeyAlgorithmGroup => SignError::UnsupportedKey,
        other => SignError::KeyOutOfReach(other.to_string()),
    }
}

#[cfg(test)]
#[expect(unsafe_code, reason = "a key of Windows is made by the functions of the system")]
mod tests {
    use std::ptr::{null, null_mut};

    use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
    use rustls_cng::key::NCryptKey;
    use windows_sys::Win32::Security::Cryptography::{
        BCRYPT_RSA_ALGORITHM, BCRYPT_RSAPUBLIC_BLOB, MS_KEY_STORAGE_PROVIDER, NCRYPT_LENGTH_PROPERTY,
        NCryptCreatePersistedKey, NCryptExportKey, NCryptFinalizeKey, NCryptOpenStorageProvider, NCryptSetProperty,
    };

    use super::*;

    /// A key that Windows makes and forgets, and its public half as Windows writes it.
    fn made(bits: u32) -> (NCryptKey, Vec<u8>) {
        let (mut provider, mut key, mut length) = (0, 0, 0);
        let mut public = vec![0; 1024];
        // SAFETY: every place that is written to is ours, and as long as it is said to be.
        unsafe {
            assert_eq!(NCryptOpenStorageProvider(&raw mut provider, MS_KEY_STORAGE_PROVIDER, 0), 0);
            assert_eq!(NCryptCreatePersistedKey(provider, &raw mut key, BCRYPT_RSA_ALGORITHM, null(), 0, 0), 0);
            assert_eq!(NCryptSetProperty(key, NCRYPT_LENGTH_PROPERTY, bits.to_ne_bytes().as_ptr(), 4, 0), 0);
            assert_eq!(NCryptFinalizeKey(key, 0), 0);
            let (room, size) = (public.as_mut_ptr(), public.len() as u32);
            assert_eq!(NCryptExportKey(key, 0, BCRYPT_RSAPUBLIC_BLOB, null_mut(), room, size, &raw mut length, 0), 0);
        }
        public.truncate(length as usize);
        (NCryptKey::new_owned(key), public)
    }

    #[test]
    fn a_key_of_windows_signs_as_its_certificate_says() {
        let (key, public) = made(2048);
        let key = WindowsKey(CngSigningKey::new(key).expect("a key that signs"));
        let signature = key.sign(Scheme::RsaSha256, b"a report").expect("a signature");
        // Six numbers: what it is, bits, and the lengths of exponent, modulus and the primes, which are left out.
        let exponent = u32::from_le_bytes(public[8..12].try_into().expect("four bytes")) as usize;
        let (e, n) = public[24..].split_at(exponent);
        let public = RsaPublicKeyComponents { n, e };
        assert!(public.verify(&RSA_PKCS1_2048_8192_SHA256, b"a report", &signature).is_ok());
        assert_eq!(key.sign(Scheme::EcdsaP256Sha256, b"a report"), Err(SignError::UnsupportedKey));
    }

    #[test]
    fn what_windows_says_is_told_apart() {
        for code in CANCELLED {
            assert_eq!(refusal(&CngError::WindowsError(code)), SignError::Cancelled);
        }
        assert_eq!(refusal(&CngError::WindowsError(NO_KEY)), SignError::NoKey);
        let out_of_reach = refusal(&CngError::WindowsError(0x8009_0016));
        assert_eq!(out_of_reach, SignError::KeyOutOfReach("Error code 80090016".to_owned()));
        let found = WindowsStore.certificates();
        assert!(found.is_ok(), "the stores of every Windows can be read: {found:?}");
    }
}
