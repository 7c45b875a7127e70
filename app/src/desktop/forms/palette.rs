//! What is typed into the command palette; the shortcut sheet shares how it begins.

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
