//! The typed reason why a fact is missing. "Could not check" is never "failed", and never "passed".

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Vantage;
use crate::{Message, msg};

/// Why a fact is missing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Unavailable {
    /// Nobody looked.
    #[default]
    NotLookedAt,
    /// A field of the subject is empty, so it is not known where to look. `what` is a field name, such as `tenant`.
    NotConfigured {
        /// The empty field.
        what: String,
    },
    /// There is no sign-in to the tenant or the directory.
    NotSignedIn,
    /// The sign-in is to another tenant than the subject's, so nothing of it was kept.
    WrongTenant {
        /// The tenant that was signed in to.
        found: String,
        /// The subject's.
        wanted: String,
    },
    /// The signed-in account lacks a permission.
    PermissionMissing {
        /// Its name, such as `AuditLog.Read.All`.
        permission: String,
    },
    /// The signed-in account lacks a role.
    RoleMissing {
        /// Its name.
        role: String,
    },
    /// The answer needs a licence that the tenant does not own.
    LicenceMissing,
    /// The place to look at did not answer.
    Unreachable {
        /// Host or address.
        target: String,
    },
    /// The place to look at took too long.
    TimedOut {
        /// How long was waited, in milliseconds.
        after_ms: u64,
    },
    /// A person cancelled the look.
    Cancelled,
    /// The place to look at is busy, and asked to wait longer than a run may.
    Throttled {
        /// Who.
        by: String,
    },
    /// The place to look at said no.
    Refused {
        /// Who said no.
        by: String,
    },
    /// This machine or this cloud cannot give the answer.
    UnsupportedHere {
        /// What is not supported.
        what: String,
    },
    /// The imported evidence does not contain it.
    NotInEvidence {
        /// What is not in it.
        what: String,
    },
    /// The history that would tell was deleted by age.
    HistoryPurged,
    /// What was seen allows no judgement; the message says why.
    Inconclusive {
        /// Why.
        why: Message,
    },
    /// The test was shortened and did not reach the needed length.
    Shortened {
        /// The longest silence that was planned, in seconds.
        longest_s: u32,
    },
    /// The test was skipped on request.
    Skipped,
    /// It was seen, but from a place whose view does not close this item.
    OtherVantage {
        /// The place it was seen from.
        seen_from: Vantage,
    },
    /// It was seen too long ago to still be true.
    TooOld {
        /// When it was seen.
        seen_at: Timestamp,
    },
    /// The part of the program that looks stopped working.
    CollectorFailed {
        /// What it said.
        what: String,
    },
    /// An answer came, but it could not be understood.
    Malformed {
        /// What was wrong with it.
        what: String,
    },
    /// Only a person can tell.
    NeedsPerson,
}

impl Unavailable {
    /// The reason as a message: `unavailable-…`.
    pub fn message(&self) -> Message {
        match self {
            Self::NotLookedAt => msg!("unavailable-not-looked-at"),
            Self::NotConfigured { what } => {
                msg!("unavailable-not-configured", what = Message::new(format!("subject-{}", what.replace('_', "-"))))
            }
            Self::NotSignedIn => msg!("unavailable-not-signed-in"),
            Self::WrongTenant { found, wanted } => msg!("unavailable-wrong-tenant", found = found, wanted = wanted),
            Self::Throttled { by } => msg!("unavailable-throttled", by = by),
            Self::PermissionMissing { permission } => msg!("unavailable-permission-missing", permission = permission),
            Self::RoleMissing { role } => msg!("unavailable-role-missing", role = role),
            Self::LicenceMissing => msg!("unavailable-licence-missing"),
            Self::Unreachable { target } => msg!("unavailable-unreachable", target = target),
            Self::TimedOut { after_ms } => {
                msg!("unavailable-timed-out", after = jiff::SignedDuration::from_millis(*after_ms as i64))
            }
            Self::Cancelled => msg!("unavailable-cancelled"),
            Self::Refused { by } => msg!("unavailable-refused", by = by),
            Self::UnsupportedHere { what } => msg!("unavailable-unsupported-here", what = what),
            Self::NotInEvidence { what } => msg!("unavailable-not-in-evidence", what = what),
            Self::HistoryPurged => msg!("unavailable-history-purged"),
            Self::Inconclusive { why } => msg!("unavailable-inconclusive", why = why.clone()),
            Self::Shortened { longest_s } => {
                msg!("unavailable-shortened", longest = jiff::SignedDuration::from_secs((*longest_s).into()))
            }
            Self::Skipped => msg!("unavailable-skipped"),
            Self::OtherVantage { seen_from } => msg!("unavailable-other-vantage", place = seen_from.message()),
            Self::TooOld { seen_at } => msg!("unavailable-too-old", at = *seen_at),
            Self::CollectorFailed { what } => msg!("unavailable-collector-failed", what = what),
            Self::Malformed { what } => msg!("unavailable-malformed", what = what),
            Self::NeedsPerson => msg!("unavailable-needs-person"),
        }
    }

    /// What to do about it, where a step of the sign-in is missing.
    pub fn way_on(&self) -> Option<Message> {
        match self {
            Self::NotSignedIn => Some(msg!("unavailable-not-signed-in-way-on")),
            Self::WrongTenant { wanted, .. } => Some(msg!("unavailable-wrong-tenant-way-on", wanted = wanted)),
            Self::PermissionMissing { permission } => {
                Some(msg!("unavailable-permission-missing-way-on", permission = permission))
            }
            Self::RoleMissing { role } => Some(msg!("unavailable-role-missing-way-on", role = role)),
            Self::LicenceMissing => Some(msg!("unavailable-licence-missing-way-on")),
            Self::Throttled { .. } => Some(msg!("unavailable-throttled-way-on")),
            _ => None,
        }
    }
}
