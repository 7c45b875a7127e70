//! The formats a report can be written in.

/// A format of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// The report for people, which can be opened again.
    Pdf,
    /// The report as a page.
    Html,
    /// The report as text.
    Markdown,
    /// The report for programs.
    Json,
    /// The action plan as a table.
    Csv,
    /// For build servers.
    Junit,
}

impl Format {
    /// Every format, in order.
    pub const ALL: [Self; 6] = [Self::Pdf, Self::Html, Self::Markdown, Self::Json, Self::Csv, Self::Junit];

    /// The end of a file's name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Junit => "xml",
        }
    }

    /// The id of its name; the attribute `hint` says what it is for.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Pdf => "ui-format-pdf",
            Self::Html => "ui-format-html",
            Self::Markdown => "ui-format-markdown",
            Self::Json => "ui-format-json",
            Self::Csv => "ui-format-csv",
            Self::Junit => "ui-format-junit",
        }
    }
}
