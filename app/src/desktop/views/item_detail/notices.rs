//! What lapsed, and how to renew it.

use egui::Ui;
use readiness_core::msg;

use super::Shown;
use crate::desktop::{
    theme::Look,
    views::{Drafts, Form, ViewCommand, drafts::in_days},
    widgets::Banner,
};

impl Shown<'_> {
    pub(super) fn notices(&self, ui: &mut Ui, drafts: &mut Drafts, _commands: &mut Vec<ViewCommand>) {
        let words = self.view.words;
        let item = &self.view.item.id;
        if let Some(exception) = self.state.exception_lapsed.filter(|exception| exception.ended_at.is_none()) {
            let (lead, text) = if exception.holds(self.view.now) {
                (words.text("ui-item-exception-uncovered"), words.text("ui-item-exception-ended-text"))
            } else {
                let ended = msg!("ui-item-exception-ended", day = exception.until);
                (words.say(&ended), words.text("ui-item-exception-ended-text"))
            };
            if Banner::new(Look::Warn, &lead, &text).action(&words.text("ui-item-renew")).show(ui).is_some() {
                let until = in_days(self.view.today(), super::exception_form::DAYS);
                drafts.open_exception_of(item, exception, until, false);
            }
        } else if let Some(answer) = self.state.answer_lapsed {
            let lead = if answer.subject == self.view.assessment.subject.digest() {
                words.say(&msg!("ui-item-answer-ended", who = &answer.who, day = answer.last_day()))
            } else {
                words.say(&msg!("ui-item-answer-other-subject", who = &answer.who))
            };
            let text = words.text("ui-item-answer-ended-text");
            let again = words.text("ui-item-answer-again");
            if Banner::new(Look::Warn, &lead, &text).action(&again).show(ui).is_some() {
                drafts.open(item, Form::Answer);
            }
        }
    }
}
