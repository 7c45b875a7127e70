//! Files: new, open, save, import, recover. What is open is written before something else takes its place.

use std::path::{Path, PathBuf};

use readiness_core::{Subject, assessment::Assessment, checklist::built_in, msg, reference::DataFile};

use super::App;
use crate::desktop::{
    dialogs::Request,
    document::{Document, SaveState},
    listed::Listed,
    model::Over,
    page::Page,
    recent::{Change, RecentFile},
    signing::Signable,
    toast::Tone,
    views::Form,
    worker::{Job, News, Purpose, is_data, proposed_name, with_end},
};

/// A dialog that closes sooner than this cannot have been seen: it did not open.
const SEEN_AFTER_MS: u128 = 300;

/// End of the name of an assessment's file.
pub(crate) const END: &str = "readiness";

impl App {
    pub(in crate::desktop::app) fn new_key(&mut self) -> u64 {
        self.next_key += 1;
        self.next_key
    }

    /// Puts a document in place of the one that is open, which has been handed over for writing.
    pub(in crate::desktop::app) fn show_document(&mut self, document: Document) {
        self.put_away();
        self.model.page = if document.assessment().findings.is_empty() { Page::Checklist } else { Page::Overview };
        self.model.document = Some(document);
        self.model.results = None;
        self.model.listed = Listed::default();
        self.model.found = None;
        self.model.index = None;
        self.model.marked.clear();
        self.model.selected = None;
        self.model.exported.clear();
        self.model.compared = crate::desktop::compared::Compared::default();
        self.model.over = None;
        self.forms.clear();
        self.refresh();
        self.model.listed.section = self
            .model
            .assessment()
            .and_then(|assessment| assessment.checklist().sections.first())
            .map(|s| s.id.clone());
        self.select_first_listed();
        self.search(String::new());
    }

    /// Closes the document that is open. What is not in a file stays in the recovery folder.
    fn put_away(&mut self) {
        self.cancel.cancel();
        self.leave_directory();
        self.run_key = None;
        self.run_number += 1;
        self.model.running = None;
        if let Some(mut document) = self.model.document.take() {
            if document.is_dirty() {
                self.worker.ask(Job::Write(document.write_now()));
            }
            let key = document.key;
            if let Some(typed) = self.forms.drafts.unwritten() {
                self.worker.ask(Job::KeepTyped(key, document.path().cloned(), typed));
            }
            self.worker.ask(Job::Release(key, document.release()));
        }
    }

    pub(super) fn new_document(&mut self) {
        let mut assessment = Assessment::new(built_in(), Subject::default(), self.model.now);
        assessment.subject.assessor.clone_from(&self.model.settings.title);
        let document = Document::unnamed(self.new_key(), assessment);
        self.show_document(document);
        self.go(Page::Subject);
        self.forms.focus_first = true;
    }

    pub(super) fn open_scenario(&mut self, id: &str) {
        let Some(sample) = self.model.samples.iter().find(|sample| sample.id == id).cloned() else { return };
        let assessment = (sample.make)(self.model.now);
        let document = Document::unnamed(self.new_key(), assessment);
        self.show_document(document);
    }

    pub(super) fn close(&mut self) {
        self.remember_file();
        self.put_away();
        self.refresh();
        self.model.page = Page::Start;
        self.forms.focus_first = true;
        self.worker.ask(Job::ReadRecent);
    }

