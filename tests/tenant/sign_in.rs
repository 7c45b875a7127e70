//! Every way to sign in, in every cloud, and what is said when it comes to nothing.

use std::sync::{Arc, Mutex};

use readiness_core::{
    Secret,
    collect::tenant::{Application, Certificate, CertificateError, Prompt, SignIn, SignInRefused, sign_in},
    reference,
};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio_util::sync::CancellationToken;

use crate::{
    cloud::{Cloud, Fault},
    look::{registration, settings, signed_in},
};

fn secret(text: &str) -> SignIn {
    SignIn::Application(Application::Secret(Secret::new(text.into())))
}

fn certificate() -> SignIn {
    let certificate = Certificate::from_pem(include_bytes!("application.pem")).expect("sound");
    SignIn::Application(Application::Certificate(Arc::new(certificate)))
}

/// A browser as far as it matters: asks, and goes where it is sent.
async fn browse(url: String) {
    let url = url::Url::parse(&url).expect("an address");
    let location = fetch(&url).await;
    let next = location.lines().find_map(|line| line.strip_prefix("Location: ")).expect("sent on").trim().to_owned();
    let page = fetch(&url::Url::parse(&next).expect("an address")).await;
    assert!(page.starts_with("HTTP/1.1 200") && page.ends_with("<p>done"), "{page}");
}

