//! The form of the subject, and what is wrong with what was typed. No network: a name that looks right is right here.

use readiness_core::{Subject, reference::Guid};

/// A field of the subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Printed on the report.
    Organisation,
    /// A domain or an id.
    Tenant,
    /// A DNS name.
    Forest,
    /// A host name.
    SyncServer,
    /// A user principal name.
    TestUser,
    /// A user principal name.
    Admin,
    /// Who makes the assessment.
    Assessor,
}

impl Field {
    /// Every field, in order.
    pub const ALL: [Self; 7] =
        [Self::Organisation, Self::Assessor, Self::Tenant, Self::Forest, Self::SyncServer, Self::TestUser, Self::Admin];

    /// The id of its label.
    pub fn label(self) -> &'static str {
        match self {
            Self::Organisation => "subject-organisation",
            Self::Tenant => "subject-tenant",
            Self::Forest => "subject-forest",
            Self::SyncServer => "subject-sync-server",
            Self::TestUser => "subject-test-user",
            Self::Admin => "subject-admin",
            Self::Assessor => "subject-assessor",
        }
    }

    /// The id of its help.
    pub fn help(self) -> &'static str {
        match self {
            Self::Organisation => "ui-subject-organisation-help",
            Self::Tenant => "ui-subject-tenant-help",
            Self::Forest => "ui-subject-forest-help",
            Self::SyncServer => "ui-subject-sync-server-help",
            Self::TestUser => "ui-subject-test-user-help",
            Self::Admin => "ui-subject-admin-help",
            Self::Assessor => "ui-subject-assessor-help",
        }
    }
}

/// The subject as it is being typed.
#[derive(Debug, Clone, Default)]
pub struct SubjectForm {
    /// What was typed.
    pub subject: Subject,
    /// Fields that were left once: mistakes are shown from then on.
    pub left: Vec<Field>,
}

impl SubjectForm {
    /// The form of a subject.
    pub fn of(subject: &Subject) -> Self {
        Self { subject: subject.clone(), left: Vec::new() }
    }

    /// The text of a field.
    pub fn text(&mut self, field: Field) -> &mut String {
        match field {
            Field::Organisation => &mut self.subject.organisation,
            Field::Tenant => &mut self.subject.tenant,
            Field::Forest => &mut self.subject.forest,
            Field::SyncServer => &mut self.subject.sync_server,
            Field::TestUser => &mut self.subject.test_user,
            Field::Admin => &mut self.subject.admin,
            Field::Assessor => &mut self.subject.assessor,
        }
    }

    /// The first mistake, which keeps the form from being saved.
    pub fn first_wrong(&self) -> Option<(Field, &'static str)> {
        Field::ALL.into_iter().find_map(|field| Some((field, wrong(&self.subject, field)?)))
    }

    /// The subject without blanks around what was typed.
    pub fn trimmed(&self) -> Subject {
        let mut form = self.clone();
        for field in Field::ALL {
            let text = form.text(field);
            *text = text.trim().to_owned();
        }
        form.subject
    }
}

/// What is wrong with a field: the id of the message that says it. Only the organisation is needed to go on.
pub fn wrong(subject: &Subject, field: Field) -> Option<&'static str> {
    let when = |wrong: bool, why: &'static str| wrong.then_some(why);
    let filled = |text: &str| !text.trim().is_empty();
    match field {
        Field::Organisation => when(!filled(&subject.organisation), "ui-subject-organisation-wrong"),
        Field::Tenant => {
            let text = subject.tenant.trim();
            when(filled(text) && !is_domain(text) && text.parse::<Guid>().is_err(), "ui-subject-tenant-wrong")
        }
        Field::Forest => when(filled(&subject.forest) && !is_domain(subject.forest.trim()), "ui-subject-forest-wrong"),
        Field::SyncServer => {
            let text = subject.sync_server.trim();
            when(filled(text) && !is_host(text), "ui-subject-sync-server-wrong")
        }
        Field::TestUser => when(filled(&subject.test_user) && !is_upn(&subject.test_user), "ui-subject-user-wrong"),
        Field::Admin => when(filled(&subject.admin) && !is_upn(&subject.admin), "ui-subject-user-wrong"),
        Field::Assessor => None,
    }
}

/// What is doubtful about a field that is not wrong: the id of the message that says it, with the forest as argument. A
/// server outside the tree of the forest's root may be right, for a forest can have several trees.
pub fn doubt(subject: &Subject, field: Field) -> Option<&'static str> {
    let (forest, server) = (subject.forest.trim().to_lowercase(), subject.sync_server.trim().to_lowercase());
    let named_elsewhere =
        server.contains('.') && is_domain(&forest) && !server.ends_with(&format!(".{forest}")) && is_host(&server);
    (field == Field::SyncServer && named_elsewhere).then_some("ui-subject-other-forest")
}

fn is_host(text: &str) -> bool {
    text.len() <= 253
        && text.split('.').all(|part| {
            (1..=63).contains(&part.len())
                && part.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
                && !part.starts_with('-')
                && !part.ends_with('-')
        })
}

fn is_domain(text: &str) -> bool {
    text.contains('.') && is_host(text)
}

fn is_upn(text: &str) -> bool {
    let Some((name, domain)) = text.trim().rsplit_once('@') else { return false };
    !name.is_empty() && !name.contains(char::is_whitespace) && is_domain(domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistake(field: Field, text: &str) -> Option<&'static str> {
        let mut form = SubjectForm::default();
        *form.text(field) = text.to_owned();
        wrong(&form.subject, field)
    }

    #[test]
    fn a_tenant_is_a_domain_or_an_id() {
        for right in ["", "contoso.onmicrosoft.com", " contoso.com ", "72f988bf-86f1-41af-91ab-2d7cd011db47"] {
            assert_eq!(mistake(Field::Tenant, right), None, "{right}");
        }
        for wrong in ["contoso", "https://contoso.com", "a b.com", "contoso..com", "-a.com"] {
            assert!(mistake(Field::Tenant, wrong).is_some(), "{wrong}");
        }
    }

    #[test]
    fn servers_may_have_short_names_and_people_need_an_at_sign() {
        assert_eq!(mistake(Field::SyncServer, "SYNC01"), None);
        assert!(mistake(Field::SyncServer, "SYNC 01").is_some());
        assert_eq!(mistake(Field::TestUser, "anna@contoso.com"), None);
        assert!(mistake(Field::TestUser, "CONTOSO\\anna").is_some());
        assert!(mistake(Field::Admin, "anna@contoso").is_some());
    }

    #[test]
    fn a_server_of_another_forest_is_doubted_and_not_refused() {
        let of = |server: &str, forest: &str| {
            let subject = Subject { sync_server: server.into(), forest: forest.into(), ..Subject::default() };
            assert_eq!(wrong(&subject, Field::SyncServer), None);
            doubt(&subject, Field::SyncServer).is_some()
        };
        assert!(of("sync01.fabrikam.com", "contoso.local"));
        assert!(!of("SYNC01.emea.Contoso.local", "contoso.local"));
        assert!(!of("SYNC01", "contoso.local"));
        assert!(!of("sync01.fabrikam.com", ""));
    }

    #[test]
    fn only_the_organisation_is_needed() {
        assert_eq!(SubjectForm::default().first_wrong().map(|(field, _)| field), Some(Field::Organisation));
        let mut form = SubjectForm::default();
        "  Contoso ".clone_into(form.text(Field::Organisation));
        assert_eq!(form.first_wrong(), None);
        assert_eq!(form.trimmed().organisation, "Contoso");
    }
}
