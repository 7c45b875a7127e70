//! The directory: how it is reached, its facts for the checklist, the scan of its users, and what a scan found.

mod connection;
mod found;
mod going;
mod rows;
mod sums;

use std::path::Path;

use egui::{Context, Ui};
use readiness_core::msg;

use super::heading;
use crate::desktop::{
    command::Command,
    directory::KeptScan,
    forms::Forms,
    icons,
    model::Model,
    theme::Look,
    widgets::{self, Banner, Choice, Confirmation, Expander, card},
};

/// Below this width fields, sums and columns of a row stand below each other.
const NARROW: f32 = 760.0;

pub(super) fn show(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let words = &model.words;
    heading(ui, &words.text("command-directory"));
    widgets::paragraph(ui, &words.text("ui-directory-about"), false);
    let state = &model.directory;
    let form = &mut forms.directory;
    if model.is_training() {
        Banner::new(Look::NeedsYou, &words.text("ui-directory-training"), "").show(ui);
    } else if let Some(going) = &state.going {
        card(ui, 16, |ui| going::show(ui, model, going, asked));
    } else {
        if let Some(why) = &state.refused {
            Banner::new(Look::Fail, &words.text("ui-directory-refused"), &words.say(why)).show(ui);
        } else if state.found.is_none()
            && let Some(kept) = offered(model)
        {
            offer(ui, model, kept, asked);
        }
        let mut unfolded = form.unfolded.unwrap_or(state.found.is_none());
        card(ui, 16, |ui| {
            let (title, caption) = (words.text("ui-directory-connection"), form.at.clone());
            let caption = if unfolded { "" } else { caption.trim() };
            Expander::new(icons::PLUGS_CONNECTED, &title).caption(caption).show(ui, &mut unfolded, |ui| {
                connection::show(ui, model, form, asked);
            });
        });
        form.unfolded = (unfolded != state.found.is_none()).then_some(unfolded);
    }
    if let Some(found) = state.found.as_ref().filter(|_| state.going.is_none()) {
        found::show(ui, model, found, form, asked);
    }
}

/// The newest record that is about the forest that is assessed.
fn offered(model: &Model) -> Option<&KeptScan> {
    let forest = model.assessment()?.subject.forest.trim();
    model.directory.kept.iter().find(|kept| forest.is_empty() || kept.head.forest.eq_ignore_ascii_case(forest))
}

fn offer(ui: &mut Ui, model: &Model, kept: &KeptScan, asked: &mut Vec<Command>) {
    let words = &model.words;
    let id = if kept.whole { "ui-directory-kept" } else { "ui-directory-kept-part" };
    let lead = words.say(&msg!(id, forest = &kept.head.forest, at = kept.head.seen_at));
    let [show, go_on, discard] =
        ["ui-directory-show", "ui-directory-go-on", "ui-directory-discard"].map(|id| words.text(id));
    let mut banner = Banner::new(Look::NeedsYou, &lead, "").quiet_action(&discard).action(&show);
    if !kept.whole {
        banner = banner.action(&go_on);
    }
    let path = || kept.path.clone();
    match banner.show(ui) {
        Some(0) => asked.push(Command::AskDiscardScan(path())),
        Some(1) => asked.push(Command::ShowScan(path())),
        Some(_) => asked.push(Command::GoOnWithScan(path())),
        None => {}
    }
}

/// Whether the record of a scan is really to be deleted.
pub(super) fn discard(context: &Context, model: &Model, path: &Path, asked: &mut Vec<Command>) {
    let words = &model.words;
    let question = Confirmation {
        title: &words.text("ui-directory-discard-question"),
        text: &words.text("ui-directory-discard-text"),
        act: &words.text("ui-directory-discard"),
        safe: &words.text("ui-cancel"),
    };
    match question.show(context) {
        Some(Choice::Act) => asked.extend([Command::Dismiss, Command::DiscardScan(path.to_owned())]),
        Some(Choice::Safe) => asked.push(Command::Dismiss),
        None => {}
    }
}
