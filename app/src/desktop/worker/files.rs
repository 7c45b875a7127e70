//! The worker's jobs on files.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use readiness_core::{
    Arg, Message,
    assessment::{
        Assessment,
        file::{self, FileError, Hold},
    },
    facts::FactsFile,
    msg,
    reference::DataFile,
    report::verify,
};

use super::{Fate, Job, News, Recoverable, Trouble, logo, pictures, scan, typed, verify as reports};
use crate::desktop::{
    app::perform::{compare, export},
    document::Writing,
    folders::Folders,
    recent::Recent,
    settings,
};

/// What the worker knows of files.
pub(super) struct Files {
    folders: Folders,
    /// Files in the recovery folder that documents of this window use.
    kept: HashMap<u64, (PathBuf, Hold)>,
}

impl Files {
    pub(super) fn new(folders: Folders) -> Self {
        Self { folders, kept: HashMap::new() }
    }

    /// Installs newer reference data, or says why not.
    fn install(&self, path: &Path) -> News {
        match self.folders.data.install(path) {
            Ok(file) => News::DataInstalled(file.issued),
            Err(error) => {
                let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                News::Refused(Trouble::new(msg!("ui-data-refused", file = file, why = error.message())))
            }
        }
    }

    pub(super) fn perform(&mut self, job: Job) -> Option<News> {
        match job {
            // What takes long is not done here.
            Job::Run { .. }
            | Job::SignIn(_)
            | Job::ForgetSignIn(..)
            | Job::Scan(_)
            | Job::ReadScan(_)
            | Job::ReadExampleScan
            | Job::FilterScan(..)
            | Job::ReadScanned(..)
            | Job::CopyScanned(..)
            | Job::ExportScan(..)
            | Job::Search(_)
            | Job::LookForGlyphs { .. }
            | Job::Verify { .. }
            | Job::Sign(_)
            | Job::ReadCertificates(..) => None,
            Job::LookAtData => self.folders.data.reference().1.map(|why| News::Refused(Trouble::new(why))),
            Job::Open(path) | Job::Sort(path) if is_data(&path) => Some(self.install(&path)),
            Job::Open(path) => Some(open(path)),
            Job::Sort(path) => Some(sort(path)),
            Job::Write(writing) => Some(self.write(writing)),
            Job::WriteAs(writing, path) => Some(self.write_as(writing, path)),
            Job::Release(key, hold) => {
                drop(hold);
                self.kept.remove(&key);
                Some(News::Unsaved(self.unsaved()))
            }
            Job::LetGo(hold) => {
                drop(hold);
                None
            }
            Job::Look(purpose, path) => {
                let writes = purpose.writes();
                Some(if writes && path.exists() {
                    News::Exists(purpose, path)
                } else {
                    News::Chosen(purpose, Some(path), false)
                })
            }
            Job::LookForUnsaved => Some(News::Unsaved(self.unsaved())),
            Job::Recover(path, key) => Some(self.recover(path, key)),
            Job::Discard(path) => {
                let _ = fs::remove_file(typed::place_beside(&path));
                // If it cannot be deleted it is offered again.
                let _ = fs::remove_file(path);
                Some(News::Unsaved(self.unsaved()))
            }
            Job::ReadFacts(path) => Some(read_facts(path)),
            Job::ReadAttachment(path, item) => Some(read_attachment(path, item)),
            Job::EncodePicture(picture, item, at, zone) => Some(match pictures::pasted(&picture, at, &zone) {
                Ok(file) => News::Attachment(item, Box::new(file)),
                Err(trouble) => News::Refused(trouble),
            }),
            Job::KeepTyped(key, path, what) => {
                if let Some(place) = self.place_of_typed(key, path.as_deref()) {
                    typed::write(&place, &what);
                }
                None
            }
            Job::ReadTyped(key, path) => {
                let kept = typed::read(&self.place_of_typed(key, path.as_deref())?);
                (!kept.is_empty()).then_some(News::Typed(key, kept))
            }
            Job::Show(path) => open::that_detached(&path).err().map(|error| {
                let file = path.display().to_string();
                News::Refused(Trouble::new(msg!("ui-trouble-not-shown", file = file, why = error.to_string())))
            }),
            Job::Export { format, path, assessment, words, letterhead, left_out, now } => {
                let made = export::bytes(format, &assessment, &words, &letterhead, &left_out, now);
                let written = made.map_err(Trouble::new).and_then(|bytes| {
                    file::write_atomic(&path, &bytes).map_err(|error| Trouble::from(&error))?;
                    Ok(bytes.len() as u64)
                });
                Some(match written {
                    Ok(size) => News::Exported { format, path, size },
                    Err(trouble) => News::Refused(trouble),
                })
            }
            Job::ReadCompared(slot, path, now) => Some(match read_compared(&path, now) {
                Ok(assessment) => News::Compared(slot, path, Box::new(assessment)),
                Err(trouble) => News::Refused(trouble),
            }),
            Job::ExportComparison { path, before, now, comparison, words } => {
                let written = compare::bytes(&path, &before, &now, &comparison, &words)
                    .map_err(Trouble::new)
                    .and_then(|bytes| file::write_atomic(&path, &bytes).map_err(|error| Trouble::from(&error)));
                Some(match written {
                    Ok(()) => News::Saved(path),
                    Err(trouble) => News::Refused(trouble),
                })
            }
            Job::CopyAttached(path, attached) => Some(match file::write_atomic(&path, &attached.data) {
                Ok(()) => News::Saved(path),
                Err(error) => News::Refused(Trouble::from(&error)),
            }),
            Job::ReadRoots(path) => Some(match reports::read_roots(&path) {
                Ok(given) => News::Roots(given),
                Err(trouble) => News::Refused(trouble),
            }),
            Job::ReadLists(path) => Some(match reports::read_lists(&path) {
                Ok(given) => News::Lists(given),
                Err(trouble) => News::Refused(trouble),
            }),
            Job::ReadDirectoryRoots(path) => Some(match reports::read_roots(&path) {
                Ok(given) => News::DirectoryRoots(given),
                Err(trouble) => News::Refused(trouble),
            }),
            Job::LookForScans => Some(News::Scans(scan::kept(&self.folders.scans))),
            Job::DiscardScan(path) => {
                // If it cannot be deleted it is offered again.
                let _ = fs::remove_file(path);
                Some(News::Scans(scan::kept(&self.folders.scans)))
            }
            Job::ReadLogo => logo::kept(&self.folders).map(|logo| News::Logo(Some(Box::new(logo)))),
            Job::TakeLogo(path) => Some(match logo::take(&self.folders, &path) {
                Ok(taken) => News::Logo(Some(Box::new(taken))),
                Err(trouble) => News::Refused(trouble),
            }),
            Job::RemoveLogo => {
                logo::remove(&self.folders);
                Some(News::Logo(None))
            }
            Job::ReadRecent => Some(News::Recent(Recent::read(&self.folders))),
            Job::ChangeRecent(change) => match Recent::change(&self.folders, change) {
                Ok(recent) => Some(News::Recent(recent)),
                Err(why) => {
                    log::warn!("the list of recent files is not written: {why}");
                    None
                }
            },
            Job::WriteSettings(before, after) => {
                if let Err(why) = settings::write_changes(&self.folders, &before, &after) {
                    log::warn!("the settings are not written: {why}");
                }
                None
            }
        }
    }

