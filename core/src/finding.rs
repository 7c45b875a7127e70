//! Findings: what we hold about an item after looking. Verdict, summary, evidence, advice; no sentences, only ids.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Message,
    facts::{Sighting, Unavailable, Vantage},
    message::Arg,
};

/// What a check concluded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "verdict", content = "why", rename_all = "snake_case")]
pub enum Verdict {
    /// It is as it must be.
    Pass,
    /// It works, and should be better.
    Warn,
    /// It was seen not to be as it must be.
    Fail,
    /// It could not be seen.
    CouldNotCheck(Unavailable),
    /// It does not apply here.
    NotApplicable(Message),
}

impl Verdict {
    /// The kind of verdict without its reason: `pass`, `warn`, `fail`, `could_not_check`, `not_applicable`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Warn => "warn",
            Self::Fail => "fail",
            Self::CouldNotCheck(_) => "could_not_check",
            Self::NotApplicable(_) => "not_applicable",
        }
    }
}

/// One row of evidence: a label and what was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// What was looked at.
    pub label: Message,
    /// What was seen.
    pub value: Message,
}

/// What we hold about an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// The verdict.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// What was seen and what follows, one sentence.
    pub summary: Message,
    /// The facts it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// What to do about it, beyond the item's own steps. Shown first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advice: Vec<Message>,
    /// Items that are the likely cause.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
    /// From where it was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measured_from: Option<Vantage>,
    /// When the oldest fact it rests on was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_at: Option<Timestamp>,
}

impl Finding {
    fn new(verdict: Verdict, summary: Message) -> Self {
        Self {
            verdict,
            summary,
            evidence: Vec::new(),
            advice: Vec::new(),
            related: Vec::new(),
            measured_from: None,
            seen_at: None,
        }
    }

    /// It is as it must be.
    pub fn pass(summary: Message) -> Self {
        Self::new(Verdict::Pass, summary)
    }

    /// It works, and should be better.
    pub fn warn(summary: Message) -> Self {
        Self::new(Verdict::Warn, summary)
    }

    /// It was seen not to be as it must be.
    pub fn fail(summary: Message) -> Self {
        Self::new(Verdict::Fail, summary)
    }

    /// It could not be seen; the reason is the summary.
    pub fn could_not_check(why: Unavailable) -> Self {
        let (summary, way_on) = (why.message(), why.way_on());
        let mut finding = Self::new(Verdict::CouldNotCheck(why), summary);
        finding.advice.extend(way_on);
        finding
    }

    /// It does not apply here; the reason is the summary.
    pub fn not_applicable(why: Message) -> Self {
        Self::new(Verdict::NotApplicable(why.clone()), why)
    }

    /// With one more row of evidence. The label is a message id such as `evidence-version`; the value any argument.
    #[must_use]
    pub fn with(mut self, label: &str, value: impl Into<Arg>) -> Self {
        let value = match value.into() {
            Arg::Message(message) => *message,
            other => Message::new("evidence-value").with("value", other),
        };
        self.evidence.push(Evidence { label: Message::new(label), value });
        self
    }

    /// With more rows of evidence.
    #[must_use]
    pub fn with_evidence(mut self, rows: impl IntoIterator<Item = Evidence>) -> Self {
        self.evidence.extend(rows);
        self
    }

    /// With something to do about it.
    #[must_use]
    pub fn advise(mut self, advice: Message) -> Self {
        self.advice.push(advice);
        self
    }

    /// With an item that is the likely cause.
    #[must_use]
    pub fn relate(mut self, item: &str) -> Self {
        if !self.related.iter().any(|known| known == item) {
            self.related.push(item.to_owned());
        }
        self
    }

    /// Rests on this sighting: takes its vantage, and its time if it is the oldest.
    #[must_use]
    pub fn from<T>(mut self, sighting: Sighting<'_, T>) -> Self {
        self.measured_from.get_or_insert_with(|| sighting.vantage().clone());
        self.seen_at = Some(self.seen_at.map_or(sighting.seen_at(), |known| known.min(sighting.seen_at())));
        self
    }
}
