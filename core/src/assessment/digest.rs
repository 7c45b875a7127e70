//! Digests: SHA-256 over the canonical JSON (RFC 8785) of what a person stands by.

use std::fmt;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::Assessment;
use crate::{Subject, facts::Source};

/// SHA-256 of an assessment, without its sign-offs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Digest(String);

impl Digest {
    /// All 64 hexadecimal digits.
    pub fn hex(&self) -> &str {
        &self.0
    }

    /// The first 16 digits in groups of four, for a page's foot.
    pub fn short(&self) -> String {
        groups(&self.0[..16])
    }

    /// All digits in groups of four.
    pub fn grouped(&self) -> String {
        groups(&self.0)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn groups(hex: &str) -> String {
    hex.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}

impl Assessment {
    /// The digest that sign-offs are bound to: everything but the sign-offs themselves and the version of the program
    /// that wrote the file last. Attachments count by their hash, which the file reader verifies.
    pub fn digest(&self) -> Digest {
        #[derive(Serialize)]
        struct Content<'a> {
            #[serde(flatten)]
            assessment: &'a Assessment,
            attachment_hashes: Vec<&'a String>,
        }
        let hashes = self.attachments.keys().collect();
        let mut bare = self.clone();
        bare.sign_offs.clear();
        bare.attachments.clear();
        bare.program.clear();
        Digest(canonical_hex(&Content { assessment: &bare, attachment_hashes: hashes }))
    }
}

impl Subject {
    /// A digest of what findings are about. The printed names of organisation and assessor do not count.
    pub fn digest(&self) -> String {
        let Self { tenant, cloud, forest, sync_server, this_is_sync_server, test_user, admin, .. } = self;
        let same = |text: &String| text.trim().to_lowercase();
        let parts =
            (same(tenant), cloud, same(forest), same(sync_server), this_is_sync_server, same(test_user), same(admin));
        canonical_hex(&parts)[..16].to_owned()
    }
}

impl Subject {
    /// A digest of what the facts of one source are about, so that a change of the test user does not make the sync
    /// server's evidence worthless.
    pub fn digest_for(&self, source: Source) -> String {
        let same = |text: &String| text.trim().to_lowercase();
        let parts = match source {
            Source::Network => vec![same(&self.tenant)],
            Source::Tenant => vec![same(&self.tenant), same(&self.test_user), same(&self.admin)],
            Source::Directory => vec![same(&self.forest), same(&self.test_user), same(&self.sync_server)],
            Source::SyncServer | Source::Events => {
                vec![same(&self.tenant), same(&self.forest), same(&self.sync_server)]
            }
            Source::Person => return self.digest(),
        };
        canonical_hex(&(self.cloud, parts))[..16].to_owned()
    }
}

fn canonical_hex<T: Serialize>(value: &T) -> String {
    // Only a map with keys that are not strings cannot be serialised, and there is none in our types; still, a digest
    // that nothing equals is safer than a panic.
    match serde_json_canonicalizer::to_vec(value) {
        Ok(bytes) => sha256_hex(&bytes),
        Err(error) => sha256_hex(format!("not serialisable: {error}").as_bytes()),
    }
}

/// SHA-256 in hexadecimal.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
