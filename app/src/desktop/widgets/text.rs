//! Text on the house scale: labels that wrap, single lines that end in "…" with the full text in a tooltip, and names
//! that are shortened in the middle.

use std::sync::Arc;

use egui::{Align, Color32, Galley, Label, Layout, Response, Sense, Ui, Vec2, text::LayoutJob};

use crate::desktop::theme::{Type, job, of};

/// A layout of one line that ends in "…" when it is wider than `width`.
pub fn galley(ui: &Ui, text: &str, role: Type, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = job([(text, role, colour)], width.max(0.0));
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    ui.painter().layout_job(job)
}

/// A row of this height, in which everything is centred. `ui.horizontal` would be as high as a button.
pub fn row<R>(ui: &mut Ui, height: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let size = Vec2::new(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().interact_size.y = height;
        content(ui)
    })
    .inner
}

/// The same, going on in further rows when the width is used up.
pub fn row_wrapped<R>(ui: &mut Ui, height: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = height;
        ui.horizontal_wrapped(content).inner
    })
    .inner
}

/// Text that wraps at the width there is.
pub fn label(ui: &mut Ui, text: impl Into<String>, role: Type, colour: Color32) -> Response {
    ui.add(Label::new(role.rich(text, colour)).wrap())
}

/// A caption in the colour of captions.
pub fn caption(ui: &mut Ui, text: impl Into<String>) -> Response {
    let colour = of(ui).text_3;
    label(ui, text, Type::Caption, colour)
}

/// Running text, with its first sentence in the Medium face when `lead` is set, no wider than reads well.
pub fn paragraph(ui: &mut Ui, text: &str, lead: bool) -> Response {
    let palette = of(ui);
    let width = ui.available_width().min(Type::max_measure());
    let (first, rest) = if lead { first_sentence(text) } else { ("", text) };
    let rest_colour = if lead { palette.text } else { palette.text_2 };
    let job = job([(first, Type::Strong, palette.text), (rest, Type::Body, rest_colour)], width);
    ui.scope(|ui| {
        ui.set_max_width(width);
        ui.add(Label::new(job).wrap())
    })
    .inner
}

/// One line that ends in "…" when it is too long; the full text is in a tooltip then.
pub fn one_line(ui: &mut Ui, text: &str, role: Type, colour: Color32, width: f32) -> Response {
    let galley = galley(ui, text, role, colour, width);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    let cut = galley.elided;
    ui.painter().galley(rect.min, galley, colour);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    if cut { response.on_hover_text(text) } else { response }
}

/// A host name or a distinguished name that is shortened in the middle until it fits.
pub fn shorten_middle(ui: &Ui, text: &str, role: Type, width: f32) -> String {
    let wide = |text: &str| {
        let job: LayoutJob = job([(text, role, Color32::PLACEHOLDER)], f32::INFINITY);
        ui.painter().layout_job(job).size().x
    };
    if wide(text) <= width {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let shortened = |keep: usize| {
        let head: String = letters[..keep.div_ceil(2)].iter().collect();
        let tail: String = letters[letters.len() - keep / 2..].iter().collect();
        format!("{head}\u{2026}{tail}")
    };
    let (mut fits, mut too_wide) = (0, letters.len());
    while fits + 1 < too_wide {
        let middle = usize::midpoint(fits, too_wide);
        if wide(&shortened(middle)) <= width { fits = middle } else { too_wide = middle }
    }
    shortened(fits)
}

/// The text up to the end of its first sentence, and the rest.
fn first_sentence(text: &str) -> (&str, &str) {
    let ends = text.char_indices().filter_map(|(at, letter)| {
        let after = at + letter.len_utf8();
        match letter {
            '\u{3002}' => Some(after),
            '.' if text[after..].starts_with(' ') => Some(after),
            _ => None,
        }
    });
    ends.into_iter().next().map_or((text, ""), |at| text.split_at(at))
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn a_sentence_ends_at_its_full_stop_and_not_at_a_dot() {
        assert_eq!(first_sentence("2.6.92.0 runs. It is new."), ("2.6.92.0 runs.", " It is new."));
        assert_eq!(first_sentence("应答来自代理。然后"), ("应答来自代理。", "然后"));
        assert_eq!(first_sentence("contoso.com answers"), ("contoso.com answers", ""));
    }
}
