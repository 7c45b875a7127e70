//! The network collector as the engine knows it.

use std::{sync::Arc, time::Duration};

use futures_util::{FutureExt as _, future::BoxFuture};
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::{IdlePlan, IdleSteering, NetworkRequest, NetworkSettings, ProxySetting, collect};
use crate::{
    assessment::Assessment,
    collect::Reporter,
    engine::{Collector, Plan, endpoints},
    facts::{Seen, Snapshot, Source, SourceFacts, Vantage},
    reference::Reference,
};

/// The check that needs the idle test, and the only one (a wall says so).
const IDLE: &str = "connectivity.idle";

/// Looks at the network from this machine. The idle test, which takes minutes, is a collector of its own, so that nothing
/// else waits for it.
pub struct NetworkCollector {
    vantage: Vantage,
    settings: Arc<NetworkSettings>,
    request: NetworkRequest,
}

impl NetworkCollector {
    /// The two collectors for the endpoints of this assessment's subject. `host` is this machine's name; `steering`
    /// shortens or skips the idle test.
    pub fn both(
        assessment: &Assessment,
        reference: &Reference,
        host: &str,
        settings: NetworkSettings,
        ways: Vec<ProxySetting>,
        idle: IdlePlan,
        steering: IdleSteering,
    ) -> [Arc<dyn Collector>; 2] {
        let endpoints = endpoints(reference, &assessment.subject, &assessment.facts);
        let request =
            NetworkRequest { endpoints, contexts: ways, idle: IdlePlan::skip(), clock: true, ..Default::default() };
        let silent = NetworkRequest { idle, steering, idle_alone: true, clock: false, ..request.clone() };
        let look = Self { vantage: Vantage::workstation(host), settings: Arc::new(settings), request };
        let idle = Self { vantage: look.vantage.clone(), settings: Arc::clone(&look.settings), request: silent };
        [Arc::new(look), Arc::new(idle)]
    }
}

impl Collector for NetworkCollector {
    fn source(&self) -> Source {
        Source::Network
    }

    fn serves(&self, check: &str) -> bool {
        !self.request.idle_alone || check == IDLE
    }

    fn deadline(&self) -> Duration {
        // Every step has its own deadline; this one only ends a look that is stuck in spite of them.
        Duration::from_secs(u64::from(self.request.idle.longest_s()))
            + self.settings.step_timeout * 20
            + Duration::from_secs(30)
    }

    fn collect(
        self: Arc<Self>,
        plan: Plan,
        report: Reporter,
        cancel: CancellationToken,
    ) -> BoxFuture<'static, Vec<Snapshot>> {
        async move {
            if self.request.idle_alone && !plan.checks.contains(IDLE) {
                return Vec::new();
            }
            let seen_at = Timestamp::now();
            let started = tokio::time::Instant::now();
            let mut facts = collect(&self.request, &self.settings, report, cancel).await;
            if self.request.idle_alone {
                facts.system_proxy = Seen::default();
            } else {
                // This look did not ask, which is not the same as skipped: an older answer still counts.
                facts.idle = Seen::default();
            }
            let took_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
            vec![Snapshot {
                vantage: self.vantage.clone(),
                seen_at,
                took_ms,
                about: None,
                what: SourceFacts::Network(Box::new(facts)),
            }]
        }
        .boxed()
    }
}
