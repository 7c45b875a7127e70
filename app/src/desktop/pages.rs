//! The pages. Each is a function of the model and of what is being typed, and returns commands.

mod about;
mod checklist;
mod compare;
mod conclusion_bar;
mod directory;
mod import;
mod licences;
mod menu;
mod messages;
mod overview;
mod palette;
mod path_field;
mod report;
mod run_block;
mod sheet;
mod shortcuts;
mod side;
mod sign_off;
mod signing;
mod start;
mod status_bar;
mod subject;
mod tenant;
mod top_bar;
mod training;
mod verify;

use egui::{CentralPanel, Color32, Frame, Margin, Panel, Rect, Ui};

use super::{
    command::Command,
    forms::Forms,
    icons::{self, Variant},
    model::{Model, Over},
    page::Page,
    region::Region,
    theme::{Look, Type, of, tokens},
    toast::Tone,
    views::row_id,
    widgets::{self, ToastAct},
};

/// How much room there is, decided once for each frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    /// Side, list and detail.
    Wide,
    /// The side is a rail of icons.
    Rail,
    /// List and detail take turns.
    Single,
}

impl Room {
    fn of(ui: &Ui) -> Self {
        match ui.ctx().content_rect().width() {
            width if width < 920.0 => Self::Single,
            width if width < 1100.0 => Self::Rail,
            _ => Self::Wide,
        }
    }
}

/// Shows everything.
pub fn show(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let room = Room::of(ui);
    forms.narrow = room != Room::Wide;
    forms.regions.begin();
    if model.is_training() || model.page == Page::Training {
        training::strip(ui, model, asked);
    }
    match model.page {
        Page::Start => {
            let whole = ui.available_rect_before_wrap();
            start::show(ui, model, forms, asked);
            forms.regions.add(Region::Page, whole);
        }
        Page::Training => {
            let whole = ui.available_rect_before_wrap();
            training::show(ui, model, asked);
            forms.regions.add(Region::Page, whole);
        }
        Page::Verify if model.document.is_none() => {
            let whole = ui.available_rect_before_wrap();
            canvas(ui, 1240.0, |ui| verify::alone(ui, model, forms, asked));
            forms.regions.add(Region::Page, whole);
        }
        page => frame(ui, model, forms, room, page, asked),
    }
    over(ui.ctx(), model, forms, asked);
    toasts(ui.ctx(), model, asked);
    let selected = model.selected.as_deref().filter(|_| model.page == Page::Checklist);
    let form = selected.is_some_and(|item| forms.drafts.form(item).is_some());
    forms.regions.end(ui.ctx(), selected.map(row_id), form);
}

/// The bars, the side, and a page of an assessment.
fn frame(ui: &mut Ui, model: &Model, forms: &mut Forms, room: Room, page: Page, asked: &mut Vec<Command>) {
    let whole = ui.available_rect_before_wrap();
    top_bar::show(ui, model, forms, asked);
    conclusion_bar::show(ui, model, asked);
    if has_status_bar(ui.ctx()) {
        status_bar::show(ui, model, asked);
    }
    let below = ui.available_rect_before_wrap();
    forms.regions.add(Region::Bar, Rect::from_min_max(whole.min, egui::pos2(whole.right(), below.top())));
    side::show(ui, model, forms, room, asked);
    let rest = ui.available_rect_before_wrap();
    forms.regions.add(Region::Side, Rect::from_min_max(below.min, egui::pos2(rest.left(), rest.bottom())));
    match page {
        Page::Checklist => checklist::show(ui, model, forms, room, asked),
        page => {
            match page {
                Page::Overview => canvas(ui, 1000.0, |ui| overview::show(ui, model, asked)),
                Page::Subject => canvas(ui, 680.0, |ui| subject::show(ui, model, forms, asked)),
                Page::SignOff => canvas(ui, 1000.0, |ui| sign_off::show(ui, model, forms, asked)),
                Page::Tenant => canvas(ui, 680.0, |ui| tenant::show(ui, model, forms, asked)),
                Page::Directory => canvas(ui, 1240.0, |ui| directory::show(ui, model, forms, asked)),
                Page::Compare => canvas(ui, 1240.0, |ui| compare::show(ui, model, forms, asked)),
                Page::Verify => canvas(ui, 1000.0, |ui| verify::show(ui, model, forms, asked)),
                Page::Report => canvas(ui, 680.0, |ui| report::show(ui, model, forms, asked)),
                Page::Start | Page::Training | Page::Checklist => {}
            }
            forms.regions.add(Region::Page, rest);
        }
    }
    side::border(ui, model, forms, room, rest, asked);
}

/// A bar at the top, filled.
fn bar(id: &'static str, height: f32, fill: Color32) -> Panel {
    Panel::top(id).exact_size(height).show_separator_line(false).frame(Frame::NONE.fill(fill))
}

