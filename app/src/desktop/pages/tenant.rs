//! The sign-in to the tenant: how, what is asked for and why, whether it was granted, and how to register an application
//! of one's own.

use egui::Ui;
use readiness_core::{
    collect::tenant::{Prompt, Question, permissions},
    engine::Scope,
    facts::Source,
    msg,
    reference::Permission,
};

use super::{CommandButton, heading};
use crate::{
    desktop::{
        command::Command,
        forms::Forms,
        icons, keychain,
        model::Model,
        tenant::{SignInState, Way},
        theme::{Look, Type, of},
        widgets::{self, Banner, Button, Expander, Field, card, checkbox, code_block},
    },
    live::SignedIn,
};

/// Where an administrator registers an application, below the cloud's portal.
const REGISTRATIONS: &str = "#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade";

pub(super) fn show(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let words = &model.words;
    let Some(assessment) = model.assessment() else { return };
    heading(ui, &words.text("command-tenant"));
    widgets::paragraph(ui, &words.text("ui-tenant-about"), false);
    if model.is_training() {
        Banner::new(Look::NeedsYou, &words.text("ui-tenant-training"), "").show(ui);
        return;
    }
    let tenant = assessment.subject.tenant.trim();
    if tenant.is_empty() {
        let change = words.text("ui-way-edit-subject");
        let banner = Banner::new(Look::Warn, &words.text("ui-tenant-unnamed"), "").action(&change).show(ui);
        if banner.is_some() {
            asked.push(Command::EditSubject);
        }
    }
    if let Some(trouble) = &model.tenant.refused {
        let copy = words.text("ui-tenant-copy-consent");
        let (lead, text) = (words.text("ui-tenant-refused"), words.say(&trouble.why));
        let mut banner = Banner::new(Look::Fail, &lead, &text);
        if trouble.consent.is_some() {
            banner = banner.action(&copy);
        }
        if banner.show(ui).is_some()
            && let Some(link) = &trouble.consent
        {
            asked.push(Command::Copy(link.clone()));
        }
    }
    let signed_in = model.tenant.signed_in();
    card(ui, 16, |ui| match &model.tenant.state {
        SignInState::Out => out(ui, model, forms, tenant, asked),
        SignInState::Going { prompt, .. } => going(ui, model, prompt.as_ref(), asked),
        SignInState::In(signed_in) => signed(ui, model, signed_in, asked),
    });
    card(ui, 16, |ui| asked_for(ui, model, signed_in.map(AsRef::as_ref)));
    card(ui, 16, |ui| own_application(ui, model, forms, asked));
}

fn out(ui: &mut Ui, model: &Model, forms: &mut Forms, tenant: &str, asked: &mut Vec<Command>) {
    let words = &model.words;
    let title =
        if tenant.is_empty() { words.text("ui-tenant-out") } else { words.say(&msg!("ui-tenant-to", tenant = tenant)) };
    widgets::label(ui, title, Type::H3, of(ui).text);
    let (label, optional) = (words.text("ui-tenant-application"), words.text("ui-optional"));
    let help = words.text("ui-tenant-application-help");
    let wrong = words.text("ui-tenant-application-wrong");
    let typed = forms.client_id.trim();
    let is_id = typed.is_empty() || typed.parse::<readiness_core::reference::Guid>().is_ok();
    Field::new(&label)
        .optional(&optional)
        .mono()
        .help(help.as_str())
        .error((!is_id).then_some(wrong.as_str()))
        .limit(64)
        .show(ui, &mut forms.client_id);
    let refused = if tenant.is_empty() { Some(words.text("ui-tenant-unnamed")) } else { (!is_id).then_some(wrong) };
    let kept = refused.is_none() && model.keeps_sign_in(&forms.client_id);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let ways = [
            (Way::Kept, "command-sign-in-kept", icons::KEY),
            (Way::Browser, "command-sign-in-browser", icons::GLOBE),
            (Way::Code, "command-sign-in-code", icons::KEYBOARD),
        ];
        for (nth, (way, text, icon)) in ways.into_iter().filter(|(way, ..)| kept || *way != Way::Kept).enumerate() {
            let text = words.text(text);
            let mut button = Button::new(&text).icon(icon).refused(refused.as_deref());
            if nth == 0 {
                button = button.primary();
            }
            if ui.add(button).clicked() {
                asked.push(Command::SignIn(way));
            }
        }
    });
    if kept {
        widgets::caption(ui, words.text("ui-tenant-in-keychain"));
        let forget = CommandButton::new(model, Command::ForgetSignIn);
        forget.add(ui, forget.button().small().icon(icons::TRASH), asked);
    } else {
        checkbox(ui, &mut forms.keep_sign_in, &words.text("ui-tenant-keep"));
        widgets::caption(ui, words.text(if forms.keep_sign_in { "ui-tenant-keychain" } else { "ui-tenant-memory" }));
    }
}

