//! A collector that panics or hangs costs its own facts only; a cancelled run keeps what is finished.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use futures_util::{FutureExt as _, future::BoxFuture};
use jiff::{SignedDuration, Timestamp};
use tokio_util::sync::CancellationToken;

use super::*;
use crate::{
    Subject,
    assessment::{Assessment, Status},
    checklist,
    collect::Reporter,
    facts::{Facts, Snapshot, Source, SourceFacts, Unavailable, Vantage, sync_server::*},
    finding::Verdict,
    reference::Reference,
};

/// What a counterpart does when it is asked to look.
enum Behaviour {
    Sees(Box<SyncServerFacts>),
    Panics,
    Hangs,
    BlocksItsThread,
}

struct Counterpart(Source, Behaviour);

/// One that serves the idle test only.
struct IdleOnly(Arc<Counterpart>);

impl Collector for IdleOnly {
    fn source(&self) -> Source {
        self.0.source()
    }
    fn serves(&self, check: &str) -> bool {
        check == "connectivity.idle"
    }
    fn deadline(&self) -> Duration {
        self.0.deadline()
    }
    fn collect(
        self: Arc<Self>,
        plan: Plan,
        report: Reporter,
        cancel: CancellationToken,
    ) -> BoxFuture<'static, Vec<Snapshot>> {
        Arc::clone(&self.0).collect(plan, report, cancel)
    }
}

impl From<Counterpart> for Arc<dyn Collector> {
    fn from(one: Counterpart) -> Self {
        Arc::new(one)
    }
}

impl Collector for Counterpart {
    fn source(&self) -> Source {
        self.0
    }
    fn deadline(&self) -> Duration {
        Duration::from_millis(100)
    }
    fn collect(self: Arc<Self>, _: Plan, _: Reporter, cancel: CancellationToken) -> BoxFuture<'static, Vec<Snapshot>> {
        async move {
            match &self.1 {
                Behaviour::Sees(facts) => vec![Snapshot {
                    vantage: Vantage::sync_server("SYNC01"),
                    seen_at: Timestamp::now(),
                    took_ms: 1,
                    about: None,
                    what: SourceFacts::SyncServer(facts.clone()),
                }],
                Behaviour::Panics => panic!("the collector broke"),
                Behaviour::Hangs => {
                    cancel.cancelled().await;
                    std::future::pending().await
                }
                Behaviour::BlocksItsThread => {
                    std::thread::sleep(Duration::from_millis(400));
                    Vec::new()
                }
            }
        }
        .boxed()
    }
}

fn running_server(staging: bool) -> Box<SyncServerFacts> {
    let scheduler = Scheduler { staging, enabled: true, suspended: false };
    Box::new(SyncServerFacts { scheduler: scheduler.into(), ..SyncServerFacts::default() })
}

async fn run_with(
    assessment: Assessment,
    collectors: Vec<Arc<dyn Collector>>,
    cancel: CancellationToken,
) -> (Assessment, Vec<RunEvent>) {
    let plan = Plan::new(&assessment, &Scope::All, Timestamp::now());
    let events = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&events);
    let mut assessment = assessment;
    let work = Work {
        plan,
        assessment: assessment.clone(),
        reference: Arc::new(Reference::built_in()),
        collectors,
        clock: Timestamp::now,
    };
    let outcome = run(work, move |event| sink.lock().expect("events").push(event), cancel).await;
    assessment.take(outcome, Timestamp::now());
    let events = events.lock().expect("events").clone();
    (assessment, events)
}

fn new() -> Assessment {
    Assessment::new(checklist::built_in(), Subject::default(), Timestamp::now())
}

