//! Buttons: bordered, primary (one per page), quiet, and icon buttons.

use egui::{
    Color32, CornerRadius, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo,
};

use crate::desktop::{
    icons::{Icon, Variant},
    theme::{Palette, Type, of, tokens},
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    Primary,
    Quiet,
}

/// A button with words.
#[must_use = "add it with ui.add"]
pub struct Button<'a> {
    text: &'a str,
    name: Option<&'a str>,
    icon: Option<Icon>,
    key: Option<&'a str>,
    kind: Kind,
    small: bool,
    on: bool,
    refused: Option<&'a str>,
}

impl<'a> Button<'a> {
    /// A bordered button.
    pub fn new(text: &'a str) -> Self {
        Self { text, name: None, icon: None, key: None, kind: Kind::Plain, small: false, on: false, refused: None }
    }

    /// Blue and solid: the one thing to do on this page.
    pub fn primary(mut self) -> Self {
        self.kind = Kind::Primary;
        self
    }

    /// Without a border.
    pub fn quiet(mut self) -> Self {
        self.kind = Kind::Quiet;
        self
    }

    /// 26 points high instead of 32.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// With an icon before the words.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With a key cap after the words.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// Chosen, as long as what it opens is open.
    pub fn on(mut self, on: bool) -> Self {
        self.on = on;
        self
    }

    /// What assistive technology says instead of the words, when several buttons share them.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// Cannot be pressed now; the reason becomes its tooltip.
    pub fn refused(mut self, why: Option<&'a str>) -> Self {
        self.refused = why;
        self
    }

    /// How wide it will be.
    pub fn width(&self, ui: &Ui) -> f32 {
        let role = self.role();
        let text = super::galley(ui, self.text, role, Color32::PLACEHOLDER, f32::INFINITY).size().x;
        let icon = self.icon.map_or(0.0, |_| tokens().size.icon + 6.0);
        let key = self.key.map_or(0.0, |key| 8.0 + key_cap_width(ui, key));
        2.0 * self.pad() + icon + text + key
    }

    fn pad(&self) -> f32 {
        if self.small { 9.0 } else { 12.0 }
    }

    fn role(&self) -> Type {
        match (self.small, self.kind) {
            (true, Kind::Primary) => Type::CaptionStrong,
            (true, _) => Type::Caption,
            (false, Kind::Primary) => Type::Strong,
            (false, _) => Type::Body,
        }
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let palette = of(ui);
        let tokens = tokens();
        let enabled = self.refused.is_none() && ui.is_enabled();
        let height = if self.small { tokens.size.button_small } else { tokens.size.button };
        let size = Vec2::new(self.width(ui), height);
        let sense = if enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        let (fill, border, text) = colours(palette, self.kind, enabled, self.on, &response);
        let painter = ui.painter().clone();
        painter.rect(
            rect,
            CornerRadius::same(tokens.radius.md),
            fill,
            Stroke::new(tokens.stroke.hair, border),
            StrokeKind::Inside,
        );
        let mut x = rect.left() + self.pad();
        if let Some(icon) = self.icon {
            let size = if self.small { tokens.size.icon_small } else { tokens.size.icon };
            let centre = Pos2::new(x + tokens.size.icon / 2.0, rect.center().y);
            icon.paint(&painter, Variant::Regular, centre, size, text);
            x += tokens.size.icon + 6.0;
        }
        let galley = super::galley(ui, self.text, self.role(), text, f32::INFINITY);
        let width = galley.size().x;
        painter.galley(Pos2::new(x, rect.center().y - galley.size().y / 2.0), galley, text);
        if let Some(key) = self.key {
            let at = Pos2::new(x + width + 8.0, rect.center().y);
            paint_key_cap(ui, palette, key, at, text, self.kind == Kind::Primary && enabled);
        }
        if response.has_focus() {
            super::ring(&painter, palette, rect, tokens.radius.md, false);
        }
        let name = self.name.unwrap_or(self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
        match self.refused {
            Some(why) => response.on_hover_text(why),
            None => response,
        }
    }
}

fn colours(palette: &Palette, kind: Kind, enabled: bool, on: bool, response: &Response) -> (Color32, Color32, Color32) {
    let clear = Color32::TRANSPARENT;
    let down = response.is_pointer_button_down_on();
    let hovered = response.hovered();
    match kind {
        Kind::Primary if !enabled => (palette.pressed, palette.pressed, palette.text_3),
        Kind::Primary => {
            let accent = &palette.accent;
            let fill = match (down, hovered) {
                (true, _) => accent.solid_pressed,
                (_, true) => accent.solid_hover,
                _ => accent.solid,
            };
            (fill, fill, accent.on_solid)
        }
        Kind::Plain if !enabled => (palette.raised, palette.line, palette.disabled),
        Kind::Plain => {
            let fill = match (down || on, hovered) {
                (true, _) => palette.pressed,
                (_, true) => palette.hover,
                _ => palette.raised,
            };
            (fill, palette.line_strong, palette.text)
        }
        Kind::Quiet if !enabled => (clear, clear, palette.disabled),
        Kind::Quiet => match (down || on, hovered) {
            (true, _) => (palette.pressed, clear, palette.text),
            (_, true) => (palette.hover, clear, palette.text),
            _ => (clear, clear, palette.text_2),
        },
    }
}

fn key_cap_width(ui: &Ui, key: &str) -> f32 {
    let text = super::galley(ui, key, Type::Key, Color32::PLACEHOLDER, f32::INFINITY).size().x;
    (text + 10.0).max(tokens().size.kbd)
}

/// A key cap whose left edge is at `left_middle`.
fn paint_key_cap(ui: &Ui, palette: &Palette, key: &str, left_middle: Pos2, text: Color32, on_solid: bool) {
    let size = Vec2::new(key_cap_width(ui, key), tokens().size.kbd);
    let rect = Rect::from_min_size(left_middle - Vec2::new(0.0, size.y / 2.0), size);
    let (fill, border, colour) = if on_solid {
        (Color32::TRANSPARENT, palette.accent.soft_border, palette.accent.on_solid)
    } else {
        (palette.sunken, palette.line_strong, if text == palette.disabled { text } else { palette.text_3 })
    };
    let hair = tokens().stroke.hair;
    ui.painter().rect(
        rect,
        CornerRadius::same(tokens().radius.sm),
        fill,
        Stroke::new(hair, border),
        StrokeKind::Inside,
    );
    let galley = super::galley(ui, key, Type::Key, colour, f32::INFINITY);
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, colour);
}