fn going(ui: &mut Ui, model: &Model, prompt: Option<&Prompt>, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    let waiting = words.text(Look::Running.message_id());
    ui.horizontal(|ui| {
        widgets::verdict_icon(ui, Look::Running, &waiting, 18.0, palette.surface);
        let text = match prompt {
            None => "ui-tenant-asking",
            Some(Prompt::Browser { .. }) => "ui-tenant-in-browser",
            Some(Prompt::DeviceCode { .. }) => "ui-tenant-with-code",
        };
        widgets::label(ui, words.text(text), Type::H3, palette.text);
    });
    match prompt {
        None => {}
        Some(Prompt::Browser { url }) => {
            widgets::paragraph(ui, &words.text("ui-tenant-browser-help"), false);
            ui.horizontal(|ui| {
                if ui.add(Button::new(&words.text("ui-tenant-open-again")).icon(icons::ARROW_SQUARE_OUT)).clicked() {
                    asked.push(Command::Browse(url.clone()));
                }
                if ui.add(Button::new(&words.text("ui-tenant-copy-address")).icon(icons::COPY)).clicked() {
                    asked.push(Command::Copy(url.clone()));
                }
            });
        }
        Some(Prompt::DeviceCode { url, code }) => {
            widgets::paragraph(ui, &words.say(&msg!("ui-tenant-code-help", url = url)), false);
            widgets::label(ui, code, Type::H1, palette.text);
            ui.horizontal(|ui| {
                if ui.add(Button::new(&words.text("ui-tenant-copy-code")).primary().icon(icons::COPY)).clicked() {
                    asked.push(Command::Copy(code.clone()));
                }
                if ui.add(Button::new(&words.text("ui-tenant-open-page")).icon(icons::ARROW_SQUARE_OUT)).clicked() {
                    asked.push(Command::Browse(url.clone()));
                }
            });
        }
    }
    if ui.add(Button::new(&words.text("command-cancel-sign-in")).icon(icons::X)).clicked() {
        asked.push(Command::CancelSignIn);
    }
}

fn signed(ui: &mut Ui, model: &Model, signed_in: &SignedIn, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    let made = signed_in.session.registration();
    ui.horizontal(|ui| {
        let word = words.text("ui-tenant-signed");
        widgets::verdict_icon(ui, Look::Pass, &word, 18.0, palette.surface);
        let text = words.say(&msg!("ui-tenant-signed-in", tenant = &made.tenant));
        widgets::label(ui, text, Type::H3, palette.text);
    });
    let here = model.assessment().is_some_and(|assessment| signed_in.is_for(&assessment.subject, &model.reference));
    if !here {
        Banner::new(Look::Warn, &words.text("ui-tenant-other"), "").show(ui);
    }
    widgets::key_value(ui, &words.text("ui-tenant-application"), &made.client_id, 160.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let text = words.text("ui-tenant-run");
        let why = model.why_not(&Command::RunAll).map(|why| words.text(why));
        if ui.add(Button::new(&text).primary().icon(icons::PLAY).refused(why.as_deref())).clicked() {
            asked.push(Command::Run(Scope::Items(model.items_of(Source::Tenant))));
        }
        let out = CommandButton::new(model, Command::SignOut);
        out.add(ui, out.button(), asked);
    });
    let kept = model.settings.kept_sign_ins.contains(&keychain::name(made));
    widgets::caption(ui, words.text(if kept { "ui-tenant-in-keychain" } else { "ui-tenant-memory" }));
}

