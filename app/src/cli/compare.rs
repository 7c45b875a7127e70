//! `wbready compare`: what became better, what became worse, between two assessments of one subject. Exit code 0
//! nothing is worse, 1 something is, 2 they cannot be compared.

use std::process::ExitCode;

use anyhow::{Context as _, bail};
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Words,
    assessment::compare::Comparison,
    report::{self, Compared},
};

use super::{
    arguments::CompareArguments,
    inputs,
    outputs::{print, put},
};

pub fn compare(arguments: &CompareArguments) -> anyhow::Result<ExitCode> {
    let CompareArguments { before, now, json, pdf, accept_other_subject, lang } = arguments;
    let at = Timestamp::now();
    let (before, now) = (inputs::assessment(before, lang, at)?, inputs::assessment(now, lang, at)?);
    let words = Words::new(lang, TimeZone::system());
    let comparison = Comparison::new(&before, &now, at);
    if !comparison.is_comparable() && !accept_other_subject {
        let why: Vec<String> = comparison.mismatches.iter().map(|mismatch| words.say(&mismatch.message())).collect();
        bail!("{} (--accept-other-subject compares them all the same)", why.join(" "));
    }
    let compared = Compared { before: &before, now: &now, comparison: &comparison, words: &words };
    if let Some(path) = pdf {
        let report = report::comparison_report(&compared);
        put(path, report::pdf::render(&report).context("the PDF could not be made")?.file())?;
    }
    if let Some(path) = json {
        put(path, report::comparison_json(&compared).as_bytes())?;
    }
    if pdf.is_none() && json.is_none() {
        print(&report::comparison_text(&compared))?;
    }
    Ok(ExitCode::from(u8::from(comparison.is_worse())))
}
