//! Each block as Markdown.

use super::{Page, code, code_block, escape, link};
use crate::report::blocks::{
    Block, Callout, Cell, ColumnRole, Cover, Item, KeyValue, Link, Look, Mark, Matrix, MatrixRow, Row, SignatureBox,
    Step, StepMark, Table, Text,
};

impl Page<'_> {
    /// A block. `deeper` is added to the level of headings.
    pub(super) fn block(&mut self, block: &Block, deeper: u8) {
        match block {
            Block::Heading(level, text) => self.heading(level + deeper, text),
            Block::Paragraph(text) => self.paragraph(&self.runs(text)),
            Block::Table(table) => self.table(table),
            Block::Steps(steps) => self.steps(steps),
            Block::KeyValues(rows) => self.key_values(rows),
            Block::Callout(callout) => self.callout(callout),
            Block::Comparison(comparison) => {
                self.paragraph(&format!(
                    "**{}:** {}",
                    escape(&comparison.article_title),
                    self.runs(&comparison.article)
                ));
                self.paragraph(&format!("**{}:** {}", escape(&comparison.today_title), self.runs(&comparison.today)));
                let documents: Vec<String> = comparison.documents.iter().map(|text| self.runs(text)).collect();
                self.list(documents);
            }
            Block::Timeline(timeline) => {
                self.paragraph(&escape(&timeline.caption));
                self.list(timeline.steps.iter().map(|step| {
                    let rest = format!("{} {}", step.took, step.detail);
                    format!("**{}**: {} {}", escape(&step.name), escape(&step.mark_word), escape(&rest))
                }));
            }
            Block::IdleLanes(lanes) => {
                self.paragraph(&escape(&lanes.caption));
                self.list(lanes.lanes.iter().map(|lane| pair(lane.mark, &lane.label, &lane.outcome)));
            }
            Block::RightWalk(walk) => {
                self.paragraph(&escape(&walk.caption));
                self.list(walk.rights.iter().map(|(mark, name, why)| pair(*mark, name, why)));
            }
            Block::Certificates(certificates) => {
                self.paragraph(&escape(&certificates.caption));
                self.list(
                    certificates.chain.iter().map(|(name, valid)| format!("{}: {}", escape(name), escape(valid))),
                );
            }
            Block::Pictures(pictures) => self.list(pictures.iter().map(|picture| escape(&picture.caption))),
            Block::Cover(cover) => self.cover(cover),
            Block::Matrix(matrix) => self.matrix(matrix),
            Block::Item(item) => self.item(item),
            Block::Stand(stand) => {
                let mark = Mark { status: stand.tone, word: stand.conclusion_word.clone() };
                self.paragraph(&format!("**{}**: {}", said(&mark), escape(&stand.sentence)));
                self.paragraph(&format!("{}: {}", escape(&stand.digest_label), code(&stand.digest)));
            }
            Block::Signatures(boxes) => boxes.iter().for_each(|one| self.signature(one)),
        }
    }

    fn list(&mut self, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<String> = lines.into_iter().map(|line| format!("- {}", line.trim_end())).collect();
        if !lines.is_empty() {
            self.paragraph(&lines.join("\n"));
        }
    }

    fn table(&mut self, table: &Table) {
        let shown: Vec<usize> = (0..table.columns.len())
            .filter(|index| !matches!(table.columns[*index].role, ColumnRole::Page | ColumnRole::Done))
            .collect();
        let head: Vec<String> = shown.iter().map(|index| escape(&table.columns[*index].title)).collect();
        let mut lines = vec![line(&head), line(&vec!["---".to_owned(); shown.len()])];
        for row in &table.rows {
            match row {
                Row::Group(title) => {
                    let mut cells = vec![String::new(); shown.len()];
                    if let Some(first) = cells.first_mut() {
                        *first = format!("**{}**", escape(title));
                    }
                    lines.push(line(&cells));
                }
                Row::Cells { anchor, cells } => {
                    let mut cells: Vec<String> = shown
                        .iter()
                        .map(|index| cells.get(*index).map(|cell| self.cell(cell)).unwrap_or_default())
                        .collect();
                    if let (Some(anchor), Some(first)) = (anchor, cells.first_mut()) {
                        *first = format!("<a id=\"{}\"></a>{first}", super::super::html::escape(anchor));
                    }
                    lines.push(line(&cells));
                }
            }
        }
        self.paragraph(&lines.join("\n"));
    }

    fn steps(&mut self, steps: &[Step]) {
        let mut lines = Vec::new();
        for (index, step) in steps.iter().enumerate() {
            let number = format!("{}. ", index + 1);
            let web = step.link.as_ref().map(|url| format!(" {}", link(&escape(url), &Link::Web(url.clone()))));
            lines.push(format!("{number}{}{}", self.runs(&step.text), web.unwrap_or_default()));
            if let Some(code) = &step.code {
                lines.push(String::new());
                lines.push(code_block(code, &" ".repeat(number.len())));
                lines.push(String::new());
            }
        }
        self.paragraph(lines.join("\n").trim_end());
    }

    fn key_values(&mut self, rows: &[KeyValue]) {
        let line = |row: &KeyValue| match row.key.as_str() {
            "" => self.runs(&row.value),
            key => format!("{}: {}", escape(key), self.runs(&row.value)),
        };
        let lines: Vec<String> = rows.iter().map(line).collect();
        self.list(lines);
    }

    fn callout(&mut self, callout: &Callout) {
        let mut lines = vec![format!("**{}**", escape(&callout.title))];
        lines.extend(callout.text.iter().map(|text| self.runs(text)));
        lines.extend(callout.rows.iter().map(|row| format!("{}: {}", escape(&row.key), self.runs(&row.value))));
        if let Some((label, mark, text)) = &callout.original {
            lines.push(format!("{}: **{}** {}", escape(label), said(mark), self.runs(text)));
        }
        let quoted: Vec<String> = lines.iter().map(|line| format!("> {line}")).collect();
        self.paragraph(&quoted.join("\n>\n"));
    }

    fn cover(&mut self, cover: &Cover) {
        self.paragraph(&escape(&cover.kicker));
        self.heading(1, &cover.organisation);
        let state = if cover.state.is_empty() { String::new() } else { format!("**{}**, ", escape(&cover.state)) };
        for line in &cover.customer {
            self.paragraph(&escape(line));
        }
        let by = if cover.assessor.is_empty() { String::new() } else { format!(", {}", escape(&cover.assessor)) };
        self.paragraph(&format!("{state}{}{by}", escape(&cover.date)));
        let mark = Mark { status: cover.tone, word: cover.conclusion_word.clone() };
        self.paragraph(&format!("> **{}**\n>\n> {}", said(&mark), escape(&cover.sentence)));
        self.heading(2, &cover.why_title);
        self.table(&cover.why);
        self.heading(2, &cover.about_title);
        self.key_values(&cover.about);
        self.key_values(&cover.about_data);
        self.list(cover.signatures.iter().map(|one| format!("{}: {}", escape(&one.caption), escape(&one.text))));
    }

    fn matrix(&mut self, matrix: &Matrix) {
        let mut head = vec![escape(&matrix.section_title.title)];
        head.extend(matrix.columns.iter().map(said));
        head.push(escape(&matrix.all_title));
        let mut rule = vec!["---".to_owned()];
        rule.resize(head.len(), "---:".to_owned());
        let mut lines = vec![line(&head), line(&rule)];
        let mut row = |row: &MatrixRow, strong: &str| {
            let mut cells = vec![format!("{strong}{}{strong}", escape(format!("{} {}", row.number, row.title).trim()))];
            cells.extend(row.counts.iter().map(usize::to_string));
            cells.push(row.all.to_string());
            lines.push(line(&cells));
        };
        matrix.rows.iter().for_each(|one| row(one, ""));
        row(&matrix.total, "**");
        self.paragraph(&lines.join("\n"));
    }

    fn item(&mut self, item: &Item) {
        let head = &item.head;
        self.anchor(&format!("item-{}", head.id));
        self.heading(2, &format!("{} {}", head.number, head.title));
        let meta: Vec<String> = head.meta.iter().map(|phrase| escape(phrase)).collect();
        self.paragraph(&format!("**{}** ({})", said(&head.mark), meta.join("; ")));
        for block in &item.blocks {
            self.block(block, 1);
        }
    }

    fn signature(&mut self, one: &SignatureBox) {
        let mut lines = vec![format!("**{}**: {}", escape(&one.caption), escape(&one.state_word))];
        if let Some(signature) = &one.signature {
            let parts = [&signature.caption, &signature.who, &signature.when, &signature.digest];
            lines.push(parts.map(|part| escape(part)).join(", "));
        }
        for row in &one.rows {
            let value = if row.value.is_empty() { "\\_\\_\\_\\_".to_owned() } else { self.runs(&row.value) };
            lines.push(format!("{}: {value}", escape(&row.key)));
        }
        self.list(lines);
    }

    fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Empty | Cell::Page(_) | Cell::Line | Cell::Box => String::new(),
            Cell::Text(text) => self.runs(text),
            Cell::Status(mark) => said(mark),
        }
    }

    fn runs(&self, text: &Text) -> String {
        text.runs
            .iter()
            .map(|run| {
                // Blanks at the edge of a run part it from its neighbours; inside of marks they would break the marks.
                let inner = run.text.trim();
                let lead = if run.text.starts_with(char::is_whitespace) { " " } else { "" };
                let trail = if run.text.ends_with(char::is_whitespace) && !inner.is_empty() { " " } else { "" };
                let said = match run.look {
                    _ if inner.is_empty() => String::new(),
                    Look::Plain => escape(inner),
                    Look::Strong => format!("**{}**", escape(inner)),
                    Look::Code => code(inner),
                };
                let said = match &run.link {
                    Some(to) if self.report.has(to) => link(&said, to),
                    _ => said,
                };
                format!("{lead}{said}{trail}")
            })
            .collect()
    }
}

/// The word of a status, with a shape that is read without colour.
fn said(mark: &Mark) -> String {
    use crate::assessment::Status;
    let shape = match mark.status {
        Status::Pass => '\u{2714}',
        Status::Warn => '\u{25b2}',
        Status::Fail => '\u{2716}',
        Status::Excepted => '\u{25c6}',
        Status::CouldNotCheck => '?',
        Status::NeedsYou => '\u{25ce}',
        Status::NotRun => '\u{25cc}',
        Status::NotApplicable => '\u{2013}',
        Status::Information => 'i',
    };
    format!("{shape} {}", escape(&mark.word))
}

fn pair(mark: StepMark, name: &str, value: &str) -> String {
    let shape = match mark {
        StepMark::Done => '\u{2714}',
        StepMark::Broke => '\u{2716}',
        StepMark::NotReached => '\u{25cc}',
    };
    format!("{shape} {}: {}", escape(name), escape(value))
}

fn line(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}
