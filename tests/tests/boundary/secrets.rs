//! Personal data in no log, no error and no readable file.

use std::{
    io::Write,
    path::Path,
    sync::{Arc, Mutex, OnceLock},
};

use serde_json::json;
use tracing_subscriber::fmt::MakeWriter;
use yichuang_app::{
    IntakeFile,
    ipc::{AddBooking, CaseRef, RevealFields, SignIn, TakeTicket},
};
use yichuang_domain::CaseState;
use yichuang_tests::kit::{
    Application, Centre, Counter, Line, Weather, Who, an_application, sample_id,
};

const NAME: &str = "样例保密人";
const PHONE: &str = "13800000000";
const ACCOUNT: &str = "6222021234567890123";
const ADDRESS: &str = "样例村77号";

/// Everything any part of this process logs, at the finest level.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Log {
    fn capture() -> Self {
        static LOG: OnceLock<Log> = OnceLock::new();
        let log = LOG.get_or_init(|| {
            let log = Self::default();
            let logging = tracing_subscriber::fmt()
                .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE);
            logging.with_ansi(false).with_writer(log.clone()).init();
            log
        });
        log.clone()
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

fn confidential() -> Application {
    an_application()
        .by(NAME, &sample_id(777))
        .with_field("bank_account", ACCOUNT)
        .with_field("applicant_hukou_address", ADDRESS)
}

fn secrets() -> [(&'static str, String); 6] {
    [
        ("name", NAME.to_owned()),
        ("number", sample_id(777)),
        ("phone", PHONE.to_owned()),
        ("account", ACCOUNT.to_owned()),
        ("address", ADDRESS.to_owned()),
        ("password", Who::Clerk.password().to_owned()),
    ]
}

/// A day with everything in it that could tempt somebody to log a value.
async fn a_day(counter: &Counter, line: &Line) -> String {
    let wrong = SignIn {
        operator: "nobody".to_owned(),
        password: Who::Clerk.password().to_owned(),
    };
    counter.desk.sign_in(wrong).unwrap_err();
    let refused = counter
        .try_accept(&confidential().without_material("MAT-IDCARD"))
        .unwrap_err();
    assert_tells_nothing("an error", &format!("{refused:?} {refused}"));
    let mut bad = confidential().intake_json(&json!("accept"));
    bad["applicant"]["id_number"] = json!(format!("{}0", &sample_id(777)[..17]));
    let refused = counter
        .desk
        .intake(IntakeFile::parse(&bad.to_string()).unwrap(), Path::new("."))
        .unwrap_err();
    assert_tells_nothing("an error", &format!("{refused:?} {refused}"));
    let number = counter
        .accept(&confidential().with_pages("MAT-IDCARD", 1, 30_000))
        .number;
    counter.sync().await;
    line.turn(Weather::Portal);
    counter.sync().await;
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    line.turn(Weather::AnswersLost {
        path: "/entries".to_owned(),
        times: 1,
    });
    counter.sync().await;
    line.turn(Weather::Fair);
    counter.sync().await;
    centre.judge();
    centre.review(&number, "审核", CaseState::InProcess);
    counter.sync().await;
    counter.find(NAME);
    counter
        .desk
        .reveal_fields(RevealFields {
            number: number.clone(),
            fields: vec!["id_number".to_owned()],
        })
        .unwrap();
    counter
        .desk
        .show_case(CaseRef {
            number: number.clone(),
        })
        .unwrap();
    come_by_appointment(counter);
    counter.desk.check_data();
    assert_unreadable("the platform's folder", centre.data());
    number
}

/// The same person books a time and comes.
fn come_by_appointment(counter: &Counter) {
    let book = counter.desk.add_booking(AddBooking {
        day: "2026-11-23".to_owned(),
        at: "16:30".to_owned(),
        name: NAME.to_owned(),
        phone: PHONE.to_owned(),
        business: "A".to_owned(),
        about: String::new(),
    });
    let booked = book.unwrap().days[0].rows[0].id.clone();
    let taken = counter.desk.take_ticket(TakeTicket {
        business: "A".to_owned(),
        priority: String::new(),
        booking: booked,
    });
    assert_eq!(taken.unwrap().ticket.name, NAME);
}

fn assert_tells_nothing(what: &str, told: &str) {
    for (kind, secret) in secrets() {
        assert!(!told.contains(&secret), "{what} tells the {kind}");
    }
}

fn assert_unreadable(what: &str, folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            assert_unreadable(what, &path);
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
        for (kind, secret) in secrets() {
            assert!(
                !holds(secret.as_bytes()),
                "{what}: {} holds the {kind}",
                path.display()
            );
        }
        for beginning in [&b"%PDF-"[..], b"\xff\xd8\xff\xe0", b"SQLite format 3"] {
            assert!(
                !bytes.starts_with(beginning),
                "{what}: {} lies open",
                path.display()
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_day_leaves_nothing_personal_in_the_log_or_readable_on_the_disk() {
    let log = Log::capture();
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    let number = a_day(&counter, &line).await;
    let told = log.text();
    assert!(
        told.contains("yichuang") && told.len() > 1_000,
        "the log was captured"
    );
    assert_tells_nothing("the log", &told);
    assert!(counter.show(&number).row.id_masked.contains('*'));
    assert_unreadable("the home", counter.home());
}

#[test]
fn numbers_and_telephones_do_not_show_themselves_when_printed_for_debugging() {
    use yichuang_domain::{IdKind, IdNumber, Phone};
    let number = IdNumber::parse(IdKind::Citizen, &sample_id(777)).unwrap();
    let phone = Phone::parse(PHONE).unwrap();
    assert_tells_nothing("Debug", &format!("{number:?} {phone:?}"));
}
