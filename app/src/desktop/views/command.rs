//! What a person asks for in a view. Whoever shows the view performs it.

use std::sync::Arc;

use egui::ColorImage;
use jiff::civil::Date;
use readiness_core::{
    assessment::{Answer, Attachment},
    checklist::ItemId,
};

use super::Filter;
use crate::desktop::running::IdleLength;

/// Something a person asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum ViewCommand {
    /// Show this item.
    Select(ItemId),
    /// Show this item, and put the focus into its detail.
    Enter(ItemId),
    /// Mark this item for a run of several, or take the mark away.
    Mark(ItemId),
    /// Show the item before.
    Previous,
    /// Show the item after.
    Next,
    /// List other items.
    Filter(Filter),
    /// Look at this item again.
    Run(ItemId),
    /// Shorten the idle test that goes on.
    ShortenIdle,
    /// Skip the rest of it.
    SkipIdle,
    /// The length of the idle test of the next run.
    PlanIdle(IdleLength),
    /// Put text on the clipboard.
    Copy(String),
    /// Open an address in the browser.
    OpenUrl(String),
    /// Save a copy of an attached file; which one says the digest of its content.
    SaveAttached(String),
    /// Signs in to the tenant.
    SignIn,
    /// Shows how the directory is reached.
    Directory,
    /// A person answers, with the files that belong to it.
    Answer(ItemId, Box<Answer>, Vec<Attachment>),
    /// A person accepts what was found.
    Except {
        /// The item.
        item: ItemId,
        /// Who accepts it.
        who: String,
        /// Why it is acceptable.
        why: String,
        /// What reduces the risk meanwhile; may be empty.
        mitigation: String,
        /// The last day it holds.
        until: Date,
    },
    /// End the exception of this item.
    EndException(ItemId),
    /// A person notes something.
    Note {
        /// The item.
        item: ItemId,
        /// Who notes it.
        who: String,
        /// What.
        text: String,
    },
    /// Ask for a file, and hand it to [`super::Drafts::attach`].
    Attach(ItemId),
    /// Attach a picture that was pasted.
    AttachPicture(ItemId, Arc<ColorImage>),
    /// Show who and what is assessed.
    EditSubject,
    /// Ask for evidence that was collected elsewhere.
    Import,
}