/// A key cap whose right edge is at `right_middle`.
pub(super) fn paint_key_cap_before(ui: &Ui, palette: &Palette, key: &str, right_middle: Pos2) {
    let at = right_middle - Vec2::new(key_cap_width(ui, key), 0.0);
    paint_key_cap(ui, palette, key, at, palette.text, false);
}

/// A key cap on its own, as beside a link or in the shortcut sheet.
pub fn key_cap(ui: &mut Ui, key: &str) -> Response {
    let palette = of(ui);
    let size = Vec2::new(key_cap_width(ui, key), tokens().size.kbd);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    paint_key_cap(ui, palette, key, rect.left_center(), palette.text, false);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, key));
    response
}

/// A button that is only an icon; its name is said to assistive technology and shown in a tooltip.
#[must_use = "add it with ui.add"]
pub struct IconButton<'a> {
    icon: Icon,
    name: &'a str,
    small: bool,
    on: bool,
    marked: bool,
    refused: Option<&'a str>,
}

impl<'a> IconButton<'a> {
    /// An icon button with this name.
    pub fn new(icon: Icon, name: &'a str) -> Self {
        Self { icon, name, small: false, on: false, marked: false, refused: None }
    }

    /// 26 points instead of 32.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Chosen, as long as what it opens is open.
    pub fn on(mut self, on: bool) -> Self {
        self.on = on;
        self
    }

    /// With a dot: something behind it is set.
    pub fn marked(mut self, marked: bool) -> Self {
        self.marked = marked;
        self
    }

    /// Cannot be pressed now; the reason becomes its tooltip.
    pub fn refused(mut self, why: Option<&'a str>) -> Self {
        self.refused = why;
        self
    }
}

impl Widget for IconButton<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let palette = of(ui);
        let tokens = tokens();
        let enabled = self.refused.is_none() && ui.is_enabled();
        let side = if self.small { tokens.size.button_small } else { tokens.size.button };
        let sense = if enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), sense);
        let (fill, _, colour) = colours(palette, Kind::Quiet, enabled, self.on, &response);
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::same(tokens.radius.md), fill);
        self.icon.paint(painter, Variant::Regular, rect.center(), tokens.size.icon, colour);
        if self.marked {
            painter.circle_filled(rect.right_top() + Vec2::new(-6.0, 6.0), 3.0, palette.accent.solid);
        }
        if response.has_focus() {
            super::ring(painter, palette, rect, tokens.radius.md, false);
        }
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, self.name));
        response.on_hover_text(self.refused.unwrap_or(self.name))
    }
}
