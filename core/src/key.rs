//! Keys that make pseudonyms: random ones that are kept nowhere, or ones made from a text that somebody keeps.

use ring::{
    digest::{SHA256, digest},
    error::Unspecified,
    rand::{SecureRandom as _, SystemRandom},
};

/// A random key.
///
/// # Errors
/// The system has no randomness.
pub fn random() -> Result<[u8; 32], Unspecified> {
    let mut key = [0; 32];
    SystemRandom::new().fill(&mut key)?;
    Ok(key)
}

/// The key of a text. The same text gives the same key.
pub fn from_text(text: &str) -> [u8; 32] {
    let mut key = [0; 32];
    key.copy_from_slice(digest(&SHA256, text.as_bytes()).as_ref());
    key
}
