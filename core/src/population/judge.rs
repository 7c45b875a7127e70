//! Would a reset by the connector account work for this user?
//!
//! **Works** when every right is effective, the account is enabled, not expired, not protected, signs in with a password
//! that is older than the minimum age, and, where the tenant is known, is synchronised, licensed, in scope and registered.
//! **May fail** for reserved characters in the names of units above, and while it is locked out.
//! **Fails** for each of the others that was seen to be otherwise.
//! **Could not check** when nothing stops it and something that could was not seen.
//!
//! **Source.** As the checks `directory.test-user-rights`, `directory.password-policy`, `directory.reserved-names` and
//! `account.test-user`, which judge one user by the same rules.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Cause, TenantUsers, UserSeen, Weight};
use crate::{
    checks::reserved_above,
    facts::{
        Seen, Unavailable,
        directory::{Right, RightEffect, RightSeen},
    },
    msg,
};

/// What is to be expected of a reset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It would work.
    Works,
    /// It may fail.
    MayFail,
    /// Not everything that decides was seen.
    CouldNotCheck,
    /// It would fail, or be of no use to the user.
    Fails,
}

impl Outcome {
    /// All, from good to bad.
    pub const ALL: [Self; 4] = [Self::Works, Self::MayFail, Self::CouldNotCheck, Self::Fails];

    /// Its name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Works => "works",
            Self::MayFail => "may_fail",
            Self::CouldNotCheck => "could_not_check",
            Self::Fails => "fails",
        }
    }

    /// What these causes amount to: the weightiest decides.
    #[must_use]
    pub fn of(causes: &[Cause]) -> Self {
        match causes.iter().map(Cause::weight).max() {
            None => Self::Works,
            Some(Weight::MayStop) => Self::MayFail,
            Some(Weight::Hides) => Self::CouldNotCheck,
            Some(Weight::Stops) => Self::Fails,
        }
    }
}

/// The causes that speak against a reset of this user at `now`, in the order in which people look into them.
#[must_use]
pub fn judge(user: &UserSeen, tenant: Option<&TenantUsers>, now: Timestamp) -> Vec<Cause> {
    let mut causes = Causes(Vec::new());
    let protected = causes.of_protection(user);
    causes.of_rights(&user.rights, protected);
    if let Some(state) = causes.seen("userAccountControl", &user.state) {
        causes.when(state.disabled, Cause::Disabled);
        causes.when(state.smart_card_required, Cause::SmartCardRequired);
    }
    if let Some(Some(at)) = causes.seen("accountExpires", &user.expires_at) {
        causes.when(*at <= now, Cause::Expired { at: *at });
    }
    causes.of_age(user, now);
    if let Some(tenant) = tenant {
        causes.0.extend(tenant.causes(user));
    }
    if let Some(locked) = causes.seen("msDS-User-Account-Control-Computed", &user.locked) {
        causes.when(*locked, Cause::Locked);
    }
    match reserved_above(&user.dn) {
        Ok(units) => causes.when(!units.is_empty(), Cause::ReservedNames { units }),
        Err(why) => causes.unread("distinguishedName", why),
    }
    causes.0
}

struct Causes(Vec<Cause>);

impl Causes {
    fn when(&mut self, holds: bool, cause: Cause) {
        if holds {
            self.0.push(cause);
        }
    }

    fn unread(&mut self, what: &str, why: Unavailable) {
        self.0.push(Cause::Unread { what: what.to_owned(), why });
    }

