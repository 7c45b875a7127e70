//! Proxies: every answer to CONNECT is told apart, credentials go where they belong and nowhere else.

use readiness_core::{
    Secret,
    collect::network::{DesktopSettings, NetworkSettings, ProxyAddress, ProxySetting, ProxyVariables},
    facts::network::{Break, Endpoint, Probe, ProxyContext, ProxyKind, Purpose, StepName, StepResult},
};

use crate::{
    certificates::{Authority, HOST},
    fault_proxy::{Answer, FaultProxy},
    fault_server::{After, Behaviour, FaultServer},
    look::{LONG, SHORT, broke, look, relay, request, settings},
};

fn address(proxy: &FaultProxy) -> ProxyAddress {
    ProxyAddress::new(proxy.address.ip().to_string(), proxy.address.port())
}

/// Probes a relay through a proxy that answers so. The relay's name leads nowhere from here.
async fn through(answer: Answer, limit: std::time::Duration) -> (Probe, FaultProxy) {
    let authority = Authority::new();
    let server = FaultServer::start(Behaviour::Tls(authority.good(), After::Relay)).await;
    let proxy = FaultProxy::start(answer, server.address).await;
    let request = request(vec![relay(HOST)], vec![ProxySetting::Explicit(address(&proxy))]);
    let mut facts = look(&request, &settings(limit, &[], Some(&authority))).await;
    (facts.probes.remove(0), proxy)
}

#[tokio::test]
async fn a_tunnel_leads_to_the_relay() {
    let (probe, proxy) = through(Answer::Tunnel, LONG).await;
    assert_eq!(probe.first_break(), None, "{probe:#?}");
    assert_eq!(probe.answer().map(|answer| answer.status), Some(401));
    assert_eq!(probe.context.kind, ProxyKind::Explicit);
    assert_eq!(probe.context.address, Some(proxy.address.to_string()));
    assert!(matches!(&probe.proxy.as_ref().expect("a proxy").result, StepResult::Done(seen) if seen.status == 200));
    let heard = proxy.heard();
    assert!(heard[0].starts_with("CONNECT relay.lab.test:443 HTTP/1.1\r\n"), "{heard:?}");
    assert!(!heard[0].contains("Authorization"), "{heard:?}");
}

#[tokio::test]
async fn every_refusal_is_told_apart() {
    let page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 21\r\n\r\n".to_vec();
    let html = b"<html>Sign in</html>\n".to_vec();
    let asks = b"HTTP/1.1 407 No\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n\r\n".to_vec();
    let scheme = "Negotiate, NTLM".to_owned();
    for (answer, limit, expected) in [
        (Answer::Say(b"HTTP/1.1 403 Forbidden\r\n\r\n<html>".to_vec()), LONG, Break::ProxyForbids),
        (Answer::Say(asks), LONG, Break::ProxyAsksForCredentials { scheme }),
        (Answer::Say(b"HTTP/1.1 503 No\r\n\r\n".to_vec()), LONG, Break::ProxyAnswered { status: 503 }),
        (Answer::Say([page.clone(), html.clone()].concat()), LONG, Break::ProxyPage { status: 200 }),
        (Answer::SayTwice(page, html), LONG, Break::ProxyPage { status: 200 }),
        (Answer::Say(b"\x05\x00 this is not HTTP\r\n\r\n".to_vec()), LONG, Break::ProxyNotHttp),
        (Answer::Nothing, SHORT, Break::TimedOut { after_ms: 1_000 }),
        (Answer::Close, LONG, Break::Closed),
    ] {
        let (probe, _proxy) = through(answer, limit).await;
        assert_eq!(broke(&probe), (StepName::Proxy, expected));
        assert_eq!(probe.tls.as_ref().map(|step| &step.result), Some(&StepResult::NotReached));
    }
}

#[tokio::test]
async fn a_tunnel_that_describes_a_body_it_does_not_have_is_a_tunnel() {
    let authority = Authority::new();
    let server = FaultServer::start(Behaviour::Tls(authority.good(), After::Relay)).await;
    // What matters is what the tunnel carries: here TLS that breaks by itself.
    let answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".to_vec();
    let proxy = FaultProxy::start(Answer::SayTwice(answer, [0x15, 3, 3, 0, 2, 2, 40].to_vec()), server.address).await;
    let request = request(vec![relay(HOST)], vec![ProxySetting::Explicit(address(&proxy))]);
    let facts = look(&request, &settings(LONG, &[], Some(&authority))).await;
    assert_eq!(broke(&facts.probes[0]), (StepName::Tls, Break::TlsAlert { alert: "handshake_failure".into() }));
}

