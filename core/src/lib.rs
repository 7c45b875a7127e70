//! Checklist, facts, checks, engine, assessment and report of Writeback Readiness.

pub mod reference;
