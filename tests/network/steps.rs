//! Every way in which a probe breaks that needs no privilege, and what is seen when nothing does.

use readiness_core::{
    collect::network::{NetworkSettings, ProxySetting},
    facts::network::{Break, Endpoint, Purpose, StepName, StepResult, Trust},
};
use tokio::net::TcpListener;

use crate::{
    certificates::{AUTHORITY, Authority, HOST, self_signed},
    fault_server::{After, Behaviour, FaultServer, RELAY_BODY, relay_answer},
    look::{LONG, SHORT, broke, look, probe, relay, request, settings},
    name_server::{NameServer, Reply},
};

const MISSED: Break = Break::TimedOut { after_ms: 1_000 };

async fn tls(after: After) -> (Authority, FaultServer) {
    let authority = Authority::new();
    let server = FaultServer::start(Behaviour::Tls(authority.good(), after)).await;
    (authority, server)
}

#[tokio::test]
async fn a_relay_that_answers_is_seen_whole() {
    let (authority, server) = tls(After::Relay).await;
    let probe = probe(HOST, &server, LONG, Some(&authority)).await;
    assert_eq!(probe.first_break(), None, "{probe:#?}");
    let answer = probe.answer().expect("an answer");
    assert_eq!((answer.status, answer.body_start.as_str()), (401, RELAY_BODY));
    assert_eq!(answer.headers["server"], "Microsoft-HTTPAPI/2.0");
    assert!(!answer.headers.contains_key("content-length"));
    assert_eq!(probe.trust, Some(Trust::LocalRoot { issuer: AUTHORITY.into() }));
    let StepResult::Done(session) = &probe.tls.as_ref().expect("TLS").result else { panic!("{probe:#?}") };
    assert_eq!(session.version, "TLS 1.3");
    assert!(session.cipher.contains("AES") || session.cipher.contains("CHACHA"), "{}", session.cipher);
    assert_eq!(probe.chain.len(), 2);
    assert_eq!((probe.chain[0].names.as_slice(), probe.chain[0].sha256.len()), (&[HOST.to_owned()][..], 64));
    assert!(probe.chain[0].issuer.contains(AUTHORITY) && probe.chain[1].subject.contains(AUTHORITY));
    let StepResult::Done(tcp) = &probe.tcp.result else { panic!("{probe:#?}") };
    assert_eq!(tcp.address, server.address.to_string());
}

#[tokio::test]
async fn why_a_name_broke_is_told() {
    for (reply, expected) in [
        (Reply::Code(3), Break::NameNotFound),
        (Reply::Code(0), Break::NameHasNoAddress),
        (Reply::Code(5), Break::NameRefused),
        (Reply::Nothing, Break::NameTimedOut { after_ms: 1_000 }),
    ] {
        let server = NameServer::start(reply).await;
        let settings = NetworkSettings { name_server: Some(server.address), ..settings(SHORT, &[], None) };
        let facts = look(&request(vec![relay("absent.lab.test")], vec![ProxySetting::None]), &settings).await;
        assert_eq!(broke(&facts.probes[0]), (StepName::Name, expected));
    }
    let server = NameServer::start(Reply::Code(2)).await;
    let settings = NetworkSettings { name_server: Some(server.address), ..settings(SHORT, &[], None) };
    let facts = look(&request(vec![relay("absent.lab.test")], vec![ProxySetting::None]), &settings).await;
    assert!(matches!(broke(&facts.probes[0]), (StepName::Name, Break::NameOther { .. })));
}

#[tokio::test]
async fn the_systems_resolver_is_asked_when_no_other_is_given() {
    let (authority, server) = tls(After::Relay).await;
    let endpoint = Endpoint { host: "localhost".into(), port: server.address.port(), purpose: Purpose::Relay };
    let facts = look(&request(vec![endpoint], vec![ProxySetting::None]), &settings(LONG, &[], Some(&authority))).await;
    let probe = &facts.probes[0];
    let StepResult::Done(name) = &probe.name.result else { panic!("{probe:#?}") };
    assert!(name.addresses.contains(&"127.0.0.1".to_owned()), "{name:?}");
    // It got as far as the certificate, which is for the lab's host.
    assert!(matches!(broke(probe), (StepName::Tls, Break::CertificateOtherName { .. })));
}

