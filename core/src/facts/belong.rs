//! Whether facts are about the subject. Evidence of another tenant or forest must not slip in.

use thiserror::Error;

use super::{Facts, SourceFacts};
use crate::Subject;

/// The facts are about something else.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OtherSubject {
    /// Another tenant.
    #[error("the evidence is of the tenant {found}, and the subject is {wanted}")]
    Tenant {
        /// What the facts say.
        found: String,
        /// What the subject says.
        wanted: String,
    },
    /// Another forest.
    #[error("the evidence is of the forest {found}, and the subject is {wanted}")]
    Forest {
        /// What the facts say.
        found: String,
        /// What the subject says.
        wanted: String,
    },
}

impl Facts {
    /// True to its name when every fact that tells its tenant or forest tells the subject's. A subject that does not
    /// name its tenant or forest takes any.
    ///
    /// # Errors
    /// The first that tells another.
    pub fn belong_to(&self, subject: &Subject) -> Result<(), OtherSubject> {
        let same = |a: &str, b: &str| a.trim().eq_ignore_ascii_case(b.trim());
        for snapshot in self.snapshots() {
            match &snapshot.what {
                SourceFacts::Tenant(tenant) if !subject.tenant.is_empty() => {
                    let Ok(found) = tenant.identity.as_result() else { continue };
                    let known = std::iter::once(&found.id).chain(&found.domains);
                    if !known.into_iter().any(|name| same(name, &subject.tenant)) {
                        let found = found.domains.first().unwrap_or(&found.id).clone();
                        return Err(OtherSubject::Tenant { found, wanted: subject.tenant.clone() });
                    }
                }
                SourceFacts::Directory(directory) if !subject.forest.is_empty() => {
                    let Ok(found) = directory.forest.as_result() else { continue };
                    if !same(&found.name, &subject.forest) {
                        return Err(OtherSubject::Forest { found: found.name.clone(), wanted: subject.forest.clone() });
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}
