//! Signing in to the tenant: what the person has to do is told to the window, and then what came of it.

use std::sync::Arc;

use readiness_core::collect::tenant::{Registration, SignIn, TenantSettings, sign_in};
use tokio_util::sync::CancellationToken;

use super::{News, Teller};
use crate::{
    desktop::tenant::{SignInTrouble, Way},
    live::SignedIn,
};

/// A sign-in that is asked for.
pub struct SignInOrder {
    /// Tells its news apart from those of a try before.
    pub number: u64,
    /// As which application, to which tenant, with which permissions.
    pub registration: Registration,
    /// How.
    pub way: Way,
    /// What the browser shows afterwards, as text.
    pub done: String,
    /// The way out.
    pub settings: TenantSettings,
    /// Ends it.
    pub cancel: CancellationToken,
}

pub(super) async fn perform(order: SignInOrder, teller: Teller) {
    let SignInOrder { number, registration, way, done, settings, cancel } = order;
    let how = match way {
        Way::Browser => {
            SignIn::Browser { done: format!("<!doctype html><meta charset=utf-8><title>{done}</title><p>{done}</p>") }
        }
        Way::Code => SignIn::DeviceCode,
    };
    let asking = teller.clone();
    let prompt = move |prompt| asking.tell(News::SignInPrompt(number, prompt));
    let result = match sign_in(registration.clone(), how, &settings, &prompt, cancel).await {
        Ok(session) => Ok(Arc::new(SignedIn { session: Arc::new(session), settings })),
        Err(refused) => {
            let Registration { address, tenant, client_id, permissions } = &registration;
            let names: Vec<&str> = permissions.iter().map(String::as_str).collect();
            let consent = refused.is_consent().then(|| address.consent_link(tenant, client_id, &names));
            Err(SignInTrouble { why: refused.message(), consent })
        }
    };
    teller.tell(News::SignedIn(number, result));
}
