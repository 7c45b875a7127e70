//! The form of a person who signs.

use readiness_core::assessment::Role;

use super::SignWith;
use crate::desktop::model::Model;

/// Who signs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignForm {
    /// Name.
    pub who: String,
    /// Title.
    pub title: String,
    /// With what.
    pub with: SignWith,
    /// "I have read the findings."
    pub read: bool,
}

impl SignForm {
    /// Presets what is known: the assessor is who used a form last.
    pub(super) fn preset(&mut self, model: &Model, role: Role) {
        if role == Role::Assessor && self.who.is_empty() {
            self.who.clone_from(&model.settings.who);
            self.title.clone_from(&model.settings.title);
        }
    }

    /// Why it cannot be signed yet: the id of the message that says it.
    pub fn missing(&self) -> Option<&'static str> {
        if self.who.trim().is_empty() {
            Some("ui-why-no-name")
        } else if !self.read {
            Some("ui-why-not-read")
        } else {
            None
        }
    }
}
