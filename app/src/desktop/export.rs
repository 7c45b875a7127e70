//! The formats a report can be written in.

use readiness_core::report::Team;

/// A format of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// The report for people, which can be opened again.
    Pdf,
    /// The action plan as a table.
    Csv,
    /// The action plan as a workbook.
    Xlsx,
    /// What another team is asked to change.
    Request(Team),
    /// What has to happen when.
    Calendar,
    /// The report as a page.
    Html,
    /// The report as text.
    Markdown,
    /// The report for programs.
    Json,
    /// For build servers.
    Junit,
    /// For those who collect the results of many tools.
    Sarif,
    /// The assessment without names.
    Twin,
}

impl Format {
    /// Every format, in order.
    pub const ALL: [Self; 13] = [
        Self::Pdf,
        Self::Csv,
        Self::Xlsx,
        Self::Request(Team::Firewall),
        Self::Request(Team::Directory),
        Self::Request(Team::Licence),
        Self::Calendar,
        Self::Html,
        Self::Markdown,
        Self::Json,
        Self::Junit,
        Self::Sarif,
        Self::Twin,
    ];

    /// The end of a file's name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Request(_) | Self::Markdown => "md",
            Self::Calendar => "ics",
            Self::Html => "html",
            Self::Json => "json",
            Self::Junit => "xml",
            Self::Sarif => "sarif",
            Self::Twin => "readiness",
        }
    }

    /// The id of its name; the attribute `hint` says what it is for.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Pdf => "ui-format-pdf",
            Self::Csv => "ui-format-csv",
            Self::Xlsx => "ui-format-xlsx",
            Self::Request(Team::Firewall) => "ui-format-request-firewall",
            Self::Request(Team::Directory) => "ui-format-request-directory",
            Self::Request(Team::Licence) => "ui-format-request-licence",
            Self::Calendar => "ui-format-calendar",
            Self::Html => "ui-format-html",
            Self::Markdown => "ui-format-markdown",
            Self::Json => "ui-format-json",
            Self::Junit => "ui-format-junit",
            Self::Sarif => "ui-format-sarif",
            Self::Twin => "ui-format-twin",
        }
    }

    /// What stands before the end of the proposed name, beside the organisation's. A twin is not named after anybody.
    pub fn proposed(self, organisation: &str) -> String {
        match self {
            Self::Request(team) => format!("{organisation} {}", team.name()).trim().to_owned(),
            Self::Twin => "redacted".to_owned(),
            _ => organisation.to_owned(),
        }
    }
}
