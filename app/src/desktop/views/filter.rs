//! Which items of a list are shown.

use std::collections::BTreeSet;

use readiness_core::{
    assessment::{ItemState, Status},
    checklist::{Item, Weight},
    facts::{Source, VantageKind},
};

use crate::desktop::results::lapsed;

/// Which items are shown. An empty set lets everything through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only what is left to do: everything that is not settled, and warnings.
    pub to_do: bool,
    /// Only these.
    pub statuses: BTreeSet<Status>,
    /// Only these.
    pub weights: BTreeSet<Weight>,
    /// Only those that look at one of these.
    pub sources: BTreeSet<Source>,
    /// Only those whose newest finding was seen from one of these.
    pub places: BTreeSet<VantageKind>,
    /// Only those of which a person said something that has ended.
    pub lapsed: bool,
}

impl Filter {
    /// True when nothing but the switch "To do" may hide an item.
    pub fn is_plain(&self) -> bool {
        *self == Self { to_do: self.to_do, ..Self::default() }
    }

    /// True when this item is shown.
    pub fn admits(&self, item: &Item, state: &ItemState<'_>) -> bool {
        let left_to_do = !state.status.is_settled() || state.status == Status::Warn;
        let looks_at =
            |source: &Source| item.looks_at.contains(source) || (*source == Source::Person && item.is_manual());
        let seen_from = state.finding.and_then(|judged| judged.finding.measured_from.as_ref()).map(|place| place.kind);
        (!self.to_do || left_to_do)
            && (!self.lapsed || lapsed(state))
            && (self.places.is_empty() || seen_from.is_some_and(|place| self.places.contains(&place)))
            && (self.statuses.is_empty() || self.statuses.contains(&state.status))
            && (self.weights.is_empty() || self.weights.contains(&state.weight))
            && (self.sources.is_empty() || self.sources.iter().any(looks_at))
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use readiness_core::{Subject, assessment::Assessment, checklist::built_in};

    use super::*;

    fn shown(filter: &Filter) -> usize {
        let assessment = Assessment::new(built_in(), Subject::default(), Timestamp::UNIX_EPOCH);
        let now = Timestamp::UNIX_EPOCH;
        built_in().items().filter(|item| filter.admits(item, &assessment.state(item, now))).count()
    }

    #[test]
    fn an_empty_filter_shows_everything_and_a_full_one_less() {
        let all = built_in().items().count();
        assert_eq!(shown(&Filter::default()), all);
        let network = shown(&Filter { sources: [Source::Network].into(), ..Filter::default() });
        assert!(network > 0 && network < all);
        assert_eq!(shown(&Filter { statuses: [Status::Pass].into(), ..Filter::default() }), 0);
        let information = shown(&Filter { weights: [Weight::Information].into(), ..Filter::default() });
        assert_eq!(shown(&Filter { places: [VantageKind::Person].into(), ..Filter::default() }), 0);
        assert_eq!(shown(&Filter { lapsed: true, ..Filter::default() }), 0);
        assert_eq!(shown(&Filter { to_do: true, ..Filter::default() }), all - information);
    }
}