    /// What was seen. Anything else is a cause of its own.
    fn seen<'a, T>(&mut self, what: &str, seen: &'a Seen<T>) -> Option<&'a T> {
        match seen {
            Seen::Seen(value) => Some(value),
            Seen::Missing(why) => {
                self.unread(what, why.clone());
                None
            }
        }
    }

    /// Protection, by the groups and by the mark that they leave. True when it explains every right that is lacking.
    fn of_protection(&mut self, user: &UserSeen) -> bool {
        match (&user.protected_groups, &user.admin_count) {
            (Seen::Seen(groups), _) if !groups.is_empty() => {
                self.0.push(Cause::Protected { groups: groups.clone() });
                true
            }
            (Seen::Missing(_), Seen::Seen(true)) => {
                self.0.push(Cause::Protected { groups: Vec::new() });
                true
            }
            (groups, mark) => {
                self.seen("member", groups);
                if let Some(marked) = self.seen("adminCount", mark) {
                    self.when(*marked, Cause::StaleMark);
                }
                false
            }
        }
    }

    /// Rights, those of one reason together. A right that is not in the list was not seen.
    fn of_rights(&mut self, rights: &[RightSeen], protected: bool) {
        for right in Right::ALL {
            let effect = rights.iter().find(|seen| seen.right == right).map(|seen| &seen.effect);
            let lacking_by_design = protected && right != Right::UnexpirePassword;
            match effect {
                Some(RightEffect::Granted { .. }) => {}
                Some(RightEffect::Denied { to, at }) => {
                    self.join(Cause::RightDenied { rights: vec![right], to: to.clone(), at: at.clone() });
                }
                Some(RightEffect::InheritanceStops { .. } | RightEffect::NotGranted) if lacking_by_design => {}
                Some(RightEffect::InheritanceStops { at }) => {
                    self.join(Cause::InheritanceStops { rights: vec![right], at: at.clone() });
                }
                Some(RightEffect::NotGranted) => self.join(Cause::RightMissing { rights: vec![right] }),
                Some(RightEffect::Undecided { to, at }) => {
                    self.join(Cause::RightUndecided { rights: vec![right], to: to.clone(), at: at.clone() });
                }
                Some(RightEffect::Unreadable) | None => {
                    let what = "nTSecurityDescriptor";
                    let known =
                        self.0.iter().any(|cause| matches!(cause, Cause::Unread { what: of, .. } if of == what));
                    if !known {
                        self.unread(what, Unavailable::PermissionMissing { permission: "Read permissions".to_owned() });
                    }
                }
            }
        }
    }

    /// Adds a cause, or its right to the same cause of another right.
    fn join(&mut self, cause: Cause) {
        fn parts(cause: &mut Cause) -> Option<(&mut Vec<Right>, String)> {
            match cause {
                Cause::RightDenied { rights, to, at } => Some((rights, format!("denied {to} {at}"))),
                Cause::RightUndecided { rights, to, at } => Some((rights, format!("undecided {to} {at}"))),
                Cause::InheritanceStops { rights, at } => Some((rights, format!("stops {at}"))),
                Cause::RightMissing { rights } => Some((rights, "missing".to_owned())),
                _ => None,
            }
        }
        let mut cause = cause;
        if let Some((added, reason)) = parts(&mut cause) {
            let same = self.0.iter_mut().filter_map(parts).find(|(_, other)| *other == reason);
            if let Some((rights, _)) = same {
                rights.append(added);
                return;
            }
        }
        self.0.push(cause);
    }

    /// The minimum age of the password. With "must change at next sign-in" the directory keeps no time to count from.
    fn of_age(&mut self, user: &UserSeen, now: Timestamp) {
        let Some(&minimum_s) = self.seen("msDS-ResultantPSO", &user.minimum_age_s) else { return };
        if minimum_s == 0 {
            return;
        }
        let Some(set_at) = self.seen("pwdLastSet", &user.password_set_at) else { return };
        let Some(set_at) = set_at else {
            self.unread("pwdLastSet", Unavailable::Inconclusive { why: msg!("account-test-user-set-unknown") });
            return;
        };
        let minimum = SignedDuration::from_secs(i64::try_from(minimum_s).unwrap_or(i64::MAX));
        let until = set_at.checked_add(minimum).unwrap_or(Timestamp::MAX);
        self.when(until > now, Cause::PasswordTooYoung { until });
    }
}
