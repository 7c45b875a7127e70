//! The PDF of a full assessment in Chinese, and reading and judging an assessment with 10,000 items. Prints figures;
//! asserts nothing.

use std::{path::Path, sync::Arc, time::Instant};

use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{
    Subject, Words,
    assessment::{Assessment, file},
    checklist,
    engine::{self, Plan, Scope, Work, judge},
    reference::Reference,
    report::{Report, ReportOptions, pdf},
    scenario,
};
use tokio_util::sync::CancellationToken;

fn main() {
    let now = Timestamp::now();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let scenario = scenario::by_id("half-configured").expect("built in");
    let mut assessment = scenario.assessment(checklist::built_in(), now);
    let work = Work {
        plan: Plan::new(&assessment, &Scope::All, now),
        assessment: assessment.clone(),
        reference: Arc::new(Reference::built_in()),
        collectors: scenario.collectors(now),
        clock: Timestamp::now,
    };
    let outcome = runtime.block_on(engine::run(work, |_| {}, CancellationToken::new()));
    assessment.take(outcome, now);
    for tag in ["en", "zh-CN"] {
        let words = Words::new(&tag.parse().expect("a language"), TimeZone::UTC);
        for round in ["first", "second", "third"] {
            let started = Instant::now();
            let report = Report::compose(&assessment, &words, &ReportOptions { now });
            let composed = started.elapsed();
            let bytes = pdf::render(&report).expect("a PDF").into_file();
            println!(
                "PDF, {tag}, {round}: compose {:.0} ms, whole {:.0} ms, {} KiB",
                composed.as_secs_f64() * 1e3,
                started.elapsed().as_secs_f64() * 1e3,
                bytes.len() / 1024
            );
        }
    }

    for count in [100, 10_000] {
        large(count, now);
    }
}

fn large(count: usize, now: Timestamp) {
    let mut list = String::from(
        "id = \"large\"\nedition = \"1\"\nas_of = 2026-11-22\n[[section]]\nid = \"s\"\nwords.en.title = \"S\"\n",
    );
    for n in 0..count {
        list += &format!(
            "[[section.item]]\nid = \"i.{n}\"\nweight = \"required\"\nlooks_at = [\"network\"]\ncheck = \"connectivity.idle\"\nwords.en.title = \"Item {n}\"\n"
        );
    }
    let started = Instant::now();
    let checklist = checklist::read("large.toml", list.as_bytes()).expect("sound");
    let read_list = started.elapsed();
    let mut assessment = Assessment::new(&checklist, Subject::default(), now);
    let items: Vec<String> = checklist.items().map(|item| item.id.clone()).collect();
    let started = Instant::now();
    let findings = judge(&checklist, &items, &assessment.facts, &assessment.subject, &Reference::built_in(), now);
    let judged = started.elapsed();
    assessment.take_findings(findings, now);
    let bytes = file::to_bytes(&assessment).expect("bytes");
    let started = Instant::now();
    let read = file::parse(Path::new("large.readiness"), &bytes).expect("sound");
    let read_file = started.elapsed();
    let started = Instant::now();
    let tally = read.conclude(now);
    println!(
        "{count} items: read the checklist {:.0} ms, judge {:.0} ms, read the file ({} KiB) {:.0} ms, conclude {:.0} ms ({:?})",
        read_list.as_secs_f64() * 1e3,
        judged.as_secs_f64() * 1e3,
        bytes.len() / 1024,
        read_file.as_secs_f64() * 1e3,
        started.elapsed().as_secs_f64() * 1e3,
        tally.conclusion
    );
}
