//! A network that answers only when a person wants it to.

use std::{pin::Pin, sync::Arc, time::Duration};

use readiness_core::{
    collect::{IdleBegun, IdleLane, Progress, Reporter},
    engine::{Collector, Plan},
    facts::{
        Snapshot, Source, SourceFacts, Vantage,
        network::{Endpoint, IdleConnection, IdleOutcome, IdleTest, NetworkFacts, ProxyContext, Purpose},
    },
};
use tokio_util::sync::CancellationToken;
use writeback_readiness::live::IdleOrder;

use crate::bench::now;

/// An organisation whose network answers only when a person ends the run or steers its idle test.
pub const PATIENT: &str = "Patient";

/// Holds silent connections that nothing ends but a person: by cancelling the run, or by steering the idle test. Those
/// that a shortened test still holds then carry their request.
pub struct Patient(pub IdleOrder);

impl Patient {
    fn look(&self, outcome: impl Fn(u32) -> IdleOutcome) -> (IdleTest, Snapshot) {
        let silences_s = self.0.plan.silences_s().iter().copied().chain(self.0.plan.left_out_s());
        let connections =
            silences_s.map(|silence_s| IdleConnection { silence_s, control: false, outcome: outcome(silence_s) });
        let endpoint = Endpoint { host: "relay.servicebus.windows.net".into(), port: 443, purpose: Purpose::Relay };
        let test = IdleTest { endpoint, context: ProxyContext::default(), connections: connections.collect() };
        let facts = NetworkFacts { idle: test.clone().into(), ..NetworkFacts::default() };
        let what = SourceFacts::Network(Box::new(facts));
        let snapshot =
            Snapshot { vantage: Vantage::workstation("WS-01"), seen_at: now(), took_ms: 1, about: None, what };
        (test, snapshot)
    }
}

impl Collector for Patient {
    fn source(&self) -> Source {
        Source::Network
    }

    fn deadline(&self) -> Duration {
        Duration::from_secs(600)
    }

    fn collect(
        self: Arc<Self>,
        _plan: Plan,
        report: Reporter,
        cancel: CancellationToken,
    ) -> Pin<Box<dyn Future<Output = Vec<Snapshot>> + Send>> {
        Box::pin(async move {
            let order = &self.0;
            let lane = |silence_s| IdleLane { silence_s, control: false };
            let (test, _) = self.look(|_| IdleOutcome::Cancelled);
            let lanes = test.connections.iter().map(|one| lane(one.silence_s)).collect();
            report(Progress::IdleStarted(IdleBegun { endpoint: test.endpoint, context: test.context, lanes }));
            for silence_s in order.plan.left_out_s() {
                report(Progress::IdleEnded(IdleConnection {
                    silence_s,
                    control: false,
                    outcome: IdleOutcome::Shortened,
                }));
            }
            for silence_s in order.plan.silences_s() {
                report(Progress::IdleSilent(lane(*silence_s)));
            }
            while order.steering.limit_s().is_none() && !cancel.is_cancelled() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            let longest = order.plan.longest_s();
            let (_, snapshot) = self.look(|silence_s| match order.steering.limit_s() {
                _ if silence_s > longest => IdleOutcome::Shortened,
                None => IdleOutcome::Cancelled,
                Some(0) => IdleOutcome::Skipped,
                Some(limit) if silence_s > limit => IdleOutcome::Shortened,
                Some(_) => IdleOutcome::Survived { answer_ms: 38, status: Some(401) },
            });
            vec![snapshot]
        })
    }
}
