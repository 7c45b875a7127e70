//! The network collector against counterparts on this machine's loopback that break in every way a network breaks.
//! Nothing here leaves the machine.

#[path = "network/certificates.rs"]
mod certificates;
#[path = "network/fault_proxy.rs"]
mod fault_proxy;
#[path = "network/fault_server.rs"]
mod fault_server;
#[path = "network/look.rs"]
mod look;
#[path = "network/name_server.rs"]
mod name_server;

#[path = "network/idle.rs"]
mod idle;
#[path = "network/namespaces.rs"]
mod namespaces;
#[path = "network/proxies.rs"]
mod proxies;
#[path = "network/run.rs"]
mod run;
#[path = "network/squid.rs"]
mod squid;
#[path = "network/steps.rs"]
mod steps;
#[path = "network/system_proxy.rs"]
mod system_proxy;
