//! The four-part version number of Entra Connect, ordered by its parts and never as text.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A version of Entra Connect such as `2.5.79.0`. Parts that are left out count as 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ConnectVersion(pub u32, pub u32, pub u32, pub u32);

/// The text is not a version of two to four numbers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a version such as 2.5.79.0, found `{0}`")]
pub struct MalformedVersion(pub String);

impl FromStr for ConnectVersion {
    type Err = MalformedVersion;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let malformed = || MalformedVersion(text.to_owned());
        let mut parts = [0; 4];
        let mut count = 0;
        for part in text.trim().split('.') {
            // `parse` alone would let a plus sign through.
            if part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(malformed());
            }
            *parts.get_mut(count).ok_or_else(malformed)? = part.parse().map_err(|_| malformed())?;
            count += 1;
        }
        let [major, minor, build, revision] = parts;
        if count < 2 {
            return Err(malformed());
        }
        Ok(Self(major, minor, build, revision))
    }
}

impl fmt::Display for ConnectVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(major, minor, build, revision) = self;
        write!(f, "{major}.{minor}.{build}.{revision}")
    }
}

impl TryFrom<String> for ConnectVersion {
    type Error = MalformedVersion;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<ConnectVersion> for String {
    fn from(version: ConnectVersion) -> Self {
        version.to_string()
    }
}

impl JsonSchema for ConnectVersion {
    fn schema_name() -> Cow<'static, str> {
        "ConnectVersion".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A version of Entra Connect: four numbers with dots between them.",
            "type": "string",
            "pattern": r"^[0-9]+(\.[0-9]+){1,3}$",
            "examples": ["2.6.92.0"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_compared_as_numbers() {
        let version = |text: &str| text.parse::<ConnectVersion>().unwrap();
        assert!(version("2.5.79.0") < version("2.5.190.0"));
        assert!(version("2.6.1.0") < version("2.6.92.0"));
        assert!(version("1.1.443") < version("1.1.443.1"));
        assert_eq!(version(" 2.5.79 ").to_string(), "2.5.79.0");
    }

    #[test]
    fn what_is_no_version_is_refused() {
        for text in ["", "2", "2.", "2.5.79.0.1", "2.5.x.0", "+2.5.79.0", "v2.5", "2.5.99999999999.0"] {
            assert!(text.parse::<ConnectVersion>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_version_is_text_in_files() {
        let version: ConnectVersion = serde_json::from_str("\"2.6.92.0\"").unwrap();
        assert_eq!(serde_json::to_string(&version).unwrap(), "\"2.6.92.0\"");
    }
}
