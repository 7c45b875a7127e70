//! Signing in to the tenant: what the person has to do is told to the window, and then what came of it.

use std::sync::Arc;

use readiness_core::{
    Message,
    collect::tenant::{Registration, Session, SignIn, SignInRefused, TenantSettings, sign_in},
    msg,
};
use tokio_util::sync::CancellationToken;

use super::{News, Teller};
use crate::{
    desktop::{
        keychain::{Keychain, name},
        tenant::{Keeping, SignInTrouble, Way},
    },
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
    /// Whether what renews it goes to the keychain.
    pub keep: bool,
    /// The keychain.
    pub keychain: Keychain,
    /// What the browser shows afterwards, as text.
    pub done: String,
    /// The way out.
    pub settings: TenantSettings,
    /// Ends it.
    pub cancel: CancellationToken,
}

pub(super) async fn perform(order: SignInOrder, teller: Teller) {
    let SignInOrder { number, registration, way, keep, keychain, done, settings, cancel } = order;
    let trouble = |why| SignInTrouble { why, consent: None };
    let how = match way {
        Way::Browser => {
            SignIn::Browser { done: format!("<!doctype html><meta charset=utf-8><title>{done}</title><p>{done}</p>") }
        }
        Way::Code => SignIn::DeviceCode,
        Way::Kept => {
            let of = registration.clone();
            match with(&keychain, &cancel, move |keychain| keychain.find(&of)).await {
                Ok(Some(token)) => SignIn::Kept(token),
                Ok(None) => {
                    let gone = trouble(msg!("keychain-nothing"));
                    return teller.tell(News::SignedIn(number, Err(gone), Keeping::Forgotten(name(&registration))));
                }
                Err(why) => return teller.tell(News::SignedIn(number, Err(trouble(why)), Keeping::AsBefore)),
            }
        }
    };
    let asking = teller.clone();
    let prompt = move |prompt| asking.tell(News::SignInPrompt(number, prompt));
    let news = match sign_in(registration.clone(), how, &settings, &prompt, cancel.clone()).await {
        Ok(session) => {
            let kept = if keep { kept(&keychain, &cancel, registration, &session).await } else { Keeping::AsBefore };
            News::SignedIn(number, Ok(Arc::new(SignedIn { session: Arc::new(session), settings })), kept)
        }
        Err(refused) => {
            let Registration { address, tenant, client_id, permissions } = &registration;
            let names: Vec<&str> = permissions.iter().map(String::as_str).collect();
            let consent = refused.is_consent().then(|| address.consent_link(tenant, client_id, &names));
            let trouble = SignInTrouble { why: refused.message(), consent };
            // What the service itself no longer takes is of no use next time; a network that is down says nothing of it.
            let over = way == Way::Kept && matches!(refused, SignInRefused::Service { .. }) && !refused.is_consent();
            let kept = if over {
                let of = registration.clone();
                match with(&keychain, &cancel, move |keychain| keychain.forget(&of)).await {
                    Ok(()) => Keeping::Forgotten(name(&registration)),
                    Err(why) => Keeping::Refused(why),
                }
            } else {
                Keeping::AsBefore
            };
            News::SignedIn(number, Err(trouble), kept)
        }
    };
    teller.tell(news);
}

async fn kept(keychain: &Keychain, cancel: &CancellationToken, of: Registration, session: &Session) -> Keeping {
    let Some(token) = session.refresh_token().await else { return Keeping::Refused(msg!("keychain-not-renewable")) };
    let name = name(&of);
    match with(keychain, cancel, move |keychain| keychain.keep(&of, &token)).await {
        Ok(()) => Keeping::Kept(name),
        Err(why) => Keeping::Refused(why),
    }
}

/// Takes a sign-in out of the keychain.
pub(super) async fn forget(keychain: Keychain, of: Registration, teller: Teller) {
    let never = CancellationToken::new();
    let done = with(&keychain, &never, move |keychain| keychain.forget(&of)).await;
    if let Err(why) = done {
        teller.tell(News::Refused(super::Trouble::new(msg!("ui-tenant-not-forgotten", why = why))));
    }
}

/// Asks the keychain, which may ask the person for a password; nobody else waits for that.
async fn with<T: Send + 'static>(
    keychain: &Keychain,
    cancel: &CancellationToken,
    ask: impl FnOnce(&Keychain) -> Result<T, Message> + Send + 'static,
) -> Result<T, Message> {
    let keychain = keychain.clone();
    let answer = tokio::task::spawn_blocking(move || ask(&keychain));
    tokio::select! {
        answer = answer => answer.unwrap_or_else(|_| Err(msg!("keychain-strange"))),
        () = cancel.cancelled() => Err(SignInRefused::Cancelled.message()),
    }
}
