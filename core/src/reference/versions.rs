//! The releases of Entra Connect: which are supported on a given day, and which are known to break writeback.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::table::{Confidence, Flaw, Table};
use super::version::ConnectVersion;

/// The table `connect-versions.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConnectVersions {
    /// The day on which the table was checked against its sources.
    #[serde(deserialize_with = "super::table::date")]
    pub as_of: Date,
    /// Where the table as a whole comes from.
    pub source: String,
    /// What the source keys of the rows mean.
    pub sources: BTreeMap<String, String>,
    /// Below this version synchronisation stops, from a day on.
    pub hard_minimum: HardMinimum,
    /// Below this version everything has been without support since a day: the whole 1.x line.
    pub retired_below: HardMinimum,
    /// The releases, oldest first.
    #[serde(rename = "release")]
    pub releases: Vec<Release>,
    /// Known defects that touch writeback.
    #[serde(rename = "defect")]
    pub defects: Vec<Defect>,
    /// Versions at which a requirement changed, oldest first.
    #[serde(rename = "threshold")]
    pub thresholds: Vec<Threshold>,
    /// The agent of cloud sync, for subjects that use it instead of Connect.
    pub cloud_sync_agent: CloudSyncAgent,
}

/// A version below which something stops on a day.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HardMinimum {
    /// The lowest version that goes on working.
    pub version: ConnectVersion,
    /// The day from which lower versions do not.
    #[serde(deserialize_with = "super::table::date")]
    pub since: Date,
    /// The key of the source.
    pub source: String,
    /// How well this is supported.
    #[serde(default)]
    pub confidence: Confidence,
}

/// One release.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// The version.
    pub version: ConnectVersion,
    /// The day of release, where known.
    #[serde(default, deserialize_with = "super::table::optional_date")]
    pub released: Option<Date>,
    /// How well the day of release is supported; [`Confidence::Derived`] means about that day.
    #[serde(default)]
    pub released_confidence: Confidence,
    /// The last day of support, where one is announced.
    #[serde(default, deserialize_with = "super::table::optional_date")]
    pub end_of_support: Option<Date>,
    /// What became of the release.
    pub state: ReleaseState,
    /// The Fluent message ids of notes.
    #[serde(default)]
    pub notes: Vec<String>,
    /// The key of the source.
    pub source: String,
    /// How well the end of support and the state are supported.
    #[serde(default)]
    pub confidence: Confidence,
}

/// What became of a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReleaseState {
    /// Published; in support until its end of support.
    Supported,
    /// Withdrawn: it is to be uninstalled, whatever its dates say.
    Recalled,
}

/// A defect that touches writeback.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Defect {
    /// The key, such as `access-denied`; its words are `defect-access-denied`.
    pub id: String,
    /// The first affected version; none when the sources do not say.
    pub from: Option<ConnectVersion>,
    /// The version that repaired it; none when `only` lists the affected ones.
    pub fixed_in: Option<ConnectVersion>,
    /// The affected versions, when they are known one by one.
    #[serde(default)]
    pub only: Vec<ConnectVersion>,
    /// The keys of the error codes in `events.toml` that it shows as.
    #[serde(default)]
    pub shows_as: Vec<String>,
    /// The checklist items whose trouble it can be mistaken for.
    #[serde(default)]
    pub mistaken_for: Vec<String>,
    /// The key of the source.
    pub source: String,
    /// How well it is supported.
    #[serde(default)]
    pub confidence: Confidence,
}

impl Defect {
    /// Whether `version` has the defect.
    #[must_use]
    pub fn affects(&self, version: ConnectVersion) -> bool {
        if self.only.is_empty() {
            self.from.is_none_or(|from| version >= from) && self.fixed_in.is_some_and(|fixed| version < fixed)
        } else {
            self.only.contains(&version)
        }
    }

    /// The Fluent message id: its value names the defect, `.meaning` says what it causes, `.remedy` what helps.
    #[must_use]
    pub fn message(&self) -> String {
        format!("defect-{}", self.id)
    }
}

/// A version at which a requirement changed.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// The first version to which it applies.
    pub version: ConnectVersion,
    /// The Fluent message id of what applies from here on.
    pub note: String,
    /// The key of the source.
    pub source: String,
}

/// Versions of the cloud sync provisioning agent.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloudSyncAgent {
    /// The lowest version that writes passwords back.
    pub minimum: ConnectVersion,
    /// The newest version known to this table.
    pub newest: ConnectVersion,
    /// The key of the source.
    pub source: String,
}

