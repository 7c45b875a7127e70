//! The bench: a harness around the program, a dialog that always answers with the same path, a clock that stands still.

use std::{
    collections::VecDeque,
    path::PathBuf,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Language,
    collect::{
        directory::DirectoryCollector,
        network::NetworkSettings,
        tenant::{TenantCollector, TenantSettings},
    },
    engine::Collector,
    reference::Reference,
    scenario,
};
use tempfile::TempDir;
use writeback_readiness::{
    certificate_store::CertificateStore,
    desktop::{
        Answer, App, Command, Dialogs, Folders, Keychain, Model, Outside, Request, Sample, Settings, prepare, samples,
    },
    live::Directory,
};

use crate::patient::{PATIENT, Patient};

/// Answers with the paths it was given, one after the other; then as if somebody closed it.
#[derive(Default)]
pub struct FakeDialogs {
    pub paths: Mutex<VecDeque<PathBuf>>,
}

impl Dialogs for FakeDialogs {
    fn open(&self, _request: Request, answer: Answer) {
        answer(self.paths.lock().unwrap().pop_front());
    }

    fn save(&self, _request: Request, answer: Answer) {
        answer(self.paths.lock().unwrap().pop_front());
    }
}

pub fn now() -> Timestamp {
    "2026-11-22T10:00:00Z".parse().unwrap()
}

/// What a window reaches beside files.
struct Reach {
    keychain: Keychain,
    certificates: Option<Arc<dyn CertificateStore>>,
    directory: NetworkSettings,
}

impl Default for Reach {
    fn default() -> Self {
        Self { keychain: forgetful(), certificates: None, directory: NetworkSettings::default() }
    }
}

/// The program and everything around it.
pub struct Bench {
    pub window: Harness<'static, Held>,
    pub dialogs: Arc<FakeDialogs>,
    pub root: Arc<TempDir>,
}

/// The program, made in the first frame because it needs the context.
pub struct Held {
    app: Option<App>,
    outside: Outside,
    settings: Settings,
    asked: Vec<Command>,
    open: Option<PathBuf>,
    /// What was asked of the system since the last key.
    sent: Vec<egui::ViewportCommand>,
    /// What was put on the clipboard since the last key.
    copied: Option<String>,
}

impl Held {
    fn ui(&mut self, ui: &mut egui::Ui) {
        let app = self.app.get_or_insert_with(|| {
            App::new(ui.ctx(), self.outside.clone(), self.settings.clone(), self.open.take()).unwrap()
        });
        for command in std::mem::take(&mut self.asked) {
            app.perform(ui.ctx(), command);
        }
        app.ui(ui);
        ui.ctx().viewport(|viewport| self.sent.extend(viewport.commands.iter().cloned()));
        ui.ctx().output(|output| {
            for command in &output.commands {
                if let egui::OutputCommand::CopyText(text) = command {
                    self.copied = Some(text.clone());
                }
            }
        });
    }
}

/// A keychain that keeps what it is given until the window is gone.
fn forgetful() -> Keychain {
    Keychain::over(keyring_core::mock::Store::new().expect("a store"))
}

impl Bench {
    pub fn new(language: &str) -> Self {
        Self::at(tempfile::tempdir().unwrap(), language, [1280.0, 800.0])
    }

    /// A window of another size.
    pub fn sized(language: &str, size: [f32; 2]) -> Self {
        Self::at(tempfile::tempdir().unwrap(), language, size)
    }

    /// A window over folders that were used before.
    pub fn at(root: TempDir, language: &str, size: [f32; 2]) -> Self {
        Self::made(Arc::new(root), language, size, samples(), None, None, Reach::default())
    }

    /// A window whose clock is that of this machine, as certificates made now need it. It opens this file.
    pub fn today(language: &str, open: Option<PathBuf>) -> Self {
        let root = Arc::new(tempfile::tempdir().unwrap());
        Self::made(root, language, [1280.0, 800.0], samples(), Some(open), None, Reach::default())
    }

    /// A window whose clouds are those of other tables, with the clock of this machine.
    pub fn over(root: &Arc<TempDir>, language: &str, reference: Reference, keychain: Keychain) -> Self {
        let (root, reach) = (Arc::clone(root), Reach { keychain, ..Reach::default() });
        Self::made(root, language, [1280.0, 800.0], samples(), Some(None), Some(reference), reach)
    }

    /// A window that reaches a directory, and perhaps clouds of other tables, with the clock of this machine.
    pub fn beside_directory(language: &str, directory: NetworkSettings, reference: Option<Reference>) -> Self {
        let root = Arc::new(tempfile::tempdir().unwrap());
        let reach = Reach { directory, ..Reach::default() };
        Self::made(root, language, [1280.0, 800.0], samples(), Some(None), reference, reach)
    }

