//! Sign-off: what a signer should know, who signs in which role, and what exactly is signed.

mod signed;

use egui::{Align, Layout, Ui};
use readiness_core::{
    assessment::{Assessment, Conclusion, Role, Standing, Status},
    msg,
};

use super::{heading, icon, report, signing};
use crate::desktop::{
    command::Command,
    forms::{Forms, SignWith},
    icons,
    model::Model,
    results::Results,
    signing::Signable,
    theme::{Look, Type, of},
    widgets::{self, Banner, Button, card_with_border, checkbox},
};

pub(super) fn show(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let (Some(assessment), Some(results)) = (model.assessment(), &model.results) else { return };
    let words = &model.words;
    heading(ui, &words.text("command-sign-off"));
    if results.standing == Standing::Training {
        widgets::card(ui, 16, |ui| widgets::paragraph(ui, &words.text("ui-sign-training"), false));
        return;
    }
    widgets::paragraph(ui, &words.text("ui-sign-about"), false);
    let width = ui.available_width();
    if width < 860.0 {
        steps(ui, model, forms, assessment, results, asked);
        signed::show(ui, model, assessment, results, asked);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 24.0;
        ui.vertical(|ui| {
            ui.set_width(width - 304.0 - 24.0);
            steps(ui, model, forms, assessment, results, asked);
        });
        ui.vertical(|ui| {
            ui.set_width(304.0);
            signed::show(ui, model, assessment, results, asked);
        });
    });
}

fn steps(
    ui: &mut Ui,
    model: &Model,
    forms: &mut Forms,
    assessment: &Assessment,
    results: &Results,
    asked: &mut Vec<Command>,
) {
    ui.spacing_mut().item_spacing = egui::vec2(8.0, 12.0);
    if results.standing == Standing::Stale {
        let words = &model.words;
        Banner::new(Look::Warn, &words.text("ui-sign-stale"), &words.text("ui-sign-stale-text")).show(ui);
    }
    what_counts(ui, model, assessment, results, asked);
    for (index, role) in Role::ALL.into_iter().enumerate() {
        match assessment.sign_off_of(role) {
            Some(_) => done(ui, model, assessment, results, role, index, asked),
            None => open(ui, model, forms, results, role, index, asked),
        }
    }
}

fn what_counts(ui: &mut Ui, model: &Model, assessment: &Assessment, results: &Results, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    widgets::card(ui, 16, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.spacing_mut().interact_size.y = 24.0;
        step_head(ui, Some(1), &words.text("ui-sign-read"), |_| {});
        let mut any = false;
        for item in assessment.checklist().items() {
            let state = assessment.state(item, model.now);
            if let Some(exception) = state.exception {
                any = true;
                let text = words.say(&msg!(
                    "ui-sign-exception",
                    title = words.item_title(item),
                    who = &exception.who,
                    until = exception.until
                ));
                let was = words.say(&msg!("ui-sign-was", what = words.text(state.original.message_id())));
                line(ui, Look::Excepted, &format!("{text}, {was}"), || asked.push(Command::Select(item.id.clone())));
            }
        }
        let counted = [
            (Status::Fail, "ui-sign-failed"),
            (Status::CouldNotCheck, "ui-sign-could-not-check"),
            (Status::NeedsYou, "ui-sign-needs-you"),
            (Status::NotRun, "ui-sign-not-run"),
            (Status::Warn, "ui-sign-warnings"),
        ];
        for (status, id) in counted {
            let count = results.tally.count(status);
            if count > 0 {
                any = true;
                let text = words.say(&msg!(id, count = count));
                line(ui, Look::from(status), &text, || asked.push(Command::ShowStatus(status)));
            }
        }
        let by_hand =
            assessment.checklist().items().filter(|i| assessment.state(i, model.now).answer.is_some()).count();
        if by_hand > 0 {
            any = true;
            ui.horizontal(|ui| {
                icon(ui, icons::USER_CIRCLE, 16.0, palette.text_2);
                widgets::label(ui, words.say(&msg!("ui-sign-by-hand", count = by_hand)), Type::Body, palette.text);
            });
        }
        if let Some(oldest) = assessment.facts.snapshots().last() {
            any = true;
            ui.horizontal(|ui| {
                icon(ui, icons::HARD_DRIVES, 16.0, palette.text_2);
                widgets::label(ui, words.say(&msg!("ui-sign-oldest", at = oldest.seen_at)), Type::Body, palette.text);
            });
        }
        if !any {
            widgets::paragraph(ui, &words.text("ui-sign-nothing-special"), false);
        }
    });
}

fn line(ui: &mut Ui, look: Look, text: &str, mut clicked: impl FnMut()) {
    let palette = of(ui);
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(16.0), egui::Sense::hover());
        widgets::paint_verdict(ui.painter(), palette, look, rect.center(), 16.0, palette.surface);
        if widgets::link(ui, text, Type::Body).clicked() {
            clicked();
        }
    });
}

/// Number or tick, title, and what stands at the right.
fn step_head(ui: &mut Ui, number: Option<usize>, title: &str, right: impl FnOnce(&mut Ui)) {
    let palette = of(ui);
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(24.0), egui::Sense::hover());
        let painter = ui.painter();
        match number {
            Some(number) => {
                painter.circle_filled(rect.center(), 12.0, palette.accent.solid);
                let colour = palette.accent.on_solid;
                let galley = widgets::galley(ui, &number.to_string(), Type::CaptionStrong, colour, 24.0);
                painter.galley(rect.center() - galley.size() / 2.0, galley, colour);
            }
            None => {
                let colours = palette.verdict(Look::Pass);
                painter.circle_filled(rect.center(), 12.0, colours.soft);
                icons::CHECK.paint(painter, icons::Variant::Bold, rect.center(), 14.0, colours.icon);
            }
        }
        ui.add_space(4.0);
        widgets::label(ui, title, Type::H3, palette.text);
        ui.with_layout(Layout::right_to_left(Align::Center), right);
    });
}

