//! Tables on the page: columns of given widths, a head that is repeated on every page, and rows that a page's edge cuts
//! only when they are tall.

mod content;

use std::ops::Range;

use super::{
    canvas::{Area, Frame, Furniture, ROW_ICON, Stroke},
    flow::Flow,
    icons::tone,
    lines::{Line, Span, wrap},
    style::{CAPTION, CODE_FILL, INK, INK_2, ROW_RULE, mm},
    tags::{Node, Tag},
};
use crate::report::Mark;
use content::{Content, least, tall};
pub(crate) use content::{Grid, GridCell, GridColumn, GridRow, height};

/// Space above and below the text of a row.
pub(crate) const PAD: f32 = mm(1.5);
/// Space between two columns.
const GUTTER: f32 = mm(2.5);
/// A row taller than this may be cut by a page's edge.
const TALL: f32 = mm(60.0);
/// As many rows at the start and at the end of a table stay on one page, when they are not tall together.
const TOGETHER: usize = 3;
/// Height of a row that is filled in by hand.
const BY_HAND: f32 = mm(13.0);
/// Depth of the writing line below the top of the row.
const WRITING_LINE: f32 = mm(8.0);

/// The elements of a table that is being drawn.
struct Elements {
    table: Node,
    body: Option<Node>,
    head_told: bool,
}

