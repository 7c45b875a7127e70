//! "Could not check" always names the reason and the way out. The reason is the finding's; the way out is here.

use egui::Ui;
use readiness_core::{facts::Unavailable, finding::Verdict};

use super::Shown;
use crate::desktop::{
    icons,
    theme::{Type, of},
    views::ViewCommand,
    widgets::{self, Button},
};

/// What helps: the id of the message that says it, and the command for it when it is not in the action bar already.
fn way_out(why: &Unavailable) -> (&'static str, Option<ViewCommand>) {
    match why {
        Unavailable::NotLookedAt => ("ui-way-run", None),
        Unavailable::NotConfigured { .. } | Unavailable::WrongTenant { .. } => {
            ("ui-way-subject", Some(ViewCommand::EditSubject))
        }
        Unavailable::NotSignedIn => ("ui-way-sign-in", Some(ViewCommand::SignIn)),
        Unavailable::PermissionMissing { .. } => ("ui-way-permission", Some(ViewCommand::SignIn)),
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
        let (id, command) = way_out(why);
        widgets::label(ui, words.text(id), Type::Body, palette.text);
        let Some(command) = command else { return };
        let (text, icon) = match command {
            ViewCommand::EditSubject => ("ui-way-edit-subject", icons::PENCIL_SIMPLE),
            ViewCommand::SignIn => ("ui-way-to-sign-in", icons::KEY),
            _ => ("ui-way-import", icons::DOWNLOAD_SIMPLE),
        };
        if ui.add(Button::new(&words.text(text)).small().icon(icon)).clicked() {
            commands.push(command);
        }
    }
}
