//! One user as the directory shows it, with no opinion.

use jiff::Timestamp;

use crate::facts::{Seen, directory::RightSeen};

/// One user. What could not be read says why; nothing that is missing means "none".
#[derive(Debug, Clone, PartialEq)]
pub struct UserSeen {
    /// Distinguished name.
    pub dn: String,
    /// Distinguished name of the object above.
    pub unit: String,
    /// `userPrincipalName`; empty when there is none.
    pub upn: String,
    /// `sAMAccountName`.
    pub logon_name: String,
    /// `objectGUID`.
    pub object_guid: [u8; 16],
    /// `mS-DS-ConsistencyGuid`, by which newer installations know the user in the tenant.
    pub consistency_guid: Seen<Option<[u8; 16]>>,
    /// What `userAccountControl` says.
    pub state: Seen<AccountState>,
    /// Locked out at the moment.
    pub locked: Seen<bool>,
    /// When the account expires, if it does.
    pub expires_at: Seen<Option<Timestamp>>,
    /// `pwdLastSet`; none when the password must be changed at next sign-in.
    pub password_set_at: Seen<Option<Timestamp>>,
    /// The minimum age of passwords that applies to the user, in seconds: the fine-grained policy's, or the domain's.
    pub minimum_age_s: Seen<u64>,
    /// `adminCount` is 1.
    pub admin_count: Seen<bool>,
    /// Protected groups it is in, directly or not, by name.
    pub protected_groups: Seen<Vec<String>>,
    /// The connector account's rights: on the user, and Unexpire Password at the root of its domain.
    pub rights: Vec<RightSeen>,
}

/// The flags of `userAccountControl` that decide.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AccountState {
    /// Disabled.
    pub disabled: bool,
    /// Signs in with a smart card only, so that a password is of no use.
    pub smart_card_required: bool,
}
