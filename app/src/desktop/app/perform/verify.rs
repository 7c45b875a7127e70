//! Reports that are looked at: opening one, trusting further roots, giving revocation lists, and going on with what is
//! inside.

use std::path::{Path, PathBuf};

use readiness_core::{Arg, Message, msg};

use super::App;
use crate::desktop::{
    document::Document,
    page::Page,
    recent::{Change, RecentFile},
    toast::Tone,
    verified::{GivenLists, GivenRoots, Looked, Report, State},
    worker::Job,
};

impl App {
    /// Has a report looked at, and shows the page.
    pub(in crate::desktop::app) fn verify(&mut self, path: PathBuf) {
        let verified = &mut self.model.verified;
        verified.number += 1;
        verified.report = Some(Report { path: path.clone(), state: State::Looking });
        let (number, trust, now) = (verified.number, verified.trust(), self.model.now);
        self.worker.ask(Job::Verify { number, path, trust, now });
        self.go(Page::Verify);
    }

    /// A report was looked at.
    pub(in crate::desktop::app) fn verified(&mut self, number: u64, looked: Result<Box<Looked>, Message>) {
        let verified = &mut self.model.verified;
        let Some(report) = verified.report.as_mut().filter(|_| number == verified.number) else { return };
        report.state = match looked {
            Ok(looked) => State::Looked(looked),
            Err(why) => State::Refused(why),
        };
        let path = report.path.clone();
        // What is altered is not among the files to go on with.
        if let Some(assessment) = verified.intact().and_then(|looked| looked.found.assessment.as_ref()) {
            let file = RecentFile::of(path, assessment, self.model.now);
            self.change_recent(Change::Remember(Box::new(file)));
        }
    }

    /// Roots were read: they are trusted from now on, and the report is looked at again.
    pub(in crate::desktop::app) fn trust(&mut self, given: GivenRoots) {
        given.put(&mut self.model.verified.roots);
        self.verify_again();
    }

    /// Revocation lists were read: likewise.
    pub(in crate::desktop::app) fn look_into(&mut self, given: GivenLists) {
        given.put(&mut self.model.verified.lists);
        self.verify_again();
    }

    /// Roots or revocation lists of a file count no longer.
    pub(super) fn forget_given(&mut self, path: &Path) {
        self.model.verified.roots.retain(|given| given.path != path);
        self.model.verified.lists.retain(|given| given.path != path);
        self.verify_again();
    }

    fn verify_again(&mut self) {
        if let Some(path) = self.model.verified.report.as_ref().map(|report| report.path.clone()) {
            self.verify(path);
        }
    }

    /// Goes on with the assessment of the report as a new one, which has no file yet. The report stays as it is.
    pub(super) fn continue_report(&mut self) {
        let Some(looked) = self.model.verified.looked() else { return };
        match looked.found.clone().into_assessment() {
            Ok(assessment) => {
                if !self.makes_place() {
                    return;
                }
                let mut document = Document::unnamed(self.new_key(), assessment);
                document.begun(self.now_s);
                self.show_document(document);
                self.say(msg!("ui-verify-continued"), Tone::Done, None);
            }
            Err(changes) => {
                let changes: Vec<Arg> = changes.into_iter().map(Arg::from).collect();
                self.say(Message::new("ui-verify-not-continued").with("what", Arg::List(changes)), Tone::Trouble, None);
            }
        }
    }
}
