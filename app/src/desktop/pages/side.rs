//! The side: overview, the sections of the checklist with their tallies, work, and whom it is about. Narrow windows get
//! a rail of icons.

use egui::{Frame, Panel, Pos2, Rect, Sense, Ui, UiBuilder, Vec2};
use readiness_core::msg;

use super::Room;
use crate::desktop::{
    command::Command,
    forms::{Border, Forms},
    icons::{self, Icon},
    model::Model,
    page::Page,
    results::Results,
    theme::{Look, Type, of, tokens},
    widgets::{self, DividerAct, NavRow, SectionRow},
};

pub(super) fn show(ui: &mut Ui, model: &Model, forms: &Forms, room: Room, asked: &mut Vec<Command>) {
    let rail = is_rail(model, room);
    let width = width(model, forms, room);
    let id = if rail { "rail" } else { "side" };
    let frame = Frame::NONE.fill(of(ui).sidebar);
    Panel::left(id).exact_size(width).resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        content(ui, model, rail, asked);
    });
    if room != Room::Wide && model.side_open {
        over(ui, model, asked);
    }
}

/// Only icons are shown: there is no room for more, or somebody wanted it.
fn is_rail(model: &Model, room: Room) -> bool {
    room != Room::Wide || model.side_closed
}

fn width(model: &Model, forms: &Forms, room: Room) -> f32 {
    if is_rail(model, room) {
        return tokens().size.side_rail;
    }
    let dragged = forms.dragged.filter(|(border, _)| *border == Border::Side).map(|(_, width)| width);
    let width = dragged.or(model.settings.side_width.map(f32::from)).unwrap_or(tokens().size.side);
    width.clamp(tokens().size.side_min, tokens().size.side_max)
}

/// The border between the side and the page, which begins at `rest`.
pub(super) fn border(ui: &Ui, model: &Model, forms: &mut Forms, room: Room, rest: Rect, asked: &mut Vec<Command>) {
    if is_rail(model, room) {
        return;
    }
    match widgets::divider(ui, "side", rest.left(), rest.y_range()) {
        Some(DividerAct::Moved(x)) => forms.dragged = Some((Border::Side, x)),
        Some(DividerAct::Released) => {
            asked.push(Command::SideWidth(Some(width(model, forms, room) as u16)));
            forms.dragged = None;
        }
        Some(DividerAct::Reset) => {
            forms.dragged = None;
            asked.push(Command::SideWidth(None));
        }
        None => {}
    }
}

/// The full side over a narrow page. A click elsewhere closes it.
fn over(ui: &Ui, model: &Model, asked: &mut Vec<Command>) {
    let palette = of(ui);
    let below = ui.available_rect_before_wrap();
    let at = Pos2::new(ui.ctx().content_rect().left(), below.top());
    let area = egui::Area::new(egui::Id::unique("side-over")).order(egui::Order::Middle).fixed_pos(at);
    let shown = area.constrain(false).show(ui.ctx(), |ui| {
        Frame::NONE.fill(palette.sidebar).shadow(palette.shadow).show(ui, |ui| {
            let rect = Rect::from_min_size(at, Vec2::new(tokens().size.side, below.height()));
            ui.allocate_rect(rect, Sense::CLICK);
            ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| content(ui, model, false, asked));
        });
    });
    if shown.response.clicked_elsewhere() {
        asked.push(Command::ToggleSide);
    }
}

fn content(ui: &mut Ui, model: &Model, rail: bool, asked: &mut Vec<Command>) {
    let rect = ui.max_rect();
    widgets::column_line(ui.painter(), of(ui), rect.right() - 0.5, rect.y_range());
    let foot = 64.0;
    let upper = Rect::from_min_max(rect.min, rect.max - Vec2::new(0.0, foot));
    ui.scope_builder(UiBuilder::new().max_rect(upper), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| rows(ui, model, rail, asked));
    });
    let lower = Rect::from_min_max(Pos2::new(rect.left(), rect.bottom() - foot), rect.max);
    ui.scope_builder(UiBuilder::new().max_rect(lower), |ui| subject(ui, model, rail, asked));
}

