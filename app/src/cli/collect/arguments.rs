//! What `wbready collect` takes.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use readiness_core::Language;

use super::tenant::TenantArguments;
use crate::cli::directory::Connection;

/// Sources that can be looked at by themselves.
#[derive(Debug, Subcommand)]
pub enum CollectJob {
    /// Look at Active Directory, read-only. Exit code 0 written, 3 cancelled, 2 usage, I/O, or no server let us in.
    Directory(Box<CollectDirectoryArguments>),
    /// Look at this machine as the server that runs Entra Connect, and at its event log; read-only, on Windows. Exit code
    /// 0 all read, 3 something stayed open, 2 usage or I/O.
    SyncServer(CollectSyncServerArguments),
    /// Look at the tenant through Microsoft Graph. Exit code 0 all read, 3 something stayed open, 2 usage, sign-in or I/O.
    Tenant(Box<TenantArguments>),
}

/// Arguments of `collect directory`.
#[derive(Debug, Args)]
pub struct CollectDirectoryArguments {
    /// How to reach the directory.
    #[command(flatten)]
    pub connection: Connection,
    /// The test user.
    #[arg(long, value_name = "NAME")]
    pub test_user: Option<String>,
    /// Language of progress and errors.
    #[arg(long, value_name = "en|zh-CN", default_value = "en")]
    pub lang: Language,
    /// Write the facts here.
    #[arg(long, value_name = "F.json")]
    pub to: PathBuf,
}

/// Arguments of `collect sync-server`.
#[derive(Debug, Args)]
pub struct CollectSyncServerArguments {
    /// Read the event log of so many days.
    #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..=90))]
    pub days: u32,
    /// Language of progress and errors.
    #[arg(long, value_name = "en|zh-CN", default_value = "en")]
    pub lang: Language,
    /// Write the facts here.
    #[arg(long, value_name = "F.json")]
    pub to: PathBuf,
}
