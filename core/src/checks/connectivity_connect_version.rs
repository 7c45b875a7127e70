//! `connectivity.connect-version`: is the installed Entra Connect in support today?
//!
//! **Why.** Old builds stop synchronising on a date, and some carry defects that look like missing rights.
//! **Passes** when the version table lists the version as in support on the day of judgement, and the table is recent.
//! **Warns** when the version is newer than the table, or the table is older than 180 days.
//! **Fails** when the version is below the hard minimum, out of support or recalled, or Connect is not installed.
//! **Can't tell** when the version was not seen, or is not listed between listed ones that are in support.
//! **Source.** Version history of Entra Connect; hardening notice, 2.5.79.0 by 30 Sep 2026. Article, part 2, step 1.

use jiff::tz::TimeZone;

use super::{Case, Check, server_view};
use crate::{
    Message,
    facts::{Source, Unavailable},
    finding::Finding,
    msg,
    reference::{Reference, VersionStanding},
};

/// The check.
pub const CHECK: Check = Check { id: "connectivity.connect-version", looks_at: &[Source::SyncServer], judge };

fn judge(case: &Case<'_>) -> Finding {
    let connect = match server_view::newest(case, |facts| &facts.connect) {
        Ok(connect) => connect,
        Err(why) => return Finding::could_not_check(why),
    };
    let Some(installed) = connect.value else {
        if !case.closes(connect.vantage()) {
            let seen_from = connect.vantage().clone();
            return Finding::could_not_check(Unavailable::OtherVantage { seen_from }).from(connect);
        }
        return Finding::fail(msg!("connectivity-connect-version-not-installed"))
            .from(connect)
            .relate("sync.installed");
    };
    let table = &case.reference.versions;
    let today = case.now.to_zoned(TimeZone::UTC).date();
    let version = installed.version.to_string();
    let table_age = (today - table.as_of).get_days();
    let allowed = case.parameter("table_max_age_days", Reference::STALE_AFTER_DAYS.into());
    let stale = i64::from(table_age) > allowed;

    let finding = match table.judge(installed.version, today) {
        VersionStanding::Recalled => Finding::fail(msg!("connectivity-connect-version-recalled", version = version)),
        VersionStanding::BelowMinimum { minimum, since } => Finding::fail(msg!(
            "connectivity-connect-version-below-minimum",
            version = version,
            minimum = minimum.to_string(),
            since = since
        )),
        VersionStanding::OutOfSupport { since } => {
            Finding::fail(msg!("connectivity-connect-version-out-of-support", version = version, since = since))
        }
        VersionStanding::Unknown { newer: true } => Finding::warn(msg!(
            "connectivity-connect-version-newer",
            version = version,
            newest = table.newest().version.to_string(),
            checked = table.as_of
        )),
        VersionStanding::Unknown { newer: false } => {
            let why = msg!("connectivity-connect-version-unlisted", version = version, checked = table.as_of);
            Finding::could_not_check(Unavailable::Inconclusive { why })
        }
        VersionStanding::Supported { .. } if stale => Finding::warn(msg!(
            "connectivity-connect-version-table-old",
            version = version,
            checked = table.as_of,
            days = i64::from(table_age)
        )),
        VersionStanding::Supported { until: Some(until) } => {
            Finding::pass(msg!("connectivity-connect-version-supported", version = version, until = until))
        }
        VersionStanding::Supported { until: None } => {
            Finding::pass(msg!("connectivity-connect-version-supported-open", version = version, checked = table.as_of))
        }
    };

    let mut finding = finding
        .from(connect)
        .with("evidence-connect-version", installed.version.to_string())
        .with("evidence-connect-newest", table.newest().version.to_string())
        .with("evidence-connect-table", table.as_of);
    if let Some(release) = table.release(installed.version) {
        for note in &release.notes {
            finding = finding.with("evidence-connect-note", Message::new(note));
        }
    }
    if table.defects_of(installed.version).next().is_some() {
        finding = finding.relate("sync.known-defects");
    }
    case.unless_elsewhere(finding)
}

#[cfg(test)]
mod tests {
    use super::{
        super::testing::{Given, given, said},
        *,
    };
    use crate::facts::sync_server::{Connect, SyncServerFacts};

    fn installed(version: &str) -> SyncServerFacts {
        let connect = Connect { version: version.parse().expect("a version"), service_state: "Running".into() };
        SyncServerFacts { connect: Some(connect).into(), ..Default::default() }
    }

    fn of(version: &str) -> Given {
        given().sync_server(installed(version))
    }

    #[test]
    fn a_version_in_support_passes() {
        assert_eq!(said(&of("2.6.84.0").judge(&CHECK)), ("pass", "connectivity-connect-version-supported"));
        assert_eq!(said(&of("2.6.92.0").judge(&CHECK)), ("pass", "connectivity-connect-version-supported-open"));
    }

    #[test]
    fn what_the_table_does_not_know_is_never_passed() {
        assert_eq!(said(&of("2.7.1.0").judge(&CHECK)), ("warn", "connectivity-connect-version-newer"));
        assert_eq!(said(&of("2.6.85.0").judge(&CHECK)), ("could_not_check", "unavailable-inconclusive"));
    }

    #[test]
    fn an_old_table_warns() {
        let finding = of("2.6.92.0").parameter("table_max_age_days", 10).judge(&CHECK);
        assert_eq!(said(&finding), ("warn", "connectivity-connect-version-table-old"));
        // What was wrong by an old table has not become right since.
        let finding = of("2.5.76.0").parameter("table_max_age_days", 10).judge(&CHECK);
        assert_eq!(finding.verdict.name(), "fail");
    }

    #[test]
    fn dead_versions_fail() {
        assert_eq!(said(&of("2.5.76.0").judge(&CHECK)), ("fail", "connectivity-connect-version-below-minimum"));
        assert_eq!(said(&of("1.6.16.0").judge(&CHECK)), ("fail", "connectivity-connect-version-below-minimum"));
        assert_eq!(said(&of("2.5.79.0").judge(&CHECK)), ("fail", "connectivity-connect-version-out-of-support"));
        assert_eq!(said(&of("2.6.79.0").judge(&CHECK)), ("fail", "connectivity-connect-version-recalled"));
    }

    #[test]
    fn nothing_installed_fails_on_the_server_only() {
        let none = SyncServerFacts { connect: None.into(), ..Default::default() };
        assert_eq!(
            said(&given().sync_server(none).judge(&CHECK)),
            ("fail", "connectivity-connect-version-not-installed")
        );
    }

    #[test]
    fn an_unseen_version_is_not_judged() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let finding = given().sync_server(SyncServerFacts::default()).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-not-looked-at"));
    }
}
