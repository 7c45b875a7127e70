//! Nothing is drawn while nothing happens: repaints that were asked for are counted, on every page and over every sheet.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use egui::{Key, Modifiers};
use readiness_core::Language;
use writeback_readiness::desktop::{Command, Page};

use crate::{bench::Bench, patient::PATIENT};

/// Frames that are drawn without anything happening; none of them may ask for another.
const FRAMES: usize = 20;

/// Asserts that the window asks for no frame, now or later.
pub fn quiet(bench: &mut Bench, place: &str) {
    bench.until(&format!("{place}: what was asked of the worker is done"), |bench| {
        bench.model().document.as_ref().is_none_or(|document| !document.is_dirty())
            && bench.model().toasts.shown().is_empty()
            // The report page has the worker look for characters that no font has.
            && (bench.model().page != Page::Report || bench.model().glyphs.is_some())
    });
    bench.window.run_steps(FRAMES);
    let asked = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&asked);
    bench.window.ctx.set_request_repaint_callback(move |_| {
        counter.fetch_add(1, Ordering::Relaxed);
    });
    for _ in 0..FRAMES {
        bench.window.step();
        let delay = bench.window.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        assert_eq!(delay, Duration::MAX, "{place} asks for a frame: {:?}", bench.window.ctx.repaint_causes());
    }
    assert_eq!(asked.load(Ordering::Relaxed), 0, "{place} asks for frames between frames");
}

#[test]
fn nothing_is_drawn_while_nothing_happens() {
    for size in [[1280.0, 800.0], [800.0, 520.0]] {
        let language = Language::english();
        let mut bench = Bench::sized(language.tag(), size);
        quiet(&mut bench, "start");
        bench.press(Modifiers::COMMAND, Key::L);
        quiet(&mut bench, "training");
        bench.begin("Contoso");
        for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7] {
            bench.press(Modifiers::ALT, key);
            let place = format!("{:?} {size:?}", bench.model().page);
            quiet(&mut bench, &place);
        }
        for command in [Command::Palette, Command::Shortcuts, Command::About, Command::Messages] {
            bench.perform(command.clone());
            quiet(&mut bench, &format!("{command:?}"));
            bench.perform(Command::Dismiss);
        }
        // A cursor in a field stands still: blinking would draw for as long as somebody thinks.
        bench.perform(Command::Search);
        quiet(&mut bench, "the search field");
        bench.perform(Command::AnswerItem);
        quiet(&mut bench, "the answer form");
    }
}

#[test]
fn a_run_draws_at_most_twelve_times_a_second() {
    let mut bench = Bench::new("en");
    bench.begin(PATIENT);
    bench.press(Modifiers::NONE, Key::F5);
    bench.until("the idle test goes on", |bench| bench.says("0 of 5 answered"));
    bench.window.run_steps(FRAMES);
    for _ in 0..FRAMES {
        bench.window.step();
        let delay = bench.window.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        assert!(delay >= Duration::from_millis(80), "the next frame is wanted after {delay:?}");
    }
    bench.press(Modifiers::NONE, Key::Escape);
}
