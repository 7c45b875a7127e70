//! The redacted twin of an assessment: the same facts, findings and answers without names, so that it can be given
//! away. One name has one pseudonym throughout the twin; the key that makes them is not kept. Names of Microsoft's public
//! hosts stay, and so does everything that a verdict rests on. Text that people wrote freely is left out, and attached
//! files too; their hashes stay.

mod fields;
mod names;
mod pseudonym;
mod scan;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Assessment;
use crate::facts::Source;
use names::Names;
use pseudonym::Pseudonyms;

/// The field of a twin that links it to its original.
const LINK: &str = "redacted_from";

/// Which assessment a twin was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RedactedFrom {
    /// Digest of the original.
    pub digest: String,
    /// When the twin was made.
    pub at: Timestamp,
}

/// Why a twin was not made.
#[derive(Debug, Error)]
pub enum RedactError {
    /// It is a twin itself.
    #[error("it has no names any more: it was made from the assessment with the digest {0}")]
    Already(String),
    /// The assessment without names is no assessment. A mistake of this program.
    #[error("the twin could not be put together: {0}")]
    Malformed(#[from] serde_json::Error),
}

impl Assessment {
    /// What this assessment was made from, when it is a redacted twin.
    pub fn redacted_from(&self) -> Option<RedactedFrom> {
        serde_json::from_value(self.other.get(LINK)?.clone()).ok()
    }

    /// The twin of this assessment without names. `key` makes the pseudonyms: the same key gives the same ones, and
    /// without it nobody can find out whose they are by trying names.
    ///
    /// Sign-offs are not in it, for they are bound to the original.
    ///
    /// # Errors
    /// It is a twin already.
    pub fn redacted(&self, key: &[u8; 32], now: Timestamp) -> Result<Self, RedactError> {
        if let Some(from) = self.redacted_from() {
            return Err(RedactError::Already(from.digest));
        }
        let mut bare = self.clone();
        bare.attachments.clear();
        bare.sign_offs.clear();
        let mut value = serde_json::to_value(&bare)?;
        let mut names = Names::new(Pseudonyms::new(key));
        fields::collect(&value, &mut names);
        fields::replace(&mut value, &names);
        let mut twin: Self = serde_json::from_value(value)?;
        self.say_whose(&mut twin, &names);
        let link = RedactedFrom { digest: self.digest().hex().to_owned(), at: now };
        twin.other.insert(LINK.to_owned(), serde_json::to_value(link)?);
        Ok(twin)
    }

    /// Findings, answers and looks remember a digest of the subject they are about. What was about the subject must be
    /// about its twin, and what was not must not.
    fn say_whose(&self, twin: &mut Self, names: &Names) {
        let (old, new) = (self.subject.digest(), twin.subject.digest());
        let moved = |about: &mut String| {
            *about = if *about == old { new.clone() } else { names.pseudonyms().hex(about, 16) };
        };
        twin.findings.values_mut().flatten().for_each(|judged| moved(&mut judged.subject));
        twin.answers.values_mut().flatten().for_each(|answer| moved(&mut answer.subject));
        let about =
            Source::ALL.map(|source| (source, self.subject.digest_for(source), twin.subject.digest_for(source)));
        let mut facts = crate::facts::Facts::default();
        for snapshot in twin.facts.snapshots().iter().rev() {
            let mut snapshot = snapshot.clone();
            if let Some(whose) = &mut snapshot.about {
                let source = snapshot.what.source();
                let same = about.iter().find(|(of, old, _)| *of == source && *old == *whose);
                *whose = same.map_or_else(|| names.pseudonyms().hex(whose, 16), |(_, _, new)| new.clone());
            }
            facts.add(snapshot);
        }
        twin.facts = facts;
    }
}

#[cfg(test)]
mod tests;