fn verdict(assessment: &Assessment, item: &str) -> Verdict {
    assessment.finding(item).expect("judged").finding.verdict.clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_collector_that_stops_costs_its_own_facts_only() {
    for broken in [Behaviour::Panics, Behaviour::Hangs, Behaviour::BlocksItsThread] {
        let collectors = vec![
            Counterpart(Source::SyncServer, Behaviour::Sees(running_server(false))).into(),
            Counterpart(Source::Network, broken).into(),
        ];
        let (assessment, events) = run_with(new(), collectors, CancellationToken::new()).await;
        assert_eq!(verdict(&assessment, "sync.not-staging"), Verdict::Pass);
        let idle = verdict(&assessment, "connectivity.idle");
        assert!(
            matches!(&idle, Verdict::CouldNotCheck(Unavailable::CollectorFailed { .. } | Unavailable::TimedOut { .. })),
            "{idle:?}"
        );
        assert!(assessment.run_errors.iter().all(|error| error.source == Source::Network));
        assert_eq!(assessment.run_errors.len(), 1);
        assert!(matches!(events.last(), Some(RunEvent::Finished { cancelled: false })));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_item_waits_for_those_who_look_for_it_and_for_nobody_else() {
    let collectors: Vec<Arc<dyn Collector>> = vec![
        Arc::new(IdleOnly(Arc::new(Counterpart(Source::Network, Behaviour::Hangs)))),
        Counterpart(Source::SyncServer, Behaviour::Sees(running_server(false))).into(),
    ];
    let (whole, events) = run_with(new(), collectors, CancellationToken::new()).await;
    let at = |wanted: &dyn Fn(&RunEvent) -> bool| events.iter().position(wanted).expect("it happened");
    let judged = |id: &str| at(&|event| matches!(event, RunEvent::Judged(item, _) if item == id));
    let network_ends = at(&|event| matches!(event, RunEvent::Stopped { source: Source::Network, .. }));
    assert!(judged("sync.not-staging") < network_ends);
    assert!(network_ends < judged("connectivity.idle"));

    let mut in_parts = new();
    for event in &events {
        if let RunEvent::Brought(part) = event {
            in_parts.take(Outcome::clone(part), Timestamp::now());
        }
    }
    assert_eq!(in_parts.facts, whole.facts);
    assert_eq!(in_parts.run_errors, whole.run_errors);
    for item in whole.checklist().items() {
        let found = |of: &Assessment| of.finding(&item.id).map(|judged| judged.finding.clone());
        assert_eq!(found(&in_parts), found(&whole), "{}", item.id);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_pass_does_not_survive_a_look_that_got_no_answer() {
    let good = vec![Counterpart(Source::SyncServer, Behaviour::Sees(running_server(false))).into()];
    let (assessment, _) = run_with(new(), good, CancellationToken::new()).await;
    assert_eq!(verdict(&assessment, "sync.not-staging"), Verdict::Pass);
    let broken = vec![Counterpart(Source::SyncServer, Behaviour::Panics).into()];
    let (assessment, _) = run_with(assessment, broken, CancellationToken::new()).await;
    assert!(matches!(verdict(&assessment, "sync.not-staging"), Verdict::CouldNotCheck(_)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_failure_does() {
    let staging = vec![Counterpart(Source::SyncServer, Behaviour::Sees(running_server(true))).into()];
    let (assessment, _) = run_with(new(), staging, CancellationToken::new()).await;
    let broken = vec![Counterpart(Source::SyncServer, Behaviour::Panics).into()];
    let (assessment, _) = run_with(assessment, broken, CancellationToken::new()).await;
    assert_eq!(verdict(&assessment, "sync.not-staging"), Verdict::Fail);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancelled_run_keeps_what_is_finished_and_replaces_nothing_by_not_looked_at() {
    let good = vec![Counterpart(Source::SyncServer, Behaviour::Sees(running_server(false))).into()];
    let (assessment, _) = run_with(new(), good, CancellationToken::new()).await;
    let cancel = CancellationToken::new();
    cancel.cancel();
    let (after, events) = run_with(assessment, Vec::new(), cancel).await;
    assert_eq!(verdict(&after, "sync.not-staging"), Verdict::Pass);
    assert!(matches!(events.last(), Some(RunEvent::Finished { cancelled: true })));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn facts_of_another_subject_are_kept_and_not_judged() {
    let good = vec![Counterpart(Source::SyncServer, Behaviour::Sees(running_server(false))).into()];
    let (mut assessment, _) = run_with(new(), good, CancellationToken::new()).await;
    assert_eq!(verdict(&assessment, "sync.not-staging"), Verdict::Pass);
    // Another test user leaves the server's evidence standing; another server does not.
    assessment.change_subject(Subject { test_user: "tess@contoso.com".into(), ..assessment.subject.clone() });
    let (mut assessment, _) = run_with(assessment, Vec::new(), CancellationToken::new()).await;
    assert_eq!(verdict(&assessment, "sync.not-staging"), Verdict::Pass);
    assessment.change_subject(Subject { sync_server: "SYNC02".into(), ..assessment.subject.clone() });
    let (assessment, _) = run_with(assessment, Vec::new(), CancellationToken::new()).await;
    assert!(matches!(verdict(&assessment, "sync.not-staging"), Verdict::CouldNotCheck(Unavailable::NotLookedAt)));
    assert_eq!(assessment.facts.snapshots().len(), 1);
}

#[test]
fn evidence_whose_clock_runs_ahead_is_not_believed() {
    let (assessment, reference) = (new(), Reference::built_in());
    let now = Timestamp::now();
    let judged = |minutes_ahead: i64| {
        let mut facts = Facts::default();
        facts.add(Snapshot {
            vantage: Vantage::sync_server("SYNC01"),
            seen_at: now + SignedDuration::from_mins(minutes_ahead),
            took_ms: 1,
            about: None,
            what: SourceFacts::SyncServer(running_server(false)),
        });
        let items = ["sync.not-staging".to_owned()];
        judge(assessment.checklist(), &items, &facts, &assessment.subject, &reference, now)[0].1.verdict.clone()
    };
    assert_eq!(judged(5), Verdict::Pass);
    assert_eq!(judged(60), Verdict::CouldNotCheck(Unavailable::NotLookedAt));
}

#[test]
fn a_plan_follows_its_scope() {
    let mut assessment = new();
    let now = Timestamp::now();
    let all = Plan::new(&assessment, &Scope::All, now);
    assert!(all.items.len() > 30 && all.sources.len() == 5);
    let one = Plan::new(&assessment, &Scope::Items(vec!["connectivity.idle".into()]), now);
    assert_eq!(one.items, ["connectivity.idle"]);
    assert_eq!(one.sources.iter().copied().collect::<Vec<_>>(), [Source::Network]);
    assessment.take_findings([("sync.not-staging".to_owned(), crate::finding::Finding::pass(crate::msg!("x")))], now);
    let not_met = Plan::new(&assessment, &Scope::NotMet, now);
    assert!(!not_met.items.contains(&"sync.not-staging".to_owned()));
    assert!(not_met.items.contains(&"sync.installed".to_owned()));
    let item = assessment.checklist().item("sync.not-staging").expect("there").clone();
    assert_eq!(assessment.state(&item, now).status, Status::Pass);
}
