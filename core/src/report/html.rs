//! The report as one HTML page that needs nothing else: no script, no file from anywhere, light and dark by the
//! reader's choice, headings and table heads for who listens instead of looking.

mod block;
mod icon;
mod special;

use super::{
    blocks::{Link, Part, PartId, Report},
    printable::printable,
};

/// The page's look. Colours are those of the window and of the PDF.
const STYLE: &str = include_str!("html/style.css");

/// The report as an HTML page.
pub fn html(report: &Report) -> String {
    let mut page = Page { out: String::new(), report };
    page.document();
    page.out
}

struct Page<'a> {
    out: String,
    report: &'a Report,
}

impl Page<'_> {
    /// Markup of our own.
    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Text of anybody.
    fn text(&mut self, text: &str) {
        self.out.push_str(&escape(text));
    }

    /// An element that holds text.
    fn element(&mut self, tag: &str, class: &str, text: &str) {
        self.open(tag, class);
        self.text(text);
        self.close(tag);
    }

    fn open(&mut self, tag: &str, class: &str) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        self.raw(&format!("<{tag}{class}>"));
    }

    fn close(&mut self, tag: &str) {
        self.raw(&format!("</{tag}>"));
    }

    fn document(&mut self) {
        let report = self.report;
        let language = escape(&report.language);
        self.raw(&format!("<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n"));
        // Even if something slipped through the escaping, a browser would load and run nothing.
        self.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n");
        self.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        self.raw(
            "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n",
        );
        self.element("title", "", &report.title);
        self.raw("\n<style>\n");
        self.raw(STYLE);
        self.raw("</style>\n</head>\n<body>\n");
        self.standing();
        self.raw("<main>\n");
        for (index, part) in report.parts.iter().enumerate() {
            self.part(part);
            if index == 0 {
                self.contents();
            }
        }
        self.raw("</main>\n");
        self.foot();
        self.raw("</body>\n</html>\n");
    }

    /// The state of the report, first of all, as on every page of the PDF.
    fn standing(&mut self) {
        let meta = &self.report.meta;
        self.raw("<header class=\"standing\">");
        if let Some(mark) = &meta.mark {
            self.element("span", "draft", mark);
            self.raw(" ");
        }
        self.element("strong", "", &meta.standing_words);
        self.raw(" ");
        self.element("span", "", &meta.digest_label);
        self.raw(" ");
        self.element("code", "", &meta.digest_short());
        self.raw("</header>\n");
    }

    fn foot(&mut self) {
        let meta = &self.report.meta;
        self.raw("<footer>");
        self.element("p", "", &format!("{} {} {}", meta.program, meta.digest_label, meta.digest));
        self.element("p", "", &meta.zone);
        self.raw("</footer>\n");
    }

    fn contents(&mut self) {
        let report = self.report;
        self.raw(&format!("<nav aria-label=\"{}\">\n", escape(&report.meta.contents_title)));
        self.element("h2", "", &report.meta.contents_title);
        self.raw("\n<ul>\n");
        for entry in report.contents().iter().filter(|entry| entry.level == 1) {
            self.raw(&format!("<li><a href=\"{}\">", href(&entry.link)));
            self.text(&entry.title);
            self.raw("</a></li>\n");
        }
        self.raw("</ul>\n</nav>\n");
    }

    fn part(&mut self, part: &Part) {
        self.raw(&format!("<section id=\"{}\">\n", escape(&part.id.anchor())));
        if matches!(part.id, PartId::Section(_)) {
            self.element("h1", "", &part.title);
            self.raw("\n");
        }
        for block in &part.blocks {
            self.block(block, 0);
        }
        self.raw("</section>\n");
    }
}

/// Where a link leads, ready to stand in an attribute.
fn href(link: &Link) -> String {
    match link {
        Link::Item(id) => format!("#item-{}", escape(id)),
        Link::Part(part) => format!("#{}", escape(&part.anchor())),
        Link::Evidence(number) => format!("#{}", escape(number)),
        // Anything but the web could run something when it is clicked.
        Link::Web(url) if is_web(url) => escape(url),
        Link::Web(_) => "#".to_owned(),
    }
}

/// True for an address that may be clicked.
pub(super) fn is_web(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")) && !url.chars().any(|c| c.is_control() || c == ' ')
}

/// Text that can stand between tags and in a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in printable(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        assert_eq!(
            escape("<script>alert('\"&')</script>\u{1b}"),
            "&lt;script&gt;alert(&#39;&quot;&amp;&#39;)&lt;/script&gt;\u{fffd}"
        );
    }

    #[test]
    fn only_the_web_can_be_clicked() {
        for bad in ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://a\nb", "//a"] {
            assert_eq!(href(&Link::Web(bad.to_owned())), "#", "{bad}");
        }
        assert_eq!(href(&Link::Web("https://a/?x=1&y=\"".to_owned())), "https://a/?x=1&amp;y=&quot;");
        assert_eq!(href(&Link::Item("a.b\"><x".to_owned())), "#item-a.b&quot;&gt;&lt;x");
    }
}
