//! The report: an assessment arranged for reading. Blocks come first: [`Report`] says everything in one language and
//! knows nothing of pages. The formats only print what the blocks say.

mod blocks;
mod compose;
mod evidence;
pub mod pdf;
mod survey;

pub use blocks::{
    Block, Callout, CalloutKind, Cell, Certificates, Column, ColumnRole, Comparison, ContentsEntry, Cover,
    CoverSignature, IdleLane, IdleLanes, Item, ItemHead, KeyValue, Link, Look, Mark, Matrix, MatrixRow, Meta, Part,
    PartId, Picture, Report, ReportFile, RightWalk, Row, Run, Signature, SignatureBox, SignatureState, Stand, Step,
    StepMark, Table, TableKind, Text, Timeline, TimelineStep,
};
pub use compose::ReportOptions;
