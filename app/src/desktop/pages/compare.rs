//! The comparison of two assessments: which two, how many items changed in which way, and each of them with what
//! changed.

mod details;
mod picker;
mod row;
mod tiles;

use egui::{Align, Key, Layout, Modifiers, Ui};
use readiness_core::{
    assessment::compare::{Change, ItemChange},
    msg,
    report::Compared,
};

use super::heading;
use crate::desktop::{
    command::Command,
    compared::{Made, Slot},
    forms::{CompareForm, Forms, Tile},
    icons,
    model::Model,
    theme::{Look, Type, of},
    widgets::{self, Banner, Button, Field, switch},
};

/// Below this width what changed stands in a second line, and tiles stand in two rows.
const NARROW: f32 = 820.0;

pub(super) fn show(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let words = &model.words;
    let form = &mut forms.compare;
    keys(ui, form);
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.set_width((ui.available_width() - 220.0).max(120.0));
            heading(ui, &words.text("command-compare"));
            widgets::paragraph(ui, &words.text("ui-compare-about"), false);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = words.text("command-compare-export");
            let why = model.why_not(&Command::ExportComparison).map(|why| words.text(why));
            let button = Button::new(&text).icon(icons::FILE_ARROW_DOWN).refused(why.as_deref());
            if ui.add(button).clicked() {
                asked.push(Command::ExportComparison);
            }
        });
    });
    picker::pickers(ui, model, asked);
    let Some(made) = &model.compared.made else {
        empty(ui, model, asked);
        return;
    };
    if let Some(mismatch) = made.comparison.mismatches.first() {
        let lead = words.say(&mismatch.message());
        Banner::new(Look::Warn, &lead, &words.text("compare-mismatch-all-the-same")).show(ui);
    }
    tiles::show(ui, model, &made.comparison, form);
    tools(ui, model, form);
    table(ui, model, made, form);
}

/// Digits turn tiles on and off, unless somebody types.
fn keys(ui: &Ui, form: &mut CompareForm) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];
    for (tile, key) in Tile::ALL.into_iter().zip(digits) {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            form.toggle(tile);
        }
    }
}

fn empty(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    let slot = if model.compared.a.is_none() { Slot::A } else { Slot::B };
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 140.0), egui::Sense::hover());
    let stroke = egui::Stroke::new(1.0, palette.line_strong);
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(egui::Shape::dashed_line(&corners, stroke, 6.0, 4.0));
    let inner = rect.shrink(20.0);
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner), |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space(16.0);
            widgets::label(ui, words.text("ui-compare-empty"), Type::Body, palette.text_2);
            ui.add_space(4.0);
            if ui.add(Button::new(&words.text("ui-compare-choose")).icon(icons::FOLDER_OPEN)).clicked() {
                asked.push(Command::ChooseCompared(slot));
            }
        });
    });
}

fn tools(ui: &mut Ui, model: &Model, form: &mut CompareForm) {
    let words = &model.words;
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.set_width(260.0);
            let label = words.text("ui-compare-filter");
            Field::new(&label)
                .hint(&label)
                .hide_label()
                .id(egui::Id::unique("compare-filter"))
                .show(ui, &mut form.filter);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            switch(ui, &mut form.unchanged, &words.text("ui-compare-unchanged"));
        });
    });
}

fn table(ui: &mut Ui, model: &Model, made: &Made, form: &mut CompareForm) {
    let words = &model.words;
    let compared =
        Compared { before: &made.before, now: &made.now, comparison: &made.comparison, words: model.words.as_ref() };
    let wanted = form.filter.trim().to_lowercase();
    let fits = |item: &&ItemChange| {
        let has = |text: &str| text.to_lowercase().contains(&wanted);
        wanted.is_empty() || has(&item.item) || has(&compared.title(item)) || has(&words.say(&item.what))
    };
    let groups: Vec<(Change, Vec<&ItemChange>)> = Change::ALL
        .into_iter()
        .filter(|change| form.shows(*change))
        .map(|change| (change, made.comparison.with(change).filter(fits).collect::<Vec<_>>()))
        .filter(|(_, items)| !items.is_empty())
        .collect();
    if groups.is_empty() {
        let changed = made.comparison.items.iter().any(|item| item.change != Change::Unchanged);
        let text = if changed {
            words.text("ui-compare-no-match")
        } else {
            words.say(&msg!("compare-nothing", count = made.comparison.items.len()))
        };
        widgets::paragraph(ui, &text, false);
        return;
    }
    let narrow = ui.available_width() < NARROW;
    widgets::card(ui, 0, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        row::head(ui, model, narrow);
        for (change, items) in groups {
            let folded = form.folded.contains(&change);
            if row::group(ui, model, change, items.len(), folded) {
                if folded {
                    form.folded.remove(&change)
                } else {
                    form.folded.insert(change)
                };
            }
            if folded {
                continue;
            }
            for item in items {
                let open = form.open.contains(&item.item);
                if row::item(ui, &compared, item, open, narrow) {
                    if open {
                        form.open.remove(&item.item)
                    } else {
                        form.open.insert(item.item.clone())
                    };
                }
                if open {
                    details::show(ui, &compared, item);
                }
            }
        }
    });
}
