//! What is typed into the command palette.

/// The command palette while it is open.
#[derive(Debug, Default)]
pub struct PaletteForm {
    /// What is looked for.
    pub text: String,
    /// The place of the chosen row.
    pub chosen: usize,
    /// The field had the cursor once.
    pub begun: bool,
}
