//! The worker: one named thread that owns the tokio runtime. It reads, writes and runs, and wakes the window with news.
//! Jobs on files are done one after another, so that a state never overtakes the one before it; runs go on beside them.

mod files;
mod glyphs;
mod job;
mod listing;
mod logo;
mod pictures;
mod scan;
mod search;
mod sign;
mod sign_in;
mod trouble;
mod typed;
mod verify;

pub(super) use files::{is_data, proposed_name, with_end};
pub use glyphs::Glyphs;
pub use job::{Fate, Job, News, Purpose, Recoverable, SignInResult};
pub use listing::{Listing, MOST_COPIED};
pub use scan::{ScanEnded, ScanOrder, TenantSource};
pub use search::Search;
pub use sign::{SignKey, SignOrder, SignSource};
pub use sign_in::SignInOrder;
pub use trouble::Trouble;

use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, mpsc},
    thread::JoinHandle,
    time::Duration,
};

use readiness_core::{
    engine::{self, RunEvent, Work},
    msg,
};
use tokio::sync::mpsc as queue;

use super::{folders::Folders, running::Ended};
use files::Files;
use search::Searcher;

/// Progress of a run is taken in and shown at most this often.
pub(super) const PROGRESS_EVERY: Duration = Duration::from_millis(50);

/// The worker, as the window sees it.
pub struct Worker {
    jobs: Option<queue::UnboundedSender<Job>>,
    news: mpsc::Receiver<News>,
    progress: mpsc::Receiver<(u64, RunEvent)>,
    teller: Teller,
    thread: Option<JoinHandle<()>>,
}

/// Tells the window something, from any thread.
#[derive(Clone)]
pub struct Teller {
    news: mpsc::Sender<News>,
    progress: mpsc::Sender<(u64, RunEvent)>,
    context: egui::Context,
}

impl Teller {
    /// Tells it now.
    pub fn tell(&self, news: News) {
        // A window that is gone has no use for news.
        if self.news.send(news).is_ok() {
            self.context.request_repaint();
        }
    }

    /// Tells how the run with this number goes on, together with the next few events.
    fn tell_progress(&self, number: u64, event: RunEvent) {
        if self.progress.send((number, event)).is_ok() {
            self.context.request_repaint_after(PROGRESS_EVERY);
        }
    }
}

impl Worker {
    /// Starts it.
    ///
    /// # Errors
    /// The system has no thread left.
    pub fn start(context: egui::Context, folders: Folders) -> io::Result<Self> {
        let (tell, news) = mpsc::channel();
        let (tell_progress, progress) = mpsc::channel();
        let (jobs, todo) = queue::unbounded_channel();
        let teller = Teller { news: tell, progress: tell_progress, context };
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).thread_name("run").enable_all().build()?;
        let on_thread = teller.clone();
        let thread = std::thread::Builder::new().name("worker".to_owned()).spawn(move || {
            runtime.block_on(serve(todo, Files::new(folders), on_thread));
            runtime.shutdown_timeout(Duration::from_secs(2));
        })?;
        Ok(Self { jobs: Some(jobs), news, progress, teller, thread: Some(thread) })
    }

    /// Hands over a job.
    pub fn ask(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            // The thread ends only in `finish`, or by a bug that has been reported already.
            let _ = jobs.send(job);
        }
    }

    /// The next news, if there is any.
    pub fn news(&self) -> Option<News> {
        self.news.try_recv().ok()
    }

    /// The next event of a run, with the run's number, if there is any.
    pub fn progress(&self) -> Option<(u64, RunEvent)> {
        self.progress.try_recv().ok()
    }

    /// Somebody who can tell the window something.
    pub fn teller(&self) -> Teller {
        self.teller.clone()
    }

    /// Waits until everything handed over is done. For the end of the program.
    pub fn finish(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // If it panicked there is nothing left to do.
            let _ = thread.join();
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.finish();
    }
}

