//! A comparison as the blocks of a report, for PDF, HTML and Markdown.

use super::{Compared, text::fact_line};
use crate::{
    Message,
    assessment::{
        Assessment, Standing, Status,
        compare::{Change, ItemChange, Side},
    },
    msg,
    report::blocks::{
        Block, Callout, CalloutKind, Cell, Column, ColumnRole, KeyValue, Mark, Meta, Part, PartId, Report, Row, Table,
        TableKind, Text,
    },
};

/// The comparison arranged for reading.
pub fn comparison_report(compared: &Compared<'_>) -> Report {
    let words = compared.words;
    let title = words.say(&msg!("compare-document-title", organisation = compared.organisation()));
    let part = Part { id: PartId::Summary, title: words.text("compare-title"), blocks: blocks(compared) };
    Report {
        language: words.language().tag().to_owned(),
        title,
        meta: meta(compared),
        parts: vec![part],
        files: Vec::new(),
        letterhead: None,
        save_file: None,
    }
}

fn meta(compared: &Compared<'_>) -> Meta {
    let Compared { now, before, comparison, words } = compared;
    let training = now.training.is_some() || before.training.is_some();
    let zone =
        words.zone().iana_name().map_or_else(|| words.zone().to_offset(comparison.now_at).to_string(), str::to_owned);
    let state = if training {
        words.text("report-standing-training")
    } else {
        words.say(&msg!("compare-as-it-stands", at = comparison.now_at))
    };
    Meta {
        heading: words.text("compare-title"),
        organisation: now.subject.organisation.trim().to_owned(),
        assessor: now.subject.assessor.trim().to_owned(),
        standing: if training { Standing::Training } else { Standing::Draft },
        standing_words: state,
        mark: training.then(|| words.text("report-mark-training")),
        digest_label: words.text("compare-digest-b"),
        digest: now.digest().hex().to_owned(),
        contents_title: words.text("report-contents"),
        page_pattern: words.say(&msg!("report-page-of", n = "{n}", m = "{m}")),
        in_full_elsewhere: words.text("report-in-full-elsewhere"),
        program: format!("{} {}", words.text("app-name"), now.program),
        created_at: now.created_at,
        printed_at: comparison.now_at,
        zone: words.say(&msg!("report-times-in-zone", zone = zone)),
    }
}

fn blocks(compared: &Compared<'_>) -> Vec<Block> {
    let Compared { now, before, comparison, words } = compared;
    let mut blocks = vec![Block::Heading(1, words.text("compare-title"))];
    let verdict = if comparison.is_worse() { "compare-worse" } else { "compare-not-worse" };
    blocks.push(Block::Paragraph(Text::strong(words.text(verdict))));
    if !comparison.is_comparable() {
        let mut text: Vec<Text> =
            comparison.mismatches.iter().map(|mismatch| Text::plain(words.say(&mismatch.message()))).collect();
        let title = text.remove(0).as_plain();
        text.push(Text::plain(words.text("compare-mismatch-all-the-same")));
        blocks.push(Block::Callout(Callout {
            kind: CalloutKind::Remark,
            title,
            rows: Vec::new(),
            text,
            original: None,
        }));
    }
    blocks.push(Block::Heading(2, words.text("compare-about")));
    let stood = words.say(&msg!("compare-as-it-stood", at = comparison.before_at));
    let stands = words.say(&msg!("compare-as-it-stands", at = comparison.now_at));
    let row = |key: &str, value: Text| KeyValue { key: words.text(key), value };
    let side = |assessment: &Assessment, conclusion: crate::assessment::Conclusion, at: String| {
        let parts = [organisation(assessment, compared), words.text(conclusion.message_id()), at];
        Text::plain(words.list(&parts))
    };
    blocks.push(Block::KeyValues(vec![
        row("compare-earlier", side(before, comparison.before, stood)),
        row("compare-digest-a", Text::code(before.digest().short())),
        row("compare-later", side(now, comparison.now, stands)),
        row("compare-digest-b", Text::code(now.digest().short())),
    ]));
    let counts = comparison.counts();
    let changes = Change::ALL.into_iter().filter_map(|change| {
        let count = counts.get(&change)?;
        Some(KeyValue { key: words.text(change.message_id()), value: Text::plain(count.to_string()) })
    });
    blocks.push(Block::Heading(2, words.text("compare-counts")));
    blocks.push(Block::KeyValues(changes.collect()));
    for change in Change::ALL.into_iter().filter(|change| *change != Change::Unchanged) {
        let items: Vec<&ItemChange> = comparison.with(change).collect();
        if items.is_empty() {
            continue;
        }
        blocks.push(Block::Heading(2, words.text(change.message_id())));
        blocks.push(Block::Table(table(compared, &items)));
    }
    if comparison.items.iter().all(|item| item.change == Change::Unchanged) {
        let nothing = words.say(&msg!("compare-nothing", count = comparison.items.len()));
        blocks.push(Block::Paragraph(Text::plain(nothing)));
    }
    blocks
}

fn organisation(assessment: &Assessment, compared: &Compared<'_>) -> String {
    match assessment.subject.organisation.trim() {
        "" => compared.words.text("report-organisation-unnamed"),
        name => name.to_owned(),
    }
}

fn table(compared: &Compared<'_>, items: &[&ItemChange]) -> Table {
    let words = compared.words;
    let column = |role, id: &str| Column { role, title: words.text(id) };
    let status = |side: &Option<Side>| match side {
        Some(side) => Cell::Status(mark(compared, side.status)),
        None => Cell::Empty,
    };
    let rows = items.iter().map(|item| {
        let mut what = words.say(&item.what);
        for fact in &item.facts {
            what.push('\n');
            what.push_str(&fact_line(compared, fact));
        }
        Row::cells(vec![Cell::plain(compared.title(item)), status(&item.before), status(&item.now), Cell::plain(what)])
    });
    Table {
        kind: TableKind::Changes,
        columns: vec![
            column(ColumnRole::Name, "report-column-item"),
            column(ColumnRole::Status, "compare-column-a"),
            column(ColumnRole::Status, "compare-column-b"),
            column(ColumnRole::Finding, "compare-column-what"),
        ],
        rows: rows.collect(),
    }
}

fn mark(compared: &Compared<'_>, status: Status) -> Mark {
    Mark { status, word: compared.words.say(&Message::new(status.message_id())) }
}
