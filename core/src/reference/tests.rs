//! The built-in tables are sound and worded, the look-ups find what they should, and bad replacements are refused
//! with the place and what was expected.

use std::collections::BTreeMap;

use fluent_syntax::ast::Entry;
use jiff::civil::{Date, date};

use super::*;

/// The day on which the tables were checked; most questions are asked as of then.
const TODAY: Date = date(2026, 11, 22);

fn version(text: &str) -> ConnectVersion {
    text.parse().unwrap()
}

fn file(name: &str, text: &str) -> (String, String) {
    (name.to_owned(), text.to_owned())
}

#[test]
fn built_in_tables_are_sound() {
    let reference = Reference::built_in();
    for (name, as_of) in reference.dates() {
        assert!(as_of.year() >= 2026, "{name} is of {as_of}");
        assert!(!Reference::is_stale(as_of, TODAY), "{name} is of {as_of}");
    }
    assert_eq!(
        reference
            .licences
            .skus
            .iter()
            .filter(|sku| !sku.plans.is_empty())
            .count(),
        66
    );
    assert_eq!(reference.events.events.len(), 50);
}

#[test]
fn a_table_is_stale_after_half_a_year_and_not_before() {
    assert!(!Reference::is_stale(date(2026, 1, 1), date(2026, 6, 30)));
    assert!(Reference::is_stale(date(2026, 1, 1), date(2026, 7, 1)));
    assert!(!Reference::is_stale(date(2026, 7, 1), date(2026, 1, 1)));
}

#[test]
fn versions_stand_as_their_dates_say() {
    let versions = Reference::built_in().versions;
    let judge = |text: &str, today| versions.judge(version(text), today);
    let minimum = VersionStanding::BelowMinimum {
        minimum: version("2.5.79.0"),
        since: date(2026, 9, 30),
    };

    assert_eq!(
        judge("2.6.92.0", TODAY),
        VersionStanding::Supported { until: None }
    );
    assert_eq!(
        judge("2.6.3.0", TODAY),
        VersionStanding::Supported {
            until: Some(date(2027, 7, 7))
        }
    );
    assert_eq!(judge("2.6.79.0", TODAY), VersionStanding::Recalled);
    assert_eq!(judge("2.5.76.0", TODAY), minimum);
    assert_eq!(judge("1.1.443.0", TODAY), minimum);
    assert_eq!(judge("2.1.20.0", TODAY), minimum);
    assert_eq!(
        judge("2.5.79.0", TODAY),
        VersionStanding::OutOfSupport {
            since: date(2026, 10, 23)
        }
    );
}

#[test]
fn standing_changes_on_the_day_and_not_before() {
    let versions = Reference::built_in().versions;
    let judge = |text: &str, today| versions.judge(version(text), today);

    assert_eq!(
        judge("2.5.79.0", date(2026, 10, 23)),
        VersionStanding::Supported {
            until: Some(date(2026, 10, 23))
        }
    );
    assert_eq!(
        judge("2.5.79.0", date(2026, 10, 24)),
        VersionStanding::OutOfSupport {
            since: date(2026, 10, 23)
        }
    );
    assert_eq!(
        judge("2.5.76.0", date(2026, 9, 29)),
        VersionStanding::OutOfSupport {
            since: date(2026, 9, 1)
        }
    );
    assert!(matches!(
        judge("2.5.76.0", date(2026, 9, 30)),
        VersionStanding::BelowMinimum { .. }
    ));
    assert_eq!(
        judge("1.1.443.0", date(2026, 9, 29)),
        VersionStanding::OutOfSupport {
            since: date(2022, 8, 31)
        }
    );
}

#[test]
fn an_unlisted_version_is_never_supported() {
    let versions = Reference::built_in().versions;
    let judge = |text: &str, today| versions.judge(version(text), today);

    assert_eq!(
        judge("2.7.1.0", TODAY),
        VersionStanding::Unknown { newer: true }
    );
    assert_eq!(
        judge("2.6.85.0", TODAY),
        VersionStanding::Unknown { newer: false }
    );
    // Older than 2.5.190.0, so out of support at the latest with it.
    assert_eq!(
        judge("2.5.100.0", date(2027, 2, 3)),
        VersionStanding::OutOfSupport {
            since: date(2027, 2, 2)
        }
    );
    // The next newer row was recalled and must not stand for a release.
    assert_eq!(
        judge("2.6.78.0", TODAY),
        VersionStanding::Unknown { newer: false }
    );
    assert_eq!(versions.newest().version, version("2.6.92.0"));
}

