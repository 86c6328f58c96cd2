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

/// Intakes and exchanges by turns until `wanted` of them were killed; gives the numbers that were
/// told by those that were not.
fn kill_away(killer: &mut Killer, wanted: u32, write: impl Fn(u32) -> String) -> BTreeSet<String> {
    let intake_takes = timed(|| drop(killer.ctl.good(&["intake", &write(0)])));
    let sync_takes = timed(|| drop(killer.ctl.good(&["sync", "--once"])));
    let mut told = BTreeSet::from_iter(killer.ctl.numbers());
    for n in 1.. {
        if killer.kills >= wanted {
            break;
        }
        assert!(n < 20 * wanted, "the program ends before it can be killed");
        if let Some(done) = killer.run(&["intake", &write(n)], intake_takes) {
            let number = done["number"].as_str().unwrap().to_owned();
            assert!(told.insert(number), "a number came twice: {done}");
        }
        killer.run(&["sync", "--once"], sync_takes);
    }
    told
}

fn assert_each_once(centre: &Centre, told: &BTreeSet<String>, listed: Vec<String>) {
    let received = centre.received();
    let numbers: BTreeSet<_> = received
        .iter()
        .map(|case| case.number.to_string())
        .collect();
    let applicants: BTreeSet<_> = received.iter().map(|case| &case.applicant.name).collect();
    assert_eq!(numbers.len(), received.len(), "no number twice");
    assert_eq!(applicants.len(), received.len(), "no application twice");
    assert!(
        numbers.is_superset(told),
        "every number that was told is at the platform"
    );
    assert_eq!(
        numbers,
        BTreeSet::from_iter(listed),
        "both sides know the same cases"
    );
    // The queue shows a thousand at most.
    assert_eq!(
        centre.cases().len(),
        received.len().min(1_000),
        "all of them dispatched"
    );
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
    let mut killer = Killer {
        ctl: ctl.clone(),
        dice: Dice(SEED),
        kills: 0,
    };
    let told = kill_away(&mut killer, if long() { 1_000 } else { 40 }, write);
    eventually("everything to be reported", || {
        (ctl.good(&["sync", "--once"])["waiting"] == 0).then_some(())
    });
    assert!(ctl.entries() > 0);
    assert_eq!(ctl.good(&["journal", "rebuild"])["equal"], true);
    platform.kill();
    let clock = Arc::new(FixedClock::new(chrono::Utc::now()));
    let centre = Centre::start_in(&data, &clock, false).await;
    centre.judge();
    assert_each_once(&centre, &told, ctl.numbers());
    centre.assert_sound();
}
