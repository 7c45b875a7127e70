//! The idle test in the window: chosen before a run, watched lane by lane, shortened and skipped while it goes on.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use readiness_core::{assessment::Status, facts::Unavailable, finding::Verdict};

use crate::{bench::Bench, patient::PATIENT};

const ITEM: &str = "connectivity.idle";

/// Shows the item of the idle test.
fn show(bench: &mut Bench) {
    let title = {
        let model = bench.model();
        model.words.item_title(model.assessment().unwrap().checklist().item(ITEM).unwrap())
    };
    bench.fill(&bench.model().words.text("command-search"), ITEM);
    bench.until("the item is listed", |bench| bench.says(&title));
    bench.window.get_all_by_label_contains(&title).next().unwrap().click();
    bench.settle();
    assert_eq!(bench.model().selected.as_deref(), Some(ITEM));
}

fn begin(language: &str) -> Bench {
    let mut bench = Bench::new(language);
    bench.begin(PATIENT);
    show(&mut bench);
    bench
}

fn run(bench: &mut Bench) {
    bench.press(Modifiers::NONE, Key::F5);
    let waiting = |lane: &writeback_readiness::desktop::Lane| lane.left_s(crate::bench::now()).is_some();
    bench.until("the connections are silent", |bench| {
        let idle = bench.model().running.as_ref().and_then(|run| run.idle.as_ref());
        idle.is_some_and(|idle| {
            idle.lanes.iter().any(waiting) && idle.lanes.iter().all(|lane| !lane.goes_on() || waiting(lane))
        })
    });
}

fn ended(bench: &mut Bench) -> Unavailable {
    bench.until("the run has ended", |bench| bench.model().running.as_ref().is_some_and(|run| !run.goes_on()));
    assert_eq!(bench.model().results.as_ref().unwrap().items[ITEM].original, Status::CouldNotCheck);
    let judged = bench.model().assessment().unwrap().finding(ITEM).expect("judged").finding.clone();
    let Verdict::CouldNotCheck(why) = judged.verdict else { panic!("{:?}", judged.verdict) };
    why
}

#[test]
fn a_test_is_watched_and_shortened() {
    let mut bench = begin("en");
    run(&mut bench);
    for said in [
        "Next answer in",
        "0:30",
        "Nothing yet",
        "30 seconds: waiting, request in 30 seconds",
        "360 seconds: waiting, request in 360 seconds",
        "If you shorten or skip the test, the item says so and cannot pass.",
    ] {
        assert!(bench.says(said), "nothing says: {said}");
    }
    bench.click("Shorten to 3 min");
    assert_eq!(ended(&mut bench), Unavailable::Shortened { longest_s: 180 });
    for said in
        ["180 seconds: answered, 38 ms", "360 seconds: not tested", "Lives at least 3 min", "shortened to 3 min"]
    {
        assert!(bench.says(said), "nothing says: {said}");
    }
}

#[test]
fn a_test_is_skipped_while_it_goes_on() {
    let mut bench = begin("zh-CN");
    run(&mut bench);
    assert!(bench.says("30 秒：等待中，30 秒后发送请求"));
    bench.click("跳过");
    assert_eq!(ended(&mut bench), Unavailable::Skipped);
    assert!(bench.says("360 秒：未测试") && bench.says("测试已跳过"));
}

#[test]
fn the_length_is_chosen_before_the_run_and_forgotten_with_the_window() {
    let mut bench = begin("en");
    assert!(!bench.says("cannot pass"));
    bench.click("Next idle test: 3 min");
    assert!(bench.says("If you shorten or skip the test, the item says so and cannot pass."));
    run(&mut bench);
    assert!(bench.says("360 seconds: not tested") && bench.says("180 seconds: waiting"));
    // There is nothing longer to end, and the button says so.
    let shorten = bench.window.get_by_label("Shorten to 3 min");
    assert!(egui_kittest::kittest::NodeT::accesskit_node(&shorten).is_disabled());
    bench.click("Skip");
    assert_eq!(ended(&mut bench), Unavailable::Skipped);
    // The next window asks for everything again.
    let mut bench = Bench::at(bench.kill(), "en", [1280.0, 800.0]);
    bench.begin(PATIENT);
    show(&mut bench);
    run(&mut bench);
    assert!(bench.says("360 seconds: waiting"));
}
