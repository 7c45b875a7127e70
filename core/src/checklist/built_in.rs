//! The checklist that comes with the program. Each section is a file of its own in `assets/checklists`.

use std::sync::LazyLock;

use super::{Checklist, read};

const FILES: [&str; 5] = [
    include_str!("../../../assets/checklists/password-writeback/checklist.toml"),
    include_str!("../../../assets/checklists/password-writeback/configuration.toml"),
    include_str!("../../../assets/checklists/password-writeback/connectivity.toml"),
    include_str!("../../../assets/checklists/password-writeback/recovery.toml"),
    include_str!("../../../assets/checklists/password-writeback/proof.toml"),
];

/// The built-in checklist, `password-writeback`.
///
/// # Panics
/// Never in a tested build: the files are constants, and a unit test reads them.
pub fn built_in() -> &'static Checklist {
    static CHECKLIST: LazyLock<Checklist> = LazyLock::new(|| {
        #[expect(clippy::panic, reason = "the files are constants, read by a unit test")]
        read("password-writeback", FILES.join("\n").as_bytes()).unwrap_or_else(|problems| panic!("{problems}"))
    });
    &CHECKLIST
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::tz::TimeZone;

    use super::*;
    use crate::{Language, Words, checks};

    #[test]
    fn every_check_has_its_item_and_every_item_its_words() {
        let checklist = built_in();
        let used: BTreeSet<&str> = checklist.items().filter_map(|item| item.check.as_deref()).collect();
        let known: BTreeSet<&str> = checks::ALL.iter().map(|check| check.id).collect();
        assert_eq!(used, known, "items and checks differ");
        for language in Language::all() {
            let words = Words::new(&language, TimeZone::UTC);
            for section in &checklist.sections {
                assert!(words.has(&format!("section-{}", section.id)), "{language}: section {}", section.id);
            }
            for item in checklist.items() {
                let id = item.message_id();
                assert!(words.has(&id), "{language}: {id} has no title");
                assert!(!words.item_why(item).is_empty(), "{language}: {id} does not say why");
                assert_eq!(words.item_article(item).is_some(), !item.article.is_empty(), "{language}: {id}.article");
                for index in 0..item.fixes.len() {
                    assert!(!words.item_fix(item, index).is_empty(), "{language}: {id} lacks step {}", index + 1);
                }
                let beyond = words.attribute(&id, &format!("fix-{}", item.fixes.len() + 1));
                assert_eq!(beyond, None, "{language}: {id} has words for a step that is not in the checklist");
            }
        }
    }

    #[test]
    fn every_point_of_the_article_is_there() {
        let points: BTreeSet<&str> =
            built_in().items().flat_map(|item| item.article.iter().map(String::as_str)).collect();
        let wanted = ["A1", "A10", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "B1", "B2", "B3", "B4", "C1"];
        assert_eq!(points.into_iter().filter(|point| *point != "A6n").collect::<Vec<_>>(), wanted);
    }
}
