//! Where the tables come from, so that a report can say by which data it was judged.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Message, msg};

/// Where the reference tables come from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "from", rename_all = "kebab-case")]
pub enum Origin {
    /// They were compiled in.
    #[default]
    BuiltIn,
    /// Some were replaced by files that nobody signed.
    Unsigned {
        /// The tables that were replaced.
        tables: Vec<String>,
        /// SHA-256 over their names and texts, 64 hexadecimal digits.
        sha256: String,
    },
    /// Some were replaced by a data file that one of the trusted signers signed.
    Signed {
        /// The tables that were replaced.
        tables: Vec<String>,
        /// The day of the data file.
        issued: Date,
        /// Who signed it.
        signer: String,
        /// SHA-256 of what was signed, 64 hexadecimal digits.
        sha256: String,
    },
}

impl Origin {
    /// Whether all tables are those that were compiled in.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        *self == Self::BuiltIn
    }

    /// The origin as a sentence: `data-origin-…`.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::BuiltIn => msg!("data-origin-built-in"),
            Self::Unsigned { tables, sha256 } => {
                msg!("data-origin-unsigned", tables = tables.clone(), sha256 = sha256)
            }
            Self::Signed { tables, issued, signer, sha256 } => {
                msg!("data-origin-signed", issued = *issued, signer = signer, tables = tables.clone(), sha256 = sha256)
            }
        }
    }
}
