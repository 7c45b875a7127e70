//! On whose paper the report is printed.

use egui::{CornerRadius, Sense, Stroke, StrokeKind, Ui, Vec2};
use readiness_core::msg;

use crate::desktop::{
    command::Command,
    forms::PaperForm,
    icons,
    model::Model,
    pages::icon,
    theme::{Type, of, tokens},
    widgets::{self, Button, Expander, Field},
};

/// The place of the logo.
const TILE: Vec2 = Vec2::new(96.0, 48.0);

pub(super) fn show(ui: &mut Ui, model: &Model, form: &mut PaperForm, asked: &mut Vec<Command>) {
    let words = &model.words;
    let title = words.text("ui-letterhead");
    let assessor = model.assessment().map_or("", |assessment| assessment.subject.assessor.trim());
    let caption = match form.consultant.trim() {
        "" => assessor.to_owned(),
        consultant => consultant.to_owned(),
    };
    let mut open = form.open;
    // The row draws a line above itself, which is the card's own border here.
    widgets::card(ui, egui::Margin { left: 12, right: 12, top: -1, bottom: 0 }, |ui| {
        Expander::new(icons::IDENTIFICATION_CARD, &title).caption(&caption).show(ui, &mut open, |ui| {
            logo(ui, model, asked);
            let mut left = false;
            let label = words.text("ui-letterhead-consultant");
            let optional = words.text("ui-optional");
            let field = Field::new(&label).optional(&optional).hint(assessor).id(egui::Id::unique("paper-consultant"));
            left |= field.show(ui, &mut form.consultant).lost_focus();
            let label = words.text("ui-letterhead-contact");
            let help = words.text("ui-letterhead-lines");
            let field = Field::new(&label).optional(&optional).help(help.as_str()).multiline();
            left |= field.id(egui::Id::unique("paper-contact")).show(ui, &mut form.contact).lost_focus();
            let label = words.say(&msg!("ui-letterhead-customer", name = model.name()));
            let wrong = form.letterhead(None).err().map(|why| words.say(&why.message()));
            let help = words.text("ui-letterhead-customer-help");
            let field = Field::new(&label).optional(&optional).help(help.as_str()).error(wrong.as_deref()).multiline();
            left |= field.id(egui::Id::unique("paper-customer")).show(ui, &mut form.customer).lost_focus();
            if left {
                asked.push(Command::Paper(Box::new(form.clone())));
            }
        });
    });
    form.open = open;
}

fn logo(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    ui.horizontal(|ui| {
        let (rect, response) = ui.allocate_exact_size(TILE, Sense::hover());
        let name = words.text(if model.logo.is_some() { "ui-letterhead-logo" } else { "ui-letterhead-no-logo" });
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &name));
        // Paper is white, whatever the screen is.
        let fill = if model.logo.is_some() { egui::Color32::WHITE } else { palette.sunken };
        let radius = CornerRadius::same(tokens().radius.md);
        ui.painter().rect(
            rect,
            radius,
            fill,
            Stroke::new(tokens().stroke.hair, palette.line_strong),
            StrokeKind::Inside,
        );
        match &model.logo {
            Some(logo) => {
                let size = logo.texture.size_vec2();
                let place = rect.shrink(4.0);
                let scale = (place.width() / size.x).min(place.height() / size.y);
                let at = egui::Rect::from_center_size(place.center(), size * scale);
                let whole = egui::Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
                ui.painter().image(logo.texture.id(), at, whole, egui::Color32::WHITE);
            }
            None => {
                let at = egui::Rect::from_center_size(rect.center(), Vec2::splat(20.0));
                ui.scope_builder(egui::UiBuilder::new().max_rect(at), |ui| {
                    icon(ui, icons::IMAGE, 20.0, palette.text_3)
                });
            }
        }
        ui.vertical(|ui| {
            ui.horizontal(|ui| {
                if ui.add(Button::new(&words.text("ui-letterhead-choose-logo")).small()).clicked() {
                    asked.push(Command::ChooseLogo);
                }
                if model.logo.is_some()
                    && ui.add(Button::new(&words.text("ui-letterhead-remove-logo")).small().quiet()).clicked()
                {
                    asked.push(Command::RemoveLogo);
                }
            });
            widgets::label(ui, words.text("ui-letterhead-logo-help"), Type::Caption, palette.text_3);
        });
    });
}
