//! Change requests that can be sent as they are: to the firewall team (hosts, ports, idle time), the directory team
//! (rights, with the commands), and the owner of the licences. Made only of findings and facts; a team with nothing to
//! do gets none, and what could not be checked asks nobody for a change.

mod hosts;

use std::fmt::Write as _;

use jiff::Timestamp;

use super::{
    markdown::{code_block, escape},
    survey::{Placed, Survey},
};
use crate::{
    Message, Words,
    assessment::{Assessment, Standing, Status},
    message::Arg,
    msg,
};

/// Who gets a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Team {
    /// Firewall, proxy, and everything else on the way out.
    Firewall,
    /// Active Directory.
    Directory,
    /// Whoever buys and assigns licences.
    Licence,
}

impl Team {
    /// All teams, in order.
    pub const ALL: [Self; 3] = [Self::Firewall, Self::Directory, Self::Licence];

    /// The name of its file, without an end.
    pub fn name(self) -> &'static str {
        match self {
            Self::Firewall => "firewall",
            Self::Directory => "directory",
            Self::Licence => "licence",
        }
    }

    /// The items that it can repair.
    fn items(self) -> &'static [&'static str] {
        match self {
            Self::Firewall => &[
                "connectivity.password-reset-host",
                "connectivity.service-bus-host",
                "connectivity.idle",
                "connectivity.tls-inspection",
                "connectivity.proxy",
                "connectivity.sign-in-hosts",
                "connectivity.revocation",
                "connectivity.relay-names",
                "directory.pdc-emulator",
            ],
            Self::Directory => &[
                "directory.connector-rights",
                "directory.test-user-rights",
                "directory.connector-account",
                "directory.password-policy",
                "directory.sam-restriction",
                "directory.policy-control",
                "directory.functional-level",
                "directory.server-versions",
                "directory.preferred-dc",
                "directory.reserved-names",
            ],
            Self::Licence => &["licence.tenant-owns", "licence.admin", "licence.test-user", "licence.cloud-only-users"],
        }
    }
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRequest {
    /// To whom.
    pub team: Team,
    /// The name of its file: `firewall.md`.
    pub file: String,
    /// What it says, as Markdown that also reads as plain text.
    pub text: String,
}

/// The requests, one for each team that has something to do.
pub fn change_requests(assessment: &Assessment, words: &Words, now: Timestamp) -> Vec<ChangeRequest> {
    let survey = Survey::new(assessment, words, now);
    Team::ALL.into_iter().filter_map(|team| request(&survey, team)).collect()
}

fn request(survey: &Survey<'_>, team: Team) -> Option<ChangeRequest> {
    let asks: Vec<&Placed<'_>> = survey
        .items
        .iter()
        .filter(|placed| {
            let check = placed.item.check.as_deref().unwrap_or(&placed.item.id);
            // What somebody has accepted is nobody's work, and what is not known asks for nothing.
            team.items().contains(&check) && matches!(placed.state.status, Status::Fail | Status::Warn)
        })
        .collect();
    if asks.is_empty() {
        return None;
    }
    let mut out = String::new();
    head(survey, team, &mut out);
    if team == Team::Firewall {
        hosts::write(survey, &asks, &mut out);
    }
    for placed in asks {
        ask(survey, placed, &mut out);
    }
    foot(survey, &mut out);
    Some(ChangeRequest { team, file: format!("{}.md", team.name()), text: out })
}

// Writing to a string cannot fail.
fn head(survey: &Survey<'_>, team: Team, out: &mut String) {
    let subject = &survey.assessment.subject;
    let title = survey.text(match team {
        Team::Firewall => "request-title-firewall",
        Team::Directory => "request-title-directory",
        Team::Licence => "request-title-licence",
    });
    let _ = writeln!(out, "# {}\n", escape(&title));
    if survey.standing == Standing::Training {
        let _ = writeln!(out, "**{}**\n", escape(&survey.text("compare-training")));
    }
    let about = survey.text(match team {
        Team::Firewall => "request-about-firewall",
        Team::Directory => "request-about-directory",
        Team::Licence => "request-about-licence",
    });
    let _ = writeln!(out, "{}\n", escape(&about));
    let mut rows = vec![
        ("subject-organisation", subject.organisation.trim()),
        ("subject-sync-server", subject.sync_server.trim()),
    ];
    match team {
        Team::Firewall => {}
        Team::Directory => rows.push(("subject-forest", subject.forest.trim())),
        Team::Licence => rows.push(("subject-tenant", subject.tenant.trim())),
    }
    rows.push(("request-from", subject.assessor.trim()));
    for (key, value) in rows {
        let value = if value.is_empty() { survey.text("report-not-given") } else { value.to_owned() };
        let _ = writeln!(out, "- {}: {}", escape(&survey.text(key)), escape(&value));
    }
    let _ = writeln!(out, "- {}: {}\n", escape(&survey.text("request-date")), escape(&survey.day(survey.now)));
}

/// One item: what was seen, and what is asked for.
fn ask(survey: &Survey<'_>, placed: &Placed<'_>, out: &mut String) {
    let _ = writeln!(out, "## {} {}\n", placed.number, escape(&survey.title(placed)));
    let word = survey.text(placed.state.status.message_id());
    let _ = writeln!(out, "**{}**: {}\n", escape(&word), escape(&survey.sentence(placed)));
    let finding = placed.state.finding.filter(|_| !placed.state.stale).map(|judged| &judged.finding);
    let advice = finding.map(|finding| finding.advice.as_slice()).unwrap_or_default();
    let _ = writeln!(out, "### {}\n", escape(&survey.text("request-asked")));
    let mut number = 0;
    for message in advice {
        number += 1;
        let _ = writeln!(out, "{number}. {}", escape(&survey.say(message)));
        for command in commands(message) {
            let _ = writeln!(out, "{}", code_block(command, "   "));
        }
    }
    for (index, fix) in placed.item.fixes.iter().enumerate() {
        let step = survey.words.item_fix(placed.item, index);
        if step.is_empty() && fix.command.is_none() {
            continue;
        }
        number += 1;
        let _ = writeln!(out, "{number}. {}", escape(&step));
        if let Some(command) = &fix.command {
            let _ = writeln!(out, "{}", code_block(command.trim(), "   "));
        }
    }
    let evidence = finding.map(|finding| finding.evidence.as_slice()).unwrap_or_default();
    if !evidence.is_empty() {
        let _ = writeln!(out, "\n### {}\n", escape(&survey.text("request-evidence")));
        for row in evidence {
            let _ = writeln!(out, "- {}: {}", escape(&survey.say(&row.label)), escape(&survey.say(&row.value)));
        }
    }
    if let (Some(place), Some(at)) = (survey.measured_from(placed), survey.seen_at(placed)) {
        let seen = msg!("request-seen", place = place, at = at);
        let _ = writeln!(out, "\n{}", escape(&survey.say(&seen)));
    }
    out.push('\n');
}

/// The commands that an advice carries.
fn commands(message: &Message) -> impl Iterator<Item = &str> {
    message.args.iter().filter(|(name, _)| *name == "command").filter_map(|(_, arg)| match arg {
        Arg::Text(command) => Some(command.as_str()),
        _ => None,
    })
}

fn foot(survey: &Survey<'_>, out: &mut String) {
    let _ = writeln!(out, "---\n\n{}", escape(&survey.text("request-after")));
    let digest = survey.digest.short();
    let _ = writeln!(out, "\n{}", escape(&survey.say(&msg!("request-digest", digest = digest))));
}
