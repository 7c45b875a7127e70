//! The command palette: what is typed finds commands, items, pages and files. Everything in it comes from the command
//! table and the checklist.

mod offers;

use egui::{
    Align2, Color32, Context, CornerRadius, FontFamily, FontId, Frame, Id, Key, Margin, Modal, Modifiers, Pos2, Rect,
    Role, ScrollArea, Sense, Stroke, TextEdit, Ui, Vec2, WidgetInfo,
};
use readiness_core::msg;

use crate::desktop::{
    command::Command,
    forms::Forms,
    icons::{self, Variant},
    model::Model,
    theme::{Palette, Type, job, of, of_context, tokens},
    widgets,
};
use offers::{Glyph, Offer, offers};

/// Height of a row, of a heading, of the field and of the foot, in points.
const ROW: f32 = 40.0;
const HEADING: f32 = 28.0;
const FIELD: f32 = 48.0;
const FOOT: f32 = 32.0;

/// Rows that can be seen at once.
const ROWS: f32 = 9.0;

pub(super) fn show(context: &Context, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let palette = of_context(context);
    let screen = context.content_rect();
    let id = Id::unique("palette");
    let frame = Frame::NONE
        .fill(palette.raised)
        .stroke(Stroke::new(tokens().stroke.hair, palette.floating_border()))
        .corner_radius(CornerRadius::same(tokens().radius.xl))
        .shadow(palette.shadow);
    let top = if screen.height() < 640.0 { 40.0 } else { 96.0 };
    let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, Vec2::new(0.0, top));
    let modal =
        Modal::new(id).area(area).backdrop_color(Color32::from_black_alpha(61)).frame(frame).show(context, |ui| {
            ui.set_width(tokens().size.palette_width.min(screen.width() - 48.0));
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            let keys = Pressed::take(ui);
            field(ui, model, forms);
            let offers = offers(model, &forms.drafts, &forms.palette.text);
            forms.palette.chosen = keys.choose(forms.palette.chosen, offers.len());
            let room = (screen.height() - top - FIELD - FOOT - 40.0).min(ROWS * ROW + HEADING);
            let done = if offers.is_empty() {
                nothing(ui, model, &forms.palette.text);
                None
            } else {
                list(ui, model, &offers, forms.palette.chosen, keys.moved(), room)
            };
            foot(ui, model);
            let entered = keys.enter.then_some(forms.palette.chosen);
            done.or(entered).and_then(|chosen| offers.into_iter().nth(chosen))
        });
    let escaped = context.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    match modal.inner.filter(|offer| !offer.refused) {
        Some(offer) => {
            asked.push(Command::Dismiss);
            asked.push(offer.command);
        }
        None if escaped || modal.backdrop_response.clicked() => asked.push(Command::Dismiss),
        None => {}
    }
}

/// Keys of the palette, which the text field must not get.
struct Pressed {
    up: bool,
    down: bool,
    enter: bool,
}

impl Pressed {
    fn take(ui: &Ui) -> Self {
        ui.input_mut(|input| Self {
            up: input.consume_key(Modifiers::NONE, Key::ArrowUp),
            down: input.consume_key(Modifiers::NONE, Key::ArrowDown),
            enter: input.consume_key(Modifiers::NONE, Key::Enter),
        })
    }

    fn moved(&self) -> bool {
        self.up || self.down
    }

    /// The chosen row after these keys; it goes round.
    fn choose(&self, chosen: usize, rows: usize) -> usize {
        let chosen = chosen.min(rows.saturating_sub(1));
        match (self.up, self.down) {
            (true, _) => chosen.checked_sub(1).unwrap_or(rows.saturating_sub(1)),
            (_, true) if rows > 0 => (chosen + 1) % rows,
            _ => chosen,
        }
    }
}

fn field(ui: &mut Ui, model: &Model, forms: &mut Forms) {
    let palette = of(ui);
    let words = &model.words;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), FIELD), Sense::hover());
    let at = Pos2::new(rect.left() + 25.0, rect.center().y);
    icons::MAGNIFYING_GLASS.paint(ui.painter(), Variant::Regular, at, 18.0, palette.text_2);
    let inner = Rect::from_min_max(rect.min + Vec2::new(46.0, 10.0), rect.max - Vec2::new(16.0, 10.0));
    let font = FontId::new(16.0, FontFamily::Proportional);
    let hint = egui::RichText::new(words.text("ui-palette-hint")).font(font.clone()).color(palette.text_3);
    let edit = TextEdit::singleline(&mut forms.palette.text)
        .id(Id::unique("palette-field"))
        .font(font)
        .text_color(palette.text)
        .frame(Frame::NONE)
        .hint_text(hint)
        .desired_width(inner.width());
    let response = ui.put(inner, edit).accessible_name(words.text("ui-palette-name"));
    // What is typed always goes here.
    if !std::mem::replace(&mut forms.palette.begun, true) || !response.has_focus() {
        response.request_focus();
    }
    if response.changed() {
        forms.palette.chosen = 0;
    }
    widgets::row_line(ui.painter(), palette, rect.x_range(), rect.bottom() - 0.5);
}

fn nothing(ui: &mut Ui, model: &Model, text: &str) {
    let palette = of(ui);
    Frame::NONE.inner_margin(Margin::symmetric(16, 16)).show(ui, |ui| {
        let said = model.words.say(&msg!("ui-palette-nothing", text = text.trim()));
        widgets::label(ui, said, Type::Body, palette.text_2);
    });
}

