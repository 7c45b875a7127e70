//! A password that is being typed. The toolkit draws, undoes and speaks dots alone; the letters stay here, and are
//! overwritten when they go.

use std::{any::TypeId, ops::Range};

use egui::{TextBuffer, text::CharIndex};
use readiness_core::Secret;

/// The most letters.
const MOST: usize = 256;
/// What stands for a letter.
const DOT: char = '\u{2022}';

/// A password that is being typed. It has no `Debug` and no `Clone`, so that there is one place to overwrite.
pub struct Password {
    letters: String,
    dots: String,
}

impl Default for Password {
    fn default() -> Self {
        // Room for all there can be: a text that grows leaves its letters behind where it was before.
        Self { letters: String::with_capacity(MOST * 4), dots: String::new() }
    }
}

impl Password {
    /// True when nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// Gives it away; nothing stays here.
    pub fn take(&mut self) -> Secret {
        let taken = std::mem::take(self);
        Secret::new(taken.into_letters())
    }

    /// Overwrites it.
    pub fn wipe(&mut self) {
        drop(self.take());
    }

    fn into_letters(mut self) -> String {
        std::mem::take(&mut self.letters)
    }

    /// Puts other letters in place of these, which are overwritten.
    fn become_letters(&mut self, letters: String) {
        drop(Secret::new(std::mem::replace(&mut self.letters, letters)));
        self.count();
    }

    fn count(&mut self) {
        self.dots = std::iter::repeat_n(DOT, self.letters.chars().count()).collect();
    }
}

impl Drop for Password {
    fn drop(&mut self) {
        drop(Secret::new(std::mem::take(&mut self.letters)));
    }
}

impl TextBuffer for Password {
    fn is_mutable(&self) -> bool {
        true
    }

    fn as_str(&self) -> &str {
        &self.dots
    }

    fn insert_text(&mut self, text: &str, char_index: CharIndex) -> usize {
        let room = MOST - self.letters.chars().count();
        let at = self.letters.char_indices().nth(char_index.0).map_or(self.letters.len(), |(at, _)| at);
        let mut place = at;
        let mut count = 0;
        for letter in text.chars().filter(|letter| !letter.is_control()).take(room) {
            self.letters.insert(place, letter);
            place += letter.len_utf8();
            count += 1;
        }
        self.count();
        count
    }

    fn delete_char_range(&mut self, range: Range<CharIndex>) {
        let mut rest = String::with_capacity(MOST * 4);
        let kept = self.letters.chars().enumerate().filter(|(index, _)| !(range.start.0..range.end.0).contains(index));
        rest.extend(kept.map(|(_, letter)| letter));
        self.become_letters(rest);
    }

    /// Undo would bring back dots; it does nothing.
    fn replace_with(&mut self, _text: &str) {}

    fn type_id(&self) -> TypeId {
        TypeId::of::<Self>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Password {
        let mut password = Password::default();
        password.insert_text(text, CharIndex(0));
        password
    }

    #[test]
    fn it_is_typed_letter_by_letter_and_shows_dots() {
        let mut password = typed("geim");
        assert_eq!(password.insert_text("hä", CharIndex(2)), 2);
        assert_eq!(password.as_str(), "••••••");
        password.delete_char_range(CharIndex(3)..CharIndex(4));
        assert_eq!(password.take().expose(), "gehim");
        assert!(password.is_empty() && password.as_str().is_empty(), "nothing stays");
    }

    #[test]
    fn undo_and_line_breaks_do_not_change_it() {
        let mut password = typed("a\nb");
        password.replace_with("•••");
        assert_eq!(password.take().expose(), "ab");
    }

    #[test]
    fn it_never_outgrows_its_place() {
        let mut password = typed(&"密".repeat(300));
        assert_eq!(password.letters.chars().count(), MOST);
        assert_eq!(password.letters.capacity(), MOST * 4);
        assert_eq!(password.insert_text("x", CharIndex(0)), 0);
    }
}
