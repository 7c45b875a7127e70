//! Who asks: an account with everything that a controller counts it to be, and whom the trustee of an entry means.

use std::collections::HashSet;

use super::{Sid, SidBuf};

/// An account and its groups.
#[derive(Debug, Clone)]
pub struct Token {
    account: SidBuf,
    groups: HashSet<SidBuf>,
    groups_known: bool,
    /// A group that may hold every account where the question is asked.
    common: Option<(SidBuf, Option<bool>)>,
}

/// The object that is asked about, as far as it decides whom an entry means.
#[derive(Debug, Clone, Copy, Default)]
pub struct Target<'a> {
    /// Its own identifier, if it has one.
    pub sid: Option<Sid<'a>>,
    /// The identifier of its domain.
    pub domain: Option<Sid<'a>>,
}

/// Whether an entry's trustee is the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    Yes,
    No,
    /// Only a controller can tell.
    Perhaps,
}

/// Groups of a domain with these numbers are never local to it, so that `tokenGroups` shows them from everywhere:
/// controllers, administrators, users, guests, computers, administrators of schema, enterprise and group policy.
const SEEN_FROM_EVERYWHERE: [u32; 11] = [498, 500, 512, 513, 514, 515, 516, 518, 519, 520, 521];

impl Token {
    /// An account with its groups as `tokenGroups` lists them, nested ones included.
    pub fn new(account: SidBuf, groups: impl IntoIterator<Item = SidBuf>) -> Self {
        Self { account, groups: groups.into_iter().collect(), groups_known: true, common: None }
    }

    /// An account whose groups are not known.
    #[must_use]
    pub fn without_groups(account: SidBuf) -> Self {
        Self { account, groups: HashSet::new(), groups_known: false, common: None }
    }

    /// The same account, where a group of the controllers holds everybody, does not, or may (`None`): `tokenGroups` does
    /// not say what an account is in because Authenticated Users are.
    #[must_use]
    pub fn where_all_are_in(self, group: SidBuf, all: Option<bool>) -> Self {
        Self { common: Some((group, all)), ..self }
    }

    /// The account.
    #[must_use]
    pub fn account(&self) -> Sid<'_> {
        self.account.as_sid()
    }

    /// Whether `trustee` means the account, in a descriptor with this owner.
    pub(super) fn is(&self, trustee: Sid<'_>, target: Target<'_>, owner: Option<Sid<'_>>) -> Meant {
        let parts: Vec<u32> = trustee.parts().take(2).collect();
        match (trustee.authority(), parts.as_slice()) {
            // Everyone and Authenticated Users: every account that signs in is both.
            (1, [0]) | (5, [11]) => Meant::Yes,
            // SELF: the object itself.
            (5, [10]) => match target.sid {
                Some(sid) if sid == self.account() => Meant::Yes,
                Some(_) => Meant::No,
                None => Meant::Perhaps,
            },
            // OWNER RIGHTS.
            (3, [4]) => match owner {
                Some(owner) => self.is(owner, target, None),
                None => Meant::Perhaps,
            },
            // How the account signed in: over the network, as a batch job, at the machine, as a service, remotely, from
            // this or another organisation, by which package, at which integrity level, vouched for by whom.
            (5, [2 | 3 | 4 | 6 | 14 | 15 | 1000] | [64 | 65, ..]) | (16 | 18, _) => Meant::Perhaps,
            _ if self.common.as_ref().is_some_and(|(group, all)| *all == Some(true) && trustee == group.as_sid()) => {
                Meant::Yes
            }
            // Groups of a domain's controllers have the same identifiers in every domain.
            (5, [32, ..]) if !self.is_of(target.domain) => Meant::Perhaps,
            _ if trustee == self.account() || self.groups.contains(trustee.bytes()) => Meant::Yes,
            _ if self.common.as_ref().is_some_and(|(group, all)| all.is_none() && trustee == group.as_sid()) => {
                Meant::Perhaps
            }
            (5, [32 | 21, ..]) if !self.groups_known => Meant::Perhaps,
            (5, [21, ..]) if !self.shares_domain(trustee) && !is_seen_from_everywhere(trustee) => Meant::Perhaps,
            _ => Meant::No,
        }
    }

    fn is_of(&self, domain: Option<Sid<'_>>) -> bool {
        domain.is_some_and(|domain| self.account().domain() == Some(&domain.bytes()[8..]))
    }

    fn shares_domain(&self, other: Sid<'_>) -> bool {
        other.domain().is_some() && other.domain() == self.account().domain()
    }
}

