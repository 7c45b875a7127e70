//! What was seen: the picture of a connection where there is one, else the first facts; and the question for a person
//! where only a person can tell.

use egui::{Margin, Ui};
use readiness_core::assessment::Status;

use super::Shown;
use crate::desktop::{
    theme::{Type, of, tokens},
    views::{Drafts, ViewCommand},
    widgets::{self, card, key_value},
};

/// How many facts stand in the detail itself; all of them are in the evidence.
const KEY_FACTS: usize = 5;

impl Shown<'_> {
    pub(super) fn seen(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let words = self.view.words;
        let rows = self.rests_on();
        let timeline = self.probes();
        if !timeline.is_empty() {
            self.timeline(ui, drafts, &timeline);
        } else if self.idle(ui, commands) || self.rights(ui, drafts) || self.versions(ui) {
            // The picture says what the rows would.
        } else if !rows.is_empty() {
            Self::title(ui, &words.text("ui-item-seen"), None);
            card(ui, Margin::symmetric(14, 8), |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                let widest = (ui.available_width() * 0.36).min(200.0);
                for row in rows.iter().take(KEY_FACTS) {
                    key_value(ui, &row.looked_at, &row.seen, widest);
                }
            });
        }
        let ask = words.item_ask(self.view.item);
        let open = matches!(self.state.original, Status::NeedsYou | Status::CouldNotCheck | Status::NotRun);
        if open && !ask.is_empty() {
            ui.add_space(tokens().space.x1);
            Self::title(ui, &words.text("ui-item-question"), None);
            widgets::paragraph(ui, &ask, false);
        }
        let related = self.state.finding.map(|judged| judged.finding.related.as_slice()).unwrap_or_default();
        if !related.is_empty() && self.state.original != Status::Pass {
            let palette = of(ui);
            widgets::row_wrapped(ui, Type::Body.line(), |ui| {
                widgets::label(ui, words.text("ui-item-likely-cause"), Type::Caption, palette.text_3);
                for other in related {
                    let Some(item) = self.view.assessment.checklist().item(other) else { continue };
                    if widgets::link(ui, &words.item_title(item), Type::Body).clicked() {
                        commands.push(ViewCommand::Select(other.clone()));
                    }
                }
            });
        }
    }
}
