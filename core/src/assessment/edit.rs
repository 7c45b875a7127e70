//! What people do to an assessment, with the rules that keep it honest.

use jiff::{Timestamp, civil::Date};
use thiserror::Error;

use super::{Answer, Assessment, Attachment, Exception, Note, Role, SignOff, Status, answer::day_of, attachment};
use crate::{
    Message, Subject,
    checklist::{Checklist, Item},
    msg,
};

/// The longest time for which something may be accepted.
const LONGEST_DAYS: i64 = 365;

/// Why an edit was refused. [`EditError::message`] says it to people.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EditError {
    /// There is no such item.
    #[error("there is no item \"{0}\" in this checklist")]
    NoSuchItem(String),
    /// A name is needed.
    #[error("a name is needed")]
    NoName,
    /// A reason is needed.
    #[error("a reason is needed, or an attachment that shows it")]
    NoReason,
    /// The last day is past.
    #[error("the date {0} is in the past")]
    PastDate(Date),
    /// Nobody has seen what is yet to come.
    #[error("the date {0} is in the future")]
    FutureDate(Date),
    /// An exception may last a year at most.
    #[error("the date {0} is more than a year away")]
    TooFar(Date),
    /// A failed check cannot be answered away.
    #[error("a failed check cannot be answered away: accept it as an exception instead")]
    FailedCheck,
    /// Only a finding can be accepted.
    #[error("only a finding (failed, warning, could not check) can be accepted as an exception")]
    NothingToAccept,
    /// Training cannot be signed off.
    #[error("training cannot be signed off")]
    Training,
    /// The attachment is too large.
    #[error("\"{0}\" is larger than an attachment may be (20 MiB)")]
    TooLarge(String),
}

impl EditError {
    /// The refusal as a message: `edit-…`.
    pub fn message(&self) -> Message {
        match self {
            Self::NoSuchItem(item) => msg!("edit-no-such-item", item = item),
            Self::NoName => msg!("edit-no-name"),
            Self::NoReason => msg!("edit-no-reason"),
            Self::PastDate(day) => msg!("edit-past-date", day = *day),
            Self::FutureDate(day) => msg!("edit-future-date", day = *day),
            Self::TooFar(day) => msg!("edit-too-far", day = *day),
            Self::FailedCheck => msg!("edit-failed-check"),
            Self::NothingToAccept => msg!("edit-nothing-to-accept"),
            Self::Training => msg!("edit-training"),
            Self::TooLarge(name) => msg!("edit-too-large", name = name),
        }
    }
}

impl Assessment {
    /// Whether a person may answer an item so; what [`Assessment::answer`] would refuse is refused here.
    ///
    /// # Errors
    /// No such item, no name, no reason, a past date, or a machine saw that the item is not met.
    pub fn may_answer(&self, item: &str, answer: &Answer, now: Timestamp) -> Result<(), EditError> {
        let state = self.state(self.known(item)?, now);
        need_name(&answer.who)?;
        if answer.why.trim().is_empty() && answer.attachments.is_empty() {
            return Err(EditError::NoReason);
        }
        // Where people are, the day may have begun that has not begun in UTC.
        if let Some(seen_on) = answer.seen_on.filter(|day| *day > day_of(now).saturating_add(jiff::Span::new().days(1)))
        {
            return Err(EditError::FutureDate(seen_on));
        }
        if let Some(until) = answer.until.filter(|until| *until < day_of(now)) {
            return Err(EditError::PastDate(until));
        }
        let machine_failed =
            state.finding.is_some_and(|judged| !state.stale && judged.finding.verdict == crate::finding::Verdict::Fail);
        if machine_failed && answer.outcome != super::Outcome::Fail {
            return Err(EditError::FailedCheck);
        }
        Ok(())
    }

    /// A person answers an item. The answer's subject is set here; its attachments must have been attached before.
    ///
    /// # Errors
    /// Those of [`Assessment::may_answer`].
    pub fn answer(&mut self, item: &str, mut answer: Answer, now: Timestamp) -> Result<(), EditError> {
        self.may_answer(item, &answer, now)?;
        answer.subject = self.subject.digest();
        self.answers.entry(item.to_owned()).or_default().insert(0, answer);
        Ok(())
    }