/// Room below a page, in points: as high as a toast with its margin.
const TOAST_ROOM: f32 = 48.0;

/// A page that scrolls as a whole, in a column of at most `width` points.
fn canvas(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    let fill = of(ui).canvas;
    CentralPanel::default().frame(Frame::NONE.fill(fill)).show(ui, |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::symmetric(24, 20)).show(ui, |ui| {
                ui.set_max_width(width.min(ui.available_width()));
                ui.spacing_mut().item_spacing.y = 12.0;
                content(ui);
                // The last row can be scrolled up to where no toast lies over it.
                ui.add_space(TOAST_ROOM);
            });
        });
    });
}

fn over(context: &egui::Context, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    match &model.over {
        None => {}
        Some(Over::Palette) => palette::show(context, model, forms, asked),
        Some(Over::Shortcuts) => shortcuts::show(context, model, forms, asked),
        Some(Over::About) => about::show(context, model, asked),
        Some(Over::Licences) => licences::show(context, model, asked),
        Some(Over::Messages) => messages::show(context, model, asked),
        Some(Over::PathField(purpose)) => path_field::show(context, model, forms, purpose, asked),
        Some(Over::Overwrite(purpose, path)) => path_field::overwrite(context, model, purpose, path, asked),
        Some(Over::DiscardScan(path)) => directory::discard(context, model, path, asked),
        Some(Over::Import(preview)) => import::show(context, model, preview, asked),
    }
}

fn has_status_bar(context: &egui::Context) -> bool {
    context.content_rect().height() >= 700.0
}

fn toasts(context: &egui::Context, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    // What was done is no reason to cover what can be done next.
    let size = &tokens().size;
    let framed = model.document.is_some() && !matches!(model.page, Page::Start | Page::Training);
    let below = if framed && has_status_bar(context) { size.status_bar } else { 0.0 }
        + if framed && model.page == Page::Checklist { size.action_bar } else { 0.0 };
    let shown: Vec<widgets::Toast> = model
        .toasts
        .shown()
        .iter()
        .map(|toast| widgets::Toast {
            id: toast.id,
            look: match toast.tone {
                Tone::Done => Look::Pass,
                Tone::Note => Look::NeedsYou,
                Tone::Trouble => Look::Fail,
            },
            text: words.say(&toast.message),
            action: toast.action.as_ref().and_then(Command::row).map(|row| words.text(row.label)),
        })
        .collect();
    for act in widgets::toasts(context, &shown, below, &words.text("ui-close")) {
        match act {
            ToastAct::Close(id) => asked.push(Command::CloseToast(id)),
            ToastAct::Act(id) => {
                let action = model.toasts.shown().iter().find(|toast| toast.id == id);
                asked.extend(action.and_then(|toast| toast.action.clone()));
                asked.push(Command::CloseToast(id));
            }
            ToastAct::Hold(id) => asked.push(Command::HoldToast(id)),
        }
    }
}

/// A button for a command of the table: its words, its key, and why it cannot be pressed now.
struct CommandButton {
    text: String,
    key: Option<String>,
    refused: Option<String>,
    command: Command,
}

impl CommandButton {
    fn new(model: &Model, command: Command) -> Self {
        let words = &model.words;
        let row = command.row();
        Self {
            text: row.map(|row| words.text(row.label)).unwrap_or_default(),
            key: row.and_then(|row| row.keys.first()).map(|keys| keys.text()),
            refused: model.why_not(&command).map(|why| words.text(why)),
            command,
        }
    }

    fn button(&self) -> widgets::Button<'_> {
        let button = widgets::Button::new(&self.text).refused(self.refused.as_deref());
        match &self.key {
            Some(key) => button.key(key),
            None => button,
        }
    }

    fn add(&self, ui: &mut Ui, button: widgets::Button<'_>, asked: &mut Vec<Command>) {
        if ui.add(button).clicked() {
            asked.push(self.command.clone());
        }
    }

    fn icon(&self, ui: &mut Ui, icon: icons::Icon, asked: &mut Vec<Command>) {
        let name = match &self.key {
            Some(key) => format!("{} ({key})", self.text),
            None => self.text.clone(),
        };
        if ui.add(widgets::IconButton::new(icon, &name).refused(self.refused.as_deref())).clicked() {
            asked.push(self.command.clone());
        }
    }
}

/// An icon beside text, in the text's colour.
fn icon(ui: &mut Ui, icon: icons::Icon, size: f32, colour: Color32) {
    let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(size), egui::Sense::hover());
    icon.paint(ui.painter(), Variant::Regular, rect.center(), size, colour);
}

/// A heading of a page.
fn heading(ui: &mut Ui, text: &str) {
    let colour = of(ui).text;
    widgets::label(ui, text, Type::H2, colour);
}
