//! Tables: what kind of table it is and what each column is for. A format chooses widths by kind and role.

use super::{Link, Mark, Text};

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it is for.
    pub kind: TableKind,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows. Every body row has as many cells as there are columns.
    pub rows: Vec<Row>,
}

/// What a table is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableKind {
    /// Cover: why the conclusion is what it is. Icon, reason, what was seen, page.
    Why,
    /// Summary: what stands in the way, warnings, accepted exceptions. Number, icon, item, finding, page.
    Items,
    /// Summary: every item. Number, status, item, measured from.
    AllItems,
    /// Item: what the finding rests on. Looked at, seen.
    Rests,
    /// Item: facts. Number, time, from, looked at, seen, took.
    Seen,
    /// Item: earlier findings. When, status, finding.
    History,
    /// Action plan. Number, icon, action, closes, owner, due, done.
    ActionPlan,
    /// Action plan: accepted exceptions. Item, why, owner, until, original finding.
    Exceptions,
    /// Evidence: all facts. Number, time, from, looked at, seen, item. Grouped by day and vantage.
    Facts,
    /// Evidence: attached files. Number, name, size, SHA-256, item.
    Files,
    /// Evidence: what could not be looked at. When, source, why.
    RunErrors,
    /// Comparison: what became of items. Item, status before, status now, what changed.
    Changes,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it is for.
    pub role: ColumnRole,
    /// Its head; empty for icons.
    pub title: String,
}

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColumnRole {
    /// Number of an item, an action, a fact or a file.
    Number,
    /// A status, as icon alone. Formats without icons print its word.
    Icon,
    /// A status, as icon and word.
    Status,
    /// Name of an item, of a reason, of a file.
    Name,
    /// What was found or seen: takes the rest of the width.
    Finding,
    /// Why something is accepted, or what is to be done: takes the rest of the width.
    Action,
    /// Page that a link leads to. Formats without pages leave this column out: another cell carries the same link.
    Page,
    /// Point in time or time of day.
    Time,
    /// From where it was seen.
    From,
    /// What was looked at.
    LookedAt,
    /// How long it took.
    Took,
    /// Items it belongs to.
    Items,
    /// Who repairs it, or owns the risk.
    Owner,
    /// By when.
    Due,
    /// Box to tick on paper.
    Done,
    /// Last day.
    Until,
    /// Size in bytes, said.
    Size,
    /// Digest.
    Hash,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// A head over the rows that follow, across all columns.
    Group(String),
    /// Cells, one for each column. `anchor` is the number that links of kind [`Link::Evidence`] name.
    Cells {
        /// The row's own number, when links lead to it.
        anchor: Option<String>,
        /// The cells.
        cells: Vec<Cell>,
    },
}

impl Row {
    /// A row that no link leads to.
    pub fn cells(cells: Vec<Cell>) -> Self {
        Self::Cells { anchor: None, cells }
    }

    /// The row's own number, when links lead to it.
    pub fn anchor(&self) -> Option<&str> {
        match self {
            Self::Group(_) => None,
            Self::Cells { anchor, .. } => anchor.as_deref(),
        }
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text.
    Text(Text),
    /// A status, as icon alone or with its word: the column's role tells.
    Status(Mark),
    /// The page of this place.
    Page(Link),
    /// To be filled in by hand: a line to write on.
    Line,
    /// To be ticked by hand: an empty box.
    Box,
}

impl Cell {
    /// A cell with plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text(Text::plain(text))
    }
}
