//! The users that are listed. Only rows that can be seen are drawn, and only their lines are read from the record.

use std::ops::Range;

use egui::{EventFilter, Frame, Id, Key, Margin, Modifiers, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};
use readiness_core::{
    Words,
    population::{Cause, ScannedUser},
};

use super::{NARROW, sums};
use crate::desktop::{
    command::Command,
    directory::Found,
    forms::DirectoryForm,
    icons::{self, Variant},
    model::Model,
    theme::{Look, Type, of, tokens},
    widgets::{self, Button},
};

const HEIGHT: f32 = 44.0;
const TALL: f32 = 64.0;
const NAME: f32 = 320.0;
/// Rows by which a page up or down moves.
const PAGE: usize = 10;

fn row_id(place: usize) -> Id {
    Id::unique(("scanned", place))
}

pub(super) fn show(ui: &mut Ui, model: &Model, found: &Found, form: &mut DirectoryForm, asked: &mut Vec<Command>) {
    let Some(listed) = &found.listed else { return };
    if listed.is_empty() {
        let id = if form.filter.outcomes.is_empty() && form.filter.text.trim().is_empty() {
            "ui-directory-nobody"
        } else {
            "ui-directory-no-match"
        };
        widgets::paragraph(ui, &model.words.text(id), false);
        return;
    }
    let count = listed.len();
    form.place = form.place.min(count - 1);
    let moved = keys(ui, form, count);
    widgets::card(ui, 0, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        form.seen = 0..0;
        let open = form.open.then_some(form.place);
        let upper = open.map_or(count, |open| open + 1);
        part(ui, model, found, form, 0..upper, moved);
        if let Some(open) = open {
            details(ui, model, found, open, asked);
            part(ui, model, found, form, upper..count, moved);
        }
    });
}

/// The arrows move in the list while the focus is in it. True when they did.
fn keys(ui: &Ui, form: &mut DirectoryForm, count: usize) -> bool {
    if !ui.memory(|memory| memory.has_focus(row_id(form.place))) {
        return false;
    }
    let last = count - 1;
    let before = form.place;
    let moves = [
        (Key::ArrowUp, before.saturating_sub(1)),
        (Key::ArrowDown, before + 1),
        (Key::PageUp, before.saturating_sub(PAGE)),
        (Key::PageDown, before + PAGE),
        (Key::Home, 0),
        (Key::End, last),
    ];
    for (key, to) in moves {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            form.place = to.min(last);
        }
    }
    if form.place == before {
        return false;
    }
    form.open = false;
    ui.memory_mut(|memory| memory.request_focus(row_id(form.place)));
    true
}

/// A part of the list: the rows of it that can be seen, and the one where the focus is.
fn part(ui: &mut Ui, model: &Model, found: &Found, form: &mut DirectoryForm, places: Range<usize>, moved: bool) {
    let height = if ui.available_width() < NARROW { TALL } else { HEIGHT };
    let count = places.len();
    let (whole, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height * count as f32), Sense::hover());
    let clip = ui.clip_rect();
    let at = |place: usize| {
        let top = whole.top() + height * (place - places.start) as f32;
        Rect::from_min_size(Pos2::new(whole.left(), top), Vec2::new(whole.width(), height))
    };
    let row_at = |y: f32| (((y - whole.top()) / height).max(0.0) as usize).min(count);
    let seen = places.start + row_at(clip.top())..places.start + (row_at(clip.bottom()) + 1).min(count);
    if !seen.is_empty() {
        form.seen = if form.seen.is_empty() { seen.clone() } else { form.seen.start..seen.end };
    }
    if moved && places.contains(&form.place) {
        ui.scroll_to_rect(at(form.place), None);
    }
    let focused = Some(form.place).filter(|place| places.contains(place) && !seen.contains(place));
    for place in focused
        .filter(|place| *place < seen.start)
        .into_iter()
        .chain(seen.clone())
        .chain(focused.filter(|place| *place >= seen.end))
    {
        if row(ui, model, found, form, place, at(place)) {
            let was = form.open && form.place == place;
            (form.place, form.open) = (place, !was);
            ui.memory_mut(|memory| memory.request_focus(row_id(place)));
        }
    }
}

/// The name by which people know a user.
fn name(user: &ScannedUser) -> &str {
    if user.upn.is_empty() { &user.logon_name } else { &user.upn }
}

fn reasons(words: &Words, user: &ScannedUser) -> String {
    let mut named: Vec<String> = Vec::new();
    for cause in &user.causes {
        let mut one = words.text(&sums::cause_id(cause.key()));
        if let Cause::Unread { what, .. } = cause {
            one = format!("{one} ({what})");
        }
        if !named.contains(&one) {
            named.push(one);
        }
    }
    words.list(&named)
}