#[test]
fn defects_affect_the_versions_they_name() {
    let versions = Reference::built_in().versions;
    let defects = |text: &str| -> Vec<String> {
        versions
            .defects_of(version(text))
            .map(|defect| defect.id.clone())
            .collect()
    };
    assert_eq!(defects("2.6.92.0"), Vec::<String>::new());
    assert_eq!(defects("2.5.190.0"), ["edited-configuration"]);
    assert_eq!(defects("2.1.16.0"), ["access-denied", "database-deadlocks"]);
    assert_eq!(defects("2.1.19.0"), ["database-deadlocks"]);
    assert_eq!(
        defects("1.2.65.0"),
        [
            "old-controllers",
            "unexpire-not-granted",
            "access-denied",
            "database-deadlocks"
        ]
    );
}

#[test]
fn plans_decide_and_names_do_not() {
    let licences = Reference::built_in().licences;
    assert!(licences.qualifies("41781FB2-BC02-4B7C-BD55-B576C07BB09D"));
    assert!(licences.qualifies("{eec0eb4f-6444-4f95-aba0-50c24d67f998}"));
    assert!(!licences.qualifies("c4da7f8a-5ee2-4c99-a7e1-87d2df57f6fe"));
    assert!(!licences.qualifies("00000000-0000-0000-0000-000000000000"));
    assert!(!licences.qualifies("AAD_PREMIUM"));

    let standard = licences
        .sku("f245ecc8-75af-4f8e-b61f-27d8114de5f3")
        .unwrap();
    assert_eq!(standard.product, "Microsoft 365 Business Standard");
    assert!(!standard.qualifies());
    let premium = licences
        .sku("cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46")
        .unwrap();
    assert!(premium.qualifies());
}

#[test]
fn a_licence_for_a_room_is_no_licence_for_a_person() {
    let licences = Reference::built_in().licences;
    let devices: Vec<_> = licences.skus.iter().filter(|sku| sku.device).collect();
    assert_eq!(devices.len(), 10);
    assert!(
        devices
            .iter()
            .all(|sku| !sku.qualifies() && !sku.plans.is_empty())
    );
    assert!(licences.is_device("295a8eb0-f78d-45c7-8b5b-1eed5ed02dff"));
    assert!(!licences.is_device("05e9a617-0261-4cee-bb44-138d3ef5d965"));
}

#[test]
fn each_cloud_has_its_own_addresses() {
    let endpoints = Reference::built_in().endpoints;
    let graphs: Vec<_> = Cloud::ALL
        .map(|cloud| endpoints.cloud(cloud).graph.clone())
        .to_vec();
    assert_eq!(
        graphs,
        [
            "https://graph.microsoft.com",
            "https://graph.microsoft.us",
            "https://dod-graph.microsoft.us",
            "https://microsoftgraph.chinacloudapi.cn"
        ]
    );
    for cloud in Cloud::ALL {
        assert_eq!(cloud.to_string().parse(), Ok(cloud));
        let row = endpoints.cloud(cloud);
        assert!(
            row.relay
                .well_known
                .iter()
                .all(|host| row.is_relay(&host.host)),
            "{cloud}"
        );
        assert!(
            !row.sign_in.is_empty() && !row.revocation.is_empty(),
            "{cloud}"
        );
    }
    assert!("GCC".parse::<Cloud>().is_err());
}

