//! Collectors that look at a recording.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use futures_util::{FutureExt as _, future::BoxFuture};
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::Scenario;
use crate::{
    collect::Reporter,
    engine::{Collector, Plan},
    facts::{Snapshot, Source},
};

struct Recording {
    source: Source,
    snapshots: Vec<Snapshot>,
}

impl Collector for Recording {
    fn source(&self) -> Source {
        self.source
    }

    fn deadline(&self) -> Duration {
        Duration::from_secs(5)
    }

    fn collect(
        self: Arc<Self>,
        _plan: Plan,
        _report: Reporter,
        _cancel: CancellationToken,
    ) -> BoxFuture<'static, Vec<Snapshot>> {
        async move { self.snapshots.clone() }.boxed()
    }
}

pub(super) fn collectors(scenario: &Scenario, now: Timestamp) -> Vec<Arc<dyn Collector>> {
    let mut by_source: BTreeMap<Source, Vec<Snapshot>> = BTreeMap::new();
    for source in Source::ALL {
        // The shapes were verified when the scenario was read.
        by_source.insert(source, scenario.snapshots(source, now).unwrap_or_default());
    }
    by_source
        .into_iter()
        .filter(|(source, _)| *source != Source::Person)
        .map(|(source, snapshots)| Arc::new(Recording { source, snapshots }) as Arc<dyn Collector>)
        .collect()
}
