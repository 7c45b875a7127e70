//! House widgets: the controls of every page, one file each. All are named for assistive technology, paint their focus,
//! take their colours from the theme, and never say a verdict by colour alone.

mod banner;
mod beside;
mod button;
mod card;
mod checkbox;
mod chip;
mod code_block;
mod confirmation;
mod evidence_table;
mod expander;
mod field;
mod focus;
mod key_value;
mod link;
mod list_row;
mod nav_row;
mod segmented;
mod separator;
mod tally_bar;
mod text;
mod toast;
mod verdict;

pub use banner::{Banner, BannerAct};
pub use beside::beside;
pub use button::{Button, IconButton, key_cap};
pub use card::{card, card_with_border};
pub use checkbox::{checkbox, switch};
pub use chip::{Chip, filter_chip};
pub use code_block::{Copied, code_block};
pub use confirmation::{Choice, Confirmation};
pub use evidence_table::{EvidenceHeads, EvidenceRow, evidence_table, raw_block};
pub use expander::Expander;
pub use field::{Field, labelled};
pub use focus::ring;
pub use key_value::{key_value, key_value_rows};
pub use link::{link, link_named};
pub use list_row::ListRow;
pub use nav_row::{NavRow, SectionRow, label_row};
pub use segmented::{Part, segmented};
pub use separator::{column_line, row_line, sep};
pub use tally_bar::tally_bar;
pub use text::{caption, galley, label, one_line, paragraph, row, row_wrapped, shorten_middle};
pub use toast::{Toast, ToastAct, toasts};
pub use verdict::{paint_verdict, pill, pill_text, verdict_icon};
