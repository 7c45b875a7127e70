//! The files that were open lately, with the conclusion they had when last open.

use std::path::PathBuf;

use jiff::Timestamp;
use readiness_core::assessment::{Assessment, Conclusion, Status, file};
use serde::{Deserialize, Serialize};

use super::{folders::Folders, settings};

/// How many are remembered.
const LONGEST: usize = 20;

/// A file that was open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecentFile {
    /// Where it is.
    pub path: PathBuf,
    /// The organisation it is about.
    #[serde(default)]
    pub organisation: String,
    /// What it concluded.
    #[serde(default)]
    pub conclusion: Option<Conclusion>,
    /// How many required items failed.
    #[serde(default)]
    pub failed: usize,
    /// How many required items wait for a person.
    #[serde(default)]
    pub needs_you: usize,
    /// How many required items were not run.
    #[serde(default)]
    pub not_run: usize,
    /// When it was last open.
    pub at: Timestamp,
    /// It was not there when the list was read.
    #[serde(skip)]
    pub missing: bool,
}

impl RecentFile {
    /// An assessment as it will be remembered.
    pub fn of(path: PathBuf, assessment: &Assessment, now: Timestamp) -> Self {
        let tally = assessment.conclude(now);
        // As in the conclusion: what is only advised stands in nobody's way.
        let required = |status: Status| tally.required.get(&status).copied().unwrap_or(0);
        Self {
            path,
            organisation: assessment.subject.organisation.clone(),
            conclusion: Some(tally.conclusion),
            failed: required(Status::Fail),
            needs_you: required(Status::NeedsYou),
            not_run: required(Status::NotRun),
            at: now,
            missing: false,
        }
    }
}

/// A change of the list.
#[derive(Debug, Clone)]
pub enum Change {
    /// This file was open.
    Remember(Box<RecentFile>),
    /// These files are removed from the list; the files themselves stay.
    Forget(Vec<PathBuf>),
}

/// The list, newest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recent {
    /// The files.
    pub files: Vec<RecentFile>,
}

impl Recent {
    fn path(folders: &Folders) -> PathBuf {
        folders.config.join("recent.json")
    }

    /// Reads the list. Entries that cannot be understood are passed over.
    pub fn read(folders: &Folders) -> Self {
        Self::of(&file::read_limited(&Self::path(folders), settings::LARGEST).unwrap_or_default()).looked_for()
    }

    /// Changes the list in the file, which other windows change too, and returns it as it is then.
    ///
    /// # Errors
    /// The system's words.
    pub fn change(folders: &Folders, change: Change) -> Result<Self, String> {
        #[derive(Serialize)]
        struct Written {
            files: Vec<RecentFile>,
        }
        let written = settings::change_file(folders, &Self::path(folders), |bytes| {
            let mut recent = Self::of(bytes);
            recent.apply(change);
            Written { files: recent.files }
        })?;
        Ok(Self { files: written.files }.looked_for())
    }

    /// Changes the list here.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Remember(file) => {
                self.files.retain(|other| other.path != file.path);
                self.files.insert(0, *file);
                self.files.truncate(LONGEST);
            }
            Change::Forget(paths) => self.files.retain(|file| !paths.contains(&file.path)),
        }
    }

    fn of(bytes: &[u8]) -> Self {
        #[derive(Deserialize)]
        struct Lines {
            #[serde(default)]
            files: Vec<serde_json::Value>,
        }
        let lines: Lines = serde_json::from_slice(bytes).unwrap_or(Lines { files: Vec::new() });
        let mut files: Vec<RecentFile> =
            lines.files.into_iter().filter_map(|line| serde_json::from_value(line).ok()).collect();
        files.truncate(LONGEST);
        Self { files }
    }

    fn looked_for(mut self) -> Self {
        for file in &mut self.files {
            file.missing = !file.path.is_file();
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> RecentFile {
        RecentFile {
            path: name.into(),
            organisation: String::new(),
            conclusion: None,
            failed: 0,
            needs_you: 0,
            not_run: 0,
            at: Timestamp::UNIX_EPOCH,
            missing: false,
        }
    }

    #[test]
    fn the_newest_is_on_top_and_nothing_comes_twice() {
        let mut recent = Recent::default();
        for name in ["a", "b", "a"] {
            recent.apply(Change::Remember(Box::new(file(name))));
        }
        let names: Vec<_> = recent.files.iter().map(|file| file.path.display().to_string()).collect();
        assert_eq!(names, ["a", "b"]);
    }

    #[test]
    fn windows_that_write_at_the_same_time_lose_nothing() {
        let root = std::env::temp_dir().join(format!("recent-windows-{}", std::process::id()));
        let folders = Folders::below(root.clone());
        let threads: Vec<_> = (0..4)
            .map(|window| {
                let folders = folders.clone();
                std::thread::spawn(move || {
                    for number in 0..4 {
                        let file = file(&format!("{window}-{number}"));
                        Recent::change(&folders, Change::Remember(Box::new(file))).unwrap();
                    }
                })
            })
            .collect();
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        assert_eq!(Recent::read(&folders).files.len(), 16);
        let gone = vec![PathBuf::from("1-1"), PathBuf::from("no such")];
        assert_eq!(Recent::change(&folders, Change::Forget(gone)).unwrap().files.len(), 15);
        std::fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn strange_entries_cost_only_themselves() {
        let root = tempfile();
        let folders = Folders::below(root.clone());
        std::fs::create_dir_all(&folders.config).unwrap();
        let text = r#"{"files": [3, {"path": "/nowhere/a.readiness", "at": "2026-11-20T10:00:00Z"}, {"at": "x"}]}"#;
        std::fs::write(folders.config.join("recent.json"), text).unwrap();
        let recent = Recent::read(&folders);
        assert_eq!(recent.files.len(), 1);
        assert!(recent.files[0].missing);
        std::fs::write(folders.config.join("recent.json"), "not json").unwrap();
        assert_eq!(Recent::read(&folders), Recent::default());
        std::fs::remove_dir_all(root).unwrap();
    }

    fn tempfile() -> PathBuf {
        std::env::temp_dir().join(format!("recent-{}", std::process::id()))
    }
}
