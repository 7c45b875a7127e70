//! One item: what it stands at, what was seen, how to fix it, the article, and what people say of it.

use super::{Composer, pictures::Pictures};
use crate::{
    assessment::Status,
    checklist::Weight,
    facts::VantageKind,
    msg,
    report::{
        blocks::{
            Block, Cell, ColumnRole, Comparison, Item, ItemHead, KeyValue, Link, Row, Step, Table, TableKind, Text,
        },
        evidence::FactRow,
        survey::Placed,
    },
};

/// Rows of evidence that a compact item shows.
const KEY_FACTS: usize = 3;

/// Facts that an item shows; the rest is in the evidence.
const SHOWN_FACTS: usize = 12;

/// Earlier findings that an item shows.
const SHOWN_HISTORY: usize = 5;

impl Composer<'_> {
    pub(super) fn item(&self, placed: &Placed<'_>) -> Block {
        let status = placed.state.status;
        let compact = matches!(status, Status::Pass | Status::NotApplicable | Status::NotRun | Status::Information);
        let mut blocks = self.meaning(placed, compact);
        blocks.extend(self.what_was_seen(placed, compact));
        if !matches!(status, Status::Pass | Status::NotApplicable | Status::NotRun | Status::Information) {
            blocks.extend(self.how_to_fix(placed));
        }
        if !compact {
            blocks.extend(self.documents(placed));
        }
        blocks.extend(self.people(placed));
        if !compact {
            blocks.extend(self.history(placed));
        }
        Block::Item(Box::new(Item { head: self.head(placed), compact, blocks }))
    }

    fn head(&self, placed: &Placed<'_>) -> ItemHead {
        let survey = &self.survey;
        let mut meta = vec![survey.weight(placed.state.weight), placed.item.id.clone()];
        if let Some(place) = survey.measured_from(placed) {
            let id = if survey.rests_on_answer(placed) { "report-said-by" } else { "report-measured-from-place" };
            meta.push(survey.say(&msg!(id, place = place)));
        }
        if let Some(at) = survey.seen_at(placed) {
            meta.push(survey.words.date_time(at));
        }
        meta.extend(self.history_phrase(placed));
        ItemHead {
            section: survey.section_title(&placed.section_number, placed.section),
            id: placed.item.id.clone(),
            number: placed.number.clone(),
            title: survey.title(placed),
            mark: survey.mark(placed.state.status),
            weight: placed.state.weight,
            meta,
        }
    }

    /// "Failed 3 times in a row since 6 Oct 2026", "before: Pass, 6 Oct 2026".
    fn history_phrase(&self, placed: &Placed<'_>) -> Option<String> {
        let survey = &self.survey;
        let history = survey.assessment.findings.get(&placed.item.id)?;
        let newest = survey.found(history.first()?);
        let same = history.iter().take_while(|judged| survey.found(judged) == newest).count();
        let word = survey.text(newest.message_id());
        if same > 1 {
            let since = survey.day(history.get(same - 1)?.at);
            return Some(survey.say(&msg!("report-times-in-a-row", verdict = word, count = same, since = since)));
        }
        let before = history.get(1)?;
        let verdict = survey.text(survey.found(before).message_id());
        Some(survey.say(&msg!("report-before-that", verdict = verdict, on = survey.day(before.at))))
    }

    /// The finding in one bold sentence, and what it means.
    fn meaning(&self, placed: &Placed<'_>, compact: bool) -> Vec<Block> {
        let survey = &self.survey;
        let mut text = Text::strong(survey.sentence(placed));
        let why = survey.words.item_why(placed.item);
        if !compact && !why.is_empty() {
            text = text.and(super::super::blocks::Look::Plain, format!(" {why}"));
        }
        let mut blocks = vec![Block::Paragraph(text)];
        let mut remark = |text: String| blocks.push(Block::Paragraph(Text::plain(text)));
        if survey.is_softened(placed) {
            remark(self.text("report-softened"));
        }
        if placed.state.weight == Weight::Required && placed.item.weight != Weight::Required {
            let failing: Vec<String> = placed
                .item
                .required_when_failing
                .iter()
                .filter_map(|id| survey.placed(id))
                .filter(|other| other.state.status == Status::Fail)
                .map(|other| other.number.clone())
                .collect();
            remark(survey.say(&msg!("report-required-now", items = survey.words.list(&failing))));
        }
        if placed.state.status == Status::Information && placed.state.finding.is_some() {
            remark(self.text("report-counts-for-nothing"));
        }
        // What a machine found is never hidden by an answer; where no box shows it, it is said here.
        let answered = survey.rests_on_answer(placed);
        if !answered && let Some(answer) = placed.state.answer {
            let outcome = survey.outcome(answer.outcome);
            remark(survey.say(&msg!("report-answer-does-not-count", who = &answer.who, outcome = outcome)));
        }
        let causes: Vec<&Placed<'_>> = placed
            .state
            .finding
            .map(|judged| judged.finding.related.iter().filter_map(|id| survey.placed(id)).collect())
            .unwrap_or_default();
        if !causes.is_empty() && !compact {
            let mut text = Text::plain(self.text("report-likely-cause"));
            for cause in causes {
                let title = format!("{} {}", cause.number, survey.title(cause));
                text =
                    text.and(super::super::blocks::Look::Plain, " ").and_link(title, Link::Item(cause.item.id.clone()));
            }
            blocks.push(Block::Paragraph(text));
        }
        blocks
    }

    fn what_was_seen(&self, placed: &Placed<'_>, compact: bool) -> Vec<Block> {
        let survey = &self.survey;
        let pictures = Pictures { assessment: survey.assessment, words: survey.words };
        let mut blocks = if compact { Vec::new() } else { pictures.of(placed.item) };
        let evidence = placed.state.finding.map(|judged| judged.finding.evidence.as_slice()).unwrap_or_default();
        let shown = if compact { evidence.len().min(KEY_FACTS) } else { evidence.len() };
        if shown > 0 {
            let rows = evidence
                .iter()
                .take(shown)
                .map(|row| Row::cells(vec![Cell::plain(survey.say(&row.label)), Cell::plain(survey.say(&row.value))]));
            blocks.push(Block::Table(Table {
                kind: TableKind::Rests,
                columns: vec![
                    self.column(ColumnRole::LookedAt, "report-column-looked-at"),
                    self.column(ColumnRole::Finding, "report-column-seen"),
                ],
                rows: rows.collect(),
            }));
        }
        if evidence.len() > shown {
            let more = survey.say(&msg!("report-more-rows", count = evidence.len() - shown));
            blocks.push(Block::Paragraph(Text::plain(more)));
        }
        if !compact {
            blocks.extend(self.facts_of(placed));
        }
        if !blocks.is_empty() && !compact {
            blocks.insert(0, Block::Heading(2, self.text("report-what-was-seen")));
        }
        blocks
    }

    /// The newest facts that the item's check judges, with those that are shown and do not count.
    fn facts_of(&self, placed: &Placed<'_>) -> Vec<Block> {
        let Some(check) = placed.item.check.as_deref() else { return Vec::new() };
        let facts: Vec<&FactRow> =
            self.facts.iter().filter(|fact| fact.newest && fact.checks.contains(&check)).collect();
        if facts.is_empty() {
            return Vec::new();
        }
        let survey = &self.survey;
        let this_is_server = survey.assessment.subject.this_is_sync_server;
        // Recorded and imported facts rarely say how long a look took; an empty column would only take room.
        let timed = facts.iter().take(SHOWN_FACTS).any(|fact| fact.took_ms.is_some());
        let rows = facts.iter().take(SHOWN_FACTS).map(|fact| {
            let mut seen = survey.say(&fact.seen);
            let elsewhere = fact.vantage.kind == VantageKind::Workstation && !this_is_server;
            if placed.item.from_server && elsewhere {
                seen = survey.say(&msg!("report-shown-only", seen = seen));
            }
            let took = fact.took_ms.map(|ms| survey.words.duration(i64::try_from(ms).unwrap_or(i64::MAX)));
            let mut cells = vec![
                Cell::Text(Text::link(&fact.number, Link::Evidence(fact.number.clone()))),
                Cell::Text(Text::code(survey.words.time_of_day(fact.at))),
                Cell::plain(self.place(fact)),
                Cell::plain(survey.say(&fact.looked_at)),
                Cell::plain(seen),
            ];
            cells.extend(timed.then(|| took.map_or(Cell::Empty, Cell::plain)));
            Row::cells(cells)
        });
        let mut columns = vec![
            self.column(ColumnRole::Number, "report-column-number"),
            self.column(ColumnRole::Time, "report-column-time"),
            self.column(ColumnRole::From, "report-column-from"),
            self.column(ColumnRole::LookedAt, "report-column-looked-at"),
            self.column(ColumnRole::Finding, "report-column-seen"),
        ];
        columns.extend(timed.then(|| self.column(ColumnRole::Took, "report-column-took")));
        let mut blocks = vec![Block::Table(Table { kind: TableKind::Seen, columns, rows: rows.collect() })];
        if facts.len() > SHOWN_FACTS {
            let more = survey.say(&msg!("report-more-facts", count = facts.len() - SHOWN_FACTS));
            blocks.push(Block::Paragraph(Text::plain(more)));
        }
        blocks
    }

    /// The name of a vantage, short.
    pub(super) fn place(&self, fact: &FactRow) -> String {
        match fact.vantage.name.trim() {
            "" => self.survey.vantage(&fact.vantage),
            name => name.to_owned(),
        }
    }

    fn how_to_fix(&self, placed: &Placed<'_>) -> Vec<Block> {
        let survey = &self.survey;
        let advice = placed.state.finding.map(|judged| judged.finding.advice.as_slice()).unwrap_or_default();
        let advice =
            advice.iter().map(|message| Step { text: Text::plain(survey.say(message)), code: None, link: None });
        let fixes = placed.item.fixes.iter().enumerate().map(|(index, fix)| Step {
            text: Text::plain(survey.words.item_fix(placed.item, index)),
            code: fix.command.as_ref().map(|command| command.trim().to_owned()),
            link: fix.link.clone(),
        });
        let steps: Vec<Step> = advice.chain(fixes).collect();
        if steps.is_empty() {
            return Vec::new();
        }
        vec![Block::Heading(2, self.text("report-how-to-fix")), Block::Steps(steps)]
    }

    /// The article beside today's document where both speak; otherwise today's documents alone.
    fn documents(&self, placed: &Placed<'_>) -> Vec<Block> {
        let survey = &self.survey;
        let documents: Vec<Text> = placed
            .item
            .sources
            .iter()
            .map(|source| {
                let title = match source.date {
                    Some(date) => survey.words.list(&[source.title.clone(), survey.words.date(date)]),
                    None => source.title.clone(),
                };
                Text::link(title, Link::Web(source.url.clone()))
            })
            .collect();
        let today = survey.words.item_today(placed.item);
        match (survey.words.item_article(placed.item), today) {
            (Some(article), Some(today)) => vec![Block::Comparison(Comparison {
                article_title: self.text("report-the-article"),
                article: Text::plain(article),
                today_title: self.text("report-todays-document"),
                today: Text::plain(today),
                documents,
            })],
            (None, Some(today)) => {
                let mut rows = vec![KeyValue { key: self.text("report-todays-document"), value: Text::plain(today) }];
                rows.extend(documents.into_iter().map(|value| KeyValue { key: String::new(), value }));
                vec![Block::KeyValues(rows)]
            }
            (_, None) if documents.is_empty() => Vec::new(),
            (_, None) => {
                let mut key = self.text("report-todays-document");
                let rows = documents.into_iter().map(|value| KeyValue { key: std::mem::take(&mut key), value });
                vec![Block::KeyValues(rows.collect())]
            }
        }
    }

    fn history(&self, placed: &Placed<'_>) -> Vec<Block> {
        let survey = &self.survey;
        let empty = Vec::new();
        let findings = survey.assessment.findings.get(&placed.item.id).unwrap_or(&empty);
        if findings.len() < 2 {
            return Vec::new();
        }
        let rows = findings.iter().skip(1).take(SHOWN_HISTORY).map(|judged| {
            Row::cells(vec![
                Cell::plain(survey.words.date_time(judged.at)),
                Cell::Status(survey.mark(survey.found(judged))),
                Cell::plain(survey.say(&judged.finding.summary)),
            ])
        });
        let table = Table {
            kind: TableKind::History,
            columns: vec![
                self.column(ColumnRole::Time, "report-when"),
                self.column(ColumnRole::Status, "report-column-status"),
                self.column(ColumnRole::Finding, "report-column-finding"),
            ],
            rows: rows.collect(),
        };
        vec![Block::Heading(2, self.text("report-earlier-findings")), Block::Table(table)]
    }
}
