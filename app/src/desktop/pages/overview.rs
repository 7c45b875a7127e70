//! The overview: the conclusion and its reasons, the sections, from where it was measured, what expires soon.

use std::collections::BTreeMap;

use egui::{Align, Layout, Sense, Ui, Vec2};
use jiff::{Timestamp, civil::Date};
use readiness_core::{
    assessment::{Assessment, Status},
    facts::Vantage,
    msg,
    reference::Reference,
};

use super::{CommandButton, about, conclusion_bar, heading, icon};
use crate::desktop::{
    command::Command,
    icons,
    model::Model,
    results::Results,
    theme::{Look, Type, of},
    views::vantage_icon,
    widgets::{self, Button},
};

/// How many reasons are listed; the rest is behind a link.
const REASONS: usize = 6;

/// Days ahead in which something expires "soon".
const SOON_DAYS: i32 = 45;

pub(super) fn show(ui: &mut Ui, model: &Model, asked: &mut Vec<Command>) {
    let (Some(assessment), Some(results)) = (model.assessment(), &model.results) else { return };
    heading(ui, &model.words.text("command-overview"));
    verdict(ui, model, assessment, results, asked);
    sections(ui, model, assessment, results, asked);
    measured(ui, model, assessment);
    expires(ui, model, assessment, asked);
}

fn verdict(ui: &mut Ui, model: &Model, assessment: &Assessment, results: &Results, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    widgets::card(ui, 20, |ui| {
        ui.horizontal(|ui| {
            let look = Look::from(results.tally.conclusion);
            let text = conclusion_bar::conclusion_text(model, results);
            widgets::verdict_icon(ui, look, &text, 32.0, palette.surface);
            ui.add_space(4.0);
            widgets::label(ui, text, Type::H1, palette.verdict(look).fg);
        });
        if assessment.findings.is_empty() && assessment.answers.is_empty() {
            widgets::paragraph(ui, &words.text("ui-overview-empty"), false);
            let run = CommandButton::new(model, Command::RunAll);
            let manual = results.tally.count(Status::NeedsYou);
            ui.horizontal(|ui| {
                let name = words.text("ui-overview-run");
                run.add(ui, run.button().name(&name).icon(icons::PLAY), asked);
                if ui.add(Button::new(&words.say(&msg!("ui-overview-answer", count = manual)))).clicked() {
                    asked.push(Command::ShowStatus(Status::NeedsYou));
                }
            });
            return;
        }
        ui.spacing_mut().item_spacing.y = 2.0;
        for reason in results.tally.reasons.iter().take(REASONS) {
            reason_row(ui, model, assessment, &reason.item, reason.status, asked);
        }
        let more = results.tally.reasons.len().saturating_sub(REASONS);
        if more > 0 {
            let text = words.say(&msg!("ui-overview-more", count = more));
            if widgets::link(ui, &text, Type::Body).clicked() {
                asked.push(Command::Checklist);
            }
        }
        if results.tally.reasons.is_empty() {
            widgets::paragraph(ui, &words.text("ui-overview-nothing-open"), false);
        }
    });
}

fn reason_row(ui: &mut Ui, model: &Model, assessment: &Assessment, id: &str, status: Status, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    let Some(item) = assessment.checklist().item(id) else { return };
    let title = words.item_title(item);
    let found = assessment.finding(id).map(|judged| words.say(&judged.finding.summary)).unwrap_or_default();
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 40.0), Sense::click());
    let painter = ui.painter().clone();
    if response.hovered() {
        painter.rect_filled(rect, egui::CornerRadius::same(6), palette.hover);
    }
    let look = Look::from(status);
    let word = words.text(status.message_id());
    let behind = if response.hovered() { palette.hover } else { palette.surface };
    widgets::paint_verdict(&painter, palette, look, egui::Pos2::new(rect.left() + 17.0, rect.center().y), 18.0, behind);
    let left = rect.left() + 36.0;
    let room = rect.right() - left - 30.0;
    let galley = widgets::galley(ui, &title, Type::Strong, palette.text, room * 0.45);
    let x = left + galley.size().x + 16.0;
    painter.galley(egui::Pos2::new(left, rect.center().y - galley.size().y / 2.0), galley, palette.text);
    let galley = widgets::galley(ui, &word, Type::CaptionStrong, palette.verdict(look).fg, 160.0);
    let after = x + galley.size().x + 10.0;
    painter.galley(egui::Pos2::new(x, rect.center().y - galley.size().y / 2.0), galley, palette.verdict(look).fg);
    let galley = widgets::galley(ui, &found, Type::Caption, palette.text_2, rect.right() - 30.0 - after);
    painter.galley(egui::Pos2::new(after, rect.center().y - galley.size().y / 2.0), galley, palette.text_2);
    let at = egui::Pos2::new(rect.right() - 14.0, rect.center().y);
    icons::CARET_RIGHT.paint(&painter, icons::Variant::Regular, at, 12.0, palette.text_3);
    if response.has_focus() {
        widgets::ring(&painter, palette, rect, 6, true);
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("{title}, {word}, {found}")));
    if response.clicked() {
        asked.push(Command::Select(id.to_owned()));
    }
}

