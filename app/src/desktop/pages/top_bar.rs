//! The top bar: what is open, whether it is saved, search, undo and redo, the menu, report and run.

use egui::{Align, Layout, Rect, Sense, Ui, UiBuilder, Vec2};
use readiness_core::msg;

use super::{CommandButton, bar, menu, start};
use crate::desktop::{
    command::Command,
    document::SaveState,
    forms::Forms,
    icons,
    model::Model,
    page::Page,
    settings::{Theme, ZOOMS},
    theme::{Look, Type, of, tokens},
    widgets::{self, Field, IconButton},
};

pub(super) fn show(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let palette = of(ui);
    bar("top", tokens().size.top_bar, palette.sidebar).show(ui, |ui| {
        let rect = ui.max_rect();
        widgets::row_line(ui.painter(), palette, rect.x_range(), rect.bottom() - 0.5);
        let inner = Rect::from_min_max(rect.min + Vec2::new(16.0, 0.0), rect.max - Vec2::new(12.0, 0.0));
        let mut from_start = Vec::new();
        widgets::both_ends(
            ui,
            "top",
            inner,
            |ui| {
                let left = ui.max_rect().with_max_x(ui.max_rect().right() - 4.0);
                let identity = ui
                    .scope_builder(UiBuilder::new().max_rect(left).layout(Layout::left_to_right(Align::Center)), |ui| {
                        identity(ui, model, rect.width(), &mut from_start);
                    })
                    .response
                    .rect;
                // The field stands in the middle of what is left.
                let room = Rect::from_min_max(egui::pos2(identity.right() + 12.0, rect.top()), left.max);
                let width = if rect.width() < 1240.0 { 220.0 } else { 300.0 };
                let middle = Rect::from_center_size(room.center(), Vec2::new(f32::min(width, room.width()), 32.0));
                ui.scope_builder(
                    UiBuilder::new().max_rect(middle).layout(Layout::left_to_right(Align::Center)),
                    |ui| find(ui, model, forms, &mut from_start),
                );
            },
            |ui| actions(ui, model, rect.width(), asked),
        );
        asked.append(&mut from_start);
    });
}

fn identity(ui: &mut Ui, model: &Model, width: f32, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    let (tile, home) = ui.allocate_exact_size(Vec2::splat(22.0), Sense::click());
    start::app_icon(ui, tile);
    if home.has_focus() {
        widgets::ring(ui.painter(), palette, tile, tokens().radius.sm, false);
    }
    let name = words.text("command-close");
    home.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    if home.on_hover_text(name).clicked() {
        asked.push(Command::Close);
    }
    let room = (ui.available_width() - 280.0).clamp(60.0, 220.0);
    let subject = words.say(&msg!("ui-side-subject", name = model.name()));
    if name_of(ui, &model.name(), &subject, room).clicked() {
        asked.push(Command::EditSubject);
    }
    let Some(document) = &model.document else { return };
    let state = document.save_state();
    let (glyph, id, colour) = match &state {
        SaveState::Saved => (icons::CHECK, "ui-save-saved", palette.text_3),
        SaveState::Saving => (icons::FLOPPY_DISK, "ui-save-saving", palette.text_3),
        SaveState::Empty => (icons::FILE, "ui-save-empty", palette.text_3),
        SaveState::Unnamed => (icons::FILE, "ui-save-unnamed", palette.text_2),
        SaveState::Trouble(_) => (icons::WARNING, "ui-save-trouble", palette.verdict(Look::Warn).fg),
    };
    let text = words.text(id);
    let room = ui.available_width() - 180.0;
    let full = widgets::galley(ui, &text, Type::Caption, colour, f32::INFINITY).size().x + 22.0;
    let short = width < 1040.0 || full > room;
    let shown = if short { 18.0 } else { full };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(shown, 26.0), Sense::click());
    let at = egui::Pos2::new(rect.left() + 8.0, rect.center().y);
    glyph.paint(ui.painter(), icons::Variant::Regular, at, 14.0, colour);
    if !short {
        let galley = widgets::galley(ui, &text, Type::Caption, colour, full);
        ui.painter().galley(
            egui::Pos2::new(rect.left() + 19.0, rect.center().y - galley.size().y / 2.0),
            galley,
            colour,
        );
    }
    if response.has_focus() {
        widgets::ring(ui.painter(), palette, rect, tokens().radius.md, false);
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &text));
    let tip = match (&state, document.path()) {
        (SaveState::Trouble(why), _) => why.clone(),
        (_, Some(path)) => path.display().to_string(),
        (_, None) => words.text("ui-save-unnamed-tip"),
    };
    if response.on_hover_text(tip).clicked() {
        asked.push(Command::SaveAs);
    }
}

/// The name of what is open, which leads to whom it is about.
fn name_of(ui: &mut Ui, name: &str, spoken: &str, room: f32) -> egui::Response {
    let palette = of(ui);
    let galley = widgets::galley(ui, name, Type::Strong, palette.text, room);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(galley.size().x, 26.0), Sense::click());
    let at = egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.text);
    if response.has_focus() {
        widgets::ring(ui.painter(), palette, rect, tokens().radius.sm, false);
    }
    let spoken = spoken.to_owned();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &spoken));
    response.on_hover_text(spoken)
}

