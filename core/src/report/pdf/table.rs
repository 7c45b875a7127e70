//! Tables of the report: which width, style and side each column has, by what the table and the column are for.

use super::{
    flow::Flow,
    grid::{Grid, GridCell, GridColumn, GridRow},
    lines::{Span, wrap},
    prose::place_of,
    style::{CLOSE, INK_2, LINK, MONO, Style, mm},
};
use crate::report::{Cell, ColumnRole, Row, Table, TableKind, Text};

/// Most lines of a value in the evidence; the embedded file has the rest.
const LONGEST_VALUE: usize = 5;

/// Stands at the end of what was cut where there is no room for words.
pub(crate) const DOTS: &str = "...";

/// Width of a column in millimetres; none for the one that takes the rest.
fn width(kind: TableKind, role: ColumnRole) -> Option<f32> {
    use ColumnRole as C;
    use TableKind as T;
    let width = match (kind, role) {
        (_, C::Icon) => 7.0,
        (T::Why, C::Name) => 66.0,
        (T::Why, C::Page) => 12.0,
        (T::Items, C::Name) => 62.0,
        (T::Changes, C::Name) => 46.0,
        (T::Changes, C::Status) => 30.0,
        (_, C::Page) => 10.0,
        (T::ActionPlan, C::Number) => 10.0,
        (T::Exceptions, C::Items | C::Number) => 16.0,
        (T::Items | T::AllItems, C::Number) => 10.0,
        (T::Seen | T::Facts | T::Files, C::Number) => 15.0,
        (_, C::Number) => 12.0,
        (T::Exceptions, C::Status) => 30.0,
        (T::AllItems, C::Status) => 31.0,
        (_, C::Status) => 36.0,
        (T::AllItems, C::From) => 50.0,
        (T::RunErrors, C::From | C::Name | C::LookedAt) => 42.0,
        (T::Facts, C::From) => 23.0,
        (_, C::From) => 24.0,
        (T::History | T::RunErrors, C::Time) => 36.0,
        (_, C::Time) => 18.0,
        (T::Rests, C::LookedAt) => 60.0,
        (T::Facts, C::LookedAt) => 54.0,
        (T::Seen, C::LookedAt) => 50.0,
        (_, C::LookedAt) => 46.0,
        (_, C::Took) => 15.0,
        (T::ActionPlan, C::Items) => 20.0,
        (_, C::Items) => 18.0,
        (_, C::Owner) => 32.0,
        (_, C::Due) => 26.0,
        (_, C::Done) => 10.0,
        (_, C::Until) => 26.0,
        (_, C::Size) => 22.0,
        (_, C::Hash) => 58.0,
        (_, C::Name | C::Finding | C::Action) => return None,
    };
    Some(mm(width))
}

fn is_right(role: ColumnRole) -> bool {
    matches!(role, ColumnRole::Page | ColumnRole::Took | ColumnRole::Size)
}

/// The style of a cell's text.
fn style(kind: TableKind, role: ColumnRole, cell: Style) -> Style {
    use ColumnRole as C;
    use TableKind as T;
    match (kind, role) {
        (T::Why | T::Items | T::AllItems | T::Changes, C::Name) | (T::ActionPlan, C::Number) => cell.strong(),
        (T::Seen | T::Facts | T::Files, C::Number) | (T::Seen | T::Facts, C::Time) | (_, C::Hash) => {
            Style { line: cell.line, ..MONO }
        }
        _ => cell,
    }
}