    fn write(&mut self, writing: Writing) -> News {
        let Writing { key, revision, assessment, path } = &writing;
        let fate = match path {
            Some(path) => match file::write(path, assessment) {
                Ok(()) => {
                    self.forget_kept(*key);
                    Fate::Written
                }
                Err(error) => Fate::Refused(Trouble::from(&error), self.keep(&writing).is_ok()),
            },
            None => match self.keep(&writing) {
                Ok(()) => Fate::Written,
                Err(error) => Fate::Refused(Trouble::from(&error), false),
            },
        };
        News::Wrote { key: *key, revision: *revision, fate }
    }

    fn write_as(&mut self, writing: Writing, path: PathBuf) -> News {
        let (key, revision) = (writing.key, writing.revision);
        let written = Hold::take(&path).and_then(|hold| {
            file::write(&path, &writing.assessment)?;
            Ok(hold)
        });
        let fate = match written {
            Ok(hold) => {
                self.forget_kept(key);
                Fate::Moved(path, hold)
            }
            Err(error) => Fate::Refused(Trouble::from(&error), self.keep(&writing).is_ok()),
        };
        News::Wrote { key, revision, fate }
    }

    /// Puts a document into the recovery folder.
    fn keep(&mut self, writing: &Writing) -> Result<(), FileError> {
        if !self.kept.contains_key(&writing.key) {
            let folder = &self.folders.recovery;
            fs::create_dir_all(folder).map_err(|source| FileError::Io {
                path: folder.clone(),
                doing: "cannot be written",
                error: source,
            })?;
            let path = folder.join(format!("{}-{}.readiness", std::process::id(), writing.key));
            let hold = Hold::take(&path)?;
            self.kept.insert(writing.key, (path, hold));
        }
        let Some((path, _)) = self.kept.get(&writing.key) else { return Ok(()) };
        file::write(path, &writing.assessment)
    }

