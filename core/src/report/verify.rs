//! Verifying a report: whether the file is as it was written, whether its pages and the assessment inside belong
//! together, who signed it, and whether those people are known to a trusted authority. Pure and offline: the bytes, the
//! roots and the time are given. Every word is a message id, except for names that stand in certificates.

mod certificate;
mod changes;
pub(super) mod document;
mod embedded;
mod lists;
pub(super) mod oid;
mod printed;
mod revisions;
mod signature;
mod signed_data;
pub(super) mod token;
mod words;

use jiff::{Timestamp, tz::TimeZone};
use rustls::pki_types::CertificateDer;
use thiserror::Error;

use super::pdf::Rendered;
use crate::{
    Message,
    assessment::{Assessment, Conclusion, Role, SignOff, Standing},
    msg,
};
use embedded::Binding;

pub use certificate::{Certificate, Revocation};
pub use lists::{ListsError, RevocationList, list_issuer, lists_from_file};
pub use printed::Printed;
pub use signature::{SignatureReport, TimeStamp};

/// The largest file that is verified, in bytes.
pub const LARGEST: u64 = 512 * 1024 * 1024;

/// A certificate of an authority that is trusted, in DER.
pub type Root = CertificateDer<'static>;

/// Whom a reader trusts, and what they know besides the file.
#[derive(Debug, Clone, Default)]
pub struct Trust {
    /// Certificates of authorities that are trusted.
    pub roots: Vec<Root>,
    /// Revocation lists, besides those in the file.
    pub lists: Vec<RevocationList>,
}

/// The file is no PDF, so that there is nothing to verify. A PDF that is damaged, or holds no assessment, is verified and
/// found altered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a PDF")]
pub struct NotAReport;

/// What verifying comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Unchanged, signed, and every signer trusted.
    Trusted,
    /// Unchanged, and unsigned or a signer is not trusted.
    NotTrusted,
    /// Changed, damaged, or pages and assessment do not belong together.
    Altered,
}

impl Outcome {
    /// The id of the message with its sentence: `verify-outcome-…`.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Trusted => "verify-outcome-trusted",
            Self::NotTrusted => "verify-outcome-not-trusted",
            Self::Altered => "verify-outcome-altered",
        }
    }
}

/// What is known of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Verification {
    /// What it comes to.
    pub outcome: Outcome,
    /// What was altered, each in words. Empty unless the outcome is [`Outcome::Altered`].
    pub changes: Vec<Message>,
    /// The signatures, the first one first.
    pub signatures: Vec<SignatureReport>,
    /// What is known of the pages.
    pub printed: Printed,
    /// The assessment inside, with the sign-offs that sound signatures bear. It can also be there when the file is
    /// altered, to show what it holds; it then bears no sign-off, not even those of its own.
    pub assessment: Option<Assessment>,
    /// Whether it is signed off, at the time of verifying.
    pub standing: Option<Standing>,
    /// Digest of the assessment inside, 64 hexadecimal digits; empty when there is none.
    pub digest: String,
    /// Language of the report, such as `zh-CN`.
    pub language: String,
    /// Time zone of the report.
    pub zone: TimeZone,
    /// Time for which the report speaks.
    pub printed_at: Timestamp,
    /// The pages were made to be signed, so that they do not say DRAFT.
    pub for_signature: bool,
}

impl Verification {
    fn altered(why: Message) -> Self {
        Self {
            outcome: Outcome::Altered,
            changes: vec![why],
            signatures: Vec::new(),
            printed: Printed::Unknown,
            assessment: None,
            standing: None,
            digest: String::new(),
            language: "en".to_owned(),
            zone: TimeZone::UTC,
            printed_at: Timestamp::UNIX_EPOCH,
            for_signature: false,
        }
    }

    /// What it comes to, in a sentence.
    pub fn message(&self) -> Message {
        match self.outcome {
            Outcome::NotTrusted if self.signatures.is_empty() => msg!("verify-outcome-not-signed"),
            outcome => Message::new(outcome.message_id()),
        }
    }

    /// The assessment to go on with, with the sign-offs of its signatures.
    ///
    /// # Errors
    /// What was altered.
    pub fn into_assessment(self) -> Result<Assessment, Vec<Message>> {
        match (self.outcome, self.assessment) {
            (Outcome::Trusted | Outcome::NotTrusted, Some(assessment)) => Ok(assessment),
            _ => Err(self.changes),
        }
    }

    /// True for a PDF of another program, which says nothing of any assessment.
    pub fn is_foreign(&self) -> bool {
        self.changes.iter().any(|change| change.id == "verify-not-a-report")
    }

    /// The role that can sign next: none when both have, or when there is nothing that could be signed.
    pub fn next_to_sign(&self) -> Option<Role> {
        let nothing = self.outcome == Outcome::Altered || self.assessment.is_none();
        if nothing || matches!(self.standing, Some(Standing::Training)) {
            return None;
        }
        Role::ALL.into_iter().find(|role| self.signature_of(*role).is_none())
    }

    /// The signature of a role.
    pub fn signature_of(&self, role: Role) -> Option<&SignatureReport> {
        self.signatures.iter().find(|signature| signature.role == Some(role))
    }
}

