//! On whose paper reports are printed: typed and chosen once, kept for the next report, and proven with the pages.

use std::fs;

use egui::{Key, Modifiers};
use jiff::Timestamp;
use readiness_core::{
    assessment::file,
    report::{
        Chapter,
        verify::{Printed, verify},
    },
};

use crate::{
    bench::Bench,
    made,
    verify::{put, well_said},
};

#[test]
fn a_letterhead_is_chosen_once_printed_and_proven() {
    for language in ["en", "zh-CN"] {
        let mut bench = Bench::today(language, None);
        let path = bench.root.path().join("Contoso.readiness");
        file::write(&path, &made::assessment()).unwrap();
        bench.dialogs.paths.lock().unwrap().push_back(path);
        bench.press(Modifiers::COMMAND, Key::O);
        bench.until("it is open", |bench| bench.model().document.is_some());
        bench.press(Modifiers::COMMAND, Key::P);
        let text = |bench: &Bench, id: &str| bench.model().words.text(id);
        let title = text(&bench, "ui-letterhead");
        bench.click(&title);
        let (consultant, contact) = (text(&bench, "ui-letterhead-consultant"), text(&bench, "ui-letterhead-contact"));
        bench.fill(&consultant, "Northwind 咨询");
        bench.fill(&contact, "Hafenstraße 1");

        // What only looks like a picture is refused, and costs nothing.
        let choose = text(&bench, "ui-letterhead-choose-logo");
        let bad = put(&bench, "bad.png", b"\x89PNG\r\n\x1a\nnot");
        bench.dialogs.paths.lock().unwrap().push_back(bad);
        bench.click(&choose);
        bench.until("it is refused", |bench| bench.says("bad.png"));
        assert!(bench.model().logo.is_none());
        let logo = put(&bench, "logo.png", made::PIXEL);
        bench.dialogs.paths.lock().unwrap().push_back(logo.clone());
        bench.click(&choose);
        bench.until("the logo is shown", |bench| bench.model().logo.is_some());
        // The copy is what counts from now on.
        fs::remove_file(logo).unwrap();
        for toast in bench.model().toasts.shown().iter().map(|toast| toast.id).collect::<Vec<_>>() {
            bench.perform(writeback_readiness::desktop::Command::CloseToast(toast));
        }
        well_said(&mut bench, "the letterhead");
        // What is not wanted on paper is left out, said, and proven as well.
        let evidence = text(&bench, "report-evidence");
        bench.click_far(&evidence);
        bench.until("it is left out", |bench| bench.model().left_out == [Chapter::Evidence]);

        for (id, name) in [("ui-format-pdf", "r.pdf"), ("ui-format-html", "r.html")] {
            let path = bench.root.path().join(name);
            bench.dialogs.paths.lock().unwrap().push_back(path.clone());
            let format = text(&bench, id);
            let save = bench.model().words.say(&readiness_core::msg!("ui-report-save-as", format = format));
            bench.click_far(&save);
            bench.until(name, |bench| bench.model().exported.iter().any(|exported| exported.path == path));
        }
        let found = verify(&fs::read(bench.root.path().join("r.pdf")).unwrap(), &[], Timestamp::now()).unwrap();
        assert_eq!((found.printed, found.changes), (Printed::Same, Vec::new()));
        let page = fs::read_to_string(bench.root.path().join("r.html")).unwrap();
        assert!(page.contains(&text(&bench, "report-left-out")), "{language}");
        for said in ["Northwind 咨询", "Hafenstraße 1", "data:image/png;base64,"] {
            assert!(page.contains(said), "{language}: {said}");
        }

        // The next report is printed on it too.
        let mut other = Bench::beside(&bench, language);
        other.begin("Fabrikam");
        other.press(Modifiers::COMMAND, Key::P);
        other.until("the logo is there", |bench| bench.model().logo.is_some());
        other.click(&title);
        assert_eq!(other.field(&consultant).0, "Northwind 咨询");
        let remove = text(&other, "ui-letterhead-remove-logo");
        other.click(&remove);
        other.until("the logo is gone", |bench| bench.model().logo.is_none());
    }
}
