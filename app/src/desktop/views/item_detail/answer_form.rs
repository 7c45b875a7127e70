//! A person answers an item. What the assessment would refuse is refused here, in the same words.

use egui::{Align, Layout, Ui};
use readiness_core::{
    assessment::{Answer, EditError, Outcome},
    finding::Verdict,
    msg,
};

use super::{
    Shown,
    form::{day, field_id, frame, keys, read_day},
};
use crate::desktop::{
    icons,
    theme::{Look, Type, of},
    views::{AnswerDraft, Drafts, Form, ViewCommand},
    widgets::{self, Banner, Button, Field, Part, labelled, segmented},
};

/// Days that an answer holds unless something else is typed.
const DAYS: i64 = 90;

/// The most letters of a reason.
const LETTERS: usize = 2_000;

/// The counter shows from here.
const NEARLY: usize = 1_800;

/// What is wrong with a draft, by field.
#[derive(Default)]
struct Wrong {
    outcome: Option<String>,
    who: Option<String>,
    why: Option<String>,
    until: Option<String>,
}

impl Shown<'_> {
    pub(super) fn answer_form(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let words = self.view.words;
        let item = &self.view.item.id;
        let today = self.view.today();
        let focus = std::mem::take(&mut drafts.focus_field);
        let failed = self.machine_failed();
        let draft = drafts.answer(item, today, DAYS);
        let (mut save, mut close) = keys(ui);
        let mut discard = false;
        let mut except = false;
        let wrong = if draft.tried { self.wrong(draft) } else { Wrong::default() };
        frame(ui, |ui| {
            let palette = of(ui);
            let refused = failed.then(|| words.text("ui-item-failed-check"));
            if let Some(refused) = &refused {
                let accept = words.text("ui-item-accept");
                except = Banner::new(Look::Warn, "", refused).action(&accept).show(ui).is_some();
            }
            let parts = [Outcome::Pass, Outcome::Fail, Outcome::NotApplicable].map(|outcome| {
                let why = refused.clone().filter(|_| outcome != Outcome::Fail);
                Part::new(outcome, words.text(&format!("outcome-{}", outcome.name()))).refused(why)
            });
            let name = words.text("ui-form-answer");
            let made = labelled(ui, &name, None, wrong.outcome.as_deref(), |ui| {
                segmented(ui, &name, draft.outcome.as_ref(), &parts)
            });
            draft.outcome = made.or(draft.outcome);
            ui.columns_const(|[left, right]| {
                let who = words.text("ui-form-who");
                let id = field_id(item, "who");
                Field::new(&who).error(wrong.who.as_deref()).id(id).limit(120).show(left, &mut draft.who);
                let optional = words.text("ui-form-optional");
                let role = words.text("ui-form-role");
                Field::new(&role).optional(&optional).limit(120).show(right, &mut draft.title);
            });
            let letters = draft.why.chars().count();
            let counter = (letters >= NEARLY).then(|| words.say(&msg!("ui-form-letters", count = letters)));
            let label = words.text("ui-form-why");
            let why = field_id(item, "why");
            let response = Field::new(&label)
                .multiline()
                .id(why)
                .limit(LETTERS)
                .help(counter.as_deref())
                .error(wrong.why.as_deref())
                .show(ui, &mut draft.why);
            if focus {
                if draft.who.is_empty() {
                    ui.memory_mut(|memory| memory.request_focus(field_id(item, "who")));
                } else {
                    response.request_focus();
                }
            }
            let until = words.text("ui-form-until");
            day(ui, words, &until, today, &mut draft.until, wrong.until.as_deref());
            self.attachments(ui, draft, commands);
            ui.horizontal(|ui| {
                let text = words.text("ui-form-save-answer");
                save |= ui.add(Button::new(&text).primary().key("Ctrl Enter")).clicked();
                close |= ui.add(Button::new(&words.text("ui-form-cancel"))).clicked();
                if !draft.why.is_empty() || !draft.attachments.is_empty() {
                    discard = ui.add(Button::new(&words.text("ui-form-discard")).quiet()).clicked();
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let beside = words.text("ui-form-beside");
                    let room = ui.available_width();
                    widgets::one_line(ui, &beside, Type::Caption, palette.text_3, room);
                });
            });
        });
        if save {
            draft.tried = true;
            match self.answer_of(draft) {
                Some(answer) => {
                    let files = draft.attachments.clone();
                    commands.push(ViewCommand::Answer(item.clone(), Box::new(answer), files));
                }
                None => {
                    drafts.scroll_to_form = true;
                    let draft = drafts.answer(item, today, DAYS);
                    let first = if draft.who.trim().is_empty() { "who" } else { "why" };
                    ui.memory_mut(|memory| memory.request_focus(field_id(item, first)));
                }
            }
        }
        if except {
            drafts.open(item, Form::Exception);
        } else if discard {
            drafts.discard(item, Form::Answer);
        } else if close {
            drafts.close();
        }
    }

    fn machine_failed(&self) -> bool {
        self.state.finding.is_some_and(|judged| !self.state.stale && judged.finding.verdict == Verdict::Fail)
    }

    fn attachments(&self, ui: &mut Ui, draft: &mut AnswerDraft, commands: &mut Vec<ViewCommand>) {
        let words = self.view.words;
        let label = words.text("ui-form-attachments");
        let mut removed = None;
        labelled(ui, &label, None, None, |ui| {
            ui.horizontal_wrapped(|ui| {
                for (index, file) in draft.attachments.iter().enumerate() {
                    let size = file.data.len().div_ceil(1024);
                    let text = words.say(&msg!("ui-form-attachment", name = &file.name, kilobytes = size));
                    let remove = words.say(&msg!("ui-form-remove", name = &file.name));
                    if widgets::filter_chip(ui, &text, &remove).clicked() {
                        removed = Some(index);
                    }
                }
                let attach = words.text("ui-form-attach");
                if ui.add(Button::new(&attach).small().icon(icons::PAPERCLIP)).clicked() {
                    commands.push(ViewCommand::Attach(self.view.item.id.clone()));
                }
            });
        });
        if let Some(index) = removed {
            draft.attachments.remove(index);
        }
    }

    /// The answer of a draft, when the assessment would take it.
    fn answer_of(&self, draft: &AnswerDraft) -> Option<Answer> {
        let answer = self.answer_as_typed(draft, draft.outcome?, Some(read_day(&draft.until)?));
        self.view.assessment.may_answer(&self.view.item.id, &answer, self.view.now).is_ok().then_some(answer)
    }

    fn answer_as_typed(&self, draft: &AnswerDraft, outcome: Outcome, until: Option<jiff::civil::Date>) -> Answer {
        Answer {
            outcome,
            who: draft.who.trim().to_owned(),
            title: draft.title.trim().to_owned(),
            why: draft.why.trim().to_owned(),
            at: self.view.now,
            until,
            subject: String::new(),
            attachments: draft.attachments.iter().map(readiness_core::assessment::Attachment::sha256).collect(),
            other: serde_json::Map::new(),
        }
    }

    fn wrong(&self, draft: &AnswerDraft) -> Wrong {
        let words = self.view.words;
        let mut wrong = Wrong::default();
        if draft.outcome.is_none() {
            wrong.outcome = Some(words.text("ui-form-no-outcome"));
        }
        let until = read_day(&draft.until);
        if until.is_none() {
            wrong.until = Some(words.text("ui-form-bad-date"));
        }
        // "Not met" is never refused for what a machine saw, so only the fields are tried.
        let tried = self.answer_as_typed(draft, draft.outcome.unwrap_or(Outcome::Fail), until);
        if let Err(error) = self.view.assessment.may_answer(&self.view.item.id, &tried, self.view.now) {
            let said = Some(words.say(&error.message()));
            match error {
                EditError::NoName => wrong.who = said,
                EditError::PastDate(_) | EditError::TooFar(_) => wrong.until = said,
                EditError::FailedCheck => wrong.outcome = said,
                _ => wrong.why = said,
            }
        }
        wrong
    }
}
