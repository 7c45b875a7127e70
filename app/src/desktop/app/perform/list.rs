//! The list: which items it shows, which one is shown beside it, and which are marked.

use readiness_core::{assessment::Outcome, checklist::ItemId};

use super::App;
use crate::desktop::{
    listed::Listed,
    page::Page,
    region::Region,
    views::{Filter, Form},
};

impl App {
    /// Shows an item. The list goes on showing what it shows, if the item is in it.
    pub(super) fn show_item(&mut self, item: ItemId) {
        let Some(assessment) = self.model.assessment() else { return };
        if self.model.shown.place(&item).is_none() {
            let section = assessment.checklist().section_of(&item).map(|section| section.id.clone());
            self.model.listed = Listed { section, filter: Filter::default() };
            self.clear_search();
        }
        self.model.page = Page::Checklist;
        self.model.selected = Some(item);
    }

    /// Lists a section.
    pub(super) fn show_section(&mut self, id: String) {
        let filter = Filter { to_do: self.model.listed.filter.to_do, ..Filter::default() };
        self.show_list(Listed { section: Some(id), filter });
    }

    /// Lists the items of all sections that pass.
    pub(super) fn list(&mut self, filter: Filter) {
        self.show_list(Listed { section: None, filter });
    }

    fn show_list(&mut self, listed: Listed) {
        self.model.page = Page::Checklist;
        self.model.listed = listed;
        self.model.reading = false;
        self.model.side_open = false;
        self.clear_search();
        self.select_first_listed();
        self.forms.drafts.focus_row = true;
    }

    fn clear_search(&mut self) {
        self.forms.search.clear();
        self.model.found = None;
    }

    /// Shows the first item that is listed.
    pub(in crate::desktop::app) fn select_first_listed(&mut self) {
        self.refresh();
        let first = self.model.listed_items().next().map(|item| item.id.clone());
        self.model.selected = first;
    }

    /// Goes from the search field to the list; when the search still goes on, as soon as it has ended.
    pub(in crate::desktop::app) fn enter_list(&mut self) {
        let searching = !self.forms.search.trim().is_empty();
        if searching && !self.is_found() {
            self.searched.go_in = true;
            return;
        }
        self.model.page = Page::Checklist;
        self.select_first_listed();
        self.forms.drafts.focus_row = true;
    }

    /// Shows the item that stands so many rows below; at the ends it stops.
    pub(super) fn step(&mut self, by: isize) {
        let shown = &self.model.shown;
        let place = self.model.selected.as_deref().and_then(|item| shown.place(item));
        let next = match place {
            Some(place) => place.saturating_add_signed(by).min(shown.len().saturating_sub(1)),
            None => 0,
        };
        let item = self.model.listed_items().nth(next).map(|item| item.id.clone());
        if let Some(item) = item {
            self.model.page = Page::Checklist;
            self.model.selected = Some(item);
            self.forms.drafts.focus_row = true;
        }
    }

    /// Rows that PgUp and PgDn pass over.
    pub(super) fn page(&self) -> isize {
        isize::try_from(self.forms.drafts.list_page).unwrap_or(1).max(1)
    }

    /// Lists the section after the one shown, or before it.
    pub(super) fn step_section(&mut self, forward: bool) {
        let (Some(assessment), Some(section)) = (self.model.assessment(), self.model.section()) else { return };
        let sections = &assessment.checklist().sections;
        let place = sections.iter().position(|other| other.id == section.id).unwrap_or(0);
        let next = if forward { place + 1 } else { place.wrapping_sub(1) };
        let next = sections.get(next).map(|section| section.id.clone());
        if let Some(id) = next {
            self.show_section(id);
        }
    }

    /// Marks an item for a run of several, or takes the mark away.
    pub(super) fn mark(&mut self, item: ItemId) {
        if !self.model.marked.remove(&item) {
            self.model.marked.insert(item);
        }
    }

    /// Marks every item that is listed; when all are marked, none.
    pub(super) fn mark_all(&mut self) {
        let all: Vec<ItemId> = self.model.listed_items().map(|item| item.id.clone()).collect();
        if all.iter().all(|item| self.model.marked.contains(item)) {
            self.model.marked.clear();
        } else {
            self.model.marked.extend(all);
        }
    }

    /// Puts the focus into the region after the one that has it, or before it.
    pub(super) fn go_beside(&mut self, forward: bool) {
        match self.forms.regions.beside(forward) {
            Some(Region::List) => self.forms.drafts.focus_row = true,
            Some(region) => self.forms.regions.want(region),
            None => {}
        }
    }

    /// Opens a form of the item shown.
    pub(super) fn open_form(&mut self, form: Form) {
        self.model.page = Page::Checklist;
        self.model.reading = true;
        match form {
            Form::Answer => self.forms.open_answer(&self.model),
            Form::Exception => self.forms.open_exception(&self.model),
            Form::Note => self.forms.open_note(&self.model),
        }
    }

    /// Opens the answer form with a choice made. What a machine saw failing cannot be answered away.
    pub(super) fn open_answer(&mut self, outcome: Outcome) {
        let allowed = outcome == Outcome::Fail || !self.model.machine_failed();
        self.open_form(Form::Answer);
        if let Some(item) = self.model.selected.as_deref().filter(|_| allowed) {
            self.forms.drafts.open_answer(item, Some(outcome));
        }
    }

    /// Copies "title: verdict, finding" of the item shown.
    pub(super) fn copy_item(&self, context: &egui::Context) {
        let (Some(assessment), Some(item)) = (self.model.assessment(), self.model.item()) else { return };
        let words = &self.model.words;
        let state = assessment.state(item, self.model.now);
        let verdict = words.text(state.status.message_id());
        let found = state.finding.map(|judged| words.say(&judged.finding.summary));
        let said = words.list(&[Some(verdict), found].into_iter().flatten().collect::<Vec<_>>());
        context.copy_text(format!("{}: {said}", words.item_title(item)));
    }
}
