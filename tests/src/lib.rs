//! What the tests share: the program as a user runs it, and servers on this machine that misbehave in known ways.

pub mod program;
