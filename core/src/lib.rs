//! Writeback Readiness without a window: the checklist, the facts, the checks that judge them, the engine that runs
//! them, the assessment that holds what was found and answered, and the report.
//!
//! The one path of data: a [`checklist`] says what must be true; collectors return [`facts`]; [`checks`] turn facts
//! into [`finding`]s; people add answers; the conclusion is derived from both.

pub mod assessment;
pub mod checklist;
pub mod checks;
pub mod collect;
pub mod engine;
pub mod facts;
pub mod finding;
pub mod fonts;
pub mod key;
pub mod population;
pub mod reference;
pub mod report;
pub mod rights;
pub mod scenario;
pub mod schema;

mod message;
mod secret;
mod subject;
mod words;

pub use message::{Arg, Message};
pub use secret::Secret;
pub use subject::Subject;
pub use words::{Language, UnknownLanguage, Words};
