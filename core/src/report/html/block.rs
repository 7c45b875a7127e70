//! Each block as HTML.

use super::{
    Page, escape, href,
    icon::{class, icon},
    is_web,
};
use crate::report::blocks::{
    Block, Callout, Cell, ColumnRole, Comparison, KeyValue, Look, Mark, Row, Step, StepMark, Table, Text,
};

impl Page<'_> {
    /// A block. `deeper` is added to the level of headings.
    pub(super) fn block(&mut self, block: &Block, deeper: u8) {
        match block {
            Block::Heading(level, text) => self.element(&format!("h{}", level + deeper), "", text),
            Block::Paragraph(text) => {
                self.raw("<p>");
                self.runs(text);
                self.raw("</p>");
            }
            Block::Table(table) => self.table(table),
            Block::Steps(steps) => self.steps(steps),
            Block::KeyValues(rows) => self.key_values(rows),
            Block::Callout(callout) => self.callout(callout, deeper),
            Block::Comparison(comparison) => self.comparison(comparison, deeper),
            Block::Timeline(timeline) => {
                self.element("p", "caption", &timeline.caption);
                self.raw("<ol class=\"timeline\">");
                for step in &timeline.steps {
                    self.raw(&format!("<li class=\"{}\">", step_class(step.mark)));
                    self.element("span", "state", &format!("{}: {}", step.name, step.mark_word));
                    self.raw("<br>");
                    self.element("span", "", &[step.took.as_str(), step.detail.as_str()].join(" "));
                    self.raw("</li>");
                }
                self.raw("</ol>");
            }
            Block::IdleLanes(lanes) => {
                let rows = lanes.lanes.iter().map(|lane| (lane.mark, lane.label.as_str(), lane.outcome.as_str()));
                self.lanes(&lanes.caption, rows);
            }
            Block::RightWalk(walk) => {
                let rows = walk.rights.iter().map(|(mark, name, why)| (*mark, name.as_str(), why.as_str()));
                self.lanes(&walk.caption, rows);
            }
            Block::Certificates(certificates) => {
                let rows =
                    certificates.chain.iter().map(|(name, valid)| (StepMark::Done, name.as_str(), valid.as_str()));
                self.element("p", "caption", &certificates.caption);
                self.definitions(rows.map(|(_, name, valid)| (name, "", valid)));
            }
            Block::Pictures(pictures) => self.pictures(pictures),
            Block::Cover(cover) => self.cover(cover),
            Block::Matrix(matrix) => self.matrix(matrix),
            Block::Item(item) => self.item(item),
            Block::Stand(stand) => self.stand(stand),
            Block::Signatures(boxes) => {
                self.raw("<div class=\"two\">");
                boxes.iter().for_each(|one| self.signature(one));
                self.raw("</div>");
            }
        }
        self.raw("\n");
    }

    pub(super) fn runs(&mut self, text: &Text) {
        for run in &text.runs {
            let tag = match run.look {
                Look::Plain => "",
                Look::Strong => "strong",
                Look::Code => "code",
            };
            let link = run.link.as_ref().filter(|link| self.report.has(link));
            if let Some(link) = link {
                self.raw(&format!("<a href=\"{}\">", href(link)));
            }
            if tag.is_empty() {
                self.text(&run.text);
            } else {
                self.element(tag, "", &run.text);
            }
            if link.is_some() {
                self.raw("</a>");
            }
        }
    }

    pub(super) fn mark(&mut self, mark: &Mark, extra: &str) {
        self.raw(&format!("<span class=\"mark {} {extra}\">{}", class(mark.status), icon(mark.status)));
        self.element("span", "", &mark.word);
        self.raw("</span>");
    }

    pub(super) fn table(&mut self, table: &Table) {
        let shown: Vec<usize> =
            (0..table.columns.len()).filter(|index| table.columns[*index].role != ColumnRole::Page).collect();
        self.raw("<div class=\"table\"><table><thead><tr>");
        for index in &shown {
            self.raw("<th scope=\"col\">");
            self.text(&table.columns[*index].title);
            self.raw("</th>");
        }
        self.raw("</tr></thead><tbody>\n");
        for row in &table.rows {
            match row {
                Row::Group(title) => {
                    self.raw(&format!(
                        "</tbody><tbody class=\"group\"><tr><th scope=\"rowgroup\" colspan=\"{}\">",
                        shown.len()
                    ));
                    self.text(title);
                    self.raw("</th></tr>");
                }
                Row::Cells { anchor, cells } => {
                    match anchor {
                        Some(anchor) => self.raw(&format!("<tr id=\"{}\">", escape(anchor))),
                        None => self.raw("<tr>"),
                    }
                    for index in &shown {
                        self.raw("<td>");
                        if let Some(cell) = cells.get(*index) {
                            self.cell(cell);
                        }
                        self.raw("</td>");
                    }
                    self.raw("</tr>");
                }
            }
            self.raw("\n");
        }
        self.raw("</tbody></table></div>");
    }

    pub(super) fn cell(&mut self, cell: &Cell) {
        match cell {
            Cell::Empty | Cell::Page(_) => {}
            Cell::Text(text) => self.runs(text),
            Cell::Status(mark) => self.mark(mark, ""),
            Cell::Line => self.raw("<span class=\"line-to-write\">&nbsp;</span>"),
            Cell::Box => self.raw("<span class=\"box-to-tick\"></span>"),
        }
    }

    fn steps(&mut self, steps: &[Step]) {
        self.raw("<ol>\n");
        for step in steps {
            self.raw("<li>");
            self.runs(&step.text);
            if let Some(link) = &step.link {
                self.raw(" ");
                if is_web(link) {
                    self.raw(&format!("<a href=\"{}\">", escape(link)));
                    self.text(link);
                    self.raw("</a>");
                } else {
                    self.text(link);
                }
            }
            if let Some(code) = &step.code {
                self.raw("<pre>");
                self.text(code);
                self.raw("</pre>");
            }
            self.raw("</li>\n");
        }
        self.raw("</ol>");
    }

    pub(super) fn key_values(&mut self, rows: &[KeyValue]) {
        self.raw("<dl>");
        for row in rows {
            self.element("dt", "", &row.key);
            self.raw("<dd>");
            self.runs(&row.value);
            self.raw("</dd>");
        }
        self.raw("</dl>");
    }

    fn callout(&mut self, callout: &Callout, deeper: u8) {
        self.raw("<div class=\"box callout\">");
        self.element(&format!("h{}", 2 + deeper), "", &callout.title);
        for text in &callout.text {
            self.raw("<p>");
            self.runs(text);
            self.raw("</p>");
        }
        if !callout.rows.is_empty() {
            self.key_values(&callout.rows);
        }
        if let Some((label, mark, text)) = &callout.original {
            self.raw("<p>");
            self.element("span", "caption", label);
            self.raw(" ");
            self.mark(mark, "pill soft");
            self.raw(" ");
            self.runs(text);
            self.raw("</p>");
        }
        self.raw("</div>");
    }

    fn comparison(&mut self, comparison: &Comparison, deeper: u8) {
        let heading = format!("h{}", 2 + deeper);
        self.raw("<div class=\"two\"><div class=\"box\">");
        self.element(&heading, "", &comparison.article_title);
        self.raw("<p>");
        self.runs(&comparison.article);
        self.raw("</p></div><div class=\"box\">");
        self.element(&heading, "", &comparison.today_title);
        self.raw("<p>");
        self.runs(&comparison.today);
        self.raw("</p>");
        for document in &comparison.documents {
            self.raw("<p>");
            self.runs(document);
            self.raw("</p>");
        }
        self.raw("</div></div>");
    }

    fn lanes<'b>(&mut self, caption: &str, rows: impl Iterator<Item = (StepMark, &'b str, &'b str)>) {
        self.element("p", "caption", caption);
        self.definitions(rows.map(|(mark, name, value)| (name, step_class(mark), value)));
    }

    pub(super) fn definitions<'b>(&mut self, rows: impl Iterator<Item = (&'b str, &'b str, &'b str)>) {
        self.raw("<dl>");
        for (name, class, value) in rows {
            self.element("dt", "", name);
            self.element("dd", class, value);
        }
        self.raw("</dl>");
    }
}

fn step_class(mark: StepMark) -> &'static str {
    match mark {
        StepMark::Done => "pass",
        StepMark::Broke => "fail",
        StepMark::NotReached => "not-run open",
    }
}
