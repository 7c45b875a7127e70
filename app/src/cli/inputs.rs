//! Files that the command line reads. Every one is hostile until parsed; every refusal names the file.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, anyhow, bail};
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Language, Subject, Words,
    assessment::{
        Assessment,
        file::{self, read_limited},
    },
    checklist::{self, Checklist},
    collect::{
        network::roots_from_file,
        tenant::{Exported, exported},
    },
    facts::{Facts, FactsFile},
    reference::Reference,
    report::{
        Letterhead, LetterheadError, Logo,
        verify::{self, RevocationList, Root, lists_from_file},
    },
    scenario::{self, Scenario},
};
use serde::{Deserialize, de::DeserializeOwned};

use crate::live;

/// The most that a small text file may hold, in bytes.
const SMALL: u64 = 4 * 1024 * 1024;
/// The most that a file of facts may hold, in bytes.
const FACTS: u64 = 64 * 1024 * 1024;

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
        let bytes = read_limited(path, SMALL)?;
        roots.extend(roots_from_file(&bytes).with_context(|| path.display().to_string())?);
    }
    Ok(roots)
}

/// The largest file of revocation lists, in bytes: those of large authorities have a million entries.
const LARGEST_LIST: u64 = 64 * 1024 * 1024;

/// Revocation lists to look into, besides those in a report.
pub fn lists(paths: &[PathBuf]) -> anyhow::Result<Vec<RevocationList>> {
    let mut lists = Vec::new();
    for path in paths {
        let bytes = read_limited(path, LARGEST_LIST)?;
        lists.extend(lists_from_file(&bytes).with_context(|| path.display().to_string())?);
    }
    Ok(lists)
}

pub fn subject(path: &Path) -> anyhow::Result<Subject> {
    from_toml(path)
}

/// On whose paper a report is printed. The logo is a file beside the letterhead's, or anywhere by its whole path.
pub fn letterhead(path: Option<&Path>, words: &Words) -> anyhow::Result<Letterhead> {
    #[derive(Default, Deserialize)]
    #[serde(default, deny_unknown_fields)]
    struct File {
        consultant: String,
        contact: Vec<String>,
        customer: Vec<String>,
        logo: Option<PathBuf>,
    }
    let Some(path) = path else { return Ok(Letterhead::default()) };
    let File { consultant, contact, customer, logo } = from_toml(path)?;
    let refused = |path: &Path, error: LetterheadError| anyhow!("{}: {}", path.display(), words.say(&error.message()));
    let logo = logo.map(|logo| path.parent().unwrap_or(Path::new("")).join(logo));
    let logo = logo.map(|logo| {
        let bytes = read_limited(&logo, SMALL)?;
        Logo::new(bytes).map_err(|error| refused(&logo, error))
    });
    let letterhead = Letterhead { consultant, contact, customer, logo: logo.transpose()? };
    letterhead.checked().map_err(|error| refused(path, error))
}

fn from_toml<T: DeserializeOwned>(path: &Path) -> anyhow::Result<T> {
    let text = text(path, SMALL)?;
    toml::from_str(&text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start).min(text.len());
        let line = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        anyhow!("{}:{line}: {}", path.display(), error.message())
    })
}

/// Facts files, and answers of Microsoft Graph that were saved by other means, which belong together.
pub fn facts(
    paths: &[PathBuf],
    subject: &Subject,
    reference: &Reference,
    accept_other: bool,
    now: Timestamp,
) -> anyhow::Result<Facts> {
    let mut all = Facts::default();
    let mut answers = Vec::new();
    for path in files(paths)? {
        let name = path.display().to_string();
        let file = Exported { name: name.clone(), bytes: read_limited(&path, FACTS)?, at: written_at(&path) };
        if file.is_answer() {
            answers.push(file);
            continue;
        }
        let facts = FactsFile::parse(&file.bytes).with_context(|| name.clone())?.facts;
        belongs(&facts, subject, accept_other, now).with_context(|| name)?;
        all.extend(facts);
    }
    if !answers.is_empty() {
        let mut facts = Facts::default();
        facts.add(exported(&answers, subject, reference, &live::host_name())?);
        belongs(&facts, subject, accept_other, now)?;
        all.extend(facts);
    }
    Ok(all)
}

/// Refuses evidence of others, and what was seen at a time that has not come.
fn belongs(facts: &Facts, subject: &Subject, accept_other: bool, now: Timestamp) -> anyhow::Result<()> {
    if !accept_other && let Err(other) = facts.belong_to(subject) {
        bail!("{other} (--accept-other-tenant imports it all the same)");
    }
    if let Some(look) = facts.of_the_future(now) {
        let (source, place) = (look.what.source().name(), &look.vantage.name);
        bail!(
            "what \"{source}\" says was seen at {}, which has not come yet: the clock of {place} runs ahead, or the one \
             here is behind. Set it right and collect again",
            look.seen_at
        );
    }
    Ok(())
}

/// The files, and the JSON files in the folders.
fn files(paths: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let mut inside = Vec::new();
        for entry in fs::read_dir(path).with_context(|| path.display().to_string())? {
            let file = entry.with_context(|| path.display().to_string())?.path();
            if file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
                inside.push(file);
            }
        }
        if inside.is_empty() {
            bail!("{}: expected files that end in .json, found none", path.display());
        }
        inside.sort();
        files.extend(inside);
    }
    Ok(files)
}

/// When a saved answer was written, which is when it was seen.
fn written_at(path: &Path) -> Timestamp {
    let modified = fs::metadata(path).and_then(|about| about.modified()).ok();
    modified.and_then(|time| Timestamp::try_from(time).ok()).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The reference tables in a folder, as (name, text).
pub fn tables(folder: &Path) -> anyhow::Result<Vec<(String, String)>> {
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
    Ok(files)
}

pub fn scenario(name: &str) -> anyhow::Result<Scenario> {
    if let Some(scenario) = scenario::by_id(name) {
        return Ok(scenario.clone());
    }
    let path = Path::new(name);
    let folder = if path.is_dir() { Some(path) } else { path.parent().filter(|_| path.is_file()) };
    let Some(folder) = folder else {
        let known: Vec<&str> = scenario::built_in().iter().map(|built_in| built_in.id.as_str()).collect();
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
