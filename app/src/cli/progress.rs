//! Progress on a terminal: one line on stderr that is written over. Nothing when piped.

use std::{
    io::{IsTerminal as _, Write as _, stderr},
    sync::Mutex,
};

use readiness_core::{Words, collect::Progress, engine::RunEvent};

/// Shows what a run does.
pub struct ProgressLine {
    words: Words,
    shown: bool,
    items: Mutex<(usize, usize)>,
}

impl ProgressLine {
    /// A line in the language of `words`.
    pub fn new(words: Words) -> Self {
        Self { words, shown: stderr().is_terminal(), items: Mutex::new((0, 0)) }
    }

    /// Shows an event.
    pub fn show(&self, event: &RunEvent) {
        if !self.shown {
            return;
        }
        let line = match event {
            RunEvent::Planned(plan) => {
                if let Ok(mut items) = self.items.lock() {
                    *items = (0, plan.items.len());
                }
                String::new()
            }
            RunEvent::Progress(_, Progress::Doing(message)) => self.words.say(message),
            RunEvent::Progress(_, Progress::Probed(probe)) => probe.endpoint.host.clone(),
            RunEvent::Progress(_, Progress::IdleStarted(begun)) => {
                let longest = begun.lanes.iter().map(|lane| lane.silence_s).max().unwrap_or_default();
                format!("idle test: {longest} s, {}", begun.endpoint.host)
            }
            RunEvent::Progress(_, Progress::IdleSilent(lane)) => format!("idle test: silent for {} s", lane.silence_s),
            RunEvent::Progress(_, Progress::IdleEnded(ended)) if !ended.outcome.ran() => return,
            RunEvent::Progress(_, Progress::IdleEnded(ended)) => format!("idle test: {} s ended", ended.silence_s),
            RunEvent::Collected { source, .. } => source.name().to_owned(),
            RunEvent::Stopped { source, why } => format!("{}: {}", source.name(), self.words.say(&why.message())),
            RunEvent::Judged(item, _) => {
                let Ok(mut items) = self.items.lock() else { return };
                items.0 += 1;
                format!("{}/{} {item}", items.0, items.1)
            }
            RunEvent::Brought(_) => return,
            RunEvent::Finished { .. } => String::new(),
        };
        let mut err = stderr().lock();
        // Progress is a courtesy: a terminal that does not take it changes nothing.
        let _ = write!(err, "\r\x1b[K{}", line.chars().take(100).collect::<String>());
        let _ = err.flush();
    }
}
