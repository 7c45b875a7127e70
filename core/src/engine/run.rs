//! One run: all collectors at once, each under its own deadline, then judgement.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use futures_util::{StreamExt as _, future::BoxFuture, stream::FuturesUnordered};
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::{Plan, judge};
use crate::{
    assessment::{Assessment, RunError},
    checklist::ItemId,
    checks,
    collect::{Progress, Reporter},
    facts::{Facts, Snapshot, Source, Unavailable},
    finding::{Finding, Verdict},
    reference::{Origin, Reference},
};

/// Something that looks at one source.
pub trait Collector: Send + Sync {
    /// The source it looks at.
    fn source(&self) -> Source;

    /// Whether an item with this check waits for this look. All do, whatever their check plans to look at, because a
    /// check may draw on anything that was seen; but for a long look that is known to serve one check alone.
    fn serves(&self, check: &str) -> bool {
        let _ = check;
        true
    }

    /// How long a look may take at most.
    fn deadline(&self) -> Duration;

    /// Looks. On cancellation it returns what it has.
    fn collect(
        self: Arc<Self>,
        plan: Plan,
        report: Reporter,
        cancel: CancellationToken,
    ) -> BoxFuture<'static, Vec<Snapshot>>;
}

/// Something that happens in a run.
#[derive(Debug, Clone)]
pub enum RunEvent {
    /// The run begins.
    Planned(Plan),
    /// A collector says what it does.
    Progress(Source, Progress),
    /// A source was looked at: every collector of it is done.
    Collected {
        /// Which.
        source: Source,
        /// How long it took, in milliseconds.
        took_ms: u64,
    },
    /// A collector stopped without an answer.
    Stopped {
        /// Which.
        source: Source,
        /// Why.
        why: Unavailable,
    },
    /// An item was judged. Each is judged once, as soon as nobody looks for it any more.
    Judged(ItemId, Box<Finding>),
    /// What the run brought since it said so last. All of them together are what [`run`] returns.
    Brought(Box<Outcome>),
    /// The run is over.
    Finished {
        /// It was cancelled before its end.
        cancelled: bool,
    },
}

/// What a run needs.
pub struct Work {
    /// What to do.
    pub plan: Plan,
    /// What is held already: subject, checklist, facts.
    pub assessment: Assessment,
    /// Tables to judge by.
    pub reference: Arc<Reference>,
    /// Who looks.
    pub collectors: Vec<Arc<dyn Collector>>,
    /// Gives the time.
    pub clock: fn() -> Timestamp,
}

/// What a run brought.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// New looks.
    pub facts: Facts,
    /// New findings.
    pub findings: Vec<(ItemId, Finding)>,
    /// What went wrong.
    pub errors: Vec<RunError>,
    /// Dates of the tables that were judged by.
    pub reference: BTreeMap<String, jiff::civil::Date>,
    /// Where they come from.
    pub data: Origin,
    /// It was cancelled before its end.
    pub cancelled: bool,
}

/// Runs a plan. `emit` is called from several threads and must not block.
pub async fn run(work: Work, emit: impl Fn(RunEvent) + Send + Sync + 'static, cancel: CancellationToken) -> Outcome {
    let Work { plan, assessment, reference, collectors, clock } = work;
    let emit = Arc::new(emit);
    emit(RunEvent::Planned(plan.clone()));
    let began = clock();

    let mut left: Vec<Arc<dyn Collector>> =
        collectors.into_iter().filter(|collector| plan.sources.contains(&collector.source())).collect();
    let mut looking: FuturesUnordered<_> = left
        .iter()
        .map(|collector| {
            let collector = Arc::clone(collector);
            let source = collector.source();
            let emit = Arc::clone(&emit);
            let report: Reporter = Arc::new(move |progress| emit(RunEvent::Progress(source, progress)));
            let look = Arc::clone(&collector).collect(plan.clone(), report, cancel.clone());
            let deadline = collector.deadline();
            // A task of its own: a panic ends that task, and one that blocks its thread blocks no other.
            let mut task = tokio::spawn(look);
            async move {
                let started = tokio::time::Instant::now();
                let result = match tokio::time::timeout(deadline, &mut task).await {
                    Ok(Ok(snapshots)) => Ok(snapshots),
                    Ok(Err(ended)) => Err(Unavailable::CollectorFailed { what: words_of(ended) }),
                    Err(_) => {
                        task.abort();
                        Err(Unavailable::TimedOut { after_ms: millis(deadline) })
                    }
                };
                (collector, millis(started.elapsed()), result)
            }
        })
        .collect();

    let mut bench = Bench {
        waiting: plan.items.clone(),
        whole: Outcome::default(),
        assessment: &assessment,
        reference: &reference,
        cancel: &cancel,
        began,
        clock,
    };
    if left.is_empty() {
        bench.take(Outcome::default(), &left, &*emit);
    }
    while let Some((collector, took_ms, result)) = looking.next().await {
        let source = collector.source();
        left.retain(|other| !Arc::ptr_eq(other, &collector));
        let mut part = Outcome::default();
        match result {
            Ok(snapshots) => {
                for snapshot in snapshots {
                    part.facts.add(snapshot);
                }
                if !left.iter().any(|other| other.source() == source) {
                    emit(RunEvent::Collected { source, took_ms });
                }
            }
            Err(why) => {
                part.errors.push(RunError { at: clock(), source, why: why.clone() });
                emit(RunEvent::Stopped { source, why });
            }
        }
        bench.take(part, &left, &*emit);
    }
    emit(RunEvent::Finished { cancelled: bench.whole.cancelled });
    bench.whole
}

