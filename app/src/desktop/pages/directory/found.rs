//! What a scan found: whether it is whole, its sums, and the users one by one.

use egui::{Id, Ui};
use readiness_core::{facts::Unavailable, msg};

use super::{rows, sums};
use crate::desktop::{
    command::Command,
    directory::Found,
    forms::DirectoryForm,
    icons,
    model::Model,
    theme::{Look, Type, of},
    widgets::{self, Banner, Button, Expander, Field, filter_chip},
};

/// The most places that could not be looked at that are named.
const PLACES: usize = 50;

pub(super) fn show(ui: &mut Ui, model: &Model, found: &Found, form: &mut DirectoryForm, asked: &mut Vec<Command>) {
    let words = &model.words;
    let tally = &found.listing.tally;
    head(ui, model, found, asked);
    if found.listing.ended.is_none() {
        let why = found.why.clone().unwrap_or_else(|| Unavailable::Cancelled.message());
        let lead = words.say(&msg!("scan-incomplete", why = why));
        let go_on = words.text("ui-directory-go-on");
        let about = words.text("ui-directory-go-on-about");
        let banner = Banner::new(Look::Warn, &lead, &about).action(&go_on);
        if let (Some(_), Some(path)) = (banner.show(ui), found.listing.path()) {
            asked.push(Command::GoOnWithScan(path.to_owned()));
        }
    }
    unread(ui, model, found, form);
    sums::tiles(ui, model, tally, &mut form.filter);
    sums::lists(ui, model, tally, &mut form.filter);
    tools(ui, model, found, form);
    rows::show(ui, model, found, form, asked);
}

fn head(ui: &mut Ui, model: &Model, found: &Found, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    let head = &found.listing.head;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let (users, bases) = (found.listing.tally.users, head.bases.clone());
        let text = words.say(&msg!("scan-summary", users = users, bases = bases, connector = &head.connector));
        widgets::label(ui, text, Type::H3, palette.text);
        let seen = match found.listing.ended {
            Some(at) => {
                let took = i64::try_from(at.duration_since(head.seen_at).as_millis()).unwrap_or(i64::MAX);
                msg!("ui-directory-seen", began = head.seen_at, took = words.duration(took))
            }
            None => msg!("ui-directory-seen-part", began = head.seen_at),
        };
        widgets::caption(ui, words.say(&seen));
        widgets::caption(
            ui,
            match &head.tenant {
                Some(tenant) => words.say(&msg!("ui-directory-joined", tenant = tenant)),
                None => words.text("ui-directory-not-joined"),
            },
        );
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (text, why) = (words.text("command-export-scan"), model.why_not(&Command::ExportScan));
        let why = why.map(|id| words.text(id));
        if ui.add(Button::new(&text).icon(icons::FILE_ARROW_DOWN).refused(why.as_deref())).clicked() {
            asked.push(Command::ExportScan);
        }
        let (text, why) = (words.text("command-copy-scanned"), model.why_not(&Command::CopyScanned));
        let why = why.map(|id| words.text(id));
        if ui.add(Button::new(&text).icon(icons::COPY).refused(why.as_deref())).clicked() {
            asked.push(Command::CopyScanned);
        }
        if let Some(path) = found.listing.path().filter(|path| model.is_own_scan(path)) {
            let text = words.text("ui-directory-discard");
            if ui.add(Button::new(&text).quiet().icon(icons::TRASH)).clicked() {
                asked.push(Command::AskDiscardScan(path.to_owned()));
            }
        }
    });
}

/// Places that could not be looked at, or not wholly.
fn unread(ui: &mut Ui, model: &Model, found: &Found, form: &mut DirectoryForm) {
    let words = &model.words;
    let places = &found.listing.tally.unread;
    if places.is_empty() {
        return;
    }
    let title = words.text("scan-summary-unread");
    let caption = words.say(&msg!("ui-directory-places", count = places.len()));
    Expander::new(icons::WARNING, &title).caption(&caption).show(ui, &mut form.unread, |ui| {
        for place in places.iter().take(PLACES) {
            let text = words.say(&msg!("scan-summary-place", place = &place.dn, why = place.why.message()));
            widgets::label(ui, text, Type::Body, of(ui).text);
        }
        if places.len() > PLACES {
            widgets::caption(ui, words.say(&msg!("scan-summary-more", count = places.len() - PLACES)));
        }
    });
}

fn tools(ui: &mut Ui, model: &Model, found: &Found, form: &mut DirectoryForm) {
    let words = &model.words;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.vertical(|ui| {
            ui.set_width(260.0_f32.min(ui.available_width()));
            let label = words.text("ui-directory-filter");
            let field = Field::new(&label).hint(&label).hide_label().icon(icons::MAGNIFYING_GLASS);
            field.id(Id::unique("directory-filter")).show(ui, &mut form.filter.text);
        });
        let chip = |ui: &mut Ui, text: String| {
            let remove = words.say(&msg!("ui-item-filter-remove", what = text.as_str()));
            let short = widgets::shorten_middle(ui, &text, Type::Caption, 260.0);
            filter_chip(ui, &short, &remove).clicked()
        };
        if let Some(cause) = form.filter.cause.clone()
            && chip(ui, words.text(&sums::cause_id(&cause)))
        {
            form.filter.cause = None;
        }
        if let Some(unit) = form.filter.unit.clone()
            && chip(ui, unit)
        {
            form.filter.unit = None;
        }
        if found.listed.is_some() {
            let text = msg!("ui-directory-listed", count = found.count(), users = found.listing.tally.users);
            widgets::caption(ui, words.say(&text));
        }
    });
}
