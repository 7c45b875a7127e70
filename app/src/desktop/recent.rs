//! The files that were open lately, with the conclusion they had when last open.

use std::path::{Path, PathBuf};

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
        #[derive(Deserialize)]
        struct Lines {
            #[serde(default)]
            files: Vec<serde_json::Value>,
        }
        let bytes = file::read_limited(&Self::path(folders), settings::LARGEST).unwrap_or_default();
        let lines: Lines = serde_json::from_slice(&bytes).unwrap_or(Lines { files: Vec::new() });
        let mut files: Vec<RecentFile> =
            lines.files.into_iter().filter_map(|line| serde_json::from_value(line).ok()).collect();
        files.truncate(LONGEST);
        for file in &mut files {
            file.missing = !file.path.is_file();
        }
        Self { files }
    }

    /// Writes the list.
    ///
    /// # Errors
    /// The system's words.
    pub fn write(&self, folders: &Folders) -> Result<(), String> {
        settings::write_json(&Self::path(folders), &serde_json::json!({ "files": self.files }))
    }

    /// Puts a file on top.
    pub fn remember(&mut self, file: RecentFile) {
        self.forget(&file.path.clone());
        self.files.insert(0, file);
        self.files.truncate(LONGEST);
    }

    /// Removes a file from the list; the file itself stays.
    pub fn forget(&mut self, path: &Path) {
        self.files.retain(|file| file.path != path);
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
            recent.remember(file(name));
        }
        let names: Vec<_> = recent.files.iter().map(|file| file.path.display().to_string()).collect();
        assert_eq!(names, ["a", "b"]);
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
