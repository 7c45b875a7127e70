//! Data files: reference tables in one file with a signature, by which a program is brought up to date offline.
//!
//! Three lines, an empty one, and the signed bytes to the end of the file:
//!
//! ```text
//! writeback-readiness-data 1
//! key: 16 hexadecimal digits, the beginning of the SHA-256 of the public key
//! signature: an Ed25519 signature in Base64, over the first line with its end and the signed bytes
//!
//! { "issued": "2026-12-01", "tables": { "endpoints.toml": "…" } }
//! ```

use std::collections::BTreeMap;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::civil::Date;
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};
use rustls::pki_types::{PrivatePkcs8KeyDer, pem::PemObject as _};
use serde::{Deserialize, Serialize};

use super::{Origin, Reference, ReferenceError};
use crate::{Message, assessment::sha256_hex, msg};

/// Whoever may sign data files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signer {
    /// The name under which reports show them.
    pub name: &'static str,
    /// Their Ed25519 public key.
    pub public_key: [u8; 32],
}

impl Signer {
    /// Those whom the program trusts. Their private keys are no part of the project: the maintainers keep them.
    pub const MAINTAINERS: [Self; 1] = [Self {
        name: "Writeback Readiness maintainers (2026)",
        public_key: [
            0x74, 0x28, 0x05, 0x2d, 0x28, 0x07, 0xda, 0x3e, 0x00, 0xed, 0xab, 0xec, 0xa6, 0x1f, 0x54, 0xe7, //
            0xf1, 0x3f, 0xfd, 0x5e, 0x00, 0xbb, 0xd0, 0x32, 0xf8, 0x4a, 0xa4, 0xc1, 0x33, 0xa4, 0x3b, 0xd0,
        ],
    }];

    fn key_id(&self) -> String {
        key_id(&self.public_key)
    }
}

/// A data file that is whole, and signed by somebody who is trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFile {
    /// The day it was issued.
    pub issued: Date,
    /// Who signed it.
    pub signer: &'static str,
    /// SHA-256 of what was signed, 64 hexadecimal digits.
    pub sha256: String,
    tables: BTreeMap<String, String>,
}

/// Why a data file is not used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DataFileError {
    /// It is no data file.
    #[error("it is no data file of this program")]
    NotADataFile,
    /// Its format is of a later program.
    #[error("its format is newer than this program")]
    Newer,
    /// It is larger than a data file may be.
    #[error("it is larger than {} bytes", DataFile::LARGEST)]
    TooLarge,
    /// It is signed with a key that is not trusted, named by the beginning of its digest.
    #[error("it is signed with the key {0}, which this program does not trust")]
    UnknownSigner(String),
    /// The signature is not that of the content: it was altered, or damaged.
    #[error("the signature does not fit: it was altered or damaged")]
    Altered,
    /// What was signed cannot be used.
    #[error("{0}")]
    Unsound(String),
    /// A table is older than the one that is compiled in.
    #[error("{table} is of {found}, older than the {built_in} of this program")]
    Older {
        /// The table.
        table: String,
        /// Its date.
        found: Date,
        /// The date of the one that is compiled in.
        built_in: Date,
    },
    /// The key for signing is not one.
    #[error("expected an Ed25519 private key (PKCS#8, PEM or DER), as `openssl genpkey -algorithm ed25519` makes it")]
    NotAKey,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    issued: Date,
    tables: BTreeMap<String, String>,
}

/// The beginning of the first line, before the number of the format.
const MAGIC: &str = "writeback-readiness-data ";
const FIRST: &str = "writeback-readiness-data 1\n";

impl DataFile {
    /// The most bytes that a data file may have. The built-in tables have less than a tenth of that.
    pub const LARGEST: usize = 4 * 1024 * 1024;
    /// What the names of data files end in.
    pub const EXTENSION: &'static str = "readiness-data";

    /// Reads a data file, verifies its signature, and then its tables.
    ///
    /// # Errors
    /// It is no data file, nobody of `trusted` signed it, it was altered, a table is unsound, or older than the
    /// built-in one.
    pub fn read(bytes: &[u8], trusted: &[Signer]) -> Result<Self, DataFileError> {
        if bytes.len() > Self::LARGEST {
            return Err(DataFileError::TooLarge);
        }
        if !bytes.starts_with(FIRST.as_bytes()) {
            let newer =
                bytes.strip_prefix(MAGIC.as_bytes()).and_then(|rest| rest.first()).is_some_and(u8::is_ascii_digit);
            return Err(if newer { DataFileError::Newer } else { DataFileError::NotADataFile });
        }
        let (key, rest) = line(&bytes[FIRST.len()..], "key: ").ok_or(DataFileError::NotADataFile)?;
        let (signature, rest) = line(rest, "signature: ").ok_or(DataFileError::NotADataFile)?;
        let content = rest.strip_prefix(b"\n").ok_or(DataFileError::NotADataFile)?;
        let signature = STANDARD.decode(signature).map_err(|_| DataFileError::NotADataFile)?;

        let signer = trusted.iter().find(|signer| signer.key_id() == key);
        let signer = signer.ok_or_else(|| DataFileError::UnknownSigner(key.chars().take(16).collect()))?;
        UnparsedPublicKey::new(&ED25519, signer.public_key)
            .verify(&signed(content), &signature)
            .map_err(|_| DataFileError::Altered)?;

        let unsound = |error: &dyn std::fmt::Display| DataFileError::Unsound(error.to_string());
        let Content { issued, tables } = serde_json::from_slice(content).map_err(|error| unsound(&error))?;
        let file = Self { issued, signer: signer.name, sha256: sha256_hex(content), tables };
        file.reference()?;
        Ok(file)
    }

