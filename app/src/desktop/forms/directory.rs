//! How the directory is reached, and what is chosen of what a scan found. The password is typed each time; it is in no
//! draft, no setting and no command.

use std::ops::Range;

use readiness_core::{
    assessment::Assessment,
    collect::directory::{SignIn, Start, StartError},
    facts::sync_server::ConnectorKind,
};

use super::Password;
use crate::desktop::directory::ScanFilter;

/// What is typed and chosen on the page.
#[derive(Default)]
pub struct DirectoryForm {
    /// Domains and servers.
    pub at: String,
    /// The account to sign in with.
    pub name: String,
    /// Its password.
    pub password: Password,
    /// The account the connector signs in with; empty: it is looked for.
    pub connector: String,
    /// The object below which users are scanned; empty: all domains of the forest.
    pub base: String,
    /// Users are not joined with the tenant that somebody is signed in to.
    pub without_tenant: bool,
    /// The connection is unfolded, or folded; none: unfolded until a scan found something.
    pub unfolded: Option<bool>,
    /// Places that could not be looked at are unfolded.
    pub unread: bool,
    /// Which users are listed.
    pub filter: ScanFilter,
    /// The place in the list at which the keyboard is.
    pub place: usize,
    /// The row at that place is unfolded.
    pub open: bool,
    /// Places of the list that can be seen.
    pub seen: Range<usize>,
}

impl DirectoryForm {
    /// Fills in what the assessment knows, where nothing is typed; the machine's own domain when it knows no forest.
    pub fn preset(&mut self, assessment: &Assessment, own_domain: Option<&str>) {
        if self.at.trim().is_empty() {
            self.at.clone_from(&assessment.subject.forest);
        }
        if self.at.trim().is_empty() {
            self.at = own_domain.unwrap_or_default().to_owned();
        }
        if self.connector.trim().is_empty() {
            let facts = assessment.facts.about(&assessment.subject);
            let connectors = facts.sync_server().newest(|facts| &facts.connectors).map(|seen| seen.value.clone());
            let account = connectors.ok().and_then(|all| {
                all.into_iter().filter(|one| one.kind == ConnectorKind::Directory).find_map(|one| one.account)
            });
            self.connector = account.unwrap_or_default();
        }
    }

    /// Where to begin.
    ///
    /// # Errors
    /// A part of it is neither a domain nor a server.
    pub fn starts(&self) -> Result<Vec<Start>, StartError> {
        let parts = self.at.split([' ', ',', ';', '\u{ff0c}', '\u{3001}', '\u{ff1b}']).filter(|part| !part.is_empty());
        parts
            .map(|part| if part.contains("://") { part.parse().map(Start::Server) } else { Start::domain(part) })
            .collect()
    }

    /// What is wrong with where to begin: the id of the message that says it.
    pub fn wrong_start(&self) -> Option<&'static str> {
        self.starts().err().map(|error| match error {
            StartError::NotServer => "ui-directory-not-server",
            StartError::NotDomain(_) => "ui-directory-not-domain",
        })
    }

    /// Whether who runs the program signs in: nobody else is named, and the program can do it.
    pub fn is_current_user(&self) -> bool {
        SignIn::CAN_BE_CURRENT_USER && self.name.trim().is_empty() && self.password.is_empty()
    }

    /// Why nothing can be begun yet: the id of the message that says it.
    pub fn missing(&self) -> Option<&'static str> {
        if self.at.trim().is_empty() {
            Some("ui-directory-why-where")
        } else if let Some(wrong) = self.wrong_start() {
            Some(wrong)
        } else if self.is_current_user() {
            None
        } else if self.name.trim().is_empty() {
            Some("ui-directory-why-name")
        } else if self.password.is_empty() {
            Some("ui-directory-why-password")
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{TextBuffer as _, text::CharIndex};

    use super::*;

    #[test]
    fn nothing_begins_before_everything_is_there() {
        let mut form = DirectoryForm::default();
        assert_eq!(form.missing(), Some("ui-directory-why-where"));
        form.at = "http://dc1".to_owned();
        assert_eq!(form.missing(), Some("ui-directory-not-server"));
        form.at = "a..b".to_owned();
        assert_eq!(form.missing(), Some("ui-directory-not-domain"));
        form.at = " contoso.local，ldaps://dc1.contoso.local ".to_owned();
        assert_eq!(form.starts().expect("two").len(), 2);
        assert_eq!(form.missing(), (!SignIn::CAN_BE_CURRENT_USER).then_some("ui-directory-why-name"));
        form.name = "you@contoso.local".to_owned();
        assert_eq!(form.missing(), Some("ui-directory-why-password"));
        form.password.insert_text("secret", CharIndex(0));
        assert_eq!(form.missing(), None);
    }
}
