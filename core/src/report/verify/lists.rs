//! Revocation lists that a person gives: what an authority publishes, saved as a file.

use rustls::pki_types::{CertificateRevocationListDer, pem::PemObject as _};
use thiserror::Error;
use webpki::BorrowedCertRevocationList;
use x509_parser::{prelude::FromDer as _, revocation_list::CertificateRevocationList};

use super::certificate;
use crate::{Message, msg};

/// A revocation list, in DER.
pub type RevocationList = CertificateRevocationListDer<'static>;

/// Why a file of revocation lists was refused. The file's name is the caller's to add.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ListsError {
    /// A list is damaged, or of a kind that is not supported.
    #[error("revocation list {number} cannot be read: {what}")]
    Damaged {
        /// Which list, counted from 1.
        number: usize,
        /// What is wrong with it.
        what: String,
    },
    /// There is no list in it.
    #[error("expected a revocation list in DER, or blocks that begin with -----BEGIN X509 CRL-----")]
    Empty,
}

impl ListsError {
    /// What to tell a person; the reader's own words come last.
    pub fn message(&self) -> Message {
        match self {
            Self::Damaged { number, what } => msg!("lists-damaged", number = *number, why = what),
            Self::Empty => msg!("lists-none"),
        }
    }
}

/// The revocation lists in a file: any number in PEM, or one in DER, as authorities publish it. Whether they are signed
/// by whom they speak for is asked for each certificate when a report is verified.
///
/// # Errors
/// A damaged list, or none at all.
pub fn lists_from_file(bytes: &[u8]) -> Result<Vec<RevocationList>, ListsError> {
    let damaged = |number: usize, what: String| ListsError::Damaged { number, what };
    let mut lists = Vec::new();
    if bytes.first() == Some(&0x30) {
        lists.push(RevocationList::from(bytes.to_vec()));
    } else {
        for (index, block) in CertificateRevocationListDer::pem_slice_iter(bytes).enumerate() {
            lists.push(block.map_err(|error| damaged(index + 1, error.to_string()))?);
        }
    }
    for (index, list) in lists.iter().enumerate() {
        BorrowedCertRevocationList::from_der(list).map_err(|error| damaged(index + 1, format!("{error:?}")))?;
    }
    if lists.is_empty() { Err(ListsError::Empty) } else { Ok(lists) }
}

/// The name of the authority that made a list, as a certificate of it would be named.
pub fn list_issuer(list: &RevocationList) -> Option<String> {
    let (_, parsed) = CertificateRevocationList::from_der(list).ok()?;
    Some(certificate::name(parsed.issuer()))
}
