//! A person answers an item. What the assessment would refuse is refused here, in the same words.

use egui::{Align, Layout, Ui};
use readiness_core::{
    assessment::{Answer, Attachment, EditError, Outcome},
    finding::Verdict,
    msg,
};

use super::{
    Shown,
    form::{BELOW_LABEL, DAY, day, day_chips, field_id, frame, keys, read_day},
};
use crate::desktop::{
    theme::{Look, Type, of},
    views::{AnswerDraft, Drafts, Form, FormField, ViewCommand},
    widgets::{self, Banner, Button, Field, Part, labelled, segmented},
};

/// Days that an answer holds unless something else is typed.
const DAYS: i64 = 90;

/// The most letters of a reason.
const LETTERS: usize = 2_000;

/// The counter shows from here.
const NEARLY: usize = 1_800;

/// Fields in the order in which they are read.
const FIELDS: [FormField; 5] =
    [FormField::Outcome, FormField::Who, FormField::Why, FormField::SeenOn, FormField::Until];

/// What is wrong with a draft, by field.
#[derive(Default)]
struct Wrong {
    outcome: Option<String>,
    who: Option<String>,
    why: Option<String>,
    seen_on: Option<String>,
    until: Option<String>,
}

impl Wrong {
    fn of(&self, field: FormField) -> Option<&str> {
        match field {
            FormField::Outcome => self.outcome.as_deref(),
            FormField::Who => self.who.as_deref(),
            FormField::Why => self.why.as_deref(),
            FormField::SeenOn => self.seen_on.as_deref(),
            FormField::Until => self.until.as_deref(),
        }
    }
}

/// What was pressed in the form.
#[derive(Default)]
struct Pressed {
    save: bool,
    close: bool,
    discard: bool,
    except: bool,
}

