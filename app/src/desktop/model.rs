//! What the window shows: everything a view may read. Views get it as `&Model` and return commands; only `perform` and
//! `logic` change it.

mod refusal;

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::{Timestamp, civil::Date};
use readiness_core::{
    Language, Message, Words,
    assessment::{Assessment, Role},
    checklist::{Item, ItemId, Section},
    facts::Source,
    finding::Verdict,
    reference::Reference,
    report::{Chapter, Logo},
};

use super::{
    compared::Compared,
    directory::Directory,
    document::Document,
    export::Format,
    import::Preview,
    index::Index,
    keychain,
    listed::{Found, Listed, Shown},
    outside::{Outside, Sample},
    page::Page,
    recent::Recent,
    results::Results,
    running::{IdleLength, Running},
    settings::Settings,
    signing::{Signing, Stored},
    tenant::{Tenant, registration},
    toast::Toasts,
    verified::Verified,
    views::Lines,
    worker::{Glyphs, Purpose, Recoverable},
};
use crate::live::SignedIn;

/// What the window shows.
pub struct Model {
    /// Words of the screen's language.
    pub words: Arc<Words>,
    /// Every language with its own name.
    pub languages: Vec<(Language, String)>,
    /// What was chosen on this machine.
    pub settings: Settings,
    /// The page.
    pub page: Page,
    /// The assessment that is open.
    pub document: Option<Document>,
    /// What follows from it.
    pub results: Option<Results>,
    /// The run that goes on, or the last one.
    pub running: Option<Running>,
    /// How long the idle test of the next run is. Never kept: a forgotten choice would leave something out.
    pub idle_length: IdleLength,
    /// The item shown.
    pub selected: Option<ItemId>,
    /// Which items are listed.
    pub listed: Listed,
    /// Those items.
    pub shown: Shown,
    /// Items with the words that are searched for; none: nothing is searched for.
    pub found: Option<Found>,
    /// The index that searches go over, of this state or one before.
    pub index: Option<Arc<Index>>,
    /// Words of the rows of the list.
    pub lines: Lines,
    /// Items that are marked for a run of several.
    pub marked: BTreeSet<ItemId>,
    /// What the run does is shown, or hidden; none: shown while it goes on.
    pub run_block: Option<bool>,
    /// Files that were open.
    pub recent: Recent,
    /// Unsaved work.
    pub unsaved: Vec<Recoverable>,
    /// Recorded scenarios.
    pub samples: Vec<Sample>,
    /// What is said at the bottom right.
    pub toasts: Toasts,
    /// What lies over the page.
    pub over: Option<Over>,
    /// Two assessments beside each other.
    pub compared: Compared,
    /// The report that is looked at.
    pub verified: Verified,
    /// The logo that reports are printed with.
    pub logo: Option<ShownLogo>,
    /// The report that is being signed.
    pub signing: Option<Signing>,
    /// What is known of the certificates in the system's store; none: there is no store.
    pub stored: Option<Stored>,
    /// Why the last try to sign in a role came to nothing.
    pub sign_refused: Option<(Role, Message)>,
    /// The sign-in to the tenant.
    pub tenant: Tenant,
    /// Chapters that reports leave out, until the window is closed.
    pub left_out: Vec<Chapter>,
    /// The directory.
    pub directory: Directory,
    /// Reports written while this window was open.
    pub exported: Vec<Exported>,
    /// Characters that the report would print as boxes, in this state of the document and this language.
    pub glyphs: Option<((u64, u64, Language), Glyphs)>,
    /// Tables to judge by.
    pub reference: Arc<Reference>,
    /// What draws the window.
    pub renderer: String,
    /// Where the settings are kept.
    pub settings_folder: PathBuf,
    /// Where records of scans are kept.
    pub scans_folder: PathBuf,
    /// The item is shown instead of the list, where there is no room for both.
    pub reading: bool,
    /// The side is shown in full over a narrow page.
    pub side_open: bool,
    /// The side is a rail of icons although there is room for more.
    pub side_closed: bool,
    /// Words of every language, in which the palette is searched.
    pub speaks: Vec<Arc<Words>>,
    /// The time of this frame.
    pub now: Timestamp,
}

