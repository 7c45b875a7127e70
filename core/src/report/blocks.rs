//! The blocks that a report is made of. Everything that is read is already said in the report's language; nothing here
//! knows a page, a size or a colour. A status is carried as [`Mark`]: the value chooses icon and colour, the word is
//! read. Items are referred to by id, so that a paged format can print page numbers and a screen format can link.

mod part;
mod picture;
mod table;
mod text;

pub use part::{
    Block, Callout, CalloutKind, Comparison, Cover, CoverSignature, Item, ItemHead, KeyValue, Matrix, MatrixRow,
    Signature, SignatureBox, SignatureState, Stand, Step,
};
pub use picture::{Certificates, IdleLane, IdleLanes, Picture, RightWalk, StepMark, Timeline, TimelineStep};
pub use table::{Cell, Column, ColumnRole, Row, Table, TableKind};
pub use text::{Link, Look, Mark, Run, Text};

use jiff::Timestamp;

use super::{Chapter, Letterhead};
use crate::assessment::Standing;

/// A report in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Language tag, such as `zh-CN`.
    pub language: String,
    /// Title of the document: "Password writeback readiness: Contoso Ltd".
    pub title: String,
    /// What stands on every page, and what documents carry as their properties.
    pub meta: Meta,
    /// The parts, in order: cover, summary, one for each section, action plan, evidence, sign-off. A list of contents
    /// is not among them; [`Report::contents`] makes it.
    pub parts: Vec<Part>,
    /// The attached files that are shown or listed.
    pub files: Vec<ReportFile>,
    /// On whose paper it is printed; none: on none.
    pub letterhead: Option<Letterhead>,
    /// The assessment that a PDF carries; none for a report that was not arranged from one.
    pub save_file: Option<SaveFile>,
}

/// The assessment as it travels inside of a PDF, with what is needed to print the same report of it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveFile {
    /// The assessment as JSON, the bytes of attached files left out: they travel as files of their own.
    pub json: Vec<u8>,
    /// The time zone of the report: `Europe/Zurich`, `+02`.
    pub zone: String,
    /// The pages say that they are to be signed, not that they are a draft.
    pub for_signature: bool,
    /// The chapters that the pages leave out.
    pub left_out: Vec<Chapter>,
}

/// What stands on every page, and what documents carry as their properties.
#[derive(Debug, Clone, PartialEq)]
pub struct Meta {
    /// Running head: "Password writeback readiness".
    pub heading: String,
    /// The organisation assessed; empty when not given.
    pub organisation: String,
    /// Who made the assessment; empty when not given.
    pub assessor: String,
    /// Whether it is signed off.
    pub standing: Standing,
    /// The same in words, for the foot: "Draft, not signed off", "Signed off, 22 Nov 2026".
    pub standing_words: String,
    /// The word of the mark on every page, such as "DRAFT"; none when signed off.
    pub mark: Option<String>,
    /// "Digest".
    pub digest_label: String,
    /// The digest, 64 hexadecimal digits.
    pub digest: String,
    /// "Contents".
    pub contents_title: String,
    /// "Page {n} of {m}" with these two placeholders; see [`Meta::page`].
    pub page_pattern: String,
    /// What a cell says whose full value is only in the embedded file.
    pub in_full_elsewhere: String,
    /// The program and its version: "Writeback Readiness 0.1.0".
    pub program: String,
    /// When the assessment was begun.
    pub created_at: Timestamp,
    /// When the report was printed.
    pub printed_at: Timestamp,
    /// The zone that all times of the report are in: "Times are in Europe/Zurich."
    pub zone: String,
}

impl Meta {
    /// "Page 3 of 31".
    pub fn page(&self, n: usize, of: usize) -> String {
        self.page_pattern.replace("{n}", &n.to_string()).replace("{m}", &of.to_string())
    }

    /// The first 16 digits of the digest in groups of four, for the foot.
    pub fn digest_short(&self) -> String {
        let digits = self.digest.get(..16).unwrap_or(&self.digest);
        digits.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
    }
}

/// Which part of a report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartId {
    /// The cover.
    Cover,
    /// The summary.
    Summary,
    /// A section of the checklist, by its id.
    Section(String),
    /// The action plan.
    ActionPlan,
    /// The evidence.
    Evidence,
    /// The sign-off.
    SignOff,
}

impl PartId {
    /// A name for anchors: `part-summary`, `part-section-connectivity`.
    pub fn anchor(&self) -> String {
        match self {
            Self::Cover => "part-cover".to_owned(),
            Self::Summary => "part-summary".to_owned(),
            Self::Section(id) => format!("part-section-{id}"),
            Self::ActionPlan => "part-action-plan".to_owned(),
            Self::Evidence => "part-evidence".to_owned(),
            Self::SignOff => "part-sign-off".to_owned(),
        }
    }
}

/// A part of a report. It begins on a new page.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Which.
    pub id: PartId,
    /// Its title, for the running head and the contents: "Summary", "2 Password writeback connectivity". The blocks
    /// repeat it as a heading of level 1 where a page shows it; the parts of sections and the cover do not.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// One line of the contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentsEntry {
    /// 1 for a part, 2 for an item.
    pub level: u8,
    /// Title, with its number.
    pub title: String,
    /// Where it is.
    pub link: Link,
}

/// A file that was attached to an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportFile {
    /// Its number in the report: `A-01`.
    pub number: String,
    /// Its name, without folders.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Its bytes.
    pub data: Vec<u8>,
}

impl Report {
    /// The lines of the contents and of the bookmarks: every part but the cover, and every item.
    pub fn contents(&self) -> Vec<ContentsEntry> {
        let mut entries = Vec::new();
        for part in self.parts.iter().filter(|part| part.id != PartId::Cover) {
            entries.push(ContentsEntry { level: 1, title: part.title.clone(), link: Link::Part(part.id.clone()) });
            for block in &part.blocks {
                if let Block::Item(item) = block {
                    let title = format!("{} {}", item.head.number, item.head.title);
                    entries.push(ContentsEntry { level: 2, title, link: Link::Item(item.head.id.clone()) });
                }
            }
        }
        entries
    }

    /// Whether a link leads anywhere: a print may leave out what it leads to.
    pub fn has(&self, link: &Link) -> bool {
        let mut blocks = self.parts.iter().flat_map(|part| &part.blocks);
        match link {
            Link::Web(_) => true,
            Link::Part(id) => self.parts.iter().any(|part| part.id == *id),
            Link::Item(id) => blocks.any(|block| matches!(block, Block::Item(item) if item.head.id == *id)),
            Link::Evidence(number) => blocks.any(|block| match block {
                Block::Table(table) => table.rows.iter().any(|row| row.anchor() == Some(number.as_str())),
                _ => false,
            }),
        }
    }

    /// The file with this SHA-256.
    pub fn file(&self, sha256: &str) -> Option<&ReportFile> {
        self.files.iter().find(|file| file.sha256 == sha256)
    }
}