#[tokio::test]
async fn a_closed_port_refuses() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let request = request(vec![relay(HOST)], vec![ProxySetting::None]);
    let facts = look(&request, &settings(LONG, &[(HOST, address)], None)).await;
    assert_eq!(broke(&facts.probes[0]), (StepName::Tcp, Break::Refused));
    assert_eq!(facts.probes[0].attempts[0].address, address.to_string());
}

#[tokio::test]
async fn an_address_without_a_way_is_unreachable() {
    // Broadcast: the system itself forbids to connect to it.
    let address = "255.255.255.255:443".parse().expect("an address");
    let request = request(vec![relay(HOST)], vec![ProxySetting::None]);
    let facts = look(&request, &settings(LONG, &[(HOST, address)], None)).await;
    assert_eq!(broke(&facts.probes[0]), (StepName::Tcp, Break::HostUnreachable));
}

#[tokio::test]
async fn handshakes_break_in_their_own_ways() {
    let alert = [0x15, 3, 3, 0, 2, 2, 40].to_vec();
    for (behaviour, limit, expected) in [
        (Behaviour::Silent, SHORT, MISSED),
        (Behaviour::Reset, LONG, Break::Reset),
        (Behaviour::Close, LONG, Break::Closed),
        (Behaviour::Raw(b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec()), LONG, Break::NotTls),
        (Behaviour::Raw(alert), LONG, Break::TlsAlert { alert: "handshake_failure".into() }),
    ] {
        let server = FaultServer::start(behaviour).await;
        let probe = probe(HOST, &server, limit, None).await;
        assert_eq!(broke(&probe), (StepName::Tls, expected));
        assert_eq!((probe.chain.len(), &probe.trust), (0, &None));
        assert!(matches!(probe.tcp.result, StepResult::Done(_)));
        assert_eq!(probe.http.result, StepResult::NotReached);
    }
}

#[tokio::test]
async fn certificates_are_refused_with_their_reason_and_their_chain_is_kept() {
    let authority = Authority::new();
    let untrusted = Some(Trust::Untrusted { issuer: AUTHORITY.into() });
    let local = Some(Trust::LocalRoot { issuer: AUTHORITY.into() });
    let ended = "2020-01-01T00:00:00Z".parse().ok();
    let begins = "2090-01-01T00:00:00Z".parse().ok();
    let other_name = Break::CertificateOtherName { names: vec!["other.lab.test".into()] };
    for (config, known, expected, trust) in [
        (authority.expired(), true, Break::CertificateExpired { on: ended }, &local),
        (authority.not_yet_valid(), true, Break::CertificateNotYetValid { from: begins }, &local),
        (authority.for_name("other.lab.test"), true, other_name, &local),
        (authority.good(), false, Break::CertificateUnknownIssuer { issuer: AUTHORITY.into() }, &untrusted),
        (self_signed(), true, Break::CertificateSelfSigned, &Some(Trust::Untrusted { issuer: HOST.into() })),
    ] {
        let server = FaultServer::start(Behaviour::Tls(config, After::Relay)).await;
        let probe = probe(HOST, &server, LONG, known.then_some(&authority)).await;
        assert_eq!(broke(&probe), (StepName::Tls, expected));
        assert_eq!(&probe.trust, trust);
        assert!(!probe.chain.is_empty());
    }
}

#[tokio::test]
async fn answers_break_in_their_own_ways() {
    let many = format!("HTTP/1.1 200 OK\r\n{}\r\n", "X: y\r\n".repeat(200)).into_bytes();
    for (after, limit, expected) in [
        (After::Forget, SHORT, Some(MISSED)),
        (After::Answer(Vec::new()), LONG, Some(Break::Closed)),
        (After::Answer(b"HTTP/1.1 200 OK\r\nServer".to_vec()), LONG, None),
        (After::Answer(b"SSH-2.0-OpenSSH_9.2\r\n\r\n".to_vec()), LONG, None),
        (After::Answer(many), LONG, None),
        (After::HeaderFlood, LONG, None),
    ] {
        let (authority, server) = tls(after).await;
        let probe = probe(HOST, &server, limit, Some(&authority)).await;
        let (step, broke) = broke(&probe);
        assert_eq!(step, StepName::Http);
        match expected {
            Some(expected) => assert_eq!(broke, expected),
            None => assert!(matches!(broke, Break::HttpMalformed { .. }), "{broke:?}"),
        }
        assert!(probe.trust.is_some());
    }
}

