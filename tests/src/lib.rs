//! Builders and real servers for the tests that cross crates.
