//! The evidence of a finding as a table: when, from where, what was looked at, what was seen, how long it took. A row
//! takes the focus and copies itself as tab-separated text.

use egui::{
    Align2, CornerRadius, Event, Frame, Label, Margin, Pos2, Rect, Role, ScrollArea, Sense, Stroke, Ui, Vec2,
    WidgetInfo,
};

use crate::desktop::{
    icons::{self, Variant},
    theme::{Type, job, of, tokens},
};

/// Below this width, time, place and duration are in the tooltip only.
const ALL_COLUMNS: f32 = 540.0;

/// Between columns.
const PAD: f32 = 8.0;

/// Side of the copy button.
const COPY: f32 = 26.0;

/// One row of evidence, in the language of the screen.
#[derive(Debug, Clone, Default)]
pub struct EvidenceRow {
    /// Time of day.
    pub time: String,
    /// Day and time.
    pub day: String,
    /// Short name of the place.
    pub from: String,
    /// The place in full.
    pub place: String,
    /// What was looked at.
    pub looked_at: String,
    /// What was seen.
    pub seen: String,
    /// How long it took; empty when not known.
    pub took: String,
    /// It is of a look before the newest.
    pub old: bool,
}

impl EvidenceRow {
    /// The row as tab-separated text.
    pub fn as_text(&self) -> String {
        let cell = |text: &str| text.replace(['\t', '\n'], " ");
        [&self.day, &self.place, &self.looked_at, &self.seen, &self.took].map(|text| cell(text)).join("\t")
    }
}

/// The words of the table.
#[derive(Debug, Clone)]
pub struct EvidenceHeads {
    /// "Time".
    pub time: String,
    /// "From".
    pub from: String,
    /// "Looked at".
    pub looked_at: String,
    /// "Seen".
    pub seen: String,
    /// "Took".
    pub took: String,
    /// "Copy row".
    pub copy: String,
    /// "of an older look".
    pub old: String,
}

/// Left edges and widths of the columns.
struct Columns {
    time: Option<(f32, f32)>,
    from: Option<(f32, f32)>,
    looked_at: (f32, f32),
    seen: (f32, f32),
    took: Option<(f32, f32)>,
}

impl Columns {
    fn of(whole: f32) -> Self {
        let end = whole - COPY - PAD;
        if whole < ALL_COLUMNS {
            let first = ((end - 2.0 * PAD) / 2.4).floor();
            return Self {
                time: None,
                from: None,
                looked_at: (PAD, first),
                seen: (2.0 * PAD + first, end - 2.0 * PAD - first),
                took: None,
            };
        }
        let (time, from, took) = (62.0, 84.0, 60.0);
        let left = PAD + time + PAD + from + PAD;
        // One part to 1.4 parts.
        let rest = end - left - PAD - took - PAD;
        let first = (rest / 2.4).floor();
        Self {
            time: Some((PAD, time)),
            from: Some((2.0 * PAD + time, from)),
            looked_at: (left, first),
            seen: (left + first + PAD, rest - first),
            took: Some((end - took, took)),
        }
    }
}

