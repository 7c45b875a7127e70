//! Collector for the server that runs Entra Connect, on that server itself: the registry, the service, `machine.config`,
//! the cmdlets of the module `ADSync`, and the Application event log. It reads, and changes nothing.
//!
//! What Windows hands over is read in [`windows`], and understood everywhere else by code without I/O, so that it is
//! tested on every system. What is not understood is "could not check", never a good answer.

mod adsync;
mod collector;
mod event_log;
mod look;
mod machine_config;
mod registry;
#[cfg(windows)]
mod windows;

pub use collector::{EventsCollector, SyncServerCollector};
pub use look::{collect, collect_events};

use std::{path::PathBuf, sync::Arc};

use futures_util::future::BoxFuture;

use crate::facts::Unavailable;

/// The machine that is looked at.
pub trait Machine: Send + Sync {
    /// A value of the local machine's part of the registry; `None` when there is none.
    ///
    /// # Errors
    /// It may not be read, or is of another kind.
    fn value(&self, key: &str, name: &str) -> Result<Option<Value>, Unavailable>;

    /// The names of the keys below a key, none when the key is not there.
    ///
    /// # Errors
    /// It may not be read.
    fn keys(&self, key: &str) -> Result<Vec<String>, Unavailable>;

    /// The state of a service, as Windows names it (`Running`); `None` when there is no such service.
    ///
    /// # Errors
    /// It may not be asked.
    fn service(&self, name: &str) -> Result<Option<String>, Unavailable>;

    /// The folder of the system, such as `C:\Windows`.
    fn folder(&self) -> PathBuf;

    /// What a program of the system's folder prints. It is ended at the deadline of a look.
    fn ask(&self, program: &str, arguments: Vec<String>) -> BoxFuture<'static, Result<Vec<u8>, Unavailable>>;
}

/// A value of the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(u32),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// The machine that this program runs on, where it is one that can be looked at.
pub fn this_machine() -> Option<Arc<dyn Machine>> {
    #[cfg(windows)]
    return Some(Arc::new(windows::ThisMachine));
    #[cfg(not(windows))]
    None
}

#[cfg(test)]
mod tests;
