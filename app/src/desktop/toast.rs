//! What is said at the bottom right, and kept in the list of messages.

use jiff::Timestamp;
use readiness_core::Message;

use super::command::Command;

/// Seconds for which a toast stays.
const STAYS_S: f64 = 5.0;

/// How many messages are kept.
const KEPT: usize = 100;

/// How many are shown at once.
const SHOWN: usize = 3;

/// What kind of message it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something to know.
    Note,
    /// Something was refused; it stays until it is closed.
    Trouble,
}

/// A message at the bottom right.
#[derive(Debug, Clone)]
pub struct Toast {
    /// Tells it apart.
    pub id: u64,
    /// What it says.
    pub message: Message,
    /// What kind it is.
    pub tone: Tone,
    /// What can be done about it.
    pub action: Option<Command>,
    /// When it was said.
    pub at: Timestamp,
    ends_at_s: Option<f64>,
}

/// All of them, the newest last.
#[derive(Debug, Default)]
pub struct Toasts {
    shown: Vec<Toast>,
    kept: Vec<Toast>,
    next: u64,
}

impl Toasts {
    /// Says something.
    pub fn say(&mut self, message: Message, tone: Tone, action: Option<Command>, at: Timestamp, now_s: f64) {
        self.next += 1;
        let ends_at_s = (tone != Tone::Trouble).then_some(now_s + STAYS_S);
        let toast = Toast { id: self.next, message, tone, action, at, ends_at_s };
        self.kept.push(toast.clone());
        if self.kept.len() > KEPT {
            self.kept.remove(0);
        }
        // The same words twice help nobody.
        self.shown.retain(|other| other.message != toast.message);
        self.shown.push(toast);
        if self.shown.len() > SHOWN {
            self.shown.remove(0);
        }
    }

    /// Keeps one a little longer.
    pub fn hold(&mut self, id: u64, now_s: f64) {
        for toast in self.shown.iter_mut().filter(|toast| toast.id == id) {
            toast.ends_at_s = toast.ends_at_s.map(|ends| ends.max(now_s + 1.0));
        }
    }

    /// Lets those go whose time is over. Returns the seconds until the next one goes.
    pub fn pass_time(&mut self, now_s: f64) -> Option<f64> {
        self.shown.retain(|toast| toast.ends_at_s.is_none_or(|ends| ends > now_s));
        self.shown.iter().filter_map(|toast| toast.ends_at_s).reduce(f64::min).map(|ends| ends - now_s)
    }

    /// Closes one.
    pub fn close(&mut self, id: u64) {
        self.shown.retain(|toast| toast.id != id);
    }

    /// Those to show.
    pub fn shown(&self) -> &[Toast] {
        &self.shown
    }

    /// All that are kept, the newest last.
    pub fn kept(&self) -> &[Toast] {
        &self.kept
    }
}

#[cfg(test)]
mod tests {
    use readiness_core::msg;

    use super::*;

    #[test]
    fn trouble_stays_until_it_is_closed() {
        let mut toasts = Toasts::default();
        toasts.say(msg!("a"), Tone::Done, None, Timestamp::UNIX_EPOCH, 0.0);
        toasts.say(msg!("b"), Tone::Trouble, None, Timestamp::UNIX_EPOCH, 0.0);
        assert_eq!(toasts.pass_time(1.0), Some(4.0));
        assert_eq!(toasts.pass_time(6.0), None);
        assert_eq!(toasts.shown().len(), 1);
        toasts.close(toasts.shown()[0].id);
        assert!(toasts.shown().is_empty());
        assert_eq!(toasts.kept().len(), 2);
    }
}