#[test]
fn the_misprinted_relay_is_never_probed_and_the_real_one_is() {
    let endpoints = Reference::built_in().endpoints;
    for host in [
        "servicebus.windows.networks",
        "X.ServiceBus.Windows.Networks.",
    ] {
        assert_eq!(
            endpoints.never_probe(host).unwrap().reason,
            "never-probe-misprint"
        );
        assert_eq!(endpoints.cloud_of_relay(host), None);
    }
    let real = "g12-prod-ch3-001-sb.servicebus.windows.net";
    assert_eq!(endpoints.never_probe(real), None);
    assert_eq!(endpoints.cloud_of_relay(real), Some(Cloud::Global));
    assert_eq!(endpoints.cloud_of_relay("servicebus.windows.net"), None);
    assert_eq!(endpoints.cloud_of_relay("notservicebus.windows.net"), None);
    let rules: Vec<_> = endpoints.cloud(Cloud::Global).relay_rules().collect();
    assert_eq!(rules, ["*.servicebus.windows.net"]);
}

#[test]
fn only_a_relay_answers_like_a_relay() {
    let endpoints = Reference::built_in().endpoints;
    let body = "<Error><Code>401</Code><Detail>MissingToken: a token is required</Detail></Error>";
    assert!(endpoints.is_relay_answer(401, body));
    assert!(!endpoints.is_relay_answer(200, body));
    assert!(!endpoints.is_relay_answer(401, "<html>Sign in to the proxy</html>"));
}

#[test]
fn roles_are_found_by_template() {
    let roles = Reference::built_in().roles;
    let hybrid = "8AC3FC64-6ECA-42EA-9E69-59F4C7B60EB2";
    assert_eq!(
        roles.by_template(hybrid).unwrap().id,
        "hybrid-identity-administrator"
    );
    assert!(roles.serves(hybrid, Purpose::EnableWriteback));
    assert!(!roles.serves(hybrid, Purpose::ReadReports));
    let enabling: Vec<_> = roles
        .for_purpose(Purpose::EnableWriteback)
        .map(|role| role.id.as_str())
        .collect();
    assert_eq!(
        enabling,
        ["hybrid-identity-administrator", "global-administrator"]
    );
}

#[test]
fn rights_are_those_that_writeback_needs() {
    let rights = Reference::built_in().rights;
    let ids = |scope| -> Vec<String> {
        rights
            .required(scope)
            .map(|right| right.id.clone())
            .collect()
    };
    assert_eq!(
        ids(RightScope::DescendantUsers),
        [
            "reset-password",
            "write-lockout-time",
            "write-password-last-set"
        ]
    );
    assert_eq!(ids(RightScope::DomainRoot), ["unexpire-password"]);
    assert!(!rights.right("change-password").unwrap().required);
    assert_eq!(rights.right("reset-password").unwrap().kind.mask(), 0x100);
    assert!(rights.minimum.controller_build == 14393 && rights.os_build(9600).is_some());
}

#[test]
fn principals_are_known_by_the_whole_sid_or_its_last_part() {
    let rights = Reference::built_in().rights;
    let id = |sid: &str| rights.principal(sid).map(|principal| principal.id.clone());
    assert_eq!(id("S-1-5-11").as_deref(), Some("authenticated-users"));
    assert_eq!(id("S-1-5-21-1-2-3-512").as_deref(), Some("domain-admins"));
    assert_eq!(id("S-1-5-21-1-2-3-1512"), None);
    assert_eq!(id("S-1-5-32-512"), None);
    assert_eq!(id("S-1-5-32-544").as_deref(), Some("administrators"));
}

#[test]
fn either_policy_control_is_enough_and_the_current_one_is_named() {
    let rights = Reference::built_in().rights;
    let (current, old) = ("1.2.840.113556.1.4.2239", "1.2.840.113556.1.4.2066");
    assert_eq!(rights.policy_control(&[old, current]).unwrap().oid, current);
    assert!(rights.policy_control(&[old]).unwrap().deprecated);
    assert_eq!(rights.policy_control(&["1.2.840.113556.1.4.801"]), None);
}