/// Any other group of another domain may be local to it, and then `tokenGroups` leaves it out.
fn is_seen_from_everywhere(trustee: Sid<'_>) -> bool {
    trustee.rid().is_some_and(|rid| SEEN_FROM_EVERYWHERE.contains(&rid))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sid(text: &str) -> SidBuf {
        text.parse().expect("an identifier")
    }

    fn meant(token: &Token, trustee: &str, domain: &str) -> Meant {
        let (trustee, domain, user) = (sid(trustee), sid(domain), sid("S-1-5-21-1-2-3-2000"));
        token.is(trustee.as_sid(), Target { sid: Some(user.as_sid()), domain: Some(domain.as_sid()) }, None)
    }

    #[test]
    fn a_controller_knows_more_than_a_list_of_groups() {
        let token = Token::new(sid("S-1-5-21-1-2-3-1105"), ["S-1-5-21-1-2-3-513", "S-1-5-32-545"].map(sid));
        let (own, other) = ("S-1-5-21-1-2-3", "S-1-5-21-7-8-9");
        for (trustee, domain, expected) in [
            ("S-1-5-21-1-2-3-1105", own, Meant::Yes),
            ("S-1-5-21-1-2-3-513", own, Meant::Yes),
            ("S-1-5-21-1-2-3-512", own, Meant::No),
            ("S-1-1-0", own, Meant::Yes),
            ("S-1-5-11", other, Meant::Yes),
            ("S-1-5-10", own, Meant::No),
            ("S-1-3-4", own, Meant::Perhaps),
            ("S-1-5-2", own, Meant::Perhaps),
            ("S-1-5-64-10", own, Meant::Perhaps),
            ("S-1-18-1", own, Meant::Perhaps),
            ("S-1-5-7", own, Meant::No),
            // Local to the controllers of each domain.
            ("S-1-5-32-545", own, Meant::Yes),
            ("S-1-5-32-544", own, Meant::No),
            ("S-1-5-32-545", other, Meant::Perhaps),
            ("S-1-5-32-544", other, Meant::Perhaps),
            // Of another domain: universal, or perhaps local to it.
            ("S-1-5-21-7-8-9-519", own, Meant::No),
            ("S-1-5-21-7-8-9-1600", other, Meant::Perhaps),
        ] {
            assert_eq!(meant(&token, trustee, domain), expected, "{trustee} in {domain}");
        }
    }

    #[test]
    fn a_group_of_all_holds_the_account_too() {
        const COMPATIBLE: &str = "S-1-5-32-554";
        let token = |all| Token::new(sid("S-1-5-21-1-2-3-1105"), []).where_all_are_in(sid(COMPATIBLE), all);
        for (all, own, other) in [
            (Some(true), Meant::Yes, Meant::Yes),
            (Some(false), Meant::No, Meant::Perhaps),
            (None, Meant::Perhaps, Meant::Perhaps),
        ] {
            assert_eq!(meant(&token(all), COMPATIBLE, "S-1-5-21-1-2-3"), own, "{all:?}");
            assert_eq!(meant(&token(all), COMPATIBLE, "S-1-5-21-7-8-9"), other, "{all:?}");
            assert_eq!(meant(&token(all), "S-1-5-32-544", "S-1-5-21-1-2-3"), Meant::No);
        }
        // A member of its own right.
        let member = Token::new(sid("S-1-5-21-1-2-3-1105"), [sid(COMPATIBLE)]).where_all_are_in(sid(COMPATIBLE), None);
        assert_eq!(meant(&member, COMPATIBLE, "S-1-5-21-1-2-3"), Meant::Yes);
    }

    #[test]
    fn without_its_groups_an_account_may_be_in_any() {
        let token = Token::without_groups(sid("S-1-5-21-1-2-3-1105"));
        assert_eq!(meant(&token, "S-1-5-21-1-2-3-513", "S-1-5-21-1-2-3"), Meant::Perhaps);
        assert_eq!(meant(&token, "S-1-5-32-544", "S-1-5-21-1-2-3"), Meant::Perhaps);
        assert_eq!(meant(&token, "S-1-5-21-1-2-3-1105", "S-1-5-21-1-2-3"), Meant::Yes);
    }
}
