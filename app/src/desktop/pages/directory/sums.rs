//! Sums of what a scan found: by outcome, by cause and by unit. Each is a filter of the list.

use egui::{Pos2, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo};
use readiness_core::{
    msg,
    population::{CauseTally, Outcome, Tally, UnitTally},
};

use super::NARROW;
use crate::desktop::{
    directory::ScanFilter,
    model::Model,
    theme::{Look, Type, of, tokens},
    widgets,
};

const GAP: f32 = 8.0;
const ROW: f32 = 28.0;
/// Rows of a list of sums that can be seen at a time.
const ROWS: f32 = 7.0;
/// The most places that are named under a cause.
const PLACES: usize = 5;

/// The look of an outcome.
pub(super) fn look(outcome: Outcome) -> Look {
    match outcome {
        Outcome::Works => Look::Pass,
        Outcome::MayFail => Look::Warn,
        Outcome::CouldNotCheck => Look::CouldNotCheck,
        Outcome::Fails => Look::Fail,
    }
}

/// The id of its word.
pub(super) fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Works => "ui-directory-works",
        Outcome::MayFail => "ui-directory-may-fail",
        Outcome::CouldNotCheck => "ui-directory-could-not-check",
        Outcome::Fails => "ui-directory-fails",
    }
}

/// The name of a cause.
pub(super) fn cause_id(key: &str) -> String {
    format!("scan-name-{}", key.replace('_', "-"))
}

/// Four tiles: how many users have which outcome.
pub(super) fn tiles(ui: &mut Ui, model: &Model, tally: &Tally, filter: &mut ScanFilter) {
    let columns = if ui.available_width() < 560.0 { 2 } else { 4 };
    let width = (ui.available_width() - GAP * (columns as f32 - 1.0)) / columns as f32;
    let mut all = Outcome::ALL;
    all.reverse();
    for outcomes in all.chunks(columns) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for outcome in outcomes {
                if tile(ui, model, *outcome, tally.count(*outcome), filter.outcomes.contains(outcome), width) {
                    filter.toggle(*outcome);
                }
            }
        });
    }
}

fn tile(ui: &mut Ui, model: &Model, outcome: Outcome, count: usize, on: bool, width: f32) -> bool {
    let palette = of(ui);
    let id = word(outcome);
    let (caption, hint) = (model.words.text(id), model.words.text(&format!("{id}-hint")));
    widgets::Tile { caption: &caption, hint: &hint, count, on, faint: false, width }
        .show(ui, |painter, centre, fill| widgets::paint_verdict(painter, palette, look(outcome), centre, 16.0, fill))
}

/// By cause and by unit, beside each other where there is room.
pub(super) fn lists(ui: &mut Ui, model: &Model, tally: &Tally, filter: &mut ScanFilter) {
    let mut causes: Vec<(&String, &CauseTally)> = tally.causes.iter().collect();
    causes.sort_by_key(|(key, cause)| (std::cmp::Reverse(cause.users), *key));
    let troubled = |unit: &UnitTally| unit.users - unit.count(Outcome::Works);
    let mut units: Vec<(&String, &UnitTally)> = tally.units.iter().filter(|(_, unit)| troubled(unit) > 0).collect();
    units.sort_by_key(|(dn, unit)| (std::cmp::Reverse(troubled(unit)), *dn));
    if causes.is_empty() && units.is_empty() {
        return;
    }
    let by_cause = |ui: &mut Ui, filter: &mut ScanFilter| {
        list(ui, "causes", &model.words.text("scan-summary-causes"), causes.len(), |ui, place| {
            let Some((key, cause)) = causes.get(place) else { return };
            let on = filter.cause.as_ref() == Some(*key);
            let mut name = model.words.text(&cause_id(key));
            if on && !cause.places.is_empty() {
                name = format!("{name}: {}", places(model, cause));
            }
            if sum(ui, &name, &cause.users.to_string(), on) {
                filter.cause = (!on).then(|| (*key).clone());
            }
        });
    };
    let by_unit = |ui: &mut Ui, filter: &mut ScanFilter| {
        list(ui, "units", &model.words.text("ui-directory-by-unit"), units.len(), |ui, place| {
            let Some((dn, unit)) = units.get(place) else { return };
            let on = filter.unit.as_ref() == Some(*dn);
            let count = model.words.say(&msg!("ui-directory-of", count = troubled(unit), users = unit.users));
            if sum(ui, dn, &count, on) {
                filter.unit = (!on).then(|| (*dn).clone());
            }
        });
    };
    if ui.available_width() < NARROW {
        by_cause(ui, filter);
        by_unit(ui, filter);
        return;
    }
    ui.columns(2, |cells| {
        if let [left, right] = cells {
            by_cause(left, filter);
            by_unit(right, filter);
        }
    });
}

/// Where a cause lies.
fn places(model: &Model, cause: &CauseTally) -> String {
    let mut places: Vec<(&String, &usize)> = cause.places.iter().collect();
    places.sort_by_key(|(place, users)| (std::cmp::Reverse(**users), *place));
    let mut named: Vec<String> =
        places.iter().take(PLACES).map(|(place, users)| format!("{place} ({users})")).collect();
    if places.len() > PLACES {
        named.push(model.words.say(&msg!("scan-summary-more", count = places.len() - PLACES)));
    }
    model.words.list(&named)
}

/// A list of sums, of which only what is seen is drawn.
fn list(ui: &mut Ui, id: &str, title: &str, count: usize, mut row: impl FnMut(&mut Ui, usize)) {
    widgets::card(ui, 0, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let palette = of(ui);
        let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 32.0), Sense::hover());
        let galley = widgets::galley(ui, title, Type::CaptionStrong, palette.text_2, rect.width() - 28.0);
        let at = Pos2::new(rect.left() + 14.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, palette.text_2);
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
        ScrollArea::vertical()
            .id_salt(id)
            .max_height(ROW * ROWS)
            .min_scrolled_height(ROW * ROWS)
            .auto_shrink([false, true])
            .show_rows(ui, ROW, count, |ui, seen| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for place in seen {
                    ui.push_id((id, place), |ui| row(ui, place));
                }
            });
        ui.add_space(4.0);
    });
}

/// A name and a number. True when it is clicked.
fn sum(ui: &mut Ui, name: &str, count: &str, on: bool) -> bool {
    let palette = of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    let spoken = format!("{name}: {count}");
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &spoken));
    let painter = ui.painter().clone();
    let fill = match (on, response.is_pointer_button_down_on(), response.hovered()) {
        (true, ..) => palette.accent.soft,
        (_, true, _) => palette.pressed,
        (_, _, true) => palette.hover,
        _ => palette.surface,
    };
    painter.rect_filled(rect, 0, fill);
    let y = rect.center().y;
    let number = widgets::galley(ui, count, Type::Caption, palette.text_2, 120.0);
    let right = rect.right() - 16.0 - number.size().x;
    painter.galley(Pos2::new(right, y - number.size().y / 2.0), number, palette.text_2);
    let colour = if on { palette.accent.text } else { palette.text };
    let room = right - rect.left() - 14.0 - 12.0;
    let short = widgets::shorten_middle(ui, name, Type::Body, room);
    let galley = widgets::galley(ui, &short, Type::Body, colour, room);
    painter.galley(Pos2::new(rect.left() + 14.0, y - galley.size().y / 2.0), galley, colour);
    if response.has_focus() {
        widgets::ring(&painter, palette, rect, tokens().radius.md, true);
    }
    let clicked = response.clicked();
    if short != name {
        response.on_hover_text(name);
    }
    clicked
}
