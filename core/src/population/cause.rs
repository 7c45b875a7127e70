//! Why a reset would fail, may fail, or cannot be foretold.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    Message,
    facts::{Unavailable, directory::Right},
    msg,
};

/// One cause. A user may have several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "cause", rename_all = "snake_case")]
pub enum Cause {
    /// In protected groups, whose members no delegated right reaches (AdminSDHolder). The groups are empty where
    /// `adminCount` says so and the groups could not be read.
    Protected {
        /// The groups, by name.
        groups: Vec<String>,
    },
    /// `adminCount` is left over from a protected group.
    StaleMark,
    /// Rights are denied.
    RightDenied {
        /// Which.
        rights: Vec<Right>,
        /// Whom the entry names.
        to: String,
        /// Where it stands, as a distinguished name.
        at: String,
    },
    /// Rights are granted above and do not come down.
    InheritanceStops {
        /// Which.
        rights: Vec<Right>,
        /// The object that is closed to entries from above.
        at: String,
    },
    /// No entry grants the rights.
    RightMissing {
        /// Which.
        rights: Vec<Right>,
    },
    /// Disabled in the directory.
    Disabled,
    /// The account expired.
    Expired {
        /// When.
        at: Timestamp,
    },
    /// Signs in with a smart card only.
    SmartCardRequired,
    /// The password is younger than the minimum age.
    PasswordTooYoung {
        /// Until when.
        until: Timestamp,
    },
    /// The directory knows the user, and synchronisation does not.
    NotSynchronised,
    /// Disabled in the tenant.
    DisabledInTenant,
    /// No licence for writeback.
    NotLicensed,
    /// Not enabled for self-service reset.
    OutOfScope,
    /// Enabled for self-service reset, and not registered.
    NotRegistered,
    /// Locked out. A reset may unlock it, and may be refused.
    Locked,
    /// Units above have reserved characters in their names.
    ReservedNames {
        /// Their names.
        units: Vec<String>,
    },
    /// Only a domain controller can weigh the entry that decides.
    RightUndecided {
        /// Which rights.
        rights: Vec<Right>,
        /// Whom the entry names.
        to: String,
        /// Where it stands.
        at: String,
    },
    /// Something could not be read.
    Unread {
        /// What: an attribute of the directory or of the tenant.
        what: String,
        /// Why.
        why: Unavailable,
    },
}

/// What a cause does to a reset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It may break it.
    MayStop,
    /// It hides whether it would work.
    Hides,
    /// It stops it, or makes it useless to the user.
    Stops,
}

impl Cause {
    /// What it does.
    #[must_use]
    pub fn weight(&self) -> Weight {
        match self {
            Self::Protected { .. }
            | Self::StaleMark
            | Self::RightDenied { .. }
            | Self::InheritanceStops { .. }
            | Self::RightMissing { .. }
            | Self::Disabled
            | Self::Expired { .. }
            | Self::SmartCardRequired
            | Self::PasswordTooYoung { .. }
            | Self::NotSynchronised
            | Self::DisabledInTenant
            | Self::NotLicensed
            | Self::OutOfScope
            | Self::NotRegistered => Weight::Stops,
            Self::Locked | Self::ReservedNames { .. } => Weight::MayStop,
            Self::RightUndecided { .. } | Self::Unread { .. } => Weight::Hides,
        }
    }

    /// Its key in files.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Protected { .. } => "protected",
            Self::StaleMark => "stale_mark",
            Self::RightDenied { .. } => "right_denied",
            Self::InheritanceStops { .. } => "inheritance_stops",
            Self::RightMissing { .. } => "right_missing",
            Self::Disabled => "disabled",
            Self::Expired { .. } => "expired",
            Self::SmartCardRequired => "smart_card_required",
            Self::PasswordTooYoung { .. } => "password_too_young",
            Self::NotSynchronised => "not_synchronised",
            Self::DisabledInTenant => "disabled_in_tenant",
            Self::NotLicensed => "not_licensed",
            Self::OutOfScope => "out_of_scope",
            Self::NotRegistered => "not_registered",
            Self::Locked => "locked",
            Self::ReservedNames { .. } => "reserved_names",
            Self::RightUndecided { .. } => "right_undecided",
            Self::Unread { .. } => "unread",
        }
    }

    /// Where the cause lies, when it is not the user: a place that many users share. For what could not be read, what
    /// it is.
    #[must_use]
    pub fn place(&self, user: &str) -> Option<&str> {
        match self {
            Self::RightDenied { at, .. } | Self::InheritanceStops { at, .. } | Self::RightUndecided { at, .. } => {
                Some(at.as_str()).filter(|at| *at != user)
            }
            Self::Unread { what, .. } => Some(what),
            _ => None,
        }
    }

    /// The cause as a sentence about one user.
    #[must_use]
    pub fn message(&self) -> Message {
        let named = |rights: &[Right]| -> Vec<Message> {
            rights.iter().map(|right| Message::new(right.message_id())).collect()
        };
        match self {
            Self::Protected { groups } if groups.is_empty() => msg!("scan-cause-protected-by-mark"),
            Self::Protected { groups } => msg!("scan-cause-protected", groups = groups.clone()),
            Self::StaleMark => msg!("scan-cause-stale-mark"),
            Self::RightDenied { rights, to, at } => {
                msg!("scan-cause-right-denied", rights = named(rights), to = to, at = at)
            }
            Self::InheritanceStops { rights, at } => {
                msg!("scan-cause-inheritance-stops", rights = named(rights), at = at)
            }
            Self::RightMissing { rights } => msg!("scan-cause-right-missing", rights = named(rights)),
            Self::Disabled => msg!("scan-cause-disabled"),
            Self::Expired { at } => msg!("scan-cause-expired", at = *at),
            Self::SmartCardRequired => msg!("scan-cause-smart-card"),
            Self::PasswordTooYoung { until } => msg!("scan-cause-too-young", until = *until),
            Self::NotSynchronised => msg!("scan-cause-not-synchronised"),
            Self::DisabledInTenant => msg!("scan-cause-disabled-in-tenant"),
            Self::NotLicensed => msg!("scan-cause-not-licensed"),
            Self::OutOfScope => msg!("scan-cause-out-of-scope"),
            Self::NotRegistered => msg!("scan-cause-not-registered"),
            Self::Locked => msg!("scan-cause-locked"),
            Self::ReservedNames { units } => msg!("scan-cause-reserved-names", units = units.clone()),
            Self::RightUndecided { rights, to, at } => {
                msg!("scan-cause-right-undecided", rights = named(rights), to = to, at = at)
            }
            Self::Unread { what, why } => msg!("scan-cause-unread", what = what, why = why.message()),
        }
    }
}
