//! What is being typed into one form about an item.

use std::collections::BTreeSet;

use readiness_core::assessment::Outcome;
use serde::{Deserialize, Serialize};

use super::Attached;

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

/// A field of a form, of which mistakes are said once it was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormField {
    /// Met, not met, does not apply.
    Outcome,
    /// The name.
    Who,
    /// The reason.
    Why,
    /// The day it was seen.
    SeenOn,
    /// The last day it holds.
    Until,
}

impl FormField {
    /// Its part of an id.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Who => "who",
            Self::Why => "why",
            Self::SeenOn => "seen-on",
            Self::Until => "until",
        }
    }
}

/// An answer that is being written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerDraft {
    /// What the person says.
    pub outcome: Option<Outcome>,
    /// Who.
    pub who: String,
    /// Their role.
    pub title: String,
    /// How they know.
    pub why: String,
    /// The day they saw it, as typed.
    pub seen_on: String,
    /// The last day it holds, as typed.
    pub until: String,
    /// Files that show it.
    pub attachments: Vec<Attached>,
    /// Fields that were left once, or all of them once saving was tried: what is wrong with them is said.
    #[serde(skip)]
    pub left: BTreeSet<FormField>,
}

impl AnswerDraft {
    /// True when there is something in it that a person would not like to lose.
    pub(super) fn is_worth_keeping(&self) -> bool {
        !self.why.trim().is_empty() || !self.attachments.is_empty()
    }
}

/// An exception that is being written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExceptionDraft {
    /// Who accepts it.
    pub who: String,
    /// Why it is acceptable.
    pub why: String,
    /// What reduces the risk meanwhile.
    pub mitigation: String,
    /// The last day it holds, as typed.
    pub until: String,
    /// One that holds is being changed.
    pub changes: bool,
    /// Fields that were left once, or all of them once saving was tried: what is wrong with them is said.
    #[serde(skip)]
    pub left: BTreeSet<FormField>,
}

impl ExceptionDraft {
    /// True when there is something in it that a person would not like to lose.
    pub(super) fn is_worth_keeping(&self) -> bool {
        !self.why.trim().is_empty() || !self.mitigation.trim().is_empty()
    }
}
