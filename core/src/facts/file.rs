//! Facts as a file: what a collector on another machine writes and this program imports. Hostile until parsed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Facts;

/// The largest facts file that is read, in bytes.
pub const LARGEST: usize = 64 * 1024 * 1024;

/// A facts file: `{"format": "readiness-facts", "version": 1, "facts": […]}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FactsFile {
    /// Always `readiness-facts`.
    pub format: String,
    /// Major version of the format. This program reads version 1.
    pub version: u32,
    /// The looks.
    pub facts: Facts,
}

/// Why a facts file was refused. The file's name is the caller's to add.
#[derive(Debug, Error)]
pub enum FactsFileError {
    /// It is too large.
    #[error("{size} bytes is more than a facts file may have ({LARGEST})")]
    TooLarge {
        /// Its size in bytes.
        size: usize,
    },
    /// It is not text.
    #[error("it is not UTF-8 text (byte {at})")]
    NotText {
        /// Offset of the first bad byte.
        at: usize,
    },
    /// It is not a facts file.
    #[error("line {line}: {what}")]
    Malformed {
        /// Line, counted from 1.
        line: usize,
        /// What was expected.
        what: String,
    },
    /// It was written by a newer program.
    #[error("it has version {version}, and this program reads version 1: use a newer program")]
    Newer {
        /// Its version.
        version: u32,
    },
}

impl FactsFile {
    /// A file with these facts.
    pub fn new(facts: Facts) -> Self {
        Self { format: "readiness-facts".to_owned(), version: 1, facts }
    }

    /// Reads a facts file.
    ///
    /// # Errors
    /// Too large, not UTF-8, not JSON of the right shape, another format, a newer version.
    pub fn parse(bytes: &[u8]) -> Result<Self, FactsFileError> {
        if bytes.len() > LARGEST {
            return Err(FactsFileError::TooLarge { size: bytes.len() });
        }
        let text = std::str::from_utf8(bytes).map_err(|error| FactsFileError::NotText { at: error.valid_up_to() })?;
        // PowerShell likes to open its files with a byte order mark.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);

        #[derive(Deserialize)]
        struct Head {
            #[serde(default)]
            format: String,
            #[serde(default)]
            version: u32,
        }
        let malformed =
            |error: serde_json::Error| FactsFileError::Malformed { line: error.line().max(1), what: error.to_string() };
        let head: Head = serde_json::from_str(text).map_err(malformed)?;
        if head.format != "readiness-facts" {
            return Err(FactsFileError::Malformed {
                line: 1,
                what: format!("expected \"format\": \"readiness-facts\", found \"{}\"", head.format),
            });
        }
        if head.version > 1 {
            return Err(FactsFileError::Newer { version: head.version });
        }
        let mut file: Self = serde_json::from_str(text).map_err(malformed)?;
        // A file need not be sorted; Facts must be.
        let mut facts = Facts::default();
        facts.extend(file.facts);
        file.facts = facts;
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(bytes: &[u8]) -> String {
        FactsFile::parse(bytes).expect_err("must be refused").to_string()
    }

    #[test]
    fn a_byte_order_mark_is_no_reason_to_refuse() {
        let text = "\u{feff}{\"format\":\"readiness-facts\",\"version\":1,\"facts\":[]}";
        assert!(FactsFile::parse(text.as_bytes()).is_ok());
    }

    #[test]
    fn bad_files_are_refused_with_place_and_expectation() {
        assert!(refusal(b"").contains("line 1"));
        assert!(refusal(b"\xff\xfe").contains("UTF-8"));
        assert!(refusal(b"{\n\"format\": \"other\"}").contains("readiness-facts"));
        assert!(refusal(b"{\"format\":\"readiness-facts\",\"version\":9,\"facts\":[]}").contains("newer program"));
        assert!(
            refusal(b"{\"format\":\"readiness-facts\",\n\"version\":1,\n\"facts\":[{\"vantage\":3}]}")
                .contains("line 3")
        );
    }
}
