//! `directory.test-user-rights`: are the same rights effective on the test user itself?
//!
//! **Why.** What counts is the user's own descriptor: rights at the root do not arrive where inheritance is off, and a
//! denial on the way wins over them.
//! **Passes** when Reset Password and both write rights are effective on the user, inheritance is on and `adminCount`
//! is not 1. Unexpire Password belongs to the domain's root and is judged there.
//! **Warns** when the rights are effective although inheritance is off, or for the reason only that the account is an
//! administrator.
//! **Fails** when the user is protected (by design), carries a stale `adminCount`, or a right is denied, stopped or
//! not granted.
//! **Can't tell** when user, rights or account are unknown, or the descriptor could not be read.
//! **Source.** *Troubleshoot self-service password reset writeback*, 2025-03-04.

use super::{
    Case, Check, connector_identity,
    right_effects::{self, Standing},
};
use crate::{
    Message,
    facts::{
        Source, Unavailable,
        directory::{DirectoryUser, Right, RightEffect, RightSeen},
    },
    finding::Finding,
    msg,
};

pub const CHECK: Check = Check { id: "directory.test-user-rights", looks_at: &[Source::Directory], judge };

/// The rights that are granted on users.
const ON_USERS: [Right; 3] = [Right::ResetPassword, Right::WriteLockoutTime, Right::WritePwdLastSet];

fn judge(case: &Case<'_>) -> Finding {
    let user = match case.facts.directory().newest(|facts| &facts.test_user) {
        Ok(user) => user,
        Err(why) => return Finding::could_not_check(why),
    };
    if user.dn.trim().is_empty() {
        let why = msg!("directory-test-user-rights-no-name");
        return Finding::could_not_check(Unavailable::Inconclusive { why }).from(user);
    }
    let finding = match protected(user.value) {
        Some(finding) => finding,
        None => by_rights(case, user.value),
    };
    let inheritance = if user.inheritance_on { "directory-inheritance-on" } else { "directory-inheritance-off" };
    let admin_count = if user.admin_count { "directory-admin-count-set" } else { "directory-admin-count-clear" };
    finding
        .from(user)
        .with("evidence-directory-test-user", user.dn.as_str())
        .with("evidence-directory-test-user-inheritance", msg!(inheritance))
        .with("evidence-directory-test-user-admin-count", msg!(admin_count))
}

/// The user's own state, which no right can outweigh.
fn protected(user: &DirectoryUser) -> Option<Finding> {
    if !user.protected_groups.is_empty() {
        let groups = user.protected_groups.clone();
        let finding = Finding::fail(msg!("directory-test-user-rights-protected", user = &user.dn, groups = groups))
            .advise(msg!("directory-test-user-rights-choose-another"));
        return Some(finding.relate("account.test-user"));
    }
    user.admin_count.then(|| {
        Finding::fail(msg!("directory-test-user-rights-stale-mark", user = &user.dn))
            .advise(msg!("directory-test-user-rights-clear-mark"))
            .relate("account.test-user")
    })
}

fn by_rights(case: &Case<'_>, user: &DirectoryUser) -> Finding {
    let rights = match case.facts.directory().newest(|facts| &facts.test_user_rights) {
        Ok(rights) => rights,
        Err(why) => return Finding::could_not_check(why),
    };
    let identity = match connector_identity::of(case, rights) {
        Ok(identity) => identity,
        Err(why) => return Finding::could_not_check(why).from(rights),
    };
    let account = identity.account.name.as_str();
    let standing = |wanted| named(&rights, move |effect| right_effects::standing(effect) == wanted);
    let unread = standing(Standing::Unknown);
    let mut finding = if let Some(doubt) = identity.doubt {
        Finding::could_not_check(doubt).relate("directory.connector-account")
    } else if !standing(Standing::Lacking).is_empty() {
        lacking(&rights, user, account)
    } else if !unread.is_empty() {
        let why = msg!("directory-test-user-rights-unread", account = account, rights = unread);
        Finding::could_not_check(Unavailable::Inconclusive { why })
    } else if !user.inheritance_on {
        Finding::warn(msg!("directory-test-user-rights-inheritance-off", account = account, user = &user.dn))
    } else if !identity.privileged.is_empty() {
        let groups = identity.privileged.clone();
        Finding::warn(msg!("directory-test-user-rights-by-privilege", account = account, groups = groups))
            .relate("directory.connector-account")
    } else {
        Finding::pass(msg!("directory-test-user-rights-held", account = account, user = &user.dn))
    };
    finding = finding.with("evidence-directory-connector-account", account);
    for right in ON_USERS {
        let walk = right_effects::told(Message::new(right.message_id()), right_effects::deciding(&rights, right));
        finding = finding.with("evidence-directory-test-user-right", walk);
    }
    finding.from(rights).from(identity.account)
}

