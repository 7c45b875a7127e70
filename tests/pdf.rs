//! The PDF: sound for other programs, signed so that others agree, and never intact after a change.

#[path = "pdf/authority.rs"]
mod authority;
#[path = "pdf/command_line.rs"]
mod command_line;
#[path = "pdf/judges.rs"]
mod judges;
#[path = "pdf/left_out.rs"]
mod left_out;
#[path = "pdf/letterhead.rs"]
mod letterhead;
#[path = "pdf/made.rs"]
mod made;
#[path = "pdf/mutations.rs"]
mod mutations;
#[path = "pdf/refusals.rs"]
mod refusals;
#[path = "pdf/revoked.rs"]
mod revoked;
#[path = "pdf/signed.rs"]
mod signed;
#[path = "pdf/sound.rs"]
mod sound;
#[path = "pdf/tampered.rs"]
mod tampered;
#[path = "pdf/time_stamps.rs"]
mod time_stamps;
