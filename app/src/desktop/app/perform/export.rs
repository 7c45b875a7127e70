//! Reports as files.

use std::{path::Path, sync::Arc};

use jiff::Timestamp;
use readiness_core::{
    Message, Words,
    assessment::{Assessment, file},
    key, msg,
    report::{self, Chapter, Letterhead, LetterheadError, Report, ReportOptions},
};

use super::App;
use crate::desktop::{
    command::Command,
    export::Format,
    forms::PaperForm,
    page::Page,
    toast::Tone,
    worker::{Job, Purpose, with_end},
};

impl App {
    pub(super) fn ask_export(&mut self, format: Format) {
        self.ask_save(Purpose::Export(format));
    }

    /// The words of the report's language.
    pub(in crate::desktop::app) fn report_words(&self) -> Arc<Words> {
        let language = self.model.report_language();
        if language == self.model.words.language() {
            Arc::clone(&self.model.words)
        } else {
            Arc::new(Words::new(language, self.outside.zone.clone()))
        }
    }

    /// Takes what is kept of the letterhead into the form.
    pub(super) fn load_paper(&mut self) {
        let organisation = self.model.assessment().map_or("", |assessment| assessment.subject.organisation.trim());
        self.forms.paper = PaperForm::of(&self.model.settings, organisation, self.forms.paper.open);
    }

    /// Keeps what is typed on the page of the report.
    pub(super) fn keep_paper(&mut self) {
        if self.model.page == Page::Report {
            let form = self.forms.paper.clone();
            self.choose(|settings| form.keep(settings));
        }
    }

    /// On whose paper reports about what is open are printed.
    pub(in crate::desktop::app) fn paper(&self) -> Result<Letterhead, LetterheadError> {
        let organisation = self.model.assessment().map_or("", |assessment| assessment.subject.organisation.trim());
        let logo = self.model.logo.as_ref().map(|shown| &shown.logo);
        PaperForm::of(&self.model.settings, organisation, false).letterhead(logo)
    }

    pub(super) fn export(&mut self, format: Format, path: &Path) {
        self.keep_paper();
        let letterhead = match self.paper() {
            Ok(letterhead) => letterhead,
            Err(why) => {
                self.say(why.message(), Tone::Trouble, Some(Command::Report));
                return;
            }
        };
        let Some(document) = &self.model.document else { return };
        self.worker.ask(Job::Export {
            format,
            path: with_end(path, format.extension()),
            assessment: Arc::clone(document.assessment()),
            words: self.report_words(),
            letterhead,
            left_out: self.model.left_out.clone(),
            now: self.model.now,
        });
    }
}

/// The report in a format: the one place that knows how reports are made.
///
/// # Errors
/// The format cannot be written; the message says why.
pub(crate) fn bytes(
    format: Format,
    assessment: &Assessment,
    words: &Words,
    letterhead: &Letterhead,
    left_out: &[Chapter],
    now: Timestamp,
) -> Result<Vec<u8>, Message> {
    let composed = || {
        let report = Report::compose(assessment, words, &ReportOptions { now });
        report.on(letterhead, words).without(left_out, words)
    };
    Ok(match format {
        Format::Pdf => report::pdf::render(&composed()).map_err(refused)?.into_file(),
        Format::Html => report::html(&composed()).into_bytes(),
        Format::Markdown => report::markdown(&composed()).into_bytes(),
        Format::Json => report::json(assessment, words, now).into_bytes(),
        Format::Csv => report::csv(assessment, words, now).into_bytes(),
        Format::Junit => report::junit(assessment, words, now).into_bytes(),
        Format::Sarif => report::sarif(assessment, words, now).into_bytes(),
        Format::Calendar => report::calendar(assessment, words, now).into_bytes(),
        Format::Xlsx => report::spreadsheet(assessment, words, now).map_err(refused)?,
        Format::Request(team) => {
            let all = report::change_requests(assessment, words, now);
            let own = all.into_iter().find(|request| request.team == team);
            own.ok_or_else(|| msg!("ui-export-nothing-to-ask"))?.text.into_bytes()
        }
        Format::Twin => {
            let key = key::random().map_err(refused)?;
            let twin = assessment.redacted(&key, now).map_err(refused)?;
            file::to_bytes(&twin).map_err(refused)?
        }
    })
}

fn refused(error: impl std::fmt::Display) -> Message {
    msg!("ui-export-refused", why = error.to_string())
}