fn sections(ui: &mut Ui, model: &Model, assessment: &Assessment, results: &Results, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    let all = &assessment.checklist().sections;
    let columns = if ui.available_width() < 700.0 { 2 } else { 4 };
    for row in all.chunks(columns) {
        ui.columns(columns, |cells| {
            for (cell, section) in cells.iter_mut().zip(row) {
                let title = words.section_short(section);
                let counts = results.of_section(section);
                let (met, of_all) = results.met_of(section);
                widgets::card(cell, 14, |ui| {
                    ui.spacing_mut().item_spacing.y = 6.0;
                    if widgets::link(ui, &title, Type::Strong).clicked() {
                        asked.push(Command::ShowSection(section.id.clone()));
                    }
                    let looks: Vec<(Look, usize)> =
                        counts.iter().map(|(status, count)| (Look::from(*status), *count)).collect();
                    let text = words.say(&msg!("ui-met-of", met = met, all = of_all));
                    let size = Vec2::new(ui.available_width(), 6.0);
                    widgets::tally_bar(ui, &looks, size, &format!("{title}: {text}"));
                    ui.horizontal_wrapped(|ui| {
                        ui.spacing_mut().item_spacing.x = 4.0;
                        for (look, count) in &looks {
                            let word = words.text(look.message_id());
                            widgets::verdict_icon(ui, *look, &word, 14.0, palette.surface);
                            widgets::label(ui, count.to_string(), Type::Caption, palette.text_2);
                            ui.add_space(4.0);
                        }
                    });
                });
            }
        });
    }
}

fn measured(ui: &mut Ui, model: &Model, assessment: &Assessment) {
    let words = &model.words;
    let palette = of(ui);
    if assessment.facts.is_empty() {
        return;
    }
    let mut places: Vec<(Vantage, usize, Timestamp, Timestamp)> = Vec::new();
    for look in assessment.facts.snapshots() {
        match places.iter_mut().find(|(vantage, ..)| *vantage == look.vantage) {
            Some((_, count, newest, oldest)) => {
                *count += 1;
                *newest = (*newest).max(look.seen_at);
                *oldest = (*oldest).min(look.seen_at);
            }
            None => places.push((look.vantage.clone(), 1, look.seen_at, look.seen_at)),
        }
    }
    widgets::card(ui, 16, |ui| {
        widgets::label(ui, words.text("ui-overview-measured"), Type::H3, palette.text);
        for (vantage, count, newest, oldest) in places {
            ui.horizontal(|ui| {
                let glyph = vantage_icon(&vantage);
                icon(ui, glyph, 16.0, palette.text_2);
                widgets::label(ui, words.say(&vantage.message()), Type::Body, palette.text);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let when = words.say(&msg!("ui-overview-looks", count = count, newest = newest, oldest = oldest));
                    widgets::label(ui, when, Type::Caption, palette.text_2);
                });
            });
        }
    });
}

/// What expires: an item's exception or answer, a certificate, a table.
enum Expires {
    Item(String, &'static str),
    Certificate(String),
    Table(String),
}

fn expires(ui: &mut Ui, model: &Model, assessment: &Assessment, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    let today = model.today();
    let is_soon = |day: Date| (day - today).get_days() <= SOON_DAYS;
    let mut soon: Vec<(Date, Expires)> = Vec::new();
    for item in assessment.checklist().items() {
        let state = assessment.state(item, model.now);
        if let Some(exception) = state.exception {
            soon.push((exception.until, Expires::Item(item.id.clone(), "ui-overview-exception-ends")));
        }
        if let Some(answer) = state.answer {
            soon.push((answer.last_day(), Expires::Item(item.id.clone(), "ui-overview-answer-ends")));
        }
    }
    soon.extend(certificates(model, assessment));
    for (file, day) in model.reference.dates() {
        let ends = day.saturating_add(jiff::Span::new().days(i64::from(Reference::STALE_AFTER_DAYS)));
        soon.push((ends, Expires::Table(words.text(about::table_name(file)))));
    }
    soon.retain(|(day, _)| is_soon(*day));
    soon.sort_by_key(|(day, _)| *day);
    if soon.is_empty() {
        return;
    }
    widgets::card(ui, 16, |ui| {
        widgets::label(ui, words.text("ui-overview-soon"), Type::H3, palette.text);
        for (day, what) in soon.into_iter().take(5) {
            ui.horizontal(|ui| {
                let glyph =
                    if matches!(what, Expires::Certificate(_)) { icons::CERTIFICATE } else { icons::HOURGLASS_MEDIUM };
                icon(ui, glyph, 16.0, palette.text_2);
                let (title, id) = match what {
                    Expires::Item(id, what) => {
                        let title = assessment.checklist().item(&id).map(|item| words.item_title(item));
                        if widgets::link(ui, &title.unwrap_or_default(), Type::Body).clicked() {
                            asked.push(Command::Select(id));
                        }
                        (None, what)
                    }
                    Expires::Certificate(host) => (Some(host), "ui-overview-certificate-ends"),
                    Expires::Table(name) => (Some(name), "ui-overview-table-ends"),
                };
                if let Some(title) = title {
                    widgets::label(ui, title, Type::Body, palette.text);
                }
                widgets::label(ui, words.say(&msg!(id, day = day)), Type::Caption, palette.text_2);
            });
        }
    });
}

/// The leaf certificates of the newest look at the network, by host.
fn certificates(model: &Model, assessment: &Assessment) -> Vec<(Date, Expires)> {
    let newest = assessment.facts.network().all().next();
    let probes = newest.into_iter().flat_map(|(_, facts)| &facts.probes);
    let mut ends: BTreeMap<String, Date> = BTreeMap::new();
    for probe in probes {
        let Some(leaf) = probe.chain.first() else { continue };
        let day = leaf.not_after.to_zoned(model.words.zone().clone()).date();
        ends.entry(probe.endpoint.host.clone()).and_modify(|known| *known = day.min(*known)).or_insert(day);
    }
    ends.into_iter().map(|(host, day)| (day, Expires::Certificate(host))).collect()
}
