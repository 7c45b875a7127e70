//! The document: the assessment that is open, where it is kept, and what can be taken back.
//!
//! Undo takes back what people wrote, never what was seen: results of runs are put onto every state that is restored.

use std::{path::PathBuf, sync::Arc};

use jiff::Timestamp;
use readiness_core::{
    Subject,
    assessment::{Assessment, EditError, file::Hold},
    engine::Outcome,
};

/// How many edits can be taken back.
const DEPTH: usize = 200;

/// Seconds after the last edit at which it is written.
pub const SETTLES_S: f64 = 1.0;

/// The assessment that is open.
pub struct Document {
    /// Tells it apart from documents opened before and after.
    pub key: u64,
    assessment: Arc<Assessment>,
    path: Option<PathBuf>,
    hold: Option<Hold>,
    undo: Vec<Past>,
    redo: Vec<Past>,
    taken: Vec<Taken>,
    revision: u64,
    /// The newest revision that is in the file, or in the recovery folder when there is no file.
    kept: u64,
    writing: Option<u64>,
    edited_at_s: f64,
    trouble: Option<String>,
}

/// A state before or after an edit.
struct Past {
    assessment: Arc<Assessment>,
    /// Id of the message that names the edit.
    label: &'static str,
    /// Number of run results it already holds.
    taken: usize,
}

/// What a run brought, kept for states that are restored later.
struct Taken {
    outcome: Outcome,
    subject: Subject,
    at: Timestamp,
}

/// Whether what is on the screen is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// It is in the file.
    Saved,
    /// It will be in a moment.
    Saving,
    /// It has no file yet, and nothing in it is worth one.
    Empty,
    /// It has no file yet; it is in the recovery folder.
    Unnamed,
    /// The disk refused; the words say why.
    Trouble(String),
}

/// Something to write.
pub struct Writing {
    /// Which document.
    pub key: u64,
    /// Which state of it.
    pub revision: u64,
    /// The state.
    pub assessment: Arc<Assessment>,
    /// Its file; none for the recovery folder.
    pub path: Option<PathBuf>,
}

impl Document {
    /// A document that has no file.
    pub fn unnamed(key: u64, assessment: Assessment) -> Self {
        Self {
            key,
            assessment: Arc::new(assessment),
            path: None,
            hold: None,
            undo: Vec::new(),
            redo: Vec::new(),
            taken: Vec::new(),
            revision: 0,
            kept: 0,
            writing: None,
            edited_at_s: 0.0,
            trouble: None,
        }
    }

    /// A document read from a file, which is held.
    pub fn opened(key: u64, assessment: Assessment, path: PathBuf, hold: Hold) -> Self {
        Self { path: Some(path), hold: Some(hold), ..Self::unnamed(key, assessment) }
    }

    /// The assessment.
    pub fn assessment(&self) -> &Arc<Assessment> {
        &self.assessment
    }

    /// Its file.
    pub fn path(&self) -> Option<&PathBuf> {
        self.path.as_ref()
    }

    /// Counts changes, for caches.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// True when something would be lost without writing.
    pub fn is_dirty(&self) -> bool {
        self.kept < self.revision
    }

    /// Whether what is on the screen is on the disk.
    pub fn save_state(&self) -> SaveState {
        match (&self.trouble, &self.path) {
            (Some(why), _) => SaveState::Trouble(why.clone()),
            (None, Some(_)) if self.is_dirty() => SaveState::Saving,
            (None, Some(_)) => SaveState::Saved,
            (None, None) if self.revision == 0 => SaveState::Empty,
            (None, None) => SaveState::Unnamed,
        }
    }

    /// Edits it. `label` is the id of the message that names the edit.
    ///
    /// # Errors
    /// The edit's own; nothing has changed then.
    pub fn edit(
        &mut self,
        label: &'static str,
        now_s: f64,
        change: impl FnOnce(&mut Assessment) -> Result<(), EditError>,
    ) -> Result<(), EditError> {
        let mut changed = Assessment::clone(&self.assessment);
        change(&mut changed)?;
        if changed == *self.assessment {
            return Ok(());
        }
        let before = std::mem::replace(&mut self.assessment, Arc::new(changed));
        self.undo.push(Past { assessment: before, label, taken: self.taken.len() });
        if self.undo.len() > DEPTH {
            self.undo.remove(0);
        }
        self.redo.clear();
        self.touch(now_s);
        Ok(())
    }

