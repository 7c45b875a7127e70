//! What assistive technology and the Tab key get: controls with names, none twice beside each other, in the order in
//! which they are read, each with a ring when it has the focus.

use std::collections::{BTreeMap, BTreeSet};

use egui::{
    Color32, Key, Modifiers, Rect, Shape,
    accesskit::{Action, Role},
};
use egui_kittest::kittest::NodeT as _;
use readiness_core::Language;
use writeback_readiness::desktop::{Command, Page, theme};

use crate::bench::Bench;

/// A control as assistive technology gets it.
#[derive(Debug, Clone)]
struct Control {
    name: String,
    rect: Rect,
    focused: bool,
    parent: String,
    role: Role,
}

fn controls(bench: &Bench) -> Vec<Control> {
    let nodes = bench.window.root().children_recursive();
    nodes
        .filter_map(|node| {
            let node = node.accesskit_node();
            let acts = matches!(
                node.role(),
                Role::Button
                    | Role::Link
                    | Role::CheckBox
                    | Role::Switch
                    | Role::RadioButton
                    | Role::TextInput
                    | Role::MultilineTextInput
                    | Role::ListBoxOption
                    | Role::MenuItem
                    | Role::DisclosureTriangle
            );
            let bounds = node.bounding_box()?;
            if !acts || node.is_hidden() {
                return None;
            }
            let rect = Rect::from_min_max(
                egui::pos2(bounds.x0 as f32, bounds.y0 as f32),
                egui::pos2(bounds.x1 as f32, bounds.y1 as f32),
            );
            Some(Control {
                name: node.label().or_else(|| node.value()).unwrap_or_default(),
                rect,
                focused: node.is_focused(),
                parent: format!("{:?}", node.parent().map(|parent| parent.id())),
                role: node.role(),
            })
        })
        .collect()
}

/// Every control has a name, and no two beside each other share one.
fn named(controls: &[Control], place: &str, wrong: &mut Vec<String>) {
    let mut names: BTreeMap<(&str, String, &str), usize> = BTreeMap::new();
    for control in controls {
        if control.name.trim().is_empty() {
            wrong.push(format!("{place}: a {:?} has no name", control.role));
        }
        *names.entry((&control.parent, format!("{:?}", control.role), &control.name)).or_default() += 1;
    }
    let twice = names.into_iter().filter(|(_, count)| *count > 1);
    wrong.extend(twice.map(|((_, role, name), _)| format!("{place}: twice beside each other: {role} \"{name}\"")));
}

/// Within a group, what is beside goes from left to right, and what is below comes later.
fn in_order(controls: &[Control], place: &str, wrong: &mut Vec<String>) {
    let mut last: BTreeMap<&str, &Control> = BTreeMap::new();
    for control in controls.iter().filter(|control| control.rect.is_positive()) {
        if let Some(before) = last.insert(&control.parent, control) {
            let (a, b) = (before.rect, control.rect);
            let beside = a.y_range().intersects(b.y_range())
                && a.y_range().intersection(b.y_range()).span() > 0.5 * a.height().min(b.height());
            let sound = if beside { b.left() >= a.left() - 1.0 || b.top() > a.center().y } else { true };
            if !sound {
                wrong.push(format!("{place}: \"{}\" is read before \"{}\"", before.name, control.name));
            }
        }
    }
}

/// True when a stroke in the colour of the focus goes round this control, in the last frame.
fn ringed(bench: &Bench, rect: Rect) -> bool {
    fn rings(shape: &Shape, colour: Color32, rect: Rect) -> bool {
        match shape {
            Shape::Vec(shapes) => shapes.iter().any(|shape| rings(shape, colour, rect)),
            // In a column the control is as wide as the column, and what is painted need not be.
            Shape::Rect(shape) => shape.stroke.color == colour && rect.expand(8.0).contains_rect(shape.rect),
            _ => false,
        }
    }
    let colour = theme::of_context(&bench.window.ctx).accent.focus;
    bench.window.output().shapes.iter().any(|clipped| rings(&clipped.shape, colour, rect))
}

