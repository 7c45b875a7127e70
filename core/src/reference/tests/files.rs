//! The built-in tables are sound, and bad replacements are refused with the place and what was expected.

use jiff::civil::date;

use super::*;

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
    assert_eq!(reference.licences.skus.iter().filter(|sku| !sku.plans.is_empty()).count(), 66);
    assert_eq!(reference.events.events.len(), 50);
}

#[test]
fn a_table_is_stale_after_half_a_year_and_not_before() {
    assert!(!Reference::is_stale(date(2026, 1, 1), date(2026, 6, 30)));
    assert!(Reference::is_stale(date(2026, 1, 1), date(2026, 7, 1)));
    assert!(!Reference::is_stale(date(2026, 7, 1), date(2026, 1, 1)));
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
        Err(ReferenceError::Invalid { file, line, expected }) => (file, line, expected),
        other => panic!("expected a refusal with a place, found {other:?}"),
    };

    let (name, line, expected) = place("roles.toml", roles.replace("2026-11-22", "\"soon\""));
    assert_eq!((name.as_str(), line), ("roles.toml", 2));
    assert!(expected.contains("date"), "{expected}");

    let (_, line, expected) = place("roles.toml", roles.replace("as_of =", "as_off ="));
    assert_eq!(line, 2);
    assert!(expected.contains("as_off"), "{expected}");

    let twice = format!("{roles}\n{}", roles.split_once("[[role]]").unwrap().1.replacen("\nid", "\n[[role]]\nid", 1));
    let (_, _, expected) = place("roles.toml", twice);
    assert!(expected.contains("once"), "{expected}");

    let (_, line, expected) = place("roles.toml", roles.replace("8ac3fc64-6eca", "8ac3fc64_6eca"));
    assert!(expected.contains("GUID") && line > 2, "{line}: {expected}");

    let hosts = built_in_text!("endpoints.toml");
    let misprint = hosts.replace("prodscu.servicebus.windows.net\"", "prodscu.servicebus.windows.networks\"");
    let (_, line, expected) = place("endpoints.toml", misprint.clone());
    assert!(expected.contains("never_probe"), "{expected}");
    assert!(misprint.lines().nth(line - 1).unwrap().contains("prodscu"), "{line}");

    let (_, _, expected) = place("endpoints.toml", hosts.replace("cloud = \"dod\"", "cloud = \"china\""));
    assert!(expected.contains("[[cloud]]"), "{expected}");
}

#[test]
fn a_name_that_is_no_table_or_comes_twice_is_refused() {
    let roles = built_in_text!("roles.toml");
    assert!(matches!(Reference::from_files([file("rolls.toml", roles)]), Err(ReferenceError::UnknownFile { .. })));
    assert!(matches!(
        Reference::from_files([file("a/roles.toml", roles), file("b\\roles.toml", roles)]),
        Err(ReferenceError::Repeated { .. })
    ));
}
