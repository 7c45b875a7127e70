//! What to do: the one place that performs commands.

pub(crate) mod compare;
pub(crate) mod directory;
mod edit;
pub(crate) mod export;
mod file;
mod list;
mod run;
pub(crate) mod sign;
mod tenant;
mod verify;

use readiness_core::assessment::Outcome;

use super::App;
use crate::desktop::{
    command::Command,
    compared::Slot,
    forms::PaletteForm,
    model::Over,
    page::Page,
    recent::Change,
    region::Region,
    running::Running,
    settings::Theme,
    theme::tokens,
    toast::Tone,
    views::{Filter, Form},
    worker::Job,
};

/// Points by which an arrow scrolls the item shown.
const SCROLL: f32 = 60.0;

/// Points by which a key moves a border.
const WIDEN: f32 = 20.0;

impl App {
    /// Performs a command. One that cannot be done now says why.
    pub fn perform(&mut self, context: &egui::Context, command: Command) {
        let holds = matches!(command, Command::HoldToast(_));
        self.refresh();
        if let Some(why) = self.model.why_not(&command) {
            // Esc has many meanings, and nothing to cancel is no news.
            if command != Command::Cancel {
                self.say(readiness_core::Message::new(why), Tone::Note, None);
            }
            return;
        }
        match command {
            Command::New => self.new_document(),
            Command::Open => self.ask_open(crate::desktop::worker::Purpose::Open),
            Command::OpenPath(path) => self.open(path),
            Command::Save => self.save(),
            Command::SaveAs => self.ask_save_as(),
            Command::SaveTo(path) => self.save_to(&path),
            Command::Import => self.ask_open(crate::desktop::worker::Purpose::Import),
            Command::ImportPath(path) => self.worker.ask(Job::ReadFacts(path)),
            Command::ImportShown => self.import_shown(),
            Command::Dropped(path) if self.model.page == Page::Compare => self.compare_file(Slot::A, path),
            Command::Dropped(path) => self.dropped(path),
            Command::Close => self.close(),
            Command::Sample => {
                if let Some(id) = self.model.samples.first().map(|sample| sample.id.clone()) {
                    self.open_scenario(&id);
                    // A finished example: what was recorded is judged at once.
                    self.run(readiness_core::engine::Scope::All);
                }
            }
            Command::Training => self.model.page = Page::Training,
            Command::OpenScenario(id) => self.open_scenario(&id),
            Command::Recover(path) => self.recover(path),
            Command::Discard(path) => self.worker.ask(Job::Discard(path)),
            Command::ForgetRecent(path) => self.change_recent(Change::Forget(vec![path])),
            Command::ForgetAllRecent => {
                let all = self.model.recent.files.iter().map(|file| file.path.clone()).collect();
                self.change_recent(Change::Forget(all));
            }
            Command::Quit => context.send_viewport_cmd(egui::ViewportCommand::Close),

            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::ChangeSubject(subject) => self.change_subject(*subject),
            Command::Answer(item, answer, files) => self.answer(&item, *answer, files),
            Command::Accept(item, accepted) => self.accept(&item, &accepted),
            Command::EndException(item) => self.end_exception(&item),
            Command::Note(item, who, text) => self.note(&item, &who, &text),
            Command::Sign(role, who, title) => self.sign(role, &who, &title),
            Command::Withdraw(role) => self.withdraw(role),
            Command::Attach(item) => self.ask_open(crate::desktop::worker::Purpose::Attach(item)),
            Command::AttachPath(item, path) => self.worker.ask(Job::ReadAttachment(path, item)),
            Command::AttachPicture(item, picture) => {
                let zone = self.outside.zone.clone();
                self.worker.ask(Job::EncodePicture(picture, item, self.model.now, zone));
            }
            Command::ShowFile(path) => self.worker.ask(Job::Show(path)),

            Command::RunAll => self.run(readiness_core::engine::Scope::All),
            Command::RunNotMet => self.run(readiness_core::engine::Scope::NotMet),
            Command::RunSection => self.run_section(),
            Command::RunItem => self.run_item(),
            Command::Run(scope) => self.run(scope),
            Command::Cancel => self.cancel_run(),
            Command::ShortenIdle => self.model.running.iter().for_each(Running::shorten_idle),
            Command::SkipIdle => self.model.running.iter().for_each(Running::skip_idle),
            Command::PlanIdle(length) => self.model.idle_length = length,

            Command::AnswerItem => self.open_form(Form::Answer),
            Command::AnswerMet => self.open_answer(Outcome::Pass),
            Command::AnswerNotMet => self.open_answer(Outcome::Fail),
            Command::AnswerNotApplicable => self.open_answer(Outcome::NotApplicable),
            Command::AcceptItem => self.open_form(Form::Exception),
            Command::NoteItem => self.open_form(Form::Note),
            Command::Write(item, form) => {
                self.show_item(item);
                self.open_form(form);
            }
            Command::CopyItem => self.copy_item(context),
            Command::ScrollUp => self.forms.drafts.scroll += SCROLL,
            Command::ScrollDown => self.forms.drafts.scroll -= SCROLL,
            Command::ScrollPageUp => self.forms.drafts.scroll_pages += 1.0,
            Command::ScrollPageDown => self.forms.drafts.scroll_pages -= 1.0,

            Command::Previous => self.step(-1),
            Command::Next => self.step(1),
            Command::First => self.step(isize::MIN),
            Command::Last => self.step(isize::MAX),
            Command::PageUp => self.step(-self.page()),
            Command::PageDown => self.step(self.page()),
            Command::PreviousSection => self.step_section(false),
            Command::NextSection => self.step_section(true),
            Command::OpenItem => {
                self.model.page = Page::Checklist;
                self.model.reading = true;
                self.forms.regions.want(Region::Detail);
            }
            Command::FocusList | Command::BackToList => {
                self.model.page = Page::Checklist;
                self.model.reading = false;
                self.forms.drafts.focus_row = true;
            }
            Command::FocusSide => self.forms.regions.want(Region::Side),
            Command::NextRegion => self.go_beside(true),
            Command::PreviousRegion => self.go_beside(false),
            Command::EnterList => self.enter_list(),
            Command::Mark => {
                if let Some(item) = self.model.selected.clone() {
                    self.mark(item);
                }
            }
            Command::MarkItem(item) => self.mark(item),
            Command::MarkAll => self.mark_all(),
            Command::Unmark => self.model.marked.clear(),
            Command::NextOpen => {
                let results = self.model.results.as_ref();
                let next = results.and_then(|results| results.next_open(self.model.selected.as_deref())).cloned();
                if let Some(item) = next {
                    self.show_item(item);
                    self.forms.drafts.focus_row = true;
                }
            }
            Command::Select(item) => self.show_item(item),
            Command::ShowRow(item) => {
                self.show_item(item);
                self.forms.drafts.focus_row = true;
            }
            Command::Read(item) => {
                self.show_item(item);
                self.model.reading = true;
                self.forms.regions.want(Region::Detail);
            }
            Command::ShowSection(id) => self.show_section(id),
            Command::ShowStatus(status) => {
                self.list(Filter { statuses: [status].into(), ..Filter::default() });
            }
            Command::List(filter) => self.list(filter),
            Command::Narrow(filter) => {
                self.model.listed.filter = filter;
                self.refresh();
                if self.model.selected.as_ref().is_none_or(|id| self.model.shown.place(id).is_none()) {
                    self.select_first_listed();
                }
            }
            Command::Search => {
                self.model.page = Page::Checklist;
                self.forms.focus_search = true;
            }
            Command::Overview => self.go(Page::Overview),
            Command::Checklist => self.go(Page::Checklist),
            Command::EditSubject => self.go(Page::Subject),
            Command::SignOff => self.go(Page::SignOff),
            Command::Report => self.go(Page::Report),
            Command::Go(page) => self.go(page),

            Command::Export(format) => self.ask_export(format),
            Command::ExportTo(format, path) => self.export(format, &path),

            Command::RunBlock => {
                let shown = self.model.run_block.unwrap_or(self.model.is_running());
                self.model.run_block = Some(!shown);
            }
            Command::Palette if matches!(self.model.over, Some(Over::Palette)) => self.model.over = None,
            Command::Palette => {
                self.forms.palette = PaletteForm::default();
                self.learn_languages();
                self.model.over = Some(Over::Palette);
            }
            Command::SideWidth(width) => self.choose(|settings| settings.side_width = width),
            Command::Narrower => self.widen(-WIDEN),
            Command::Wider => self.widen(WIDEN),
            Command::ListWidth(width) => self.choose(|settings| settings.list_width = width),

            Command::Compare => self.go(Page::Compare),
            Command::ChooseA => self.ask_compared(Slot::A),
            Command::ChooseB => self.ask_compared(Slot::B),
            Command::ChooseCompared(slot) => self.ask_compared(slot),
            Command::CompareFile(slot, path) => self.compare_file(slot, path),
            Command::CompareThis(slot) => self.compare_this(slot),
            Command::SwapCompared => self.model.compared.swap(),
            Command::ExportComparison => self.ask_save(crate::desktop::worker::Purpose::Comparison),
            Command::ExportComparisonTo(path) => self.export_comparison(&path),
            Command::SaveAttached(hash) => self.ask_save(crate::desktop::worker::Purpose::Attached(hash)),
            Command::SaveAttachedTo(hash, path) => {
                if let Some(file) = self.model.assessment().and_then(|assessment| assessment.attachments.get(&hash)) {
                    self.worker.ask(Job::CopyAttached(path, file.clone()));
                }
            }

            Command::Verify => self.go(Page::Verify),
            Command::Tenant => self.go(Page::Tenant),
            Command::Directory => self.go(Page::Directory),
            Command::ScanUsers => self.scan_users(None),
            Command::CollectDirectory => self.collect_directory(),
            Command::CancelScan => self.cancel_scan(),
            Command::ExportScan => self.ask_save(crate::desktop::worker::Purpose::Scan),
            Command::ExportScanTo(path) => self.export_scan(&path),
            Command::CopyScanned => self.copy_scanned(),
            Command::OpenScan => self.ask_open(crate::desktop::worker::Purpose::ScanRecord),
            Command::ShowScan(path) => {
                self.go(Page::Directory);
                self.worker.ask(Job::ReadScan(path));
            }
            Command::GoOnWithScan(path) => self.go_on_with_scan(path),
            Command::AskDiscardScan(path) => self.ask_discard_scan(path),
            Command::DiscardScan(path) => self.discard_scan(path),
            Command::ChooseDirectoryRoots => self.ask_open(crate::desktop::worker::Purpose::DirectoryRoots),
            Command::DirectoryRoots(path) => self.worker.ask(Job::ReadDirectoryRoots(path)),
            Command::ForgetDirectoryRoots => self.model.directory.roots = None,
            Command::ChoosePopulation => self.ask_open(crate::desktop::worker::Purpose::Population),
            Command::Population(path) => self.model.directory.population = Some(path),
            Command::ForgetPopulation => self.model.directory.population = None,
            Command::SignIn(way) => self.sign_in(way),
            Command::CancelSignIn => self.cancel_sign_in(),
            Command::SignOut => self.sign_out(),
            Command::ForgetSignIn => self.forget_kept(),
            Command::VerifyPath(path) => self.verify(path),
            Command::ContinueReport => self.continue_report(),
            Command::ChooseRoots => self.ask_open(crate::desktop::worker::Purpose::Roots),
            Command::TrustRoots(path) => self.worker.ask(Job::ReadRoots(path)),
            Command::ChooseLists => self.ask_open(crate::desktop::worker::Purpose::Lists),
            Command::LookIntoLists(path) => self.worker.ask(Job::ReadLists(path)),
            Command::Paper(form) => {
                self.choose(|settings| form.keep(settings));
                self.glyphs_of = None;
            }
            Command::ChooseLogo => self.ask_open(crate::desktop::worker::Purpose::Logo),
            Command::TakeLogo(path) => self.worker.ask(Job::TakeLogo(path)),
            Command::RemoveLogo => self.worker.ask(Job::RemoveLogo),
            Command::SignReport(what, role) => self.ask_signed(what, role),
            Command::SignReportTo(what, role, path) => self.sign_report(what, role, &path),
            Command::ChooseKey => self.ask_open(crate::desktop::worker::Purpose::Key),
            Command::KeyFile(path) => self.forms.signature.key_file = path.display().to_string(),
            Command::ReadCertificates => self.read_certificates(),
            Command::CancelSigning => self.cancel_signing(),
            Command::ForgetGiven(path) => self.forget_given(&path),

            Command::Messages => self.model.over = Some(Over::Messages),
            Command::Shortcuts => {
                self.forms.keys_filter.clear();
                self.forms.palette = PaletteForm::default();
                self.model.over = Some(Over::Shortcuts);
            }
            Command::About => self.model.over = Some(Over::About),
            Command::Licences => self.model.over = Some(Over::Licences),
            Command::Dismiss => self.model.over = None,
            Command::TypePath(purpose) => self.show_path_field(purpose),
            Command::PathTyped(purpose, path) => self.path_typed(purpose, path),
            Command::HoldToast(id) => self.model.toasts.hold(id, self.now_s),
            Command::CloseToast(id) => self.model.toasts.close(id),
            Command::ToggleSide if self.forms.narrow => self.model.side_open = !self.model.side_open,
            Command::ToggleSide => self.model.side_closed = !self.model.side_closed,
            Command::Speak(language) => {
                self.speak(&language);
                self.choose(|settings| settings.language = Some(language));
            }
            Command::ReportIn(language) => self.choose(|settings| settings.report_language = Some(language)),
            Command::Print(chapter, true) => self.model.left_out.retain(|other| *other != chapter),
            Command::Print(chapter, false) => self.model.left_out.push(chapter),
            Command::ThemeSystem => self.choose(|settings| settings.theme = Theme::System),
            Command::ThemeLight => self.choose(|settings| settings.theme = Theme::Light),
            Command::ThemeDark => self.choose(|settings| settings.theme = Theme::Dark),
            Command::Colours(theme) => self.choose(|settings| settings.theme = theme),
            Command::ZoomIn => self.choose(|settings| settings.zoom = Some(settings.zoom_step(true))),
            Command::ZoomOut => self.choose(|settings| settings.zoom = Some(settings.zoom_step(false))),
            Command::ZoomReset => self.choose(|settings| settings.zoom = None),
            Command::Zoom(percent) => self.choose(|settings| settings.zoom = Some(percent)),
            Command::Copy(text) => context.copy_text(text),
            Command::Browse(address) => context.open_url(egui::OpenUrl::new_tab(address)),
        }
        self.refresh();
        self.look_for_scanned();
        self.tell_the_system(context);
        if !holds {
            context.request_repaint();
        }
    }