/// What lies over the page.
#[derive(Debug, Clone)]
pub enum Over {
    /// The command palette.
    Palette,
    /// The shortcut sheet.
    Shortcuts,
    /// About this program.
    About,
    /// Licences of what this program is made of.
    Licences,
    /// What was said.
    Messages,
    /// A path is typed, because no dialog can open or because somebody prefers it.
    PathField(Purpose),
    /// A file is there already.
    Overwrite(Purpose, PathBuf),
    /// The record of a scan is to be deleted.
    DiscardScan(PathBuf),
    /// What an import would change.
    Import(Box<Preview>),
}

/// A logo, and its picture on the graphics card.
pub struct ShownLogo {
    /// The logo.
    pub logo: Logo,
    /// Its picture.
    pub texture: egui::TextureHandle,
}

/// A report that was written.
#[derive(Debug, Clone)]
pub struct Exported {
    /// Format.
    pub format: Format,
    /// Where.
    pub path: PathBuf,
    /// Size in bytes.
    pub size: u64,
    /// When.
    pub at: Timestamp,
}

/// Every language with its own name.
fn languages() -> Vec<(Language, String)> {
    let named = |language: Language| {
        let name = language.own_name();
        (language, name)
    };
    Language::all().into_iter().map(named).collect()
}

impl Model {
    /// What is shown before anything is open.
    pub fn new(outside: &Outside, settings: Settings, now: Timestamp) -> Self {
        let language = settings.language.clone().unwrap_or_else(|| Language::for_locale(&outside.locale));
        Self {
            words: Arc::new(Words::new(&language, outside.zone.clone())),
            languages: languages(),
            settings,
            page: Page::Start,
            document: None,
            results: None,
            running: None,
            idle_length: IdleLength::default(),
            selected: None,
            listed: Listed::default(),
            shown: Shown::default(),
            found: None,
            index: None,
            lines: Lines::default(),
            marked: BTreeSet::new(),
            run_block: None,
            recent: Recent::default(),
            unsaved: Vec::new(),
            samples: outside.samples.clone(),
            toasts: Toasts::default(),
            over: None,
            compared: Compared::default(),
            verified: Verified::default(),
            logo: None,
            signing: None,
            stored: outside.certificates.is_some().then_some(Stored::NotRead),
            tenant: Tenant::default(),
            directory: Directory::default(),
            sign_refused: None,
            left_out: Vec::new(),
            exported: Vec::new(),
            glyphs: None,
            reference: Arc::clone(&outside.reference),
            renderer: outside.renderer.clone(),
            settings_folder: outside.folders.config.clone(),
            scans_folder: outside.folders.scans.clone(),
            reading: false,
            side_open: false,
            side_closed: false,
            speaks: Vec::new(),
            now,
        }
    }

