//! What happened: news of the worker, time that has passed, files that were dropped, a window that closes.

use std::{mem, sync::Arc, time::Duration};

use egui::ViewportCommand;
use readiness_core::{Language, Message, Words, msg};

use super::App;
use crate::desktop::{
    command::Command,
    document::Document,
    fonts,
    import::Preview,
    listed::Shown,
    model::{Exported, Over, ShownLogo},
    page::Page,
    results::{Results, Stamp},
    settings::Theme,
    toast::Tone,
    worker::{Fate, Job, News, Purpose, Search},
};

/// What the system was told last, so that it is told changes only.
#[derive(Default, PartialEq)]
pub(super) struct Told {
    title: String,
    language: Option<Language>,
    theme: Option<Theme>,
    zoom: u16,
}

/// What was searched for last.
#[derive(Default)]
pub(super) struct Searched {
    wanted: String,
    of: Option<(Stamp, Language)>,
    number: u64,
    /// The first item found is to be shown as soon as it is known.
    pub(super) go_in: bool,
}

impl App {
    /// Takes in what happened since the last frame.
    pub(super) fn logic(&mut self, context: &egui::Context) {
        let now_s = context.input(|input| input.time);
        self.now_s = now_s;
        self.model.now = (self.outside.clock)();
        self.hear_progress(now_s);
        while let Some(news) = self.worker.news() {
            self.hear(context, news, now_s);
        }
        self.forget_password();
        self.look_for_words();
        self.look_for_scanned();
        let dropped = context.input(|input| input.raw.dropped_files.clone());
        for path in dropped.into_iter().map(|file| file.path().to_owned()) {
            self.perform(context, Command::Dropped(path));
        }
        self.pass_time(context, now_s);
        self.refresh();
        self.look_for_glyphs();
        self.tell_the_system(context);
    }

    /// Brings up to date what follows from the document.
    pub(super) fn refresh(&mut self) {
        let open = self.model.document.as_ref().map(|document| Arc::clone(document.assessment()));
        self.model.compared.refresh(open.as_ref(), self.model.now);
        let Some(document) = &self.model.document else {
            self.model.results = None;
            return;
        };
        let cached = self.model.results.take();
        let (key, revision) = (document.key, document.revision());
        let assessment = document.assessment();
        let results = Results::of(cached, key, revision, assessment, self.model.now);
        let (stamp, now) = (results.of, self.model.now);
        self.model.results = Some(results);
        self.model.lines.fit(stamp, self.model.words.language());
        let cached = mem::take(&mut self.model.shown);
        self.model.shown = Shown::of(cached, stamp, assessment, &self.model.listed, self.model.found.as_ref(), now);
    }

    /// Has the words in the search field looked for, when they have changed or the assessment has.
    fn look_for_words(&mut self) {
        let wanted = self.forms.search.trim();
        if wanted.is_empty() {
            self.searched.wanted.clear();
            self.model.found = None;
            return;
        }
        let of = self.model.results.as_ref().map(|results| (results.of, self.model.words.language().clone()));
        if self.searched.wanted != wanted || self.searched.of != of {
            self.search(wanted.to_owned());
        }
    }

    /// True when the words in the search field have been looked for.
    pub(super) fn is_found(&self) -> bool {
        let found = self.model.found.as_ref();
        self.searched.wanted == self.forms.search.trim()
            && found.is_some_and(|found| found.number == self.searched.number)
    }

    /// Has words looked for; without any, only the index is brought up to date.
    pub(super) fn search(&mut self, wanted: String) {
        let (Some(document), Some(results)) = (&self.model.document, &self.model.results) else { return };
        let (of, words) = (results.of, Arc::clone(&self.model.words));
        self.searched.number += 1;
        self.searched.of = Some((of, words.language().clone()));
        self.searched.wanted.clone_from(&wanted);
        let assessment = Arc::clone(document.assessment());
        let number = self.searched.number;
        self.worker.ask(Job::Search(Search { number, wanted, of, assessment, words, now: self.model.now }));
    }

