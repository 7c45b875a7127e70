//! How a verdict looks: shape, word and colours together, because colour alone says nothing to many people. Filled
//! shapes are judged, open shapes are not.

use readiness_core::assessment::{Conclusion, Outcome, Status};

use crate::desktop::icons::{self, Icon, Variant};

/// The look of a status, of a conclusion, or of something that is running.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the same names as in Status, whose meaning they carry")]
pub enum Look {
    Pass,
    Excepted,
    Warn,
    CouldNotCheck,
    NeedsYou,
    Fail,
    Running,
    NotRun,
    NotApplicable,
    Information,
}

impl Look {
    /// Every look, in the order in which a tally shows them.
    pub const ALL: [Self; 10] = [
        Self::Pass,
        Self::Excepted,
        Self::Warn,
        Self::CouldNotCheck,
        Self::NeedsYou,
        Self::Fail,
        Self::Running,
        Self::NotRun,
        Self::NotApplicable,
        Self::Information,
    ];

    /// The name used in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Excepted => "excepted",
            Self::Warn => "warn",
            Self::CouldNotCheck => "could_not_check",
            Self::NeedsYou => "needs_you",
            Self::Fail => "fail",
            Self::Running => "running",
            Self::NotRun => "not_run",
            Self::NotApplicable => "not_applicable",
            Self::Information => "information",
        }
    }

    /// The table of the token file that its colours and its glyph come from.
    pub(super) fn token(self) -> &'static str {
        if self == Self::Information { "not_applicable" } else { self.name() }
    }

    /// The id of the message with its word.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Pass => "verdict-pass",
            Self::Excepted => "verdict-excepted",
            Self::Warn => "verdict-warn",
            Self::CouldNotCheck => "verdict-could-not-check",
            Self::NeedsYou => "verdict-needs-you",
            Self::Fail => "verdict-fail",
            Self::Running => "verdict-running",
            Self::NotRun => "verdict-not-run",
            Self::NotApplicable => "verdict-not-applicable",
            Self::Information => "verdict-information",
        }
    }

    /// Its glyph.
    pub fn icon(self) -> (Icon, Variant) {
        match self {
            Self::Pass => (icons::CHECK_CIRCLE, Variant::Fill),
            Self::Excepted => (icons::SHIELD_WARNING, Variant::Fill),
            Self::Warn => (icons::WARNING, Variant::Fill),
            Self::CouldNotCheck => (icons::QUESTION, Variant::Bold),
            Self::NeedsYou => (icons::USER_CIRCLE, Variant::Bold),
            // An x is drawn over it in the colour behind it.
            Self::Fail => (icons::OCTAGON, Variant::Fill),
            Self::Running => (icons::CIRCLE_NOTCH, Variant::Bold),
            Self::NotRun => (icons::CIRCLE_DASHED, Variant::Bold),
            Self::NotApplicable => (icons::MINUS_CIRCLE, Variant::Bold),
            Self::Information => (icons::INFO, Variant::Regular),
        }
    }
}

impl From<Status> for Look {
    fn from(status: Status) -> Self {
        match status {
            Status::Fail => Self::Fail,
            Status::CouldNotCheck => Self::CouldNotCheck,
            Status::NeedsYou => Self::NeedsYou,
            Status::NotRun => Self::NotRun,
            Status::Warn => Self::Warn,
            Status::Excepted => Self::Excepted,
            Status::Pass => Self::Pass,
            Status::NotApplicable => Self::NotApplicable,
            Status::Information => Self::Information,
        }
    }
}

impl From<Conclusion> for Look {
    fn from(conclusion: Conclusion) -> Self {
        match conclusion {
            Conclusion::Ready => Self::Pass,
            Conclusion::ReadyWithExceptions => Self::Excepted,
            Conclusion::NotReady => Self::Fail,
            Conclusion::Incomplete => Self::CouldNotCheck,
        }
    }
}

impl From<Outcome> for Look {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Pass => Self::Pass,
            Outcome::Fail => Self::Fail,
            Outcome::NotApplicable => Self::NotApplicable,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::tz::TimeZone;
    use readiness_core::{Language, Words};

    use super::*;
    use crate::desktop::theme::tokens;

    #[test]
    fn every_verdict_has_a_shape_of_its_own_and_a_word_in_every_language() {
        let shapes: BTreeSet<_> = Look::ALL.into_iter().map(|look| look.icon()).collect();
        assert_eq!(shapes.len(), Look::ALL.len(), "two verdicts share a shape");
        for language in Language::all() {
            let words = Words::new(&language, TimeZone::UTC);
            for look in Look::ALL {
                assert!(words.has(look.message_id()), "{language}: {}", look.message_id());
            }
            let said: BTreeSet<_> = Look::ALL.into_iter().map(|look| words.text(look.message_id())).collect();
            assert_eq!(said.len(), Look::ALL.len(), "{language}: two verdicts share a word");
        }
        for status in Status::ALL {
            assert_eq!(Look::from(status).message_id(), status.message_id());
            assert_eq!(Look::from(status).name(), status.name());
        }
    }

    #[test]
    fn the_shapes_are_those_of_the_token_file() {
        for look in Look::ALL.into_iter().filter(|look| *look != Look::Information) {
            let token = &tokens().verdict[look.token()];
            let (icon, variant) = look.icon();
            assert_eq!((icon.name(), variant.name()), (token.glyph.as_str(), token.variant.as_str()), "{look:?}");
        }
    }

    #[test]
    fn filled_shapes_are_judged_and_open_shapes_are_not() {
        for look in Look::ALL {
            let judged = matches!(look, Look::Pass | Look::Warn | Look::Fail | Look::Excepted);
            assert_eq!(look.icon().1 == Variant::Fill, judged, "{look:?}");
        }
    }
}
