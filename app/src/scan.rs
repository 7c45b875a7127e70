//! A scan of the directory as it is kept: users are judged and written while they are found, a file gets its name when the
//! scan is whole, and a record that is not whole can be gone on with. The command line and the window do it by the same
//! code.

mod keeper;
mod lines;
mod record;
mod stream;
mod trouble;

pub use keeper::{Keeper, Kept};
pub use lines::{LONGEST, Line, read_record};
pub use record::Record;
pub use stream::{PART, Stream, is_stdout, whole_name};
pub use trouble::KeepTrouble;