/// The names of the rights whose deciding entry is as wanted.
fn named(rights: &[RightSeen], wanted: impl Fn(Option<&RightEffect>) -> bool) -> Vec<Message> {
    ON_USERS
        .into_iter()
        .filter(|right| wanted(right_effects::deciding(rights, *right)))
        .map(|right| Message::new(right.message_id()))
        .collect()
}

/// Which of the three ways to lack a right it is; the one that explains most comes first.
fn lacking(rights: &[RightSeen], user: &DirectoryUser, account: &str) -> Finding {
    let stops = ON_USERS.into_iter().find_map(|right| match right_effects::deciding(rights, right) {
        Some(RightEffect::InheritanceStops { at }) => Some(at),
        _ => None,
    });
    let denials = named(rights, |effect| matches!(effect, Some(RightEffect::Denied { .. })));
    let stopped = named(rights, |effect| matches!(effect, Some(RightEffect::InheritanceStops { .. })));
    let missing = named(rights, |effect| matches!(effect, Some(RightEffect::NotGranted)));
    let finding = if !denials.is_empty() {
        Finding::fail(msg!("directory-test-user-rights-denied", account = account, rights = denials, user = &user.dn))
    } else if let Some(at) = stops {
        Finding::fail(msg!("directory-test-user-rights-stopped", account = account, rights = stopped, at = at))
    } else {
        Finding::fail(msg!("directory-test-user-rights-missing", account = account, rights = missing, user = &user.dn))
            .relate("directory.connector-rights")
    };
    finding.advise(msg!("directory-connector-rights-wording"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, said};
    use super::*;
    use crate::facts::{
        Seen,
        directory::{ConnectorAccount, DirectoryFacts, Group},
    };

    fn granted() -> RightEffect {
        RightEffect::Granted { to: r"CONTOSO\MSOL_1a2b".into(), at: "DC=contoso,DC=local".into() }
    }

    fn healthy() -> DirectoryFacts {
        DirectoryFacts {
            test_user: DirectoryUser {
                dn: "CN=Tess,OU=Staff,DC=contoso,DC=local".into(),
                enabled: true,
                inheritance_on: true,
                ..DirectoryUser::default()
            }
            .into(),
            test_user_rights: ON_USERS.map(|right| RightSeen { right, effect: granted() }).to_vec().into(),
            connector_account: ConnectorAccount {
                name: r"CONTOSO\MSOL_1a2b".into(),
                sid: "S-1-5-21-1-2-3-1105".into(),
                by_evidence: true,
                groups: vec![Group { sid: "S-1-5-21-1-2-3-513".into(), name: "Domain Users".into() }],
            }
            .into(),
            ..DirectoryFacts::default()
        }
    }

    fn changed(change: impl FnOnce(&mut DirectoryFacts)) -> Finding {
        let mut facts = healthy();
        change(&mut facts);
        given().directory(facts).judge(&CHECK)
    }

    fn user(facts: &mut DirectoryFacts) -> &mut DirectoryUser {
        let Seen::Seen(user) = &mut facts.test_user else { unreachable!() };
        user
    }

    fn effect(right: Right, effect: RightEffect) -> Finding {
        changed(|facts| {
            let Seen::Seen(rights) = &mut facts.test_user_rights else { unreachable!() };
            rights.retain(|seen| seen.right != right);
            rights.push(RightSeen { right, effect });
        })
    }

    #[test]
    fn passes_when_the_rights_arrive() {
        assert_eq!(said(&changed(|_| {})), ("pass", "directory-test-user-rights-held"));
        assert_eq!(effect(Right::UnexpirePassword, RightEffect::NotGranted).verdict.name(), "pass");
    }

    #[test]
    fn warns_without_inheritance_and_by_privilege() {
        let off = changed(|facts| user(facts).inheritance_on = false);
        assert_eq!(said(&off), ("warn", "directory-test-user-rights-inheritance-off"));
        let privileged = changed(|facts| {
            let Seen::Seen(account) = &mut facts.connector_account else { unreachable!() };
            account.groups.push(Group { sid: "S-1-5-32-544".into(), name: "Administrators".into() });
        });
        assert_eq!(said(&privileged), ("warn", "directory-test-user-rights-by-privilege"));
    }

    #[test]
    fn fails_for_a_protected_user_and_for_a_stale_mark() {
        let protected = changed(|facts| {
            user(facts).admin_count = true;
            user(facts).protected_groups = vec!["Domain Admins".into()];
        });
        assert_eq!(said(&protected), ("fail", "directory-test-user-rights-protected"));
        let soon = changed(|facts| user(facts).protected_groups = vec!["Backup Operators".into()]);
        assert_eq!(said(&soon), ("fail", "directory-test-user-rights-protected"));
        let stale = changed(|facts| user(facts).admin_count = true);
        assert_eq!(said(&stale), ("fail", "directory-test-user-rights-stale-mark"));
        let without_rights = changed(|facts| {
            user(facts).admin_count = true;
            facts.test_user_rights = Seen::default();
        });
        assert_eq!(without_rights.verdict.name(), "fail");
    }

    #[test]
    fn fails_for_each_right_in_each_way() {
        for right in ON_USERS {
            let missing = effect(right, RightEffect::NotGranted);
            assert_eq!(said(&missing), ("fail", "directory-test-user-rights-missing"), "{right:?}");
            let denied = effect(right, RightEffect::Denied { to: "Everyone".into(), at: "OU=Staff".into() });
            assert_eq!(said(&denied), ("fail", "directory-test-user-rights-denied"), "{right:?}");
            let stopped = effect(right, RightEffect::InheritanceStops { at: "OU=Staff".into() });
            assert_eq!(said(&stopped), ("fail", "directory-test-user-rights-stopped"), "{right:?}");
        }
    }

    #[test]
    fn what_was_not_seen_neither_passes_nor_fails() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let no_rights = changed(|facts| facts.test_user_rights = Seen::Missing(Unavailable::NotSignedIn));
        assert_eq!(said(&no_rights), ("could_not_check", "unavailable-not-signed-in"));
        let no_account = changed(|facts| facts.connector_account = Seen::default());
        assert_eq!(said(&no_account), ("could_not_check", "unavailable-not-looked-at"));
        let empty = changed(|facts| facts.test_user_rights = vec![].into());
        assert_eq!(said(&empty), ("could_not_check", "unavailable-inconclusive"));
        let no_name = changed(|facts| *user(facts) = DirectoryUser::default());
        assert_eq!(said(&no_name), ("could_not_check", "unavailable-inconclusive"));
        for right in ON_USERS {
            let unread = effect(right, RightEffect::Unreadable);
            assert_eq!(said(&unread), ("could_not_check", "unavailable-inconclusive"), "{right:?}");
        }
        let guessed = changed(|facts| {
            let Seen::Seen(account) = &mut facts.connector_account else { unreachable!() };
            account.by_evidence = false;
        });
        assert_eq!(said(&guessed), ("could_not_check", "unavailable-inconclusive"));
    }
}
