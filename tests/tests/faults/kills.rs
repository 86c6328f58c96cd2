//! kill -9 at random moments of taking in and reporting, again and again.

use std::{
    collections::BTreeSet,
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::json;
use yichuang_app::FixedClock;
use yichuang_tests::kit::{
    Centre, Ctl, ServedPlatform, an_application, eventually, long, prepared_home,
};

use super::{
    Dice,
    papers::{kill_after, start},
};

const SEED: u64 = 2026;

/// The counter's program, killed after a random part of what it usually takes.
struct Killer {
    ctl: Ctl,
    dice: Dice,
    kills: u32,
}

impl Killer {
    fn run(&mut self, arguments: &[&str], usual: Duration) -> Option<serde_json::Value> {
        let usual = u64::try_from(usual.as_micros()).unwrap();
        let delay = Duration::from_micros(self.dice.roll(usual + usual / 4));
        let done = kill_after(start(&self.ctl, arguments), delay);
        self.kills += u32::from(done.is_none());
        done
    }
}

fn timed(run: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    run();
    begun.elapsed()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_counter_killed_at_random_moments_loses_no_accepted_case_and_doubles_none() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("centre");
    let platform = ServedPlatform::serve(&data);
    let ctl = Ctl::at(prepared_home(folder.path(), Some(platform.url())));
    let write = |n: u32| {
        let application = an_application()
            .by_number(n)
            .with_pages("MAT-IDCARD", n % 3, 40_000);
        let file = application.write_into(&folder.path().join(n.to_string()), &json!("accept"));
        file.to_str().unwrap().to_owned()
    };
    let intake_takes = timed(|| drop(ctl.good(&["intake", &write(0)])));
    let sync_takes = timed(|| drop(ctl.good(&["sync", "--once"])));
    let mut told = BTreeSet::from_iter(ctl.numbers());
    let mut killer = Killer {
        ctl: ctl.clone(),
        dice: Dice(SEED),
        kills: 0,
    };
    let wanted = if long() { 1_000 } else { 40 };
    for n in 1.. {
        if killer.kills >= wanted {
            break;
        }
        assert!(n < 20 * wanted, "the program ends before it can be killed");
        if let Some(done) = killer.run(&["intake", &write(n)], intake_takes) {
            assert!(
                told.insert(done["number"].as_str().unwrap().to_owned()),
                "a number came twice: {done}"
            );
        }
        killer.run(&["sync", "--once"], sync_takes);
    }
    eventually("everything to be reported", || {
        (ctl.good(&["sync", "--once"])["waiting"] == 0).then_some(())
    });
    assert!(ctl.entries() > 0);
    assert_eq!(ctl.good(&["journal", "rebuild"])["equal"], true);
    let listed = ctl.numbers();
    platform.kill();

    let clock = Arc::new(FixedClock::new(chrono::Utc::now()));
    let centre = Centre::start_in(&data, &clock, false).await;
    centre.judge();
    let received = centre.received();
    let numbers: BTreeSet<_> = received
        .iter()
        .map(|case| case.number.to_string())
        .collect();
    let applicants: BTreeSet<_> = received
        .iter()
        .map(|case| case.applicant.name.clone())
        .collect();
    assert_eq!(
        (numbers.len(), applicants.len()),
        (received.len(), received.len()),
        "none doubled"
    );
    assert!(
        numbers.is_superset(&told),
        "every number that was told is at the platform"
    );
    assert_eq!(
        numbers,
        BTreeSet::from_iter(listed),
        "both sides know the same cases"
    );
    assert_eq!(
        centre.cases().len(),
        received.len().min(1_000),
        "all of them dispatched"
    );
    centre.assert_sound();
}
