//! Why a report was not signed, and how that is said.

use jiff::Timestamp;
use thiserror::Error;

use crate::{Arg, Message, msg, report::pdf::PdfError};

/// Why a report was not signed. Nothing was written. [`SignError::message`] says it in words.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum SignError {
    /// The password does not open the key file.
    #[error("wrong password")]
    WrongPassword,
    /// The key file is damaged, or no PKCS#12.
    #[error("damaged key file")]
    BadKeyFile,
    /// No key in it.
    #[error("no key in the key file")]
    NoKey,
    /// A key, and no certificate that belongs to it.
    #[error("key without certificate")]
    KeyWithoutCertificate,
    /// A kind of key, or of encryption of the key file, that is not offered.
    #[error("unsupported key")]
    UnsupportedKey,
    /// RSA of less than 2048 bits.
    #[error("weak key")]
    WeakKey,
    /// The key or the system's random numbers failed.
    #[error("the key failed")]
    KeyFailed,
    /// The store does not let us have the key: what it said.
    #[error("the key is out of reach: {0}")]
    KeyOutOfReach(String),
    /// The person did not allow the key to sign.
    #[error("cancelled")]
    Cancelled,
    /// The certificate does not hold at the time of signing, or does not allow signing.
    #[error("the certificate cannot be used")]
    Certificate(Message),
    /// Nobody is named.
    #[error("no name")]
    NoName,
    /// Not a PDF, or none that this program made.
    #[error("not a report")]
    NotAReport,
    /// The report was changed, or its data and its pages do not belong together.
    #[error("the report is altered")]
    Altered(Vec<Message>),
    /// Facts of a scenario are not signed.
    #[error("training is not signed")]
    Training,
    /// It was signed off and changed since.
    #[error("the sign-off is stale")]
    Stale,
    /// What the pages conclude no longer holds at the time of signing.
    #[error("the conclusion no longer holds")]
    NoLongerHolds,
    /// This role has signed.
    #[error("already signed")]
    AlreadySigned,
    /// The assessor signs first.
    #[error("the assessor signs first")]
    AssessorFirst,
    /// The report has no field for this role.
    #[error("no signature field")]
    NoField,
    /// The time of signing lies before the report, or before the other signature.
    #[error("the time of signing is too early")]
    TooEarly(Timestamp),
    /// The time-stamp server said something that is not a time stamp of this signature.
    #[error("the time stamp is refused")]
    TimeStamp(Message),
    /// The signature, with all its certificates, is larger than the place for it.
    #[error("the signature is too large")]
    TooLarge,
    /// The look of the signature could not be drawn.
    #[error("the signature could not be drawn")]
    Drawing,
}

impl SignError {
    /// What to tell a person.
    pub fn message(&self) -> Message {
        match self {
            Self::WrongPassword => msg!("sign-wrong-password"),
            Self::BadKeyFile => msg!("sign-bad-key-file"),
            Self::NoKey => msg!("sign-no-key"),
            Self::KeyWithoutCertificate => msg!("sign-key-without-certificate"),
            Self::UnsupportedKey => msg!("sign-unsupported-key"),
            Self::WeakKey => msg!("sign-weak-key"),
            Self::KeyFailed => msg!("sign-key-failed"),
            Self::KeyOutOfReach(why) => msg!("sign-key-out-of-reach", why = why),
            Self::Cancelled => msg!("sign-cancelled"),
            Self::Certificate(why) | Self::TimeStamp(why) => why.clone(),
            Self::NoName => msg!("sign-no-name"),
            Self::NotAReport => msg!("verify-not-a-report"),
            Self::Altered(what) => {
                let what: Vec<Arg> = what.iter().map(|message| Arg::from(message.clone())).collect();
                Message::new("sign-altered").with("what", Arg::List(what))
            }
            Self::Training => msg!("edit-training"),
            Self::Stale => msg!("sign-stale"),
            Self::NoLongerHolds => msg!("sign-no-longer-holds"),
            Self::AlreadySigned => msg!("sign-already-signed"),
            Self::AssessorFirst => msg!("sign-assessor-first"),
            Self::NoField => msg!("sign-no-field"),
            Self::TooEarly(than) => msg!("sign-too-early", than = *than),
            Self::TooLarge => msg!("sign-too-large"),
            Self::Drawing => msg!("sign-drawing"),
        }
    }
}

impl From<PdfError> for SignError {
    fn from(_: PdfError) -> Self {
        Self::Drawing
    }
}