/// The permissions: which, why, and whether they were granted.
fn asked_for(ui: &mut Ui, model: &Model, signed_in: Option<&SignedIn>) {
    let words = &model.words;
    let palette = of(ui);
    widgets::label(ui, words.text("ui-tenant-permissions"), Type::H3, palette.text);
    widgets::caption(ui, words.text("ui-tenant-permissions-about"));
    for row in wanted(model) {
        let granted = signed_in.and_then(|signed_in| signed_in.session.holds(&row.name));
        ui.horizontal(|ui| {
            let (look, word) = match granted {
                Some(true) => (Look::Pass, "ui-tenant-granted"),
                Some(false) => (Look::Warn, "ui-tenant-not-granted"),
                None => (Look::NotRun, "ui-tenant-not-known"),
            };
            widgets::verdict_icon(ui, look, &words.text(word), 16.0, palette.surface);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.horizontal(|ui| {
                    widgets::label(ui, &row.name, Type::Mono, palette.text);
                    if granted == Some(false) {
                        widgets::label(ui, words.text(word), Type::Caption, palette.verdict(Look::Warn).fg);
                    } else if granted.is_none() && row.admin_consent {
                        widgets::caption(ui, words.text("ui-tenant-admin-consent"));
                    }
                });
                widgets::caption(ui, words.text(&row.message()));
            });
        });
    }
}

fn wanted(model: &Model) -> Vec<&Permission> {
    permissions(&model.reference.permissions, &Question::of(&Default::default()))
}

/// How to register an application of one's own, step by step.
fn own_application(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let words = &model.words;
    let Some(assessment) = model.assessment() else { return };
    let title = words.text("ui-tenant-own");
    let caption = words.text("ui-tenant-own-about");
    let mut open = forms.own_application;
    let portal = &model.reference.endpoints.cloud(assessment.subject.cloud).portal;
    let names: Vec<&str> = wanted(model).iter().map(|row| row.name.as_str()).collect();
    let copy = (words.text("ui-item-copy"), words.text("ui-item-copied"));
    Expander::new(icons::IDENTIFICATION_CARD, &title).caption(&caption).show(ui, &mut open, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let steps: [(&str, Option<String>); 5] = [
            ("ui-tenant-step-register", Some("Writeback Readiness".to_owned())),
            ("ui-tenant-step-redirect", Some("http://localhost".to_owned())),
            ("ui-tenant-step-public", None),
            ("ui-tenant-step-permissions", Some(names.join("\n"))),
            ("ui-tenant-step-id", None),
        ];
        for (index, (id, text)) in steps.iter().enumerate() {
            let number = index + 1;
            let step = words.text(id);
            widgets::label(ui, format!("{number}. {step}"), Type::Body, of(ui).text);
            if let Some(text) = text {
                let name = words.say(&msg!("ui-item-copy-step", step = number));
                if code_block(ui, &mut forms.drafts.copied, text, (&copy.0, &copy.1), &name) {
                    asked.push(Command::Copy(text.clone()));
                }
            }
        }
        let link = format!("{}/{REGISTRATIONS}", portal.trim_end_matches('/'));
        let text = words.text("ui-tenant-open-portal");
        if ui.add(Button::new(&text).icon(icons::ARROW_SQUARE_OUT)).on_hover_text(&link).clicked() {
            asked.push(Command::Browse(link));
        }
    });
    forms.own_application = open;
}
