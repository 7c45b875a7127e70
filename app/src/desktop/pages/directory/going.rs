//! A scan that goes on: what it does, how many users there are, how long it takes, and the end.

use egui::{Align, CornerRadius, Layout, Rect, Sense, Ui, Vec2, WidgetInfo};
use readiness_core::{msg, population::Outcome};

use super::sums;
use crate::desktop::{
    command::Command,
    directory::Going,
    icons,
    model::Model,
    running::minutes,
    theme::{Look, Type, of},
    widgets::{self, Button},
};

pub(super) fn show(ui: &mut Ui, model: &Model, going: &Going, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    let (users, elapsed) = (going.users(), minutes(model.now.duration_since(going.began).as_secs()));
    ui.horizontal(|ui| {
        widgets::verdict_icon(ui, Look::Running, &words.text(Look::Running.message_id()), 18.0, palette.surface);
        let text = match going.listed {
            Some((units, all)) => {
                words.say(&msg!("ui-directory-progress", done = users, users = all.max(users), units = units))
            }
            None => words.text("ui-directory-begins"),
        };
        widgets::label(ui, text, Type::H3, palette.text);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            widgets::label(ui, elapsed, Type::Body, palette.text_2);
        });
    });
    let share = going.listed.map_or(0.0, |(_, all)| if all == 0 { 1.0 } else { users as f32 / all as f32 });
    bar(ui, share.min(1.0), &words.text("command-scan-users"));
    if let Some(doing) = &going.doing {
        let text = words.say(doing);
        let room = ui.available_width();
        widgets::one_line(ui, &text, Type::Caption, palette.text_2, room);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for outcome in Outcome::ALL.into_iter().rev() {
            let word = words.text(sums::word(outcome));
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                widgets::verdict_icon(ui, sums::look(outcome), &word, 16.0, palette.surface);
                widgets::label(ui, format!("{word}: {}", going.count(outcome)), Type::Body, palette.text);
            });
        }
    });
    let cancelled = going.cancel.is_cancelled().then(|| words.text("ui-directory-cancelling"));
    let text = words.text("command-cancel-scan");
    if ui.add(Button::new(&text).icon(icons::STOP).refused(cancelled.as_deref())).clicked() {
        asked.push(Command::CancelScan);
    }
    widgets::caption(ui, words.text("ui-directory-stays"));
}

fn bar(ui: &mut Ui, share: f32, name: &str) {
    let palette = of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 4.0), Sense::hover());
    let round = CornerRadius::same(2);
    ui.painter().rect_filled(rect, round, palette.sunken);
    let done = Rect::from_min_size(rect.min, Vec2::new(rect.width() * share, rect.height()));
    ui.painter().rect_filled(done, round, palette.accent.solid);
    let name = format!("{name}: {:.0} %", share * 100.0);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &name));
}
