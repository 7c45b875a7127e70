//! One item in full: what is true, what was seen, how to repair it, and what people say of it. The forms open here, above
//! the action bar, so that the list stays usable.

mod action_bar;
mod answer_form;
mod article;
mod attachments;
mod certificate_tree;
mod evidence;
mod exception_form;
mod form;
mod head;
mod history;
mod idle_axis;
mod idle_test;
mod note_form;
mod notices;
mod rights;
mod seen;
mod steps;
mod timeline;
mod versions;
mod way_out;

pub(super) use evidence::Looked;

use egui::{Margin, Rect, ScrollArea, Ui, UiBuilder, Vec2};
use jiff::{Timestamp, civil::Date};
use readiness_core::{
    Words,
    assessment::{Assessment, ItemState, Status},
    checklist::Item,
    msg,
    reference::Reference,
};

use super::{Drafts, Form, Part, ViewCommand};
use crate::desktop::{
    icons,
    running::{IdleLength, Running},
    theme::{Type, of, tokens},
    widgets::{self, Expander},
};

/// Points that stay in view when the item is scrolled by a page.
const OVERLAP: f32 = 60.0;

/// What the detail shows.
pub struct ItemDetail<'a> {
    /// The assessment.
    pub assessment: &'a Assessment,
    /// The item.
    pub item: &'a Item,
    /// Words of the screen.
    pub words: &'a Words,
    /// The time of this frame.
    pub now: Timestamp,
    /// The item runs now: the step it is at.
    pub running: Option<&'a str>,
    /// Why nothing can be run now, such as a run that goes on.
    pub run_refused: Option<&'a str>,
    /// Tables to judge by.
    pub reference: &'a Reference,
    /// Which document in which state: what was worked out of another one is worked out anew.
    pub revision: (u64, u64),
    /// The run that goes on.
    pub run: Option<&'a Running>,
    /// How long the idle test of the next run is.
    pub idle_length: IdleLength,
    /// Whether there is an item before and after in the list.
    pub neighbours: (bool, bool),
}

/// Everything a part of the detail needs.
struct Shown<'a> {
    view: &'a ItemDetail<'a>,
    state: ItemState<'a>,
}

impl ItemDetail<'_> {
    /// Shows the item in all the room there is.
    pub fn show(&self, ui: &mut Ui, drafts: &mut Drafts) -> Vec<ViewCommand> {
        let mut commands = Vec::new();
        let palette = of(ui);
        let shown = Shown { view: self, state: self.assessment.state(self.item, self.now) };
        shown.pasted(ui, drafts, &mut commands);
        let whole = ui.available_rect_before_wrap();
        let bar = Rect::from_min_max(
            egui::pos2(whole.left(), whole.bottom() - tokens().size.action_bar),
            whole.right_bottom(),
        );
        let above = Rect::from_min_max(whole.min, egui::pos2(whole.right(), bar.top()));
        ui.allocate_rect(whole, egui::Sense::hover());

        let mut body = ui.new_child(UiBuilder::new().max_rect(above).id_salt(("item", &self.item.id)));
        body.set_clip_rect(above.intersect(ui.clip_rect()));
        ScrollArea::vertical().id_salt(&self.item.id).auto_shrink(false).show(&mut body, |ui| {
            egui::Frame::NONE.inner_margin(Margin { left: 24, right: 24, top: 14, bottom: 24 }).show(ui, |ui| {
                let width = ui.available_width();
                ui.set_width(width);
                // A page keeps the last lines of the one before in view.
                let page = (above.height() - OVERLAP).max(OVERLAP);
                let scroll = std::mem::take(&mut drafts.scroll) + std::mem::take(&mut drafts.scroll_pages) * page;
                if scroll != 0.0 {
                    ui.scroll_with_delta(Vec2::new(0.0, scroll));
                }
                shown.content(ui, drafts, &mut commands);
            });
        });

        widgets::row_line(ui.painter(), palette, bar.x_range(), bar.top());
        let mut bar = ui.new_child(
            UiBuilder::new()
                .max_rect(bar.shrink2(Vec2::new(24.0, 0.0)))
                .layout(egui::Layout::left_to_right(egui::Align::Center))
                .id_salt("actions"),
        );
        shown.action_bar(&mut bar, drafts, &mut commands);
        commands
    }

    /// Today, where the reader is.
    fn today(&self) -> Date {
        self.now.to_zoned(self.words.zone().clone()).date()
    }
}

