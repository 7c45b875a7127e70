//! Trouble with files, as messages for people. The system's own words come last.

use readiness_core::{Message, assessment::file::FileError, facts::FactsFileError, msg};

/// What went wrong, in words of the screen's language, with the system's words apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Trouble {
    /// What happened.
    pub message: Message,
}

impl Trouble {
    /// This happened.
    pub fn new(message: Message) -> Self {
        Self { message }
    }
}

impl From<&FileError> for Trouble {
    fn from(error: &FileError) -> Self {
        let file = |path: &std::path::Path| path.display().to_string();
        Self::new(match error {
            FileError::Io { path, doing, error } => {
                let id = if doing.contains("written") {
                    "ui-trouble-not-written"
                } else if doing.contains("locked") {
                    "ui-trouble-not-locked"
                } else {
                    "ui-trouble-not-read"
                };
                msg!(id, file = file(path), why = error.to_string())
            }
            FileError::TooLarge { path, size } => {
                msg!("ui-trouble-too-large", file = file(path), size = i64::try_from(*size).unwrap_or(i64::MAX))
            }
            FileError::Malformed { path, line, what } => {
                msg!("ui-trouble-malformed", file = file(path), line = *line, why = what)
            }
            FileError::Newer { path, version } => {
                msg!("ui-trouble-newer", file = file(path), version = i64::try_from(*version).unwrap_or(i64::MAX))
            }
            FileError::Held { path } => msg!("ui-trouble-held", file = file(path)),
        })
    }
}

impl Trouble {
    /// Trouble with a facts file.
    pub fn with_facts(path: &std::path::Path, error: &FactsFileError) -> Self {
        let file = path.display().to_string();
        Self::new(match error {
            FactsFileError::TooLarge { size } => msg!("ui-trouble-too-large", file = file, size = *size),
            FactsFileError::Newer { version } => msg!("ui-trouble-newer", file = file, version = *version),
            FactsFileError::Malformed { line, what } => {
                msg!("ui-trouble-malformed", file = file, line = *line, why = what)
            }
            FactsFileError::NotText { .. } => {
                msg!("ui-trouble-malformed", file = file, line = 1_usize, why = error.to_string())
            }
        })
    }
}