    /// Where what is typed about a document is kept; none when the document itself is nowhere.
    fn place_of_typed(&self, key: u64, path: Option<&Path>) -> Option<PathBuf> {
        match path {
            Some(path) => Some(typed::place_for(&self.folders.recovery, path)),
            None => self.kept.get(&key).map(|(path, _)| typed::place_beside(path)),
        }
    }

    /// A document is safe in a file of its own, so its place in the recovery folder is cleared.
    fn forget_kept(&mut self, key: u64) {
        if let Some((path, _hold)) = self.kept.remove(&key) {
            let _ = fs::remove_file(typed::place_beside(&path));
            // If it cannot be deleted it is offered once more than needed.
            let _ = fs::remove_file(path);
        }
    }

    /// Unsaved work that no window holds, newest first.
    fn unsaved(&self) -> Vec<Recoverable> {
        let Ok(entries) = fs::read_dir(&self.folders.recovery) else { return Vec::new() };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let mut found: Vec<Recoverable> = paths
            .filter(|path| path.extension().is_some_and(|end| end == "readiness"))
            .filter_map(|path| {
                let _free = Hold::take(&path).ok()?;
                let assessment = file::read(&path).ok()?;
                let changed = fs::metadata(&path).and_then(|about| about.modified()).ok();
                Some(Recoverable {
                    organisation: assessment.subject.organisation.clone(),
                    answers: assessment.answers.values().map(Vec::len).sum(),
                    at: changed.and_then(|time| Timestamp::try_from(time).ok()),
                    path,
                })
            })
            .collect();
        found.sort_by_key(|found| std::cmp::Reverse(found.at));
        found
    }

    fn recover(&mut self, path: PathBuf, key: u64) -> News {
        let read = Hold::take(&path).and_then(|hold| Ok((file::read(&path)?, hold)));
        match read {
            Ok((assessment, hold)) => {
                self.kept.insert(key, (path, hold));
                News::Recovered(Box::new(assessment), key)
            }
            Err(error) => News::Refused(Trouble::from(&error)),
        }
    }
}

