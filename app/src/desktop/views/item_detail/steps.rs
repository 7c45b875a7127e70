//! How to fix it: what this finding advises, then the item's own steps, each with its command and its page.

use egui::{Pos2, Rect, Sense, Ui, UiBuilder, Vec2};
use readiness_core::msg;

use super::Shown;
use crate::desktop::{
    icons,
    theme::{Palette, Type, of, tokens},
    views::{Drafts, ViewCommand},
    widgets::{self, Button, code_block},
};

/// Left edge of a step's text.
const INDENT: f32 = 32.0;

impl Shown<'_> {
    pub(super) fn steps(&self, ui: &mut Ui, drafts: &mut Drafts, commands: &mut Vec<ViewCommand>) {
        let words = self.view.words;
        let item = self.view.item;
        let advice = self.state.finding.map(|judged| judged.finding.advice.as_slice()).unwrap_or_default();
        if advice.is_empty() && item.fixes.is_empty() {
            return;
        }
        ui.add_space(tokens().space.x2);
        Self::title(ui, &words.text("ui-item-fix"), None);
        let mut number = 0;
        for advice in advice {
            number += 1;
            step(ui, number, &words.say(advice), |_| {});
        }
        for (index, fix) in item.fixes.iter().enumerate() {
            number += 1;
            step(ui, number, &words.item_fix(item, index), |ui| {
                if let Some(command) = &fix.command {
                    let copy = (words.text("ui-item-copy"), words.text("ui-item-copied"));
                    let name = words.say(&msg!("ui-item-copy-step", step = number));
                    let command = command.trim();
                    if code_block(ui, &mut drafts.copied, command, (&copy.0, &copy.1), &name) {
                        commands.push(ViewCommand::Copy(command.to_owned()));
                    }
                }
                if let Some(link) = &fix.link {
                    let open = words.say(&msg!("ui-item-open-link", host = host(link)));
                    let button = Button::new(&open).small().icon(icons::ARROW_SQUARE_OUT);
                    if ui.add(button).on_hover_text(link).clicked() {
                        commands.push(ViewCommand::OpenUrl(link.clone()));
                    }
                }
            });
        }
    }
}

fn step(ui: &mut Ui, number: usize, text: &str, more: impl FnOnce(&mut Ui)) {
    let palette = of(ui);
    let start = ui.cursor().min;
    let whole = ui.available_width();
    let room = Rect::from_min_size(start + Vec2::new(INDENT, 0.0), Vec2::new(whole - INDENT, f32::INFINITY));
    let mut right = ui.new_child(UiBuilder::new().max_rect(room).id_salt(("step", number)));
    right.spacing_mut().item_spacing.y = 6.0;
    let width = right.available_width().min(Type::max_measure());
    right.scope(|ui| {
        ui.set_max_width(width);
        widgets::label(ui, text, Type::Body, palette.text);
    });
    more(&mut right);
    let height = right.min_rect().height();
    disc(ui, palette, start + Vec2::new(10.0, 10.0), number);
    ui.allocate_exact_size(Vec2::new(whole, height + 2.0), Sense::hover());
}

/// A number in a disc.
fn disc(ui: &Ui, palette: &Palette, centre: Pos2, number: usize) {
    ui.painter().circle_filled(centre, 10.0, palette.accent.soft);
    let colour = palette.accent.text;
    let galley = widgets::galley(ui, &number.to_string(), Type::CaptionStrong, colour, f32::INFINITY);
    ui.painter().galley(centre - galley.size() / 2.0, galley, colour);
}

/// The host of an address.
fn host(link: &str) -> &str {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn the_host_of_an_address_is_what_a_person_recognises() {
        assert_eq!(host("https://learn.microsoft.com/entra/x"), "learn.microsoft.com");
        assert_eq!(host("https://entra.microsoft.com/#view/x"), "entra.microsoft.com");
        assert_eq!(host("ms-settings:x"), "ms-settings:x");
    }
}