/// A user. True when the row is clicked.
fn row(ui: &mut Ui, model: &Model, found: &Found, form: &DirectoryForm, place: usize, rect: Rect) -> bool {
    let words = &model.words;
    let palette = of(ui);
    let open = form.open && form.place == place;
    // The list is one stop of the Tab key.
    let sense = if place == form.place { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, row_id(place), sense);
    let user = found.user(place);
    let (title, outcome, why) = match user {
        Some(user) => (name(user).to_owned(), words.text(sums::word(user.outcome)), reasons(words, user)),
        None => ((place + 1).to_string(), String::new(), String::new()),
    };
    let unit = user.map_or("", |user| user.unit.as_str());
    let spoken = words.list(
        &[&title, &outcome, &why, unit]
            .map(str::to_owned)
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>(),
    );
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, open, &spoken));
    ui.ctx().accesskit_node_builder(row_id(place), |node| {
        node.set_position_in_set(place + 1);
        node.set_size_of_set(found.count());
    });
    if response.has_focus() {
        let kept = EventFilter { vertical_arrows: true, horizontal_arrows: false, escape: false, tab: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, kept));
    }
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let painter = ui.painter().clone();
    let fill = match (open, response.is_pointer_button_down_on(), response.hovered()) {
        (true, ..) => palette.accent.soft,
        (_, true, _) => palette.pressed,
        (_, _, true) => palette.hover,
        _ => palette.surface,
    };
    painter.rect_filled(rect, 0, fill);
    if place > 0 {
        widgets::row_line(&painter, palette, rect.x_range(), rect.top());
    }
    let left = rect.left() + 42.0;
    let right = rect.right() - 36.0;
    if let Some(user) = user {
        let look: Look = sums::look(user.outcome);
        widgets::paint_verdict(&painter, palette, look, Pos2::new(rect.left() + 23.0, rect.top() + 22.0), 18.0, fill);
    }
    let narrow = rect.height() > HEIGHT;
    let room = if narrow { right - left } else { NAME.min((right - left) / 2.0) };
    let galley = widgets::galley(ui, &title, Type::Body, palette.text, room);
    painter.galley(Pos2::new(left, rect.top() + 4.0), galley, palette.text);
    let short = widgets::shorten_middle(ui, unit, Type::Caption, room);
    let galley = widgets::galley(ui, &short, Type::Caption, palette.text_3, room);
    painter.galley(Pos2::new(left, rect.top() + 24.0), galley, palette.text_3);
    let (x, y, role) = if narrow {
        (left, rect.top() + 42.0, Type::Caption)
    } else {
        (left + room + 12.0, rect.top() + 12.0, Type::Body)
    };
    let galley = widgets::galley(ui, &why, role, palette.text_2, right - x);
    painter.galley(Pos2::new(x, y), galley, palette.text_2);
    let caret = if open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
    caret.paint(&painter, Variant::Bold, Pos2::new(rect.right() - 20.0, rect.top() + 22.0), 12.0, palette.text_3);
    if response.has_focus() {
        widgets::ring(&painter, palette, rect, tokens().radius.md, true);
    }
    response.clicked()
}

/// What is known of the user whose row is open.
fn details(ui: &mut Ui, model: &Model, found: &Found, place: usize, asked: &mut Vec<Command>) {
    let words = &model.words;
    let Some(user) = found.user(place) else { return };
    Frame::NONE.fill(of(ui).sunken).inner_margin(Margin { left: 42, right: 16, top: 10, bottom: 12 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        let mut lines = vec![words.text(sums::word(user.outcome))];
        lines.extend(user.causes.iter().map(|cause| words.say(&cause.message())));
        for line in lines.iter().skip(usize::from(!user.causes.is_empty())) {
            widgets::label(ui, line, Type::Body, of(ui).text);
        }
        widgets::label(ui, &user.dn, Type::Mono, of(ui).text_2);
        let name = name(user);
        let text = words.text("ui-item-copy");
        let spoken = words.say(&readiness_core::msg!("ui-directory-copy-user", name = name));
        if ui.add(Button::new(&text).name(&spoken).small().icon(icons::COPY)).clicked() {
            let head = if user.upn.is_empty() { name.to_owned() } else { format!("{name} ({})", user.logon_name) };
            asked.push(Command::Copy([vec![head, user.dn.clone()], lines].concat().join("\n")));
        }
    });
}
