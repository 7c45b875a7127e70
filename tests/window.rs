//! Journeys through the window, with no window: the program is driven by the names of its controls and by keys, and the
//! dialogs, the clock and the collectors are given.

#[path = "window/attachments.rs"]
mod attachments;
#[path = "pdf/authority.rs"]
#[allow(dead_code, reason = "the tests of the PDF use the rest")]
mod authority;
#[path = "window/bench.rs"]
mod bench;
#[path = "window/chinese.rs"]
mod chinese;
#[path = "tenant/cloud.rs"]
#[allow(dead_code, reason = "the tests of the tenant use the rest")]
mod cloud;
#[path = "window/compare.rs"]
mod compare;
#[path = "tenant/contract.rs"]
mod contract;
#[cfg(feature = "kerberos")]
#[path = "window/current_user.rs"]
mod current_user;
#[path = "window/data.rs"]
mod data;
#[path = "window/directory.rs"]
mod directory;
#[path = "window/forms.rs"]
mod forms;
#[path = "window/idle.rs"]
mod idle;
#[path = "window/journeys.rs"]
mod journeys;
#[path = "window/keyboard.rs"]
mod keyboard;
#[path = "window/keys.rs"]
mod keys;
#[path = "window/letterhead.rs"]
mod letterhead;
#[path = "window/list.rs"]
mod list;
#[path = "pdf/made.rs"]
#[allow(dead_code, reason = "the tests of the PDF use the rest")]
mod made;
#[path = "window/names.rs"]
mod names;
#[path = "window/palette.rs"]
mod palette;
#[path = "window/patient.rs"]
mod patient;
#[path = "window/quiet.rs"]
mod quiet;
#[cfg(feature = "snapshots")]
#[path = "window/raster.rs"]
mod raster;
#[path = "directory/relay.rs"]
#[allow(dead_code, reason = "the tests of the directory use the rest")]
mod relay;
#[path = "directory/samba.rs"]
#[allow(dead_code, reason = "the tests of the directory use the rest")]
mod samba;
#[path = "window/sign.rs"]
mod sign;
#[path = "window/sign_in.rs"]
mod sign_in;
#[cfg(feature = "snapshots")]
#[path = "window/snapshots.rs"]
mod snapshots;
#[path = "window/stored.rs"]
mod stored;
#[path = "tenant/tenant.rs"]
#[allow(dead_code, reason = "the tests of the tenant use the rest")]
mod tenant;
#[cfg(feature = "kerberos")]
#[path = "directory/ticket.rs"]
mod ticket;
#[path = "window/verify.rs"]
mod verify;
#[path = "window/words.rs"]
mod words;
