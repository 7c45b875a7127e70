//! `writeback-readiness`: the window.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::{path::PathBuf, process::ExitCode};

use clap::Parser;
use writeback_readiness::desktop::{Options, Renderer, launch};

/// Does Microsoft Entra password writeback work here, and can you prove it? The window; the command line is wbready.
#[derive(Parser)]
#[command(name = "writeback-readiness", version)]
struct Arguments {
    /// An assessment (*.readiness) to open
    file: Option<PathBuf>,
    /// Draw with this and nothing else
    #[arg(long, value_enum)]
    renderer: Option<Renderer>,
}

fn main() -> ExitCode {
    let Arguments { file, renderer } = Arguments::parse();
    launch(&Options { file, renderer })
}
