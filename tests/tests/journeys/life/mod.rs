//! Whatever a point, a department and time do to a case, in whatever order: what the law forbids is
//! refused and changes nothing, and state, dates and light are those of a slow model.

mod model;
mod point;

use std::{cell::RefCell, collections::BTreeSet};

use chrono::{NaiveDate, TimeDelta};
use proptest::{
    prelude::*,
    sample::Index,
    test_runner::{TestCaseError, TestRunner},
};
use tokio::runtime::Runtime;
use yichuang_tests::kit::{Centre, Counter, Line, Who, an_application, long};

use model::Model;

/// One thing that somebody does, or that happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Op {
    /// Days pass.
    Pass(u8),
    /// Terminal and platform hear all there is.
    Exchange,
    /// 补正告知.
    Tell,
    /// What is owed is handed in.
    Supply,
    /// The day to supply by is moved.
    Move,
    Accept,
    Refuse,
    Withdraw,
    Terminate,
    Void,
    Urge,
    /// 到件.
    Register,
    Deliver,
    Archive,
    /// A special procedure begins, and ends.
    Begin,
    End,
    /// The limit is extended.
    Lengthen,
    Grant,
    Deny,
    /// The platform answers what was asked.
    Answer(bool),
}

/// Everything there is to do.
const OPS: [Op; 22] = [
    Op::Pass(1),
    Op::Pass(6),
    Op::Exchange,
    Op::Tell,
    Op::Supply,
    Op::Move,
    Op::Accept,
    Op::Refuse,
    Op::Withdraw,
    Op::Terminate,
    Op::Void,
    Op::Urge,
    Op::Register,
    Op::Deliver,
    Op::Archive,
    Op::Begin,
    Op::End,
    Op::Lengthen,
    Op::Grant,
    Op::Deny,
    Op::Answer(true),
    Op::Answer(false),
];

/// One step of a story: of what is lawful where the case stands, or of everything.
type Step = (bool, Index);

fn step() -> impl Strategy<Value = Step> {
    (proptest::bool::weighted(0.75), any::<Index>())
}

fn chosen((lawful, index): Step, model: &Model) -> Op {
    let ends = |op: &Op| matches!(op, Op::Refuse | Op::Withdraw | Op::Terminate | Op::Void);
    let open: Vec<Op> = OPS
        .into_iter()
        .filter(|op| !lawful || model.clone().perform(*op))
        .collect();
    let op = *index.get(&open);
    // An end is one way of many to go on; stories that end at once say little.
    if lawful && ends(&op) && index.index(3) > 0 {
        return Op::Exchange;
    }
    op
}

/// A counter, its platform, and the days they share.
struct Office {
    runtime: Runtime,
    counter: Counter,
    centre: Centre,
    _line: Line,
    applicants: u32,
    /// What was done, and what was refused.
    seen: BTreeSet<(String, bool)>,
}

impl Office {
    fn open() -> Self {
        let runtime = Runtime::new().unwrap();
        let (counter, centre, line) = runtime.block_on(async {
            let line = Line::down();
            let counter = Counter::reaching(&line.url());
            let centre = Centre::start(&counter.clock).await;
            line.connect(&centre.url());
            let pack = counter.desk.pack_in_force().unwrap();
            centre.platform().publish(&pack).unwrap();
            (counter, centre, line)
        });
        counter.sign_in(Who::Supervisor);
        Self {
            runtime,
            counter,
            centre,
            _line: line,
            applicants: 0,
            seen: BTreeSet::new(),
        }
    }

    /// A licence is applied for, with or without everything it asks for.
    fn receive(&mut self, complete: bool) -> String {
        self.applicants += 1;
        let application = an_application()
            .for_matter("林木采伐许可")
            .by_number(self.applicants);
        let application = match complete {
            true => application,
            false => application.without_material("MAT-IDCARD"),
        };
        self.counter.receive(&application).number
    }

    fn today(&self) -> NaiveDate {
        use yichuang_app::Clock as _;
        yichuang_domain::calendar::shanghai_date(self.counter.clock.now())
    }

