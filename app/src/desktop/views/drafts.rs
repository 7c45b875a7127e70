//! What is being typed about items, and what is unfolded. Nothing here counts until a command carries it to the
//! assessment; it stays when another item is shown, and is kept against a crash.

use std::collections::BTreeSet;

use jiff::civil::Date;
use readiness_core::{
    assessment::{Exception, Outcome},
    checklist::ItemId,
};

use super::{AnswerDraft, Attached, ExceptionDraft, Form, Typed, item_detail::Looked, typed::Keeping};
use crate::desktop::widgets::Copied;

/// A part of the detail that unfolds; what is unfolded is remembered by kind, not by item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Why it matters.
    Why,
    /// Evidence, where something is to be repaired.
    Evidence,
    /// Evidence, where nothing is: it takes the place of the repair, and is unfolded until somebody folds it.
    EvidenceOfMet,
    /// The evidence as it is kept, instead of in words.
    Raw,
    /// What the article says.
    Article,
    /// History.
    History,
    /// Notes and attachments.
    Notes,
    /// All attempts of a connection.
    Attempts,
    /// The certificates of a connection.
    Certificates,
}

/// What is being typed and unfolded.
#[derive(Debug)]
pub struct Drafts {
    /// The name used last, offered in the next form.
    pub who: String,
    /// The role used last.
    pub title: String,
    /// Which command was copied last.
    pub copied: Copied,
    /// The row of the item shown wants the focus.
    pub focus_row: bool,
    /// A row of the list has the focus.
    pub list_has_focus: bool,
    /// Rows that PgUp and PgDn pass over: as many as can be seen.
    pub list_page: usize,
    /// Points by which the detail is to scroll.
    pub scroll: f32,
    /// Screens by which the detail is to scroll.
    pub scroll_pages: f32,
    pub(super) focus_field: bool,
    pub(super) scroll_to_form: bool,
    pub(super) filter_open: bool,
    /// What the detail has worked out of the item shown.
    pub(super) looked: Looked,
    typed: Typed,
    keeping: Keeping,
    open: Option<(ItemId, Form)>,
    parts: BTreeSet<Part>,
}

impl Default for Drafts {
    fn default() -> Self {
        Self {
            who: String::new(),
            title: String::new(),
            copied: Copied::default(),
            focus_row: false,
            list_has_focus: false,
            list_page: 0,
            scroll: 0.0,
            scroll_pages: 0.0,
            focus_field: false,
            scroll_to_form: false,
            filter_open: false,
            looked: Looked::default(),
            typed: Typed::default(),
            keeping: Keeping::default(),
            open: None,
            parts: [Part::EvidenceOfMet].into(),
        }
    }
}

impl Drafts {
    /// Opens the answer form of an item, with an outcome chosen if one is given.
    pub fn open_answer(&mut self, item: &str, outcome: Option<Outcome>) {
        self.open(item, Form::Answer);
        if outcome.is_some() {
            self.typed.answers.entry(item.to_owned()).or_default().outcome = outcome;
        }
    }

    /// Opens a form of an item.
    pub fn open(&mut self, item: &str, form: Form) {
        self.open = Some((item.to_owned(), form));
        self.focus_field = true;
        self.scroll_to_form = true;
    }

    /// Opens the exception form with the words of an exception, so that it can be changed or renewed.
    pub(super) fn open_exception_of(&mut self, item: &str, exception: &Exception, until: String, changes: bool) {
        let draft = self.typed.exceptions.entry(item.to_owned()).or_default();
        if !draft.is_worth_keeping() {
            let Exception { who, why, mitigation, .. } = exception.clone();
            *draft = ExceptionDraft { who, why, mitigation, until, changes, left: BTreeSet::new() };
        }
        draft.changes = changes;
        self.open(item, Form::Exception);
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
        self.has_in(item, Form::Answer) || self.has_in(item, Form::Exception) || self.has_in(item, Form::Note)
    }

    /// True when there is unsaved text in this form about this item.
    pub(super) fn has_in(&self, item: &str, form: Form) -> bool {
        match form {
            Form::Answer => self.typed.answers.get(item).is_some_and(AnswerDraft::is_worth_keeping),
            Form::Exception => self.typed.exceptions.get(item).is_some_and(ExceptionDraft::is_worth_keeping),
            Form::Note => self.typed.notes.get(item).is_some_and(|note| !note.trim().is_empty()),
        }
    }

    /// An item with unsaved text, and the form it stands in.
    pub fn unsaved(&self) -> Option<(&ItemId, Form)> {
        let answer =
            self.typed.answers.iter().find(|(_, draft)| !draft.why.is_empty()).map(|(item, _)| (item, Form::Answer));
        let exception = self
            .typed
            .exceptions
            .iter()
            .find(|(_, draft)| !draft.why.is_empty())
            .map(|(item, _)| (item, Form::Exception));
        let note = self.typed.notes.iter().find(|(_, note)| !note.is_empty()).map(|(item, _)| (item, Form::Note));
        answer.or(exception).or(note)
    }

    /// A file that was asked for has been read.
    pub fn attach(&mut self, item: &str, file: Attached) {
        let attachments = &mut self.typed.answers.entry(item.to_owned()).or_default().attachments;
        if !attachments.contains(&file) {
            attachments.push(file);
        }
    }

