//! `wbready answer`, `except` and `sign-off`: what people say, written into an assessment.

use std::{path::Path, process::ExitCode};

use jiff::Timestamp;
use readiness_core::assessment::{
    Answer, Assessment, Attachment, EditError,
    file::{self, Hold, read_limited},
};

use super::arguments::{AnswerArguments, ExceptArguments, SignOffArguments};

/// The largest attachment, in bytes, is the assessment's to say; this only keeps a huge file out of memory.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Reads, changes and writes an assessment while holding it against a second window.
fn change(
    path: &Path,
    edit: impl FnOnce(&mut Assessment, Timestamp) -> Result<(), EditError>,
) -> anyhow::Result<ExitCode> {
    let now = Timestamp::now();
    let _hold = Hold::take(path)?;
    let mut assessment = file::read(path)?;
    edit(&mut assessment, now)?;
    file::write(path, &assessment)?;
    Ok(ExitCode::SUCCESS)
}

pub fn answer(arguments: AnswerArguments) -> anyhow::Result<ExitCode> {
    let mut files = Vec::new();
    for path in &arguments.attach {
        files.push(Attachment::new(&path.display().to_string(), read_limited(path, LARGEST)?));
    }
    let AnswerArguments { file, item, outcome, who, why, until, attach: _ } = arguments;
    change(&file, |assessment, now| {
        let mut attachments = Vec::new();
        for file in files {
            attachments.push(assessment.attach(file)?);
        }
        let answer = Answer {
            outcome,
            who,
            title: String::new(),
            why,
            at: now,
            seen_on: None,
            until,
            subject: String::new(),
            attachments,
            other: serde_json::Map::new(),
        };
        assessment.answer(&item, answer, now)
    })
}

pub fn except(arguments: &ExceptArguments) -> anyhow::Result<ExitCode> {
    let ExceptArguments { file, item, who, why, until } = arguments;
    change(file, |assessment, now| assessment.except(item, who, why, *until, now))
}

pub fn sign_off(arguments: &SignOffArguments) -> anyhow::Result<ExitCode> {
    let SignOffArguments { file, role, who, title } = arguments;
    change(file, |assessment, now| assessment.sign_off(*role, who, title, now))
}
