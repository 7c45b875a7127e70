//! Frames of the window's thread, without a window: with lists of 100, 1,000 and 10,000 items, while somebody types into
//! the search field, and while a run brings 500 events in each second. Prints figures; asserts nothing.

use std::{
    path::PathBuf,
    pin::Pin,
    sync::Arc,
    time::{Duration, Instant},
};

use egui::{Context, Event, Key, Modifiers, RawInput, Rect, Vec2};
use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Subject,
    assessment::Assessment,
    checklist,
    collect::{Progress, Reporter, network::NetworkSettings, tenant::TenantSettings},
    engine::{Collector, Plan},
    facts::{Snapshot, Source},
    msg,
    reference::Reference,
};
use tokio_util::sync::CancellationToken;
use writeback_readiness::desktop::{
    App, Command, Folders, Keychain, Outside, Sample, Settings, SystemDialogs, fonts, prepare, views::Filter,
};

/// Frames of one measurement.
const FRAMES: usize = 200;

/// Brings 500 events in each second, for three seconds.
struct Talkative;

impl Collector for Talkative {
    fn source(&self) -> Source {
        Source::Network
    }

    fn deadline(&self) -> Duration {
        Duration::from_secs(60)
    }

    fn collect(
        self: Arc<Self>,
        _plan: Plan,
        report: Reporter,
        _cancel: CancellationToken,
    ) -> Pin<Box<dyn Future<Output = Vec<Snapshot>> + Send>> {
        Box::pin(async move {
            let mut beat = tokio::time::interval(Duration::from_millis(2));
            for number in 0..1_500_i64 {
                beat.tick().await;
                report(Progress::Doing(msg!("ui-met-count", count = number)));
            }
            Vec::new()
        })
    }
}

fn long(items: usize) -> Sample {
    let mut text = String::from("id = \"long\"\nedition = \"1\"\nas_of = 2026-11-22\n");
    for section in 0..10 {
        text += &format!("[[section]]\nid = \"s{section}\"\nwords.en.title = \"Section {section}\"\n");
        for item in 0..items / 10 {
            text += &format!(
                "[[section.item]]\nid = \"i.{section}.{item}\"\nweight = \"required\"\nlooks_at = [\"network\"]\ncheck = \"connectivity.idle\"\nwords.en.title = \"Item {item} of section {section} answers as it should\"\n"
            );
        }
    }
    let list = checklist::read("long.toml", text.as_bytes()).expect("sound");
    Sample { id: "long".to_owned(), make: Arc::new(move |now| Assessment::new(&list, Subject::default(), now)) }
}

/// The program without a window, and its clock.
struct Bench {
    context: Context,
    app: App,
    began: Instant,
}

impl Bench {
    fn new(items: usize, folder: PathBuf) -> Self {
        let context = Context::default();
        prepare(&context);
        let settings = Settings { language: Some("en".parse().expect("a language")), ..Settings::default() };
        fonts::install(&context, settings.language.as_ref().expect("set above"));
        let outside = Outside {
            clock: Timestamp::now,
            zone: TimeZone::UTC,
            locale: String::new(),
            dialogs: Arc::new(SystemDialogs),
            tenant: TenantSettings::default(),
            keychain: Keychain::over(keyring_core::mock::Store::new().expect("a store")),
            certificates: None,
            directory: NetworkSettings::default(),
            own_domain: None,
            collectors: Arc::new(|_, _| -> Vec<Arc<dyn Collector>> { vec![Arc::new(Talkative)] }),
            samples: vec![long(items)],
            folders: Folders::below(folder),
            reference: Arc::new(Reference::built_in()),
            renderer: "none".to_owned(),
        };
        let app = App::new(&context, outside, settings, None).expect("a thread");
        let mut bench = Self { context, app, began: Instant::now() };
        bench.frame(Vec::new());
        bench.perform(Command::OpenScenario("long".to_owned()));
        bench.perform(Command::List(Filter::default()));
        bench
    }

    fn perform(&mut self, command: Command) {
        let context = self.context.clone();
        self.app.perform(&context, command);
        for _ in 0..5 {
            self.frame(Vec::new());
        }
    }

    /// One frame with its triangles; how long the window's thread took for it.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(1280.0, 800.0))),
            time: Some(self.began.elapsed().as_secs_f64()),
            events,
            ..RawInput::default()
        };
        let started = Instant::now();
        let mut output = self.context.run_ui(input, |ui| self.app.ui(ui));
        let shapes = std::mem::take(&mut output.shapes);
        let drawn = self.context.tessellate(shapes, output.pixels_per_point);
        let took = started.elapsed();
        output.textures_delta.clear();
        drop(drawn);
        took
    }
}

struct Figures {
    median_ms: f64,
    worst_ms: f64,
}

fn figures(mut took: Vec<Duration>) -> Figures {
    took.sort();
    let ms = |took: Option<&Duration>| took.map_or(0.0, |took| took.as_secs_f64() * 1e3);
    Figures { median_ms: ms(took.get(took.len() / 2)), worst_ms: ms(took.last()) }
}

fn main() {
    let root = tempfile::tempdir().expect("a folder");
    let mut first = None;
    for items in [100, 1_000, 10_000] {
        let mut bench = Bench::new(items, root.path().join(items.to_string()));
        // The pointer moves over the list, so that something changes in each frame.
        let moved = (0..FRAMES)
            .map(|frame| {
                let y = 160.0 + (frame * 7 % 560) as f32;
                bench.frame(vec![Event::PointerMoved(egui::pos2(400.0, y))])
            })
            .collect();
        let moved = figures(moved);
        let least = *first.get_or_insert(moved.median_ms);
        println!(
            "{items} items: frame {:.2} ms, worst {:.2} ms, {:.2} times that of 100",
            moved.median_ms,
            moved.worst_ms,
            moved.median_ms / least
        );
        let key =
            |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
        let paged = (0..20).map(|_| bench.frame(vec![key(Key::PageDown)])).collect();
        let paged = figures(paged);
        println!("{items} items: page down {:.2} ms, worst {:.2} ms", paged.median_ms, paged.worst_ms);
        bench.perform(Command::Search);
        let mut typed = Vec::new();
        for letter in "item 7 answers".chars() {
            typed.push(bench.frame(vec![Event::Text(letter.to_string())]));
            std::thread::sleep(Duration::from_millis(60));
            typed.push(bench.frame(Vec::new()));
        }
        let typed = figures(typed);
        println!(
            "{items} items: typing into the search, frame {:.2} ms, worst {:.2} ms",
            typed.median_ms, typed.worst_ms
        );
    }
    let mut bench = Bench::new(1_000, root.path().join("run"));
    bench.perform(Command::RunAll);
    let mut took = Vec::new();
    let until = Instant::now() + Duration::from_millis(2_800);
    while Instant::now() < until {
        took.push(bench.frame(Vec::new()));
        std::thread::sleep(Duration::from_millis(16));
    }
    let frames = took.len();
    let run = figures(took);
    println!("a run with 500 events a second: {frames} frames, {:.2} ms, worst {:.2} ms", run.median_ms, run.worst_ms);
}
