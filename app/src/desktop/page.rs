//! The pages of the window.

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// New, open, recent.
    #[default]
    Start,
    /// Recorded scenarios.
    Training,
    /// The conclusion and what it rests on.
    Overview,
    /// Items, one of them in full.
    Checklist,
    /// Who and what is assessed.
    Subject,
    /// Who stands by it.
    SignOff,
    /// Report and export.
    Report,
    /// The sign-in to the tenant.
    Tenant,
    /// The directory: facts for the checklist, and the scan of its users.
    Directory,
    /// Two assessments beside each other.
    Compare,
    /// A report that was opened to be looked at.
    Verify,
}

impl Page {
    /// True when the page is about an open assessment.
    pub fn needs_document(self) -> bool {
        !matches!(self, Self::Start | Self::Training | Self::Verify)
    }
}
