//! Text of people that no assessment holds yet, as it is kept against a crash: what is typed into the forms of items.

use std::collections::BTreeMap;

use readiness_core::checklist::ItemId;
use serde::{Deserialize, Serialize};

use super::{AnswerDraft, ExceptionDraft};

/// Seconds of stillness after which it is written.
const SETTLES_S: f64 = 1.0;

/// What is typed and worth keeping.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// Answers by item.
    pub answers: BTreeMap<ItemId, AnswerDraft>,
    /// Exceptions by item.
    pub exceptions: BTreeMap<ItemId, ExceptionDraft>,
    /// Notes by item.
    pub notes: BTreeMap<ItemId, String>,
}

impl Typed {
    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.answers.len() + self.exceptions.len() + self.notes.len()
    }

    /// True when there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Without drafts in which nothing was typed: a name that was offered is no text to lose.
    pub(super) fn worth_keeping(mut self) -> Self {
        self.answers.retain(|_, draft| draft.is_worth_keeping());
        self.exceptions.retain(|_, draft| draft.is_worth_keeping());
        self.notes.retain(|_, note| !note.trim().is_empty());
        self
    }
}

/// Notices when what is typed has changed, and when it has been still for long enough to be written.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    seen: Typed,
    written: Typed,
    changed_at_s: f64,
}

impl Keeping {
    /// What is to be written now; otherwise in how many seconds to ask again.
    pub(super) fn due(&mut self, now: &Typed, now_s: f64) -> Result<Typed, Option<f64>> {
        if self.seen != *now {
            self.seen = now.clone();
            self.changed_at_s = now_s;
        }
        let wait = self.changed_at_s + SETTLES_S - now_s;
        if wait <= 0.0 {
            self.unwritten(now).ok_or(None)
        } else if self.differs(now) {
            Err(Some(wait))
        } else {
            Err(None)
        }
    }

    /// What was typed since it was last written, however long ago.
    pub(super) fn unwritten(&mut self, now: &Typed) -> Option<Typed> {
        if !self.differs(now) {
            return None;
        }
        self.written = now.clone().worth_keeping();
        Some(self.written.clone())
    }

    /// This is what is kept on the disk already.
    pub(super) fn is_kept(&mut self, typed: &Typed) {
        self.written = typed.clone();
        self.seen = typed.clone();
    }

    fn differs(&self, now: &Typed) -> bool {
        // The usual case, every frame: nothing is typed, and nothing is kept.
        if now.is_empty() { !self.written.is_empty() } else { now.clone().worth_keeping() != self.written }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(text: &str) -> Typed {
        Typed { notes: [("a".to_owned(), text.to_owned())].into(), ..Typed::default() }
    }

    #[test]
    fn it_is_written_once_it_is_still_and_again_when_it_is_gone() {
        let mut keeping = Keeping::default();
        assert_eq!(keeping.due(&Typed::default(), 0.0), Err(None), "nothing is no news");
        assert_eq!(keeping.due(&noted("x"), 10.0), Err(Some(1.0)));
        assert_eq!(keeping.due(&noted("xy"), 10.5), Err(Some(1.0)), "typing goes on");
        assert_eq!(keeping.due(&noted("xy"), 11.5), Ok(noted("xy")));
        assert_eq!(keeping.due(&noted("xy"), 20.0), Err(None));
        assert_eq!(keeping.due(&Typed::default(), 21.0), Err(Some(1.0)));
        assert_eq!(keeping.due(&Typed::default(), 22.0), Ok(Typed::default()));
    }

    #[test]
    fn a_blank_note_is_not_kept() {
        let mut keeping = Keeping::default();
        assert_eq!(keeping.due(&noted("  "), 0.0), Err(None));
        assert_eq!(keeping.due(&noted("  "), 5.0), Err(None));
    }
}
