//! The evidence: every fact, every file, and what could not be looked at.

use super::Composer;
use crate::{
    msg,
    report::{
        blocks::{Block, Cell, ColumnRole, KeyValue, Look, Part, PartId, Row, Table, TableKind, Text},
        survey::Placed,
    },
};

impl Composer<'_> {
    pub(super) fn evidence(&self) -> Part {
        let title = self.text("report-evidence");
        let intro =
            Text::plain(self.text("report-evidence-intro")).and(Look::Plain, format!(" {}", self.zone_sentence()));
        let mut blocks = vec![Block::Heading(1, title.clone()), Block::Paragraph(intro)];
        blocks.push(Block::Heading(2, self.text("report-facts-seen")));
        if self.facts.is_empty() {
            blocks.push(Block::Paragraph(Text::plain(self.text("report-nothing-seen"))));
        } else {
            blocks.push(self.facts_table());
        }
        let errors = &self.survey.assessment.run_errors;
        if !errors.is_empty() {
            blocks.push(Block::Heading(2, self.text("report-not-looked-at")));
            blocks.push(self.errors_table());
        }
        if !self.files.is_empty() {
            blocks.push(Block::Heading(2, self.text("report-files")));
            blocks.push(self.files_table());
        }
        let tables = &self.survey.assessment.reference;
        if !tables.is_empty() {
            blocks.push(Block::Heading(2, self.text("report-reference-data")));
            let rows = tables
                .iter()
                .map(|(name, day)| KeyValue { key: name.clone(), value: Text::plain(self.survey.words.date(*day)) });
            let origin = self.survey.say(&self.survey.assessment.data.message());
            let origin = KeyValue { key: self.text("report-data-origin"), value: Text::plain(origin) };
            blocks.push(Block::KeyValues(rows.chain([origin]).collect()));
        }
        Part { id: PartId::Evidence, title, blocks }
    }

    fn facts_table(&self) -> Block {
        let survey = &self.survey;
        let mut rows = Vec::new();
        let mut group = String::new();
        for fact in &self.facts {
            let (day, place) = (survey.day(fact.look_at), survey.vantage(&fact.vantage));
            let own = survey.say(&msg!("report-facts-group", day = day, place = place));
            if own != group {
                rows.push(Row::Group(own.clone()));
                group = own;
            }
            rows.push(Row::Cells {
                anchor: Some(fact.number.clone()),
                cells: vec![
                    Cell::Text(Text::code(&fact.number)),
                    Cell::Text(Text::code(survey.words.time_of_day(fact.at))),
                    Cell::plain(survey.say(&fact.looked_at)),
                    Cell::plain(survey.say(&fact.seen)),
                    Cell::Text(self.item_numbers(self.judged_by(fact.checks))),
                ],
            });
        }
        Block::Table(Table {
            kind: TableKind::Facts,
            columns: vec![
                self.column(ColumnRole::Number, "report-column-number"),
                self.column(ColumnRole::Time, "report-column-time"),
                self.column(ColumnRole::LookedAt, "report-column-looked-at"),
                self.column(ColumnRole::Finding, "report-column-seen"),
                self.column(ColumnRole::Items, "report-column-item"),
            ],
            rows,
        })
    }

    fn errors_table(&self) -> Block {
        let survey = &self.survey;
        let rows = survey.assessment.run_errors.iter().map(|error| {
            let source = self.text(&format!("source-{}", error.source.name().replace('_', "-")));
            Row::cells(vec![
                Cell::plain(survey.words.date_time(error.at)),
                Cell::plain(source),
                Cell::plain(survey.say(&error.why.message())),
            ])
        });
        Block::Table(Table {
            kind: TableKind::RunErrors,
            columns: vec![
                self.column(ColumnRole::Time, "report-when"),
                self.column(ColumnRole::LookedAt, "report-column-looked-at"),
                self.column(ColumnRole::Finding, "report-column-reason"),
            ],
            rows: rows.collect(),
        })
    }

    fn files_table(&self) -> Block {
        let survey = &self.survey;
        let rows = self.files.iter().map(|file| {
            let mut by: Vec<String> = Vec::new();
            let mut items: Vec<&Placed<'_>> = Vec::new();
            for placed in &survey.items {
                let answers = survey.assessment.answers.get(&placed.item.id).into_iter().flatten();
                for answer in answers.filter(|answer| answer.attachments.contains(&file.sha256)) {
                    if !by.contains(&answer.who) {
                        by.push(answer.who.clone());
                    }
                    if !items.iter().any(|known| known.item.id == placed.item.id) {
                        items.push(placed);
                    }
                }
            }
            let name = if by.is_empty() {
                file.name.clone()
            } else {
                survey.say(&msg!("report-added-by", name = &file.name, who = survey.words.list(&by)))
            };
            Row::Cells {
                anchor: Some(file.number.clone()),
                cells: vec![
                    Cell::Text(Text::code(&file.number)),
                    Cell::plain(name),
                    Cell::plain(survey.say(&msg!("report-size", kib = size_in_kib(file.data.len())))),
                    Cell::Text(Text::code(first_bytes(&file.sha256))),
                    Cell::Text(self.item_numbers(items)),
                ],
            }
        });
        Block::Table(Table {
            kind: TableKind::Files,
            columns: vec![
                self.column(ColumnRole::Number, "report-column-number"),
                self.column(ColumnRole::Name, "report-column-name"),
                self.column(ColumnRole::Size, "report-column-size"),
                self.column(ColumnRole::Hash, "report-column-hash"),
                self.column(ColumnRole::Items, "report-column-item"),
            ],
            rows: rows.collect(),
        })
    }
}

/// Whole KiB, rounded up: a file is never said to be empty when it is not.
fn size_in_kib(bytes: usize) -> String {
    bytes.div_ceil(1024).to_string()
}

/// The first 16 bytes of a digest, in groups of four digits.
fn first_bytes(hex: &str) -> String {
    let digits = hex.get(..32).unwrap_or(hex);
    digits.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}
