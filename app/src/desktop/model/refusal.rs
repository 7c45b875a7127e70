//! Why a command cannot be done now.

use readiness_core::assessment::Status;

use super::Model;
use crate::desktop::{command::Command, document::Document, page::Page, running::Running, tenant::Way};

impl Model {
    /// Why a command cannot be done now: the id of the message that says it.
    pub fn why_not(&self, command: &Command) -> Option<&'static str> {
        let when = |fits: bool, why: &'static str| (!fits).then_some(why);
        let open = self.document.is_some();
        let item = self.item();
        match command {
            Command::Save
            | Command::SaveAs
            | Command::Close
            | Command::Import
            | Command::Overview
            | Command::Checklist
            | Command::EditSubject
            | Command::Report
            | Command::Compare
            | Command::Tenant
            | Command::Directory
            | Command::OpenScan
            | Command::NextOpen
            | Command::Search
            | Command::First
            | Command::Last
            | Command::PageUp
            | Command::PageDown
            | Command::PreviousSection
            | Command::NextSection
            | Command::FocusList
            | Command::FocusSide
            | Command::MarkAll
            | Command::ToggleSide => when(open, "ui-why-nothing-open"),
            Command::SwapCompared | Command::ChooseA | Command::ChooseB => {
                when(open && self.page == Page::Compare, "ui-why-not-comparing")
            }
            Command::ExportComparison => when(self.compared.made.is_some(), "ui-why-nothing-compared"),
            Command::SignOff => when(open, "ui-why-nothing-open"),
            Command::SignIn(way) => when(open, "ui-why-nothing-open")
                .or(when(!self.is_training(), "ui-tenant-training"))
                .or(when(!self.tenant.is_going(), "ui-why-signing-in"))
                .or(when(*way != Way::Kept || self.keeps_sign_in(&self.settings.client_id), "ui-why-nothing-kept")),
            Command::ForgetSignIn => when(self.keeps_sign_in(&self.settings.client_id), "ui-why-nothing-kept"),
            Command::CancelSignIn => when(self.tenant.is_going(), "ui-why-not-signing-in"),
            Command::SignOut => when(self.tenant.signed_in().is_some(), "ui-why-not-signed-in"),
            Command::ScanUsers | Command::GoOnWithScan(_) => when(open, "ui-why-nothing-open")
                .or(when(!self.is_training(), "ui-directory-training"))
                .or(when(self.directory.going.is_none(), "ui-directory-why-scanning")),
            Command::CollectDirectory => when(open, "ui-why-nothing-open")
                .or(when(!self.is_training(), "ui-directory-training"))
                .or(when(!self.is_running(), "ui-why-running")),
            Command::CancelScan => when(self.directory.going.is_some(), "ui-directory-why-not-scanning"),
            Command::ExportScan => when(self.directory.found.is_some(), "ui-directory-why-nothing-found"),
            Command::CopyScanned => when(self.directory.found.is_some(), "ui-directory-why-nothing-found").or(when(
                self.directory.found.as_ref().is_some_and(|found| found.count() > 0),
                "ui-directory-no-match",
            )),
            Command::SignReport(..) => when(self.signing.is_none(), "ui-why-signing"),
            Command::ContinueReport => when(self.verified.looked().is_some(), "ui-why-no-report")
                .or(when(self.verified.intact().is_some(), "ui-why-report-altered")),
            Command::Undo => {
                let label = self.document.as_ref().and_then(Document::undo_label);
                when(label.is_some(), "ui-why-nothing-to-undo")
            }
            Command::Redo => {
                let label = self.document.as_ref().and_then(Document::redo_label);
                when(label.is_some(), "ui-why-nothing-to-redo")
            }
            Command::RunAll | Command::RunNotMet => {
                when(open, "ui-why-nothing-open").or(when(!self.is_running(), "ui-why-running"))
            }
            Command::RunSection => {
                when(self.section().is_some(), "ui-why-no-section").or(when(!self.is_running(), "ui-why-running"))
            }
            Command::RunItem if !self.marked.is_empty() => {
                when(!self.marked_to_run().is_empty(), "ui-why-manual").or(when(!self.is_running(), "ui-why-running"))
            }
            Command::RunBlock => when(self.running.is_some(), "ui-why-no-run"),
            Command::RunItem => when(item.is_some(), "ui-why-no-item")
                .or(when(item.is_some_and(|item| !item.is_manual()), "ui-why-manual"))
                .or(when(!self.is_running(), "ui-why-running")),
            Command::Cancel => when(self.is_running(), "ui-why-not-running"),
            Command::ShortenIdle => {
                when(self.running.as_ref().is_some_and(Running::can_shorten_idle), "ui-why-idle-not-longer")
            }
            Command::SkipIdle => when(self.running.as_ref().is_some_and(Running::can_skip_idle), "ui-why-no-idle"),
            Command::AnswerItem
            | Command::AnswerMet
            | Command::AnswerNotMet
            | Command::AnswerNotApplicable
            | Command::NoteItem
            | Command::CopyItem
            | Command::OpenItem
            | Command::Mark
            | Command::ScrollUp
            | Command::ScrollDown
            | Command::ScrollPageUp
            | Command::ScrollPageDown
            | Command::Previous
            | Command::Next => {
                when(item.is_some() || matches!(command, Command::Previous | Command::Next) && open, "ui-why-no-item")
            }
            Command::AcceptItem => when(item.is_some(), "ui-why-no-item").or_else(|| {
                let original = item.and_then(|item| self.results.as_ref()?.items.get(&item.id).map(|s| s.original));
                let acceptable = matches!(original, Some(Status::Fail | Status::CouldNotCheck | Status::Warn));
                when(acceptable, "edit-nothing-to-accept")
            }),
            Command::Sample | Command::Training => when(!self.samples.is_empty(), "ui-why-no-samples"),
            Command::ZoomIn => when(self.settings.zoom_step(true) != self.settings.zoom(), "ui-why-largest"),
            Command::ZoomOut => when(self.settings.zoom_step(false) != self.settings.zoom(), "ui-why-smallest"),
            _ => None,
        }
    }
}
