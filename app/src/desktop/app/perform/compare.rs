//! The comparison: choosing the two assessments, and writing what became of them.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use readiness_core::{
    Message, Words,
    assessment::{Assessment, compare::Comparison},
    msg,
    report::{self, Compared},
};

use super::App;
use crate::desktop::{
    compared::{Chosen, Slot},
    page::Page,
    worker::{Job, Purpose, with_end},
};

/// End of the name of a comparison when none is typed.
pub(crate) const END: &str = "pdf";

impl App {
    pub(super) fn ask_compared(&mut self, slot: Slot) {
        self.ask_open(Purpose::Compare(slot));
    }

    pub(super) fn compare_file(&mut self, slot: Slot, path: PathBuf) {
        self.worker.ask(Job::ReadCompared(slot, path, self.model.now));
    }

    pub(super) fn compare_this(&mut self, slot: Slot) {
        self.model.compared.choose(slot, Chosen::This);
    }

    /// Another assessment was read, to be compared.
    pub(in crate::desktop::app) fn compared_read(&mut self, slot: Slot, path: PathBuf, assessment: Assessment) {
        self.model.compared.choose(slot, Chosen::File(path, Arc::new(assessment)));
        self.model.page = Page::Compare;
    }

    pub(super) fn export_comparison(&mut self, path: &Path) {
        let Some(made) = &self.model.compared.made else { return };
        let words = self.report_words();
        self.worker.ask(Job::ExportComparison {
            path: with_end(path, END),
            before: Arc::clone(&made.before),
            now: Arc::clone(&made.now),
            comparison: Arc::clone(&made.comparison),
            words,
        });
    }
}

/// The comparison in the format that the end of the file's name asks for.
///
/// # Errors
/// It cannot be written, or there is no such format; the message says why.
pub(crate) fn bytes(
    path: &Path,
    before: &Assessment,
    now: &Assessment,
    comparison: &Comparison,
    words: &Words,
) -> Result<Vec<u8>, Message> {
    let compared = Compared { before, now, comparison, words };
    let composed = || report::comparison_report(&compared);
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
    Ok(match end.as_str() {
        "pdf" => report::pdf::render(&composed())
            .map_err(|error| msg!("ui-export-refused", why = error.to_string()))?
            .into_file(),
        "json" => report::comparison_json(&compared).into_bytes(),
        "html" => report::html(&composed()).into_bytes(),
        "md" => report::markdown(&composed()).into_bytes(),
        "txt" => report::comparison_text(&compared).into_bytes(),
        _ => return Err(msg!("ui-compare-no-format", end = end)),
    })
}
