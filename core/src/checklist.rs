//! The checklist: sections of items, each one thing that must be true. Authored as data; the words live elsewhere.

mod built_in;
mod day;
mod read;

pub use built_in::built_in;
pub use read::{Problem, Problems, read};

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{checks::Parameters, facts::Source};

/// Id of an item, such as `connectivity.idle`.
pub type ItemId = String;

/// A checklist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Checklist {
    /// Its id, such as `password-writeback`.
    pub id: String,
    /// Edition of the content.
    pub edition: String,
    /// The day its content was checked.
    #[serde(deserialize_with = "day::day")]
    pub as_of: Date,
    /// Items in the order in which a cause is looked for: what explains the most comes first. Others follow in the order
    /// of the checklist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub diagnosis: Vec<ItemId>,
    /// The sections, in order.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// Its id, such as `connectivity`.
    pub id: String,
    /// Its title by language tag, for checklists that bring their own words.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<String, SectionWords>,
    /// Its items, in order.
    #[serde(rename = "item")]
    pub items: Vec<Item>,
}

/// Words of a section, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SectionWords {
    /// The title.
    pub title: String,
}

/// How much an item counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Counts for the conclusion.
    Required,
    /// A warning at most.
    Advised,
    /// Shown, never counted.
    Information,
}

/// One thing that must be true.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Item {
    /// Its id.
    pub id: ItemId,
    /// Ids of the article's own points; empty when it goes beyond the article.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub article: Vec<String>,
    /// How much it counts.
    pub weight: Weight,
    /// Where its facts come from, in order of preference.
    #[serde(default)]
    pub looks_at: Vec<Source>,
    /// Only the sync server's view closes it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_server: bool,
    /// The check that judges it; none for a manual item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<String>,
    /// Parameters of the check.
    #[serde(default, skip_serializing_if = "Parameters::is_empty")]
    pub parameters: Parameters,
    /// It is required as long as one of these items is not met; otherwise its weight stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub required_when_failing: Vec<ItemId>,
    /// Items that should be settled first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<ItemId>,
    /// Steps to repair it.
    #[serde(default, skip_serializing_if = "Vec::is_empty", rename = "fix")]
    pub fixes: Vec<Fix>,
    /// Today's documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty", rename = "source")]
    pub sources: Vec<Document>,
    /// Its words by language tag, for checklists that bring their own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<String, ItemWords>,
}

/// Words of an item, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ItemWords {
    /// The wished truth, as a title.
    pub title: String,
    /// Why it matters.
    #[serde(default)]
    pub why: String,
    /// The question a person answers.
    #[serde(default)]
    pub ask: String,
    /// One text for each step of `fix`.
    #[serde(default)]
    pub fix: Vec<String>,
}

/// A step to repair an item; its text is a word of the item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fix {
    /// A command to copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<String>,
    /// A page to open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// A document that an item rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// Title.
    pub title: String,
    /// Address.
    pub url: String,
    /// Date of the document that was read.
    #[serde(default, deserialize_with = "day::optional_day", skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

impl Checklist {
    /// All items, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.sections.iter().flat_map(|section| &section.items)
    }

    /// The item with this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items().find(|item| item.id == id)
    }

    /// The section that holds this item.
    pub fn section_of(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.items.iter().any(|item| item.id == id))
    }
}

impl Item {
    /// Id of the Fluent message with its words: `item-connectivity-idle`.
    pub fn message_id(&self) -> String {
        format!("item-{}", self.id.replace(['.', '_'], "-"))
    }

    /// True when no machine judges it.
    pub fn is_manual(&self) -> bool {
        self.check.is_none()
    }
}
