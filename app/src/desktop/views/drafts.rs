//! What is being typed about items, and what is unfolded. Nothing here counts until a command carries it to the
//! assessment; it stays when another item is shown.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use readiness_core::{
    assessment::{Attachment, Outcome},
    checklist::ItemId,
};

use crate::desktop::widgets::Copied;

/// A form about an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Answer by hand.
    Answer,
    /// Accept as exception.
    Exception,
    /// Note.
    Note,
}

/// A part of the detail that unfolds; what is unfolded is remembered by kind, not by item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Why it matters.
    Why,
    /// Evidence.
    Evidence,
    /// What the article says.
    Article,
    /// History.
    History,
    /// Notes and attachments.
    Notes,
    /// All attempts of a connection.
    Attempts,
}

/// An answer that is being written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswerDraft {
    /// What the person says.
    pub outcome: Option<Outcome>,
    /// Who.
    pub who: String,
    /// Their role.
    pub title: String,
    /// How they know.
    pub why: String,
    /// The last day it holds, as typed.
    pub until: String,
    /// Files that show it.
    pub attachments: Vec<Attachment>,
    /// Saving was tried, so what is missing is said.
    pub tried: bool,
}

/// An exception that is being written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExceptionDraft {
    /// Who accepts it.
    pub who: String,
    /// Why it is acceptable.
    pub why: String,
    /// The last day it holds, as typed.
    pub until: String,
    /// Saving was tried, so what is missing is said.
    pub tried: bool,
}

/// What is being typed and unfolded.
#[derive(Debug, Default)]
pub struct Drafts {
    /// The name used last, offered in the next form.
    pub who: String,
    /// The role used last.
    pub title: String,
    /// Which command was copied last.
    pub copied: Copied,
    /// The row of the item shown wants the focus.
    pub focus_row: bool,
    pub(super) focus_field: bool,
    pub(super) scroll_to_form: bool,
    pub(super) filter_open: bool,
    answers: BTreeMap<ItemId, AnswerDraft>,
    exceptions: BTreeMap<ItemId, ExceptionDraft>,
    notes: BTreeMap<ItemId, String>,
    open: Option<(ItemId, Form)>,
    parts: BTreeSet<Part>,
}

impl Drafts {
    /// Opens the answer form of an item, with an outcome chosen if one is given.
    pub fn open_answer(&mut self, item: &str, outcome: Option<Outcome>) {
        self.open(item, Form::Answer);
        if outcome.is_some() {
            self.answers.entry(item.to_owned()).or_default().outcome = outcome;
        }
    }

    /// Opens a form of an item.
    pub fn open(&mut self, item: &str, form: Form) {
        self.open = Some((item.to_owned(), form));
        self.focus_field = true;
        self.scroll_to_form = true;
    }

    /// Closes the form; what was typed stays.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// The form that is open about this item.
    pub fn form(&self, item: &str) -> Option<Form> {
        self.open.as_ref().filter(|(open, _)| open == item).map(|(_, form)| *form)
    }

    /// True when there is unsaved text about this item.
    pub fn has(&self, item: &str) -> bool {
        self.answers.get(item).is_some_and(|draft| !draft.why.is_empty() || !draft.attachments.is_empty())
            || self.exceptions.get(item).is_some_and(|draft| !draft.why.is_empty())
            || self.notes.get(item).is_some_and(|note| !note.is_empty())
    }

    /// A file that was asked for has been read.
    pub fn attach(&mut self, item: &str, file: Attachment) {
        self.answers.entry(item.to_owned()).or_default().attachments.push(file);
    }

    /// The answer on an item was taken.
    pub fn answered(&mut self, item: &str) {
        if let Some(draft) = self.answers.remove(item) {
            self.who = draft.who;
            self.title = draft.title;
        }
        self.close();
    }

    /// The exception on an item was taken.
    pub fn accepted(&mut self, item: &str) {
        if let Some(draft) = self.exceptions.remove(item) {
            self.who = draft.who;
        }
        self.close();
    }

    /// The note on an item was taken.
    pub fn noted(&mut self, item: &str) {
        self.notes.remove(item);
        self.close();
    }

    /// Throws away what was typed into a form.
    pub fn discard(&mut self, item: &str, form: Form) {
        match form {
            Form::Answer => drop(self.answers.remove(item)),
            Form::Exception => drop(self.exceptions.remove(item)),
            Form::Note => drop(self.notes.remove(item)),
        }
        self.close();
    }

    /// Another assessment is open.
    pub fn clear(&mut self) {
        let parts = std::mem::take(&mut self.parts);
        *self = Self { parts, ..Self::default() };
    }

    pub(super) fn is_open(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }

    pub(super) fn set_open(&mut self, part: Part, open: bool) {
        if open {
            self.parts.insert(part);
        } else {
            self.parts.remove(&part);
        }
    }

    /// The answer draft of an item; a new one begins with the name used last and holds for `days` days.
    pub(super) fn answer(&mut self, item: &str, today: Date, days: i64) -> &mut AnswerDraft {
        let draft = self.answers.entry(item.to_owned()).or_default();
        if draft.until.is_empty() && draft.who.is_empty() && !draft.tried {
            draft.who.clone_from(&self.who);
            draft.title.clone_from(&self.title);
            draft.until = in_days(today, days);
        }
        draft
    }

    /// The exception draft of an item.
    pub(super) fn exception(&mut self, item: &str, today: Date, days: i64) -> &mut ExceptionDraft {
        let draft = self.exceptions.entry(item.to_owned()).or_default();
        if draft.until.is_empty() && draft.who.is_empty() && !draft.tried {
            draft.who.clone_from(&self.who);
            draft.until = in_days(today, days);
        }
        draft
    }

    pub(super) fn note(&mut self, item: &str) -> &mut String {
        self.notes.entry(item.to_owned()).or_default()
    }
}

/// The day so many days from today, as it is typed.
pub(super) fn in_days(today: Date, days: i64) -> String {
    today.saturating_add(jiff::Span::new().days(days)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_stays_until_it_is_taken_and_offers_its_name_to_the_next() {
        let today = Date::constant(2026, 11, 22);
        let mut drafts = Drafts::default();
        drafts.open_answer("a", Some(Outcome::Pass));
        let draft = drafts.answer("a", today, 90);
        assert_eq!((draft.outcome, draft.until.as_str()), (Some(Outcome::Pass), "2027-02-20"));
        draft.who = "M. Berg".into();
        draft.why = "I looked.".into();
        drafts.close();
        assert!(drafts.has("a") && drafts.form("a").is_none());
        drafts.answered("a");
        assert!(!drafts.has("a"));
        assert_eq!(drafts.exception("b", today, 30).who, "M. Berg");
        assert!(!drafts.has("b"), "a name alone is no text to lose");
    }
}
