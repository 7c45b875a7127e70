//! Which items the list shows, worked out once for each change: with thousands of items no frame may walk them all.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use jiff::Timestamp;
use readiness_core::{
    assessment::Assessment,
    checklist::{Checklist, Item, ItemId, Section},
};

use super::{results::Stamp, views::Filter};

/// Which items are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listed {
    /// Of this section; none: of all.
    pub section: Option<String>,
    /// What the list is narrowed to.
    pub filter: Filter,
}

/// Items with the words that were searched for.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Tells this search apart from others.
    pub number: u64,
    /// Their ids.
    pub items: Arc<HashSet<ItemId>>,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// The title of the section with this index, where items of several are listed.
    Section(usize),
    /// The item with this place among those that are listed.
    Item(usize),
}

/// A line with what stands above it, from which its height over the list follows.
#[derive(Debug, Clone, Copy)]
struct Line {
    entry: Entry,
    sections_above: usize,
    items_above: usize,
}

/// The items that are listed, in order, and the lines of the list.
#[derive(Debug, Default)]
pub struct Shown {
    lines: Vec<Line>,
    /// Section and place in it, for each item.
    items: Vec<(usize, usize)>,
    places: HashMap<ItemId, usize>,
    sections: usize,
    of: Option<(Stamp, Listed, Option<u64>)>,
}

impl Shown {
    /// The items of this state, from the cache when it still fits.
    #[must_use]
    pub fn of(
        cached: Self,
        stamp: Stamp,
        assessment: &Assessment,
        listed: &Listed,
        found: Option<&Found>,
        now: Timestamp,
    ) -> Self {
        let number = found.map(|found| found.number);
        let fits =
            |(of, by, of_search): &(Stamp, Listed, Option<u64>)| *of == stamp && by == listed && *of_search == number;
        if cached.of.as_ref().is_some_and(fits) {
            return cached;
        }
        let mut shown = Self { of: Some((stamp, listed.clone(), number)), ..Self::default() };
        // A search goes over all sections.
        let only = listed.section.as_deref().filter(|_| found.is_none());
        let plain = listed.filter == Filter::default();
        let mut lines: Vec<Entry> = Vec::new();
        for (index, section) in assessment.checklist().sections.iter().enumerate() {
            if only.is_some_and(|only| only != section.id) {
                continue;
            }
            let mut titled = false;
            for (place, item) in section.items.iter().enumerate() {
                let admitted = found.is_none_or(|found| found.items.contains(&item.id))
                    && (plain || listed.filter.admits(item, &assessment.state(item, now)));
                if !admitted {
                    continue;
                }
                if !titled {
                    lines.push(Entry::Section(index));
                    titled = true;
                }
                shown.places.insert(item.id.clone(), shown.items.len());
                lines.push(Entry::Item(shown.items.len()));
                shown.items.push((index, place));
            }
        }
        // One section needs no title: it stands over the list.
        let titles = lines.iter().filter(|entry| matches!(entry, Entry::Section(_))).count();
        lines.retain(|entry| titles > 1 || matches!(entry, Entry::Item(_)));
        let (mut sections_above, mut items_above) = (0, 0);
        for entry in lines {
            shown.lines.push(Line { entry, sections_above, items_above });
            match entry {
                Entry::Section(_) => sections_above += 1,
                Entry::Item(_) => items_above += 1,
            }
        }
        shown.sections = sections_above;
        shown
    }

    /// How many items are listed.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// True when no item is listed.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The item at this place.
    pub fn item<'a>(&self, checklist: &'a Checklist, place: usize) -> Option<&'a Item> {
        let (section, item) = self.items.get(place)?;
        checklist.sections.get(*section)?.items.get(*item)
    }

    /// The items, in order.
    pub fn items<'a>(&self, checklist: &'a Checklist) -> impl Iterator<Item = &'a Item> {
        (0..self.len()).filter_map(move |place| self.item(checklist, place))
    }

    /// The place of an item among those that are listed.
    pub fn place(&self, item: &str) -> Option<usize> {
        self.places.get(item).copied()
    }

    /// The section with this index.
    pub fn section(checklist: &Checklist, index: usize) -> Option<&Section> {
        checklist.sections.get(index)
    }

    /// The height of the whole list, with rows and titles of these heights in points.
    pub fn height(&self, row: f32, title: f32) -> f32 {
        self.len() as f32 * row + self.sections as f32 * title
    }

    /// The lines between these distances from the top, in points, each with its own distance.
    pub fn between(&self, top: f32, bottom: f32, row: f32, title: f32) -> impl Iterator<Item = (Entry, f32)> {
        let at = move |line: &Line| line.items_above as f32 * row + line.sections_above as f32 * title;
        // The line that begins above the edge reaches over it.
        let first = self.lines.partition_point(|line| at(line) <= top).saturating_sub(1);
        self.lines[first..].iter().map(move |line| (line.entry, at(line))).take_while(move |(_, at)| *at < bottom)
    }

    /// The distance of an item from the top, in points.
    pub fn top_of(&self, place: usize, row: f32, title: f32) -> Option<f32> {
        let line = self.lines.partition_point(|line| {
            line.items_above < place || (line.items_above == place && matches!(line.entry, Entry::Section(_)))
        });
        self.lines.get(line).map(|line| line.items_above as f32 * row + line.sections_above as f32 * title)
    }
}

#[cfg(test)]
mod tests {
    use readiness_core::{Subject, checklist::built_in};

    use super::*;

    fn shown(listed: &Listed, found: Option<&Found>) -> Shown {
        let now = Timestamp::UNIX_EPOCH;
        let assessment = Assessment::new(built_in(), Subject::default(), now);
        Shown::of(Shown::default(), Stamp::default(), &assessment, listed, found, now)
    }

    #[test]
    fn all_sections_have_titles_and_one_has_none() {
        let all = shown(&Listed::default(), None);
        assert_eq!(all.len(), built_in().items().count());
        assert_eq!(all.sections, built_in().sections.len());
        let section = &built_in().sections[1];
        let one = shown(&Listed { section: Some(section.id.clone()), ..Listed::default() }, None);
        assert_eq!((one.len(), one.sections), (section.items.len(), 0));
    }

    #[test]
    fn a_search_goes_over_all_sections() {
        let items = [built_in().sections[0].items[0].id.clone(), built_in().sections[1].items[0].id.clone()];
        let found = Found { number: 1, items: Arc::new(items.iter().cloned().collect()) };
        let listed = Listed { section: Some(built_in().sections[0].id.clone()), ..Listed::default() };
        let shown = shown(&listed, Some(&found));
        assert_eq!((shown.len(), shown.sections), (2, 2));
        assert_eq!((shown.place(&items[1]), shown.place("no.such")), (Some(1), None));
    }

    #[test]
    fn the_lines_of_a_view_are_those_that_reach_into_it() {
        let all = shown(&Listed::default(), None);
        let (row, title) = (54.0, 32.0);
        for place in [0, 1, all.len() - 1] {
            let top = all.top_of(place, row, title).expect("it is listed");
            let mut lines = all.between(top + 1.0, top + 2.0, row, title);
            assert_eq!(lines.next(), Some((Entry::Item(place), top)));
            assert_eq!(lines.next(), None);
        }
        let whole = all.between(0.0, f32::INFINITY, row, title).count();
        assert_eq!(whole, all.len() + all.sections);
        let (last, at) = all.between(0.0, f32::INFINITY, row, title).last().expect("lines");
        assert_eq!((last, at + row), (Entry::Item(all.len() - 1), all.height(row, title)));
    }
}
