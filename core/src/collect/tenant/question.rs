//! The questions that are put to the tenant, and which checks need their answers: a permission is asked for only when
//! an item needs it.

use std::collections::BTreeSet;

use crate::reference::{Permission, Permissions};

/// A question. Each is one field of [`TenantFacts`](crate::facts::tenant::TenantFacts).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Who the tenant is.
    Identity,
    /// Owned licences.
    Licences,
    /// The administrator's account.
    Admin,
    /// The administrator's licences.
    AdminPlans,
    /// The administrator's roles.
    AdminRoles,
    /// The test user's account.
    TestUser,
    /// The test user's licences.
    TestUserPlans,
    /// The test user's registration.
    TestUserReset,
    /// Synchronisation of the organisation.
    Synchronisation,
    /// Audit entries.
    Audit,
    /// Synchronisation features, for information.
    Features,
    /// Health of the service, for information.
    Health,
}

impl Question {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Identity,
        Self::Licences,
        Self::Admin,
        Self::AdminPlans,
        Self::AdminRoles,
        Self::TestUser,
        Self::TestUserPlans,
        Self::TestUserReset,
        Self::Synchronisation,
        Self::Audit,
        Self::Features,
        Self::Health,
    ];

    /// The name in `permissions.toml` and in message ids: `licences`, `admin-plans`, ….
    pub fn key(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Licences => "licences",
            Self::Admin => "admin",
            Self::AdminPlans => "admin-plans",
            Self::AdminRoles => "admin-roles",
            Self::TestUser => "test-user",
            Self::TestUserPlans => "test-user-plans",
            Self::TestUserReset => "test-user-reset",
            Self::Synchronisation => "synchronisation",
            Self::Audit => "audit",
            Self::Features => "features",
            Self::Health => "health",
        }
    }

    /// The checks that judge by its answer.
    pub fn checks(self) -> &'static [&'static str] {
        match self {
            // Every answer is worth something only when it is known whose it is.
            Self::Identity | Self::Features | Self::Health => &[],
            Self::Licences => &["licence.tenant-owns", "licence.cloud-only-users"],
            Self::Admin => &["account.admin-cloud", "proof.path"],
            Self::AdminPlans => &["licence.admin"],
            Self::AdminRoles => &["account.admin-role"],
            Self::TestUser => &["account.test-user"],
            Self::TestUserPlans => &["licence.test-user"],
            Self::TestUserReset => &["account.test-user", "tenant.reset-enabled", "tenant.test-user-registered"],
            Self::Synchronisation => &["sync.environment-prepared"],
            Self::Audit => &["tenant.writeback-switch", "proof.reset", "proof.path"],
        }
    }

    /// The questions that these checks need; all when no check is named. Information is asked only along with all.
    pub fn of(checks: &BTreeSet<String>) -> BTreeSet<Self> {
        let needed = |question: &Self| {
            checks.is_empty()
                || *question == Self::Identity
                || question.checks().iter().any(|check| checks.contains(*check))
        };
        Self::ALL.into_iter().filter(needed).collect()
    }
}

/// The permissions to ask for, for these questions.
pub fn permissions<'a>(table: &'a Permissions, questions: &BTreeSet<Question>) -> Vec<&'a Permission> {
    let needed = |row: &&Permission| {
        row.asked && row.reads.iter().any(|key| questions.iter().any(|question| question.key() == key))
    };
    table.permissions.iter().filter(needed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{checks, facts::Source, reference::Reference};

    #[test]
    fn every_check_that_looks_at_the_tenant_has_its_questions_and_the_other_way_round() {
        for check in checks::ALL.iter().filter(|check| check.looks_at.contains(&Source::Tenant)) {
            assert!(
                Question::ALL.iter().any(|question| question.checks().contains(&check.id)),
                "{}: no question serves it",
                check.id
            );
        }
        for id in Question::ALL.iter().flat_map(|question| question.checks()) {
            let check = checks::by_id(id).unwrap_or_else(|| panic!("{id}"));
            assert!(check.looks_at.contains(&Source::Tenant), "{id}");
        }
    }

    #[test]
    fn only_what_is_needed_is_asked_for() {
        let reference = Reference::built_in();
        let names = |checks: &[&str]| {
            let checks = checks.iter().map(|check| (*check).to_owned()).collect();
            permissions(&reference.permissions, &Question::of(&checks))
                .iter()
                .map(|row| row.name.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&["licence.tenant-owns"]), ["Organization.Read.All", "LicenseAssignment.Read.All"]);
        assert!(names(&["account.admin-role"]).contains(&"RoleManagement.Read.Directory".to_owned()));
        let all = names(&[]);
        assert!(all.iter().all(|name| name.contains(".Read.")), "read-only: {all:?}");
        assert!(!all.contains(&"OnPremDirectorySynchronization.Read.All".to_owned()), "information is not asked for");
    }

    #[test]
    fn every_question_has_a_permission() {
        let reference = Reference::built_in();
        for question in Question::ALL {
            assert!(reference.permissions.for_question(question.key()).next().is_some(), "{question:?}");
        }
        for key in reference.permissions.permissions.iter().flat_map(|row| &row.reads) {
            assert!(Question::ALL.iter().any(|question| question.key() == key), "{key}");
        }
    }
}