    /// Changes what is chosen on this machine, and has it written.
    pub(super) fn choose(&mut self, change: impl FnOnce(&mut crate::desktop::settings::Settings)) {
        let before = self.model.settings.clone();
        change(&mut self.model.settings);
        if self.model.settings != before {
            let after = Box::new(self.model.settings.clone());
            self.worker.ask(Job::WriteSettings(Box::new(before), after));
        }
    }

    /// Remembers who filled in a form, for the next one.
    pub(super) fn remember_person(&mut self, who: &str, title: &str) {
        let (who, title) = (who.trim().to_owned(), title.trim().to_owned());
        self.choose(|settings| {
            settings.who = who;
            if !title.is_empty() {
                settings.title = title;
            }
        });
    }

    fn go(&mut self, page: Page) {
        if page == Page::Subject {
            self.forms.load_subject(&self.model);
        }
        self.keep_paper();
        if page == Page::Report {
            self.load_paper();
        }
        if matches!(page, Page::SignOff | Page::Verify) {
            self.forms.load_signers(&self.model);
        }
        if page == Page::Tenant && self.model.page != Page::Tenant {
            self.forms.client_id.clone_from(&self.model.settings.client_id);
            self.forms.keep_sign_in = self.model.keeps_sign_in(&self.forms.client_id);
        }
        if page == Page::Directory && self.model.page != Page::Directory {
            self.open_directory();
        }
        self.model.sign_refused = None;
        self.model.page = page;
        self.model.side_open = false;
        self.model.reading = false;
        if page == Page::Checklist {
            if self.model.selected.is_none() {
                self.select_first_listed();
            }
            // The row is the page's main thing, unless somebody searches.
            self.forms.drafts.focus_row = self.forms.search.is_empty();
        }
    }

    /// Moves the border of the side when the focus is in it, and otherwise that of the list.
    fn widen(&mut self, by: f32) {
        let size = &tokens().size;
        if self.forms.regions.focused() == Some(Region::Side) {
            let now = self.model.settings.side_width.map_or(size.side, f32::from);
            let width = (now + by).clamp(size.side_min, size.side_max) as u16;
            self.choose(|settings| settings.side_width = Some(width));
        } else {
            let width = (self.forms.list_width + by).clamp(size.list_min, size.list_max) as u16;
            self.choose(|settings| settings.list_width = Some(width));
        }
    }
}
