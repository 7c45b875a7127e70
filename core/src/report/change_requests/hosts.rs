//! What the way out must let through: the hosts that did not answer as they should, the hosts that do and must go on
//! doing so, and how long silence must be allowed to last.

use std::fmt::Write as _;

use crate::{
    facts::network::{Probe, ProxyKind, Trust},
    msg,
    report::{
        markdown::escape,
        survey::{Placed, Survey},
    },
};

/// Seconds of silence that the idle item needs, and those it advises, when it does not say.
const NEEDED_S: i64 = 180;
const ADVISED_S: i64 = 360;

/// Writes the tables.
pub(super) fn write(survey: &Survey<'_>, asks: &[&Placed<'_>], out: &mut String) {
    let server = survey.assessment.subject.sync_server.trim();
    let source = if server.is_empty() { survey.text("subject-sync-server") } else { server.to_owned() };
    // The newest look from each place; the server's is the one that decides.
    let looks: Vec<_> = survey.assessment.facts.network().all().filter(|(_, facts)| !facts.probes.is_empty()).collect();
    let from_server = looks.iter().find(|(snapshot, _)| {
        snapshot.vantage.kind == crate::facts::VantageKind::SyncServer || survey.assessment.subject.this_is_sync_server
    });
    let Some((snapshot, facts)) = from_server.or(looks.first()) else { return };
    let (broken, sound): (Vec<&Probe>, Vec<&Probe>) =
        facts.probes.iter().partition(|probe| trouble(survey, probe).is_some());
    for (id, probes) in [("request-hosts-broken", broken), ("request-hosts-sound", sound)] {
        if probes.is_empty() {
            continue;
        }
        let _ = writeln!(out, "## {}\n", escape(&survey.text(id)));
        let heads = ["request-source", "request-host", "request-port", "request-way", "report-what-was-seen"];
        let heads: Vec<String> = heads.iter().map(|id| cell(&survey.text(id))).collect();
        let _ = writeln!(out, "| {} |\n|---|---|---|---|---|", heads.join(" | "));
        for probe in probes {
            let seen = trouble(survey, probe).unwrap_or_else(|| survey.text("request-answers"));
            let _ = writeln!(
                out,
                "| {} | {} | TCP {} | {} | {} |",
                cell(&source),
                cell(&probe.endpoint.host),
                probe.endpoint.port,
                cell(&survey.say(&probe.context.message())),
                cell(&seen)
            );
        }
        out.push('\n');
    }
    let place = survey.vantage(&snapshot.vantage);
    let _ = writeln!(out, "{}\n", escape(&survey.say(&msg!("request-seen", place = place, at = snapshot.seen_at))));
    let idle = |placed: &&&Placed<'_>| placed.item.check.as_deref() == Some("connectivity.idle");
    if let Some(placed) = asks.iter().find(idle) {
        let seconds = |name: &str, otherwise: i64| {
            let seconds = placed.item.parameters.get(name).copied().unwrap_or(otherwise);
            jiff::SignedDuration::from_secs(seconds)
        };
        let needed = seconds("needed_seconds", NEEDED_S);
        let advised = seconds("advised_seconds", ADVISED_S).max(needed);
        let _ = writeln!(out, "## {}\n", escape(&survey.text("request-idle")));
        let said = survey.say(&msg!("request-idle-text", needed = needed, advised = advised));
        let _ = writeln!(out, "{}\n", escape(&said));
    }
}

/// What is wrong with a probe, in words.
fn trouble(survey: &Survey<'_>, probe: &Probe) -> Option<String> {
    if let Some((step, broke)) = probe.first_break() {
        return Some(survey.words.list(&[survey.say(&step.message()), survey.say(&broke.message())]));
    }
    match &probe.trust {
        Some(Trust::LocalRoot { issuer } | Trust::Untrusted { issuer }) => {
            Some(survey.say(&msg!("request-resigned", issuer = issuer)))
        }
        _ if probe.context.kind == ProxyKind::None || probe.answer().is_some() => None,
        _ => Some(survey.text("request-no-answer")),
    }
}

/// Text in a table's cell.
fn cell(text: &str) -> String {
    escape(text).replace('|', "\\|").replace('\n', " ")
}
