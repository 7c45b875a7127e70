//! Who and what is assessed. Only the organisation is needed to go on; mistakes show once a field was left.

use egui::{Key, Modifiers, Ui};
use readiness_core::{msg, reference::Cloud};

use super::heading;
use crate::desktop::{
    command::Command,
    forms::{Field, Forms, doubt, wrong},
    icons,
    model::Model,
    theme::{Look, Type, of},
    widgets::{self, Banner, Button, Part, checkbox, labelled, segmented},
};

/// Below this width the fields of a pair stand under each other.
const TWO_COLUMNS: f32 = 560.0;

/// What stands in a column of the form.
#[derive(Clone, Copy)]
enum Entry {
    Text(Field),
    Cloud,
}

pub(super) fn show(ui: &mut Ui, model: &Model, forms: &mut Forms, asked: &mut Vec<Command>) {
    use Entry::{Cloud, Text};
    let words = &model.words;
    heading(ui, &words.text("ui-subject-head"));
    group(ui, model, "ui-subject-customer", |ui| {
        entries(ui, model, forms, &[Text(Field::Organisation), Text(Field::Assessor)]);
    });
    group(ui, model, "ui-subject-where", |ui| {
        entries(ui, model, forms, &[Text(Field::Tenant), Cloud, Text(Field::Forest), Text(Field::SyncServer)]);
        checkbox(ui, &mut forms.subject.subject.this_is_sync_server, &words.text("subject-this-is-sync-server"));
        if forms.subject.subject.this_is_sync_server {
            widgets::caption(ui, words.text("ui-subject-server-follows"));
        }
    });
    group(ui, model, "ui-subject-people", |ui| {
        entries(ui, model, forms, &[Text(Field::TestUser), Text(Field::Admin)]);
    });
    if std::mem::take(&mut forms.focus_first) {
        ui.memory_mut(|memory| memory.request_focus(field_id(Field::Organisation)));
    }
    let changes = stale(ui, model, forms);
    foot(ui, model, forms, changes, asked);
}

fn group(ui: &mut Ui, model: &Model, title: &str, content: impl FnOnce(&mut Ui)) {
    let colour = of(ui).text;
    widgets::card(ui, 16, |ui| {
        widgets::label(ui, model.words.text(title), Type::H3, colour);
        content(ui);
    });
}

/// Two columns, or one where there is no room.
fn entries(ui: &mut Ui, model: &Model, forms: &mut Forms, all: &[Entry]) {
    ui.spacing_mut().item_spacing.x = 16.0;
    let columns = if ui.available_width() < TWO_COLUMNS { 1 } else { 2 };
    for row in all.chunks(columns) {
        ui.columns(columns, |cells| {
            for (cell, entry) in cells.iter_mut().zip(row) {
                match entry {
                    Entry::Text(of) => field(cell, model, forms, *of),
                    Entry::Cloud => cloud(cell, model, forms),
                }
            }
        });
    }
}

fn field_id(of: Field) -> egui::Id {
    egui::Id::unique(("subject", of))
}

fn field(ui: &mut Ui, model: &Model, forms: &mut Forms, of: Field) {
    let words = &model.words;
    let label = words.text(of.label());
    let left = forms.subject.left.contains(&of);
    let mistake = wrong(&forms.subject.subject, of).filter(|_| left).map(|id| words.text(id));
    // A doubt is no mistake: it is said in place of the help, and nothing is refused.
    let doubt = doubt(&forms.subject.subject, of).filter(|_| left);
    let help = match doubt {
        Some(id) => words.say(&msg!(id, forest = forms.subject.subject.forest.trim())),
        None => words.text(of.help()),
    };
    let optional = words.text("ui-optional");
    let mut widget = widgets::Field::new(&label).help(help.as_str()).error(mistake.as_deref()).id(field_id(of));
    if of != Field::Organisation {
        widget = widget.optional(&optional);
    }
    let response = widget.show(ui, forms.subject.text(of));
    if response.lost_focus() && !left {
        forms.subject.left.push(of);
    }
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

/// What a change means for what was found; true when it means something.
fn stale(ui: &mut Ui, model: &Model, forms: &Forms) -> bool {
    let Some(assessment) = model.assessment() else { return false };
    let held = assessment.findings.len();
    let changes = held > 0 && forms.subject.trimmed().digest() != assessment.subject.digest();
    if changes {
        let words = &model.words;
        let text = words.say(&msg!("ui-subject-stale-text", count = held));
        Banner::new(Look::Warn, &words.text("ui-subject-stale"), &text).show(ui);
    }
    changes
}

fn foot(ui: &mut Ui, model: &Model, forms: &mut Forms, changes: bool, asked: &mut Vec<Command>) {
    let words = &model.words;
    let mistake = forms.subject.first_wrong();
    let entered = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    ui.horizontal(|ui| {
        let save = words.text(if changes { "ui-subject-change" } else { "ui-subject-save" });
        let button = Button::new(&save).primary().icon(icons::LIST_CHECKS).key("Ctrl+Enter");
        if ui.add(button).clicked() || entered {
            match mistake {
                None => asked.push(Command::ChangeSubject(Box::new(forms.subject.trimmed()))),
                Some((field, _)) => {
                    forms.subject.left = Field::ALL.to_vec();
                    ui.memory_mut(|memory| memory.request_focus(field_id(field)));
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
