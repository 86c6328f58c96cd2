//! What broke in other systems, done to this one: named by failures' numbers, over the real parts.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod attachments;
mod chains;
mod disk;
mod kills;
mod many;
mod papers;
mod people;
mod platform_kills;
mod replies;
mod restore;
mod tickets;

use yichuang_tests::kit::{Centre, Counter, Line};

/// A counter whose line is down, ready to be connected.
fn a_counter_without_a_platform() -> (Line, Counter) {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    (line, counter)
}

/// Exchanges, lets the platform judge, and fetches what it says.
async fn exchange(counter: &Counter, centre: &Centre) {
    counter.sync().await;
    centre.judge();
    counter.sync().await;
}

/// A random-looking sequence from a seed, so that a failing run can be run again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below.max(1)
    }
}
