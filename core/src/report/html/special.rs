//! The blocks that only a report of an assessment has, as HTML.

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{
    Page, escape,
    icon::{class, icon},
};
use crate::report::blocks::{Cell, Cover, Item, Mark, Matrix, MatrixRow, Picture, SignatureBox, SignatureState, Stand};

impl Page<'_> {
    pub(super) fn pictures(&mut self, pictures: &[Picture]) {
        let report = self.report;
        self.raw("<div class=\"pictures\">");
        for picture in pictures {
            self.raw("<figure>");
            // Only what a browser shows as a still picture; an SVG could hold a script.
            if let Some(file) = report.file(&picture.sha256)
                && matches!(file.media_type.as_str(), "image/png" | "image/jpeg")
            {
                let data = STANDARD.encode(&file.data);
                self.raw(&format!("<img src=\"data:{};base64,{data}\" alt=\"", file.media_type));
                self.text(&picture.caption);
                self.raw("\">");
            }
            self.element("figcaption", "caption", &picture.caption);
            self.raw("</figure>");
        }
        self.raw("</div>");
    }

    pub(super) fn cover(&mut self, cover: &Cover) {
        self.logo(cover);
        if !cover.assessor.is_empty() {
            self.element("p", "", &cover.assessor);
        }
        for line in &cover.contact {
            self.element("p", "caption", line);
        }
        self.raw("<p>");
        if !cover.state.is_empty() {
            self.element("strong", "", &cover.state);
            self.raw(", ");
        }
        self.text(&cover.date);
        self.raw("</p>");
        self.element("p", "kicker", &cover.kicker);
        self.element("h1", "", &cover.organisation);
        for line in &cover.customer {
            self.element("p", "caption", line);
        }
        let mark = Mark { status: cover.tone, word: cover.conclusion_word.clone() };
        self.conclusion(&mark, &cover.sentence);
        self.element("h2", "", &cover.why_title);
        self.table(&cover.why);
        self.element("h2", "", &cover.about_title);
        self.raw("<div class=\"two\">");
        self.key_values(&cover.about);
        self.key_values(&cover.about_data);
        self.raw("</div>");
        if !cover.signatures.is_empty() {
            self.raw("<div class=\"box\">");
            self.definitions(cover.signatures.iter().map(|one| (one.caption.as_str(), "", one.text.as_str())));
            self.raw("</div>");
        }
    }

    fn logo(&mut self, cover: &Cover) {
        let report = self.report;
        let logo = report.letterhead.as_ref().and_then(|letterhead| letterhead.logo.as_ref());
        let (Some(logo), Some(picture)) = (logo, &cover.logo) else { return };
        let data = STANDARD.encode(logo.data());
        self.raw(&format!("<img class=\"logo\" src=\"data:{};base64,{data}\" alt=\"", logo.media_type()));
        self.text(&picture.caption);
        self.raw("\">");
    }

    pub(super) fn conclusion(&mut self, mark: &Mark, sentence: &str) {
        self.raw(&format!("<div class=\"conclusion soft {}\">", class(mark.status)));
        self.raw(&format!("<div class=\"word mark\">{}", icon(mark.status)));
        self.element("span", "", &mark.word);
        self.raw("</div>");
        self.element("p", "", sentence);
        self.raw("</div>");
    }

    pub(super) fn matrix(&mut self, matrix: &Matrix) {
        self.raw("<div class=\"table\"><table><thead><tr>");
        self.raw("<th scope=\"col\">");
        self.text(&matrix.section_title.title);
        self.raw("</th>");
        for mark in &matrix.columns {
            self.raw("<th scope=\"col\" class=\"number\">");
            self.mark(mark, "");
            self.raw("</th>");
        }
        self.raw("<th scope=\"col\" class=\"number\">");
        self.text(&matrix.all_title);
        self.raw("</th></tr></thead><tbody>\n");
        for row in &matrix.rows {
            self.matrix_row(matrix, row, "");
        }
        self.matrix_row(matrix, &matrix.total, "total");
        self.raw("</tbody></table></div>\n");
        self.element("p", "caption", &matrix.share_caption);
        self.raw("<div class=\"share\" aria-hidden=\"true\">");
        for (mark, count) in matrix.columns.iter().zip(&matrix.total.counts).filter(|(_, count)| **count > 0) {
            self.raw(&format!("<span class=\"{} soft\" style=\"flex:{count}\"></span>", class(mark.status)));
        }
        self.raw("</div>");
    }

    pub(super) fn matrix_row(&mut self, matrix: &Matrix, row: &MatrixRow, kind: &str) {
        self.open("tr", kind);
        self.raw("<th scope=\"row\">");
        self.text(format!("{} {}", row.number, row.title).trim());
        self.raw("</th>");
        for (mark, count) in matrix.columns.iter().zip(&row.counts) {
            let colour = if *count == 0 { "" } else { class(mark.status) };
            self.element("td", format!("number {colour}").trim(), &count.to_string());
        }
        self.element("td", "number", &row.all.to_string());
        self.raw("</tr>\n");
    }

    pub(super) fn item(&mut self, item: &Item) {
        let head = &item.head;
        self.raw(&format!("<article class=\"item\" id=\"item-{}\"><header>", escape(&head.id)));
        self.element("h2", "", &format!("{} {}", head.number, head.title));
        self.mark(&head.mark, "pill soft");
        self.raw("</header><p class=\"meta\">");
        for phrase in &head.meta {
            self.element("span", "", phrase);
        }
        self.raw("</p>\n");
        for block in &item.blocks {
            self.block(block, 1);
        }
        self.raw("</article>");
    }

    pub(super) fn stand(&mut self, stand: &Stand) {
        let mark = Mark { status: stand.tone, word: stand.conclusion_word.clone() };
        self.conclusion(&mark, &stand.sentence);
        self.element("p", "caption", &stand.digest_label);
        self.raw("<p>");
        self.element("code", "", &stand.digest);
        self.raw("</p>");
    }

    pub(super) fn signature(&mut self, one: &SignatureBox) {
        let class = if one.state == SignatureState::Signed { "box" } else { "box open" };
        self.raw(&format!("<div class=\"{class}\">"));
        self.element("h2", "", &one.caption);
        self.element("p", "", &one.state_word);
        if let Some(signature) = &one.signature {
            self.element("p", "caption", &signature.caption);
            self.element("p", "", &signature.who);
            self.element("p", "caption", &signature.when);
            self.element("p", "caption", &signature.digest);
        }
        self.raw("<dl>");
        for row in &one.rows {
            self.element("dt", "", &row.key);
            self.raw("<dd>");
            if row.value.is_empty() {
                self.cell(&Cell::Line);
            } else {
                self.runs(&row.value);
            }
            self.raw("</dd>");
        }
        self.raw("</dl></div>");
    }
}
