//! Every message of English exists in every language with the same attributes and arguments, and every resource parses.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;
use jiff::tz::TimeZone;

use super::*;
use crate::msg;

/// Arguments by `id` and `id.attribute`.
type Signatures = BTreeMap<String, BTreeSet<String>>;

fn variables(pattern: &ast::Pattern<String>, into: &mut BTreeSet<String>) {
    fn inline(expression: &ast::InlineExpression<String>, into: &mut BTreeSet<String>) {
        match expression {
            ast::InlineExpression::VariableReference { id } => {
                into.insert(id.name.clone());
            }
            ast::InlineExpression::Placeable { expression } => whole(expression, into),
            _ => {}
        }
    }
    fn whole(expression: &ast::Expression<String>, into: &mut BTreeSet<String>) {
        match expression {
            ast::Expression::Inline(expression) => inline(expression, into),
            ast::Expression::Select { selector, variants } => {
                inline(selector, into);
                for variant in variants {
                    variables(&variant.value, into);
                }
            }
        }
    }
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            whole(expression, into);
        }
    }
}

fn signatures(language: &Language) -> Signatures {
    let mut all = Signatures::new();
    for path in Files::iter().filter(|path| path.starts_with(&format!("{language}/"))) {
        let file = Files::get(&path).expect("it was listed");
        let text = String::from_utf8(file.data.into_owned()).unwrap_or_else(|_| panic!("{path} is not UTF-8"));
        let resource = fluent_syntax::parser::parse(text)
            .unwrap_or_else(|(_, errors)| panic!("{path} does not parse: {errors:?}"));
        for entry in resource.body {
            let ast::Entry::Message(message) = entry else { continue };
            let mut own = BTreeSet::new();
            if let Some(value) = &message.value {
                variables(value, &mut own);
            }
            let id = message.id.name;
            for attribute in &message.attributes {
                let mut own = BTreeSet::new();
                variables(&attribute.value, &mut own);
                all.insert(format!("{id}.{}", attribute.id.name), own);
            }
            assert!(all.insert(id.clone(), own).is_none(), "{path}: {id} is there twice");
        }
    }
    all
}

#[test]
fn a_language_tells_its_own_name_without_the_rest_of_its_words() {
    for language in Language::all() {
        let whole = Words::new(&language, TimeZone::UTC);
        assert_eq!(language.own_name(), whole.text("language-name"), "{language}");
    }
}

#[test]
fn every_language_has_every_message_with_the_same_arguments() {
    let english = signatures(&Language::english());
    assert!(english.len() > 100);
    for language in Language::all().iter().skip(1) {
        let other = signatures(language);
        let missing: Vec<_> = english.keys().filter(|id| !other.contains_key(*id)).collect();
        let extra: Vec<_> = other.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{language}: missing {missing:?}, not in English {extra:?}");
        for (id, arguments) in &english {
            // A language may leave out a number that only chooses a plural form it does not have.
            assert!(other[id].is_subset(arguments), "{language}: {id} uses arguments that English does not");
        }
    }
}

#[test]
fn english_and_chinese_are_there() {
    let tags: Vec<_> = Language::all().iter().map(|language| language.tag().to_owned()).collect();
    assert_eq!(tags, ["en", "zh-CN"]);
    assert_eq!(Language::for_locale("zh_CN.UTF-8").tag(), "zh-CN");
    assert_eq!(Language::for_locale("C").tag(), "en");
}

#[test]
fn dates_durations_and_lists_follow_the_language() {
    let time: jiff::Timestamp = "2026-11-20T14:02:07Z".parse().expect("a time");
    let english = Words::new(&Language::english(), TimeZone::UTC);
    let chinese = Words::new(&"zh-CN".parse().expect("Chinese"), TimeZone::UTC);
    assert_eq!(english.date_time(time), "20 Nov 2026, 14:02");
    assert_eq!(chinese.date_time(time), "2026年11月20日 14:02");
    assert_eq!(english.duration(148), "148 ms");
    assert_eq!(english.duration(180_000), "3 min");
    assert_eq!(chinese.duration(148), "148 毫秒");
    assert_eq!(english.duration(1_250), "1.3 s");
    assert_eq!(english.list(&["a".into(), "b".into()]), "a, b");
    assert_eq!(chinese.list(&["a".into(), "b".into()]), "a、b");
}

#[test]
fn a_message_within_a_message_is_said_first() {
    let words = Words::new(&Language::english(), TimeZone::UTC);
    let inner = msg!("unavailable-not-signed-in");
    let said = words.say(&msg!("unavailable-inconclusive", why = inner.clone()));
    assert!(said.contains(&words.say(&inner)), "{said}");
}

#[test]
fn an_attribute_is_said_by_its_dotted_id() {
    let words = Words::new(&Language::english(), TimeZone::UTC);
    let remedy = words.attribute("event-31034", "remedy").expect("the event has a remedy");
    assert_eq!(words.say(&msg!("event-31034.remedy")), remedy);
    assert!(words.has("event-31034.remedy") && !words.has("event-31034.nothing") && !words.has("nothing.remedy"));
    assert_eq!(words.say(&msg!("event-31034.nothing")), "event-31034.nothing");
}
