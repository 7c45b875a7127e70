//! Reads a scenario's two files, and moves its times.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Map, Value};
use thiserror::Error;

use super::Scenario;
use crate::{
    Subject,
    facts::{Snapshot, Source, SourceFacts, Vantage, VantageKind},
};

/// The most that the files of a scenario may hold, in bytes.
pub const LARGEST: usize = 16 * 1024 * 1024;

/// Why a scenario was refused.
#[derive(Debug, Error)]
pub enum ScenarioError {
    /// A file is damaged.
    #[error("scenario {id}, {file}:{line}: {what}")]
    Malformed {
        /// The scenario.
        id: String,
        /// The file.
        file: &'static str,
        /// Line, counted from 1.
        line: usize,
        /// What is wrong.
        what: String,
    },
    /// The scenario it builds on is not built in.
    #[error("there is no built-in scenario \"{base}\" (\"wbready scenario list\" names them)")]
    NoBase {
        /// The missing scenario.
        base: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    base: Option<String>,
    recorded_at: Option<toml::value::Datetime>,
    subject: Option<Subject>,
}

/// Reads a scenario of a person's own. It may build on a built-in one.
///
/// # Errors
/// A damaged file, or an unknown base.
pub fn read(id: &str, about: &str, facts: &str) -> Result<Scenario, ScenarioError> {
    read_over(id, about, facts, |base| super::read_built_in(base, 0))
}

pub(super) fn read_over(
    id: &str,
    about: &str,
    facts: &str,
    base_of: impl FnOnce(&str) -> Result<Scenario, ScenarioError>,
) -> Result<Scenario, ScenarioError> {
    let malformed = |file, line, what| ScenarioError::Malformed { id: id.to_owned(), file, line, what };
    if about.len() + facts.len() > LARGEST {
        return Err(malformed("facts.json", 1, format!("more than a scenario may have ({LARGEST} bytes)")));
    }
    let about_read: About = toml::from_str(about).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start).min(about.len());
        let line = about.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        malformed("scenario.toml", line, error.message().to_owned())
    })?;
    let patch: Value =
        serde_json::from_str(facts).map_err(|error| malformed("facts.json", error.line().max(1), error.to_string()))?;
    if !patch.is_object() {
        return Err(malformed("facts.json", 1, "expected an object with the facts by source".to_owned()));
    }
    let mut scenario = match &about_read.base {
        Some(base) => base_of(base)?,
        None => Scenario {
            id: String::new(),
            recorded_at: Timestamp::UNIX_EPOCH,
            subject: Subject::default(),
            facts: Map::new(),
        },
    };
    id.clone_into(&mut scenario.id);
    if let Some(subject) = about_read.subject {
        scenario.subject = subject;
    }
    if let Some(recorded_at) = about_read.recorded_at {
        scenario.recorded_at = recorded_at
            .to_string()
            .parse()
            .map_err(|_| malformed("scenario.toml", 1, format!("expected a time with a zone, found {recorded_at}")))?;
    }
    // Without a base the facts stand as they are: in a patch, null would remove instead of saying "not set".
    let merged = match about_read.base {
        Some(_) => {
            let mut merged = Value::Object(std::mem::take(&mut scenario.facts));
            merge(&mut merged, patch);
            merged
        }
        None => patch,
    };
    if let Value::Object(facts) = merged {
        scenario.facts = facts;
    }
    // Facts that do not fit are refused now, not in the middle of a run.
    scenario.facts(scenario.recorded_at)?;
    Ok(scenario)
}

/// RFC 7386.
fn merge(target: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    if let Value::Object(target) = target {
        for (name, value) in patch {
            if value.is_null() {
                target.remove(&name);
            } else {
                merge(target.entry(name).or_insert(Value::Null), value);
            }
        }
    }
}

