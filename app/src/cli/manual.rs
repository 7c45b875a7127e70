//! `wbready completions` and `wbready manual`: what shells and `man` want to know about the command line, from the
//! same table that reads it.

use std::{fs, path::Path, process::ExitCode};

use anyhow::Context as _;
use clap::CommandFactory as _;
use clap_complete::Shell;

use super::{arguments::Arguments, outputs::print};

/// Prints what this shell needs to complete commands and options.
pub fn completions(shell: Shell) -> anyhow::Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "wbready", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a manual page for the program and one for each of its commands (`wbready.1`, `wbready-run.1` …).
pub fn manual(to: &Path) -> anyhow::Result<ExitCode> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    let command = Arguments::command().version(env!("CARGO_PKG_VERSION"));
    clap_mangen::generate_to(command, to).with_context(|| format!("{} cannot be written to", to.display()))?;
    Ok(ExitCode::SUCCESS)
}