    /// The built-in tables, with those replaced that the file holds.
    ///
    /// # Errors
    /// Never for a file that was read.
    pub fn reference(&self) -> Result<Reference, DataFileError> {
        if self.tables.is_empty() {
            return Err(DataFileError::Unsound("expected at least one table, found none".to_owned()));
        }
        let unsound = |error: ReferenceError| DataFileError::Unsound(error.to_string());
        let mut reference = Reference::from_files(self.tables.clone()).map_err(unsound)?;
        let built_in = Reference::built_in().dates();
        for ((table, found), (_, built_in)) in reference.dates().into_iter().zip(built_in) {
            if found < built_in {
                return Err(DataFileError::Older { table: table.to_owned(), found, built_in });
            }
            // It would never be called outdated.
            if self.tables.contains_key(table) && found > self.issued {
                let issued = self.issued;
                return Err(DataFileError::Unsound(format!("{table} is of {found}, later than the file of {issued}")));
            }
        }
        reference.origin = Origin::Signed {
            tables: self.tables.keys().cloned().collect(),
            issued: self.issued,
            signer: self.signer.to_owned(),
            sha256: self.sha256.clone(),
        };
        Ok(reference)
    }

    /// Makes a data file of these tables, as (name, text), and tells with which public key it can be verified. The key
    /// is an Ed25519 private key in PKCS#8, as PEM or DER.
    ///
    /// # Errors
    /// The key is not one; a table is unsound, or older than the built-in one.
    pub fn sign(
        tables: impl IntoIterator<Item = (String, String)>,
        issued: Date,
        key: &[u8],
    ) -> Result<(Vec<u8>, [u8; 32]), DataFileError> {
        let pem = PrivatePkcs8KeyDer::from_pem_slice(key);
        let der = pem.as_ref().map_or(key, |key| key.secret_pkcs8_der());
        let pair = Ed25519KeyPair::from_pkcs8_maybe_unchecked(der).map_err(|_| DataFileError::NotAKey)?;
        let public: [u8; 32] = pair.public_key().as_ref().try_into().map_err(|_| DataFileError::NotAKey)?;
        let content = Content { issued, tables: tables.into_iter().collect() };
        let content = serde_json::to_vec_pretty(&content).map_err(|error| DataFileError::Unsound(error.to_string()))?;
        let signature = STANDARD.encode(pair.sign(&signed(&content)));
        let mut file = format!("{FIRST}key: {}\nsignature: {signature}\n\n", key_id(&public)).into_bytes();
        file.extend_from_slice(&content);
        Self::read(&file, &[Signer { name: "", public_key: public }])?;
        Ok((file, public))
    }
}

impl DataFileError {
    /// The reason as a sentence: `data-file-…`.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NotADataFile => msg!("data-file-not-one"),
            Self::Newer => msg!("data-file-newer"),
            Self::TooLarge => msg!("data-file-too-large"),
            Self::UnknownSigner(key) => msg!("data-file-unknown-signer", key = key),
            Self::Altered => msg!("data-file-altered"),
            Self::Unsound(why) => msg!("data-file-unsound", why = why),
            Self::Older { table, found, built_in } => {
                msg!("data-file-older", table = table, found = *found, built = *built_in)
            }
            Self::NotAKey => msg!("data-file-not-a-key"),
        }
    }
}

/// The text behind `name` in the first line of `bytes`, and what follows the line.
fn line<'a>(bytes: &'a [u8], name: &str) -> Option<(&'a str, &'a [u8])> {
    const LONGEST: usize = 200;
    let end = bytes.iter().take(LONGEST).position(|byte| *byte == b'\n')?;
    let text = std::str::from_utf8(&bytes[..end]).ok()?;
    Some((text.strip_prefix(name)?, &bytes[end + 1..]))
}

/// What is signed. The first line keeps the signature from meaning anything elsewhere.
fn signed(content: &[u8]) -> Vec<u8> {
    [FIRST.as_bytes(), content].concat()
}

fn key_id(public_key: &[u8; 32]) -> String {
    sha256_hex(public_key)[..16].to_owned()
}

#[cfg(test)]
mod tests;
