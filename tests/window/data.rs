//! Reference data is opened like any file: installed for the next start, or refused with the reason.

use std::fs;

use egui::{Key, Modifiers};
use jiff::civil::date;
use readiness_core::reference::{DataFile, Origin, Signer};
use ring::{rand::SystemRandom, signature::Ed25519KeyPair};
use writeback_readiness::{data::Installed, desktop::Command};

use crate::{bench::Bench, verify::put};

#[test]
fn reference_data_is_installed_by_opening_it() {
    let events = include_str!("../../assets/reference/events.toml").to_owned();
    let key = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
    let tables = [("events.toml".to_owned(), events)];
    let (bytes, public_key) = DataFile::sign(tables, date(2027, 3, 1), key.as_ref()).unwrap();
    for language in ["en", "zh-CN"] {
        let mut bench = Bench::today(language, None);
        // Nobody whom the program trusts signed it.
        let path = put(&bench, "march.readiness-data", &bytes);
        bench.dialogs.paths.lock().unwrap().push_back(path.clone());
        bench.press(Modifiers::COMMAND, Key::O);
        bench.until("it is refused", |bench| bench.says("march.readiness-data"));
        let installed =
            Installed::in_folder(&bench.root.path().join("data"), &[Signer { name: "The maintainers", public_key }]);
        assert!(installed.reference().0.origin.is_built_in());

        // About says what is used.
        bench.perform(Command::About);
        let built_in = bench.model().words.text("data-origin-built-in");
        bench.until("About says it", |bench| bench.says(&built_in));

        // What was installed is what the next start takes.
        installed.install(&path).unwrap();
        assert!(matches!(installed.reference().0.origin, Origin::Signed { .. }));
        fs::remove_file(path).unwrap();
        assert!(matches!(installed.reference().0.origin, Origin::Signed { .. }));
    }
}

#[test]
fn installed_data_that_cannot_be_used_is_not_passed_over_in_silence() {
    let bench = Bench::new("en");
    let folder = bench.root.path().join("data");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("reference.readiness-data"), "writeback-readiness-data 1\nkey: damaged\n").unwrap();
    let mut next = Bench::beside(&bench, "en");
    next.until("it is said", |bench| bench.says("reference.readiness-data is not used"));
}
