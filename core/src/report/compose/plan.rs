//! The action plan: what is to be done, by whom, by when; and what was accepted instead.

use super::Composer;
use crate::{
    assessment::Status,
    msg,
    report::{
        blocks::{Block, Cell, ColumnRole, Link, Part, PartId, Row, Table, TableKind, Text},
        survey::Placed,
    },
};

/// Items named in one row before the rest is counted.
const NAMED: usize = 8;

impl Composer<'_> {
    pub(super) fn action_plan(&self) -> Part {
        let title = self.text("report-action-plan");
        let mut blocks = vec![Block::Heading(1, title.clone())];
        let rows = self.actions();
        if rows.is_empty() {
            blocks.push(Block::Paragraph(Text::plain(self.text("report-nothing-to-do"))));
        } else {
            blocks.push(Block::Paragraph(Text::plain(self.text("report-plan-order"))));
            blocks.push(Block::Table(Table {
                kind: TableKind::ActionPlan,
                columns: vec![
                    self.column(ColumnRole::Number, "report-column-number"),
                    self.icons(),
                    self.column(ColumnRole::Action, "report-column-action"),
                    self.column(ColumnRole::Items, "report-column-closes"),
                    self.column(ColumnRole::Owner, "report-column-owner"),
                    self.column(ColumnRole::Due, "report-column-due"),
                    self.column(ColumnRole::Done, "report-column-done"),
                ],
                rows,
            }));
        }
        let excepted = self.survey.at(&[Status::Excepted]);
        if !excepted.is_empty() {
            blocks.push(Block::Heading(2, self.text("report-accepted-exceptions")));
            blocks.push(self.exceptions(&excepted));
        }
        Part { id: PartId::ActionPlan, title, blocks }
    }

    fn actions(&self) -> Vec<Row> {
        let survey = &self.survey;
        let (actions, not_run) = survey.actions();
        let mut rows: Vec<Row> = actions.iter().map(|placed| self.action(placed)).collect();
        if !not_run.is_empty() {
            let mut closes = self.item_numbers(not_run.iter().take(NAMED).copied());
            if not_run.len() > NAMED {
                let more = survey.say(&msg!("report-and-so-many-more", count = not_run.len() - NAMED));
                closes = closes.and(super::super::blocks::Look::Plain, more);
            }
            rows.push(Row::cells(vec![
                Cell::Empty,
                Cell::Status(survey.mark(Status::NotRun)),
                Cell::plain(survey.say(&msg!("report-run-these", count = not_run.len()))),
                Cell::Text(closes),
                Cell::Line,
                Cell::Line,
                Cell::Box,
            ]));
        }
        for (index, row) in rows.iter_mut().enumerate() {
            if let Row::Cells { cells, .. } = row
                && let Some(first) = cells.first_mut()
            {
                *first = Cell::Text(Text::strong((index + 1).to_string()));
            }
        }
        rows
    }

    fn action(&self, placed: &Placed<'_>) -> Row {
        let survey = &self.survey;
        let task = survey.task(placed);
        let owner = task.map(|task| task.owner.trim()).filter(|owner| !owner.is_empty());
        let today = survey.now.to_zoned(survey.words.zone().clone()).date();
        let due = task.and_then(|task| task.due).map(|due| {
            let day = survey.words.date(due);
            if due < today { survey.say(&msg!("report-overdue", day = day)) } else { day }
        });
        Row::cells(vec![
            Cell::Empty,
            Cell::Status(survey.mark(placed.state.status)),
            Cell::plain(survey.what_to_do(placed)),
            Cell::Text(self.item_numbers([placed])),
            owner.map_or(Cell::Line, Cell::plain),
            due.map_or(Cell::Line, Cell::plain),
            Cell::Box,
        ])
    }

    fn exceptions(&self, excepted: &[&Placed<'_>]) -> Block {
        let survey = &self.survey;
        let rows = excepted.iter().filter_map(|placed| {
            let exception = placed.state.exception?;
            Some(Row::cells(vec![
                Cell::Text(Text::link(&placed.number, Link::Item(placed.item.id.clone()))),
                Cell::plain(&exception.why),
                Cell::plain(&exception.who),
                Cell::plain(survey.words.date(exception.until)),
                Cell::Status(survey.mark(placed.state.original)),
            ]))
        });
        Block::Table(Table {
            kind: TableKind::Exceptions,
            columns: vec![
                self.column(ColumnRole::Number, "report-column-item"),
                self.column(ColumnRole::Action, "report-why-accepted"),
                self.column(ColumnRole::Owner, "report-column-owner"),
                self.column(ColumnRole::Until, "report-column-until"),
                self.column(ColumnRole::Status, "report-original-finding"),
            ],
            rows: rows.collect(),
        })
    }
}
