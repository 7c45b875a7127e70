//! The evidence: what the finding rests on, and the facts behind it, each with time, place and duration; or all of it as
//! it is kept, for those who want to see that nothing was rewritten.

use egui::Ui;
use readiness_core::{
    checklist::ItemId,
    msg,
    report::{Block, RightWalk, SeenFact, facts_of, pictures_of},
};

use super::Shown;
use crate::desktop::{
    icons,
    theme::{Type, of},
    views::{Drafts, Part, ViewCommand},
    widgets::{self, Button, EvidenceHeads, EvidenceRow, Expander, evidence_table, raw_block},
};

/// Facts that are listed; the report has all of them.
const LISTED: usize = 120;

/// What was worked out of the item shown, kept until the item, the document or the language is another one. Facts are
/// walked once for each change, not for each frame.
#[derive(Debug, Default)]
pub(in crate::desktop::views) struct Looked {
    of: Option<(ItemId, (u64, u64), String)>,
    facts: Vec<SeenFact>,
    raw: Option<String>,
    pub(super) rights: Option<RightWalk>,
}

impl Shown<'_> {
    /// What was worked out of this item.
    pub(super) fn looked<'d>(&self, drafts: &'d mut Drafts) -> &'d mut Looked {
        let view = self.view;
        let of = (view.item.id.clone(), view.revision, view.words.language().tag().to_owned());
        if drafts.looked.of.as_ref() != Some(&of) {
            let pictures = pictures_of(view.assessment, view.item, view.words);
            drafts.looked = Looked {
                of: Some(of),
                facts: facts_of(view.assessment, view.item, view.words),
                raw: None,
                rights: pictures.into_iter().find_map(|picture| match picture {
                    Block::RightWalk(walk) => Some(walk),
                    _ => None,
                }),
            };
        }
        &mut drafts.looked
    }

    /// What the finding itself rests on.
    pub(super) fn rests_on(&self) -> Vec<EvidenceRow> {
        let words = self.view.words;
        let Some(judged) = self.state.finding else { return Vec::new() };
        let at = judged.finding.seen_at.unwrap_or(judged.at);
        let from = judged.finding.measured_from.as_ref();
        let place = from.map(|vantage| words.say(&vantage.message())).unwrap_or_default();
        let short = from.map(|vantage| vantage.name.trim().to_owned()).filter(|name| !name.is_empty());
        let row = |row: &readiness_core::finding::Evidence| EvidenceRow {
            time: words.time_of_day(at),
            day: words.date_time(at),
            from: short.clone().unwrap_or_else(|| place.clone()),
            place: place.clone(),
            looked_at: words.say(&row.label),
            seen: words.say(&row.value),
            took: String::new(),
            old: false,
        };
        judged.finding.evidence.iter().map(row).collect()
    }

    fn fact_row(&self, fact: &SeenFact) -> EvidenceRow {
        let words = self.view.words;
        let place = words.say(&fact.from.message());
        EvidenceRow {
            time: words.time_of_day(fact.at),
            day: words.date_time(fact.at),
            from: match fact.from.name.trim() {
                "" => place.clone(),
                name => name.to_owned(),
            },
            place,
            looked_at: words.say(&fact.looked_at),
            seen: words.say(&fact.seen),
            took: fact.took_ms.map(|ms| words.duration(i64::try_from(ms).unwrap_or(i64::MAX))).unwrap_or_default(),
            old: !fact.newest,
        }
    }

    pub(super) fn evidence_part(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let words = self.view.words;
        let rests = self.rests_on();
        let facts = self.looked(drafts).facts.len();
        let title = words.text("ui-item-evidence");
        let caption = words.say(&msg!("ui-item-facts", count = rests.len() + facts));
        let expander = Expander::new(icons::TABLE, &title).caption(&caption);
        let part =
            if self.needs_repair() || self.state.finding.is_none() { Part::Evidence } else { Part::EvidenceOfMet };
        self.part(ui, drafts, part, expander, |ui, drafts| {
            if rests.is_empty() && facts == 0 {
                widgets::caption(ui, words.text("ui-item-no-evidence"));
                return;
            }
            let raw = drafts.is_open(Part::Raw);
            ui.horizontal(|ui| {
                let text = words.text(if raw { "ui-item-show-table" } else { "ui-item-show-raw" });
                let icon = if raw { icons::TABLE } else { icons::BRACKETS_CURLY };
                if ui.add(Button::new(&text).small().icon(icon)).clicked() {
                    drafts.set_open(Part::Raw, !raw);
                }
                let copy = words.text("ui-item-copy-evidence");
                if ui.add(Button::new(&copy).small().icon(icons::COPY)).clicked() {
                    commands.push(ViewCommand::Copy(match raw {
                        true => self.raw(drafts).to_owned(),
                        false => self.as_text(drafts, &rests),
                    }));
                }
            });
            if raw {
                raw_block(ui, self.raw(drafts), &words.text("ui-item-raw"));
            } else {
                self.tables(ui, drafts, &rests, commands);
            }
        });
    }

    fn tables(&self, ui: &mut Ui, drafts: &mut Drafts, rests: &[EvidenceRow], commands: &mut Vec<ViewCommand>) {
        let words = self.view.words;
        let palette = of(ui);
        let heads = EvidenceHeads {
            time: words.text("ui-item-time"),
            from: words.text("ui-item-from"),
            looked_at: words.text("ui-item-looked-at"),
            seen: words.text("ui-item-value-seen"),
            took: words.text("ui-item-took"),
            copy: words.text("ui-item-copy-row"),
            old: words.text("ui-item-older-look"),
        };
        let all = &self.looked(drafts).facts;
        let facts: Vec<EvidenceRow> = all.iter().take(LISTED).map(|fact| self.fact_row(fact)).collect();
        let more = all.len().saturating_sub(LISTED);
        for (name, title, rows) in [("rests", "ui-item-rests-on", rests), ("facts", "ui-item-facts-behind", &facts)] {
            if rows.is_empty() {
                continue;
            }
            widgets::label(ui, words.text(title), Type::CaptionStrong, palette.text_2);
            if let Some(row) = evidence_table(ui, name, &heads, rows) {
                commands.push(ViewCommand::Copy(row));
            }
        }
        if more > 0 {
            widgets::caption(ui, words.say(&msg!("ui-item-more-facts", count = more)));
        }
    }

    /// All rows, tab-separated, for a table elsewhere.
    fn as_text(&self, drafts: &mut Drafts, rests: &[EvidenceRow]) -> String {
        let facts: Vec<EvidenceRow> = self.looked(drafts).facts.iter().map(|fact| self.fact_row(fact)).collect();
        rests.iter().chain(&facts).map(|row| row.as_text() + "\n").collect()
    }

    /// Finding and facts as they are kept.
    fn raw<'d>(&self, drafts: &'d mut Drafts) -> &'d str {
        let finding = self.state.finding;
        let looked = self.looked(drafts);
        let facts = &looked.facts;
        looked.raw.get_or_insert_with(|| {
            let kept = serde_json::json!({ "finding": finding, "facts": facts });
            serde_json::to_string_pretty(&kept).unwrap_or_default()
        })
    }
}
