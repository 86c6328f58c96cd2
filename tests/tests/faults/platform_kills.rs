//! The platform is killed at random moments while 200 cases with their pages arrive.

use std::{
    collections::BTreeSet,
    sync::atomic::{AtomicBool, Ordering},
};

use chrono::Utc;
use yichuang_tests::kit::{
    Centre, Counter, Line, ServedPlatform, an_application, eventually, long,
};

use super::{Dice, exchange};

const SEED: u64 = 200;
const CASES: u32 = 200;

fn take_in(counter: &Counter) -> Vec<String> {
    let take = |n: u32| {
        let size = if n.is_multiple_of(20) {
            400_000
        } else {
            12_000
        };
        counter
            .accept(
                &an_application()
                    .by_number(n)
                    .with_pages("MAT-IDCARD", 1, size),
            )
            .number
    };
    (0..CASES).map(take).collect()
}

/// Exchanges again and again until nothing waits.
fn report(counter: &Counter, done: &AtomicBool) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    while runtime.block_on(counter.sync()).waiting > 0 {
        counter.clock.set(Utc::now());
    }
    done.store(true, Ordering::Release);
}

/// Kills the platform after a random number of calls, again and again; gives the last one.
fn keep_killing(data: &std::path::Path, line: &Line, done: &AtomicBool) -> (ServedPlatform, u32) {
    let wanted = if long() { 100 } else { 12 };
    let mut dice = Dice(SEED);
    let mut platform = ServedPlatform::serve(data);
    line.connect(platform.url());
    for kills in 0..wanted {
        let target = line.calls() + 4 + usize::try_from(dice.roll(40)).unwrap();
        let ended = eventually("calls to the platform", || {
            let ended = done.load(Ordering::Acquire);
            (ended || line.calls() >= target).then_some(ended)
        });
        if ended {
            return (platform, kills);
        }
        platform.kill();
        platform = ServedPlatform::serve(data);
        line.connect(platform.url());
    }
    eventually("everything to be reported", || {
        done.load(Ordering::Acquire).then_some(())
    });
    (platform, wanted)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_killed_while_200_cases_arrive_has_each_exactly_once_with_every_page() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("centre");
    let line = Line::down();
    let counter = Counter::reaching_at(&line.url(), Utc::now());
    let mut numbers = take_in(&counter);
    let done = AtomicBool::new(false);
    let (platform, kills) = std::thread::scope(|scope| {
        scope.spawn(|| report(&counter, &done));
        keep_killing(&data, &line, &done)
    });
    assert!(kills > 3, "killed {kills} times only");
    platform.kill();

    let centre = Centre::start_in(&data, &counter.clock, false).await;
    line.connect(&centre.url());
    exchange(&counter, &centre).await;
    numbers.sort();
    assert_eq!(centre.received().len(), CASES as usize);
    assert_eq!(centre.numbers(), numbers, "each exactly once");
    let stored = centre.stored_files();
    let pages: BTreeSet<_> = numbers
        .iter()
        .flat_map(|number| pages(&counter, number))
        .collect();
    assert_eq!(pages.len(), CASES as usize);
    assert_eq!(stored, pages, "every page under its case, with its hash");
    centre.assert_sound();
    counter.assert_sound();
}

/// The pages of a case as (case, hash), all of them reported.
fn pages(counter: &Counter, number: &str) -> Vec<(String, String)> {
    let view = counter.show(number);
    assert_eq!(view.row.sync.mark, "reported", "{number}");
    let files = view.materials.iter().flat_map(|material| &material.files);
    files
        .map(|file| (view.id.clone(), file.sha256.clone()))
        .collect()
}
