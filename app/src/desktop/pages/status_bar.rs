//! The status bar: from where it was measured, how much is judged, how old the tables are.

use std::collections::BTreeSet;

use egui::{Align, Frame, Layout, Panel, Ui};
use readiness_core::{facts::VantageKind, msg, reference::Reference};

use super::icon;
use crate::desktop::{
    command::Command,
    icons,
    model::Model,
    theme::{Look, Type, of, tokens},
    widgets,
};

pub(super) fn show(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let palette = of(ui);
    let words = &model.words;
    let frame = Frame::NONE.fill(palette.sidebar);
    Panel::bottom("status").exact_size(tokens().size.status_bar).show_separator_line(false).frame(frame).show(
        ui,
        |ui| {
            let rect = ui.max_rect();
            widgets::row_line(ui.painter(), palette, rect.x_range(), rect.top() + 0.5);
            ui.horizontal_centered(|ui| {
                ui.add_space(16.0);
                let (glyph, text) = vantage(model);
                icon(ui, glyph, 14.0, palette.text_3);
                let room = ui.available_width() * 0.5;
                widgets::one_line(ui, &text, Type::Caption, palette.text_2, room);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.add_space(16.0);
                    if let Some(row) = Command::Shortcuts.row() {
                        let key = row.keys.first().map(|keys| keys.text()).unwrap_or_default();
                        if widgets::link(ui, &format!("{key} {}", words.text(row.label)), Type::Caption).clicked() {
                            asked.push(Command::Shortcuts);
                        }
                    }
                    ui.add_space(8.0);
                    data(ui, model);
                    ui.add_space(8.0);
                    if let Some(results) = &model.results {
                        let (judged, all) = results.tally.judged_of();
                        let text = words.say(&msg!("ui-judged-of", judged = judged, all = all));
                        widgets::label(ui, text, Type::Caption, palette.text_2);
                    }
                });
            });
        },
    );
}

fn data(ui: &mut Ui, model: &Model) {
    let palette = of(ui);
    let oldest = model.reference.dates().into_iter().map(|(_, day)| day).min();
    let Some(day) = oldest else { return };
    let text = model.words.say(&msg!("ui-data-of", day = day));
    if Reference::is_stale(day, model.today()) {
        let colour = palette.verdict(Look::Warn).fg;
        widgets::label(ui, text, Type::Caption, colour);
        icon(ui, icons::WARNING, 14.0, colour);
    } else {
        widgets::label(ui, text, Type::Caption, palette.text_2);
    }
}

/// Every place that facts were seen from.
fn vantage(model: &Model) -> (icons::Icon, String) {
    let words = &model.words;
    let Some(assessment) = model.assessment() else { return (icons::DESKTOP, String::new()) };
    let mut seen = BTreeSet::new();
    let mut names = Vec::new();
    for look in assessment.facts.snapshots() {
        if seen.insert((look.vantage.kind, look.vantage.name.clone())) {
            names.push(words.say(&look.vantage.message()));
        }
    }
    let server = seen.iter().any(|(kind, _)| *kind == VantageKind::SyncServer);
    let glyph = match (model.is_training(), server) {
        (true, _) => icons::FLASK,
        (_, true) => icons::HARD_DRIVES,
        _ => icons::DESKTOP,
    };
    let text = if names.is_empty() {
        words.text("ui-vantage-none")
    } else {
        words.say(&msg!("ui-vantage", places = words.list(&names)))
    };
    (glyph, text)
}
