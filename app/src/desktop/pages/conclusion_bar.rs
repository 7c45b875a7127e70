//! The conclusion bar: whether it is ready, and if not, why. Every reason is a link to the items behind it. While a run
//! goes on it says how far it is.

use egui::{Rect, Sense, Ui, Vec2};
use readiness_core::{
    Message,
    assessment::{Standing, Status},
    checklist::Weight,
    msg,
};

use super::bar;
use crate::desktop::{
    command::Command,
    icons,
    model::Model,
    page::Page,
    results::Results,
    running::{Running, minutes},
    theme::{Look, Type, of, tokens},
    views::Filter,
    widgets,
};

/// Below this width, in points, the next thing to do has no title.
const WIDE: f32 = 1240.0;

/// Below this width, in points, reasons are short and exceptions lose their date.
const SHORT: f32 = 1040.0;

pub(super) fn show(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let Some(results) = &model.results else { return };
    let palette = of(ui);
    bar("conclusion", tokens().size.conclusion_bar, palette.surface).show(ui, |ui| {
        let rect = ui.max_rect();
        widgets::row_line(ui.painter(), palette, rect.x_range(), rect.bottom() - 0.5);
        let inner = rect.shrink2(Vec2::new(16.0, 0.0));
        let running = model.running.as_ref().filter(|running| running.goes_on());
        let mut from_start = Vec::new();
        widgets::both_ends(
            ui,
            "conclusion",
            inner,
            |ui| {
                let room = ui.max_rect().with_max_x(ui.max_rect().right() - 8.0);
                ui.set_max_width(room.width());
                ui.set_clip_rect(room.expand(4.0).intersect(ui.clip_rect()));
                match running {
                    Some(running) => progress(ui, model, running, rect),
                    None => conclusion(ui, model, results, rect.width(), &mut from_start),
                }
            },
            |ui| match running {
                Some(running) => so_far(ui, model, running, rect.width(), asked),
                None => next(ui, model, results, rect.width(), asked),
            },
        );
        asked.append(&mut from_start);
    });
}

/// "Ready, 1 exception".
pub(super) fn conclusion_text(model: &Model, results: &Results) -> String {
    let words = &model.words;
    let conclusion = words.text(results.tally.conclusion.message_id());
    match results.tally.required.get(&Status::Excepted) {
        Some(count) if results.tally.conclusion == readiness_core::assessment::Conclusion::ReadyWithExceptions => {
            words.say(&msg!("ui-ready-with", count = *count))
        }
        _ => conclusion,
    }
}

fn conclusion(ui: &mut Ui, model: &Model, results: &Results, width: f32, asked: &mut Vec<Command>) {
    let words = &model.words;
    let look = Look::from(results.tally.conclusion);
    if widgets::pill_text(ui, look, &conclusion_text(model, results), Sense::click()).clicked() {
        asked.push(Command::Overview);
    }
    // A reason counts required items, so that is what it leads to.
    let required =
        |status: Status| Filter { statuses: [status].into(), weights: [Weight::Required].into(), ..Filter::default() };
    let number = |status: Status| results.tally.required.get(&status).copied().unwrap_or(0);
    let short = width < SHORT;
    let mut links: Vec<(String, Filter)> = Vec::new();
    for (status, message) in results.tally.reason_messages() {
        let text = match status {
            Status::Excepted => continue,
            Status::CouldNotCheck if short => words.say(&msg!("ui-bar-not-checked", count = number(status))),
            _ => words.say(&message),
        };
        links.push((text, required(status)));
    }
    if results.lapsed > 0 {
        let lapsed = Filter { lapsed: true, weights: [Weight::Required].into(), ..Filter::default() };
        links.push((words.say(&msg!("ui-bar-lapsed", count = results.lapsed)), lapsed));
    }
    if links.is_empty() {
        let met = results.tally.count(Status::Pass);
        let filter = Filter { statuses: [Status::Pass].into(), ..Filter::default() };
        links.push((words.say(&msg!("ui-met-count", count = met)), filter));
    }
    let warnings = results.tally.count(Status::Warn);
    if warnings > 0 {
        let filter = Filter { statuses: [Status::Warn].into(), ..Filter::default() };
        links.push((words.say(&msg!("ui-warnings", count = warnings)), filter));
    }
    for (index, (text, filter)) in links.into_iter().enumerate() {
        if index > 0 {
            widgets::sep(ui);
        }
        if widgets::link(ui, &text, Type::Body).clicked() {
            asked.push(Command::List(filter));
        }
    }
    let excepted = number(Status::Excepted);
    if excepted > 0 {
        widgets::sep(ui);
        let colour = of(ui).text_2;
        super::icon(ui, icons::HOURGLASS_MEDIUM, 14.0, colour);
        let text = match results.excepted_until.filter(|_| !short) {
            Some(day) => words.say(&msg!("ui-bar-excepted-until", count = excepted, day = day)),
            None => words.say(&msg!("reason-excepted", count = excepted)),
        };
        if widgets::link_in(ui, &text, Type::Body, colour).clicked() {
            asked.push(Command::List(required(Status::Excepted)));
        }
    }
}

