//! The certificates in the system's store, of which one is chosen.

use egui::{CornerRadius, Pos2, Role, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo};
use readiness_core::msg;

use crate::{
    certificate_store::StoredCertificate,
    desktop::{
        command::Command,
        forms::SignatureForm,
        icons,
        model::Model,
        signing::Stored,
        theme::{Look, Type, of, tokens},
        widgets::{self, Banner, Button, labelled},
    },
};

/// Height of a row, in points.
const ROW: f32 = 48.0;
/// The most rows that are seen at once.
const ROWS: f32 = 4.0;

pub(super) fn choice(ui: &mut Ui, model: &Model, known: &Stored, form: &mut SignatureForm, asked: &mut Vec<Command>) {
    let words = &model.words;
    let (label, help) = (words.text("ui-stored-label"), words.text("ui-stored-help"));
    labelled(ui, &label, Some(help.as_str()), None, |ui| match known {
        Stored::NotRead => asked.push(Command::ReadCertificates),
        Stored::Reading => {
            ui.horizontal(|ui| {
                let running = words.text(Look::Running.message_id());
                widgets::verdict_icon(ui, Look::Running, &running, 18.0, of(ui).surface);
                widgets::label(ui, words.text("ui-stored-reading"), Type::Caption, of(ui).text_2);
            });
        }
        Stored::Refused(why) => {
            Banner::new(Look::Warn, &words.text("ui-stored-refused"), &words.say(why)).show(ui);
        }
        Stored::Read(found) if found.is_empty() => {
            widgets::paragraph(ui, &words.text("store-empty"), false);
        }
        Stored::Read(found) => {
            // The page scrolls as well, so that there is always room for it.
            let height = ROW * ROWS;
            let rows = ScrollArea::vertical().id_salt("stored").max_height(height).min_scrolled_height(height);
            rows.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for one in found {
                    if row(ui, model, one, form.stored.as_ref() == Some(&one.certificate.sha256)) {
                        form.stored = Some(one.certificate.sha256.clone());
                    }
                }
            });
        }
    });
    if matches!(known, Stored::Read(_) | Stored::Refused(_))
        && ui.add(Button::new(&words.text("ui-stored-again")).small().icon(icons::ARROW_CLOCKWISE)).clicked()
    {
        asked.push(Command::ReadCertificates);
    }
}

/// True when it is chosen now.
fn row(ui: &mut Ui, model: &Model, one: &StoredCertificate, on: bool) -> bool {
    let (words, palette, tokens) = (&model.words, of(ui), tokens());
    let certificate = &one.certificate;
    let until = certificate.not_after.to_zoned(words.zone().clone()).date();
    let start: String = certificate.thumbprint.chars().take(8).collect();
    let second =
        words.say(&msg!("ui-stored-row", issuer = &certificate.issuer_name, until = until, thumbprint = start));
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    let painter = ui.painter().clone();
    let fill = match (on, response.is_pointer_button_down_on(), response.hovered()) {
        (true, _, _) => palette.accent.soft,
        (_, true, _) => palette.pressed,
        (_, _, true) => palette.hover,
        _ => palette.surface,
    };
    painter.rect_filled(rect, CornerRadius::same(tokens.radius.md), fill);
    let circle = Pos2::new(rect.left() + 18.0, rect.center().y);
    if on {
        painter.circle_filled(circle, 8.0, palette.accent.solid);
        painter.circle_filled(circle, 3.0, palette.accent.on_solid);
    } else {
        painter.circle(circle, 7.5, palette.raised, Stroke::new(tokens.stroke.hair, palette.control_border));
    }
    let left = rect.left() + 38.0;
    let wide = rect.right() - 12.0 - left;
    let name = widgets::galley(ui, &certificate.name, Type::Strong, palette.text, wide);
    painter.galley(Pos2::new(left, rect.top() + 5.0), name, palette.text);
    let galley = widgets::galley(ui, &second, Type::Caption, palette.text_2, wide);
    painter.galley(Pos2::new(left, rect.top() + 26.0), galley, palette.text_2);
    if response.has_focus() {
        widgets::ring(&painter, palette, rect, tokens.radius.md, true);
    }
    let spoken = format!("{}, {second}", certificate.name);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, &spoken));
    let clicked = response.clicked();
    response.on_hover_text(certificate.thumbprint.as_str());
    clicked
}