impl Flow<'_> {
    /// Draws a table.
    pub(crate) fn grid(&mut self, grid: &Grid) {
        let table = self.element(Tag::Table);
        let mut elements = Elements { table, body: None, head_told: false };
        self.need(self.start_of(grid));
        self.head(grid, &mut elements);
        for (index, row) in grid.rows.iter().enumerate() {
            if self.leaves_few(grid, index) {
                self.next_page();
                self.head(grid, &mut elements);
            }
            match row {
                GridRow::Group(title) => {
                    let height = self.height_of(grid, index);
                    if height > self.room() {
                        self.next_page();
                        self.head(grid, &mut elements);
                    }
                    self.group(grid, title, &mut elements);
                }
                GridRow::Cells(place, cells) => self.row(grid, place.as_deref(), cells, &mut elements),
            }
        }
    }

    /// Height that a table needs to begin: the head is never parted from the first rows, nor a group from its first row.
    pub(crate) fn start_of(&self, grid: &Grid) -> f32 {
        let whole = self.height_of_rows(grid, 0..grid.rows.len().min(TOGETHER));
        let least = if whole <= TALL { whole } else { self.height_of(grid, 0).min(TALL) };
        self.head_height(grid) + least
    }

    /// True when the page's edge would leave the last row or two of a table alone on the next page.
    fn leaves_few(&self, grid: &Grid, index: usize) -> bool {
        let (rows, few) = (&grid.rows, grid.rows.len().saturating_sub(TOGETHER));
        // What a group stands over stays below it.
        let begins = index > 0 && index >= few && !matches!(rows[index - 1], GridRow::Group(_));
        // Only the last rows are measured, for tables are long.
        let height = if begins { self.height_of_rows(grid, index..rows.len()) } else { 0.0 };
        begins && height > self.room() && height <= TALL
    }

    fn height_of_rows(&self, grid: &Grid, rows: Range<usize>) -> f32 {
        rows.filter(|row| *row == 0 || !matches!(grid.rows[row - 1], GridRow::Group(_)))
            .map(|row| self.height_of(grid, row))
            .sum()
    }

    fn head_height(&self, grid: &Grid) -> f32 {
        if !grid.headed {
            return 0.0;
        }
        self.head_lines(grid).iter().map(|lines| height(lines)).fold(0.0, f32::max) + 2.0 * PAD
    }

    fn head_lines(&self, grid: &Grid) -> Vec<Vec<Line>> {
        let style = CAPTION.strong();
        (grid.columns.iter())
            .map(|column| match column.icons {
                true => Vec::new(),
                false => wrap(self.canvas.faces, &[Span::new(&column.head, style)], column.inner()),
            })
            .collect()
    }

    fn head(&mut self, grid: &Grid, elements: &mut Elements) {
        if !grid.headed {
            return;
        }
        let lines = self.head_lines(grid);
        let tall = lines.iter().map(|lines| height(lines)).fold(0.0, f32::max);
        let row = (!elements.head_told).then(|| {
            let head = self.canvas.tags.add(elements.table, Tag::TableHead);
            self.canvas.tags.add(head, Tag::Row)
        });
        elements.head_told = true;
        let mut x = self.left;
        for (column, lines) in grid.columns.iter().zip(&lines) {
            let cell = row.map(|row| self.canvas.tags.add(row, Tag::ColumnHead));
            if let (Some(cell), true) = (cell, column.icons) {
                self.canvas.tags.describe(cell, &column.head);
            }
            // All heads stand on the line above the rule.
            let mut y = self.y + PAD + tall - height(lines);
            for line in lines {
                let at = column.start(x, line);
                match cell {
                    Some(cell) => self.canvas.text(self.page, cell, at, y, line),
                    None => self.canvas.furniture(self.page, Furniture::Repeated, at, y, line),
                }
                y += line.height;
            }
            x += column.width;
        }
        self.y += tall + 2.0 * PAD;
        self.rule(Stroke::solid(INK, 0.75));
    }

    /// A rule across the content, at this height.
    pub(crate) fn rule(&mut self, stroke: Stroke) {
        let (page, y) = (self.page, self.y);
        let (left, right) = (self.left, self.right);
        self.canvas.stroke(page, (left, y), (right, y), stroke);
    }

    fn body(&mut self, elements: &mut Elements) -> Node {
        let table = elements.table;
        *elements.body.get_or_insert_with(|| self.canvas.tags.add(table, Tag::TableBody))
    }

    fn group(&mut self, grid: &Grid, title: &str, elements: &mut Elements) {
        let body = self.body(elements);
        let row = self.canvas.tags.add(body, Tag::Row);
        let cell = self.canvas.tags.add(row, Tag::RowHead);
        self.canvas.tags.widen(cell, grid.columns.len());
        let style = grid.cell.strong();
        let lines = wrap(self.canvas.faces, &[Span::new(title, style)], self.width() - mm(4.0));
        let tall = height(&lines) + 2.0 * PAD;
        let area = Area::new(self.left, self.y, self.width(), tall);
        self.canvas.frame(self.page, area, Frame { fill: Some(CODE_FILL), border: None, radius: 0.0 });
        let mut y = self.y + PAD;
        for line in &lines {
            self.canvas.text(self.page, cell, self.left + mm(1.0), y, line);
            y += line.height;
        }
        self.y += tall;
        self.rule(Stroke::solid(ROW_RULE, 0.5));
    }

    /// Height of a row; of a group together with the row below it.
    fn height_of(&self, grid: &Grid, index: usize) -> f32 {
        match grid.rows.get(index) {
            None => 0.0,
            Some(GridRow::Group(_)) => grid.cell.line + 2.0 * PAD + self.height_of(grid, index + 1).min(TALL),
            Some(GridRow::Cells(_, cells)) => tall(&self.contents(grid, cells), cells) + 2.0 * PAD,
        }
    }

    fn contents(&self, grid: &Grid, cells: &[GridCell]) -> Vec<Content> {
        let faces = self.canvas.faces;
        (cells.iter().zip(&grid.columns))
            .map(|(cell, column)| {
                let width = column.inner();
                match cell {
                    GridCell::Empty => Content::Lines(Vec::new()),
                    GridCell::Text(spans) => Content::Lines(wrap(faces, spans, width)),
                    GridCell::Icon(mark) => Content::Icon(mark.clone()),
                    GridCell::Status(mark) => {
                        let style = grid.cell.strong().in_colour(tone(mark.status).fg);
                        let word = [Span::new(&mark.word, style)];
                        Content::Status(mark.clone(), wrap(faces, &word, width - ROW_ICON - mm(1.2)))
                    }
                    GridCell::Line => Content::Line,
                    GridCell::Tick => Content::Tick,
                }
            })
            .collect()
    }

    fn row(&mut self, grid: &Grid, place: Option<&str>, cells: &[GridCell], elements: &mut Elements) {
        let contents = self.contents(grid, cells);
        let whole = tall(&contents, cells) + 2.0 * PAD;
        if whole > self.room() && (whole <= TALL || self.room() < mm(25.0)) {
            self.next_page();
            self.head(grid, elements);
        }
        if let Some(place) = place {
            self.place(place);
        }
        let body = self.body(elements);
        let row = self.canvas.tags.add(body, Tag::Row);
        let nodes: Vec<Node> = (0..contents.len())
            .map(|index| {
                let tag = if index == grid.names { Tag::RowHead } else { Tag::Cell };
                self.canvas.tags.add(row, tag)
            })
            .collect();
        // How many lines of each cell are drawn.
        let mut done = vec![0; contents.len()];
        let mut first = true;
        loop {
            let room = (self.room() - 2.0 * PAD).max(grid.cell.line);
            let used = self.segment(grid, &contents, &nodes, &mut done, first, room);
            let least = if first { least(cells) } else { 0.0 };
            self.y += used.max(least) + 2.0 * PAD;
            self.rule(Stroke::solid(ROW_RULE, 0.5));
            if contents.iter().zip(&done).all(|(content, done)| *done >= content.lines().len()) {
                return;
            }
            self.next_page();
            self.head(grid, elements);
            first = false;
        }
    }

    /// Draws as many lines of each cell as fit, and says how high the highest was.
    fn segment(
        &mut self,
        grid: &Grid,
        contents: &[Content],
        nodes: &[Node],
        done: &mut [usize],
        first: bool,
        room: f32,
    ) -> f32 {
        let (page, top) = (self.page, self.y + PAD);
        let mut x = self.left;
        let mut used: f32 = 0.0;
        for (index, content) in contents.iter().enumerate() {
            let (column, node) = (&grid.columns[index], nodes[index]);
            let mut at = x;
            // An icon stands in the middle of the first line.
            let level = top + (grid.cell.line - ROW_ICON) / 2.0;
            match content {
                Content::Icon(mark) if first => self.status_icon(node, mark, true, (x, level)),
                Content::Status(mark, _) => {
                    if first {
                        self.status_icon(node, mark, false, (x, level));
                    }
                    at += ROW_ICON + mm(1.2);
                }
                Content::Line if first => {
                    let (y, right) = (self.y + WRITING_LINE, x + column.width - GUTTER);
                    self.canvas.stroke(page, (x, y), (right, y), Stroke::solid(INK_2, 0.5));
                }
                Content::Tick if first => {
                    let frame = Frame { fill: None, border: Some(Stroke::solid(INK, 0.75)), radius: mm(0.6) };
                    self.canvas.frame(page, Area::new(x, top, mm(4.0), mm(4.0)), frame);
                }
                _ => {}
            }
            let mut y = top;
            for line in &content.lines()[done[index]..] {
                if y + line.height - top > room + 0.1 {
                    break;
                }
                let at = column.start(at, line);
                self.canvas.text(page, node, at, y, line);
                y += line.height;
                done[index] += 1;
            }
            used = used.max(y - top);
            x += column.width;
        }
        used
    }

    /// The icon of a status. It says the word unless the word stands beside it.
    fn status_icon(&mut self, node: Node, mark: &Mark, alone: bool, at: (f32, f32)) {
        let icon = self.canvas.icons.status(mark.status);
        let holder = alone.then_some((node, mark.word.as_str()));
        self.canvas.icon(self.page, holder, &icon, at, ROW_ICON, tone(mark.status).fg);
    }
}
