//! What exactly is signed: conclusion, counts, digest.

use egui::{Align, Layout, Ui};
use readiness_core::assessment::{Assessment, Status};

use crate::desktop::{
    command::Command,
    icons,
    model::Model,
    pages::{conclusion_bar, icon},
    results::Results,
    theme::{Look, Type, of},
    widgets::{self, key_value_rows},
};

pub(super) fn show(ui: &mut Ui, model: &Model, assessment: &Assessment, results: &Results, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    ui.spacing_mut().item_spacing = egui::vec2(8.0, 8.0);
    widgets::label(ui, words.text("ui-sign-what"), Type::Strong, palette.text);
    widgets::card(ui, 14, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.spacing_mut().interact_size.y = 20.0;
        let look = Look::from(results.tally.conclusion);
        widgets::pill(ui, look, &conclusion_bar::conclusion_text(model, results));
        let counted = [
            Status::Pass,
            Status::Warn,
            Status::Excepted,
            Status::Fail,
            Status::CouldNotCheck,
            Status::NeedsYou,
            Status::NotRun,
        ];
        for status in counted {
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(16.0), egui::Sense::hover());
                widgets::paint_verdict(ui.painter(), palette, status.into(), rect.center(), 14.0, palette.surface);
                let count = results.tally.count(status);
                let colour = if count == 0 { palette.text_3 } else { palette.text };
                widgets::label(ui, words.text(status.message_id()), Type::Body, colour);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    widgets::label(ui, count.to_string(), Type::Strong, colour);
                });
            });
        }
        ui.add_space(4.0);
        widgets::caption(ui, words.text("ui-sign-digest"));
        widgets::label(ui, results.digest.as_str(), Type::MonoSmall, palette.text);
        let name = model.name();
        let subject = words.text("ui-sign-subject");
        let data = words.text("ui-sign-data");
        let day = model.reference.dates().into_iter().map(|(_, day)| day).min();
        let day = day.map(|day| words.date(day)).unwrap_or_default();
        let tenant = words.text("subject-tenant");
        let tenant_of = if assessment.subject.tenant.is_empty() { "-" } else { &assessment.subject.tenant };
        key_value_rows(ui, [(subject.as_str(), name.as_str()), (&tenant, tenant_of), (&data, &day)], 80.0);
    });
    widgets::label(ui, words.text("ui-sign-after"), Type::Strong, palette.text);
    widgets::card(ui, 14, |ui| {
        ui.horizontal(|ui| {
            icon(ui, icons::FILE_PDF, 16.0, palette.text_2);
            if widgets::link(ui, &words.text("ui-sign-report"), Type::Body).clicked() {
                asked.push(Command::Report);
            }
        });
    });
}