    /// Does it; false when it was refused, and then nothing was written.
    fn perform(&self, number: &str, model: &Model, op: Op) -> Result<bool, TestCaseError> {
        let written = || self.counter.show(number).events.len();
        let before = written();
        match op {
            Op::Pass(days) => {
                self.counter.pass(TimeDelta::days(i64::from(days)));
                self.counter.sign_in(Who::Supervisor);
                Ok(true)
            }
            Op::Exchange => {
                self.runtime.block_on(async {
                    self.counter.sync().await;
                    self.centre.judge();
                    self.counter.sync().await;
                });
                Ok(true)
            }
            Op::Begin | Op::End | Op::Lengthen | Op::Grant | Op::Deny | Op::Answer(_) => {
                Ok(point::department(&self.centre, number, op))
            }
            _ => {
                let done = point::point(&self.counter, number, model, op).is_ok();
                if !done {
                    prop_assert_eq!(before, written(), "{:?} was refused", op);
                }
                Ok(done)
            }
        }
    }

    /// What a clerk sees, against the model.
    fn compare(&self, number: &str, model: &Model, op: Op) -> Result<(), TestCaseError> {
        let view = self.counter.show(number);
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        prop_assert_eq!(view.row.state.as_str(), model.at().key(), "after {:?}", op);
        prop_assert_eq!(view.accepted_on, day(model.accepted_on()), "after {:?}", op);
        prop_assert_eq!(view.promised_on, day(model.promised()), "after {:?}", op);
        prop_assert_eq!(view.statutory_on, day(model.statutory()), "after {:?}", op);
        prop_assert_eq!(
            view.life.supply_by,
            day(model.supply_by()),
            "after {:?}",
            op
        );
        let (light, days, due) = model.light();
        let shown = (
            view.row.due.light.as_str(),
            view.row.due.days,
            view.row.due.date,
        );
        prop_assert_eq!(shown, (light, days, day(due)), "after {:?}", op);
        Ok(())
    }

    fn live(&mut self, complete: bool, story: &[Step]) -> Result<(), TestCaseError> {
        let number = self.receive(complete);
        let mut model = Model::received(self.today(), complete);
        self.compare(&number, &model, Op::Pass(0))?;
        let mut told = Vec::new();
        for step in story {
            let op = chosen(*step, &model);
            told.push(op);
            self.go_on(&number, &mut model, op).map_err(|error| {
                TestCaseError::fail(format!("{error}\nthe story, complete={complete}: {told:?}"))
            })?;
        }
        Ok(())
    }

    fn go_on(&mut self, number: &str, model: &mut Model, op: Op) -> Result<(), TestCaseError> {
        let lawful = self.perform(number, model, op)?;
        prop_assert_eq!(lawful, model.perform(op), "{:?} from {:?}", op, model);
        self.compare(number, model, op)?;
        self.seen.insert((format!("{op:?}"), lawful));
        Ok(())
    }
}

#[test]
fn whatever_is_done_to_a_case_its_state_dates_and_light_are_those_of_the_model() {
    let (offices, stories) = if long() { (20, 50) } else { (1, 28) };
    let mut seen = BTreeSet::new();
    for _ in 0..offices {
        let office = RefCell::new(Office::open());
        let config = ProptestConfig {
            cases: stories,
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        let story = (any::<bool>(), proptest::collection::vec(step(), 4..24));
        TestRunner::new(config)
            .run(&story, |(complete, story)| {
                office.borrow_mut().live(complete, &story)
            })
            .unwrap_or_else(|error| panic!("{error}"));
        let office = office.into_inner();
        office.counter.assert_sound();
        office.centre.assert_sound();
        seen.extend(office.seen);
    }
    let deep = seen.iter().filter(|(_, lawful)| *lawful).count();
    let refused = seen.len() - deep;
    assert!(
        deep >= 16 && refused >= 10,
        "the stories say little: {seen:?}"
    );
}
