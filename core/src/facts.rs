//! Facts: what was seen, with no opinion. A [`Facts`] is a list of snapshots, one for each look at one source from one
//! vantage; it can be saved, imported, shown and replayed. Checks ask it questions through [`Facts::tenant`] and its
//! siblings, which answer with the newest look or with the reason why there is none.
//!
//! In files, a field that could be good news when it is left out (staging off, no restriction, minimum age 0) is
//! required: whoever writes evidence says it or says why not.

pub mod directory;
pub mod events;
pub mod network;
pub mod sync_server;
pub mod tenant;

mod belong;
mod file;
mod seen;
mod unavailable;
mod vantage;

pub use belong::OtherSubject;
pub use file::{FactsFile, FactsFileError};
pub use seen::{Seen, Sighting};
pub use unavailable::Unavailable;
pub use vantage::{Vantage, VantageKind};

use std::borrow::Cow;

use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Subject;
use directory::DirectoryFacts;
use events::EventFacts;
use network::NetworkFacts;
use sync_server::SyncServerFacts;
use tenant::TenantFacts;

/// How far two clocks may differ before a time is not believed.
pub const CLOCK_TOLERANCE: SignedDuration = SignedDuration::from_mins(15);

/// Where facts come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Names, connections, certificates, idle connections.
    Network,
    /// Microsoft Graph.
    Tenant,
    /// Active Directory over LDAP.
    Directory,
    /// The server that runs Entra Connect.
    SyncServer,
    /// The Application event log of the sync server.
    Events,
    /// Somebody who knows.
    Person,
}

impl Source {
    /// Every source, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Network, Self::Tenant, Self::Directory, Self::SyncServer, Self::Events, Self::Person];

    /// The name used in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Tenant => "tenant",
            Self::Directory => "directory",
            Self::SyncServer => "sync_server",
            Self::Events => "events",
            Self::Person => "person",
        }
    }
}

/// One look at one source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Snapshot {
    /// From where it was seen.
    pub vantage: Vantage,
    /// When the look began.
    pub seen_at: Timestamp,
    /// How long the look took, in milliseconds.
    #[serde(default)]
    pub took_ms: u64,
    /// Digest of the part of the subject it is about ([`Subject::digest_for`](crate::Subject::digest_for)); set when
    /// an assessment takes it. Facts about another subject stay and are not judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// What was seen.
    #[serde(flatten)]
    pub what: SourceFacts,
}

/// The content of a [`Snapshot`], by source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "source", content = "facts", rename_all = "snake_case")]
pub enum SourceFacts {
    /// See [`NetworkFacts`].
    Network(Box<NetworkFacts>),
    /// See [`TenantFacts`].
    Tenant(Box<TenantFacts>),
    /// See [`DirectoryFacts`].
    Directory(Box<DirectoryFacts>),
    /// See [`SyncServerFacts`].
    SyncServer(Box<SyncServerFacts>),
    /// See [`EventFacts`].
    Events(Box<EventFacts>),
}

impl SourceFacts {
    /// The source these facts came from.
    pub fn source(&self) -> Source {
        match self {
            Self::Network(_) => Source::Network,
            Self::Tenant(_) => Source::Tenant,
            Self::Directory(_) => Source::Directory,
            Self::SyncServer(_) => Source::SyncServer,
            Self::Events(_) => Source::Events,
        }
    }
}

/// Everything that was seen, newest first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Facts {
    snapshots: Vec<Snapshot>,
}

impl Facts {
    /// Adds a look. Looks are kept newest first; the same look twice is kept once.
    pub fn add(&mut self, snapshot: Snapshot) {
        if self.snapshots.contains(&snapshot) {
            return;
        }
        let place = self.snapshots.partition_point(|other| other.seen_at > snapshot.seen_at);
        self.snapshots.insert(place, snapshot);
    }

    /// Puts the newest first. Looks of the same time keep their order, so that a file that is read again is the same.
    pub(crate) fn sort(&mut self) {
        self.snapshots.sort_by_key(|snapshot| std::cmp::Reverse(snapshot.seen_at));
    }

    /// Adds every look of another set of facts.
    pub fn extend(&mut self, other: Facts) {
        for snapshot in other.snapshots {
            self.add(snapshot);
        }
    }

    /// The same looks, marked as being about this subject. A look that is already marked stays as it is.
    #[must_use]
    pub fn marked(mut self, subject: &Subject) -> Self {
        for snapshot in &mut self.snapshots {
            snapshot.about.get_or_insert_with(|| subject.digest_for(snapshot.what.source()));
        }
        self
    }

