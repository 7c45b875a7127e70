//! The directory: facts for the checklist and the scan of its users are begun and ended here, and what a scan found is
//! listed, copied, written and discarded.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use egui::Context;
use readiness_core::{
    Message,
    collect::directory::{DirectoryRequest, SignIn},
    engine::Scope,
    facts::Source,
    msg,
};
use tokio_util::sync::CancellationToken;

use super::App;
use crate::{
    desktop::{
        directory::{Found, Going, KeptScan, ScanFilter},
        model::Over,
        page::Page,
        toast::Tone,
        worker::{Job, Listing, MOST_COPIED, ScanEnded, ScanOrder, TenantSource, with_end},
    },
    live,
};

/// End of the name of an exported scan when none is typed.
pub(crate) const END: &str = "csv";

impl App {
    /// Shows the page, with what the assessment knows filled in.
    pub(super) fn open_directory(&mut self) {
        if let Some(document) = &self.model.document {
            self.forms.directory.preset(document.assessment(), self.outside.own_domain.as_deref());
        }
        self.worker.ask(Job::LookForScans);
        if self.model.is_training() && self.model.directory.found.is_none() {
            self.worker.ask(Job::ReadExampleScan);
        }
    }

    /// How the directory is reached, as it was typed. The password goes with it and is nowhere else from then on.
    fn directory_way(&mut self) -> Option<live::Directory> {
        self.go(Page::Directory);
        let form = &mut self.forms.directory;
        let missing = form.missing();
        let Some(starts) = form.starts().ok().filter(|_| missing.is_none()) else {
            form.unfolded = Some(true);
            self.say(Message::new(missing.unwrap_or("ui-directory-why-where")), Tone::Note, None);
            return None;
        };
        let typed = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let connector = typed(&form.connector);
        let own = form.is_current_user().then(SignIn::as_current_user).and_then(Result::ok);
        let sign_in = own.unwrap_or_else(|| SignIn::with_password(form.name.trim(), form.password.take()));
        let mut settings = self.outside.directory.clone();
        let roots = self.model.directory.roots.iter().flat_map(|given| given.all.iter().cloned());
        settings.extra_roots.extend(roots);
        let test_user = self.model.assessment().and_then(|assessment| typed(&assessment.subject.test_user));
        let request = DirectoryRequest { starts, sign_in, connector, test_user };
        Some(live::Directory { request, settings })
    }

    /// Runs the items that look at the directory.
    pub(super) fn collect_directory(&mut self) {
        if let Some(way) = self.directory_way() {
            self.run_with(Scope::Items(self.model.items_of(Source::Directory)), Some(way));
        }
    }

    /// Scans the users, or goes on with a scan that ended early.
    pub(super) fn scan_users(&mut self, resumed: Option<PathBuf>) {
        let Some(live::Directory { request: directory, settings }) = self.directory_way() else { return };
        let base = self.forms.directory.base.trim();
        let base = (!base.is_empty()).then(|| base.to_owned());
        let signed_in = self.model.joinable_tenant().filter(|_| !self.forms.directory.without_tenant).cloned();
        let tenant = match (&self.model.directory.population, signed_in) {
            (Some(path), _) => TenantSource::File(path.clone()),
            (None, Some(signed_in)) => TenantSource::SignedIn(signed_in),
            (None, None) => TenantSource::None,
        };
        let record = resumed.map_or_else(|| (self.new_record(), false), |path| (path, true));
        let cancel = CancellationToken::new();
        let state = &mut self.model.directory;
        state.number += 1;
        state.refused = None;
        state.found = None;
        state.going = Some(Going {
            began: self.model.now,
            doing: None,
            listed: None,
            outcomes: Default::default(),
            cancel: cancel.clone(),
        });
        let number = state.number;
        self.forms.directory.unfolded = None;
        let (words, reference) = (Arc::clone(&self.model.words), Arc::clone(&self.model.reference));
        let order = ScanOrder { number, directory, settings, base, tenant, record, words, reference, cancel };
        self.worker.ask(Job::Scan(Box::new(order)));
    }

    /// A name for a record that no other has.
    fn new_record(&self) -> PathBuf {
        let at = self.model.now.to_zoned(jiff::tz::TimeZone::UTC).strftime("%Y%m%d-%H%M%S").to_string();
        let name = format!("scan-{at}-{}-{}.jsonl", std::process::id(), self.model.directory.number + 1);
        self.outside.folders.scans.join(name)
    }

    pub(super) fn cancel_scan(&mut self) {
        if let Some(going) = &self.model.directory.going {
            going.cancel.cancel();
        }
    }

    /// Another document is open: what was scanned for the one before is not shown with it. Its record stays.
    pub(super) fn leave_directory(&mut self) {
        self.cancel_scan();
        let state = std::mem::take(&mut self.model.directory);
        self.model.directory.number = state.number + 1;
    }

