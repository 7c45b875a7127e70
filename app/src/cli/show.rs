//! `wbready checklist`, `scenario`, `schema` and `--version`: what the program knows.

use std::{fmt::Write as _, process::ExitCode};

use anyhow::Context as _;
use jiff::tz::TimeZone;
use readiness_core::{
    Language, Words,
    assessment::Assessment,
    checklist::{self, Checklist},
    facts::FactsFile,
    report::{JsonComparison, JsonReport},
    scenario,
};

use super::{
    arguments::{ChecklistJob, Format, ScenarioJob},
    data, inputs,
    outputs::print,
};

pub fn version() -> anyhow::Result<()> {
    let checklist = checklist::built_in();
    let mut text = format!("wbready {}\n", env!("CARGO_PKG_VERSION"));
    let _ = writeln!(text, "checklist {} {}, {}", checklist.id, checklist.edition, checklist.as_of);
    let reference = data::reference(None)?;
    for (table, day) in reference.dates() {
        let _ = writeln!(text, "{table} {day}");
    }
    if !reference.origin.is_built_in() {
        let words = Words::new(&Language::english(), TimeZone::UTC);
        let _ = writeln!(text, "{}", words.say(&reference.origin.message()));
    }
    print(&text)
}

pub fn checklist(job: ChecklistJob) -> anyhow::Result<ExitCode> {
    match job {
        ChecklistJob::List { file } => {
            let checklist = inputs::checklist(file.as_deref())?;
            let words = Words::new(&Language::english(), TimeZone::UTC);
            let mut text = String::new();
            for section in &checklist.sections {
                let _ = writeln!(text, "{}  {}", section.id, words.section_title(section));
                for item in &section.items {
                    let by = if item.is_manual() { "person" } else { "check" };
                    let weight = format!("{:?}", item.weight).to_lowercase();
                    let _ = writeln!(text, "  {:<36} {weight:<12} {by:<7} {}", item.id, words.item_title(item));
                }
            }
            print(&text)?;
        }
        ChecklistJob::Lint { file } => {
            let checklist = inputs::checklist(file.as_deref())?;
            print(&format!("{}: {} items, no problems\n", checklist.id, checklist.items().count()))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

pub fn scenario(job: ScenarioJob) -> anyhow::Result<ExitCode> {
    match job {
        ScenarioJob::List => {
            let words = Words::new(&Language::english(), TimeZone::UTC);
            let mut text = String::new();
            for scenario in scenario::all() {
                let _ = writeln!(text, "{:<22} {}", scenario.id, words.text(&format!("scenario-{}", scenario.id)));
            }
            print(&text)?;
        }
        ScenarioJob::Show { name } => {
            let scenario = inputs::scenario(&name)?;
            let facts = FactsFile::new(scenario.facts(scenario.recorded_at)?);
            print(&(serde_json::to_string_pretty(&facts).context("facts")? + "\n"))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

pub fn schema(of: Format) -> anyhow::Result<()> {
    print(&readiness_core::schema::text(match of {
        Format::Checklist => readiness_core::schema::of::<Checklist>(),
        Format::Facts => readiness_core::schema::of::<FactsFile>(),
        Format::Assessment => readiness_core::schema::of::<Assessment>(),
        Format::Comparison => readiness_core::schema::of::<JsonComparison>(),
        Format::Report => readiness_core::schema::of::<JsonReport>(),
    }))
}
