//! Signing a report: what is signed is what was shown when somebody said so.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use readiness_core::{
    Message,
    assessment::Role,
    msg,
    report::{Letterhead, sign::SignRequest},
};
use tokio_util::sync::CancellationToken;

use super::App;
use crate::certificate_store::StoredCertificate;
use crate::desktop::{
    command::Command,
    document::Document,
    forms::SignWith,
    page::Page,
    signing::{Signable, Signing, SigningStep, Stored},
    toast::Tone,
    worker::{Job, Purpose, SignKey, SignOrder, SignSource, with_end},
};

/// End of the name of a signed report.
pub(crate) const END: &str = "pdf";

impl App {
    /// Asks where the signed report is written.
    pub(super) fn ask_signed(&mut self, what: Signable, role: Role) {
        self.model.sign_refused = None;
        self.ask_save(Purpose::Signed(what, role));
    }

    /// The report of what is shown now.
    fn signable(&self, what: Signable, letterhead: Letterhead) -> Option<SignSource> {
        match what {
            Signable::Assessment { key, revision } => {
                let document = self.model.document.as_ref()?;
                let same = document.key == key && document.revision() == revision;
                same.then(|| {
                    let assessment = Arc::clone(document.assessment());
                    SignSource::Assessment(assessment, self.report_words(), Box::new(letterhead))
                })
            }
            Signable::Report(number) => {
                let looked = self.model.verified.intact().filter(|_| self.model.verified.number == number)?;
                Some(SignSource::File(Arc::clone(&looked.bytes)))
            }
        }
    }

    /// Hands the order over. The password goes with it and is nowhere else from then on.
    pub(super) fn sign_report(&mut self, what: Signable, role: Role, path: &Path) {
        let path = with_end(path, END);
        let refuse = |app: &mut Self, why: Message| app.model.sign_refused = Some((role, why));
        if self.model.document.as_ref().and_then(Document::path) == Some(&path) {
            refuse(self, msg!("ui-signing-own-file"));
            return;
        }
        let letterhead = match self.paper() {
            Ok(letterhead) => letterhead,
            Err(why) => {
                refuse(self, why.message());
                return;
            }
        };
        let Some(source) = self.signable(what, letterhead) else {
            refuse(self, msg!("ui-signing-changed"));
            return;
        };
        self.remember_folder(&path);
        let person = self.forms.sign_of(role).clone();
        let server = self.forms.signature.server();
        let key = match person.with {
            SignWith::Certificate => {
                let form = &mut self.forms.signature;
                SignKey::File(form.key_file.trim().into(), form.password.take())
            }
            SignWith::Stored => match (&self.outside.certificates, self.chosen_certificate()) {
                (Some(store), Some(der)) => SignKey::Stored(Arc::clone(store), der),
                _ => {
                    refuse(self, msg!("ui-why-no-stored"));
                    return;
                }
            },
            SignWith::Name | SignWith::SelfSigned => SignKey::SelfSigned(self.organisation_of(what, role)),
        };
        let (who, title) = (person.who.trim().to_owned(), person.title.trim().to_owned());
        let request = SignRequest { role, who, title, at: self.model.now, time_stamp_server: server.clone() };
        if role == Role::Assessor {
            self.remember_person(&request.who, &request.title);
        }
        self.choose(|settings| settings.time_stamp_server = server.unwrap_or_default());
        self.signing_number += 1;
        let (number, cancel) = (self.signing_number, CancellationToken::new());
        let step = SigningStep::Preparing;
        self.model.signing = Some(Signing { number, what, request: request.clone(), step, cancel: cancel.clone() });
        let clock = self.outside.clock;
        self.worker.ask(Job::Sign(Box::new(SignOrder { number, source, request, key, path, clock, cancel })));
    }

    /// The certificate of the store that is chosen, in DER.
    fn chosen_certificate(&self) -> Option<Vec<u8>> {
        let (Some(Stored::Read(found)), Some(chosen)) = (&self.model.stored, &self.forms.signature.stored) else {
            return None;
        };
        found.iter().find(|one| one.certificate.sha256 == *chosen).map(|one| one.der.clone())
    }

