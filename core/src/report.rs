//! The report: an assessment arranged for reading. Blocks come first: [`Report`] says everything in one language and
//! knows nothing of pages. The formats only print what the blocks say; those for machines are made from the assessment
//! itself.

mod actions;
mod blocks;
mod calendar;
mod change_requests;
mod comparison;
mod compose;
mod csv;
mod evidence;
mod html;
mod json;
mod junit;
mod letterhead;
mod markdown;
mod omissions;
pub mod pdf;
mod printable;
mod sarif;
mod seen;
pub mod sign;
mod spreadsheet;
mod survey;
pub mod verify;

pub use blocks::{
    Block, Callout, CalloutKind, Cell, Certificates, Column, ColumnRole, Comparison, ContentsEntry, Cover,
    CoverSignature, IdleLane, IdleLanes, Item, ItemHead, KeyValue, Link, Look, Mark, Matrix, MatrixRow, Meta, Part,
    PartId, Picture, Report, ReportFile, RightWalk, Row, Run, SaveFile, Signature, SignatureBox, SignatureState, Stand,
    Step, StepMark, Table, TableKind, Text, Timeline, TimelineStep,
};
pub use calendar::calendar;
pub use change_requests::{ChangeRequest, Team, change_requests};
pub use comparison::{
    Compared, JsonComparedFact, JsonComparedItem, JsonComparedSide, JsonComparison, comparison_json, comparison_report,
    comparison_text,
};
pub use compose::ReportOptions;
pub(crate) use csv::line as csv_line;
pub use csv::{COLUMNS as CSV_COLUMNS, csv};
pub use html::html;
pub use json::{
    JsonAnswer, JsonChecklist, JsonEvidence, JsonException, JsonFinding, JsonItem, JsonReport, JsonRunError,
    JsonSignOff, JsonSubject, JsonTask, json,
};
pub use junit::junit;
pub use letterhead::{
    LARGEST_LOGO, LARGEST_SIDE, LONGEST_LINE, Letterhead, LetterheadError, Logo, MOST_LINES as MOST_LETTERHEAD_LINES,
};
pub use markdown::markdown;
pub use omissions::Chapter;
pub use printable::{printable, printable_line};
pub use sarif::sarif;
pub use seen::{SeenFact, facts_of, pictures_of};
pub use spreadsheet::{SpreadsheetError, spreadsheet};

#[cfg(test)]
mod tests;