    /// The assessment that is open.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.document.as_ref().map(|document| document.assessment().as_ref())
    }

    /// The item shown.
    pub fn item(&self) -> Option<&Item> {
        self.assessment()?.checklist().item(self.selected.as_deref()?)
    }

    /// The items that are listed, in order.
    pub fn listed_items(&self) -> impl Iterator<Item = &Item> {
        let checklist = self.assessment().map(Assessment::checklist);
        checklist.into_iter().flat_map(|checklist| self.shown.items(checklist))
    }

    /// Marked items that a machine can judge.
    pub fn marked_to_run(&self) -> Vec<ItemId> {
        let items = self.assessment().into_iter().flat_map(|assessment| assessment.checklist().items());
        items.filter(|item| self.marked.contains(&item.id) && !item.is_manual()).map(|item| item.id.clone()).collect()
    }

    /// True when what was found on the item shown is a failure, which no answer takes away.
    pub fn machine_failed(&self) -> bool {
        let Some(item) = self.item() else { return false };
        let state = self.assessment().map(|assessment| assessment.state(item, self.now));
        state.is_some_and(|state| {
            !state.stale && state.finding.is_some_and(|judged| matches!(judged.finding.verdict, Verdict::Fail))
        })
    }

    /// The section shown: the one listed, or that of the item.
    pub fn section(&self) -> Option<&Section> {
        let checklist = self.assessment()?.checklist();
        match &self.listed.section {
            Some(id) => checklist.sections.iter().find(|section| section.id == *id),
            None => checklist.section_of(self.selected.as_deref()?),
        }
    }

    /// The items that look at a source.
    pub fn items_of(&self, source: Source) -> Vec<ItemId> {
        let items = self.assessment().into_iter().flat_map(|assessment| assessment.checklist().items());
        let looks = |check: &str| readiness_core::checks::by_id(check).is_some_and(|it| it.looks_at.contains(&source));
        items.filter(|item| item.check.as_deref().is_some_and(looks)).map(|item| item.id.clone()).collect()
    }

    /// The sign-in to the tenant that is assessed, whose users can be joined with those of the directory.
    pub fn joinable_tenant(&self) -> Option<&Arc<SignedIn>> {
        let subject = &self.assessment()?.subject;
        self.tenant.signed_in().filter(|signed_in| signed_in.is_for(subject, &self.reference))
    }

    /// True for a record that lies in the program's own folder.
    pub fn is_own_scan(&self, path: &Path) -> bool {
        path.starts_with(&self.scans_folder)
    }

    /// True while a run goes on.
    pub fn is_running(&self) -> bool {
        self.running.as_ref().is_some_and(Running::goes_on)
    }

    /// The step at which an item that runs now is.
    pub fn step_of(&self, item: &str) -> Option<String> {
        let running = self.running.as_ref().filter(|running| running.is_waiting(item))?;
        let sources =
            self.assessment()?.checklist().item(item).map(|item| item.looks_at.as_slice()).unwrap_or_default();
        let lines = sources.iter().filter_map(|source| running.lines.get(source));
        let doing = lines.filter(|line| line.ended.is_none()).find_map(|line| line.doing.as_ref());
        Some(doing.map(|doing| self.words.say(doing)).unwrap_or_default())
    }

    /// True when what is open are recorded facts.
    pub fn is_training(&self) -> bool {
        self.assessment().is_some_and(|assessment| assessment.training.is_some())
    }

    /// The language of the report.
    pub fn report_language(&self) -> &Language {
        self.settings.report_language.as_ref().unwrap_or(self.words.language())
    }

    /// Today, where the reader is.
    pub fn today(&self) -> Date {
        self.now.to_zoned(self.words.zone().clone()).date()
    }

    /// The name of what is open.
    pub fn name(&self) -> String {
        let Some(assessment) = self.assessment() else { return self.words.text("app-name") };
        match assessment.subject.organisation.trim() {
            "" => self.words.text("ui-unnamed"),
            name => name.to_owned(),
        }
    }

    /// The title of the window.
    pub fn title(&self) -> String {
        let app = self.words.text("app-name");
        match &self.document {
            None => app,
            Some(_) if self.is_training() => {
                format!("{} - {} - {app}", self.words.text("ui-training-mark"), self.name())
            }
            Some(_) => format!("{} - {app}", self.name()),
        }
    }

    /// Whether the keychain keeps a sign-in to the tenant of what is open, as the application with this id.
    pub fn keeps_sign_in(&self, client_id: &str) -> bool {
        !self.settings.kept_sign_ins.is_empty()
            && self.assessment().is_some_and(|assessment| {
                registration(&assessment.subject, &self.reference, client_id.trim())
                    .is_ok_and(|of| self.settings.kept_sign_ins.contains(&keychain::name(&of)))
            })
    }
}
