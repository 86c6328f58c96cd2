//! Seeded runs of one terminal and one platform through drops, lost answers, duplicates, outages,
//! restarts of either side and restores of the platform. `YICHUANG_SEEDS` sets how many.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Dice, World};
use chrono::TimeDelta;
use yichuang_sync::Step;
use yichuang_wire::Entry;

/// A while of life: cases are taken, calls fail by chance, programs die, the platform is restored.
async fn live(world: &mut World, dice: &mut Dice, steps: usize) {
    world.line.set_chance(10 + dice.below(40));
    let mut backup = world.platform.state().clone();
    for _ in 0..steps {
        match dice.below(100) {
            0..=14 => {
                let pages: Vec<usize> = (0..dice.below(3))
                    .map(|_| dice.below(400_000) as usize)
                    .collect();
                world.ledger.commit(&pages);
            }
            15 => world.restart_terminal(),
            16 => backup = world.platform.state().clone(),
            17 if dice.percent(20) => world.platform.restore(backup.clone()),
            18 => world
                .edge
                .advance(TimeDelta::minutes(dice.below(90) as i64)),
            // The clock of a village is put back now and then.
            19 if dice.percent(30) => world.edge.advance(-TimeDelta::days(1)),
            _ => {}
        }
        match world.driver.advance().await.step {
            Step::Wait { until } | Step::Idle { until: Some(until) } => {
                world.edge.advance_to(until)
            }
            _ => {}
        }
    }
}

/// Everything once, in order, byte for byte; and nothing left to do.
fn check(world: &World, seed: u64) {
    let (ledger, platform) = (world.ledger.state(), world.platform.state());
    assert_eq!(
        ledger.journal, platform.journal,
        "seed {seed}: the platform has the journal, entry by entry"
    );
    for file in &ledger.files {
        let copies: Vec<_> = platform
            .uploads
            .values()
            .filter(|upload| upload.key == Some(file.key))
            .collect();
        assert_eq!(
            copies.len(),
            1,
            "seed {seed}: one upload for each file of each case"
        );
        assert!(
            copies[0].bytes == file.bytes,
            "seed {seed}: the file is whole"
        );
        assert!(file.receipted, "seed {seed}: and receipted");
    }
    for (epoch, entries) in &platform.feed {
        let mut verdicts = BTreeMap::new();
        for entry in entries {
            *verdicts
                .entry(entry.payload().unwrap().to_vec())
                .or_insert(0) += 1;
        }
        assert!(
            verdicts.values().all(|count| *count == 1),
            "seed {seed}: every entry was taken in once in platform epoch {epoch}"
        );
    }
    let kept: BTreeSet<_> = platform.feed.values().flatten().map(Entry::hash).collect();
    assert!(
        ledger.fed.iter().all(|entry| kept.contains(&entry.hash())),
        "seed {seed}: what the terminal had read of the feed, the platform has"
    );
    let last = platform
        .feed
        .values()
        .flatten()
        .last()
        .map(|entry| entry.hash());
    assert_eq!(
        ledger.fed.last().map(|entry| entry.hash()),
        last,
        "seed {seed}: the feed was read to its end"
    );
}

#[tokio::test]
async fn everything_offered_arrives_exactly_once_in_order_and_sync_comes_to_rest() {
    let seeds = std::env::var("YICHUANG_SEEDS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(16);
    for seed in 1..=seeds {
        let mut dice = Dice(seed);
        let mut world = World::new(seed);
        live(&mut world, &mut dice, 250).await;
        world.ledger.commit(&[1_000]);
        world.line.set_chance(0);
        world.driver.run_once().await.unwrap();
        world.edge.advance(TimeDelta::minutes(40));
        let last = world.run(5_000).await;
        assert!(
            world.ledger.all_reported(),
            "seed {seed}: {:?}",
            last.last()
        );
        check(&world, seed);
        let facts = world.driver.handle().facts().borrow().clone();
        assert!(
            facts.attention.is_empty(),
            "seed {seed}: nothing is wrong, so nothing is told: {facts:?}"
        );
        assert_eq!(facts.waiting, 0, "seed {seed}");
    }
}
