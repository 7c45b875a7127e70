//! How the directory is reached. One form serves both: facts for the checklist, and the scan of the users.

use egui::{Id, Ui};
use readiness_core::{collect::directory::SignIn, facts::Seen, msg};

use super::NARROW;
use crate::desktop::{
    command::Command,
    forms::DirectoryForm,
    icons,
    model::Model,
    widgets::{self, Button, Field, checkbox, labelled},
};

pub(super) fn show(ui: &mut Ui, model: &Model, form: &mut DirectoryForm, asked: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 12.0;
    let narrow = ui.available_width() < NARROW;
    pair(ui, narrow, form, |ui, form| at(ui, model, form), |ui, form| name(ui, model, form));
    pair(ui, narrow, form, |ui, form| password(ui, model, form), |ui, form| connector(ui, model, form));
    pair(ui, narrow, form, |ui, _| roots(ui, model, asked), |ui, form| base(ui, model, form));
    tenant(ui, model, form, asked);
    acts(ui, model, form, asked);
}

/// Two parts beside each other, or below each other where there is no room.
fn pair(
    ui: &mut Ui,
    narrow: bool,
    form: &mut DirectoryForm,
    left: impl FnOnce(&mut Ui, &mut DirectoryForm),
    right: impl FnOnce(&mut Ui, &mut DirectoryForm),
) {
    if narrow {
        left(ui, form);
        right(ui, form);
        return;
    }
    ui.columns(2, |cells| {
        if let [one, other] = cells {
            left(one, form);
            right(other, form);
        }
    });
}

fn at(ui: &mut Ui, model: &Model, form: &mut DirectoryForm) {
    let [label, help] = ["ui-directory-at", "ui-directory-at-help"].map(|id| model.words.text(id));
    let wrong = form.wrong_start().map(|id| model.words.text(id));
    let field = Field::new(&label).mono().help(help.as_str()).error(wrong.as_deref()).id(Id::unique("directory-at"));
    field.hint("contoso.local").show(ui, &mut form.at);
}

fn name(ui: &mut Ui, model: &Model, form: &mut DirectoryForm) {
    let help = if SignIn::CAN_BE_CURRENT_USER { "ui-directory-name-own-help" } else { "ui-directory-name-help" };
    let [label, help] = ["ui-directory-name", help].map(|id| model.words.text(id));
    let field = Field::new(&label).help(help.as_str()).id(Id::unique("directory-name"));
    field.hint("you@contoso.local").show(ui, &mut form.name);
}

fn password(ui: &mut Ui, model: &Model, form: &mut DirectoryForm) {
    let [label, help] = ["ui-directory-password", "ui-directory-password-help"].map(|id| model.words.text(id));
    let field = Field::new(&label).password().help(help.as_str()).id(Id::unique("directory-password"));
    field.show(ui, &mut form.password);
}

fn connector(ui: &mut Ui, model: &Model, form: &mut DirectoryForm) {
    let [label, help, optional] =
        ["ui-directory-connector", "ui-directory-connector-help", "ui-optional"].map(|id| model.words.text(id));
    let field = Field::new(&label).optional(&optional).help(help.as_str()).id(Id::unique("directory-connector"));
    field.hint(r"CONTOSO\MSOL_1a2b3c4d5e6f").show(ui, &mut form.connector);
}

fn base(ui: &mut Ui, model: &Model, form: &mut DirectoryForm) {
    let [label, help, optional] =
        ["ui-directory-base", "ui-directory-base-help", "ui-optional"].map(|id| model.words.text(id));
    let field = Field::new(&label).optional(&optional).mono().help(help.as_str()).id(Id::unique("directory-base"));
    field.hint("OU=Staff,DC=contoso,DC=local").show(ui, &mut form.base);
}

fn roots(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let words = &model.words;
    let [label, help] = ["ui-directory-roots", "ui-directory-roots-help"].map(|id| words.text(id));
    labelled(ui, &label, Some(&help), None, |ui| match &model.directory.roots {
        Some(given) => {
            let names = words.list(&given.names);
            let forget = words.say(&msg!("ui-verify-roots-forget", name = names.as_str()));
            if widgets::given_file(ui, &names, &given.path.to_string_lossy(), &forget) {
                asked.push(Command::ForgetDirectoryRoots);
            }
        }
        None => {
            let text = words.text("ui-directory-choose-roots");
            if ui.add(Button::new(&text).icon(icons::CERTIFICATE)).clicked() {
                asked.push(Command::ChooseDirectoryRoots);
            }
        }
    });
}

/// Whether licences and registration are joined, and from where.
fn tenant(ui: &mut Ui, model: &Model, form: &mut DirectoryForm, asked: &mut Vec<Command>) {
    let words = &model.words;
    let [label, help] = ["ui-directory-tenant", "ui-directory-tenant-help"].map(|id| words.text(id));
    labelled(ui, &label, Some(&help), None, |ui| {
        if let Some(path) = &model.directory.population {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let forget = words.say(&msg!("ui-directory-forget-population", name = name.as_str()));
            if widgets::given_file(ui, &name, &path.to_string_lossy(), &forget) {
                asked.push(Command::ForgetPopulation);
            }
            return;
        }
        if let Some(signed_in) = model.joinable_tenant() {
            let made = signed_in.session.registration();
            let mut joined = !form.without_tenant;
            checkbox(ui, &mut joined, &words.say(&msg!("ui-directory-join", tenant = &made.tenant)));
            form.without_tenant = !joined;
        }
        let text = words.text("ui-directory-choose-population");
        if ui.add(Button::new(&text).icon(icons::USERS)).clicked() {
            asked.push(Command::ChoosePopulation);
        }
    });
}

fn acts(ui: &mut Ui, model: &Model, form: &DirectoryForm, asked: &mut Vec<Command>) {
    let words = &model.words;
    let missing = form.missing();
    let why = |command: &Command| model.why_not(command).or(missing).map(|id| words.text(id));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (text, refused) = (words.text("command-scan-users"), why(&Command::ScanUsers));
        let button = Button::new(&text).primary().icon(icons::USERS).refused(refused.as_deref());
        if ui.add(button).clicked() {
            asked.push(Command::ScanUsers);
        }
        let (text, refused) = (words.text("command-collect-directory"), why(&Command::CollectDirectory));
        let button = Button::new(&text).icon(icons::LIST_CHECKS).refused(refused.as_deref());
        if ui.add(button).clicked() {
            asked.push(Command::CollectDirectory);
        }
        let text = words.text("ui-directory-open-record");
        if ui.add(Button::new(&text).quiet().icon(icons::FOLDER_OPEN)).clicked() {
            asked.push(Command::OpenScan);
        }
        if let Some(missing) = missing {
            widgets::caption(ui, words.text(missing));
        }
    });
    if let Some(text) = seen(model) {
        widgets::caption(ui, text);
    }
    widgets::caption(ui, words.text("ui-directory-record-about"));
}

/// What the newest look at the directory came to.
fn seen(model: &Model) -> Option<String> {
    let assessment = model.assessment()?;
    let facts = assessment.facts.about(&assessment.subject);
    let looks = facts.directory();
    let (snapshot, newest) = looks.all().next()?;
    Some(model.words.say(&match &newest.forest {
        Seen::Seen(forest) => msg!("ui-directory-facts", forest = &forest.name, at = snapshot.seen_at),
        Seen::Missing(why) => msg!("ui-directory-no-facts", why = why.message(), at = snapshot.seen_at),
    }))
}
