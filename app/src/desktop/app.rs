//! The window's program, split by tense: `logic` takes in what happened, `ui` shows what is, `perform` does what was
//! asked. It knows nothing of windows of the system, so that tests drive it.

mod keyboard;
mod logic;
pub(crate) mod perform;
mod ui;

use readiness_core::Language;
use tokio_util::sync::CancellationToken;

use super::{
    command::Command,
    forms::Forms,
    model::Model,
    outside::Outside,
    settings::Settings,
    worker::{Job, Worker},
};

/// The program behind the window.
pub struct App {
    model: Model,
    forms: Forms,
    outside: Outside,
    worker: Worker,
    next_key: u64,
    /// The document that the run is about.
    run_key: Option<u64>,
    /// The newest run; news of others are passed over.
    run_number: u64,
    /// The newest signing; news of others are passed over.
    signing_number: u64,
    /// The time of this frame in seconds since the start.
    now_s: f64,
    /// What was told to the system last: title, language, theme and size.
    told: logic::Told,
    /// What was searched for last, and of which state.
    searched: logic::Searched,
    /// Progress of a run is taken in when this time has come.
    progress_at_s: f64,
    type_ahead: keyboard::TypeAhead,
    before: keyboard::Before,
    cancel: CancellationToken,
    /// What the worker was asked to look for glyphs in.
    glyphs_of: Option<(u64, u64, Language)>,
}

impl App {
    /// Starts it. `open` is a file to open at once.
    ///
    /// # Errors
    /// The system has no thread left for the worker.
    pub fn new(
        context: &egui::Context,
        outside: Outside,
        settings: Settings,
        open: Option<std::path::PathBuf>,
    ) -> std::io::Result<Self> {
        let worker = Worker::start(context.clone(), outside.folders.clone())?;
        worker.ask(Job::ReadRecent);
        worker.ask(Job::ReadLogo);
        worker.ask(Job::LookForUnsaved);
        worker.ask(Job::LookAtData);
        let now = (outside.clock)();
        let mut app = Self {
            model: Model::new(&outside, settings, now),
            forms: Forms { focus_first: true, ..Forms::default() },
            outside,
            worker,
            next_key: 1,
            run_key: None,
            run_number: 0,
            signing_number: 0,
            now_s: 0.0,
            told: logic::Told::default(),
            searched: logic::Searched::default(),
            progress_at_s: 0.0,
            type_ahead: keyboard::TypeAhead::default(),
            before: keyboard::Before::default(),
            cancel: CancellationToken::new(),
            glyphs_of: None,
        };
        app.tell_the_system(context);
        if let Some(path) = open {
            app.perform(context, Command::OpenPath(path));
        }
        Ok(app)
    }

    /// Remembers which renderer opened the window, to be tried first the next time.
    pub fn remember_renderer(&mut self, name: &str) {
        self.choose(|settings| settings.renderer = Some(name.to_owned()));
    }

    /// What the window shows, for tests.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Ends it: what was edited is written, and everything handed over is done. This may wait; no window is left.
    pub fn finish(&mut self) {
        self.cancel.cancel();
        if let Some(document) = self.model.document.as_mut().filter(|document| document.is_dirty()) {
            self.worker.ask(Job::Write(document.write_now()));
        }
        if let Some(document) = &self.model.document
            && let Some(typed) = self.forms.drafts.unwritten()
        {
            self.worker.ask(Job::KeepTyped(document.key, document.path().cloned(), typed));
        }
        self.remember_file();
        self.worker.finish();
    }
}
