//! Tests of the reference tables, one file per noun.

mod directory;
mod endpoints;
mod events;
mod files;
mod licences;
mod versions;
mod words;

use jiff::civil::{Date, date};

use super::*;

/// The day on which the tables were checked; most questions are asked as of then.
const TODAY: Date = date(2026, 11, 22);
