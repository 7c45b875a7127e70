//! Runs: begun, cancelled, and what becomes of them.

use std::sync::Arc;

use readiness_core::{
    Message, Subject,
    engine::{Outcome, Plan, Scope},
    msg,
};
use tokio_util::sync::CancellationToken;

use super::App;
use crate::{
    desktop::{
        running::{Ended, Handles, Running},
        toast::Tone,
        worker::{Job, PROGRESS_EVERY},
    },
    live::{Directory, Handed, IdleOrder, Order},
};

impl App {
    pub(super) fn run(&mut self, scope: Scope) {
        self.run_with(scope, None);
    }

    /// Runs with a sign-in to the directory, which lasts as long as the run.
    pub(super) fn run_with(&mut self, scope: Scope, directory: Option<Directory>) {
        if self.model.is_running() {
            return;
        }
        let Some(document) = &self.model.document else { return };
        let assessment = Arc::clone(document.assessment());
        let now = self.model.now;
        let plan = Plan::new(&assessment, &scope, now);
        if plan.items.is_empty() {
            self.say(msg!("ui-run-nothing"), Tone::Note, None);
            return;
        }
        self.run_key = Some(document.key);
        self.run_number += 1;
        self.model.run_block = None;
        self.cancel = CancellationToken::new();
        let subject = assessment.subject.clone();
        let idle = IdleOrder { plan: self.model.idle_length.plan(), ..IdleOrder::default() };
        let handles = Handles { cancel: self.cancel.clone(), idle: idle.steering.clone() };
        self.model.running = Some(Running::new(scope, plan.clone(), subject, now, handles));
        self.worker.ask(Job::Run {
            number: self.run_number,
            plan,
            assessment,
            reference: Arc::clone(&self.model.reference),
            collectors: Arc::clone(&self.outside.collectors),
            order: Order { idle, tenant: self.model.tenant.signed_in().cloned(), directory: Handed::new(directory) },
            clock: self.outside.clock,
            cancel: self.cancel.clone(),
        });
    }

    pub(super) fn run_section(&mut self) {
        if let Some(section) = self.model.section() {
            let id = section.id.clone();
            self.run(Scope::Section(id));
        }
    }

    pub(super) fn run_item(&mut self) {
        if !self.model.marked.is_empty() {
            let marked = self.model.marked_to_run();
            self.model.marked.clear();
            self.run(Scope::Items(marked));
            return;
        }
        if let Some(item) = self.model.item() {
            let id = item.id.clone();
            self.run(Scope::Items(vec![id]));
        }
    }

    pub(super) fn cancel_run(&mut self) {
        if let Some(running) = &self.model.running {
            running.cancel();
        }
    }

    /// Takes in how the run goes on, all events at once and at most twenty times a second.
    pub(in crate::desktop::app) fn hear_progress(&mut self, now_s: f64) {
        if now_s < self.progress_at_s {
            return;
        }
        while let Some((number, event)) = self.worker.progress() {
            self.progress_at_s = now_s + PROGRESS_EVERY.as_secs_f64();
            // Events of a run whose document was closed, or of one before, are about nothing that is shown.
            if number == self.run_number
                && let Some(running) = &mut self.model.running
            {
                running.hear(event, self.model.now);
            }
        }
    }

    /// The run brought something, which counts at once.
    pub(in crate::desktop::app) fn run_brought(&mut self, outcome: Outcome, subject: &Subject, now_s: f64) {
        let (now, key) = (self.model.now, self.run_key);
        if let Some(document) = self.model.document.as_mut().filter(|document| Some(document.key) == key) {
            document.take(outcome, subject.clone(), now, now_s);
            self.refresh();
        }
    }

    /// The run is over.
    pub(in crate::desktop::app) fn run_ended(&mut self, ended: Ended) {
        let (judged, all) =
            self.model.running.as_ref().map_or((0, 0), |running| (running.judged.len(), running.plan.items.len()));
        if let Some(running) = &mut self.model.running {
            running.ended = Some(ended);
        }
        self.refresh();
        match ended {
            Ended::Stopped => return self.say(msg!("ui-run-stopped"), Tone::Trouble, None),
            Ended::Cancelled => {
                return self.say(msg!("ui-run-cancelled", done = judged, all = all), Tone::Note, None);
            }
            Ended::Finished => {}
        }
        let conclusion = self.model.results.as_ref().map(|results| results.tally.conclusion.message_id());
        self.say(
            msg!("ui-run-finished", conclusion = Message::new(conclusion.unwrap_or("conclusion-incomplete"))),
            Tone::Done,
            None,
        );
    }
}