    /// Has the certificates of the system's store read.
    pub(super) fn read_certificates(&mut self) {
        let Some(store) = &self.outside.certificates else { return };
        if self.model.stored != Some(Stored::Reading) {
            self.worker.ask(Job::ReadCertificates(Arc::clone(store), self.model.now));
            self.model.stored = Some(Stored::Reading);
        }
    }

    /// They were read. The only one there is is chosen; one that is gone is chosen no longer.
    pub(in crate::desktop::app) fn certificates_read(&mut self, found: Result<Vec<StoredCertificate>, Message>) {
        let chosen = &mut self.forms.signature.stored;
        let found = match found {
            Ok(found) => found,
            Err(why) => {
                *chosen = None;
                self.model.stored = Some(Stored::Refused(why));
                return;
            }
        };
        if !found.iter().any(|one| Some(&one.certificate.sha256) == chosen.as_ref()) {
            *chosen = match found.as_slice() {
                [only] => Some(only.certificate.sha256.clone()),
                _ => None,
            };
        }
        self.model.stored = Some(Stored::Read(found));
    }

    fn organisation_of(&self, what: Signable, role: Role) -> String {
        let assessment = match what {
            Signable::Assessment { .. } => self.model.assessment(),
            Signable::Report(_) => self.model.verified.looked().and_then(|looked| looked.found.assessment.as_ref()),
        };
        let subject = assessment.map(|assessment| &assessment.subject);
        let name =
            subject.map(|subject| if role == Role::Assessor { &subject.assessor } else { &subject.organisation });
        name.cloned().unwrap_or_default()
    }

    pub(super) fn cancel_signing(&mut self) {
        if let Some(signing) = &self.model.signing {
            signing.cancel.cancel();
        }
    }

    /// The signing got further.
    pub(in crate::desktop::app) fn signing_goes_on(&mut self, number: u64, step: SigningStep) {
        if let Some(signing) = self.model.signing.as_mut().filter(|signing| signing.number == number) {
            signing.step = step;
        }
    }

    /// The signing is over. The signer's word counts in the assessment too when it is still what was signed.
    pub(in crate::desktop::app) fn signing_ended(&mut self, number: u64, done: Result<PathBuf, Message>) {
        let Some(signing) = self.model.signing.take_if(|signing| signing.number == number) else { return };
        let role = signing.request.role;
        let path = match done {
            Ok(path) => path,
            Err(why) => {
                self.model.sign_refused = Some((role, why));
                return;
            }
        };
        let shown = matches!(self.model.page, Page::SignOff | Page::Verify);
        if self.is_what_was_signed(signing.what) {
            let SignRequest { who, title, at, .. } = &signing.request;
            self.edit("ui-edit-sign", |assessment| assessment.sign_off(role, who, title, *at));
        }
        self.forms.signed(role);
        self.forms.signature.open = false;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let there = (!shown).then_some(Command::Verify);
        self.say(msg!("ui-signing-done", who = &signing.request.who, name = name), Tone::Done, there);
        let page = self.model.page;
        self.verify(path);
        if !shown {
            // Somebody works elsewhere by now, and is not taken away.
            self.model.page = page;
        }
    }

    /// What is open is what was signed.
    fn is_what_was_signed(&self, what: Signable) -> bool {
        let Some(document) = &self.model.document else { return false };
        match what {
            Signable::Assessment { key, revision } => document.key == key && document.revision() == revision,
            Signable::Report(number) => {
                let looked = self.model.verified.looked().filter(|_| self.model.verified.number == number);
                looked.is_some_and(|looked| looked.found.digest == document.assessment().digest().hex())
            }
        }
    }

    /// Forgets a password that was typed and not used.
    pub(in crate::desktop::app) fn forget_password(&mut self) {
        let asked = matches!(self.model.page, Page::SignOff | Page::Verify) && self.model.signing.is_none();
        if !asked && !self.forms.signature.password.is_empty() {
            self.forms.signature.password.wipe();
        }
        if self.model.page != Page::Directory && !self.forms.directory.password.is_empty() {
            self.forms.directory.password.wipe();
        }
    }
}
