//! Which facts of a finding changed: rows of evidence beside each other, by label.

use crate::{Message, finding::Evidence};

/// A fact that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactChange {
    /// What was looked at.
    pub label: Message,
    /// What was seen before; none when it was not seen.
    pub before: Option<Message>,
    /// What is seen now; none when it is not.
    pub now: Option<Message>,
}

/// The rows that differ. Rows that are in both are left out; rows with the same label are paired in order.
pub(super) fn changes(before: &[Evidence], now: &[Evidence]) -> Vec<FactChange> {
    let mut gone: Vec<&Evidence> = Vec::new();
    let mut left: Vec<&Evidence> = now.iter().collect();
    for row in before {
        match left.iter().position(|other| *other == row) {
            Some(place) => {
                left.remove(place);
            }
            None => gone.push(row),
        }
    }
    let mut changes = Vec::new();
    for row in gone {
        let same = left.iter().position(|other| other.label == row.label);
        let now = same.map(|place| left.remove(place).value.clone());
        changes.push(FactChange { label: row.label.clone(), before: Some(row.value.clone()), now });
    }
    let added = left.into_iter();
    changes.extend(added.map(|row| FactChange {
        label: row.label.clone(),
        before: None,
        now: Some(row.value.clone()),
    }));
    changes
}
