//! The words of rows, said once for each state of the assessment: a frame only paints them.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use readiness_core::{Language, checklist::ItemId};

use crate::desktop::{icons::Icon, results::Stamp, theme::Look};

/// The words of one row.
#[derive(Debug, Clone)]
pub struct Line {
    /// What the item stands at.
    pub look: Look,
    /// The title.
    pub title: String,
    /// The word of what it stands at.
    pub word: String,
    /// What was found, or what stands in the way of knowing.
    pub second: String,
    /// All of it, for assistive technology.
    pub spoken: String,
    /// From where it was seen.
    pub place: Option<Icon>,
    /// It is about another subject than the one assessed now.
    pub stale: bool,
}

/// The words of the rows that were shown.
#[derive(Debug, Default)]
pub struct Lines {
    of: Option<(Stamp, Language)>,
    said: RefCell<HashMap<ItemId, Rc<Line>>>,
}

impl Lines {
    /// Forgets what was said of another state or in another language.
    pub fn fit(&mut self, stamp: Stamp, language: &Language) {
        if self.of.as_ref().is_none_or(|(of, spoken)| *of != stamp || spoken != language) {
            self.of = Some((stamp, language.clone()));
            self.said.get_mut().clear();
        }
    }

    /// The words of an item's row; `say` finds them when they were not needed before.
    pub fn of(&self, item: &str, say: impl FnOnce() -> Line) -> Rc<Line> {
        if let Some(line) = self.said.borrow().get(item) {
            return Rc::clone(line);
        }
        let line = Rc::new(say());
        self.said.borrow_mut().insert(item.to_owned(), Rc::clone(&line));
        line
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn words_are_said_once_and_again_in_another_language() {
        let said = Cell::new(0);
        let say = || {
            said.set(said.get() + 1);
            let (look, place) = (Look::Pass, None);
            let empty = String::new;
            Line { look, title: empty(), word: empty(), second: empty(), spoken: empty(), place, stale: false }
        };
        let mut lines = Lines::default();
        let english = Language::english();
        lines.fit(Stamp::default(), &english);
        lines.of("a", say);
        lines.fit(Stamp::default(), &english);
        lines.of("a", say);
        assert_eq!(said.get(), 1);
        lines.fit(Stamp::default(), &"zh-CN".parse().expect("a language"));
        lines.of("a", say);
        assert_eq!(said.get(), 2);
    }
}
