//! A command to copy.

use egui::{CornerRadius, Frame, Id, Label, Margin, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::desktop::{
    icons::{self, Variant},
    theme::{Type, of, tokens},
};

/// How long the word "Copied" stays, in seconds.
const STAYS: f64 = 1.5;

/// Which text was copied last, so that its button can say so for a moment.
#[derive(Debug, Clone, Default)]
pub struct Copied {
    last: Option<(Id, f64)>,
}

impl Copied {
    /// Remembers that the text with this id was copied now.
    pub fn set(&mut self, ui: &Ui, id: Id) {
        self.last = Some((id, ui.input(|input| input.time)));
    }

    /// True for a moment after the text with this id was copied.
    pub fn is(&self, ui: &Ui, id: Id) -> bool {
        let Some((last, at)) = self.last else { return false };
        let left = at + STAYS - ui.input(|input| input.time);
        if last != id || left <= 0.0 {
            return false;
        }
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
        true
    }
}

/// Shows a command with its copy button; true when it was pressed. `words` are "Copy" and "Copied", `name` is what the
/// button is called by assistive technology, such as "Copy the command of step 2".
pub fn code_block(ui: &mut Ui, copied: &mut Copied, text: &str, words: (&str, &str), name: &str) -> bool {
    let palette = of(ui);
    let tokens = tokens();
    let id = ui.scope_id().with(("code", text));
    let mut pressed = false;
    Frame::NONE
        .fill(palette.sunken)
        .stroke(Stroke::new(tokens.stroke.hair, palette.line))
        .corner_radius(CornerRadius::same(tokens.radius.md))
        .inner_margin(Margin { left: 10, right: 6, top: 6, bottom: 6 })
        .show(ui, |ui| {
            let whole = ui.available_width();
            let now = copied.is(ui, id);
            let (icon, word) = if now { (icons::CHECK, words.1) } else { (icons::COPY, words.0) };
            let measure = |word: &str| super::galley(ui, word, Type::Caption, palette.text_2, 200.0).size().x;
            let button = 8.0 + 14.0 + 6.0 + measure(words.0).max(measure(words.1)) + 8.0;
            let code = ui
                .scope(|ui| {
                    ui.set_max_width(whole - button - 8.0);
                    ui.add(Label::new(Type::Mono.rich(text, palette.text)).wrap())
                })
                .response;
            ui.set_min_width(whole);
            let top = code.rect.top() + Type::Mono.line() / 2.0;
            let rect = Rect::from_center_size(
                Pos2::new(ui.max_rect().left() + whole - button / 2.0, top),
                Vec2::new(button, tokens.size.button_small),
            );
            let response = ui.interact(rect, id, Sense::click());
            let colour = if response.hovered() || now { palette.text } else { palette.text_2 };
            let painter = ui.painter();
            if response.hovered() {
                painter.rect_filled(rect, CornerRadius::same(tokens.radius.md), palette.hover);
            }
            icon.paint(painter, Variant::Regular, rect.left_center() + Vec2::new(15.0, 0.0), 14.0, colour);
            let galley = super::galley(ui, word, Type::Caption, colour, 200.0);
            painter.galley(Pos2::new(rect.left() + 28.0, rect.center().y - galley.size().y / 2.0), galley, colour);
            if response.has_focus() {
                super::ring(painter, palette, rect, tokens.radius.md, true);
            }
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
            if response.clicked() {
                copied.set(ui, id);
                pressed = true;
            }
        });
    pressed
}
