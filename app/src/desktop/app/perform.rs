//! What to do: the one place that performs commands.

mod edit;
pub(crate) mod export;
mod file;
mod run;

pub(super) use run::Brought;

use super::App;
use crate::desktop::{
    command::Command,
    model::{Listed, Over},
    page::Page,
    running::Running,
    settings::Theme,
    toast::Tone,
    views::Filter,
    worker::Job,
};

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
            Command::Dropped(path) => self.dropped(path),
            Command::Close => self.close(),
            Command::Sample => {
                if let Some(id) = self.model.samples.first().map(|sample| sample.id.clone()) {
                    self.open_scenario(&id);
                }
            }
            Command::Training => self.model.page = Page::Training,
            Command::OpenScenario(id) => self.open_scenario(&id),
            Command::Recover(path) => self.recover(path),
            Command::Discard(path) => self.worker.ask(Job::Discard(path)),
            Command::ForgetRecent(path) => {
                self.model.recent.forget(&path);
                self.worker.ask(Job::WriteRecent(self.model.recent.clone()));
            }
            Command::ForgetAllRecent => {
                self.model.recent.files.clear();
                self.worker.ask(Job::WriteRecent(self.model.recent.clone()));
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

            Command::AnswerItem => self.forms.open_answer(&self.model),
            Command::AcceptItem => self.forms.open_exception(&self.model),
            Command::NoteItem => self.forms.open_note(&self.model),
            Command::Previous => self.step(-1),
            Command::Next => self.step(1),
            Command::NextOpen => {
                let next =
                    self.model.results.as_ref().and_then(|results| results.next_open(self.model.selected.as_deref()));
                if let Some(item) = next {
                    self.show_item(item);
                }
            }
            Command::Select(item) => self.show_item(item),
            Command::Read(item) => {
                self.show_item(item);
                self.model.reading = true;
            }
            Command::BackToList => {
                self.model.reading = false;
                self.forms.drafts.focus_row = true;
            }
            Command::ShowSection(id) => {
                self.model.page = Page::Checklist;
                let filter = Filter { to_do: self.model.listed.filter.to_do, ..Filter::default() };
                self.model.listed = Listed { section: Some(id), filter };
                self.forms.search.clear();
                self.select_first_listed();
                self.forms.drafts.focus_row = true;
            }
            Command::ShowStatus(status) => {
                self.model.page = Page::Checklist;
                let filter = Filter { statuses: [status].into(), ..Filter::default() };
                self.model.listed = Listed { section: None, filter };
                self.forms.search.clear();
                self.select_first_listed();
                self.forms.drafts.focus_row = true;
            }
            Command::Narrow(filter) => {
                self.model.listed.filter = filter;
                if !self.model.selected.as_ref().is_some_and(|id| self.listed_items().contains(id)) {
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

            Command::Messages => self.model.over = Some(Over::Messages),
            Command::Shortcuts => self.model.over = Some(Over::Shortcuts),
            Command::About => self.model.over = Some(Over::About),
            Command::Licences => self.model.over = Some(Over::Licences),
            Command::Dismiss => self.model.over = None,
            Command::TypePath(purpose) => self.show_path_field(purpose),
            Command::PathTyped(purpose, path) => self.path_typed(purpose, path),
            Command::HoldToast(id) => self.model.toasts.hold(id, self.now_s),
            Command::CloseToast(id) => self.model.toasts.close(id),
            Command::ToggleSide => self.model.side_open = !self.model.side_open,
            Command::Speak(language) => {
                self.speak(&language);
                self.choose(|settings| settings.language = Some(language));
            }
            Command::ReportIn(language) => self.choose(|settings| settings.report_language = Some(language)),
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
            self.worker.ask(Job::WriteSettings(self.model.settings.clone()));
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

    fn show_item(&mut self, item: String) {
        let Some(assessment) = self.model.assessment() else { return };
        let section = assessment.checklist().section_of(&item).map(|section| section.id.clone());
        // The list goes on showing what it shows, if the item is in it.
        if !self.listed_items().contains(&item) {
            self.model.listed = Listed { section, filter: Filter::default() };
            self.forms.search.clear();
        }
        self.model.page = Page::Checklist;
        self.model.selected = Some(item);
    }

    /// Ids of the items that are listed, in order.
    fn listed_items(&self) -> Vec<String> {
        self.model.listed_items(&self.forms.search).into_iter().map(|item| item.id.clone()).collect()
    }

    fn select_first_listed(&mut self) {
        self.model.selected = self.listed_items().into_iter().next();
    }

    fn step(&mut self, by: isize) {
        let items = self.listed_items();
        let place = self.model.selected.as_ref().and_then(|id| items.iter().position(|item| item == id));
        let next = match place {
            Some(place) => place.saturating_add_signed(by).min(items.len().saturating_sub(1)),
            None => 0,
        };
        if let Some(item) = items.into_iter().nth(next) {
            self.model.selected = Some(item);
            self.forms.drafts.focus_row = true;
        }
    }
}
