//! Text from the world made safe to print: characters that cannot be seen, or that change how others are seen, become
//! U+FFFD. Every format passes every string through this before its own escaping.

use std::borrow::Cow;

/// The text with invisible controls replaced. Line breaks and tabs stay.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| !is_hostile(c)) {
        return Cow::Borrowed(text);
    }
    // A line break of Windows is one line break.
    let text = text.replace("\r\n", "\n");
    Cow::Owned(text.chars().map(|c| if is_hostile(c) { '\u{fffd}' } else { c }).collect())
}

/// The same on one line, with runs of blanks made one.
pub fn printable_line(text: &str) -> String {
    printable(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Controls, marks that reorder text (which can make `cod.exe` read as `exe.doc`), and code points that are no
/// characters.
fn is_hostile(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => true,
        '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e007f}' => true,
        _ => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_marked() {
        assert_eq!(printable("plain 中文\n\tx"), "plain 中文\n\tx");
        assert_eq!(printable("a\0b\u{1b}[31mc\u{7f}"), "a\u{fffd}b\u{fffd}[31mc\u{fffd}");
        assert_eq!(printable("cod\u{202e}exe.doc"), "cod\u{fffd}exe.doc");
        assert_eq!(printable("a\r\nb\rc"), "a\nb\u{fffd}c");
        assert_eq!(printable("\u{feff}\u{200b}\u{2066}\u{ffff}"), "\u{fffd}".repeat(4));
        assert_eq!(printable_line("  a \n\t b  "), "a b");
    }
}