    pub(super) fn open(&mut self, path: PathBuf) {
        if self.model.document.as_ref().and_then(Document::path) == Some(&path) {
            self.go(Page::Overview);
            return;
        }
        // A report is only looked at, and takes nothing's place; neither does reference data.
        if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("pdf")) {
            self.verify(path);
        } else if is_data(&path) || self.makes_place() {
            self.worker.ask(Job::Open(path));
        }
    }

    /// Writes what is open, so that something else can take its place. False when it cannot be written: that is said, and
    /// it stays.
    pub(super) fn makes_place(&mut self) -> bool {
        let Some(document) = &mut self.model.document else { return true };
        if let SaveState::Trouble(why) = document.save_state() {
            self.say(msg!("ui-save-first", why = why), Tone::Trouble, None);
            return false;
        }
        if document.is_dirty() {
            self.worker.ask(Job::Write(document.write_now()));
        }
        true
    }

    /// A file that is dropped on an answer form belongs to the answer; elsewhere it is opened or imported.
    pub(super) fn dropped(&mut self, path: PathBuf) {
        let answered =
            self.model.selected.as_ref().filter(|item| {
                self.model.page == Page::Checklist && self.forms.drafts.form(item) == Some(Form::Answer)
            });
        self.worker.ask(match answered {
            Some(item) => Job::ReadAttachment(path, item.clone()),
            None => Job::Sort(path),
        });
    }

    pub(super) fn recover(&mut self, path: PathBuf) {
        let key = self.new_key();
        self.worker.ask(Job::Recover(path, key));
    }

    pub(super) fn save(&mut self) {
        let Some(document) = &mut self.model.document else { return };
        if document.path().is_none() {
            self.ask_save_as();
        } else {
            self.worker.ask(Job::Write(document.write_now()));
        }
    }

    pub(super) fn save_to(&mut self, path: &Path) {
        let path = with_end(path, END);
        self.remember_folder(&path);
        let Some(document) = &mut self.model.document else { return };
        if document.path() == Some(&path) {
            self.save();
        } else {
            let writing = document.write_now();
            self.worker.ask(Job::WriteAs(writing, path));
        }
    }

    pub(super) fn import_shown(&mut self) {
        let Some(Over::Import(preview)) = self.model.over.take() else { return };
        let (now, now_s) = (self.model.now, self.now_s);
        let Some(document) = &mut self.model.document else { return };
        let count = preview.looks.len();
        let outcome = preview.outcome;
        let taken = document.edit("ui-edit-import", now_s, |assessment| {
            assessment.take(outcome, now);
            Ok(())
        });
        if taken.is_ok() {
            self.say(msg!("ui-imported", count = count), Tone::Done, Some(crate::desktop::command::Command::Undo));
        }
    }

    /// Puts what is open on top of the list of recent files.
    pub(in crate::desktop::app) fn remember_file(&mut self) {
        let Some(document) = &self.model.document else { return };
        let Some(path) = document.path() else { return };
        let file = RecentFile::of(path.clone(), document.assessment(), self.model.now);
        self.change_recent(Change::Remember(Box::new(file)));
    }

    /// Changes the list of recent files, here and in its file.
    pub(super) fn change_recent(&mut self, change: Change) {
        self.model.recent.apply(change.clone());
        self.worker.ask(Job::ChangeRecent(change));
    }

    pub(super) fn remember_folder(&mut self, path: &Path) {
        if let Some(folder) = path.parent().map(Path::to_owned) {
            self.choose(|settings| settings.folder = Some(folder));
        }
    }

    // ----- Asking for files -----

    pub(super) fn ask_open(&mut self, purpose: Purpose) {
        let (request, answer) = (self.request(&purpose), self.answer_to(purpose));
        self.outside.dialogs.open(request, answer);
    }

    pub(super) fn ask_save_as(&mut self) {
        self.ask_save(Purpose::Save);
    }

    pub(super) fn ask_save(&mut self, purpose: Purpose) {
        let (request, answer) = (self.request(&purpose), self.answer_to(purpose));
        self.outside.dialogs.save(request, answer);
    }

    fn answer_to(&self, purpose: Purpose) -> crate::desktop::dialogs::Answer {
        let teller = self.worker.teller();
        let asked = std::time::Instant::now();
        Box::new(move |path| {
            let unseen = asked.elapsed().as_millis() < SEEN_AFTER_MS;
            teller.tell(News::Chosen(purpose, path, unseen));
        })
    }

    fn request(&self, purpose: &Purpose) -> Request {
        let words = &self.model.words;
        let kind = |id: &str, ends: &[&str]| (words.text(id), ends.iter().map(|end| (*end).to_owned()).collect());
        let (title, name, kinds) = match purpose {
            Purpose::Open => {
                let kinds = [("ui-kind-assessment", &[END, "pdf"][..]), ("ui-kind-data", &[DataFile::EXTENSION][..])];
                ("ui-dialog-open", None, kinds.into_iter().map(|(id, ends)| kind(id, ends)).collect())
            }
            Purpose::Save => ("ui-dialog-save", Some(self.proposed(purpose)), vec![kind("ui-kind-assessment", &[END])]),
            Purpose::Import => ("ui-dialog-import", None, vec![kind("ui-kind-facts", &["json"])]),
            Purpose::Attach(_) => ("ui-dialog-attach", None, Vec::new()),
            Purpose::Compare(_) => ("ui-dialog-compare", None, vec![kind("ui-kind-assessment", &[END, "pdf"])]),
            Purpose::Comparison => {
                let ends = [("ui-format-pdf", "pdf"), ("ui-format-json", "json"), ("ui-format-html", "html")];
                let mut kinds: Vec<_> = ends.iter().map(|(id, end)| kind(id, &[*end])).collect();
                kinds.push(kind("ui-format-markdown", &["md"]));
                ("ui-dialog-comparison", Some(self.proposed(purpose)), kinds)
            }
            Purpose::Attached(_) => ("ui-dialog-attached", Some(self.proposed(purpose)), Vec::new()),
            Purpose::Roots => {
                ("ui-dialog-roots", None, vec![kind("ui-kind-certificate", &["pem", "crt", "cer", "der"])])
            }
            Purpose::Lists => ("ui-dialog-lists", None, vec![kind("ui-kind-lists", &["crl", "pem", "der"])]),
            Purpose::DirectoryRoots => {
                ("ui-dialog-directory-roots", None, vec![kind("ui-kind-certificate", &["pem", "crt", "cer", "der"])])
            }
            Purpose::Population => ("ui-dialog-population", None, vec![kind("ui-kind-population", &["jsonl"])]),
            Purpose::ScanRecord => {
                ("ui-dialog-scan-record", None, vec![kind("ui-kind-scan-record", &["jsonl", "part"])])
            }
            Purpose::Scan => {
                let kinds = vec![kind("ui-kind-users-table", &["csv"]), kind("ui-kind-scan-record", &["jsonl"])];
                ("ui-dialog-scan", Some(self.proposed(purpose)), kinds)
            }
            Purpose::Logo => ("ui-dialog-logo", None, vec![kind("ui-kind-picture", &["png", "jpg", "jpeg"])]),
            Purpose::Key => ("ui-dialog-key", None, vec![kind("ui-kind-key", &["p12", "pfx"])]),
            Purpose::Signed(..) => {
                let kinds = vec![kind("ui-format-pdf", &[super::sign::END])];
                ("ui-dialog-signed", Some(self.proposed(purpose)), kinds)
            }
            Purpose::Export(format) => {
                let kinds = vec![kind(format.message_id(), &[format.extension()])];
                ("ui-dialog-export", Some(self.proposed(purpose)), kinds)
            }
        };
        Request { title: words.text(title), folder: self.folder(), name, kinds }
    }

    fn folder(&self) -> PathBuf {
        let of_document = self.model.document.as_ref().and_then(Document::path).and_then(|path| path.parent());
        let chosen = of_document.or(self.model.settings.folder.as_deref());
        chosen.unwrap_or(&self.outside.folders.documents).to_owned()
    }

    fn proposed(&self, purpose: &Purpose) -> String {
        let organisation = self.model.assessment().map_or("", |assessment| &assessment.subject.organisation);
        match purpose {
            Purpose::Export(format) => proposed_name(&format.proposed(organisation), format.extension()),
            Purpose::Comparison => proposed_name(organisation, super::compare::END),
            Purpose::Scan => {
                let found = self.model.directory.found.as_ref();
                let forest = found.map_or("", |found| found.listing.head.forest.as_str());
                proposed_name(&self.model.words.say(&msg!("ui-directory-file", forest = forest)), super::directory::END)
            }
            Purpose::Attached(hash) => {
                let file = self.model.assessment().and_then(|assessment| assessment.attachments.get(hash));
                let name = Path::new(file.map_or("", |file| file.name.as_str()));
                let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
                // The name comes from whoever attached it.
                let end = part(name.extension());
                let is_plain = !end.is_empty() && end.chars().all(|c| c.is_ascii_alphanumeric());
                proposed_name(&part(name.file_stem()), if is_plain { &end } else { "bin" })
            }
            Purpose::Signed(what, _) => {
                let report = self.model.verified.report.as_ref().filter(|_| matches!(what, Signable::Report(_)));
                let stem = report.and_then(|report| report.path.file_stem());
                let name = stem.map_or_else(|| organisation.to_owned(), |stem| stem.to_string_lossy().into_owned());
                let name = self.model.words.say(&msg!("ui-signing-name", name = name));
                proposed_name(&name, super::sign::END)
            }
            _ => proposed_name(organisation, END),
        }
    }

    /// Shows the field in which a path is typed.
    pub(in crate::desktop::app) fn show_path_field(&mut self, purpose: Purpose) {
        let name = if purpose.writes() { self.proposed(&purpose) } else { String::new() };
        self.forms.path = self.folder().join(name).display().to_string();
        self.forms.focus_first = true;
        self.model.over = Some(Over::PathField(purpose));
    }

    /// A path was typed. A file that is there is not replaced without a question.
    pub(super) fn path_typed(&mut self, purpose: Purpose, path: PathBuf) {
        self.model.over = None;
        let path = match &purpose {
            Purpose::Save => with_end(&path, END),
            Purpose::Export(format) => with_end(&path, format.extension()),
            Purpose::Comparison => with_end(&path, super::compare::END),
            Purpose::Signed(..) => with_end(&path, super::sign::END),
            _ => path,
        };
        self.worker.ask(Job::Look(purpose, path));
    }
}
