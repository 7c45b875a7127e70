//! A report that is looked at: whether it is intact in one sentence, who signed it, what is inside, and how to go on.

mod inside;
mod signature;

use egui::Ui;

use super::{CommandButton, heading, icon, signing};
use crate::desktop::{
    command::Command,
    forms::{Forms, SignWith},
    icons,
    model::Model,
    page::Page,
    signing::Signable,
    theme::{Look, Type, of},
    verified::{Looked, State},
    widgets::{self, Banner, Button, card_with_border},
};
use readiness_core::{
    assessment::{Role, Standing},
    msg,
    report::verify::{Outcome, Verification},
};

/// The width of the column at the right, in points.
const ASIDE: f32 = 304.0;
/// Below this width it goes under the other.
const TWO_COLUMNS: f32 = 860.0;

/// The page where nothing is open, so that there is no frame around it.
pub(super) fn alone(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let text = model.words.text("ui-verify-back");
    if ui.add(Button::new(&text).quiet().icon(icons::ARROW_LEFT)).clicked() {
        asked.push(Command::Go(Page::Start));
    }
    show(ui, model, forms, asked);
}

pub(super) fn show(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let words = &model.words;
    head(ui, model, asked);
    let Some(report) = &model.verified.report else {
        empty(ui, model, asked);
        return;
    };
    let name = report.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    match &report.state {
        State::Looking => {
            ui.horizontal(|ui| {
                widgets::verdict_icon(ui, Look::Running, &words.text(Look::Running.message_id()), 18.0, of(ui).canvas);
                widgets::label(ui, words.say(&msg!("ui-verify-looking", name = name)), Type::Body, of(ui).text);
            });
        }
        State::Refused(why) => {
            Banner::new(Look::Fail, &words.say(&msg!("ui-verify-refused", name = name)), &words.say(why)).show(ui);
        }
        State::Looked(looked) => looked_at(ui, model, forms, looked, asked),
    }
}

fn head(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    let path = model.verified.report.as_ref().map(|report| report.path.display().to_string());
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let room = (ui.available_width() - 320.0).max(120.0);
            ui.set_width(room);
            heading(ui, &words.text("command-verify"));
            match &path {
                Some(path) => {
                    let shown = widgets::shorten_middle(ui, path, Type::MonoSmall, room);
                    widgets::label(ui, shown, Type::MonoSmall, of(ui).text_2).on_hover_text(path);
                }
                None => {
                    widgets::paragraph(ui, &words.text("ui-verify-about"), false);
                }
            }
        });
        let room = egui::Rect::from_x_y_ranges(ui.available_rect_before_wrap().x_range(), ui.min_rect().y_range());
        widgets::trailing(ui, "verify-head", room, |ui| {
            if let Some(looked) = model.verified.looked() {
                let text = words.text("ui-verify-copy");
                if ui.add(Button::new(&text).icon(icons::COPY)).clicked() {
                    asked.push(Command::Copy(looked.found.text(words)));
                }
            }
            if path.is_some() && ui.add(Button::new(&words.text("ui-verify-other")).icon(icons::FOLDER_OPEN)).clicked()
            {
                asked.push(Command::Open);
            }
        });
    });
}

fn empty(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 140.0), egui::Sense::hover());
    let stroke = egui::Stroke::new(1.0, palette.line_strong);
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(egui::Shape::dashed_line(&corners, stroke, 6.0, 4.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect.shrink(20.0)), |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space(16.0);
            widgets::label(ui, words.text("ui-verify-empty"), Type::Body, palette.text_2);
            ui.add_space(4.0);
            if ui.add(Button::new(&words.text("ui-verify-choose")).primary().icon(icons::FOLDER_OPEN)).clicked() {
                asked.push(Command::Open);
            }
        });
    });
}

fn looked_at(ui: &mut Ui, model: &Model, forms: &mut Forms, looked: &Looked, asked: &mut Vec<Command>) {
    outcome(ui, model, &looked.found);
    let found = &looked.found;
    if found.is_foreign() {
        return;
    }
    let width = ui.available_width();
    if width < TWO_COLUMNS {
        main(ui, model, forms, found, asked);
        inside::show(ui, model, found, asked);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 24.0;
        ui.vertical(|ui| {
            ui.set_width(width - ASIDE - 24.0);
            main(ui, model, forms, found, asked);
        });
        ui.vertical(|ui| {
            ui.set_width(ASIDE);
            inside::show(ui, model, found, asked);
        });
    });
}

