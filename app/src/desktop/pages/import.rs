//! What an import holds and would change, before it is taken.

use egui::{Context, ScrollArea};
use readiness_core::msg;

use super::{icon, sheet};
use crate::desktop::{
    command::Command,
    icons,
    import::Preview,
    model::Model,
    theme::{Look, Type, of},
    widgets::{self, Banner, Button},
};

pub(super) fn show(context: &Context, model: &Model, preview: &Preview, asked: &mut Vec<Command>) {
    let words = &model.words;
    sheet::show(context, "import", 640.0, asked, |ui, asked| {
        let palette = of(ui);
        let name = preview.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        widgets::label(ui, words.say(&msg!("ui-import-title", name = name)), Type::H3, palette.text);
        if !preview.foreign.is_empty() {
            let said: Vec<String> = preview.foreign.iter().map(|message| words.say(message)).collect();
            Banner::new(Look::Fail, &words.text("ui-import-foreign"), &said.join(" ")).show(ui);
        }
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for (source, vantage, at) in &preview.looks {
                ui.horizontal(|ui| {
                    icon(ui, icons::TABLE, 16.0, palette.text_2);
                    let source = words.text(&format!("source-{}", source.name().replace('_', "-")));
                    let place = words.say(&vantage.message());
                    widgets::label(ui, words.list(&[source, place, words.date_time(*at)]), Type::Body, palette.text);
                });
            }
            ui.add_space(8.0);
            let count = preview.changes.len();
            widgets::label(ui, words.say(&msg!("ui-import-changes", count = count)), Type::Strong, palette.text);
            for (id, before, after) in &preview.changes {
                let item = model.assessment().and_then(|assessment| assessment.checklist().item(id));
                let title = item.map(|item| words.item_title(item)).unwrap_or_default();
                ui.horizontal(|ui| {
                    widgets::pill(ui, Look::from(*before), &words.text(before.message_id()));
                    icon(ui, icons::ARROW_RIGHT, 12.0, palette.text_3);
                    widgets::pill(ui, Look::from(*after), &words.text(after.message_id()));
                    widgets::label(ui, title, Type::Body, palette.text);
                });
            }
        });
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let foreign = !preview.foreign.is_empty();
            let text = words.text(if foreign { "ui-import-anyway" } else { "ui-import-take" });
            let button = Button::new(&text);
            if ui.add(if foreign { button } else { button.primary() }).clicked() {
                asked.push(Command::ImportShown);
            }
            if ui.add(Button::new(&words.text("ui-cancel"))).clicked() {
                asked.push(Command::Dismiss);
            }
        });
    });
}
