//! The command line. Results go to stdout, everything else to stderr. Exit codes: 0 ready (with or without
//! exceptions), 1 not ready, 3 incomplete, 2 usage or I/O.

mod arguments;
mod collect;
mod compare;
mod data;
mod directory;
mod edit;
mod inputs;
mod manual;
mod outputs;
mod progress;
mod redact;
mod report;
mod run;
mod scan;
mod show;
mod sign;
mod summary;
mod verify;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};
use readiness_core::assessment::Conclusion;

use arguments::{Arguments, Job};

/// Usage or I/O.
const TROUBLE: u8 = 2;

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help that was asked for is a result; a usage error is not.
            let asked = !error.use_stderr();
            let _ = error.print();
            return ExitCode::from(if asked { 0 } else { TROUBLE });
        }
    };
    let done = if arguments.version { show::version().map(|()| ExitCode::SUCCESS) } else { perform(arguments.job) };
    done.unwrap_or_else(|error| {
        if outputs::is_closed_pipe(&error) {
            // Whoever read our output has seen enough.
            return ExitCode::SUCCESS;
        }
        eprintln!("wbready: {error:#}");
        ExitCode::from(TROUBLE)
    })
}

fn perform(job: Option<Job>) -> anyhow::Result<ExitCode> {
    match job {
        None => {
            Arguments::command().print_help()?;
            Ok(ExitCode::from(TROUBLE))
        }
        Some(Job::Run(arguments)) => run::run(*arguments),
        Some(Job::Collect(job)) => collect::collect(job),
        Some(Job::Scan(arguments)) => scan::scan(*arguments),
        Some(Job::Report(arguments)) => report::report(&arguments),
        Some(Job::Answer(arguments)) => edit::answer(arguments),
        Some(Job::Except(arguments)) => edit::except(&arguments),
        Some(Job::SignOff(arguments)) => edit::sign_off(&arguments),
        Some(Job::Compare(arguments)) => compare::compare(&arguments),
        Some(Job::Redact(arguments)) => redact::redact(&arguments),
        Some(Job::Sign(arguments)) => sign::sign(&arguments),
        Some(Job::Verify(arguments)) => verify::verify(&arguments),
        Some(Job::Data(job)) => data::data(job),
        Some(Job::Checklist(job)) => show::checklist(job),
        Some(Job::Scenario(job)) => show::scenario(job),
        Some(Job::Completions { shell }) => manual::completions(shell),
        Some(Job::Manual { to }) => manual::manual(&to),
        Some(Job::Schema { of }) => show::schema(of).map(|()| ExitCode::SUCCESS),
    }
}

/// The exit code that tells a script what was concluded.
fn exit_code(conclusion: Conclusion) -> ExitCode {
    ExitCode::from(match conclusion {
        Conclusion::Ready | Conclusion::ReadyWithExceptions => 0,
        Conclusion::NotReady => 1,
        Conclusion::Incomplete => 3,
    })
}
