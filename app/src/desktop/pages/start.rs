//! The start page: new, open, sample, training, and what was open lately.

mod recent;

use egui::{
    CentralPanel, CornerRadius, Frame, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
};
use readiness_core::msg;

use super::{icon, menu};
use crate::desktop::{
    command::Command,
    forms::Forms,
    icons::{self, Icon, Variant},
    model::Model,
    settings::Theme,
    theme::{Look, Type, of, tokens},
    widgets::{self, Banner, IconButton},
};

pub(super) fn show(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let fill = of(ui).canvas;
    CentralPanel::default().frame(Frame::NONE.fill(fill)).show(ui, |ui| {
        corner(ui, model, asked);
        let whole = ui.max_rect();
        let width = (whole.width() - 48.0).min(1080.0);
        let top = if whole.height() < 640.0 { 48.0 } else { 76.0 };
        let column = Rect::from_min_size(
            Pos2::new(whole.center().x - width / 2.0, whole.top() + top),
            Vec2::new(width, whole.height() - top),
        );
        let mut ui = ui.new_child(UiBuilder::new().max_rect(column));
        egui::ScrollArea::vertical().auto_shrink(false).show(&mut ui, |ui| page(ui, model, forms, asked));
        if whole.height() >= 700.0 {
            promises(&mut ui, model, whole);
        }
    });
}

fn corner(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    let rect =
        Rect::from_min_size(ui.max_rect().min + Vec2::new(0.0, 8.0), Vec2::new(ui.max_rect().width() - 12.0, 32.0));
    widgets::trailing(ui, "corner", rect, |ui| {
        language_menu(ui, model, asked);
        let dark = ui.visuals().dark_mode;
        let (glyph, next) = if dark { (icons::MOON, Theme::Light) } else { (icons::SUN, Theme::Dark) };
        let name = words.text(if dark { "command-theme-light" } else { "command-theme-dark" });
        if ui.add(IconButton::new(glyph, &name)).clicked() {
            asked.push(Command::Colours(next));
        }
        if ui.add(IconButton::new(icons::INFO, &words.text("command-about"))).clicked() {
            asked.push(Command::About);
        }
    });
}

/// A button with the language's own name, and the others below it.
pub(super) fn language_menu(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let own = model.words.text("language-name");
    let button = ui.add(widgets::Button::new(&own).quiet().icon(icons::TRANSLATE));
    egui::Popup::menu(&button).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (language, name) in &model.languages {
            if menu::choice(ui, name, language == model.words.language()) {
                asked.push(Command::Speak(language.clone()));
            }
        }
    });
}

fn page(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    ui.spacing_mut().item_spacing.y = 8.0;
    ui.horizontal(|ui| {
        let (tile, _) = ui.allocate_exact_size(Vec2::splat(56.0), Sense::hover());
        app_icon(ui, tile);
        ui.add_space(8.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            widgets::label(ui, words.text("app-name"), Type::H1, palette.text);
            widgets::label(ui, words.text("ui-start-claim"), Type::Body, palette.text_2);
        });
    });
    ui.add_space(16.0);
    recovery(ui, model, asked);

    let narrow = ui.available_width() < 760.0;
    if narrow {
        start(ui, model, forms, asked);
        ui.add_space(16.0);
        recent::show(ui, model, asked);
        return;
    }
    let width = ui.available_width();
    let left = 360.0_f32.min(width * 0.4);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 32.0;
        ui.vertical(|ui| {
            ui.set_width(left);
            ui.spacing_mut().item_spacing.x = 8.0;
            start(ui, model, forms, asked);
        });
        ui.vertical(|ui| {
            ui.set_width(width - left - 32.0);
            ui.spacing_mut().item_spacing.x = 8.0;
            recent::show(ui, model, asked);
        });
    });
}

fn recovery(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    let Some(found) = model.unsaved.first() else { return };
    let name = if found.organisation.is_empty() { words.text("ui-unnamed") } else { found.organisation.clone() };
    let text = match found.at {
        Some(at) => words.say(&msg!("ui-start-unsaved-text", name = name, answers = found.answers, at = at)),
        None => name,
    };
    let act = Banner::new(Look::NeedsYou, &words.text("ui-start-unsaved"), &text)
        .quiet_action(&words.text("ui-discard"))
        .action(&words.text("ui-recover"))
        .show(ui);
    match act {
        Some(0) => asked.push(Command::Discard(found.path.clone())),
        Some(_) => asked.push(Command::Recover(found.path.clone())),
        None => {}
    }
    ui.add_space(16.0);
}

fn start(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let palette = of(ui);
    widgets::label(ui, model.words.text("ui-start-start"), Type::Strong, palette.text);
    let cards = [
        (Command::New, icons::PLUS),
        (Command::Open, icons::FOLDER_OPEN),
        (Command::Sample, icons::FLASK),
        (Command::Training, icons::GRADUATION_CAP),
    ];
    for (index, (command, glyph)) in cards.into_iter().enumerate() {
        let focus = index == 0 && std::mem::take(&mut forms.focus_first);
        if card(ui, model, &command, glyph, index == 0, focus) {
            asked.push(command);
        }
    }
}

