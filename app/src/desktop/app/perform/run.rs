//! Runs: begun, cancelled, and what becomes of them.

use std::sync::Arc;

use readiness_core::{
    engine::{Plan, Scope},
    msg,
};
use tokio_util::sync::CancellationToken;

use super::App;
use crate::{
    desktop::{
        running::{Handles, Running},
        toast::Tone,
        worker::Job,
    },
    live::{IdleOrder, Order},
};

impl App {
    pub(super) fn run(&mut self, scope: Scope) {
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
            order: Order { idle, tenant: self.model.tenant.signed_in().cloned() },
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
}
