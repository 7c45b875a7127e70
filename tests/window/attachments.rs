//! Attachments: pasted, dropped, and saved again.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use egui::{Color32, ColorImage, DroppedFile, Event, Key, Modifiers};
use egui_kittest::kittest::{AccessKitNode, Queryable as _};

use crate::{bench::Bench, forms::go};

/// A file dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_pasted_picture_opens_the_answer_and_is_kept_with_it() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso Ltd");
    go(&mut bench, "proof.reset");
    let mut picture = ColorImage::filled([320, 200], Color32::from_rgb(40, 90, 200));
    picture.pixels[7] = Color32::WHITE;
    bench.window.event(Event::PasteImage(Arc::new(picture)));
    bench.until("the picture is attached", |bench| bench.says("Remove picture-20261122-100000.png"));
    bench.click("Your answer: Met");
    bench.fill("Who", "M. Berg");
    bench.press(Modifiers::COMMAND, Key::Enter);
    bench.until("a picture is reason enough", |bench| {
        bench.model().assessment().unwrap().answers.contains_key("proof.reset")
    });
    let assessment = bench.model().assessment().unwrap();
    let hash = &assessment.answers["proof.reset"][0].attachments[0];
    assert_eq!(assessment.attachments[hash].media_type, "image/png");
}

#[test]
fn a_file_that_is_dropped_on_the_form_belongs_to_the_answer() {
    let mut bench = Bench::new("en");
    bench.begin("Contoso Ltd");
    go(&mut bench, "proof.reset");
    bench.press(Modifiers::NONE, Key::A);
    let path = bench.root.path().join("ticket.txt");
    std::fs::write(&path, "CHG-1234").unwrap();
    bench.window.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    bench.until("the file is attached", |bench| bench.says("Remove ticket.txt"));
    assert_eq!(bench.model().assessment().unwrap().subject.organisation, "Contoso Ltd", "nothing else was opened");

    // Once it is kept, whoever reads the answer gets a copy of the file.
    bench.click("Your answer: Met");
    bench.fill("Who", "Lin Yue");
    bench.fill("Why, or how you know", "Seen in the ticket.");
    bench.press(Modifiers::COMMAND, Key::Enter);
    bench.until("it is answered", |bench| !bench.model().assessment().unwrap().answers.is_empty());
    let answers = &bench.model().assessment().unwrap().answers["proof.reset"];
    assert_eq!(answers[0].attachments.len(), 1, "one file, attached once");
    if !bench.says("Save a copy of ticket.txt") {
        bench.click_far("Notes and attachments");
    }
    let copy = bench.root.path().join("copy.txt");
    bench.dialogs.paths.lock().unwrap().push_back(copy.clone());
    let saves = |node: &AccessKitNode<'_>| {
        node.role() == egui::accesskit::Role::Link && node.label().is_some_and(|name| name.starts_with("Save a copy"))
    };
    bench.window.get_by(saves).scroll_to_me();
    bench.settle();
    bench.window.get_by(saves).click();
    bench.settle();
    bench.until("it is written", |bench| bench.says("copy.txt is saved."));
    assert_eq!(std::fs::read_to_string(copy).unwrap(), "CHG-1234");
}
