//! What is being typed: the only thing that views change themselves. Nothing here counts until a command carries it to
//! the assessment.

mod person;
mod subject;

pub use person::SignForm;
pub use subject::{Field, SubjectForm, wrong};

use readiness_core::assessment::{Attachment, Role};

use super::model::Model;

/// Everything that is being typed.
#[derive(Default)]
pub struct Forms {
    /// The search field.
    pub search: String,
    /// The search field wants the cursor.
    pub focus_search: bool,
    /// The first field of the page wants the cursor.
    pub focus_first: bool,
    /// The row of the item shown must be seen.
    pub scroll_to_selected: bool,
    /// The path field.
    pub path: String,
    /// Who and what is assessed.
    pub subject: SubjectForm,
    /// Who signs, by role.
    pub sign: [SignForm; 2],
    /// The filter of the shortcut sheet.
    pub keys_filter: String,
}

impl Forms {
    /// Another document is open.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Takes the subject of the document that is open.
    pub fn load_subject(&mut self, model: &Model) {
        if let Some(assessment) = model.assessment() {
            self.subject = SubjectForm::of(&assessment.subject);
        }
        for (form, role) in self.sign.iter_mut().zip(Role::ALL) {
            form.preset(model, role);
        }
    }

    /// Opens the answer form of the item shown.
    pub fn open_answer(&mut self, _model: &Model) {}

    /// Opens the exception form of the item shown.
    pub fn open_exception(&mut self, _model: &Model) {}

    /// Opens the note field of the item shown.
    pub fn open_note(&mut self, _model: &Model) {}

    /// A file to attach was read.
    pub fn attach(&mut self, _item: &str, _file: Attachment) {}

    /// The answer on an item was taken.
    pub fn answered(&mut self, _item: &str) {}

    /// The exception on an item was taken.
    pub fn accepted(&mut self, _item: &str) {}

    /// The note on an item was taken.
    pub fn noted(&mut self, _item: &str) {}

    /// A role has signed.
    pub fn signed(&mut self, role: Role) {
        for (form, of) in self.sign.iter_mut().zip(Role::ALL) {
            if of == role {
                *form = SignForm::default();
            }
        }
    }
}
