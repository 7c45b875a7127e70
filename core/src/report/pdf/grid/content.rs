//! What a table holds, before and after its texts are broken into lines.

use super::{BY_HAND, GUTTER, PAD};
use crate::report::{
    Mark,
    pdf::{
        canvas::ROW_ICON,
        lines::{Line, Span},
        style::Style,
    },
};

/// A table that is ready to be drawn.
pub(crate) struct Grid {
    /// Its columns.
    pub(crate) columns: Vec<GridColumn>,
    /// Its rows.
    pub(crate) rows: Vec<GridRow>,
    /// Style of the cells, for the height of their first line.
    pub(crate) cell: Style,
    /// False when no head is drawn.
    pub(crate) headed: bool,
    /// The column whose cells name their rows.
    pub(crate) names: usize,
}

/// A column.
pub(crate) struct GridColumn {
    /// Width with the space to the next one.
    pub(crate) width: f32,
    /// True when its text stands at the right edge.
    pub(crate) right: bool,
    /// True for the last column, which has no space behind it.
    pub(crate) last: bool,
    /// Its head.
    pub(crate) head: String,
    /// True for icons: the head is told but not drawn, it would be wider than the column.
    pub(crate) icons: bool,
}

impl GridColumn {
    /// Width that text may take.
    pub(super) fn inner(&self) -> f32 {
        if self.last && self.right { self.width } else { self.width - GUTTER }
    }

    /// Where a line starts in a column that starts at `x`.
    pub(super) fn start(&self, x: f32, line: &Line) -> f32 {
        if self.right { x + self.inner() - line.width } else { x }
    }
}

/// A row.
pub(crate) enum GridRow {
    /// A line over the rows that follow.
    Group(String),
    /// One cell for each column, and the place that links lead to.
    Cells(Option<String>, Vec<GridCell>),
}

/// A cell.
pub(crate) enum GridCell {
    /// Nothing.
    Empty,
    /// Text.
    Text(Vec<Span>),
    /// A status as an icon.
    Icon(Mark),
    /// A status as icon and word.
    Status(Mark),
    /// A line to write on.
    Line,
    /// A box to tick.
    Tick,
}

/// What is left to draw of a cell.
pub(super) enum Content {
    Lines(Vec<Line>),
    Icon(Mark),
    Status(Mark, Vec<Line>),
    Line,
    Tick,
}

impl Content {
    pub(super) fn lines(&self) -> &[Line] {
        match self {
            Self::Lines(lines) | Self::Status(_, lines) => lines,
            _ => &[],
        }
    }
}

/// Height of lines.
pub(crate) fn height(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.height).sum()
}

/// Height of the content of a row.
pub(super) fn tall(contents: &[Content], cells: &[GridCell]) -> f32 {
    contents.iter().map(|content| height(content.lines())).fold(least(cells), f32::max)
}

/// The height that a row has without any text.
pub(super) fn least(cells: &[GridCell]) -> f32 {
    if cells.iter().any(|cell| matches!(cell, GridCell::Line | GridCell::Tick)) {
        BY_HAND - 2.0 * PAD
    } else if cells.iter().any(|cell| matches!(cell, GridCell::Icon(_))) {
        ROW_ICON
    } else {
        0.0
    }
}
