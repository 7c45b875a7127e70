//! `wbready`: the whole main job without a window.

use std::process::ExitCode;

fn main() -> ExitCode {
    writeback_readiness::cli::main()
}
