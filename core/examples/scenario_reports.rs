//! Prints the report of every scenario, in every language, into a folder: to look at pages after a change of the layout.
//!
//! `cargo run -p readiness-core --example scenario_reports -- <folder> [<picture>]`

use std::{path::Path, time::Instant};

use jiff::{Timestamp, civil::date, tz::TimeZone};
use readiness_core::{
    Language, Words,
    assessment::{Answer, Assessment, Attachment, Outcome, Role, Status},
    checklist::{self, ItemId},
    engine::judge,
    facts::Facts,
    reference::Reference,
    report::{Report, ReportOptions, pdf},
    scenario::{self, Scenario},
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("which folder?")?;
    // A picture that people attach to their answers.
    let picture = std::env::args().nth(2).map(std::fs::read).transpose()?.unwrap_or_default();
    let now: Timestamp = "2026-11-22T13:05:00Z".parse()?;
    for scenario in scenario::all() {
        let training = judged(scenario, scenario.facts(now)?, now);
        write(Path::new(&folder), &scenario.id, &training, now)?;

        // The same subject, as if nobody had looked at the network and people had spoken.
        let mut facts = serde_json::to_value(scenario.facts(now)?)?;
        facts
            .as_array_mut()
            .ok_or("facts are not a list")?
            .retain(|snapshot| snapshot.get("source").is_none_or(|source| source != "network"));
        let mut draft = judged(scenario, serde_json::from_value(facts)?, now);
        draft.training = None;
        people(&mut draft, picture.clone(), now)?;
        write(Path::new(&folder), &format!("{}-draft", scenario.id), &draft, now)?;
        draft.sign_off(Role::Assessor, "Lin Yue 林悦", "Consultant", now)?;
        draft.sign_off(Role::Customer, "Maria Berg", "Head of Identity", now)?;
        write(Path::new(&folder), &format!("{}-signed", scenario.id), &draft, now)?;
    }
    Ok(())
}

fn judged(scenario: &Scenario, facts: Facts, now: Timestamp) -> Assessment {
    let checklist = checklist::built_in();
    let mut assessment = scenario.assessment(checklist, now);
    let items: Vec<ItemId> = checklist.items().map(|item| item.id.clone()).collect();
    let reference = Reference::built_in();
    let findings = judge(checklist, &items, &facts, &assessment.subject, &reference, now);
    assessment.facts = facts;
    assessment.take_findings(findings, now);
    assessment
}

/// An answer to everything that waits for a person, and an exception for every other thing that is open.
fn people(assessment: &mut Assessment, picture: Vec<u8>, now: Timestamp) -> Result<(), Box<dyn std::error::Error>> {
    let picture = Attachment::new("scope.png", picture);
    let picture = assessment.attach(picture)?;
    let items: Vec<(ItemId, Status)> =
        assessment.checklist().items().map(|item| (item.id.clone(), assessment.state(item, now).status)).collect();
    for (index, (item, status)) in items.iter().enumerate() {
        match status {
            Status::NeedsYou if index % 3 != 0 => {
                let answer = Answer {
                    outcome: Outcome::Pass,
                    who: "Maria Berg".into(),
                    title: "Head of Identity".into(),
                    why: "Seen in the admin centre. 已在管理中心确认。".into(),
                    at: now,
                    seen_on: None,
                    until: None,
                    subject: String::new(),
                    attachments: vec![picture.clone()],
                    other: Default::default(),
                };
                assessment.answer(item, answer, now)?;
            }
            Status::CouldNotCheck | Status::Fail if index % 4 == 0 => {
                assessment.except(
                    item,
                    "Maria Berg",
                    "Replaced in February; no user of the pilot is affected.",
                    date(2027, 2, 28),
                    now,
                )?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn write(folder: &Path, name: &str, assessment: &Assessment, now: Timestamp) -> Result<(), Box<dyn std::error::Error>> {
    for language in Language::all() {
        let words = Words::new(&language, TimeZone::UTC);
        let report = Report::compose(assessment, &words, &ReportOptions { now });
        let began = Instant::now();
        let file = pdf::render(&report)?.into_file();
        println!("{name} {language}: {} KiB in {} ms", file.len() / 1024, began.elapsed().as_millis());
        std::fs::write(folder.join(format!("{name}-{language}.pdf")), file)?;
    }
    Ok(())
}