fn rows(ui: &mut Ui, model: &Model, rail: bool, asked: &mut Vec<Command>) {
    let words = &model.words;
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.add_space(12.0);
    // A page that is opened by its key may lie below what is seen of the rows.
    let before = ui.data_mut(|data| {
        let shown = data.get_temp_mut_or(egui::Id::unique("side-page"), model.page);
        std::mem::replace(shown, model.page)
    });
    let came = before != model.page;
    let mut page = |ui: &mut Ui, command: Command, of: Page, glyph: Icon| {
        let text = command.row().map(|row| words.text(row.label)).unwrap_or_default();
        let row = ui.add(NavRow::new(glyph, &text, model.page == of).rail(rail));
        if row.clicked() {
            asked.push(command);
        }
        if came && model.page == of {
            row.scroll_to_me(None);
        }
    };
    page(ui, Command::Overview, Page::Overview, icons::GAUGE);
    let mut chosen = None;
    if let (Some(assessment), Some(results)) = (model.assessment(), &model.results) {
        if !rail {
            widgets::label_row(ui, &words.text("ui-side-checklist"));
        }
        for (index, section) in assessment.checklist().sections.iter().enumerate() {
            let (met, all) = results.met_of(section);
            let counts: Vec<(Look, usize)> =
                results.of_section(section).iter().map(|(status, count)| (Look::from(*status), *count)).collect();
            let title = words.section_short(section);
            let selected = model.page == Page::Checklist && model.listed.section.as_deref() == Some(&section.id);
            let row = SectionRow {
                title: &title,
                number: index + 1,
                counts: &counts,
                short: &format!("{met}/{all}"),
                spoken: &spoken(model, results, section),
                selected,
                rail,
            };
            if ui.add(row).clicked() {
                chosen = Some(section.id.clone());
            }
        }
    }
    if !rail {
        widgets::label_row(ui, &words.text("ui-side-work"));
    }
    page(ui, Command::Tenant, Page::Tenant, icons::KEY);
    page(ui, Command::Directory, Page::Directory, icons::TREE_STRUCTURE);
    page(ui, Command::SignOff, Page::SignOff, icons::SIGNATURE);
    page(ui, Command::Report, Page::Report, icons::FILE_ARROW_DOWN);
    page(ui, Command::Compare, Page::Compare, icons::GIT_DIFF);
    page(ui, Command::Verify, Page::Verify, icons::SEAL_CHECK);
    asked.extend(chosen.map(Command::ShowSection));
}

/// "7 of 11 met, 2 failed, 1 could not be checked".
fn spoken(model: &Model, results: &Results, section: &readiness_core::checklist::Section) -> String {
    let words = &model.words;
    let (met, all) = results.met_of(section);
    let mut parts = vec![words.say(&msg!("ui-met-of", met = met, all = all))];
    for (status, count) in results.of_section(section) {
        if !status.is_settled() {
            parts.push(words.say(&msg!("ui-count-of", count = *count, what = words.text(status.message_id()))));
        }
    }
    words.list(&parts)
}

fn subject(ui: &mut Ui, model: &Model, rail: bool, asked: &mut Vec<Command>) {
    let words = &model.words;
    let palette = of(ui);
    ui.add_space(8.0);
    let (outer, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 48.0), Sense::hover());
    let rect = outer.shrink2(Vec2::new(8.0, 0.0));
    let response = ui.interact(rect, ui.scope_id().with("subject-row"), Sense::click());
    let selected = model.page == Page::Subject;
    let painter = ui.painter().clone();
    let fill = match (selected, response.hovered()) {
        (true, _) => palette.accent.soft,
        (_, true) => palette.hover,
        _ => egui::Color32::TRANSPARENT,
    };
    painter.rect_filled(rect, egui::CornerRadius::same(tokens().radius.md), fill);
    let tile = egui::Rect::from_center_size(Pos2::new(rect.left() + 20.0, rect.center().y), Vec2::splat(28.0));
    painter.rect_filled(tile, egui::CornerRadius::same(tokens().radius.md), palette.sunken);
    icons::BUILDINGS.paint(&painter, icons::Variant::Regular, tile.center(), 16.0, palette.text_2);
    let name = model.name();
    let subject = model.assessment().map(|assessment| &assessment.subject);
    let second = subject.map(|subject| {
        let parts: Vec<String> =
            [&subject.tenant, &subject.sync_server].into_iter().filter(|part| !part.is_empty()).cloned().collect();
        if parts.is_empty() { words.text("ui-side-no-subject") } else { words.list(&parts) }
    });
    let second = second.unwrap_or_default();
    if !rail {
        let left = tile.right() + 8.0;
        let room = rect.right() - left - 26.0;
        let galley = widgets::galley(ui, &name, Type::Body, palette.text, room);
        painter.galley(Pos2::new(left, rect.top() + 5.0), galley, palette.text);
        let galley = widgets::galley(ui, &second, Type::Caption, palette.text_3, room);
        painter.galley(Pos2::new(left, rect.top() + 26.0), galley, palette.text_3);
        let at = Pos2::new(rect.right() - 14.0, rect.center().y);
        icons::PENCIL_SIMPLE.paint(&painter, icons::Variant::Regular, at, 14.0, palette.text_3);
    }
    if response.has_focus() {
        widgets::ring(&painter, palette, rect, tokens().radius.md, true);
    }
    let spoken = words.say(&msg!("ui-side-subject", name = name.as_str()));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    if response.on_hover_text(second).clicked() {
        asked.push(Command::EditSubject);
    }
}
