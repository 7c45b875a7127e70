//! No name is left in a twin, and no verdict is another.

use jiff::Timestamp;

use super::super::*;
use crate::{
    checklist::{self, ItemId},
    engine::judge,
    reference::Reference,
    scenario::{self, Scenario},
};

const KEY: [u8; 32] = [7; 32];

fn now() -> Timestamp {
    "2026-11-22T09:00:00Z".parse().expect("a time")
}

fn judged(assessment: &Assessment) -> Vec<(ItemId, &'static str, String)> {
    let checklist = assessment.checklist();
    let items: Vec<ItemId> = checklist.items().map(|item| item.id.clone()).collect();
    let facts = assessment.facts.about(&assessment.subject);
    let found = judge(checklist, &items, &facts, &assessment.subject, &Reference::built_in(), now());
    found.into_iter().map(|(item, finding)| (item, finding.verdict.name(), finding.summary.id)).collect()
}

/// A scenario as it is after a run, with what people say of it.
fn played(scenario: &Scenario) -> Assessment {
    let mut assessment = scenario.assessment(checklist::built_in(), now());
    assessment.import(scenario.facts(now()).expect("facts"));
    let items: Vec<ItemId> = assessment.checklist().items().map(|item| item.id.clone()).collect();
    let facts = assessment.facts.clone();
    let found = judge(checklist::built_in(), &items, &facts, &assessment.subject, &Reference::built_in(), now());
    assessment.take_findings(found, now());
    let hash = assessment.attach(Attachment::new("contosozq.txt", b"seen by Minazq".to_vec())).expect("attached");
    let answer = Answer {
        outcome: Outcome::Pass,
        who: "Minazq Bergzq".into(),
        title: "Head of Zqurich".into(),
        why: "Asked Olafzq on the phone".into(),
        at: now(),
        seen_on: None,
        until: None,
        subject: String::new(),
        attachments: vec![hash],
        other: serde_json::Map::new(),
    };
    assessment.answer("proof.unlock", answer, now()).expect("allowed");
    assessment.note("proof.unlock", "Minazq Bergzq", "Call 0800 ZQ, says Olafzq", now()).expect("noted");
    let task = Task { owner: "Minazq Bergzq".into(), due: None };
    assessment.tasks.insert("proof.unlock".into(), task);
    assessment.run_errors.push(RunError {
        at: now(),
        source: Source::Tenant,
        why: Unavailable::Unreachable { target: "graphzq.contoso.local".into() },
    });
    assessment
}

/// The same with a mark in every name that only this customer has.
fn marked(assessment: &Assessment) -> Assessment {
    let mut text = serde_json::to_string(assessment).expect("text");
    for (name, mark) in [
        ("contoso", "contosozq"),
        ("Contoso", "Contosozq"),
        ("CONTOSO", "CONTOSOZQ"),
        ("fabrikam", "fabrikamzq"),
        ("FABRIKAM", "FABRIKAMZQ"),
        ("SYNC0", "SYNCZQ0"),
        ("dc01.", "dczq01."),
        ("dc02.", "dczq02."),
        ("gw01", "gwzq01"),
        ("tess@", "tesszq@"),
        ("nils@", "nilszq@"),
        ("ravi@", "ravizq@"),
        ("omar@", "omarzq@"),
        ("ivan.petrov", "ivan.petrovzq"),
        ("Tess Ting", "Tesszq Tingzq"),
        ("Nils Holm", "Nilszq Holmzq"),
        ("MSOL_3f9c", "MSOL_zq3f9c"),
        ("svc-entra-sync", "svc-entrazq-sync"),
        ("Harbour", "Harbourzq"),
        ("Northwind", "Northwindzq"),
        ("On Leave", "On Leavezq"),
    ] {
        // Marking twice would still be marked.
        text = text.replace(name, mark);
    }
    let mut assessment: Assessment = serde_json::from_str(&text).expect("still an assessment");
    // The subject is another one now; what was found is about it all the same.
    let subject = assessment.subject.digest();
    assessment.findings.values_mut().flatten().for_each(|judged| judged.subject.clone_from(&subject));
    assessment.answers.values_mut().flatten().for_each(|answer| answer.subject.clone_from(&subject));
    let mut facts = crate::facts::Facts::default();
    for snapshot in assessment.facts.snapshots().iter().rev() {
        let mut snapshot = snapshot.clone();
        snapshot.about = None;
        facts.add(snapshot);
    }
    assessment.facts = crate::facts::Facts::default();
    assessment.import(facts);
    assessment
}

#[test]
fn no_marked_name_is_left_in_the_twin_of_any_scenario() {
    for scenario in scenario::all() {
        let original = marked(&played(scenario));
        let twin = original.redacted(&KEY, now()).expect("a twin");
        let text = serde_json::to_string_pretty(&twin).expect("text");
        assert!(serde_json::to_string(&original).expect("text").to_lowercase().matches("zq").count() > 20);
        let left: Vec<&str> = text
            .lines()
            .filter(|line| {
                let line = line.to_lowercase();
                ["zq", "2871940031", "1004336348", "0b1f6471", "00000671", "20.190.160", "13.66.138"]
                    .iter()
                    .any(|mark| line.contains(mark))
            })
            .collect();
        assert!(left.is_empty(), "{}: {left:#?}", scenario.id);
        assert!(twin.attachments.is_empty() && twin.answers["proof.unlock"][0].attachments.len() == 1);
    }
}

