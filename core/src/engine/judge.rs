//! Judging: every planned item's check over the facts.

use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
};

use jiff::Timestamp;

use crate::{
    Subject,
    checklist::{Checklist, Item, ItemId},
    checks::{self, Case},
    facts::{Facts, Unavailable},
    finding::Finding,
    reference::Reference,
};

/// The findings of these items over these facts. Items without a check are passed over, and so are facts whose time has
/// not come yet.
pub fn judge(
    checklist: &Checklist,
    items: &[ItemId],
    facts: &Facts,
    subject: &Subject,
    reference: &Reference,
    now: Timestamp,
) -> Vec<(ItemId, Finding)> {
    let facts = facts.believed(now);
    let known: BTreeMap<&str, &Item> = checklist.items().map(|item| (item.id.as_str(), item)).collect();
    items
        .iter()
        .filter_map(|id| {
            let item = known.get(id.as_str())?;
            let check = checks::by_id(item.check.as_deref()?)?;
            let case = Case { facts: &facts, subject, reference, parameters: &item.parameters, now };
            // A check is pure, so nothing is left half done when it panics.
            let finding = catch_unwind(AssertUnwindSafe(|| (check.judge)(&case))).unwrap_or_else(|_| {
                Finding::could_not_check(Unavailable::CollectorFailed { what: check.id.to_owned() })
            });
            Some((id.clone(), finding))
        })
        .collect()
}