/// The keys of `facts.json`, with the source and the vantage they stand for.
const KEYS: [(&str, Source, VantageKind); 6] = [
    ("network", Source::Network, VantageKind::SyncServer),
    ("network_from_workstation", Source::Network, VantageKind::Workstation),
    ("tenant", Source::Tenant, VantageKind::Workstation),
    ("directory", Source::Directory, VantageKind::SyncServer),
    ("sync_server", Source::SyncServer, VantageKind::SyncServer),
    ("events", Source::Events, VantageKind::SyncServer),
];

impl Scenario {
    /// What was recorded of one source, with times moved so that the recording ends at `now`.
    pub(super) fn snapshots(&self, source: Source, now: Timestamp) -> Result<Vec<Snapshot>, ScenarioError> {
        let moved_by = now.duration_since(self.recorded_at);
        let mut snapshots = Vec::new();
        for (key, of, kind) in KEYS {
            let Some(value) = self.facts.get(key).filter(|_| of == source) else { continue };
            let mut value = value.clone();
            shift(&mut value, moved_by);
            let what = match source {
                Source::Network => serde_json::from_value(value).map(SourceFacts::Network),
                Source::Tenant => serde_json::from_value(value).map(SourceFacts::Tenant),
                Source::Directory => serde_json::from_value(value).map(SourceFacts::Directory),
                Source::SyncServer => serde_json::from_value(value).map(SourceFacts::SyncServer),
                Source::Events => serde_json::from_value(value).map(SourceFacts::Events),
                Source::Person => continue,
            };
            let what = what.map_err(|error| ScenarioError::Malformed {
                id: self.id.clone(),
                file: "facts.json",
                line: 1,
                what: format!("\"{key}\": {error}"),
            })?;
            let name = match kind {
                VantageKind::SyncServer => self.subject.sync_server.clone(),
                _ => "TRAINER".to_owned(),
            };
            snapshots.push(Snapshot {
                vantage: Vantage { kind, name, simulated: true },
                seen_at: now,
                took_ms: 0,
                about: None,
                what,
            });
        }
        Ok(snapshots)
    }
}

/// Moves every time in a JSON value. A time is text of the form `2026-11-22T09:00:00Z`.
fn shift(value: &mut Value, by: SignedDuration) {
    match value {
        Value::String(text) if text.len() >= 20 && text.as_bytes()[10] == b'T' => {
            if let Ok(time) = text.parse::<Timestamp>() {
                *text = time.saturating_add(by).unwrap_or(time).to_string();
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| shift(value, by)),
        Value::Object(values) => values.values_mut().for_each(|value| shift(value, by)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_scenarios_are_refused_with_file_and_line() {
        let refusal = |about: &str, facts: &str| read("mine", about, facts).expect_err("must be refused").to_string();
        assert!(refusal("\ncolour = 1", "{}").contains("scenario.toml:2"));
        assert!(refusal("base = \"nowhere\"", "{}").contains("nowhere"));
        assert!(refusal("", "[]").contains("facts.json:1"));
        assert!(refusal("", "{\n\n oops").contains("facts.json:3"));
        assert!(refusal("", "{\"tenant\": {\"licences\": 3}}").contains("\"tenant\""));
    }

    #[test]
    fn a_scenario_without_a_base_may_say_that_there_is_none() {
        let none = r#"{"directory": {"fine_grained_policy": {"seen": null}}}"#;
        let scenario = read("mine", "recorded_at = 2026-11-22T09:00:00Z", none).expect("a scenario");
        let facts = scenario.facts(scenario.recorded_at).expect("facts");
        let policy = facts.directory().newest(|facts| &facts.fine_grained_policy).expect("seen");
        assert_eq!(*policy.value, None);
    }

    #[test]
    fn times_are_moved_and_nothing_else() {
        let mut value = serde_json::json!({"at": "2026-11-22T09:00:00Z", "name": "2026-11-22", "n": [1]});
        shift(&mut value, SignedDuration::from_hours(24));
        assert_eq!(value, serde_json::json!({"at": "2026-11-23T09:00:00Z", "name": "2026-11-22", "n": [1]}));
    }
}