/// The offers under their headings. Returns the one that was clicked.
fn list(ui: &mut Ui, model: &Model, offers: &[Offer], chosen: usize, moved: bool, room: f32) -> Option<usize> {
    let mut clicked = None;
    ScrollArea::vertical().id_salt("offers").max_height(room).auto_shrink([false, true]).show(ui, |ui| {
        let mut heading = "";
        for (index, offer) in offers.iter().enumerate() {
            if offer.heading != heading {
                heading = offer.heading;
                title(ui, &model.words.text(heading));
            }
            let response = row(ui, offer, index == chosen);
            if index == chosen && moved {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                clicked = Some(index);
            }
        }
        ui.add_space(4.0);
    });
    clicked
}

fn title(ui: &mut Ui, text: &str) {
    let palette = of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEADING), Sense::hover());
    let galley = widgets::galley(ui, text, Type::Caption, palette.text_3, rect.width() - 32.0);
    ui.painter().galley(Pos2::new(rect.left() + 16.0, rect.bottom() - 4.0 - galley.size().y), galley, palette.text_3);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
}

fn row(ui: &mut Ui, offer: &Offer, chosen: bool) -> egui::Response {
    let palette = of(ui);
    let sense = if offer.refused { Sense::HOVER } else { Sense::CLICK };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), sense);
    let spoken = [offer.label.as_str(), &offer.caption, &offer.key];
    let spoken: Vec<&str> = spoken.into_iter().filter(|part| !part.is_empty()).collect();
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, !offer.refused, chosen, spoken.join(", ")));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let fill = match (chosen, response.hovered() && !offer.refused) {
        (true, _) => palette.accent.soft,
        (_, true) => palette.hover,
        _ => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
    let behind = if fill == Color32::TRANSPARENT { palette.raised } else { fill };
    let colour = if offer.refused { palette.disabled } else { palette.text };
    let (middle, mut right) = (rect.center().y, rect.right() - 16.0);
    let at = Pos2::new(rect.left() + 24.0, middle);
    match offer.glyph {
        Glyph::Icon(icon) => {
            let colour = if offer.refused { palette.disabled } else { palette.text_2 };
            icon.paint(ui.painter(), Variant::Regular, at, 16.0, colour);
        }
        Glyph::Verdict(look) => widgets::paint_verdict(ui.painter(), palette, look, at, 16.0, behind),
    }
    if !offer.key.is_empty() {
        let galley = widgets::galley(ui, &offer.key, Type::Key, palette.text_3, 160.0);
        let cap = Rect::from_min_max(
            Pos2::new(right - (galley.size().x + 10.0).max(tokens().size.kbd), middle - tokens().size.kbd / 2.0),
            Pos2::new(right, middle + tokens().size.kbd / 2.0),
        );
        let border = Stroke::new(tokens().stroke.hair, palette.line_strong);
        ui.painter().rect(cap, tokens().radius.sm, palette.sunken, border, egui::StrokeKind::Inside);
        ui.painter().galley(cap.center() - galley.size() / 2.0, galley, palette.text_3);
        right = cap.left() - 12.0;
    }
    let left = rect.left() + 44.0;
    let caption = widgets::galley(ui, &offer.caption, Type::Caption, palette.text_3, (right - left) / 2.0);
    right -= caption.size().x;
    ui.painter().galley(Pos2::new(right, middle - caption.size().y / 2.0), caption, palette.text_3);
    label(ui, palette, offer, colour, Pos2::new(left, middle), right - left - 12.0);
    response
}

/// The label, with what was looked for in the Medium face.
fn label(ui: &Ui, palette: &Palette, offer: &Offer, colour: Color32, left_middle: Pos2, width: f32) {
    let mut runs = Vec::new();
    let mut end = 0;
    for mark in &offer.marks {
        runs.push((&offer.label[end..mark.start], Type::Body, colour));
        runs.push((&offer.label[mark.clone()], Type::Strong, colour));
        end = mark.end;
    }
    runs.push((&offer.label[end..], Type::Body, colour));
    let mut job = job(runs.into_iter().filter(|(text, ..)| !text.is_empty()), width.max(0.0));
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(left_middle - Vec2::new(0.0, galley.size().y / 2.0), galley, palette.text);
}

fn foot(ui: &mut Ui, model: &Model) {
    let palette = of(ui);
    let words = &model.words;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), FOOT), Sense::hover());
    let radius = tokens().radius.xl;
    let corners = CornerRadius { nw: 0, ne: 0, sw: radius, se: radius };
    ui.painter().rect_filled(rect, corners, palette.sunken);
    widgets::row_line(ui.painter(), palette, rect.x_range(), rect.top() + 0.5);
    let inner = rect.shrink2(Vec2::new(16.0, 0.0));
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (keys, id) in [
            (&["\u{2191}", "\u{2193}"][..], "ui-palette-choose"),
            (&["Enter"], "ui-palette-do"),
            (&["Esc"], "ui-palette-close"),
            (&[">"], "ui-palette-only-commands"),
            (&["#"], "ui-palette-only-items"),
            (&["@"], "ui-palette-only-pages"),
        ] {
            for key in keys {
                widgets::key_cap(ui, key);
            }
            let text = words.text(id);
            let room = ui.available_width();
            widgets::one_line(ui, &text, Type::Caption, palette.text_2, room);
            ui.add_space(8.0);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::Pressed;

    #[test]
    fn the_choice_goes_round_and_stays_inside() {
        let keys = |up, down| Pressed { up, down, enter: false };
        assert_eq!(keys(true, false).choose(0, 3), 2);
        assert_eq!(keys(false, true).choose(2, 3), 0);
        assert_eq!(keys(false, false).choose(7, 3), 2);
        assert_eq!(keys(false, true).choose(0, 0), 0);
    }
}
