//! How a reference table is read from text: strictly, and with an error that names the file, the line and what was
//! expected, because people edit these tables by hand.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};

/// Why a replacement for a built-in table cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    /// The name is not that of a reference table.
    #[error("{file}: expected one of {}", super::Reference::FILES.join(", "))]
    UnknownFile {
        /// The name as it was handed over.
        file: String,
    },
    /// The same table was handed over more than once.
    #[error("{file}: expected once, found again")]
    Repeated {
        /// The table's file name.
        file: String,
    },
    /// The text is not a sound table.
    #[error("{file}, line {line}: {expected}")]
    Invalid {
        /// The table's file name.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What was expected there, in English.
        expected: String,
    },
}

/// How well a row is supported. A row that is less than documented may warn, but should not by itself fail anything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Microsoft's documents say so.
    #[default]
    Documented,
    /// Seen in published code or data.
    Observed,
    /// Reported by an issue or a blog.
    Reported,
    /// Concluded from other rows.
    Derived,
    /// Believed, with no source at hand.
    Unverified,
}

impl Confidence {
    /// The Fluent message id of the words for it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Documented => "confidence-documented",
            Self::Observed => "confidence-observed",
            Self::Reported => "confidence-reported",
            Self::Derived => "confidence-derived",
            Self::Unverified => "confidence-unverified",
        }
    }
}

/// One kind of table.
pub(super) trait Table: DeserializeOwned {
    /// The file's name.
    const FILE: &'static str;

    /// What is wrong in a way that the shape alone does not show.
    fn flaw(&self) -> Option<Flaw>;
}

/// A row that has the right shape and cannot be meant.
pub(super) struct Flaw {
    /// Text that stands in the wrong line; its last occurrence is meant.
    pub(super) near: String,
    /// What was expected.
    pub(super) expected: String,
}

impl Flaw {
    /// The first of `keys` that comes twice, as a flaw.
    pub(super) fn repeated<K: AsRef<str>>(keys: impl IntoIterator<Item = K>) -> Option<Self> {
        let mut seen = std::collections::BTreeSet::new();
        keys.into_iter()
            .find_map(|key| (!seen.insert(key.as_ref().to_owned())).then(|| key.as_ref().to_owned()))
            .map(|key| Self { expected: format!("expected `{key}` once, found again"), near: key })
    }

    /// The first of `used` that `sources` does not explain, as a flaw.
    pub(super) fn unsourced<'a>(
        sources: &BTreeMap<String, String>,
        used: impl IntoIterator<Item = &'a str>,
    ) -> Option<Self> {
        used.into_iter().find(|key| !sources.contains_key(*key)).map(|key| Self {
            near: format!("\"{key}\""),
            expected: format!("expected a source that [sources] explains, found `{key}`"),
        })
    }

    /// That `near` should have been as `expected` says.
    pub(super) fn at(near: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { near: near.into(), expected: expected.into() }
    }
}

/// Reads one table.
pub(super) fn read<T: Table>(text: &str) -> Result<T, ReferenceError> {
    let invalid = |offset: usize, expected: String| ReferenceError::Invalid {
        file: T::FILE.to_owned(),
        line: text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1,
        expected,
    };
    let table: T = toml::from_str(text)
        .map_err(|error| invalid(error.span().map_or(0, |span| span.start), error.message().to_owned()))?;
    match table.flaw() {
        Some(flaw) => Err(invalid(text.rfind(&flaw.near).unwrap_or(0), flaw.expected)),
        None => Ok(table),
    }
}

/// A TOML date, which serde hands over in a form that only the TOML crate understands.
pub(super) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let found = toml::value::Datetime::deserialize(deserializer)?;
    let expected = || D::Error::custom(format!("expected a date such as 2026-11-22, found {found}"));
    match (found.date, found.time) {
        (Some(date), None) => {
            let year = i16::try_from(date.year).map_err(|_| expected())?;
            let month = i8::try_from(date.month).map_err(|_| expected())?;
            let day = i8::try_from(date.day).map_err(|_| expected())?;
            Date::new(year, month, day).map_err(|_| expected())
        }
        _ => Err(expected()),
    }
}

/// A TOML date that may be left out; needs `#[serde(default)]` beside it.
pub(super) fn optional_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    date(deserializer).map(Some)
}
