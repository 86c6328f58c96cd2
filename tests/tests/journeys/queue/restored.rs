//! A home that is lost in the middle of a day and put back from a backup of that day.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::TimeDelta;
use tempfile::TempDir;
use yichuang_app::{
    Clock as _, DemoOptions, Desk, FixedClock, Host,
    ipc::{FindTicket, Nothing, TakeTicket},
};
use yichuang_store::{OpenMode, Store};
use yichuang_tests::kit::{LIGHT, Who, assets, copy_folder, monday_morning};

/// A window whose home can be backed up and lost.
struct Window {
    folder: TempDir,
    clock: Arc<FixedClock>,
}

impl Window {
    fn at_nine() -> (Self, PathBuf) {
        let window = Self {
            folder: tempfile::tempdir().unwrap(),
            clock: Arc::new(FixedClock::new(monday_morning())),
        };
        let home = window.folder.path().join("home");
        let desk = Desk::open(window.host(&home));
        desk.make_demo(&DemoOptions { platform: None }).unwrap();
        desk.close();
        (window, home)
    }

    fn host(&self, home: &Path) -> Host {
        Host {
            clock: self.clock.clone(),
            password_cost: LIGHT,
            print_folder: self.folder.path().join("prints"),
            ..Host::command(home.to_owned(), assets())
        }
    }

    fn open(&self, home: &Path) -> Desk {
        let desk = Desk::open(self.host(home));
        let clerk = Who::Clerk;
        desk.sign_in_by_name(clerk.name(), clerk.password())
            .unwrap();
        desk
    }

    fn pass(&self, time: TimeDelta) {
        self.clock.set(self.clock.now() + time);
    }

    fn back_up(&self, home: &Path) -> PathBuf {
        let (host, now) = (self.host(home), self.clock.now());
        let mode = OpenMode::Write {
            holder: "测试".to_owned(),
        };
        let store = Store::open(home, mode, &host.machine_mark, host.entropy.clone(), now);
        let stick = self.folder.path().join("stick");
        std::fs::create_dir_all(&stick).unwrap();
        store.unwrap().backup(&stick, now).unwrap().0
    }

    /// Puts a backup back on the same machine, into a folder of its own.
    fn restore(&self, backup: &Path, of: &Path, name: &str) -> PathBuf {
        let home = self.folder.path().join(name);
        copy_folder(backup, &home);
        for folder in ["spool", "backups"] {
            std::fs::create_dir_all(home.join(folder)).unwrap();
        }
        std::fs::copy(of.join("machine.key"), home.join("machine.key")).unwrap();
        home
    }
}

fn take(desk: &Desk) -> String {
    let taken = desk.take_ticket(TakeTicket {
        business: "A".to_owned(),
        priority: String::new(),
        booking: String::new(),
    });
    taken.unwrap().ticket.number
}

#[test]
fn after_a_restore_no_number_of_the_day_comes_again_and_the_board_says_why() {
    let (window, home) = Window::at_nine();
    let desk = window.open(&home);
    let mut given = vec![take(&desk), take(&desk)];
    desk.close();
    let backup = window.back_up(&home);
    let desk = window.open(&home);
    assert!(desk.queue_board(Nothing {}).unwrap().resumed.is_none());
    let lost = take(&desk);
    given.push(lost.clone());
    desk.close();
    assert_eq!(given, ["A001", "A002", "A003"]);

    // The disk breaks at half past nine; the same backup is put back twice that day.
    for name in ["first", "second"] {
        window.pass(TimeDelta::minutes(30));
        let restored = window.restore(&backup, &home, name);
        let desk = window.open(&restored);
        let board = desk.queue_board(Nothing {}).unwrap();
        assert_eq!(board.waiting.len(), 2, "what the backup knew");
        let resumed = board.resumed.expect("why numbers jump");
        let now = yichuang_domain::calendar::shanghai(window.clock.now());
        assert!(
            resumed
                .at
                .starts_with(&now.format("%Y-%m-%dT%H:%M").to_string())
        );
        let code = desk.find_ticket(FindTicket { code: lost.clone() });
        assert_eq!(code.unwrap().place, "unknown");
        for _ in 0..3 {
            let number = take(&desk);
            assert!(!given.contains(&number), "{number} came twice");
            let count: u32 = number[1..].parse().unwrap();
            assert!(count > resumed.above, "{number}");
            given.push(number);
        }
        desk.close();
    }

    window.pass(TimeDelta::days(1));
    let desk = window.open(&window.folder.path().join("second"));
    assert!(desk.queue_board(Nothing {}).unwrap().resumed.is_none());
    assert_eq!(take(&desk), "A001", "a new day begins anew");
}
