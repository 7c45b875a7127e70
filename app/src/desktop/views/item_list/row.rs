//! The words of one row.

use egui::{Id, Rect, Response, Ui};
use readiness_core::{
    Arg, Words,
    assessment::{ItemState, Status},
    checklist::{Item, Weight},
    facts::Source,
    msg,
};

use super::{ItemList, Line};
use crate::desktop::{
    theme::Look,
    views::{Drafts, look, place_icon, status_word},
    widgets::ListRow,
};

/// Shows the row of the item at this place of the list.
pub(super) fn show(
    list: &ItemList<'_>,
    ui: &mut Ui,
    rect: Rect,
    place: usize,
    item: &Item,
    drafts: &Drafts,
) -> Response {
    let line = list.lines.of(&item.id, || say(list, item));
    let step = (list.running)(&item.id);
    let look = if step.is_some() { Look::Running } else { line.look };
    let running = step.as_ref().map(|_| list.words.text("verdict-running"));
    let word = match (&running, look) {
        (Some(running), _) => running.as_str(),
        (None, Look::Pass | Look::Information) => "",
        _ => line.word.as_str(),
    };
    let selected = list.selected == Some(item.id.as_str());
    let marked = list.marked.contains(&item.id);
    let spoken =
        if marked { format!("{}, {}", line.spoken, list.words.text("ui-list-marked-one")) } else { String::new() };
    let row = ListRow {
        id: row_id(&item.id),
        rect,
        look,
        title: &line.title,
        word,
        second: step.as_deref().unwrap_or(&line.second),
        faint: matches!(look, Look::Pass | Look::NotApplicable | Look::Information),
        place: line.place,
        draft: drafts.has(&item.id),
        stale: line.stale,
        marked,
        selected,
        reachable: selected || (list.shown.place(list.selected.unwrap_or_default()).is_none() && place == 0),
        spoken: match (&running, marked) {
            (Some(running), _) => &format!("{}, {running}", line.title),
            (None, true) => &spoken,
            (None, false) => &line.spoken,
        },
        of: (place + 1, list.shown.len()),
    };
    row.show(ui)
}

/// The id of an item's row, so that the focus stays with the item.
pub fn row_id(item: &str) -> Id {
    Id::unique(("item-row", item))
}

fn say(list: &ItemList<'_>, item: &Item) -> Line {
    let words = list.words;
    let state = list.assessment.state(item, list.now);
    let title = words.item_title(item);
    let word = status_word(words, &state, false);
    let second = second_line(words, item, &state);
    let spoken = spoken(words, &state, &title, &word, &second);
    Line { look: look(&state, false), title, word, second, spoken, place: place_icon(&state), stale: state.stale }
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