#[test]
fn judging_the_twin_gives_the_same_verdicts() {
    for scenario in scenario::all() {
        for original in [played(scenario), marked(&played(scenario))] {
            let twin = original.redacted(&KEY, now()).expect("a twin");
            let (before, after) = (judged(&original), judged(&twin));
            for (before, after) in before.iter().zip(&after) {
                assert_eq!(before, after, "{}", scenario.id);
            }
            let stands = |assessment: &Assessment| {
                let items = assessment.checklist().items();
                items.map(|item| assessment.state(item, now()).status).collect::<Vec<_>>()
            };
            assert_eq!(stands(&original), stands(&twin), "{}", scenario.id);
            assert_eq!(original.conclude(now()).conclusion, twin.conclude(now()).conclusion);
        }
    }
}

#[test]
fn one_name_has_one_pseudonym_and_public_hosts_stay() {
    let original = played(scenario::by_id("half-configured").expect("built in"));
    let twin = original.redacted(&KEY, now()).expect("a twin");
    let subject = &twin.subject;
    let domain = subject.test_user.rsplit('@').next().expect("a domain");
    let label = domain.split('.').next().expect("a label");
    assert!(subject.tenant.starts_with(label) && subject.tenant.ends_with(".onmicrosoft.com"), "{subject:?}");
    assert!(subject.forest.starts_with(label) && subject.forest.ends_with(".local"), "{subject:?}");
    let text = serde_json::to_string(&twin).expect("text");
    assert!(text.contains("ssprdedicatedsbprodncu.servicebus.windows.net"));
    assert!(text.contains("login.microsoftonline.com"));
    assert!(text.contains(&format!("DC={label},DC=local")), "a distinguished name is still one");
    assert!(text.contains(&label.to_uppercase()), "so is the short name of a domain");
    let again = original.redacted(&KEY, now()).expect("a twin");
    assert_eq!(twin, again, "the same key gives the same twin");
    assert_ne!(twin.subject, original.redacted(&[8; 32], now()).expect("a twin").subject);
}

#[test]
fn a_twin_is_linked_to_its_original_and_is_made_once() {
    let original = played(scenario::by_id("all-well").expect("built in"));
    let twin = original.redacted(&KEY, now()).expect("a twin");
    let link = twin.redacted_from().expect("linked");
    assert_eq!((link.digest.as_str(), link.at), (original.digest().hex(), now()));
    assert!(original.redacted_from().is_none());
    assert!(matches!(twin.redacted(&KEY, now()), Err(RedactError::Already(_))));
    let bytes = file::to_bytes(&twin).expect("bytes");
    assert_eq!(file::parse(std::path::Path::new("twin.readiness"), &bytes).expect("read"), twin);
}

#[test]
fn the_proxy_of_the_system_loses_its_names_and_stays_what_it_is() {
    let mut original = played(scenario::by_id("all-well").expect("built in"));
    let proxy = serde_json::json!([{
        "vantage": { "kind": "workstation", "name": "WSZQ07" },
        "seen_at": now(),
        "source": "network",
        "facts": { "system_proxy": { "seen": {
            "store": "windows",
            "http": "gatezq.fabrikam-isp.net:8080",
            "https": "http://10.1.2.3:3128",
            "bypass": ["*.innerzq.local"],
            "script": "http://wpadzq.fabrikam-isp.net/proxy.pac",
        }}},
    }]);
    original.import(serde_json::from_value(proxy).expect("facts"));
    let twin = original.redacted(&KEY, now()).expect("a twin");
    let text = serde_json::to_string(&twin).expect("text").to_lowercase();
    for name in ["gatezq", "innerzq", "wpadzq", "wszq07", "fabrikam-isp", "10.1.2.3"] {
        let around = text.find(name).map(|at| text.get(at.saturating_sub(80)..at + 80));
        assert!(around.is_none(), "{name} is in the twin: {around:?}");
    }
    assert!(text.contains("\"store\":\"windows\"") && text.contains(":8080"));
}

#[test]
fn names_in_sentences_are_found() {
    let mut names = super::Names::new(super::Pseudonyms::new(&KEY));
    for name in ["contoso.local", r"CONTOSO\svc-entra", "sync01.contoso.local", "tess@contoso.com"] {
        names.add_name(name);
    }
    names.add_phrase("organisation", "Contoso Ltd");
    names.add_phrase("organisation", "北风贸易");
    for text in [
        r"CN=Tess Ting,OU=Sales\, North,DC=contoso,DC=local",
        "the user tess@contoso.com of CONTOSO",
        "SYNC01 did not answer",
        r"CONTOSO\someone",
        "via 1.1 proxy.contoso.local",
        "http://portal.contoso.com/block?who=tess",
        "Contoso Ltd",
        "of 北风贸易有限公司",
        "Contoso-Web-Gateway",
    ] {
        let said = names.scan(text);
        for name in ["contoso", "tess", "ting", "sales", "sync01", "someone", "北风"] {
            assert!(!said.to_lowercase().contains(name), "{text} -> {said}");
        }
    }
    for text in [
        "hr=8023062c, message=The password could not be set.",
        "Microsoft.CredentialManagement.OnPremisesPasswordReset.Shared.PasswordResetException",
        "2.6.92.0",
        "ssprdedicatedsbprodncu.servicebus.windows.net",
        "Authenticated Users",
        r"NT AUTHORITY\SYSTEM",
        "Windows Server 2022",
    ] {
        assert_eq!(names.scan(text), text);
    }
}
