//! Who may do what to an object of the directory: a reader of binary security descriptors, and a pure evaluator of
//! Windows access rules that says why. It decides as a domain controller does, in the order in which entries are
//! stored, and says that it does not know wherever a controller knows more than a descriptor tells.
//!
//! The rules and where they are written down ([MS-DTYP] and [MS-ADTS], Microsoft's open specifications):
//!
//! | Rule | Section |
//! |---|---|
//! | security identifiers, access masks, entries, lists, descriptors | MS-DTYP 2.4.2 to 2.4.6 |
//! | the first entry that mentions a right decides; entries are taken as stored | MS-DTYP 2.5.3.2 |
//! | inherited entries: which flags and classes carry them down, what a protected list keeps out | MS-DTYP 2.5.3.4 |
//! | no list grants everything, an empty list nothing | MS-ADTS 5.1.3.3.1 |
//! | attributes: the attribute, its property set, the class, or no object type | MS-ADTS 5.1.3.3.3 |
//! | extended rights: the right, or no object type ("all extended rights") | MS-ADTS 5.1.3.3.4 |
//!
//! The reader is our own: it is small, borrows what it reads, and was made to be fuzzed. A published crate that reads
//! descriptors everywhere (not only on Windows) and under a licence that fits was at its first release.

mod descriptor;
mod entry;
mod evaluate;
mod object_type;
mod sid;
mod token;
mod walk;

#[cfg(test)]
mod building;

pub use descriptor::{Acl, Descriptor, MalformedDescriptor};
pub use entry::{Entry, EntryKind};
pub use evaluate::{Access, Wanted};
pub use object_type::ObjectType;
pub use sid::{MalformedSid, Sid, SidBuf};
pub use token::{Target, Token};
pub use walk::{Effect, Place, below, on_object};
