//! A report being signed: which one, by whom, and how far it is.

use readiness_core::{Message, report::sign::SignRequest};
use tokio_util::sync::CancellationToken;

use crate::certificate_store::StoredCertificate;

/// What is signed: exactly what was shown when somebody said so. A later state is another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signable {
    /// The report of the assessment that is open: its document and the state of it.
    Assessment {
        /// Which document.
        key: u64,
        /// Which state of it.
        revision: u64,
    },
    /// The report that is looked at, by the number of the look.
    Report(u64),
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SigningStep {
    /// The report is printed or verified, and the key signs.
    Preparing,
    /// The time-stamp server is asked.
    Asking,
}

/// A report being signed.
#[derive(Debug, Clone)]
pub struct Signing {
    /// Tells its news apart from those of one before.
    pub number: u64,
    /// What.
    pub what: Signable,
    /// Who, in which role, when.
    pub request: SignRequest,
    /// How far it is.
    pub step: SigningStep,
    /// Ends it early; nothing is written then.
    pub cancel: CancellationToken,
}

/// What is known of the certificates in the system's store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stored {
    /// Nothing was asked.
    NotRead,
    /// They are being read.
    Reading,
    /// Those that can sign now.
    Read(Vec<StoredCertificate>),
    /// Why they cannot be read.
    Refused(Message),
}
