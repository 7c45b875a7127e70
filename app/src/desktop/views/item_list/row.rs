//! The words of one row.

use egui::{Id, Response, Ui};
use readiness_core::{
    Arg, Words,
    assessment::{ItemState, Status},
    checklist::{Item, Weight},
    facts::Source,
    msg,
};

use super::ItemList;
use crate::desktop::{
    theme::Look,
    views::{look, place_icon, status_word},
    widgets::ListRow,
};

pub(super) fn show(list: &ItemList<'_>, ui: &mut Ui, id: Id, item: &Item, draft: bool) -> Response {
    let words = list.words;
    let state = list.assessment.state(item, list.now);
    let step = list.running.get(&item.id);
    let look = look(&state, step.is_some());
    let title = words.item_title(item);
    let status = status_word(words, &state, step.is_some());
    let faint = matches!(look, Look::Pass | Look::NotApplicable | Look::Information);
    let word = if matches!(look, Look::Pass | Look::Information) { "" } else { status.as_str() };
    let second = match step {
        Some(step) => step.clone(),
        None => second_line(words, item, &state),
    };
    let spoken = spoken(words, &state, &title, &status, &second);
    ui.add(ListRow {
        id,
        look,
        title: &title,
        word,
        second: &second,
        faint,
        place: place_icon(&state),
        draft,
        stale: state.stale,
        selected: list.selected == Some(item.id.as_str()),
        dense: list.dense,
        spoken: &spoken,
    })
}

/// What was found, or answered, or what stands in the way of knowing.
fn second_line(words: &Words, item: &Item, state: &ItemState<'_>) -> String {
    if let Some(exception) = state.exception {
        return words.say(&msg!("ui-item-excepted-until", day = exception.until));
    }
    if state.exception_lapsed.is_some_and(|exception| exception.ended_at.is_none()) {
        return words.text("ui-item-exception-lapsed");
    }
    if state.stale {
        return words.text("ui-item-stale");
    }
    let found = state.finding.map(|judged| words.say(&judged.finding.summary));
    if let Some(answer) = state.answer
        && (found.is_none() || matches!(state.status, Status::Pass | Status::NotApplicable | Status::Fail))
        && !matches!(state.finding.map(|judged| judged.finding.verdict.name()), Some("pass" | "fail" | "warn"))
    {
        let outcome = words.text(&format!("outcome-{}", answer.outcome.name()));
        return words.say(&msg!("ui-item-answered", outcome = outcome, who = &answer.who));
    }
    let ask = words.item_ask(item);
    if state.status == Status::NeedsYou && !ask.is_empty() && state.answer_lapsed.is_none() {
        return ask;
    }
    if let Some(found) = found.filter(|_| state.status != Status::NotRun) {
        return found;
    }
    if let Some(answer) = state.answer_lapsed {
        return words.say(&msg!("ui-item-answer-lapsed", who = &answer.who));
    }
    if item.looks_at.is_empty() {
        return ask;
    }
    words.say(&msg!("ui-item-looks-at", sources = sources(words, item)))
}

fn sources(words: &Words, item: &Item) -> Arg {
    Arg::List(item.looks_at.iter().map(|source| Arg::Text(source_word(words, *source))).collect())
}

/// The word of a source.
pub(super) fn source_word(words: &Words, source: Source) -> String {
    words.text(&format!("source-{}", source.name().replace('_', "-")))
}

/// The id of the message with the word of a weight.
pub(super) fn weight_id(weight: Weight) -> &'static str {
    match weight {
        Weight::Required => "weight-required",
        Weight::Advised => "weight-advised",
        Weight::Information => "weight-information",
    }
}

fn spoken(words: &Words, state: &ItemState<'_>, title: &str, status: &str, second: &str) -> String {
    let mut parts = vec![title.to_owned(), status.to_owned(), words.text(weight_id(state.weight))];
    if let Some(vantage) = state.finding.and_then(|judged| judged.finding.measured_from.as_ref()) {
        parts.push(words.say(&msg!("ui-item-spoken-place", place = vantage.message())));
    }
    parts.push(second.to_owned());
    words.list(&parts)
}
