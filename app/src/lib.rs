//! Writeback Readiness as a program: the window (feature `desktop`) and the command line share this library.

#[cfg(feature = "desktop")]
pub mod desktop;
