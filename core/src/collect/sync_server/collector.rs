//! The collectors of the sync server and of its event log as the engine knows them.

use std::{sync::Arc, time::Duration};

use futures_util::{FutureExt as _, future::BoxFuture};
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::{Machine, collect, collect_events, look::DAYS};
use crate::{
    collect::Reporter,
    engine::{Collector, Plan},
    facts::{Snapshot, Source, SourceFacts, Vantage},
};

/// PowerShell and a large log take their time; every other question is answered at once.
const DEADLINE: Duration = Duration::from_secs(300);

/// Looks at this machine as the sync server.
pub struct SyncServerCollector {
    machine: Arc<dyn Machine>,
    host: String,
}

/// Looks at the event log of this machine.
pub struct EventsCollector {
    machine: Arc<dyn Machine>,
    host: String,
}

impl SyncServerCollector {
    /// A collector for a machine, which is called `host`.
    pub fn new(machine: &Arc<dyn Machine>, host: &str) -> Self {
        Self { machine: Arc::clone(machine), host: host.to_owned() }
    }
}

impl EventsCollector {
    /// A collector for the log of a machine, which is called `host`.
    pub fn new(machine: &Arc<dyn Machine>, host: &str) -> Self {
        Self { machine: Arc::clone(machine), host: host.to_owned() }
    }
}

impl Collector for SyncServerCollector {
    fn source(&self) -> Source {
        Source::SyncServer
    }

    fn deadline(&self) -> Duration {
        DEADLINE
    }

    fn collect(
        self: Arc<Self>,
        _plan: Plan,
        report: Reporter,
        cancel: CancellationToken,
    ) -> BoxFuture<'static, Vec<Snapshot>> {
        let host = self.host.clone();
        let look = async move { SourceFacts::SyncServer(Box::new(collect(&self.machine, &self.host, &report).await)) };
        one_look(host, look.boxed(), cancel)
    }
}

impl Collector for EventsCollector {
    fn source(&self) -> Source {
        Source::Events
    }

    fn deadline(&self) -> Duration {
        DEADLINE
    }

    fn collect(
        self: Arc<Self>,
        _plan: Plan,
        report: Reporter,
        cancel: CancellationToken,
    ) -> BoxFuture<'static, Vec<Snapshot>> {
        let host = self.host.clone();
        let look = async move {
            SourceFacts::Events(Box::new(collect_events(&self.machine, &self.host, DAYS, &report).await))
        };
        one_look(host, look.boxed(), cancel)
    }
}

/// One look, unless it is cancelled: then nobody looked.
fn one_look(
    host: String,
    look: BoxFuture<'static, SourceFacts>,
    cancel: CancellationToken,
) -> BoxFuture<'static, Vec<Snapshot>> {
    async move {
        let seen_at = Timestamp::now();
        let started = tokio::time::Instant::now();
        let Some(what) = cancel.run_until_cancelled(look).await else { return Vec::new() };
        let took_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        // The subject says whether this workstation is the sync server.
        vec![Snapshot { vantage: Vantage::workstation(host), seen_at, took_ms, about: None, what }]
    }
    .boxed()
}
