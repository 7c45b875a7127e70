//! The filter's menu, and the filters that are set as chips.

use egui::{Frame, Margin, Popup, PopupCloseBehavior, RectAlign, Stroke, Ui};
use readiness_core::{
    assessment::Status,
    checklist::Weight,
    facts::{Source, VantageKind},
    msg,
};

use super::{
    ItemList,
    row::{source_word, weight_id},
};
use crate::desktop::{
    icons,
    theme::{Type, of, tokens},
    views::{Drafts, Filter, ViewCommand},
    widgets::{self, Button, IconButton, checkbox, filter_chip},
};

const PLACES: [(VantageKind, &str); 3] = [
    (VantageKind::SyncServer, "ui-list-place-server"),
    (VantageKind::Workstation, "ui-list-place-workstation"),
    (VantageKind::Person, "ui-list-place-person"),
];

const WEIGHTS: [Weight; 3] = [Weight::Required, Weight::Advised, Weight::Information];

pub(super) fn button(list: &ItemList<'_>, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
    let palette = of(ui);
    let name = list.words.text("ui-item-filter");
    let button =
        IconButton::new(icons::FUNNEL_SIMPLE, &name).small().marked(!list.filter.is_plain()).on(drafts.filter_open);
    let response = ui.add(button);
    if response.clicked() {
        drafts.filter_open = !drafts.filter_open;
    }
    let frame = Frame::NONE
        .fill(palette.raised)
        .stroke(Stroke::new(tokens().stroke.hair, palette.floating_border()))
        .corner_radius(tokens().radius.lg)
        .shadow(palette.shadow)
        .inner_margin(Margin::symmetric(12, 8));
    let mut filter = list.filter.clone();
    Popup::from_response(&response)
        .open_bool(&mut drafts.filter_open)
        .align(RectAlign::BOTTOM_END)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .frame(frame)
        .accessible_name(name)
        .show(|ui| {
            ui.set_width(256.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            // Everything must be reachable in the lowest window.
            let room = ui.ctx().content_rect().height() - 120.0;
            egui::ScrollArea::vertical().max_height(room).show(ui, |ui| menu(list, ui, &mut filter));
        });
    if filter != *list.filter {
        commands.push(ViewCommand::Filter(filter));
    }
}

fn menu(list: &ItemList<'_>, ui: &mut Ui, filter: &mut Filter) {
    let words = list.words;
    widgets::caption(ui, words.text("ui-item-filter-status"));
    for status in Status::ALL {
        let count = list.counts.get(&status).copied().unwrap_or(0);
        let text = format!("{} ({count})", words.text(status.message_id()));
        tick(ui, &mut filter.statuses, status, &text);
    }
    widgets::caption(ui, words.text("ui-item-filter-weight"));
    for weight in WEIGHTS {
        tick(ui, &mut filter.weights, weight, &words.text(weight_id(weight)));
    }
    widgets::caption(ui, words.text("ui-item-filter-looks-at"));
    for source in Source::ALL {
        tick(ui, &mut filter.sources, source, &source_word(words, source));
    }
    widgets::caption(ui, words.text("ui-list-filter-places"));
    for (place, id) in PLACES {
        tick(ui, &mut filter.places, place, &words.text(id));
    }
    if ui.add(Button::new(&words.text("ui-item-filter-clear")).quiet().small()).clicked() {
        *filter = Filter { to_do: filter.to_do, ..Filter::default() };
    }
}

fn tick<T: Ord + Copy>(ui: &mut Ui, set: &mut std::collections::BTreeSet<T>, value: T, text: &str) {
    let mut on = set.contains(&value);
    if checkbox(ui, &mut on, text).changed() {
        if on {
            set.insert(value)
        } else {
            set.remove(&value)
        };
    }
}

/// The filters that are set, each with a way to remove it.
pub(super) fn chips(list: &ItemList<'_>, ui: &mut Ui, commands: &mut Vec<ViewCommand>) {
    if list.filter.is_plain() {
        return;
    }
    let words = list.words;
    let mut set: Vec<(String, Filter)> = Vec::new();
    for status in &list.filter.statuses {
        let mut without = list.filter.clone();
        without.statuses.remove(status);
        set.push((words.text(status.message_id()), without));
    }
    for weight in &list.filter.weights {
        let mut without = list.filter.clone();
        without.weights.remove(weight);
        set.push((words.text(weight_id(*weight)), without));
    }
    for source in &list.filter.sources {
        let mut without = list.filter.clone();
        without.sources.remove(source);
        set.push((source_word(words, *source), without));
    }
    for (place, id) in PLACES.iter().filter(|(place, _)| list.filter.places.contains(place)) {
        let mut without = list.filter.clone();
        without.places.remove(place);
        set.push((words.text(id), without));
    }
    if list.filter.lapsed {
        set.push((words.text("ui-list-lapsed"), Filter { lapsed: false, ..list.filter.clone() }));
    }
    Frame::NONE.inner_margin(Margin { left: 14, right: 14, top: 6, bottom: 6 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        widgets::row_wrapped(ui, tokens().size.button_small, |ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::splat(6.0);
            for (text, without) in set {
                let remove = words.say(&msg!("ui-item-filter-remove", what = &text));
                if filter_chip(ui, &text, &remove).clicked() {
                    commands.push(ViewCommand::Filter(without));
                }
            }
            if widgets::link(ui, &words.text("ui-item-clear-filters"), Type::Caption).clicked() {
                commands.push(ViewCommand::Filter(Filter { to_do: list.filter.to_do, ..Filter::default() }));
            }
        });
    });
}
