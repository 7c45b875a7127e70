//! Views: parts of pages as functions of data they may only read. What a person does comes back as [`ViewCommand`]s; the
//! text that is being typed lives in [`Drafts`], which is all that a view may change.

mod attached;
mod command;
mod draft;
mod drafts;
mod filter;
pub mod item_detail;
pub mod item_list;
mod typed;

pub use attached::Attached;
pub use command::ViewCommand;
pub use draft::{AnswerDraft, ExceptionDraft, Form, FormField};
pub use drafts::{Drafts, Part};
pub use filter::Filter;
pub use item_detail::ItemDetail;
pub use item_list::{ItemList, Lines, row_id};
pub use typed::Typed;

use readiness_core::{
    Words,
    assessment::ItemState,
    facts::{Vantage, VantageKind},
    msg,
};

use crate::desktop::{
    icons::{self, Icon},
    theme::Look,
};

/// How an item looks: its status, unless it runs now.
fn look(state: &ItemState<'_>, runs: bool) -> Look {
    if runs { Look::Running } else { state.status.into() }
}

/// The icon of the place from which an item was seen.
fn place_icon(state: &ItemState<'_>) -> Option<Icon> {
    state.finding?.finding.measured_from.as_ref().map(vantage_icon)
}

/// The icon of a place.
pub fn vantage_icon(vantage: &Vantage) -> Icon {
    match vantage.kind {
        _ if vantage.simulated => icons::FLASK,
        VantageKind::Workstation => icons::DESKTOP,
        VantageKind::SyncServer => icons::HARD_DRIVES,
        VantageKind::Person => icons::USER,
    }
}

/// The word of what an item stands at; an exception also says what it covers.
fn status_word(words: &Words, state: &ItemState<'_>, runs: bool) -> String {
    let look = look(state, runs);
    if look == Look::Excepted {
        return words.say(&msg!("ui-item-excepted-was", was = words.text(state.original.message_id())));
    }
    words.text(look.message_id())
}

#[cfg(test)]
mod tests;