/// True for bytes that begin like a PDF: what to ask before [`verify`] when a file may also be an assessment.
pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// Verifies a report. `roots` are the certificates of authorities that are trusted, in DER. Takes about a second for a
/// long report, because it is printed again to compare.
///
/// # Errors
/// The file is no PDF.
pub fn verify(bytes: &[u8], roots: &[CertificateDer<'_>], now: Timestamp) -> Result<Verification, NotAReport> {
    let roots = roots.iter().map(|root| root.clone().into_owned()).collect();
    verify_by(bytes, &Trust { roots, lists: Vec::new() }, now)
}

/// Verifies a report as [`verify`] does, with revocation lists that were given besides those in it.
///
/// # Errors
/// The file is no PDF.
pub fn verify_by(bytes: &[u8], trust: &Trust, now: Timestamp) -> Result<Verification, NotAReport> {
    look(bytes, Pages::Given, trust, now)
}

/// Verifies what this program has just printed, so that it needs not be printed again to compare.
pub(super) fn verify_printed(report: &Rendered, now: Timestamp) -> Result<Verification, NotAReport> {
    look(report.file(), Pages::JustPrinted, &Trust::default(), now)
}

/// Where pages come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pages {
    /// From a file.
    Given,
    /// From [`pdf::render`](super::pdf::render), in this process.
    JustPrinted,
}

fn look(bytes: &[u8], pages: Pages, trust: &Trust, now: Timestamp) -> Result<Verification, NotAReport> {
    if !is_pdf(bytes) {
        return Err(NotAReport);
    }
    let revisions = match revisions::read(bytes) {
        Ok(revisions) => revisions,
        Err(why) => return Ok(Verification::altered(why)),
    };
    let Some(first) = revisions.first() else { return Ok(Verification::altered(msg!("verify-damaged"))) };
    let Some(binding) = Binding::of(&first.document) else {
        return Ok(Verification::altered(msg!("verify-not-a-report")));
    };
    let mut report = Verification {
        outcome: Outcome::NotTrusted,
        language: embedded::language(&first.document).unwrap_or_else(|| "en".to_owned()),
        zone: binding.time_zone(),
        printed_at: binding.printed_at,
        for_signature: binding.for_signature,
        ..Verification::altered(msg!("verify-damaged"))
    };
    report.changes.clear();

    for number in 1..revisions.len() {
        let changes = changes::between(&revisions[number - 1].document, &revisions[number].document);
        report.changes.extend(changes.forbidden);
        for field in changes.signed {
            report.signatures.push(signature::look(bytes, &revisions, number, field, trust, now));
        }
    }
    if document::fields(&first.document).iter().any(|(_, field)| field.has(b"V")) {
        // This program never writes a first revision that is signed.
        report.changes.push(msg!("verify-covers-wrong"));
    }
    for signature in &report.signatures {
        if let Err(why) = &signature.integrity {
            report.changes.push(msg!("verify-signature-of", field = &signature.field, why = why.clone()));
        }
    }

    match embedded::assessment(&first.document) {
        Ok(assessment) => report.take(assessment, &binding, (&bytes[..first.end], &first.document), pages),
        Err(why) => report.changes.push(why),
    }
    report.conclude(now);
    Ok(report)
}

impl Verification {
    /// Holds the assessment against what the pages and the properties say.
    fn take(&mut self, assessment: Assessment, binding: &Binding, first: (&[u8], &lopdf::Document), pages: Pages) {
        self.digest = assessment.digest().hex().to_owned();
        if self.digest == binding.digest {
            let (printed, changes) = match pages {
                Pages::Given => printed::compare(first, &assessment, binding, &self.language),
                Pages::JustPrinted => (Printed::Same, Vec::new()),
            };
            self.printed = printed;
            self.changes.extend(changes);
        } else {
            // The pages are held against the digest that they should carry, to say which of the two was changed.
            let (_, missing) = printed::by_digest(first.1, &binding.digest);
            self.printed = Printed::Differs;
            self.changes.push(match missing.is_empty() {
                true => msg!("verify-assessment-changed"),
                false => msg!("verify-not-one"),
            });
        }
        for signature in &self.signatures {
            if signature.digest.as_ref().is_some_and(|digest| *digest != self.digest) {
                self.changes.push(msg!("verify-signed-other", who = &signature.who));
            }
        }
        self.assessment = Some(assessment);
    }

    /// Draws the conclusion, and lets the assessment bear the sign-offs of its signatures.
    fn conclude(&mut self, now: Timestamp) {
        self.changes.dedup();
        let sound = self.changes.is_empty();
        if let Some(assessment) = &mut self.assessment {
            if !sound {
                assessment.sign_offs.clear();
            }
            for signature in self.signatures.iter().filter(|_| sound) {
                let (Some(role), Some(at)) = (signature.role, signature.at) else { continue };
                // Another program's signature states no conclusion; its signer saw that of the pages.
                let seen: Conclusion =
                    signature.conclusion.unwrap_or_else(|| assessment.conclude(self.printed_at).conclusion);
                assessment.sign_offs.push(SignOff {
                    role,
                    who: signature.who.clone(),
                    title: signature.title.clone(),
                    at,
                    digest: self.digest.clone(),
                    conclusion: seen,
                    other: serde_json::Map::new(),
                });
            }
            self.standing = Some(assessment.standing(now));
        }
        let trusted = !self.signatures.is_empty() && self.signatures.iter().all(SignatureReport::is_trusted);
        self.outcome = match (sound, trusted) {
            (false, _) => Outcome::Altered,
            (true, true) => Outcome::Trusted,
            (true, false) => Outcome::NotTrusted,
        };
    }
}
