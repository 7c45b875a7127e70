//! A comparison as text for a terminal.

use std::fmt::Write as _;

use super::Compared;
use crate::{
    assessment::compare::{Change, FactChange},
    msg,
    report::printable::printable,
};

/// The conclusions, the number of changes, and one line for each item that changed, with the facts that did.
pub fn comparison_text(compared: &Compared<'_>) -> String {
    let Compared { comparison, words, .. } = compared;
    let mut text = String::new();
    for (side, conclusion, state) in [
        ("compare-earlier", comparison.before, msg!("compare-as-it-stood", at = comparison.before_at)),
        ("compare-later", comparison.now, msg!("compare-as-it-stands", at = comparison.now_at)),
    ] {
        let conclusion = words.text(conclusion.message_id());
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}: {conclusion} ({})", words.text(side), words.say(&state));
    }
    for mismatch in &comparison.mismatches {
        let _ = writeln!(text, "{}", words.say(&mismatch.message()));
    }
    let worse = if comparison.is_worse() { "compare-worse" } else { "compare-not-worse" };
    let _ = writeln!(text, "{}", words.text(worse));
    let counts = comparison.counts();
    for change in Change::ALL {
        let Some(count) = counts.get(&change) else { continue };
        let _ = writeln!(text, "\n{} ({count})", words.text(change.message_id()));
        if change == Change::Unchanged {
            continue;
        }
        for item in comparison.with(change) {
            let word = |side: &Option<crate::assessment::compare::Side>| {
                side.as_ref().map_or_else(|| "-".to_owned(), |side| words.text(side.status.message_id()))
            };
            let pair = format!("[{} -> {}]", word(&item.before), word(&item.now));
            let _ = writeln!(text, "  {pair} {}  ({})", printable(&compared.title(item)), item.item);
            let _ = writeln!(text, "      {}", printable(&words.say(&item.what)));
            for fact in &item.facts {
                let _ = writeln!(text, "      {}", printable(&fact_line(compared, fact)));
            }
        }
    }
    if counts.len() == 1 && counts.contains_key(&Change::Unchanged) {
        let _ = writeln!(text, "{}", words.say(&msg!("compare-nothing", count = comparison.items.len())));
    }
    text
}

/// "Version: 2.1.16.0 -> 2.5.3.0".
pub(super) fn fact_line(compared: &Compared<'_>, fact: &FactChange) -> String {
    let words = compared.words;
    let said = |message: &Option<crate::Message>, none: &str| {
        message.as_ref().map_or_else(|| words.text(none), |message| words.say(message))
    };
    let (before, now) = (said(&fact.before, "compare-fact-new"), said(&fact.now, "compare-fact-gone"));
    format!("{}: {before} -> {now}", words.say(&fact.label))
}
