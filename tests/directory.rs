//! The directory collector against a real domain controller: Samba, provisioned by a script, on this machine's loopback
//! and on no other address. Each story changes the domain, looks at it through the collector, judges, and is held
//! against the truth: the reset is really tried, as the connector account. Needs root and Samba, and says so where they
//! are missing.

#[path = "directory/fake.rs"]
mod fake;
#[path = "directory/relay.rs"]
mod relay;
#[path = "directory/samba.rs"]
mod samba;
#[cfg(feature = "kerberos")]
#[path = "directory/ticket.rs"]
mod ticket;
#[path = "directory/truth.rs"]
mod truth;

#[path = "directory/cli.rs"]
mod cli;
#[path = "directory/forest.rs"]
mod forest;
#[cfg(feature = "kerberos")]
#[path = "directory/kerberos.rs"]
mod kerberos;
#[path = "directory/scan.rs"]
mod scan;
#[path = "directory/scan_command.rs"]
mod scan_command;
#[path = "directory/stories.rs"]
mod stories;
#[path = "directory/trouble.rs"]
mod trouble;
