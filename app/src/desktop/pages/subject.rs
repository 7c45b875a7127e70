//! Who and what is assessed. Only the organisation is needed to go on; mistakes show once a field was left.

use egui::{Key, Modifiers, Ui};
use readiness_core::{msg, reference::Cloud};

use super::heading;
use crate::desktop::{
    command::Command,
    forms::{Field, Forms, wrong},
    icons,
    model::Model,
    theme::{Look, Type, of},
    widgets::{self, Banner, Button, Part, checkbox, labelled, segmented},
};

pub(super) fn show(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let words = &model.words;
    heading(ui, &words.text("ui-subject-head"));
    let focus = std::mem::take(&mut forms.focus_first);
    group(ui, model, "ui-subject-customer", |ui| {
        pair(ui, |left, right| {
            let response = field(left, model, forms, Field::Organisation);
            if focus {
                response.request_focus();
            }
            field(right, model, forms, Field::Assessor);
        });
    });
    group(ui, model, "ui-subject-where", |ui| {
        pair(ui, |left, right| {
            field(left, model, forms, Field::Tenant);
            cloud(right, model, forms);
        });
        pair(ui, |left, right| {
            field(left, model, forms, Field::Forest);
            field(right, model, forms, Field::SyncServer);
        });
        checkbox(ui, &mut forms.subject.subject.this_is_sync_server, &words.text("subject-this-is-sync-server"));
        if forms.subject.subject.this_is_sync_server {
            widgets::caption(ui, words.text("ui-subject-server-follows"));
        }
    });
    group(ui, model, "ui-subject-people", |ui| {
        pair(ui, |left, right| {
            field(left, model, forms, Field::TestUser);
            field(right, model, forms, Field::Admin);
        });
    });
    stale(ui, model, forms);
    foot(ui, model, forms, asked);
}

fn group(ui: &mut Ui, model: &Model, title: &str, content: impl FnOnce(&mut Ui)) {
    let colour = of(ui).text;
    widgets::card(ui, 16, |ui| {
        widgets::label(ui, model.words.text(title), Type::H3, colour);
        content(ui);
    });
}

/// Two columns, or one where there is no room.
fn pair(ui: &mut Ui, content: impl FnOnce(&mut Ui, &mut Ui)) {
    ui.spacing_mut().item_spacing.x = 16.0;
    ui.columns(2, |cells| {
        if let [left, right] = cells {
            content(left, right);
        }
    });
}

fn field(ui: &mut Ui, model: &Model, forms: &mut Forms, of: Field) -> egui::Response {
    let words = &model.words;
    let label = words.text(of.label());
    let help = words.text(of.help());
    let mistake = wrong(&forms.subject.subject, of).filter(|_| forms.subject.left.contains(&of));
    let mistake = mistake.map(|id| words.text(id));
    let id = egui::Id::unique(("subject", of));
    let optional = words.text("ui-optional");
    let mut widget = widgets::Field::new(&label).help(help.as_str()).error(mistake.as_deref()).id(id);
    if of != Field::Organisation {
        widget = widget.optional(&optional);
    }
    let response = widget.show(ui, forms.subject.text(of));
    if response.lost_focus() && !forms.subject.left.contains(&of) {
        forms.subject.left.push(of);
    }
    response
}

fn cloud(ui: &mut Ui, model: &Model, forms: &mut Forms) {
    let words = &model.words;
    let parts: Vec<Part<Cloud>> =
        Cloud::ALL.into_iter().map(|cloud| Part::new(cloud, words.text(cloud_word(cloud)))).collect();
    let label = words.text("subject-cloud");
    let chosen = forms.subject.subject.cloud;
    let made = labelled(ui, &label, None, None, |ui| segmented(ui, &label, Some(&chosen), &parts));
    if let Some(cloud) = made {
        forms.subject.subject.cloud = cloud;
    }
}

fn cloud_word(cloud: Cloud) -> &'static str {
    match cloud {
        Cloud::Global => "ui-cloud-global",
        Cloud::GccHigh => "ui-cloud-gcc-high",
        Cloud::Dod => "ui-cloud-dod",
        Cloud::China => "ui-cloud-china",
    }
}

/// What a change means for what was found.
fn stale(ui: &mut Ui, model: &Model, forms: &Forms) {
    let Some(assessment) = model.assessment() else { return };
    let held = assessment.findings.len();
    if held > 0 && forms.subject.trimmed().digest() != assessment.subject.digest() {
        let words = &model.words;
        let text = words.say(&msg!("ui-subject-stale-text", count = held));
        Banner::new(Look::Warn, &words.text("ui-subject-stale"), &text).show(ui);
    }
}

fn foot(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    let words = &model.words;
    let mistake = forms.subject.first_wrong();
    let entered = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    ui.horizontal(|ui| {
        let save = words.text("ui-subject-save");
        let button = Button::new(&save).primary().icon(icons::LIST_CHECKS).key("Ctrl+Enter");
        if ui.add(button).clicked() || entered {
            match mistake {
                None => asked.push(Command::ChangeSubject(Box::new(forms.subject.trimmed()))),
                Some((field, _)) => {
                    forms.subject.left = Field::ALL.to_vec();
                    ui.memory_mut(|memory| memory.request_focus(egui::Id::unique(("subject", field))));
                }
            }
        }
        if ui.add(Button::new(&words.text("ui-cancel"))).clicked() {
            asked.push(Command::Checklist);
        }
    });
    if let Some((_, why)) = mistake.filter(|(field, _)| forms.subject.left.contains(field)) {
        widgets::caption(ui, words.text(why));
    } else {
        widgets::caption(ui, words.text("ui-subject-rest"));
    }
}
