//! The tenant collector as the engine knows it.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use futures_util::{FutureExt as _, future::BoxFuture};
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::{Graph, Question, Session, TenantRequest, TenantSettings, look};
use crate::{
    Subject,
    collect::Reporter,
    engine::{Collector, Plan},
    facts::{Snapshot, Source, SourceFacts, Unavailable, Vantage},
    reference::Reference,
};

/// Looks at the tenant, or says that there is no sign-in.
pub struct TenantCollector {
    vantage: Vantage,
    subject: Subject,
    reference: Arc<Reference>,
    sign_in: Option<(Arc<Session>, TenantSettings)>,
}

impl TenantCollector {
    /// A collector that is signed in. `host` is this machine's name.
    pub fn signed_in(
        subject: &Subject,
        reference: &Arc<Reference>,
        host: &str,
        session: Arc<Session>,
        settings: TenantSettings,
    ) -> Self {
        Self { sign_in: Some((session, settings)), ..Self::without_sign_in(subject, reference, host) }
    }

    /// A collector that can only say that nobody is signed in.
    pub fn without_sign_in(subject: &Subject, reference: &Arc<Reference>, host: &str) -> Self {
        Self {
            vantage: Vantage::workstation(host),
            subject: subject.clone(),
            reference: Arc::clone(reference),
            sign_in: None,
        }
    }
}

impl Collector for TenantCollector {
    fn source(&self) -> Source {
        Source::Tenant
    }

    fn deadline(&self) -> Duration {
        // Every exchange has its own deadline and waiting its budget; this one only ends a look that is stuck.
        Duration::from_secs(600)
    }

    fn collect(
        self: Arc<Self>,
        plan: Plan,
        report: Reporter,
        cancel: CancellationToken,
    ) -> BoxFuture<'static, Vec<Snapshot>> {
        async move {
            let seen_at = Timestamp::now();
            let started = tokio::time::Instant::now();
            let checks: BTreeSet<String> = plan.checks;
            let facts = match &self.sign_in {
                Some((session, settings)) => match Graph::new(Arc::clone(session), settings, cancel) {
                    Ok(graph) => {
                        let request = TenantRequest::of(&self.subject, checks);
                        look::look(&graph, &request, &self.reference, &report).await
                    }
                    Err(error) => {
                        let why = Unavailable::CollectorFailed { what: error.to_string() };
                        look::all_missing(&Question::of(&checks), &why)
                    }
                },
                None => {
                    let why = if self.subject.tenant.trim().is_empty() {
                        Unavailable::NotConfigured { what: "tenant".to_owned() }
                    } else {
                        Unavailable::NotSignedIn
                    };
                    look::all_missing(&Question::of(&checks), &why)
                }
            };
            let took_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
            let what = SourceFacts::Tenant(Box::new(facts));
            vec![Snapshot { vantage: self.vantage.clone(), seen_at, took_ms, about: None, what }]
        }
        .boxed()
    }
}
