//! Story tests: every built-in scenario through the real engine, and what it must find.
//!
//! What is expected stands in `expected.txt` of the scenario's folder: the conclusion, then one line for each judged
//! item, `verdict item summary-id`. `UPDATE_EXPECTED=1 cargo test -p readiness-tests --test stories` writes it anew;
//! read the difference before you commit it.

use std::{collections::BTreeMap, fmt::Write as _, path::PathBuf, sync::Arc};

use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Language, Words,
    assessment::{Assessment, Conclusion},
    checklist,
    engine::{self, Plan, Scope, Work},
    reference::Reference,
    scenario::{self, Scenario},
};
use tokio_util::sync::CancellationToken;

/// All recordings end at the same moment, so that a plain function can give the time.
fn recorded_at() -> Timestamp {
    "2026-11-22T09:00:00Z".parse().expect("a time")
}

async fn play(scenario: &Scenario) -> Assessment {
    assert_eq!(scenario.recorded_at, recorded_at(), "{}: recorded at another time", scenario.id);
    let mut assessment = scenario.assessment(checklist::built_in(), recorded_at());
    let work = Work {
        plan: Plan::new(&assessment, &Scope::All, recorded_at()),
        assessment: assessment.clone(),
        reference: Arc::new(Reference::built_in()),
        collectors: scenario.collectors(recorded_at()),
        clock: recorded_at,
    };
    let outcome = engine::run(work, |_| {}, CancellationToken::new()).await;
    assert!(outcome.errors.is_empty(), "{}: {:?}", scenario.id, outcome.errors);
    assessment.take(outcome, recorded_at());
    assessment
}

fn told(assessment: &Assessment) -> String {
    let conclusion = assessment.conclude(recorded_at()).conclusion;
    let mut text = format!("{}\n", conclusion.message_id());
    for item in assessment.checklist().items() {
        if let Some(judged) = assessment.finding(&item.id) {
            let finding = &judged.finding;
            let _ = writeln!(text, "{:<16} {:<34} {}", finding.verdict.name(), item.id, finding.summary.id);
        }
    }
    text
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_scenario_is_judged_as_expected() {
    let mut differences = Vec::new();
    assert!(scenario::built_in().len() >= 16, "scenarios are missing");
    for scenario in scenario::all() {
        let told = told(&play(scenario).await);
        let expected = scenario::built_in_file(&scenario.id, "expected.txt").unwrap_or_default();
        if told == expected {
            continue;
        }
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../assets/scenarios").join(&scenario.id);
            std::fs::write(folder.join("expected.txt"), &told).expect("written");
        }
        let lines: BTreeMap<&str, ()> = expected.lines().map(|line| (line, ())).collect();
        let new: Vec<&str> = told.lines().filter(|line| !lines.contains_key(line)).collect();
        differences.push(format!("{}: not expected:\n  {}", scenario.id, new.join("\n  ")));
    }
    assert!(differences.is_empty(), "{}", differences.join("\n\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_scenario_is_ready_before_people_have_answered() {
    for scenario in scenario::all() {
        let conclusion = play(scenario).await.conclude(recorded_at()).conclusion;
        let allowed = if scenario.id == "all-well" { Conclusion::Incomplete } else { Conclusion::NotReady };
        let nothing_seen = scenario.id == "nothing-reachable" && conclusion == Conclusion::Incomplete;
        assert!(conclusion == allowed || nothing_seen, "{}: {conclusion:?}", scenario.id);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_found_can_be_said_in_every_language() {
    for language in Language::all() {
        let words = Words::new(&language, TimeZone::UTC);
        for scenario in scenario::all() {
            assert!(words.has(&format!("scenario-{}", scenario.id)), "{language}: {}", scenario.id);
            let assessment = play(scenario).await;
            for (item, history) in &assessment.findings {
                let finding = &history[0].finding;
                let evidence = finding.evidence.iter().flat_map(|row| [&row.label, &row.value]);
                for message in evidence.chain(&finding.advice).chain([&finding.summary]) {
                    let said = words.say(message);
                    assert!(words.has(&message.id), "{language}: {item}: no words for {}", message.id);
                    assert!(!said.contains("{$"), "{language}: {item}: {said}");
                }
            }
        }
    }
}
