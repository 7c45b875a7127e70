//! What was judged before, and what people noted, answered and attached.

use egui::{Sense, Ui, Vec2};
use readiness_core::msg;

use super::Shown;
use crate::desktop::{
    theme::{Type, of, tokens},
    widgets,
};

impl Shown<'_> {
    pub(super) fn history(&self, ui: &mut Ui) {
        let palette = of(ui);
        let words = self.view.words;
        let all = self.view.assessment.findings.get(&self.view.item.id).map(Vec::as_slice).unwrap_or_default();
        if all.is_empty() {
            widgets::caption(ui, words.text("ui-item-no-history"));
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, judged) in all.iter().enumerate() {
            let before = all.get(index + 1).map(|before| before.finding.verdict.name());
            let name = judged.finding.verdict.name();
            let changed = before.is_some_and(|before| before != name);
            let look = Self::verdict_look(name);
            ui.scope(|ui| {
                ui.spacing_mut().interact_size.y = tokens().size.row_table;
                ui.horizontal(|ui| {
                    let role = if changed { Type::CaptionStrong } else { Type::Caption };
                    let (rect, response) = ui.allocate_exact_size(Vec2::new(128.0, 16.0), Sense::hover());
                    let date = words.date_time(judged.at);
                    let galley = widgets::galley(ui, &date, role, palette.text_2, rect.width());
                    ui.painter().galley(rect.min, galley, palette.text_2);
                    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &date));
                    let said = words.text(look.message_id());
                    widgets::pill(ui, look, &said);
                    let mut summary = words.say(&judged.finding.summary);
                    if let Some(vantage) = &judged.finding.measured_from {
                        summary = format!("{summary} ({})", words.say(&vantage.message()));
                    }
                    let room = ui.available_width();
                    widgets::one_line(ui, &summary, Type::Caption, palette.text_2, room);
                });
            });
        }
    }

    /// How many notes, answers and exceptions are kept.
    pub(super) fn kept(&self) -> usize {
        let id = &self.view.item.id;
        let assessment = self.view.assessment;
        assessment.notes.get(id).map_or(0, Vec::len)
            + assessment.answers.get(id).map_or(0, Vec::len)
            + assessment.exceptions.get(id).map_or(0, Vec::len)
    }

    pub(super) fn notes(&self, ui: &mut Ui) {
        let palette = of(ui);
        let words = self.view.words;
        let id = &self.view.item.id;
        let assessment = self.view.assessment;
        // What was said, by whom, when; newest first.
        let mut said: Vec<(jiff::Timestamp, String, String, &[String])> = Vec::new();
        for note in assessment.notes.get(id).into_iter().flatten() {
            said.push((note.at, note.who.clone(), note.text.clone(), &[]));
        }
        for answer in assessment.answers.get(id).into_iter().flatten() {
            let outcome = words.text(&format!("outcome-{}", answer.outcome.name()));
            said.push((answer.at, answer.who.clone(), format!("{outcome}. {}", answer.why), &answer.attachments));
        }
        for exception in assessment.exceptions.get(id).into_iter().flatten() {
            let by = msg!("ui-form-accepted-by", who = &exception.who, day = exception.until);
            said.push((exception.at, exception.who.clone(), format!("{}. {}", words.say(&by), exception.why), &[]));
        }
        said.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
        if said.is_empty() {
            widgets::caption(ui, words.text("ui-item-no-notes"));
        }
        for (at, who, text, attachments) in said {
            widgets::caption(ui, words.say(&msg!("ui-item-note-by", who = who, time = at)));
            widgets::label(ui, text, Type::Body, palette.text);
            for file in attachments.iter().filter_map(|hash| assessment.attachments.get(hash)) {
                let file = msg!("ui-form-attachment", name = &file.name, kilobytes = file.data.len().div_ceil(1024));
                widgets::caption(ui, words.say(&file));
            }
        }
    }
}
