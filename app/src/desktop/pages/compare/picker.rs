//! The two assessments that are compared, each with a menu of what else could stand there, and the button between that
//! swaps them.

use egui::{Align, CornerRadius, Pos2, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};
use readiness_core::{
    assessment::{Assessment, Conclusion, Role as Signer, Standing},
    msg,
};

use crate::desktop::{
    command::Command,
    compared::{Chosen, Slot},
    icons::{self, Variant},
    model::Model,
    pages::menu,
    theme::{Look, Type, of, tokens},
    widgets::{self, IconButton},
};

const HEIGHT: f32 = 58.0;

pub(super) fn pickers(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let gap = 32.0 + 24.0;
    let width = (ui.available_width() - gap) / 2.0;
    ui.allocate_ui_with_layout(
        Vec2::new(ui.available_width(), HEIGHT),
        egui::Layout::left_to_right(Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            picker(ui, model, Slot::A, width, asked);
            let name = format!("{} (Alt+S)", model.words.text("command-compare-swap"));
            if ui.add(IconButton::new(icons::SWAP, &name)).clicked() {
                asked.push(Command::SwapCompared);
            }
            picker(ui, model, Slot::B, width, asked);
        },
    );
}

fn picker(ui: &mut Ui, model: &Model, slot: Slot, width: f32, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    let tokens = tokens();
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::click());
    let painter = ui.painter().clone();
    let fill = match (response.is_pointer_button_down_on(), response.hovered()) {
        (true, _) => palette.pressed,
        (_, true) => palette.hover,
        _ => palette.surface,
    };
    let radius = CornerRadius::same(tokens.radius.lg);
    painter.rect(rect, radius, fill, Stroke::new(tokens.stroke.hair, palette.line), StrokeKind::Inside);
    let letter = if slot == Slot::A { "A" } else { "B" };
    let tile = egui::Rect::from_center_size(Pos2::new(rect.left() + 26.0, rect.center().y), Vec2::splat(24.0));
    painter.rect_filled(tile, CornerRadius::same(tokens.radius.md), palette.sunken);
    let galley = widgets::galley(ui, letter, Type::Strong, palette.text, 24.0);
    painter.galley(tile.center() - galley.size() / 2.0, galley, palette.text);
    icons::CARET_DOWN.paint(
        &painter,
        Variant::Regular,
        Pos2::new(rect.right() - 20.0, rect.center().y),
        16.0,
        palette.text_2,
    );
    let (title, source, conclusion) = told(model, slot);
    let mut right = rect.right() - 36.0;
    if let Some(conclusion) = conclusion {
        let text = words.text(conclusion.message_id());
        let wide = widgets::galley(ui, &text, Type::CaptionStrong, palette.text, f32::INFINITY).size().x + 36.0;
        // Where there is little room the name counts more.
        if rect.width() > wide + 220.0 {
            let at = egui::Rect::from_min_size(
                Pos2::new(right - wide, rect.center().y - tokens.size.pill / 2.0),
                Vec2::new(wide, tokens.size.pill),
            );
            ui.scope_builder(egui::UiBuilder::new().max_rect(at), |ui| {
                widgets::pill(ui, Look::from(conclusion), &text)
            });
            right -= wide + 8.0;
        }
    }
    let left = rect.left() + 50.0;
    let galley = widgets::galley(ui, &title, Type::Strong, palette.text, right - left);
    painter.galley(Pos2::new(left, rect.top() + 9.0), galley, palette.text);
    let galley = widgets::galley(ui, &source, Type::Caption, palette.text_2, right - left);
    painter.galley(Pos2::new(left, rect.top() + 31.0), galley, palette.text_2);
    if response.has_focus() {
        widgets::ring(&painter, palette, rect, tokens.radius.lg, false);
    }
    let spoken = words.list(&[letter.to_owned(), title, source]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    egui::Popup::menu(&response).show(|ui| choices(ui, model, slot, asked));
}

/// Title, source, and conclusion of what stands in a place.
fn told(model: &Model, slot: Slot) -> (String, String, Option<Conclusion>) {
    let words = &model.words;
    let made = model.compared.made.as_ref();
    let conclusion = made.map(|made| match slot {
        Slot::A => made.comparison.before,
        Slot::B => made.comparison.now,
    });
    let at = |assessment: &Assessment| words.date_time(assessment.last_change());
    match model.compared.get(slot) {
        None => (words.text("ui-compare-none"), words.text("ui-compare-none-hint"), None),
        Some(Chosen::This) => {
            let at = model.assessment().map(at).unwrap_or_default();
            (at, words.text("ui-compare-this"), conclusion)
        }
        Some(Chosen::File(path, assessment)) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let signed = Signer::ALL.into_iter().filter(|role| assessment.sign_off_of(*role).is_some()).count();
            let source = match assessment.standing(model.now) {
                Standing::Training => words.list(&[name, words.text("ui-training-mark")]),
                _ if signed > 0 => words.list(&[name, words.say(&msg!("ui-signed-of", count = signed))]),
                _ => name,
            };
            (at(assessment), source, conclusion)
        }
    }
}

fn choices(ui: &mut Ui, model: &Model, slot: Slot, asked: &mut Vec<Command>) {
    let words = &model.words;
    let is_this = matches!(model.compared.get(slot), Some(Chosen::This));
    if menu::choice(ui, &words.text("ui-compare-this"), is_this) {
        asked.push(Command::CompareThis(slot));
    }
    if menu::choice(ui, &words.text("ui-compare-choose"), false) {
        asked.push(Command::ChooseCompared(slot));
    }
    let open = model.document.as_ref().and_then(|document| document.path());
    let recent = model.recent.files.iter().filter(|file| !file.missing && Some(&file.path) != open);
    let mut first = true;
    for file in recent.take(6) {
        if std::mem::take(&mut first) {
            menu::head(ui, &words.text("ui-compare-recent"));
        }
        let name = file.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let on = matches!(model.compared.get(slot), Some(Chosen::File(path, _)) if *path == file.path);
        if menu::choice(ui, &name, on) {
            asked.push(Command::CompareFile(slot, file.path.clone()));
        }
    }
}