    /// The scan is over.
    pub(in crate::desktop::app) fn scan_ended(&mut self, number: u64, ended: ScanEnded) {
        let state = &mut self.model.directory;
        if number != state.number {
            return;
        }
        state.going = None;
        let elsewhere = (self.model.page != Page::Directory).then_some(crate::desktop::command::Command::Directory);
        match ended {
            ScanEnded::NotBegun(why) => {
                state.refused = Some(why.clone());
                if elsewhere.is_some() {
                    self.say(why, Tone::Trouble, elsewhere);
                }
            }
            ScanEnded::Over(why, listing) => {
                let users = listing.tally.users;
                let whole = why.is_none();
                state.found = Some(Found::new(number, Arc::new(*listing), why));
                self.begin_list();
                let id = if whole { "ui-directory-scanned" } else { "ui-directory-broke-off" };
                let tone = if whole { Tone::Done } else { Tone::Note };
                self.say(msg!(id, users = users), tone, elsewhere);
            }
        }
        self.worker.ask(Job::LookForScans);
    }

    /// A record was read.
    pub(in crate::desktop::app) fn scan_read(&mut self, listing: Listing) {
        // The example is for recorded facts, and what was really scanned is for the others.
        if self.model.directory.going.is_some() || self.model.is_training() != listing.path().is_none() {
            return;
        }
        self.model.directory.number += 1;
        let number = self.model.directory.number;
        self.model.directory.found = Some(Found::new(number, Arc::new(listing), None));
        self.begin_list();
    }

    fn begin_list(&mut self) {
        let form = &mut self.forms.directory;
        form.filter = Default::default();
        (form.place, form.open, form.unfolded, form.unread) = (0, false, None, false);
    }

    /// Has the users looked for that the filter lets through, and the lines read that are seen.
    pub(in crate::desktop::app) fn look_for_scanned(&mut self) {
        let form = &mut self.forms.directory;
        let Some(found) = &mut self.model.directory.found else { return };
        if found.asked.as_ref() != Some(&form.filter) {
            found.asked = Some(form.filter.clone());
            (form.place, form.open) = (0, false);
            let (number, listing) = (found.number, Arc::clone(&found.listing));
            self.worker.ask(Job::FilterScan(number, listing, form.filter.clone()));
        }
        let missing = found.missing(form.seen.clone());
        if !missing.is_empty() {
            found.wanted.clone_from(&missing);
            self.worker.ask(Job::ReadScanned(found.number, Arc::clone(&found.listing), missing));
        }
    }

    /// The users that were looked for.
    pub(in crate::desktop::app) fn scanned_listed(&mut self, number: u64, filter: ScanFilter, listed: Vec<u32>) {
        let found = self.model.directory.found.as_mut();
        if let Some(found) = found.filter(|found| found.number == number && found.asked.as_ref() == Some(&filter)) {
            found.listed_by = Some(filter);
            found.listed = Some(Arc::new(listed));
        }
    }

    /// Copies the rows of the users that are listed.
    pub(super) fn copy_scanned(&mut self) {
        let Some(found) = &self.model.directory.found else { return };
        let Some(listed) = &found.listed else { return };
        let (listing, words) = (Arc::clone(&found.listing), Arc::clone(&self.model.words));
        self.worker.ask(Job::CopyScanned(listing, Arc::clone(listed), words));
    }

    /// The text of the users that were listed.
    pub(in crate::desktop::app) fn scanned_copied(&mut self, context: &Context, text: String, all: usize) {
        context.copy_text(text);
        let count = all.min(MOST_COPIED);
        self.say(msg!("ui-directory-copied", count = count, all = all), Tone::Done, None);
    }

    pub(super) fn export_scan(&mut self, path: &Path) {
        let Some(found) = &self.model.directory.found else { return };
        let path = if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("jsonl")) {
            path.to_owned()
        } else {
            with_end(path, END)
        };
        let (listing, words) = (Arc::clone(&found.listing), Arc::clone(&self.model.words));
        self.remember_folder(&path);
        self.worker.ask(Job::ExportScan(listing, path, words));
    }

    /// Asks whether a record is really to be deleted.
    pub(super) fn ask_discard_scan(&mut self, path: PathBuf) {
        self.model.over = Some(Over::DiscardScan(path));
    }

    pub(super) fn discard_scan(&mut self, path: PathBuf) {
        let state = &mut self.model.directory;
        if state.found.as_ref().is_some_and(|found| found.listing.path() == Some(&path)) {
            state.found = None;
        }
        state.kept.retain(|kept| kept.path != path);
        self.worker.ask(Job::DiscardScan(path));
    }

    /// Goes on with the scan whose record this is. It begins below the same object.
    pub(super) fn go_on_with_scan(&mut self, path: PathBuf) {
        let head = self.model.directory.kept.iter().find(|kept| kept.path == path).map(|kept: &KeptScan| &kept.head);
        let head = head.or_else(|| {
            let found = self.model.directory.found.as_ref()?;
            (found.listing.path() == Some(&path)).then_some(&found.listing.head)
        });
        if let Some(head) = head {
            let form = &mut self.forms.directory;
            if form.connector.trim().is_empty() {
                form.connector.clone_from(&head.connector);
            }
            // The root of the forest is what is scanned when nothing else is said.
            let root = head.forest.split('.').map(|label| format!("DC={label}")).collect::<Vec<_>>().join(",");
            if let [base] = head.bases.as_slice()
                && !base.eq_ignore_ascii_case(&root)
            {
                form.base.clone_from(base);
            }
        }
        self.scan_users(Some(path));
    }
}
