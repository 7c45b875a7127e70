//! The report for build servers: one test case for each item, and one for the conclusion, so that a suite in which
//! nothing failed but much is unknown is never green.

use std::fmt::Write as _;

use jiff::Timestamp;

use super::{
    json::standing_name,
    survey::{Placed, Survey},
};
use crate::{
    Words,
    assessment::{Assessment, Conclusion, Status},
    checklist::Weight,
};

/// The report as JUnit XML.
///
/// A failed item is a `failure`. A required item that is unknown (could not check, needs a person, not run) is an
/// `error`; an advised one is `skipped` with the reason. What was accepted, and warnings, pass with the finding beside
/// them. What does not apply, and what is for information, is `skipped`.
pub fn junit(assessment: &Assessment, words: &Words, now: Timestamp) -> String {
    let survey = Survey::new(assessment, words, now);
    let mut suites = vec![conclusion_suite(&survey)];
    for section in &assessment.checklist().sections {
        let placed: Vec<&Placed<'_>> = survey.items.iter().filter(|one| one.section.id == section.id).collect();
        let Some(first) = placed.first() else { continue };
        suites.push(Suite {
            name: survey.section_title(&first.section_number, section),
            cases: placed.iter().map(|one| item_case(&survey, one)).collect(),
        });
    }
    write(&survey, &suites)
}

struct Suite {
    name: String,
    cases: Vec<Case>,
}

struct Case {
    class: String,
    name: String,
    result: CaseResult,
    /// What is to be read beside the result.
    beside: String,
}

enum CaseResult {
    Passed,
    Failure { kind: String, message: String },
    Error { kind: String, message: String },
    Skipped { message: String },
}

fn conclusion_suite(survey: &Survey<'_>) -> Suite {
    let message = format!("{}: {}", survey.conclusion_word(), survey.conclusion_sentence());
    let kind = survey.tally.conclusion.message_id().trim_start_matches("conclusion-").replace('-', "_");
    let result = match survey.tally.conclusion {
        Conclusion::Ready | Conclusion::ReadyWithExceptions => CaseResult::Passed,
        Conclusion::NotReady => CaseResult::Failure { kind, message: message.clone() },
        Conclusion::Incomplete => CaseResult::Error { kind, message: message.clone() },
    };
    let beside = format!("{message}\n{}", survey.standing_words());
    let case = Case { class: "conclusion".to_owned(), name: survey.text("report-title"), result, beside };
    Suite { name: survey.text("report-summary"), cases: vec![case] }
}

fn item_case(survey: &Survey<'_>, placed: &Placed<'_>) -> Case {
    let state = &placed.state;
    let kind = state.status.name();
    let message = survey.sentence(placed);
    let word = survey.text(state.status.message_id());
    let result = match state.status {
        Status::Fail => CaseResult::Failure { kind, message: message.clone() },
        Status::CouldNotCheck | Status::NeedsYou | Status::NotRun => {
            let message = format!("{word}: {message}");
            if state.weight == Weight::Required {
                CaseResult::Error { kind, message }
            } else {
                CaseResult::Skipped { message }
            }
        }
        Status::NotApplicable | Status::Information => CaseResult::Skipped { message: format!("{word}: {message}") },
        Status::Pass | Status::Warn | Status::Excepted => CaseResult::Passed,
    };
    let mut beside = format!("{word}: {message}");
    if let Some(exception) = state.exception {
        let original = survey.text(state.original.message_id());
        let until = survey.words.date(exception.until);
        let who = &exception.who;
        let accepted = crate::msg!("report-accepted-by", who = who, original = original, until = until);
        beside = format!("{beside}\n{}\n{}", survey.say(&accepted), exception.why);
    }
    let name = format!("{} {}", placed.number, survey.title(placed));
    Case { class: placed.item.id.clone(), name, result, beside }
}

fn write(survey: &Survey<'_>, suites: &[Suite]) -> String {
    let count = |suites: &[&Suite], which: fn(&CaseResult) -> bool| {
        suites.iter().flat_map(|suite| &suite.cases).filter(|case| which(&case.result)).count()
    };
    let counts = |suites: &[&Suite]| {
        format!(
            "tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"",
            count(suites, |_| true),
            count(suites, |result| matches!(result, CaseResult::Failure { .. })),
            count(suites, |result| matches!(result, CaseResult::Error { .. })),
            count(suites, |result| matches!(result, CaseResult::Skipped { .. })),
        )
    };
    let title = escape(&survey.text("report-title"));
    let all: Vec<&Suite> = suites.iter().collect();
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    // Writing to a string cannot fail.
    let _ = writeln!(out, "<testsuites name=\"{title}\" {}>", counts(&all));
    for suite in suites {
        let (name, numbers) = (escape(&suite.name), counts(&[suite]));
        let _ = writeln!(out, "  <testsuite name=\"{name}\" {numbers} timestamp=\"{}\">", survey.now);
        let _ = writeln!(out, "    <properties>");
        for (name, value) in [
            ("organisation", survey.assessment.subject.organisation.as_str()),
            ("standing", standing_name(survey.standing)),
            ("digest", survey.digest.hex()),
        ] {
            let _ = writeln!(out, "      <property name=\"{name}\" value=\"{}\"/>", escape(value));
        }
        let _ = writeln!(out, "    </properties>");
        for case in &suite.cases {
            write_case(&mut out, case);
        }
        let _ = writeln!(out, "  </testsuite>");
    }
    out.push_str("</testsuites>\n");
    out
}

fn write_case(out: &mut String, case: &Case) {
    let (class, name) = (escape(&case.class), escape(&case.name));
    let _ = writeln!(out, "    <testcase classname=\"{class}\" name=\"{name}\">");
    let _ = match &case.result {
        CaseResult::Passed => Ok(()),
        CaseResult::Failure { kind, message } => {
            writeln!(out, "      <failure type=\"{}\" message=\"{}\"/>", escape(kind), escape(message))
        }
        CaseResult::Error { kind, message } => {
            writeln!(out, "      <error type=\"{}\" message=\"{}\"/>", escape(kind), escape(message))
        }
        CaseResult::Skipped { message } => writeln!(out, "      <skipped message=\"{}\"/>", escape(message)),
    };
    let _ = writeln!(out, "      <system-out>{}</system-out>", escape(&case.beside));
    out.push_str("    </testcase>\n");
}

/// Text that can stand in an element and in a quoted attribute. Line breaks are written so that they survive there.
fn escape(text: &str) -> String {
    super::html::escape(text).replace('\n', "&#10;").replace('\t', "&#9;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_controls_become_text() {
        assert_eq!(
            escape("<a b=\"c\">&'\0\u{b}\u{ffff}\n]]>"),
            "&lt;a b=&quot;c&quot;&gt;&amp;&#39;\u{fffd}\u{fffd}\u{fffd}&#10;]]&gt;"
        );
    }
}
