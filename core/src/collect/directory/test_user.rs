//! The test user as the directory knows it. What decides about a reset must have been read: an attribute that did not
//! come is a missing right, never a harmless value.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{
    accounts::Found,
    estate::Partition,
    look::{Look, not_readable},
    record::Record,
};
use crate::{
    facts::{Unavailable, directory::DirectoryUser},
    rights::{Access, Descriptor, SidBuf, Target, Token, Wanted},
};

/// Bits of `userAccountControl`.
pub(super) const DISABLED: i64 = 0x2;
const NEVER_EXPIRES: i64 = 0x1_0000;
pub(super) const SMART_CARD: i64 = 0x4_0000;
/// Bit of `msDS-User-Account-Control-Computed`.
pub(super) const LOCKED: i64 = 0x10;

impl Look<'_> {
    pub(super) async fn test_user(
        &mut self,
        user: &Found,
        partitions: &[Partition],
    ) -> Result<DirectoryUser, Unavailable> {
        const WANTED: [&str; 9] = [
            "userPrincipalName",
            "sAMAccountName",
            "objectSid",
            "userAccountControl",
            "msDS-User-Account-Control-Computed",
            "accountExpires",
            "adminCount",
            "pwdLastSet",
            "tokenGroups",
        ];
        let partition = partitions.get(user.partition).ok_or(Unavailable::NotLookedAt)?;
        let record = self.account(user, partitions, &WANTED).await?;
        let number = |name: &str| record.number(name).ok_or_else(|| not_readable(name, &user.dn));
        let flags = number("userAccountControl")?;
        let computed = number("msDS-User-Account-Control-Computed")?;
        let sid = record.sid("objectSid").ok_or_else(|| not_readable("objectSid", &user.dn))?;
        let password_set_at = time(number("pwdLastSet")?);
        let expires_at = time(number("accountExpires")?);
        let bytes = self.descriptor(&user.dn, &partition.dns_name).await?;
        let descriptor =
            Descriptor::read(&bytes).map_err(|error| Unavailable::Malformed { what: error.to_string() })?;
        let groups = self.protected_groups(&record, &user.dn, partitions).await?;
        let implied = record.text("sAMAccountName").map(|name| format!("{name}@{}", partition.dns_name));
        Ok(DirectoryUser {
            dn: user.dn.clone(),
            upn: record.text("userPrincipalName").map(str::to_owned).or(implied).unwrap_or_default(),
            enabled: flags & DISABLED == 0,
            locked: computed & LOCKED != 0,
            expires_at,
            // An account that never was in a protected group has no such attribute.
            admin_count: record.number("adminCount") == Some(1),
            protected_groups: groups,
            cannot_change_password: self.may_not_change(&descriptor, &sid),
            password_set_at,
            smart_card_required: flags & SMART_CARD != 0,
            password_never_expires: flags & NEVER_EXPIRES != 0,
            inheritance_on: !descriptor.is_protected(),
        })
    }

    /// The protected groups it is in, nested ones included, by name.
    async fn protected_groups(
        &mut self,
        record: &Record,
        dn: &str,
        partitions: &[Partition],
    ) -> Result<Vec<String>, Unavailable> {
        let groups = record.sids("tokenGroups");
        if groups.is_empty() {
            return Err(not_readable("tokenGroups", dn));
        }
        let rights = &self.reference.rights;
        let protected = |sid: &String| rights.principal(sid).is_some_and(|principal| principal.protected);
        let sids: BTreeSet<String> = groups.iter().map(ToString::to_string).filter(protected).collect();
        let names = self.names(sids.clone(), partitions).await;
        let short = |sid: &String| {
            let name = names.get(sid).unwrap_or(sid);
            name.rsplit('\\').next().unwrap_or(name).to_owned()
        };
        Ok(sids.iter().map(short).collect())
    }

    /// "User cannot change password" is a denial of Change Password to the user itself.
    fn may_not_change(&self, descriptor: &Descriptor<'_>, user: &SidBuf) -> bool {
        let rights = &self.reference.rights;
        let Some(row) = rights.right("change-password") else { return false };
        let target = Target { sid: Some(user.as_sid()), domain: None };
        let token = Token::without_groups(user.clone());
        matches!(Wanted::new(row, &rights.user_class).access(descriptor, &token, target), Access::Denied(_))
    }
}

/// A point in time as the directory keeps it: ten-millionths of a second since 1601. None for 0 and for never.
pub(super) fn time(ticks: i64) -> Option<Timestamp> {
    /// Seconds from 1601 to 1970.
    const EPOCH: i64 = 11_644_473_600;
    if ticks <= 0 || ticks == i64::MAX {
        return None;
    }
    Timestamp::from_second(ticks / 10_000_000 - EPOCH).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_count_from_1601_and_may_be_never() {
        assert_eq!(time(134_080_704_000_000_000).map(|at| at.to_string()).as_deref(), Some("2025-11-20T00:00:00Z"));
        assert_eq!(time(0), None);
        assert_eq!(time(i64::MAX), None);
        assert_eq!(time(-1), None);
    }
}
