//! What the command line writes.

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

use anyhow::Context as _;
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Words,
    assessment::{Assessment, file::write_atomic},
    report::{self, Report, ReportOptions, pdf::Rendered},
};

use super::{arguments::Outputs, exit_code, inputs, summary};

/// Writes all outputs that were asked for, or a summary when none was, and returns the exit code of the conclusion.
pub fn write(
    outputs: &Outputs,
    assessment: &Assessment,
    now: Timestamp,
    for_signature: bool,
) -> anyhow::Result<ExitCode> {
    let words = Words::new(&outputs.lang, TimeZone::system());
    let Outputs { pdf, json, html, md, csv, junit, sarif, xlsx, ics, requests, letterhead: _, leave_out, lang: _ } =
        outputs;
    let asked = [pdf, json, html, md, csv, junit, sarif, xlsx, ics, requests].into_iter().any(Option::is_some);
    // A letterhead that cannot be read is told before anything is written.
    let letterhead = inputs::letterhead(outputs.letterhead.as_deref(), &words)?;
    if !asked {
        print(&summary::of(assessment, &words, now))?;
        return Ok(exit_code(assessment.conclude(now).conclusion));
    }
    if pdf.is_some() || html.is_some() || md.is_some() {
        let report = Report::compose(assessment, &words, &ReportOptions { now }).on(&letterhead, &words);
        let report = report.without(leave_out, &words);
        if let Some(path) = pdf {
            let printed = if for_signature { report.clone().for_signature(&words) } else { report.clone() };
            put(path, render(&printed)?.file())?;
        }
        if let Some(path) = html {
            put(path, report::html(&report).as_bytes())?;
        }
        if let Some(path) = md {
            put(path, report::markdown(&report).as_bytes())?;
        }
    }
    if let Some(path) = json {
        put(path, report::json(assessment, &words, now).as_bytes())?;
    }
    if let Some(path) = csv {
        put(path, report::csv(assessment, &words, now).as_bytes())?;
    }
    if let Some(path) = junit {
        put(path, report::junit(assessment, &words, now).as_bytes())?;
    }
    if let Some(path) = sarif {
        put(path, report::sarif(assessment, &words, now).as_bytes())?;
    }
    if let Some(path) = xlsx {
        put(path, &report::spreadsheet(assessment, &words, now)?)?;
    }
    if let Some(path) = ics {
        put(path, report::calendar(assessment, &words, now).as_bytes())?;
    }
    if let Some(folder) = requests {
        let requests = report::change_requests(assessment, &words, now);
        if requests.is_empty() {
            eprintln!("wbready: nothing was found that another team has to change, so no request is written");
        } else {
            fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        for request in requests {
            put(&folder.join(request.file), request.text.as_bytes())?;
        }
    }
    Ok(exit_code(assessment.conclude(now).conclusion))
}

/// Prints a report, and says which characters no font has.
pub fn render(report: &Report) -> anyhow::Result<Rendered> {
    let rendered = report::pdf::render(report).context("the PDF could not be made")?;
    if !rendered.missing().is_empty() {
        let characters: String = rendered.missing().iter().collect();
        eprintln!("wbready: no font has these characters, and they print as boxes: {characters}");
    }
    Ok(rendered)
}

/// Writes a file whole or not at all; `-` is stdout.
pub fn put(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if path == Path::new("-") {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()?;
    } else {
        write_atomic(path, bytes)?;
    }
    Ok(())
}

/// Prints a result.
pub fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// True when whoever read our output went away.
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
