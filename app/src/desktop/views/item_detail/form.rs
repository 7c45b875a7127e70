//! What the three forms share: the card, dates with their chips, the keys.

use egui::{Id, Key, Margin, Modifiers, Response, Ui};
use jiff::civil::Date;
use readiness_core::{Words, msg};

use crate::desktop::{
    theme::{of, tokens},
    views::{FormField, drafts::in_days},
    widgets::{Button, Field, card_with_border},
};

/// The frame of a form.
pub(super) fn frame(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let border = of(ui).accent.soft_border;
    card_with_border(ui, Margin::same(16), border, |ui| {
        ui.spacing_mut().item_spacing.y = tokens().space.x3;
        content(ui);
    });
}

/// A day that is typed.
pub(super) fn day(ui: &mut Ui, words: &Words, label: &str, id: Id, text: &mut String, error: Option<&str>) -> Response {
    let help = words.text("ui-form-until-help");
    Field::new(label).help(help.as_str()).error(error).limit(10).id(id).show(ui, text)
}

/// Chips for the usual days from today.
pub(super) fn day_chips(ui: &mut Ui, words: &Words, label: &str, today: Date, text: &mut String) {
    ui.spacing_mut().interact_size.y = tokens().size.button_small;
    ui.horizontal(|ui| {
        for days in [30_i64, 90, 180] {
            let chip = words.say(&msg!("ui-form-days", days = days));
            let name = format!("{label}: {chip}");
            let then = in_days(today, days);
            if ui.add(Button::new(&chip).small().name(&name).on(*text == then)).clicked() {
                *text = then;
            }
        }
    });
}

/// Width of a field that holds a day.
pub(super) const DAY: f32 = 168.0;

/// Space above chips that stand beside a field, so that they are level with it, below its label.
pub(super) const BELOW_LABEL: f32 = 23.0;

/// Reads a day as it was typed.
pub(super) fn read_day(text: &str) -> Option<Date> {
    text.trim().parse().ok()
}

/// True when the form is to be saved or closed by key: Ctrl+Enter, Esc.
pub(super) fn keys(ui: &Ui) -> (bool, bool) {
    ui.input_mut(|input| {
        let save = input.consume_key(Modifiers::COMMAND, Key::Enter);
        let close = input.consume_key(Modifiers::NONE, Key::Escape);
        (save, close)
    })
}

/// The id of a field of a form of an item, so that focus can be given to it.
pub(super) fn field_id(item: &str, form: &str, field: FormField) -> Id {
    Id::unique(("form", item, form, field.name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_written_and_nothing_else() {
        assert_eq!(read_day(" 2027-02-28 "), Some(Date::constant(2027, 2, 28)));
        assert_eq!(read_day("28 Feb 2027"), None);
        assert_eq!(read_day("2027-02-30"), None);
        assert_eq!(read_day(""), None);
    }
}
