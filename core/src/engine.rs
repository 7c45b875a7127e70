//! The engine: plan, collect, judge. It takes the world as arguments and reports by one callback; what is finished is
//! kept when a run is cancelled, and a collector that panics or hangs costs its own facts only.

mod endpoints;
mod judge;
mod plan;
mod run;

pub use endpoints::endpoints;
pub use judge::judge;
pub use plan::{Plan, Scope};
pub use run::{Collector, Outcome, RunEvent, Work, run};

#[cfg(test)]
mod tests;
