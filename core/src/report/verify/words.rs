//! A verification in words: what the command line prints and the window copies, and the parts of it.

use std::fmt::Write as _;

use jiff::Timestamp;

use super::{Certificate, Printed, Revocation, SignatureReport, TimeStamp, Verification};
use crate::{Message, Words, assessment::Standing, msg};

impl TimeStamp {
    /// What to tell a person.
    pub fn message(&self) -> Message {
        match self {
            Self::None => msg!("verify-no-time-stamp"),
            Self::Stated { at, by, trust: Ok(()) } => msg!("verify-time-stamp-by", at = *at, by = by),
            Self::Stated { at, by, trust: Err(why) } => {
                msg!("verify-time-stamp-not-trusted", at = *at, by = by, why = why.clone())
            }
            Self::Invalid(why) => why.clone(),
        }
    }
}

impl Revocation {
    /// What to tell a person.
    pub fn message(&self) -> Message {
        match self {
            Self::NotChecked => msg!("verify-revocation-not-checked"),
            Self::Good(as_of) => msg!("verify-revocation-good", as_of = *as_of),
            Self::Revoked { name, since } => msg!("verify-revocation-revoked", name = name, since = *since),
        }
    }
}

impl Printed {
    /// The id of the message that says it: `verify-pages-…`.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Same => "verify-pages-same",
            Self::OtherEdition => "verify-pages-other-edition",
            Self::Differs => "verify-pages-differ",
            Self::Unknown => "verify-pages-unknown",
        }
    }
}

impl Certificate {
    /// From when until when it holds, by the days of the reader.
    pub fn validity(&self, words: &Words) -> String {
        let day = |time: Timestamp| time.to_zoned(words.zone().clone()).date();
        words.say(&msg!("verify-valid", from = day(self.not_before), until = day(self.not_after)))
    }
}

impl SignatureReport {
    /// The role, or the name of a field that this program does not make.
    pub fn role_words(&self, words: &Words) -> String {
        self.role.map_or_else(|| self.field.clone(), |role| words.text(role.message_id()))
    }

    /// Who signed, with their title.
    pub fn signer(&self) -> String {
        match self.title.as_str() {
            "" => self.who.clone(),
            title => format!("{} ({title})", self.who),
        }
    }

    /// Whether what it covers is unchanged, in words.
    pub fn integrity_words(&self, words: &Words) -> String {
        said(&self.integrity, "verify-intact", words)
    }

    /// Whether its signer is trusted, in words.
    pub fn trust_words(&self, words: &Words) -> String {
        said(&self.trust, "verify-trusted", words)
    }

    /// The names of the certificates from the root down to the signer's.
    pub fn chain_words(&self) -> String {
        let names: Vec<&str> = self.chain.iter().rev().map(|one| one.name.as_str()).collect();
        names.join(" \u{203A} ")
    }
}

fn said(result: &Result<(), Message>, well: &str, words: &Words) -> String {
    match result {
        Ok(()) => words.text(well),
        Err(why) => words.say(why),
    }
}

impl Verification {
    /// The id of the message with the state of the sign-off; none without an assessment.
    pub fn standing_id(&self) -> Option<&'static str> {
        Some(match self.standing? {
            Standing::Training => "summary-training",
            Standing::Draft => "verify-standing-draft",
            Standing::Stale => "verify-standing-stale",
            Standing::SignedOff => "verify-standing-signed-off",
        })
    }

    /// All of it, as lines of text.
    pub fn text(&self, words: &Words) -> String {
        let mut text = words.say(&self.message());
        text.push('\n');
        for change in &self.changes {
            let _ = writeln!(text, "- {}", words.say(change));
        }
        let mut row = |key: &str, value: String| {
            let _ = writeln!(text, "{}: {value}", words.text(key));
        };
        if let Some(assessment) = &self.assessment {
            row("verify-organisation", assessment.subject.organisation.clone());
            let conclusion = assessment.conclude(self.printed_at).conclusion;
            row("verify-conclusion", words.text(conclusion.message_id()));
            row("verify-digest", self.digest.clone());
        }
        if let Some(id) = self.standing_id() {
            row("verify-standing", words.text(id));
        }
        row("verify-pages", words.text(self.printed.message_id()));
        for signature in &self.signatures {
            text.push('\n');
            let role = signature.role_words(words);
            let _ = writeln!(text, "{}", words.say(&msg!("verify-signature", role = role)));
            let mut row = |id: &str, value: String| {
                let _ = writeln!(text, "  {}: {value}", words.text(id));
            };
            let when = signature.at.map(|at| words.date_time(at)).unwrap_or_default();
            row("verify-signed-at", format!("{}, {when}", signature.signer()));
            row("verify-integrity", signature.integrity_words(words));
            if let Some(certificate) = &signature.certificate {
                row("verify-signer", certificate.subject.clone());
                row("verify-issuer", certificate.issuer.clone());
                row("verify-validity", certificate.validity(words));
                row("verify-chain", signature.chain_words());
            }
            row("verify-trust", signature.trust_words(words));
            row("verify-time-stamp", words.say(&signature.time_stamp.message()));
            row("verify-revocation", words.say(&signature.revocation.message()));
        }
        text
    }
}
