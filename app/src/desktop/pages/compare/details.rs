//! What an open row shows: both sides of an item beside each other, and the facts that changed marked at their left.

use egui::{Frame, Margin, Ui};
use readiness_core::{
    Message,
    assessment::compare::{FactChange, ItemChange, Side},
    msg,
    report::Compared,
};

use crate::desktop::{
    theme::{Type, of},
    widgets,
};

pub(super) fn show(ui: &mut Ui, compared: &Compared<'_>, item: &ItemChange) {
    let palette = of(ui);
    let words = compared.words;
    Frame::NONE.fill(palette.surface).inner_margin(Margin { left: 14, right: 14, top: 6, bottom: 14 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        widgets::paragraph(ui, &words.say(&item.what), false);
        let gap = 16.0;
        let width = (ui.available_width() - gap) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (letter, side, is_before) in [("A", &item.before, true), ("B", &item.now, false)] {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.y = 4.0;
                    one(ui, compared, letter, side.as_ref());
                    for fact in &item.facts {
                        let value = if is_before { &fact.before } else { &fact.now };
                        changed(ui, compared, fact, value.as_ref(), is_before);
                    }
                });
            }
        });
    });
}

fn one(ui: &mut Ui, compared: &Compared<'_>, letter: &str, side: Option<&Side>) {
    let palette = of(ui);
    let words = compared.words;
    let Some(side) = side else {
        widgets::label(ui, format!("{letter}: {}", words.text("ui-compare-absent")), Type::Strong, palette.text);
        return;
    };
    let mut title = words.text(side.status.message_id());
    if side.status != side.original {
        let was = words.text(side.original.message_id());
        title = words.list(&[title, words.say(&msg!("ui-sign-was", what = was))]);
    }
    widgets::label(ui, format!("{letter}: {title}"), Type::Strong, palette.text);
    let summary =
        side.summary.as_ref().map_or_else(|| words.text("compare-nothing-seen"), |summary| words.say(summary));
    widgets::label(ui, summary, Type::Body, palette.text);
    let mut about = Vec::new();
    if let Some(vantage) = &side.measured_from {
        about.push(words.say(&vantage.message()).trim().to_owned());
    }
    about.extend(side.seen_at.map(|at| words.date_time(at)));
    if !about.is_empty() {
        widgets::caption(ui, words.list(&about));
    }
}

/// A fact that is not what it was: a bar at its left, its value in the Medium face.
fn changed(ui: &mut Ui, compared: &Compared<'_>, fact: &FactChange, value: Option<&Message>, is_before: bool) {
    let palette = of(ui);
    let words = compared.words;
    let none = if is_before { "compare-fact-new" } else { "compare-fact-gone" };
    let said = value.map_or_else(|| words.text(none), |value| words.say(value));
    let shown = ui.horizontal_top(|ui| {
        ui.add_space(10.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            widgets::label(ui, words.say(&fact.label), Type::Caption, palette.text_3);
            widgets::label(ui, said, Type::Strong, palette.text);
        });
    });
    let rect = shown.response.rect;
    let bar = egui::Rect::from_min_size(rect.left_top(), egui::vec2(2.0, rect.height()));
    ui.painter().rect_filled(bar, 0, palette.accent.solid);
}
