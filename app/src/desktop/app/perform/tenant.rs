//! The sign-in to the tenant: begun, ended, and what comes of it.

use std::collections::BTreeSet;

use egui::{Context, OpenUrl};
use readiness_core::{
    Message,
    collect::tenant::{CloudAddress, Prompt, Question, Registration, permissions, tenant_name},
    msg,
};
use tokio_util::sync::CancellationToken;

use super::App;
use crate::desktop::{
    command::Command,
    page::Page,
    tenant::{SignInState, SignInTrouble, Way},
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
        let reference = &self.model.reference;
        let client_id = self.forms.client_id.trim().to_owned();
        let registration = tenant_name(&subject.tenant)
            .and_then(|tenant| Ok((tenant.to_owned(), CloudAddress::new(reference.endpoints.cloud(subject.cloud))?)))
            .map(|(tenant, address)| Registration {
                address,
                tenant,
                client_id: if client_id.is_empty() {
                    reference.permissions.default_client.as_str().to_owned()
                } else {
                    client_id.clone()
                },
                permissions: permissions(&reference.permissions, &Question::of(&BTreeSet::new()))
                    .iter()
                    .map(|row| row.name.clone())
                    .collect(),
            });
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
        self.worker.ask(Job::SignIn(Box::new(SignInOrder { number, registration, way, done, settings, cancel })));
    }

    pub(super) fn cancel_sign_in(&mut self) {
        if let SignInState::Going { cancel, .. } = &self.model.tenant.state {
            cancel.cancel();
            self.model.tenant.state = SignInState::Out;
            self.model.tenant.number += 1;
        }
    }

    /// Forgets the tokens. What was seen with them stays.
    pub(super) fn sign_out(&mut self) {
        self.cancel_sign_in();
        self.model.tenant.state = SignInState::Out;
        self.model.tenant.refused = None;
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
    pub(in crate::desktop::app) fn sign_in_ended(&mut self, number: u64, result: SignInResult) {
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
