//! What is to be done, the most useful first: shared by the action plan, the workbook, and the requests to other teams.

use std::{cmp::Reverse, collections::BTreeSet};

use super::survey::{Placed, Survey};
use crate::{
    assessment::{Status, Task},
    checklist::Weight,
    msg,
};

impl<'a> Survey<'a> {
    /// Who repairs an item, and by when.
    pub fn task(&self, placed: &Placed<'_>) -> Option<&'a Task> {
        self.assessment.tasks.get(&placed.item.id)
    }

    /// What is required and open, and what somebody has taken on: what unblocks most first, then by due date. Items that
    /// only have to be run come apart, second.
    pub fn actions(&self) -> (Vec<&Placed<'a>>, Vec<&Placed<'a>>) {
        let is_action = |placed: &&Placed<'_>| {
            let open = !placed.state.status.is_settled() && placed.state.weight == Weight::Required;
            let taken = self.task(placed).is_some()
                && (!placed.state.status.is_settled() || placed.state.status == Status::Warn);
            open || taken
        };
        let (not_run, mut actions): (Vec<&Placed<'a>>, Vec<&Placed<'a>>) = self
            .items
            .iter()
            .filter(is_action)
            .partition(|placed| placed.state.status == Status::NotRun && self.task(placed).is_none());
        actions.sort_by_cached_key(|placed| {
            let due = self.task(placed).and_then(|task| task.due);
            (Reverse(self.unblocks(placed)), due.is_none(), due, placed.state.status)
        });
        (actions, not_run)
    }

    /// How many open items wait for this one: those that need it, directly or not, and those it is the likely cause of.
    fn unblocks(&self, placed: &Placed<'_>) -> usize {
        let mut waiting: BTreeSet<&str> = BTreeSet::new();
        let mut behind = vec![placed.item.id.as_str()];
        while let Some(id) = behind.pop() {
            for other in self.items.iter().filter(|other| !other.state.status.is_settled()) {
                let needs = other.item.needs.iter().any(|need| need == id);
                let caused = other
                    .state
                    .finding
                    .is_some_and(|judged| judged.finding.related.iter().any(|related| related == id));
                if (needs || caused) && other.item.id != placed.item.id && waiting.insert(&other.item.id) {
                    behind.push(&other.item.id);
                }
            }
        }
        waiting.len()
    }

    /// What the finding advises, what a person is asked, or the item's first step.
    pub fn what_to_do(&self, placed: &Placed<'_>) -> String {
        let advice =
            placed.state.finding.filter(|_| !placed.state.stale).and_then(|judged| judged.finding.advice.first());
        if let Some(advice) = advice {
            return self.say(advice);
        }
        let title = self.title(placed);
        match placed.state.status {
            Status::NeedsYou => self.say(&msg!("report-answer-this", title = title)),
            Status::CouldNotCheck => self.say(&msg!("report-make-visible", title = title, why = self.sentence(placed))),
            Status::NotRun => self.say(&msg!("report-run-this", title = title)),
            _ => match self.words.item_fix(placed.item, 0) {
                fix if fix.is_empty() => title,
                fix => self.say(&msg!("report-do-first", title = title, step = fix)),
            },
        }
    }
}
