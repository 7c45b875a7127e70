//! Scenarios: recorded facts for training, demonstrations and tests. They enter where collectors would, so everything
//! after them is the real program.
//!
//! A scenario is a folder: `scenario.toml` says what it is and which scenario it builds on, `facts.json` holds the
//! facts by source as a JSON merge patch (RFC 7386) over the facts of its base. All times in it are moved so that the
//! recording ends now.

mod collector;
mod read;

pub use read::{ScenarioError, read};

use std::sync::{Arc, LazyLock, OnceLock};

use jiff::Timestamp;
use rust_embed::RustEmbed;
use serde_json::{Map, Value};

use crate::{
    Subject,
    assessment::Assessment,
    checklist::Checklist,
    engine::Collector,
    facts::{Facts, Source},
};

#[derive(RustEmbed)]
#[folder = "../assets/scenarios"]
struct Files;

/// A scenario.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Its id, which is the name of its folder. Its words are the message `scenario-<id>`.
    pub id: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who and what it is about.
    pub subject: Subject,
    /// Facts by source, bases applied, times as recorded.
    facts: Map<String, Value>,
}

impl Scenario {
    /// Everything that was recorded, with times moved so that the recording ends at `now`.
    ///
    /// # Errors
    /// A source's facts do not have the right shape.
    pub fn facts(&self, now: Timestamp) -> Result<Facts, ScenarioError> {
        let mut facts = Facts::default();
        for source in Source::ALL {
            for snapshot in self.snapshots(source, now)? {
                facts.add(snapshot);
            }
        }
        Ok(facts)
    }

    /// An assessment of its subject in which nothing was run yet.
    pub fn assessment(&self, checklist: &Checklist, now: Timestamp) -> Assessment {
        let mut assessment = Assessment::new(checklist, self.subject.clone(), now);
        assessment.training = Some(self.id.clone());
        assessment
    }

    /// Collectors that look at the recording instead of the world.
    pub fn collectors(&self, now: Timestamp) -> Vec<Arc<dyn Collector>> {
        collector::collectors(self, now)
    }
}

/// A scenario that comes with the program. It is read when it is first asked for: a window that opens needs its id.
#[derive(Debug)]
pub struct BuiltIn {
    /// Its id.
    pub id: String,
    read: OnceLock<Scenario>,
}

impl BuiltIn {
    /// What it holds.
    ///
    /// # Panics
    /// Never in a tested build: the files are constants, and a story test runs each of them.
    pub fn scenario(&self) -> &Scenario {
        #[expect(clippy::panic, reason = "the files are constants, each run by a story test")]
        self.read.get_or_init(|| read_built_in(&self.id, 0).unwrap_or_else(|error| panic!("{error}")))
    }
}

/// The scenarios that come with the program, in order of their ids.
pub fn built_in() -> &'static [BuiltIn] {
    static ALL: LazyLock<Vec<BuiltIn>> = LazyLock::new(|| {
        let mut ids: Vec<String> = Files::iter().filter_map(|path| Some(path.split_once('/')?.0.to_owned())).collect();
        ids.sort();
        ids.dedup();
        ids.into_iter().map(|id| BuiltIn { id, read: OnceLock::new() }).collect()
    });
    &ALL
}

/// What the built-in scenarios hold, in order of their ids.
pub fn all() -> impl Iterator<Item = &'static Scenario> {
    built_in().iter().map(BuiltIn::scenario)
}

/// The built-in scenario with this id.
pub fn by_id(id: &str) -> Option<&'static Scenario> {
    built_in().iter().find(|built_in| built_in.id == id).map(BuiltIn::scenario)
}

/// A text file of a built-in scenario.
pub fn built_in_file(id: &str, name: &str) -> Option<String> {
    Some(String::from_utf8_lossy(&Files::get(&format!("{id}/{name}"))?.data).replace("\r\n", "\n"))
}

fn read_built_in(id: &str, depth: usize) -> Result<Scenario, ScenarioError> {
    let about = built_in_file(id, "scenario.toml").ok_or_else(|| ScenarioError::NoBase { base: id.to_owned() })?;
    let facts = built_in_file(id, "facts.json").unwrap_or_else(|| "{}".to_owned());
    read::read_over(id, &about, &facts, |base| {
        if depth > 4 { Err(ScenarioError::NoBase { base: base.to_owned() }) } else { read_built_in(base, depth + 1) }
    })
}
