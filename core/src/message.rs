//! A sentence not yet said: the id of a Fluent message with typed arguments. Findings, evidence and errors meant for
//! people carry these, so that the language is chosen when something is shown or printed, and tests compare ids.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A message id (see `assets/words`) and its arguments. Made with [`msg!`](crate::msg).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Message {
    /// Id of a message in the Fluent files, such as `idle-survives`.
    pub id: String,
    /// Arguments by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Arg>,
}

impl Message {
    /// A message without arguments.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), args: BTreeMap::new() }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }
}

/// One argument of a [`Message`]. How it is written depends on the language it is said in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Arg {
    /// Text that is the same in every language: a host name, a code, a person's name.
    Text(String),
    /// A whole number, which may choose a plural form.
    Count(i64),
    /// A point in time, shown in the reader's time zone.
    Time(Timestamp),
    /// A day.
    Day(Date),
    /// A length of time in milliseconds, shown in the unit that reads best.
    Millis(i64),
    /// Another message, said first.
    Message(Box<Message>),
    /// Several arguments, joined the way the language joins lists.
    List(Vec<Arg>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}
impl From<i64> for Arg {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}
impl From<u16> for Arg {
    fn from(count: u16) -> Self {
        Self::Count(count.into())
    }
}
impl From<u32> for Arg {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}
impl From<Timestamp> for Arg {
    fn from(time: Timestamp) -> Self {
        Self::Time(time)
    }
}
impl From<Date> for Arg {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}
impl From<SignedDuration> for Arg {
    fn from(duration: SignedDuration) -> Self {
        Self::Millis(i64::try_from(duration.as_millis()).unwrap_or(i64::MAX))
    }
}
impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}
impl<T: Into<Arg>> From<Vec<T>> for Arg {
    fn from(list: Vec<T>) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}

/// Makes a [`Message`]: `msg!("idle-survives", held = duration, host = name)`.
#[macro_export]
macro_rules! msg {
    ($id:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::Message::new($id)$(.with(stringify!($name), $value))*
    };
}
