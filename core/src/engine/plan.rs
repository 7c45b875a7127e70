//! What a run is about: the items that are wanted, and the sources that must be looked at for them.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::{
    assessment::{Assessment, Status},
    checklist::ItemId,
    checks,
    facts::Source,
};

/// Which items a run is for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Scope {
    /// All of them.
    #[default]
    All,
    /// Those of one section.
    Section(String),
    /// These.
    Items(Vec<ItemId>),
    /// Those that are not met: failed, could not check, not run, warning.
    NotMet,
}

/// The items of a run, in order of the checklist, and the sources they look at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Items with a check.
    pub items: Vec<ItemId>,
    /// The checks that judge them.
    pub checks: BTreeSet<String>,
    /// Sources that must be looked at.
    pub sources: BTreeSet<Source>,
}

impl Plan {
    /// Adds another plan's items.
    pub fn extend(&mut self, other: Self) {
        for item in other.items {
            if !self.items.contains(&item) {
                self.items.push(item);
            }
        }
        self.checks.extend(other.checks);
        self.sources.extend(other.sources);
    }

    /// The plan for a scope. Manual items are left out: there is nothing to run.
    pub fn new(assessment: &Assessment, scope: &Scope, now: Timestamp) -> Self {
        let mut plan = Self::default();
        for section in &assessment.checklist().sections {
            for item in &section.items {
                let Some(check) = item.check.as_deref().and_then(checks::by_id) else { continue };
                let wanted = match scope {
                    Scope::All => true,
                    Scope::Section(id) => *id == section.id,
                    Scope::Items(ids) => ids.contains(&item.id),
                    Scope::NotMet => {
                        let state = assessment.state(item, now);
                        !state.original.is_settled() || state.original == Status::Warn
                    }
                };
                if wanted {
                    plan.items.push(item.id.clone());
                    plan.checks.insert(check.id.to_owned());
                    plan.sources.extend(check.looks_at.iter().filter(|source| **source != Source::Person));
                }
            }
        }
        plan
    }
}
