//! The plan of the idle test: how long each connection stays silent.

use std::{fmt, str::FromStr};

use thiserror::Error;

/// The silences of the whole test: the article wants two to three minutes, synchronisation six.
const FULL_S: [u32; 5] = [30, 60, 120, 180, 360];

/// How long each connection of the idle test stays silent. Written `full`, `short`, `skip`, or seconds such as `30,60`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdlePlan {
    silences_s: Vec<u32>,
    /// Whether to keep one more connection silent straight out when the tested way is a proxy, as long as the longest.
    pub control: bool,
}

/// The text is not an idle plan.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("expected full, short, skip, or seconds from 1 to 3600 such as 30,60, found `{0}`")]
pub struct IdlePlanError(String);

impl IdlePlan {
    /// To what a test is shortened when nothing else is said, in seconds: what the article asks for.
    pub const SHORT_S: u32 = 180;

    /// 30, 60, 120, 180 and 360 s: the article wants two to three minutes, synchronisation six.
    pub fn full() -> Self {
        Self::of(FULL_S.to_vec())
    }

    /// The same up to [`IdlePlan::SHORT_S`]. What is left out is in the facts, and such a test never passes.
    pub fn short() -> Self {
        Self::of(FULL_S.into_iter().filter(|silence_s| *silence_s <= Self::SHORT_S).collect())
    }

    /// No idle test.
    pub fn skip() -> Self {
        Self::of(Vec::new())
    }

    /// These silences, in seconds; put in order, each once.
    pub fn of(mut silences_s: Vec<u32>) -> Self {
        silences_s.sort_unstable();
        silences_s.dedup();
        Self { silences_s, control: true }
    }

    /// The silences in seconds, shortest first.
    pub fn silences_s(&self) -> &[u32] {
        &self.silences_s
    }

    /// True when there is no idle test.
    pub fn is_skipped(&self) -> bool {
        self.silences_s.is_empty()
    }

    /// The silences of the whole test that this plan is too short for.
    pub fn left_out_s(&self) -> impl Iterator<Item = u32> {
        let longest_s = self.longest_s();
        FULL_S.into_iter().filter(move |silence_s| *silence_s > longest_s)
    }

    /// The longest silence in seconds; 0 when there is none.
    pub fn longest_s(&self) -> u32 {
        self.silences_s.last().copied().unwrap_or_default()
    }
}

/// The full plan, so that a forgotten setting asks too much instead of too little.
impl Default for IdlePlan {
    fn default() -> Self {
        Self::full()
    }
}

impl FromStr for IdlePlan {
    type Err = IdlePlanError;

    fn from_str(text: &str) -> Result<Self, IdlePlanError> {
        match text.trim() {
            "full" => Ok(Self::full()),
            "short" => Ok(Self::short()),
            "skip" => Ok(Self::skip()),
            list => list
                .split(',')
                .map(|part| part.trim().parse().ok().filter(|seconds| (1..=3600).contains(seconds)))
                .collect::<Option<Vec<u32>>>()
                .map(Self::of)
                .ok_or_else(|| IdlePlanError(text.to_owned())),
        }
    }
}

impl fmt::Display for IdlePlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_skipped() {
            return f.write_str("skip");
        }
        f.write_str(&self.silences_s.iter().map(u32::to_string).collect::<Vec<_>>().join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_are_read() {
        assert_eq!("full".parse(), Ok(IdlePlan::full()));
        assert_eq!("skip".parse(), Ok(IdlePlan::skip()));
        assert_eq!("short".parse::<IdlePlan>().expect("a plan").silences_s(), [30, 60, 120, 180]);
        let plan: IdlePlan = "60, 30,60".parse().expect("a plan");
        assert_eq!((plan.silences_s(), plan.longest_s(), plan.to_string().as_str()), (&[30, 60][..], 60, "30,60"));
    }

    #[test]
    fn a_plan_knows_what_it_leaves_out() {
        let left_out = |plan: IdlePlan| plan.left_out_s().collect::<Vec<_>>();
        assert!(left_out(IdlePlan::full()).is_empty() && left_out(IdlePlan::of(vec![600])).is_empty());
        assert_eq!(left_out(IdlePlan::short()), [360]);
        assert_eq!(left_out(IdlePlan::of(vec![90])), [120, 180, 360]);
    }

    #[test]
    fn other_texts_are_refused_with_what_was_expected() {
        for text in ["", "0", "-5", "30,", "3601", "shorter", "30;60"] {
            let error = text.parse::<IdlePlan>().expect_err(text);
            assert!(error.to_string().contains("30,60") && error.to_string().contains(text), "{error}");
        }
    }
}
