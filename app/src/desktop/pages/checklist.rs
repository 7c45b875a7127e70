//! The checklist: the list of items, and the one that is shown in full beside it.

use egui::{CentralPanel, Frame, Panel, Rect, Ui};
use readiness_core::engine::Scope;

use super::{Room, run_block};
use crate::desktop::{
    command::{Accepted, Command},
    forms::{Border, Forms},
    icons,
    model::Model,
    region::Region,
    theme::{Type, of, tokens},
    views::{ItemDetail, ItemList, ViewCommand},
    widgets::{self, Button, DividerAct},
};

pub(super) fn show(ui: &mut Ui, model: &Model, forms: &mut Forms, room: Room, asked: &mut Vec<Command>) {
    let palette = of(ui);
    if room == Room::Single {
        let reading = model.reading && model.item().is_some();
        let fill = if reading { palette.surface } else { palette.canvas };
        let whole = ui.available_rect_before_wrap();
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
        forms.regions.add(if reading { Region::Detail } else { Region::List }, whole);
        return;
    }
    let whole = ui.available_rect_before_wrap();
    let width = width(model, forms, whole.width(), ui.ctx().content_rect().width());
    forms.list_width = width;
    let frame = Frame::NONE.fill(palette.canvas);
    Panel::left("list").exact_size(width).resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        let rect = ui.max_rect();
        list(ui, model, forms, asked);
        widgets::column_line(ui.painter(), palette, rect.right() - 0.5, rect.y_range());
    });
    let rest = ui.available_rect_before_wrap();
    CentralPanel::default().frame(Frame::NONE.fill(palette.surface)).show(ui, |ui| detail(ui, model, forms, asked));
    forms.regions.add(Region::List, Rect::from_min_max(whole.min, egui::pos2(rest.left(), whole.bottom())));
    forms.regions.add(Region::Detail, rest);
    match widgets::divider(ui, "list", rest.left(), whole.y_range()) {
        Some(DividerAct::Moved(x)) => forms.dragged = Some((Border::List, x - whole.left())),
        Some(DividerAct::Released) => {
            asked.push(Command::ListWidth(Some(width as u16)));
            forms.dragged = None;
        }
        Some(DividerAct::Reset) => {
            forms.dragged = None;
            asked.push(Command::ListWidth(None));
        }
        None => {}
    }
}

/// The width of the list: as dragged, as dragged before, or as designed for a window this wide. The detail keeps its own.
fn width(model: &Model, forms: &Forms, room: f32, window: f32) -> f32 {
    let size = &tokens().size;
    let designed = if window >= 1600.0 {
        440.0
    } else if window < 1160.0 {
        320.0
    } else {
        size.list
    };
    let dragged = forms.dragged.filter(|(border, _)| *border == Border::List).map(|(_, width)| width);
    let width = dragged.or(model.settings.list_width.map(f32::from)).unwrap_or(designed);
    width.min(room - size.detail_min).clamp(size.list_min, size.list_max)
}

fn list(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let (Some(assessment), Some(results)) = (model.assessment(), &model.results) else { return };
    let words = &model.words;
    run_block::show(ui, model);
    let of_section = model.listed.section.as_deref().filter(|_| model.found.is_none());
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
        lines: &model.lines,
        now: model.now,
        heading: &heading,
        met,
        met_of: &|section| results.met_of(section),
        shown: &model.shown,
        counts: &results.tally.counts,
        selected: model.selected.as_deref(),
        marked: &model.marked,
        running: &|item| model.step_of(item),
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
    let place = model.shown.place(&item.id);
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
        neighbours: place.map_or((false, false), |place| (place > 0, place + 1 < model.shown.len())),
    };
    let commands = view.show(ui, &mut forms.drafts);
    asked.extend(commands.into_iter().map(command));
}

/// What a view asks for, as a command of the window.
fn command(asked: ViewCommand) -> Command {
    match asked {
        ViewCommand::Select(item) => Command::Select(item),
        ViewCommand::Enter(item) => Command::Read(item),
        ViewCommand::Mark(item) => Command::MarkItem(item),
        ViewCommand::Previous => Command::Previous,
        ViewCommand::Next => Command::Next,
        ViewCommand::Filter(filter) => Command::Narrow(filter),
        ViewCommand::Run(item) => Command::Run(Scope::Items(vec![item])),
        ViewCommand::ShortenIdle => Command::ShortenIdle,
        ViewCommand::SkipIdle => Command::SkipIdle,
        ViewCommand::PlanIdle(length) => Command::PlanIdle(length),
        ViewCommand::Copy(text) => Command::Copy(text),
        ViewCommand::OpenUrl(address) => Command::Browse(address),
        ViewCommand::SignIn => Command::Tenant,
        ViewCommand::Directory => Command::Directory,
        ViewCommand::Answer(item, answer, files) => Command::Answer(item, answer, files),
        ViewCommand::Except { item, who, why, mitigation, until } => {
            Command::Accept(item, Accepted { who, why, mitigation, until })
        }
        ViewCommand::EndException(item) => Command::EndException(item),
        ViewCommand::Note { item, who, text } => Command::Note(item, who, text),
        ViewCommand::Attach(item) => Command::Attach(item),
        ViewCommand::AttachPicture(item, picture) => Command::AttachPicture(item, picture),
        ViewCommand::SaveAttached(hash) => Command::SaveAttached(hash),
        ViewCommand::EditSubject => Command::EditSubject,
        ViewCommand::Import => Command::Import,
    }
}