#[tokio::test]
async fn credentials_reach_the_proxy_and_no_fact() {
    let authority = Authority::new();
    let server = FaultServer::start(Behaviour::Tls(authority.good(), After::Relay)).await;
    // ann:secret
    let answer = Answer::TunnelFor("Proxy-Authorization: Basic YW5uOnNlY3JldA==\r\n".into());
    let proxy = FaultProxy::start(answer, server.address).await;
    let with = |password: &str| {
        ProxySetting::Explicit(address(&proxy).with_credentials("ann", Secret::new(password.to_owned())))
    };
    let contexts = vec![with("secret"), with("wrong"), ProxySetting::Explicit(address(&proxy))];
    let facts = look(&request(vec![relay(HOST)], contexts), &settings(LONG, &[], Some(&authority))).await;
    let asked = (StepName::Proxy, Break::ProxyAsksForCredentials { scheme: "Basic".into() });
    assert_eq!(facts.probes[0].answer().map(|answer| answer.status), Some(401));
    assert_eq!(broke(&facts.probes[1]), asked);
    assert_eq!(broke(&facts.probes[2]), asked);
    let written = serde_json::to_string(&facts).expect("facts are JSON");
    for leak in ["secret", "wrong", "YW5u"] {
        assert!(!written.contains(leak), "{leak} is in {written}");
    }
}

#[tokio::test]
#[cfg(target_os = "linux")]
async fn each_context_gives_its_own_probe() {
    let authority = Authority::new();
    let server = FaultServer::start(Behaviour::Tls(authority.good(), After::Relay)).await;
    let proxy = FaultProxy::start(Answer::Say(b"HTTP/1.1 403 No\r\n\r\n".to_vec()), server.address).await;
    let contexts = vec![
        ProxySetting::None,
        ProxySetting::Environment,
        ProxySetting::System,
        ProxySetting::MachineConfig(address(&proxy)),
    ];
    let settings = NetworkSettings {
        variables: ProxyVariables { https: Some(format!("http://{}", proxy.address)), ..ProxyVariables::default() },
        desktop: DesktopSettings { gsettings: "/absent".into(), ..DesktopSettings::default() },
        ..settings(LONG, &[(HOST, server.address)], Some(&authority))
    };
    let facts = look(&request(vec![relay(HOST)], contexts), &settings).await;
    let context = |kind, address| ProxyContext { kind, address };
    let through = Some(proxy.address.to_string());
    let seen: Vec<_> = facts.probes.iter().map(|probe| (probe.context.clone(), probe.answer().is_some())).collect();
    // No program reads a system setting here, so that context is absent.
    let expected = vec![
        (context(ProxyKind::None, None), true),
        (context(ProxyKind::Environment, through.clone()), false),
        (context(ProxyKind::MachineConfig, through), false),
    ];
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn an_unusable_variable_breaks_at_the_proxy_and_is_not_repeated() {
    let settings = NetworkSettings {
        variables: ProxyVariables { all: Some("socks5://ann:secret@h:1".into()), ..ProxyVariables::default() },
        ..settings(LONG, &[], None)
    };
    let facts = look(&request(vec![relay(HOST)], vec![ProxySetting::Environment]), &settings).await;
    let (step, broke) = broke(&facts.probes[0]);
    assert_eq!(step, StepName::Proxy);
    assert!(matches!(&broke, Break::ProxyUnusable { detail } if detail.starts_with("ALL_PROXY")), "{broke:?}");
    assert!(!format!("{broke:?}").contains("secret"));
}

#[tokio::test]
async fn plain_http_goes_through_the_proxy_too() {
    let crl = Endpoint { host: "crl.lab.test".into(), port: 80, purpose: Purpose::Revocation };
    let nowhere = "127.0.0.1:9".parse().expect("an address");
    let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nCRL".to_vec();
    let proxy = FaultProxy::start(Answer::Say(answer), nowhere).await;
    let contexts = vec![ProxySetting::Explicit(address(&proxy))];
    let facts = look(&request(vec![crl.clone()], contexts), &settings(LONG, &[], None)).await;
    assert_eq!(facts.probes[0].answer().map(|answer| answer.body_start.as_str()), Some("CRL"));
    assert!(proxy.heard()[0].starts_with("GET http://crl.lab.test/ HTTP/1.1\r\n"), "{:?}", proxy.heard());

    let asks = b"HTTP/1.1 407 No\r\nProxy-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n".to_vec();
    let proxy = FaultProxy::start(Answer::Say(asks), nowhere).await;
    let contexts = vec![ProxySetting::Explicit(address(&proxy))];
    let facts = look(&request(vec![crl], contexts), &settings(LONG, &[], None)).await;
    let asked = Break::ProxyAsksForCredentials { scheme: "NTLM".into() };
    assert_eq!(broke(&facts.probes[0]), (StepName::Proxy, asked));
}
