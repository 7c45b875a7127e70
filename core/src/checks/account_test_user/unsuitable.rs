//! What speaks against a test user, and whether something is broken or the user is merely the wrong one.

use jiff::Timestamp;

use crate::{
    Message,
    facts::{
        directory::DirectoryUser,
        tenant::{Account, ResetRegistration},
    },
    msg,
};

/// One reason against a test user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unsuitable {
    /// Disabled in the tenant.
    DisabledInCloud,
    /// Not synchronised from the directory.
    CreatedInCloud,
    /// In the directory, and not synchronised from there.
    LeftOut,
    /// The source of authority was moved to the cloud.
    Converted,
    /// A guest.
    Guest,
    /// Holds an administrator role.
    Administrator,
    /// Not enabled for self-service reset.
    OutOfScope,
    /// Disabled in the directory.
    Disabled,
    /// Locked out.
    Locked,
    /// The account expired.
    Expired(Timestamp),
    /// In protected groups, by name.
    Protected(Vec<String>),
    /// `adminCount` is left over from a protected group.
    StaleMark,
    /// "User cannot change password".
    MayNotChange,
    /// Signs in with a smart card only.
    SmartCard,
    /// The password is younger than the minimum age, until this time.
    TooYoung(Timestamp),
}

impl Unsuitable {
    /// The reason as a sentence.
    pub(super) fn message(&self, user: &str) -> Message {
        match self {
            Self::DisabledInCloud => msg!("account-test-user-disabled-in-cloud", user = user),
            Self::CreatedInCloud => msg!("account-test-user-created-in-cloud", user = user),
            Self::LeftOut => msg!("account-test-user-left-out", user = user),
            Self::Converted => msg!("account-test-user-converted", user = user),
            Self::Guest => msg!("account-test-user-guest", user = user),
            Self::Administrator => msg!("account-test-user-administrator", user = user),
            Self::OutOfScope => msg!("account-test-user-out-of-scope", user = user),
            Self::Disabled => msg!("account-test-user-disabled", user = user),
            Self::Locked => msg!("account-test-user-locked", user = user),
            Self::Expired(at) => msg!("account-test-user-expired", user = user, at = *at),
            Self::Protected(groups) => msg!("account-test-user-protected", user = user, groups = groups.clone()),
            Self::StaleMark => msg!("account-test-user-stale-mark", user = user),
            Self::MayNotChange => msg!("account-test-user-may-not-change", user = user),
            Self::SmartCard => msg!("account-test-user-smart-card", user = user),
            Self::TooYoung(opens) => msg!("account-test-user-too-young", user = user, until = *opens),
        }
    }

    /// True when nothing is broken and another user is the remedy.
    pub(super) fn is_by_design(&self) -> bool {
        match self {
            Self::CreatedInCloud
            | Self::Converted
            | Self::Guest
            | Self::Administrator
            | Self::Protected(_)
            | Self::SmartCard => true,
            Self::DisabledInCloud
            | Self::LeftOut
            | Self::OutOfScope
            | Self::Disabled
            | Self::Locked
            | Self::Expired(_)
            | Self::StaleMark
            | Self::MayNotChange
            | Self::TooYoung(_) => false,
        }
    }

    /// The item that deals with the cause.
    pub(super) fn item(&self) -> Option<&'static str> {
        match self {
            Self::LeftOut => Some("sync.full-synchronization"),
            Self::OutOfScope => Some("tenant.reset-enabled"),
            Self::TooYoung(_) => Some("directory.password-policy"),
            Self::Protected(_) | Self::StaleMark => Some("directory.test-user-rights"),
            _ => None,
        }
    }
}

/// What the tenant's view of the account says against it.
pub(super) fn in_cloud(account: &Account) -> Vec<Unsuitable> {
    let mut reasons = Vec::new();
    if account.guest {
        reasons.push(Unsuitable::Guest);
    }
    // A converted account no longer counts as synchronised; the conversion is the better explanation.
    if account.cloud_managed {
        reasons.push(Unsuitable::Converted);
    } else if !account.synchronised {
        reasons.push(Unsuitable::CreatedInCloud);
    }
    if !account.enabled {
        reasons.push(Unsuitable::DisabledInCloud);
    }
    reasons
}

/// Says it better where the directory knows the user too: the account was left out of synchronisation.
pub(super) fn left_out(reasons: &mut [Unsuitable]) {
    for reason in reasons.iter_mut().filter(|reason| **reason == Unsuitable::CreatedInCloud) {
        *reason = Unsuitable::LeftOut;
    }
}

/// What the registration report says against it. An administrator's scope is another one and says nothing.
pub(super) fn for_reset(registration: &ResetRegistration) -> Option<Unsuitable> {
    if registration.is_admin {
        Some(Unsuitable::Administrator)
    } else {
        (!registration.enabled).then_some(Unsuitable::OutOfScope)
    }
}

/// What the directory says against it.
pub(super) fn in_directory(user: &DirectoryUser, now: Timestamp) -> Vec<Unsuitable> {
    let mut reasons = Vec::new();
    if !user.protected_groups.is_empty() {
        reasons.push(Unsuitable::Protected(user.protected_groups.clone()));
    } else if user.admin_count {
        reasons.push(Unsuitable::StaleMark);
    }
    if user.smart_card_required {
        reasons.push(Unsuitable::SmartCard);
    }
    if !user.enabled {
        reasons.push(Unsuitable::Disabled);
    }
    if let Some(at) = user.expires_at.filter(|at| *at <= now) {
        reasons.push(Unsuitable::Expired(at));
    }
    if user.locked {
        reasons.push(Unsuitable::Locked);
    }
    if user.cannot_change_password {
        reasons.push(Unsuitable::MayNotChange);
    }
    reasons
}