fn pages(bench: &mut Bench, mut visit: impl FnMut(&mut Bench, &str)) {
    visit(bench, "start");
    bench.press(Modifiers::COMMAND, Key::L);
    visit(bench, "training");
    bench.perform(Command::OpenScenario("half-configured".to_owned()));
    bench.press(Modifiers::NONE, Key::F5);
    bench.until("it has run", |bench| bench.model().running.as_ref().is_some_and(|run| !run.goes_on()));
    for page in [Page::Overview, Page::Checklist, Page::Subject, Page::SignOff, Page::Report] {
        bench.perform(Command::Go(page));
        visit(bench, &format!("{page:?}"));
    }
    bench.perform(Command::Go(Page::Checklist));
    bench.perform(Command::NextOpen);
    for command in [Command::AnswerItem, Command::AcceptItem, Command::NoteItem] {
        bench.perform(command.clone());
        visit(bench, &format!("{command:?}"));
        bench.press(Modifiers::NONE, Key::Escape);
    }
    for command in [Command::Palette, Command::Shortcuts, Command::Messages, Command::About] {
        bench.perform(command.clone());
        visit(bench, &format!("{command:?}"));
        bench.perform(Command::Dismiss);
    }
}

#[test]
fn every_page_is_named_and_read_in_order_in_every_language() {
    let mut wrong = Vec::new();
    for language in Language::all() {
        for size in [[1280.0, 800.0], [960.0, 600.0]] {
            let mut bench = Bench::sized(language.tag(), size);
            pages(&mut bench, |bench, page| {
                let place = format!("{language} {size:?} {page}");
                let controls = controls(bench);
                assert!(!controls.is_empty(), "{place}: no controls");
                named(&controls, &place, &mut wrong);
                in_order(&controls, &place, &mut wrong);
            });
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tab_reaches_every_control_and_each_shows_its_ring() {
    let mut bench = Bench::new("en");
    let mut wrong = Vec::new();
    pages(&mut bench, |bench, page| {
        let mut reached = BTreeSet::new();
        let mut first = None;
        for _ in 0..100 {
            bench.window.key_press(Key::Tab);
            bench.window.run_steps(2);
            let Some(focused) = controls(bench).into_iter().find(|control| control.focused) else { continue };
            let visible = bench.window.ctx.content_rect().contains(focused.rect.center());
            // The field of the palette always has the focus, and the palette is all its own.
            if visible && page != "Palette" && !ringed(bench, focused.rect) {
                wrong.push(format!("{page}: no ring round {focused:?}"));
            }
            let key = (focused.name.clone(), focused.parent.clone());
            if first.is_none() {
                first = Some(key.clone());
            } else if first.as_ref() == Some(&key) {
                break;
            }
            reached.insert(key);
        }
        // A list is one stop: the arrows go on inside. What cannot be done now is no stop either.
        let nodes = bench.window.root().children_recursive();
        let stops: Vec<String> = nodes
            .map(|node| node.accesskit_node())
            .filter(|node| node.data().supports_action(Action::Focus) && node.role() != Role::ListBoxOption)
            .filter(|node| !node.is_disabled() && !node.is_hidden())
            .filter_map(|node| node.label())
            .collect();
        assert!(!stops.is_empty(), "{page}: nothing to stop at");
        let missed: Vec<&String> =
            stops.iter().filter(|name| !reached.iter().any(|(reached, _)| reached == *name)).collect();
        // What lies under a sheet is there, and cannot be reached as long as the sheet is.
        let under = bench.model().over.is_some();
        if reached.is_empty() || (!under && !missed.is_empty()) {
            wrong.push(format!("{page}: Tab does not reach {missed:?}, only {reached:?}"));
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
