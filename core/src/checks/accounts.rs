//! The two accounts that the subject names, and the looks that are about them. A subject can be edited after a look, so
//! what was seen of another account is passed over: a licence of yesterday's test user must not vouch for today's.

use super::Case;
use crate::{
    Subject,
    facts::{
        Seen, Sighting, Snapshot, Unavailable,
        directory::DirectoryFacts,
        tenant::{Account, TenantFacts},
    },
};

/// An account that the subject names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// The administrator who enables writeback.
    Administrator,
    /// The test user.
    TestUser,
}

impl Named {
    /// Its user principal name.
    ///
    /// # Errors
    /// The subject does not name it.
    pub(super) fn principal(self, subject: &Subject) -> Result<&str, Unavailable> {
        let (field, name) = match self {
            Self::Administrator => ("admin", subject.admin.trim()),
            Self::TestUser => ("test_user", subject.test_user.trim()),
        };
        if name.is_empty() { Err(Unavailable::NotConfigured { what: field.to_owned() }) } else { Ok(name) }
    }

    fn account(self, facts: &TenantFacts) -> &Seen<Account> {
        match self {
            Self::Administrator => &facts.admin,
            Self::TestUser => &facts.test_user,
        }
    }

    /// The newest answer of the tenant about this very account.
    ///
    /// # Errors
    /// The reason why there is no answer.
    pub(super) fn in_tenant<'a, T>(
        self,
        case: &Case<'a>,
        question: impl Fn(&'a TenantFacts) -> &'a Seen<T>,
    ) -> Result<Sighting<'a, T>, Unavailable> {
        let name = self.principal(case.subject)?;
        let looks = case.facts.tenant();
        let own = looks.all().filter(|(_, facts)| match self.account(facts) {
            Seen::Seen(account) => same_principal(&account.upn, name),
            // The look asked for this account and got only a part of the answers.
            Seen::Missing(_) => true,
        });
        newest(own, question)
    }
}

/// The newest answer of the directory about the test user. Directories say whom they showed only since
/// `DirectoryUser::upn` exists; a look without it is taken to be about the named one.
///
/// # Errors
/// The reason why there is no answer.
pub(super) fn test_user_in_directory<'a, T>(
    case: &Case<'a>,
    question: impl Fn(&'a DirectoryFacts) -> &'a Seen<T>,
) -> Result<Sighting<'a, T>, Unavailable> {
    let name = Named::TestUser.principal(case.subject)?;
    let looks = case.facts.directory();
    let own = looks.all().filter(|(_, facts)| match &facts.test_user {
        Seen::Seen(user) => user.upn.is_empty() || same_principal(&user.upn, name),
        Seen::Missing(_) => true,
    });
    newest(own, question)
}

/// Whether two user principal names are the same: they are compared without regard to case.
pub(super) fn same_principal(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

fn newest<'a, S: 'a, T>(
    looks: impl Iterator<Item = (&'a Snapshot, &'a S)>,
    question: impl Fn(&'a S) -> &'a Seen<T>,
) -> Result<Sighting<'a, T>, Unavailable> {
    let mut nobody = Unavailable::NotLookedAt;
    for (snapshot, facts) in looks {
        match question(facts) {
            Seen::Seen(value) => return Ok(Sighting { value, snapshot }),
            Seen::Missing(Unavailable::NotLookedAt) => {}
            Seen::Missing(Unavailable::NotSignedIn) => nobody = Unavailable::NotSignedIn,
            Seen::Missing(why) => return Err(why.clone()),
        }
    }
    Err(nobody)
}
