//! The history of synchronisation runs, read for one connector and one kind of run. It is purged after days, so what
//! is missing from it was not seen to be missing in truth.

use jiff::Timestamp;

use super::{Case, server_view};
use crate::{
    facts::{
        Sighting, Unavailable,
        sync_server::{Connector, ConnectorKind, RunResult},
    },
    msg,
};

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// `success`.
    Succeeded,
    /// `completed-…`: it came to its end, and left something undone.
    Incomplete,
    /// Any other result.
    Broken,
    /// It still runs.
    Running,
}

/// The connectors: at least one of each side, each with a name.
pub(super) fn connectors<'a>(case: &'a Case<'_>) -> Result<Sighting<'a, Vec<Connector>>, Unavailable> {
    let connectors = server_view::newest(case, |facts| &facts.connectors)?;
    let has = |kind| connectors.iter().any(|connector| connector.kind == kind);
    let missing = if connectors.iter().any(|connector| connector.name.trim().is_empty()) {
        msg!("sync-connectors-unnamed")
    } else if !has(ConnectorKind::Directory) {
        msg!("sync-connectors-no-directory")
    } else if !has(ConnectorKind::Entra) {
        msg!("sync-connectors-no-entra")
    } else {
        return Ok(connectors);
    };
    Err(Unavailable::Inconclusive { why: missing })
}

/// The history.
pub(super) fn runs<'a>(case: &'a Case<'_>) -> Result<Sighting<'a, Vec<RunResult>>, Unavailable> {
    server_view::newest(case, |facts| &facts.runs)
}

/// The runs of one profile on one connector, newest first, whatever the order of the list.
pub(super) fn of<'a>(runs: &'a [RunResult], connector: &Connector, profile: &str) -> Vec<&'a RunResult> {
    let same = |one: &str, other: &str| one.trim().eq_ignore_ascii_case(other.trim());
    let mut found: Vec<_> =
        (runs.iter()).filter(|run| same(&run.connector, &connector.name) && same(&run.profile, profile)).collect();
    found.sort_by_key(|run| std::cmp::Reverse(run.started_at));
    found
}

/// How a run ended.
pub(super) fn ending(run: &RunResult) -> Ending {
    let result = run.result.trim().to_ascii_lowercase();
    match result.as_str() {
        "" | "in-progress" => Ending::Running,
        _ if run.ended_at.is_none() => Ending::Running,
        "success" => Ending::Succeeded,
        _ if result.starts_with("completed-") => Ending::Incomplete,
        _ => Ending::Broken,
    }
}

/// The end of the newest run that succeeded.
pub(super) fn newest_success(runs: &[&RunResult]) -> Option<Timestamp> {
    runs.iter().filter(|run| ending(run) == Ending::Succeeded).find_map(|run| run.ended_at)
}
