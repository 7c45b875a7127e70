//! The list of items: one row each with its verdict and, in a second line, what was found. Results change in place; the
//! list never moves by itself except to follow the keyboard.

mod filters;
mod lines;
mod row;

pub use lines::{Line, Lines};
pub use row::row_id;

use std::collections::{BTreeMap, BTreeSet};

use egui::{EventFilter, Margin, Pos2, Rect, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo};
use jiff::Timestamp;
use readiness_core::{
    Words,
    assessment::{Assessment, Status},
    checklist::{ItemId, Section},
    msg,
};

use super::{Drafts, Filter, ViewCommand};
use crate::desktop::{
    listed::{Entry, Shown},
    theme::{Type, of, tokens},
    widgets::{self, Button, Part as Segment, segmented},
};

/// What the list shows.
pub struct ItemList<'a> {
    /// The assessment.
    pub assessment: &'a Assessment,
    /// Words of the screen.
    pub words: &'a Words,
    /// Words of rows that were said before.
    pub lines: &'a Lines,
    /// The time of this frame.
    pub now: Timestamp,
    /// Short title over the list.
    pub heading: &'a str,
    /// How many of the section's items are met, of how many.
    pub met: (usize, usize),
    /// The same for each section that has a title in the list.
    pub met_of: &'a dyn Fn(&Section) -> (usize, usize),
    /// The items, already filtered, in order.
    pub shown: &'a Shown,
    /// Number of items by status before filtering, for the filter's menu.
    pub counts: &'a BTreeMap<Status, usize>,
    /// The item that is shown beside.
    pub selected: Option<&'a str>,
    /// Items that are marked for a run of several.
    pub marked: &'a BTreeSet<ItemId>,
    /// For an item that runs now, the step it is at.
    pub running: &'a dyn Fn(&str) -> Option<String>,
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
        drafts.list_has_focus = false;
        if self.shown.is_empty() {
            drafts.list_page = 1;
            self.nothing(ui, &mut commands);
        } else {
            ScrollArea::vertical()
                .id_salt("items")
                .auto_shrink(false)
                .show_viewport(ui, |ui, view| self.rows(ui, view, drafts, &mut commands));
        }
        commands
    }

    fn head(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let palette = of(ui);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 44.0), Sense::hover());
        widgets::row_line(ui.painter(), palette, rect.x_range(), rect.bottom() - 0.5);
        let inner = rect.shrink2(Vec2::new(14.0, 0.0));
        widgets::both_ends(
            ui,
            "head",
            inner,
            |ui| self.listed(ui),
            |ui| {
                let [all, to_do] = ["ui-item-all", "ui-item-to-do"].map(|id| self.words.text(id));
                let parts = [Segment::new(false, all), Segment::new(true, to_do)];
                let name = self.words.text("ui-item-show");
                if let Some(to_do) = segmented(ui, &name, Some(&self.filter.to_do), &parts) {
                    commands.push(ViewCommand::Filter(Filter { to_do, ..self.filter.clone() }));
                }
                filters::button(self, ui, drafts, commands);
            },
        );
    }

    /// What is listed, and how much of it is met.
    fn listed(&self, ui: &mut Ui) {
        let palette = of(ui);
        let (caption, colour) = if self.marked.is_empty() {
            (self.words.say(&msg!("ui-item-met", met = self.met.0, all = self.met.1)), palette.text_3)
        } else {
            (self.words.say(&msg!("ui-list-marked", count = self.marked.len())), palette.accent.text)
        };
        let wide = widgets::galley(ui, &caption, Type::Caption, colour, f32::INFINITY).size().x;
        let width = ui.available_width() - 8.0;
        // The number gives way before the title does.
        let title_room = if width > wide + 80.0 { width - wide - 8.0 } else { width };
        widgets::one_line(ui, self.heading, Type::Strong, palette.text, title_room);
        if title_room < width {
            widgets::one_line(ui, &caption, Type::Caption, colour, wide + 1.0);
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

    /// The rows that can be seen, and the one that is shown beside: the focus would be lost with its row.
    fn rows(&self, ui: &mut Ui, view: Rect, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let size = &tokens().size;
        let height = if self.dense { size.row_table_two_line } else { size.row_list };
        let title = size.row_group;
        drafts.list_page = ((view.height() / height) as usize).saturating_sub(1).max(1);
        ui.set_height(self.shown.height(height, title) + tokens().space.x2);
        let (origin, width) = (ui.max_rect().min, ui.available_width());
        let at = |top: f32, height: f32| Rect::from_min_size(origin + Vec2::new(0.0, top), Vec2::new(width, height));

        let selected = self.selected.and_then(|item| self.shown.place(item));
        let selected_top = selected.and_then(|place| self.shown.top_of(place, height, title));
        if let Some(top) = selected_top
            && std::mem::take(&mut drafts.focus_row)
        {
            if let Some(item) = self.selected {
                ui.memory_mut(|memory| memory.request_focus(row::row_id(item)));
            }
            ui.scroll_to_rect(at(top, height), None);
        }
        let hidden = |top: f32| top + height < view.top() || top > view.bottom();
        let hidden_row = selected.zip(selected_top).filter(|(_, top)| hidden(*top));
        if let Some((place, top)) = hidden_row.filter(|(_, top)| *top < view.top()) {
            self.row(ui, at(top, height), place, drafts, commands);
        }
        for (entry, top) in self.shown.between(view.top(), view.bottom(), height, title) {
            match entry {
                Entry::Section(index) => {
                    if let Some(section) = Shown::section(self.assessment.checklist(), index) {
                        self.title(ui, at(top, title), section);
                    }
                }
                Entry::Item(place) => self.row(ui, at(top, height), place, drafts, commands),
            }
        }
        if let Some((place, top)) = hidden_row.filter(|(_, top)| *top > view.top()) {
            self.row(ui, at(top, height), place, drafts, commands);
        }
    }

    fn row(&self, ui: &mut Ui, rect: Rect, place: usize, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let Some(item) = self.shown.item(self.assessment.checklist(), place) else { return };
        let response = row::show(self, ui, rect, place, item, drafts);
        if response.clicked() {
            response.request_focus();
            commands.push(if ui.input(|input| input.modifiers.command) {
                ViewCommand::Mark(item.id.clone())
            } else {
                ViewCommand::Select(item.id.clone())
            });
        }
        if response.double_clicked() {
            commands.push(ViewCommand::Enter(item.id.clone()));
        }
        if response.has_focus() {
            drafts.list_has_focus = true;
            // The arrows and Esc are commands of the list.
            let kept = EventFilter { vertical_arrows: true, horizontal_arrows: true, escape: true, tab: false };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, kept));
        }
    }

    /// The title of a section between its items, with how many of them are met.
    fn title(&self, ui: &mut Ui, rect: Rect, section: &Section) {
        let palette = of(ui);
        let title = self.words.section_short(section);
        let (met, all) = (self.met_of)(section);
        let met = self.words.say(&msg!("ui-item-met", met = met, all = all));
        let response = ui.interact(rect, ui.scope_id().with(("section", &section.id)), Sense::hover());
        ui.painter().rect_filled(rect, 0.0, palette.sunken);
        let middle = rect.center().y;
        let galley = widgets::galley(ui, &met, Type::Caption, palette.text_3, rect.width() / 2.0);
        let right = rect.right() - 14.0 - galley.size().x;
        ui.painter().galley(Pos2::new(right, middle - galley.size().y / 2.0), galley, palette.text_3);
        let galley = widgets::galley(ui, &title, Type::CaptionStrong, palette.text_2, right - rect.left() - 22.0);
        ui.painter().galley(Pos2::new(rect.left() + 14.0, middle - galley.size().y / 2.0), galley, palette.text_2);
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{title}, {met}")));
    }
}
