//! Text with its few looks, links within the report and out of it, and statuses as value and word.

use super::PartId;
use crate::{assessment::Status, checklist::ItemId};

/// Text in runs of one look each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The runs, in order. They follow each other without a space.
    pub runs: Vec<Run>,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// How it looks.
    pub look: Look,
    /// Where it leads.
    pub link: Option<Link>,
}

/// How a run looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Look {
    /// As the text around it.
    Plain,
    /// Bold.
    Strong,
    /// Fixed width: a name, an address, a digest, a command.
    Code,
}

/// Where something leads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Link {
    /// To an item's page.
    Item(ItemId),
    /// To a part.
    Part(PartId),
    /// To a row of the evidence, by its number, such as `E-041` or `A-02`.
    Evidence(String),
    /// To a page of the web; only `https://` and `http://` addresses are made into this.
    Web(String),
}

/// A status: the value chooses icon and colour, the word is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The status.
    pub status: Status,
    /// Its word, such as "Failed".
    pub word: String,
}

impl Text {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::default().and(Look::Plain, text)
    }

    /// Bold text.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::default().and(Look::Strong, text)
    }

    /// Text of fixed width.
    pub fn code(text: impl Into<String>) -> Self {
        Self::default().and(Look::Code, text)
    }

    /// Plain text that leads somewhere.
    pub fn link(text: impl Into<String>, link: Link) -> Self {
        Self { runs: vec![Run { text: text.into(), look: Look::Plain, link: Some(link) }] }
    }

    /// With one more run.
    #[must_use]
    pub fn and(mut self, look: Look, text: impl Into<String>) -> Self {
        self.runs.push(Run { text: text.into(), look, link: None });
        self
    }

    /// With one more run that leads somewhere.
    #[must_use]
    pub fn and_link(mut self, text: impl Into<String>, link: Link) -> Self {
        self.runs.push(Run { text: text.into(), look: Look::Plain, link: Some(link) });
        self
    }

    /// The text without looks and links.
    pub fn as_plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// True when there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.is_empty())
    }
}