fn card(ui: &mut Ui, model: &Model, command: &Command, glyph: Icon, first: bool, focus: bool) -> bool {
    let Some(row) = command.row() else { return false };
    let words = &model.words;
    let palette = of(ui);
    let refused = model.why_not(command).map(|why| words.text(why));
    let sense = if refused.is_some() { Sense::hover() } else { Sense::click() };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 68.0), sense);
    if focus {
        response.request_focus();
    }
    let (title, hint) = (words.text(row.label), words.attribute(row.label, "hint").unwrap_or_default());
    let painter = ui.painter().clone();
    let fill = match (response.is_pointer_button_down_on(), response.hovered() && refused.is_none(), first) {
        (true, _, _) => palette.pressed,
        (_, true, _) => palette.hover,
        (_, _, true) => palette.accent.soft,
        _ => palette.surface,
    };
    let border = if first { palette.accent.soft_border } else { palette.line };
    let radius = CornerRadius::same(tokens().radius.lg);
    painter.rect(rect, radius, fill, Stroke::new(tokens().stroke.hair, border), StrokeKind::Inside);
    let tile = Rect::from_min_size(rect.min + Vec2::new(15.0, 16.0), Vec2::splat(36.0));
    let (tile_fill, tile_icon) =
        if first { (palette.accent.solid, palette.accent.on_solid) } else { (palette.sunken, palette.text_2) };
    painter.rect_filled(tile, CornerRadius::same(tokens().radius.md), tile_fill);
    glyph.paint(&painter, Variant::Regular, tile.center(), 20.0, tile_icon);
    let colour = if refused.is_some() { palette.text_3 } else { palette.text };
    let key = row.keys.first().map(|keys| keys.text()).unwrap_or_default();
    let key = widgets::galley(ui, &key, Type::Key, palette.text_3, 90.0);
    let room = rect.width() - 63.0 - 14.0;
    let galley = widgets::galley(ui, &title, Type::Strong, colour, room - key.size().x - 8.0);
    painter.galley(rect.min + Vec2::new(63.0, 15.0), galley, colour);
    let galley = widgets::galley(ui, &hint, Type::Caption, palette.text_2, room);
    painter.galley(rect.min + Vec2::new(63.0, 38.0), galley, palette.text_2);
    painter.galley(Pos2::new(rect.right() - 14.0 - key.size().x, rect.top() + 18.0), key, palette.text_3);
    if response.has_focus() {
        widgets::ring(&painter, palette, rect, tokens().radius.lg, false);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, refused.is_none(), &title));
    let clicked = response.clicked();
    if let Some(why) = &refused {
        response.on_hover_text(why);
    }
    clicked
}

fn promises(ui: &mut Ui, model: &Model, whole: Rect) {
    let palette = of(ui);
    let words = &model.words;
    let parts = [
        (icons::EYE, "ui-promise-reads"),
        (icons::USER_CIRCLE, "ui-promise-account"),
        (icons::WIFI_SLASH, "ui-promise-offline"),
        (icons::PROHIBIT, "ui-promise-telemetry"),
    ];
    let texts: Vec<(Icon, String)> = parts.map(|(glyph, id)| (glyph, words.text(id))).into();
    let width = |text: &str| widgets::galley(ui, text, Type::Caption, palette.text_3, f32::INFINITY).size().x;
    let all: f32 = texts.iter().map(|(_, text)| width(text) + 18.0 + 24.0).sum();
    let rect = Rect::from_min_size(
        Pos2::new(whole.center().x - all / 2.0 + 12.0, whole.bottom() - 44.0),
        Vec2::new(all + 40.0, 44.0),
    );
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(egui::Layout::left_to_right(egui::Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (glyph, text) in texts {
            icon(ui, glyph, 14.0, palette.text_3);
            widgets::label(ui, text, Type::Caption, palette.text_3);
            ui.add_space(20.0);
        }
    });
}

/// The program's icon: a tile with an arrow that comes back and a tick.
pub(super) fn app_icon(ui: &Ui, rect: Rect) {
    let painter = ui.painter();
    let palette = of(ui);
    let radius = (rect.width() * 0.2).clamp(4.0, 12.0) as u8;
    painter.rect_filled(rect, CornerRadius::same(radius), palette.accent.solid);
    let at = |x: f32, y: f32| rect.min + Vec2::new(x, y) * rect.width();
    let thick = rect.width() * 0.1;
    let light = palette.accent.on_solid.gamma_multiply(0.7);
    let arrow = [at(0.30, 0.33), at(0.62, 0.33), at(0.74, 0.40), at(0.76, 0.52)];
    painter.add(egui::Shape::line(arrow.to_vec(), Stroke::new(thick * 0.85, light)));
    painter
        .add(egui::Shape::line(vec![at(0.42, 0.20), at(0.28, 0.33), at(0.42, 0.46)], Stroke::new(thick * 0.85, light)));
    let tick = [at(0.22, 0.58), at(0.42, 0.78), at(0.78, 0.44)];
    painter.add(egui::Shape::line(tick.to_vec(), Stroke::new(thick, palette.accent.on_solid)));
}