/// What it comes to, in one sentence.
fn outcome(ui: &mut Ui, model: &Model, found: &Verification) {
    let words = &model.words;
    let unknown = found.signatures.iter().any(|signature| signature.trust.is_err());
    let (look, lead, text) = match found.outcome {
        Outcome::Altered if found.is_foreign() => {
            (Look::Fail, words.text("verify-not-a-report"), words.text("ui-verify-foreign-text"))
        }
        Outcome::Altered => (Look::Fail, words.say(&found.message()), words.text("ui-verify-altered-text")),
        Outcome::Trusted => (Look::Pass, words.say(&found.message()), String::new()),
        Outcome::NotTrusted if unknown => {
            (Look::Warn, words.say(&found.message()), words.text("ui-verify-not-trusted-text"))
        }
        Outcome::NotTrusted => (Look::NeedsYou, words.say(&found.message()), words.text("ui-verify-unsigned-text")),
    };
    Banner::new(look, &lead, &text).show(ui);
}

fn main(ui: &mut Ui, model: &Model, forms: &mut Forms, found: &Verification, asked: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing = egui::vec2(8.0, 12.0);
    let words = &model.words;
    if !found.changes.is_empty() {
        changes(ui, model, found);
    }
    for signature in &found.signatures {
        signature::card(ui, model, signature);
    }
    if found.signatures.is_empty() && found.outcome != Outcome::Altered {
        widgets::card(ui, 16, |ui| widgets::paragraph(ui, &words.text("ui-verify-no-signature"), false));
    }
    let next = found.next_to_sign();
    let open = next.is_some() && forms.signature.open;
    ui.horizontal_wrapped(|ui| {
        let go_on = CommandButton::new(model, Command::ContinueReport);
        let button = go_on.button().icon(icons::ARROW_RIGHT);
        go_on.add(ui, if open { button } else { button.primary() }, asked);
        if let Some(role) = next {
            let text = words.say(&msg!("ui-signing-this", role = words.text(role.message_id())));
            if ui.add(Button::new(&text).icon(icons::SIGNATURE).on(open)).clicked() {
                forms.signature.open = !open;
            }
        }
    });
    if found.outcome != Outcome::Altered {
        widgets::caption(ui, words.text("ui-verify-continue-hint"));
    }
    if let Some(role) = next.filter(|_| open) {
        sign(ui, model, forms, found, role, asked);
    }
}

/// What is needed to sign it, as the one whose turn it is.
fn sign(ui: &mut Ui, model: &Model, forms: &mut Forms, found: &Verification, role: Role, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    let role_word = words.text(role.message_id());
    card_with_border(ui, 16, palette.accent.soft_border, |ui| {
        widgets::label(ui, role_word.as_str(), Type::H3, palette.text);
        let (form, signature) = forms.signer(role);
        if form.with == SignWith::Name {
            form.with = SignWith::Certificate;
        }
        signing::person(ui, model, form, role);
        let choices = [SignWith::Certificate, SignWith::Stored, SignWith::SelfSigned];
        signing::with(ui, model, form, role, &choices);
        signing::key(ui, model, signature, form.with, asked);
        if !found.for_signature && found.standing != Some(Standing::SignedOff) {
            ui.horizontal(|ui| {
                let colour = palette.verdict(Look::Warn).fg;
                icon(ui, icons::WARNING, 16.0, colour);
                widgets::label(ui, words.text("sign-says-draft"), Type::Caption, colour);
            });
        }
        let text = words.say(&msg!("ui-signing-as", role = role_word.as_str()));
        let what = Signable::Report(model.verified.number);
        signing::act(ui, model, forms, (what, role), &text, asked);
    });
}

fn changes(ui: &mut Ui, model: &Model, found: &Verification) {
    let words = &model.words;
    let palette = of(ui);
    let colour = palette.verdict(Look::Fail).fg;
    widgets::card(ui, 16, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.spacing_mut().interact_size.y = 20.0;
        widgets::label(ui, words.text("ui-verify-changes"), Type::H3, palette.text);
        for change in &found.changes {
            ui.horizontal(|ui| {
                icon(ui, icons::WARNING_OCTAGON, 16.0, colour);
                widgets::label(ui, words.say(change), Type::Body, palette.text);
            });
        }
    });
}
