//! A person accepts what was found. The finding stays beside it, and the form says what follows before it is saved.

use egui::Ui;
use readiness_core::{
    assessment::{Conclusion, EditError, Status},
    checklist::Weight,
    msg,
};

use super::{
    Shown,
    form::{day, field_id, frame, keys, read_day},
};
use crate::desktop::{
    icons::{self, Variant},
    theme::{Look, Type, of, tokens},
    views::{Drafts, ExceptionDraft, Form, ViewCommand},
    widgets::{self, Button, Field, pill},
};

/// Days that an exception holds unless something else is typed.
const DAYS: i64 = 90;

/// The fewest letters of a reason to accept something.
const LEAST: usize = 20;

/// What is wrong with a draft, by field.
#[derive(Default)]
struct Wrong {
    who: Option<String>,
    why: Option<String>,
    until: Option<String>,
}

impl Shown<'_> {
    pub(super) fn exception_form(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let words = self.view.words;
        let item = &self.view.item.id;
        let today = self.view.today();
        let focus = std::mem::take(&mut drafts.focus_field);
        let draft = drafts.exception(item, today, DAYS);
        let (mut save, mut close) = keys(ui);
        let mut discard = false;
        let wrong = if draft.tried { self.wrong_exception(draft) } else { Wrong::default() };
        frame(ui, |ui| {
            let palette = of(ui);
            widgets::row(ui, Type::H3.line(), |ui| {
                let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(18.0), egui::Sense::hover());
                icons::SHIELD_WARNING.paint(ui.painter(), Variant::Regular, rect.center(), 18.0, palette.text);
                widgets::label(ui, words.text("ui-item-accept"), Type::H3, palette.text);
            });
            widgets::row_wrapped(ui, tokens().size.pill, |ui| {
                let look = Look::from(self.state.original);
                pill(ui, look, &words.text(look.message_id()));
                widgets::label(ui, words.text("ui-form-original-stays"), Type::Caption, palette.text_2);
            });
            if let Some(exception) = self.state.exception {
                ui.horizontal(|ui| {
                    let by = msg!("ui-form-accepted-by", who = &exception.who, day = exception.until);
                    widgets::label(ui, words.say(&by), Type::Strong, palette.text);
                    if ui.add(Button::new(&words.text("ui-form-end-now")).small()).clicked() {
                        commands.push(ViewCommand::EndException(item.clone()));
                        close = true;
                    }
                });
                widgets::label(ui, exception.why.as_str(), Type::Body, palette.text_2);
            }
            let label = words.text("ui-form-accept-why");
            let response = Field::new(&label)
                .multiline()
                .id(field_id(item, "accept-why"))
                .limit(2_000)
                .error(wrong.why.as_deref())
                .show(ui, &mut draft.why);
            if focus {
                response.request_focus();
            }
            let owner = words.text("ui-form-owner");
            let help = words.text("ui-form-owner-help");
            ui.scope(|ui| {
                ui.set_max_width(320.0);
                Field::new(&owner).help(help.as_str()).error(wrong.who.as_deref()).limit(120).show(ui, &mut draft.who);
            });
            let until = words.text("ui-form-accept-until");
            day(ui, words, &until, today, &mut draft.until, wrong.until.as_deref());
            if self.state.exception.is_none() {
                widgets::label(ui, self.consequence(), Type::Strong, palette.text);
            }
            ui.horizontal(|ui| {
                let text = match read_day(&draft.until) {
                    Some(day) => words.say(&msg!("ui-form-accept-button", day = day)),
                    None => words.text("ui-form-accept-button-no-date"),
                };
                save |= ui.add(Button::new(&text).primary().key("Ctrl Enter")).clicked();
                close |= ui.add(Button::new(&words.text("ui-form-cancel"))).clicked();
                if !draft.why.is_empty() {
                    discard = ui.add(Button::new(&words.text("ui-form-discard")).quiet()).clicked();
                }
            });
        });
        if save {
            draft.tried = true;
            let wrong = self.wrong_exception(draft);
            match read_day(&draft.until).filter(|_| wrong.who.is_none() && wrong.why.is_none() && wrong.until.is_none())
            {
                Some(until) => commands.push(ViewCommand::Except {
                    item: item.clone(),
                    who: draft.who.trim().to_owned(),
                    why: draft.why.trim().to_owned(),
                    until,
                }),
                None if wrong.why.is_some() => {
                    ui.memory_mut(|memory| memory.request_focus(field_id(item, "accept-why")));
                }
                None => {}
            }
        }
        if discard {
            drafts.discard(item, Form::Exception);
        } else if close {
            drafts.close();
        }
    }

    fn wrong_exception(&self, draft: &ExceptionDraft) -> Wrong {
        let words = self.view.words;
        let mut wrong = Wrong::default();
        if draft.why.trim().chars().count() < LEAST {
            wrong.why = Some(words.text("ui-form-accept-why-short"));
        }
        let Some(until) = read_day(&draft.until) else {
            wrong.until = Some(words.text("ui-form-bad-date"));
            return wrong;
        };
        let tried = self.view.assessment.may_except(&self.view.item.id, &draft.who, &draft.why, until, self.view.now);
        if let Err(error) = tried {
            let said = Some(words.say(&error.message()));
            match error {
                EditError::NoName => wrong.who = said,
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
