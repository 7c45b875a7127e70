//! What the window looks like, held against pictures that somebody looked at. The smallest window that is promised,
//! both languages, light and dark. `UPDATE_SNAPSHOTS=1` renews the pictures; look at them before they are committed.

use egui::{Key, Modifiers};
use egui_kittest::SnapshotOptions;
use writeback_readiness::desktop::Command;

use crate::bench::Bench;

/// The smallest window of the promise, points.
const SMALL: [f32; 2] = [960.0, 600.0];

fn picture(bench: &mut Bench, name: &str) {
    let pictures = concat!(env!("CARGO_MANIFEST_DIR"), "/window/snapshots");
    bench.window.snapshot_options(name, &SnapshotOptions::new().output_path(pictures));
}

/// The case that is half configured, looked at once.
fn half_configured(language: &str, colours: Command) -> Bench {
    let mut bench = Bench::sized(language, SMALL);
    bench.perform(colours);
    bench.perform(Command::OpenScenario("half-configured".to_owned()));
    bench.run_all();
    // How long a message is shown depends on the machine.
    let told: Vec<u64> = bench.model().toasts.shown().iter().map(|toast| toast.id).collect();
    told.into_iter().for_each(|id| bench.perform(Command::CloseToast(id)));
    bench
}

#[test]
fn the_start_page() {
    let mut bench = Bench::sized("en", SMALL);
    bench.perform(Command::ThemeLight);
    picture(&mut bench, "start-en-light");
}

#[test]
fn the_overview_in_english_and_light() {
    let mut bench = half_configured("en", Command::ThemeLight);
    bench.press(Modifiers::ALT, Key::Num1);
    picture(&mut bench, "overview-en-light");
}

#[test]
fn an_item_in_english_and_dark() {
    let mut bench = half_configured("en", Command::ThemeDark);
    bench.perform(Command::Select("connectivity.service-bus-host".to_owned()));
    picture(&mut bench, "item-en-dark");
}

#[test]
fn an_item_in_chinese_and_light() {
    let mut bench = half_configured("zh-CN", Command::ThemeLight);
    bench.perform(Command::Select("connectivity.service-bus-host".to_owned()));
    picture(&mut bench, "item-zh-light");
}

#[test]
fn the_report_page_in_chinese_and_dark() {
    let mut bench = half_configured("zh-CN", Command::ThemeDark);
    bench.press(Modifiers::ALT, Key::Num5);
    picture(&mut bench, "report-zh-dark");
}
