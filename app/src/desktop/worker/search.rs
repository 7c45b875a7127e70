//! Searching: the index is made when it is needed, and kept until the assessment or the language changes.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use readiness_core::{Language, Words, assessment::Assessment};

use super::News;
use crate::desktop::{index::Index, listed::Found, results::Stamp};

/// A search.
pub struct Search {
    /// Tells it apart from others; the newest has the highest.
    pub number: u64,
    /// The words that are looked for. Without any, only the index is made.
    pub wanted: String,
    /// The state that is searched.
    pub of: Stamp,
    /// The same.
    pub assessment: Arc<Assessment>,
    /// Words of the screen.
    pub words: Arc<Words>,
    /// The time.
    pub now: Timestamp,
}

/// Who searches.
#[derive(Clone, Default)]
pub(super) struct Searcher {
    kept: Arc<Mutex<Kept>>,
}

#[derive(Default)]
struct Kept {
    newest: u64,
    others: Vec<Words>,
    index: Option<(Language, Arc<Index>)>,
}

impl Searcher {
    /// Searches. None when a newer search has been asked for meanwhile.
    pub(super) fn search(&self, search: &Search) -> Option<News> {
        // What is kept is whole between two steps, so a panic elsewhere leaves it sound.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if search.number < kept.newest {
            return None;
        }
        kept.newest = search.number;
        let language = search.words.language();
        let fits = |(of, index): &(Language, Arc<Index>)| of == language && index.of == search.of;
        if !kept.index.as_ref().is_some_and(fits) {
            if kept.others.is_empty() {
                let zone = search.words.zone();
                kept.others = Language::all().iter().map(|other| Words::new(other, zone.clone())).collect();
            }
            let made = Index::new(search.of, &search.assessment, &search.words, &kept.others, search.now);
            kept.index = Some((language.clone(), Arc::new(made)));
        }
        let (_, index) = kept.index.as_ref()?;
        let found = (!search.wanted.is_empty())
            .then(|| Found { number: search.number, items: Arc::new(index.find(&search.wanted)) });
        Some(News::Found(found, Arc::clone(index)))
    }
}
