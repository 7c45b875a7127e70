//! Replaces names within text: distinguished names, sign-in names, host names, addresses, identifiers, and every name
//! that is known from elsewhere in the assessment.

use std::net::IpAddr;

use super::names::{Names, is_common, is_end, is_everywhere};

/// Stands at the end of a text of which only the beginning is shown.
const CUT: &str = " [...]";

impl Names {
    /// The text without names.
    pub(super) fn scan(&self, text: &str) -> String {
        if is_everywhere(text) || self.is_public(text) {
            return text.to_owned();
        }
        if let Some(kind) = self.phrase(text) {
            return self.pseudonyms().whole(kind, text);
        }
        // Where a text was cut, half a name may stand, which nothing would know as one.
        if let Some(cut) = text.strip_suffix(CUT) {
            let whole = cut.rfind(char::is_whitespace).map_or("", |end| &cut[..end]);
            return format!("{}{CUT}", self.scan(whole));
        }
        let mut out = String::new();
        let mut rest = text;
        // Distinguished names first: their values hold blanks.
        while let Some((before, kind, value, after)) = attribute(rest) {
            out.push_str(&self.words(before));
            out.push_str(kind);
            out.push_str(&self.value(kind, value));
            rest = after;
        }
        out.push_str(&self.words(rest));
        out
    }

    /// A host or a domain, with its port when it has one.
    pub(super) fn host(&self, name: &str) -> String {
        if self.is_public_host(name.split(':').next().unwrap_or(name)) { name.to_owned() } else { self.strict(name) }
    }

    /// A name of which every label is replaced, known or not.
    pub(super) fn strict(&self, name: &str) -> String {
        if is_everywhere(name) {
            return name.to_owned();
        }
        self.atoms(name, true)
    }

    /// Text without distinguished names.
    fn words(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (phrase, kind) in self.phrases() {
            text = replace_phrase(&text, phrase, &self.pseudonyms().whole(kind, phrase));
        }
        self.atoms(&text, false)
    }

    fn atoms(&self, text: &str, strict: bool) -> String {
        let mut out = String::new();
        let mut atom = String::new();
        let mut after_known = false;
        for c in text.chars().chain(std::iter::once('\0')) {
            if c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '@') {
                atom.push(c);
                continue;
            }
            if !atom.is_empty() {
                let made = self.atom(&atom, strict || after_known);
                // What stands behind a domain that is known is an account in it.
                after_known = c == '\\' && made != atom;
                out.push_str(&made);
                atom.clear();
            }
            if c != '\0' {
                out.push(c);
            }
        }
        out
    }

    fn atom(&self, atom: &str, strict: bool) -> String {
        let bare = atom.trim_matches(['.', '-']);
        if bare.is_empty() {
            return atom.to_owned();
        }
        let made = self.bare(bare, strict);
        // `trim_matches` cuts at the ends, so the middle is there.
        let start = atom.find(bare).unwrap_or(0);
        format!("{}{made}{}", &atom[..start], &atom[start + bare.len()..])
    }

    fn bare(&self, atom: &str, strict: bool) -> String {
        if let Some((local, domain)) =
            atom.split_once('@').filter(|(local, domain)| !local.is_empty() && !domain.is_empty())
        {
            return format!("{}@{}", self.account(local), self.dotted(domain));
        }
        if let Ok(address) = atom.parse::<IpAddr>() {
            // Versions look like addresses, and begin with small numbers.
            let first = atom.split('.').next().and_then(|first| first.parse::<u8>().ok()).unwrap_or(255);
            let is_address = strict || first >= 10 || self.has_address(atom);
            return if is_address { self.pseudonyms().address(address).to_string() } else { atom.to_owned() };
        }
        if atom.get(..9).is_some_and(|head| head.eq_ignore_ascii_case("S-1-5-21-")) {
            return self.pseudonyms().sid(atom);
        }
        if let Some(at) = guid_in(atom) {
            let guid = &atom[at..at + 36];
            let made = if self.keeps_guid(guid) { guid.to_owned() } else { self.pseudonyms().guid(guid) };
            return format!("{}{made}{}", &atom[..at], &atom[at + 36..]);
        }
        if self.is_public_host(atom) {
            return atom.to_owned();
        }
        if atom.contains('.') {
            let labels: Vec<&str> = atom.split('.').collect();
            let is_name =
                labels.last().is_some_and(|last| is_end(last)) && labels.iter().all(|label| !label.is_empty());
            let known = labels.iter().any(|label| self.has_label(label));
            if strict || is_name && known || is_name && labels.len() > 1 && atom.chars().all(|c| !c.is_uppercase()) {
                return self.dotted(atom);
            }
            return labels.iter().map(|label| self.known(label)).collect::<Vec<_>>().join(".");
        }
        if strict { self.account(atom) } else { self.known(atom) }
    }

    /// A name with dots: every label but those that tell nothing.
    fn dotted(&self, name: &str) -> String {
        if self.is_public_host(name) {
            return name.to_owned();
        }
        let last = name.split('.').count().saturating_sub(1);
        let labels = name.split('.').enumerate().map(|(index, label)| {
            if label.is_empty() || is_common(label) || index == last && last > 0 && is_end(label) {
                label.to_owned()
            } else {
                self.pseudonyms().label(label)
            }
        });
        labels.collect::<Vec<_>>().join(".")
    }

    fn account(&self, name: &str) -> String {
        if is_common(name) || is_end(name) || is_everywhere(name) || name.chars().all(|c| c.is_ascii_digit()) {
            name.to_owned()
        } else {
            self.pseudonyms().label(name)
        }
    }

    /// A word: replaced when it is a name, or made of names.
    fn known(&self, word: &str) -> String {
        if self.has_label(word) {
            return self.pseudonyms().label(word);
        }
        if !word.contains(['-', '_']) {
            return word.to_owned();
        }
        let mut out = String::new();
        for part in word.split_inclusive(['-', '_']) {
            let bare = part.trim_end_matches(['-', '_']);
            let made = if self.has_label(bare) { self.pseudonyms().label(bare) } else { bare.to_owned() };
            out.push_str(&made);
            out.push_str(&part[bare.len()..]);
        }
        out
    }

    /// A value of a distinguished name. Signs stay where they are, for some of them break writeback.
    fn value(&self, kind: &str, value: &str) -> String {
        if is_everywhere(value) || self.is_public(value) || self.is_public_host(value) {
            return value.to_owned();
        }
        if kind.eq_ignore_ascii_case("DC=") {
            return if is_end(value) { value.to_owned() } else { self.account(value) };
        }
        if kind.eq_ignore_ascii_case("C=") {
            return value.to_owned();
        }
        if let Some(kind) = self.phrase(value) {
            return self.pseudonyms().whole(kind, value);
        }
        let mut out = String::new();
        let mut word = String::new();
        let mut chars = value.chars().peekable();
        let flush = |word: &mut String, out: &mut String| {
            if !word.is_empty() {
                out.push_str(&self.account(word));
                word.clear();
            }
        };
        while let Some(c) = chars.next() {
            if c == '\\' {
                flush(&mut word, &mut out);
                out.push(c);
                // An escaped sign, or two digits that stand for one.
                let first = chars.next();
                out.extend(first);
                if first.is_some_and(|c| c.is_ascii_hexdigit()) && chars.peek().is_some_and(char::is_ascii_hexdigit) {
                    out.extend(chars.next());
                }
            } else if c.is_alphanumeric() || matches!(c, '_' | '-') {
                word.push(c);
            } else {
                flush(&mut word, &mut out);
                out.push(c);
            }
        }
        flush(&mut word, &mut out);
        out
    }
}

