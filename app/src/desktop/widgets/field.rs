//! A text field with its label above and its help or error below. A form row for other controls looks the same.

use egui::{CornerRadius, Frame, Id, Margin, Response, Stroke, StrokeKind, TextBuffer, TextEdit, Ui};

use crate::desktop::{
    icons::{self, Icon, Variant},
    theme::{Look, Type, of, tokens},
};

/// A text field.
#[must_use = "call show"]
pub struct Field<'a> {
    label: &'a str,
    optional: Option<&'a str>,
    help: Option<&'a str>,
    error: Option<&'a str>,
    hint: Option<&'a str>,
    rows: usize,
    mono: bool,
    hidden_label: bool,
    password: bool,
    id: Option<Id>,
    limit: Option<usize>,
    icon: Option<Icon>,
    key: Option<&'a str>,
}

impl<'a> Field<'a> {
    /// A field of one line.
    pub fn new(label: &'a str) -> Self {
        Self {
            label,
            optional: None,
            help: None,
            error: None,
            hint: None,
            rows: 1,
            mono: false,
            hidden_label: false,
            password: false,
            id: None,
            limit: None,
            icon: None,
            key: None,
        }
    }

    /// Several lines.
    pub fn multiline(mut self) -> Self {
        self.rows = 3;
        self
    }

    /// The word "optional" after the label.
    pub fn optional(mut self, word: &'a str) -> Self {
        self.optional = Some(word);
        self
    }

    /// What it is for, below.
    pub fn help(mut self, help: impl Into<Option<&'a str>>) -> Self {
        self.help = help.into();
        self
    }

    /// What is wrong with it, in place of the help.
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// An example inside the empty field.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// In the face of commands and host names.
    pub fn mono(mut self) -> Self {
        self.mono = true;
        self
    }

    /// Shown as dots.
    pub fn password(mut self) -> Self {
        self.password = true;
        self
    }

    /// The label is only said, not shown.
    pub fn hide_label(mut self) -> Self {
        self.hidden_label = true;
        self
    }

    /// An id of its own, so that focus can be given to it.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// With an icon inside, at the left.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With the key that leads to it inside, at the right, as long as it is empty.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// The most letters it takes.
    pub fn limit(mut self, letters: usize) -> Self {
        self.limit = Some(letters);
        self
    }

    /// Shows it as wide as the room there is.
    pub fn show(self, ui: &mut Ui, text: &mut dyn TextBuffer) -> Response {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            if !self.hidden_label {
                label_row(ui, self.label, self.optional);
            }
            let response = self.edit(ui, text);
            below(ui, self.help, self.error);
            response
        })
        .inner
    }

    fn edit(&self, ui: &mut Ui, text: &mut dyn TextBuffer) -> Response {
        let palette = of(ui);
        let tokens = tokens();
        let role = if self.mono { Type::Mono } else { Type::Body };
        let multiline = self.rows > 1;
        let key = self.key.filter(|_| text.as_str().is_empty());
        let left = if self.icon.is_some() { 34 } else { 10 };
        let mut edit =
            if multiline { TextEdit::multiline(text).desired_rows(self.rows) } else { TextEdit::singleline(text) };
        let height = if multiline { tokens.size.field_multiline_min } else { tokens.size.field };
        edit = edit
            .font(role.font())
            .text_color(palette.text)
            .frame(
                Frame::NONE
                    .fill(palette.raised)
                    .corner_radius(CornerRadius::same(tokens.radius.md))
                    .inner_margin(Margin { left, right: if key.is_some() { 34 } else { 10 }, top: 6, bottom: 6 }),
            )
            .min_size(egui::vec2(0.0, height))
            .align(if multiline { egui::Align2::LEFT_TOP } else { egui::Align2::LEFT_CENTER })
            .desired_width(ui.available_width())
            .password(self.password);
        if let Some(hint) = self.hint {
            edit = edit.hint_text(role.rich(hint, palette.text_3));
        }
        if let Some(id) = self.id {
            edit = edit.id(id);
        }
        if let Some(limit) = self.limit {
            edit = edit.char_limit(limit);
        }
        let response = ui.add(edit).accessible_name(self.label);
        let border = if self.error.is_some() {
            palette.verdict(Look::Fail).icon
        } else if response.hovered() && !response.has_focus() {
            palette.text_3
        } else {
            palette.control_border
        };
        let painter = ui.painter();
        let radius = CornerRadius::same(tokens.radius.md);
        painter.rect_stroke(response.rect, radius, Stroke::new(tokens.stroke.hair, border), StrokeKind::Inside);
        let middle = response.rect.center().y;
        if let Some(icon) = self.icon {
            icon.paint(
                painter,
                Variant::Regular,
                egui::pos2(response.rect.left() + 19.0, middle),
                16.0,
                palette.text_2,
            );
        }
        if let Some(key) = key {
            super::button::paint_key_cap_before(ui, palette, key, egui::pos2(response.rect.right() - 10.0, middle));
        }
        if response.has_focus() {
            super::ring(painter, palette, response.rect, tokens.radius.md, false);
        }
        response
    }
}

/// A form row for a control that is no text field: label above, control, help or error below.
pub fn labelled<R>(
    ui: &mut Ui,
    label: &str,
    help: Option<&str>,
    error: Option<&str>,
    control: impl FnOnce(&mut Ui) -> R,
) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        label_row(ui, label, None);
        let inner = control(ui);
        below(ui, help, error);
        inner
    })
    .inner
}

fn label_row(ui: &mut Ui, label: &str, optional: Option<&str>) {
    let palette = of(ui);
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = Type::Caption.line();
        ui.horizontal(|ui| {
            super::label(ui, label, Type::Caption, palette.text_2);
            if let Some(word) = optional {
                super::caption(ui, word);
            }
        });
    });
}

fn below(ui: &mut Ui, help: Option<&str>, error: Option<&str>) {
    if let Some(error) = error {
        let palette = of(ui);
        let colours = palette.verdict(Look::Fail);
        let row = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(egui::vec2(ui.available_width(), Type::Caption.line()), row, |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(14.0), egui::Sense::hover());
            icons::OCTAGON.paint(ui.painter(), Variant::Fill, rect.center(), 14.0, colours.icon);
            icons::X.paint(ui.painter(), Variant::Bold, rect.center(), 14.0 * 0.62, palette.surface);
            super::label(ui, error, Type::Caption, colours.fg);
        });
    } else if let Some(help) = help {
        super::caption(ui, help);
    }
}
