//! How the page of a comparison is narrowed, and which of its rows are open.

use std::collections::BTreeSet;

use readiness_core::{assessment::compare::Change, checklist::ItemId};

/// A tile over the table: how many items changed in one of these ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tile {
    /// It was repaired.
    Fixed,
    /// It is worse, or no longer known.
    Regressed,
    /// It is new, newly known, or otherwise not what it was.
    Other,
    /// People say something else.
    Answers,
    /// An exception came or went.
    Exceptions,
    /// Nothing changed.
    Unchanged,
}

impl Tile {
    /// Every tile, in order; its key is its place.
    pub const ALL: [Self; 6] =
        [Self::Fixed, Self::Regressed, Self::Other, Self::Answers, Self::Exceptions, Self::Unchanged];

    /// The tile that counts a change. Every change is counted once.
    pub fn of(change: Change) -> Self {
        match change {
            Change::Fixed => Self::Fixed,
            Change::Regressed | Change::Lost => Self::Regressed,
            Change::AnswerChanged => Self::Answers,
            Change::ExceptionLapsed | Change::ExceptionAdded => Self::Exceptions,
            Change::Unchanged => Self::Unchanged,
            Change::Improved | Change::NewlyKnown | Change::New | Change::Removed | Change::Other => Self::Other,
        }
    }
}

/// What is chosen on the page.
#[derive(Debug, Clone, Default)]
pub struct CompareForm {
    /// Words that rows must have.
    pub filter: String,
    /// The tiles that are on; none: all but unchanged.
    pub tiles: BTreeSet<Tile>,
    /// Unchanged items are shown too.
    pub unchanged: bool,
    /// Groups that are folded.
    pub folded: BTreeSet<Change>,
    /// Rows that are open.
    pub open: BTreeSet<ItemId>,
}

impl CompareForm {
    /// Turns a tile on or off.
    pub fn toggle(&mut self, tile: Tile) {
        if !self.tiles.remove(&tile) {
            self.tiles.insert(tile);
        }
    }

    /// True when items with this change are shown.
    pub fn shows(&self, change: Change) -> bool {
        let tile = Tile::of(change);
        if self.tiles.is_empty() { tile != Tile::Unchanged || self.unchanged } else { self.tiles.contains(&tile) }
    }
}