fn find(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let words = &model.words;
    let label = words.text("command-search");
    let hint = words.text("ui-search-hint");
    let key = Command::Search.row().and_then(|row| row.keys.first()).map(|keys| keys.text()).unwrap_or_default();
    let id = egui::Id::unique("search");
    ui.spacing_mut().item_spacing.y = 0.0;
    let before = forms.search.clone();
    let field = Field::new(&label).hide_label().hint(&hint).icon(icons::MAGNIFYING_GLASS).key(&key).id(id);
    // An arrow goes on into what was found, like Enter.
    let down = ui.memory(|memory| memory.has_focus(id))
        && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::ArrowDown));
    let response = field.show(ui, &mut forms.search);
    if std::mem::take(&mut forms.focus_search) {
        response.request_focus();
    }
    if before != forms.search && model.page != Page::Checklist {
        asked.push(Command::Go(Page::Checklist));
        response.request_focus();
    }
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if down || (response.lost_focus() && pressed(egui::Key::Enter)) {
        asked.push(Command::EnterList);
    }
    if response.lost_focus() && pressed(egui::Key::Escape) {
        forms.search.clear();
        asked.push(Command::FocusList);
    }
}

fn actions(ui: &mut Ui, model: &Model, width: f32, asked: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = 6.0;
    let words = &model.words;
    let on_list = matches!(model.page, Page::Overview | Page::Checklist);
    let document = model.document.as_ref();
    history(ui, model, Command::Undo, document.and_then(|d| d.undo_label()), icons::ARROW_U_UP_LEFT, asked);
    history(ui, model, Command::Redo, document.and_then(|d| d.redo_label()), icons::ARROW_U_UP_RIGHT, asked);
    let more = ui.add(IconButton::new(icons::DOTS_THREE, &words.text("ui-more")));
    egui::Popup::menu(&more).show(|ui| more_menu(ui, model, asked));
    if width >= 900.0 {
        let report = CommandButton::new(model, Command::Report);
        let text = words.text("ui-report-short");
        let name = words.text("command-report");
        let button = widgets::Button::new(&text).name(&name).icon(icons::FILE_TEXT);
        if ui.add(button.refused(report.refused.as_deref())).clicked() {
            asked.push(Command::Report);
        }
    }
    if model.is_running() {
        let cancel = CommandButton::new(model, Command::Cancel);
        cancel.add(ui, cancel.button().icon(icons::STOP), asked);
    } else {
        let run = CommandButton::new(model, Command::RunAll);
        let button = run.button().icon(icons::PLAY);
        run.add(ui, if on_list { button.primary() } else { button }, asked);
    }
}

fn history(
    ui: &mut Ui,
    model: &Model,
    command: Command,
    label: Option<&'static str>,
    glyph: icons::Icon,
    asked: &mut Vec<Command>,
) {
    let mut button = CommandButton::new(model, command);
    if let Some(label) = label {
        let edit = model.words.text(label);
        button.text = model.words.say(&msg!("ui-history-of", command = button.text.as_str(), edit = edit));
    }
    button.icon(ui, glyph, asked);
}

fn more_menu(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    ui.set_min_width(menu::WIDTH);
    ui.spacing_mut().item_spacing.y = 0.0;
    let words = &model.words;
    let screen = ui.ctx().content_rect().height();
    egui::ScrollArea::vertical().max_height(screen - 80.0).min_scrolled_height((screen - 80.0).min(720.0)).show(
        ui,
        |ui| {
            for command in
                [Command::New, Command::Open, Command::Save, Command::SaveAs, Command::Import, Command::Close]
            {
                menu::command(ui, model, &command, asked);
            }
            menu::split(ui);
            for command in [Command::RunNotMet, Command::RunSection, Command::RunItem, Command::EditSubject] {
                menu::command(ui, model, &command, asked);
            }
            menu::command(ui, model, &Command::Messages, asked);
            menu::split(ui);
            menu::head(ui, &words.text("ui-menu-language"));
            for (language, name) in &model.languages {
                if menu::choice(ui, name, language == words.language()) {
                    asked.push(Command::Speak(language.clone()));
                }
            }
            menu::head(ui, &words.text("ui-menu-theme"));
            for (command, theme) in [
                (Command::ThemeSystem, Theme::System),
                (Command::ThemeLight, Theme::Light),
                (Command::ThemeDark, Theme::Dark),
            ] {
                let text = command.row().map(|row| words.text(row.label)).unwrap_or_default();
                if menu::choice(ui, &text, model.settings.theme == theme) {
                    asked.push(command);
                }
            }
            menu::head(ui, &words.text("ui-menu-zoom"));
            ui.horizontal(|ui| {
                ui.add_space(8.0);
                ui.spacing_mut().item_spacing.x = 2.0;
                zoom(ui, model, asked);
            });
            menu::split(ui);
            menu::command(ui, model, &Command::Palette, asked);
            menu::command(ui, model, &Command::Shortcuts, asked);
            menu::command(ui, model, &Command::About, asked);
        },
    );
}

fn zoom(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    let smaller = CommandButton::new(model, Command::ZoomOut);
    smaller.icon(ui, icons::MINUS, asked);
    let now = format!("{} %", model.settings.zoom());
    let reset = words.text("command-zoom-reset");
    if ui.add(widgets::Button::new(&now).quiet().name(&format!("{reset}: {now}"))).clicked() {
        asked.push(Command::ZoomReset);
    }
    let larger = CommandButton::new(model, Command::ZoomIn);
    larger.icon(ui, icons::PLUS, asked);
    debug_assert!(ZOOMS.contains(&100));
}