#[test]
fn events_are_found_by_provider_and_number() {
    let events = Reference::built_in().events;
    let lost = events.by_id("passwordresetservice", 31034).unwrap();
    assert_eq!(lost.item.as_deref(), Some("connectivity.service-bus-host"));
    assert_eq!(lost.message(), "event-31034");
    assert_eq!(events.by_id("ADSync", 31034), None);
    assert_eq!(
        events.providers(),
        [
            "ADSync",
            "Directory Synchronization",
            "PasswordResetService"
        ]
    );
    assert_eq!(
        events
            .activity("reset password (by admin)")
            .unwrap()
            .operation,
        Operation::AdminReset
    );
}

#[test]
fn trouble_is_settled_by_a_success_of_the_same_kind_only() {
    let events = Reference::built_in().events;
    let settles = |trouble, later| {
        let event = |id| events.by_id("PasswordResetService", id).unwrap();
        event(trouble).is_settled_by(event(later))
    };
    assert!(settles(31003, 31002));
    assert!(settles(33004, 31010));
    assert!(settles(31034, 31019));
    assert!(settles(31016, 31015));
    assert!(!settles(31003, 31007));
    assert!(!settles(31003, 31019));
    assert!(!settles(31034, 31002));
    assert!(!settles(31003, 31001));
    assert!(!settles(31015, 31016));
}

#[test]
fn codes_are_found_in_longer_texts_and_not_in_longer_numbers() {
    let events = Reference::built_in().events;
    let code = |text: &str| events.code_in(text).map(|code| code.code.clone());
    let found = |text: &str, expected: &str| assert_eq!(code(text).as_deref(), Some(expected));

    found(
        "hr=80230619, message=A restriction prevents the password",
        "80230619",
    );
    found(
        "BAIL: MMS(1): server.cpp(11139): 0x8023062C (LDAP)",
        "8023062c",
    );
    found(
        "Error: SSPR_0029: your organization has not set up",
        "sspr-0029",
    );
    found("reason=OnPremisesSuccessCloudFailure", "cloud-failure");
    // The more specific of two.
    found(
        "hr=80230626: The management agent credentials were denied access.",
        "80230626",
    );
    found(
        "ERR: the SERVER does not contain the LDAP password policy control.",
        "password-policy-control",
    );
    assert_eq!(code("correlation 180230619a"), None);
    assert_eq!(code("SSPR_00291"), None);
    assert_eq!(code("nothing known"), None);
    let both = "80230626 management agent credentials were denied access";
    assert_eq!(events.codes_in(both).count(), 2);
}

#[test]
fn causes_are_items_of_the_checklist() {
    let reference = Reference::built_in();
    let sections = [
        "account",
        "connectivity",
        "directory",
        "licence",
        "proof",
        "recovery",
        "sync",
        "tenant",
    ];
    let events = reference.events.events.iter().flat_map(Event::items);
    let codes = reference.events.codes.iter().flat_map(ErrorCode::items);
    let defects = reference
        .versions
        .defects
        .iter()
        .flat_map(|row| &row.mistaken_for)
        .map(String::as_str);
    for item in events.chain(codes).chain(defects) {
        let (section, name) = item.split_once('.').unwrap_or((item, ""));
        assert!(sections.contains(&section) && !name.is_empty(), "{item}");
    }
    for code in reference
        .versions
        .defects
        .iter()
        .flat_map(|row| &row.shows_as)
    {
        assert!(reference.events.code(code).is_some(), "{code}");
    }
}

#[test]
fn replacing_one_table_keeps_the_others() {
    let text = built_in_text!("roles.toml").replace("2026-11-22", "2027-01-31");
    let reference = Reference::from_files([file("data/roles.toml", &text)]).unwrap();
    assert_eq!(reference.roles.as_of, date(2027, 1, 31));
    assert_eq!(reference.events, Reference::built_in().events);
    assert_eq!(Reference::from_files([]).unwrap(), Reference::built_in());
}

