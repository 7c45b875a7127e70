//! The sign-in to the tenant: begun, ended, and what comes of it.

use std::mem;

use egui::{Context, OpenUrl};
use readiness_core::{
    Message,
    collect::tenant::{Prompt, Registration},
    msg,
};
use tokio_util::sync::CancellationToken;

use super::App;
use crate::desktop::{
    command::Command,
    keychain,
    page::Page,
    tenant::{Keeping, SignInState, SignInTrouble, Way, registration},
    toast::Tone,
    worker::{Job, SignInOrder, SignInResult},
};

impl App {
    pub(super) fn sign_in(&mut self, way: Way) {
        self.go(Page::Tenant);
        if self.model.tenant.is_going() {
            return;
        }
        let Some(subject) = self.model.assessment().map(|assessment| assessment.subject.clone()) else { return };
        let client_id = self.forms.client_id.trim().to_owned();
        let registration = registration(&subject, &self.model.reference, &client_id);
        let registration = match registration {
            Ok(registration) => registration,
            Err(error) => {
                let why = msg!("sign-in-address", what = error.to_string());
                self.model.tenant.refused = Some(SignInTrouble { why, consent: None });
                return;
            }
        };
        self.choose(|settings| settings.client_id = client_id);
        let cancel = CancellationToken::new();
        let tenant = &mut self.model.tenant;
        tenant.number += 1;
        tenant.refused = None;
        tenant.state = SignInState::Going { prompt: None, cancel: cancel.clone() };
        let number = tenant.number;
        let done = self.model.words.text("sign-in-done");
        let settings = self.outside.tenant.clone();
        // What comes instead of what was kept is kept as well.
        let keep = self.forms.keep_sign_in || way == Way::Kept;
        let keychain = self.outside.keychain.clone();
        let order = SignInOrder { number, registration, way, keep, keychain, done, settings, cancel };
        self.worker.ask(Job::SignIn(Box::new(order)));
    }

    pub(super) fn cancel_sign_in(&mut self) {
        if let SignInState::Going { cancel, .. } = &self.model.tenant.state {
            cancel.cancel();
            self.model.tenant.state = SignInState::Out;
            self.model.tenant.number += 1;
        }
    }

    /// Forgets the tokens, in the keychain as well. What was seen with them stays.
    pub(super) fn sign_out(&mut self) {
        self.cancel_sign_in();
        if let SignInState::In(signed_in) = mem::take(&mut self.model.tenant.state) {
            self.forget_sign_in(signed_in.session.registration().clone());
        }
        self.model.tenant.refused = None;
    }

    /// Takes a sign-in out of the keychain, when it is there.
    fn forget_sign_in(&mut self, of: Registration) {
        let name = keychain::name(&of);
        if self.model.settings.kept_sign_ins.contains(&name) {
            self.choose(|settings| settings.kept_sign_ins.retain(|kept| *kept != name));
            self.worker.ask(Job::ForgetSignIn(self.outside.keychain.clone(), Box::new(of)));
        }
    }

    /// Takes out of the keychain what the form on the page names.
    pub(super) fn forget_kept(&mut self) {
        let Some(assessment) = self.model.assessment() else { return };
        let of = registration(&assessment.subject, &self.model.reference, self.forms.client_id.trim());
        if let Ok(of) = of {
            self.forget_sign_in(of);
            self.forms.keep_sign_in = false;
        }
    }

    /// A person has to do something.
    pub(in crate::desktop::app) fn sign_in_asks(&mut self, context: &Context, number: u64, asked: Prompt) {
        let tenant = &mut self.model.tenant;
        if let SignInState::Going { prompt, .. } = &mut tenant.state
            && number == tenant.number
        {
            if let Prompt::Browser { url } = &asked {
                context.open_url(OpenUrl::new_tab(url));
            }
            *prompt = Some(asked);
        }
    }

    /// The sign-in is over.
    pub(in crate::desktop::app) fn sign_in_ended(&mut self, number: u64, result: SignInResult, kept: Keeping) {
        // The keychain has done it, whatever became of the try meanwhile.
        match kept {
            Keeping::AsBefore => {}
            Keeping::Kept(name) => self.choose(|settings| settings.kept_sign_ins.extend([name])),
            Keeping::Forgotten(name) => self.choose(|settings| settings.kept_sign_ins.retain(|kept| *kept != name)),
            Keeping::Refused(why) => self.say(msg!("ui-tenant-not-kept", why = why), Tone::Trouble, None),
        }
        let tenant = &mut self.model.tenant;
        if number != tenant.number || !tenant.is_going() {
            return;
        }
        match result {
            Ok(signed_in) => {
                let name = signed_in.session.registration().tenant.clone();
                tenant.state = SignInState::In(signed_in);
                let there = (self.model.page != Page::Tenant).then_some(Command::Tenant);
                self.say(msg!("ui-tenant-signed-in", tenant = name), Tone::Done, there);
            }
            Err(trouble) => {
                let why: Message = trouble.why.clone();
                tenant.state = SignInState::Out;
                tenant.refused = Some(trouble);
                if self.model.page != Page::Tenant {
                    self.say(why, Tone::Trouble, Some(Command::Tenant));
                }
            }
        }
    }
}
