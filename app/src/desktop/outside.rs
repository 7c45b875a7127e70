//! The world outside the window, given to it: time, dialogs, collectors, folders. Tests give another one.

use std::sync::Arc;

use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    assessment::Assessment,
    collect::{network::NetworkSettings, tenant::TenantSettings},
    engine::Collector,
    reference::Reference,
};

use super::{dialogs::Dialogs, folders::Folders, keychain::Keychain};
use crate::{certificate_store::CertificateStore, live::Order};

/// Makes the collectors of a run of an assessment. Called on the worker thread.
pub type Collectors = Arc<dyn Fn(&Assessment, &Order) -> Vec<Arc<dyn Collector>> + Send + Sync>;

/// A recorded scenario that can be opened.
#[derive(Clone)]
pub struct Sample {
    /// Its id; the message `scenario-<id>` is its title, and the attribute `about` its story.
    pub id: String,
    /// Makes an assessment of it.
    pub make: Arc<dyn Fn(Timestamp) -> Assessment + Send + Sync>,
}

/// The world outside the window.
#[derive(Clone)]
pub struct Outside {
    /// Gives the time.
    pub clock: fn() -> Timestamp,
    /// The time zone of the screen.
    pub zone: TimeZone,
    /// The locale of the system, such as `zh_CN.UTF-8`.
    pub locale: String,
    /// Asks for files.
    pub dialogs: Arc<dyn Dialogs>,
    /// How a tenant is reached.
    pub tenant: TenantSettings,
    /// The system's keychain.
    pub keychain: Keychain,
    /// The system's certificate store, where it has one.
    pub certificates: Option<Arc<dyn CertificateStore>>,
    /// How a directory is reached.
    pub directory: NetworkSettings,
    /// The domain that this machine belongs to, where it says so.
    pub own_domain: Option<String>,
    /// Makes collectors.
    pub collectors: Collectors,
    /// Recorded scenarios, the one to show first in front.
    pub samples: Vec<Sample>,
    /// The program's own folders.
    pub folders: Folders,
    /// Tables to judge by.
    pub reference: Arc<Reference>,
    /// What draws the window, for the page "About".
    pub renderer: String,
}
