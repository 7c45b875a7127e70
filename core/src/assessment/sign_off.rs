//! Sign-off: a person stands by a digest of the assessment. Any later change makes it stale, by arithmetic.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Assessment, Conclusion};

/// In which role a person signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Who made the assessment.
    Assessor,
    /// For whom it was made.
    Customer,
}

impl Role {
    /// Both, in order.
    pub const ALL: [Self; 2] = [Self::Assessor, Self::Customer];

    /// The id of the message with its word: `role-…`.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Assessor => "role-assessor",
            Self::Customer => "role-customer",
        }
    }
}

/// A person stands by the assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SignOff {
    /// In which role.
    pub role: Role,
    /// Who.
    pub who: String,
    /// Their title, if given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// When.
    pub at: Timestamp,
    /// Digest of what they stand by, in hexadecimal.
    pub digest: String,
    /// The conclusion they saw.
    pub conclusion: Conclusion,
    /// Fields that a newer program wrote.
    #[serde(flatten)]
    pub other: serde_json::Map<String, serde_json::Value>,
}

/// Whether an assessment is signed off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its facts come from a scenario; it cannot be signed.
    Training,
    /// Not signed by both.
    Draft,
    /// It was signed by both, and something has changed since: content, or a conclusion that no longer holds.
    Stale,
    /// Signed by both, and unchanged.
    SignedOff,
}

impl Assessment {
    /// The newest sign-off of a role.
    pub fn sign_off_of(&self, role: Role) -> Option<&SignOff> {
        self.sign_offs.iter().rev().find(|sign_off| sign_off.role == role)
    }

    /// True when a sign-off still covers the assessment.
    pub fn covers(&self, sign_off: &SignOff, now: Timestamp) -> bool {
        sign_off.digest == self.digest().hex() && sign_off.conclusion == self.conclude(now).conclusion
    }

    /// Whether the assessment is signed off.
    pub fn standing(&self, now: Timestamp) -> Standing {
        if self.training.is_some() {
            return Standing::Training;
        }
        let signed: Vec<&SignOff> = Role::ALL.iter().filter_map(|role| self.sign_off_of(*role)).collect();
        let valid = signed.iter().filter(|sign_off| self.covers(sign_off, now)).count();
        match (signed.len(), valid) {
            (2, 2) => Standing::SignedOff,
            (signed, valid) if valid < signed => Standing::Stale,
            _ => Standing::Draft,
        }
    }
}
