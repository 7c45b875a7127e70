//! The evidence of a finding: what was looked at and what was seen. A row copies itself as tab-separated text.

use egui::{Align2, CornerRadius, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::desktop::{
    icons::{self, Variant},
    theme::{Type, job, of, tokens},
};

/// One row of evidence, in the language of the screen.
#[derive(Debug, Clone)]
pub struct EvidenceRow {
    /// What was looked at.
    pub label: String,
    /// What was seen.
    pub value: String,
}

/// Shows the table; returns the text of the row whose copy button was pressed. `heads` are "Looked at" and "Seen".
pub fn evidence_table(ui: &mut Ui, heads: (&str, &str), copy: &str, rows: &[EvidenceRow]) -> Option<String> {
    const PAD: f32 = 8.0;
    const COPY: f32 = 26.0;
    let palette = of(ui);
    let tokens = tokens();
    ui.spacing_mut().item_spacing.y = 0.0;
    let whole = ui.available_width();
    // One part to 1.4 parts.
    let first = ((whole - COPY - 3.0 * PAD) / 2.4).floor();
    let second = whole - COPY - 3.0 * PAD - first;
    let (head, _) = ui.allocate_exact_size(Vec2::new(whole, 28.0), Sense::hover());
    let painter = ui.painter().clone();
    for (text, x) in [(heads.0, PAD), (heads.1, 2.0 * PAD + first)] {
        let at = Pos2::new(head.left() + x, head.center().y);
        painter.text(at, Align2::LEFT_CENTER, text, Type::Caption.font(), palette.text_3);
    }
    let mut copied = None;
    for (index, row) in rows.iter().enumerate() {
        let label = painter.layout_job(job([(row.label.as_str(), Type::Body, palette.text_2)], first));
        let value = painter.layout_job(job([(row.value.as_str(), Type::Body, palette.text)], second));
        let height = (label.size().y.max(value.size().y) + 12.0).max(tokens.size.row_table);
        let (rect, response) = ui.allocate_exact_size(Vec2::new(whole, height), Sense::hover());
        super::row_line(&painter, palette, rect.x_range(), rect.top());
        let spoken = format!("{}: {}", row.label, row.value);
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &spoken));
        let side = Rect::from_min_size(Pos2::new(rect.right() - COPY, rect.top() + 3.0), Vec2::splat(COPY));
        let button = ui.interact(side, response.id.with(("copy", index)), Sense::click());
        if response.contains_pointer() {
            painter.rect_filled(rect, CornerRadius::ZERO, palette.hover);
        }
        if response.contains_pointer() || button.has_focus() {
            icons::COPY.paint(&painter, Variant::Regular, side.center(), 14.0, palette.text_2);
        }
        if button.has_focus() {
            super::ring(&painter, palette, side, tokens.radius.md, true);
        }
        painter.galley(Pos2::new(rect.left() + PAD, rect.top() + 6.0), label, palette.text_2);
        painter.galley(Pos2::new(rect.left() + 2.0 * PAD + first, rect.top() + 6.0), value, palette.text);
        let name = format!("{copy}: {}", row.label);
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if button.clicked() {
            copied = Some(format!("{}\t{}", row.label, row.value));
        }
        button.on_hover_text(copy);
    }
    copied
}
