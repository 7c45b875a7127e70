//! A person accepts what was found. The finding stays beside it, and the form says what follows before it is saved. One
//! that holds is shown as it is, to be changed or ended.

use egui::Ui;
use readiness_core::{
    assessment::{Conclusion, EditError, Exception, Status},
    checklist::Weight,
    msg,
};

use super::{
    Shown,
    form::{BELOW_LABEL, DAY, day, day_chips, field_id, frame, keys, read_day},
};
use crate::desktop::{
    icons::{self, Variant},
    theme::{Look, Type, of, tokens},
    views::{Drafts, ExceptionDraft, Form, FormField, ViewCommand},
    widgets::{self, Button, Field, key_value, pill},
};

/// Days that an exception holds unless something else is typed.
pub(super) const DAYS: i64 = 90;

/// The fewest letters of a reason to accept something.
const LEAST: usize = 20;

/// Fields in the order in which they are read.
const FIELDS: [FormField; 3] = [FormField::Why, FormField::Who, FormField::Until];

/// What is wrong with a draft, by field.
#[derive(Default)]
struct Wrong {
    who: Option<String>,
    why: Option<String>,
    until: Option<String>,
}

impl Wrong {
    fn of(&self, field: FormField) -> Option<&str> {
        match field {
            FormField::Who => self.who.as_deref(),
            FormField::Why => self.why.as_deref(),
            FormField::Until => self.until.as_deref(),
            FormField::Outcome | FormField::SeenOn => None,
        }
    }
}

/// What was pressed in the form.
#[derive(Default)]
struct Pressed {
    save: bool,
    close: bool,
    discard: bool,
    change: bool,
}