/// Where items wait until nobody looks for them any more.
struct Bench<'a> {
    waiting: Vec<ItemId>,
    whole: Outcome,
    assessment: &'a Assessment,
    reference: &'a Reference,
    cancel: &'a CancellationToken,
    began: Timestamp,
    clock: fn() -> Timestamp,
}

impl Bench<'_> {
    /// Takes what a collector brought, and judges the items that none of those `left` serves.
    fn take(&mut self, mut part: Outcome, left: &[Arc<dyn Collector>], emit: &(dyn Fn(RunEvent) + Send + Sync)) {
        let checklist = self.assessment.checklist();
        let waits = |item: &ItemId| {
            let check = checklist.item(item).and_then(|item| item.check.as_deref());
            check.is_some_and(|check| left.iter().any(|collector| collector.serves(check)))
        };
        let (still, ready): (Vec<_>, Vec<_>) = std::mem::take(&mut self.waiting).into_iter().partition(waits);
        self.waiting = still;
        self.whole.facts.extend(part.facts.clone());
        self.whole.errors.extend(part.errors.iter().cloned());
        let mut facts = self.assessment.facts.about(&self.assessment.subject);
        facts.extend(self.whole.facts.clone());
        let cancelled = self.cancel.is_cancelled();
        let now = (self.clock)();
        for (item, finding) in judge(checklist, &ready, &facts, &self.assessment.subject, self.reference, now) {
            let finding = unless_stopped(self.assessment, &item, finding, &self.whole.errors, self.began);
            // A cancelled run must not replace what is held by "nobody looked".
            let unknown =
                matches!(&finding.verdict, Verdict::CouldNotCheck(Unavailable::NotLookedAt | Unavailable::Cancelled));
            if cancelled && unknown && self.assessment.finding(&item).is_some() {
                continue;
            }
            emit(RunEvent::Judged(item.clone(), Box::new(finding.clone())));
            part.findings.push((item, finding));
        }
        part.reference = self.reference.dates().into_iter().map(|(name, day)| (name.to_owned(), day)).collect();
        part.data = self.reference.origin.clone();
        part.cancelled = left.is_empty() && cancelled;
        self.whole.findings.extend(part.findings.iter().cloned());
        self.whole.reference.clone_from(&part.reference);
        self.whole.data.clone_from(&part.data);
        self.whole.cancelled = part.cancelled;
        emit(RunEvent::Brought(Box::new(part)));
    }
}

/// When a source was asked in this run and did not answer, what an older look at it saw may no longer be so: only a
/// failure stands.
fn unless_stopped(
    assessment: &Assessment,
    item: &str,
    finding: Finding,
    errors: &[RunError],
    began: Timestamp,
) -> Finding {
    let check = assessment.checklist().item(item).and_then(|item| checks::by_id(item.check.as_deref()?));
    let stopped = check.and_then(|check| errors.iter().find(|error| check.looks_at.contains(&error.source)));
    let seen_now = finding.seen_at.is_some_and(|seen| seen >= began);
    match stopped {
        Some(error) if !seen_now && finding.verdict != Verdict::Fail => Finding::could_not_check(error.why.clone()),
        _ => finding,
    }
}

impl Assessment {
    /// Takes what a run brought.
    pub fn take(&mut self, outcome: Outcome, now: Timestamp) {
        self.import(outcome.facts);
        self.take_findings(outcome.findings, now);
        self.run_errors.extend(outcome.errors);
        if !outcome.reference.is_empty() {
            self.reference = outcome.reference;
            self.data = outcome.data;
        }
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

/// What ended a task.
fn words_of(ended: tokio::task::JoinError) -> String {
    let Ok(panic) = ended.try_into_panic() else { return "cancelled".to_owned() };
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".to_owned())
}
