//! The checklist: the list of items, and the one that is shown in full beside it.

use std::collections::BTreeMap;

use egui::{CentralPanel, Frame, Panel, Ui};
use readiness_core::{checklist::ItemId, engine::Scope};

use super::{Room, run_block};
use crate::desktop::{
    command::{Accepted, Command},
    forms::Forms,
    icons,
    model::Model,
    theme::{Type, of, tokens},
    views::{ItemDetail, ItemList, ViewCommand},
    widgets::{self, Button},
};

pub(super) fn show(ui: &mut Ui, model: &Model, forms: &mut Forms, room: Room, asked: &mut Vec<Command>) {
    let palette = of(ui);
    if room == Room::Single {
        let reading = model.reading && model.item().is_some();
        let fill = if reading { palette.surface } else { palette.canvas };
        CentralPanel::default().frame(Frame::NONE.fill(fill)).show(ui, |ui| {
            let text = model.words.text(if reading { "ui-back-to-list" } else { "ui-read-item" });
            ui.horizontal(|ui| {
                ui.add_space(14.0);
                let glyph = if reading { icons::ARROW_LEFT } else { icons::ARROW_RIGHT };
                if ui.add(Button::new(&text).quiet().icon(glyph)).clicked() {
                    asked.push(match model.selected.clone() {
                        Some(item) if !reading => Command::Read(item),
                        _ => Command::BackToList,
                    });
                }
            });
            if reading {
                detail(ui, model, forms, asked);
            } else {
                list(ui, model, forms, asked);
            }
        });
        return;
    }
    let wide = ui.ctx().content_rect().width();
    let width = if wide >= 1600.0 {
        440.0
    } else if wide < 1160.0 {
        320.0
    } else {
        tokens().size.list
    };
    let frame = Frame::NONE.fill(palette.canvas);
    Panel::left("list")
        .default_size(width)
        .size_range(tokens().size.list_min..=tokens().size.list_max)
        .resizable(true)
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| {
            let rect = ui.max_rect();
            list(ui, model, forms, asked);
            widgets::column_line(ui.painter(), palette, rect.right() - 0.5, rect.y_range());
        });
    CentralPanel::default().frame(Frame::NONE.fill(palette.surface)).show(ui, |ui| detail(ui, model, forms, asked));
}

/// Items that run now, with the step they are at.
fn running(model: &Model) -> BTreeMap<ItemId, String> {
    let Some(running) = model.running.as_ref().filter(|running| running.goes_on()) else { return BTreeMap::new() };
    let waiting = running.plan.items.iter().filter(|item| running.is_waiting(item));
    waiting.map(|item| (item.clone(), String::new())).collect()
}

fn list(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let (Some(assessment), Some(results)) = (model.assessment(), &model.results) else { return };
    let words = &model.words;
    run_block::show(ui, model);
    let items = model.listed_items(&forms.search);
    let of_section = model.listed.section.as_deref().filter(|_| forms.search.trim().is_empty());
    let section = of_section.and_then(|id| assessment.checklist().sections.iter().find(|section| section.id == id));
    let (heading, met) = match section {
        Some(section) => (words.section_short(section), results.met_of(section)),
        None => {
            let sections = assessment.checklist().sections.iter().map(|section| results.met_of(section));
            (words.text("command-checklist"), sections.fold((0, 0), |sum, met| (sum.0 + met.0, sum.1 + met.1)))
        }
    };
    let view = ItemList {
        assessment,
        words,
        now: model.now,
        heading: &heading,
        met,
        items: &items,
        counts: &results.tally.counts,
        selected: model.selected.as_deref(),
        running: &running(model),
        filter: &model.listed.filter,
        dense: ui.ctx().content_rect().height() < 640.0,
    };
    let commands = view.show(ui, &mut forms.drafts);
    asked.extend(commands.into_iter().map(command));
}

fn detail(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let Some(assessment) = model.assessment() else { return };
    let words = &model.words;
    let Some(item) = model.item() else {
        ui.centered_and_justified(|ui| {
            let colour = of(ui).text_3;
            widgets::label(ui, words.text("ui-item-none-selected"), Type::Body, colour);
        });
        return;
    };
    let items = model.listed_items(&forms.search);
    let place = items.iter().position(|other| other.id == item.id);
    let runs = model.running.as_ref().is_some_and(|running| running.is_waiting(&item.id));
    let step = runs.then(|| words.text("verdict-running"));
    let refused = model.why_not(&Command::RunItem).map(|why| words.text(why));
    let view = ItemDetail {
        assessment,
        item,
        words,
        now: model.now,
        running: step.as_deref(),
        run_refused: refused.as_deref(),
        reference: &model.reference,
        revision: model.document.as_ref().map_or((0, 0), |document| (document.key, document.revision())),
        run: model.running.as_ref().filter(|running| running.goes_on()),
        idle_length: model.idle_length,
        neighbours: place.map_or((false, false), |place| (place > 0, place + 1 < items.len())),
    };
    let commands = view.show(ui, &mut forms.drafts);
    asked.extend(commands.into_iter().map(command));
}

/// What a view asks for, as a command of the window.
fn command(asked: ViewCommand) -> Command {
    match asked {
        ViewCommand::Select(item) => Command::Select(item),
        ViewCommand::Enter(item) => Command::Read(item),
        ViewCommand::Previous => Command::Previous,
        ViewCommand::Next => Command::Next,
        ViewCommand::Filter(filter) => Command::Narrow(filter),
        ViewCommand::Run(item) => Command::Run(Scope::Items(vec![item])),
        ViewCommand::ShortenIdle => Command::ShortenIdle,
        ViewCommand::SkipIdle => Command::SkipIdle,
        ViewCommand::PlanIdle(length) => Command::PlanIdle(length),
        ViewCommand::Copy(text) => Command::Copy(text),
        ViewCommand::OpenUrl(address) => Command::Browse(address),
        ViewCommand::Answer(item, answer, files) => Command::Answer(item, answer, files),
        ViewCommand::Except { item, who, why, mitigation, until } => {
            Command::Accept(item, Accepted { who, why, mitigation, until })
        }
        ViewCommand::EndException(item) => Command::EndException(item),
        ViewCommand::Note { item, who, text } => Command::Note(item, who, text),
        ViewCommand::Attach(item) => Command::Attach(item),
        ViewCommand::AttachPicture(item, picture) => Command::AttachPicture(item, picture),
        ViewCommand::EditSubject => Command::EditSubject,
        ViewCommand::Import => Command::Import,
    }
}
