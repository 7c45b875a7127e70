//! The head: weight, place in the article, id, title, verdict, from where and when it was seen, and the summary.

use egui::{Align2, Sense, Ui, Vec2};
use readiness_core::{assessment::Status, checklist::Weight, msg};

use super::Shown;
use crate::desktop::{
    icons::{self, Icon, Variant},
    theme::{Look, Type, of, tokens},
    views::{Drafts, Part, ViewCommand, look, place_icon, status_word},
    widgets::{self, Chip, IconButton, pill},
};

impl Shown<'_> {
    pub(super) fn head(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let palette = of(ui);
        self.meta_row(ui, drafts, commands);
        let title = self.view.words.item_title(self.view.item);
        widgets::label(ui, title, Type::H2, palette.text);
        self.verdict_line(ui);
        ui.add_space(2.0);
        self.summary(ui);
        self.way_out(ui, commands);
    }

    fn meta_row(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let words = self.view.words;
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 26.0), Sense::hover());

        let mut from_start = Vec::new();
        widgets::both_ends(
            ui,
            "meta",
            rect,
            |ui| self.meta_start(ui, drafts, &mut from_start),
            |ui| {
                ui.spacing_mut().item_spacing.x = tokens().space.x1;
                if ui.add(IconButton::new(icons::LINK, &words.text("ui-item-copy-link")).small()).clicked() {
                    commands.push(ViewCommand::Copy(self.one_line()));
                }
                let (before, after) = self.view.neighbours;
                let at_end = words.text("ui-item-none-match");
                for (icon, name, there, command) in [
                    (icons::CARET_UP, "ui-item-previous", before, ViewCommand::Previous),
                    (icons::CARET_DOWN, "ui-item-next", after, ViewCommand::Next),
                ] {
                    let name = words.text(name);
                    let refused = (!there).then_some(at_end.as_str());
                    if ui.add(IconButton::new(icon, &name).small().refused(refused)).clicked() {
                        commands.push(command);
                    }
                }
            },
        );
        commands.append(&mut from_start);
    }

    fn meta_start(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let palette = of(ui);
        let words = self.view.words;
        let item = self.view.item;
        ui.add(Chip::new(&words.text(weight_id(self.state.weight))));
        let label = words.text("ui-item-article");
        let points: Vec<String> = item.article.iter().filter_map(|point| self.point(point)).collect();
        let beyond = words.text("ui-item-beyond-article");
        let chip = match points.first() {
            Some(point) => Chip::new(&label).and(point),
            None => Chip::new(&beyond),
        };
        if ui.add(chip.icon(icons::ARTICLE).clickable()).clicked() {
            drafts.set_open(Part::Article, true);
        }
        let room = ui.available_rect_before_wrap();
        if room.width() > 60.0 {
            let shown = widgets::shorten_middle(ui, &item.id, Type::MonoSmall, room.width());
            let galley = widgets::galley(ui, &shown, Type::MonoSmall, palette.text_3, f32::INFINITY);
            let rect = Align2::RIGHT_CENTER.align_size_within_rect(galley.size(), room);
            let response = ui.allocate_rect(rect, Sense::click());
            let colour = if response.hovered() { palette.text } else { palette.text_3 };
            ui.painter().galley_with_override_text_color(rect.min, galley, colour);
            if response.has_focus() {
                widgets::ring(ui.painter(), palette, rect, tokens().radius.sm, false);
            }
            let name = words.say(&msg!("ui-item-copy-id", id = &item.id));
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            if response.on_hover_text(&name).clicked() {
                commands.push(ViewCommand::Copy(item.id.clone()));
            }
        }
    }

    /// "part 2, step 2" for the article's point `B2`.
    fn point(&self, point: &str) -> Option<String> {
        let part = match point.chars().next()? {
            'A' => 1_i64,
            'B' => 2,
            'C' => 3,
            _ => return None,
        };
        let step: String = point.chars().skip(1).take_while(char::is_ascii_digit).collect();
        Some(self.view.words.say(&msg!("ui-item-point", part = part, step = step)))
    }

    fn verdict_line(&self, ui: &mut Ui) {
        let words = self.view.words;
        let runs = self.view.running.is_some();
        ui.scope(|ui| {
            ui.spacing_mut().interact_size.y = tokens().size.pill;
            ui.horizontal_wrapped(|ui| {
                let by_person = self.answer_counts();
                match self.state.answer.filter(|_| by_person && !runs) {
                    Some(answer) => {
                        let outcome = words.text(&format!("outcome-{}", answer.outcome.name()));
                        let said = words.say(&msg!("ui-item-answered", outcome = outcome, who = &answer.who));
                        pill(ui, look(&self.state, runs), &said);
                        if let Some(judged) = self.state.finding {
                            let id = format!("verdict-{}", judged.finding.verdict.name().replace('_', "-"));
                            let machine = msg!("ui-item-machine", verdict = words.text(&id));
                            fact(ui, icons::DESKTOP, &words.say(&machine));
                        }
                    }
                    None => {
                        pill(ui, look(&self.state, runs), &status_word(words, &self.state, runs));
                    }
                }
                if let Some(exception) = self.state.exception {
                    let by = msg!("ui-form-accepted-by", who = &exception.who, day = exception.until);
                    fact(ui, icons::HOURGLASS_MEDIUM, &words.say(&by));
                }
                let Some(judged) = self.state.finding else { return };
                if self.state.stale {
                    fact(ui, icons::CLOCK_COUNTER_CLOCKWISE, &words.text("ui-item-stale"));
                }
                if let Some(vantage) = &judged.finding.measured_from {
                    let closes = !self.view.item.from_server
                        || vantage.kind != readiness_core::facts::VantageKind::Workstation
                        || self.view.assessment.subject.this_is_sync_server;
                    let id = if closes { "ui-item-measured-from" } else { "ui-item-measured-only-from" };
                    let icon = place_icon(&self.state).unwrap_or(icons::DESKTOP);
                    fact(ui, icon, &words.say(&msg!(id, place = vantage.message())));
                }
                let seen_at = judged.finding.seen_at.unwrap_or(judged.at);
                let evidence = words.say(&msg!("ui-item-evidence-of", time = seen_at));
                fact(ui, icons::CLOCK, &evidence);
            });
        });
    }

    /// True when what the item stands at is a person's word.
    fn answer_counts(&self) -> bool {
        let machine = self.state.finding.filter(|_| !self.state.stale).map(|judged| judged.finding.verdict.name());
        let decides = matches!(machine, Some("pass" | "warn" | "fail" | "not_applicable"));
        self.state.answer.is_some_and(|answer| {
            !decides || (answer.outcome == readiness_core::assessment::Outcome::Fail && machine != Some("fail"))
        }) && self.state.exception.is_none()
    }

    fn summary(&self, ui: &mut Ui) {
        let words = self.view.words;
        if let Some(step) = self.view.running {
            widgets::paragraph(ui, step, false);
            return;
        }
        if let Some(answer) = self.state.answer.filter(|_| self.answer_counts()) {
            widgets::paragraph(ui, &answer.why, false);
        }
        match self.state.finding {
            Some(judged) if self.state.status != Status::NotRun || self.state.stale => {
                widgets::paragraph(ui, &words.say(&judged.finding.summary), true);
            }
            _ if self.state.answer.is_some() => {}
            _ => {
                let id = if self.view.item.is_manual() { "ui-item-needs-answer" } else { "ui-item-not-run-yet" };
                widgets::paragraph(ui, &words.text(id), false);
            }
        }
    }

    /// "title: verdict, finding", for tickets and mails.
    fn one_line(&self) -> String {
        let words = self.view.words;
        let title = words.item_title(self.view.item);
        let status = status_word(words, &self.state, false);
        match self.state.finding {
            Some(judged) => format!("{title}: {status}, {}", words.say(&judged.finding.summary)),
            None => format!("{title}: {status}"),
        }
    }

    /// The look of a finding's verdict in the history.
    pub(super) fn verdict_look(name: &str) -> Look {
        Look::ALL.into_iter().find(|look| look.name() == name).unwrap_or(Look::CouldNotCheck)
    }
}

/// A short fact with its icon; it begins a new row when this one is full.
fn fact(ui: &mut Ui, icon: Icon, text: &str) {
    let palette = of(ui);
    let small = tokens().size.icon_small;
    let wide = widgets::galley(ui, text, Type::Caption, palette.text_2, f32::INFINITY).size().x;
    if ui.available_size_before_wrap().x < small + ui.spacing().item_spacing.x + wide {
        ui.end_row();
    }
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(small), Sense::hover());
    icon.paint(ui.painter(), Variant::Regular, rect.center(), small, palette.text_2);
    widgets::label(ui, text, Type::Caption, palette.text_2);
}

pub(super) fn weight_id(weight: Weight) -> &'static str {
    match weight {
        Weight::Required => "weight-required",
        Weight::Advised => "weight-advised",
        Weight::Information => "weight-information",
    }
}
