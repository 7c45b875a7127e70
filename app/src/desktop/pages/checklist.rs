//! The checklist: the list of items, and the one that is shown in full beside it.

use egui::{CentralPanel, Frame, Panel, Ui};

use super::{Room, run_block};
use crate::desktop::{
    command::Command,
    forms::Forms,
    model::Model,
    theme::{of, tokens},
    widgets,
};

pub(super) fn show(ui: &mut Ui, model: &Model, forms: &mut Forms, room: Room, asked: &mut Vec<Command>) {
    let palette = of(ui);
    if room == Room::Single {
        CentralPanel::default().frame(Frame::NONE.fill(palette.canvas)).show(ui, |ui| list(ui, model, forms, asked));
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
            widgets::column_line(ui.painter(), palette, rect.right(), rect.y_range());
            list(ui, model, forms, asked);
        });
    CentralPanel::default().frame(Frame::NONE.fill(palette.surface)).show(ui, |ui| detail(ui, model, forms, asked));
}

fn list(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    run_block::show(ui, model);
    let _ = (forms, asked);
}

fn detail(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let _ = (ui, model, forms, asked);
}
