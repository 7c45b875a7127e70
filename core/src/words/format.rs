//! Dates, durations and lists, the way a language writes them. The patterns are messages, so that a new language needs
//! no code.

use fluent_bundle::{FluentArgs, FluentValue};
use jiff::{Timestamp, civil::Date};

use super::Words;

/// A thousand years.
const MOST_MILLIS: i64 = 1_000 * 366 * 86_400_000;

impl Words {
    /// A day: `20 Nov 2026`, `2026年11月20日`.
    pub fn date(&self, day: Date) -> String {
        self.format(
            "format-date",
            [
                ("year", FluentValue::from(day.year().to_string())),
                ("month", FluentValue::from(self.text(&format!("format-month-{}", day.month())))),
                ("day", FluentValue::from(day.day().to_string())),
            ],
        )
    }

    /// A point in time in the reader's zone: `20 Nov 2026, 14:02`.
    pub fn date_time(&self, time: Timestamp) -> String {
        let zoned = time.to_zoned(self.zone.clone());
        self.format(
            "format-date-time",
            [
                ("date", FluentValue::from(self.date(zoned.date()))),
                ("time", FluentValue::from(format!("{:02}:{:02}", zoned.hour(), zoned.minute()))),
            ],
        )
    }

    /// The time of day in the reader's zone: `14:02:07`.
    pub fn time_of_day(&self, time: Timestamp) -> String {
        let zoned = time.to_zoned(self.zone.clone());
        format!("{:02}:{:02}:{:02}", zoned.hour(), zoned.minute(), zoned.second())
    }

    /// A length of time in the unit that reads best: `148 ms`, `1.2 s`, `3 min`, `26 h`, `4 days`.
    pub fn duration(&self, millis: i64) -> String {
        // Evidence may hold any number; one beyond this is said as this.
        let millis = millis.clamp(-MOST_MILLIS, MOST_MILLIS);
        let tenths = |unit: i64| {
            let tenths = (millis * 10 + unit / 2) / unit;
            if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
        };
        let (id, n) = match millis.abs() {
            0..1_000 => ("format-milliseconds", millis.to_string()),
            1_000..120_000 => ("format-seconds", tenths(1_000)),
            120_000..7_200_000 => ("format-minutes", tenths(60_000)),
            7_200_000..172_800_000 => ("format-hours", tenths(3_600_000)),
            _ => ("format-days", tenths(86_400_000)),
        };
        self.format(id, [("n", FluentValue::from(n))])
    }

    /// A list: `a, b, c`, `a、b、c`.
    pub fn list(&self, parts: &[String]) -> String {
        let mut parts = parts.iter();
        let Some(first) = parts.next() else { return String::new() };
        parts.fold(first.clone(), |joined, part| {
            self.format(
                "format-list",
                [("before", FluentValue::from(joined)), ("next", FluentValue::from(part.clone()))],
            )
        })
    }

    fn format<const N: usize>(&self, id: &str, args: [(&'static str, FluentValue<'static>); N]) -> String {
        let mut all = FluentArgs::new();
        for (name, value) in args {
            all.set(name, value);
        }
        self.find(id, None, Some(&all)).unwrap_or_else(|| id.to_owned())
    }
}
