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

/// The check that needs the idle test, which takes minutes; the test is left out when no item of the plan uses it.
const IDLE: &str = "connectivity.idle";

/// Looks at the network from this machine.
pub struct NetworkCollector {
    vantage: Vantage,
    settings: NetworkSettings,
    request: NetworkRequest,
}

impl NetworkCollector {
    /// A collector for the endpoints of this assessment's subject. `host` is this machine's name.
    pub fn new(
        assessment: &Assessment,
        reference: &Reference,
        host: &str,
        settings: NetworkSettings,
        ways: Vec<ProxySetting>,
        idle: IdlePlan,
    ) -> Self {
        let endpoints = endpoints(reference, &assessment.subject, &assessment.facts);
        let request =
            NetworkRequest { endpoints, contexts: ways, idle, steering: IdleSteering::default(), clock: true };
        Self { vantage: Vantage::workstation(host), settings, request }
    }

    /// The same collector, whose idle test is steered by this handle.
    #[must_use]
    pub fn steered_by(mut self, steering: IdleSteering) -> Self {
        self.request.steering = steering;
        self
    }
}

impl Collector for NetworkCollector {
    fn source(&self) -> Source {
        Source::Network
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
            let mut request = self.request.clone();
            let idle_wanted = plan.checks.contains(IDLE);
            if !idle_wanted {
                request.idle = IdlePlan::skip();
            }
            let seen_at = Timestamp::now();
            let started = tokio::time::Instant::now();
            let mut facts = collect(&request, &self.settings, report, cancel).await;
            if !idle_wanted {
                // Nobody asked, which is not the same as skipped: an older answer still counts.
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