    /// A window on a machine that has a certificate store, with the clock of this machine.
    pub fn beside_store(language: &str, store: Arc<dyn CertificateStore>) -> Self {
        let root = Arc::new(tempfile::tempdir().unwrap());
        let reach = Reach { certificates: Some(store), ..Reach::default() };
        Self::made(root, language, [1280.0, 800.0], samples(), Some(None), None, reach)
    }

    /// A second window over the folders of another.
    pub fn beside(other: &Self, language: &str) -> Self {
        Self::made(Arc::clone(&other.root), language, [1280.0, 800.0], samples(), None, None, Reach::default())
    }

    /// A window with other scenarios than the built-in ones.
    pub fn with_samples(samples: Vec<Sample>) -> Self {
        let root = Arc::new(tempfile::tempdir().unwrap());
        Self::made(root, "en", [1280.0, 800.0], samples, None, None, Reach::default())
    }

    fn made(
        root: Arc<TempDir>,
        language: &str,
        size: [f32; 2],
        samples: Vec<Sample>,
        today: Option<Option<PathBuf>>,
        reference: Option<Reference>,
        Reach { keychain, certificates, directory }: Reach,
    ) -> Self {
        let dialogs = Arc::new(FakeDialogs::default());
        let reference = Arc::new(reference.unwrap_or_else(Reference::built_in));
        let tables = Arc::clone(&reference);
        let outside = Outside {
            clock: if today.is_some() { Timestamp::now } else { now },
            zone: TimeZone::UTC,
            locale: String::new(),
            dialogs: Arc::clone(&dialogs) as Arc<dyn Dialogs>,
            tenant: TenantSettings::default(),
            keychain,
            certificates,
            own_domain: None,
            directory,
            collectors: Arc::new(move |assessment, order| -> Vec<Arc<dyn Collector>> {
                let subject = &assessment.subject;
                if subject.organisation == PATIENT {
                    return vec![Arc::new(Patient(order.idle.clone()))];
                }
                if let Some(tenant) = order.tenant.as_ref().filter(|tenant| tenant.is_for(subject, &tables)) {
                    let (session, settings) = (Arc::clone(&tenant.session), tenant.settings.clone());
                    let collector = TenantCollector::signed_in(subject, &tables, "WS-01", session, settings);
                    return vec![Arc::new(collector)];
                }
                if let Some(Directory { request, settings }) = order.directory.take() {
                    return vec![Arc::new(DirectoryCollector::new(subject, &tables, "WS-01", request, settings))];
                }
                let recorded = assessment.training.as_deref().and_then(scenario::by_id);
                recorded.map(|scenario| scenario.collectors(now())).unwrap_or_default()
            }),
            samples,
            folders: Folders::below(root.path().to_owned()),
            reference,
            renderer: "none".to_owned(),
        };
        let language: Language = language.parse().unwrap();
        let settings = Settings { language: Some(language.clone()), ..Settings::read(&outside.folders) };
        let held = Held {
            app: None,
            outside,
            settings,
            asked: Vec::new(),
            open: today.flatten(),
            sent: Vec::new(),
            copied: None,
        };
        let builder = Harness::builder();
        #[cfg(feature = "snapshots")]
        let builder = builder.renderer(crate::raster::Raster::default());
        let mut window = builder
            .with_size(size)
            .with_context_setup(move |context| {
                prepare(context);
                writeback_readiness::desktop::fonts::install(context, &language);
            })
            .build_ui_state(|ui, held: &mut Held| held.ui(ui), held);
        window.step();
        Self { window, dialogs, root }
    }

    /// Has a command performed, as if a control had asked for it.
    pub fn perform(&mut self, command: Command) {
        self.window.state_mut().asked.push(command);
        self.settle();
    }

    /// Ends it as a person would: everything is written.
    pub fn close(self) {
        let mut held = self.window.into_state();
        if let Some(app) = &mut held.app {
            app.finish();
        }
    }

    /// True when this was asked of the system since the last key.
    pub fn sent(&self, command: &egui::ViewportCommand) -> bool {
        self.window.state().sent.contains(command)
    }

    /// What was put on the clipboard since the last key.
    pub fn copied(&self) -> Option<String> {
        self.window.state().copied.clone()
    }

    pub fn model(&self) -> &Model {
        self.window.state().app.as_ref().unwrap().model()
    }