    fn pass_time(&mut self, context: &egui::Context, now_s: f64) {
        let mut next: Option<f64> = None;
        let mut wake = |after_s: f64| next = Some(next.map_or(after_s, |other: f64| other.min(after_s)));
        if let Some(document) = &mut self.model.document {
            match document.due(now_s) {
                Ok(writing) => self.worker.ask(Job::Write(writing)),
                Err(Some(wait)) => wake(wait),
                Err(None) => {}
            }
        }
        if let Some(document) = &self.model.document {
            match self.forms.drafts.due(now_s) {
                Ok(typed) => self.worker.ask(Job::KeepTyped(document.key, document.path().cloned(), typed)),
                Err(Some(wait)) => wake(wait),
                Err(None) => {}
            }
        }
        if let Some(wait) = self.model.toasts.pass_time(now_s) {
            wake(wait);
        }
        if self.model.directory.going.is_some() && self.model.page == Page::Directory {
            // How long it takes.
            wake(1.0);
        }
        if self.model.is_running() {
            // The clock in the bar, and the countdown of the idle test.
            wake(1.0);
            // Events that came too soon after the last ones.
            if self.progress_at_s > now_s {
                wake(self.progress_at_s - now_s);
            }
        }
        if let Some(after_s) = next {
            context.request_repaint_after(Duration::from_secs_f64(after_s.max(0.02)));
        }
    }

    /// On the page of the report, has it looked for characters that would be printed as boxes.
    fn look_for_glyphs(&mut self) {
        let Some(document) = self.model.document.as_ref().filter(|_| self.model.page == Page::Report) else { return };
        let of = (document.key, document.revision(), self.model.report_language().clone());
        if self.glyphs_of.as_ref() == Some(&of) {
            return;
        }
        self.glyphs_of = Some(of.clone());
        let assessment = Arc::clone(document.assessment());
        let (words, now) = (self.report_words(), self.model.now);
        // One that cannot be printed is said when the report is made.
        let letterhead = self.paper().unwrap_or_default();
        self.worker.ask(Job::LookForGlyphs { of, assessment, words, letterhead, now });
    }

