//! Signing in: in the browser, with a code on another device, as an application, or with a token that was pasted. The
//! protocol is the `oauth2` crate's; where requests go and what is said of refusals is here.
//!
//! A token lives in memory only. The crate keeps copies of what passes through it that are not overwritten.

mod browser;
mod certificate;
mod refusal;

use std::sync::Arc;

use futures_util::{FutureExt as _, future::BoxFuture};
use oauth2::{
    AsyncHttpClient, AuthType, AuthUrl, AuthorizationCode, ClientId, ClientSecret, CsrfToken, DeviceAuthorizationUrl,
    EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, PkceCodeChallenge, RedirectUrl, RefreshToken,
    RequestTokenError, Scope, StandardDeviceAuthorizationResponse, TokenResponse, TokenUrl,
    basic::{BasicClient, BasicTokenResponse},
};

use super::{
    CloudAddress, TenantSettings,
    address::{AddressError, tenant_name},
    http::{Breakage, ClientError, Http},
    session::{Renew, Session, Tokens},
};
use crate::Secret;

pub use certificate::{Certificate, CertificateError};
pub use refusal::SignInRefused;

/// Who asks: an application that is registered in a tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// Where it signs in.
    pub address: CloudAddress,
    /// The tenant: a domain or an id.
    pub tenant: String,
    /// The application's id.
    pub client_id: String,
    /// The permissions to ask for.
    pub permissions: Vec<String>,
}

/// How an application proves that it is itself.
pub enum Application {
    /// With a secret.
    Secret(Secret),
    /// With a certificate.
    Certificate(Arc<Certificate>),
}

/// Ways to sign in.
pub enum SignIn {
    /// A person, in the browser of this machine.
    Browser {
        /// The page that the browser shows when the sign-in came through, as HTML.
        done: String,
    },
    /// A person, in a browser of any machine.
    DeviceCode,
    /// An application, without a person.
    Application(Application),
    /// A token that was obtained elsewhere.
    Token(Secret),
    /// A person who signed in before, with the refresh token that was kept of it.
    Kept(Secret),
}

/// What a person is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Prompt {
    /// Go on in the browser.
    Browser {
        /// The page to open.
        url: String,
    },
    /// Open a page anywhere and type a code.
    DeviceCode {
        /// The page.
        url: String,
        /// The code.
        code: String,
    },
}

type Client = BasicClient<EndpointSet, EndpointSet, EndpointNotSet, EndpointNotSet, EndpointSet>;

/// Signs in. `prompt` is called when a person has to do something, and must not block.
///
/// # Errors
/// The service refused, did not answer, or nobody signed in in time.
pub async fn sign_in(
    registration: Registration,
    how: SignIn,
    settings: &TenantSettings,
    prompt: &(dyn Fn(Prompt) + Send + Sync),
    cancel: tokio_util::sync::CancellationToken,
) -> Result<Session, SignInRefused> {
    let registration = Registration { tenant: tenant_name(&registration.tenant)?.to_owned(), ..registration };
    let http = Http::new(settings, cancel)?;
    let (tokens, bound) = match how {
        SignIn::Browser { done } => (in_browser(&http, &registration, settings, prompt, &done).await?, true),
        SignIn::DeviceCode => (with_code(&http, &registration, settings, prompt).await?, true),
        SignIn::Application(application) => {
            let mut tokens = as_application(&http, &registration, &application).await?;
            tokens.renew = Renew::Application(application);
            (tokens, true)
        }
        SignIn::Token(token) => {
            let usable = token.expose().len() >= 16 && token.expose().bytes().all(|byte| byte.is_ascii_graphic());
            if !usable {
                return Err(SignInRefused::NotAToken);
            }
            (Tokens { access: token, renew: Renew::Ask, granted: None }, false)
        }
        SignIn::Kept(kept) => {
            let mut tokens = refresh(&http, &registration, &kept).await?;
            // The old one serves on when no new one comes.
            if matches!(tokens.renew, Renew::Ask) {
                tokens.renew = Renew::Refresh(kept);
            }
            (tokens, true)
        }
    };
    Ok(Session::new(registration, tokens, bound))
}

async fn in_browser(
    http: &Http,
    registration: &Registration,
    settings: &TenantSettings,
    prompt: &(dyn Fn(Prompt) + Send + Sync),
    done: &str,
) -> Result<Tokens, SignInRefused> {
    let listener = browser::Listener::open().await?;
    let redirect = RedirectUrl::new(listener.address()).map_err(|_| SignInRefused::NoListener)?;
    let client = client(registration).set_redirect_uri(redirect);
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let (url, state) = client
        .authorize_url(CsrfToken::new_random)
        .set_pkce_challenge(challenge)
        .add_scopes(scopes(registration))
        // Whoever is signed in in the browser need not be the one who may read the tenant.
        .add_extra_param("prompt", "select_account")
        .url();
    prompt(Prompt::Browser { url: url.into() });
    let wait = tokio::time::timeout(settings.sign_in_timeout, listener.code(state.secret(), done));
    let code = http.until_cancelled(wait).await?.map_err(|_| SignInRefused::NobodySignedIn)??;
    let exchange = client.exchange_code(AuthorizationCode::new(code)).set_pkce_verifier(verifier);
    Ok(tokens(&exchange.request_async(http).await.map_err(refused)?))
}