    /// Takes what a run brought. `subject` is whom the run was about, which may have been edited since.
    pub fn take(&mut self, outcome: Outcome, subject: Subject, at: Timestamp, now_s: f64) {
        let taken = Taken { outcome, subject, at };
        taken.put_onto(Arc::make_mut(&mut self.assessment));
        self.taken.push(taken);
        self.touch(now_s);
    }

    /// Names the edit that would be taken back.
    pub fn undo_label(&self) -> Option<&'static str> {
        self.undo.last().map(|past| past.label)
    }

    /// Names the edit that would be done again.
    pub fn redo_label(&self) -> Option<&'static str> {
        self.redo.last().map(|past| past.label)
    }

    /// Takes the last edit back.
    pub fn undo(&mut self, now_s: f64) {
        if let Some(past) = self.undo.pop() {
            let replaced = self.restore(past, now_s);
            self.redo.push(replaced);
        }
    }

    /// Does it again.
    pub fn redo(&mut self, now_s: f64) {
        if let Some(past) = self.redo.pop() {
            let replaced = self.restore(past, now_s);
            self.undo.push(replaced);
        }
    }

    fn restore(&mut self, past: Past, now_s: f64) -> Past {
        let Past { mut assessment, label, taken } = past;
        for later in self.taken.iter().skip(taken) {
            later.put_onto(Arc::make_mut(&mut assessment));
        }
        let before = std::mem::replace(&mut self.assessment, assessment);
        self.touch(now_s);
        Past { assessment: before, label, taken: self.taken.len() }
    }

    fn touch(&mut self, now_s: f64) {
        self.revision += 1;
        self.edited_at_s = now_s;
    }

    /// What should be written now, and otherwise in how many seconds to ask again.
    pub fn due(&mut self, now_s: f64) -> Result<Writing, Option<f64>> {
        if !self.is_dirty() || self.writing.is_some() {
            return Err(None);
        }
        let wait = self.edited_at_s + SETTLES_S - now_s;
        if wait > 0.0 { Err(Some(wait)) } else { Ok(self.write_now()) }
    }

    /// The state to write, whether or not it has settled.
    pub fn write_now(&mut self) -> Writing {
        self.writing = Some(self.revision);
        Writing {
            key: self.key,
            revision: self.revision,
            assessment: Arc::clone(&self.assessment),
            path: self.path.clone(),
        }
    }

    /// It was written under a name of its own from now on. Returns the hold of the file before.
    pub fn named(&mut self, path: PathBuf, hold: Hold) -> Option<Hold> {
        self.path = Some(path);
        self.hold.replace(hold)
    }

    /// This state has been written.
    pub fn written(&mut self, revision: u64) {
        self.kept = self.kept.max(revision);
        self.writing = None;
        self.trouble = None;
    }

    /// This state could not be written. It is tried again after the next edit, or when a person asks.
    pub fn not_written(&mut self, why: String, now_s: f64) {
        self.writing = None;
        self.trouble = Some(why);
        // A full disk does not get emptier by asking every second.
        self.edited_at_s = now_s + 30.0;
    }

    /// It was read back from the recovery folder, where it still is.
    pub fn recovered(&mut self) {
        self.revision += 1;
        self.kept = self.revision;
    }

    /// It comes from a report, and is worth keeping although nothing was edited since.
    pub fn begun(&mut self, now_s: f64) {
        self.touch(now_s);
    }

    /// Lets go of the file.
    pub fn release(self) -> Option<Hold> {
        self.hold
    }
}

impl Taken {
    fn put_onto(&self, assessment: &mut Assessment) {
        // Findings are marked with the subject at the time of taking; that must be the one they are about.
        let edited = std::mem::replace(&mut assessment.subject, self.subject.clone());
        assessment.take(self.outcome.clone(), self.at);
        assessment.subject = edited;
    }
}

#[cfg(test)]
mod tests;
