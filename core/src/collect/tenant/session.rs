//! A sign-in that lasts: the token in memory, renewed once when the service no longer takes it.

use std::{
    collections::BTreeSet,
    sync::atomic::{AtomicU64, Ordering},
};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use reqwest::header::HeaderValue;
use serde::Deserialize;
use tokio::sync::Mutex;

use super::{
    http::Http,
    sign_in::{self, Application, Registration, SignInRefused},
};
use crate::Secret;

/// A signed-in account or application.
pub struct Session {
    registration: Registration,
    tokens: Mutex<Tokens>,
    generation: AtomicU64,
    granted: Option<BTreeSet<String>>,
    tenant_id: Option<String>,
    bound: bool,
}

/// What a sign-in brought.
pub(super) struct Tokens {
    pub(super) access: Secret,
    pub(super) renew: Renew,
    /// The permissions that the token carries, where the service said so.
    pub(super) granted: Option<BTreeSet<String>>,
}

/// How a token is renewed.
pub(super) enum Renew {
    /// With a refresh token.
    Refresh(Secret),
    /// By signing in as the application again.
    Application(Application),
    /// Not at all: a person has to sign in again.
    Ask,
}

/// What a token says of itself. It is meant for Graph and not for us, so it only helps to find words; nothing is judged
/// by it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Claims {
    scp: Option<String>,
    roles: Option<Vec<String>>,
    tid: Option<String>,
}

impl Session {
    /// `bound` says that the token was issued by the tenant's own sign-in, so it cannot be of another tenant.
    pub(super) fn new(registration: Registration, tokens: Tokens, bound: bool) -> Self {
        let claims = claims(tokens.access.expose());
        let from_token = claims.scp.map(|scopes| scopes.split(' ').map(str::to_owned).collect());
        let granted = tokens.granted.clone().or(from_token).or(claims.roles.map(|roles| roles.into_iter().collect()));
        Self {
            registration,
            tokens: Mutex::new(tokens),
            generation: AtomicU64::new(0),
            granted,
            tenant_id: claims.tid,
            bound,
        }
    }

    /// Where and as which application it signed in.
    pub fn registration(&self) -> &Registration {
        &self.registration
    }

    /// What renews the sign-in of a person, for the keychain; none when nothing does, or an application signed in.
    pub async fn refresh_token(&self) -> Option<Secret> {
        match &self.tokens.lock().await.renew {
            Renew::Refresh(token) => Some(Secret::new(token.expose().to_owned())),
            Renew::Application(_) | Renew::Ask => None,
        }
    }

    /// Whether the permission was granted; none when that is not known. A broader one counts too.
    pub fn holds(&self, permission: &str) -> Option<bool> {
        let granted = self.granted.as_ref()?;
        let broader = |name: &str| {
            let area = permission.split('.').next().unwrap_or_default();
            name == permission || name == format!("{area}.ReadWrite.All") || name.starts_with("Directory.Read")
        };
        Some(granted.iter().any(|name| broader(name)))
    }

    /// The tenant's id as the token says it.
    pub(super) fn tenant_id(&self) -> Option<&str> {
        self.tenant_id.as_deref()
    }

    pub(super) fn is_bound(&self) -> bool {
        self.bound
    }

    /// The token as a header, and which token it is, for [`renew`](Self::renew).
    pub(super) async fn bearer(&self) -> (u64, Option<HeaderValue>) {
        let tokens = self.tokens.lock().await;
        let text = Secret::new(format!("Bearer {}", tokens.access.expose()));
        let header = HeaderValue::from_str(text.expose()).ok().map(|mut header| {
            header.set_sensitive(true);
            header
        });
        (self.generation.load(Ordering::Acquire), header)
    }

    /// Renews the token that was refused, unless another request did so meanwhile. False when nobody can renew it.
    pub(super) async fn renew(&self, http: &Http, refused: u64) -> bool {
        let mut tokens = self.tokens.lock().await;
        if self.generation.load(Ordering::Acquire) != refused {
            return true;
        }
        let renewed: Result<Tokens, SignInRefused> = match &tokens.renew {
            Renew::Refresh(refresh) => sign_in::refresh(http, &self.registration, refresh).await,
            Renew::Application(application) => sign_in::as_application(http, &self.registration, application).await,
            Renew::Ask => return false,
        };
        match renewed {
            Ok(new) => {
                tokens.access = new.access;
                // The old refresh token serves on when no new one comes.
                if let Renew::Refresh(refresh) = new.renew {
                    tokens.renew = Renew::Refresh(refresh);
                }
                self.generation.fetch_add(1, Ordering::AcqRel);
                true
            }
            Err(_) => false,
        }
    }
}

fn claims(token: &str) -> Claims {
    let payload = token.split('.').nth(1).and_then(|part| URL_SAFE_NO_PAD.decode(part.trim_end_matches('=')).ok());
    payload.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}