#[tokio::test]
async fn a_reset_in_place_of_an_answer_is_a_reset() {
    let (authority, server) = tls(After::ResetIn(std::time::Duration::ZERO)).await;
    let probe = probe(HOST, &server, LONG, Some(&authority)).await;
    assert_eq!(broke(&probe), (StepName::Http, Break::Reset));
}

#[tokio::test]
async fn bodies_are_cut_not_waited_for() {
    let (authority, server) = tls(After::Endless).await;
    let seen = probe(HOST, &server, LONG, Some(&authority)).await;
    assert_eq!(seen.answer().map(|answer| answer.body_start.len()), Some(512));
    // A body that was promised and never comes takes nothing from the head.
    let promised = b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhalf".to_vec();
    let (authority, server) = tls(After::AnswerAndHold(promised)).await;
    let seen = probe(HOST, &server, SHORT, Some(&authority)).await;
    assert_eq!(seen.answer().map(|answer| answer.body_start.as_str()), Some("half"));
}

#[tokio::test]
async fn a_redirect_is_noted_and_not_followed() {
    let answer = format!("HTTP/1.1 302 Found\r\nLocation: https://{HOST}/again\r\nContent-Length: 0\r\n\r\n");
    let (authority, server) = tls(After::Answer(answer.into_bytes())).await;
    let probe = probe(HOST, &server, LONG, Some(&authority)).await;
    let answer = probe.answer().expect("an answer");
    assert_eq!((answer.status, answer.headers["location"].as_str()), (302, "https://relay.lab.test/again"));
}

#[tokio::test]
async fn a_late_answer_within_the_deadline_is_an_answer() {
    let (authority, server) = tls(After::Late(std::time::Duration::from_millis(300), relay_answer())).await;
    let probe = probe(HOST, &server, LONG, Some(&authority)).await;
    assert_eq!(probe.answer().map(|answer| answer.status), Some(401));
}

fn revocation() -> Endpoint {
    Endpoint { host: "crl.lab.test".into(), port: 80, purpose: Purpose::Revocation }
}

#[tokio::test]
async fn plain_http_is_spoken_to_revocation_hosts() {
    let answer = b"HTTP/1.1 200 OK\r\nServer: lab\r\nContent-Length: 3\r\n\r\nCRL".to_vec();
    for (after, limit, expected) in [
        (After::Answer(answer), LONG, None),
        (After::Forget, SHORT, Some(MISSED)),
        (After::Answer(Vec::new()), LONG, Some(Break::Closed)),
    ] {
        let server = FaultServer::start(Behaviour::Http(after)).await;
        let request = request(vec![revocation()], vec![ProxySetting::None]);
        let facts = look(&request, &settings(limit, &[("crl.lab.test", server.address)], None)).await;
        let probe = &facts.probes[0];
        assert_eq!((&probe.tls, &probe.proxy, probe.chain.len()), (&None, &None, 0));
        match expected {
            Some(expected) => assert_eq!(broke(probe), (StepName::Http, expected)),
            None => {
                let answer = probe.answer().expect("an answer");
                assert_eq!((answer.status, answer.body_start.as_str()), (200, "CRL"));
                assert_eq!(answer.headers["server"], "lab");
            }
        }
    }
    let server = FaultServer::start(Behaviour::Http(After::Answer(b"\x16\x03\x01\x02garbage".to_vec()))).await;
    let request = request(vec![revocation()], vec![ProxySetting::None]);
    let facts = look(&request, &settings(LONG, &[("crl.lab.test", server.address)], None)).await;
    assert!(matches!(broke(&facts.probes[0]), (StepName::Http, Break::HttpMalformed { .. })));
}
