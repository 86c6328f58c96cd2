//! kill -9 while whole chains are taken in: all of one or nothing of it.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{BufRead as _, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use yichuang_app::{
    Desk, FixedClock, Host,
    ipc::{AcceptCase, CaseRef, CaseView, SearchCases},
};
use yichuang_tests::kit::{Ctl, LIGHT, Who, assets, eventually, long, prepared_home, program};

use super::Dice;

const SEED: u64 = 82;
/// 身后一件事, with the four matters nobody may leave out.
const CHAIN: &str = "YJS-02";
const MATTERS: usize = 4;

/// A counter whose program is killed and started again.
struct Killed {
    home: PathBuf,
    now: DateTime<Utc>,
    /// Whole numbers that were told.
    told: BTreeSet<String>,
    person: u32,
}

impl Killed {
    fn start(&self) -> Child {
        Command::new(program("chain-taker"))
            .arg(&self.home)
            .args([&self.now.to_rfc3339(), CHAIN, &self.person.to_string()])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    /// How long accepting a whole takes when nobody interrupts it.
    fn usual(&mut self) -> Duration {
        let mut child = self.start();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        lines.next().unwrap().unwrap();
        let begun = Instant::now();
        let whole = lines.next().unwrap().unwrap();
        let usual = begun.elapsed();
        child.kill().unwrap();
        child.wait().unwrap();
        self.told.insert(whole);
        self.person += 2;
        usual
    }

    /// Kills the program `after` the draft it accepts was told; gives that draft.
    fn kill_while_accepting(&mut self, after: Duration) -> String {
        let mut child = self.start();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let draft = lines.next().unwrap().unwrap();
        let begun = Instant::now();
        eventually("its time to come", || {
            (begun.elapsed() >= after).then_some(())
        });
        child.kill().unwrap();
        child.wait().unwrap();
        // What it told before it died counts as well: a number, and the draft of the next one.
        let rest: Vec<String> = lines.map_while(Result::ok).collect();
        self.told.extend(rest.into_iter().step_by(2));
        self.person += 3;
        draft
    }

    fn desk(&self) -> Desk {
        let desk = Desk::open(Host {
            clock: Arc::new(FixedClock::new(self.now)),
            print_folder: self.home.join("prints"),
            password_cost: LIGHT,
            ..Host::command(self.home.clone(), assets())
        });
        let clerk = Who::Clerk;
        desk.sign_in_by_name(clerk.name(), clerk.password())
            .unwrap();
        desk
    }
}

/// Every case there is.
fn cases(desk: &Desk) -> Vec<CaseView> {
    let mut cases = Vec::new();
    loop {
        let found = desk.search_cases(SearchCases {
            text: String::new(),
            period: "all".to_owned(),
            state: String::new(),
            sync: String::new(),
            tally: String::new(),
            offset: u32::try_from(cases.len()).unwrap(),
            limit: 200,
        });
        let rows = found.unwrap().rows;
        if rows.is_empty() {
            return cases;
        }
        let shown = rows.into_iter().map(|row| CaseRef { number: row.number });
        cases.extend(shown.map(|case| desk.show_case(case).unwrap()));
    }
}

/// The numbers of every whole: each has all its cases, accepted, and each paper once.
fn sound_wholes(desk: &Desk) -> BTreeSet<String> {
    let cases = cases(desk);
    let numbers: BTreeSet<_> = cases.iter().map(|case| &case.row.number).collect();
    assert_eq!(numbers.len(), cases.len(), "no number twice");
    let mut wholes: BTreeMap<String, Vec<&CaseView>> = BTreeMap::new();
    for case in &cases {
        let chain = case.chain.as_ref().unwrap();
        wholes.entry(chain.whole.clone()).or_default().push(case);
    }
    for (whole, cases) in &wholes {
        assert_eq!(cases.len(), MATTERS, "{whole} is there in part");
        let receipts: BTreeSet<_> = cases.iter().map(|case| paper(case, "receipt")).collect();
        assert_eq!(receipts.len(), 1, "{whole} has one receipt");
        for case in cases {
            assert_eq!(case.row.state, "accepted", "{}", case.row.number);
            paper(case, "acceptance");
        }
    }
    wholes.into_keys().collect()
}

/// The one printing of a document of a case, made and not printed yet.
fn paper(case: &CaseView, document: &str) -> String {
    let papers = case.papers.iter().filter(|one| one.document == document);
    let papers: Vec<_> = papers.collect();
    let [paper] = papers.as_slice() else {
        panic!("{} has {} of {document}", case.row.number, papers.len());
    };
    assert_eq!((paper.copy, paper.outcome.as_str()), (1, "ready"));
    paper.id.clone()
}

/// Pressing F9 again on what may have been accepted when the program died.
fn press_again(desk: &Desk, draft: &str) -> (bool, String) {
    let done = desk.accept_case(AcceptCase {
        draft: draft.to_owned(),
    });
    let done = done.unwrap();
    (done.already, done.chain.unwrap().whole)
}

#[test]
fn killed_while_chains_are_taken_in_each_is_there_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let mut killed = Killed {
        home: prepared_home(folder.path(), None),
        now: Utc::now(),
        told: BTreeSet::new(),
        person: 1,
    };
    let usual = u64::try_from(killed.usual().as_micros()).unwrap();
    let mut dice = Dice(SEED);
    for _ in 0..if long() { 60 } else { 8 } {
        let after = Duration::from_micros(dice.roll(usual + usual / 4));
        let draft = killed.kill_while_accepting(after);
        let desk = killed.desk();
        let before = sound_wholes(&desk);
        assert!(before.is_superset(&killed.told), "what was told is there");
        let (already, whole) = press_again(&desk, &draft);
        assert_eq!(already, before.contains(&whole), "{whole}");
        killed.told.insert(whole);
        desk.close();
    }
    let desk = killed.desk();
    assert!(sound_wholes(&desk).is_superset(&killed.told));
    desk.close();
    let ctl = Ctl::at(killed.home);
    assert!(ctl.entries() > 0);
    assert_eq!(ctl.good(&["journal", "rebuild"])["equal"], true);
}
