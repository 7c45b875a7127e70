//! Every control of every page has a name, no two share one, and they follow each other as they are read, in every
//! language and also in a small window.

use std::collections::BTreeMap;

use egui::{Key, Modifiers, Rect, accesskit::Role};
use egui_kittest::kittest::NodeT as _;
use readiness_core::Language;
use writeback_readiness::desktop::Page;

use crate::bench::Bench;

pub fn check(bench: &Bench, place: &str) {
    let unnamed = bench.window.unnamed_widgets();
    assert!(unnamed.is_empty(), "{place}: {unnamed:#?}");
    let mut names: BTreeMap<(String, String), usize> = BTreeMap::new();
    for node in bench.window.root().children_recursive() {
        let node = node.accesskit_node();
        let acts = matches!(
            node.role(),
            Role::Button
                | Role::CheckBox
                | Role::Switch
                | Role::TextInput
                | Role::MultilineTextInput
                | Role::PasswordInput
                | Role::RadioButton
                | Role::ListBoxOption
        );
        if acts && !node.is_hidden() {
            let name = node.label().unwrap_or_default();
            assert!(!name.trim().is_empty(), "{place}: a {:?} has no name", node.role());
            assert!(!name.starts_with("ui-") && !name.starts_with("command-"), "{place}: {name} has no words");
            *names.entry((format!("{:?}", node.role()), name)).or_default() += 1;
        }
    }
    assert!(!names.is_empty(), "{place}: no controls at all");
    let twice: Vec<_> = names.into_iter().filter(|(_, count)| *count > 1).collect();
    assert!(twice.is_empty(), "{place}: {twice:#?}");
    let reversed = reversed(bench);
    assert!(reversed.is_empty(), "{place}: not in the order in which it is read: {reversed:#?}");
}

/// Neighbours of the tree, and so of the Tab key, that stand in one line with the later one on the left.
fn reversed(bench: &Bench) -> Vec<String> {
    let controls: Vec<_> = bench
        .window
        .root()
        .children_recursive()
        .filter(|node| {
            matches!(node.accesskit_node().role(), Role::Button | Role::Link | Role::CheckBox | Role::TextInput)
        })
        .map(|node| (node.rect(), node.accesskit_node().label().unwrap_or_default()))
        .collect();
    let line = |a: Rect, b: Rect| a.top() < b.center().y && b.center().y < a.bottom();
    let wrong = controls.windows(2).filter(|pair| {
        let (first, second) = (pair[0].0, pair[1].0);
        line(first, second) && line(second, first) && second.right() <= first.left()
    });
    wrong.map(|pair| format!("{:?} before {:?}", pair[0].1, pair[1].1)).collect()
}

fn walk(language: &Language, size: [f32; 2]) {
    let place = |page: &str| format!("{language} {size:?} {page}");
    let mut bench = Bench::sized(language.tag(), size);
    bench.settle();
    check(&bench, &place("start"));
    bench.press(Modifiers::COMMAND, Key::L);
    assert_eq!(bench.model().page, Page::Training);
    check(&bench, &place("training"));
    bench.begin("Contoso Ltd");
    check(&bench, &place("checklist"));
    for (key, page) in [
        (Key::Num1, Page::Overview),
        (Key::Num2, Page::Checklist),
        (Key::Num3, Page::Subject),
        (Key::Num4, Page::SignOff),
        (Key::Num5, Page::Report),
        (Key::Num6, Page::Compare),
        (Key::Num8, Page::Tenant),
        (Key::Num9, Page::Directory),
        (Key::Num7, Page::Verify),
    ] {
        bench.press(Modifiers::ALT, key);
        assert_eq!(bench.model().page, page);
        check(&bench, &place(&format!("{page:?}")));
    }
    bench.press(Modifiers::NONE, Key::F1);
    assert!(bench.model().over.is_some());
    check(&bench, &place("shortcuts"));
    bench.press(Modifiers::NONE, Key::Escape);
    assert!(bench.model().over.is_none(), "Esc closes the sheet");
}

#[test]
fn every_control_has_a_name_of_its_own() {
    for language in Language::all() {
        walk(&language, [1280.0, 800.0]);
    }
}

#[test]
fn a_small_window_has_the_same_pages() {
    for language in Language::all() {
        walk(&language, [960.0, 600.0]);
        walk(&language, [800.0, 520.0]);
    }
}
