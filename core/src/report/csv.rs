//! The report as a table for spreadsheets: one row for each item, RFC 4180, UTF-8 without a mark at its start. No cell
//! is a formula, whatever its text begins with.

use jiff::Timestamp;

use super::{
    json::standing_name,
    printable::printable,
    survey::{Placed, Survey},
};
use crate::{Words, assessment::Assessment};

/// The columns. Their names and their order are stable; new ones come at the end.
pub const COLUMNS: [&str; 25] = [
    "number",
    "id",
    "section",
    "title",
    "weight",
    "status",
    "status_words",
    "original_status",
    "sentence",
    "measured_from",
    "seen_at",
    "answer_outcome",
    "answer_who",
    "answer_at",
    "answer_until",
    "answer_why",
    "exception_who",
    "exception_until",
    "exception_why",
    "owner",
    "due",
    "organisation",
    "conclusion",
    "standing",
    "digest",
];

/// The report as CSV. Only answers and exceptions that hold are in it.
pub fn csv(assessment: &Assessment, words: &Words, now: Timestamp) -> String {
    let survey = Survey::new(assessment, words, now);
    let mut out = line(&COLUMNS.map(str::to_owned));
    for placed in &survey.items {
        out.push_str(&line(&cells(&survey, placed)));
    }
    out
}

fn cells(survey: &Survey<'_>, placed: &Placed<'_>) -> [String; COLUMNS.len()] {
    let state = &placed.state;
    let answer = state.answer;
    let exception = state.exception;
    let task = survey.assessment.tasks.get(&placed.item.id);
    let section = survey.words.section_title(placed.section);
    let conclusion = survey.tally.conclusion.message_id().trim_start_matches("conclusion-").replace('-', "_");
    [
        placed.number.clone(),
        placed.item.id.clone(),
        section,
        survey.title(placed),
        survey.weight(state.weight),
        state.status.name(),
        survey.text(state.status.message_id()),
        state.original.name(),
        survey.sentence(placed),
        survey.measured_from(placed).unwrap_or_default(),
        survey.seen_at(placed).map(|at| at.to_string()).unwrap_or_default(),
        answer.map(|answer| answer.outcome.name().to_owned()).unwrap_or_default(),
        answer.map(|answer| answer.who.clone()).unwrap_or_default(),
        answer.map(|answer| answer.at.to_string()).unwrap_or_default(),
        answer.map(|answer| answer.last_day().to_string()).unwrap_or_default(),
        answer.map(|answer| answer.why.clone()).unwrap_or_default(),
        exception.map(|exception| exception.who.clone()).unwrap_or_default(),
        exception.map(|exception| exception.until.to_string()).unwrap_or_default(),
        exception.map(|exception| exception.why.clone()).unwrap_or_default(),
        task.map(|task| task.owner.clone()).unwrap_or_default(),
        task.and_then(|task| task.due).map(|due| due.to_string()).unwrap_or_default(),
        survey.assessment.subject.organisation.clone(),
        conclusion,
        standing_name(survey.standing).to_owned(),
        survey.digest.hex().to_owned(),
    ]
}

/// A line of a table.
pub(crate) fn line(cells: &[String]) -> String {
    cells.iter().map(|cell| escape(cell)).collect::<Vec<_>>().join(",") + "\r\n"
}

/// A cell. A spreadsheet would run a text that begins with one of these signs; the apostrophe makes it text. Blanks
/// before the sign do not help whoever wrote it.
fn escape(text: &str) -> String {
    let text = printable(text);
    let begins = text.trim_start().chars().next();
    let guarded = matches!(begins, Some('=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}'))
        || text.starts_with(['\t', '\n']);
    let apostrophe = if guarded { "'" } else { "" };
    if text.contains(['"', ',', '\n', '\r', ';', '\t']) || text.trim() != text {
        format!("\"{apostrophe}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{apostrophe}{text}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_follow_the_standard() {
        assert_eq!(
            line(&["a".into(), "b,c".into(), "d\"e".into(), "f\ng".into()]),
            "a,\"b,c\",\"d\"\"e\",\"f\ng\"\r\n"
        );
    }

    #[test]
    fn no_cell_is_a_formula() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1", "\"'  =1\""),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\u{fffd}=1"),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
            ("a=1", "a=1"),
        ] {
            assert_eq!(escape(text), cell);
        }
    }
}