/// How a version stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VersionStanding {
    /// In support.
    Supported {
        /// The last day of support, where one is announced.
        until: Option<Date>,
    },
    /// Below the version at which synchronisation stops.
    BelowMinimum {
        /// The lowest version that goes on working.
        minimum: ConnectVersion,
        /// The day from which lower versions do not.
        since: Date,
    },
    /// Support has ended.
    OutOfSupport {
        /// The last day of support. For an unlisted version that of the next newer release, so possibly later than
        /// its own.
        since: Date,
    },
    /// The release was withdrawn.
    Recalled,
    /// The table does not list the version and cannot rule on it.
    Unknown {
        /// Whether it is newer than every listed release, so that the table is probably too old.
        newer: bool,
    },
}

impl ConnectVersions {
    /// How `version` stands on `today`.
    ///
    /// The last day of support still counts as supported. A version that is not listed is never supported: it is out
    /// of support with the next newer release, and unknown otherwise.
    #[must_use]
    pub fn judge(&self, version: ConnectVersion, today: Date) -> VersionStanding {
        let listed = self.release(version);
        if listed.is_some_and(|release| release.state == ReleaseState::Recalled) {
            return VersionStanding::Recalled;
        }
        if version < self.hard_minimum.version && today >= self.hard_minimum.since {
            return VersionStanding::BelowMinimum {
                minimum: self.hard_minimum.version,
                since: self.hard_minimum.since,
            };
        }
        if version < self.retired_below.version && today >= self.retired_below.since {
            return VersionStanding::OutOfSupport { since: self.retired_below.since };
        }
        let ended = |release: &Release| release.end_of_support.filter(|last| today > *last);
        if let Some(release) = listed {
            return match ended(release) {
                Some(since) => VersionStanding::OutOfSupport { since },
                None => VersionStanding::Supported { until: release.end_of_support },
            };
        }
        let next = self
            .releases
            .iter()
            .filter(|release| release.state == ReleaseState::Supported)
            .find(|release| release.version > version);
        match next.and_then(ended) {
            Some(since) => VersionStanding::OutOfSupport { since },
            None => VersionStanding::Unknown { newer: version > self.newest().version },
        }
    }

    /// The row of exactly this version.
    #[must_use]
    pub fn release(&self, version: ConnectVersion) -> Option<&Release> {
        self.releases.iter().find(|release| release.version == version)
    }

    /// The newest release that was not recalled: the one to upgrade to.
    ///
    /// # Panics
    /// Never: a table without such a release is refused when it is read.
    #[must_use]
    #[expect(clippy::expect_used, reason = "`flaw` refuses a table without a supported release")]
    pub fn newest(&self) -> &Release {
        self.releases
            .iter()
            .rfind(|release| release.state == ReleaseState::Supported)
            .expect("the table holds a release that was not recalled")
    }

    /// The defects of `version`.
    pub fn defects_of(&self, version: ConnectVersion) -> impl Iterator<Item = &Defect> {
        self.defects.iter().filter(move |defect| defect.affects(version))
    }
}

impl Table for ConnectVersions {
    const FILE: &'static str = "connect-versions.toml";

    fn flaw(&self) -> Option<Flaw> {
        for pair in self.releases.windows(2) {
            if let [older, newer] = pair
                && older.version >= newer.version
            {
                return Some(Flaw::at(
                    format!("\"{}\"", newer.version),
                    format!("expected releases oldest first, found {} after {}", newer.version, older.version),
                ));
            }
        }
        if !self.releases.iter().any(|release| release.state == ReleaseState::Supported) {
            return Some(Flaw::at("[[release]]", "expected a [[release]] with state = \"supported\""));
        }
        for release in &self.releases {
            if let (Some(released), Some(end)) = (release.released, release.end_of_support)
                && end < released
            {
                return Some(Flaw::at(
                    format!("\"{}\"", release.version),
                    "expected an end of support after the release",
                ));
            }
        }
        if let Some(defect) = self.defects.iter().find(|row| row.only.is_empty() && row.fixed_in.is_none()) {
            return Some(Flaw::at(format!("\"{}\"", defect.id), "expected fixed_in, or versions in only"));
        }
        let used = (self.releases.iter().map(|row| row.source.as_str()))
            .chain(self.defects.iter().map(|row| row.source.as_str()))
            .chain(self.thresholds.iter().map(|row| row.source.as_str()))
            .chain([&self.hard_minimum, &self.retired_below].map(|row| row.source.as_str()))
            .chain([self.cloud_sync_agent.source.as_str()]);
        Flaw::repeated(self.defects.iter().map(|defect| &defect.id)).or_else(|| Flaw::unsourced(&self.sources, used))
    }
}
