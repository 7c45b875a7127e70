//! The list of items: one row each with its verdict and, in a second line, what was found. Results change in place; the
//! list never moves by itself except to follow the keyboard.

mod filters;
mod row;

use std::collections::BTreeMap;

use egui::{
    Align, EventFilter, Id, Key, Layout, Margin, Pos2, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo,
};
use jiff::Timestamp;
use readiness_core::{
    Words,
    assessment::{Assessment, Status},
    checklist::{Item, ItemId},
    msg,
};

use super::{Drafts, Filter, ViewCommand};
use crate::desktop::{
    theme::{Type, of, tokens},
    widgets::{self, Button, Part as Segment, segmented},
};

/// Rows that PgUp and PgDn pass over.
const PAGE: usize = 8;

/// What the list shows.
pub struct ItemList<'a> {
    /// The assessment.
    pub assessment: &'a Assessment,
    /// Words of the screen.
    pub words: &'a Words,
    /// The time of this frame.
    pub now: Timestamp,
    /// Short title over the list.
    pub heading: &'a str,
    /// How many of the section's items are met, of how many.
    pub met: (usize, usize),
    /// The items, already filtered, in order.
    pub items: &'a [&'a Item],
    /// Number of items by status before filtering, for the filter's menu.
    pub counts: &'a BTreeMap<Status, usize>,
    /// The item that is shown beside.
    pub selected: Option<&'a str>,
    /// Items that run now, with the step they are at.
    pub running: &'a BTreeMap<ItemId, String>,
    /// What is filtered.
    pub filter: &'a Filter,
    /// Rows of 44 points instead of 54.
    pub dense: bool,
}

impl ItemList<'_> {
    /// Shows the list in all the room there is.
    pub fn show(&self, ui: &mut Ui, drafts: &mut Drafts) -> Vec<ViewCommand> {
        let mut commands = Vec::new();
        ui.spacing_mut().item_spacing.y = 0.0;
        self.head(ui, drafts, &mut commands);
        filters::chips(self, ui, &mut commands);
        if self.items.is_empty() {
            self.nothing(ui, &mut commands);
        } else {
            ScrollArea::vertical()
                .id_salt("items")
                .auto_shrink(false)
                .show(ui, |ui| self.rows(ui, drafts, &mut commands));
        }
        commands
    }

    fn head(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let palette = of(ui);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 44.0), Sense::hover());
        widgets::row_line(ui.painter(), palette, rect.x_range(), rect.bottom() - 0.5);
        let inner = rect.shrink2(Vec2::new(14.0, 0.0));
        let mut right = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center)));
        filters::button(self, &mut right, drafts, commands);
        let parts =
            [Segment::new(false, self.words.text("ui-item-all")), Segment::new(true, self.words.text("ui-item-to-do"))];
        let name = self.words.text("ui-item-show");
        if let Some(to_do) = segmented(&mut right, &name, Some(&self.filter.to_do), &parts) {
            commands.push(ViewCommand::Filter(Filter { to_do, ..self.filter.clone() }));
        }
        let room = right.min_rect().left() - 8.0;
        let left = Rect::from_min_max(inner.min, Pos2::new(room, inner.bottom()));
        let mut left = ui.new_child(UiBuilder::new().max_rect(left).layout(Layout::left_to_right(Align::Center)));
        let met = self.words.say(&msg!("ui-item-met", met = self.met.0, all = self.met.1));
        let wide = widgets::galley(&left, &met, Type::Caption, palette.text_3, f32::INFINITY).size().x;
        let width = left.available_width();
        // The number gives way before the title does.
        let title_room = if width > wide + 80.0 { width - wide - 8.0 } else { width };
        widgets::one_line(&mut left, self.heading, Type::Strong, palette.text, title_room);
        if title_room < width {
            widgets::one_line(&mut left, &met, Type::Caption, palette.text_3, wide + 1.0);
        }
    }

    fn nothing(&self, ui: &mut Ui, commands: &mut Vec<ViewCommand>) {
        let palette = of(ui);
        egui::Frame::NONE.inner_margin(Margin::symmetric(14, 24)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = tokens().space.x2;
            widgets::label(ui, self.words.text("ui-item-none-match"), Type::Body, palette.text_2);
            if *self.filter != Filter::default()
                && ui.add(Button::new(&self.words.text("ui-item-clear-filters"))).clicked()
            {
                commands.push(ViewCommand::Filter(Filter::default()));
            }
        });
    }

    fn rows(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let several = {
            let section =
                |item: &&Item| self.assessment.checklist().section_of(&item.id).map(|section| section.id.as_str());
            let first = self.items.first().and_then(section);
            self.items.iter().any(|item| section(item) != first)
        };
        let mut section = None;
        let list = ui.scope_id();
        for (index, item) in self.items.iter().enumerate() {
            if several {
                let of = self.assessment.checklist().section_of(&item.id);
                if of.map(|of| &of.id) != section {
                    section = of.map(|of| &of.id);
                    let title = of.map(|of| self.words.section_title(of)).unwrap_or_default();
                    group_row(ui, &title);
                }
            }
            let id = list.with(&item.id);
            let response = row::show(self, ui, id, item, drafts.has(&item.id));
            let selected = self.selected == Some(item.id.as_str());
            if selected && std::mem::take(&mut drafts.focus_row) {
                response.request_focus();
                response.scroll_to_me(None);
            }
            if response.clicked() {
                response.request_focus();
                commands.push(ViewCommand::Select(item.id.clone()));
            }
            if response.double_clicked() {
                commands.push(ViewCommand::Enter(item.id.clone()));
            }
            if response.has_focus() {
                self.keys(ui, id, index, drafts, commands);
            }
        }
        ui.add_space(tokens().space.x2);
    }

    /// Up and down show the next item; the focus goes with it.
    fn keys(&self, ui: &Ui, id: Id, index: usize, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
        let last = self.items.len() - 1;
        let pressed = |key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
        let to = [
            (Key::ArrowDown, (index + 1).min(last)),
            (Key::ArrowUp, index.saturating_sub(1)),
            (Key::PageDown, (index + PAGE).min(last)),
            (Key::PageUp, index.saturating_sub(PAGE)),
            (Key::Home, 0),
            (Key::End, last),
        ]
        .into_iter()
        .find(|(key, _)| pressed(*key));
        if let Some((_, to)) = to {
            drafts.focus_row = true;
            commands.push(ViewCommand::Select(self.items[to].id.clone()));
        }
        if pressed(Key::ArrowRight) {
            commands.push(ViewCommand::Enter(self.items[index].id.clone()));
        }
    }
}

/// The title of a section between its items.
fn group_row(ui: &mut Ui, title: &str) {
    let palette = of(ui);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), tokens().size.row_group), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, palette.sunken);
    let galley = widgets::galley(ui, title, Type::CaptionStrong, palette.text_2, rect.width() - 28.0);
    let at = Pos2::new(rect.left() + 14.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.text_2);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
}
