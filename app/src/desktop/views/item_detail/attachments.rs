//! Files that belong to an answer: an area to drop on, a picture pasted with Ctrl+V, and a tile for each file.

use std::sync::Arc;

use egui::{CornerRadius, Event, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};
use readiness_core::msg;

use super::Shown;
use crate::desktop::{
    icons::{self, Variant},
    theme::{Type, of, tokens},
    views::{AnswerDraft, Attached, Drafts, Form, ViewCommand},
    widgets::{self, Button, labelled},
};

/// A tile.
const TILE: Vec2 = Vec2::new(72.0, 56.0);

/// Side of the button that removes a file.
const REMOVE: f32 = 18.0;

impl Shown<'_> {
    /// A picture that was pasted belongs to the answer on this item, whose form opens for it. Text is left to the fields.
    pub(super) fn pasted(&self, ui: &Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let mut pictures = Vec::new();
        ui.input_mut(|input| {
            input.events.retain(|event| match event {
                Event::PasteImage(picture) => {
                    pictures.push(Arc::clone(picture));
                    false
                }
                _ => true,
            });
        });
        if pictures.is_empty() {
            return;
        }
        let item = &self.view.item.id;
        if drafts.form(item) != Some(Form::Answer) {
            drafts.open(item, Form::Answer);
        }
        commands.extend(pictures.into_iter().map(|picture| ViewCommand::AttachPicture(item.clone(), picture)));
    }

    pub(super) fn attachments(&self, ui: &mut Ui, draft: &mut AnswerDraft, commands: &mut Vec<ViewCommand>) {
        let words = self.view.words;
        let label = words.text("ui-form-attachments");
        let mut removed = None;
        labelled(ui, &label, None, None, |ui| {
            if !draft.attachments.is_empty() {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = Vec2::splat(tokens().space.x2);
                    for (index, attached) in draft.attachments.iter_mut().enumerate() {
                        let size = attached.file.data.len().div_ceil(1024);
                        let said = words.say(&msg!("ui-form-attachment", name = &attached.file.name, kilobytes = size));
                        let remove = words.say(&msg!("ui-form-remove", name = &attached.file.name));
                        if tile(ui, attached, &said, &remove) {
                            removed = Some(index);
                        }
                    }
                });
            }
            self.drop_area(ui, commands);
        });
        if let Some(index) = removed {
            draft.attachments.remove(index);
        }
    }

    fn drop_area(&self, ui: &mut Ui, commands: &mut Vec<ViewCommand>) {
        let palette = of(ui);
        let words = self.view.words;
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 56.0), Sense::hover());
        let dragged = ui.input(|input| !input.raw.hovered_files.is_empty());
        let painter = ui.painter();
        let (colour, width) = if dragged {
            painter.rect_filled(rect, CornerRadius::same(tokens().radius.md), palette.accent.soft);
            (palette.accent.focus, tokens().stroke.focus)
        } else {
            (palette.line_strong, tokens().stroke.hair)
        };
        let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
        painter.extend(Shape::dashed_line(&corners, Stroke::new(width, colour), 4.0, 3.0));
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let inner = rect.shrink2(Vec2::new(12.0, 0.0));
        ui.scope_builder(egui::UiBuilder::new().max_rect(inner).layout(layout), |ui| {
            let attach = words.text("ui-form-attach");
            if ui.add(Button::new(&attach).small().icon(icons::PAPERCLIP)).clicked() {
                commands.push(ViewCommand::Attach(self.view.item.id.clone()));
            }
            let room = ui.available_width();
            widgets::one_line(ui, &words.text("ui-form-drop-or-paste"), Type::Caption, palette.text_2, room);
        });
    }
}

/// A tile with the small picture, or the end of the file's name; true when it is to be removed.
fn tile(ui: &mut Ui, attached: &mut Attached, said: &str, remove: &str) -> bool {
    let palette = of(ui);
    let radius = CornerRadius::same(tokens().radius.md);
    let (rect, response) = ui.allocate_exact_size(TILE, Sense::hover());
    let texture = attached.texture(ui.ctx()).map(|texture| (texture.id(), texture.size_vec2()));
    let painter = ui.painter();
    painter.rect_filled(rect, radius, palette.sunken);
    match texture {
        Some((id, size)) => {
            let scale = (TILE.x / size.x).min(TILE.y / size.y).min(1.0);
            let place = Rect::from_center_size(rect.center(), size * scale);
            let whole = Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
            painter.image(id, place, whole, egui::Color32::WHITE);
        }
        None => {
            let at = rect.center() - Vec2::new(0.0, 8.0);
            icons::FILE.paint(painter, Variant::Regular, at, 20.0, palette.text_2);
            let name = widgets::shorten_middle(ui, &attached.file.name, Type::Caption, TILE.x - 8.0);
            let galley = widgets::galley(ui, &name, Type::Caption, palette.text_2, TILE.x - 8.0);
            let left = rect.center().x - galley.size().x / 2.0;
            ui.painter().galley(egui::pos2(left, rect.bottom() - 20.0), galley, palette.text_2);
        }
    }
    let painter = ui.painter();
    painter.rect_stroke(rect, radius, Stroke::new(tokens().stroke.hair, palette.line_strong), StrokeKind::Inside);
    let corner = Rect::from_min_size(rect.right_top() + Vec2::new(-REMOVE - 2.0, 2.0), Vec2::splat(REMOVE));
    let button = ui.interact(corner, response.id.with("remove"), Sense::click());
    let painter = ui.painter();
    let fill = if button.hovered() { palette.hover } else { palette.raised };
    painter.circle(corner.center(), REMOVE / 2.0, fill, Stroke::new(tokens().stroke.hair, palette.line_strong));
    icons::X.paint(painter, Variant::Bold, corner.center(), 10.0, palette.text);
    if button.has_focus() {
        widgets::ring(painter, palette, corner, tokens().radius.round, false);
    }
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, remove));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, said));
    response.on_hover_text(said);
    button.on_hover_text(remove).clicked()
}