impl Shown<'_> {
    pub(super) fn exception_form(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let item = &self.view.item.id;
        let today = self.view.today();
        let focus = std::mem::take(&mut drafts.focus_field);
        let draft = drafts.exception(item, today, DAYS);
        let (save, close) = keys(ui);
        let mut pressed = Pressed { save, close, ..Pressed::default() };
        // One that holds is changed only when a person says so.
        let holds = self.state.exception.filter(|_| !draft.changes);
        if focus && holds.is_none() {
            ui.memory_mut(|memory| memory.request_focus(field_id(item, "exception", FormField::Why)));
        }
        frame(ui, |ui| {
            self.exception_head(ui);
            match holds {
                Some(exception) => self.exception_as_it_is(ui, exception, &mut pressed, commands),
                None => self.exception_fields(ui, draft, &mut pressed),
            }
        });
        if pressed.save && holds.is_none() {
            draft.left = FIELDS.into();
            let wrong = self.wrong_exception(draft);
            let first = FIELDS.into_iter().find(|field| wrong.of(*field).is_some());
            match (first, read_day(&draft.until)) {
                (None, Some(until)) => commands.push(ViewCommand::Except {
                    item: item.clone(),
                    who: draft.who.trim().to_owned(),
                    why: draft.why.trim().to_owned(),
                    mitigation: draft.mitigation.trim().to_owned(),
                    until,
                }),
                (first, _) => {
                    let first = first.unwrap_or(FormField::Until);
                    ui.memory_mut(|memory| memory.request_focus(field_id(item, "exception", first)));
                    drafts.scroll_to_form = true;
                }
            }
        }
        if let Some(exception) = holds.filter(|_| pressed.change) {
            drafts.open_exception_of(item, exception, exception.until.to_string(), true);
        } else if pressed.discard {
            drafts.discard(item, Form::Exception);
        } else if pressed.close {
            drafts.close();
        }
    }

    fn exception_head(&self, ui: &mut Ui) {
        let palette = of(ui);
        let words = self.view.words;
        widgets::row(ui, Type::H3.line(), |ui| {
            let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(18.0), egui::Sense::hover());
            icons::SHIELD_WARNING.paint(ui.painter(), Variant::Regular, rect.center(), 18.0, palette.text);
            widgets::label(ui, words.text("ui-item-accept"), Type::H3, palette.text);
        });
        widgets::row_wrapped(ui, tokens().size.pill, |ui| {
            let look = Look::from(self.state.original);
            pill(ui, look, &words.text(look.message_id()));
            let found = self.state.finding.map(|judged| words.say(&judged.finding.summary)).unwrap_or_default();
            widgets::label(ui, found, Type::Body, palette.text);
        });
        widgets::label(ui, words.text("ui-form-original-stays"), Type::Caption, palette.text_2);
    }

    fn exception_as_it_is(
        &self,
        ui: &mut Ui,
        exception: &Exception,
        pressed: &mut Pressed,
        commands: &mut Vec<ViewCommand>,
    ) {
        let palette = of(ui);
        let words = self.view.words;
        let by = msg!("ui-form-accepted-by", who = &exception.who, day = exception.until);
        widgets::label(ui, words.say(&by), Type::Strong, palette.text);
        key_value(ui, &words.text("ui-form-accept-why"), &exception.why, 160.0);
        if !exception.mitigation.is_empty() {
            key_value(ui, &words.text("ui-form-mitigation"), &exception.mitigation, 160.0);
        }
        ui.horizontal(|ui| {
            pressed.change = ui.add(Button::new(&words.text("ui-form-change")).icon(icons::PENCIL_SIMPLE)).clicked();
            if ui.add(Button::new(&words.text("ui-form-end-now")).icon(icons::STOP)).clicked() {
                commands.push(ViewCommand::EndException(self.view.item.id.clone()));
                pressed.close = true;
            }
            pressed.close |= ui.add(Button::new(&words.text("ui-form-close")).quiet().key("Esc")).clicked();
        });
    }

    fn exception_fields(&self, ui: &mut Ui, draft: &mut ExceptionDraft, pressed: &mut Pressed) {
        let words = self.view.words;
        let item = &self.view.item.id;
        let palette = of(ui);
        let wrong = self.wrong_exception(draft);
        let left = draft.left.clone();
        let said = |field: FormField| wrong.of(field).filter(|_| left.contains(&field));
        let mut lost = Vec::new();
        let letters = draft.why.trim().chars().count();
        let counter = words.say(&msg!("ui-form-least-letters", count = letters, least = LEAST));
        let label = words.text("ui-form-accept-why");
        let field = Field::new(&label)
            .multiline()
            .id(field_id(item, "exception", FormField::Why))
            .limit(2_000)
            .help((letters < LEAST).then_some(counter.as_str()))
            .error(said(FormField::Why));
        lost.push((FormField::Why, field.show(ui, &mut draft.why).lost_focus()));
        let label = words.text("ui-form-mitigation");
        let optional = words.text("ui-form-optional");
        Field::new(&label).optional(&optional).limit(1_000).show(ui, &mut draft.mitigation);
        let today = self.view.today();
        widgets::beside(ui, &[DAY, DAY], BELOW_LABEL, |ui, index| match index {
            0 => {
                let owner = words.text("ui-form-owner");
                let help = words.text("ui-form-owner-help");
                let id = field_id(item, "exception", FormField::Who);
                let field = Field::new(&owner).help(help.as_str()).error(said(FormField::Who)).limit(120).id(id);
                lost.push((FormField::Who, field.show(ui, &mut draft.who).lost_focus()));
            }
            1 => {
                let label = words.text("ui-form-accept-until");
                let id = field_id(item, "exception", FormField::Until);
                let response = day(ui, words, &label, id, &mut draft.until, said(FormField::Until));
                lost.push((FormField::Until, response.lost_focus()));
            }
            _ => {
                day_chips(ui, words, &words.text("ui-form-accept-until"), today, &mut draft.until);
            }
        });
        draft.left.extend(lost.into_iter().filter(|(_, lost)| *lost).map(|(field, _)| field));
        if self.state.exception.is_none() {
            widgets::label(ui, self.consequence(), Type::Strong, palette.text);
        }
        ui.horizontal(|ui| {
            let text = match read_day(&draft.until) {
                Some(day) => words.say(&msg!("ui-form-accept-button", day = day)),
                None => words.text("ui-form-accept-button-no-date"),
            };
            pressed.save |= ui.add(Button::new(&text).primary().key("Ctrl+Enter")).clicked();
            pressed.close |= ui.add(Button::new(&words.text("ui-form-cancel")).key("Esc")).clicked();
            if draft.is_worth_keeping() {
                pressed.discard = ui.add(Button::new(&words.text("ui-form-discard")).quiet()).clicked();
            }
        });
    }

    fn wrong_exception(&self, draft: &ExceptionDraft) -> Wrong {
        let words = self.view.words;
        let mut wrong = Wrong::default();
        if draft.why.trim().chars().count() < LEAST {
            wrong.why = Some(words.text("ui-form-accept-why-short"));
        }
        if draft.who.trim().is_empty() {
            wrong.who = Some(words.say(&EditError::NoName.message()));
        }
        let Some(until) = read_day(&draft.until) else {
            wrong.until = Some(words.text("ui-form-bad-date"));
            return wrong;
        };
        // Name and reason were looked at above; with both filled in, the rest of what is wrong comes to light.
        let tried = self.view.assessment.may_except(&self.view.item.id, "-", "-", until, self.view.now);
        if let Err(error) = tried {
            let said = Some(words.say(&error.message()));
            match error {
                EditError::PastDate(_) | EditError::TooFar(_) => wrong.until = said,
                _ => wrong.why = wrong.why.or(said),
            }
        }
        wrong
    }

    /// What the conclusion will be once this is accepted.
    fn consequence(&self) -> String {
        let words = self.view.words;
        let tally = self.view.assessment.conclude(self.view.now);
        let others: Vec<Status> = tally
            .reasons
            .iter()
            .filter(|reason| reason.item != self.view.item.id)
            .map(|reason| reason.status)
            .collect();
        let excepted = tally.required.get(&Status::Excepted).copied().unwrap_or(0);
        let counts = usize::from(self.state.weight == Weight::Required);
        let passes = tally.required.get(&Status::Pass).copied().unwrap_or(0) > 0;
        let after = if others.contains(&Status::Fail) {
            Conclusion::NotReady
        } else if !others.is_empty() || !passes {
            Conclusion::Incomplete
        } else if excepted + counts > 0 {
            Conclusion::ReadyWithExceptions
        } else {
            Conclusion::Ready
        };
        let word = words.text(after.message_id());
        if after == Conclusion::ReadyWithExceptions {
            words.say(&msg!("ui-form-becomes-excepted", count = excepted + counts))
        } else if after == tally.conclusion && !others.is_empty() {
            words.say(&msg!("ui-form-stays", conclusion = word, count = others.len()))
        } else {
            words.say(&msg!("ui-form-becomes", conclusion = word))
        }
    }
}