pub async fn fetch(url: &url::Url) -> String {
    let address = format!("127.0.0.1:{}", url.port().expect("a port"));
    let mut stream = tokio::net::TcpStream::connect(address).await.expect("connects");
    let target = format!("{}?{}", url.path(), url.query().unwrap_or_default());
    let head = format!("GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await.expect("sent");
    let mut answer = vec![0; 64 * 1024];
    let read = stream.read(&mut answer).await.expect("answered");
    String::from_utf8_lossy(&answer[..read]).into_owned()
}

#[tokio::test]
async fn every_way_works_in_every_cloud() {
    for of in reference::Cloud::ALL {
        let cloud = Cloud::start().await;
        cloud.state().pending = 1;
        let browser = SignIn::Browser { done: "<p>done".into() };
        let token = SignIn::Token(Secret::new(cloud.token()));
        let kept = SignIn::Kept(Secret::new("refresh-lab".into()));
        for how in [browser, SignIn::DeviceCode, secret("the-application-secret"), certificate(), token, kept] {
            let prompt = |prompt: Prompt| {
                if let Prompt::Browser { url } = prompt {
                    tokio::spawn(browse(url));
                }
            };
            let session = sign_in(registration(&cloud, of), how, &settings(), &prompt, CancellationToken::new()).await;
            assert!(session.is_ok(), "{of}: {}", session.err().map(|error| error.to_string()).unwrap_or_default());
        }
        cloud.was_sound();
    }
}

#[tokio::test]
async fn what_a_stranger_brings_to_the_browsers_port_is_waited_past() {
    let cloud = Cloud::start().await;
    let prompted = Arc::new(Mutex::new(String::new()));
    let seen = Arc::clone(&prompted);
    let prompt = move |prompt: Prompt| {
        let Prompt::Browser { url } = prompt else { panic!("a browser") };
        *seen.lock().expect("free") = url.clone();
        tokio::spawn(async move {
            let page = url::Url::parse(&url).expect("an address");
            let redirect = page.query_pairs().find(|(key, _)| key == "redirect_uri").expect("there").1.into_owned();
            for stranger in ["/?code=stolen&state=guessed", "/favicon.ico", "/?code=stolen"] {
                let answer = fetch(&url::Url::parse(&format!("{redirect}{stranger}")).expect("an address")).await;
                assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
            }
            browse(url).await;
        });
    };
    let how = SignIn::Browser { done: "<p>done".into() };
    let of = registration(&cloud, reference::Cloud::Global);
    let session = sign_in(of, how, &settings(), &prompt, CancellationToken::new()).await;
    assert!(session.is_ok());
    let url = prompted.lock().expect("free").clone();
    assert!(url.contains("code_challenge_method=S256") && url.contains("prompt=select_account"), "{url}");
}

#[tokio::test]
async fn refusals_say_what_to_do_and_repeat_nothing() {
    let token = "/oauth2/v2.0/token";
    for (error, description, id) in [
        ("invalid_grant", "AADSTS65001: consent", "sign-in-consent-missing"),
        ("invalid_request", "AADSTS90002: Tenant 'x' not found", "sign-in-no-such-tenant"),
        ("unauthorized_client", "AADSTS700016: app", "sign-in-no-such-application"),
        ("invalid_client", "AADSTS7000222: expired", "sign-in-secret-expired"),
        ("invalid_client", "AADSTS7000218: needs", "sign-in-public-client-off"),
        ("invalid_grant", "AADSTS53003: blocked", "sign-in-conditional-access"),
        ("invalid_grant", "AADSTS50076: mfa", "sign-in-second-factor"),
        ("invalid_request", "AADSTS900439: USGClientNotSupportedOnPublicEndpoint", "sign-in-other-cloud"),
        ("authorization_declined", "", "sign-in-declined"),
        ("MARK", "MARK", "sign-in-other"),
    ] {
        let cloud = Cloud::start().await;
        cloud.state().faults.push(Fault::sign_in(token, error, description));
        let refused = signed_in(&cloud, SignIn::DeviceCode).await.err().expect("refused");
        let message = refused.message();
        let text = format!("{message:?}");
        assert!(text.contains(id) && !text.contains("MARK"), "{error} {description}: {text}");
    }
    let cloud = Cloud::start().await;
    let wrong = signed_in(&cloud, secret("MARK-not-the-secret")).await.err().expect("refused");
    let text = format!("{wrong} {wrong:?} {:?}", wrong.message());
    assert!(text.contains("sign-in-secret-wrong") && !text.contains("MARK"), "{text}");
}

#[tokio::test]
async fn what_is_not_the_sign_in_service_is_told_apart() {
    for (content_type, body) in
        [("text/html", "<html>proxy</html>"), ("application/json", "{\"access_token\":"), ("application/json", "[]")]
    {
        for status in [200, 403, 502] {
            let cloud = Cloud::start().await;
            let mut fault = Fault::error("/oauth2/v2.0/token", status, "x").body(content_type, body);
            fault.times = 100;
            cloud.state().faults.push(fault);
            let refused = signed_in(&cloud, secret("x")).await.err().expect("refused");
            assert_eq!(refused, SignInRefused::NotUnderstood, "{status} {content_type}");
        }
    }
    let cloud = Cloud::start().await;
    let short = SignIn::Token(Secret::new("short".into()));
    assert_eq!(signed_in(&cloud, short).await.err(), Some(SignInRefused::NotAToken));
}

#[tokio::test]
async fn a_sign_in_can_be_cancelled_and_does_not_wait_for_ever() {
    let cloud = Cloud::start().await;
    let cancel = CancellationToken::new();
    cancel.cancel();
    let how = SignIn::Browser { done: String::new() };
    let ended = sign_in(registration(&cloud, reference::Cloud::Global), how, &settings(), &|_| {}, cancel).await;
    assert_eq!(ended.err(), Some(SignInRefused::Cancelled));
    let hurried = readiness_core::collect::tenant::TenantSettings {
        sign_in_timeout: std::time::Duration::from_millis(30),
        ..settings()
    };
    let how = SignIn::Browser { done: String::new() };
    let of = registration(&cloud, reference::Cloud::Global);
    let ended = sign_in(of, how, &hurried, &|_| {}, CancellationToken::new()).await;
    assert_eq!(ended.err(), Some(SignInRefused::NobodySignedIn));
}

#[test]
fn certificates_that_cannot_be_used_are_refused_with_the_reason() {
    let pem = include_str!("application.pem");
    let (certificate, key) = pem.split_at(pem.find("-----BEGIN PRIVATE KEY-----").expect("a key"));
    let other = rcgen::generate_simple_self_signed(["x".to_owned()]).expect("a certificate");
    let encrypted = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n";
    for (pem, expected) in [
        ("nonsense".to_owned(), CertificateError::NoCertificate),
        (certificate.to_owned(), CertificateError::NoKey),
        (format!("{certificate}{encrypted}"), CertificateError::Encrypted),
        (format!("{certificate}{}", other.signing_key.serialize_pem()), CertificateError::NotRsa),
        (format!("{}{key}", other.cert.pem()), CertificateError::OtherKey),
    ] {
        assert_eq!(Certificate::from_pem(pem.as_bytes()).err(), Some(expected));
    }
}
