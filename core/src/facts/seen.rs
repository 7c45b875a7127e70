//! The answer to one question: seen, or missing with the typed reason.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Snapshot, Unavailable, Vantage};

/// What was seen, or why nothing could be seen. In files `{"seen": …}` or `{"missing": {"reason": …}}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Seen<T> {
    /// The answer.
    Seen(T),
    /// Why there is none.
    Missing(Unavailable),
}

impl<T> Default for Seen<T> {
    fn default() -> Self {
        Self::Missing(Unavailable::NotLookedAt)
    }
}

impl<T> From<T> for Seen<T> {
    fn from(value: T) -> Self {
        Self::Seen(value)
    }
}

impl<T> Seen<T> {
    /// True when the question was not asked; such a field is left out of files.
    pub fn is_not_looked_at(&self) -> bool {
        matches!(self, Self::Missing(Unavailable::NotLookedAt))
    }

    /// Seen when it is an answer, missing for its reason otherwise.
    pub fn of(answer: Result<T, Unavailable>) -> Self {
        match answer {
            Ok(value) => Self::Seen(value),
            Err(why) => Self::Missing(why),
        }
    }

    /// The answer, or the reason.
    ///
    /// # Errors
    /// The reason why there is no answer.
    pub fn as_result(&self) -> Result<&T, &Unavailable> {
        match self {
            Self::Seen(value) => Ok(value),
            Self::Missing(why) => Err(why),
        }
    }
}

/// An answer together with the look it came from.
#[derive(Debug)]
pub struct Sighting<'a, T> {
    /// The answer.
    pub value: &'a T,
    /// The look.
    pub snapshot: &'a Snapshot,
}

impl<T> Clone for Sighting<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Sighting<'_, T> {}

impl<T> Sighting<'_, T> {
    /// From where it was seen.
    pub fn vantage(&self) -> &Vantage {
        &self.snapshot.vantage
    }

    /// When it was seen.
    pub fn seen_at(&self) -> Timestamp {
        self.snapshot.seen_at
    }
}

impl<T> std::ops::Deref for Sighting<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.value
    }
}