/// An assessment from its own file, or from inside of a report, which must not be altered.
fn read_compared(path: &Path, now: Timestamp) -> Result<Assessment, Trouble> {
    let bytes = file::read_limited(path, file::LARGEST).map_err(|error| Trouble::from(&error))?;
    if !verify::is_pdf(&bytes) {
        return file::parse(path, &bytes).map_err(|error| Trouble::from(&error));
    }
    let altered = |changes: Vec<Message>| {
        let changes: Vec<Arg> = changes.into_iter().map(Arg::from).collect();
        let file = path.display().to_string();
        Trouble::new(Message::new("ui-compare-altered").with("file", file).with("what", Arg::List(changes)))
    };
    match verify::verify(&bytes, &[], now) {
        Ok(report) => report.into_assessment().map_err(altered),
        Err(_) => Err(altered(Vec::new())),
    }
}

/// Whether it is a file of reference data, by its name.
pub(crate) fn is_data(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case(DataFile::EXTENSION))
}

fn open(path: PathBuf) -> News {
    if reports::is_pdf(&path) {
        return News::IsPdf(path);
    }
    // A hold makes a file beside the assessment; there must be an assessment first.
    let read = file::read(&path).and_then(|_| {
        let hold = Hold::take(&path)?;
        // Between the two, another window may have written.
        Ok((file::read(&path)?, hold))
    });
    match read {
        Ok((assessment, hold)) => News::Opened(Box::new(assessment), path, hold),
        Err(error) => News::Refused(Trouble::from(&error)),
    }
}

/// Facts say so in their first lines; everything else is taken for an assessment, and refused if it is none.
fn sort(path: PathBuf) -> News {
    let head = file::read_limited(&path, file::LARGEST).unwrap_or_default();
    let head = String::from_utf8_lossy(&head[..head.len().min(4096)]);
    if head.contains("\"readiness-facts\"") { read_facts(path) } else { open(path) }
}

fn read_facts(path: PathBuf) -> News {
    let read = file::read_limited(&path, file::LARGEST)
        .map_err(|error| Trouble::from(&error))
        .and_then(|bytes| FactsFile::parse(&bytes).map_err(|error| Trouble::with_facts(&path, &error)));
    match read {
        Ok(file) => News::Facts(path, Box::new(file.facts)),
        Err(trouble) => News::Refused(trouble),
    }
}

fn read_attachment(path: PathBuf, item: String) -> News {
    match file::read_limited(&path, 64 * 1024 * 1024) {
        Ok(bytes) => {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            match pictures::attached(&name.unwrap_or_default(), bytes) {
                Ok(file) => News::Attachment(item, Box::new(file)),
                Err(trouble) => News::Refused(trouble),
            }
        }
        Err(error) => News::Refused(Trouble::from(&error)),
    }
}

/// The name proposed for a file of an assessment.
pub(crate) fn proposed_name(organisation: &str, end: &str) -> String {
    let sound: String = organisation
        .trim()
        .chars()
        .map(|c| if c.is_control() || r#"\/:*?"<>|"#.contains(c) { '-' } else { c })
        .collect();
    let sound = sound.trim_matches(['.', ' ']);
    if sound.is_empty() { format!("assessment.{end}") } else { format!("{sound}.{end}") }
}

/// Adds the end of the name when a person left it out.
pub(crate) fn with_end(path: &Path, end: &str) -> PathBuf {
    if path.extension().is_some() { path.to_owned() } else { path.with_extension(end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proposed_names_are_names_everywhere() {
        assert_eq!(proposed_name("Contoso Ltd", "readiness"), "Contoso Ltd.readiness");
        assert_eq!(proposed_name("a/b:c?", "pdf"), "a-b-c-.pdf");
        assert_eq!(proposed_name(" . ", "pdf"), "assessment.pdf");
        assert_eq!(proposed_name("北风贸易", "pdf"), "北风贸易.pdf");
    }

    #[test]
    fn the_end_of_a_name_is_added_once() {
        assert_eq!(with_end(Path::new("/a/b"), "pdf"), Path::new("/a/b.pdf"));
        assert_eq!(with_end(Path::new("/a/b.PDF"), "pdf"), Path::new("/a/b.PDF"));
    }
}
