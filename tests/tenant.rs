//! The tenant collector against a cloud on loopback that signs in, answers like Graph, and breaks in every way that Graph
//! and what stands before it break. Nothing here leaves the machine.

#[path = "tenant/cloud.rs"]
mod cloud;
#[path = "tenant/contract.rs"]
mod contract;
#[path = "tenant/look.rs"]
mod look;
#[path = "tenant/tenant.rs"]
mod tenant;

#[path = "tenant/bad_input.rs"]
mod bad_input;
#[path = "tenant/command_line.rs"]
mod command_line;
#[path = "tenant/exported.rs"]
mod exported;
#[path = "tenant/ladder.rs"]
mod ladder;
#[path = "tenant/many.rs"]
mod many;
#[path = "tenant/population.rs"]
mod population;
#[path = "tenant/secrets.rs"]
mod secrets;
#[path = "tenant/sign_in.rs"]
mod sign_in;
#[path = "tenant/verdicts.rs"]
mod verdicts;
