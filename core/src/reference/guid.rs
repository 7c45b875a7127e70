//! A well-formed GUID in its lower-case text form, so that comparing two never depends on how a tool printed them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A GUID such as `41781fb2-bc02-4b7c-bd55-b576c07bb09d`. Braces and upper case are accepted and dropped.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Guid(String);

/// The text is not a GUID.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a GUID such as 41781fb2-bc02-4b7c-bd55-b576c07bb09d, found `{0}`")]
pub struct MalformedGuid(pub String);

impl Guid {
    /// The text: 36 characters, lower case, without braces.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `text` names the same GUID, in any case, with or without braces.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        self.0.eq_ignore_ascii_case(bare(text))
    }
}

fn bare(text: &str) -> &str {
    text.trim().trim_start_matches('{').trim_end_matches('}')
}

impl FromStr for Guid {
    type Err = MalformedGuid;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bare = bare(text);
        let sound = bare.len() == 36
            && bare.bytes().enumerate().all(|(at, byte)| match at {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            });
        if sound { Ok(Self(bare.to_ascii_lowercase())) } else { Err(MalformedGuid(text.to_owned())) }
    }
}

impl TryFrom<String> for Guid {
    type Error = MalformedGuid;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Guid> for String {
    fn from(guid: Guid) -> Self {
        guid.0
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
