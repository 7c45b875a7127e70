//! Whether the pages say what the embedded assessment says. The same edition of the program prints the same bytes of the
//! same assessment, so the report is printed again and compared. Pages of another edition cannot be printed again; then
//! every page must at least carry the digest of the assessment.

use lopdf::Document;

use super::{
    document,
    embedded::{self, Binding},
};
use crate::{
    Language, Message, Words,
    assessment::Assessment,
    msg,
    report::{Letterhead, Report, ReportOptions, pdf},
};

/// What is known of the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printed {
    /// They are exactly those that the assessment prints.
    Same,
    /// They were laid out by another edition of the program; every page carries the assessment's digest.
    OtherEdition,
    /// They differ from what the assessment prints, or do not carry its digest.
    Differs,
    /// They could not be looked at.
    Unknown,
}

/// Prints the assessment again and compares. `first` is the first revision's bytes and objects.
pub(super) fn compare(
    first: (&[u8], &Document),
    assessment: &Assessment,
    binding: &Binding,
    language: &str,
) -> (Printed, Vec<Message>) {
    let (bytes, document) = first;
    if binding.edition != env!("READINESS_EDITION") {
        return by_digest(document, &binding.digest);
    }
    let letterhead = match embedded::letterhead(document) {
        Ok(letterhead) => letterhead.unwrap_or_default(),
        Err(why) => return (Printed::Differs, vec![why]),
    };
    let Some(again) = print(assessment, binding, language, &letterhead) else {
        return (Printed::Differs, vec![msg!("verify-changed-properties")]);
    };
    if again == bytes {
        return (Printed::Same, Vec::new());
    }
    let Some(wanted) = document::load(&again) else { return (Printed::Unknown, Vec::new()) };
    let mut changes = different_pages(document, &wanted);
    if changes.is_empty() {
        // What is drawn is the same, and something around it does not: letters, images, bookmarks, structure, properties.
        changes.push(msg!("verify-changed-structure"));
    }
    (Printed::Differs, changes)
}

fn print(assessment: &Assessment, binding: &Binding, language: &str, letterhead: &Letterhead) -> Option<Vec<u8>> {
    let language: Language = language.parse().ok()?;
    let words = Words::new(&language, binding.time_zone());
    let options = ReportOptions { now: binding.printed_at };
    let left_out = binding.left_out.as_deref()?;
    let mut report = Report::compose(assessment, &words, &options).on(letterhead, &words).without(left_out, &words);
    if binding.for_signature {
        report = report.for_signature(&words);
    }
    pdf::render(&report).ok().map(pdf::Rendered::into_file)
}

/// Pages whose content is another.
fn different_pages(is: &Document, wanted: &Document) -> Vec<Message> {
    let (pages, others) = (is.get_pages(), wanted.get_pages());
    if pages.len() != others.len() {
        return vec![msg!("verify-changed-pages")];
    }
    let mut changed = Vec::new();
    for ((number, page), other) in pages.iter().zip(others.values()) {
        let content = |document: &Document, page| document.get_page_content_with_limit(page, document::LARGEST_STREAM);
        let alike = match (content(is, *page), content(wanted, *other)) {
            (Ok(is), Ok(wanted)) => is == wanted,
            _ => false,
        };
        if !alike {
            changed.push(msg!("verify-changed-page", page = *number));
        }
    }
    changed
}

/// For pages that cannot be printed again: the digest in the foot of every page.
pub(super) fn by_digest(document: &Document, digest: &str) -> (Printed, Vec<Message>) {
    let short = digest.get(..16).unwrap_or(digest);
    let mut missing = Vec::new();
    for number in document.get_pages().keys() {
        let text = document.extract_text(&[*number]).unwrap_or_default();
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if !text.contains(short) {
            missing.push(msg!("verify-changed-page", page = *number));
        }
    }
    if missing.is_empty() { (Printed::OtherEdition, missing) } else { (Printed::Differs, missing) }
}