async fn with_code(
    http: &Http,
    registration: &Registration,
    settings: &TenantSettings,
    prompt: &(dyn Fn(Prompt) + Send + Sync),
) -> Result<Tokens, SignInRefused> {
    let client = client(registration);
    let details: StandardDeviceAuthorizationResponse =
        client.exchange_device_code().add_scopes(scopes(registration)).request_async(http).await.map_err(refused)?;
    prompt(Prompt::DeviceCode {
        url: details.verification_uri().to_string(),
        code: details.user_code().secret().clone(),
    });
    let sleep = |length| async move {
        // A cancelled pause ends early; the request after it then says so.
        let _ = http.pause(length).await;
    };
    let polling = client.exchange_device_access_token(&details);
    let answer = polling.request_async(http, sleep, Some(settings.sign_in_timeout)).await;
    Ok(tokens(&answer.map_err(refused)?))
}

/// Signs in as the application.
pub(super) async fn as_application(
    http: &Http,
    registration: &Registration,
    application: &Application,
) -> Result<Tokens, SignInRefused> {
    // An application asks for everything that it was granted, and for nothing by name.
    let all = Scope::new(registration.address.scope(".default"));
    let answer = match application {
        Application::Secret(secret) => {
            let client = client(registration).set_client_secret(ClientSecret::new(secret.expose().to_owned()));
            client.exchange_client_credentials().add_scope(all).request_async(http).await
        }
        Application::Certificate(certificate) => {
            let audience = registration.address.sign_in(&registration.tenant, "oauth2/v2.0/token");
            let assertion = certificate.assertion(&registration.client_id, audience.as_str())?;
            let client = client(registration);
            let exchange = client
                .exchange_client_credentials()
                .add_scope(all)
                .add_extra_param("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .add_extra_param("client_assertion", assertion.expose());
            exchange.request_async(http).await
        }
    };
    let mut tokens = tokens(&answer.map_err(refused)?);
    // The scope of such an answer is `.default`; what was granted stands in the token.
    tokens.granted = None;
    Ok(tokens)
}

/// Renews with a refresh token.
pub(super) async fn refresh(
    http: &Http,
    registration: &Registration,
    refresh: &Secret,
) -> Result<Tokens, SignInRefused> {
    let refresh = RefreshToken::new(refresh.expose().to_owned());
    let client = client(registration);
    let answer = client.exchange_refresh_token(&refresh).add_scopes(scopes(registration)).request_async(http).await;
    Ok(tokens(&answer.map_err(refused)?))
}

fn client(registration: &Registration) -> Client {
    let Registration { address, tenant, client_id, .. } = registration;
    let url = |endpoint| address.sign_in(tenant, endpoint);
    BasicClient::new(ClientId::new(client_id.clone()))
        .set_auth_uri(AuthUrl::from_url(url("oauth2/v2.0/authorize")))
        .set_token_uri(TokenUrl::from_url(url("oauth2/v2.0/token")))
        .set_device_authorization_url(DeviceAuthorizationUrl::from_url(url("oauth2/v2.0/devicecode")))
        .set_auth_type(AuthType::RequestBody)
}

fn scopes(registration: &Registration) -> Vec<Scope> {
    let permissions = registration.permissions.iter().map(|name| registration.address.scope(name));
    // The refresh token is what renews the sign-in when the run is longer than the token lives.
    permissions.chain(["offline_access".to_owned()]).map(Scope::new).collect()
}

fn tokens(answer: &BasicTokenResponse) -> Tokens {
    let granted = answer
        .scopes()
        .map(|scopes| scopes.iter().filter_map(|scope| scope.rsplit('/').next()).map(str::to_owned).collect());
    let renew = match answer.refresh_token() {
        Some(refresh) => Renew::Refresh(Secret::new(refresh.secret().clone())),
        None => Renew::Ask,
    };
    Tokens { access: Secret::new(answer.access_token().secret().clone()), renew, granted }
}

/// The protocol's requests go the way of all others.
impl<'c> AsyncHttpClient<'c> for Http {
    type Error = Breakage;
    type Future = BoxFuture<'c, Result<HttpResponse, Breakage>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        let (head, body) = request.into_parts();
        let request = self.client().request(head.method, head.uri.to_string()).headers(head.headers).body(body);
        async move {
            let answer = self.send(request).await?;
            let mut response = HttpResponse::new(answer.body);
            *response.status_mut() = oauth2::http::StatusCode::from_u16(answer.status).unwrap_or_default();
            if let Ok(kind) = oauth2::http::HeaderValue::from_str(&answer.content_type) {
                response.headers_mut().insert(oauth2::http::header::CONTENT_TYPE, kind);
            }
            Ok(response)
        }
        .boxed()
    }
}

fn refused<T>(error: RequestTokenError<Breakage, oauth2::StandardErrorResponse<T>>) -> SignInRefused
where
    T: oauth2::ErrorResponseType + AsRef<str> + std::fmt::Display + 'static,
{
    match error {
        RequestTokenError::ServerResponse(said) => {
            SignInRefused::of(said.error().as_ref(), said.error_description().map_or("", String::as_str))
        }
        RequestTokenError::Request(breakage) => breakage.into(),
        // What came is not repeated: it may be anything.
        RequestTokenError::Parse(..) | RequestTokenError::Other(_) => SignInRefused::NotUnderstood,
    }
}

impl From<Breakage> for SignInRefused {
    fn from(breakage: Breakage) -> Self {
        match breakage {
            Breakage::Unreachable(host) => Self::Unreachable(host),
            Breakage::TimedOut(after) => Self::TimedOut(after),
            Breakage::TooLarge => Self::NotUnderstood,
            Breakage::Cancelled => Self::Cancelled,
        }
    }
}

impl From<AddressError> for SignInRefused {
    fn from(error: AddressError) -> Self {
        Self::Address(error)
    }
}

impl From<ClientError> for SignInRefused {
    fn from(error: ClientError) -> Self {
        Self::Client(error)
    }
}
