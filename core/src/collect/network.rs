//! The network collector.
