//! What is inside of a report, whether it agrees with what is printed, and the roots and revocation lists that a person
//! gives.

use egui::Ui;
use readiness_core::{
    Message,
    assessment::{Assessment, Role, Standing},
    msg,
    report::verify::{Printed, Verification},
};

use super::CommandButton;
use crate::desktop::{
    command::Command,
    icons::{self, Icon},
    model::Model,
    theme::{Look, Type, of},
    verified::Given,
    widgets::{self, key_value_rows},
};

/// Width of the column of keys, in points.
const KEYS: f32 = 84.0;

pub(super) fn show(ui: &mut Ui, model: &Model, found: &Verification, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    ui.spacing_mut().item_spacing = egui::vec2(8.0, 8.0);
    widgets::label(ui, words.text("ui-verify-inside"), Type::Strong, palette.text);
    widgets::card(ui, 14, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.spacing_mut().interact_size.y = 20.0;
        match &found.assessment {
            Some(assessment) => assessed(ui, model, found, assessment),
            None => {
                widgets::paragraph(ui, &words.text("ui-verify-nothing-inside"), false);
            }
        }
    });
    let (roots, lists) = (&model.verified.roots, &model.verified.lists);
    given(ui, model, "ui-verify-roots", roots, (Command::ChooseRoots, icons::CERTIFICATE), asked);
    given(ui, model, "ui-verify-lists", lists, (Command::ChooseLists, icons::PROHIBIT), asked);
}

fn assessed(ui: &mut Ui, model: &Model, found: &Verification, assessment: &Assessment) {
    let words = &model.words;
    let palette = of(ui);
    let conclusion = assessment.conclude(found.printed_at).conclusion;
    widgets::pill(ui, Look::from(conclusion), &words.text(conclusion.message_id()));
    let standing = match found.standing {
        Some(Standing::SignedOff) => Look::Pass,
        Some(Standing::Stale) => Look::Warn,
        Some(Standing::Training) => Look::CouldNotCheck,
        Some(Standing::Draft) | None => Look::NotRun,
    };
    let printed = match found.printed {
        Printed::Same => Look::Pass,
        Printed::OtherEdition => Look::Warn,
        Printed::Differs => Look::Fail,
        Printed::Unknown => Look::CouldNotCheck,
    };
    if let Some(id) = found.standing_id() {
        marked(ui, model, standing, &words.text("verify-standing"), &words.text(id));
    }
    marked(ui, model, printed, &words.text("verify-pages"), &words.text(found.printed.message_id()));
    ui.add_space(4.0);
    let subject = &assessment.subject;
    let none = words.text("report-not-given");
    let or_none = |text: &str| if text.trim().is_empty() { none.clone() } else { text.to_owned() };
    let language = model.languages.iter().find(|(language, _)| language.tag() == found.language);
    let language = language.map_or_else(|| found.language.clone(), |(_, name)| name.clone());
    let items = assessment.checklist().items().count();
    let mut rows = vec![
        ("verify-organisation", or_none(&subject.organisation)),
        ("subject-tenant", or_none(&subject.tenant)),
        ("ui-verify-printed", words.date_time(found.printed_at)),
        ("ui-verify-language", language),
        (
            "ui-verify-items",
            words.say(&msg!("ui-verify-items-of", items = items, files = assessment.attachments.len())),
        ),
    ];
    // Those of signatures are shown with them.
    let by_name = Role::ALL.into_iter().filter_map(|role| assessment.sign_off_of(role));
    for sign_off in by_name.filter(|one| !found.signatures.iter().any(|s| s.role == Some(one.role))) {
        let text = words.list(&[sign_off.who.clone(), words.date_time(sign_off.at)]);
        rows.push((sign_off.role.message_id(), words.say(&msg!("ui-verify-by-name", who = text))));
    }
    for (key, value) in &rows {
        key_value_rows(ui, [(words.text(key).as_str(), value.as_str())], KEYS);
    }
    widgets::caption(ui, words.text("verify-digest"));
    widgets::label(ui, assessment.digest().grouped(), Type::MonoSmall, palette.text);
}

/// A key with an icon and a sentence.
fn marked(ui: &mut Ui, model: &Model, look: Look, key: &str, text: &str) {
    let palette = of(ui);
    widgets::caption(ui, key);
    ui.horizontal(|ui| {
        let word = model.words.text(look.message_id());
        widgets::verdict_icon(ui, look, &word, 16.0, palette.surface);
        widgets::label(ui, text, Type::Body, palette.text);
    });
}

/// What a person gave of one kind, and the way to give more. The words of the kind begin with `id`.
fn given<T>(ui: &mut Ui, model: &Model, id: &str, files: &[Given<T>], more: (Command, Icon), asked: &mut Vec<Command>) {
    let words = &model.words;
    widgets::label(ui, words.text(id), Type::Strong, of(ui).text);
    widgets::card(ui, 14, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        widgets::caption(ui, words.text(&format!("{id}-about")));
        for Given { path, names, .. } in files {
            let names = words.list(names);
            let forget = words.say(&Message::new(format!("{id}-forget")).with("name", names.as_str()));
            if widgets::given_file(ui, &names, &path.to_string_lossy(), &forget) {
                asked.push(Command::ForgetGiven(path.clone()));
            }
        }
        let (command, icon) = more;
        let choose = CommandButton::new(model, command);
        choose.add(ui, choose.button().small().icon(icon), asked);
    });
}