fn next(ui: &mut Ui, model: &Model, results: &Results, width: f32, asked: &mut Vec<Command>) {
    let words = &model.words;
    if model.page == Page::SignOff {
        let colour = of(ui).text_2;
        let text = match results.standing {
            Standing::Training => words.text("ui-training-mark"),
            _ => words.say(&msg!("ui-signed-of", count = results.signed())),
        };
        widgets::one_line(ui, &text, Type::Body, colour, f32::INFINITY);
        return;
    }
    let Some(item) = results.next_open(model.selected.as_deref()) else { return };
    let title = model.assessment().and_then(|a| a.checklist().item(item)).map(|item| words.item_title(item));
    let full = title.as_ref().map(|title| words.say(&msg!("ui-next", title = title)));
    let text = match title {
        Some(title) if width >= WIDE => {
            let most: String =
                if title.chars().count() > 36 { title.chars().take(35).chain(['\u{2026}']).collect() } else { title };
            words.say(&msg!("ui-next", title = most))
        }
        _ => words.text("ui-next-short"),
    };
    ui.spacing_mut().item_spacing.x = 6.0;
    let response = widgets::link(ui, &text, Type::Body);
    super::icon(ui, icons::ARROW_RIGHT, 14.0, of(ui).accent.text);
    if let Some(keys) = Command::NextOpen.row().and_then(|row| row.keys.first()) {
        widgets::key_cap(ui, &keys.text());
    }
    let response = match full {
        Some(full) if full != text => response.on_hover_text(full),
        _ => response,
    };
    if response.clicked() {
        asked.push(Command::NextOpen);
    }
}

fn progress(ui: &mut Ui, model: &Model, running: &Running, whole: Rect) {
    let words = &model.words;
    let palette = of(ui);
    widgets::pill(ui, Look::Running, &words.text("verdict-running"));
    let (done, all) = running.collectors_done();
    let text = words.say(&msg!("ui-run-sources", done = done, all = all));
    widgets::label(ui, text, Type::Strong, palette.text);
    super::icon(ui, icons::TIMER, 16.0, palette.text_3);
    let elapsed = model.now.duration_since(running.began).as_secs();
    widgets::label(ui, words.say(&msg!("ui-run-elapsed", time = minutes(elapsed))), Type::Body, palette.text_2);
    let left = if running.is_cancelled() {
        Some(words.text("ui-run-cancelling"))
    } else {
        running.idle.as_ref().map(|idle| words.say(&msg!("ui-run-idle-left", time = minutes(idle.left_s(model.now)))))
    };
    if let Some(left) = left {
        widgets::label(ui, left, Type::Body, palette.text_2);
    }
    let track = Rect::from_min_max(egui::Pos2::new(whole.left(), whole.bottom() - 3.0), whole.max);
    let painter = ui.ctx().layer_painter(ui.layer_id());
    painter.rect_filled(track, egui::CornerRadius::ZERO, palette.line);
    let done = Rect::from_min_size(track.min, Vec2::new(track.width() * running.progress(), 3.0));
    painter.rect_filled(done, egui::CornerRadius::ZERO, palette.accent.solid);
}

fn so_far(ui: &mut Ui, model: &Model, running: &Running, width: f32, asked: &mut Vec<Command>) {
    let words = &model.words;
    let found =
        [("fail", "reason-fail", Status::Fail), ("could_not_check", "reason-could-not-check", Status::CouldNotCheck)];
    let found = found.map(|(verdict, id, status)| (running.found(verdict), id, status));
    let any = found.iter().any(|(count, ..)| *count > 0);
    if any || width > WIDE {
        let colour = of(ui).text_2;
        let text = words.text(if any { "ui-run-so-far" } else { "ui-run-hint" });
        widgets::one_line(ui, &text, Type::Body, colour, f32::INFINITY);
    }
    for (count, id, status) in found.into_iter().filter(|(count, ..)| *count > 0) {
        if widgets::link(ui, &words.say(&Message::new(id).with("count", count)), Type::Body).clicked() {
            asked.push(Command::ShowStatus(status));
        }
    }
}
