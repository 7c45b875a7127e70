//! Writeback Readiness for people: the command line `wbready`, and the window behind the feature `desktop`.

pub mod certificate_store;
pub mod cli;
pub mod data;
pub mod live;
pub mod scan;

#[cfg(feature = "desktop")]
pub mod desktop;