    /// Draws frames until it is so, and the frames in which it is seen: what became so at the end of a frame is on
    /// the screen only in the next.
    pub fn until(&mut self, what: &str, so: impl Fn(&Self) -> bool) {
        let deadline = Instant::now() + Duration::from_secs(100);
        loop {
            if so(self) {
                self.settle();
                return;
            }
            self.window.step();
            assert!(Instant::now() < deadline, "it never came to this: {what}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Draws the frames that a click needs to take effect.
    pub fn settle(&mut self) {
        self.window.run_steps(4);
    }

    /// Clicks the control with this name.
    pub fn click(&mut self, name: &str) {
        self.window.get_by_label(name).click();
        self.settle();
    }

    /// Scrolls to the control with this name and clicks it.
    pub fn click_far(&mut self, name: &str) {
        self.window.get_by_label(name).scroll_to_me();
        self.settle();
        self.click(name);
    }

    /// Runs everything and waits for the end.
    pub fn run_all(&mut self) {
        self.press(egui::Modifiers::NONE, egui::Key::F5);
        self.until("the run has ended", |bench| bench.model().running.as_ref().is_some_and(|run| !run.goes_on()));
        self.settle();
    }

    /// Puts text into the field with this name.
    pub fn fill(&mut self, name: &str, text: &str) {
        self.window.get_by(|node| node.label().as_deref() == Some(name) && is_field(node)).focus();
        self.settle();
        self.window.get_by(|node| node.label().as_deref() == Some(name) && is_field(node)).type_text(text);
        self.settle();
    }

    /// What is in the field with this name, and whether the cursor is in it.
    pub fn field(&self, name: &str) -> (String, bool) {
        let field = self.window.get_by(|node| node.label().as_deref() == Some(name) && is_field(node));
        (field.value().unwrap_or_default(), field.is_focused())
    }

    /// Puts the cursor into the field with this name.
    pub fn enter(&mut self, name: &str) {
        self.window.get_by(|node| node.label().as_deref() == Some(name) && is_field(node)).focus();
        self.settle();
    }

    /// Puts text into the field with this name, in place of what is in it.
    pub fn fill_anew(&mut self, name: &str, text: &str) {
        self.window.get_by(|node| node.label().as_deref() == Some(name) && is_field(node)).focus();
        self.settle();
        self.press(egui::Modifiers::COMMAND, egui::Key::A);
        self.window.get_by(|node| node.label().as_deref() == Some(name) && is_field(node)).type_text(text);
        self.settle();
    }

    pub fn press(&mut self, modifiers: egui::Modifiers, key: egui::Key) {
        self.window.state_mut().sent.clear();
        self.window.state_mut().copied = None;
        self.window.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// True when something on the screen says this.
    pub fn says(&self, text: &str) -> bool {
        self.window.query_all_by_label_contains(text).next().is_some()
    }

    /// The place of the item shown among those that are listed.
    pub fn place(&self) -> Option<usize> {
        self.model().shown.place(self.model().selected.as_deref()?)
    }

    /// The name of the control that has the focus.
    pub fn focused(&self) -> Option<String> {
        let node = self.window.root().children_recursive().find(|node| node.accesskit_node().is_focused());
        node.and_then(|node| node.accesskit_node().label())
    }

    /// True when the row of the item shown has the focus.
    pub fn row_has_focus(&self) -> bool {
        let model = self.model();
        let title = model.item().map(|item| model.words.item_title(item)).unwrap_or_default();
        self.focused().is_some_and(|name| name.starts_with(&title))
    }

    /// True when something on the screen says this message.
    pub fn says_message(&self, id: &str) -> bool {
        self.says(&self.model().words.text(id))
    }

    /// Begins an assessment of this organisation.
    pub fn begin(&mut self, organisation: &str) {
        self.press(egui::Modifiers::COMMAND, egui::Key::N);
        self.fill(&self.model().words.text("subject-organisation"), organisation);
        self.press(egui::Modifiers::COMMAND, egui::Key::Enter);
        let name = organisation.to_owned();
        self.until("the subject is taken", |bench| {
            bench.model().assessment().is_some_and(|assessment| assessment.subject.organisation == name)
        });
    }

    /// Ends it as a crash would: nothing is written any more.
    pub fn kill(self) -> TempDir {
        let Self { window, root, .. } = self;
        drop(window.into_state());
        Arc::into_inner(root).unwrap()
    }
}

fn is_field(node: &egui_kittest::kittest::AccessKitNode<'_>) -> bool {
    use egui::accesskit::Role;
    matches!(node.role(), Role::TextInput | Role::MultilineTextInput | Role::PasswordInput)
}
