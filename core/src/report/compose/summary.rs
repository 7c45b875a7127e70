//! The summary: how many items stand at what, what stands in the way, warnings, exceptions, and every item.

use super::Composer;
use crate::{
    assessment::Status,
    checklist::Weight,
    msg,
    report::{
        blocks::{Block, Cell, ColumnRole, Link, Matrix, MatrixRow, Part, PartId, Row, Table, TableKind, Text},
        survey::Placed,
    },
};

/// The statuses that are counted, in the order of the matrix.
const COUNTED: [Status; 8] = [
    Status::Pass,
    Status::Excepted,
    Status::Warn,
    Status::Fail,
    Status::CouldNotCheck,
    Status::NeedsYou,
    Status::NotRun,
    Status::NotApplicable,
];

impl Composer<'_> {
    pub(super) fn summary(&self) -> Part {
        let survey = &self.survey;
        let title = self.text("report-summary");
        let information = survey.tally.count(Status::Information);
        let counting = survey.items.len() - information;
        let how = survey.say(&msg!("report-how-it-counts", count = counting, information = information));
        let mut blocks = vec![
            Block::Heading(1, title.clone()),
            Block::Paragraph(Text::plain(how)),
            Block::Matrix(self.matrix()),
            Block::Heading(2, self.text("report-in-the-way")),
        ];
        let reasons: Vec<&Placed<'_>> =
            survey.tally.reasons.iter().filter_map(|reason| survey.placed(&reason.item)).collect();
        if reasons.is_empty() {
            let rests = survey.tone() != Status::CouldNotCheck;
            let id = if rests { "report-nothing-in-the-way" } else { "report-nothing-passed" };
            blocks.push(Block::Paragraph(Text::plain(self.text(id))));
        } else {
            blocks.push(self.items_table(&reasons));
        }
        let open = [Status::Fail, Status::CouldNotCheck, Status::NeedsYou, Status::NotRun];
        let open: Vec<&Placed<'_>> =
            survey.at(&open).into_iter().filter(|placed| placed.state.weight != Weight::Required).collect();
        for (id, placed) in [
            ("report-warnings", survey.at(&[Status::Warn])),
            ("report-open-advised", open),
            ("report-accepted-exceptions", survey.at(&[Status::Excepted])),
        ] {
            if !placed.is_empty() {
                blocks.push(Block::Heading(2, self.text(id)));
                blocks.push(self.items_table(&placed));
            }
        }
        blocks.push(Block::Heading(2, self.text("report-all-items")));
        blocks.push(self.all_items());
        Part { id: PartId::Summary, title, blocks }
    }

    fn matrix(&self) -> Matrix {
        let survey = &self.survey;
        let columns: Vec<Status> = COUNTED
            .into_iter()
            .filter(|status| *status != Status::NotRun || survey.tally.count(Status::NotRun) > 0)
            .collect();
        let row = |number: String, title: String, belongs: &dyn Fn(&Placed<'_>) -> bool| {
            let count = |status: &Status| {
                survey.items.iter().filter(|placed| belongs(placed) && placed.state.status == *status).count()
            };
            let counts: Vec<usize> = columns.iter().map(count).collect();
            let all = counts.iter().sum();
            MatrixRow { number, title, counts, all }
        };
        let sections = &survey.assessment.checklist().sections;
        let rows = sections
            .iter()
            .enumerate()
            .map(|(index, section)| {
                let title = survey.words.section_title(section);
                row((index + 1).to_string(), title, &|placed: &Placed<'_>| placed.section.id == section.id)
            })
            .collect();
        let total = row(String::new(), self.text("report-all"), &|_| true);
        Matrix {
            section_title: self.column(ColumnRole::Name, "report-column-section"),
            columns: columns.iter().map(|status| survey.mark(*status)).collect(),
            all_title: self.text("report-all"),
            rows,
            share_caption: survey.say(&msg!("report-share", count = total.all)),
            total,
        }
    }

    fn items_table(&self, placed: &[&Placed<'_>]) -> Block {
        let rows = placed.iter().map(|one| {
            let link = Link::Item(one.item.id.clone());
            Row::cells(vec![
                Cell::Text(Text::link(&one.number, link.clone())),
                Cell::Status(self.survey.mark(one.state.status)),
                self.item_link(one),
                Cell::plain(self.survey.sentence(one)),
                Cell::Page(link),
            ])
        });
        Block::Table(Table {
            kind: TableKind::Items,
            columns: vec![
                self.column(ColumnRole::Number, "report-column-number"),
                self.icons(),
                self.column(ColumnRole::Name, "report-column-item"),
                self.column(ColumnRole::Finding, "report-column-finding"),
                self.column(ColumnRole::Page, "report-column-page"),
            ],
            rows: rows.collect(),
        })
    }

    fn all_items(&self) -> Block {
        let rows = self.survey.items.iter().map(|one| {
            Row::cells(vec![
                Cell::Text(Text::link(&one.number, Link::Item(one.item.id.clone()))),
                Cell::Status(self.survey.mark(one.state.status)),
                self.item_link(one),
                self.survey.measured_from(one).map_or(Cell::Empty, Cell::plain),
            ])
        });
        Block::Table(Table {
            kind: TableKind::AllItems,
            columns: vec![
                self.column(ColumnRole::Number, "report-column-number"),
                self.column(ColumnRole::Status, "report-column-status"),
                self.column(ColumnRole::Name, "report-column-item"),
                self.column(ColumnRole::From, "report-measured-from"),
            ],
            rows: rows.collect(),
        })
    }
}
