//! A row that opens to show more.

use egui::{CornerRadius, Pos2, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::desktop::{
    icons::{self, Icon, Variant},
    theme::{Type, of, tokens},
};

/// A row that opens to show more. Whether it is open is the caller's to remember.
#[must_use = "call show"]
pub struct Expander<'a> {
    icon: Icon,
    title: &'a str,
    caption: &'a str,
}

impl<'a> Expander<'a> {
    /// A row with an icon and a title.
    pub fn new(icon: Icon, title: &'a str) -> Self {
        Self { icon, title, caption: "" }
    }

    /// With a caption after the title.
    pub fn caption(mut self, caption: &'a str) -> Self {
        self.caption = caption;
        self
    }

    /// Shows the row, and the content when it is open. A line is drawn above.
    pub fn show(self, ui: &mut Ui, open: &mut bool, content: impl FnOnce(&mut Ui)) {
        let palette = of(ui);
        let tokens = tokens();
        let size = Vec2::new(ui.available_width(), tokens.size.row_expander);
        ui.spacing_mut().item_spacing.y = 0.0;
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        if response.clicked() {
            *open = !*open;
        }
        let painter = ui.painter().clone();
        super::row_line(&painter, palette, rect.x_range(), rect.top());
        let inner = rect.shrink2(Vec2::new(0.0, 2.0));
        if response.hovered() {
            painter.rect_filled(inner, CornerRadius::same(tokens.radius.md), palette.hover);
        }
        let y = rect.center().y;
        let caret = if *open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
        caret.paint(&painter, Variant::Bold, Pos2::new(rect.left() + 6.0, y), 12.0, palette.text_3);
        let icon = Pos2::new(rect.left() + 28.0, y);
        self.icon.paint(&painter, Variant::Regular, icon, tokens.size.icon, palette.text_2);
        let title = super::galley(ui, self.title, Type::Body, palette.text, rect.width() - 44.0);
        let x = rect.left() + 44.0;
        let after = x + title.size().x + 10.0;
        painter.galley(Pos2::new(x, y - title.size().y / 2.0), title, palette.text);
        let caption = super::galley(ui, self.caption, Type::Caption, palette.text_3, rect.right() - after);
        painter.galley(Pos2::new(after, y - caption.size().y / 2.0), caption, palette.text_3);
        if response.has_focus() {
            super::ring(&painter, palette, inner, tokens.radius.md, true);
        }
        response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, *open, self.title));
        if *open {
            egui::Frame::NONE.inner_margin(egui::Margin { left: 24, right: 0, top: 4, bottom: 12 }).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = tokens.space.x2;
                content(ui);
            });
        }
    }
}
