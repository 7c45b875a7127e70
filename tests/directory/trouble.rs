//! Every step of the way into a server, failing; and servers that misbehave once they let us in.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
};

use readiness_core::{
    Secret,
    collect::{
        directory::{DirectoryRequest, Rung, Security, Server, SignIn, Start, Trouble, collect},
        network::{NetworkSettings, ResolveOverride},
    },
    facts::network::Break,
    reference::Reference,
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};
use tokio_util::sync::CancellationToken;

use crate::{
    fake::{Fake, result},
    samba::{Certificate, Domain, HOST, available, look},
};

fn administrator(password: &str) -> SignIn {
    SignIn::with_password("Administrator@lab.test", Secret::new(password.into()))
}

fn server(host: &str, port: u16, security: Security) -> Start {
    Start::Server(Server { host: host.into(), port, security })
}

/// The rung and the breakage of a look that must fail.
async fn fails(domain: &Domain, change: impl FnOnce(&mut DirectoryRequest, &mut NetworkSettings)) -> Trouble {
    let (mut request, mut settings) = (domain.request(), domain.settings());
    change(&mut request, &mut settings);
    look(&request, &settings).await.expect_err("it must not get in")
}

fn secure(trouble: &Trouble) -> &Break {
    match trouble {
        Trouble::Broke { rung: Rung::Secure, broke, .. } => broke,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_step_of_the_way_says_what_failed() {
    if !available() {
        return;
    }
    let domain = Domain::with(&[]);
    let name_server = SocketAddr::from((domain.address, 53));

    let trouble = fails(&domain, |request, settings| {
        request.starts = vec![server("nobody.lab.test", 636, Security::Tls)];
        settings.name_server = Some(name_server);
    })
    .await;
    assert!(matches!(&trouble, Trouble::Broke { rung: Rung::Name, broke: Break::NameNotFound, .. }), "{trouble:?}");

    let trouble = fails(&domain, |request, settings| {
        request.starts = vec![Start::domain("other.lab.test").expect("a name")];
        settings.name_server = Some(name_server);
    })
    .await;
    assert!(matches!(&trouble, Trouble::NoController { broke: Break::NameNotFound, .. }), "{trouble:?}");

    let trouble = fails(&domain, |request, _| request.starts = vec![server(HOST, 637, Security::Tls)]).await;
    assert!(matches!(&trouble, Trouble::Broke { rung: Rung::Connect, broke: Break::Refused, .. }), "{trouble:?}");

    let trouble = fails(&domain, |_, settings| settings.extra_roots.clear()).await;
    assert_eq!(*secure(&trouble), Break::CertificateUnknownIssuer { issuer: "Lab Root".into() });

    let trouble = fails(&domain, |request, settings| {
        request.starts = vec![server("dc9.lab.test", 389, Security::StartTls)];
        let address = domain.address.into();
        settings.resolve.push(ResolveOverride { host: "dc9.lab.test".into(), address, port: None });
    })
    .await;
    assert_eq!(*secure(&trouble), Break::CertificateOtherName { names: vec![HOST.into()] });

    let trouble = fails(&domain, |request, _| request.sign_in = administrator("wrong")).await;
    assert!(trouble.is_about_credentials(), "{trouble:?}");
    assert_eq!(trouble.message().id, "directory-trouble-credentials");

    // A server lets everybody in who gives no password, as nobody. That must not look like a sign-in.
    let trouble = fails(&domain, |request, _| request.sign_in = administrator("")).await;
    assert!(trouble.is_about_credentials(), "{trouble:?}");

    // The ways that lead in: by StartTLS, and by the domain's name alone.
    let (mut request, mut settings) = (domain.request(), domain.settings());
    request.starts = vec![server(HOST, 389, Security::StartTls)];
    assert!(look(&request, &settings).await.expect("StartTLS").forest.as_result().is_ok());
    request.starts = vec![Start::domain("lab.test").expect("a name")];
    settings.name_server = Some(name_server);
    assert!(look(&request, &settings).await.expect("by DNS").forest.as_result().is_ok());

    let cancel = CancellationToken::new();
    cancel.cancel();
    let reference = Arc::new(Reference::built_in());
    let cancelled = collect(&domain.request(), &settings, &reference, Arc::new(|_| {}), cancel).await;
    assert_eq!(cancelled, Err(Trouble::Cancelled));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_certificate_and_one_for_another_name_let_nobody_in() {
    if !available() {
        return;
    }
    let expired = Domain::start(&[], Certificate::Expired);
    let trouble = fails(&expired, |_, _| {}).await;
    assert!(matches!(secure(&trouble), Break::CertificateExpired { on: Some(_) }), "{trouble:?}");
    let other = Domain::start(&[], Certificate::OtherName);
    let trouble = fails(&other, |_, _| {}).await;
    assert_eq!(*secure(&trouble), Break::CertificateOtherName { names: vec!["other.lab.test".into()] });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_controller_without_a_certificate_is_never_spoken_to_in_the_clear() {
    if !available() {
        return;
    }
    let domain = Domain::start(&[], Certificate::None);
    let trouble = fails(&domain, |request, _| request.starts = vec![server(HOST, 389, Security::StartTls)]).await;
    // Samba closes the connection; Windows says why, as the next test plays it.
    assert_eq!(trouble.rung(), Some(Rung::Secure), "{trouble:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_start_tls_ends_the_look() {
    const EXTENDED: u8 = 0x78;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let heard = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a client");
        let mut question = [0; 4096];
        let length = stream.read(&mut question).await.expect("a question");
        let mut answer = result(EXTENDED, 52);
        answer[4] = question[4];
        stream.write_all(&answer).await.expect("sent");
        stream.read(&mut question[length..]).await.unwrap_or_default()
    });
    let request = DirectoryRequest {
        starts: vec![server("127.0.0.1", address.port(), Security::StartTls)],
        sign_in: SignIn::with_password("a@lab.test", Secret::new("b".into())),
        connector: None,
        test_user: None,
    };
    let trouble = look(&request, &NetworkSettings::default()).await.expect_err("it refuses");
    assert!(matches!(&trouble, Trouble::Refused { rung: Rung::Secure, code: 52, .. }), "{trouble:?}");
    assert_eq!(trouble.message().id, "directory-trouble-start-tls");
    assert_eq!(heard.await.expect("it listened"), 0, "nothing more is said in the clear");
}

/// How a look at it fails.
async fn trouble(fake: Fake) -> Trouble {
    let request = DirectoryRequest {
        starts: vec![server(HOST, fake.address.port(), Security::Tls)],
        sign_in: SignIn::with_password("a@lab.test", Secret::new("b".into())),
        connector: None,
        test_user: None,
    };
    let rule = ResolveOverride { host: HOST.into(), address: fake.address.ip(), port: None };
    let settings = NetworkSettings {
        resolve: vec![rule],
        extra_roots: vec![fake.root.clone()],
        step_timeout: std::time::Duration::from_secs(60),
        ..NetworkSettings::default()
    };
    look(&request, &settings).await.expect_err("no sound server")
}

const BOUND: u8 = 0x61;
const DONE: u8 = 0x65;

#[tokio::test(flavor = "multi_thread")]
async fn servers_that_misbehave_are_troubles_and_nothing_worse() {
    let busy = trouble(Fake::answering(vec![result(BOUND, 51)]).await).await;
    assert!(matches!(&busy, Trouble::Refused { rung: Rung::SignIn, code: 51, .. }), "{busy:?}");
    let gone = trouble(Fake::answering(vec![]).await).await;
    assert!(matches!(&gone, Trouble::Lost { .. } | Trouble::Broke { .. }), "{gone:?}");
    let half_way = trouble(Fake::answering(vec![result(BOUND, 0)]).await).await;
    assert!(matches!(&half_way, Trouble::Lost { .. }), "{half_way:?}");
    for code in [3, 4, 10, 51, 54] {
        let early = trouble(Fake::answering(vec![result(BOUND, 0), result(DONE, code)]).await).await;
        assert!(
            matches!(&early, Trouble::Refused { rung: Rung::Ask, code: found, .. } if *found == u32::from(code)),
            "{early:?}"
        );
    }
    let nothing = trouble(Fake::answering(vec![result(BOUND, 0), result(DONE, 0)]).await).await;
    assert!(matches!(&nothing, Trouble::Malformed { .. }), "{nothing:?}");
    // An object without a name or attributes, where a sound server sends both.
    let hollow = vec![0x30, 5, 2, 1, 0xff, 0x64, 0];
    let hollow = trouble(Fake::answering(vec![result(BOUND, 0), hollow]).await).await;
    assert!(matches!(&hollow, Trouble::Malformed { .. }), "{hollow:?}");
    let noise = trouble(Fake::answering(vec![result(BOUND, 0), vec![0x16, 3, 1, 0, 0, 1, 2, 3]]).await).await;
    assert!(matches!(&noise, Trouble::Lost { .. } | Trouble::Malformed { .. }), "{noise:?}");
}
