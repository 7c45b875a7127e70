//! What is needed to sign a report with a certificate: on the sign-off page for the report of what is open, and on the page
//! of a report that is looked at.

mod stored;

use egui::Ui;
use readiness_core::{assessment::Role, msg};

use crate::desktop::{
    command::Command,
    forms::{Forms, SignForm, SignWith, SignatureForm},
    icons,
    model::Model,
    signing::{Signable, SigningStep},
    theme::{Look, Type, of},
    widgets::{self, Banner, Button, Field, Part, checkbox, labelled, segmented},
};

/// Name and title of who signs.
pub(super) fn person(ui: &mut Ui, model: &Model, form: &mut SignForm, role: Role) {
    let words = &model.words;
    let role_word = words.text(role.message_id());
    ui.columns(2, |cells| {
        if let [left, right] = cells {
            let name = words.say(&msg!("ui-sign-name-of", role = role_word.as_str()));
            Field::new(&name).id(egui::Id::unique(("sign-who", role))).show(left, &mut form.who);
            let title = words.say(&msg!("ui-sign-title-of", role = role_word.as_str()));
            let optional = words.text("ui-optional");
            let field = Field::new(&title).optional(&optional).id(egui::Id::unique(("sign-title", role)));
            field.show(right, &mut form.title);
        }
    });
}

/// With what they sign. The system's store is a choice only where there is one.
pub(super) fn with(ui: &mut Ui, model: &Model, form: &mut SignForm, role: Role, choices: &[SignWith]) {
    let words = &model.words;
    let name = words.say(&msg!("ui-sign-with", role = words.text(role.message_id())));
    let word = |with: SignWith| match with {
        SignWith::Name => "ui-sign-with-name",
        SignWith::Certificate => "ui-sign-with-certificate",
        SignWith::Stored => "ui-sign-with-stored",
        SignWith::SelfSigned => "ui-sign-with-self-signed",
    };
    let there = choices.iter().filter(|with| **with != SignWith::Stored || model.stored.is_some());
    let parts: Vec<Part<SignWith>> = there.map(|with| Part::new(*with, words.text(word(*with)))).collect();
    let made = labelled(ui, &name, None, None, |ui| segmented(ui, &name, Some(&form.with), &parts));
    if let Some(with) = made {
        form.with = with;
    }
}

/// The key and the time-stamp server.
pub(super) fn key(ui: &mut Ui, model: &Model, form: &mut SignatureForm, with: SignWith, asked: &mut Vec<Command>) {
    let words = &model.words;
    if with == SignWith::Certificate {
        let browse = words.text("ui-signing-browse");
        let label = words.text("ui-signing-key-file");
        ui.horizontal(|ui| {
            let button = Button::new(&browse).icon(icons::FOLDER_OPEN);
            let wide = ui.available_width() - button.width(ui) - 8.0;
            ui.vertical(|ui| {
                ui.set_width(wide);
                Field::new(&label).mono().id(egui::Id::unique("sign-key")).show(ui, &mut form.key_file);
            });
            ui.with_layout(egui::Layout::bottom_up(egui::Align::Min), |ui| {
                if ui.add(button).clicked() {
                    asked.push(Command::ChooseKey);
                }
            });
        });
        let (label, help) = (words.text("ui-signing-password"), words.text("ui-signing-password-help"));
        let field = Field::new(&label).password().help(help.as_str()).id(egui::Id::unique("sign-password"));
        field.show(ui, &mut form.password);
    } else if let (SignWith::Stored, Some(known)) = (with, &model.stored) {
        stored::choice(ui, model, known, form, asked);
    } else {
        widgets::paragraph(ui, &words.text("sign-self-signed-proves"), false);
    }
    let (label, help) = (words.text("ui-signing-server"), words.text("ui-signing-server-help"));
    let optional = words.text("ui-optional");
    let wrong = form.wrong_server().then(|| words.text("sign-time-stamp-address"));
    let field = Field::new(&label).optional(&optional).help(help.as_str()).error(wrong.as_deref()).mono();
    field.id(egui::Id::unique("sign-server")).hint("http://").show(ui, &mut form.server);
}

/// The tick, the button, how far it is, and why the last try came to nothing.
pub(super) fn act(
    ui: &mut Ui,
    model: &Model,
    forms: &mut Forms,
    (what, role): (Signable, Role),
    text: &str,
    asked: &mut Vec<Command>,
) {
    let words = &model.words;
    let (form, signature) = forms.signer(role);
    let read = words.say(&msg!("ui-sign-have-read", role = words.text(role.message_id())));
    checkbox(ui, &mut form.read, &read);
    if let Some((of, why)) = &model.sign_refused
        && *of == role
    {
        Banner::new(Look::Fail, &words.text("ui-signing-refused"), &words.say(why)).show(ui);
    }
    let missing = form.missing().or(signature.missing(form.with));
    let missing = missing.or(model.signing.as_ref().map(|_| "ui-why-signing")).map(|id| words.text(id));
    ui.horizontal(|ui| {
        if ui.add(Button::new(text).primary().icon(icons::SIGNATURE).refused(missing.as_deref())).clicked() {
            asked.push(Command::SignReport(what, role));
        }
        match (&model.signing, &missing) {
            (Some(signing), _) => {
                let (id, server) = match signing.step {
                    SigningStep::Preparing => ("ui-signing-preparing", ""),
                    SigningStep::Asking => {
                        ("ui-signing-asking", signing.request.time_stamp_server.as_deref().unwrap_or_default())
                    }
                };
                widgets::verdict_icon(ui, Look::Running, &words.text(Look::Running.message_id()), 18.0, of(ui).surface);
                widgets::label(ui, words.say(&msg!(id, server = server)), Type::Caption, of(ui).text_2);
                if ui.add(Button::new(&words.text("ui-signing-cancel")).small()).clicked() {
                    asked.push(Command::CancelSigning);
                }
            }
            (None, Some(missing)) => {
                widgets::caption(ui, missing.as_str());
            }
            (None, None) => {}
        }
    });
}
