//! "Could not check" always names the reason and the way out. The reason is the finding's; the way out is here.

use egui::Ui;
use readiness_core::{
    facts::{Source, Unavailable},
    finding::Verdict,
};

use super::Shown;
use crate::desktop::{
    icons,
    theme::{Type, of},
    views::ViewCommand,
    widgets::{self, Button},
};

/// What helps: the id of the message that says it, and the command for it when it is not in the action bar already.
/// `looks_at` is where the item looks, `here` whether this machine is the sync server.
fn way_out(why: &Unavailable, looks_at: &[Source], here: bool) -> (&'static str, Option<ViewCommand>) {
    let on_server = looks_at.iter().any(|source| matches!(source, Source::SyncServer | Source::Events));
    let in_tenant = looks_at.contains(&Source::Tenant);
    match why {
        // A run from here would not look there.
        Unavailable::NotLookedAt if on_server && !here => ("ui-way-server-evidence", Some(ViewCommand::Import)),
        Unavailable::NotLookedAt if looks_at.contains(&Source::Directory) => {
            ("ui-way-directory", Some(ViewCommand::Directory))
        }
        Unavailable::NotLookedAt => ("ui-way-run", None),
        Unavailable::NotConfigured { .. } | Unavailable::WrongTenant { .. } => {
            ("ui-way-subject", Some(ViewCommand::EditSubject))
        }
        Unavailable::NotSignedIn => ("ui-way-sign-in", Some(ViewCommand::SignIn)),
        Unavailable::PermissionMissing { .. } => ("ui-way-permission", in_tenant.then_some(ViewCommand::SignIn)),
        Unavailable::RoleMissing { .. } => ("ui-way-role", None),
        Unavailable::LicenceMissing | Unavailable::HistoryPurged => ("ui-way-answer", None),
        Unavailable::Unreachable { .. } => ("ui-way-reach", Some(ViewCommand::Import)),
        Unavailable::TimedOut { .. }
        | Unavailable::Throttled { .. }
        | Unavailable::Cancelled
        | Unavailable::TooOld { .. } => ("ui-way-again", None),
        Unavailable::Refused { .. } => ("ui-way-allow", None),
        Unavailable::UnsupportedHere { .. } => ("ui-way-elsewhere", Some(ViewCommand::Import)),
        Unavailable::NotInEvidence { .. } => ("ui-way-collect", Some(ViewCommand::Import)),
        Unavailable::Inconclusive { .. } => ("ui-way-evidence", None),
        Unavailable::Shortened { .. } | Unavailable::Skipped => ("ui-way-full-test", None),
        Unavailable::OtherVantage { .. } => ("ui-way-server", Some(ViewCommand::Import)),
        Unavailable::CollectorFailed { .. } => ("ui-way-support", None),
        Unavailable::Malformed { .. } => ("ui-way-malformed", Some(ViewCommand::Import)),
        Unavailable::NeedsPerson => ("ui-way-person", None),
    }
}

impl Shown<'_> {
    /// What helps where something could not be checked, below the reason.
    pub(super) fn way_out(&self, ui: &mut Ui, commands: &mut Vec<ViewCommand>) {
        let judged = self.state.finding.filter(|_| self.view.running.is_none() && !self.state.stale);
        let Some(Verdict::CouldNotCheck(why)) = judged.map(|judged| &judged.finding.verdict) else { return };
        let palette = of(ui);
        let words = self.view.words;
        let here = self.view.assessment.subject.this_is_sync_server;
        let (id, command) = way_out(why, &self.view.item.looks_at, here);
        widgets::label(ui, words.text(id), Type::Body, palette.text);
        let Some(command) = command else { return };
        let (text, icon) = match command {
            ViewCommand::EditSubject => ("ui-way-edit-subject", icons::PENCIL_SIMPLE),
            ViewCommand::SignIn => ("ui-way-to-sign-in", icons::KEY),
            ViewCommand::Directory => ("ui-way-to-directory", icons::TREE_STRUCTURE),
            _ => ("ui-way-import", icons::DOWNLOAD_SIMPLE),
        };
        if ui.add(Button::new(&words.text(text)).small().icon(icon)).clicked() {
            commands.push(command);
        }
    }
}
