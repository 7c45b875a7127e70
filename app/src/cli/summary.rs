//! The summary that is printed when no other output is asked for.

use std::fmt::Write as _;

use jiff::Timestamp;
use readiness_core::{
    Words,
    assessment::{Assessment, Standing, Status},
    msg,
};

/// The conclusion, its reasons, and one line for each item by section.
pub fn of(assessment: &Assessment, words: &Words, now: Timestamp) -> String {
    let tally = assessment.conclude(now);
    let mut text = String::new();
    let reasons: Vec<String> = tally.reason_messages().iter().map(|(_, message)| words.say(message)).collect();
    let _ = writeln!(text, "{}", words.text(tally.conclusion.message_id()));
    if !reasons.is_empty() {
        let _ = writeln!(text, "{}", words.list(&reasons));
    }
    if assessment.standing(now) == Standing::Training {
        let _ = writeln!(text, "{}", words.text("summary-training"));
    }
    let _ = writeln!(text, "{}", words.say(&msg!("summary-digest", digest = assessment.digest().grouped())));
    for section in &assessment.checklist().sections {
        let _ = writeln!(text, "\n{}", words.section_title(section));
        for item in &section.items {
            let state = assessment.state(item, now);
            let word = words.text(state.status.message_id());
            let _ = writeln!(text, "  [{word}] {}  ({})", words.item_title(item), item.id);
            let said = match (state.status, state.answer, state.finding) {
                (Status::Excepted, ..) => state.exception.map(|exception| exception.why.clone()),
                (Status::Pass | Status::NotApplicable, Some(answer), None) => Some(answer.why.clone()),
                (_, _, Some(judged)) if !state.stale => Some(words.say(&judged.finding.summary)),
                _ => None,
            };
            if let Some(said) = said {
                let _ = writeln!(text, "      {said}");
            }
        }
    }
    text
}