    /// Whether a person may accept what was found about an item; returns what would be accepted.
    ///
    /// # Errors
    /// No such item, no name, no reason, a date that is past or more than a year away, or nothing to accept.
    pub fn may_except(
        &self,
        item: &str,
        who: &str,
        why: &str,
        until: Date,
        now: Timestamp,
    ) -> Result<Status, EditError> {
        let original = self.state(self.known(item)?, now).original;
        need_name(who)?;
        if why.trim().is_empty() {
            return Err(EditError::NoReason);
        }
        if until < day_of(now) {
            return Err(EditError::PastDate(until));
        }
        if until > day_of(now).saturating_add(jiff::Span::new().days(LONGEST_DAYS)) {
            return Err(EditError::TooFar(until));
        }
        if !matches!(original, Status::Fail | Status::CouldNotCheck | Status::Warn) {
            return Err(EditError::NothingToAccept);
        }
        Ok(original)
    }

    /// A person accepts what was found about an item.
    ///
    /// # Errors
    /// Those of [`Assessment::may_except`].
    pub fn except(&mut self, item: &str, who: &str, why: &str, until: Date, now: Timestamp) -> Result<(), EditError> {
        let original = self.may_except(item, who, why, until, now)?;
        let exception = Exception {
            who: who.trim().to_owned(),
            why: why.trim().to_owned(),
            mitigation: String::new(),
            at: now,
            until,
            accepted: original.name(),
            ended_at: None,
            other: serde_json::Map::new(),
        };
        self.exceptions.entry(item.to_owned()).or_default().insert(0, exception);
        Ok(())
    }

    /// Says what reduces the risk of what was accepted last, while the exception holds.
    pub fn mitigate(&mut self, item: &str, mitigation: &str) {
        if let Some(exception) = self.exceptions.get_mut(item).and_then(|all| all.first_mut()) {
            mitigation.trim().clone_into(&mut exception.mitigation);
        }
    }

    /// Ends an exception before its time. What was found counts again.
    pub fn end_exception(&mut self, item: &str, now: Timestamp) {
        if let Some(exception) = self.exceptions.get_mut(item).and_then(|all| all.first_mut()) {
            exception.ended_at.get_or_insert(now);
        }
    }

    /// A person notes something about an item. An empty text is no note.
    ///
    /// # Errors
    /// No such item.
    pub fn note(&mut self, item: &str, who: &str, text: &str, now: Timestamp) -> Result<(), EditError> {
        self.known(item)?;
        if !text.trim().is_empty() {
            let note = Note { who: who.trim().to_owned(), text: text.trim().to_owned(), at: now };
            self.notes.entry(item.to_owned()).or_default().insert(0, note);
        }
        Ok(())
    }

    /// Attaches a file and returns its hash, for [`Answer::attachments`].
    ///
    /// # Errors
    /// The file is too large.
    pub fn attach(&mut self, file: Attachment) -> Result<String, EditError> {
        if file.data.len() > attachment::LARGEST {
            return Err(EditError::TooLarge(file.name));
        }
        let hash = file.sha256();
        self.attachments.entry(hash.clone()).or_insert(file);
        Ok(hash)
    }

    /// A person stands by the assessment as it is now.
    ///
    /// # Errors
    /// Training, or no name.
    pub fn sign_off(&mut self, role: Role, who: &str, title: &str, now: Timestamp) -> Result<(), EditError> {
        if self.training.is_some() {
            return Err(EditError::Training);
        }
        need_name(who)?;
        self.sign_offs.push(SignOff {
            role,
            who: who.trim().to_owned(),
            title: title.trim().to_owned(),
            at: now,
            digest: self.digest().hex().to_owned(),
            conclusion: self.conclude(now).conclusion,
            other: serde_json::Map::new(),
        });
        Ok(())
    }

    /// Changes the subject. What was found about the old one stays and becomes stale.
    pub fn change_subject(&mut self, subject: Subject) {
        self.subject = subject;
    }

    fn known(&self, item: &str) -> Result<&Item, EditError> {
        let checklist: &Checklist = self.checklist();
        checklist.item(item).ok_or_else(|| EditError::NoSuchItem(item.to_owned()))
    }
}

fn need_name(who: &str) -> Result<(), EditError> {
    if who.trim().is_empty() { Err(EditError::NoName) } else { Ok(()) }
}