/// The first attribute of a distinguished name in a text: what stands before it, its kind with the sign, its value, and
/// what stands after.
fn attribute(text: &str) -> Option<(&str, &str, &str, &str)> {
    const KINDS: [&str; 9] = ["CN=", "OU=", "DC=", "O=", "L=", "ST=", "C=", "UID=", "STREET="];
    let mut at = 0;
    while at < text.len() {
        let here = text.get(at..)?;
        let begins = at == 0 || text[..at].ends_with([',', '+', ' ', '"', '\'', '(', '/', ';', ':']);
        let kind = KINDS.iter().find(|kind| here.get(..kind.len()).is_some_and(|head| head.eq_ignore_ascii_case(kind)));
        if let (true, Some(kind)) = (begins, kind) {
            let value = &here[kind.len()..];
            let mut escaped = false;
            let end = value
                .char_indices()
                .find(|(_, c)| {
                    let ends = !escaped && matches!(c, ',' | '"' | ';' | ')' | '\n');
                    escaped = !escaped && *c == '\\';
                    ends
                })
                .map_or(value.len(), |(end, _)| end);
            return Some((&text[..at], &here[..kind.len()], &value[..end], &value[end..]));
        }
        at += here.chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// Where a GUID begins in a word.
fn guid_in(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    (0..bytes.len().saturating_sub(35)).find(|start| {
        bytes[*start..*start + 36].iter().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
    })
}

/// Every place where a phrase stands as words of its own, whatever its capitals.
fn replace_phrase(text: &str, phrase: &str, with: &str) -> String {
    // Letter by letter, and only where the small one is as long, so that both have the same places.
    let small = |c: char| c.to_lowercase().next().filter(|small| small.len_utf8() == c.len_utf8()).unwrap_or(c);
    let lower: String = text.chars().map(small).collect();
    if !lower.contains(phrase) {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut from = 0;
    while let Some(found) = lower[from..].find(phrase) {
        let (start, end) = (from + found, from + found + phrase.len());
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let goes_on = |before: Option<char>, after: Option<char>| joins(before) && joins(after);
        let part_of_more = goes_on(lower[..start].chars().next_back(), phrase.chars().next())
            || goes_on(phrase.chars().next_back(), lower[end..].chars().next());
        out.push_str(&text[from..start]);
        out.push_str(if part_of_more { &text[start..end] } else { with });
        from = end;
    }
    out.push_str(&text[from..]);
    out
}
