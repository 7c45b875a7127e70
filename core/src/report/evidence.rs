//! Every fact of an assessment as a row to read: when, from where, what was looked at, what was seen. Rows carry messages,
//! not sentences, and keep what could not be seen beside what was.

mod directory;
mod network;
mod server;
mod tenant;

pub(super) use directory::right_effect;
pub(super) use network::{idle_outcome, is_gateway};

use jiff::{Timestamp, tz::TimeZone};

use crate::{
    Message,
    facts::{Facts, Seen, Snapshot, SourceFacts, Unavailable, Vantage},
    message::Arg,
    msg,
};

/// More rows of one kind than this are counted instead of listed.
const LISTED: usize = 20;

/// One fact.
#[derive(Debug, Clone)]
pub(super) struct FactRow {
    /// Its number: `E-001`.
    pub number: String,
    /// When it was seen.
    pub at: Timestamp,
    /// When the look that it is of began.
    pub look_at: Timestamp,
    /// How long it took, in milliseconds, when that is known of this very fact.
    pub took_ms: Option<u64>,
    /// From where.
    pub vantage: Vantage,
    /// It is of the newest look at its source from this vantage.
    pub newest: bool,
    /// What was looked at.
    pub looked_at: Message,
    /// What was seen, or why nothing was.
    pub seen: Message,
    /// Ids of the checks that judge it.
    pub checks: &'static [&'static str],
}

/// All facts, by day and vantage, then look by look. Within a look the order is that of the questions: probes run side
/// by side, and their steps would be mixed by time.
pub(super) fn rows(facts: &Facts, zone: &TimeZone) -> Vec<FactRow> {
    let mut rows = Vec::new();
    let mut known = Vec::new();
    for snapshot in facts.snapshots() {
        let look = (snapshot.what.source(), snapshot.vantage.clone());
        let newest = !known.contains(&look);
        known.push(look);
        let mut walk = Walk { snapshot, newest, rows: Vec::new() };
        match &snapshot.what {
            SourceFacts::Network(facts) => network::walk(facts, &mut walk),
            SourceFacts::Tenant(facts) => tenant::walk(facts, &mut walk),
            SourceFacts::Directory(facts) => directory::walk(facts, &mut walk),
            SourceFacts::SyncServer(facts) => server::walk(facts, &mut walk),
            SourceFacts::Events(facts) => server::walk_events(facts, &mut walk),
        }
        rows.extend(walk.rows);
    }
    rows.sort_by_cached_key(|row| {
        let day = row.look_at.to_zoned(zone.clone()).date();
        (day, row.vantage.kind, row.vantage.name.clone(), row.vantage.simulated, row.look_at)
    });
    let width = rows.len().to_string().len().max(3);
    for (index, row) in rows.iter_mut().enumerate() {
        row.number = format!("E-{:0width$}", index + 1);
    }
    rows
}

/// One look being walked.
struct Walk<'a> {
    snapshot: &'a Snapshot,
    newest: bool,
    rows: Vec<FactRow>,
}

impl Walk<'_> {
    /// A fact that was seen with the look.
    fn row(&mut self, looked_at: Message, seen: Message, checks: &'static [&'static str]) {
        self.timed(self.snapshot.seen_at, None, looked_at, seen, checks);
    }

    /// A fact with its own time.
    fn timed(
        &mut self,
        at: Timestamp,
        took_ms: Option<u64>,
        looked_at: Message,
        seen: Message,
        checks: &'static [&'static str],
    ) {
        let vantage = self.snapshot.vantage.clone();
        self.rows.push(FactRow {
            number: String::new(),
            at,
            look_at: self.snapshot.seen_at,
            took_ms,
            vantage,
            newest: self.newest,
            looked_at,
            seen,
            checks,
        });
    }

    /// The answer to a question, or the reason why there is none. A question that was not asked is no fact.
    fn question<T>(
        &mut self,
        seen: &Seen<T>,
        label: &str,
        checks: &'static [&'static str],
        answer: impl FnOnce(&mut Self, &T),
    ) {
        match seen {
            Seen::Seen(value) => answer(self, value),
            Seen::Missing(Unavailable::NotLookedAt) => {}
            Seen::Missing(why) => self.row(Message::new(label), missing(why), checks),
        }
    }

    /// One row for each of a list, or one that says that there is none. What is beyond [`LISTED`] is counted.
    fn each<T>(
        &mut self,
        list: &[T],
        label: &str,
        checks: &'static [&'static str],
        row: impl Fn(&T) -> (Message, Message),
    ) {
        if list.is_empty() {
            self.row(Message::new(label), msg!("report-seen-none"), checks);
        }
        for entry in list.iter().take(LISTED) {
            let (looked_at, seen) = row(entry);
            self.row(looked_at, seen, checks);
        }
        if list.len() > LISTED {
            self.row(Message::new(label), msg!("report-seen-more", count = list.len() - LISTED), checks);
        }
    }
}

/// Why something is missing, marked as such.
fn missing(why: &Unavailable) -> Message {
    msg!("report-seen-missing", why = why.message())
}

/// "Enabled: yes". `name` is the id of a message.
fn attribute(name: &str, value: impl Into<Arg>) -> Arg {
    Arg::from(msg!("report-attribute", name = Message::new(name), value = value))
}

/// The same with a name that is the same in every language, such as a registry value.
fn named(name: &str, value: impl Into<Arg>) -> Arg {
    Arg::from(msg!("report-attribute", name = name, value = value))
}

/// "yes" or "no".
fn yes(is: bool) -> Message {
    Message::new(if is { "report-yes" } else { "report-no" })
}

/// "yes", "no", or "unknown".
fn maybe(is: Option<bool>) -> Message {
    is.map_or_else(|| msg!("report-unknown"), yes)
}

/// A list in one cell, or the word for none.
fn list(parts: Vec<Arg>) -> Message {
    if parts.is_empty() { msg!("report-seen-none") } else { msg!("report-seen-list", list = Arg::List(parts)) }
}

/// Text that is the same in every language.
fn text(text: impl Into<String>) -> Message {
    msg!("evidence-value", value = text.into())
}

fn texts(parts: &[String]) -> Message {
    list(parts.iter().map(Arg::from).collect())
}
