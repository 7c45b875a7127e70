//! "This run": one row for each collector, above the list.

use egui::{Pos2, Sense, Ui, Vec2};
use readiness_core::{facts::Source, msg};

use crate::desktop::{
    icons::{self, Icon, Variant},
    model::Model,
    running::{LineEnd, Running, minutes},
    theme::{Look, Type, of, tokens},
    widgets,
};

/// The rows, while a run goes on and after one that had trouble.
pub(super) fn show(ui: &mut Ui, model: &Model) {
    let Some(running) = &model.running else { return };
    let trouble = running.lines.values().any(|line| matches!(line.ended, Some(LineEnd::Stopped(_))));
    if !model.run_block.unwrap_or(running.goes_on() || trouble) {
        return;
    }
    let palette = of(ui);
    let words = &model.words;
    ui.spacing_mut().item_spacing.y = 0.0;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 40.0), Sense::hover());
    let galley = widgets::galley(ui, &words.text("ui-run-this"), Type::Strong, palette.text, rect.width());
    ui.painter().galley(Pos2::new(rect.left() + 14.0, rect.center().y - galley.size().y / 2.0), galley, palette.text);
    let began = words.say(&msg!("ui-run-started", time = words.time_of_day(running.began)));
    let galley = widgets::galley(ui, &began, Type::Caption, palette.text_3, rect.width());
    let at = Pos2::new(rect.right() - 14.0 - galley.size().x, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.text_3);
    for source in running.lines.keys() {
        row(ui, model, running, *source);
    }
    if running.idle.is_some() {
        idle(ui, model, running);
    }
    let bottom = ui.cursor().min.y;
    widgets::row_line(ui.painter(), palette, rect.x_range(), bottom);
    ui.add_space(1.0);
}

fn glyph(source: Source) -> Icon {
    match source {
        Source::Network => icons::GLOBE,
        Source::Tenant => icons::CLOUD,
        Source::Directory => icons::TREE_STRUCTURE,
        Source::SyncServer => icons::HARD_DRIVES,
        Source::Events => icons::LIST_BULLETS,
        Source::Person => icons::USER,
    }
}

fn row(ui: &mut Ui, model: &Model, running: &Running, source: Source) {
    let words = &model.words;
    let Some(line) = running.lines.get(&source) else { return };
    let name = words.text(&format!("source-{}", source.name().replace('_', "-")));
    let (look, word, right) = match &line.ended {
        None => (Look::Running, words.text("verdict-running"), String::new()),
        Some(LineEnd::Done(took_ms)) => {
            let took = words.duration(i64::try_from(*took_ms).unwrap_or(i64::MAX));
            (Look::Pass, words.text("ui-run-done"), took)
        }
        Some(LineEnd::Stopped(_)) => (Look::CouldNotCheck, words.text("verdict-could-not-check"), String::new()),
    };
    let detail = match (&line.ended, &line.doing) {
        (Some(LineEnd::Stopped(why)), _) => words.say(&why.message()),
        (_, _) if line.probed > 0 => words.say(&msg!("ui-run-probed", count = line.probed)),
        (None, Some(doing)) => words.say(doing),
        _ => String::new(),
    };
    line_of(ui, glyph(source), &name, &detail, &right, (look, &word));
}

fn idle(ui: &mut Ui, model: &Model, running: &Running) {
    let Some(idle) = &running.idle else { return };
    let words = &model.words;
    let (ended, all) = idle.answered();
    let detail = match idle.next_in_s(model.now) {
        Some(next) => words.say(&msg!("ui-run-idle-next", done = ended, all = all, time = minutes(next))),
        None => words.say(&msg!("ui-run-idle-answered", done = ended, all = all)),
    };
    let right = minutes(model.now.duration_since(idle.began).as_secs());
    let word = words.text("verdict-running");
    line_of(ui, icons::TIMER, &words.text("ui-run-idle"), &detail, &right, (Look::Running, &word));
}

fn line_of(ui: &mut Ui, glyph: Icon, name: &str, detail: &str, right: &str, (look, word): (Look, &str)) {
    let palette = of(ui);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), tokens().size.row_collector), Sense::hover());
    let painter = ui.painter().clone();
    let middle = rect.center().y;
    glyph.paint(&painter, Variant::Regular, Pos2::new(rect.left() + 22.0, middle), 16.0, palette.text_2);
    let galley = widgets::galley(ui, name, Type::Body, palette.text, 92.0);
    painter.galley(Pos2::new(rect.left() + 38.0, middle - galley.size().y / 2.0), galley, palette.text);
    let end = rect.right() - 14.0;
    widgets::paint_verdict(&painter, palette, look, Pos2::new(end - 8.0, middle), 16.0, palette.canvas);
    let galley = widgets::galley(ui, right, Type::Caption, palette.text_3, 60.0);
    let x = end - 24.0 - galley.size().x;
    painter.galley(Pos2::new(x, middle - galley.size().y / 2.0), galley, palette.text_3);
    let left = rect.left() + 134.0;
    let galley = widgets::galley(ui, detail, Type::Caption, palette.text_2, x - left - 8.0);
    painter.galley(Pos2::new(left, middle - galley.size().y / 2.0), galley, palette.text_2);
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{name}, {word}, {detail} {right}"))
    });
    if !detail.is_empty() {
        response.on_hover_text(detail);
    }
}