async fn serve(mut todo: queue::UnboundedReceiver<Job>, mut files: Files, teller: Teller) {
    let searcher = Searcher::default();
    while let Some(job) = todo.recv().await {
        let job = match job {
            Job::Run { number, plan, assessment, reference, collectors, order, clock, cancel } => {
                let subject = Arc::new(assessment.subject.clone());
                let making = AssertUnwindSafe(|| collectors(&assessment, &order));
                let collectors = catch_unwind(making).unwrap_or_default();
                let assessment = (*assessment).clone();
                let work = Work { plan, assessment, reference, collectors, clock };
                let progress = teller.clone();
                let emit = move |event| match event {
                    RunEvent::Brought(part) => progress.tell(News::RunBrought(number, part, Arc::clone(&subject))),
                    event => progress.tell_progress(number, event),
                };
                let run = tokio::spawn(engine::run(work, emit, cancel));
                let teller = teller.clone();
                tokio::spawn(async move {
                    let ended = match run.await {
                        Ok(outcome) if outcome.cancelled => Ended::Cancelled,
                        Ok(_) => Ended::Finished,
                        Err(_) => Ended::Stopped,
                    };
                    teller.tell(News::RunEnded(number, ended));
                });
                continue;
            }
            // A person is in no hurry.
            Job::SignIn(order) => {
                tokio::spawn(sign_in::perform(*order, teller.clone()));
                continue;
            }
            Job::ForgetSignIn(keychain, of) => {
                tokio::spawn(sign_in::forget(keychain, *of, teller.clone()));
                continue;
            }
            Job::Scan(order) => {
                tokio::spawn(scan::perform(*order, teller.clone()));
                continue;
            }
            // Records can be long.
            job @ (Job::ReadScan(_)
            | Job::ReadExampleScan
            | Job::FilterScan(..)
            | Job::ReadScanned(..)
            | Job::CopyScanned(..)
            | Job::ExportScan(..)) => {
                let teller = teller.clone();
                tokio::task::spawn_blocking(move || {
                    let news = catch_unwind(AssertUnwindSafe(|| scan::on_record(job)));
                    let bug = || Some(News::Refused(Trouble::new(msg!("ui-trouble-bug"))));
                    news.unwrap_or_else(|_| bug()).into_iter().for_each(|news| teller.tell(news));
                });
                continue;
            }
            // It takes as long as making the report, and nothing waits for it.
            Job::LookForGlyphs { of, assessment, words, letterhead, now } => {
                let teller = teller.clone();
                tokio::task::spawn_blocking(move || {
                    let look = AssertUnwindSafe(|| glyphs::look(&assessment, &words, &letterhead, now));
                    teller.tell(News::Glyphs(of, catch_unwind(look).unwrap_or_default()));
                });
                continue;
            }
            // It takes as long as making the report, and nothing waits for it.
            Job::Verify { number, path, trust, now } => {
                let teller = teller.clone();
                tokio::task::spawn_blocking(move || {
                    let look = AssertUnwindSafe(|| verify::look(&path, trust, now));
                    let looked = catch_unwind(look).unwrap_or_else(|_| Err(msg!("ui-trouble-bug")));
                    teller.tell(News::Verified(number, looked.map(Box::new)));
                });
                continue;
            }
            Job::Sign(order) => {
                tokio::spawn(sign::sign(*order, teller.clone()));
                continue;
            }
            // Cards and their readers take their time.
            Job::ReadCertificates(store, now) => {
                let teller = teller.clone();
                tokio::task::spawn_blocking(move || {
                    let read = AssertUnwindSafe(|| sign::certificates(store.as_ref(), now));
                    let found = catch_unwind(read).unwrap_or_else(|_| Err(msg!("ui-trouble-bug")));
                    teller.tell(News::Certificates(found));
                });
                continue;
            }
            Job::Search(search) => {
                let (searcher, teller) = (searcher.clone(), teller.clone());
                tokio::task::spawn_blocking(move || {
                    if let Some(news) = searcher.search(&search) {
                        teller.tell(news);
                    }
                });
                continue;
            }
            file_job => file_job,
        };
        // What is half done in `Files` is at worst a hold too many.
        match catch_unwind(AssertUnwindSafe(|| files.perform(job))) {
            Ok(Some(news)) => teller.tell(news),
            Ok(None) => {}
            Err(_) => teller.tell(News::Refused(Trouble::new(msg!("ui-trouble-bug")))),
        }
    }
}
