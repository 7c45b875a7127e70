//! Edits: what people write into the assessment. Each can be taken back.

use readiness_core::{
    Message, Subject,
    assessment::{Answer, Assessment, Attachment, EditError, Role},
    msg,
};

use super::App;
use crate::desktop::{
    command::{Accepted, Command},
    page::Page,
    toast::Tone,
};

impl App {
    /// Edits the document. A refusal is said, and nothing changes. True when it was done.
    pub(super) fn edit(
        &mut self,
        label: &'static str,
        change: impl FnOnce(&mut Assessment) -> Result<(), EditError>,
    ) -> bool {
        let now_s = self.now_s;
        let Some(document) = &mut self.model.document else { return false };
        match document.edit(label, now_s, change) {
            Ok(()) => true,
            Err(refusal) => {
                self.say(refusal.message(), Tone::Trouble, None);
                false
            }
        }
    }

    pub(super) fn undo(&mut self) {
        let now_s = self.now_s;
        let Some(document) = &mut self.model.document else { return };
        if let Some(label) = document.undo_label() {
            document.undo(now_s);
            self.forms.load_subject(&self.model);
            self.say(msg!("ui-undone", edit = Message::new(label)), Tone::Note, Some(Command::Redo));
        }
    }

    pub(super) fn redo(&mut self) {
        let now_s = self.now_s;
        let Some(document) = &mut self.model.document else { return };
        if let Some(label) = document.redo_label() {
            document.redo(now_s);
            self.forms.load_subject(&self.model);
            self.say(msg!("ui-redone", edit = Message::new(label)), Tone::Note, Some(Command::Undo));
        }
    }

    pub(super) fn change_subject(&mut self, subject: Subject) {
        let changed = self.edit("ui-edit-subject", |assessment| {
            assessment.change_subject(subject);
            Ok(())
        });
        if changed {
            self.go(Page::Checklist);
        }
    }

    pub(super) fn answer(&mut self, item: &str, answer: Answer, files: Vec<Attachment>) {
        let now = self.model.now;
        let (who, title) = (answer.who.clone(), answer.title.clone());
        let done = self.edit("ui-edit-answer", |assessment| {
            let mut answer = answer;
            for file in files {
                let hash = assessment.attach(file)?;
                // The form named it already, to be told whether the answer is complete.
                if !answer.attachments.contains(&hash) {
                    answer.attachments.push(hash);
                }
            }
            assessment.answer(item, answer, now)
        });
        if done {
            self.remember_person(&who, &title);
            self.forms.answered(item);
            self.say(msg!("ui-answered"), Tone::Done, Some(Command::Undo));
        }
    }

    pub(super) fn accept(&mut self, item: &str, accepted: &Accepted) {
        let now = self.model.now;
        let Accepted { who, why, mitigation, until } = accepted;
        let done = self.edit("ui-edit-exception", |assessment| {
            assessment.except(item, who, why, *until, now)?;
            assessment.mitigate(item, mitigation);
            Ok(())
        });
        if done {
            self.remember_person(who, "");
            self.forms.accepted(item);
            self.say(msg!("ui-accepted", until = *until), Tone::Done, Some(Command::Undo));
        }
    }

    pub(super) fn end_exception(&mut self, item: &str) {
        let now = self.model.now;
        let done = self.edit("ui-edit-end-exception", |assessment| {
            assessment.end_exception(item, now);
            Ok(())
        });
        if done {
            self.say(msg!("ui-exception-ended"), Tone::Note, Some(Command::Undo));
        }
    }

    pub(super) fn note(&mut self, item: &str, who: &str, text: &str) {
        let now = self.model.now;
        if self.edit("ui-edit-note", |assessment| assessment.note(item, who, text, now)) {
            self.forms.noted(item);
        }
    }

    pub(super) fn sign(&mut self, role: Role, who: &str, title: &str) {
        let now = self.model.now;
        if self.edit("ui-edit-sign", |assessment| assessment.sign_off(role, who, title, now)) {
            self.forms.signed(role);
            self.say(msg!("ui-signed", who = who.trim()), Tone::Done, Some(Command::Undo));
        }
    }

    pub(super) fn withdraw(&mut self, role: Role) {
        let done = self.edit("ui-edit-withdraw", |assessment| {
            assessment.sign_offs.retain(|sign_off| sign_off.role != role);
            Ok(())
        });
        if done {
            self.say(msg!("ui-withdrawn"), Tone::Note, Some(Command::Undo));
        }
    }
}
