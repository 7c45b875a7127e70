//! A calendar (RFC 5545) of what has to happen when: due dates of the action plan, ends of exceptions and answers, and
//! the days from which evidence is too old to count.

use std::collections::BTreeMap;

use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};

use super::{
    printable::printable_line,
    survey::{Placed, Survey},
};
use crate::{
    Words,
    assessment::{Assessment, HOLDS_DAYS, Status},
    finding::Verdict,
    msg,
};

/// Days before an end at which the calendar reminds.
const REMIND_DAYS: u32 = 14;

/// An entry of the calendar, a whole day long.
struct Entry {
    /// Stays the same when the calendar is written again, so that the entry is changed and not doubled.
    uid: String,
    day: Date,
    summary: String,
    description: String,
    /// Days before at which it reminds.
    remind: u32,
}

/// The calendar. Only what is still to come, or overdue, is in it.
pub fn calendar(assessment: &Assessment, words: &Words, now: Timestamp) -> String {
    let survey = Survey::new(assessment, words, now);
    let mut out = Lines::default();
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line(&format!("PRODID:-//Writeback Readiness//{}//EN", escape(env!("CARGO_PKG_VERSION"))));
    out.line("CALSCALE:GREGORIAN");
    out.line("METHOD:PUBLISH");
    out.line(&format!("X-WR-CALNAME:{}", escape(&survey.text("report-title"))));
    let stamp = now.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string();
    for entry in entries(&survey) {
        let (next, day) = (entry.day.saturating_add(Span::new().days(1)), entry.day);
        out.line("BEGIN:VEVENT");
        out.line(&format!("UID:{}@writeback-readiness", entry.uid));
        out.line(&format!("DTSTAMP:{stamp}"));
        out.line(&format!("DTSTART;VALUE=DATE:{}", day.strftime("%Y%m%d")));
        out.line(&format!("DTEND;VALUE=DATE:{}", next.strftime("%Y%m%d")));
        out.line(&format!("SUMMARY:{}", escape(&entry.summary)));
        out.line(&format!("DESCRIPTION:{}", escape(&entry.description)));
        out.line("TRANSP:TRANSPARENT");
        out.line("BEGIN:VALARM");
        out.line("ACTION:DISPLAY");
        out.line(&format!("DESCRIPTION:{}", escape(&entry.summary)));
        out.line(&format!("TRIGGER:-P{}D", entry.remind));
        out.line("END:VALARM");
        out.line("END:VEVENT");
    }
    out.line("END:VCALENDAR");
    out.0
}

fn entries(survey: &Survey<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    let today = survey.now.to_zoned(survey.words.zone().clone()).date();
    let organisation = match survey.assessment.subject.organisation.trim() {
        "" => survey.text("report-organisation-unnamed"),
        name => name.to_owned(),
    };
    let uid = |kind: &str, of: &str| {
        let subject = survey.assessment.subject.digest();
        crate::assessment::sha256_hex(format!("{subject}\0{kind}\0{of}").as_bytes())[..24].to_owned()
    };
    let mut old: BTreeMap<Date, Vec<&Placed<'_>>> = BTreeMap::new();
    for placed in &survey.items {
        let id = placed.item.id.as_str();
        let title = survey.title(placed);
        let lines = |why: &str| format!("{organisation}\n{} {title} ({id})\n{why}", placed.number);
        if let Some(exception) = placed.state.exception {
            entries.push(Entry {
                uid: uid("exception", id),
                day: exception.until,
                summary: survey.say(&msg!("calendar-exception-ends", title = &title)),
                description: lines(&survey.say(&msg!(
                    "calendar-exception-why",
                    who = &exception.who,
                    why = &exception.why
                ))),
                remind: REMIND_DAYS,
            });
        }
        if let Some(answer) = placed.state.answer.filter(|_| survey.rests_on_answer(placed)) {
            entries.push(Entry {
                uid: uid("answer", id),
                day: answer.last_day(),
                summary: survey.say(&msg!("calendar-answer-ends", title = &title)),
                description: lines(&survey.say(&msg!("calendar-answer-who", who = &answer.who))),
                remind: REMIND_DAYS,
            });
        }
        let open = !placed.state.status.is_settled() || placed.state.status == Status::Warn;
        if let Some(due) = survey.task(placed).and_then(|task| task.due).filter(|_| open) {
            let owner = survey.task(placed).map(|task| task.owner.trim()).filter(|owner| !owner.is_empty());
            let owner = owner.map_or_else(|| survey.text("report-not-given"), str::to_owned);
            let what = survey.say(&msg!("calendar-task-owner", owner = owner, action = survey.what_to_do(placed)));
            entries.push(Entry {
                uid: uid("task", id),
                day: due,
                summary: survey.say(&msg!("calendar-task-due", title = &title)),
                description: lines(&what),
                remind: 1,
            });
        }
        if let Some(day) = too_old_on(placed).filter(|day| *day >= today) {
            old.entry(day).or_default().push(placed);
        }
    }
    for (day, placed) in old {
        let items: Vec<String> =
            placed.iter().map(|one| format!("{} {} ({})", one.number, survey.title(one), one.item.id)).collect();
        entries.push(Entry {
            uid: uid("evidence", &day.to_string()),
            day,
            summary: survey.say(&msg!("calendar-look-again", organisation = &organisation)),
            description: format!(
                "{}\n{}",
                survey.say(&msg!("calendar-look-again-why", count = placed.len())),
                items.join("\n")
            ),
            remind: REMIND_DAYS,
        });
    }
    entries.sort_by(|a, b| (a.day, &a.uid).cmp(&(b.day, &b.uid)));
    entries
}

/// The day from which a finding that counts for Ready does not count any more.
fn too_old_on(placed: &Placed<'_>) -> Option<Date> {
    let judged = placed.state.finding.filter(|_| !placed.state.stale)?;
    let counts = matches!(judged.finding.verdict, Verdict::Pass | Verdict::Warn | Verdict::NotApplicable(_));
    let seen_at = judged.finding.seen_at.unwrap_or(judged.at);
    let last = seen_at.to_zoned(TimeZone::UTC).date().saturating_add(Span::new().days(HOLDS_DAYS));
    counts.then_some(last)
}

/// Text as a value: backslash, semicolon, comma and line break are escaped (RFC 5545, 3.3.11).
fn escape(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(printable_line).collect();
    lines.join("\n").replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Lines that end with CR LF and are folded after 75 bytes, never within a character (RFC 5545, 3.1).
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line(&mut self, text: &str) {
        let mut width = 0;
        for c in text.chars() {
            if width + c.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(c);
            width += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_cannot_begin_a_line_of_its_own() {
        assert_eq!(escape("a, b; c\\d\ne"), "a\\, b\\; c\\\\d\\ne");
        assert_eq!(escape("x\r\nEND:VCALENDAR"), "x\\nEND:VCALENDAR");
        assert!(!escape("x\rEND:VCALENDAR\u{85}y").contains(['\r', '\u{85}']));
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut lines = Lines::default();
        lines.line(&"写回".repeat(60));
        assert!(lines.0.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(lines.0.replace("\r\n ", "").trim_end(), "写回".repeat(60));
    }
}