    fn hear(&mut self, context: &egui::Context, news: News, now_s: f64) {
        match news {
            // News of a run whose document was closed, or of one before, are about nothing that is shown.
            News::SignInPrompt(number, prompt) => self.sign_in_asks(context, number, prompt),
            News::SignedIn(number, result, kept) => self.sign_in_ended(number, result, kept),
            News::ScanDoing(number, doing) => {
                let going = self.model.directory.going.as_mut().filter(|_| number == self.model.directory.number);
                if let Some(going) = going {
                    going.doing = Some(doing);
                }
            }
            News::ScanGoes(number, listed, outcomes) => {
                let going = self.model.directory.going.as_mut().filter(|_| number == self.model.directory.number);
                if let Some(going) = going {
                    (going.listed, going.outcomes) = (listed, outcomes);
                }
            }
            News::ScanEnded(number, ended) => self.scan_ended(number, *ended),
            News::Scans(kept) => self.model.directory.kept = kept,
            News::ScanRead(listing) => self.scan_read(*listing),
            News::ScanFiltered(number, filter, listed) => self.scanned_listed(number, filter, listed),
            News::Scanned(number, rows) => {
                let found = self.model.directory.found.as_mut();
                if let Some(found) = found.filter(|found| found.number == number) {
                    found.take(rows);
                }
            }
            News::ScannedText(text, all) => self.scanned_copied(context, text, all),
            News::DirectoryRoots(given) => self.model.directory.roots = Some(given),
            News::RunBrought(number, ..) | News::RunEnded(number, _) if number != self.run_number => {}
            News::RunBrought(_, outcome, subject) => {
                self.progress_at_s = 0.0;
                self.hear_progress(now_s);
                self.run_brought(*outcome, &subject, now_s);
            }
            News::RunEnded(_, ended) => {
                self.progress_at_s = 0.0;
                self.hear_progress(now_s);
                self.run_ended(ended);
            }
            News::Found(found, index) => {
                self.model.index = Some(index);
                let newest = |number: u64| number == self.searched.number && !self.searched.wanted.is_empty();
                if let Some(found) = found.filter(|found| newest(found.number)) {
                    self.model.found = Some(found);
                    self.refresh();
                    if mem::take(&mut self.searched.go_in) {
                        self.enter_list();
                    }
                }
            }
            News::Opened(assessment, path, hold) => {
                let key = self.new_key();
                let document = Document::opened(key, *assessment, path.clone(), hold);
                self.show_document(document);
                self.worker.ask(Job::ReadTyped(key, Some(path)));
                self.remember_file();
            }
            News::Recovered(assessment, key) => {
                let mut document = Document::unnamed(key, *assessment);
                // It is worth keeping although nothing was edited since.
                document.recovered();
                self.show_document(document);
                self.worker.ask(Job::ReadTyped(key, None));
                self.worker.ask(Job::LookForUnsaved);
            }
            News::Wrote { key, revision, fate } => self.wrote(key, revision, fate, now_s),
            News::Unsaved(found) => self.model.unsaved = found,
            News::Facts(path, facts) => {
                let Some(assessment) = self.model.assessment() else {
                    self.say(msg!("ui-import-needs-document"), Tone::Trouble, None);
                    return;
                };
                if let Some(look) = facts.of_the_future(self.model.now) {
                    let why = msg!("ui-import-future", place = look.vantage.message(), at = look.seen_at);
                    self.say(why, Tone::Trouble, None);
                    return;
                }
                let preview = Preview::of(path, *facts, assessment, &self.model.reference, self.model.now);
                self.model.over = Some(Over::Import(Box::new(preview)));
            }
            News::Attachment(item, file) => self.forms.attach(&item, *file),
            News::Typed(key, kept) => {
                if self.model.document.as_ref().is_some_and(|document| document.key == key) {
                    let count = self.forms.drafts.restore(kept);
                    if count > 0 {
                        self.say(msg!("ui-typed-kept", count = count), Tone::Note, None);
                    }
                }
            }
            News::Glyphs(of, glyphs) => self.model.glyphs = Some((of, glyphs)),
            News::Exported { format, path, size } => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.say(msg!("ui-exported", name = name), Tone::Done, None);
                let at = self.model.now;
                self.model.exported.retain(|other| other.format != format);
                self.model.exported.push(Exported { format, path, size, at });
            }
            News::Compared(slot, path, assessment) => self.compared_read(slot, path, *assessment),
            News::Saved(path) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.say(msg!("ui-exported", name = name), Tone::Done, None);
            }
            News::IsPdf(path) => self.verify(path),
            News::Verified(number, looked) => self.verified(number, looked),
            News::Logo(logo) => {
                self.glyphs_of = None;
                self.model.logo = logo.map(|logo| {
                    let (logo, picture) = *logo;
                    let texture = context.load_texture(logo.sha256(), picture, egui::TextureOptions::LINEAR);
                    ShownLogo { logo, texture }
                });
            }
            News::SigningStep(number, step) => self.signing_goes_on(number, step),
            News::Signed(number, done) => self.signing_ended(number, done),
            News::Certificates(found) => self.certificates_read(found),
            News::Roots(given) => self.trust(given),
            News::Lists(given) => self.look_into(given),
            News::DataInstalled(issued) => self.say(msg!("ui-data-installed", issued = issued), Tone::Done, None),
            News::Recent(recent) => self.model.recent = recent,
            News::Chosen(purpose, Some(path), _) => self.perform(context, Self::chosen(purpose, path)),
            // A dialog that closed before anybody can have seen it did not open.
            News::Chosen(purpose, None, true) => self.show_path_field(purpose),
            News::Chosen(_, None, false) => {}
            News::Exists(purpose, path) => self.model.over = Some(Over::Overwrite(purpose, path)),
            News::Refused(trouble) => self.say(trouble.message, Tone::Trouble, None),
        }
    }

    fn wrote(&mut self, key: u64, revision: u64, fate: Fate, now_s: f64) {
        let Some(document) = self.model.document.as_mut().filter(|document| document.key == key) else {
            if let Fate::Refused(trouble, kept) = fate {
                let id = if kept { "ui-not-saved-kept" } else { "ui-not-saved" };
                self.say(Message::new(id).with("why", trouble.message), Tone::Trouble, None);
            }
            return;
        };
        match fate {
            Fate::Written => document.written(revision),
            Fate::Moved(path, hold) => {
                let before = document.named(path, hold);
                document.written(revision);
                self.forms.drafts.keep_again();
                if before.is_some() {
                    self.worker.ask(Job::LetGo(before));
                }
                self.say(msg!("ui-saved"), Tone::Done, None);
                self.remember_file();
            }
            Fate::Refused(trouble, kept) => {
                let why = self.model.words.say(&trouble.message);
                document.not_written(why, now_s);
                let id = if kept { "ui-not-saved-kept" } else { "ui-not-saved" };
                self.say(Message::new(id).with("why", trouble.message), Tone::Trouble, Some(Command::SaveAs));
            }
        }
    }

    /// Says something at the bottom right.
    pub(super) fn say(&mut self, message: Message, tone: Tone, action: Option<Command>) {
        let (at, now_s) = (self.model.now, self.now_s);
        self.model.toasts.say(message, tone, action, at, now_s);
    }

    fn chosen(purpose: Purpose, path: std::path::PathBuf) -> Command {
        match purpose {
            Purpose::Open => Command::OpenPath(path),
            Purpose::Save => Command::SaveTo(path),
            Purpose::Import => Command::ImportPath(path),
            Purpose::Attach(item) => Command::AttachPath(item, path),
            Purpose::Export(format) => Command::ExportTo(format, path),
            Purpose::Compare(slot) => Command::CompareFile(slot, path),
            Purpose::Comparison => Command::ExportComparisonTo(path),
            Purpose::Attached(hash) => Command::SaveAttachedTo(hash, path),
            Purpose::Roots => Command::TrustRoots(path),
            Purpose::Lists => Command::LookIntoLists(path),
            Purpose::DirectoryRoots => Command::DirectoryRoots(path),
            Purpose::Population => Command::Population(path),
            Purpose::ScanRecord => Command::ShowScan(path),
            Purpose::Scan => Command::ExportScanTo(path),
            Purpose::Key => Command::KeyFile(path),
            Purpose::Logo => Command::TakeLogo(path),
            Purpose::Signed(what, role) => Command::SignReportTo(what, role, path),
        }
    }

    /// Tells the system what has changed of title, language, theme and size.
    pub(super) fn tell_the_system(&mut self, context: &egui::Context) {
        let wanted = Told {
            title: self.model.title(),
            language: Some(self.model.words.language().clone()),
            theme: Some(self.model.settings.theme),
            zoom: self.model.settings.zoom(),
        };
        if self.told == wanted {
            return;
        }
        if self.told.title != wanted.title {
            context.send_viewport_cmd(ViewportCommand::Title(wanted.title.clone()));
        }
        if self.told.language != wanted.language {
            fonts::install(context, self.model.words.language());
        }
        if self.told.theme != wanted.theme {
            context.set_theme(match self.model.settings.theme {
                Theme::System => egui::ThemePreference::System,
                Theme::Light => egui::ThemePreference::Light,
                Theme::Dark => egui::ThemePreference::Dark,
            });
        }
        if self.told.zoom != wanted.zoom {
            context.set_zoom_factor(f32::from(wanted.zoom) / 100.0);
        }
        self.told = wanted;
    }

    /// Makes the words of the other languages ready, which nobody needs before the palette is open.
    pub(super) fn learn_languages(&mut self) {
        if self.model.speaks.is_empty() {
            let zone = &self.outside.zone;
            self.model.speaks =
                Language::all().iter().map(|language| Arc::new(Words::new(language, zone.clone()))).collect();
        }
    }

    /// Changes the language of the screen.
    pub(super) fn speak(&mut self, language: &Language) {
        self.model.words = Arc::new(Words::new(language, self.outside.zone.clone()));
        self.search(self.forms.search.trim().to_owned());
    }
}
