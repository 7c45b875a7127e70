//! `wbready report`: an assessment in another form.

use std::process::ExitCode;

use jiff::Timestamp;
use readiness_core::assessment::file;

use super::{arguments::ReportArguments, outputs};

pub fn report(arguments: &ReportArguments) -> anyhow::Result<ExitCode> {
    let assessment = file::read(&arguments.file)?;
    outputs::write(&arguments.outputs, &assessment, Timestamp::now())
}
