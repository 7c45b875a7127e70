//! Rights as a walk: each right with what decides it, in the order in which they are needed.

use egui::{Margin, Role, Sense, Ui, Vec2, WidgetInfo};
use readiness_core::report::StepMark;

use super::Shown;
use crate::desktop::{
    theme::{Look, Type, of},
    views::Drafts,
    widgets::{self, card, paint_verdict},
};

impl Shown<'_> {
    /// Shows the rights behind this item; false when it is about none.
    pub(super) fn rights(&self, ui: &mut Ui, drafts: &mut Drafts) -> bool {
        if self.state.finding.is_none() || self.state.stale {
            return false;
        }
        let Some(walk) = self.looked(drafts).rights.clone() else { return false };
        let words = self.view.words;
        let palette = of(ui);
        Self::title(ui, &words.text("ui-item-seen"), None);
        card(ui, Margin::symmetric(14, 8), |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let room = ui.available_width();
            let shown = widgets::shorten_middle(ui, &walk.caption, Type::Caption, room);
            widgets::label(ui, shown, Type::Caption, palette.text_2).on_hover_text(&walk.caption);
            for (mark, name, decided) in &walk.rights {
                let (look, id) = match mark {
                    StepMark::Done => (Look::Pass, "verdict-pass"),
                    StepMark::Broke => (Look::Fail, "verdict-fail"),
                    StepMark::NotReached => (Look::CouldNotCheck, "verdict-could-not-check"),
                };
                let height = 26.0;
                let whole = ui.available_width();
                let (rect, response) = ui.allocate_exact_size(Vec2::new(whole, height), Sense::hover());
                let y = rect.center().y;
                let painter = ui.painter();
                paint_verdict(painter, palette, look, egui::pos2(rect.left() + 8.0, y), 16.0, palette.surface);
                let left = rect.left() + 26.0;
                // Names of rights are short, what decides them is not.
                let names = (whole - 26.0) * 0.44;
                let column = whole - 26.0 - names;
                let galley = widgets::galley(ui, name, Type::Body, palette.text, names - 12.0);
                painter.galley(egui::pos2(left, y - galley.size().y / 2.0), galley, palette.text);
                let colour = if *mark == StepMark::Broke { palette.verdict(look).fg } else { palette.text_2 };
                let fits = widgets::shorten_middle(ui, decided, Type::Caption, column);
                let galley = widgets::galley(ui, &fits, Type::Caption, colour, column);
                painter.galley(egui::pos2(left + names, y - galley.size().y / 2.0), galley, colour);
                let spoken = format!("{name}: {}, {decided}", words.text(id));
                response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &spoken));
                response.on_hover_text(format!("{name}\n{decided}"));
            }
        });
        true
    }
}
