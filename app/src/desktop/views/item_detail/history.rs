//! What was judged before, and what people noted, answered and attached.

use egui::{Align, Layout, Sense, Ui, UiBuilder, Vec2};
use readiness_core::msg;

use super::Shown;
use crate::desktop::{
    icons::Variant,
    theme::{Type, of, tokens},
    views::{ViewCommand, vantage_icon},
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
            let changed = before.filter(|before| *before != name);
            let look = Self::verdict_look(name);
            let summary = words.say(&judged.finding.summary);
            let place = judged.finding.measured_from.as_ref();
            let (rect, response) =
                ui.allocate_exact_size(Vec2::new(ui.available_width(), tokens().size.row_table), Sense::hover());
            if index > 0 {
                widgets::row_line(ui.painter(), palette, rect.x_range(), rect.top());
            }
            let layout = Layout::left_to_right(Align::Center);
            let mut row = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout).id_salt(("history", index)));
            row.spacing_mut().interact_size.y = tokens().size.pill;
            let (role, colour) =
                if changed.is_some() { (Type::CaptionStrong, palette.text) } else { (Type::Caption, palette.text_2) };
            let (date, _) = row.allocate_exact_size(Vec2::new(128.0, 16.0), Sense::hover());
            let galley = widgets::galley(&row, &words.date_time(judged.at), role, colour, date.width());
            row.painter().galley(date.min, galley, colour);
            let (icon, _) = row.allocate_exact_size(Vec2::splat(16.0), Sense::hover());
            if let Some(place) = place {
                vantage_icon(place).paint(row.painter(), Variant::Regular, icon.center(), 14.0, palette.text_3);
            }
            let word = words.text(look.message_id());
            widgets::pill(&mut row, look, &word);
            let room = row.available_width();
            widgets::one_line(&mut row, &summary, Type::Caption, palette.text_2, room);
            let said = changed.map(|before| {
                let before = words.text(Self::verdict_look(before).message_id());
                words.say(&msg!("ui-item-changed", before = before, after = word.as_str()))
            });
            let place = place.map(|vantage| words.say(&vantage.message())).unwrap_or_default();
            let lines: Vec<String> =
                [said.unwrap_or_default(), place, summary].into_iter().filter(|line| !line.is_empty()).collect();
            response.on_hover_text(lines.join("\n"));
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

    pub(super) fn notes(&self, ui: &mut Ui, commands: &mut Vec<ViewCommand>) {
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
            for (hash, file) in attachments.iter().filter_map(|hash| Some((hash, assessment.attachments.get(hash)?))) {
                // A copy is saved and not opened: what somebody attached may be a program.
                let name = words.say(&msg!("ui-item-attached-save", name = &file.name, time = at));
                let text = msg!("ui-form-attachment", name = &file.name, kilobytes = file.data.len().div_ceil(1024));
                if widgets::link_named(ui, &words.say(&text), &name, Type::Caption).clicked() {
                    commands.push(ViewCommand::SaveAttached(hash.clone()));
                }
            }
        }
    }
}
