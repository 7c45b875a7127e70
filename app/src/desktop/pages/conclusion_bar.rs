//! The conclusion bar: whether it is ready, and if not, why. Every reason is a link to the items behind it. While a run
//! goes on it says how far it is.

use egui::{Align, Layout, Rect, Sense, Ui, UiBuilder, Vec2};
use readiness_core::{
    Message,
    assessment::{Standing, Status},
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
    widgets,
};

pub(super) fn show(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let Some(results) = &model.results else { return };
    let palette = of(ui);
    bar("conclusion", tokens().size.conclusion_bar, palette.surface).show(ui, |ui| {
        let rect = ui.max_rect();
        widgets::row_line(ui.painter(), palette, rect.x_range(), rect.bottom() - 0.5);
        let inner = rect.shrink2(Vec2::new(16.0, 0.0));
        let running = model.running.as_ref().filter(|running| running.goes_on());
        // The right end comes first: it says how much room is left.
        let right =
            ui.scope_builder(UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center)), |ui| {
                match running {
                    Some(running) => so_far(ui, model, running, asked),
                    None => next(ui, model, results, rect.width(), asked),
                }
            });
        let room = Rect::from_min_max(inner.min, egui::Pos2::new(right.response.rect.left() - 12.0, inner.bottom()));
        let layout = Layout::left_to_right(Align::Center);
        let mut ui = ui.new_child(UiBuilder::new().max_rect(room).layout(layout));
        ui.set_clip_rect(room.intersect(ui.clip_rect()));
        match running {
            Some(running) => progress(&mut ui, model, running, rect),
            None => conclusion(&mut ui, model, results, asked),
        }
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

fn conclusion(ui: &mut Ui, model: &Model, results: &Results, asked: &mut Vec<Command>) {
    let words = &model.words;
    let look = Look::from(results.tally.conclusion);
    if widgets::pill_text(ui, look, &conclusion_text(model, results), Sense::click()).clicked() {
        asked.push(Command::Overview);
    }
    let reasons = results.tally.reason_messages();
    for (index, (status, message)) in reasons.iter().enumerate() {
        if index > 0 {
            widgets::sep(ui);
        }
        let response = widgets::link(ui, &words.say(message), Type::Body);
        if response.clicked() {
            asked.push(Command::ShowStatus(*status));
        }
    }
    if reasons.is_empty() {
        let met = results.tally.count(Status::Pass);
        if widgets::link(ui, &words.say(&msg!("ui-met-count", count = met)), Type::Body).clicked() {
            asked.push(Command::ShowStatus(Status::Pass));
        }
    }
    let warnings = results.tally.count(Status::Warn);
    if warnings > 0 {
        widgets::sep(ui);
        if widgets::link(ui, &words.say(&msg!("ui-warnings", count = warnings)), Type::Body).clicked() {
            asked.push(Command::ShowStatus(Status::Warn));
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
        widgets::label(ui, text, Type::Body, colour);
        return;
    }
    let Some(item) = results.next_open(model.selected.as_deref()) else { return };
    let title = model.assessment().and_then(|a| a.checklist().item(&item)).map(|item| words.item_title(item));
    widgets::key_cap(ui, "N");
    let text = match title {
        Some(title) if width >= 1240.0 => {
            let most: String =
                if title.chars().count() > 40 { title.chars().take(39).chain(['\u{2026}']).collect() } else { title };
            words.say(&msg!("ui-next", title = most))
        }
        _ => words.text("ui-next-short"),
    };
    if widgets::link(ui, &text, Type::Body).clicked() {
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

fn so_far(ui: &mut Ui, model: &Model, running: &Running, asked: &mut Vec<Command>) {
    let words = &model.words;
    let found =
        [("could_not_check", "reason-could-not-check", Status::CouldNotCheck), ("fail", "reason-fail", Status::Fail)];
    let mut any = false;
    for (verdict, id, status) in found {
        let count = running.found(verdict);
        if count > 0 {
            any = true;
            if widgets::link(ui, &words.say(&Message::new(id).with("count", count)), Type::Body).clicked() {
                asked.push(Command::ShowStatus(status));
            }
        }
    }
    let colour = of(ui).text_2;
    let text = if any { "ui-run-so-far" } else { "ui-run-hint" };
    if any || ui.available_width() > 760.0 {
        widgets::label(ui, words.text(text), Type::Body, colour);
    }
}
