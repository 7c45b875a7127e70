//! What is being typed: the only thing that views change themselves. Nothing here counts until a command carries it to
//! the assessment.

mod compare;
mod directory;
mod palette;
mod paper;
mod password;
mod person;
mod signature;
mod subject;

pub use compare::{CompareForm, Tile};
pub use directory::DirectoryForm;
pub use palette::PaletteForm;
pub use paper::PaperForm;
pub use password::Password;
pub use person::SignForm;
pub use signature::{SignWith, SignatureForm};
pub use subject::{Field, SubjectForm, doubt, wrong};

use readiness_core::assessment::Role;

use super::{
    model::Model,
    region::Regions,
    views::{Attached, Drafts, Form},
};

/// A border that can be dragged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Border {
    /// Of the side.
    Side,
    /// Between list and detail.
    List,
}

/// Everything that is being typed.
#[derive(Default)]
pub struct Forms {
    /// The search field.
    pub search: String,
    /// The search field wants the cursor.
    pub focus_search: bool,
    /// The first field of the page wants the cursor.
    pub focus_first: bool,
    /// What is typed about items, and what is unfolded.
    pub drafts: Drafts,
    /// The path field.
    pub path: String,
    /// Who and what is assessed.
    pub subject: SubjectForm,
    /// Who signs, by role.
    pub sign: [SignForm; 2],
    /// On whose paper reports are printed.
    pub paper: PaperForm,
    /// With what a report is signed.
    pub signature: SignatureForm,
    /// What is chosen on the page of a comparison.
    pub compare: CompareForm,
    /// The application to sign in to.
    pub client_id: String,
    /// Whether the next sign-in is kept in the keychain.
    pub keep_sign_in: bool,
    /// How to register an application of one's own is unfolded.
    pub own_application: bool,
    /// How the directory is reached, and what is chosen of what a scan found.
    pub directory: DirectoryForm,
    /// The command palette.
    pub palette: PaletteForm,
    /// The parts of the window, and which has the focus.
    pub regions: Regions,
    /// There is no room for the full side beside the page.
    pub narrow: bool,
    /// A border that is being dragged, and the width in points that it gives.
    pub dragged: Option<(Border, f32)>,
    /// How wide the list was shown, in points.
    pub list_width: f32,
    /// The filter of the shortcut sheet.
    pub keys_filter: String,
}

impl Forms {
    /// Another document is open.
    pub fn clear(&mut self) {
        self.drafts.clear();
        *self = Self { drafts: std::mem::take(&mut self.drafts), ..Self::default() };
    }

    /// Takes the subject of the document that is open.
    pub fn load_subject(&mut self, model: &Model) {
        if let Some(assessment) = model.assessment() {
            self.subject = SubjectForm::of(&assessment.subject);
        }
        self.load_signers(model);
    }

    /// Presets who signs, and what was used last.
    pub fn load_signers(&mut self, model: &Model) {
        for (form, role) in self.sign.iter_mut().zip(Role::ALL) {
            form.preset(model, role);
        }
        if self.signature.server.is_empty() {
            self.signature.server.clone_from(&model.settings.time_stamp_server);
        }
    }

    /// Who signs in a role.
    pub fn sign_of(&self, role: Role) -> &SignForm {
        match role {
            Role::Assessor => &self.sign[0],
            Role::Customer => &self.sign[1],
        }
    }

    /// Who signs in a role, and with what a report is signed.
    pub fn signer(&mut self, role: Role) -> (&mut SignForm, &mut SignatureForm) {
        let [assessor, customer] = &mut self.sign;
        (if role == Role::Assessor { assessor } else { customer }, &mut self.signature)
    }

    /// Opens the answer form of the item shown.
    pub fn open_answer(&mut self, model: &Model) {
        self.open(model, Form::Answer);
    }

    /// Opens the exception form of the item shown.
    pub fn open_exception(&mut self, model: &Model) {
        self.open(model, Form::Exception);
    }

    /// Opens the note field of the item shown.
    pub fn open_note(&mut self, model: &Model) {
        self.open(model, Form::Note);
    }

    fn open(&mut self, model: &Model, form: Form) {
        if self.drafts.who.is_empty() {
            self.drafts.who.clone_from(&model.settings.who);
            self.drafts.title.clone_from(&model.settings.title);
        }
        if let Some(item) = &model.selected {
            self.drafts.open(item, form);
        }
    }

    /// A file to attach was read.
    pub fn attach(&mut self, item: &str, file: Attached) {
        self.drafts.attach(item, file);
    }

    /// The answer on an item was taken.
    pub fn answered(&mut self, item: &str) {
        self.drafts.answered(item);
    }

    /// The exception on an item was taken.
    pub fn accepted(&mut self, item: &str) {
        self.drafts.accepted(item);
    }

    /// The note on an item was taken.
    pub fn noted(&mut self, item: &str) {
        self.drafts.noted(item);
    }

    /// A role has signed.
    pub fn signed(&mut self, role: Role) {
        for (form, of) in self.sign.iter_mut().zip(Role::ALL) {
            if of == role {
                *form = SignForm::default();
            }
        }
    }
}
