//! A day in an authored file: a TOML date, or the same as text where the checklist travels inside JSON.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de::Error as _};

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    Toml(toml::value::Datetime),
}

/// Reads a day.
pub(super) fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let text = match Written::deserialize(deserializer) {
        Ok(Written::Text(text)) => text,
        Ok(Written::Toml(date)) => date.to_string(),
        Err(_) => return Err(D::Error::custom("expected a date such as 2026-11-22")),
    };
    text.parse().map_err(|_| D::Error::custom(format!("expected a date such as 2026-11-22, found {text}")))
}

/// Reads a day that may be left out; needs `#[serde(default)]` beside it.
pub(super) fn optional_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    day(deserializer).map(Some)
}
