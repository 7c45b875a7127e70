//! Attempts of one user to reset the password, as the sync server's events and the tenant's audit log tell of them.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::accounts::same_principal;
use crate::{
    facts::{events::EventLog, tenant::AuditEntry},
    reference::{EventKind, Events, Operation},
};

/// How an attempt ended. Of two that share a time the greater counts, so that no refusal is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
    /// It arrived; its end is not known.
    Started,
    /// It was written back.
    WrittenBack,
    /// It was written back, and the cloud then refused the password.
    RefusedByCloud,
    /// It was not written back.
    NotWrittenBack,
}

/// An attempt.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attempt<'a> {
    /// When.
    pub at: Timestamp,
    /// How it ended.
    pub outcome: Outcome,
    /// The message of the event or the reason in the audit log, word for word.
    pub text: &'a str,
}

/// The user's resets in an event log. An event belongs to the user when its text names the user, or shares the
/// tracking id of one that does.
pub(super) fn in_events<'a>(log: &'a EventLog, user: &str, table: &Events) -> Vec<Attempt<'a>> {
    let own: BTreeSet<String> = (log.events.iter())
        .filter(|event| names(&event.message, user))
        .filter_map(|event| tracking_id(&event.message))
        .collect();
    let belongs = |text: &str| names(text, user) || tracking_id(text).is_some_and(|id| own.contains(&id));
    (log.events.iter())
        .filter_map(|event| {
            let row = table.by_id(&event.provider, event.id)?;
            let outcome = match (row.operation?, row.kind) {
                (Operation::Reset, EventKind::Start) => Outcome::Started,
                (Operation::Reset, EventKind::Success) => Outcome::WrittenBack,
                (Operation::Reset, EventKind::Failure) => Outcome::NotWrittenBack,
                _ => return None,
            };
            belongs(&event.message).then_some(Attempt { at: event.at, outcome, text: &event.message })
        })
        .collect()
}

/// The user's resets in the audit log. The reason goes before the result: a success may still mean that the cloud
/// refused the password after the directory took it.
pub(super) fn in_audit<'a>(audit: &'a [AuditEntry], user: &str, table: &Events) -> Vec<Attempt<'a>> {
    let cloud = table.code("cloud-failure");
    (audit.iter())
        .filter(|entry| same_principal(&entry.target, user))
        .filter(|entry| table.activity(&entry.activity).is_some_and(|row| row.operation == Operation::Reset))
        .map(|entry| {
            let outcome = if cloud.is_some_and(|code| code.is_in(&entry.reason)) {
                Outcome::RefusedByCloud
            } else if entry.success {
                Outcome::WrittenBack
            } else {
                Outcome::NotWrittenBack
            };
            Attempt { at: entry.at, outcome, text: &entry.reason }
        })
        .collect()
}

/// The newest attempt whose end is known.
pub(super) fn newest_ended<'a>(attempts: &[Attempt<'a>]) -> Option<Attempt<'a>> {
    (attempts.iter())
        .filter(|attempt| attempt.outcome != Outcome::Started)
        .max_by_key(|attempt| (attempt.at, attempt.outcome))
        .copied()
}

/// Whether `text` holds the user principal name as a whole, so that `tess@contoso.com` is not found in
/// `contess@contoso.com` or `tess@contoso.com.au`.
fn names(text: &str, user: &str) -> bool {
    let (text, user) = (text.to_lowercase(), user.to_lowercase());
    if user.is_empty() {
        return false;
    }
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '\'' | '@');
    text.match_indices(&user).any(|(at, found)| {
        let before = text.get(..at).unwrap_or_default();
        let mut after = text.get(at + found.len()..).unwrap_or_default().chars();
        let ends = match after.next() {
            // A full stop ends the sentence, or goes on with the name.
            Some('.') => !after.next().is_some_and(char::is_alphanumeric),
            Some(c) => !joins(c),
            None => true,
        };
        ends && !before.ends_with(joins)
    })
}

/// The tracking id in a message such as `TrackingId: 6e1ff3d8-…, Password reset started`.
fn tracking_id(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let (_, rest) = text.split_once("trackingid")?;
    let id: String = rest
        .trim_start_matches([':', '=', ' ', '"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    (id.len() >= 8).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::{names, tracking_id};

    #[test]
    fn a_user_is_found_as_a_whole_and_in_any_case() {
        let user = "tess@contoso.com";
        for text in ["UserPrincipalName: Tess@Contoso.com, more", "tess@contoso.com", "for tess@contoso.com."] {
            assert!(names(text, user), "{text}");
        }
        for text in ["contess@contoso.com", "a.tess@contoso.com", "tess@contoso.com.au", "tess@contoso.community", ""] {
            assert!(!names(text, user), "{text}");
        }
        assert!(!names("anything", ""));
    }

    #[test]
    fn a_tracking_id_is_read_and_a_stump_is_not() {
        let id = "6e1ff3d8-0a1b-4c2d-8e3f-0123456789ab";
        assert_eq!(tracking_id(&format!("TrackingId: {id}, started")).as_deref(), Some(id));
        assert_eq!(tracking_id(&format!("x TrackingId={}", id.to_uppercase())).as_deref(), Some(id));
        assert_eq!(tracking_id("TrackingId: , started"), None);
        assert_eq!(tracking_id("started"), None);
    }
}