fn done(
    ui: &mut Ui,
    model: &Model,
    assessment: &Assessment,
    results: &Results,
    role: Role,
    index: usize,
    asked: &mut Vec<Command>,
) {
    let words = &model.words;
    let palette = of(ui);
    let Some(signed) = assessment.sign_off_of(role) else { return };
    let covers = results.covered.get(index).copied().flatten() == Some(true);
    widgets::card(ui, 16, |ui| {
        let number = if covers { None } else { Some(index + 2) };
        step_head(ui, number, &words.text(role.message_id()), |ui| {
            let (look, id) = if covers { (Look::Pass, "ui-sign-signed") } else { (Look::Warn, "ui-sign-is-stale") };
            widgets::pill(ui, look, &words.text(id));
        });
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let who = if signed.title.is_empty() {
                    signed.who.clone()
                } else {
                    words.list(&[signed.who.clone(), signed.title.clone()])
                };
                widgets::label(ui, who, Type::Body, palette.text);
                let conclusion = words.text(signed.conclusion.message_id());
                let text = words.say(&msg!("ui-sign-when", at = signed.at, conclusion = conclusion));
                widgets::label(ui, text, Type::Caption, palette.text_2);
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let role_word = words.text(role.message_id());
                let name = words.say(&msg!("ui-sign-withdraw-of", role = role_word));
                if ui.add(Button::new(&words.text("ui-sign-withdraw")).name(&name)).clicked() {
                    asked.push(Command::Withdraw(role));
                }
            });
        });
    });
}

fn open(
    ui: &mut Ui,
    model: &Model,
    forms: &mut Forms,
    results: &Results,
    role: Role,
    index: usize,
    asked: &mut Vec<Command>,
) {
    let words = &model.words;
    let palette = of(ui);
    let role_word = words.text(role.message_id());
    let not_ready = matches!(results.tally.conclusion, Conclusion::NotReady | Conclusion::Incomplete);
    let conclusion = words.text(results.tally.conclusion.message_id());
    card_with_border(ui, 16, palette.accent.soft_border, |ui| {
        step_head(ui, Some(index + 2), &role_word, |ui| {
            widgets::label(ui, words.text("ui-sign-not-signed"), Type::Caption, palette.text_3);
        });
        signing::person(ui, model, forms.signer(role).0, role);
        let choices = [SignWith::Name, SignWith::Certificate, SignWith::Stored, SignWith::SelfSigned];
        signing::with(ui, model, forms.signer(role).0, role, &choices);
        let with = forms.sign_of(role).with;
        if with != SignWith::Name && role == Role::Customer {
            customer(ui, model, asked);
            return;
        }
        if with != SignWith::Name {
            signing::key(ui, model, &mut forms.signature, with, asked);
            report::language(ui, model, asked);
        }
        if not_ready {
            ui.horizontal(|ui| {
                let colours = palette.verdict(Look::Fail);
                icon(ui, icons::WARNING_OCTAGON, 16.0, colours.fg);
                let text = words.say(&msg!("ui-sign-as-it-is", conclusion = conclusion.as_str()));
                widgets::label(ui, text, Type::Caption, colours.fg);
            });
        }
        let id = match (with, not_ready) {
            (SignWith::Name, false) => "ui-sign-as",
            (SignWith::Name, true) => "ui-sign-as-not",
            (_, false) => "ui-signing-as",
            (_, true) => "ui-signing-as-not",
        };
        let text = words.say(&msg!(id, role = role_word.as_str(), conclusion = conclusion.as_str()));
        if with == SignWith::Name {
            by_name(ui, model, forms, role, &text, asked);
        } else if let Some(document) = &model.document {
            let what = Signable::Assessment { key: document.key, revision: document.revision() };
            signing::act(ui, model, forms, (what, role), &text, asked);
        }
    });
}

/// A sign-off with a name, inside of the assessment.
fn by_name(ui: &mut Ui, model: &Model, forms: &mut Forms, role: Role, text: &str, asked: &mut Vec<Command>) {
    let words = &model.words;
    let (form, _) = forms.signer(role);
    let read = words.say(&msg!("ui-sign-have-read", role = words.text(role.message_id())));
    checkbox(ui, &mut form.read, &read);
    let missing = form.missing().map(|id| words.text(id));
    ui.horizontal(|ui| {
        if ui.add(Button::new(text).icon(icons::SIGNATURE).refused(missing.as_deref())).clicked() {
            asked.push(Command::Sign(role, form.who.clone(), form.title.clone()));
        }
        if let Some(missing) = &missing {
            widgets::caption(ui, missing.as_str());
        }
    });
    widgets::caption(ui, words.text("ui-sign-digest-only"));
}

/// The customer's signature goes under the assessor's, in the same file.
fn customer(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    widgets::paragraph(ui, &words.text("ui-signing-customer"), false);
    if ui.add(Button::new(&words.text("ui-verify-choose")).icon(icons::FOLDER_OPEN)).clicked() {
        asked.push(Command::Open);
    }
}
