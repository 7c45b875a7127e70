//! The idle test: what becomes of silent connections, with silences of one to three seconds instead of minutes.

use std::time::Duration;

use readiness_core::{
    collect::{
        IdleLane, Progress,
        network::{IdlePlan, IdleSteering, NetworkRequest, NetworkSettings, ProxyAddress, ProxySetting, collect},
    },
    facts::{
        Seen, Unavailable,
        network::{Break, Endpoint, IdleConnection, IdleOutcome, IdleTest, Purpose, StepName},
    },
};
use tokio_util::sync::CancellationToken;

use crate::{
    certificates::{Authority, HOST},
    fault_proxy::{Answer, FaultProxy},
    fault_server::{After, Behaviour, FaultServer},
    look::{LONG, SHORT, look, noted, relay, settings},
};

fn request(plan: &[u32], contexts: Vec<ProxySetting>) -> NetworkRequest {
    NetworkRequest {
        endpoints: vec![relay(HOST)],
        contexts,
        idle: IdlePlan::of(plan.to_vec()),
        ..NetworkRequest::default()
    }
}

async fn held(after: After, plan: &[u32], limit: Duration) -> IdleTest {
    let authority = Authority::new();
    let server = FaultServer::start(Behaviour::Tls(authority.good(), after)).await;
    let settings = settings(limit, &[(HOST, server.address)], Some(&authority));
    let facts = look(&request(plan, vec![ProxySetting::None]), &settings).await;
    let Seen::Seen(mut test) = facts.idle else { panic!("{:?}", facts.idle) };
    // A plan this short leaves out what the whole test would hold, and the facts say so.
    let (held, left_out): (Vec<_>, Vec<_>) =
        test.connections.into_iter().partition(|held| held.outcome != IdleOutcome::Shortened);
    assert_eq!(held.iter().map(|held| held.silence_s).collect::<Vec<_>>(), plan);
    let shortest = IdlePlan::full().silences_s().iter().find(|full| **full > plan[plan.len() - 1]).copied();
    assert_eq!(left_out.first().map(|left| left.silence_s), shortest);
    test.connections = held;
    test
}

#[tokio::test]
async fn connections_that_are_kept_survive() {
    let test = held(After::Relay, &[1, 2], LONG).await;
    assert_eq!(test.endpoint.host, HOST);
    for held in &test.connections {
        assert!(matches!(held.outcome, IdleOutcome::Survived { status: Some(401), .. }), "{held:?}");
        assert!(!held.control);
    }
}

#[tokio::test]
async fn a_reset_is_noticed_while_silent() {
    let test = held(After::ResetIn(Duration::from_secs(1)), &[3000], LONG).await;
    // Noticed while silent: a test that waited for the end of the silence would not end.
    assert!(matches!(test.connections[0].outcome, IdleOutcome::Reset { .. }), "{test:?}");
}

#[tokio::test]
async fn a_close_is_noticed_while_silent() {
    let test = held(After::CloseIn(Duration::from_secs(1)), &[3000], LONG).await;
    assert!(matches!(test.connections[0].outcome, IdleOutcome::ClosedByPeer { .. }), "{test:?}");
}

#[tokio::test]
async fn a_forgotten_connection_is_dropped() {
    let test = held(After::Forget, &[1], SHORT).await;
    assert!(matches!(test.connections[0].outcome, IdleOutcome::Dropped { .. }), "{test:?}");
}

#[tokio::test]
async fn a_connection_that_cannot_be_opened_says_at_which_step() {
    let authority = Authority::new();
    let server = FaultServer::start(Behaviour::Tls(authority.expired(), After::Relay)).await;
    let settings = settings(LONG, &[(HOST, server.address)], Some(&authority));
    let facts = look(&request(&[1], vec![ProxySetting::None]), &settings).await;
    let Seen::Seen(test) = facts.idle else { panic!("{:?}", facts.idle) };
    assert!(matches!(
        test.connections[0].outcome,
        IdleOutcome::NotOpened { step: StepName::Tls, broke: Break::CertificateExpired { .. } }
    ));
}

#[tokio::test]
async fn a_control_connection_goes_straight_out_beside_the_proxied_ones() {
    let authority = Authority::new();
    let server = FaultServer::start(Behaviour::Tls(authority.good(), After::Relay)).await;
    let proxy = FaultProxy::start(Answer::Tunnel, server.address).await;
    let through = ProxySetting::Explicit(ProxyAddress::new("127.0.0.1", proxy.address.port()));
    let settings = settings(LONG, &[(HOST, server.address)], Some(&authority));
    let facts = look(&request(&[1, 2], vec![through, ProxySetting::None]), &settings).await;
    let Seen::Seen(test) = facts.idle else { panic!("{:?}", facts.idle) };
    assert_eq!(test.context.address, Some(proxy.address.to_string()));
    let ran = test.connections.iter().filter(|held| held.outcome.ran());
    let kinds: Vec<_> = ran.map(|held| (held.silence_s, held.control)).collect();
    assert_eq!(kinds, [(1, false), (2, false), (2, true)]);
    // Two silent connections and one probe came through the proxy.
    assert_eq!(proxy.heard().len(), 3);
}

