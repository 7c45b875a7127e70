//! Extra roots: certificates given by a person, trusted besides those of the machine.

use rustls::pki_types::{CertificateDer, pem::PemObject};
use thiserror::Error;

use crate::{Message, msg};

/// Why a file of roots was refused. The file's name is the caller's to add.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RootsError {
    /// A block is damaged.
    #[error("certificate {number} is damaged: {what}")]
    Damaged {
        /// Which certificate, counted from 1.
        number: usize,
        /// What is wrong with it.
        what: String,
    },
    /// There is no certificate in it.
    #[error("expected at least one block that begins with -----BEGIN CERTIFICATE-----, found none")]
    Empty,
}

impl RootsError {
    /// What to tell a person; the reader's own words come last.
    pub fn message(&self) -> Message {
        match self {
            Self::Damaged { number, what } => msg!("roots-damaged", number = *number, why = what),
            Self::Empty => msg!("roots-none"),
        }
    }
}

/// The certificates in a file: PEM, or the one of a file in DER, as Windows writes it.
///
/// # Errors
/// A damaged certificate, or none at all.
pub fn roots_from_file(bytes: &[u8]) -> Result<Vec<CertificateDer<'static>>, RootsError> {
    // A sequence with one octet of length or two: every certificate begins like this, and no text does.
    if !matches!(bytes, [0x30, 0x81 | 0x82, ..]) {
        return roots_from_pem(bytes);
    }
    let root = CertificateDer::from(bytes.to_vec());
    let damaged = |error: rustls::Error| RootsError::Damaged { number: 1, what: error.to_string() };
    rustls::RootCertStore::empty().add(root.clone()).map_err(damaged)?;
    Ok(vec![root])
}

fn roots_from_pem(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, RootsError> {
    let mut roots = Vec::new();
    for (index, block) in CertificateDer::pem_slice_iter(pem).enumerate() {
        let damaged = |what: String| RootsError::Damaged { number: index + 1, what };
        let root = block.map_err(|error| damaged(error.to_string()))?;
        // Read it now, so that the person who gave the file is told instead of a probe later.
        rustls::RootCertStore::empty().add(root.clone()).map_err(|error| damaged(error.to_string()))?;
        roots.push(root);
    }
    if roots.is_empty() { Err(RootsError::Empty) } else { Ok(roots) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_sound_certificate_is_refused() {
        assert_eq!(roots_from_pem(b"not PEM"), Err(RootsError::Empty));
        let damaged = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        assert!(matches!(roots_from_pem(damaged), Err(RootsError::Damaged { number: 1, .. })));
        for der in [&[0x30, 0x82, 1, 2, 3][..], &[0x30, 0x81, 200, 1, 2]] {
            assert!(matches!(roots_from_file(der), Err(RootsError::Damaged { number: 1, .. })), "{der:x?}");
        }
    }

    #[test]
    fn a_file_holds_one_certificate_in_der_or_any_number_in_pem() {
        let key = rcgen::KeyPair::generate().unwrap();
        let root = rcgen::CertificateParams::new(vec!["root".to_owned()]).unwrap().self_signed(&key).unwrap();
        let der = roots_from_file(root.der()).unwrap();
        assert_eq!(der, roots_from_file(root.pem().as_bytes()).unwrap());
    }
}
