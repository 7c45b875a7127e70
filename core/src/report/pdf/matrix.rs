//! The summary matrix: how many items of each section stand at what, with a bar below it that shows the shares. Without
//! colours, shapes and words still tell everything: what stands in the way is solid in the bar, the rest is open.

use super::{
    canvas::{Area, Frame, Stroke},
    flow::Flow,
    grid::{PAD, height},
    icons::tone,
    lines::{Line, Span, wrap},
    style::{CAPTION, INK, INK_3, ROW_RULE, Style, mm},
    tags::{Node, Tag},
};
use crate::{
    assessment::Status,
    report::{Matrix, MatrixRow},
};

const NUMBER: f32 = mm(7.0);
const ALL: f32 = mm(10.0);
const ICON: f32 = mm(3.8);
const BAR: f32 = mm(3.4);
/// Least room for the titles of the sections.
const TITLES: f32 = mm(48.0);

impl Flow<'_> {
    /// Draws the matrix and the bar below it.
    pub(crate) fn matrix(&mut self, matrix: &Matrix) {
        self.together(|flow| {
            flow.matrix_table(matrix);
            flow.y += mm(4.0);
            flow.share_bar(matrix);
        });
        self.y += mm(3.0);
    }

    /// Right edges of the columns with counts: as wide as their heads need, within what the titles leave.
    fn edges(&self, matrix: &Matrix) -> Vec<f32> {
        let style = CAPTION.strong();
        let wanted: Vec<f32> = (matrix.columns.iter())
            .map(|mark| (self.width_in_two_lines(&mark.word, style) + mm(2.5)).clamp(mm(10.5), mm(24.0)))
            .collect();
        let room = self.width() - NUMBER - TITLES - ALL;
        let sum: f32 = wanted.iter().sum();
        let scale = if sum > room { room / sum } else { 1.0 };
        let mut x = self.right - ALL - wanted.iter().map(|width| width * scale).sum::<f32>();
        (wanted.iter())
            .map(|width| {
                x += width * scale;
                x
            })
            .collect()
    }

    /// The least width in which a head takes no more than two lines.
    fn width_in_two_lines(&self, words: &str, style: Style) -> f32 {
        let width = |words: &str| self.canvas.faces.width(words, style);
        let parts = words.match_indices(' ').map(|(at, _)| width(&words[..at]).max(width(&words[at + 1..])));
        parts.fold(width(words), f32::min)
    }

    fn matrix_table(&mut self, matrix: &Matrix) {
        let edges = self.edges(matrix);
        let table = self.element(Tag::Table);
        let head = self.canvas.tags.add(table, Tag::TableHead);
        let row = self.canvas.tags.add(head, Tag::Row);
        self.matrix_head(matrix, &edges, row);
        let body = self.canvas.tags.add(table, Tag::TableBody);
        for row in &matrix.rows {
            self.matrix_row(matrix, row, &edges, body);
            self.rule(Stroke::solid(ROW_RULE, 0.5));
        }
        self.rule(Stroke::solid(INK, 0.75));
        self.matrix_row(matrix, &matrix.total, &edges, body);
    }

    fn matrix_head(&mut self, matrix: &Matrix, edges: &[f32], row: Node) {
        let style = CAPTION.strong();
        let faces = self.canvas.faces;
        let first = edges.first().copied().unwrap_or(self.right);
        let widths: Vec<f32> =
            edges.iter().enumerate().map(|(i, edge)| if i == 0 { mm(24.0) } else { edge - edges[i - 1] }).collect();
        let words: Vec<Vec<Line>> = (matrix.columns.iter().zip(&widths))
            .map(|(mark, width)| {
                wrap(faces, &[Span::new(&mark.word, style.in_colour(tone(mark.status).fg))], width - mm(1.0))
            })
            .collect();
        let tall = words.iter().map(|lines| height(lines)).fold(CAPTION.line, f32::max) + ICON + mm(0.8);
        let (page, bottom) = (self.page, self.y + tall);
        let title = wrap(faces, &[Span::new(&matrix.section_title.title, style)], first - self.left - NUMBER);
        let cell = self.canvas.tags.add(row, Tag::ColumnHead);
        self.lines_up_from(cell, &title, |_, left| left + NUMBER, bottom);
        for ((mark, edge), lines) in matrix.columns.iter().zip(edges).zip(&words) {
            let cell = self.canvas.tags.add(row, Tag::ColumnHead);
            let icon = self.canvas.icons.status(mark.status);
            let corner = (edge - ICON, bottom - height(lines) - mm(0.8) - ICON);
            self.canvas.icon(page, None, &icon, corner, ICON, tone(mark.status).fg);
            self.lines_up_from(cell, lines, |line, _| edge - line.width, bottom);
        }
        let all = wrap(faces, &[Span::new(&matrix.all_title, style)], ALL);
        let cell = self.canvas.tags.add(row, Tag::ColumnHead);
        let right = self.right;
        self.lines_up_from(cell, &all, |line, _| right - line.width, bottom);
        self.y = bottom + PAD;
        self.rule(Stroke::solid(INK, 0.75));
    }

    fn lines_up_from(&mut self, node: Node, lines: &[Line], x: impl Fn(&Line, f32) -> f32, bottom: f32) {
        let mut y = bottom - height(lines);
        for line in lines {
            let at = x(line, self.left);
            self.canvas.text(self.page, node, at, y, line);
            y += line.height;
        }
    }

    fn matrix_row(&mut self, matrix: &Matrix, row: &MatrixRow, edges: &[f32], body: Node) {
        let cell = self.running.cell;
        let faces = self.canvas.faces;
        let first = self.right - ALL - TITLES;
        let titles = (edges.first().copied().unwrap_or(first) - mm(11.0) - self.left - NUMBER).max(mm(40.0));
        let title = wrap(faces, &[Span::new(&row.title, cell.strong())], titles);
        let top = self.y + PAD;
        let node = self.canvas.tags.add(body, Tag::Row);
        let name = self.canvas.tags.add(node, Tag::RowHead);
        let number = wrap(faces, &[Span::new(&row.number, cell)], NUMBER);
        let (page, left) = (self.page, self.left);
        for line in number.iter().take(1) {
            self.canvas.text(page, name, left, top, line);
        }
        let mut y = top;
        for line in &title {
            self.canvas.text(page, name, left + NUMBER, y, line);
            y += line.height;
        }
        let count = |flow: &mut Self, value: usize, edge: f32, style| {
            let node = flow.canvas.tags.add(node, Tag::Cell);
            for line in wrap(faces, &[Span::new(&value.to_string(), style)], mm(20.0)) {
                flow.canvas.text(page, node, edge - line.width, top, &line);
            }
        };
        for ((mark, edge), value) in matrix.columns.iter().zip(edges).zip(&row.counts) {
            let style = match value {
                0 => cell.in_colour(INK_3),
                _ => cell.strong().in_colour(tone(mark.status).fg),
            };
            count(self, *value, *edge, style);
        }
        let right = self.right;
        count(self, row.all, right, cell.strong());
        self.y = top + height(&title).max(cell.line) + PAD;
    }

    fn share_bar(&mut self, matrix: &Matrix) {
        self.paragraph(&[Span::new(&matrix.share_caption, CAPTION)]);
        self.y += mm(1.0);
        let shares: Vec<_> = matrix.columns.iter().zip(&matrix.total.counts).filter(|(_, count)| **count > 0).collect();
        let sum: usize = shares.iter().map(|(_, count)| **count).sum();
        if sum == 0 {
            return;
        }
        let gap = mm(0.5);
        let room = self.width() - gap * (shares.len() - 1) as f32;
        let mut x = self.left;
        for (mark, count) in shares {
            let width = room * *count as f32 / sum as f32;
            let tone = tone(mark.status);
            let solid = matches!(mark.status, Status::Fail | Status::CouldNotCheck);
            let frame = Frame {
                fill: Some(if solid { tone.fg } else { tone.soft }),
                border: Some(Stroke::solid(tone.fg, 0.5)),
                radius: mm(0.6),
            };
            self.canvas.frame(self.page, Area::new(x, self.y, width, BAR), frame);
            x += width + gap;
        }
        self.y += BAR;
    }
}
