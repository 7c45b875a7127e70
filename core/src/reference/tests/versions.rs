//! Versions of Connect stand as their dates say, and an unlisted one is never supported.

use jiff::civil::date;

use super::*;

fn version(text: &str) -> ConnectVersion {
    text.parse().unwrap()
}

#[test]
fn versions_stand_as_their_dates_say() {
    let versions = Reference::built_in().versions;
    let judge = |text: &str, today| versions.judge(version(text), today);
    let minimum = VersionStanding::BelowMinimum { minimum: version("2.5.79.0"), since: date(2026, 9, 30) };

    assert_eq!(judge("2.6.92.0", TODAY), VersionStanding::Supported { until: None });
    assert_eq!(judge("2.6.3.0", TODAY), VersionStanding::Supported { until: Some(date(2027, 7, 7)) });
    assert_eq!(judge("2.6.79.0", TODAY), VersionStanding::Recalled);
    assert_eq!(judge("2.5.76.0", TODAY), minimum);
    assert_eq!(judge("1.1.443.0", TODAY), minimum);
    assert_eq!(judge("2.1.20.0", TODAY), minimum);
    assert_eq!(judge("2.5.79.0", TODAY), VersionStanding::OutOfSupport { since: date(2026, 10, 23) });
}

#[test]
fn standing_changes_on_the_day_and_not_before() {
    let versions = Reference::built_in().versions;
    let judge = |text: &str, today| versions.judge(version(text), today);

    assert_eq!(judge("2.5.79.0", date(2026, 10, 23)), VersionStanding::Supported { until: Some(date(2026, 10, 23)) });
    assert_eq!(judge("2.5.79.0", date(2026, 10, 24)), VersionStanding::OutOfSupport { since: date(2026, 10, 23) });
    assert_eq!(judge("2.5.76.0", date(2026, 9, 29)), VersionStanding::OutOfSupport { since: date(2026, 9, 1) });
    assert!(matches!(judge("2.5.76.0", date(2026, 9, 30)), VersionStanding::BelowMinimum { .. }));
    assert_eq!(judge("1.1.443.0", date(2026, 9, 29)), VersionStanding::OutOfSupport { since: date(2022, 8, 31) });
}

#[test]
fn an_unlisted_version_is_never_supported() {
    let versions = Reference::built_in().versions;
    let judge = |text: &str, today| versions.judge(version(text), today);

    assert_eq!(judge("2.7.1.0", TODAY), VersionStanding::Unknown { newer: true });
    assert_eq!(judge("2.6.85.0", TODAY), VersionStanding::Unknown { newer: false });
    // Older than 2.5.190.0, so out of support at the latest with it.
    assert_eq!(judge("2.5.100.0", date(2027, 2, 3)), VersionStanding::OutOfSupport { since: date(2027, 2, 2) });
    // The next newer row was recalled and must not stand for a release.
    assert_eq!(judge("2.6.78.0", TODAY), VersionStanding::Unknown { newer: false });
    assert_eq!(versions.newest().version, version("2.6.92.0"));
}

#[test]
fn defects_affect_the_versions_they_name() {
    let versions = Reference::built_in().versions;
    let defects =
        |text: &str| -> Vec<String> { versions.defects_of(version(text)).map(|defect| defect.id.clone()).collect() };
    assert_eq!(defects("2.6.92.0"), Vec::<String>::new());
    assert_eq!(defects("2.5.190.0"), ["edited-configuration"]);
    assert_eq!(defects("2.1.16.0"), ["access-denied", "database-deadlocks"]);
    assert_eq!(defects("2.1.19.0"), ["database-deadlocks"]);
    assert_eq!(defects("1.2.65.0"), ["old-controllers", "unexpire-not-granted", "access-denied", "database-deadlocks"]);
}