impl Flow<'_> {
    /// Draws a table of the report. A table without rows is not drawn.
    pub(crate) fn table(&mut self, table: &Table, in_full_elsewhere: &str) {
        match table.kind {
            TableKind::Facts => self.limited_table(table, LONGEST_VALUE, in_full_elsewhere),
            _ => self.limited_table(table, usize::MAX, ""),
        }
    }

    /// Draws a table in which what was found has at most so many lines, with these words for what is left out.
    pub(crate) fn limited_table(&mut self, table: &Table, most: usize, elsewhere: &str) {
        if table.rows.is_empty() {
            return;
        }
        let grid = self.grid_of(table, most, elsewhere);
        self.grid(&grid);
        self.y += mm(2.0);
    }

    /// Height that a table needs to begin.
    pub(crate) fn start_of_table(&self, table: &Table) -> f32 {
        let most = if table.kind == TableKind::Facts { LONGEST_VALUE } else { usize::MAX };
        let start = Table { rows: table.rows.iter().take(4).cloned().collect(), ..table.clone() };
        if start.rows.is_empty() { 0.0 } else { self.start_of(&self.grid_of(&start, most, DOTS)) }
    }

    fn grid_of(&self, table: &Table, most: usize, elsewhere: &str) -> Grid {
        let cell = match table.kind {
            TableKind::Facts | TableKind::Files | TableKind::RunErrors => CLOSE,
            _ => self.running.cell,
        };
        let mut given: Vec<Option<f32>> = table.columns.iter().map(|column| width(table.kind, column.role)).collect();
        // One column always takes the rest, so that the table is as wide as the text.
        if given.iter().all(Option::is_some)
            && let Some(last) = given.last_mut()
        {
            *last = None;
        }
        let fixed: f32 = given.iter().flatten().sum();
        let open = given.iter().filter(|width| width.is_none()).count().max(1);
        let rest = ((self.width() - fixed) / open as f32).max(mm(20.0));
        let columns = (table.columns.iter().zip(&given).enumerate())
            .map(|(index, (column, width))| GridColumn {
                last: index + 1 == table.columns.len(),
                width: width.unwrap_or(rest),
                right: is_right(column.role),
                icons: column.role == ColumnRole::Icon,
                head: column.title.clone(),
            })
            .collect::<Vec<_>>();
        let rows = table.rows.iter().map(|row| self.grid_row(table, &columns, cell, row, (most, elsewhere))).collect();
        let names = table.columns.iter().position(|column| {
            matches!(column.role, ColumnRole::Number | ColumnRole::Name | ColumnRole::LookedAt | ColumnRole::Time)
        });
        let headed = table.columns.iter().any(|column| !column.title.is_empty());
        Grid { columns, rows, cell, headed, names: names.unwrap_or(0) }
    }

    fn grid_row(
        &self,
        table: &Table,
        columns: &[GridColumn],
        cell: Style,
        row: &Row,
        (most, elsewhere): (usize, &str),
    ) -> GridRow {
        match row {
            Row::Group(title) => GridRow::Group(title.clone()),
            Row::Cells { anchor, cells } => {
                let cells = (cells.iter().zip(&table.columns).zip(columns))
                    .map(|((content, column), grid)| match content {
                        Cell::Empty => GridCell::Empty,
                        Cell::Line => GridCell::Line,
                        Cell::Box => GridCell::Tick,
                        Cell::Status(mark) if column.role == ColumnRole::Icon => GridCell::Icon(mark.clone()),
                        Cell::Status(mark) => GridCell::Status(mark.clone()),
                        Cell::Page(link) => GridCell::Text(self.page_number(link, cell)),
                        Cell::Text(text) => {
                            let spans = self.cell_spans(table.kind, column.role, text, cell);
                            let limited = column.role == ColumnRole::Finding && most < usize::MAX;
                            GridCell::Text(match limited {
                                true => self.shortened(spans, text, grid.width, cell, (most, elsewhere)),
                                false => spans,
                            })
                        }
                    })
                    .collect();
                GridRow::Cells(anchor.as_ref().map(|number| format!("evidence-{number}")), cells)
            }
        }
    }

    fn cell_spans(&self, kind: TableKind, role: ColumnRole, text: &Text, cell: Style) -> Vec<Span> {
        // In a table only numbers of items and pages have the colour of links.
        let quiet = !matches!(role, ColumnRole::Number | ColumnRole::Items | ColumnRole::Page);
        self.spans(text, style(kind, role, cell), quiet)
    }

    /// The page of a place, as a link to it.
    fn page_number(&self, link: &crate::report::Link, cell: Style) -> Vec<Span> {
        let Some(place) = place_of(link) else { return Vec::new() };
        // The first pass only needs the width of a number.
        let number = match self.page_of(&place) {
            Some(page) => page.to_string(),
            None if self.known.pages == 0 => "00".to_owned(),
            None => return Vec::new(),
        };
        match self.target(link) {
            Some(target) => vec![Span::link(&number, cell.in_colour(LINK), target)],
            None => vec![Span::new(&number, cell)],
        }
    }

    /// The first lines of a long value, and where the rest is.
    fn shortened(
        &self,
        spans: Vec<Span>,
        text: &Text,
        width: f32,
        cell: Style,
        (most, elsewhere): (usize, &str),
    ) -> Vec<Span> {
        let lines = wrap(self.canvas.faces, &spans, width - mm(2.5));
        if lines.len() <= most {
            return spans;
        }
        let count = |most: usize| {
            let runs = lines.iter().take(most).flat_map(|line| &line.runs);
            runs.map(|run| run.shown.chars().count()).sum::<usize>()
        };
        let start = |count: usize| text.as_plain().chars().take(count).collect::<String>();
        if elsewhere == DOTS {
            let kept = start(count(most).saturating_sub(DOTS.len() + 1));
            return vec![Span::new(&format!("{}{DOTS}", kept.trim_end()), cell)];
        }
        let kept = start(count(most - 1));
        vec![Span::new(&format!("{}\n", kept.trim_end()), cell), Span::new(elsewhere, cell.in_colour(INK_2))]
    }
}