#[tokio::test]
async fn a_skipped_test_and_a_missing_relay_have_their_reasons() {
    let settings = settings(SHORT, &[(HOST, "127.0.0.1:9".parse().expect("an address"))], None);
    let skipped = look(&request(&[], vec![ProxySetting::None]), &settings).await;
    assert_eq!(skipped.idle, Seen::Missing(Unavailable::Skipped));
    let mut other = request(&[1], vec![ProxySetting::None]);
    other.endpoints = vec![Endpoint { host: HOST.into(), port: 443, purpose: Purpose::SignIn }];
    let missing = look(&other, &settings).await;
    assert!(matches!(missing.idle, Seen::Missing(Unavailable::Inconclusive { .. })), "{:?}", missing.idle);
}

#[tokio::test]
async fn cancelling_keeps_what_became_of_ended_connections() {
    let authority = Authority::new();
    let server = FaultServer::start(Behaviour::Tls(authority.good(), After::Relay)).await;
    let settings: NetworkSettings = settings(LONG, &[(HOST, server.address)], Some(&authority));
    let cancel = CancellationToken::new();
    let (notes, kept) = noted();
    let stop = cancel.clone();
    let report = std::sync::Arc::new(move |progress: Progress| {
        if matches!(progress, Progress::IdleEnded(_)) {
            stop.cancel();
        }
        notes(progress);
    });
    let facts = collect(&request(&[1, 3000], vec![ProxySetting::None]), &settings, report, cancel).await;
    let Seen::Seen(test) = facts.idle else { panic!("{:?}", facts.idle) };
    assert!(matches!(test.connections[0].outcome, IdleOutcome::Survived { .. }), "{test:?}");
    assert_eq!(test.connections[1].outcome, IdleOutcome::Cancelled);
    // The probe ended long before and is kept.
    assert_eq!(facts.probes.len(), 1);
    let kept = kept.lock().expect("no panic before");
    let lanes = [1, 3000].map(|silence_s| IdleLane { silence_s, control: false });
    assert!(kept.iter().any(|note| matches!(note, Progress::IdleStarted(begun) if begun.lanes == lanes)));
    for lane in lanes {
        assert!(kept.contains(&Progress::IdleSilent(lane)), "{lane:?} was not said to be silent");
    }
    let ended: Vec<&IdleConnection> =
        kept.iter().filter_map(|note| if let Progress::IdleEnded(held) = note { Some(held) } else { None }).collect();
    assert_eq!(ended.len(), 2);
}

/// Looks, and steers when the first connection has ended.
async fn steered(
    contexts: Vec<ProxySetting>,
    names: &[(&str, std::net::SocketAddr)],
    authority: &Authority,
    steer: fn(&IdleSteering),
) -> IdleTest {
    let request = request(&[1, 2, 3000], contexts);
    let steering = request.steering.clone();
    let report = std::sync::Arc::new(move |progress: Progress| {
        if matches!(&progress, Progress::IdleEnded(ended) if ended.silence_s == 1) {
            steer(&steering);
        }
    });
    // A test that was not steered would not end.
    let facts = collect(&request, &settings(LONG, names, Some(authority)), report, CancellationToken::new()).await;
    let Seen::Seen(test) = facts.idle else { panic!("{:?}", facts.idle) };
    test
}

#[tokio::test]
async fn a_test_that_is_shortened_keeps_what_it_has_and_says_what_it_left_out() {
    let authority = Authority::new();
    let server = FaultServer::start(Behaviour::Tls(authority.good(), After::Relay)).await;
    let names = [(HOST, server.address)];
    let test = steered(vec![ProxySetting::None], &names, &authority, |steering| steering.shorten_to(2)).await;
    let [first, second, third] = &test.connections[..] else { panic!("{test:?}") };
    assert!(matches!(first.outcome, IdleOutcome::Survived { .. }), "{test:?}");
    assert!(matches!(second.outcome, IdleOutcome::Survived { .. }), "{test:?}");
    assert_eq!((third.silence_s, &third.outcome), (3000, &IdleOutcome::Shortened));
}

#[tokio::test]
async fn the_control_connection_is_used_when_the_test_is_shortened() {
    let authority = Authority::new();
    let server = FaultServer::start(Behaviour::Tls(authority.good(), After::Relay)).await;
    let proxy = FaultProxy::start(Answer::Tunnel, server.address).await;
    let through = ProxySetting::Explicit(ProxyAddress::new("127.0.0.1", proxy.address.port()));
    let names = [(HOST, server.address)];
    let test = steered(vec![through], &names, &authority, |steering| steering.shorten_to(2)).await;
    let control = test.connections.last().expect("a control connection");
    assert!(control.control && matches!(control.outcome, IdleOutcome::Survived { .. }), "{test:?}");
    assert!((2..3000).contains(&control.silence_s), "{control:?}");
}

#[tokio::test]
async fn a_test_that_is_skipped_ends_at_once() {
    let authority = Authority::new();
    let server = FaultServer::start(Behaviour::Tls(authority.good(), After::Relay)).await;
    let names = [(HOST, server.address)];
    let test = steered(vec![ProxySetting::None], &names, &authority, IdleSteering::skip).await;
    let outcomes: Vec<_> = test.connections.iter().map(|held| &held.outcome).collect();
    assert!(matches!(outcomes[..], [IdleOutcome::Survived { .. }, _, IdleOutcome::Skipped]), "{outcomes:?}");
}