    /// Only the looks that are about this subject, or not marked yet.
    #[must_use]
    pub fn about(&self, subject: &Subject) -> Self {
        let is_about = |snapshot: &&Snapshot| {
            snapshot.about.as_ref().is_none_or(|about| *about == subject.digest_for(snapshot.what.source()))
        };
        Self { snapshots: self.snapshots.iter().filter(is_about).cloned().collect() }
    }

    /// The newest look, when it was made after `now` by more than clocks differ. Such evidence is not believed: it would
    /// stay the newest for as long as its clock runs ahead, and no later failure could take its place.
    pub fn of_the_future(&self, now: Timestamp) -> Option<&Snapshot> {
        self.snapshots.first().filter(|newest| newest.seen_at.duration_since(now) > CLOCK_TOLERANCE)
    }

    /// Only the looks that are not [of the future](Facts::of_the_future).
    pub fn believed(&self, now: Timestamp) -> Cow<'_, Self> {
        if self.of_the_future(now).is_none() {
            return Cow::Borrowed(self);
        }
        let believed = |snapshot: &&Snapshot| snapshot.seen_at.duration_since(now) <= CLOCK_TOLERANCE;
        Cow::Owned(Self { snapshots: self.snapshots.iter().filter(believed).cloned().collect() })
    }

    /// All looks, newest first.
    pub fn snapshots(&self) -> &[Snapshot] {
        &self.snapshots
    }

    /// True when nothing was looked at yet.
    pub fn is_empty(&self) -> bool {
        self.snapshots.is_empty()
    }

    /// The looks at the tenant.
    pub fn tenant(&self) -> Looks<'_, TenantFacts> {
        self.looks(|what| if let SourceFacts::Tenant(facts) = what { Some(facts.as_ref()) } else { None })
    }

    /// The looks at the directory.
    pub fn directory(&self) -> Looks<'_, DirectoryFacts> {
        self.looks(|what| if let SourceFacts::Directory(facts) = what { Some(facts.as_ref()) } else { None })
    }

    /// The looks at the sync server.
    pub fn sync_server(&self) -> Looks<'_, SyncServerFacts> {
        self.looks(|what| if let SourceFacts::SyncServer(facts) = what { Some(facts.as_ref()) } else { None })
    }

    /// The looks at the event log.
    pub fn events(&self) -> Looks<'_, EventFacts> {
        self.looks(|what| if let SourceFacts::Events(facts) = what { Some(facts.as_ref()) } else { None })
    }

    /// The looks at the network, from every vantage. Narrow them with [`Looks::from`].
    pub fn network(&self) -> Looks<'_, NetworkFacts> {
        self.looks(|what| if let SourceFacts::Network(facts) = what { Some(facts.as_ref()) } else { None })
    }

    fn looks<'a, S>(&'a self, pick: impl Fn(&'a SourceFacts) -> Option<&'a S>) -> Looks<'a, S> {
        Looks { looks: self.snapshots.iter().filter_map(|snapshot| Some((snapshot, pick(&snapshot.what)?))).collect() }
    }
}

/// The looks at one source, newest first.
#[derive(Debug, Clone)]
pub struct Looks<'a, S> {
    looks: Vec<(&'a Snapshot, &'a S)>,
}

impl<'a, S> Looks<'a, S> {
    /// Only the looks from a vantage that satisfies `wanted`.
    #[must_use]
    pub fn from(mut self, wanted: impl Fn(&Vantage) -> bool) -> Self {
        self.looks.retain(|(snapshot, _)| wanted(&snapshot.vantage));
        self
    }

    /// The newest answer to one question. A look that did not ask the question is passed over; a look that asked and
    /// got no answer counts, for an older answer may no longer be true.
    pub fn newest<T>(&self, question: impl Fn(&'a S) -> &'a Seen<T>) -> Result<Sighting<'a, T>, Unavailable> {
        let mut nobody = Unavailable::NotLookedAt;
        for (snapshot, facts) in &self.looks {
            match question(facts) {
                Seen::Seen(value) => return Ok(Sighting { value, snapshot }),
                Seen::Missing(Unavailable::NotLookedAt) => {}
                // Without a sign-in nobody looked either; an older answer is as true as it was.
                Seen::Missing(Unavailable::NotSignedIn) => nobody = Unavailable::NotSignedIn,
                Seen::Missing(why) => return Err(why.clone()),
            }
        }
        Err(nobody)
    }

    /// Every look with its snapshot, newest first.
    pub fn all(&self) -> impl Iterator<Item = (&'a Snapshot, &'a S)> + '_ {
        self.looks.iter().copied()
    }
}
