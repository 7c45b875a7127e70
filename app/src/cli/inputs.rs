//! Files that the command line reads. Every one is hostile until parsed; every refusal names the file.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Language, Subject, Words,
    assessment::{
        Assessment,
        file::{self, read_limited},
    },
    checklist::{self, Checklist},
    collect::network::roots_from_pem,
    facts::{Facts, FactsFile},
    reference::Reference,
    report::verify::{self, Root},
    scenario::{self, Scenario},
};

/// The most that a small text file may hold, in bytes.
const SMALL: u64 = 4 * 1024 * 1024;

pub fn checklist(path: Option<&Path>) -> anyhow::Result<Checklist> {
    let Some(path) = path else { return Ok(checklist::built_in().clone()) };
    let bytes = read_limited(path, SMALL)?;
    Ok(checklist::read(&path.display().to_string(), &bytes)?)
}

/// An assessment from its own file, or from inside of a report, which must not be altered.
pub fn assessment(path: &Path, language: &Language, now: Timestamp) -> anyhow::Result<Assessment> {
    let bytes = read_limited(path, file::LARGEST)?;
    if !verify::is_pdf(&bytes) {
        return Ok(file::parse(path, &bytes)?);
    }
    let words = Words::new(language, TimeZone::system());
    let report = verify::verify(&bytes, &[], now).with_context(|| path.display().to_string())?;
    report.into_assessment().map_err(|changes| {
        let changes: Vec<String> = changes.iter().map(|change| words.say(change)).collect();
        anyhow::anyhow!("{}: {}", path.display(), changes.join(" "))
    })
}

/// Authorities to trust, besides the system's.
pub fn roots(paths: &[PathBuf]) -> anyhow::Result<Vec<Root>> {
    let mut roots = Vec::new();
    for path in paths {
        let pem = read_limited(path, SMALL)?;
        roots.extend(roots_from_pem(&pem).with_context(|| path.display().to_string())?);
    }
    Ok(roots)
}

pub fn subject(path: &Path) -> anyhow::Result<Subject> {
    let text = text(path, SMALL)?;
    toml::from_str(&text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start).min(text.len());
        let line = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        anyhow::anyhow!("{}:{line}: {}", path.display(), error.message())
    })
}

pub fn facts(path: &Path, subject: &Subject, accept_other: bool, now: Timestamp) -> anyhow::Result<Facts> {
    let bytes = read_limited(path, 64 * 1024 * 1024)?;
    let facts = FactsFile::parse(&bytes).with_context(|| path.display().to_string())?.facts;
    if !accept_other && let Err(other) = facts.belong_to(subject) {
        bail!("{}: {other} (--accept-other-tenant imports it all the same)", path.display());
    }
    if let Some(look) = facts.of_the_future(now) {
        let (source, place) = (look.what.source().name(), &look.vantage.name);
        bail!(
            "{}: what \"{source}\" says was seen at {}, which has not come yet: the clock of {place} runs ahead, or the one \
             here is behind. Set it right and collect again",
            path.display(),
            look.seen_at
        );
    }
    Ok(facts)
}

pub fn reference(folder: Option<&Path>) -> anyhow::Result<Reference> {
    let Some(folder) = folder else { return Ok(Reference::built_in()) };
    let mut files = Vec::new();
    for name in Reference::FILES {
        let path = folder.join(name);
        if path.exists() {
            files.push((name.to_owned(), text(&path, SMALL)?));
        }
    }
    if files.is_empty() {
        bail!("{}: expected at least one of {}", folder.display(), Reference::FILES.join(", "));
    }
    Reference::from_files(files).with_context(|| folder.display().to_string())
}

pub fn scenario(name: &str) -> anyhow::Result<Scenario> {
    if let Some(scenario) = scenario::by_id(name) {
        return Ok(scenario.clone());
    }
    let path = Path::new(name);
    let folder = if path.is_dir() { Some(path) } else { path.parent().filter(|_| path.is_file()) };
    let Some(folder) = folder else {
        let known: Vec<&str> = scenario::built_in().iter().map(|scenario| scenario.id.as_str()).collect();
        bail!("there is no scenario \"{name}\", and no such folder; built in are {}", known.join(", "));
    };
    let id = folder.file_name().map_or_else(|| "scenario".to_owned(), |name| name.to_string_lossy().into_owned());
    let about = text(&folder.join("scenario.toml"), SMALL)?;
    let facts = text(&folder.join("facts.json"), SMALL)?;
    scenario::read(&id, &about, &facts).with_context(|| folder.display().to_string())
}

pub fn text(path: &Path, largest: u64) -> anyhow::Result<String> {
    let bytes = read_limited(path, largest)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        anyhow::anyhow!("{}: it is not UTF-8 text (byte {})", path.display(), error.utf8_error().valid_up_to())
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