#[test]
fn a_bad_replacement_is_refused_with_its_place() {
    let roles = built_in_text!("roles.toml");
    let place = |name: &str, text: String| match Reference::from_files([(name.to_owned(), text)]) {
        Err(ReferenceError::Invalid {
            file,
            line,
            expected,
        }) => (file, line, expected),
        other => panic!("expected a refusal with a place, found {other:?}"),
    };

    let (name, line, expected) = place("roles.toml", roles.replace("2026-11-22", "\"soon\""));
    assert_eq!((name.as_str(), line), ("roles.toml", 2));
    assert!(expected.contains("date"), "{expected}");

    let (_, line, expected) = place("roles.toml", roles.replace("as_of =", "as_off ="));
    assert_eq!(line, 2);
    assert!(expected.contains("as_off"), "{expected}");

    let twice = format!(
        "{roles}\n{}",
        roles
            .split_once("[[role]]")
            .unwrap()
            .1
            .replacen("\nid", "\n[[role]]\nid", 1)
    );
    let (_, _, expected) = place("roles.toml", twice);
    assert!(expected.contains("once"), "{expected}");

    let (_, line, expected) = place(
        "roles.toml",
        roles.replace("8ac3fc64-6eca", "8ac3fc64_6eca"),
    );
    assert!(expected.contains("GUID") && line > 2, "{line}: {expected}");

    let hosts = built_in_text!("endpoints.toml");
    let misprint = hosts.replace(
        "prodscu.servicebus.windows.net\"",
        "prodscu.servicebus.windows.networks\"",
    );
    let (_, line, expected) = place("endpoints.toml", misprint.clone());
    assert!(expected.contains("never_probe"), "{expected}");
    assert!(
        misprint.lines().nth(line - 1).unwrap().contains("prodscu"),
        "{line}"
    );

    let (_, _, expected) = place(
        "endpoints.toml",
        hosts.replace("cloud = \"dod\"", "cloud = \"china\""),
    );
    assert!(expected.contains("[[cloud]]"), "{expected}");
}

#[test]
fn a_name_that_is_no_table_or_comes_twice_is_refused() {
    let roles = built_in_text!("roles.toml");
    assert!(matches!(
        Reference::from_files([file("rolls.toml", roles)]),
        Err(ReferenceError::UnknownFile { .. })
    ));
    assert!(matches!(
        Reference::from_files([file("a/roles.toml", roles), file("b\\roles.toml", roles)]),
        Err(ReferenceError::Repeated { .. })
    ));
}

/// The message ids of one language's file, each with its attributes.
fn words(text: &str) -> BTreeMap<String, Vec<String>> {
    let resource = fluent_syntax::parser::parse(text).unwrap();
    let mut words = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let id = message.id.name.to_owned();
            let attributes = message
                .attributes
                .iter()
                .map(|attribute| attribute.id.name.to_owned())
                .collect();
            assert!(
                words.insert(id.clone(), attributes).is_none(),
                "{id} comes twice"
            );
        }
    }
    words
}

fn all_words() -> [BTreeMap<String, Vec<String>>; 2] {
    [
        words(include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../assets/words/en/reference.ftl"
        ))),
        words(include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../assets/words/zh-CN/reference.ftl"
        ))),
    ]
}

#[test]
fn both_languages_have_the_same_words() {
    let [english, chinese] = all_words();
    assert_eq!(english, chinese);
}

#[test]
fn everything_in_the_tables_has_words() {
    let reference = Reference::built_in();
    let [english, _] = all_words();
    let explained = (reference.events.events.iter().map(Event::message))
        .chain(reference.events.codes.iter().map(ErrorCode::message))
        .chain(reference.versions.defects.iter().map(Defect::message));
    for id in explained {
        assert_eq!(
            english.get(&id).unwrap_or_else(|| panic!("{id}")),
            &["meaning", "remedy"],
            "{id}"
        );
    }
    let named = (reference.roles.roles.iter().map(Role::message))
        .chain(reference.rights.rights.iter().map(Right::message))
        .chain(reference.rights.principals.iter().map(Principal::message))
        .chain(
            reference
                .endpoints
                .never_probe
                .iter()
                .map(|row| row.reason.clone()),
        )
        .chain(
            reference
                .versions
                .releases
                .iter()
                .flat_map(|row| row.notes.clone()),
        )
        .chain(
            reference
                .versions
                .thresholds
                .iter()
                .map(|row| row.note.clone()),
        )
        .chain(Cloud::ALL.map(Cloud::message));
    for id in named {
        assert!(english.contains_key(&id), "{id}");
    }
}
