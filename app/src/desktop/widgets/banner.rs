//! A banner: what matters on the whole page, with what can be done about it. One per page.

use egui::{Align, CornerRadius, Frame, Layout, Margin, Sense, Stroke, Ui, Vec2};

use super::Button;
use crate::desktop::theme::{Look, Type, job, of, tokens};

/// A banner. Its kinds are the looks `NeedsYou` (information), `Warn` (caution), `Fail` (stopped) and `Pass` (done).
#[must_use = "call show"]
pub struct Banner<'a> {
    look: Look,
    lead: &'a str,
    text: &'a str,
    actions: Vec<(&'a str, bool)>,
}

/// The action that was chosen: its place in the order in which the actions were added.
pub type BannerAct = usize;

impl<'a> Banner<'a> {
    /// A banner with a lead in the Medium face and a sentence.
    pub fn new(look: Look, lead: &'a str, text: &'a str) -> Self {
        Self { look, lead, text, actions: Vec::new() }
    }

    /// With a button.
    pub fn action(mut self, text: &'a str) -> Self {
        self.actions.push((text, false));
        self
    }

    /// With a quiet button.
    pub fn quiet_action(mut self, text: &'a str) -> Self {
        self.actions.push((text, true));
        self
    }

    /// Shows it as wide as the room there is.
    pub fn show(self, ui: &mut Ui) -> Option<BannerAct> {
        let palette = of(ui);
        let colours = palette.verdict(self.look);
        let tokens = tokens();
        Frame::NONE
            .fill(colours.soft)
            .stroke(Stroke::new(tokens.stroke.hair, colours.border))
            .corner_radius(CornerRadius::same(tokens.radius.lg))
            .inner_margin(Margin::symmetric(12, 8))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                let button = |(text, quiet): &(&'a str, bool)| {
                    let button = Button::new(text).small();
                    if *quiet { button.quiet() } else { button }
                };
                let buttons: f32 = self.actions.iter().map(|action| button(action).width(ui) + 8.0).sum();
                let room = ui.available_width() - 28.0 - buttons;
                let gap = if self.lead.is_empty() || self.text.is_empty() { "" } else { " " };
                let runs = [
                    (self.lead, Type::Strong, palette.text),
                    (gap, Type::Body, palette.text),
                    (self.text, Type::Body, palette.text),
                ];
                let words = ui.painter().layout_job(job(runs, room));
                let height = words.size().y.max(if self.actions.is_empty() { 26.0 } else { tokens.size.button_small });
                ui.horizontal(|ui| {
                    ui.set_height(height);
                    let (icon, _) = ui.allocate_exact_size(Vec2::splat(18.0), Sense::hover());
                    super::paint_verdict(ui.painter(), palette, self.look, icon.center(), 18.0, colours.soft);
                    ui.add_space(2.0);
                    ui.add(egui::Label::new(words));
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let mut chosen = None;
                        for (index, action) in self.actions.iter().enumerate().rev() {
                            if ui.add(button(action)).clicked() {
                                chosen = Some(index);
                            }
                        }
                        chosen
                    })
                    .inner
                })
                .inner
            })
            .inner
    }
}
