//! The directory collector as the engine knows it.

use std::{sync::Arc, time::Duration};

use futures_util::{FutureExt as _, future::BoxFuture};
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::{DirectoryRequest, Trouble, collect, mark_unanswered};
use crate::{
    Subject,
    collect::{Reporter, network::NetworkSettings},
    engine::{Collector, Plan},
    facts::{Facts, OtherSubject, Snapshot, Source, SourceFacts, Unavailable, Vantage, directory::DirectoryFacts},
    msg,
    reference::Reference,
};

/// Looks at the directory of a subject's forest.
pub struct DirectoryCollector {
    vantage: Vantage,
    subject: Subject,
    request: DirectoryRequest,
    settings: NetworkSettings,
    reference: Arc<Reference>,
}

impl DirectoryCollector {
    /// A collector for the subject's forest. `host` is this machine's name.
    pub fn new(
        subject: &Subject,
        reference: &Arc<Reference>,
        host: &str,
        request: DirectoryRequest,
        settings: NetworkSettings,
    ) -> Self {
        Self {
            vantage: Vantage::workstation(host),
            subject: subject.clone(),
            request,
            settings,
            reference: Arc::clone(reference),
        }
    }

    fn snapshot(&self, facts: DirectoryFacts, seen_at: Timestamp, took_ms: u64) -> Snapshot {
        let what = SourceFacts::Directory(Box::new(facts));
        Snapshot { vantage: self.vantage.clone(), seen_at, took_ms, about: None, what }
    }

    /// Facts that say of every question why it has no answer.
    fn unanswered(&self, why: &Unavailable) -> DirectoryFacts {
        let mut facts = DirectoryFacts::default();
        mark_unanswered(&mut facts, &self.request, why);
        facts
    }
}

impl Collector for DirectoryCollector {
    fn source(&self) -> Source {
        Source::Directory
    }

    fn deadline(&self) -> Duration {
        // Every question has its own deadline; this one only ends a look that is stuck.
        Duration::from_secs(600)
    }

    fn collect(
        self: Arc<Self>,
        _plan: Plan,
        report: Reporter,
        cancel: CancellationToken,
    ) -> BoxFuture<'static, Vec<Snapshot>> {
        async move {
            let seen_at = Timestamp::now();
            let started = tokio::time::Instant::now();
            let looked = collect(&self.request, &self.settings, &self.reference, report, cancel).await;
            let took_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
            let snapshot = match looked {
                Ok(facts) => self.snapshot(facts, seen_at, took_ms),
                // Nobody looked.
                Err(Trouble::Cancelled) => return Vec::new(),
                Err(trouble) => self.snapshot(self.unanswered(&trouble.into()), seen_at, took_ms),
            };
            let mut facts = Facts::default();
            facts.add(snapshot.clone());
            vec![match facts.belong_to(&self.subject) {
                Err(OtherSubject::Forest { found, wanted }) => {
                    let why = msg!("directory-other-forest", found = found, wanted = wanted);
                    self.snapshot(self.unanswered(&Unavailable::Inconclusive { why }), seen_at, took_ms)
                }
                _ => snapshot,
            }]
        }
        .boxed()
    }
}