impl Shown<'_> {
    fn content(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        ui.spacing_mut().item_spacing.y = tokens().space.x2;
        self.head(ui, drafts, commands);
        self.notices(ui, drafts, commands);
        ui.add_space(tokens().space.x2);
        self.seen(ui, drafts, commands);
        if self.needs_repair() {
            self.steps(ui, drafts, commands);
        }
        ui.add_space(tokens().space.x2);
        self.expanders(ui, drafts, commands);
        if let Some(form) = drafts.form(&self.view.item.id) {
            ui.add_space(tokens().space.x4);
            let card = ui.scope(|ui| match form {
                Form::Answer => self.answer_form(ui, drafts, commands),
                Form::Exception => self.exception_form(ui, drafts, commands),
                Form::Note => self.note_form(ui, drafts, commands),
            });
            if std::mem::take(&mut drafts.scroll_to_form) {
                card.response.scroll_to_me(Some(egui::Align::Max));
            }
        }
    }

    /// True when the steps of the repair are shown: something was found, or answered, that is not as it should be.
    fn needs_repair(&self) -> bool {
        matches!(self.state.original, Status::Fail | Status::Warn | Status::CouldNotCheck)
            || (self.state.original == Status::Information
                && self.state.finding.is_some_and(|judged| matches!(judged.finding.verdict.name(), "fail" | "warn")))
    }

    fn expanders(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let words = self.view.words;
        let item = self.view.item;
        ui.spacing_mut().item_spacing.y = 0.0;

        let why = words.item_why(item);
        if !why.is_empty() {
            let title = words.text("ui-item-why");
            self.part(ui, drafts, Part::Why, Expander::new(icons::INFO, &title), |ui, _| {
                widgets::paragraph(ui, &why, false);
            });
        }

        self.evidence_part(ui, drafts, commands);

        let title = words.text("ui-item-article-says");
        let caption = words.text(match (item.article.is_empty(), words.item_today(item).is_some()) {
            (true, _) => "ui-item-beyond-article",
            (false, true) => "ui-item-differs",
            (false, false) => "ui-item-article",
        });
        self.part(ui, drafts, Part::Article, Expander::new(icons::BOOK_OPEN, &title).caption(&caption), |ui, _| {
            self.article(ui, commands);
        });

        let judged = self.view.assessment.findings.get(&item.id).map_or(0, Vec::len);
        let title = words.text("ui-item-history");
        let caption = if judged == 0 { String::new() } else { words.say(&msg!("ui-item-times", count = judged)) };
        let expander = Expander::new(icons::CLOCK_COUNTER_CLOCKWISE, &title).caption(&caption);
        self.part(ui, drafts, Part::History, expander, |ui, _| self.history(ui));

        let kept = self.kept();
        let title = words.text("ui-item-notes");
        let caption = if kept == 0 { String::new() } else { words.say(&msg!("ui-item-kept", count = kept)) };
        let expander = Expander::new(icons::NOTE_PENCIL, &title).caption(&caption);
        self.part(ui, drafts, Part::Notes, expander, |ui, _| self.notes(ui, commands));
        let palette = of(ui);
        let y = ui.cursor().top();
        widgets::row_line(ui.painter(), palette, ui.max_rect().x_range(), y);
    }

    fn part(
        &self,
        ui: &mut Ui,
        drafts: &mut Drafts,
        part: Part,
        expander: Expander<'_>,
        content: impl FnOnce(&mut Ui, &mut Drafts),
    ) {
        let mut open = drafts.is_open(part);
        ui.push_id(("part", &self.view.item.id, part as u8), |ui| {
            expander.show(ui, &mut open, |ui| content(ui, drafts));
        });
        drafts.set_open(part, open);
    }

    /// A small title over a part.
    fn title(ui: &mut Ui, text: &str, right: Option<&str>) {
        let palette = of(ui);
        ui.scope(|ui| {
            ui.spacing_mut().interact_size.y = Type::Strong.line();
            ui.horizontal(|ui| {
                widgets::label(ui, text, Type::Strong, palette.text);
                if let Some(right) = right {
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        widgets::caption(ui, right);
                    });
                }
            });
        });
    }
}
