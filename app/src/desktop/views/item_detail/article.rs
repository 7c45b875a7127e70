//! What the article says, beside what is known today.

use egui::{Frame, Margin, Ui};
use readiness_core::msg;

use super::Shown;
use crate::desktop::{
    icons::{self, Variant},
    theme::{Type, of, tokens},
    views::ViewCommand,
    widgets,
};

/// Below this width the two texts stand under each other.
const TWO_COLUMNS: f32 = 620.0;

impl Shown<'_> {
    pub(super) fn article(&self, ui: &mut Ui, commands: &mut Vec<ViewCommand>) {
        let words = self.view.words;
        let item = self.view.item;
        let then = (words.text("ui-item-then"), words.item_article(item));
        let newest = item.sources.iter().filter_map(|document| document.date).max();
        let title = match newest {
            Some(day) => words.say(&msg!("ui-item-today-of", day = day)),
            None => words.text("ui-item-today"),
        };
        let today = (title, words.item_today(item));
        let both = then.1.is_some() && today.1.is_some();
        let said = then.1.is_some() || today.1.is_some();
        if both && ui.available_width() >= TWO_COLUMNS {
            ui.columns_const(|[left, right]| {
                quote(left, &then);
                quote(right, &today);
            });
        } else {
            quote(ui, &then);
            quote(ui, &today);
        }
        if both {
            let palette = of(ui);
            let id = if item.is_manual() { "ui-item-answered-by-today" } else { "ui-item-judged-by-today" };
            widgets::label(ui, words.text(id), Type::Strong, palette.text);
        } else if then.1.is_some() {
            let palette = of(ui);
            widgets::label(ui, words.text("ui-item-judged-by-article"), Type::Strong, palette.text);
        }
        if item.article.is_empty() && !said {
            widgets::caption(ui, words.text("ui-item-no-article"));
        }
        if item.sources.is_empty() {
            return;
        }
        ui.add_space(tokens().space.x1);
        widgets::caption(ui, words.text("ui-item-sources"));
        for document in &item.sources {
            let open = widgets::row_wrapped(ui, Type::Body.line(), |ui| {
                let response = widgets::link(ui, &document.title, Type::Body).on_hover_text(&document.url);
                let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(14.0), egui::Sense::hover());
                let colour = of(ui).text_3;
                icons::ARROW_SQUARE_OUT.paint(ui.painter(), Variant::Regular, rect.center(), 14.0, colour);
                if let Some(date) = document.date {
                    widgets::caption(ui, words.date(date));
                }
                response.clicked()
            });
            if open {
                commands.push(ViewCommand::OpenUrl(document.url.clone()));
            }
        }
    }
}

fn quote(ui: &mut Ui, (title, text): &(String, Option<String>)) {
    let Some(text) = text else { return };
    let palette = of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::label(ui, title, Type::CaptionStrong, palette.text_2);
        Frame::NONE.fill(palette.sunken).corner_radius(tokens().radius.md).inner_margin(Margin::symmetric(12, 8)).show(
            ui,
            |ui| {
                ui.set_width(ui.available_width());
                widgets::label(ui, text, Type::Body, palette.text);
            },
        );
    });
}