/// Shows the table; returns the text of the row that was copied. `id` tells two tables on a page apart.
pub fn evidence_table(ui: &mut Ui, id: &str, heads: &EvidenceHeads, rows: &[EvidenceRow]) -> Option<String> {
    let palette = of(ui);
    let tokens = tokens();
    ui.push_id(("evidence", id), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let whole = ui.available_width();
        let columns = Columns::of(whole);
        let (head, _) = ui.allocate_exact_size(Vec2::new(whole, 28.0), Sense::hover());
        let painter = ui.painter().clone();
        let title = |text: &str, column: Option<(f32, f32)>, right: bool| {
            let Some((x, width)) = column else { return };
            let (align, x) = if right { (Align2::RIGHT_CENTER, x + width) } else { (Align2::LEFT_CENTER, x) };
            let at = Pos2::new(head.left() + x, head.center().y);
            painter.text(at, align, text, Type::Caption.font(), palette.text_3);
        };
        title(&heads.time, columns.time, false);
        title(&heads.from, columns.from, false);
        title(&heads.looked_at, Some(columns.looked_at), false);
        title(&heads.seen, Some(columns.seen), false);
        title(&heads.took, columns.took, true);
        let mut copied = None;
        for (index, row) in rows.iter().enumerate() {
            let strong = if row.old { palette.text_3 } else { palette.text };
            let looked_at =
                painter.layout_job(job([(row.looked_at.as_str(), Type::Body, palette.text_2)], columns.looked_at.1));
            let seen = painter.layout_job(job([(row.seen.as_str(), Type::Body, strong)], columns.seen.1));
            let height = (looked_at.size().y.max(seen.size().y) + 12.0).max(tokens.size.row_table);
            let (rect, response) = ui.allocate_exact_size(Vec2::new(whole, height), Sense::click());
            super::row_line(&painter, palette, rect.x_range(), rect.top());
            let spoken = format!("{}: {}", row.looked_at, row.seen);
            response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &spoken));
            if response.clicked() {
                response.request_focus();
            }
            let side = Rect::from_min_size(Pos2::new(rect.right() - COPY, rect.top() + 3.0), Vec2::splat(COPY));
            let button = ui.interact(side, response.id.with("copy"), Sense::click());
            if response.contains_pointer() || button.contains_pointer() {
                painter.rect_filled(rect, CornerRadius::ZERO, palette.hover);
            }
            if response.contains_pointer() || button.contains_pointer() || button.has_focus() || response.has_focus() {
                icons::COPY.paint(&painter, Variant::Regular, side.center(), 14.0, palette.text_2);
            }
            let top = rect.top() + 6.0;
            let small = |text: &str, column: Option<(f32, f32)>, right: bool, role: Type| {
                let Some((x, width)) = column else { return };
                let fits = super::shorten_middle(ui, text, role, width);
                let galley = super::galley(ui, &fits, role, palette.text_3, width);
                let x = if right { x + width - galley.size().x } else { x };
                painter.galley(Pos2::new(rect.left() + x, top + 2.0), galley, palette.text_3);
            };
            small(&row.time, columns.time, false, Type::MonoSmall);
            small(&row.from, columns.from, false, Type::Caption);
            small(&row.took, columns.took, true, Type::Caption);
            painter.galley(Pos2::new(rect.left() + columns.looked_at.0, top), looked_at, palette.text_2);
            painter.galley(Pos2::new(rect.left() + columns.seen.0, top), seen, strong);
            if response.has_focus() {
                super::ring(&painter, palette, rect, tokens.radius.md, true);
            }
            if button.has_focus() {
                super::ring(&painter, palette, side, tokens.radius.md, true);
            }
            let name = format!("{} {}: {}", heads.copy, index + 1, row.looked_at);
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            let by_key = (response.has_focus() || button.has_focus()) && ui.input_mut(take_copy);
            if button.clicked() || by_key {
                copied = Some(row.as_text());
            }
            let old = if row.old { format!("\n{}", heads.old) } else { String::new() };
            let took = if row.took.is_empty() { String::new() } else { format!(", {}", row.took) };
            response.on_hover_text(format!("{}{took}\n{}{old}", row.day, row.place));
            button.on_hover_text(&heads.copy);
        }
        copied
    })
    .inner
}

/// True when Ctrl+C was pressed; it is taken, so that nothing else copies.
fn take_copy(input: &mut egui::InputState) -> bool {
    let before = input.events.len();
    input.events.retain(|event| !matches!(event, Event::Copy));
    before != input.events.len()
}

/// Evidence as it is kept, to be read and selected. `name` is what assistive technology says of it.
pub fn raw_block(ui: &mut Ui, text: &str, name: &str) {
    let palette = of(ui);
    let tokens = tokens();
    Frame::NONE
        .fill(palette.sunken)
        .stroke(Stroke::new(tokens.stroke.hair, palette.line))
        .corner_radius(CornerRadius::same(tokens.radius.md))
        .inner_margin(Margin::symmetric(10, 8))
        .show(ui, |ui| {
            let width = ui.available_width();
            ScrollArea::both().id_salt(name).max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
                ui.set_min_width(width);
                ui.add(Label::new(Type::MonoSmall.rich(text, palette.text)).extend().selectable(true));
            });
        });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_one_line_of_five_cells() {
        let row = EvidenceRow {
            day: "22 Nov 2026, 10:00".into(),
            place: "SYNC01 (sync server)".into(),
            looked_at: "Proxy".into(),
            seen: "a\tb\nc".into(),
            ..EvidenceRow::default()
        };
        assert_eq!(row.as_text(), "22 Nov 2026, 10:00\tSYNC01 (sync server)\tProxy\ta b c\t");
    }

    #[test]
    fn columns_never_overlap() {
        for whole in [300.0, 520.0, 540.0, 900.0] {
            let columns = Columns::of(whole);
            assert!(columns.looked_at.0 + columns.looked_at.1 <= columns.seen.0, "{whole}");
            let end = columns.took.map_or(whole - COPY, |(x, _)| x);
            assert!(columns.seen.0 + columns.seen.1 <= end, "{whole}");
            assert!(columns.seen.1 > 100.0, "{whole}");
        }
    }
}