    /// The answer on an item was taken.
    pub fn answered(&mut self, item: &str) {
        if let Some(draft) = self.typed.answers.remove(item) {
            self.who = draft.who;
            self.title = draft.title;
        }
        self.close();
    }

    /// The exception on an item was taken.
    pub fn accepted(&mut self, item: &str) {
        if let Some(draft) = self.typed.exceptions.remove(item) {
            self.who = draft.who;
        }
        self.close();
    }

    /// The note on an item was taken.
    pub fn noted(&mut self, item: &str) {
        self.typed.notes.remove(item);
        self.close();
    }

    /// Throws away what was typed into a form.
    pub fn discard(&mut self, item: &str, form: Form) {
        match form {
            Form::Answer => drop(self.typed.answers.remove(item)),
            Form::Exception => drop(self.typed.exceptions.remove(item)),
            Form::Note => drop(self.typed.notes.remove(item)),
        }
        self.close();
    }

    /// Another assessment is open.
    pub fn clear(&mut self) {
        let parts = std::mem::take(&mut self.parts);
        *self = Self { parts, ..Self::default() };
    }

    // ----- Kept against a crash -----

    /// What is to be kept on the disk now; otherwise in how many seconds to ask again.
    ///
    /// # Errors
    /// It is not time yet; none: there is nothing to keep.
    pub fn due(&mut self, now_s: f64) -> Result<Typed, Option<f64>> {
        self.keeping.due(&self.typed, now_s)
    }

    /// What was typed since it was last kept, for the end.
    pub fn unwritten(&mut self) -> Option<Typed> {
        self.keeping.unwritten(&self.typed)
    }

    /// The document has another place now, where nothing is kept yet.
    pub fn keep_again(&mut self) {
        self.keeping = Keeping::default();
    }

    /// What was kept comes back, where nothing was typed since. Returns how many texts came back.
    pub fn restore(&mut self, kept: Typed) -> usize {
        let before = self.typed.len();
        self.keeping.is_kept(&kept);
        for (item, draft) in kept.answers {
            self.typed.answers.entry(item).or_insert(draft);
        }
        for (item, draft) in kept.exceptions {
            self.typed.exceptions.entry(item).or_insert(draft);
        }
        for (item, note) in kept.notes {
            self.typed.notes.entry(item).or_insert(note);
        }
        self.typed.len() - before
    }

    // ----- What is unfolded -----

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

    // ----- What is typed -----

    /// The answer draft of an item; a new one begins with the name used last, was seen today and holds for `days` days.
    pub(super) fn answer(&mut self, item: &str, today: Date, days: i64) -> &mut AnswerDraft {
        let draft = self.typed.answers.entry(item.to_owned()).or_default();
        if draft.until.is_empty() && draft.who.is_empty() && draft.left.is_empty() {
            draft.who.clone_from(&self.who);
            draft.title.clone_from(&self.title);
            draft.seen_on = today.to_string();
            draft.until = in_days(today, days);
        }
        draft
    }

    /// The exception draft of an item.
    pub(super) fn exception(&mut self, item: &str, today: Date, days: i64) -> &mut ExceptionDraft {
        let draft = self.typed.exceptions.entry(item.to_owned()).or_default();
        if draft.until.is_empty() && draft.who.is_empty() && draft.left.is_empty() {
            draft.who.clone_from(&self.who);
            draft.until = in_days(today, days);
        }
        draft
    }

    pub(super) fn note(&mut self, item: &str) -> &mut String {
        self.typed.notes.entry(item.to_owned()).or_default()
    }
}

/// The day so many days from today, as it is typed.
pub(super) fn in_days(today: Date, days: i64) -> String {
    today.saturating_add(jiff::Span::new().days(days)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = Date::constant(2026, 11, 22);

    #[test]
    fn a_draft_stays_until_it_is_taken_and_offers_its_name_to_the_next() {
        let mut drafts = Drafts::default();
        drafts.open_answer("a", Some(Outcome::Pass));
        let draft = drafts.answer("a", TODAY, 90);
        assert_eq!((draft.outcome, draft.until.as_str()), (Some(Outcome::Pass), "2027-02-20"));
        assert_eq!(draft.seen_on, "2026-11-22");
        draft.who = "M. Berg".into();
        draft.why = "I looked.".into();
        drafts.close();
        assert!(drafts.has("a") && drafts.form("a").is_none());
        drafts.answered("a");
        assert!(!drafts.has("a"));
        assert_eq!(drafts.exception("b", TODAY, 30).who, "M. Berg");
        assert!(!drafts.has("b"), "a name alone is no text to lose");
    }

    #[test]
    fn what_was_kept_comes_back_and_never_over_what_was_typed_since() {
        let mut drafts = Drafts::default();
        drafts.answer("a", TODAY, 90).why = "old".into();
        drafts.note("b").push_str("ask them");
        let kept = drafts.unwritten().expect("something was typed");
        let kept: Typed = serde_json::from_slice(&serde_json::to_vec(&kept).unwrap()).unwrap();

        let mut later = Drafts::default();
        later.answer("a", TODAY, 90).why = "new".into();
        assert_eq!(later.restore(kept), 1);
        assert_eq!(later.answer("a", TODAY, 90).why, "new");
        assert_eq!(later.note("b"), "ask them");
        assert!(later.unwritten().is_some(), "the newer answer is not on the disk yet");
        assert!(later.unwritten().is_none());
    }
}