impl Shown<'_> {
    pub(super) fn answer_form(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let item = &self.view.item.id;
        let today = self.view.today();
        let focus = std::mem::take(&mut drafts.focus_field);
        let draft = drafts.answer(item, today, DAYS);
        let (save, close) = keys(ui);
        let mut pressed = Pressed { save, close, ..Pressed::default() };
        if focus {
            let first = if draft.who.trim().is_empty() { FormField::Who } else { FormField::Why };
            ui.memory_mut(|memory| memory.request_focus(field_id(item, "answer", first)));
        }
        frame(ui, |ui| {
            self.answer_fields(ui, draft, &mut pressed);
            self.attachments(ui, draft, commands);
            self.answer_buttons(ui, draft, &mut pressed);
        });
        if pressed.save {
            draft.left = FIELDS.into();
            let wrong = self.wrong(draft);
            match (FIELDS.into_iter().find(|field| wrong.of(*field).is_some()), self.answer_of(draft)) {
                (None, Some(answer)) => {
                    let files: Vec<Attachment> =
                        draft.attachments.iter().map(|attached| Attachment::clone(&attached.file)).collect();
                    commands.push(ViewCommand::Answer(item.clone(), Box::new(answer), files));
                }
                (first, _) => {
                    // A choice has no cursor; the form is scrolled to, and the choice says what is missing.
                    let first = first.filter(|field| *field != FormField::Outcome).unwrap_or(FormField::Who);
                    ui.memory_mut(|memory| memory.request_focus(field_id(item, "answer", first)));
                    drafts.scroll_to_form = true;
                }
            }
        }
        if pressed.except {
            drafts.open(item, Form::Exception);
        } else if pressed.discard {
            drafts.discard(item, Form::Answer);
        } else if pressed.close {
            drafts.close();
        }
    }

    fn answer_fields(&self, ui: &mut Ui, draft: &mut AnswerDraft, pressed: &mut Pressed) {
        let words = self.view.words;
        let item = &self.view.item.id;
        let wrong = self.wrong(draft);
        let left = draft.left.clone();
        let said = |field: FormField| wrong.of(field).filter(|_| left.contains(&field));
        let refused = self.machine_failed().then(|| words.text("ui-item-failed-check"));
        if let Some(refused) = &refused {
            let accept = words.text("ui-item-accept");
            pressed.except = Banner::new(Look::Warn, "", refused).action(&accept).show(ui).is_some();
        }
        let parts = [Outcome::Pass, Outcome::Fail, Outcome::NotApplicable].map(|outcome| {
            let why = refused.clone().filter(|_| outcome != Outcome::Fail);
            Part::new(outcome, words.text(&format!("outcome-{}", outcome.name()))).refused(why)
        });
        let name = words.text("ui-form-answer");
        let made = labelled(ui, &name, None, said(FormField::Outcome), |ui| {
            segmented(ui, &name, draft.outcome.as_ref(), &parts)
        });
        draft.outcome = made.or(draft.outcome);

        let mut lost = Vec::new();
        ui.columns_const(|[one, two]| {
            let who = words.text("ui-form-who");
            let id = field_id(item, "answer", FormField::Who);
            let field = Field::new(&who).error(said(FormField::Who)).id(id).limit(120);
            lost.push((FormField::Who, field.show(one, &mut draft.who).lost_focus()));
            let optional = words.text("ui-form-optional");
            let role = words.text("ui-form-role");
            Field::new(&role).optional(&optional).limit(120).show(two, &mut draft.title);
        });

        let letters = draft.why.chars().count();
        let counter = (letters >= NEARLY).then(|| words.say(&msg!("ui-form-letters", count = letters)));
        let label = words.text("ui-form-why");
        let field = Field::new(&label)
            .multiline()
            .id(field_id(item, "answer", FormField::Why))
            .limit(LETTERS)
            .help(counter.as_deref())
            .error(said(FormField::Why));
        lost.push((FormField::Why, field.show(ui, &mut draft.why).lost_focus()));

        let today = self.view.today();
        widgets::beside(ui, &[DAY, DAY], BELOW_LABEL, |ui, index| {
            let (field, id, text) = match index {
                0 => (FormField::SeenOn, "ui-form-seen-on", &mut draft.seen_on),
                1 => (FormField::Until, "ui-form-until", &mut draft.until),
                _ => {
                    day_chips(ui, words, &words.text("ui-form-until"), today, &mut draft.until);
                    return;
                }
            };
            let response = day(ui, words, &words.text(id), field_id(item, "answer", field), text, said(field));
            lost.push((field, response.lost_focus()));
        });
        draft.left.extend(lost.into_iter().filter(|(_, lost)| *lost).map(|(field, _)| field));
    }

    fn answer_buttons(&self, ui: &mut Ui, draft: &AnswerDraft, pressed: &mut Pressed) {
        let words = self.view.words;
        let palette = of(ui);
        ui.horizontal(|ui| {
            let text = words.text("ui-form-save-answer");
            pressed.save |= ui.add(Button::new(&text).primary().key("Ctrl+Enter")).clicked();
            pressed.close |= ui.add(Button::new(&words.text("ui-form-cancel")).key("Esc")).clicked();
            if draft.is_worth_keeping() {
                pressed.discard = ui.add(Button::new(&words.text("ui-form-discard")).quiet()).clicked();
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let id = if draft.is_worth_keeping() { "ui-form-draft-kept" } else { "ui-form-beside" };
                let room = ui.available_width();
                widgets::one_line(ui, &words.text(id), Type::Caption, palette.text_3, room);
            });
        });
    }

    fn machine_failed(&self) -> bool {
        self.state.finding.is_some_and(|judged| !self.state.stale && judged.finding.verdict == Verdict::Fail)
    }

    /// The answer of a draft, when the assessment would take it.
    fn answer_of(&self, draft: &AnswerDraft) -> Option<Answer> {
        let answer = self.answer_as_typed(draft, draft.outcome?);
        answer.until?;
        answer.seen_on?;
        self.view.assessment.may_answer(&self.view.item.id, &answer, self.view.now).is_ok().then_some(answer)
    }

    fn answer_as_typed(&self, draft: &AnswerDraft, outcome: Outcome) -> Answer {
        Answer {
            outcome,
            who: draft.who.trim().to_owned(),
            title: draft.title.trim().to_owned(),
            why: draft.why.trim().to_owned(),
            at: self.view.now,
            seen_on: read_day(&draft.seen_on),
            until: read_day(&draft.until),
            subject: String::new(),
            attachments: draft.attachments.iter().map(|attached| attached.sha256.clone()).collect(),
            other: serde_json::Map::new(),
        }
    }

    fn wrong(&self, draft: &AnswerDraft) -> Wrong {
        let words = self.view.words;
        let mut wrong = Wrong::default();
        if draft.outcome.is_none() {
            wrong.outcome = Some(words.text("ui-form-no-outcome"));
        }
        if draft.who.trim().is_empty() {
            wrong.who = Some(words.say(&EditError::NoName.message()));
        }
        if !draft.is_worth_keeping() {
            wrong.why = Some(words.text("ui-form-no-why"));
        }
        // "Not met" is never refused for what a machine saw, so only the fields are tried.
        let tried = self.answer_as_typed(draft, draft.outcome.unwrap_or(Outcome::Fail));
        if tried.seen_on.is_none() {
            wrong.seen_on = Some(words.text("ui-form-bad-date"));
        }
        if tried.until.is_none() {
            wrong.until = Some(words.text("ui-form-bad-date"));
        }
        // Name and reason were looked at above; with both filled in, the rest of what is wrong comes to light.
        let tried = Answer { who: "-".to_owned(), why: "-".to_owned(), ..tried };
        if let Err(error) = self.view.assessment.may_answer(&self.view.item.id, &tried, self.view.now) {
            let said = Some(words.say(&error.message()));
            match error {
                EditError::PastDate(_) | EditError::TooFar(_) => wrong.until = said,
                EditError::FutureDate(_) => wrong.seen_on = said,
                EditError::FailedCheck => wrong.outcome = said,
                _ => wrong.why = wrong.why.or(said),
            }
        }
        wrong
    }
}
