//! Pictures of what was seen, as data: a probe's steps, silent connections, rights, certificates, attached images.

/// The steps of a probe, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Where it went and from where, for the caption.
    pub caption: String,
    /// The steps.
    pub steps: Vec<TimelineStep>,
}

/// A step of a probe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineStep {
    /// How it ended.
    pub mark: StepMark,
    /// The same in a word, for readers that see no picture.
    pub mark_word: String,
    /// Its name: "Name", "TCP".
    pub name: String,
    /// How long it took; empty when not reached.
    pub took: String,
    /// What was seen.
    pub detail: String,
}

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepMark {
    /// It worked.
    Done,
    /// It broke.
    Broke,
    /// An earlier step broke.
    NotReached,
}

/// Connections that were kept silent for different times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdleLanes {
    /// Where they went and from where.
    pub caption: String,
    /// The connections.
    pub lanes: Vec<IdleLane>,
}

/// One silent connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdleLane {
    /// "60 s".
    pub label: String,
    /// The planned silence, in seconds.
    pub planned_s: u32,
    /// How long it is known to have lived, in seconds; 0 when it was never opened.
    pub lived_s: u32,
    /// How it ended; not reached when it was cancelled or never opened.
    pub mark: StepMark,
    /// What became of it, in words.
    pub outcome: String,
}

/// Rights, each with the place that decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RightWalk {
    /// Whose rights, at what.
    pub caption: String,
    /// The rights: mark, name, and what decides it. Not reached means that it could not be read.
    pub rights: Vec<(StepMark, String, String)>,
}

/// A chain of certificates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificates {
    /// Who presented it, and where it leads.
    pub caption: String,
    /// For each certificate, leaf first: subject, and validity in words.
    pub chain: Vec<(String, String)>,
}

/// An attached picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// SHA-256 of its file; see [`Report::file`](super::Report::file).
    pub sha256: String,
    /// Name and number.
    pub caption: String,
}
