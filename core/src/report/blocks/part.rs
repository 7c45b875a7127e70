//! The blocks of a part: a few generic ones, and those that only a report of an assessment has.

use super::{Certificates, Column, IdleLanes, Mark, Picture, RightWalk, Table, Text, Timeline};
use crate::{
    assessment::{Conclusion, Role, Status},
    checklist::{ItemId, Weight},
};

/// A block.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading of level 1 (the part's title), 2 or 3.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Text),
    /// A table.
    Table(Table),
    /// Numbered steps.
    Steps(Vec<Step>),
    /// Keys with values.
    KeyValues(Vec<KeyValue>),
    /// A box with a bar at its side: an answer, an exception, a remark.
    Callout(Callout),
    /// Two boxes side by side: the article, and today's document.
    Comparison(Comparison),
    /// The steps of a probe, drawn in a row.
    Timeline(Timeline),
    /// The silent connections of the idle test, drawn along a time axis.
    IdleLanes(IdleLanes),
    /// Rights, each with where it is decided.
    RightWalk(RightWalk),
    /// A chain of certificates, leaf first.
    Certificates(Certificates),
    /// Attached pictures, two a row.
    Pictures(Vec<Picture>),
    /// The cover.
    Cover(Box<Cover>),
    /// The number of items by section and status, with the share bar below it.
    Matrix(Matrix),
    /// An item, with everything said about it.
    Item(Box<Item>),
    /// The conclusion beside the digest that signatures are bound to.
    Stand(Stand),
    /// The two signatures, side by side.
    Signatures(Vec<SignatureBox>),
}

/// A step of a repair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What to do.
    pub text: Text,
    /// A command to copy, with its line breaks.
    pub code: Option<String>,
    /// A page to open.
    pub link: Option<String>,
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyValue {
    /// The key.
    pub key: String,
    /// The value.
    pub value: Text,
}

/// A box with a bar at its side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Callout {
    /// What it is.
    pub kind: CalloutKind,
    /// Its title.
    pub title: String,
    /// Who, role, when, until.
    pub rows: Vec<KeyValue>,
    /// What it says.
    pub text: Vec<Text>,
    /// The finding that it stands beside, with its label: "Original finding", the mark, what was seen.
    pub original: Option<(String, Mark, Text)>,
}

/// What a callout is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CalloutKind {
    /// An answer that holds.
    Answer,
    /// An answer that no longer holds.
    AnswerLapsed,
    /// An exception that holds.
    Exception,
    /// An exception that no longer holds, or covers less than what is found now.
    ExceptionLapsed,
    /// The question that waits for a person.
    Question,
    /// What somebody noted.
    Note,
    /// Something the reader must know to read on.
    Remark,
}

/// The article beside today's document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// "The article, August 2021".
    pub article_title: String,
    /// What it says.
    pub article: Text,
    /// "Today's document".
    pub today_title: String,
    /// What it says.
    pub today: Text,
    /// Today's documents, as links.
    pub documents: Vec<Text>,
}

/// The cover.
#[derive(Debug, Clone, PartialEq)]
pub struct Cover {
    /// Over the organisation: "Password writeback readiness".
    pub kicker: String,
    /// The organisation, or the words for one that is not named.
    pub organisation: String,
    /// Who made the assessment, for the letterhead; empty when not given.
    pub assessor: String,
    /// Lines below their name.
    pub contact: Vec<String>,
    /// Lines below the organisation.
    pub customer: Vec<String>,
    /// Their logo, which the report's letterhead holds.
    pub logo: Option<Picture>,
    /// Beside the date, bold: "Draft, not signed off"; empty when signed off.
    pub state: String,
    /// The date of the report.
    pub date: String,
    /// The conclusion.
    pub conclusion: Conclusion,
    /// The status whose icon and colours the conclusion takes.
    pub tone: Status,
    /// The conclusion in a word.
    pub conclusion_word: String,
    /// One sentence below it.
    pub sentence: String,
    /// "Why" or "What this rests on".
    pub why_title: String,
    /// The reasons.
    pub why: Table,
    /// "About this assessment".
    pub about_title: String,
    /// What is assessed, by whom.
    pub about: Vec<KeyValue>,
    /// When and from where it was seen, by which checklist, data and program.
    pub about_data: Vec<KeyValue>,
    /// The signatures that cover this very content; empty until signed.
    pub signatures: Vec<CoverSignature>,
}

/// A signature on the cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverSignature {
    /// "Assessor", "Customer".
    pub caption: String,
    /// Name and time.
    pub text: String,
}

/// The number of items by section and status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// Head of the column with the sections' names.
    pub section_title: Column,
    /// The counted statuses, in order. Not run is only among them when an item was not run.
    pub columns: Vec<Mark>,
    /// Head of the last column: "All".
    pub all_title: String,
    /// One row for each section.
    pub rows: Vec<MatrixRow>,
    /// The last row.
    pub total: MatrixRow,
    /// Words over the share bar. Its segments are the totals, in the order of the columns.
    pub share_caption: String,
}

/// A row of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixRow {
    /// Number of the section; empty in the last row.
    pub number: String,
    /// Title of the section.
    pub title: String,
    /// One number for each column.
    pub counts: Vec<usize>,
    /// Their sum.
    pub all: usize,
}

/// An item, with everything said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its head.
    pub head: ItemHead,
    /// True when little is to be said: several share a page.
    pub compact: bool,
    /// What is said about it.
    pub blocks: Vec<Block>,
}

/// Head of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemHead {
    /// Title of its section, with number.
    pub section: String,
    /// Its id.
    pub id: ItemId,
    /// Its number: "2.3".
    pub number: String,
    /// Its title.
    pub title: String,
    /// What it stands at.
    pub mark: Mark,
    /// How much it counts now.
    pub weight: Weight,
    /// Weight, id, measured from, when, history: phrases to be separated by the format.
    pub meta: Vec<String>,
}

/// The conclusion beside the digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// The status whose icon and colours the conclusion takes.
    pub tone: Status,
    /// The conclusion in a word.
    pub conclusion_word: String,
    /// The counts in a sentence.
    pub sentence: String,
    /// Words over the digest.
    pub digest_label: String,
    /// The digest, 16 groups of four hexadecimal digits, separated by spaces.
    pub digest: String,
}

/// A place for a signature, or a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureBox {
    /// Whose.
    pub role: Role,
    /// "Assessor", "Customer".
    pub caption: String,
    /// Signed, not signed, stale.
    pub state: SignatureState,
    /// The state in words.
    pub state_word: String,
    /// Inside an unsigned box: 'Signature field "customer"'.
    pub field_caption: String,
    /// Below the writing line of an unsigned box.
    pub line_caption: String,
    /// Inside a signed box.
    pub signature: Option<Signature>,
    /// Name, role, place and date, below the box. An empty value is written by hand.
    pub rows: Vec<KeyValue>,
}

/// The state of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignatureState {
    /// Signed, and it covers this very content.
    Signed,
    /// Not signed.
    NotSigned,
    /// Signed, and something has changed since.
    Stale,
}

/// A sign-off that was given in the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// "Signed off by".
    pub caption: String,
    /// Who.
    pub who: String,
    /// When, with the zone.
    pub when: String,
    /// First digits of the digest it is bound to, with a label.
    pub digest: String,
}
