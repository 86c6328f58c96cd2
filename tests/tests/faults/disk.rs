//! A disk that fills up: F19. The home lies on a small file system of its own, in a mount namespace
//! that ends with the test.

use std::{
    collections::BTreeSet,
    ffi::OsString,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use serde_json::json;
use yichuang_tests::kit::{Ctl, an_application, closed_case, prepared_home, program, refusal};

/// Room for a demo home and some cases, in bytes.
const SIZE: u64 = 192 * 1024 * 1024;
/// How much is left when somebody applies, in bytes; the last is enough for a case.
const LEFT: [u64; 7] = [0, 4_096, 65_536, 300_000, 700_000, 1_500_000, 16_000_000];

/// A file system of [`SIZE`] bytes that only commands run [`SmallDisk::inside`] see.
struct SmallDisk {
    holder: Child,
    mount: PathBuf,
}

impl SmallDisk {
    /// None where this machine lets nobody mount anything.
    fn mount(at: &Path) -> Option<Self> {
        std::fs::create_dir_all(at).unwrap();
        let script = format!("mount -t tmpfs -o size={SIZE} none \"$0\" && echo ready && read _");
        let mut holder = Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount", "sh", "-c", &script])
            .arg(at)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut said = String::new();
        BufReader::new(holder.stdout.take().unwrap())
            .read_line(&mut said)
            .unwrap();
        let disk = Self {
            holder,
            mount: at.to_owned(),
        };
        (said.trim() == "ready").then_some(disk)
    }

    fn inside(&self) -> Vec<OsString> {
        let holder = self.holder.id().to_string();
        let words = [
            "nsenter",
            "--target",
            &holder,
            "--user",
            "--mount",
            "--preserve-credentials",
            "--",
        ];
        words.map(OsString::from).into()
    }

    fn shell(&self, script: &str) -> String {
        let inside = self.inside();
        let output = Command::new(&inside[0])
            .args(&inside[1..])
            .args(["sh", "-c", script])
            .arg(&self.mount)
            .output();
        String::from_utf8(output.unwrap().stdout).unwrap()
    }

    /// Fills it but for `left` bytes.
    fn fill(&self, left: u64) {
        let free: u64 = self
            .shell("df --output=avail -B1 \"$0\" | tail -n 1")
            .trim()
            .parse()
            .unwrap();
        let count = free.saturating_sub(left);
        self.shell(&format!("head -c {count} /dev/zero > \"$0/filler\"; sync"));
    }

    fn empty(&self) {
        self.shell("rm -f \"$0/filler\"");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Gone already is what is wanted.
        let _ = self.holder.kill();
        let _ = self.holder.wait();
    }
}

#[test]
fn f19_on_a_full_disk_nothing_is_half_taken_in_and_the_message_is_true() {
    let _built = program("yichuangctl");
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = SmallDisk::mount(&folder.path().join("disk")) else {
        eprintln!("this machine lets no test mount a small disk; nothing was tested");
        return;
    };
    let ctl = Ctl::inside(disk.mount.join("home"), disk.inside());
    ctl.good(&["init", "--demo"]);
    let mut told = BTreeSet::new();
    let mut full = 0;
    for (n, left) in (0..).zip(LEFT) {
        let application = an_application()
            .by_number(n)
            .with_pages("MAT-IDCARD", 2, 250_000);
        let file = application.write_into(&folder.path().join(n.to_string()), &json!("accept"));
        disk.fill(left);
        let output = ctl.run(&["intake", file.to_str().unwrap()]);
        if output.status.success() {
            let done: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
            told.insert(done["number"].as_str().unwrap().to_owned());
        } else {
            let refused = refusal(&output);
            assert_eq!(
                refused.code, "STORE-FULL",
                "with {left} bytes left: {refused:?}"
            );
            full += 1;
        }
        disk.empty();
        assert_eq!(
            ctl.numbers().into_iter().collect::<BTreeSet<_>>(),
            told,
            "after {left} bytes left"
        );
        assert!(ctl.entries() > 0);
    }
    assert!(full > 0, "the disk was full for somebody");
    assert!(!told.is_empty(), "and not for everybody");
    assert_eq!(ctl.good(&["journal", "rebuild"])["equal"], true);
    for number in &told {
        let pdf = folder.path().join("receipt.pdf");
        ctl.good(&["receipt", number, "--pdf", pdf.to_str().unwrap()]);
    }
}

#[test]
fn a_package_that_does_not_fit_leaves_nothing_on_the_stick() {
    let _built = program("yichuangctl");
    let folder = tempfile::tempdir().unwrap();
    let Some(stick) = SmallDisk::mount(&folder.path().join("stick")) else {
        eprintln!("this machine lets no test mount a small disk; nothing was tested");
        return;
    };
    let home = prepared_home(folder.path(), None);
    let application = an_application().with_pages("MAT-IDCARD", 2, 250_000);
    let intake = folder.path().join("intake");
    let number = closed_case(&Ctl::at(&home), &intake, &application);
    let ctl = Ctl::inside(&home, stick.inside());
    let write = [
        "archive",
        "write",
        &number,
        "--to",
        stick.mount.to_str().unwrap(),
    ];
    for left in [4_096, 300_000] {
        stick.fill(left);
        assert_eq!(ctl.refused(&write).code, "ARCHIVE-003", "{left} bytes left");
        assert_eq!(stick.shell("ls -A \"$0\"").trim(), "filler");
        stick.empty();
    }
    let package = ctl.good(&write);
    assert_eq!(stick.shell("ls -A \"$0\"").trim(), format!("{number}.zip"));
    assert_eq!(package["already"], false);
}
