//! The run as a whole: all at once, nothing holds up the rest, cancelling keeps what ended, the clock.

use readiness_core::{
    Language, Words,
    collect::{
        Progress,
        network::{NetworkSettings, ProxySetting, collect},
    },
    facts::{
        Seen, Unavailable,
        network::{Break, Endpoint, Purpose, StepName},
    },
};
use tokio_util::sync::CancellationToken;

use crate::{
    certificates::{Authority, HOST},
    fault_server::{After, Behaviour, FaultServer},
    look::{LONG, SHORT, broke, look, noted, relay, request, settings},
};

fn silent_hosts(count: usize, server: &FaultServer) -> (Vec<String>, Vec<Endpoint>) {
    let hosts: Vec<String> = (0..count).map(|n| format!("silent{n}.lab.test")).collect();
    let endpoints = hosts
        .iter()
        .map(|host| Endpoint { host: host.clone(), port: server.address.port(), purpose: Purpose::SignIn })
        .collect();
    (hosts, endpoints)
}

#[tokio::test]
#[cfg_attr(target_os = "macos", ignore = "a program may not have that many open files there")]
async fn two_hundred_silent_endpoints_are_tried_all_at_once() {
    let server = FaultServer::start(Behaviour::Silent).await;
    let (hosts, endpoints) = silent_hosts(200, &server);
    let names: Vec<_> = hosts.iter().map(|host| (host.as_str(), server.address)).collect();
    // Long enough that all are connected before the first gives up.
    let settings = NetworkSettings { concurrency: 200, ..settings(std::time::Duration::from_secs(5), &names, None) };
    let facts = look(&request(endpoints.clone(), vec![ProxySetting::None]), &settings).await;
    assert_eq!(
        facts.probes.iter().map(|probe| &probe.endpoint).collect::<Vec<_>>(),
        endpoints.iter().collect::<Vec<_>>()
    );
    for probe in &facts.probes {
        assert_eq!(broke(probe), (StepName::Tls, Break::TimedOut { after_ms: 5_000 }));
    }
    assert_eq!(server.most_open(), 200);
}

#[tokio::test]
async fn concurrency_is_bounded() {
    let server = FaultServer::start(Behaviour::Silent).await;
    let (hosts, endpoints) = silent_hosts(9, &server);
    let names: Vec<_> = hosts.iter().map(|host| (host.as_str(), server.address)).collect();
    let settings = NetworkSettings { concurrency: 3, ..settings(SHORT, &names, None) };
    let facts = look(&request(endpoints, vec![ProxySetting::None]), &settings).await;
    assert_eq!(facts.probes.len(), 9);
    // A connection that was given up may still be counted for a moment.
    assert!((3..=6).contains(&server.most_open()), "{}", server.most_open());
}

#[tokio::test]
async fn one_broken_endpoint_holds_up_no_other() {
    let authority = Authority::new();
    let good = FaultServer::start(Behaviour::Tls(authority.good(), After::Relay)).await;
    let silent = FaultServer::start(Behaviour::Silent).await;
    let cancel = CancellationToken::new();
    let (report, notes) = noted();
    let stop = cancel.clone();
    let both = std::sync::Arc::new(move |progress: Progress| {
        if matches!(progress, Progress::Probed(_)) {
            stop.cancel();
        }
        report(progress);
    });
    // The silent one would take a minute: the good one must end first, and cancelling keeps it.
    let settings = settings(LONG, &[(HOST, good.address), ("silent.lab.test", silent.address)], Some(&authority));
    let request = request(vec![relay("silent.lab.test"), relay(HOST)], vec![ProxySetting::None]);
    let facts = collect(&request, &settings, both, cancel).await;
    assert_eq!(facts.probes.len(), 1, "{facts:#?}");
    assert_eq!((facts.probes[0].endpoint.host.as_str(), facts.probes[0].first_break()), (HOST, None));
    let notes = notes.lock().expect("no panic before");
    assert!(notes.iter().any(|note| matches!(note, Progress::Probed(probe) if **probe == facts.probes[0])));
    for note in notes.iter() {
        let Progress::Doing(message) = note else { continue };
        for language in Language::all() {
            assert!(Words::new(&language, jiff::tz::TimeZone::UTC).has(&message.id), "{language}: {}", message.id);
        }
    }
}

#[tokio::test]
async fn a_run_that_is_cancelled_before_it_begins_sees_nothing() {
    let cancel = CancellationToken::new();
    cancel.cancel();
    let mut wanted = request(vec![relay(HOST)], vec![ProxySetting::None]);
    wanted.clock = true;
    let facts = collect(&wanted, &settings(LONG, &[], None), crate::look::quiet(), cancel).await;
    assert_eq!((facts.probes.len(), facts.clock), (0, Seen::Missing(Unavailable::Cancelled)));
}

#[tokio::test]
async fn the_clock_is_read_from_a_verified_answer_only() {
    let authority = Authority::new();
    let server = FaultServer::start(Behaviour::Tls(authority.good(), After::Relay)).await;
    let mut wanted = request(vec![relay(HOST)], vec![ProxySetting::None]);
    wanted.clock = true;
    let names = [(HOST, server.address)];
    let facts = look(&wanted, &settings(LONG, &names, Some(&authority))).await;
    let Seen::Seen(clock) = &facts.clock else { panic!("{:?}", facts.clock) };
    assert_eq!(clock.host, HOST);
    assert!(clock.uncertainty_s >= 1 && clock.ahead_s.unsigned_abs() <= clock.uncertainty_s.into(), "{clock:?}");
    // The same server, not trusted: its date is worth nothing.
    let facts = look(&wanted, &settings(LONG, &names, None)).await;
    assert_eq!(facts.clock, Seen::Missing(Unavailable::Unreachable { target: HOST.into() }));
}

#[tokio::test]
async fn a_wrong_clock_is_measured_and_a_cached_date_is_not_a_clock() {
    let authority = Authority::new();
    let mut wanted = request(vec![relay(HOST)], vec![ProxySetting::None]);
    wanted.clock = true;
    let answer = |extra: &str| {
        format!("HTTP/1.1 200 OK\r\nDate: Sat, 01 Jan 2022 00:00:00 GMT\r\n{extra}Content-Length: 0\r\n\r\n")
            .into_bytes()
    };
    let server = FaultServer::start(Behaviour::Tls(authority.good(), After::Answer(answer("")))).await;
    let facts = look(&wanted, &settings(LONG, &[(HOST, server.address)], Some(&authority))).await;
    let Seen::Seen(clock) = &facts.clock else { panic!("{:?}", facts.clock) };
    assert!(clock.ahead_s > 4 * 365 * 86_400, "{clock:?}");
    let server = FaultServer::start(Behaviour::Tls(authority.good(), After::Answer(answer("Age: 9\r\n")))).await;
    let facts = look(&wanted, &settings(LONG, &[(HOST, server.address)], Some(&authority))).await;
    assert!(matches!(facts.clock, Seen::Missing(Unavailable::Inconclusive { .. })), "{:?}", facts.clock);
}
