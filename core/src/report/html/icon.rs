//! The shapes of the statuses, drawn for this report: filled when judged, open when not. They stand beside the word.

use crate::assessment::Status;

/// The class that colours a status: `fail`, `could-not-check`.
pub(super) fn class(status: Status) -> &'static str {
    status.message_id().trim_start_matches("verdict-")
}

/// The icon of a status, hidden from readers that read the word.
pub(super) fn icon(status: Status) -> String {
    let shape = match status {
        Status::Pass => {
            r#"<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.6 8.2l2.3 2.3 4.5-4.7" class="cut"/>"#
        }
        Status::Warn => {
            r#"<path d="M8 1.2l7.2 13H.8z" fill="currentColor"/><path d="M8 6v4" class="cut"/><path d="M8 12h.01" class="cut"/>"#
        }
        Status::Fail => {
            r#"<path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor"/><path d="M5.5 5.5l5 5m0-5l-5 5" class="cut"/>"#
        }
        Status::Excepted => {
            r#"<path d="M8 1l6 2v5c0 3.6-2.6 6-6 7-3.4-1-6-3.4-6-7V3z" fill="currentColor"/><path d="M8 4.5v4" class="cut"/><path d="M8 11h.01" class="cut"/>"#
        }
        Status::CouldNotCheck => {
            r#"<circle cx="8" cy="8" r="6.4" class="line"/><path d="M6.2 6.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.6-.8 1.2" class="line"/><path d="M8 11.4h.01" class="line"/>"#
        }
        Status::NeedsYou => {
            r#"<circle cx="8" cy="8" r="6.4" class="line"/><circle cx="8" cy="6.6" r="2" class="line"/><path d="M4.2 12.6a4 4 0 0 1 7.6 0" class="line"/>"#
        }
        Status::NotRun => r#"<circle cx="8" cy="8" r="6.4" class="line" stroke-dasharray="2.4 1.6"/>"#,
        Status::NotApplicable => r#"<circle cx="8" cy="8" r="6.4" class="line"/><path d="M5 8h6" class="line"/>"#,
        Status::Information => {
            r#"<circle cx="8" cy="8" r="6.4" class="line"/><path d="M8 7.4v3.6" class="line"/><path d="M8 5h.01" class="line"/>"#
        }
    };
    format!(r#"<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{shape}</svg>"#)
}
