//! The report as Markdown (GitHub's dialect). Everything that was not written here is escaped, so that a name with a
//! star, a bar or a tag stays a name.

mod block;

use super::{
    blocks::{Link, PartId, Report},
    printable::{printable, printable_line},
};

/// The report as Markdown.
pub fn markdown(report: &Report) -> String {
    let mut page = Page { out: String::new(), report };
    let meta = &report.meta;
    let digest = meta.digest_short();
    let mark = meta.mark.as_ref().map(|mark| format!("**{}** ", escape(mark))).unwrap_or_default();
    page.paragraph(&format!("{mark}{}, {} `{digest}`", escape(&meta.standing_words), escape(&meta.digest_label)));
    for part in &report.parts {
        page.anchor(&part.id.anchor());
        if matches!(part.id, PartId::Section(_)) {
            page.heading(1, &part.title);
        }
        for block in &part.blocks {
            page.block(block, 0);
        }
    }
    page.paragraph("---");
    page.paragraph(&format!("{}  \n{}", escape(&meta.program), escape(&meta.zone)));
    page.out
}

struct Page<'a> {
    out: String,
    report: &'a Report,
}

impl Page<'_> {
    /// Markdown of our own, as a paragraph.
    fn paragraph(&mut self, markdown: &str) {
        self.out.push_str(markdown);
        self.out.push_str("\n\n");
    }

    fn heading(&mut self, level: u8, text: &str) {
        self.paragraph(&format!("{} {}", "#".repeat(level.into()), escape(text)));
    }

    /// A place that links lead to.
    fn anchor(&mut self, name: &str) {
        self.paragraph(&format!("<a id=\"{}\"></a>", super::html::escape(name)));
    }
}

/// A link of our own, around Markdown.
fn link(markdown: &str, link: &Link) -> String {
    let target = match link {
        Link::Item(id) => format!("#item-{id}"),
        Link::Part(part) => format!("#{}", part.anchor()),
        Link::Evidence(number) => format!("#{number}"),
        Link::Web(url) if super::html::is_web(url) => url.clone(),
        Link::Web(_) => return markdown.to_owned(),
    };
    // Inside angle brackets only these, blanks and line breaks mean something.
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\\|".contains(c);
    let target: String =
        target.chars().map(|c| if plain(c) { c.to_string() } else { format!("%{:02X}", u32::from(c)) }).collect();
    format!("[{markdown}](<{target}>)")
}

/// Text that can stand anywhere in a line, a table cell included.
pub(super) fn escape(text: &str) -> String {
    let text = printable_line(text);
    let mut out = String::with_capacity(text.len());
    let mut at_start = true;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let special = match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' | '&' | '$' | '@' => {
                true
            }
            // A list, a rule, an underline of the line before.
            '+' | '-' | '=' => at_start,
            // "1." and "1)" begin a list; "www." and "https:" become links by themselves.
            '.' | ')' => {
                let ends = next.is_none_or(char::is_whitespace);
                ends && out.chars().all(|before| before.is_ascii_digit()) || out.to_ascii_lowercase().ends_with("www")
            }
            ':' => next == Some('/'),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
        at_start = false;
    }
    out
}

/// Text as code in a line, a table cell included.
fn code(text: &str) -> String {
    let text = printable_line(text);
    if text.is_empty() {
        return String::new();
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{}{pad}{fence}", text.replace('|', "\\|"))
}

/// Lines of code.
pub(super) fn code_block(text: &str, indent: &str) -> String {
    let text = printable(text).into_owned();
    let fence = "`".repeat((longest_run(&text) + 1).max(3));
    let lines: String = text.lines().map(|line| format!("{indent}{line}\n")).collect();
    format!("{indent}{fence}\n{lines}{indent}{fence}")
}

/// The longest run of backticks.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_text() {
        assert_eq!(escape("a|b *c* _d_ <e> `f` [g](h) \\"), "a\\|b \\*c\\* \\_d\\_ \\<e\\> \\`f\\` \\[g\\](h) \\\\");
        assert_eq!(escape("- a\n# b\n\n1. c"), "\\- a \\# b 1. c");
        assert_eq!(escape("12. x"), "12\\. x");
        assert_eq!(escape("2026-11-22 1.5"), "2026-11-22 1.5");
        assert_eq!(escape("10.0.0.8"), "10.0.0.8");
        assert_eq!(
            escape("https://evil www.evil a@b &lt; ~~x~~"),
            "https\\://evil www\\.evil a\\@b \\&lt; \\~\\~x\\~\\~"
        );
    }

    #[test]
    fn code_cannot_be_left() {
        assert_eq!(code("a`b``c"), "```a`b``c```");
        assert_eq!(code("`a"), "`` `a ``");
        assert_eq!(code("a|b"), "`a\\|b`");
        assert_eq!(code_block("x\n```\ny", ""), "````\nx\n```\ny\n````");
    }

    #[test]
    fn links_cannot_be_left() {
        assert_eq!(link("x", &Link::Web("https://a/>)<b".into())), "[x](<https://a/%3E)%3Cb>)");
        assert_eq!(link("x", &Link::Item("a>) b".into())), "[x](<#item-a%3E)%20b>)");
        assert_eq!(link("x", &Link::Web("javascript:alert(1)".into())), "x");
    }
}
