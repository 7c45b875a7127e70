//! `wbready report`: an assessment in another form.

use std::process::ExitCode;

use jiff::Timestamp;

use super::{arguments::ReportArguments, inputs, outputs};

pub fn report(arguments: &ReportArguments) -> anyhow::Result<ExitCode> {
    let now = Timestamp::now();
    let assessment = inputs::assessment(&arguments.file, &arguments.outputs.lang, now)?;
    outputs::write(&arguments.outputs, &assessment, now, arguments.for_signature)
}
